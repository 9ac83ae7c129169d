import { Migration } from "@mikro-orm/migrations";

/** Which node makes the backups of the schedule, and what came of the last one: no noun, and no part of the ledger. */
export class Migration20261201050000_backup_state extends Migration {
  override name = "Migration20261201050000_backup_state";

  override up(): void {
    this.addSql(`create table backup_state (
      only_row boolean primary key default true check (only_row),
      node uuid,
      until timestamptz not null default '-infinity',
      made_at timestamptz(3),
      address text,
      bytes bigint,
      took_ms bigint,
      failed_at timestamptz(3),
      failure text
    );`);
    this.addSql("insert into backup_state default values;");
  }
}
