import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { notFound } from "../errors.js";
import { checkedKey, type FileLimits, type FileStore, type StoredFile } from "./file-store.js";
import { Spool } from "./spool.js";

/** Flushes a folder's entries to disk, so that they survive a power failure. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/** A store in a folder, as `ab/cdef…`. Files are renamed when complete: each is complete or absent. */
export class LocalFileStore implements FileStore {
  private constructor(
    private readonly folder: string,
    private readonly incoming: Spool,
  ) {}

  static async open(folder: string): Promise<LocalFileStore> {
    return new LocalFileStore(folder, await Spool.open(join(folder, "incoming")));
  }

  put(source: Readable, limits: FileLimits): Promise<StoredFile> {
    return this.incoming.holding(source, limits, async ({ path: incoming, size, sha256 }) => {
      const path = this.pathOf(sha256);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(incoming, path);
      await syncFolder(dirname(path));
      return { key: sha256, size, sha256 };
    });
  }

  async read(key: string): Promise<Readable> {
    const handle = await open(this.pathOf(key)).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ENOENT" ? notFound("File") : error;
    });
    return handle.createReadStream();
  }

  async sizeOf(key: string): Promise<number | undefined> {
    return stat(this.pathOf(key)).then(
      ({ size }) => size,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      },
    );
  }

  async has(key: string): Promise<boolean> {
    return (await this.sizeOf(key)) !== undefined;
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    const name = checkedKey(key);
    return join(this.folder, name.slice(0, 2), name.slice(2));
  }
}
