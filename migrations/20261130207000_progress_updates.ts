import { Migration } from "@mikro-orm/migrations";

/**
 * The indexes of the root list of progress reports. That of the instants holds what groups of reports read, so
 * that a month of a million reports is grouped from the index alone (ADR 0066).
 */
export class Migration20261130207000_progress_updates extends Migration {
  override name = "Migration20261130207000_progress_updates";

  override up(): void {
    this.addSql(
      `create index "progress_update_progress_id_index" on "progress_update" ("progress", "id");`,
    );
    this.addSql(
      `create index progress_update_reported_at_covering on progress_update (reported_at, id) include (plan_id, visibility, progress);`,
    );
    this.addSql(
      `create index "progress_update_created_at_id_index" on "progress_update" ("created_at", "id");`,
    );
    this.addSql(
      `create index "progress_update_organisation_id_index" on "progress_update" ("organisation_id");`,
    );
  }
}
