import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import { pipeline, Readable, Transform } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import type { FileStore } from "../../platform/files/index.js";
import { type ChainedLine, ChainWalk, storedLines } from "../chain-walk.js";
import type { RowsOf } from "../head.js";
import { bodyOf, canonicalText } from "../line.js";
import type { ArchiveFile } from "./archives.js";

/** A range of positions of the ledger, and the hash before it. */
export interface ArchiveRange {
  first: number;
  last: number;
  previousHash: string;
}

/** The error of a range whose lines are not what their hashes say: nothing of it is archived. */
export class BrokenChain extends Error {}

/** A line as an archive has it: its canonical JSON, with its position and both hashes. */
const archivedText = (line: ChainedLine): string => {
  const { position, previousHash, hash } = line;
  return canonicalText({ ...bodyOf(line), position, previousHash, hash });
};

/** A stream through others, which all end where one fails. */
function through(source: Readable, ...steps: Transform[]): Transform {
  const last = steps.at(-1) as Transform;
  // The error comes out of the last one, also where that is not read yet.
  last.on("error", () => undefined);
  pipeline([source, ...steps], () => undefined);
  return last;
}

/**
 * Writes the lines of a range to the file store, as NDJSON in gzip, and reads the file back. The same lines
 * make the same file: a repetition after a crash stores nothing twice. Throws BrokenChain where a line of the
 * ledger, or of the file, is not what its hash says.
 */
export async function writeArchive(
  rows: RowsOf,
  files: FileStore,
  range: ArchiveRange,
): Promise<ArchiveFile> {
  const { first, last, previousHash } = range;
  const chain = new ChainWalk(first - 1, previousHash);
  let lastAt = "";
  async function* texts() {
    for await (const line of storedLines(rows, first - 1, last)) {
      take(chain, line);
      lastAt = line.at;
      yield `${archivedText(line)}\n`;
    }
  }
  const zipped = through(Readable.from(texts()), createGzip());
  const { key, size, sha256 } = await files.put(zipped, { bytes: Number.MAX_SAFE_INTEGER });
  if (chain.position !== last) throw new BrokenChain(`Position ${chain.position + 1} is missing`);
  const written = { ...range, lastHash: chain.hash, lastAt, file: key, sha256, bytes: size };
  await checkArchive(files, written);
  return written;
}

/** Reads an archive whole; throws BrokenChain unless it is what was recorded. */
export async function checkArchive(files: FileStore, archive: ArchiveFile): Promise<void> {
  const { first, last, previousHash, lastHash } = archive;
  const chain = new ChainWalk(first - 1, previousHash);
  for await (const line of archivedLines(files, archive)) {
    if (typeof line === "string") throw new BrokenChain(`The archive ${archive.file} ${line}`);
    take(chain, line);
  }
  if (chain.position === last && chain.hash === lastHash) return;
  throw new BrokenChain(`The archive ${archive.file} ends with position ${chain.position}`);
}

function take(chain: ChainWalk, line: ChainedLine): void {
  const fault = chain.take(line);
  if (fault) throw new BrokenChain(`The change at ${fault.position} ${fault.reason}`);
}

/**
 * The lines of an archive; at its end, or where it cannot be read on, what is wrong with the file, if anything
 * is.
 */
export async function* archivedLines(
  files: FileStore,
  { file, sha256 }: Pick<ArchiveFile, "file" | "sha256">,
): AsyncGenerator<ChainedLine | string> {
  if (!(await files.has(file))) {
    yield "is not in the file store";
    return;
  }
  const hash = createHash("sha256");
  const hashed = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const plain = through(await files.read(file), hashed, createGunzip());
  try {
    for await (const text of createInterface({ input: plain, crlfDelay: 0 })) yield lineOf(text);
    // A stream that fails ends its lines without an error.
    if (plain.errored) yield `cannot be read: ${plain.errored.message}`;
    else if (hash.digest("hex") !== sha256) yield "has another SHA-256 than was recorded";
  } finally {
    plain.destroy();
  }
}

/** A line of an archive; why it is none, where it is not canonical. */
function lineOf(text: string): ChainedLine | string {
  try {
    // The cast: a text that is no line does not come out as it went in.
    const line = JSON.parse(text) as ChainedLine;
    return archivedText(line) === text ? line : "has a line that is not canonical";
  } catch {
    return "has a line that is not JSON";
  }
}
