import { Migration } from "@mikro-orm/migrations";

/** Comments and imports as datasets of views. */
export class Migration20261130206000_view_datasets extends Migration {
  override name = "Migration20261130206000_view_datasets";

  override up(): void {
    this.addSql(
      `alter type "view_dataset" add value if not exists 'COMMENTS' after 'ASSESSMENTS';`,
    );
    this.addSql(`alter type "view_dataset" add value if not exists 'IMPORTS' after 'COMMENTS';`);
  }
}
