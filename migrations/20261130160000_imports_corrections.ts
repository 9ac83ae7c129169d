import { Migration } from "@mikro-orm/migrations";

/** The mode CORRECT of a table, the rows that it leaves alone, and imports that are taken back. */
export class Migration20261130160000_imports_corrections extends Migration {
  override name = "Migration20261130160000_imports_corrections";

  override up(): void {
    this.addSql(`alter type "import_mode" add value if not exists 'CORRECT' after 'VALID';`);
    this.addSql(
      `alter table "table_import" add "left_alone" int not null default 0, add "left_alone_rows" jsonb not null default '[]', add "undone_at" timestamptz(3) null, add "undo_reason" text null;`,
    );
  }
}
