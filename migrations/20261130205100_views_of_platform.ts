import { Migration } from "@mikro-orm/migrations";

/** Views of the platform, which every hub ships with: they have no organisation and nobody as their author. */
export class Migration20261130205100_views_of_platform extends Migration {
  override name = "Migration20261130205100_views_of_platform";

  override up(): void {
    this.addSql(
      `alter table "saved_view" alter column "organisation_id" drop not null, alter column "holder" drop not null;`,
    );
  }
}
