import type { EntityManager } from "@mikro-orm/postgresql";
import { kinds, type Sql, sql } from "../../../reading/index.js";
import { positionCounts } from "../outcomes/outcome-derived.js";
import { present, quorumSql } from "../outcomes/quorum.js";
import {
  type MinutesAttendance,
  type MinutesDocument,
  type MinutesOutcome,
  type MinutesQuorum,
  minutesFormat,
} from "./minutes-document.js";

// What minutes hold, gathered from the tables while the deliberation is locked.

const instant = (name: string): Sql => kinds.instant.select(sql.ref(name));

/** An organisation, with the sector that it had when the deliberation with this id invited it. */
const party = (organisation: Sql, deliberation: Sql): Sql => sql`(
  select json_build_object('id', po.id, 'key', po.key, 'name', po.name, 'sector', coalesce(
    (select pi.sector from invitation pi
      where pi.deliberation_id = ${deliberation} and pi.organisation_id = po.id), po.sector))
  from organisation po where po.id = ${organisation})`;

const list = (items: Sql): Sql => sql`coalesce((${items}), '[]'::json)`;

async function one<T>(em: EntityManager, value: Sql, from: Sql): Promise<T> {
  const { rows } = await sql<{ value: T }>`select ${value} as value ${from}`.execute(
    em.getKysely(),
  );
  const [row] = rows;
  if (!row) throw new Error("The deliberation is gone");
  return row.value;
}

const deliberationFacts = (closedAt: string): Sql => sql`json_build_object(
  'id', d.id, 'key', d.key, 'kind', d.kind, 'title', d.title,
  'convener', ${party(sql`d.convener_id`, sql`d.id`)},
  'programme', (select json_build_object('key', p.key, 'name', coalesce(p.name->>'id', p.name->>'en'))
    from programme p where p.id = d.programme_id),
  'area', (select json_build_object('key', a.key, 'name', a.name) from area a where a.id = d.area_id),
  'region', (select json_build_object('key', r.code, 'name', r.name) from region r where r.code = d.region_id),
  'place', d.place, 'heldFrom', d.held_from::text, 'heldTo', d.held_to::text,
  'openedAt', ${instant("d.opened_at")}, 'closedAt', ${closedAt}::text,
  'recorded', d.recorded, 'agenda', d.agenda,
  'quorumRule', json_build_object('everySector', d.every_sector, 'share', d.quorum_share),
  'sources', d.sources)`;

const attendanceFacts = list(sql`
  select json_agg(json_build_object('organisation', ${party(sql`i.organisation_id`, sql`d.id`)},
    'delegates', i.delegates, 'intervals', i.attendance, 'presentAtClose', ${present("i")})
    order by i.sector, io.key)
  from invitation i join organisation io on io.id = i.organisation_id where i.deliberation_id = d.id`);

const positionFacts = list(sql`
  select json_agg(json_build_object('organisation', ${party(sql`vp.organisation_id`, sql`d.id`)},
    'stance', vp.stance, 'reason', vp.reason, 'takenAt', ${instant("vp.taken_at")},
    'counted', ${positionCounts("vp", "o")}) order by vo.key)
  from outcome_position vp join organisation vo on vo.id = vp.organisation_id
  where vp.outcome_id = o.id and vp.text_version = v.number`);

const versionFacts = list(sql`
  select json_agg(json_build_object('number', v.number, 'text', v.text, 'reason', v.reason,
    'organisation', ${party(sql`v.organisation_id`, sql`d.id`)},
    'responsible', ${list(sql`select json_agg(${party(sql`ro.id`, sql`d.id`)} order by ro.at)
      from unnest(v.responsible_organisation_ids) with ordinality as ro(id, at)`)},
    'dueOn', v.due_on::text, 'writtenAt', ${instant("v.created_at")},
    'positions', ${positionFacts}) order by v.number)
  from outcome_version v where v.outcome_id = o.id`);

const outcomeFacts = list(sql`
  select json_agg(json_build_object('id', o.id, 'number', o.number, 'status', o.status,
    'proposedBy', ${party(sql`o.proposed_by_id`, sql`d.id`)}, 'decision', o.decision,
    'decidedAt', ${instant("o.decided_at")}, 'reason', o.reason,
    'supersedes', (select json_build_object('id', so.id, 'text', so.text, 'deliberation',
      json_build_object('key', sd.key, 'name', sd.title))
      from outcome so join deliberation sd on sd.id = so.deliberation_id
      where so.id = o.supersedes_id and sd.visibility = 'PUBLIC'),
    'sources', o.sources, 'versions', ${versionFacts}) order by o.number)
  from outcome o where o.deliberation_id = d.id`);

/** The record of a deliberation as it stands in this transaction, to be closed at `closedAt`. */
export async function recordOf(
  em: EntityManager,
  deliberation: string,
  closedAt: Date,
): Promise<MinutesDocument> {
  const from = sql`from deliberation d where d.id = ${deliberation}`;
  return {
    format: minutesFormat,
    deliberation: await one(em, deliberationFacts(closedAt.toISOString()), from),
    attendance: await one<MinutesAttendance[]>(em, attendanceFacts, from),
    quorum: await one<MinutesQuorum | null>(em, quorumFacts, from),
    outcomes: await one<MinutesOutcome[]>(em, outcomeFacts, from),
  };
}

/** The quorum without the ids of who is missing, which attendance tells. */
const quorumFacts = sql`(${quorumSql(sql`d.id`, present)} - 'organisationsMissing')`;
