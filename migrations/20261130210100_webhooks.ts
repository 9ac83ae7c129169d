import { Migration } from "@mikro-orm/migrations";

/** Webhooks, their deliveries, and the state of each that changes without a line in the ledger. */
export class Migration20261130210100_webhooks extends Migration {
  override name = "Migration20261130210100_webhooks";

  override up(): void {
    this.addSql(`create type "webhook_status" as enum ('ACTIVE', 'PAUSED');`);
    this.addSql(
      `create type "webhook_pause_reason" as enum ('REQUESTED', 'FAILING', 'GONE', 'CURSOR_EXPIRED');`,
    );
    this.addSql(
      `create type "webhook_delivery_status" as enum ('DELIVERED', 'PENDING', 'FAILED');`,
    );
    this.addSql(
      `create table "webhook" ("id" uuid not null, "organisation_id" uuid not null, "name" text not null, "address" text not null, "where" jsonb null, "status" "webhook_status" not null, "pause_reason" "webhook_pause_reason" null, "paused_at" timestamptz(3) null, "redelivered" bigint null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "webhook_organisation_id_index" on "webhook" ("organisation_id");`);
    this.addSql(
      `create table "webhook_delivery" ("message_id" text collate "C" not null, "webhook_id" uuid not null, "position" bigint not null, "status" "webhook_delivery_status" not null, "attempts" int not null, "status_code" int null, "failure" jsonb null, "first_attempt_at" timestamptz(3) not null, "last_attempt_at" timestamptz(3) not null, "next_attempt_at" timestamptz(3) null, "requested_at" timestamptz(3) null, primary key ("message_id"));`,
    );
    this.addSql(
      `create index webhook_delivery_requested on webhook_delivery (webhook_id) where requested_at is not null;`,
    );
    this.addSql(
      `create index "webhook_delivery_webhook_id_position_index" on "webhook_delivery" ("webhook_id", "position");`,
    );
    this.addSql(
      `alter table "webhook" add constraint "webhook_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "webhook_delivery" add constraint "webhook_delivery_webhook_id_foreign" foreign key ("webhook_id") references "webhook" ("id") on delete restrict;`,
    );
    // The secret, the position and the lease of the node that delivers: no noun, and no part of the ledger.
    this.addSql(
      `create table "webhook_state" ("webhook_id" uuid not null references "webhook" ("id") on delete cascade, "secret" text not null, "position" bigint not null, "generation" int not null default 0, "failures" int not null default 0, "failing_since" timestamptz(3) null, "next_attempt_at" timestamptz(3) null, "node" uuid null, "until" timestamptz null, primary key ("webhook_id"));`,
    );
    this.addSql("select ledger_watch('webhook')");
  }
}
