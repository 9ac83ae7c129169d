import { setFlagsFromString } from "node:v8";

// What Postgres' parser says of the rows that a statement reads: which of their columns must equal which
// parameter, or which column of another row, for a row to have any part in the answer.

type Node = Record<string, unknown>;

/** A row of a table in a statement. */
export interface ReadRow {
  table: string;
  /** Columns that must equal what stands beside them, for the row to have a part in the answer. */
  facts: Fact[];
}

/** A column's value: one of a parameter's, by its number from 1, or a column of another row. */
interface Fact {
  column: string;
  equals: Term;
}
export type Term = { parameter: number } | { row: ReadRow; column: string };

/** The columns of what is no table, as far as they are columns of a row. */
type Columns = (name: string) => Term | undefined;

/** What an alias of a FROM stands for. */
type Item = { row: ReadRow } | { columns: Columns };

/** The aliases that a SELECT gives, and those around it. */
interface Scope {
  items: Map<string, Item>;
  outer: Scope | undefined;
}

const scopeWithin = (outer: Scope | undefined): Scope => ({ items: new Map(), outer });

/** Postgres' parser; undefined before it is loaded. */
let parse: ((text: string) => unknown) | undefined;

/**
 * Loads the parser; before that, `readRows` gives nothing. V8 would compile it a second time while it runs, which
 * takes half a gigabyte for some seconds and makes it no faster. The package compiles it when it is imported.
 */
export async function loadStatementParser(): Promise<void> {
  if (parse) return;
  for (const flag of ["--no-wasm-tier-up", "--no-wasm-dynamic-tiering"]) setFlagsFromString(flag);
  const { loadModule, parseSync } = await import("libpg-query");
  await loadModule();
  parse = parseSync;
}

/** The rows that a statement reads, and what it makes by WITH; undefined before the parser is loaded. */
export function readRows(
  text: string,
): { rows: ReadRow[]; made: ReadonlyMap<string, unknown> } | undefined {
  if (!parse) return undefined;
  const walk = new Walk();
  walk.all(parse(text), undefined);
  return walk;
}

const isNode = (value: unknown): value is Node => value !== null && typeof value === "object";

/** The node of a type within its wrapper: `{ ColumnRef: … }`. */
const as = (value: unknown, type: string): Node | undefined =>
  isNode(value) && isNode(value[type]) ? (value[type] as Node) : undefined;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const textOf = (value: unknown): string | undefined => {
  const text = as(value, "String")?.sval;
  return typeof text === "string" ? text : undefined;
};

const aliasOf = (node: Node): string | undefined => {
  const name = (node.alias as Node | undefined)?.aliasname;
  return typeof name === "string" ? name : undefined;
};

/** True where an alias gives the columns other names. */
const renames = (node: Node): boolean =>
  listOf((node.alias as Node | undefined)?.colnames).length > 0;

/** The columns of what is not looked into. */
const none: Columns = () => undefined;
const unknownColumns: Item = { columns: none };

/** The conditions that must all hold, for this one to hold. */
function conjunctsOf(condition: unknown): unknown[] {
  const bool = as(condition, "BoolExpr");
  if (bool?.boolop !== "AND_EXPR") return condition === undefined ? [] : [condition];
  return listOf(bool.args).flatMap(conjunctsOf);
}

class Walk {
  readonly rows: ReadRow[] = [];

  /** `made` are the columns of what the statement itself makes by WITH. */
  constructor(readonly made = new Map<string, Columns>()) {}

  /** Visits all SELECTs below a value. */
  all(value: unknown, scope: Scope | undefined): void {
    if (Array.isArray(value)) for (const one of value) this.all(one, scope);
    else if (isNode(value)) {
      for (const [type, node] of Object.entries(value)) {
        if (type === "SelectStmt" && isNode(node)) this.select(node, scope);
        else this.all(node, scope);
      }
    }
  }

  private select(node: Node, outer: Scope | undefined): Scope {
    const scope = scopeWithin(outer);
    const { withClause, fromClause, larg, rarg, whereClause, ...others } = node;
    if (isNode(withClause)) this.with(withClause, outer);
    if (isNode(larg)) this.select(larg, outer);
    if (isNode(rarg)) this.select(rarg, outer);
    const own: ReadRow[] = [];
    for (const item of listOf(fromClause)) own.push(...this.from(item, scope));
    this.note(own, whereClause, scope);
    this.all(whereClause, scope);
    this.all(others, scope);
    return scope;
  }

  private with({ ctes, recursive }: Node, outer: Scope | undefined): void {
    for (const one of listOf(ctes)) {
      const { ctename, aliascolnames, ctequery } = as(one, "CommonTableExpr") ?? {};
      const name = String(ctename);
      const query = as(ctequery, "SelectStmt");
      // Known before its query, which may name it.
      const isKnown = !(recursive || this.made.has(name) || listOf(aliascolnames).length > 0);
      this.made.set(name, none);
      if (!query) this.all(ctequery, outer);
      else {
        const within = this.select(query, outer);
        if (isKnown) this.made.set(name, outputsOf(query, within));
      }
    }
  }

  /** Notes an item of FROM; gives its rows for which conditions hold that the item's SELECT adds. */
  private from(item: unknown, scope: Scope): ReadRow[] {
    const range = as(item, "RangeVar");
    if (range) return this.table(range, scope);
    const join = as(item, "JoinExpr");
    if (join) return this.join(join, scope);
    const sub = as(item, "RangeSubselect");
    if (sub) this.subquery(sub, scope);
    else this.other(item, scope);
    return [];
  }

  private subquery(sub: Node, scope: Scope): void {
    const query = as(sub.subquery, "SelectStmt");
    const alias = aliasOf(sub);
    const within = this.select(query ?? {}, sub.lateral ? scope : scope.outer);
    const known = renames(sub) ? unknownColumns : { columns: outputsOf(query ?? {}, within) };
    if (alias) scope.items.set(alias, known);
  }

  /** The rows of a function, or of what is not known here: they hide an alias of the same name further out. */
  private other(item: unknown, scope: Scope): void {
    for (const node of isNode(item) ? Object.values(item) : []) {
      const alias = isNode(node) && aliasOf(node);
      if (alias) scope.items.set(alias, unknownColumns);
    }
    this.all(item, scope);
  }

  private table(range: Node, scope: Scope): ReadRow[] {
    const table = String(range.relname);
    const alias = aliasOf(range) ?? table;
    const columns = this.made.get(table);
    if (columns) {
      scope.items.set(alias, renames(range) ? unknownColumns : { columns });
      return [];
    }
    const row: ReadRow = { table, facts: [] };
    this.rows.push(row);
    scope.items.set(alias, renames(range) ? unknownColumns : { row });
    return [row];
  }

  /** An outer join's condition says nothing of the rows that it keeps in any case. */
  private join(join: Node, scope: Scope): ReadRow[] {
    const left = this.from(join.larg, scope);
    const right = this.from(join.rarg, scope);
    const both = [...left, ...right];
    const decided: Record<string, ReadRow[]> = {
      JOIN_INNER: both,
      JOIN_LEFT: right,
      JOIN_RIGHT: left,
    };
    this.note(decided[String(join.jointype)] ?? [], join.quals, scope);
    this.all(join.quals, scope);
    return both;
  }

  /** Notes what a condition says of rows. */
  private note(rows: readonly ReadRow[], condition: unknown, scope: Scope): void {
    const known = new Set(rows);
    for (const { row, ...fact } of this.stated(condition, scope, known)) {
      if (known.has(row)) row.facts.push(fact);
    }
  }

  /** The equalities that must hold for a condition to hold, also those of rows that must exist for it. */
  private stated(condition: unknown, scope: Scope, rows: Set<ReadRow>): Equality[] {
    return conjunctsOf(condition).flatMap((part) => {
      const link = as(part, "SubLink");
      const query = link?.subLinkType === "EXISTS_SUBLINK" && as(link.subselect, "SelectStmt");
      // An aggregate gives a row whatever its condition finds.
      if (!query || !isPlain(query)) return equalities(part, scope);
      // Its rows are looked at apart from those of the statement: `select` visits it once more.
      const within = scopeWithin(scope);
      const apart = new Walk(this.made);
      for (const item of listOf(query.fromClause)) {
        for (const row of apart.from(item, within)) rows.add(row);
      }
      return this.stated(query.whereClause, within, rows);
    });
  }
}

/** True for `select 1 from … where …`, which gives a row exactly where its condition finds one. */
const isPlain = (query: Node): boolean =>
  !(query.withClause || query.larg || query.groupClause || query.havingClause) &&
  listOf(query.targetList).every((target) => as(as(target, "ResTarget")?.val, "A_Const"));

interface Equality extends Fact {
  row: ReadRow;
}

/** The equalities that a condition states, of each row in it. */
function equalities(condition: unknown, scope: Scope): Equality[] {
  const compared = as(condition, "A_Expr");
  if (!compared || listOf(compared.name).map(textOf).join() !== "=") return [];
  const isAny = compared.kind === "AEXPR_OP_ANY";
  if (compared.kind !== "AEXPR_OP" && !isAny) return [];
  const [left, right] = [termOf(compared.lexpr, scope), termOf(compared.rexpr, scope)];
  if (!left || !right || (isAny && "row" in right)) return [];
  return [
    ...("row" in left ? [{ ...left, equals: right }] : []),
    ...("row" in right ? [{ ...right, equals: left }] : []),
  ];
}

/** What an expression is: a parameter, cast or not, or a column of a row; undefined for all else. */
function termOf(expression: unknown, scope: Scope): Term | undefined {
  const cast = as(expression, "TypeCast");
  const inner = cast ? cast.arg : expression;
  const parameter = as(inner, "ParamRef")?.number;
  if (typeof parameter === "number") return { parameter };
  if (cast) return undefined;
  const [alias, column, more] = listOf(as(inner, "ColumnRef")?.fields).map(textOf);
  if (!alias || !column || more !== undefined) return undefined;
  return columnOf(alias, column, scope);
}

function columnOf(alias: string, column: string, scope: Scope): Term | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const item = at.items.get(alias);
    if (item) return "row" in item ? { row: item.row, column } : item.columns(column);
  }
  return undefined;
}

/** The columns of a subquery that are columns of a row within it. */
function outputsOf(query: Node, within: Scope): Columns {
  const targets = listOf(query.targetList).map((target) => as(target, "ResTarget") ?? {});
  if (query.larg || query.groupClause) return none;
  return (name) => {
    const named = targets.filter((target) => outputName(target) === name);
    const all = targets.filter((target) => outputName(target) === "*");
    if (named.length + all.length !== 1) return undefined;
    if (named[0]) return termOf(named[0].val, within);
    const [alias] = listOf(as(all[0]?.val, "ColumnRef")?.fields).map(textOf);
    return alias ? columnOf(alias, name, within) : undefined;
  };
}

/** The name of an output: of its own, or its column's; `*` for all columns. */
function outputName({ name, val }: Node): string | undefined {
  if (typeof name === "string") return name;
  const last = listOf(as(val, "ColumnRef")?.fields).at(-1);
  return as(last, "A_Star") ? "*" : textOf(last);
}
