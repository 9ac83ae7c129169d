import { allNouns } from "../model/dictionary.js";
import { positionText } from "../planned/plan.js";
import { todayText } from "../sql/day.js";

/** What the rows of a statement follow from, beside its parameters. */
export interface StatementReads {
  /** The tables that it reads. */
  tables: readonly string[];
  /** Whether it asks which day it is (see `todaySql`). */
  asksToday: boolean;
}

/**
 * Functions whose value follows from their arguments and from nothing else. What is not here, a clock
 * above all, keeps an answer from being kept: safe before a new function is thought about.
 */
const pureFunctions = new Set([
  ...["abs", "array", "array_agg", "array_position", "avg", "bool_and", "bool_or", "cardinality"],
  ...["ceil", "coalesce", "concat", "convert_to", "count", "encode", "floor", "greatest"],
  ...["json_agg", "json_build_array", "json_build_object", "jsonb_agg", "jsonb_array_elements"],
  ...["jsonb_array_elements_text", "jsonb_array_length", "jsonb_build_object", "jsonb_each"],
  ...["jsonb_object_agg", "jsonb_path_query", "jsonb_path_query_array", "jsonb_typeof"],
  ...["least", "left", "length", "lower", "max", "min", "nullif", "read_absent", "regexp_replace"],
  ...["round", "row_number", "rtrim", "string_agg", "strpos", "sum", "to_char", "to_json"],
  ...["to_jsonb", "translate", "unnest", "upper"],
]);

/** Words that a bracket may follow without being called. */
const beforeBrackets = new Set([
  ...["all", "and", "any", "as", "between", "by", "case", "cross", "distinct", "else", "exists"],
  ...["filter", "from", "in", "is", "join", "lateral", "limit", "materialized", "not", "offset"],
  ...["on", "or", "over", "partition", "row", "select", "some", "then", "union", "using", "values"],
  ...["when", "where", "with", "within"],
]);

/** Words that stand for a clock or for who is connected, without a bracket. */
const outside = new Set([
  ...["current_catalog", "current_date", "current_role", "current_schema", "current_time"],
  ...["current_timestamp", "current_user", "localtime", "localtimestamp", "session_user", "user"],
]);

/** Literals that Postgres reads as a time of its own clock. */
const clockLiterals = new Set(["'now'", "'today'", "'tomorrow'", "'yesterday'"]);

const tokens = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\d+|[a-z_]\w*|[0-9.]+|::|\S/gi;

/** What stands in a statement's text, without its comments: the compiler writes none. */
class Words {
  private readonly all: readonly string[];

  constructor(text: string) {
    this.all = text.match(tokens) ?? [];
  }

  *[Symbol.iterator](): Generator<Word> {
    for (const [at, token] of this.all.entries()) {
      const before = this.all[at - 1] ?? "";
      yield { token, before: before.toLowerCase(), after: (this.all[at + 1] ?? "").toLowerCase() };
    }
  }
}

/** A token, and its neighbours in lower case. */
interface Word {
  token: string;
  before: string;
  after: string;
}

/** The name that a token is, in quotation marks or without them; undefined where it is none. */
function nameOf(token: string): string | undefined {
  if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
  return /^[a-z_]/i.test(token) ? token.toLowerCase() : undefined;
}

const isImpure = ({ token, before, after }: Word): boolean => {
  if (clockLiterals.has(token.toLowerCase())) return true;
  const name = nameOf(token);
  if (name === undefined) return false;
  if (outside.has(name) && before !== "." && !token.startsWith('"')) return true;
  const isTypeOrAlias = before === "::" || before === "as";
  const isCalled = after === "(" && !isTypeOrAlias && !beforeBrackets.has(name);
  return isCalled && !pureFunctions.has(name);
};

/** What `from` and `join` may be followed by, beside tables. */
const isNoTable = ({ token, after }: Word): boolean =>
  nameOf(token) === undefined || after === "(" || after === "." || token === "lateral";

/** The text of a statement without what every statement has, and with one meaning for each word. */
const plain = (text: string): string =>
  text
    .replace(positionText, "")
    .replaceAll(todayText, " null ")
    .replaceAll(/\bdistinct from\b/g, "<>");

/** What a statement makes itself and reads as a table. */
const madeBy = (words: readonly Word[]): Set<string | undefined> =>
  new Set(words.filter(({ after }) => after === "as").map(({ token }) => nameOf(token)));

/** The tables that may be read; undefined where something else may be. */
function tablesIn(words: readonly Word[]): string[] | undefined {
  const nouns = new Set(allNouns().map(({ table }) => table));
  const made = madeBy(words);
  const tables = new Set<string>();
  for (const word of words) {
    const name = nameOf(word.token);
    if (name === undefined || word.before === ".") continue;
    const isSource = word.before === "from" || word.before === "join";
    if (nouns.has(name)) tables.add(name);
    else if (isSource && !isNoTable(word) && !made.has(name)) return undefined;
  }
  return [...tables].sort();
}

/**
 * What a statement of the compiler reads, by its text: row filters and derived fields stand in it too.
 * Every name that can be a table's is taken for one, as one too many does no harm. Undefined for a
 * statement of which it cannot be told: one that asks a clock other than for the day, calls a function
 * that is not known, or reads what is no noun's table.
 */
export function readsOf(text: string): StatementReads | undefined {
  const words = [...new Words(plain(text))];
  const tables = words.some(isImpure) ? undefined : tablesIn(words);
  return tables && { tables, asksToday: text.includes(todayText) };
}
