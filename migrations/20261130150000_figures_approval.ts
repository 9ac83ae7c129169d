import { Migration } from "@mikro-orm/migrations";

/**
 * The owner's yes to figures of others, and how figures add up over reporters and periods. What exists
 * stays as it counted: accepted. Its indicators take the official figure and the last period, as they
 * showed one figure of each place and added up no periods.
 */
export class Migration20261130150000_figures_approval extends Migration {
  override name = "Migration20261130150000_figures_approval";

  override up(): void {
    this.addSql(`create type "indicator_reporters" as enum ('SUM', 'OFFICIAL');`);
    this.addSql(`create type "indicator_periods" as enum ('SUM', 'LAST', 'AVERAGE');`);
    this.addSql(
      `create type "measurement_status" as enum ('PROPOSED', 'ACCEPTED', 'REFUSED', 'RETRACTED');`,
    );
    this.addSql(
      `alter table "indicator" add "reporters" "indicator_reporters" not null default 'OFFICIAL', add "periods" "indicator_periods" not null default 'LAST';`,
    );
    this.addSql(
      `alter table "indicator" alter "reporters" drop default, alter "periods" drop default;`,
    );
    this.addSql(
      `alter table "measurement" add "status" "measurement_status" not null default 'ACCEPTED', add "accepted_at" timestamptz(3) null, add "reason" text null;`,
    );
    // Not by an update: the ledger's guards refuse a write without a change.
    this.addSql(
      `alter table "measurement" alter "status" drop default, alter "accepted_at" type timestamptz(3) using "created_at";`,
    );
    this.addSql(`drop index measurement_once; drop index measurement_baseline;`);
    this.addSql(
      `create unique index measurement_once on measurement (indicator_id, period, region_id, area_id, organisation_id) nulls not distinct where status in ('PROPOSED', 'ACCEPTED');`,
    );
    this.addSql(
      `create index measurement_baseline on measurement (indicator_id, is_baseline desc, (area_id is not null), length(coalesce(region_id, '')), ends_on, starts_on) where status = 'ACCEPTED';`,
    );
    this.addSql(
      `create index measurement_awaiting on measurement (indicator_id, ends_on, starts_on, id) where status = 'PROPOSED';`,
    );
  }
}
