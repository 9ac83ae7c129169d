import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { notFound } from "../errors.js";
import { checkedKey, type FileLimits, type FileStore, type StoredFile } from "./file-store.js";
import { Spool } from "./spool.js";

/** Makes a change of a folder's names survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/** Files in a folder, as `ab/cdef…`: written aside and renamed, so that each is whole or absent. */
export class LocalFileStore implements FileStore {
  private constructor(
    private readonly folder: string,
    private readonly incoming: Spool,
  ) {}

  static async open(folder: string): Promise<LocalFileStore> {
    return new LocalFileStore(folder, await Spool.open(join(folder, "incoming")));
  }

  put(source: Readable, limits: FileLimits): Promise<StoredFile> {
    return this.incoming.holding(source, limits, async ({ path, size, sha256 }) => {
      const kept = this.pathOf(sha256);
      await mkdir(dirname(kept), { recursive: true, mode: 0o700 });
      await rename(path, kept);
      await syncFolder(dirname(kept));
      return { key: sha256, size, sha256 };
    });
  }

  async read(key: string): Promise<Readable> {
    const handle = await open(this.pathOf(key)).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ENOENT" ? notFound("File") : error;
    });
    return handle.createReadStream();
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    const name = checkedKey(key);
    return join(this.folder, name.slice(0, 2), name.slice(2));
  }
}
