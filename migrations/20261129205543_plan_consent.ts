import { Migration } from "@mikro-orm/migrations";

/**
 * The yes of owners and of the organisations that are named in plans. What exists was made before anybody
 * was asked: it counts as accepted, and a plan keeps its status.
 */
export class Migration20261129205543_plan_consent extends Migration {
  override name = "Migration20261129205543_plan_consent";

  override up(): void {
    this.addSql(`create type "acceptance" as enum ('PROPOSED', 'ACCEPTED', 'REFUSED');`);
    this.addSql(
      `create type "participant_status" as enum ('INVITED', 'ACCEPTED', 'DECLINED', 'LEFT');`,
    );
    this.addSql(
      `alter table "indicator" add "acceptance" "acceptance" not null default 'ACCEPTED', add "awaited_ids" uuid[] not null default '{}';`,
    );
    this.addSql(
      `alter table "action_plan" add "lead_status" "participant_status" not null default 'ACCEPTED', add "acceptance" "acceptance" not null default 'ACCEPTED', add "awaited_ids" uuid[] not null default '{}';`,
    );
    this.addSql(
      `alter table "participant" add "status" "participant_status" not null default 'ACCEPTED';`,
    );
    this.addSql(`alter table "action" add "lead_status" "participant_status" null;`);
    // Not by an update: the ledger's guards refuse a write without a change.
    this.addSql(
      `alter table "action" alter "lead_status" type "participant_status" using case when "lead_id" is not null then 'ACCEPTED'::participant_status end;`,
    );
    // New rows say themselves what was answered.
    this.addSql(`alter table "indicator" alter "acceptance" drop default;`);
    this.addSql(
      `alter table "action_plan" alter "lead_status" drop default, alter "acceptance" drop default;`,
    );
    this.addSql(`alter table "participant" alter "status" drop default;`);
  }
}
