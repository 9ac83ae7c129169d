import { Migration } from "@mikro-orm/migrations";

/** Views are found by the person who saved them. */
export class Migration20261130202200_views_by_person extends Migration {
  override name = "Migration20261130202200_views_by_person";

  override up(): void {
    this.addSql(`create index "saved_view_user_id_index" on "saved_view" ("user_id");`);
  }
}
