import type { AccessScope } from "../../access/index.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { RowRef, Statement } from "../sql/statement.js";
import type { StatementWriter } from "./plan.js";
import { bindScope, type ScopeList, scopeListOf, scopeLists } from "./run.js";

// One statement for many viewers whose scopes have the same shape. Its text is that for one of them: where
// that has a list of the viewer's scope as a parameter, this has a column of a row that it makes of each
// viewer. A row of a viewer is a lane: what it reads is beside what the others read, in the same snapshot.

/** What a lane is at least: the scope of its viewer. */
export interface Lane {
  scope: AccessScope;
}

/** A column of the lanes: its type in Postgres, and a lane's value as text of that type. */
export interface LaneColumn<L extends Lane> {
  type: string;
  text(lane: L): string | null;
}

/** A place in a statement for one column's values of all lanes. */
class LaneTexts<L extends Lane> {
  constructor(readonly column: LaneColumn<L>) {}
}

/** A compiled statement, to be given lanes. */
export interface LaneStatement<L extends Lane> {
  readonly sql: string;
  /** The statement's parameters for these lanes. */
  values(lanes: readonly L[]): unknown[];
  /** What the statement reads of a viewer's scope: what it gives is the same for viewers who agree in that. */
  reads(scope: AccessScope): string;
}

/** Ids as the text of an array in Postgres. */
const arrayText = (ids: readonly string[]): string => `{${ids.join(",")}}`;

const ofScope = Object.fromEntries(
  scopeLists.map((name) => [
    name,
    { type: "uuid[]", text: ({ scope }: Lane) => arrayText(scope[name]) },
  ]),
) as Record<ScopeList, LaneColumn<Lane>>;

/** The name of the column that numbers the lanes, from 1. */
const numbered = "number";

/** The lanes of a statement, under an alias of their own. */
export class Lanes<L extends Lane> {
  readonly row: RowRef;
  private readonly columns: [string, LaneColumn<L>][];

  constructor(
    statement: Statement,
    columns: Readonly<Record<string, LaneColumn<L>>>,
    row: RowRef = statement.madeRow(),
  ) {
    this.row = row;
    this.columns = Object.entries({ ...ofScope, ...columns });
  }

  /** The number of a lane, from 1. */
  get number(): Sql {
    return this.row.column(numbered);
  }

  /**
   * The lanes for FROM. `offset 0` has each text become a value once for its lane, not once for each row
   * that a filter is evaluated on.
   */
  get source(): Sql {
    const names = this.columns.map(([name]) => sql.ref(name));
    const texts = this.columns.map(([, column]) => sql`${sql.val(new LaneTexts(column))}::text[]`);
    const values = this.columns.map(
      ([name, { type }]) => sql`${sql.ref(name)}::${sql.raw(type)} as ${sql.ref(name)}`,
    );
    return sql`(select ${sql.join(values)}, ${sql.ref(numbered)}
      from unnest(${sql.join(texts)}) with ordinality as given(${sql.join(names)}, ${sql.ref(numbered)})
      offset 0) as ${this.row.name}`;
  }

  /** Compiles a statement with these lanes in it; `planned` is the scope that its parts were made with. */
  compile(statement: Sql, writer: StatementWriter, planned: AccessScope): LaneStatement<L> {
    const { sql: text, parameters } = statement.compile(writer);
    const kept: unknown[] = [];
    const used = new Set<ScopeList>();
    const place = (number: number, cast: string): string => {
      const parameter = parameters[number - 1];
      const list = scopeListOf(parameter, planned);
      if (list && cast === "") throw new Error("A row filter must give the type of a scope's list");
      if (list) return this.columnText(list, used);
      return `$${kept.push(bindScope(parameter, planned))}${cast}`;
    };
    const made = text.replace(token, (all, number?: string, cast = "") =>
      number === undefined ? all : place(Number(number), cast),
    );
    return {
      sql: made,
      reads: (scope) => [...used].map((name) => arrayText(scope[name])).join(),
      values: (lanes) => kept.map((one) => (one instanceof LaneTexts ? textsOf(one, lanes) : one)),
    };
  }

  private columnText(name: ScopeList, used: Set<ScopeList>): string {
    used.add(name);
    return `"${this.row.alias}"."${name}"`;
  }
}

/** A text, a name, or a parameter with the cast of a list of ids. */
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\d+)(::uuid\[\])?/g;

const textsOf = <L extends Lane>({ column }: LaneTexts<L>, lanes: readonly L[]) =>
  lanes.map((lane) => column.text(lane));
