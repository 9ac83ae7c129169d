// One statement per root or loader, with the columns of its own table: those in the schema and the keys
// of its edges. Loaders give the keys of all rows of their level as an array. Where each row has its own
// number of rows (`first`), a lateral join reads them from an index, and they come with `at`, the place
// of their parent row. Each statement has the condition of what a visitor may see.

/** The condition that the area `a` touches a region: one of its regions is in it or is it; the hub's index has it. */
const touches = (region) => `region_places(a.region_ids) collate "C" @> array[${region}::text]`;

/** A text in two languages as a document without `Accept-Language` shows it. */
const shown = (text) => `coalesce(${text}->>'english', ${text}->>'indonesian')`;

const planColumns = `id, key, ${shown("title_text")} as title, summary, status, starts_on as "startsOn", ends_on as "endsOn", version,
  sources, programme_id as "programmeId", area_id as "areaId", lead_id as "leadId"`;

/** The condition that a plan is public, and touches the region `$1` if one is given. */
const plansShown = `visibility = 'PUBLIC'
  and ($1::text is null or area_id in (select a.id from area a where ${touches("$1")}))`;

const pageOfPlans = (name, order, after) => ({
  name,
  text: `select ${planColumns} from action_plan where ${plansShown}
    and ($3::date is null or (starts_on, id) ${after} ($3::date, $4::uuid))
    order by starts_on ${order}, id ${order} limit $2::int`,
});

/** $1 region or null, $2 rows (one more than the page), $3 and $4 the place after which the page starts. */
export const plans = {
  ASC: pageOfPlans("plans-by-start", "asc", ">"),
  DESC: pageOfPlans("plans-by-start-back", "desc", "<"),
};

/** $1 region or null. */
export const planCount = {
  name: "plan-count",
  text: `select count(*)::int as total from action_plan where ${plansShown}`,
};

export const plan = {
  name: "plan",
  text: `select ${planColumns} from action_plan where id = $1 and visibility = 'PUBLIC'`,
};

export const programmes = {
  name: "programmes",
  text: `select id, key, name, legal_basis as "legalBasis" from programme where id = any($1::uuid[])`,
};

export const areas = {
  name: "areas",
  text: `select id, key, ${shown("name_text")} as name, theme, characters, region_ids as "regionIds" from area
    where id = any($1::uuid[])`,
};

export const organisations = {
  name: "organisations",
  text: "select id, key, name, sector from organisation where id = any($1::uuid[])",
};

export const participants = {
  name: "participants",
  text: `select plan_id as owner, role, organisation_id as "organisationId" from participant
    where plan_id = any($1::uuid[]) order by role, id`,
};

const pageOfActions = (name, order) => ({
  name,
  text: `select asked.at::int, ac.*
    from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    cross join lateral (select id, ${shown("title_text")} as title, stage, status, progress, lead_id as "leadId",
        coalesce(ends_on < (now() at time zone 'Asia/Jakarta')::date
          and status not in ('COMPLETED', 'CANCELLED'), false) as "isOverdue"
      from action where plan_id = asked.id order by stage ${order}, id ${order} limit asked.rows) ac
    order by asked.at, ac.stage ${order}, ac.id ${order}`,
});

/** $1 plans, $2 rows of each. */
export const actions = {
  ASC: pageOfActions("actions-by-stage", "asc"),
  DESC: pageOfActions("actions-by-stage-back", "desc"),
};

export const actionCounts = {
  name: "action-counts",
  text: `select plan_id as owner, count(*)::int as total from action where plan_id = any($1::uuid[])
    group by plan_id`,
};

export const milestones = {
  name: "milestones",
  text: `select action_id as owner, title, due_on as "dueOn", completed_on as "completedOn" from milestone
    where action_id = any($1::uuid[]) order by due_on, id`,
};

/** $1 actions, $2 rows of each. */
export const contributions = {
  name: "contributions",
  text: `select asked.at::int, c.kind, c.status, c.amount, c.quantity, c.unit,
      c.organisation_id as "organisationId"
    from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    cross join lateral (select * from contribution where action_id = asked.id and visibility = 'PUBLIC'
      order by created_at, id limit asked.rows) c
    order by asked.at, c.created_at, c.id`,
};

/** $1 actions, $2 rows of each. */
export const progressUpdates = {
  name: "progress-updates",
  text: `select asked.at::int, u.note, u.progress, u.reported_at as "reportedAt",
      u.organisation_id as "organisationId"
    from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    cross join lateral (select * from progress_update where action_id = asked.id and visibility = 'PUBLIC'
      order by reported_at desc, id desc limit asked.rows) u
    order by asked.at, u.reported_at desc, u.id desc`,
};

const regionColumns = `code, name, level, parent_id as "parentCode"`;

export const region = {
  name: "region",
  text: `select ${regionColumns} from region where code = $1`,
};

export const regions = {
  name: "regions",
  text: `select ${regionColumns} from region where code = any($1::text[])`,
};

/** $1 regions, $2 rows of each. */
export const children = {
  name: "children",
  text: `select asked.at::int, r.*
    from unnest($1::text[], $2::int[]) with ordinality as asked(code, rows, at)
    cross join lateral (select ${regionColumns} from region where parent_id = asked.code
      order by code limit asked.rows) r
    order by asked.at, r.code`,
};

export const childCounts = {
  name: "child-counts",
  text: `select parent_id as owner, count(*)::int as total from region where parent_id = any($1::text[])
    group by parent_id`,
};

/** The condition that a region is in a requested one, and has the level and the name pattern, if given. */
const descends = `code > asked.code || '.' collate "C" and code < asked.code || '/' collate "C"
  and (asked.level is null or level = asked.level::region_level)
  and (asked.pattern is null or name ilike asked.pattern)`;

/** $1 regions, $2 rows of each, $3 level of each, $4 pattern of each. */
export const descendants = {
  name: "descendants",
  text: `select asked.at::int, r.* from unnest($1::text[], $2::int[], $3::text[], $4::text[])
      with ordinality as asked(code, rows, level, pattern, at)
    cross join lateral (select ${regionColumns} from region where ${descends}
      order by code limit asked.rows) r
    order by asked.at, r.code`,
};

/** $1 regions, $2 level of each, $3 pattern of each. */
export const descendantCounts = {
  name: "descendant-counts",
  text: `select (select count(*)::int from region where ${descends}) as total
    from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked(code, level, pattern, at)
    order by asked.at`,
};

/** $1 regions, $2 rows of each. */
export const areasOfRegions = {
  name: "areas-of-regions",
  text: `select asked.at::int, found.*
    from unnest($1::text[], $2::int[]) with ordinality as asked(code, rows, at)
    cross join lateral (select a.key, ${shown("a.name_text")} as name, a.theme, a.characters, a.region_ids as "regionIds" from area a
      where ${touches("asked.code")} order by a.key limit asked.rows) found
    order by asked.at, found.key`,
};

/** $1 plan, $2 rows (one more than the page), from the newest back. Without changes that are not public. */
export const changes = {
  name: "changes",
  text: `select ch.position, ch.at, ch.kind, ch.operation, ch.entity, ch.entity_id as "entityId", ch.diff,
      ch.organisation_id as "organisationId"
    from change ch
    where ch.plan_id = $1 and exists (select from action_plan where id = $1 and visibility = 'PUBLIC')
      and case ch.entity
        when 'ProgressUpdate' then exists (select from progress_update where id = ch.entity_id and visibility = 'PUBLIC')
        when 'Contribution' then exists (select from contribution where id = ch.entity_id and visibility = 'PUBLIC')
        else true end
    order by ch.position desc limit $2::int`,
};
