import { assessmentStatements } from "./hand-written-assessments.js";
import { groupStatements } from "./hand-written-groups.js";
import { meetingStatements } from "./hand-written-meetings.js";
import { isOverdue, lead, pageMembers, participants, planPages, shownPlans } from "./plan-parts.js";
import { instant, shown, touches } from "./sql-parts.js";
import { bare, cursor, object, quoted, text, textList, translated } from "./text-parts.js";

// The shapes as hand-written SQL: one prepared statement each, whose only value is the text of the
// answer. Like the hub, they show what a visitor may see: public rows of public plans.

/**
 * A page of `$2` plans of a province, newest first. `node` builds each of them from the tables `p`,
 * `a`, `pr` (programme) and `o` (lead).
 */
const planPage = (node: string): string => `with ${planPages}
select ${object({
  data: object({
    actionPlans: object({
      ...pageMembers,
      nodes: `(select ${textList(node, "shown.n")} from ${shownPlans})`,
    }),
  }),
})}`;

const planList = planPage(
  object({
    id: quoted("p.id"),
    key: text("p.key"),
    title: text(shown("p.title_text")),
    status: quoted("p.status"),
    startsOn: quoted("p.starts_on"),
    endsOn: quoted("p.ends_on"),
    programme: object({ key: text("pr.key"), name: translated("pr.name") }),
    area: object({ key: text("a.key"), name: text(shown("a.name_text")) }),
    lead: object({ key: text("o.key"), name: text("o.name") }),
  }),
);

/** The first five contributions of an action, with fields of the giver. */
const contributions = (giver: string): string =>
  object({
    nodes: `(select ${textList(
      object({
        kind: quoted("c.kind"),
        status: quoted("c.status"),
        amount: quoted("c.amount"),
        quantity: bare("c.quantity"),
        unit: text("c.unit"),
        organisation: giver,
      }),
      "c.created_at, c.id",
    )} from (select * from contribution where action_id = ac.id and visibility = 'PUBLIC'
    order by created_at, id limit 5) c join organisation co on co.id = c.organisation_id)`,
  });

/** The first actions of the plan in the order of their stages; `node` builds each of them. */
const actions = (first: number, node: string): string =>
  object({
    totalCount: "(select count(*) from action where plan_id = p.id)",
    nodes: `(select ${textList(node, "ac.stage, ac.id")}
  from (select * from action where plan_id = p.id order by stage, id limit ${first}) ac
  left join organisation al on al.id = ac.lead_id)`,
  });

/** The fields of an action that both documents show. */
const ofAction = {
  id: quoted("ac.id"),
  title: text(shown("ac.title_text")),
  stage: quoted("ac.stage"),
  status: quoted("ac.status"),
  progress: bare("ac.progress"),
  isOverdue: bare(isOverdue),
};

/** The lead of an action, who may be absent. */
const leadOf = (members: Record<string, string>): string =>
  `coalesce(case when al.id is not null then ${object(members)} end, 'null')`;

const planOfId = `
select ${object({
  data: object({
    actionPlan: `coalesce((select ${object({
      id: quoted("p.id"),
      key: text("p.key"),
      title: text(shown("p.title_text")),
      summary: text("p.summary"),
      status: quoted("p.status"),
      startsOn: quoted("p.starts_on"),
      endsOn: quoted("p.ends_on"),
      version: bare("p.version"),
      programme: object({ key: text("pr.key"), name: translated("pr.name") }),
      area: object({ key: text("a.key"), name: text(shown("a.name_text")) }),
      lead,
      participants,
      actions: actions(
        20,
        object({
          ...ofAction,
          lead: leadOf({ key: text("al.key"), name: text("al.name") }),
          contributions: contributions(object({ key: text("co.key"), name: text("co.name") })),
        }),
      ),
    })}
  from action_plan p join area a on a.id = p.area_id join programme pr on pr.id = p.programme_id
  join organisation o on o.id = p.lead_id where p.id = $1 and p.visibility = 'PUBLIC'), 'null')`,
  }),
})}`;

/** Regions of the table `r` with these columns, in the order of their codes. */
const regionsOf = (columns: readonly string[]): string =>
  `coalesce(json_agg(json_build_object(${columns.map((name) => `'${name}', r.${name}`).join()}) order by r.code), '[]')`;

/** The condition that a code is of a region below the region `$1`. */
const below = (code: string): string => `(${code} > $1 || '.' and ${code} < $1 || '/')`;

// A regency has some hundred villages: their names are compared one by one, which is less than the index of all
// names costs (`name || ''` keeps Postgres from it).
const regionPage = `
select json_build_object('data', json_build_object('region', (select json_build_object(
  'code', g.code, 'name', g.name, 'level', g.level,
  'parent', (select json_build_object('code', r.code, 'name', r.name, 'level', r.level)
    from region r where r.code = g.parent_id),
  'children', (select json_build_object(
      'totalCount', (select count(*) from region where parent_id = g.code),
      'nodes', ${regionsOf(["code", "name", "level"])})
    from (select * from region where parent_id = g.code order by code limit 50) r),
  'villages', (select json_build_object('nodes', ${regionsOf(["code", "name"])})
    from (select * from region where ${below("code")} and level = 'VILLAGE'
      and (name || '') ilike '%' || regexp_replace($2, '([%_\\\\])', '\\\\\\1', 'g') || '%' order by code limit 10) r),
  'areas', (select json_build_object('nodes',
      coalesce(json_agg(json_build_object('key', a.key, 'name', ${shown("a.name_text")}) order by a.key), '[]'))
    from (select key, name_text from area a where ${touches} order by key limit 10) a))
  from region g where g.code = $1)))::text`;

/**
 * The condition that a change of a plan is visible: its subject is never hidden in a public plan, or is public;
 * and where a report moved an action, the report, whose line is the one before, is public.
 */
const isVisible = `case ch.entity
  when 'ProgressUpdate' then exists (select from progress_update where id = ch.entity_id and visibility = 'PUBLIC')
  when 'Contribution' then exists (select from contribution where id = ch.entity_id and visibility = 'PUBLIC')
  when 'Action' then ch.operation <> 'reportProgress' or exists (select from change report
    join progress_update on progress_update.id = report.entity_id and progress_update.visibility = 'PUBLIC'
    where report.position = ch.position - 1 and report.entity = 'ProgressUpdate')
  else true end`;

/** One side of a field's change as JSON text; null for people and for ids of subjects that may be hidden. */
const side = (name: string): string =>
  `coalesce((case when d.key not in ('user', 'corrects', 'fundedBy') then d.value->'${name}' end)::text, 'null')`;

/** The fields of the change `ch` as JSON text: written by concat, which costs Postgres less than building JSON. */
const fields = `(select concat('[', string_agg(concat('{"name":', to_json(d.key),
    ',"before":', ${side("before")}, ',"after":', ${side("after")}, '}'), ',' order by d.key), ']')
  from jsonb_each(ch.diff) d where d.key <> 'fundingChain')`;

const changeOf = `concat('{"position":', ch.position,
  ',"at":"', ${instant("ch.at")}, '","kind":"', ch.kind,
  '","operation":', to_json(ch.operation), ',"entity":', to_json(ch.entity), ',"entityId":"', ch.entity_id,
  '","organisation":', case when o.id is not null then concat('{"name":', to_json(o.name), '}') else 'null' end,
  ',"fields":', ${fields}, '}')`;

/** The last `$2` changes of the plan `$1`. One more is read, to know whether there are earlier ones. */
const history = `
select concat('{"data":{"changes":{"nodes":[', string_agg(${changeOf}, ',' order by ch.position) filter (where n <= $2::int),
  '],"pageInfo":{"hasPreviousPage":', (count(*) > $2::int)::text, ',"startCursor":',
  coalesce(to_json(${cursor(`format('["position+","%s"]', min(ch.position) filter (where n <= $2::int))`)})::text, 'null'), '}}}}')
from (select ch.*, row_number() over (order by ch.position desc) as n from change ch
  where ch.plan_id = $1 and ${isVisible}
    and (select visibility = 'PUBLIC' from action_plan where id = $1)
  order by ch.position desc limit $2::int + 1) ch
left join organisation o on o.id = ch.organisation_id`;

/** The statements by shape whose only value is the text of the answer. Their parameters are the values of the shape's requests. */
export const statements = {
  planList,
  planPage: planOfId,
  regionPage,
  history,
  ...meetingStatements,
  ...assessmentStatements,
  ...groupStatements,
};
