import { setTimeout as delay } from "node:timers/promises";
import type { CheckedClient } from "../hub/checked-client.js";
import { type Input, type Written, write } from "../mutations/documents.js";
import type { Party, World } from "../world/world.js";

/** A key that all nodes of a test have. */
const key = Buffer.alloc(32, 5).toString("base64");

/** The settings of hubs that deliver to receivers on this machine, and try again soon. */
export const delivering = {
  WEBHOOK_JOBS: "4",
  WEBHOOK_KEYS: key,
  WEBHOOK_PRIVATE_HOSTS: "127.0.0.1",
  WEBHOOK_RETRY_SECONDS: "0.01",
  WEBHOOK_LEASE_SECONDS: "2",
};

/** A delivery as the API shows it. */
export interface DeliveryShape {
  messageId: string;
  position: number;
  status: string;
  attempts: number;
  statusCode: number | null;
  error: string | null;
  nextAttemptAt: string | null;
}

/** A webhook as the API shows it. */
export interface WebhookShape {
  id: string;
  version: number;
  name: string;
  address: string;
  status: string;
  pauseReason: string | null;
  position: number | null;
  failingSince: string | null;
  deliveries: { nodes: DeliveryShape[] };
}

const document = `query ($id: ID!) { node(id: $id) { ... on Webhook {
  id version name address status pauseReason position failingSince
  deliveries(first: 100) { nodes { messageId position status attempts statusCode error nextAttemptAt } }
} } }`;

/** The webhook as the client sees it; null where it does not. */
export async function webhookOf(client: CheckedClient, id: string): Promise<WebhookShape | null> {
  const { node } = await client.data<{ node: WebhookShape | null }>(document, { id });
  return node;
}

/** The webhook once it is as wanted: what a node notes, it notes soon. */
export async function untilWebhook(
  client: CheckedClient,
  id: string,
  isAsWanted: (webhook: WebhookShape) => boolean,
): Promise<WebhookShape> {
  for (;;) {
    const webhook = await webhookOf(client, id);
    if (webhook && isAsWanted(webhook)) return webhook;
    await delay(20);
  }
}

/** A webhook of an organisation, with its secret. */
export async function webhookFor(
  world: World,
  party: Party,
  address: string,
  more: Input = {},
): Promise<Written & { secret: string }> {
  const admin = await world.member(party, "ADMIN");
  const input = { organisationId: party.id, name: "portal", address, ...more };
  const made = await write(admin, "createWebhook", input);
  return { ...made, secret: String(made.payload.secret) };
}
