import { type GraphQLResponse, HeaderMap, type HTTPGraphQLHead } from "@apollo/server";
import type { DocumentNode, FormattedExecutionResult, GraphQLError } from "graphql";
import { overAnswer } from "../../platform/answer-size.js";
import { badUserInput, HubError } from "../../platform/errors.js";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import { httpHeadOf, httpHeadOfResult } from "../errors/http-status.js";
import { requestCost } from "../limits/index.js";
import type { HubContext, TransportOptions } from "../port.js";
import { JsonText, notedPathOf } from "./json-text.js";
import type {
  OperationRequest,
  OperationValidator,
  ValidOperation,
} from "./operation-validator.js";
import { extensionsOf } from "./result-extensions.js";
import { type TextReads, textResult } from "./text-reader.js";

/** The context of one operation over HTTP. Apollo makes a copy of what it is given: so the hub's own is wrapped. */
export interface ContextCarrier<C> {
  hub: C;
  /** Counts a cost for the client; throws RATE_LIMITED when its rate is used up. */
  count(cost: number): Promise<void>;
  /** Its beginning, where it began before Apollo was asked. */
  begun?: Promise<BegunOperation>;
}

/** An operation whose request was checked and counted, and which graphql-js has not executed. */
export interface BegunOperation {
  /** Absent where it is refused. */
  valid: ValidOperation | undefined;
  /** Its response without its extensions; null where graphql-js must execute it. */
  response: GraphQLResponse | null;
}

const refused = (response: GraphQLResponse): BegunOperation => ({ valid: undefined, response });

/** The header that tells the transport that an answer has errors; it is never sent. */
export const hasErrors = "rembuk-has-errors";

const overHttp = (): HubError =>
  badUserInput([
    {
      path: "query",
      message: {
        en: "subscriptions come over a WebSocket (graphql-transport-ws), or with Accept: text/event-stream",
        id: "langganan (subscription) berjalan lewat WebSocket (graphql-transport-ws), atau dengan Accept: text/event-stream",
      },
    },
  ]);

/** The options that answers follow from. */
export type AnswerOptions<C extends HubContext> = TextReads<C> &
  Pick<TransportOptions<C>, "metrics" | "config">;

/**
 * The answers to operations over HTTP: it validates an operation, answers it as text where the hub can, and adds
 * the cost and the position of the ledger to the answer's extensions.
 */
export class OperationAnswers<C extends HubContext> {
  constructor(
    private readonly validator: OperationValidator,
    private readonly presenter: ErrorPresenter,
    private readonly options: AnswerOptions<C>,
  ) {}

  /** Begins an operation of a parsed document. */
  async begin(
    { hub, count }: ContextCarrier<C>,
    document: DocumentNode,
    request: OperationRequest,
  ): Promise<BegunOperation> {
    const outcome = this.validator.validate(document, request);
    if ("errors" in outcome) return refused(this.refusal(outcome.errors, hub));
    const over = await refusalOf(() => count(outcome.cost - requestCost));
    if (over) return refused(this.refusal([over], hub, httpHeadOf(over)));
    Object.assign(hub.meter, { cost: outcome.cost, count });
    const kind = outcome.operation.operation;
    const response =
      kind === "subscription"
        ? this.refusal([overHttp()], hub)
        : await this.given(hub, document, outcome);
    return { valid: outcome, response };
  }

  /** Completes the response of a valid operation, which arrived at `started`. */
  async complete(
    response: GraphQLResponse,
    { operation }: ValidOperation,
    hub: C,
    started: number,
  ): Promise<void> {
    const { metrics, config } = this.options;
    this.limitAnswer(response, config.limits.answerBytes, hub);
    await this.addExtensions(response, hub);
    hub.operationName = metrics.operations.nameOf(operation);
    const result = response.body.kind === "single" ? response.body.singleResult : {};
    metrics.operations.answered({
      operation: hub.operationName,
      type: operation.operation,
      transport: "http",
      path: notedPathOf(result),
      seconds: (performance.now() - started) / 1000,
      errors: result.errors,
    });
  }

  /** The response that graphql-js does not make; null where it must execute the operation. */
  private async given(
    hub: C,
    document: DocumentNode,
    valid: ValidOperation,
  ): Promise<GraphQLResponse | null> {
    const given = await textResult(this.options, hub, { document, ...valid });
    if (!given) return null;
    const { data, errors } = given;
    const shown = errors?.map((error) => this.presenter.present(error, hub.language));
    // The cast: Apollo types data as an object; `stringifyResult` writes a JsonText as it is.
    return single({ ...(shown && { errors: shown }), data: data as never });
  }

  private refusal(
    errors: readonly GraphQLError[],
    { language }: HubContext,
    http: HTTPGraphQLHead = { status: 400, headers: new HeaderMap() },
  ): GraphQLResponse {
    const shown = errors.map((error) => this.presenter.present(error, language));
    return { http, body: { kind: "single", singleResult: { errors: shown } } };
  }

  /** Replaces data that would be too large as JSON by the error that says so. */
  private limitAnswer({ body }: GraphQLResponse, limit: number, { language }: HubContext): void {
    if (body?.kind !== "single" || body.singleResult.data instanceof JsonText) return;
    const over = overAnswer(body.singleResult.data, limit);
    if (!over) return;
    const errors = [this.presenter.present(over, language)];
    Object.assign(body.singleResult, { data: null, errors });
  }

  private async addExtensions(response: GraphQLResponse, hub: HubContext): Promise<void> {
    const { body, http } = response;
    const { cost } = hub.meter;
    http.headers.set("rembuk-cost", String(cost));
    if (body?.kind !== "single" || body.singleResult.data === undefined) return;
    // In an outage the position would be waited for in vain.
    const isOutage = setStatus(response);
    const { extensions, errors } = isOutage
      ? { extensions: { cost }, errors: [] }
      : await extensionsOf(hub, cost);
    const { singleResult: result } = body;
    const shown = errors.map((error) => this.presenter.present(error, hub.language));
    if (shown.length > 0) result.errors = [...(result.errors ?? []), ...shown];
    result.extensions = { ...result.extensions, ...extensions };
    if (result.errors?.length) http.headers.set(hasErrors, "");
  }
}

const single = (singleResult: FormattedExecutionResult): GraphQLResponse => ({
  http: { status: undefined, headers: new HeaderMap() },
  body: { kind: "single", singleResult },
});

/** The error by which `act` refuses; undefined where it does not. */
async function refusalOf(act: () => Promise<void>): Promise<HubError | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
}

/** Sets the status of a result that has nothing because the hub is unavailable; false for others. */
function setStatus({ body, http }: GraphQLResponse): boolean {
  const head = body.kind === "single" ? httpHeadOfResult(body.singleResult) : undefined;
  if (head?.status === undefined) return false;
  http.status = head.status;
  for (const [name, value] of head.headers) http.headers.set(name, value);
  return true;
}
