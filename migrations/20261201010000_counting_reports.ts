import { Migration } from "@mikro-orm/migrations";

/** The report that counts for an action is found at its place in an index (ADR 0093). */
export class Migration20261201010000_counting_reports extends Migration {
  override name = "Migration20261201010000_counting_reports";

  override up(): void {
    this.addSql(
      `create index "progress_update_action_id_organisation_id_counts_from_index" on "progress_update" ("action_id", "organisation_id", "counts_from");`,
    );
  }
}
