import { createHash } from "node:crypto";
import { text } from "node:stream/consumers";
import {
  BackupError,
  damaged,
  type PackedEntry,
  type PlacedBackup,
  unpacked,
  type WholeBackup,
} from "../../platform/backup-files/index.js";
import { type Manifest, manifestIn, type Summary, summaryIn } from "./manifest.js";

/** A backup that was read from its first byte to its last. */
export interface CheckedBackup {
  manifest: Manifest;
  summary: Summary;
  whole: WholeBackup;
}

/** The key of the file that an entry has; undefined where it has none. */
export const keyOfEntry = (name: string): string | undefined =>
  /^files\/([0-9a-f]{64})$/.exec(name)?.[1];

/** What is read of a backup, and held against what it says of itself. */
class Check {
  private readonly hashes = new Map<string, string>();
  /** The keys of files that are not what their names say. */
  private readonly altered: string[] = [];
  private manifest: Manifest | undefined;
  private summary: Summary | undefined;
  private hasSums = false;

  /** Reads an entry to its end. */
  async take({ name, content }: PackedEntry): Promise<void> {
    if (!this.manifest && name !== "backup.json") throw damaged("it is no backup of a hub");
    if (name === "SHA256SUMS") {
      this.compare(await text(content));
      return;
    }
    const hash = createHash("sha256");
    const parts: Buffer[] = [];
    for await (const chunk of content) {
      hash.update(chunk);
      if (name.endsWith(".json")) parts.push(chunk);
    }
    this.note(name, hash.digest("hex"), Buffer.concat(parts).toString());
  }

  /** What was read; throws where a part of it did not come. */
  result(whole: WholeBackup | undefined): CheckedBackup {
    const { manifest, summary } = this;
    if (!manifest || !summary || !whole || !this.hasSums) throw damaged("it was cut off");
    return { manifest, summary, whole };
  }

  private note(name: string, sha256: string, content: string): void {
    const key = keyOfEntry(name);
    if (key === undefined) this.hashes.set(name, sha256);
    else if (key !== sha256) this.altered.push(key);
    if (name === "backup.json") this.manifest = manifestIn(content);
    if (name === "summary.json") this.summary = summaryIn(content);
  }

  /** Holds what was read against the list of hashes. */
  private compare(sums: string): void {
    const listed = new Map(
      sums
        .trimEnd()
        .split("\n")
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    const wrong = [...listed].find(([name, sha256]) => this.hashes.get(name) !== sha256)?.[0];
    const known = new Set(this.summary?.altered);
    const file = this.altered.find((key) => !known.has(key));
    if (wrong !== undefined || file !== undefined)
      throw damaged(`${wrong ?? `files/${file}`} was changed`);
    if (listed.size !== this.hashes.size) throw damaged("it has parts that are not listed");
    this.hasSums = true;
  }
}

/**
 * Reads a backup from its first byte to its last. Throws BackupError where it is not as it was written, or where
 * this version does not know its format.
 */
export async function checkBackup({ place, name }: PlacedBackup): Promise<CheckedBackup> {
  const check = new Check();
  let whole: WholeBackup | undefined;
  const entries = unpacked(place.read(name), (told) => {
    whole = told;
  });
  try {
    for await (const entry of entries) {
      if (entry.name !== "SHA256") await check.take(entry);
      else await text(entry.content);
    }
  } catch (error) {
    // What was changed may be a text that is read, before the end shows it.
    throw error instanceof SyntaxError ? damaged("it was changed") : error;
  }
  return check.result(whole);
}

/** Throws BackupError where a backup has a migration that this version does not know. */
export function refuseNewerBackup({ migrations, hub }: Manifest, known: ReadonlySet<string>): void {
  const newest = migrations.filter((name) => !known.has(name)).at(-1);
  if (newest === undefined) return;
  throw new BackupError(
    `A newer version of Rembuk (${hub}) made this backup: it has the migration ${newest}, which this version does not know. Restore it with that version.`,
  );
}
