import { Migration } from "@mikro-orm/migrations";

/** An index of the regions in which each area has a part (ADR 0086). */
export class Migration20261130231000_area_places extends Migration {
  override name = "Migration20261130231000_area_places";

  override up(): void {
    this.addSql(regionPlaces);
    this.addSql(areaPlaces);
  }
}

// Codes nest by prefix: 36.02.27 lies in 36.02 and in 36. Equal codes give equal places, so it is immutable. Its
// cost has Postgres look them up in the index rather than make them for each row.
const regionPlaces = `
create function region_places(codes text[]) returns text[] language sql immutable strict parallel safe cost 1000 as $$
  select array(select distinct left(code, level) from unnest(codes) as code, unnest(array[2, 5, 8, 13]) as level
    where length(code) >= level)
$$;
`;

const areaPlaces = `
create index area_places on area using gin ((region_places(region_ids)) collate "C") with (fastupdate = off);
`;
