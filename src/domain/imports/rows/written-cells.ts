import { scopeOf } from "../../../access/index.js";
import { type CsvCell, type CsvForm, cellText } from "../../../platform/tables/index.js";
import { Reader, type RowSession, rowsWithin, type Where } from "../../../reading/index.js";
import type { Work } from "../../common/index.js";
import type { RowCells } from "./row-cells.js";
import { cellsOf, type TableSource } from "./table-source.js";

/** The content of a cell without what reading or another program changes: blanks around it, kinds of line breaks. */
const content = (text: string): string => text.trim().replaceAll(/\r\n?/g, "\n");

/** True if a text has the content of a written one. A line break has two characters at most. */
const isContent = (text: string, written: string): boolean =>
  text.length <= 2 * written.length && content(text) === content(written);

/** The largest length of a text that names a thing: an id, or the key of a question. */
const longestName = 80;

/** The column of the version that a row was read at: it says which state a sender saw, and changes nothing. */
export const versionColumn = "version";

/** The cells of a thing as the hub writes them, by their columns. */
export type WrittenRow = ReadonlyMap<string, CsvCell>;

/** The texts that identify the thing of a row. */
export const identityOf = (texts: readonly string[]): string =>
  JSON.stringify(texts.map(content)).toLowerCase();

/** The texts of a row in the columns that identify things; undefined where one is empty or names nothing. */
export function identityIn({ row }: RowCells, { identity }: TableSource): string | undefined {
  const texts = identity.columns.map((column) => row.text(column));
  const isNamed = texts.every((text) => text !== "" && text.length <= longestName);
  return isNamed ? identityOf(texts) : undefined;
}

/**
 * The cells of things as the hub writes them for the requester now. They are what the requester sees, and
 * never what is stored, which a comparison would tell.
 */
export class WrittenCells {
  private readonly reader: Reader<RowSession>;

  constructor(
    { em, viewer }: Work,
    private readonly source: TableSource,
    /** The decimal characters that the table may have; another program can change its separator alone. */
    private readonly decimals: readonly CsvForm["decimal"][],
  ) {
    this.reader = new Reader({ session: rowsWithin(em.getKysely()), scope: scopeOf(viewer) });
  }

  /** The cells of the things that meet the condition, by the texts that identify them. */
  async find(where: Where): Promise<ReadonlyMap<string, WrittenRow>> {
    const { identity, cells } = this.source;
    const columns = Object.keys(cells);
    const found = new Map<string, WrittenRow>();
    for await (const row of cellsOf(this.reader, this.source, where, columns)) {
      const named = new Map(columns.map((column, at): [string, CsvCell] => [column, row[at]]));
      found.set(identityOf(identity.columns.map((column) => String(named.get(column)))), named);
    }
    return found;
  }

  /** The columns of a row whose cells are other than written. */
  differing({ row }: RowCells, written: WrittenRow): string[] {
    const columns = [...written].filter(([name]) => name !== versionColumn && row.has(name));
    const lists = this.decimals.map((decimal) =>
      columns
        .filter(([name, cell]) => !isContent(row.text(name), cellText(cell, decimal)))
        .map(([name]) => name),
    );
    return lists.reduce((least, list) => (list.length < least.length ? list : least));
  }
}
