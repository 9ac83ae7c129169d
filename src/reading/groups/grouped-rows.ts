import type { AccessScope } from "../../access/index.js";
import { fieldOf, type NounDefinition, nounOf } from "../model/dictionary.js";
import type { Fact, GroupCompute, GroupDimension, GroupSite } from "../model/grouping.js";
import { allOf, type Sql, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";

/** The rows of a noun that are grouped, and what their dimensions and measures join to them. */
export class GroupedRows {
  private readonly joins: Sql[] = [];
  private readonly edges = new Map<string, Site>();
  private readonly facts = new Map<Fact, RowRef>();
  private readonly made = new Map<string, Sql>();
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
    const { target, reached } = this.reference(noun, row, reference);
    const joined = row.statement.row(target.table);
    this.joins.push(sql`left join ${joined.source} on ${reached(joined)}`);
    const site = new Site(this, target, joined);
    this.edges.set(key, site);
    return site;
  }

  /** The noun that a to-one reference of a row leads to, and the condition that it leads to one of its rows. */
  private reference(noun: NounDefinition, row: RowRef, reference: string) {
    const edge = fieldOf(noun, reference).edge();
    if (!edge) throw new Error(`${noun.name}.${reference} leads to no one row`);
    const target = nounOf(edge.target());
    const reached = (one: RowRef): Sql => {
      const on = [sql`${one.column(target.idColumn)} = ${edge.id(row, this.scope)}`];
      if (edge.mayBeHidden) on.push(target.visible(this.scope, one));
      return allOf(on);
    };
    return { target, reached };
  }

  /** A value made beside the row: OFFSET keeps it apart, so that Postgres remembers it by the row's reference. */
  once(noun: NounDefinition, row: RowRef, name: string, path: string, value: GroupCompute): Sql {
    const key = [row.alias, path, name].join();
    const known = this.made.get(key);
    if (known) return known;
    const [first = "", ...rest] = path.split(".");
    const { target, reached } = this.reference(noun, row, first);
    const start = row.statement.row(target.table);
    const inner = new GroupedRows(target, start, this.scope, reached, []);
    const end = rest.reduce((at: GroupSite, step) => at.edge(step), inner.site);
    const made = sql`${value(end)} as value`;
    const joined = row.statement.madeRow();
    this.joins.push(sql`left join lateral (select ${made} from ${inner.from(sql``)} offset 0)
      as ${joined.name} on true`);
    this.made.set(key, joined.column("value"));
    return joined.column("value");
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

  once(name: string, path: string, value: GroupCompute): Sql {
    return this.rows.once(this.noun, this.row, name, path, value);
  }

  fact(fact: Fact): RowRef {
    return this.rows.fact(this.row, fact);
  }
}
