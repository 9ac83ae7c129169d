import type { EntityManager } from "@mikro-orm/postgresql";
import { canonicalText, textHash } from "../../../ledger/index.js";
import { kinds, sql } from "../../../reading/index.js";

/** What a check of all minutes found. */
export interface MinutesVerdict {
  /** How many there are or were: also those that the ledger alone, or the table alone, knows. */
  count: number;
  holding: number;
  /** The first that do not hold, in the order of closing. */
  fault?: { id: string; reason: string };
}

/** Minutes of which the ledger tells; no document where the table has them no more. */
interface ToldMinutes {
  position: number;
  id: string;
  document: string | null;
  sha256: string;
  /** Whether every column is what the ledger's line says. */
  asTold: boolean;
}

/** Few, as one record of a large deliberation has megabytes. */
const pageSize = 10;

const told = (field: string) => sql`(c.diff -> ${field}::text ->> 'after')`;

const page = (after: number) => sql<ToldMinutes>`
  select c.position::float8 as position, c.entity_id as id, m.document, m.sha256,
    (m.document, m.sha256, m.deliberation_id::text, ${kinds.instant.select(sql.ref("m.closed_at"))})
      is not distinct from
      (${told("document")}, ${told("sha256")}, ${told("deliberation")}, ${told("closedAt")}) as "asTold"
  from change c left join minutes m on m.id = c.entity_id
  where c.entity = 'Minutes' and c.kind = 'CREATED' and c.position > ${after}
  order by c.position limit ${pageSize}`;

/** Minutes that somebody put into the table without a use case. */
const untold = sql<{ count: number; first: string | null }>`
  select count(*)::int as count, (array_agg(m.id order by m.closed_at, m.id))[1] as first
  from minutes m where not exists (
    select 1 from change c where c.entity_id = m.id and c.entity = 'Minutes' and c.kind = 'CREATED')`;

function isCanonical(document: string): boolean {
  try {
    return canonicalText(JSON.parse(document)) === document;
  } catch {
    return false;
  }
}

function faultOf({ document, sha256, asTold }: ToldMinutes): string | undefined {
  if (document === null) return "they are gone";
  if (textHash(document) !== sha256) return "their hash is not that of their document";
  if (!isCanonical(document)) return "their document is not canonical JSON";
  return asTold ? undefined : "they are not what the ledger tells of them";
}

/**
 * Checks all minutes, a few at a time: that the hash is the document's, that the document is
 * canonical JSON, and that both are what the ledger says was frozen. Whoever rewrote document and hash
 * together would have to rewrite the ledger's chain as well, which `verifyLedger` finds.
 */
export async function verifyMinutes(em: EntityManager): Promise<MinutesVerdict> {
  const verdict: MinutesVerdict = { count: 0, holding: 0 };
  let after = 0;
  for (let more = true; more; ) {
    const { rows } = await page(after).execute(em.getKysely());
    for (const minutes of rows) note(verdict, minutes.id, faultOf(minutes));
    after = rows.at(-1)?.position ?? after;
    more = rows.length === pageSize;
  }
  const { rows } = await untold.execute(em.getKysely());
  const [{ count, first } = { count: 0, first: null }] = rows;
  if (first) note(verdict, first, "the ledger does not know them", count);
  return verdict;
}

function note(verdict: MinutesVerdict, id: string, reason: string | undefined, count = 1): void {
  verdict.count += count;
  if (reason === undefined) verdict.holding += count;
  else verdict.fault ??= { id, reason };
}
