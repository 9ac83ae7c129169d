import {
  type FieldNode,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
} from "graphql";
import { getArgumentValues } from "graphql/execution/values.js";
import type pg from "pg";
import type { WrittenPayload } from "../domain/common/index.js";
import type { Config } from "../platform/config.js";
import type { Logger } from "../platform/logger.js";
import { Planner, PlanRunner, type Prepared } from "../reading/index.js";
import type { ContextServices, RequestContext } from "./context.js";
import { FailedPlans } from "./failed-plans.js";
import type { ReadBounds } from "./limits/index.js";
import type { ValidQuery } from "./port.js";

/** The only mutation of an operation. */
interface OnlyMutation {
  definition: GraphQLField<unknown, unknown>;
  node: FieldNode;
}

/**
 * The planned path of mutations: the operation's only mutation is performed by its own resolver, and what is
 * selected of its payload is read by one statement. Where none can give it, graphql-js executes the operation
 * over what was performed, with the errors and nulls that it gives.
 */
export class PlannedPayloads {
  private readonly bounds: ReadBounds;
  readonly planner: Planner;
  private readonly runner: PlanRunner;
  private readonly failed: FailedPlans;

  constructor(
    { database, bounds }: Pick<ContextServices, "database" | "bounds">,
    private readonly schema: GraphQLSchema,
    pool: pg.Pool,
    logger: Logger,
    private readonly limits: Pick<Config["limits"], "answerBytes">,
  ) {
    this.bounds = bounds;
    this.failed = new FailedPlans(logger, "a payload could not be read by its plan");
    this.planner = new Planner(schema, database, undefined, limits.answerBytes);
    this.runner = new PlanRunner(pool);
  }

  /**
   * Performs a mutation, and gives its data as JSON text; undefined where graphql-js must execute the
   * operation. Throws what the mutation throws.
   */
  readonly perform = async (
    context: RequestContext,
    query: ValidQuery,
  ): Promise<string | undefined> => {
    const only = this.onlyMutation(query);
    if (!only) return undefined;
    const { definition, node } = only;
    const args = getArgumentValues(definition, node, query.variables);
    // The casts: a use case's resolver takes nothing from it, and gives its payload (`mutation-resolver.ts`).
    const info = { fieldName: definition.name } as GraphQLResolveInfo;
    const written = (await definition.resolve?.(undefined, args, context, info)) as WrittenPayload;
    context.written = written;
    return this.read(context, query, written);
  };

  /** The mutation of an operation that has one, without a condition; undefined for all others. */
  private onlyMutation({ operation }: ValidQuery): OnlyMutation | undefined {
    const [node, ...others] = operation.selectionSet.selections;
    const isOnly = others.length === 0 && node?.kind === Kind.FIELD && !node.directives?.length;
    const definition = isOnly && this.schema.getMutationType()?.getFields()[node.name.value];
    return isOnly && definition ? { definition, node } : undefined;
  }

  private async read(
    context: RequestContext,
    query: ValidQuery,
    written: WrittenPayload,
  ): Promise<string | undefined> {
    let plan: Prepared["plan"] | undefined;
    try {
      const { viewer, language, client } = context;
      const prepared = this.planner.prepare({ ...query, viewer, language, written });
      plan = prepared.plan;
      if (this.failed.has(plan) || plan.executed.length > 0) return undefined;
      const run = () => this.bounds.runAnswer(this.runner, prepared, client);
      const { data } = await context.readOnce(run);
      if (Buffer.byteLength(data) > this.limits.answerBytes) return undefined;
      return data;
    } catch (error) {
      // What was written stays so: whatever the statement met, the resolvers say it of the payload alone.
      if (plan) this.failed.note(plan, error);
      return undefined;
    }
  }
}
