import { Readable } from "node:stream";
import { BackupError } from "../../platform/backup-files/index.js";
import type { FileStore } from "../../platform/files/index.js";

/** The files that a restore puts into the store, and takes out again where it fails. */
export class RestoredFiles {
  private readonly added: string[] = [];
  count = 0;

  constructor(private readonly files: FileStore) {}

  /** Stores a file, unless it is there. BackupError where it is not what its key says. */
  async put(key: string, content: AsyncIterable<Buffer>): Promise<void> {
    const isThere = await this.files.has(key);
    const stored = await this.files.put(Readable.from(content), { bytes: Number.MAX_SAFE_INTEGER });
    if (!isThere) this.added.push(stored.key);
    if (stored.key !== key) throw new BackupError(`The file ${key} is not what its name says.`);
    this.count += 1;
  }

  /** Removes what was not there before. */
  async undo(): Promise<void> {
    for (const key of this.added) await this.files.remove(key).catch(() => undefined);
  }
}
