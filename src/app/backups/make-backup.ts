import { createHash } from "node:crypto";
import type pg from "pg";
import {
  type PackedEntry,
  type PlacedBackup,
  packed,
  textEntry,
  type WholeBackup,
} from "../../platform/backup-files/index.js";
import { sqlOn } from "../../platform/database/index.js";
import type { FileStore } from "../../platform/files/index.js";
import { isKept, isNoFile, storedKeys } from "../stored-files.js";
import { describeDatabase, type Manifest, type Summary } from "./manifest.js";
import { partName, tableParts } from "./table-parts.js";

/** What a backup is made of. */
export interface BackupSources {
  /** A session of its own, in no transaction. It is of no use after a failure. */
  client: pg.ClientBase;
  files: FileStore;
  /** The hub's version. */
  hub: string;
  /** Reports progress, some lines a gigabyte. */
  note(line: string): void;
}

/** What came of a backup. */
export interface MadeBackup extends WholeBackup, Summary {
  position: number;
  hash: string;
}

/** The bytes between two reports of progress. */
const notedBytes = 64 * 2 ** 20;

/** A slow destination must not end the session; a process that stands still is to lose its snapshot. */
const session = `set statement_timeout = 0; set lock_timeout = 0; set tcp_user_timeout = 0;
  set idle_in_transaction_session_timeout = '10min'; set datestyle = 'ISO'; set timezone = 'UTC'; set jit = off`;

/** The making of one backup. */
class Making {
  readonly summary: Summary = { rows: {}, files: 0, missing: [], altered: [] };
  manifest: Manifest | undefined;
  private readonly sums: string[] = [];
  private noted = 0;
  private readonly run;

  constructor(private readonly sources: BackupSources) {
    this.run = sqlOn(sources.client);
  }

  /** The entries of the backup: the tables of one snapshot, and then the files that they name. */
  async *entries(): AsyncGenerator<PackedEntry> {
    const { client, hub } = this.sources;
    await client.query(session);
    await client.query("begin isolation level repeatable read read only");
    this.manifest = await describeDatabase(this.run, hub);
    yield this.text("backup.json", this.manifest);
    for (const table of this.manifest.tables) yield* this.table(table);
    // A file exists before the record that names it, and never changes: none needs the snapshot.
    const keys = await storedKeys(this.run);
    await client.query("commit");
    for (const key of keys) yield* this.file(key);
    yield this.text("summary.json", this.summary);
    yield textEntry("SHA256SUMS", this.sums.join(""));
  }

  private text(name: string, content: object): PackedEntry {
    const bytes = Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`);
    return this.part(name, bytes);
  }

  /** An entry whose hash is listed. */
  private part(name: string, bytes: Buffer): PackedEntry {
    this.sums.push(`${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`);
    return { name, size: bytes.length, content: once(bytes) };
  }

  private async *table(table: Manifest["tables"][number]): AsyncGenerator<PackedEntry> {
    const parts = tableParts(this.sources.client, table);
    for (let number = 1; ; number += 1) {
      const { done, value } = await parts.next();
      if (done) {
        this.summary.rows[table.name] = value;
        return;
      }
      this.count(value.length, `table ${table.name}`);
      yield this.part(partName(table.name, number), value);
    }
  }

  private async *file(key: string): AsyncGenerator<PackedEntry> {
    const file = await this.opened(key);
    if (!file) {
      this.summary.missing.push(key);
      return;
    }
    this.summary.files += 1;
    this.count(file.size, "files");
    yield { name: `files/${key}`, size: file.size, content: this.checked(key, file.content) };
  }

  /** A file with its size; undefined where there is none, as after its record was removed. */
  private async opened(
    key: string,
  ): Promise<{ size: number; content: AsyncIterable<Buffer> } | undefined> {
    const { files } = this.sources;
    const size = await files.sizeOf(key);
    if (size === undefined) return undefined;
    const content = await files.read(key).catch((error: unknown) => {
      if (isNoFile(error)) return undefined;
      throw error;
    });
    return content && { size, content };
  }

  /** The content of a file; takes note where it is not what its key says. */
  private async *checked(key: string, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const hash = createHash("sha256");
    for await (const chunk of content) {
      hash.update(chunk);
      yield chunk;
    }
    if (hash.digest("hex") !== key) this.summary.altered.push(key);
  }

  private count(bytes: number, where: string): void {
    const before = Math.floor(this.noted / notedBytes);
    this.noted += bytes;
    if (Math.floor(this.noted / notedBytes) > before)
      this.sources.note(`${Math.round(this.noted / 1e6)} MB, ${where}`);
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/**
 * Writes a backup of the database and its files as they are at one moment, while others write. Of a file that
 * the store lacks, or has otherwise than its hash says, the backup is made all the same, and says so: see
 * `missing` and `altered`, which name only what records still have.
 */
export async function makeBackup(
  sources: BackupSources,
  { place, name }: PlacedBackup,
): Promise<MadeBackup> {
  const making = new Making(sources);
  let whole: WholeBackup | undefined;
  await place.removeUnfinished();
  await place.write(
    name,
    packed(making.entries(), (told) => {
      whole = told;
    }),
  );
  const { manifest, summary } = making;
  if (!whole || !manifest) throw new Error("The backup was written, but not to its end");
  const run = sqlOn(sources.client);
  const missing: string[] = [];
  for (const key of summary.missing) if (await isKept(run, key)) missing.push(key);
  const { position, hash } = manifest.head;
  return { ...whole, ...summary, missing, position, hash };
}
