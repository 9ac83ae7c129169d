import { type ExecutionArgs, execute, type GraphQLError, type GraphQLSchema } from "graphql";
import type { Executed, ExecuteOptions } from "../domain/views/index.js";
import { textHash } from "../ledger/index.js";
import type { Config } from "../platform/config.js";
import { queryTooComplex } from "../platform/errors.js";
import type { FollowedText, InnerQueries, InvalidQuery, RequestContext } from "./context.js";
import { OperationValidator } from "./graphql/operation-validator.js";
import { asGraphqlError } from "./graphql/result-extensions.js";
import { asOfCost } from "./limits/index.js";
import type { Moment } from "./moment.js";
import type { ValidQuery } from "./port.js";
import type { TextWithin } from "./text-within.js";

/** The planned reads of queries that a request executes within itself. */
interface ReadsWithin {
  /** Reads a valid query in the snapshot of a request; undefined where graphql-js must execute it. */
  readWithin(context: RequestContext, query: ValidQuery): Promise<TextWithin | undefined>;
  /** True where its answer is for one viewer alone. Throws where no statement answers it. */
  isPersonal(context: RequestContext, query: ValidQuery): boolean;
  /** The same as of an earlier position; throws where it cannot be read so. */
  readAsOfWithin(context: RequestContext, query: ValidQuery, position: number): Promise<string>;
  /** Reads it at the moment of an answer; `key` names the document and its variables. Throws where it cannot. */
  readAt(context: RequestContext, query: ValidQuery, key: string, moment: Moment): Promise<string>;
}

/**
 * Queries that a request executes within itself, as the document of a view: checked as a client's, with the
 * request's viewer, snapshot and limits. Their costs are the request's, so that a document with many views
 * is as dear as the views' documents together.
 */
export class ValidatedQueries implements InnerQueries {
  private readonly validator: OperationValidator;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly config: Pick<Config, "limits" | "introspection" | "plannedReads">,
    private readonly reads: ReadsWithin,
  ) {
    this.validator = new OperationValidator(schema, config);
  }

  /** The errors for which a document with these variables would be refused. */
  readonly refusals = (
    text: string,
    variables: Record<string, unknown>,
  ): readonly GraphQLError[] => {
    try {
      const query = this.valid(text, variables);
      return "errors" in query ? query.errors : [];
    } catch (error) {
      return [asGraphqlError(error)];
    }
  };

  async execute(
    context: RequestContext,
    text: string,
    variables: Record<string, unknown>,
    { asOf }: ExecuteOptions,
  ): Promise<Executed> {
    const query = this.valid(text, variables);
    const { session } = (await context.reader()).reading;
    if ("errors" in query) return { errors: query.errors, position: session.position };
    if (asOf !== undefined) {
      await this.count(context, asOfCost * query.cost);
      const past = await this.reads.readAsOfWithin(context, query, asOf);
      return { data: JSON.parse(past), position: asOf };
    }
    await this.count(context, query.cost);
    const read = this.config.plannedReads ? await this.reads.readWithin(context, query) : undefined;
    if (read) return { ...read, data: JSON.parse(read.data), position: session.position };
    const { schema } = this;
    const { document } = query;
    const args = { schema, document, variableValues: variables, contextValue: context };
    return { ...(await execute(args)), position: session.position };
  }

  async executeAt(
    context: RequestContext,
    text: string,
    variables: Record<string, unknown>,
    moment: Moment,
  ): Promise<Executed> {
    const query = this.valid(text, variables);
    const { position } = moment;
    if ("errors" in query) return { errors: query.errors, position };
    await this.count(context, query.cost);
    const key = textHash(JSON.stringify([text, variables]));
    return { data: JSON.parse(await this.reads.readAt(context, query, key, moment)), position };
  }

  isPersonalWhenFollowed(context: RequestContext, query: ValidQuery): boolean {
    return this.reads.isPersonal(context, query);
  }

  /** What a statement cannot answer this time, as for an absent value, graphql-js answers: it knows the errors. */
  async readFollowed(
    context: RequestContext,
    query: ValidQuery,
    given: ExecutionArgs["variableValues"],
  ): Promise<FollowedText | InvalidQuery> {
    const read = await this.reads.readWithin(context, query);
    if (read) return read;
    const { schema } = this;
    const { document } = query;
    const args = { schema, document, variableValues: given, contextValue: context };
    const { data, errors } = await execute(args);
    return errors ? { errors } : { data: JSON.stringify(data), tags: undefined };
  }

  /** The query of a text with these variables, checked as a client's; or its errors. */
  private valid(text: string, variables: Record<string, unknown>) {
    const document = this.validator.parse(text);
    const valid = this.validator.validate(document, { variables });
    return "errors" in valid ? valid : { document, ...valid };
  }

  /** Adds a cost to the request's; QUERY_TOO_COMPLEX above the limit of one document. */
  private async count(context: RequestContext, cost: number): Promise<void> {
    const { cost: limit } = this.config.limits;
    const total = context.meter.cost + cost;
    if (total > limit) throw queryTooComplex("cost", total, limit);
    await context.pay(cost);
  }
}
