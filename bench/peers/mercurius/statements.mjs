// One statement a level of a document. To-one edges (programme, area, organisation) are joined in the
// statement of their row; to-many edges take the keys of all rows of their level as an array and come
// back with `at`, the place of the row that they belong to. Order and limit are each row's own, by a
// lateral join that reads an index.

/** That the area `a` touches the region in parameter `n`: one of its regions lies in it or is it. */
const touches = (region) => `exists (select 1 from unnest(a.region_ids) as part(code)
  where part.code = ${region} or (part.code > ${region} || '.' and part.code < ${region} || '/'))`;

const planColumns = `p.id, p.key, p.title, p.summary, p.status, p.starts_on, p.ends_on, p.version, p.sources,
  pr.key as programme_key, pr.name as programme_name, pr.legal_basis,
  a.key as area_key, a.name as area_name, a.theme, a.characters, a.region_ids,
  o.key as lead_key, o.name as lead_name, o.sector as lead_sector`;

const planEdges = `join programme pr on pr.id = p.programme_id left join area a on a.id = p.area_id
  join organisation o on o.id = p.lead_id`;

/** $1 region, $2 rows (one more than the page), $3 and $4 the place after which it begins. */
export const plansOfRegion = {
  name: "plans-of-region",
  text: `with matching as materialized (
    select p.id, p.starts_on from action_plan p join area a on a.id = p.area_id
    where p.visibility = 'PUBLIC' and ${touches("$1")}
  ), shown as materialized (
    select id from matching where $3::date is null or (starts_on, id) < ($3::date, $4::uuid)
    order by starts_on desc, id desc limit $2::int
  )
  select total.count::int as total, page.* from (select count(*) from matching) total
  left join lateral (select ${planColumns} from shown join action_plan p using (id) ${planEdges}) page on true
  order by page.starts_on desc, page.id desc`,
};

export const plan = {
  name: "plan",
  text: `select ${planColumns} from action_plan p ${planEdges} where p.id = $1 and p.visibility = 'PUBLIC'`,
};

export const participants = {
  name: "participants",
  text: `select asked.at::int, pt.role, o.key, o.name, o.sector
    from unnest($1::uuid[]) with ordinality as asked(id, at)
    join participant pt on pt.plan_id = asked.id join organisation o on o.id = pt.organisation_id
    order by asked.at, pt.role, pt.id`,
};

/** $1 plans, $2 rows of each. The count comes with the first row of each plan's. */
export const actions = {
  name: "actions",
  text: `select asked.at::int, total.count::int as total, ac.*, o.key as lead_key, o.name as lead_name,
      o.sector as lead_sector
    from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    cross join lateral (select count(*) from action where plan_id = asked.id) total
    left join lateral (select id, title, stage, status, progress, lead_id,
        coalesce(ends_on < (now() at time zone 'Asia/Jakarta')::date
          and status not in ('COMPLETED', 'CANCELLED'), false) as overdue
      from action where plan_id = asked.id order by stage, id limit asked.rows) ac on true
    left join organisation o on o.id = ac.lead_id
    order by asked.at, ac.stage, ac.id`,
};

export const milestones = {
  name: "milestones",
  text: `select asked.at::int, m.title, m.due_on as "dueOn", m.completed_on as "completedOn"
    from unnest($1::uuid[]) with ordinality as asked(id, at)
    join milestone m on m.action_id = asked.id order by asked.at, m.due_on, m.id`,
};

export const contributions = {
  name: "contributions",
  text: `select asked.at::int, c.kind, c.status, c.amount, c.quantity, c.unit, o.key, o.name, o.sector
    from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    cross join lateral (select * from contribution where action_id = asked.id and visibility = 'PUBLIC'
      order by created_at, id limit asked.rows) c
    join organisation o on o.id = c.organisation_id order by asked.at, c.created_at, c.id`,
};

export const progressUpdates = {
  name: "progress-updates",
  text: `select asked.at::int, u.note, u.progress, u.reported_at as "reportedAt", o.key, o.name, o.sector
    from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    cross join lateral (select * from progress_update where action_id = asked.id and visibility = 'PUBLIC'
      order by reported_at desc, id desc limit asked.rows) u
    join organisation o on o.id = u.organisation_id order by asked.at, u.reported_at desc, u.id desc`,
};

/** $1 codes, $2 the places of the areas that list them. */
export const regionsOfAreas = {
  name: "regions-of-areas",
  text: `select asked.at, r.code, r.name, r.level, r.parent_id
    from unnest($1::text[], $2::int[]) with ordinality as asked(code, at, place)
    join region r on r.code = asked.code order by asked.place`,
};

export const region = {
  name: "region",
  text: "select code, name, level, parent_id from region where code = $1",
};

export const parents = {
  name: "parents",
  text: `select asked.at::int, r.code, r.name, r.level, r.parent_id
    from unnest($1::text[]) with ordinality as asked(code, at) join region r on r.code = asked.code`,
};

/** $1 regions, $2 rows of each. */
export const children = {
  name: "children",
  text: `select asked.at::int, total.count::int as total, r.*
    from unnest($1::text[], $2::int[]) with ordinality as asked(code, rows, at)
    cross join lateral (select count(*) from region where parent_id = asked.code) total
    left join lateral (select code, name, level, parent_id from region where parent_id = asked.code
      order by code limit asked.rows) r on true
    order by asked.at, r.code`,
};

/** $1 regions, $2 rows of each, $3 level of each, $4 pattern of each. */
export const descendants = {
  name: "descendants",
  text: `select asked.at::int, r.* from unnest($1::text[], $2::int[], $3::text[], $4::text[])
      with ordinality as asked(code, rows, level, pattern, at)
    cross join lateral (select code, name, level, parent_id from region
      where code > asked.code || '.' collate "C" and code < asked.code || '/' collate "C"
        and (asked.level is null or level = asked.level::region_level)
        and (asked.pattern is null or name ilike asked.pattern)
      order by code limit asked.rows) r
    order by asked.at, r.code`,
};

/** $1 regions, $2 rows of each. */
export const areasOfRegions = {
  name: "areas-of-regions",
  text: `select asked.at::int, found.*
    from unnest($1::text[], $2::int[]) with ordinality as asked(code, rows, at)
    cross join lateral (select a.key, a.name, a.theme, a.characters, a.region_ids from area a
      where ${touches("asked.code")} order by a.key limit asked.rows) found
    order by asked.at, found.key`,
};

/** $1 plan, $2 rows (one more than the page), from the newest back. What is not public is not told. */
export const changes = {
  name: "changes",
  text: `select ch.position, ch.at, ch.kind, ch.operation, ch.entity, ch.entity_id as "entityId", o.key, o.name, o.sector,
      (select coalesce(jsonb_agg(jsonb_build_object('name', d.key,
          'before', case when d.key not in ('user', 'corrects', 'fundedBy') then d.value->'before' end,
          'after', case when d.key not in ('user', 'corrects', 'fundedBy') then d.value->'after' end) order by d.key), '[]')
        from jsonb_each(ch.diff) d where d.key <> 'fundingChain') as fields
    from change ch left join organisation o on o.id = ch.organisation_id
    where ch.plan_id = $1 and exists (select from action_plan where id = $1 and visibility = 'PUBLIC')
      and case ch.entity
        when 'ProgressUpdate' then exists (select from progress_update where id = ch.entity_id and visibility = 'PUBLIC')
        when 'Contribution' then exists (select from contribution where id = ch.entity_id and visibility = 'PUBLIC')
        else true end
    order by ch.position desc limit $2::int`,
};
