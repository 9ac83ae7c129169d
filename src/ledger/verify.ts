import { type EntityManager, IsolationLevel } from "@mikro-orm/postgresql";
import { sql } from "kysely";
import type { FileStore } from "../platform/files/index.js";
import { archivedLines } from "./archive/archive-file.js";
import { type Archive, archivesOf } from "./archive/archives.js";
import { type ChainFault, ChainWalk, storedLines } from "./chain-walk.js";
import { type Fork, isResumed } from "./epoch.js";
import { type Head, headWithin, type RowsOf, rowsBy } from "./head.js";

/** The result of a verification: the last position, or the first one that is wrong. */
export type Verdict =
  | { whole: true; position: number; hash: string }
  | ({ whole: false } & ChainFault);

const broken = (position: number, reason: string): Verdict => ({ whole: false, position, reason });

/**
 * Verifies the whole chain: computes each hash from its line's content and gives the first position
 * that is wrong. The head row must agree with the last line. Reads pages of one snapshot, so that
 * writers can go on. Of archived lines it reads those in `files`, where that is given; else it goes on from
 * the hash that the last archive ends with.
 */
export async function verifyLedger(em: EntityManager, files?: FileStore): Promise<Verdict> {
  await em.begin({ isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true });
  try {
    return await verifyLedgerWithin(rowsBy(em.getKysely()), files);
  } finally {
    await em.rollback();
  }
}

/**
 * Verifies the newest lines only, `most` of them: that they follow from the line before them, and that the head
 * agrees with the last one.
 */
export async function verifyNewest(rows: RowsOf, most: number): Promise<Verdict> {
  const head = await headWithin(rows);
  const [line] = await rows(sql<{ position: number; hash: string }>`
    select position::float8 as position, hash from change where position <= ${head.position}
    order by change.position desc offset ${most} limit 1`);
  const archive = (await archivesOf(rows)).find(({ last }) => last === head.retainedFrom);
  const chain = new ChainWalk(line?.position ?? archive?.last, line?.hash ?? archive?.lastHash);
  for await (const next of storedLines(rows, chain.position, head.position)) {
    const fault = chain.take(next);
    if (fault) return { whole: false, ...fault };
  }
  return verdictOf(chain, head);
}

/** The same in a snapshot that is held already. */
export async function verifyLedgerWithin(rows: RowsOf, files?: FileStore): Promise<Verdict> {
  const head = await headWithin(rows);
  const chain = new ChainWalk();
  for (const archive of await archivesOf(rows)) {
    if (archive.last > head.retainedFrom) break;
    const fault = await archiveFault(chain, archive, head.forks, files);
    if (fault) return { whole: false, ...fault };
  }
  const { position: horizon } = chain;
  if (horizon !== head.retainedFrom) return broken(horizon + 1, "no archive has it");
  // Positions below the first one are read too, to find lines that were put there.
  const after = horizon === 0 ? Number.MIN_SAFE_INTEGER : horizon;
  for await (const line of storedLines(rows, after)) {
    const fault = chain.take(line);
    if (fault) return { whole: false, ...fault };
  }
  return verdictOf(chain, head);
}

/** The verdict of a walk without a fault: the head must agree with its end. */
function verdictOf({ position, hash }: ChainWalk, head: Head): Verdict {
  const agrees = head.position === position && head.hash === hash;
  return agrees
    ? { whole: true, position, hash }
    : broken(position + 1, "the head names another last change");
}

/** The fault of an archive, in its place in the chain; moves the chain to its end where it has none. */
async function archiveFault(
  chain: ChainWalk,
  archive: Archive,
  forks: readonly Fork[],
  files: FileStore | undefined,
): Promise<ChainFault | undefined> {
  const { first, last, previousHash, lastHash } = archive;
  const isNext = first === chain.position + 1 || isResumed(chain.position, first, forks);
  if (!isNext || previousHash !== chain.hash) {
    return { position: chain.position + 1, reason: "its archive does not follow the one before" };
  }
  if (files) {
    for await (const line of archivedLines(files, archive)) {
      const fault = typeof line === "string" ? at(chain.position + 1, line) : chain.take(line);
      if (fault) return { ...fault, reason: `${fault.reason} (archive ${archive.file})` };
    }
    const ends = chain.position === last && chain.hash === lastHash;
    return ends ? undefined : at(chain.position + 1, `its archive ${archive.file} ends otherwise`);
  }
  [chain.position, chain.hash] = [last, lastHash];
  return undefined;
}

const at = (position: number, reason: string): ChainFault => ({ position, reason });
