import { dayOf, todaySql } from "./day.js";
import { type Sql, sql } from "./fragments.js";
import { knownLines, ledgerTable, type Past } from "./past.js";

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

/** An identifier as text. A large statement names thousands; as nodes they cost more than all else in it. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

class StatementRow {
  /** The alias as SQL. */
  readonly name: Sql;
  private readonly quotedAlias: string;
  private readonly columns = new Map<string, Sql>();

  constructor(
    readonly statement: Statement,
    readonly alias: string,
    /** The table that it is a row of; undefined for a row that the statement makes itself. */
    readonly table: string | undefined,
    private readonly past: Past | undefined,
  ) {
    this.quotedAlias = quoted(alias);
    this.name = sql.raw(this.quotedAlias);
  }

  /** A column of the row, by the dictionary's name or one that the statement itself gives. */
  column(name: string): Sql {
    const known = this.columns.get(name);
    if (known) return known;
    const made = sql.raw(`${this.quotedAlias}.${quoted(name)}`);
    this.columns.set(name, made);
    return made;
  }

  /** The table under the row's alias, for FROM and JOIN. */
  get source(): Sql {
    if (this.table === undefined) throw new Error(`${this.alias} is a row of no table`);
    if (this.past) return this.past.source(this.table, this.alias);
    return sql.raw(`${quoted(this.table)} as ${this.quotedAlias}`);
  }
}

/** The parts of a statement that its present and its past share. */
interface Shared {
  aliases: number;
  readonly tables: Set<string>;
  readsToday: boolean;
  readsClock: boolean;
  readonly subjects: ReadonlySet<string> | undefined;
  asksSubjects: boolean;
}

/**
 * One SQL statement in the making. It gives every table that its parts read an alias of its own, so that
 * no part can refer to another's row by accident, and it records those tables: the response cache
 * evicts an answer when one of them changes.
 */
export class Statement {
  private readonly shared: Shared;

  /**
   * A statement with a `past` reads every table as it stood then, unless a part asks for the `present`;
   * `subjects` are the nouns that the lines which it reads are expected to be of.
   */
  constructor(
    readonly past?: Past,
    { shared, subjects }: { shared?: Shared; subjects?: ReadonlySet<string> | undefined } = {},
  ) {
    this.shared = shared ?? {
      aliases: 0,
      tables: new Set(),
      readsToday: false,
      readsClock: false,
      subjects,
      asksSubjects: false,
    };
  }

  /** The same statement, in which rows are read as they are now. */
  get present(): Statement {
    return this.past ? new Statement(undefined, { shared: this.shared }) : this;
  }

  /**
   * A row of a table, under a new alias. The table counts as read. Of the ledger's lines up to a position,
   * who may see them follows from what stands now: what is read near one is read as of now.
   */
  row(table: string): RowRef {
    this.shared.tables.add(table === knownLines ? ledgerTable : table);
    const near = table === ledgerTable ? this.present : this;
    return new StatementRow(near, this.alias(), table, this.past);
  }

  /** A row of what the statement makes itself, as a function's rows or a subquery, under a new alias. */
  madeRow(): RowRef {
    return new StatementRow(this, this.alias(), undefined, this.past);
  }

  /**
   * The nouns that lines of the ledger are expected to be of: a part that holds the rules of these alone ends
   * the statement at a line of another (`unexpectedLine`). Undefined where they may be of any.
   */
  get subjects(): ReadonlySet<string> | undefined {
    this.shared.asksSubjects = true;
    return this.shared.subjects;
  }

  /** True where a part of it has asked for the subjects. */
  get asksSubjects(): boolean {
    return this.shared.asksSubjects;
  }

  /** The number of rows that it reads so far: of tables, and of what it makes itself. */
  get size(): number {
    return this.shared.aliases;
  }

  /** The date in Jakarta. An answer that reads it holds until midnight there. */
  today(): Sql {
    if (this.past) return dayOf(this.past.moment.instant);
    this.shared.readsToday = true;
    return todaySql;
  }

  /** The instant of the transaction. An answer that reads it is never cached. */
  now(): Sql {
    if (this.past) return this.past.moment.instant;
    this.shared.readsClock = true;
    return sql`now()`;
  }

  /** The dependencies of its answer; undefined where it reads a clock, so that the answer is never cached. */
  get reads(): StatementReads | undefined {
    const { readsClock, readsToday, tables } = this.shared;
    if (readsClock) return undefined;
    return { tables: [...tables].sort(), readsToday };
  }

  private alias(): string {
    this.shared.aliases += 1;
    return `t${this.shared.aliases}`;
  }
}
