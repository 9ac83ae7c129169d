import type pg from "pg";
import { PreparedRuns, type Repeated } from "../../platform/database/index.js";
import { AnswerTooLong, type AnswerWriter } from "./answer-writer.js";
import type { Plan, Prepared } from "./plan.js";
import { textsOfRow } from "./section-rows.js";

/** An answer as Postgres wrote it. */
export interface PlannedAnswer {
  /** The ledger's position in the answer's own snapshot. */
  position: number;
  /** The answer's `data`, as JSON text. */
  data: string;
}

/** The most bytes of the rows that an answer is made of, which takes some 20 milliseconds without a pause. */
const mostBytes = 4_194_304;

/** The answer in the rows of a statement, or the reason why it is not made; undefined where there are no rows. */
function answerOf(
  writer: AnswerWriter,
  messages: Buffer | undefined,
): PlannedAnswer | Error | undefined {
  if (!messages) return new AnswerTooLong();
  if (messages.length === 0) return undefined;
  try {
    return writer.answer(messages);
  } catch (error) {
    return error as Error;
  }
}

/** Runs plans, each in one message to Postgres and one back. */
export class PlanRunner {
  private readonly runs: PreparedRuns;

  constructor(
    private readonly pool: pg.Pool,
    mostCharacters?: number,
    lifetime?: number,
  ) {
    this.runs = new PreparedRuns(mostCharacters, lifetime);
  }

  /** Runs a plan, which may take Postgres `statementMs`. Throws AnswerTooLong where it must be planned for text. */
  async run({ plan, values, finish }: Prepared, statementMs: number): Promise<PlannedAnswer> {
    const answer = await this.answer(plan, plan, values, statementMs);
    if (!answer) throw new Error("a statement has given no row");
    // With the connection given back: code works on, and may fail, without it.
    return { position: answer.position, data: finish(answer.data) };
  }

  /**
   * Runs a plan on a standby that has replayed a position; undefined where the server is none, or has not.
   * The answer is as Postgres wrote it, to be finished.
   */
  async runOnStandby(
    { plan, values }: Pick<Prepared, "plan" | "values">,
    statementMs: number,
    atLeast: number,
  ): Promise<PlannedAnswer | undefined> {
    const answer = await this.answer(plan, gatedOf(plan), [...values, atLeast], statementMs);
    if (answer) plan.runs += 1;
    return answer;
  }

  /** The answer that a statement of a plan gives; undefined where it gives no row. */
  private async answer(
    { rows }: Plan,
    statement: Repeated,
    values: unknown[],
    statementMs: number,
  ): Promise<PlannedAnswer | undefined> {
    if (rows) return this.answerOfRows(rows, statement, values, statementMs);
    const read = await this.read(statement, values, statementMs);
    if (!read) return undefined;
    const [position = "0", data = "null"] = read;
    return { position: Number(position), data };
  }

  private async answerOfRows(
    writer: AnswerWriter,
    statement: Repeated,
    values: unknown[],
    statementMs: number,
  ): Promise<PlannedAnswer | undefined> {
    // While the rows hold; a fault of the answer is none of the connection.
    const made = await this.connected(statementMs, (client) =>
      this.runs.runToMessages(client, statement, values, {
        most: mostBytes,
        read: (messages) => answerOf(writer, messages),
      }),
    );
    if (made instanceof Error) throw made;
    return made;
  }

  /** The row of a statement: its position and its data. */
  private read(
    statement: Repeated,
    values: unknown[],
    statementMs: number,
  ): Promise<string[] | undefined> {
    return this.connected(statementMs, (client) =>
      this.runs.runToMessages(client, statement, values, {
        // Postgres ends a statement whose answer is too large.
        most: Number.POSITIVE_INFINITY,
        read: textsOfRow,
      }),
    );
  }

  private async connected<R>(
    statementMs: number,
    run: (client: pg.PoolClient) => Promise<R>,
  ): Promise<R> {
    const client = await this.pool.connect();
    let failure: unknown;
    try {
      await this.runs.limitTime(client, statementMs);
      return await run(client);
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      this.runs.release(client, failure);
    }
  }
}

/** The statements of plans as they run on a standby. */
const gated = new WeakMap<Plan, Repeated>();

/**
 * A plan's statement for a standby: its snapshot gives no row where the server is no standby, or has not
 * replayed the position that is its last parameter. Nothing of the answer is made then.
 */
function gatedOf(plan: Plan): Repeated {
  const known = gated.get(plan);
  if (known) return known;
  const { name, sql, parameters, isPast, rows } = plan;
  const needed = `$${parameters.length + 1}::bigint`;
  // A subquery, as Postgres decides about that once, before all rows.
  const isThere = `(select pg_is_in_recovery() and position >= ${needed} from ledger_head)`;
  const whole = rows ? `select * from (${sql}) as answer` : sql;
  const made = { name, sql: `${whole} where ${isThere}`, runs: 0, isPast };
  gated.set(plan, made);
  return made;
}
