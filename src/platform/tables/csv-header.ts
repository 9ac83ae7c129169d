import type { Text } from "../errors.js";
import { tableRefusal } from "./table-refusal.js";

/** A column that a table may have. */
export interface TableColumn {
  /** As its header says it; upper and lower case are the same. */
  name: string;
  /** Whether a table without it is refused. */
  needed: boolean;
}

/** Where the columns of a table stand, counted from 0. */
export type Header = ReadonlyMap<string, number>;

/** What may stand between cells. */
export type Separator = "," | ";" | "\t";

/** The column in which refused rows are told what is wrong with them. */
export const errorColumn = "error";

/** The separator that stands most often in the header outside of quotes; Indonesian Excel writes `;`. */
export function separatorOf(header: string): Separator {
  const bare = header.replaceAll(/"[^"]*"/g, "");
  const count = (separator: Separator) => bare.split(separator).length;
  const separators: Separator[] = [",", ";", "\t"];
  return separators.reduce((best, other) => (count(other) > count(best) ? other : best));
}

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** The sentence for each list of names that is not empty. */
const told = (names: readonly string[], en: string, id: string): Text[] =>
  names.length === 0 ? [] : [{ en: `${en} ${listed(names)}.`, id: `${id} ${listed(names)}.` }];

const folded = (name: string): string => name.trim().toLowerCase();

/** Headers may be of any length in a file that is no table at all; an error repeats few of them. */
const shown = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
const mostShown = 20;

/**
 * Where each column stands. Refuses a table that lacks a needed one, has one twice, or has one that
 * nobody knows: what it holds would be lost without a word.
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
    ...told(missing, "The header lacks", "Kepala tabel tidak memuat"),
    ...told(unknown.slice(0, mostShown), "The header has unknown", "Kolom tak dikenal:"),
    ...told(twice, "The header has twice", "Kolom yang muncul dua kali:"),
  ];
  if (faults.length === 0) return header;
  const text = {
    en: faults.map(({ en }) => en).join(" "),
    id: faults.map(({ id }) => id).join(" "),
  };
  throw tableRefusal("COLUMNS", text, { missing, unknown: unknown.slice(0, mostShown), twice });
}
