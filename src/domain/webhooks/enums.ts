import { defineEnum, type MemberOf } from "../../reading/index.js";

/** The state of a webhook. */
export const WebhookStatus = defineEnum("WebhookStatus", "The state of a webhook.", {
  ACTIVE: "The hub delivers changes to it.",
  PAUSED: "The hub delivers nothing until it is resumed; no change is lost meanwhile.",
});
export type WebhookStatus = MemberOf<typeof WebhookStatus>;

/** The reason for which a webhook is paused. */
export const WebhookPauseReason = defineEnum(
  "WebhookPauseReason",
  "The reason for which a webhook is paused.",
  {
    REQUESTED: "It was paused by `pauseWebhook`.",
    FAILING: "Its receiver failed for too long; the newest delivery says how.",
    GONE: "Its receiver answered 410 Gone: it wants no more.",
    CURSOR_EXPIRED: "The ledger no longer holds the changes after its position.",
  },
);
export type WebhookPauseReason = MemberOf<typeof WebhookPauseReason>;

/** The state of a delivery. */
export const WebhookDeliveryStatus = defineEnum(
  "WebhookDeliveryStatus",
  "The state of a webhook's delivery.",
  {
    DELIVERED: "The receiver answered with a code from 200 to 299.",
    PENDING: "It failed, and is tried again; those after it wait.",
    FAILED: "It failed, and is not tried again unless it is asked for by `redeliver`.",
  },
);
export type WebhookDeliveryStatus = MemberOf<typeof WebhookDeliveryStatus>;
