import { type EntityManager, IsolationLevel } from "@mikro-orm/postgresql";
import { sql } from "kysely";
import { headOf } from "./head.js";
import { type ChangeLine, canonicalBody, chainHash, genesisHash } from "./line.js";

/** The result of a verification: the last position, or the first one that is wrong. */
export type Verdict =
  | { whole: true; position: number; hash: string }
  | { whole: false; position: number; reason: string };

interface StoredLine extends ChangeLine {
  position: number;
  /** The person in `actor`, beside it for joins. */
  user: string | null;
  previousHash: string;
  hash: string;
}

/** Small, because a single line can hold a long text. */
const pageSize = 250;

const page = (after: number) => sql<StoredLine>`
  select position::float8 as position,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    actor, user_id as "user", organisation_id as organisation, operation, entity,
    entity_id as "entityId", kind, diff, programme_id as programme, plan_id as plan,
    deliberation_id as deliberation,
    area_id as area, owner, request, previous_hash as "previousHash", hash
  from change where position > ${after} order by position limit ${pageSize}`;

/** The id that the ledger's function stores beside the actor; the hash covers the actor alone. */
const userOf = (actor: string): string | null => /^user:(.*)/.exec(actor)?.[1] ?? null;

function faultOf(line: StoredLine, position: number, previous: string): string | undefined {
  if (line.position < position) return "stands before the first change";
  if (line.position > position) return `position ${position} is missing`;
  if (line.previousHash !== previous) return "does not follow from the change before it";
  const holds =
    chainHash(previous, position, canonicalBody(line)) === line.hash &&
    line.user === userOf(line.actor);
  return holds ? undefined : "was altered";
}

/**
 * Verifies the whole chain: computes each hash from its line's content and gives the first position
 * that is wrong. The head row must agree with the last line. Reads pages of one snapshot, so that
 * writers can go on.
 */
export async function verifyLedger(em: EntityManager): Promise<Verdict> {
  await em.begin({ isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true });
  try {
    return await walk(em);
  } finally {
    await em.rollback();
  }
}

async function walk(em: EntityManager): Promise<Verdict> {
  let position = 0;
  let hash = genesisHash;
  // Positions below the first one are read too, to find lines that were put there.
  for (let after = Number.MIN_SAFE_INTEGER; ; after = position) {
    const { rows } = await page(after).execute(em.getKysely());
    for (const line of rows) {
      const reason = faultOf(line, position + 1, hash);
      if (reason) {
        return { whole: false, position: Math.min(line.position, position + 1), reason };
      }
      position = line.position;
      hash = line.hash;
    }
    if (rows.length < pageSize) break;
  }
  const head = await headOf(em.getKysely());
  const agrees = head.position === position && head.hash === hash;
  return agrees
    ? { whole: true, position, hash }
    : { whole: false, position: position + 1, reason: "the head names another last change" };
}
