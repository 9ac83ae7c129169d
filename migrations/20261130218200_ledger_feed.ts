import { Migration } from "@mikro-orm/migrations";

/** Which node reads the ledger for the others: no noun, and no part of the ledger. */
export class Migration20261130218200_ledger_feed extends Migration {
  override name = "Migration20261130218200_ledger_feed";

  override up(): void {
    this.addSql(
      `create table "ledger_feed" ("only" boolean not null default true check ("only"), "ledger" uuid not null default gen_random_uuid(), "term" bigint not null default 0, "key" text not null default '', "node" uuid null, "until" timestamptz not null default '-infinity', primary key ("only"));`,
    );
    this.addSql(`insert into "ledger_feed" default values;`);
  }
}
