import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { FileStore, StoredFile } from "../../../platform/files/index.js";
import { errorColumn, type Table, writeCsv } from "../../../platform/tables/index.js";
import type { RowCells } from "./row-cells.js";

const largestBytes = 512 * 1024 * 1024;

/** The rows that were wrong, written into the store as they are found, each with what is wrong. */
export class RejectedRows {
  private readonly queue = new PassThrough({ objectMode: true });
  private stored: Promise<StoredFile> | undefined;
  /** Where the header tells what was wrong with a row before: it is told anew. */
  private readonly told: number;

  constructor(
    private readonly files: FileStore,
    private readonly table: Pick<Table, "header" | "separator">,
  ) {
    this.told = table.header.findIndex((name) => name.trim().toLowerCase() === errorColumn);
  }

  async add({ row, faults }: RowCells): Promise<void> {
    this.stored ??= this.begin();
    const told = faults.map(({ cell, message: { en, id } }) => `${cell}: ${en} / ${id}`);
    const { header } = this.table;
    const cells = header.map((_, at) => row.cells[at] ?? "");
    if (this.queue.write([...this.without(cells), told.join("; ")])) return;
    await Promise.race([once(this.queue, "drain"), this.stored]);
  }

  /** The key of the table; undefined where no row was wrong. */
  async end(): Promise<string | undefined> {
    this.queue.end();
    return (await this.stored)?.key;
  }

  private without(cells: readonly string[]): string[] {
    return cells.filter((_, at) => at !== this.told);
  }

  private begin(): Promise<StoredFile> {
    const { header, separator } = this.table;
    const columns = [...this.without(header), errorColumn];
    const table = writeCsv(columns, this.queue as AsyncIterable<string[]>, { separator });
    const stored = this.files.put(table, { bytes: largestBytes });
    // It is awaited when the table ends; until then a failure must not end the process.
    stored.catch(() => undefined);
    return stored;
  }
}
