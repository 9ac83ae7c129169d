import type { EntityManager } from "@mikro-orm/postgresql";
import type { Sealing } from "../../platform/sealing.js";
import { type Database, sql } from "../../reading/index.js";

// The secrets that sign deliveries. Each is encrypted for its webhook; none is part of the ledger. A secret
// that was replaced signs beside the new one for a while (`until`), so that the receiver can change over.

type Writer = Pick<EntityManager, "getKysely">;

/** How long a replaced secret still signs. */
const overlapHours = 24;

/** The most secrets that sign at once: somebody who replaces one again and again ends the oldest. */
const mostSigning = 4;

/** The prefix of a secret of Standard Webhooks. What begins with it is not encrypted. */
export const secretPrefix = "whsec_";

/** A secret as it is stored. */
export interface StoredSecret {
  sealed: string;
  /** The milliseconds for which it still signs; null for the current one. */
  forMs: number | null;
}

/**
 * Gives a webhook a secret; those that it had sign beside it for a while. Another replacement of the same time
 * waits, and finds that the webhook has another version by then.
 */
export async function replaceSecret(em: Writer, webhook: string, sealed: string): Promise<void> {
  const database = em.getKysely();
  await sql`select 1 from webhook where id = ${webhook}::uuid for update`.execute(database);
  await sql`update webhook_secret set until = clock_timestamp() + ${overlapHours} * interval '1 hour'
    where webhook_id = ${webhook}::uuid and until is null`.execute(database);
  await sql`delete from webhook_secret where webhook_id = ${webhook}::uuid and id in (
    select id from webhook_secret where webhook_id = ${webhook}::uuid
    order by id desc offset ${mostSigning - 1})`.execute(database);
  await sql`insert into webhook_secret (webhook_id, sealed) values (${webhook}::uuid, ${sealed})`.execute(
    database,
  );
}

/** The secrets by which a webhook's deliveries are signed now, the current one first. */
export const signingSecrets = (webhook: ReturnType<typeof sql.ref>) =>
  sql<StoredSecret[]>`(select json_agg(json_build_object('sealed', sealed,
      'forMs', extract(epoch from until - clock_timestamp()) * 1000) order by secret.id desc)
    from webhook_secret secret
    where secret.webhook_id = ${webhook} and (until is null or until > clock_timestamp()))`;

/** The condition that these keys open a webhook's current secret. */
export const isOpenedBy = (keys: readonly string[], webhook: ReturnType<typeof sql.ref>) =>
  sql`exists (select 1 from webhook_secret secret where secret.webhook_id = ${webhook}
    and until is null and split_part(sealed, '.', 1) = any(${keys}::text[]))`;

/** Removes the secrets that no longer sign. */
export async function removeOldSecrets(database: Database): Promise<void> {
  await sql`delete from webhook_secret where until < clock_timestamp()`.execute(database);
}

/**
 * Encrypts all secrets by the current key: those of the time before they were encrypted, and those of
 * earlier keys. Gives the number of those that it encrypted, and the webhooks whose current secret no key
 * here opens.
 */
export async function sealSecrets(
  database: Database,
  sealing: Sealing,
): Promise<{ sealed: number; unopened: string[] }> {
  const { rows } = await sql<{ id: string; webhook: string; text: string; isCurrent: boolean }>`
    select id, webhook_id as webhook, sealed as text, until is null as "isCurrent" from webhook_secret
    where split_part(sealed, '.', 1) <> ${sealing.current}`.execute(database);
  const unopened: string[] = [];
  let sealed = 0;
  for (const { id, webhook, text, isCurrent } of rows) {
    const isPlain = text.startsWith(secretPrefix);
    if (isPlain || sealing.canOpen(text)) {
      const again = sealing.seal(isPlain ? text : sealing.open(text, webhook), webhook);
      await sql`update webhook_secret set sealed = ${again}
        where id = ${id} and sealed = ${text}`.execute(database);
      sealed += 1;
    } else if (isCurrent) unopened.push(webhook);
  }
  return { sealed, unopened };
}
