import { Migration } from "@mikro-orm/migrations";

/**
 * The secrets of webhooks in a table of their own: a webhook has several while one replaces another. The next
 * start of a hub encrypts those that are here.
 */
export class Migration20261130211100_webhook_secrets extends Migration {
  override name = "Migration20261130211100_webhook_secrets";

  override up(): void {
    this.addSql(
      `create table "webhook_secret" ("id" bigint generated always as identity, "webhook_id" uuid not null references "webhook" ("id") on delete cascade, "sealed" text not null, "until" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(
      `create unique index "webhook_secret_current" on "webhook_secret" ("webhook_id") where "until" is null;`,
    );
    this.addSql(`create index "webhook_secret_webhook" on "webhook_secret" ("webhook_id");`);
    this.addSql(
      `insert into "webhook_secret" ("webhook_id", "sealed") select "webhook_id", "secret" from "webhook_state";`,
    );
    this.addSql(`alter table "webhook_state" drop column "secret";`);
    this.addSql(`alter table "webhook" add column "secret_changed_at" timestamptz(3) null;`);
  }
}
