import type { ControlledTransaction, Kysely } from "kysely";
import type { AccessScope } from "../access/index.js";
import { headOf } from "../ledger/index.js";
import type { NounDefinition } from "./dictionary.js";
import type { Sql } from "./sql.js";

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
