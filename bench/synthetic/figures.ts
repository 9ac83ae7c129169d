import { type DataStep, inEnglish, note, regencyOf } from "./data-step.js";
import { parts, type Scale } from "./scale.js";

// One indicator a programme, with a target and a figure of each regency in each year; and two of each area,
// with targets of four years and eight half-yearly figures by sex and age.

const { regencies } = parts;
const indicatorsPerArea = 2;

const indicators = (s: Scale): string => `
insert into indicator (id, key, title_text, description, unit, direction, aggregation, owner_id, programme_id, acceptance, reporters, periods)
select pg_temp.id_of('indicator', n), 'synthetic-indicator-' || n,
  jsonb_build_object('indonesian', 'Indikator Sintetis ' || n, 'english', 'Synthetic indicator ' || n),
  '${note}', 'PEOPLE', 'INCREASE', 'SUM',
  pg_temp.id_of('organisation', n), pg_temp.id_of('programme', n), 'ACCEPTED', 'SUM', 'SUM'
from generate_series(1, ${s.programmes}) n`;

/** Every indicator in every regency in the years from the first to the last one. */
const places = (s: Scale, first: number, last: number): string => `
from generate_series(1, ${s.programmes}) i cross join regency cross join generate_series(${first}, ${last}) year
cross join lateral (select ((i - 1) * ${regencies} + regency.n) * 10 + year - 2020 as n) as place`;

const days = "year::text, make_date(year, 1, 1), make_date(year, 12, 31)";

const targets = (s: Scale): string => `
insert into target (id, indicator_id, region_id, value, period, starts_on, ends_on)
select pg_temp.id_of('target', place.n), pg_temp.id_of('indicator', i), regency.code, (year - 2022) * 200, ${days}
${places(s, 2023, 2026)}`;

const measurements = (s: Scale): string => `
insert into measurement (id, indicator_id, region_id, value, organisation_id, period, starts_on, ends_on, status, accepted_at)
select pg_temp.id_of('measurement', place.n), pg_temp.id_of('indicator', i), regency.code,
  greatest(year - 2022, 0) * 150 + pg_temp.draw(27, place.n, 120), pg_temp.id_of('organisation', i), ${days},
  'ACCEPTED', make_date(year + 1, 2, 1)
${places(s, 2022, 2025)}`;

/** The indicators of areas; `n` numbers them, `a` is the area. */
const ofAreas = (s: Scale): string => `
from generate_series(1, ${s.areas * indicatorsPerArea}) n
cross join lateral (select (n - 1) / ${indicatorsPerArea} + 1 as a) as area`;

const areaIndicators = (s: Scale): string => `
insert into indicator (id, key, title_text, description, unit, direction, aggregation, owner_id, programme_id, acceptance, reporters, periods)
select pg_temp.id_of('area-indicator', n), 'synthetic-area-indicator-' || n,
  ${inEnglish("'Synthetic indicator ' || n || ' of an area'")}, '${note}',
  (array['PEOPLE', 'HOUSEHOLDS']::indicator_unit[])[1 + n % ${indicatorsPerArea}], 'INCREASE', 'SUM',
  pg_temp.id_of('organisation', ${s.programmes} + ${regencyOf("a")}), pg_temp.id_of('programme', a % ${s.programmes} + 1),
  'ACCEPTED', 'SUM', 'SUM'${ofAreas(s)}`;

const areaTargets = (s: Scale): string => `
insert into target (id, indicator_id, area_id, value, period, starts_on, ends_on)
select pg_temp.id_of('area-target', n * 10 + year - 2023), pg_temp.id_of('area-indicator', n), pg_temp.id_of('area', a),
  (year - 2022) * 20, ${days}${ofAreas(s)} cross join generate_series(2023, 2026) year`;

// Some counts are from 1 to 4, which are suppressed.
const areaMeasurements = (s: Scale): string => `
insert into measurement (id, indicator_id, area_id, value, organisation_id, period, starts_on, ends_on, status, accepted_at, is_baseline, disaggregation, sources)
select pg_temp.id_of('area-measurement', m), pg_temp.id_of('area-indicator', n), pg_temp.id_of('area', a), women + men,
  pg_temp.id_of('organisation', ${s.programmes} + ${regencyOf("a")}), year || '-S' || 1 + half % 2,
  make_date(year, 1 + half % 2 * 6, 1), make_date(year, 7, 1) + half % 2 * interval '6 months' - interval '1 day',
  'ACCEPTED', make_date(year + 1, 2, 1), half = 0,
  jsonb_build_array(jsonb_build_object('by', 'SEX', 'value', 'FEMALE', 'count', women),
    jsonb_build_object('by', 'SEX', 'value', 'MALE', 'count', men),
    jsonb_build_object('by', 'AGE_BAND', 'value', '15-24', 'count', women / 2),
    jsonb_build_object('by', 'AGE_BAND', 'value', '25-34', 'count', women + men - women / 2)),
  '[{"key": null, "publisher": "Synthetic publisher", "date": "2024", "note": null, "address": null}]'
${ofAreas(s)} cross join generate_series(0, 7) half
cross join lateral (select n * 10 + half as m, 2022 + half / 2 as year) as place
cross join lateral (select pg_temp.draw(41, m, 30) as women, pg_temp.draw(42, m, 30) as men) as people`;

/** The statements that make indicators with their figures; after areas, while `regency` exists. */
export const figureSteps = (s: Scale): readonly DataStep[] => [
  { title: "indicators", sql: indicators(s) },
  { title: "indicators", sql: areaIndicators(s) },
  { title: "targets", sql: targets(s) },
  { title: "targets", sql: areaTargets(s) },
  { title: "measurements", sql: measurements(s) },
  { title: "measurements", sql: areaMeasurements(s) },
];
