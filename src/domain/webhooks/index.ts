import "./added-fields.js";

// Classes and enumerations.

export { WebhookDeliveryStatus, WebhookPauseReason, WebhookStatus } from "./enums.js";
export { Webhook } from "./webhook.js";
export { WebhookDelivery } from "./webhook-delivery.js";

// Use cases.

export { webhookMutations } from "./webhook-mutations.js";
export { provideWebhooks, type WebhookPort } from "./webhook-port.js";

// Its deliveries.

export {
  noteAttempt,
  type Outcome,
  type Receiver,
  receiverOf,
  removeOldDeliveries,
} from "./webhook-deliveries.js";
export { removeOldSecrets, type StoredSecret, sealSecrets } from "./webhook-secrets.js";
export {
  type HeldWebhook,
  moveBack,
  moveOn,
  releaseWebhook,
  renewWebhooks,
  takeWebhooks,
  type WebhookNode,
} from "./webhook-state.js";
export { type HubPauseReason, pauseByHub } from "./webhook-steps.js";
