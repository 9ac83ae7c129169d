import type { ControlledTransaction, Kysely } from "kysely";
import type { AccessScope } from "../access/index.js";
import { headOf } from "../ledger/index.js";
import type { NounDefinition } from "./dictionary.js";
import { type Sql, sql } from "./sql.js";

/** How many rows of a long statement are fetched together. */
const fetchedRows = 500;

/** A database without a typed schema: the dictionary is the schema here. */
export type Database = Kysely<Record<string, never>>;

/** A row as the API shows it, by field name. */
export type Row = Record<string, unknown>;

/**
 * One read-only snapshot of the database, and the ledger's position in it: everything read through
 * one session agrees with itself, and nothing in it is later than `position`.
 */
export class ReadSession {
  private failure: Error | undefined;
  private cursors = 0;

  private constructor(
    private readonly transaction: ControlledTransaction<Record<string, never>>,
    /** The ledger's head in this snapshot. */
    readonly position: number,
  ) {}

  static async open(database: Database): Promise<ReadSession> {
    const transaction = await database
      .startTransaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute();
    try {
      const { position } = await headOf(transaction);
      return new ReadSession(transaction, position);
    } catch (error) {
      await transaction.rollback().execute();
      throw error;
    }
  }

  /** The rows of one statement. After one has failed the snapshot is lost: the others fail alike. */
  async rows<T = Row>(statement: Sql): Promise<T[]> {
    if (this.failure) throw this.failure;
    try {
      const result = await statement.execute(this.transaction);
      return result.rows as T[];
    } catch (error) {
      this.failure ??= error as Error;
      throw this.failure;
    }
  }

  /**
   * The rows of one statement, some at a time. Postgres works it out once, in this snapshot, and keeps
   * what was not fetched yet: neither side holds a long table whole.
   */
  async *inParts<T = Row>(statement: Sql): AsyncGenerator<T[]> {
    this.cursors += 1;
    const cursor = sql.ref(`rows_${this.cursors}`);
    await this.rows(sql`declare ${cursor} no scroll cursor for ${statement}`);
    for (;;) {
      const rows = await this.rows<T>(sql`fetch ${sql.raw(String(fetchedRows))} from ${cursor}`);
      if (rows.length > 0) yield rows;
      if (rows.length < fetchedRows) break;
    }
    await this.rows(sql`close ${cursor}`);
  }

  /** Gives the connection back; further calls do nothing. */
  async close(): Promise<void> {
    if (!this.transaction.isCommitted && !this.transaction.isRolledBack) {
      await this.transaction.commit().execute();
    }
  }
}

/** Whose eyes a read is made with, and the snapshot it is made in. */
export interface Reading {
  session: ReadSession;
  scope: AccessScope;
  /** Rows which these eyes were found to see in this snapshot: it need not be asked again. */
  seen?: SeenRows | undefined;
}

/** Rows of one noun, by their ids. */
export interface SeenRows {
  noun: NounDefinition;
  ids: ReadonlySet<string>;
}
