import type { Text } from "../errors.js";
import { tableRefusal } from "./table-refusal.js";

/** A known column of a table. */
export interface TableColumn {
  /** Its name in the header, in upper or lower case. */
  name: string;
  /** True if a table without it is refused. */
  needed: boolean;
}

/** The indexes of the columns by their names, counted from 0. */
export type Header = ReadonlyMap<string, number>;

/** The character between cells. */
export type Separator = "," | ";" | "\t";

/** The column that says what is wrong with a rejected row. */
export const errorColumn = "error";

/**
 * The separator of a table: the one that its header has most often outside of quotation marks. Excel
 * writes `;` in Indonesia. The `delimiter_auto` of csv-parse cannot replace this: it counts letters as
 * candidates too, and fails at the first character beyond ASCII.
 */
export function separatorOf(header: string): Separator {
  const bare = header.replaceAll(/"[^"]*"/g, "");
  const counts = new Map<Separator, number>([
    [",", 0],
    [";", 0],
    ["\t", 0],
  ]);
  for (const character of bare) {
    const count = counts.get(character as Separator);
    if (count !== undefined) counts.set(character as Separator, count + 1);
  }
  const [best = [","] as const] = [...counts].sort(([, a], [, b]) => b - a);
  return best[0] as Separator;
}

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** The sentence about a list of names; none for an empty list. */
const sentence = (names: readonly string[], en: string, id: string): Text[] =>
  names.length === 0 ? [] : [{ en: `${en} ${listed(names)}.`, id: `${id} ${listed(names)}.` }];

const folded = (name: string): string => name.trim().toLowerCase();

/** A shortened name for messages: in a file that is not a table, it may have any length. */
const shown = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
const maxShown = 20;

/**
 * The indexes of a table's columns. Refuses a table that lacks a needed column, has a column twice, or
 * has an unknown one, whose content would be lost silently.
 */
export function headerOf(cells: readonly string[], columns: readonly TableColumn[]): Header {
  const known = new Map(columns.map((column) => [folded(column.name), column.name]));
  const header = new Map<string, number>();
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const name = known.get(folded(cell));
    if (name !== undefined && header.has(name)) twice.push(name);
    else if (name !== undefined) header.set(name, at);
    else if (folded(cell) !== "") unknown.push(shown(cell.trim()));
  }
  const lacking = columns.filter(({ name, needed }) => needed && !header.has(name));
  const missing = lacking.map(({ name }) => name);
  const faults = [
    ...sentence(missing, "The header lacks", "Kepala tabel tidak memuat"),
    ...sentence(unknown.slice(0, maxShown), "The header has unknown", "Kolom tak dikenal:"),
    ...sentence(twice, "The header has twice", "Kolom yang muncul dua kali:"),
  ];
  if (faults.length === 0) return header;
  const text = {
    en: faults.map(({ en }) => en).join(" "),
    id: faults.map(({ id }) => id).join(" "),
  };
  throw tableRefusal("COLUMNS", text, { missing, unknown: unknown.slice(0, maxShown), twice });
}
