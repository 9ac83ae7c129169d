import { randomBytes } from "node:crypto";
import { checkPosition, headOf } from "../../ledger/index.js";
import { badField, badUserInput, HubError } from "../../platform/errors.js";
import { sql } from "../../reading/index.js";
import {
  assignGiven,
  changing,
  creating,
  lifecycle,
  removing,
  useCases,
  type Work,
} from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { WebhookPauseReason, WebhookStatus } from "./enums.js";
import { Webhook } from "./webhook.js";
import { checkedAddress } from "./webhook-address.js";
import {
  CreateWebhookInput,
  PauseWebhookInput,
  RedeliverInput,
  ResumeWebhookInput,
  RotateWebhookSecretInput,
  UpdateWebhookInput,
} from "./webhook-inputs.js";
import { mayManageWebhooks, mayPauseWebhook } from "./webhook-policy.js";
import { webhookPort } from "./webhook-port.js";
import { replaceSecret, secretPrefix } from "./webhook-secrets.js";
import {
  makeState,
  positionOf,
  removeState,
  renewState,
  requestDelivery,
} from "./webhook-state.js";
import { pause } from "./webhook-steps.js";

const webhookStates = lifecycle<WebhookStatus>("Webhook", {
  ACTIVE: [WebhookStatus.PAUSED],
  PAUSED: [WebhookStatus.ACTIVE],
});

/** A secret of Standard Webhooks: 32 random bytes, in Base64 behind a prefix. */
const newSecret = (): string => `${secretPrefix}${randomBytes(32).toString("base64")}`;

/** Gives a webhook a new secret. */
async function giveSecret({ em }: Work, webhook: string): Promise<string> {
  const secret = newSecret();
  await replaceSecret(em, webhook, webhookPort().seal(secret, webhook));
  return secret;
}

/** Refuses a filter that `changes` would refuse; its faults lie at the input. */
async function checkFilter(where: unknown): Promise<void> {
  if (where === null || where === undefined) return;
  try {
    await webhookPort().checkFilter(where);
  } catch (error) {
    if (!(error instanceof HubError) || error.faults.length === 0) throw error;
    throw badUserInput(
      error.faults.map(({ path, message }) => ({ path: `input.${path}`, message })),
    );
  }
}

/** The position after which changes are delivered: the given one, if the ledger holds it, or now. */
async function startOf({ em }: Work, after: number | null | undefined): Promise<number> {
  const head = await headOf(em.getKysely());
  if (after !== null && after !== undefined) checkPosition(after, head, "input.after");
  return after ?? head.position;
}

/** Refuses one webhook more than an organisation may have. */
async function checkCount({ em }: Work, organisation: string): Promise<void> {
  const { mostOfOrganisation: most } = webhookPort();
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from webhook, pg_advisory_xact_lock(hashtextextended(${`webhooks ${organisation}`}, 0))
    where organisation_id = ${organisation}::uuid`.execute(em.getKysely());
  if ((rows[0]?.count ?? 0) < most) return;
  throw badField(
    "input.organisationId",
    `has ${most} webhooks already; remove one first`,
    `sudah mempunyai ${most} webhook; hapus satu dahulu`,
  );
}

const ofWebhook = {
  of: Webhook,
  may: mayManageWebhooks,
  facts: ({ organisation }: Webhook) => organisation.id,
};

const admins = "For the organisation's ADMIN in person.";

/** The mutations on webhooks. */
export const webhookMutations = useCases({
  createWebhook: creating({
    of: Webhook,
    input: CreateWebhookInput,
    texts: {
      secret:
        "The secret by which its deliveries are signed, shown only this once; null when the same call is repeated.",
    },
    description: `Has the hub deliver the changes that an organisation may see to an address, in order and signed. ${admins}`,
    async run({ organisationId, name, where, after, ...input }, work, id) {
      const organisation = await work.find(Organisation, organisationId, "input.organisationId");
      work.authorise(mayManageWebhooks, organisation.id);
      const address = checkedAddress(input.address);
      await checkFilter(where);
      await checkCount(work, organisation.id);
      const position = await startOf(work, after);
      const fields = { name, address, where: where ?? null, status: WebhookStatus.ACTIVE };
      work.create(Webhook, { id, organisation, ...fields, sources: [] });
      await work.em.flush();
      await makeState(work.em, id, position);
      const secret = await giveSecret(work, id);
      webhookPort().changed();
      return { secret };
    },
  }),

  updateWebhook: changing({
    ...ofWebhook,
    input: UpdateWebhookInput,
    description: `Changes a webhook's name, address or filter; its position and its secret stay. ${admins}`,
    async run(webhook, input, { em }) {
      await checkFilter(input.where);
      assignGiven(webhook, input, ["name", "where"]);
      if (input.address !== undefined) webhook.address = checkedAddress(input.address);
      await renewState(em, webhook.id);
      webhookPort().changed();
    },
  }),

  pauseWebhook: changing({
    ...ofWebhook,
    input: PauseWebhookInput,
    may: mayPauseWebhook,
    description:
      "Stops deliveries until the webhook is resumed; its position stays. For the organisation's ADMIN in person, and platform operators.",
    async run(webhook, _, { em }) {
      webhookStates.check(webhook.status, WebhookStatus.PAUSED, "input.id");
      pause(webhook, WebhookPauseReason.REQUESTED);
      await renewState(em, webhook.id);
      webhookPort().changed();
    },
  }),

  resumeWebhook: changing({
    ...ofWebhook,
    input: ResumeWebhookInput,
    description: `Goes on with deliveries of a paused webhook, where it stopped or after another position. CURSOR_EXPIRED where the ledger no longer holds it. ${admins}`,
    async run(webhook, { after }, work) {
      webhookStates.check(webhook.status, WebhookStatus.ACTIVE, "input.id");
      const given = await startOf(work, after ?? (await positionOf(work.em, webhook.id)));
      const active = { status: WebhookStatus.ACTIVE, pauseReason: null, pausedAt: null };
      Object.assign(webhook, active);
      await renewState(work.em, webhook.id, given);
      webhookPort().changed();
    },
  }),

  rotateWebhookSecret: changing({
    ...ofWebhook,
    input: RotateWebhookSecretInput,
    texts: { secret: "The new secret, shown only this once." },
    description: `Makes a new secret for a webhook. For 24 hours its deliveries are signed by the former one too, so that the receiver can change over. ${admins}`,
    async run(webhook, _, work) {
      const secret = await giveSecret(work, webhook.id);
      webhook.secretChangedAt = new Date();
      await renewState(work.em, webhook.id);
      webhookPort().changed();
      return { secret };
    },
  }),

  redeliver: changing({
    ...ofWebhook,
    input: RedeliverInput,
    description: `Sends a kept delivery once more, with the same webhook-id, out of order; also of a paused webhook. The change as the organisation sees it then. ${admins}`,
    async run(webhook, { position }, { em }) {
      if (!(await requestDelivery(em, webhook.id, position))) {
        throw badField(
          "input.position",
          "has no kept delivery",
          "tidak mempunyai pengiriman yang disimpan",
        );
      }
      webhook.redelivered = String(position);
      webhookPort().changed();
    },
  }),

  removeWebhook: removing({
    ...ofWebhook,
    description: `Removes a webhook, its secret and the record of its deliveries. ${admins}`,
    async check({ id }, { em }) {
      await removeState(em, id);
      webhookPort().changed();
    },
  }),
});
