import type { GraphQLSchema } from "graphql";
import { scopeOf } from "../access/index.js";
import {
  checkPosition,
  headWithin,
  instantAt,
  type RecordedTables,
  type RowsOf,
  rowsBy,
} from "../ledger/index.js";
import { tooLargeAnswer } from "../platform/answer-size.js";
import type { Config } from "../platform/config.js";
import type { Logger } from "../platform/logger.js";
import { currentFacts } from "../platform/request-scope.js";
import { isTracing, noteSpan } from "../platform/tracing/tracing.js";
import {
  AnswerTooLong,
  type Basis,
  type ExactCache,
  endOfToday,
  Planner,
  type PlanRequest,
  type Prepared,
  Unplannable,
} from "../reading/index.js";
import type { ContextServices, RequestContext } from "./context.js";
import { isUnavailable } from "./errors/database-errors.js";
import { runExpecting } from "./expected-lines.js";
import { causeOf, FailedPlans } from "./failed-plans.js";
import type { Metrics } from "./metrics.js";
import { type InnerAnswer, Moment } from "./moment.js";
import { isFinal, refusalAsOf, stateOf, tooLargeState } from "./planned-faults.js";
import type { ValidQuery } from "./port.js";
import type { PlannedRuns, RunAnswer } from "./replicas/planned-runs.js";
import { runWithin, type TextWithin } from "./text-within.js";

/** A query, and whether its answer may be made of rows. */
type PlannedQuery = ValidQuery & Pick<PlanRequest, "mayBeRows">;

/** Who asks, and in which language. */
type Requester = Pick<RequestContext, "viewer" | "language">;

/**
 * The planned path: each query is answered by one statement. Queries that cannot be planned, that have
 * bad arguments or that find an absent value go to the resolvers, which give the errors and their places.
 */
export class PlannedReads {
  private readonly database: ContextServices["database"];
  private readonly answerBytes: number;
  readonly planner: Planner;
  private readonly failed: FailedPlans;

  constructor(
    { database }: Pick<ContextServices, "database">,
    schema: GraphQLSchema,
    private readonly runs: PlannedRuns,
    logger: Logger,
    private readonly reads: Metrics["reads"],
    { answerBytes }: Pick<Config["limits"], "answerBytes">,
    recorded: RecordedTables,
    /** The answers to queries within answers; absent where nothing is cached. */
    private readonly answers?: ExactCache<InnerAnswer>,
  ) {
    this.database = database;
    this.answerBytes = answerBytes;
    this.failed = new FailedPlans(logger, "a query could not be answered by its plan");
    this.planner = new Planner(schema, database, undefined, answerBytes, recorded);
  }

  readonly read = (context: RequestContext, query: ValidQuery): Promise<string | undefined> => {
    const run = async (prepared: Prepared) => {
      const answer = await context.readOnce(() => this.run(context, prepared));
      if (prepared.plan.executed.length > 0) return this.executed(context, prepared, answer);
      context.basis = basisOf(prepared, answer.position);
      return answer.data;
    };
    return this.readBy(context, { ...query, mayBeRows: true }, run, runExpecting);
  };

  private run({ client, seen }: RequestContext, prepared: Prepared): Promise<RunAnswer> {
    return this.runs.run(prepared, client, { atLeast: seen });
  }

  /**
   * An answer with its executed values, whose queries are read at the same position: from the cache, or
   * where nothing was committed in between. Throws Unplannable where that is not so, and for every fault: the
   * resolvers read both in one snapshot, and know the places of errors.
   */
  private async executed(
    context: RequestContext,
    prepared: Prepared,
    { data, position, from }: RunAnswer,
  ): Promise<string> {
    const { cost } = context.meter;
    const moment = new Moment(position, from);
    try {
      const whole = await prepared.execute(data, context.within(moment));
      const isDated = prepared.plan.executed.some(({ showsPosition }) => showsPosition);
      // Code that makes documents may read which day it is.
      moment.note(isDated ? undefined : { tags: [], until: endOfToday(Date.now()) });
      const own = basisOf(prepared, position);
      context.basis = () => moment.basis(own);
      return whole;
    } catch (error) {
      context.undo({ cost });
      if (isUnavailable(error)) throw error;
      const [{ name } = { name: "executed" }] = prepared.plan.executed;
      throw new Unplannable(name, true);
    }
  }

  /** Reads a query at the moment of an answer, from the cache or by a statement; throws where it cannot. */
  readonly readAt = async (
    context: RequestContext,
    query: ValidQuery,
    key: string,
    moment: Moment,
  ): Promise<string> => {
    const { viewer, language, client } = context;
    const { position, from } = moment;
    const scoped = `${scopeOf(viewer).key}\n${language}\n${key}`;
    const known = this.answers?.at(scoped, position);
    if (known) {
      this.reads.inc({ path: "cached", cause: "" });
      moment.note(known);
      return known.data;
    }
    const [prepared, answer] = await runExpecting(
      (mayMiss) => this.prepared(query, { viewer, language }, mayMiss),
      async (one) => [one, await this.runs.run(one, client, { atLeast: position, from })] as const,
    );
    if (answer.position !== position) throw new Unplannable("position", true);
    this.checkBytes(answer.data);
    this.reads.inc({ path: "planned", cause: "" });
    const basis = basisOf(prepared, position)?.();
    moment.note(basis);
    const { data } = answer;
    if (basis) this.answers?.store(scoped, { data, ...basis }, data.length, basis);
    return data;
  };

  /** The plan of a query with its values; throws Unplannable for one that is left to the resolvers. */
  private prepared(query: PlannedQuery, by: Requester, mayMiss = false): Prepared {
    const started = performance.now();
    const prepared = this.planner.prepare({ ...query, ...by, mayMiss });
    if (isTracing()) noteSpan("plan", started, { "rembuk.plan.runs": prepared.plan.runs });
    if (this.failed.has(prepared.plan)) throw new Unplannable("failure");
    return prepared;
  }

  /** True where its answer is for one viewer alone; throws Unplannable where no statement answers it whole. */
  readonly isPersonal = (context: RequestContext, query: ValidQuery): boolean => {
    const { plan, isPersonal } = this.prepared(query, context);
    const [executed] = plan.executed;
    if (executed) throw new Unplannable(executed.name);
    return isPersonal;
  };

  /** The same in the snapshot of a request, beside what the request reads otherwise. */
  readonly readWithin = async (
    context: RequestContext,
    query: ValidQuery,
  ): Promise<TextWithin | undefined> => {
    let tags: TextWithin["tags"];
    const data = await this.readBy(context, query, (prepared) => {
      const [executed] = prepared.plan.executed;
      if (executed) throw new Unplannable(executed.name);
      tags = prepared.tags();
      return runWithin(context, prepared);
    });
    return data === undefined ? undefined : { data, tags };
  };

  /** The data of a query's plan, which `run` runs; undefined where the resolvers must answer. */
  private async readBy(
    by: Requester,
    query: PlannedQuery,
    run: (prepared: Prepared) => Promise<string>,
    runAll: typeof runExpecting<string> = (prepare, one) => one(prepare(false)),
  ): Promise<string | undefined> {
    let plan: Prepared["plan"] | undefined;
    const prepare = (mayMiss: boolean) => {
      const prepared = this.prepared(query, by, mayMiss);
      plan = prepared.plan;
      return prepared;
    };
    try {
      const data = await runAll(prepare, run);
      this.checkBytes(data);
      this.reads.inc({ path: "planned", cause: "" });
      return data;
    } catch (thrown) {
      if (plan && thrown instanceof AnswerTooLong) {
        plan.isTextOnly = true;
        return this.readBy(by, query, run, runAll);
      }
      const error = this.asRefusal(thrown);
      if (isFinal(error)) throw error;
      this.failed.note(plan, error);
      return this.fallBack(causeOf(error));
    }
  }

  /**
   * The answer to a query as of an earlier position. It depends on what stands now too, by which rows are
   * shown, and is never cached. What cannot be planned is refused: resolvers read what stands now.
   */
  readonly readAsOf = (
    context: RequestContext,
    query: ValidQuery,
    position: number,
  ): Promise<string> =>
    this.readPast(
      context,
      { ...query, position, rows: rowsBy(this.database) },
      async (prepared) => {
        const { data } = await context.readOnce(() => this.run(context, prepared), position);
        return data;
      },
    );

  /** The same in the snapshot of a request, whose other answers are of what stands now. */
  readonly readAsOfWithin = async (
    context: RequestContext,
    query: ValidQuery,
    position: number,
  ): Promise<string> => {
    const { session } = (await context.reader()).reading;
    const rows: RowsOf = (statement) => session.rows(statement);
    const run = (prepared: Prepared) => runWithin(context, prepared);
    return this.readPast(context, { ...query, position, rows }, run);
  };

  private async readPast(
    { viewer, language }: RequestContext,
    { position, rows, ...query }: ValidQuery & { position: number; rows: RowsOf },
    run: (prepared: Prepared) => Promise<string>,
  ): Promise<string> {
    checkPosition(position, await headWithin(rows), "asOf");
    const moment = { position, instant: await instantAt(rows, position) };
    try {
      const prepared = this.planner.prepare({ ...query, viewer, language, moment });
      const data = await run(prepared);
      this.checkBytes(data);
      this.reads.inc({ path: "past", cause: "" });
      return data;
    } catch (thrown) {
      throw refusalAsOf(this.asRefusal(thrown), position);
    }
  }

  /** What code has computed is counted here, all else in Postgres. */
  private checkBytes(data: string): void {
    const bytes = Buffer.byteLength(data);
    if (bytes > this.answerBytes) throw tooLargeAnswer(bytes, this.answerBytes);
  }

  /** The error itself; QUERY_TOO_COMPLEX where Postgres ended an answer that is too large. */
  private asRefusal(error: unknown): unknown {
    return stateOf(error) === tooLargeState
      ? tooLargeAnswer(Number((error as Error).message), this.answerBytes)
      : error;
  }

  /** Counts a query that goes to the resolvers. */
  private fallBack(cause: string): undefined {
    this.reads.inc({ path: "resolver", cause });
    const facts = currentFacts();
    if (facts) facts.cause ??= cause;
    return undefined;
  }
}

/**
 * Gives the tags and the position on which an answer depends, beside the request and the viewer's scope: only
 * what stores the answer asks. Undefined where it depends on more, and for the first run of a plan, whose
 * document may never be sent again.
 */
function basisOf(prepared: Prepared, position: number): (() => Basis | undefined) | undefined {
  const { plan, isPersonal } = prepared;
  if (isPersonal || plan.runs < 2) return undefined;
  const until = plan.reads?.readsToday ? endOfToday(Date.now()) : Number.POSITIVE_INFINITY;
  return () => {
    const tags = prepared.tags();
    return tags && { tags, position, until };
  };
}
