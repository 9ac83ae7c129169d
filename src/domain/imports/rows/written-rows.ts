import { scopeOf } from "../../../access/index.js";
import { type CsvCell, type CsvForm, cellText } from "../../../platform/tables/index.js";
import { TimeSlice } from "../../../platform/time-slice.js";
import { Reader, type RowSession, rowsWithin } from "../../../reading/index.js";
import type { Work } from "../../common/index.js";
import type { TableForm } from "../importer.js";
import type { RowCells } from "./row-cells.js";
import { cellsOf, type TableSource } from "./table-source.js";

/** The content of a cell without what reading or another program changes: blanks around it, kinds of line breaks. */
const content = (text: string): string => text.trim().replaceAll(/\r\n?/g, "\n");

/** True if a text has the content of a written one. A line break has two characters at most. */
const isContent = (text: string, written: string): boolean =>
  text.length <= 2 * written.length && content(text) === content(written);

/** The largest length of a text that names a thing: an id, or the key of a question. */
const longestName = 80;

const keyOf = (texts: readonly string[]): string =>
  JSON.stringify(texts.map(content)).toLowerCase();

/**
 * Finds the rows that are just as the hub writes them for the requester now. They change nothing, so no
 * rule is applied to them: a table made by the hub can be sent back with rows of any organisation, with any
 * texts, and after an indicator has stopped taking figures. They are compared with what the
 * requester sees and never with what is stored, which a comparison would tell.
 */
export class WrittenRows {
  private readonly reader: Reader<RowSession>;

  constructor(
    { em, viewer }: Work,
    private readonly form: Pick<TableForm, "source" | "checked">,
    /** The decimal characters that the table may have; another program can change its separator alone. */
    private readonly decimals: readonly CsvForm["decimal"][],
  ) {
    this.reader = new Reader({ session: rowsWithin(em.getKysely()), scope: scopeOf(viewer) });
  }

  /** Marks those among the rows as unchanged, and returns the others. */
  async others(rows: readonly RowCells[]): Promise<readonly RowCells[]> {
    const { columns, where } = this.form.source.identity;
    const named = rows
      .filter((cells) => cells.faults.length === 0)
      .map((cells) => ({ cells, texts: columns.map((column) => cells.row.text(column)) }))
      .filter(({ texts }) => texts.every((text) => text !== "" && text.length <= longestName));
    if (named.length === 0) return rows;
    const written = await this.written(where(named.map(({ cells }) => cells.row)));
    const slice = new TimeSlice();
    for (const { cells, texts } of named) {
      if (this.isSame(cells, written.get(keyOf(texts)))) cells.outcome = { kind: "UNCHANGED" };
      await slice.pause();
    }
    return rows.filter(({ outcome }) => !outcome);
  }

  /** The cells of the things that meet the condition, by the texts that identify them. */
  private async written(where: ReturnType<TableSource["identity"]["where"]>) {
    const { source } = this.form;
    const { identity, cells } = source;
    const columns = Object.keys(cells);
    const found = new Map<string, ReadonlyMap<string, CsvCell>>();
    for await (const row of cellsOf(this.reader, source, where, columns)) {
      const named = new Map(columns.map((column, at): [string, CsvCell] => [column, row[at]]));
      found.set(keyOf(identity.columns.map((column) => String(named.get(column)))), named);
    }
    return found;
  }

  /** True if every column that the table has is as it is written, and a checked one is empty. */
  private isSame({ row }: RowCells, written: ReadonlyMap<string, CsvCell> | undefined): boolean {
    const { checked = [] } = this.form;
    if (!written || checked.some(({ name }) => row.text(name) !== "")) return false;
    return this.decimals.some((decimal) =>
      [...written].every(
        ([column, cell]) =>
          !row.has(column) || isContent(row.text(column), cellText(cell, decimal)),
      ),
    );
  }
}
