import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { HubError } from "../errors.js";
import { newId } from "../ids.js";
import type { FileLimits } from "./file-store.js";

/** A file that lies on disk for as long as somebody works on it. */
export interface SpooledFile {
  path: string;
  /** In bytes. */
  size: number;
  /** SHA-256 of the content, hex. */
  sha256: string;
  /** Reads it from its beginning; as often as one likes. */
  open(): Readable;
}

/** After this time a temporary file is what a process that ended left behind, in milliseconds. */
const leftoverMs = 24 * 60 * 60 * 1000;

/** The refusal of what is larger than the limit. */
const tooLarge = (limit: number): HubError =>
  new HubError(
    "BAD_USER_INPUT",
    {
      en: `The file is larger than ${limit} bytes.`,
      id: `Berkas lebih besar dari ${limit} bita.`,
    },
    { reason: "TOO_LARGE", limit },
  );

/** A folder of temporary files: what comes in is on disk, never whole in memory. */
export class Spool {
  private constructor(private readonly folder: string) {}

  /** Opens the folder, and removes what a process that ended has left there. */
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
   * Takes in a stream, hashing it, and gives it to `work`; the file is gone when that has ended,
   * however it did. Stops at the first byte above the limit.
   */
  async holding<T>(
    source: AsyncIterable<Buffer>,
    { bytes }: FileLimits,
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
          hash.update(chunk);
          yield chunk;
        }
      };
      await pipeline(measured(source), file);
      const open = () => createReadStream(path);
      return await work({ path, size, sha256: hash.digest("hex"), open });
    } finally {
      // What breaks off at once does so before its file is made: it would be made after it was removed.
      await closed;
      await rm(path, { force: true });
    }
  }
}
