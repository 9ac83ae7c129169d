import type { AccessScope } from "../../access/index.js";
import { fieldOf, type NounDefinition, nounOf } from "../model/dictionary.js";
import type { Fact, GroupDimension, GroupSite } from "../model/grouping.js";
import { allOf, type Sql, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";

/** The rows of a noun that are grouped, and what their dimensions and measures join to them. */
export class GroupedRows {
  private readonly joins: Sql[] = [];
  private readonly edges = new Map<string, Site>();
  private readonly facts = new Map<Fact, RowRef>();
  /** The ids of the rows, found once, where facts ask for them. */
  private found: RowRef | undefined;

  constructor(
    private readonly noun: NounDefinition,
    readonly row: RowRef,
    readonly scope: AccessScope,
    /** The condition that a row of the noun is grouped. */
    private readonly matches: (row: RowRef) => Sql,
    /** The dimensions by which they are grouped. */
    private readonly dimensions: readonly GroupDimension[],
  ) {}

  /** The number of rows that facts read so far: once for all rows, as their measures' own cost says. */
  tablesOfFacts = 0;

  /** The number of tables that are joined so far; a fact counts as one. */
  get joined(): number {
    return this.joins.length;
  }

  /** The row that is grouped. */
  get site(): GroupSite {
    return new Site(this, this.noun, this.row);
  }

  key(name: string): Sql | undefined {
    return this.dimensions.find((one) => one.name === name)?.value(this.site);
  }

  edge(noun: NounDefinition, row: RowRef, reference: string): GroupSite {
    const key = `${row.alias}.${reference}`;
    const known = this.edges.get(key);
    if (known) return known;
    const edge = fieldOf(noun, reference).edge();
    if (!edge) throw new Error(`${noun.name}.${reference} leads to no one row`);
    const target = nounOf(edge.target());
    const joined = row.statement.row(target.table);
    const on = [sql`${joined.column(target.idColumn)} = ${edge.id(row, this.scope)}`];
    if (edge.mayBeHidden) on.push(target.visible(this.scope, joined));
    this.joins.push(sql`left join ${joined.source} on ${allOf(on)}`);
    const site = new Site(this, target, joined);
    this.edges.set(key, site);
    return site;
  }

  fact(row: RowRef, fact: Fact): RowRef {
    if (row !== this.row) throw new Error("A fact is about the rows that are grouped");
    const known = this.facts.get(fact);
    if (known) return known;
    const joined = row.statement.madeRow();
    const before = row.statement.size;
    this.found ??= row.statement.madeRow();
    const rows = fact.rows(sql`select id from ${this.found.name}`, row, this.scope);
    this.tablesOfFacts += row.statement.size - before;
    const id = row.column(this.noun.idColumn);
    this.joins.push(sql`left join (${rows}) as ${joined.name} on ${joined.column("id")} = ${id}`);
    this.facts.set(fact, joined);
    return joined;
  }

  /** The WITH that finds the rows, where facts ask for them; else nothing. */
  get given(): Sql | undefined {
    if (!this.found) return undefined;
    const row = this.row.statement.row(this.noun.table);
    return sql`${this.found.name} as materialized (select ${row.column(this.noun.idColumn)} as id
      from ${row.source} where ${this.matches(row)})`;
  }

  /** The text after FROM, with WHERE; `keys` are joined last, as they may read all the others. */
  from(keys: Sql): Sql {
    const { row, found } = this;
    const joins = sql.join([...this.joins, keys], sql` `);
    if (!found) return sql`${row.source} ${joins} where ${this.matches(row)}`;
    return sql`${found.name} join ${row.source}
      on ${row.column(this.noun.idColumn)} = ${found.column("id")} ${joins}`;
  }
}

/** One row of the statement as dimensions and measures see it. */
class Site implements GroupSite {
  constructor(
    private readonly rows: GroupedRows,
    private readonly noun: NounDefinition,
    readonly row: RowRef,
  ) {}

  get scope(): AccessScope {
    return this.rows.scope;
  }

  key(dimension: string): Sql | undefined {
    return this.rows.key(dimension);
  }

  edge(reference: string): GroupSite {
    return this.rows.edge(this.noun, this.row, reference);
  }

  fact(fact: Fact): RowRef {
    return this.rows.fact(this.row, fact);
  }
}
