import { allNouns, type NounDefinition, nounOf } from "../model/dictionary.js";
import { columnOfMember, inheritedMembers, storedReference } from "../model/filing.js";
import { scopeMembers } from "../model/scope-members.js";
import { type Binding, boundTag, isCanonicalId } from "../model/tags.js";
import { type ReadRow, readRows, type Term } from "./row-facts.js";

// Which rows of its tables a statement can read at all: those that the id in a parameter binds, where its text
// proves that, and else any of the table.

/** Rows of a table: all, or those that a parameter's ids bind. */
export interface BoundRead {
  table: string;
  by?: { binding: Binding; parameter: number };
}

/** The longest text that is parsed for it, in characters: some 25 milliseconds of the event loop. */
const mostCharacters = 60_000;
/** The most ids of one parameter that make tags; more are the whole table. */
const mostIds = 20;

const bindings: readonly Binding[] = ["id", ...scopeMembers];

/** What is known of one row: the parameters that bind it, and those that its columns equal. */
interface Known {
  noun: NounDefinition;
  by: Map<Binding, number>;
  columns: Map<string, number>;
}

/** The parts of its tables that a statement can read. */
export function boundReads(text: string, tables: readonly string[]): BoundRead[] {
  const whole = tables.map((table) => ({ table }));
  if (text.length > mostCharacters) return whole;
  const found = readRows(text);
  if (!found || tables.some((table) => found.made.has(table))) return whole;
  const known = bindAll(found.rows);
  const reads = new Map<string, BoundRead>();
  const seen = new Set<string>();
  for (const row of found.rows) {
    seen.add(row.table);
    const read = readOf(row.table, known.get(row));
    reads.set(JSON.stringify(read), read);
  }
  for (const table of tables) if (!seen.has(table)) reads.set(table, { table });
  return withoutParts(tables, [...reads.values()]);
}

/** The narrowest part of a table that a row is known to be in. */
function readOf(table: string, known: Known | undefined): BoundRead {
  for (const binding of known ? bindings : []) {
    const parameter = known?.by.get(binding);
    if (parameter !== undefined) return { table, by: { binding, parameter } };
  }
  return { table };
}

/** Reads of the plan's own tables, without parts of those that are read as a whole. */
function withoutParts(tables: readonly string[], reads: readonly BoundRead[]): BoundRead[] {
  // The words of search are made of a noun's rows, in a table beside it.
  const own = reads.map(({ table, by }): BoundRead => {
    const name = table.replace(/_search$/, "");
    return name === table && by ? { table, by } : { table: name };
  });
  const whole = new Set(own.flatMap(({ table, by }) => (by ? [] : [table])));
  const parts = own.filter(({ table, by }) => by && !whole.has(table));
  const both = [...[...whole].map((table) => ({ table })), ...parts];
  return both.filter(({ table }) => tables.includes(table));
}

/** Follows what equals what from row to row until nothing more is known. */
function bindAll(rows: readonly ReadRow[]): ReadonlyMap<ReadRow, Known> {
  const known = new Map<ReadRow, Known>();
  const byTable = new Map(allNouns().map((noun) => [noun.table, noun]));
  const add = (row: ReadRow) => {
    const noun = byTable.get(row.table);
    if (known.has(row) || !noun || noun.changedWith) return;
    known.set(row, { noun, by: new Map(), columns: new Map() });
    for (const { equals } of row.facts) if ("row" in equals) add(equals.row);
  };
  for (const row of rows) add(row);
  let isMore = true;
  while (isMore) {
    isMore = false;
    for (const [row, one] of known) isMore = bindOne(row, one, known) || isMore;
  }
  return known;
}

/** Adds what follows for one row; true where something was added. */
function bindOne(row: ReadRow, one: Known, known: ReadonlyMap<ReadRow, Known>): boolean {
  const before = one.by.size + one.columns.size;
  for (const { column, equals } of row.facts) {
    note(one.columns, column, parameterOf(equals, known));
    inherit(one, column, equals, known);
  }
  if (isRecorded(one.noun)) note(one.by, "id", one.columns.get(one.noun.idColumn));
  note(one.columns, one.noun.idColumn, one.by.get("id"));
  for (const member of scopeMembers) {
    const column = columnOfMember(one.noun, member);
    if (!column) continue;
    note(one.by, member, one.columns.get(column));
    note(one.columns, column, one.by.get(member));
  }
  return one.by.size + one.columns.size > before;
}

/** True for a noun whose changes name its rows; a line of the ledger, for one, is about another row. */
const isRecorded = ({ target }: NounDefinition): boolean => "changeScope" in target.prototype;

function note<K>(of: Map<K, number>, key: K, parameter: number | undefined): void {
  if (parameter !== undefined && !of.has(key)) of.set(key, parameter);
}

/** The parameter that a term equals. */
function parameterOf(term: Term, known: ReadonlyMap<ReadRow, Known>): number | undefined {
  return "parameter" in term ? term.parameter : known.get(term.row)?.columns.get(term.column);
}

/** Rows with the same id, and a row and the row that it is within, are bound to the same. */
function inherit(
  one: Known,
  column: string,
  equals: Term,
  known: ReadonlyMap<ReadRow, Known>,
): void {
  const other = "row" in equals ? known.get(equals.row) : undefined;
  if (!other || !("row" in equals)) return;
  for (const binding of sharedBindings(one, column, other, equals.column)) {
    note(one.by, binding, other.by.get(binding));
  }
}

/** What binds the one row where it binds the other, whose columns are equal. */
function sharedBindings(
  one: Known,
  column: string,
  other: Known,
  otherColumn: string,
): readonly Binding[] {
  const isSame = [column, otherColumn].every((name) => name === one.noun.idColumn);
  if (one.noun === other.noun && isSame) return bindings;
  if (isWithin(one, column, other, otherColumn)) return inheritedMembers;
  if (!isWithin(other, otherColumn, one, column)) return [];
  // An outcome has no plan, though its adoption has.
  return inheritedMembers.filter((member) => columnOfMember(one.noun, member));
}

/** True where a row's column holds the id of a row that it is within. */
const isWithin = (inner: Known, column: string, outer: Known, id: string): boolean =>
  id === outer.noun.idColumn &&
  !inner.noun.filedApart &&
  inner.noun.within.some((name) => {
    const reference = storedReference(inner.noun, name);
    return reference?.storedIn === column && nounOf(reference.target()) === outer.noun;
  });

/** The tags of what one run of a statement reads. */
export function tagsOf(reads: readonly BoundRead[], values: readonly unknown[]): string[] {
  const tags = reads.map(({ table, by }) => {
    const value = by && values[by.parameter - 1];
    const ids = Array.isArray(value) ? value : [value];
    if (!by || ids.length > mostIds || !ids.every(isCanonicalId)) return [table];
    return ids.map((id) => boundTag(table, by.binding, id));
  });
  return [...new Set(tags.flat())];
}
