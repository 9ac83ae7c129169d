import { GraphQLError, type GraphQLSchema } from "graphql";
import type pg from "pg";
import { Counter } from "prom-client";
import { HubError } from "../platform/errors.js";
import type { Logger } from "../platform/logger.js";
import {
  type Basis,
  type Database,
  endOfToday,
  Planner,
  PlanRunner,
  type Prepared,
  readsOf,
  type StatementReads,
  Unplannable,
} from "../reading/index.js";
import type { RequestContext } from "./context.js";
import { isUnavailability } from "./transport/database-faults.js";
import type { AdmittedQuery } from "./transport/hub-context.js";
import { registry } from "./transport/metrics.js";

/** How queries were answered: by a kept answer, a plan or the resolvers; `cause` is the field, or the kind of trouble, that asked for resolvers. */
export const reads = new Counter({
  name: "rembuk_reads_total",
  help: "Queries by the path that answered them, and why where it was the resolvers",
  labelNames: ["path", "cause"],
  registers: [registry],
});

/** Resolvers would not fare better. */
const isAway = (error: unknown): boolean =>
  isUnavailability(error) || (error instanceof HubError && error.code === "UNAVAILABLE");

/** The state of a statement that came to a null where none may be (see `read_absent`). */
const absent = "RB010";

/**
 * Answers queries by one statement each. What cannot be planned, what is asked with bad arguments and
 * what meets an absent value goes to the resolvers: they know the errors and their places.
 */
export class PlannedReads {
  private readonly planner: Planner;
  private readonly runner: PlanRunner;
  /** Plans that Postgres would not run: they are told in the log once, and not tried again. */
  private readonly failed = new WeakSet<Prepared["plan"]>();
  private readonly reads = new WeakMap<Prepared["plan"], { found: StatementReads | undefined }>();

  constructor(
    schema: GraphQLSchema,
    database: Database,
    pool: pg.Pool,
    private readonly logger: Logger,
  ) {
    this.planner = new Planner(schema, database);
    this.runner = new PlanRunner(pool);
  }

  readonly read = async (
    context: RequestContext,
    query: AdmittedQuery,
  ): Promise<string | undefined> => {
    let plan: Prepared["plan"] | undefined;
    try {
      const prepared = this.planner.prepare({ ...query, viewer: context.viewer });
      plan = prepared.plan;
      if (this.failed.has(plan)) return this.leave("failure");
      const { data, position } = await context.readOnce(() => this.runner.run(prepared));
      context.basis = this.basisOf(prepared, position);
      reads.inc({ path: "planned", cause: "" });
      return data;
    } catch (error) {
      if (isAway(error)) throw error;
      const cause = this.causeOf(error);
      if (plan && cause === "failure") this.failed.add(plan);
      return this.leave(cause);
    }
  };

  /** Leaves a query to the resolvers. */
  private leave(cause: string): undefined {
    reads.inc({ path: "resolver", cause });
    return undefined;
  }

  /**
   * What the answer rests on, beside the request and the viewer's scope; undefined where it rests on
   * more. Of a plan that was run once nobody knows yet whether its document comes again.
   */
  private basisOf({ plan, isPersonal }: Prepared, position: number): Basis | undefined {
    if (isPersonal || plan.runs < 2) return undefined;
    const known = this.reads.get(plan) ?? { found: readsOf(plan.sql) };
    this.reads.set(plan, known);
    if (!known.found) return undefined;
    const { tables, asksToday } = known.found;
    const until = asksToday ? endOfToday(Date.now()) : Number.POSITIVE_INFINITY;
    return { tables, position, until };
  }

  private causeOf(error: unknown): string {
    if (error instanceof Unplannable) return error.field;
    if (error instanceof GraphQLError) return "argument";
    if (error instanceof Error && "code" in error && error.code === absent) return "absent";
    this.logger.warn({ err: error }, "a query could not be answered by its plan");
    return "failure";
  }
}
