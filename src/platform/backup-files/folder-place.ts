import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { syncFolder } from "../files/index.js";
import { BackupError, type BackupPlace } from "./backup-place.js";

/** The age after which an unfinished file of another machine is one that nobody writes, in milliseconds. */
const leftoverMs = 2 * 24 * 60 * 60 * 1000;

/** The bytes that are written between two flushes: the disk then works while the backup is read. */
const flushedBytes = 64 * 2 ** 20;

/** The name of a file while it is written: with the machine and the process that write it. */
const unfinishedName = (name: string): string => `.${name}.${hostname()}.${process.pid}.unfinished`;
const unfinishedForm = /^\..+\.tar\.(?<host>.+)\.(?<pid>\d+)\.unfinished$/;

/** A folder of backups, which are private to their owner. */
export class FolderPlace implements BackupPlace {
  constructor(private readonly folder: string) {}

  addressOf(name: string): string {
    return join(this.folder, name);
  }

  async has(name: string): Promise<boolean> {
    return existsSync(join(this.folder, name));
  }

  async write(name: string, content: AsyncIterable<Buffer>): Promise<void> {
    const unfinished = join(this.folder, unfinishedName(name));
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const file = await open(unfinished, "wx", 0o600);
      try {
        let unflushed = 0;
        for await (const chunk of content) {
          await file.writeFile(chunk);
          unflushed += chunk.length;
          if (unflushed < flushedBytes) continue;
          await file.datasync();
          unflushed = 0;
        }
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, join(this.folder, name));
      await syncFolder(this.folder);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw this.explained(error);
    }
  }

  /** A refusal in words: a command of root has become another user, who may not write here. */
  private explained(error: unknown): unknown {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!["EACCES", "EPERM", "EROFS"].includes(code)) return error;
    return new BackupError(
      `User ${process.geteuid?.()} may not write in ${this.folder} (${code}): give this user a folder (REMBUK_USER).`,
    );
  }

  async *read(name: string): AsyncGenerator<Buffer> {
    const path = join(this.folder, name);
    const file = await open(path).catch((error: NodeJS.ErrnoException) => {
      throw new BackupError(`${path} cannot be read (${error.code}).`);
    });
    yield* file.createReadStream({ highWaterMark: 256 * 1024 });
  }

  async names(): Promise<string[]> {
    return existsSync(this.folder) ? readdir(this.folder) : [];
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }

  async removeUnfinished(): Promise<void> {
    for (const name of await this.names()) {
      const { host, pid } = unfinishedForm.exec(name)?.groups ?? {};
      if (pid === undefined) continue;
      const path = join(this.folder, name);
      const { mtimeMs = Date.now() } = (await stat(path).catch(() => undefined)) ?? {};
      const isLeft = host === hostname() && !existsSync(`/proc/${pid}`);
      if (isLeft || Date.now() - mtimeMs > leftoverMs) await rm(path, { force: true });
    }
  }
}
