import { parse } from "libpg-query";

// What a statement reads by Postgres' own parser. The hub records it while it makes the statement.

/** What Postgres' parser finds in a statement. */
export interface ParsedStatement {
  /** Tables, without what the statement makes itself by WITH. */
  tables: string[];
  /** Functions, once each, by their names without a schema. */
  functions: string[];
  /** How often the clock is read: for the date in Jakarta, and otherwise. */
  todays: number;
  clocks: number;
  /** The aliases of tables, functions and subqueries, each as often as it stands. */
  aliases: string[];
  /** Comparisons of a column with itself. */
  selfComparisons: string[];
}

type Node = Record<string, unknown>;

/** Every node of the tree under the name of its type. */
function* nodesOf(value: unknown): Generator<[type: string, node: Node]> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  else if (value !== null && typeof value === "object") {
    for (const [type, node] of Object.entries(value)) {
      if (node !== null && typeof node === "object" && !Array.isArray(node)) {
        yield [type, node as Node];
      }
      yield* nodesOf(node);
    }
  }
}

const lastName = (node: Node, list: string): string => {
  const names = node[list] as { String: { sval: string } }[];
  return names.at(-1)?.String.sval ?? "";
};

const isToday = (node: Node): boolean => {
  const text = JSON.stringify(node.args);
  return text.includes('"Asia/Jakarta"') && text.includes('"now"');
};

const aliasOf = (node: Node): string | undefined =>
  (node.alias as { aliasname?: string } | undefined)?.aliasname;

const ranges = ["RangeVar", "RangeFunction", "RangeSubselect"];

/** What a statement reads. */
export async function parsedStatement(text: string): Promise<ParsedStatement> {
  const nodes = [...nodesOf(await parse(text))];
  const ofType = (type: string) => nodes.flatMap(([name, node]) => (name === type ? [node] : []));
  const made = new Set(ofType("CommonTableExpr").map(({ ctename }) => ctename));
  const tables = ofType("RangeVar").map(({ relname }) => String(relname));
  const calls = ofType("FuncCall").map((node) => ({ node, name: lastName(node, "funcname") }));
  const todays = calls.filter(({ name, node }) => name === "timezone" && isToday(node)).length;
  const clocks =
    calls.filter(({ name }) => name === "now").length + ofType("SQLValueFunction").length;
  const comparisons = ofType("A_Expr").filter(({ lexpr, rexpr }) => {
    const [left, right] = [lexpr, rexpr].map((side) => JSON.stringify((side as Node)?.ColumnRef));
    return left !== undefined && bare(left) === bare(right ?? "");
  });
  return {
    tables: [...new Set(tables.filter((name) => !made.has(name)))].sort(),
    functions: [...new Set(calls.map(({ name }) => name))].sort(),
    todays,
    clocks: clocks - todays,
    aliases: nodes.flatMap(([type, node]) => (ranges.includes(type) ? (aliasOf(node) ?? []) : [])),
    selfComparisons: comparisons.map((node) => JSON.stringify(node)),
  };
}

/** A node without its place in the text. */
const bare = (json: string): string => json.replaceAll(/,?"location":\d+/g, "");
