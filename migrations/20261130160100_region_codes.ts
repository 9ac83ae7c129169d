import { Migration } from "@mikro-orm/migrations";

/**
 * Other codes of regions: older ones of the ministry, and those of BPS, which the operator loads. They are no
 * records of the hub: whatever they name is stored under the ministry's code.
 */
export class Migration20261130160100_region_codes extends Migration {
  override name = "Migration20261130160100_region_codes";

  override up(): void {
    this.addSql(`create table region_code (
      system text not null, other_code text collate "C" not null,
      code text collate "C" not null references region (code),
      valid_from date, valid_to date);`);
    this.addSql(`create index region_code_other on region_code (system, other_code);`);
  }
}
