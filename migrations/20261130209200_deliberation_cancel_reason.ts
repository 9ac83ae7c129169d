import { Migration } from "@mikro-orm/migrations";

/** Why a deliberation was cancelled. */
export class Migration20261130209200_deliberation_cancel_reason extends Migration {
  override name = "Migration20261130209200_deliberation_cancel_reason";

  override up(): void {
    this.addSql(`alter table "deliberation" add "cancel_reason" text null;`);
  }
}
