import { CompiledQuery, type ControlledTransaction, type Kysely } from "kysely";
import type { AccessScope } from "../../access/index.js";
import { type Held, headOf } from "../../ledger/index.js";
import { unavailable } from "../../platform/errors.js";
import type { NounDefinition } from "../model/dictionary.js";
import type { Row } from "../model/row.js";
import { type Sql, sql } from "../sql/fragments.js";

/** The number of rows of a long statement that are fetched together. */
const fetchedRows = 500;

/** A database without a typed schema: the dictionary is the schema here. */
export type Database = Kysely<Record<string, never>>;

/** The bounds of a session. */
export interface SessionBounds {
  /**
   * The milliseconds within which its statements begin: a document of many short statements holds its
   * connection no longer than one long statement.
   */
  mostMs?: number;
  /** The milliseconds that one statement may run, where they are not those of all connections. */
  statementMs?: number | undefined;
  /** Called when the session holds no connection any more, also when it could not be opened. */
  onClosed?: () => void;
}

const nothing = () => {};

/**
 * One read-only snapshot of the database, and the ledger's position in it: everything read through
 * one session agrees with itself, and nothing in it is later than `position`.
 */
export class ReadSession {
  private failure: Error | undefined;
  private cursors = 0;
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly transaction: ControlledTransaction<Record<string, never>>,
    /** The ledger's head in this snapshot. */
    readonly position: number,
    /** What the ledger holds in it. */
    readonly held: Held,
    /** When the last of its statements may begin, on the clock of `performance.now()`. */
    private readonly until: number,
    private readonly onClosed: () => void,
  ) {}

  static async open(database: Database, bounds: SessionBounds = {}): Promise<ReadSession> {
    try {
      return await ReadSession.begin(database, bounds);
    } catch (error) {
      bounds.onClosed?.();
      throw error;
    }
  }

  private static async begin(
    database: Database,
    { mostMs = Number.POSITIVE_INFINITY, statementMs, onClosed = nothing }: SessionBounds,
  ): Promise<ReadSession> {
    const transaction = await database
      .startTransaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute();
    try {
      if (statementMs !== undefined) await limitStatements(transaction, statementMs);
      const { position, ...held } = await headOf(transaction);
      const until = performance.now() + mostMs;
      return new ReadSession(transaction, position, held, until, onClosed);
    } catch (error) {
      // A rollback fails when the connection is lost: the error to report is the first one.
      await transaction
        .rollback()
        .execute()
        .catch(() => undefined);
      throw error;
    }
  }

  /**
   * The rows of one statement, which runs after those before it. A failed statement ends the snapshot,
   * and so do `mostMs`: all later ones fail with the same error.
   */
  rows<T = Row>(statement: Sql): Promise<T[]> {
    const turn = this.last.then(() => {
      if (performance.now() > this.until) this.failure ??= tookTooLong();
      return this.run<T>(statement);
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * The rows of one compiled statement that may fail: the snapshot goes on as if it had not run. It runs
   * after those before it.
   */
  tried<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    const turn = this.last.then(() => this.runTried<T>(text, values));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * The rows of one statement, in batches. Postgres computes it once, in this snapshot, and holds the rows
   * that are not fetched yet: neither side holds a long table whole. `mostMs` does not bound it.
   */
  async *inParts<T = Row>(statement: Sql): AsyncGenerator<T[]> {
    this.cursors += 1;
    const cursor = sql.ref(`rows_${this.cursors}`);
    await this.run(sql`declare ${cursor} no scroll cursor for ${statement}`);
    for (;;) {
      const rows = await this.run<T>(sql`fetch ${sql.raw(String(fetchedRows))} from ${cursor}`);
      if (rows.length > 0) yield rows;
      if (rows.length < fetchedRows) break;
    }
    await this.run(sql`close ${cursor}`);
  }

  /**
   * Gives the connection back; further calls do nothing. Where the connection is lost, the pool has
   * dropped it, and nothing that was read is wrong for that.
   */
  async close(): Promise<void> {
    const { transaction } = this;
    if (transaction.isCommitted || transaction.isRolledBack) return;
    await transaction
      .commit()
      .execute()
      .catch(() => undefined);
    this.onClosed();
  }

  private async runTried<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    if (performance.now() > this.until) this.failure ??= tookTooLong();
    await this.run(sql`savepoint tried`);
    try {
      const { rows } = await this.transaction.executeQuery<T>(CompiledQuery.raw(text, [...values]));
      await this.run(sql`release savepoint tried`);
      return rows;
    } catch (error) {
      await this.run(sql`rollback to savepoint tried`);
      throw error;
    }
  }

  private async run<T>(statement: Sql): Promise<T[]> {
    if (this.failure) throw this.failure;
    try {
      const result = await statement.execute(this.transaction);
      return result.rows as T[];
    } catch (error) {
      this.failure ??= error as Error;
      throw this.failure;
    }
  }
}

const limitStatements = (transaction: Database, ms: number): Promise<unknown> =>
  sql`set local statement_timeout = ${sql.raw(String(ms))}`.execute(transaction);

const tookTooLong = (): Error =>
  unavailable({
    en: "The document takes too long to answer; ask for less, or try again later.",
    id: "Dokumen ini memakan waktu lebih lama daripada yang diizinkan; minta lebih sedikit, atau coba lagi nanti.",
  });

/** The reads of rows that a reader needs, of a snapshot or of a running transaction. */
export type RowSession = Pick<ReadSession, "rows" | "inParts">;

/** The rows in the transaction of a use case, with those that it has written. */
export function rowsWithin(transaction: Database): RowSession {
  const rows = async <T = Row>(statement: Sql): Promise<T[]> => {
    const result = await statement.execute(transaction);
    return result.rows as T[];
  };
  return {
    rows,
    async *inParts<T = Row>(statement: Sql) {
      yield await rows<T>(statement);
    },
  };
}

/** A read: its snapshot, and what its viewer may see. */
export interface Reading<Session extends RowSession = ReadSession> {
  session: Session;
  scope: AccessScope;
  /** Rows that the viewer was found to see in this snapshot; their row filter need not run again. */
  seen?: SeenRows | undefined;
}

/** Rows of one noun, by their ids. */
export interface SeenRows {
  noun: NounDefinition;
  ids: ReadonlySet<string>;
}
