import { assumedRowsOf, rowsPerUnit, tableCost, widestScope } from "../lists/filter-measure.js";
import type { NounDefinition } from "../model/dictionary.js";
import { rowOf } from "../model/rows.js";
import { sql } from "../sql/fragments.js";
import { dimensionsOf, measuresOf } from "./dimensions.js";
import { distinctColumn, type GroupOrderable, orderablesOf } from "./group-columns.js";
import { GroupedRows } from "./grouped-rows.js";

/** What a document asks of groups, as far as it decides what they cost. */
export interface AskedGroups {
  /** The dimensions by name, those whose values are counted too. */
  dimensions: ReadonlySet<string>;
  /** The declared measures by name. */
  measures: ReadonlySet<string>;
  /** The orders, by their name in the order enumeration. */
  orders: ReadonlySet<string>;
}

/** The tables that values add to a statement: one that is joined is read once, others for each row. */
interface AddedTables {
  joined: number;
  looked: number;
}

const added = new WeakMap<NounDefinition, Map<string, AddedTables>>();

/** The tables that a dimension or measure reads, found by compiling it once. */
function tablesOf(noun: NounDefinition, name: string, made: (rows: GroupedRows) => void) {
  const known = added.get(noun) ?? new Map<string, AddedTables>();
  added.set(noun, known);
  const found = known.get(name);
  if (found) return found;
  const row = rowOf(noun.target);
  const rows = new GroupedRows(noun, row, widestScope, () => sql`true`, []);
  made(rows);
  const joined = rows.joined;
  const looked = row.statement.size - 1 - joined - rows.tablesOfFacts;
  const tables = { joined, looked };
  known.set(name, tables);
  return tables;
}

const isNamed = <T>(value: T | undefined): value is T => value !== undefined;

/** Everything that the document has computed for each row, once each. */
function computed(noun: NounDefinition, { dimensions, orders }: AskedGroups) {
  const ordered = [...orders].map((name) => orderablesOf(noun).get(name)).filter(isNamed);
  const named = [...dimensions].map((name) => dimensionsOf(noun).get(name)).filter(isNamed);
  const all: GroupOrderable[] = [...named.map((dimension) => ({ dimension })), ...ordered];
  return new Map(
    all.map((one) =>
      "dimension" in one
        ? [one.dimension.name, distinctColumn(one.dimension)]
        : [one.column.name, one.column],
    ),
  );
}

/**
 * The cost of the groups of a list: all its rows are read, those that its dimensions and measures look up
 * too, and what a fact reads beside. At the root a list has all rows of the noun, below one those of a row.
 */
export function measureGroups(
  noun: NounDefinition,
  asked: AskedGroups,
  place: keyof typeof rowsPerUnit,
): number {
  const columns = computed(noun, asked);
  const named = [...measuresOf(noun).values()].filter(({ name }) => asked.measures.has(name));
  const tables = [
    ...[...columns.values()].map((column) =>
      tablesOf(noun, column.name, (rows) => void column.value(rows.site)),
    ),
    ...named.map((one) => tablesOf(noun, one.name, (rows) => void one.parts(rows.site))),
  ];
  const work = tables.reduce((sum, { joined, looked }) => sum + joined + looked * tableCost, 1);
  const declared = [...measuresOf(noun).values()]
    .filter(({ name }) => asked.measures.has(name) || columns.has(name))
    .reduce((sum, { cost }) => sum + cost, 0);
  return Math.ceil((work * assumedRowsOf(noun)) / rowsPerUnit[place]) + declared;
}
