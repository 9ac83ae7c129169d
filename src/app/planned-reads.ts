import { GraphQLError, type GraphQLSchema } from "graphql";
import type pg from "pg";
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
import { badField, HubError } from "../platform/errors.js";
import type { Logger } from "../platform/logger.js";
import {
  type Basis,
  endOfToday,
  Planner,
  PlanRunner,
  type Prepared,
  Unplannable,
} from "../reading/index.js";
import type { ContextServices, RequestContext } from "./context.js";
import { isUnavailable } from "./errors/database-errors.js";
import type { ReadBounds } from "./limits/index.js";
import type { Metrics } from "./metrics.js";
import type { ValidQuery } from "./port.js";

/**
 * The most tables of a statement that is run: Postgres takes 100 to 200 kB for each. A larger document is
 * left to the resolvers, which read it by many small statements. A portal's view reads some 100 tables.
 */
export const mostTables = 600;
/** The same of a read as of an earlier position: each row filter reads what stood and what stands. */
const mostPastTables = 1000;

/** True for an error that the resolvers would meet too. */
const isFinal = (error: unknown): boolean =>
  isUnavailable(error) || (error instanceof HubError && error.code === "QUERY_TOO_COMPLEX");

/** The SQLSTATE of a statement that found a null in a non-null place (see `read_absent`). */
const absentState = "RB010";
/** That of one whose answer is too large; the error's message is its bytes (see `read_within`). */
const tooLargeState = "RB011";

const stateOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

/** True for an error of the values that a statement was given (class 22): it may run well with others. */
const isOfValues = (error: unknown): boolean => /^22/.test(String(stateOf(error)));

/** The data of a plan, which is run in the snapshot of a request. */
async function runWithin(
  context: RequestContext,
  { plan, values, finish }: Prepared,
): Promise<string> {
  const { session } = (await context.reader()).reading;
  plan.runs += 1;
  const [row = {}] = await session.tried<Record<string, unknown>>(plan.sql, values);
  return finish(String(Object.values(row)[1]));
}

/** The refusal of a query that cannot be read as of a position; the error itself for one of another kind. */
function refusalAsOf(error: unknown, position: number): unknown {
  if (error instanceof Unplannable) {
    return error.field === "size" ? tooLargeAsOf : notAsOf(error.field);
  }
  return stateOf(error) === absentState ? notThere(position) : error;
}

const notAsOf = (field: string): HubError =>
  badField(
    field,
    "cannot be read as of an earlier position: leave it out, or read it as it stands now",
    "tidak dapat dibaca sebagaimana pada posisi terdahulu: hilangkan, atau baca keadaannya sekarang",
  );

const tooLargeAsOf = new HubError("QUERY_TOO_COMPLEX", {
  en: "The document reads too many tables for one read as of an earlier position; ask in several documents.",
  id: "Dokumen membaca terlalu banyak tabel untuk satu pembacaan pada posisi terdahulu; minta dalam beberapa dokumen.",
});

const notThere = (position: number): HubError =>
  new HubError("NOT_FOUND", {
    en: `What the answer refers to as of position ${position} was removed since: ask for less, or read what stands now.`,
    id: `Yang dirujuk jawaban pada posisi ${position} sudah dihapus: minta lebih sedikit, atau baca keadaannya sekarang.`,
  });

/** The data of a query that was read within a request, and the tables that it depends on. */
export interface TextWithin {
  data: string;
  /** Undefined where it depends on the clock too. */
  tables: readonly string[] | undefined;
}

/**
 * The planned path: each query is answered by one statement. Queries that cannot be planned, that have
 * bad arguments or that find an absent value go to the resolvers, which give the errors and their places.
 */
export class PlannedReads {
  private readonly bounds: ReadBounds;
  private readonly database: ContextServices["database"];
  private readonly answerBytes: number;
  private readonly planner: Planner;
  private readonly runner: PlanRunner;
  /** Plans that Postgres refused: each is logged once and not tried again. */
  private readonly failed = new WeakSet<Prepared["plan"]>();

  constructor(
    { database, bounds }: Pick<ContextServices, "database" | "bounds">,
    schema: GraphQLSchema,
    pool: pg.Pool,
    private readonly logger: Logger,
    private readonly reads: Metrics["reads"],
    { answerBytes }: Pick<Config["limits"], "answerBytes">,
    recorded: RecordedTables,
  ) {
    this.database = database;
    this.bounds = bounds;
    this.answerBytes = answerBytes;
    this.planner = new Planner(schema, database, undefined, answerBytes, recorded);
    this.runner = new PlanRunner(pool);
  }

  readonly read = (context: RequestContext, query: ValidQuery): Promise<string | undefined> =>
    this.readBy(context, query, async (prepared) => {
      const { data, position } = await context.readOnce(() =>
        this.bounds.runPlan(this.runner, prepared, context.client),
      );
      context.basis = this.basisOf(prepared, position);
      return data;
    });

  /** The same in the snapshot of a request, beside what the request reads otherwise. */
  readonly readWithin = async (
    context: RequestContext,
    query: ValidQuery,
  ): Promise<TextWithin | undefined> => {
    let tables: TextWithin["tables"];
    const data = await this.readBy(context, query, (prepared) => {
      tables = prepared.plan.reads?.tables;
      return runWithin(context, prepared);
    });
    return data === undefined ? undefined : { data, tables };
  };

  /** The data of a query's plan, which `run` runs; undefined where the resolvers must answer. */
  private async readBy(
    { viewer, language }: Pick<RequestContext, "viewer" | "language">,
    query: ValidQuery,
    run: (prepared: Prepared) => Promise<string>,
  ): Promise<string | undefined> {
    let plan: Prepared["plan"] | undefined;
    try {
      const prepared = this.planner.prepare({ ...query, viewer, language });
      plan = prepared.plan;
      if (this.failed.has(plan)) return this.fallBack("failure");
      if (plan.tables > mostTables) return this.fallBack("size");
      const data = await run(prepared);
      this.checkBytes(data);
      this.reads.inc({ path: "planned", cause: "" });
      return data;
    } catch (thrown) {
      const error = this.asRefusal(thrown);
      if (isFinal(error)) throw error;
      const cause = this.causeOf(error);
      if (plan && cause === "failure" && !isOfValues(error)) this.failed.add(plan);
      return this.fallBack(cause);
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
        const run = () => this.bounds.runPlan(this.runner, prepared, context.client);
        const { data } = await context.readOnce(run, position);
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
      if (prepared.plan.tables > mostPastTables) throw new Unplannable("size");
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
    return undefined;
  }

  /**
   * The tables and the position on which the answer depends, beside the request and the viewer's scope;
   * undefined where it depends on more, and for the first run of a plan, whose document may never be
   * sent again.
   */
  private basisOf({ plan, isPersonal }: Prepared, position: number): Basis | undefined {
    if (isPersonal || plan.runs < 2) return undefined;
    if (!plan.reads) return undefined;
    const { tables, readsToday } = plan.reads;
    const until = readsToday ? endOfToday(Date.now()) : Number.POSITIVE_INFINITY;
    return { tables, position, until };
  }

  private causeOf(error: unknown): string {
    if (error instanceof Unplannable) return error.field;
    if (error instanceof GraphQLError) return "argument";
    if (stateOf(error) === absentState) return "absent";
    this.logger.warn({ err: error }, "a query could not be answered by its plan");
    return "failure";
  }
}
