import { Migration } from "@mikro-orm/migrations";

/** Progress reports as a dataset of views. */
export class Migration20261130207500_views_of_reports extends Migration {
  override name = "Migration20261130207500_views_of_reports";

  override up(): void {
    this.addSql(
      `alter type "view_dataset" add value if not exists 'PROGRESS_UPDATES' after 'PAYMENTS';`,
    );
  }
}
