import type { DataStep } from "./data-step.js";
import { scale } from "./scale.js";

// One indicator a programme, with a target and a figure of each regency in each year.

const { programmes, regencies } = scale;

const indicators = `
insert into indicator (id, key, title_text, description, unit, direction, aggregation, owner_id, programme_id, acceptance, reporters, periods)
select pg_temp.id_of('indicator', n), 'synthetic-indicator-' || n,
  jsonb_build_object('indonesian', 'Indikator Sintetis ' || n, 'english', 'Synthetic indicator ' || n),
  'Synthetic: made for measuring; no such thing exists.', 'PEOPLE', 'INCREASE', 'SUM',
  pg_temp.id_of('organisation', n), pg_temp.id_of('programme', n), 'ACCEPTED', 'SUM', 'SUM'
from generate_series(1, ${programmes}) n`;

/** Every indicator in every regency in the years from the first to the last one. */
const places = (first: number, last: number): string => `
from generate_series(1, ${programmes}) i cross join regency cross join generate_series(${first}, ${last}) year
cross join lateral (select ((i - 1) * ${regencies} + regency.n) * 10 + year - 2020 as n) as place`;

const days = "year::text, make_date(year, 1, 1), make_date(year, 12, 31)";

const targets = `
insert into target (id, indicator_id, region_id, value, period, starts_on, ends_on)
select pg_temp.id_of('target', place.n), pg_temp.id_of('indicator', i), regency.code, (year - 2022) * 200, ${days}
${places(2023, 2026)}`;

const measurements = `
insert into measurement (id, indicator_id, region_id, value, organisation_id, period, starts_on, ends_on, status, accepted_at)
select pg_temp.id_of('measurement', place.n), pg_temp.id_of('indicator', i), regency.code,
  greatest(year - 2022, 0) * 150 + pg_temp.draw(27, place.n, 120), pg_temp.id_of('organisation', i), ${days},
  'ACCEPTED', make_date(year + 1, 2, 1)
${places(2022, 2025)}`;

/** The statements that make indicators with their figures; after programmes, while `regency` exists. */
export const figureSteps: readonly DataStep[] = [
  { title: "indicators", sql: indicators },
  { title: "targets", sql: targets },
  { title: "measurements", sql: measurements },
];
