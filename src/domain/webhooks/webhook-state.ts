import type { EntityManager } from "@mikro-orm/postgresql";
import { isHeldUntil } from "../../platform/database/index.js";
import { type Database, sql } from "../../reading/index.js";
import { isOpenedBy } from "./webhook-secrets.js";

// The state of webhooks that changes with each delivery: the position, and which node delivers until when. It is no part of the ledger. `generation` grows with each use case on the webhook: what a node
// has begun before it is no longer noted, so that a pause or another position holds from its commit.

type Writer = Pick<EntityManager, "getKysely">;

/** A node that delivers. */
export interface WebhookNode {
  id: string;
  /** The time after which the webhooks of a silent node are taken over, in milliseconds. */
  leaseMs: number;
  /** The ids of the keys by which it opens secrets. */
  keys: readonly string[];
}

const until = (ms: number) => sql`clock_timestamp() + ${ms} * interval '1 ms'`;

/** Makes the state of a new webhook. */
export async function makeState(em: Writer, webhook: string, position: number): Promise<void> {
  await sql`insert into webhook_state (webhook_id, position)
    values (${webhook}::uuid, ${position})`.execute(em.getKysely());
}

/** The position of a webhook. */
export async function positionOf(em: Writer, webhook: string): Promise<number | undefined> {
  const { rows } = await sql<{ position: number }>`select position::float8 as position
    from webhook_state where webhook_id = ${webhook}::uuid`.execute(em.getKysely());
  return rows[0]?.position;
}

/** Ends what nodes have begun with a webhook; from a position, or from its own. Its failures are forgotten. */
export async function renewState(em: Writer, webhook: string, after?: number): Promise<void> {
  const database = em.getKysely();
  await sql`update webhook_state set generation = generation + 1, failures = 0, failing_since = null,
      next_attempt_at = null, position = coalesce(${after ?? null}::bigint, position)
    where webhook_id = ${webhook}::uuid`.execute(database);
  await sql`update webhook_delivery set next_attempt_at = null,
      status = case when position <= ${after ?? null}::bigint then 'FAILED'::webhook_delivery_status else status end
    where webhook_id = ${webhook}::uuid and status = 'PENDING'`.execute(database);
}

/** Removes the state of a webhook, so that no node notes anything more of it, and then its deliveries. */
export async function removeState(em: Writer, webhook: string): Promise<void> {
  const database = em.getKysely();
  await sql`delete from webhook_state where webhook_id = ${webhook}::uuid`.execute(database);
  await sql`delete from webhook_delivery where webhook_id = ${webhook}::uuid`.execute(database);
}

/** Asks for a delivery to be sent again, at once by the node that holds the webhook; false where none is kept. */
export async function requestDelivery(
  em: Writer,
  webhook: string,
  position: number,
): Promise<boolean> {
  const { rows } = await sql`with asked as (
      update webhook_delivery set requested_at = clock_timestamp()
      where webhook_id = ${webhook}::uuid and position = ${position} returning webhook_id)
    update webhook_state set generation = generation + 1
    where webhook_id in (select webhook_id from asked) returning 1`.execute(em.getKysely());
  return rows.length > 0;
}

/** A webhook that a node holds, at a generation. */
export interface HeldWebhook {
  id: string;
  generation: number;
}

/** Takes the webhooks with something to deliver that no node holds, and whose secrets this one can open. */
export async function takeWebhooks(
  database: Database,
  { id: node, leaseMs, keys }: WebhookNode,
  most: number,
): Promise<HeldWebhook[]> {
  const { rows } = await sql<HeldWebhook>`
    update webhook_state held set node = ${node}::uuid, until = ${until(leaseMs)}
    where webhook_id in (select state.webhook_id from webhook_state state
      join webhook on webhook.id = state.webhook_id
      where not ${isHeldUntil("state.until")}
        and ${isOpenedBy(keys, sql.ref("webhook.id"))}
        and (webhook.status = 'ACTIVE' or exists (select 1 from webhook_delivery asked
          where asked.webhook_id = webhook.id and asked.requested_at is not null))
      order by state.until nulls first limit ${most} for update of state skip locked)
    returning webhook_id as id, generation`.execute(database);
  return rows;
}

/** Holds a node's webhooks for another while; gives those that it still holds, with their generations. */
export async function renewWebhooks(
  database: Database,
  { id: node, leaseMs }: Pick<WebhookNode, "id" | "leaseMs">,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<HeldWebhook>`update webhook_state set until = ${until(leaseMs)}
    where node = ${node}::uuid returning webhook_id as id, generation`.execute(database);
  return new Map(rows.map(({ id, generation }) => [id, generation]));
}

/** Gives a webhook back to all nodes, for after `againMs`. */
export async function releaseWebhook(
  database: Database,
  { id: node }: Pick<WebhookNode, "id">,
  webhook: string,
  againMs: number,
): Promise<void> {
  await sql`update webhook_state set node = null, until = ${until(againMs)}
    where webhook_id = ${webhook}::uuid and node = ${node}::uuid`.execute(database);
}

/** Moves a held webhook's position on, past changes that do not concern it. */
export async function moveOn(
  database: Database,
  { id: node }: Pick<WebhookNode, "id">,
  { id, generation }: HeldWebhook,
  position: number,
): Promise<void> {
  await sql`update webhook_state set position = greatest(position, ${position})
    where webhook_id = ${id}::uuid and node = ${node}::uuid and generation = ${generation}`.execute(
    database,
  );
}

/**
 * Moves a held webhook's position back to the last one that a restored ledger has in common with what was lost:
 * what was noted of changes that are lost leads nowhere.
 */
export async function moveBack(
  database: Database,
  { id: node }: Pick<WebhookNode, "id">,
  { id, generation }: HeldWebhook,
  common: number,
): Promise<void> {
  await sql`update webhook_state set position = least(position, ${common})
    where webhook_id = ${id}::uuid and node = ${node}::uuid and generation = ${generation}`.execute(
    database,
  );
}
