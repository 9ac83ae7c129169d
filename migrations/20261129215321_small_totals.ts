import { Migration } from "@mikro-orm/migrations";

/** The indexes for orders by a number of people, which takes small ones as absent. */
export class Migration20261129215321_small_totals extends Migration {
  override name = "Migration20261129215321_small_totals";

  override up(): void {
    this.addSql(`drop index "measurement_value_id_index";`);
    this.addSql(
      `create index measurement_value_order on measurement ((case when not ((value > 0 and value < 5) and (value = trunc(value) and (coalesce(length(region_id) > 5, false) or area_id is not null))) then value end), id);`,
    );
    this.addSql(`drop index "enterprise_group_members_id_index";`);
    this.addSql(
      `create index enterprise_group_members_order on enterprise_group ((case when not (members > 0 and members < 5) then members end), id);`,
    );
  }
}
