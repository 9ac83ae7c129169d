import { execute, type GraphQLSchema } from "graphql";
import type { Executed, ExecuteOptions } from "../domain/views/index.js";
import type { Config } from "../platform/config.js";
import { queryTooComplex } from "../platform/errors.js";
import type { InnerQueries, RequestContext } from "./context.js";
import { OperationValidator } from "./graphql/operation-validator.js";
import { asOfCost } from "./limits/index.js";
import type { TextWithin } from "./planned-reads.js";
import type { ValidQuery } from "./port.js";

/** The planned reads of queries that a request executes within itself. */
interface ReadsWithin {
  /** Reads a valid query in the snapshot of a request; undefined where graphql-js must execute it. */
  readWithin(context: RequestContext, query: ValidQuery): Promise<TextWithin | undefined>;
  /** The same as of an earlier position; throws where it cannot be read so. */
  readAsOfWithin(context: RequestContext, query: ValidQuery, position: number): Promise<string>;
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

  async execute(
    context: RequestContext,
    text: string,
    variables: Record<string, unknown>,
    { asOf }: ExecuteOptions,
  ): Promise<Executed> {
    const document = this.validator.parse(text);
    const valid = this.validator.validate(document, { variables });
    const { session } = (await context.reader()).reading;
    if ("errors" in valid) return { errors: valid.errors, position: session.position };
    const query = { document, ...valid };
    if (asOf !== undefined) {
      await this.count(context, asOfCost * valid.cost);
      const past = await this.reads.readAsOfWithin(context, query, asOf);
      return { data: JSON.parse(past), position: asOf };
    }
    await this.count(context, valid.cost);
    const read = this.config.plannedReads ? await this.reads.readWithin(context, query) : undefined;
    if (read) return { ...read, data: JSON.parse(read.data), position: session.position };
    const { schema } = this;
    const args = { schema, document, variableValues: variables, contextValue: context };
    return { ...(await execute(args)), position: session.position };
  }

  /** Adds a cost to the request's; QUERY_TOO_COMPLEX above the limit of one document. */
  private async count({ meter }: RequestContext, cost: number): Promise<void> {
    const { cost: limit } = this.config.limits;
    const total = meter.cost + cost;
    if (total > limit) throw queryTooComplex("cost", total, limit);
    await meter.count(cost);
    meter.cost = total;
  }
}
