import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { HubError } from "../errors.js";
import { newId } from "../ids.js";
import type { FileLimits } from "./file-store.js";

/** A temporary file. */
export interface SpooledFile {
  path: string;
  /** In bytes. */
  size: number;
  /** SHA-256 of the content, hex. */
  sha256: string;
  /** Opens it at its start; may be called several times. */
  open(): Readable;
}

/** Age of temporary files that a crashed process must have left, in milliseconds. */
const leftoverMs = 24 * 60 * 60 * 1000;

/** The error of a file above the limit. */
const tooLarge = (limit: number): HubError =>
  new HubError(
    "BAD_USER_INPUT",
    {
      en: `The file is larger than ${limit} bytes.`,
      id: `Berkas lebih besar dari ${limit} bita.`,
    },
    { reason: "TOO_LARGE", limit },
  );

/** A folder of temporary files, so that an incoming file is on disk and never whole in memory. */
export class Spool {
  private constructor(private readonly folder: string) {}

  /** Opens the folder, and removes the files that a crashed process left. */
  static async open(folder: string): Promise<Spool> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      // Another process on the same folder may have removed it meanwhile.
      const { mtimeMs = Date.now() } = (await stat(path).catch(() => undefined)) ?? {};
      if (Date.now() - mtimeMs > leftoverMs) await rm(path, { force: true });
    }
    return new Spool(folder);
  }

  /**
   * Writes a stream to a file, hashes it, and runs `work` on the file, which is removed afterwards in any
   * case. Stops at the first byte above the limit.
   */
  async holding<T>(
    source: AsyncIterable<Buffer>,
    { bytes, grow }: FileLimits,
    work: (file: SpooledFile) => Promise<T>,
  ): Promise<T> {
    const path = join(this.folder, newId());
    const file = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
    const closed = new Promise<void>((resolve) => file.once("close", () => resolve()));
    try {
      const hash = createHash("sha256");
      let size = 0;
      const measured = async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > bytes) throw tooLarge(bytes);
          grow?.(chunk.length);
          hash.update(chunk);
          yield chunk;
        }
      };
      await pipeline(measured(source), file);
      const open = () => createReadStream(path);
      return await work({ path, size, sha256: hash.digest("hex"), open });
    } finally {
      // A stream may fail before its file is made. Without this wait the file would be made after its removal.
      await closed;
      await rm(path, { force: true });
    }
  }
}
