import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Viewer } from "../../access/index.js";
import { importTable } from "../../domain/imports/index.js";
import { User, viewerByToken } from "../../domain/stakeholders/index.js";
import type { Ledger } from "../../ledger/index.js";
import type { FileStore } from "../../platform/files/index.js";
import { nounOf, sql } from "../../reading/index.js";
import { operator } from "../operator.js";
import {
  isCreation,
  mutationOf,
  operatorName,
  type Part,
  type SentTable,
  type Step,
} from "./steps.js";

/** The error of a part that could not be made: where it failed, and why. */
function failedAt(where: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${where}: ${reason}`, { cause });
}

/** The making of one chapter: its mutations in one transaction, each by the person it names. */
class ChapterMaking {
  private readonly viewers = new Map<string, Viewer>([[operatorName, operator]]);

  constructor(
    private readonly ledger: Ledger,
    private readonly files: FileStore,
  ) {}

  async perform(step: Step): Promise<void> {
    const { operation } = step;
    const viewer = await this.viewerOf(step.by);
    const input = { ...step.input, ...(await this.seen(step)) };
    // The cast: `create` and `change` checked the input against the mutation's own type.
    await mutationOf(operation).perform(this.ledger, viewer, input as never);
    if (operation === "addMember") this.viewers.delete(String(step.input.email));
  }

  /** The person with the roles that they have now, as their token would find them. */
  private async viewerOf(name: string): Promise<Viewer> {
    const known = this.viewers.get(name);
    if (known) return known;
    const viewer = await personNamed(this.ledger, name);
    this.viewers.set(name, viewer);
    return viewer;
  }

  /** The part of the input that depends on the present state. */
  private async seen({ sees, mentions, acknowledges, attaches }: Step): Promise<object> {
    if (attaches !== undefined) return fileOf(this.files, attaches);
    return this.ledger.read(async (em) => {
      if (sees) return { expectedVersion: await versionOf(em, sees) };
      if (mentions) return mentionOf(em, mentions);
      return acknowledges ? minutesOf(em, acknowledges) : {};
    });
  }
}

async function versionOf(em: EntityManager, { table, id }: { table: string; id: string }) {
  const { rows } = await sql<{ version: number }>`
    select version from ${sql.table(table)} where id = ${id}`.execute(em.getKysely());
  return rows[0]?.version;
}

async function mentionOf(em: EntityManager, email: string): Promise<object> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(nounOf(User).table)} where email = ${email}`.execute(em.getKysely());
  return { mentions: rows.map(({ id }) => id) };
}

async function minutesOf(em: EntityManager, deliberation: string): Promise<object> {
  const { rows } = await sql<object>`select id as "minutesId", sha256 from minutes
    where deliberation_id = ${deliberation}`.execute(em.getKysely());
  return rows[0] ?? {};
}

/** A person with the roles that they have now. */
async function personNamed(ledger: Ledger, email: string): Promise<Viewer> {
  const bearer = { email, operator: false, expiresAt: new Date(8.64e15) };
  const viewer = await ledger.read((em) => viewerByToken(em.getKysely(), bearer));
  if (viewer.memberships.size > 0) return viewer;
  throw new Error(`${email} is a member of no organisation`);
}

/** Stores a text as a file. A file that no record names, after an interrupted making, does no harm. */
async function fileOf(files: FileStore, text: string): Promise<object> {
  const bytes = Buffer.from(text);
  const { size, sha256 } = await files.put(Readable.from([bytes]), { bytes: bytes.length });
  return { fileSize: size, fileType: "text/plain", fileHash: sha256, files };
}

async function sendTable(ledger: Ledger, files: FileStore, table: SentTable): Promise<void> {
  const bytes = Buffer.from(table.csv);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { id, kind, mode, organisationId } = table;
  const file = { path: "", size: bytes.length, sha256, open: () => Readable.from([bytes]) };
  const viewer = await personNamed(ledger, table.by);
  await importTable(ledger, files, viewer, {
    ...{ id, kind, mode, organisationId, file },
    progress: () => undefined,
  });
}

/** Makes a part of the country, whole or not at all. Gives the number of nouns that it created. */
export async function makePart(ledger: Ledger, files: FileStore, part: Part): Promise<number> {
  if ("csv" in part) {
    await sendTable(ledger, files, part).catch((error: unknown) => {
      throw failedAt(part.name, error);
    });
    return 1;
  }
  await ledger.together(async (joined) => {
    const making = new ChapterMaking(joined, files);
    for (const [at, step] of part.steps.entries()) {
      try {
        await making.perform(step);
      } catch (error) {
        const { operation, by } = step;
        throw failedAt(`${part.name}, step ${at + 1}: ${operation} by ${by}`, error);
      }
    }
  });
  return part.steps.filter(isCreation).length;
}
