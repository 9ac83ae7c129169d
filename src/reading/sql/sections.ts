import { allOf, type Sql, sql } from "./fragments.js";
import type { RowRef } from "./statement.js";

// An answer as rows: the rows of each list that is selected are a section of the statement's result, and stand
// below the rows of the section around it by number. Postgres makes no JSON: the text between the values is the
// same in every answer, so code writes it.

/** What is written of a value of a section's row. Values stand in the row's columns in the order of writing. */
export type Shape = ValueShape | ListShape | PartsShape;

/** What a null stands for: the text `null`; a fault, by the field's name; or else nothing. */
interface OfNull {
  nullable: boolean;
  absent?: string;
}

/** `json` is text to be written as it is; `quoted` stands between quotes; `text` is escaped there. */
export type ValueForm = "json" | "quoted" | "text";

/** The value of one column. */
export interface ValueShape extends OfNull {
  is: "value";
  form: ValueForm;
  /** True for a stored value that is never null: where it is null, there is no row. */
  tellsRow?: boolean;
}

/** The rows of another section that stand below the row. */
export interface ListShape {
  is: "list";
  section: number;
  item: Shape;
}

/** Known text and values in turn. */
export interface PartsShape extends OfNull {
  is: "parts";
  parts: readonly (string | Shape)[];
  /** Where it may be null: how many columns it has, and whether the first only tells that it is not. */
  columns?: { count: number; isFirstApart: boolean };
}

/** The rows of a list, in a statement where the row around them is at hand. */
export interface Rows {
  /** The text after FROM, and the conditions. */
  from: Sql;
  where: readonly Sql[];
  /** The order; no two rows below the same are equal in it. */
  order: Sql;
  /** The rows that it names. */
  rows: readonly RowRef[];
}

/** The most columns, and the most of all sections together: each row has as many columns as the widest. */
const mostColumns = 1_000;
const mostPlaces = 20_000;

/** Thrown where a value cannot stand in the rows of a section, or an answer has too many lists or values for rows. */
export class NotPlaced extends Error {}

/** The sections of one statement. */
export class Sections {
  readonly all: Section[] = [];
  private readonly defined: Sql[] = [];
  readonly root: Section;

  /** `textOf` gives the text of a part of the statement. */
  constructor(readonly textOf: (part: Sql) => string) {
    this.root = new Section(this, undefined, undefined);
    this.all.push(this.root);
  }

  /** Defines a relation that the sections may read, once for the statement. */
  define(name: Sql, rows: Sql): void {
    this.defined.push(sql`${name} as materialized (${rows})`);
  }

  /** The statement: of each row the number of its section, that of the row around it, and its values. */
  statement(): Sql {
    const width = Math.max(...this.all.map(({ columns }) => columns.length));
    if (width > mostColumns || width * this.all.length > mostPlaces) throw new NotPlaced();
    const defined = [...this.defined, ...this.all.flatMap((one) => one.definition() ?? [])];
    const before = defined.length > 0 ? sql`with ${sql.join(defined)} ` : sql``;
    const selected = this.all.map((one) => sql`(${one.selected(width)})`);
    return sql`${before}${sql.join(selected, sql` union all `)}`;
  }
}

/** A column of a row as the text of a statement names it; without a column, the row in another way. */
const named = /"(t\d+)"(?:\."(\w+)")?/g;

/** The rows of one list for all rows around them; of the root, the one row of the whole. */
export class Section {
  readonly number: number;
  /** Its columns so far. */
  readonly columns: Sql[] = [];
  private readonly joins: Sql[] = [];
  /** The rows of which values may be read, by alias. */
  private readonly known: Map<string, RowRef>;
  /** The names of the columns that identify those of them that may be absent. */
  private readonly identities = new Map<string, string>();
  /** The identities of the rows around it without which it has no rows. */
  private readonly needed: Sql[] = [];
  /** The columns of those rows that the sections below read, by alias. */
  private readonly read = new Map<string, Set<string>>();
  /** True where sections below read which row they stand below. */
  private isRead = false;

  constructor(
    private readonly of: Sections,
    private readonly around: Section | undefined,
    private readonly rows: Rows | undefined,
  ) {
    this.number = of.all.length;
    this.known = new Map(rows?.rows.map((row) => [row.alias, row]));
  }

  get isRoot(): boolean {
    return this.around === undefined;
  }

  /** Defines a relation for the whole statement. */
  define(name: Sql, rows: Sql): void {
    this.of.define(name, rows);
  }

  /** Gives the next value of the row. */
  value(expression: Sql, form: ValueForm, nullable: boolean): ValueShape {
    this.columns.push(sql`(${expression})::text`);
    return { is: "value", form, nullable };
  }

  /**
   * Gives the values of another row, or of none: of the only one that meets the condition. `offset 0` has
   * Postgres look each up by its index, also where it expects to read them all.
   */
  joined(row: RowRef, where: Sql, identity: string, place: () => Shape): Shape {
    const { name } = row;
    this.joins.push(
      sql` left join lateral (select ${name}.* from ${row.source} where ${where} offset 0) as ${name} on true`,
    );
    this.known.set(row.alias, row);
    this.identities.set(row.alias, identity);
    const before = this.columns.length;
    const shape = place();
    const isFirstApart = !tellsRow(shape);
    if (isFirstApart)
      this.columns.splice(
        before,
        0,
        sql`case when ${row.column(identity)} is not null then '' end`,
      );
    const count = this.columns.length - before;
    return { is: "parts", parts: [shape], nullable: true, columns: { count, isFirstApart } };
  }

  /** The list of rows below each row, of which `place` gives the values. */
  list(rows: Rows, place: (section: Section) => Shape): ListShape {
    const section = new Section(this.of, this, rows);
    this.of.all.push(section);
    const item = place(section);
    if (!section.tie()) throw new NotPlaced();
    return { is: "list", section: section.number, item };
  }

  /** What `place` gives; undefined, with nothing done, where a part of it cannot stand in rows. */
  attempt(place: () => Shape | undefined): Shape | undefined {
    const { columns, joins, known, read, isRead } = this;
    const [width, joined, aliases] = [columns.length, joins.length, new Set(known.keys())];
    const names = [...read].map(([alias, of]) => [alias, new Set(of)] as const);
    const sections = this.of.all.length;
    try {
      return place();
    } catch (error) {
      if (!(error instanceof NotPlaced)) throw error;
      columns.length = width;
      joins.length = joined;
      this.of.all.length = sections;
      for (const alias of known.keys()) if (!aliases.has(alias)) known.delete(alias);
      read.clear();
      for (const [alias, of] of names) read.set(alias, of);
      this.isRead = isRead;
      return undefined;
    }
  }

  /** The relation of a section that others read. */
  definition(): Sql | undefined {
    if (!this.isRead) return undefined;
    const { columns } = this;
    const values = columns.map((column, at) => sql`${column} as ${columnName(at)}`);
    const keys = [...this.read].flatMap(([alias, names]) => {
      const row = this.known.get(alias) as RowRef;
      return [...names].map((name) => sql`${row.column(name)} as ${keyName(alias, name)}`);
    });
    const place = sql`${this.above()} as p, row_number() over (${this.ordered()}) as n`;
    const all = sql.join([place, ...values, ...keys]);
    return sql`${this.name} as materialized (select ${all} from ${this.from()})`;
  }

  /** Its part of the result, with as many columns as the widest has. */
  selected(width: number): Sql {
    const number = sql.lit(this.number);
    const { columns } = this;
    const rest = Array.from({ length: width - columns.length }, () => sql`null::text`);
    if (this.isRead) {
      const values = columns.map((_, at) => columnName(at));
      return sql`select ${sql.join([number, sql`p`, ...values, ...rest])} from ${this.name} order by n`;
    }
    return sql`select ${sql.join([number, this.above(), ...columns, ...rest])} from ${this.from()} ${this.ordered()}`;
  }

  /** Notes what it reads of the row around it; false where it reads what is not at hand. */
  private tie(): boolean {
    const { around } = this;
    const read = around && this.readsOf(around);
    if (!around || !read) return false;
    for (const [alias, names] of read) {
      const all = around.read.get(alias) ?? new Set();
      const identity = around.identities.get(alias);
      for (const name of identity ? [identity, ...names] : names) all.add(name);
      around.read.set(alias, all);
      // What reads of an absent row is not run at all: it may fail, as for a position that is not retained.
      const row = around.known.get(alias);
      if (identity && row) this.needed.push(sql`${row.column(identity)} is not null`);
    }
    // All stands below the only row of the root.
    if (read.size > 0 || !around.isRoot) around.isRead = true;
    return true;
  }

  /** The columns of the rows around it that its text names; undefined where it names others, or a whole row. */
  private readsOf(around: Section): Map<string, Set<string>> | undefined {
    const read = new Map<string, Set<string>>();
    const { columns, joins, rows } = this;
    const parts = [...columns, ...joins, rows?.from ?? sql``, ...(rows?.where ?? [])];
    const text = this.of.textOf(sql.join([...parts, rows?.order ?? sql``], sql` `));
    const farther = around.ancestors();
    for (const [, alias = "", name] of text.matchAll(named)) {
      if (farther.has(alias)) return undefined;
      if (!around.known.has(alias)) continue;
      if (name === undefined) return undefined;
      read.set(alias, (read.get(alias) ?? new Set()).add(name));
    }
    return read;
  }

  /** The aliases of the rows around it. */
  private ancestors(): ReadonlySet<string> {
    const { around } = this;
    return around ? new Set([...around.known.keys(), ...around.ancestors()]) : new Set();
  }

  private get name(): Sql {
    return sql.ref(`section${this.number}`);
  }

  /** The number of the row around it. */
  private above(): Sql {
    return this.around?.isRead ? sql`${this.around.name}.n` : sql`1::bigint`;
  }

  private ordered(): Sql {
    return this.rows ? sql`order by ${this.above()}, ${this.rows.order}` : sql``;
  }

  private from(): Sql {
    const { rows, around } = this;
    const conditions = [...this.needed, ...(rows?.where ?? [])];
    const where = conditions.length > 0 ? sql` where ${allOf(conditions)}` : sql``;
    const given = around?.isRead ? sql`${around.given()}, ` : sql``;
    const from = rows ? rows.from : sql`(select) as one`;
    return sql`${given}${from}${sql.join(this.joins, sql``)}${where}`;
  }

  /** The rows that others read, under the aliases by which these name them. */
  private given(): Sql {
    const { name } = this;
    const rows = [...this.read].map(([alias, names]) => {
      const row = this.known.get(alias) as RowRef;
      const columns = [...names].map(
        (one) => sql`${name}.${keyName(alias, one)} as ${sql.ref(one)}`,
      );
      return sql`lateral (select ${sql.join(columns)}) as ${row.name}`;
    });
    return sql.join([name, ...rows]);
  }
}

const columnName = (at: number): Sql => sql.ref(`c${at}`);
const keyName = (alias: string, name: string): Sql => sql.raw(`"${alias} ${name}"`);

/** True where the first value of a shape tells by itself whether there is a row. */
function tellsRow(shape: Shape): boolean {
  if (shape.is === "value") return shape.tellsRow === true;
  if (shape.is === "list" || shape.columns) return false;
  const first = shape.parts.find((part) => typeof part !== "string");
  return typeof first === "object" && tellsRow(first);
}
