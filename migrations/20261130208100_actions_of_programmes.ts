import { Migration } from "@mikro-orm/migrations";

/** The index of a programme's actions holds what counts of them by stage and status read. */
export class Migration20261130208100_actions_of_programmes extends Migration {
  override name = "Migration20261130208100_actions_of_programmes";

  override up(): void {
    this.addSql(`drop index "action_programme_id_index";`);
    this.addSql(
      `create index "action_programme_id_stage_plan_id_status_index" on "action" ("programme_id", "stage", "plan_id", "status");`,
    );
  }
}
