import type { EntityManager } from "@mikro-orm/postgresql";
import {
  type Class,
  from,
  kinds,
  type RowRef,
  rowOf,
  type Sql,
  sql,
} from "../../../reading/index.js";
import { officialText } from "../../common/index.js";
import { Area, Programme } from "../../programmes/index.js";
import { Region } from "../../regions/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Deliberation } from "../deliberation.js";
import { isVoice, present } from "../invitations/house.js";
import { Invitation } from "../invitations/invitation.js";
import { meetingZone } from "../meeting-zone.js";
import { Outcome } from "../outcomes/outcome.js";
import { OutcomePosition } from "../outcomes/outcome-position.js";
import { OutcomeVersion } from "../outcomes/outcome-version.js";
import { quorumSql } from "../outcomes/quorum.js";
import { positionCounts } from "../outcomes/voices.js";
import {
  type MinutesAttendance,
  type MinutesDocument,
  type MinutesOutcome,
  type MinutesQuorum,
  minutesFormat,
} from "./minutes-document.js";

// The contents of minutes, read from the tables while the deliberation is locked. Each part is one
// statement on the deliberation's row.

const instant = (value: Sql): Sql => kinds.instant.select(value);
const list = (items: Sql): Sql => sql`coalesce((${items}), '[]'::json)`;

/** An organisation, with its sector as of its invitation. */
function party(id: Sql, deliberation: RowRef): Sql {
  const organisation = from(Organisation, deliberation);
  const invitation = from(Invitation, deliberation);
  return sql`(select json_build_object('id', ${organisation.column("id")},
      'key', ${organisation.column("key")}, 'name', ${organisation.column("name")},
      'sector', coalesce((select ${invitation.column("sector")} from ${invitation.source}
        where ${invitation.column("deliberation_id")} = ${deliberation.column("id")}
          and ${invitation.column("organisation_id")} = ${organisation.column("id")}),
        ${organisation.column("sector")}))
    from ${organisation.source} where ${organisation.column("id")} = ${id})`;
}

/** The key and the name of a row that the deliberation refers to. */
function named(
  target: Class,
  deliberation: RowRef,
  {
    id,
    key,
    name,
  }: { id: readonly [own: string, reference: string]; key: string; name: (row: RowRef) => Sql },
): Sql {
  const row = from(target, deliberation);
  return sql`(select json_build_object('key', ${row.column(key)}, 'name', ${name(row)})
    from ${row.source} where ${row.column(id[0])} = ${deliberation.column(id[1])})`;
}

const nameColumn = (row: RowRef): Sql => row.column("name");
const programmeName = (row: RowRef): Sql => officialText(row.column("name"));
const areaName = (row: RowRef): Sql => officialText(row.column("name_text"));

function deliberationFacts(deliberation: RowRef, closedAt: string): Sql {
  const at = (name: string) => deliberation.column(name);
  const programme = { id: ["id", "programme_id"], key: "key", name: programmeName } as const;
  const area = { id: ["id", "area_id"], key: "key", name: areaName } as const;
  const region = { id: ["code", "region_id"], key: "code", name: nameColumn } as const;
  return sql`json_build_object(
    'id', ${at("id")}, 'key', ${at("key")}, 'kind', ${at("kind")}, 'title', ${officialText(at("title_text"))},
    'convener', ${party(at("convener_id"), deliberation)},
    'programme', ${named(Programme, deliberation, programme)},
    'area', ${named(Area, deliberation, area)}, 'region', ${named(Region, deliberation, region)},
    'place', ${at("place")}, 'timeZone', ${meetingZone(deliberation)}, 'heldFrom', ${at("held_from")}::text, 'heldTo', ${at("held_to")}::text,
    'openedAt', ${instant(at("opened_at"))}, 'closedAt', ${closedAt}::text,
    'recorded', ${at("recorded")}, 'agenda', ${at("agenda")},
    'quorumRule', json_build_object('everySector', ${at("every_sector")}, 'share', ${at("quorum_share")}),
    'sources', ${at("sources")})`;
}

/** The stretches of an invited organisation's attendance, each with those who recorded it. */
function intervalFacts(deliberation: RowRef, invitation: RowRef): Sql {
  const interval = deliberation.statement.madeRow();
  const value = interval.column("value");
  const recorder = (name: string) => party(sql`(${value}->>${sql.lit(name)})::uuid`, deliberation);
  return list(sql`select json_agg(json_build_object('arrivedAt', ${value}->'arrivedAt',
      'leftAt', ${value}->'leftAt', 'arrivalRecordedBy', ${recorder("arrivalRecordedBy")},
      'departureRecordedBy', ${recorder("departureRecordedBy")}) order by ${interval.column("at")})
    from jsonb_array_elements(${invitation.column("attendance")})
      with ordinality as ${interval.name}(value, at)`);
}

/** The organisations with these ids, in this order. */
function parties(ids: Sql, deliberation: RowRef): Sql {
  const one = deliberation.statement.madeRow();
  return list(sql`select json_agg(${party(one.column("id"), deliberation)} order by ${one.column("at")})
    from unnest(${ids}) with ordinality as ${one.name}(id, at)`);
}

function attendanceFacts(deliberation: RowRef): Sql {
  const invitation = from(Invitation, deliberation);
  const organisation = from(Organisation, deliberation);
  return list(sql`select json_agg(json_build_object(
      'organisation', ${party(invitation.column("organisation_id"), deliberation)},
      'delegates', ${invitation.column("delegates")},
      'partOf', ${parties(invitation.column("part_of_organisation_ids"), deliberation)},
      'intervals', ${intervalFacts(deliberation, invitation)},
      'presentAtClose', ${present(invitation)},
      'attendedBySource', ${invitation.column("attended_by_source")})
      order by ${invitation.column("sector")}, ${organisation.column("key")})
    from ${invitation.source} join ${organisation.source}
      on ${organisation.column("id")} = ${invitation.column("organisation_id")}
    where ${invitation.column("deliberation_id")} = ${deliberation.column("id")}`);
}

/** The quorum without the ids of missing organisations, as the attendance shows them. */
const quorumFacts = (deliberation: RowRef): Sql =>
  sql`(${quorumSql(deliberation, deliberation.column("id"), isVoice)} - 'organisationsMissing')`;

function positionFacts(deliberation: RowRef, outcome: RowRef, version: RowRef): Sql {
  const position = from(OutcomePosition, deliberation);
  const organisation = from(Organisation, deliberation);
  return list(sql`select json_agg(json_build_object(
      'organisation', ${party(position.column("organisation_id"), deliberation)},
      'stance', ${position.column("stance")}, 'reason', ${position.column("reason")},
      'takenAt', ${instant(position.column("taken_at"))},
      'counted', ${positionCounts(position, outcome)}) order by ${organisation.column("key")})
    from ${position.source} join ${organisation.source}
      on ${organisation.column("id")} = ${position.column("organisation_id")}
    where ${position.column("outcome_id")} = ${outcome.column("id")}
      and ${position.column("text_version")} = ${version.column("number")}`);
}

function versionFacts(deliberation: RowRef, outcome: RowRef): Sql {
  const version = from(OutcomeVersion, deliberation);
  const at = (name: string) => version.column(name);
  const responsible = parties(at("responsible_organisation_ids"), deliberation);
  return list(sql`select json_agg(json_build_object(
      'number', ${at("number")}, 'text', ${officialText(at("statement"))}, 'reason', ${at("reason")},
      'organisation', ${party(at("organisation_id"), deliberation)}, 'responsible', ${responsible},
      'dueOn', ${at("due_on")}::text, 'writtenAt', ${instant(at("created_at"))},
      'positions', ${positionFacts(deliberation, outcome, version)}) order by ${at("number")})
    from ${version.source} where ${at("outcome_id")} = ${outcome.column("id")}`);
}

/** The vote on an outcome, if one was opened. */
function voteFacts(deliberation: RowRef, outcome: RowRef): Sql {
  const vote = outcome.column("vote");
  const ids = sql`array(select jsonb_array_elements_text(${vote}->'electorate')::uuid)`;
  return sql`(case when ${vote} is not null then json_build_object('openedAt', ${vote}->'openedAt',
    'voices', ${vote}->'voices', 'invited', ${vote}->'invited', 'attending', ${vote}->'attending',
    'electorate', ${parties(ids, deliberation)}) end)`;
}

/** The outcome of an earlier deliberation with this id, if that deliberation is public. */
function earlierFacts(outcome: RowRef, id: Sql): Sql {
  const earlier = from(Outcome, outcome);
  const deliberation = from(Deliberation, outcome);
  return sql`(select json_build_object('id', ${earlier.column("id")}, 'text', ${officialText(earlier.column("statement"))},
      'deliberation', json_build_object('key', ${deliberation.column("key")},
        'name', ${officialText(deliberation.column("title_text"))}))
    from ${earlier.source} join ${deliberation.source}
      on ${deliberation.column("id")} = ${earlier.column("deliberation_id")}
    where ${earlier.column("id")} = ${id}
      and ${deliberation.column("visibility")} = 'PUBLIC')`;
}

function outcomeFacts(deliberation: RowRef): Sql {
  const outcome = from(Outcome, deliberation);
  const at = (name: string) => outcome.column(name);
  return list(sql`select json_agg(json_build_object(
      'id', ${at("id")}, 'number', ${at("number")}, 'status', ${at("status")},
      'proposedBy', ${party(at("proposed_by_id"), deliberation)}, 'decision', ${at("decision")},
      'vote', ${voteFacts(deliberation, outcome)},
      'decidedAt', ${instant(at("decided_at"))}, 'reason', ${at("reason")},
      'supersedes', ${earlierFacts(outcome, at("supersedes_id"))},
      'takesUp', ${earlierFacts(outcome, at("takes_up_id"))}, 'sources', ${at("sources")},
      'versions', ${versionFacts(deliberation, outcome)}) order by ${at("number")})
    from ${outcome.source} where ${at("deliberation_id")} = ${deliberation.column("id")}`);
}

/** One part of the record of the deliberation with this id. */
async function part<T>(
  em: EntityManager,
  id: string,
  facts: (deliberation: RowRef) => Sql,
): Promise<T> {
  const deliberation = rowOf(Deliberation);
  const statement = sql<{ value: T }>`select ${facts(deliberation)} as value
    from ${deliberation.source} where ${deliberation.column("id")} = ${id}`;
  const { rows } = await statement.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new Error("The deliberation does not exist");
  return row.value;
}

/** The record of a deliberation as it stands in this transaction, to be closed at `closedAt`. */
export async function recordOf(
  em: EntityManager,
  deliberation: string,
  closedAt: Date,
): Promise<MinutesDocument> {
  const closing = closedAt.toISOString();
  return {
    format: minutesFormat,
    deliberation: await part(em, deliberation, (row) => deliberationFacts(row, closing)),
    attendance: await part<MinutesAttendance[]>(em, deliberation, attendanceFacts),
    quorum: await part<MinutesQuorum | null>(em, deliberation, quorumFacts),
    outcomes: await part<MinutesOutcome[]>(em, deliberation, outcomeFacts),
  };
}
