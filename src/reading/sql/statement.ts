import { todaySql } from "./day.js";
import { type Sql, sql } from "./fragments.js";

/** The dependencies of a statement's answer, beside its parameters. */
export interface StatementReads {
  /** The tables that it reads, in alphabetical order. */
  tables: readonly string[];
  /** True where it reads which day it is. */
  readsToday: boolean;
}

/**
 * A row that a statement reads, known by an alias that nothing else in the statement has. Only a
 * `Statement` makes one (the class is not exported), so an alias cannot be written by hand.
 */
export type RowRef = StatementRow;

class StatementRow {
  /** The alias as SQL. */
  readonly name: Sql;

  constructor(
    readonly statement: Statement,
    readonly alias: string,
    private readonly table: string | undefined,
  ) {
    this.name = sql.ref(alias);
  }

  /** A column of the row. */
  column(name: string): Sql {
    return sql.ref(`${this.alias}.${name}`);
  }

  /** The table under the row's alias, for FROM and JOIN. */
  get source(): Sql {
    if (this.table === undefined) throw new Error(`${this.alias} is a row of no table`);
    return sql`${sql.table(this.table)} as ${this.name}`;
  }
}

/**
 * One SQL statement in the making. It gives every table that its parts read an alias of its own, so that
 * no part can refer to another's row by accident, and it records those tables: the response cache
 * evicts an answer when one of them changes.
 */
export class Statement {
  private aliases = 0;
  private readonly tables = new Set<string>();
  private readsToday = false;
  private readsClock = false;

  /** A row of a table, under a new alias. The table counts as read. */
  row(table: string): RowRef {
    this.tables.add(table);
    return new StatementRow(this, this.alias(), table);
  }

  /** A row of what the statement makes itself, as a function's rows or a subquery, under a new alias. */
  madeRow(): RowRef {
    return new StatementRow(this, this.alias(), undefined);
  }

  /** The number of rows that it reads so far: of tables, and of what it makes itself. */
  get size(): number {
    return this.aliases;
  }

  /** The date in Jakarta. An answer that reads it holds until midnight there. */
  today(): Sql {
    this.readsToday = true;
    return todaySql;
  }

  /** The instant of the transaction. An answer that reads it is never cached. */
  now(): Sql {
    this.readsClock = true;
    return sql`now()`;
  }

  /** The dependencies of its answer; undefined where it reads a clock, so that the answer is never cached. */
  get reads(): StatementReads | undefined {
    if (this.readsClock) return undefined;
    return { tables: [...this.tables].sort(), readsToday: this.readsToday };
  }

  private alias(): string {
    this.aliases += 1;
    return `t${this.aliases}`;
  }
}
