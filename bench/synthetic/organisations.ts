import { type DataStep, inEnglish, note, regencyOf } from "./data-step.js";
import { coordinator, parts, type Scale } from "./scale.js";

/** The first organisations are ministries, one for each programme, then the regencies' governments. */
const firstOther = (s: Scale): number => s.programmes + parts.regencies + 1;

/** One of the other organisations. */
export const anyOrganisation = (s: Scale, seed: number, n: string): string =>
  `pg_temp.id_of('organisation', ${firstOther(s)} + pg_temp.draw(${seed}, ${n}, ${s.organisations - firstOther(s) + 1}))`;

const regencies = `
create temporary table regency on commit drop as
  select row_number() over (order by code) as n, code, name from region where level = 'REGENCY'`;

const organisations = (s: Scale): string => `
insert into organisation (id, key, name, sector, state_owned, region_id, contact, note, created_at)
select pg_temp.id_of('organisation', o), 'synthetic-organisation-' || o,
  case when o <= ${s.programmes} then 'Synthetic Ministry ' || o
    when o < ${firstOther(s)} then 'Synthetic Government of ' || regency.name
    else 'Synthetic Organisation ' || o end,
  case when o <= ${s.programmes} then 'CENTRAL_GOVERNMENT'::sector
    when o < ${firstOther(s)} then 'REGIONAL_GOVERNMENT'
    else (array['VILLAGE_GOVERNMENT', 'PRIVATE_SECTOR', 'UNIVERSITY', 'NGO', 'COMMUNITY_GROUP']::sector[])[1 + pg_temp.draw(1, o, 5)] end,
  false, regency.code, 'Synthetic Street ' || o, '${note}', '2023-01-01'
from generate_series(1, ${s.organisations}) o
left join regency on regency.n = case when o < ${firstOther(s)} then o - ${s.programmes}
  else 1 + pg_temp.draw(2, o, ${parts.regencies}) end`;

const users = `
insert into user_account (id, email, name)
select pg_temp.id_of('user', n), case n when 0 then '${coordinator}' else 'contributor-' || n || '@synthetic.example' end,
  'Synthetic Person ' || n
from generate_series(0, 20) n`;

const memberships = (s: Scale): string => `
insert into membership (id, organisation_id, user_id, role)
select pg_temp.id_of('membership', n), pg_temp.id_of('organisation', n),
  pg_temp.id_of('user', case when n <= ${s.programmes} then 0 else n - ${s.programmes} end),
  case when n <= ${s.programmes} then 'COORDINATOR'::role else 'CONTRIBUTOR' end
from generate_series(1, ${s.programmes} + 20) n`;

const programmes = (s: Scale): string => `
insert into programme (id, key, name, owner_id, legal_basis, policy, starts_on, ends_on, strategies, report_every_months)
select pg_temp.id_of('programme', n), 'synthetic-programme-' || n,
  jsonb_build_object('indonesian', 'Program Sintetis ' || n, 'english', 'Synthetic Programme ' || n),
  pg_temp.id_of('organisation', n), 'Synthetic legal basis ' || n, '${note}', '2023-01-01', '2029-12-31',
  '{RAISE_INCOME,REDUCE_POVERTY_POCKETS}', 3
from generate_series(1, ${s.programmes}) n`;

const areas = (s: Scale): string => `
insert into area (id, key, name_text, theme, year, characters, region_ids)
select pg_temp.id_of('area', a), 'synthetic-area-' || replace(code, '.', '-') || case when a > ${parts.regencies} then '-' || (a - 1) / ${parts.regencies} else '' end, ${inEnglish("'Synthetic area in ' || name")},
  (array['coffee', 'fisheries', 'tourism', 'furniture', 'weaving'])[1 + pg_temp.draw(3, a, 5)],
  2021 + pg_temp.draw(4, a, 4),
  array[(array['RURAL', 'URBAN'])[1 + pg_temp.draw(5, a, 2)], 'LOCAL_POTENTIAL'],
  coalesce((select array_agg(d.code) from (select code from region
    where parent_id = regency.code order by code offset (a - 1) / ${parts.regencies} limit 3) d), array[regency.code])
from generate_series(1, ${s.areas}) a join regency on regency.n = ${regencyOf("a")}`;

/** The statements that make regencies, organisations with their people, programmes and areas. */
export const organisationSteps = (s: Scale): readonly DataStep[] => [
  { title: "regencies", sql: regencies },
  { title: "organisations", sql: organisations(s) },
  { title: "users", sql: users },
  { title: "memberships", sql: memberships(s) },
  { title: "programmes", sql: programmes(s) },
  { title: "areas", sql: areas(s) },
];
