import type { AccessScope } from "../../access/index.js";
import { defaultLanguage } from "../../platform/errors.js";
import type { Where } from "../model/arguments.js";
import { type NounDefinition, nounOf } from "../model/dictionary.js";
import type { NounField } from "../model/field.js";
import { rowOf } from "../model/rows.js";
import { FilterCompiler, filteredField } from "./filter.js";
import { usesIdsOnly } from "./identifiers.js";

/** The measures of one filter, as its statement will be. */
export interface FilterMeasure {
  /** Its conditions, nested ones too. */
  conditions: number;
  /** The tables that it adds to the statement: those of its relations, of their row filters, of derived values. */
  filterTables: number;
  /** The longest chain of relations, and where it ends. */
  relations: number;
  path: string;
  /** The work that it is for Postgres, in the unit of a document's cost. */
  cost: number;
}

/** The cost of a table in a condition, where the comparison of one value is 1. */
export const tableCost = 4;

/** The assumed rows of a noun whose number is not known. */
const assumedRows = { small: 2_000, usual: 5_000 } as const;

/** The rows for which one comparison costs as much as one object of an answer. */
export const rowsPerUnit = { root: 100, below: 2_000 } as const;

/** A filter that names rows by their identifiers reads so much less. */
const selectivity = 20;
/** The most identifiers that name few rows. */
const fewIds = 20;

/** The viewer whose row filters have every condition. */
const nobody = "00000000-0000-4000-8000-000000000000";
export const widestScope: AccessScope = {
  ...{ organisations: [nobody], coordinates: [nobody], administers: [nobody] },
  operator: true,
  key: "",
  language: defaultLanguage,
};

/** The rows that a noun is assumed to have. */
export const assumedRowsOf = ({ rows, isSmall }: NounDefinition): number =>
  rows ?? (isSmall ? assumedRows.small : assumedRows.usual);

const tables = new WeakMap<NounDefinition, Map<string, number>>();

/** The tables that a condition adds to a statement, found by compiling it once without its inner conditions. */
function tablesOf(noun: NounDefinition, name: string): number {
  const known = tables.get(noun) ?? new Map<string, number>();
  tables.set(noun, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  const row = rowOf(noun.target);
  new FilterCompiler(widestScope).compile(noun, row, { [name]: {} }, "where");
  const added = row.statement.size - 1;
  known.set(name, added);
  return added;
}

/** The tables of a noun's list for the viewer whose row filter is the longest. */
export function listTables(noun: NounDefinition): number {
  const found = lists.get(noun);
  if (found !== undefined) return found;
  const row = rowOf(noun.target);
  noun.visible(widestScope, row);
  const { size } = row.statement;
  lists.set(noun, size);
  return size;
}

const lists = new WeakMap<NounDefinition, number>();

/** The conditions below `and`, `or` and `not`. */
const listOf = (value: unknown): Where[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "object" && one !== null);

/** The identifiers that a condition names; none where it does not. */
const namedIds = ({ eq, in: among }: Where): number =>
  Array.isArray(among) ? among.length : Number(typeof eq === "string" || typeof eq === "number");

const namesFew = (where: Where): boolean => {
  const ids = namedIds(where);
  return ids > 0 && ids <= fewIds;
};

/** Tells a filter that leaves few rows to its other conditions: it names them, or the row that they belong to. */
function isSelective(noun: NounDefinition, where: Where): boolean {
  if (namesFew(where)) return true;
  return Object.entries(where).some(([name, value]) => {
    if (name === "and") return listOf(value).some((one) => isSelective(noun, one));
    if (isOwn(noun, name) || typeof value !== "object" || value === null) return false;
    const { target } = filteredField(noun, name).offer() ?? {};
    return target !== undefined && namesFew(value as Where);
  });
}

const ownNames = new Set(["and", "or", "not", "eq", "in"]);

const isOwn = ({ conditions }: NounDefinition, name: string): boolean =>
  ownNames.has(name) || Object.hasOwn(conditions, name);

/** Walks a filter as `FilterCompiler` does, without a statement. */
class FilterMeter {
  conditions = 0;
  tables = 0;
  relations = 0;
  path = "";
  /** Comparisons times rows. */
  work = 0;

  /** `rows` is the number of rows that its conditions are compared with. */
  walk(noun: NounDefinition, where: Where, rows: number, above: readonly string[]): void {
    for (const [name, value] of Object.entries(where)) {
      if (value === undefined || value === null) continue;
      this.conditions += 1;
      if (name === "and" || name === "or" || name === "not") {
        for (const inner of listOf(value)) this.walk(noun, inner, rows, above);
      } else if (isOwn(noun, name)) this.compare(value, rows);
      else this.field(filteredField(noun, name), noun, [value as Where, name], rows, above);
    }
  }

  private field(
    field: NounField,
    noun: NounDefinition,
    [where, name]: [Where, string],
    rows: number,
    above: readonly string[],
  ): void {
    const added = tablesOf(noun, name);
    this.tables += added;
    this.work += added * tableCost * rows;
    const target = field.offer()?.target;
    if (!target) for (const operand of Object.values(where)) this.compare(operand, rows);
    else this.relation(nounOf(target()), where, rows, [...above, name]);
  }

  private relation(
    noun: NounDefinition,
    where: Where,
    rows: number,
    path: readonly string[],
  ): void {
    if (path.length > this.relations) {
      this.relations = path.length;
      this.path = path.join(".");
    }
    // Postgres may read the other table whole, to compare it once with all rows of this one.
    const read = usesIdsOnly(noun, where) ? 0 : assumedRowsOf(noun) / 4;
    this.work += tableCost * Math.max(0, read - rows);
    this.walk(noun, where, Math.max(rows, read), path);
  }

  private compare(value: unknown, rows: number): void {
    const operands = Array.isArray(value) ? 1 + value.length / 100 : 1;
    this.work += operands * rows;
  }
}

/** The measures of a filter on a list of a noun: at the root of a document, or of one row. */
export function measureFilter(
  noun: NounDefinition,
  where: Where,
  place: keyof typeof rowsPerUnit,
): FilterMeasure {
  const meter = new FilterMeter();
  const rows = assumedRowsOf(noun) / (isSelective(noun, where) ? selectivity : 1);
  meter.walk(noun, where, rows, []);
  const { conditions, relations, path, work } = meter;
  const cost = Math.ceil(work / rowsPerUnit[place]);
  return { conditions, filterTables: meter.tables, relations, path, cost };
}
