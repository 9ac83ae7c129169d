import { type DataStep, note, regencyOf } from "./data-step.js";
import { parts, type Scale } from "./scale.js";

// Eight groups of self-employed workers an area, each with two products and figures of four half-years. Every
// twentieth is its participants' alone; some have so few members or jobs that the number is suppressed.

const { groupsPerArea } = parts;

/** The groups; `g` numbers them, `a` is the area. */
const numbered = (s: Scale): string => `
generate_series(1, ${s.areas * groupsPerArea}) g cross join lateral (select (g - 1) / ${groupsPerArea} + 1 as a) as area`;

const government = (s: Scale): string =>
  `pg_temp.id_of('organisation', ${s.programmes} + ${regencyOf("a")})`;

const groups = (s: Scale): string => `
insert into enterprise_group (id, name, area_id, journey, formed_on, members, products, note, organisation_id, visibility)
select pg_temp.id_of('group', g), 'Synthetic group ' || g, pg_temp.id_of('area', a),
  (enum_range(null::enterprise_journey))[1 + pg_temp.draw(61, g, 6)], '2024-01-01'::date + pg_temp.draw(62, g, 400),
  1 + pg_temp.draw(63, g, 30), jsonb_build_array(jsonb_build_object('name', 'Synthetic product ' || g),
    jsonb_build_object('name', 'Synthetic service ' || g)), '${note}', ${government(s)},
  case when pg_temp.draw(64, g, 20) = 0 then 'PARTICIPANTS'::visibility else 'PUBLIC' end
from ${numbered(s)}`;

const results = (s: Scale): string => `
insert into group_measurement (id, group_id, revenue, jobs, organisation_id, period, starts_on, ends_on)
select pg_temp.id_of('group-measurement', g * 10 + half), pg_temp.id_of('group', g), (1 + pg_temp.draw(65, g * 10 + half, 90)) * 1000000,
  1 + pg_temp.draw(66, g * 10 + half, 20), ${government(s)}, year || '-S' || 1 + half % 2,
  make_date(year, 1 + half % 2 * 6, 1), make_date(year, 7, 1) + half % 2 * interval '6 months' - interval '1 day'
from ${numbered(s)} cross join generate_series(0, 3) half cross join lateral (select 2024 + half / 2 as year) as years`;

/** The statements that make groups of self-employed workers; after areas. */
export const groupSteps = (s: Scale): readonly DataStep[] => [
  { title: "groups", sql: groups(s) },
  { title: "figures of groups", sql: results(s) },
];
