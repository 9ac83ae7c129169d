import { isHeldUntil } from "../../platform/database/index.js";
import type { Text } from "../../platform/errors.js";
import { type Database, sql } from "../../reading/index.js";
import type { WebhookStatus } from "./enums.js";
import { type StoredSecret, signingSecrets } from "./webhook-secrets.js";
import type { HeldWebhook, WebhookNode } from "./webhook-state.js";

// What a node reads and notes of a webhook that it holds.

/** What a node needs to deliver. */
export interface Receiver {
  organisation: string;
  address: string;
  where: unknown;
  status: WebhookStatus;
  /** The secrets that sign, the current one first. */
  secrets: readonly StoredSecret[];
  position: number;
  failures: number;
  /** Milliseconds until the next attempt; 0 for now. */
  waitMs: number;
  /** Milliseconds since the first of its failures; 0 without one. */
  failingMs: number;
  /** Positions of deliveries that are asked for again. */
  requested: number[];
}

/** The receiver of a held webhook; undefined where another node, or a use case, came first. */
export async function receiverOf(
  database: Database,
  { id: node }: Pick<WebhookNode, "id">,
  { id, generation }: HeldWebhook,
): Promise<Receiver | undefined> {
  const { rows } = await sql<Receiver>`
    select webhook.organisation_id as organisation, address, "where", status,
      ${signingSecrets(sql.ref("webhook.id"))} as secrets,
      state.position::float8 as position, failures,
      case when ${isHeldUntil("next_attempt_at")}
        then extract(epoch from next_attempt_at - clock_timestamp()) * 1000 else 0 end::float8 as "waitMs",
      coalesce(extract(epoch from clock_timestamp() - failing_since) * 1000, 0)::float8 as "failingMs",
      array(select asked.position::float8 from webhook_delivery asked
        where asked.webhook_id = webhook.id and asked.requested_at is not null
        order by asked.position limit 100) as requested
    from webhook_state state join webhook on webhook.id = state.webhook_id
    where state.webhook_id = ${id}::uuid and node = ${node}::uuid and generation = ${generation}`.execute(
    database,
  );
  return rows[0] && { ...rows[0], waitMs: rows[0].waitMs ?? 0 };
}

/** The outcome of one attempt. */
export interface Outcome {
  messageId: string;
  position: number;
  statusCode: number | undefined;
  /** Absent where it was delivered. */
  failure: Text | undefined;
  /** The milliseconds until another attempt; absent where there is none. */
  againMs?: number | undefined;
  /** True where a request to send it again was met: the webhook's position does not depend on it. */
  isRequested: boolean;
}

/** Notes an attempt, if the node still holds the webhook at this generation; tells whether it does. */
export async function noteAttempt(
  database: Database,
  { id: node }: Pick<WebhookNode, "id">,
  { id, generation }: HeldWebhook,
  { messageId, position, statusCode, failure, againMs, isRequested }: Outcome,
): Promise<boolean> {
  const isDelivered = failure === undefined;
  const next = sql`clock_timestamp() + ${againMs ?? null}::float8 * interval '1 ms'`;
  const moved = isRequested
    ? sql`generation = generation`
    : isDelivered
      ? sql`position = ${position}, failures = 0, failing_since = null, next_attempt_at = null`
      : sql`failures = failures + 1, failing_since = coalesce(failing_since, clock_timestamp()), next_attempt_at = ${next}`;
  const status = isDelivered ? "DELIVERED" : againMs === undefined ? "FAILED" : "PENDING";
  const { rows } = await sql`
    with held as (update webhook_state set ${moved} where webhook_id = ${id}::uuid
      and node = ${node}::uuid and generation = ${generation} returning webhook_id)
    insert into webhook_delivery as kept (message_id, webhook_id, position, status, attempts, status_code,
      failure, first_attempt_at, last_attempt_at, next_attempt_at)
    select ${messageId}, webhook_id, ${position}, ${status}::webhook_delivery_status, 1, ${statusCode ?? null}::int,
      ${failure ? JSON.stringify(failure) : null}::jsonb, clock_timestamp(), clock_timestamp(), ${next} from held
    on conflict (message_id) do update set attempts = kept.attempts + 1, status_code = excluded.status_code,
      failure = excluded.failure, last_attempt_at = excluded.last_attempt_at, requested_at = null,
      status = case when ${isRequested} and kept.status = 'PENDING' and excluded.status = 'FAILED'
        then kept.status else excluded.status end,
      next_attempt_at = case when ${isRequested} then kept.next_attempt_at else excluded.next_attempt_at end
    returning 1`.execute(database);
  return rows.length > 0;
}

/** Removes deliveries that are kept long enough, or are more than a webhook keeps. */
export async function removeOldDeliveries(
  database: Database,
  { keptMs, most }: { keptMs: number; most: number },
): Promise<void> {
  await sql`delete from webhook_delivery old where status <> 'PENDING' and requested_at is null
    and (last_attempt_at < clock_timestamp() - ${keptMs} * interval '1 ms'
      or position < (select position from webhook_delivery newer where newer.webhook_id = old.webhook_id
        order by position desc offset ${most} limit 1))`.execute(database);
}
