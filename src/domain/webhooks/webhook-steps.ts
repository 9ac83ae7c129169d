import { LockMode } from "@mikro-orm/core";
import type { Ledger } from "../../ledger/index.js";
import { sql } from "../../reading/index.js";
import { WebhookPauseReason, WebhookStatus } from "./enums.js";
import { Webhook } from "./webhook.js";
import { type HeldWebhook, renewState, type WebhookNode } from "./webhook-state.js";

/** The reasons for which the hub itself pauses a webhook. */
export type HubPauseReason = Exclude<WebhookPauseReason, "REQUESTED">;

/** Pauses a webhook that a node holds, with a line in the ledger, so that its administrators see why. */
export async function pauseByHub(
  ledger: Ledger,
  { id: node }: Pick<WebhookNode, "id">,
  { id, generation }: HeldWebhook,
  reason: HubPauseReason,
): Promise<void> {
  const act = { actor: "hub", organisation: undefined, operation: "pauseFailingWebhook" };
  await ledger.transact(act, async (em) => {
    const { rows } = await sql`select 1 from webhook_state where webhook_id = ${id}::uuid
      and node = ${node}::uuid and generation = ${generation} for update`.execute(em.getKysely());
    if (rows.length === 0) return;
    const webhook = await em.findOne(Webhook, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (webhook?.status !== WebhookStatus.ACTIVE) return;
    pause(webhook, WebhookPauseReason[reason]);
    await renewState(em, id);
  });
}

/** Sets the state of a paused webhook. */
export function pause(webhook: Webhook, pauseReason: WebhookPauseReason): void {
  Object.assign(webhook, { status: WebhookStatus.PAUSED, pauseReason, pausedAt: new Date() });
}
