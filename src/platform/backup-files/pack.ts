import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { extract, type Header, type Pack, pack } from "tar-stream";
import { BackupError } from "./backup-place.js";

// A backup is a tar. Its last entry has the SHA-256 of every byte before it: a tar without that entry, or with
// another byte anywhere, is no backup.

/** An entry of a backup. */
export interface PackedEntry {
  name: string;
  /** In bytes. */
  size: number;
  content: AsyncIterable<Buffer>;
}

/** The name of the last entry. */
const sealName = "SHA256";

/** The instant that entries have: a backup's own is in its content. */
const epoch = new Date(0);

/** The error of a file that is not as it was written. */
export const damaged = (what: string): BackupError =>
  new BackupError(`The backup is not whole: ${what}. Nothing was restored of it.`);

/** The bytes of a tar, which `fill` adds entries to. */
async function* tarOf(fill: (tar: Pack) => Promise<void>): AsyncGenerator<Buffer> {
  const tar = pack();
  const filled = fill(tar).then(
    () => tar.finalize(),
    (error: Error) => tar.destroy(error),
  );
  // The cast: its parts are bytes, whatever the types of a stream say.
  yield* tar as AsyncIterable<Buffer>;
  await filled;
}

const added = (tar: Pack, { name, size, content }: PackedEntry): Promise<void> =>
  pipeline(
    Readable.from(content, { objectMode: false }),
    tar.entry({ name, size, mode: 0o600, mtime: epoch, uname: "", gname: "" }),
  );

/** An entry of a text. */
export const textEntry = (name: string, text: string): PackedEntry => {
  const bytes = Buffer.from(text);
  return { name, size: bytes.length, content: Readable.from([bytes]) };
};

/** The end of a backup: its last entry, and the end of the tar. */
async function sealOf(sha256: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const end = tarOf((tar) => added(tar, textEntry(sealName, `${sha256}\n`)));
  for await (const chunk of end) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The size of every seal: the entry's header, its content, and two empty blocks. */
const sealBytes = 4 * 512;

/** What is known of a backup's bytes once it was written or read to its end. */
export interface WholeBackup {
  /** In bytes. */
  bytes: number;
  /** SHA-256 of all bytes before the last entry, hex: it tells one backup from another. */
  sha256: string;
}

/** The bytes without so many last ones, which are given to `end`. */
async function* butLast(
  source: AsyncIterable<Buffer>,
  count: number,
  end: (last: Buffer) => Promise<void> | void,
): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of source) {
    held = Buffer.concat([held, chunk]);
    if (held.length <= count) continue;
    yield held.subarray(0, held.length - count);
    held = held.subarray(held.length - count);
  }
  await end(held);
}

/** The bytes of a backup with these entries; `done` is told of it when all of them have been given. */
export async function* packed(
  entries: AsyncIterable<PackedEntry>,
  done: (whole: WholeBackup) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let bytes = 0;
  const body = tarOf(async (tar) => {
    for await (const entry of entries) await added(tar, entry);
  });
  // Two empty blocks end a tar: this one goes on with its seal.
  for await (const chunk of butLast(body, 2 * 512, () => undefined)) {
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  const sha256 = hash.digest("hex");
  yield await sealOf(sha256);
  done({ bytes: bytes + sealBytes, sha256 });
}

/**
 * The entries of a backup, one after the other, each of which is to be read. Throws BackupError where it is not
 * whole, at the end at the latest: what was read before may be wrong until `done` is told of it.
 */
export async function* unpacked(
  source: AsyncIterable<Buffer>,
  done: (whole: WholeBackup) => void,
): AsyncGenerator<PackedEntry> {
  const tar = extract();
  let failure: unknown;
  const failed = (error: unknown) => {
    failure ??= error;
  };
  const checked = reporting(withoutSeal(source, done), failed);
  const read = pipeline(Readable.from(checked, { objectMode: false }), tar);
  read.catch(() => undefined);
  try {
    for await (const entry of tar) yield entryOf(entry);
    await read;
  } catch {
    // The source may have failed only because the tar has.
    await read.catch(() => undefined);
    throw failure ?? damaged("it is no tar of a backup, or was changed");
  } finally {
    tar.destroy();
  }
}

/** The same chunks; `failed` is told of a failure of their source, and not of one of who reads them. */
async function* reporting(
  source: AsyncIterable<Buffer>,
  failed: (error: unknown) => void,
): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  const next = () =>
    chunks.next().catch((error: unknown) => {
      failed(error);
      throw error;
    });
  try {
    for (let got = await next(); !got.done; got = await next()) yield got.value;
  } finally {
    await chunks.return?.();
  }
}

/** The bytes of a backup before its seal, which is checked at the end. */
async function* withoutSeal(
  source: AsyncIterable<Buffer>,
  done: (whole: WholeBackup) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let bytes = 0;
  const seal = async (last: Buffer) => {
    const sha256 = hash.digest("hex");
    if (!last.equals(await sealOf(sha256))) throw damaged("it was cut off or changed");
    done({ bytes: bytes + sealBytes, sha256 });
  };
  for await (const chunk of butLast(source, sealBytes, seal)) {
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
}

const entryOf = (entry: AsyncIterable<unknown> & { header: Header }): PackedEntry => {
  const { name, size } = entry.header;
  // The cast: its parts are bytes, whatever the types of a stream say.
  return { name, size, content: entry as AsyncIterable<Buffer> };
};
