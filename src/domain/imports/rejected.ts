import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { FileStore, StoredFile } from "../../platform/files/index.js";
import { writeCsv } from "../../platform/tables/index.js";
import type { RowCells } from "./row-cells.js";

const largestBytes = 512 * 1024 * 1024;

/** The rows that were wrong, written into the store as they are found, each with what is wrong. */
export class Rejected {
  private readonly queue = new PassThrough({ objectMode: true });
  private stored: Promise<StoredFile> | undefined;

  constructor(
    private readonly files: FileStore,
    private readonly header: readonly string[],
  ) {}

  async add({ row, faults }: RowCells): Promise<void> {
    this.stored ??= this.begin();
    const told = faults.map(({ cell, message: { en, id } }) => `${cell}: ${en} / ${id}`);
    if (this.queue.write([...row.cells, told.join("; ")])) return;
    await Promise.race([once(this.queue, "drain"), this.stored]);
  }

  /** The key of the table; undefined where no row was wrong. */
  async end(): Promise<string | undefined> {
    this.queue.end();
    return (await this.stored)?.key;
  }

  private begin(): Promise<StoredFile> {
    const table = writeCsv([...this.header, "error"], this.queue as AsyncIterable<string[]>);
    const stored = this.files.put(table, { bytes: largestBytes });
    // It is awaited when the table ends; until then a failure must not end the process.
    stored.catch(() => undefined);
    return stored;
  }
}
