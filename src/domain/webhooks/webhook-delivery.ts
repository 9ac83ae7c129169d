import type { Rel } from "@mikro-orm/core";
import { Index, Property } from "@mikro-orm/decorators/legacy";
import type { Text } from "../../platform/errors.js";
import {
  Column,
  Derived,
  EnumColumn,
  exists,
  Identifier,
  IndexOn,
  Noun,
  Reference,
  sql,
} from "../../reading/index.js";
import { WebhookDeliveryStatus } from "./enums.js";
import { visibleWebhook, Webhook } from "./webhook.js";

// Each node looks for them every second.
const asked =
  "create index webhook_delivery_requested on webhook_delivery (webhook_id) where requested_at is not null";

/**
 * The record of one change's delivery to one webhook. It is no part of the ledger: a line for each delivery
 * would be a change to deliver.
 */
@Noun({
  description:
    "The delivery of one change to a webhook, with its last attempt. Kept for some days, and for the newest deliveries only.",
  idColumn: "message_id",
  defaultOrder: { field: "position", descending: true },
  // The clock: deliveries have no lines in the ledger, so no answer with them is cached.
  visible: (scope, row) =>
    exists(
      Webhook,
      row,
      (webhook) => sql`${webhook.column("id")} = ${row.column("webhook_id")}
        and ${visibleWebhook(scope, webhook)} and ${row.statement.now()} is not null`,
    ),
  ungrouped: "its rows are a record of the last attempts only",
})
@IndexOn("webhook", "position")
@Index({ name: "webhook_delivery_requested", expression: asked })
export class WebhookDelivery {
  @Identifier(
    "code",
    "The header `webhook-id` of each of its attempts: the ids of webhook and position, the same however often it is sent.",
  )
  messageId!: string;

  @Reference(() => Webhook, { index: false, description: "The webhook." })
  webhook!: Rel<Webhook>;

  @Column("position", { description: "The position of the delivered change." })
  position!: string;

  @EnumColumn(() => WebhookDeliveryStatus, { description: "Its state." })
  status!: WebhookDeliveryStatus;

  @Column("int", { filter: false, description: "The number of attempts." })
  attempts!: number;

  @Column("int", {
    nullable: true,
    filter: false,
    description: "The HTTP status of the last answer; null where there was none.",
  })
  statusCode?: number | null;

  @Property({ type: "json", columnType: "jsonb", nullable: true })
  failure?: Text | null;

  @Derived(
    "text",
    {
      nullable: true,
      description: "Why the last attempt failed, in words; null if it did not.",
    },
    (row, { language }) => sql`(${row.column("failure")} ->> ${sql.lit(language)})`,
  )
  error!: never;

  @Column("instant", { filter: false, description: "The instant of the first attempt." })
  firstAttemptAt!: Date;

  @Column("instant", { filter: false, description: "The instant of the last attempt." })
  lastAttemptAt!: Date;

  @Column("instant", {
    nullable: true,
    filter: false,
    description: "The earliest instant of the next attempt; null without one.",
  })
  nextAttemptAt?: Date | null;

  /** The instant of a request to send it again that has not been met. */
  @Property({
    type: "datetime",
    columnType: "timestamptz(3)",
    fieldName: "requested_at",
    nullable: true,
  })
  requestedAt?: Date | null;
}
