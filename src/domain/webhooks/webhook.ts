import type { Rel } from "@mikro-orm/core";
import type { AccessScope } from "../../access/index.js";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Derived,
  EnumColumn,
  isAmong,
  Reference,
  type RowRef,
  type Sql,
  sql,
} from "../../reading/index.js";
import { seenOnceDeleted, Versioned, VersionedNoun } from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { WebhookPauseReason, WebhookStatus } from "./enums.js";

/** The rows of organisations that the viewer administers; all for the operator. */
const administered = (scope: AccessScope, organisation: Sql): Sql =>
  scope.operator ? sql`true` : isAmong(organisation, scope.administers, "uuid");

/** The webhooks that the viewer may see. */
export const visibleWebhook = (scope: AccessScope, row: RowRef): Sql =>
  administered(scope, row.column("organisation_id"));

/**
 * A part of the webhook's state, which changes with each delivery and without a line in the ledger: the
 * clock keeps answers with it out of the response cache.
 */
const ofState =
  (column: string) =>
  (row: RowRef): Sql => {
    const state = row.statement.row("webhook_state");
    return sql`(select ${state.column(column)} from ${state.source}
      where ${state.column("webhook_id")} = ${row.column("id")} and ${row.statement.now()} is not null)`;
  };

/** An address to which the hub delivers the changes that an organisation may see. */
@Versioned({
  description:
    "An address to which the hub delivers the changes that its organisation may see, signed by Standard Webhooks, in the ledger's order, each at least once. The organisation's administrators and platform operators see its record; the hub shows its secret once.",
  visible: visibleWebhook,
  changesVisible: seenOnceDeleted(
    () => Webhook,
    (scope, change) => administered(scope, change.column("owner")),
  ),
})
export class Webhook extends VersionedNoun {
  @Reference(() => Organisation, {
    description: "The organisation: it gets what its API key with READ could read.",
  })
  organisation!: Rel<Organisation>;

  @Column("text", { description: "Its purpose." })
  name!: string;

  @Column("text", { length: 2000, description: "The address that gets each change by POST." })
  address!: string;

  @Column("json", {
    nullable: true,
    description:
      "The filter, as the subscription `changes` takes it in `where` (`ChangeFilter`). Null for all changes.",
  })
  where?: unknown;

  @EnumColumn(() => WebhookStatus, { description: "Its state." })
  status!: WebhookStatus;

  @EnumColumn(() => WebhookPauseReason, {
    nullable: true,
    description: "The reason for which it is paused; null while it is active.",
  })
  pauseReason?: WebhookPauseReason | null;

  @Column("instant", {
    nullable: true,
    description: "The instant at which it was paused; null while it is active.",
  })
  pausedAt?: Date | null;

  @Column("instant", {
    nullable: true,
    filter: false,
    description:
      "The instant at which `rotateWebhookSecret` last gave it a new secret; null before that.",
  })
  secretChangedAt?: Date | null;

  @Column("position", {
    nullable: true,
    filter: false,
    description: "The position that was last sent again by `redeliver`; null before that.",
  })
  redelivered?: string | null;

  @Derived(
    "position",
    {
      nullable: true,
      description:
        "The position up to which its changes were delivered, or do not concern it. It moves with deliveries, and every few seconds without.",
    },
    ofState("position"),
  )
  position!: never;

  @Derived(
    "instant",
    {
      nullable: true,
      description: "The instant since which its receiver has failed; null if it did not fail last.",
    },
    ofState("failing_since"),
  )
  failingSince!: never;

  override changeScope(): ChangeScope {
    return { owner: this.organisation.id };
  }
}
