import { Migration } from "@mikro-orm/migrations";

/**
 * The boundaries of regions for maps, which the operator loads: one topology for each level. They are no
 * records of the hub: no figure depends on them.
 */
export class Migration20261130209100_region_boundaries extends Migration {
  override name = "Migration20261130209100_region_boundaries";

  override up(): void {
    this.addSql(`create table region_boundary (
      level region_level primary key,
      topology text not null, brotli bytea not null, tag text not null,
      regions int not null, loaded_at timestamptz not null default now());`);
  }
}
