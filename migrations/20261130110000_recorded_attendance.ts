import { Migration } from "@mikro-orm/migrations";

/**
 * What programmes say of themselves; the deferred outcome that a later one takes up again; the organisations
 * that attended a meeting held without the hub.
 */
export class Migration20261130110000_recorded_attendance extends Migration {
  override name = "Migration20261130110000_recorded_attendance";

  override up(): void {
    this.addSql(
      `alter table "programme" add "scope" text null, add "sectors" text[] not null default '{}', add "chain" text null;`,
    );
    this.addSql(`alter table "outcome" add "takes_up_id" uuid null;`);
    this.addSql(
      `alter table "outcome" add constraint "outcome_takes_up_id_foreign" foreign key ("takes_up_id") references "outcome" ("id") on delete restrict;`,
    );
    this.addSql(`create index "outcome_takes_up_id_index" on "outcome" ("takes_up_id");`);
    this.addSql(
      `alter table "invitation" add "attended_by_source" boolean not null default false;`,
    );
  }
}
