import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Viewer } from "../../access/index.js";
import type { Ledger } from "../../ledger/index.js";
import type { HubError, Language } from "../../platform/errors.js";
import type { FileStore } from "../../platform/files/index.js";
import { type Database, sql } from "../../reading/index.js";
import { keepFile, removeFile } from "../common/index.js";
import { viewerOfKey, viewerOfUser } from "../stakeholders/index.js";
import { ExportStatus, unfinished } from "./enums.js";
import { Export } from "./export.js";

// What becomes of an export while the hub makes its file. Each step is a transaction with a line in the
// ledger, and happens only while the node still holds the export.

/** An export in the making. */
export interface ExportInWork {
  job: Export;
  /** The node that makes it. */
  node: string;
  /** The requester, with the rights that they have now; undefined where they have none any more. */
  viewer: Viewer | undefined;
}

/** The export that a node has taken, with its requester. */
export async function exportInWork(
  ledger: Ledger,
  database: Database,
  id: string,
  node: string,
): Promise<ExportInWork> {
  const job = await ledger.read((em) => em.findOneOrFail(Export, { id }));
  return { job, node, viewer: await requesterOf(database, job) };
}

/** The requester of an export. An operator's right is that of the token with which it was started. */
async function requesterOf(
  database: Database,
  { user, holder, byOperator }: Export,
): Promise<Viewer | undefined> {
  if (user) return { ...(await viewerOfUser(database, user.id)), operator: byOperator };
  if (holder) return viewerOfKey(database, holder);
  return byOperator ? { kind: "user", operator: true, memberships: new Map() } : undefined;
}

const actorOf = ({ user, holder }: Export): string => {
  if (user) return `user:${user.id}`;
  return holder ? `key:${holder}` : "operator";
};

type Change = Partial<Omit<Export, "changeScope">>;

/** Changes the export, if the node still holds it and it has not ended; tells whether it has. */
async function step(
  ledger: Ledger,
  { job, node }: ExportInWork,
  operation: string,
  change: Change,
  before: (em: EntityManager) => Promise<void> = async () => {},
): Promise<boolean> {
  const act = { actor: actorOf(job), organisation: job.organisation?.id, operation };
  const { result } = await ledger.transact(act, async (em) => {
    const one = await heldExport(em, job.id, node);
    if (one) {
      await before(em);
      Object.assign(one, change);
    }
    return Boolean(one);
  });
  return result;
}

async function heldExport(
  em: EntityManager,
  id: string,
  node: string,
): Promise<Export | undefined> {
  const { rows } = await sql`select 1 from export_lease
    where export_id = ${id}::uuid and node = ${node}::uuid for update`.execute(em.getKysely());
  if (rows.length === 0) return undefined;
  const one = await em.findOneOrFail(Export, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return unfinished.includes(one.status) ? one : undefined;
}

/** Notes that the file is being made, from the rows at a position. */
export const beginExport = (ledger: Ledger, work: ExportInWork, position: number) =>
  step(ledger, work, "beginExport", {
    status: ExportStatus.RUNNING,
    progress: 0,
    position: String(position),
  });

/** Notes how much of the file is made. */
export const reportExport = (ledger: Ledger, work: ExportInWork, progress: number) =>
  step(ledger, work, "reportExport", { progress });

/** A file that was made. */
export interface MadeFile {
  fileKey: string;
  bytes: number;
  rows: number;
  /** The time for which it is kept, in milliseconds. */
  keptMs: number;
}

/** Notes that the file is there; UNAVAILABLE where the end of an equal export removed it since. */
export function finishExport(
  ledger: Ledger,
  work: ExportInWork,
  files: Pick<FileStore, "has">,
  { keptMs, ...file }: MadeFile,
): Promise<boolean> {
  const finishedAt = new Date();
  const expiresAt = new Date(finishedAt.getTime() + keptMs);
  const done = { status: ExportStatus.DONE, progress: 100, finishedAt, expiresAt };
  return step(ledger, work, "finishExport", { ...done, ...file }, (em) =>
    keepFile(em, files, file.fileKey),
  );
}

/** Notes why no file can be made. */
export const failExport = (
  ledger: Ledger,
  work: ExportInWork,
  { code, text }: Pick<HubError, "code" | "text">,
  language: Language,
) =>
  step(ledger, work, "failExport", {
    status: ExportStatus.FAILED,
    finishedAt: new Date(),
    failureCode: code,
    failure: text[language],
  });

/**
 * Ends the exports whose time is over, and removes their files where no other record has the same. A file
 * goes before the commit: if the hub ends in between, the export is still to be ended.
 */
export async function expireExports(
  ledger: Ledger,
  files: Pick<FileStore, "remove">,
): Promise<void> {
  while (await expireOne(ledger, files));
}

/** Ends one export whose time is over; false without. */
async function expireOne(ledger: Ledger, files: Pick<FileStore, "remove">): Promise<boolean> {
  const act = { actor: "hub", organisation: undefined, operation: "expireExports" };
  const { result } = await ledger.transact(act, async (em) => {
    const [one] = await em.find(
      Export,
      { status: ExportStatus.DONE, expiresAt: { $lt: new Date() } },
      { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, limit: 1 },
    );
    if (!one) return false;
    const { fileKey } = one;
    Object.assign(one, { status: ExportStatus.EXPIRED, fileKey: null });
    await em.flush();
    if (fileKey) await removeFile(em, files, fileKey, isNeeded(fileKey));
    return true;
  });
  return result;
}

/** True where a record has the file of a key: an export, an import's wrong rows, or evidence. */
const isNeeded = (key: string) => sql`(exists (select 1 from export_job where file_key = ${key})
  or exists (select 1 from table_import where rejected_key = ${key})
  or exists (select 1 from evidence where file_hash = ${key}))`;
