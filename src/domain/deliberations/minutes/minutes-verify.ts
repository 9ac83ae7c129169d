import type { EntityManager } from "@mikro-orm/postgresql";
import { canonicalText, type KeptLines, textHash } from "../../../ledger/index.js";
import { kinds, sql } from "../../../reading/index.js";

/** The result of a check of all minutes. */
export interface MinutesVerdict {
  /** The number of minutes, also of those that are only in the ledger or only in the table. */
  count: number;
  /** The number of intact minutes. */
  holding: number;
  /** The first minutes that are not intact, in the order of closing. */
  fault?: { id: string; reason: string };
}

/** Minutes in the ledger, beside their row in the table; the document is null when the row is missing. */
interface LedgerMinutes {
  position: number;
  id: string;
  document: string | null;
  sha256: string;
  /** True if every column equals the value in the ledger. */
  matchesLedger: boolean;
}

/** The lines that minutes are held against. Their document is kept as its hash alone. */
export const linesOfMinutes: KeptLines = {
  lines: sql`entity = 'Minutes' and kind = 'CREATED'`,
  fields: ["sha256", "deliberation", "closedAt"],
};

/** The number of minutes in memory at a time: the record of a large deliberation has megabytes. */
const pageSize = 10;

// Of minutes whose line is archived the ledger keeps the hash alone: the document is held against it.
const ledgerValue = (field: string) => sql`(c.diff -> ${field}::text ->> 'after')`;

const page = (after: number) => sql<LedgerMinutes>`
  select c.position::float8 as position, c.entity_id as id, m.document, m.sha256,
    (m.document, m.sha256, m.deliberation_id::text, ${kinds.instant.select(sql.ref("m.closed_at"))})
      is not distinct from
      (coalesce(${ledgerValue("document")}, m.document), ${ledgerValue("sha256")}, ${ledgerValue("deliberation")}, ${ledgerValue("closedAt")}) as "matchesLedger"
  from change_known c left join minutes m on m.id = c.entity_id
  where c.entity = 'Minutes' and c.kind = 'CREATED' and c.position > ${after}
  order by c.position limit ${pageSize}`;

/** Minutes in the table that are not in the ledger: they were inserted without a use case. */
const notInLedger = sql<{ count: number; first: string | null }>`
  select count(*)::int as count, (array_agg(m.id order by m.closed_at, m.id))[1] as first
  from minutes m where not exists (
    select 1 from change_known c where c.entity_id = m.id and c.entity = 'Minutes' and c.kind = 'CREATED')`;

function isCanonical(document: string): boolean {
  try {
    return canonicalText(JSON.parse(document)) === document;
  } catch {
    return false;
  }
}

function faultOf({ document, sha256, matchesLedger }: LedgerMinutes): string | undefined {
  if (document === null) return "they are missing from the table";
  if (textHash(document) !== sha256) return "their hash is not that of their document";
  if (!isCanonical(document)) return "their document is not canonical JSON";
  return matchesLedger ? undefined : "they differ from the ledger";
}

/**
 * Checks all minutes, page by page: the hash is that of the document, the document is canonical JSON, and
 * both equal the values in the ledger. An attacker who rewrites document and hash together must also
 * rewrite the ledger's chain, and `verifyLedger` detects that.
 */
export async function verifyMinutes(em: EntityManager): Promise<MinutesVerdict> {
  const verdict: MinutesVerdict = { count: 0, holding: 0 };
  let after = 0;
  for (let more = true; more; ) {
    const { rows } = await page(after).execute(em.getKysely());
    for (const minutes of rows) addResult(verdict, minutes.id, faultOf(minutes));
    after = rows.at(-1)?.position ?? after;
    more = rows.length === pageSize;
  }
  const { rows } = await notInLedger.execute(em.getKysely());
  const [{ count, first } = { count: 0, first: null }] = rows;
  if (first) addResult(verdict, first, "they are not in the ledger", count);
  return verdict;
}

function addResult(
  verdict: MinutesVerdict,
  id: string,
  reason: string | undefined,
  count = 1,
): void {
  verdict.count += count;
  if (reason === undefined) verdict.holding += count;
  else verdict.fault ??= { id, reason };
}
