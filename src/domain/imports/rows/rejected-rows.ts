import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { FileStore, StoredFile } from "../../../platform/files/index.js";
import { errorColumn, type Table, writeCsv } from "../../../platform/tables/index.js";
import type { RowCells } from "./row-cells.js";

const largestBytes = 512 * 1024 * 1024;

/** The wrong rows with their faults, written into the store as they are found. */
export class RejectedRows {
  private readonly queue = new PassThrough({ objectMode: true });
  private stored: Promise<StoredFile> | undefined;
  /** The place of an earlier column of faults in the header, which is replaced; -1 without one. */
  private readonly errorAt: number;

  constructor(
    private readonly files: FileStore,
    private readonly table: Pick<Table, "header" | "separator">,
  ) {
    this.errorAt = table.header.findIndex((name) => name.trim().toLowerCase() === errorColumn);
  }

  async add({ row, faults }: RowCells): Promise<void> {
    this.stored ??= this.begin();
    const errors = faults.map(({ cell, message: { en, id } }) => `${cell}: ${en} / ${id}`);
    const { header } = this.table;
    const cells = header.map((_, at) => row.cells[at] ?? "");
    // Cells beyond the header stay beyond it, so that nothing of the row is lost.
    const beyond = row.cells.slice(header.length);
    if (this.queue.write([...this.without(cells), errors.join("; "), ...beyond])) return;
    await Promise.race([once(this.queue, "drain"), this.stored]);
  }

  /** The key of the table; undefined if no row was wrong. */
  async end(): Promise<string | undefined> {
    this.queue.end();
    return (await this.stored)?.key;
  }

  private without(cells: readonly string[]): string[] {
    return cells.filter((_, at) => at !== this.errorAt);
  }

  private begin(): Promise<StoredFile> {
    const { header, separator } = this.table;
    const columns = [...this.without(header), errorColumn];
    const table = writeCsv(columns, this.queue as AsyncIterable<string[]>, { separator });
    const stored = this.files.put(table, { bytes: largestBytes });
    // Awaited when the table ends; until then a failure must not end the process.
    stored.catch(() => undefined);
    return stored;
  }
}
