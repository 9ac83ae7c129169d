import { Migration } from "@mikro-orm/migrations";

/**
 * The oldest migration that a hub must know to use this database, though newer ones have migrated it (ADR 0109).
 * A migration that hubs of the release before cannot run on sets it to its own name.
 */
export class Migration20261201040100_schema_support extends Migration {
  override name = "Migration20261201040100_schema_support";

  override up(): void {
    this.addSql(
      `create table "schema_support" ("only" boolean primary key default true check ("only"), "oldest" text not null);`,
    );
    this.addSql(
      `insert into "schema_support" ("oldest") values ('20261201010100_cheaper_writes');`,
    );
  }
}
