import { Migration } from "@mikro-orm/migrations";

/** The reason for which a group's journey went back. */
export class Migration20261130170000_journey_reason extends Migration {
  override name = "Migration20261130170000_journey_reason";

  override up(): void {
    this.addSql(`alter table "enterprise_group" add "journey_reason" text null;`);
  }
}
