import { exists, from, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { houseOf, isVoice, isVoiceOf, present, someAbove } from "../invitations/house.js";
import { Invitation } from "../invitations/invitation.js";
import { OutcomePosition } from "./outcome-position.js";
import { quorumSql } from "./quorum.js";

// Which positions on an outcome count, and what the voices say (rule 1 of the domain). Reads and decisions
// use the same SQL. The functions are declarations, because the classes and these functions import each other.

/** The condition that an invited organisation has a position on the outcome's current text. */
function tookPosition(invitation: RowRef, outcome: RowRef): Sql {
  return exists(
    OutcomePosition,
    invitation,
    (position) => sql`${position.column("outcome_id")} = ${outcome.column("id")}
      and ${position.column("text_version")} = ${outcome.column("text_version")}
      and ${position.column("organisation_id")} = ${invitation.column("organisation_id")}`,
  );
}

/** The condition that an organisation attends, or left with a position on the outcome's current text. */
const attendsOrSpoke =
  (outcome: RowRef) =>
  (invitation: RowRef): Sql =>
    sql`(${present(invitation)} or ${tookPosition(invitation, outcome)})`;

/** The condition that an organisation belongs to the electorate of the outcome's vote. */
function mayVote(organisation: Sql, outcome: RowRef): Sql {
  return sql`jsonb_exists(${outcome.column("vote")}->'electorate', ${organisation}::text)`;
}

/**
 * The condition that an objection stands: its holder has not withdrawn it, and no organisation above it has
 * a position and attends. Leaving does not take it away, nor does the arrival of one that says nothing.
 */
function objectionStands(position: RowRef, invitation: RowRef, outcome: RowRef): Sql {
  const speaks = (above: RowRef) => sql`${present(above)} and ${tookPosition(above, outcome)}`;
  return sql`(${position.column("stance")} = 'OBJECT' and not ${someAbove(invitation, speaks)})`;
}

/** The condition that a vote counts: it is the electorate's, and no elector above it has voted. */
function voteCounts(invitation: RowRef, outcome: RowRef): Sql {
  const votes = (above: RowRef) =>
    sql`${mayVote(above.column("organisation_id"), outcome)} and ${tookPosition(above, outcome)}`;
  return sql`(${mayVote(invitation.column("organisation_id"), outcome)}
    and not ${someAbove(invitation, votes)})`;
}

/** The condition that a position counted when the outcome was decided. */
function countedThen(position: RowRef, outcome: RowRef): Sql {
  return sql`${position.column("organisation_id")} = any(${outcome.column("counted_organisation_ids")})`;
}

/**
 * The condition that a position on the current text counts. On an undecided outcome: it is that of the
 * voice of its house, or an objection that stands. While a vote is open: it is a vote that counts. After
 * the decision: it counted then.
 */
function countsOnText(position: RowRef, invitation: RowRef, outcome: RowRef): Sql {
  return sql`case when ${outcome.column("status")} <> 'PROPOSED' then ${countedThen(position, outcome)}
    when ${outcome.column("voting_since")} is not null then ${voteCounts(invitation, outcome)}
    else ${isVoice(invitation)} or ${objectionStands(position, invitation, outcome)} end`;
}

/** The condition that a position would count if nobody had left who has a position on the current text. */
function wouldCount(position: RowRef, invitation: RowRef, outcome: RowRef): Sql {
  const speaks = (above: RowRef) => tookPosition(above, outcome);
  return sql`${isVoiceOf(invitation, attendsOrSpoke(outcome))}
    or (${position.column("stance")} = 'OBJECT' and not ${someAbove(invitation, speaks)})`;
}

/** FROM and WHERE for the positions on an outcome's current text, with the invitations of their organisations. */
function positionsOnText(outcome: RowRef, position: RowRef, invitation: RowRef): Sql {
  return sql`from ${position.source} join ${invitation.source}
      on ${invitation.column("deliberation_id")} = ${position.column("deliberation_id")}
      and ${invitation.column("organisation_id")} = ${position.column("organisation_id")}
    where ${position.column("outcome_id")} = ${outcome.column("id")}
      and ${position.column("text_version")} = ${outcome.column("text_version")}`;
}

/** FROM and WHERE for those of these positions that count. */
function countedPositions(
  outcome: RowRef,
  position: RowRef,
  invitation: RowRef,
  counts = countsOnText,
): Sql {
  return sql`${positionsOnText(outcome, position, invitation)}
      and (${counts(position, invitation, outcome)})`;
}

/**
 * The condition that a position counts; `outcome` is its own. What is decided needs no invitation: minutes
 * read it for every position of a meeting.
 */
export function positionCounts(position: RowRef, outcome: RowRef): Sql {
  const counts = exists(
    Invitation,
    position,
    (
      invitation,
    ) => sql`${invitation.column("deliberation_id")} = ${position.column("deliberation_id")}
      and ${invitation.column("organisation_id")} = ${position.column("organisation_id")}
      and (${countsOnText(position, invitation, outcome)})`,
  );
  return sql`(${position.column("text_version")} = ${outcome.column("text_version")} and case
    when ${outcome.column("status")} <> 'PROPOSED' then ${countedThen(position, outcome)}
    else ${counts} end)`;
}

/**
 * The stances in the order in which one of them speaks for a house of several equally high organisations:
 * an objection of one is that of the house, and it agrees only if all that spoke agree.
 */
const byWeight = ["AGREE", "AGREE_WITH_RESERVATION", "ABSTAIN", "OBJECT"];

/** The numbers of voices by stance, as JSON: those that count now, or counted when it was decided. */
export function tallySql(outcome: RowRef, counts = countsOnText): Sql {
  const position = from(OutcomePosition, outcome);
  const invitation = from(Invitation, outcome);
  const house = outcome.statement.madeRow();
  const weights = sql`array[${sql.join(byWeight.map((stance) => sql.lit(stance)))}]`;
  const of = (stance: string, name: string) =>
    sql`${sql.lit(name)}, case when ${outcome.column("status")} = 'PROPOSED'
      then count(*) filter (where ${house.column("weight")} = ${sql.lit(byWeight.indexOf(stance) + 1)})
      else coalesce((${outcome.column("decision")}->>${sql.lit(name)})::int, 0) end`;
  return sql`(
    select jsonb_build_object(${of("AGREE", "agree")},
      ${of("AGREE_WITH_RESERVATION", "agreeWithReservation")},
      ${of("OBJECT", "object")}, ${of("ABSTAIN", "abstain")})
    from (select max(array_position(${weights}, ${position.column("stance")}::text)) as weight
      ${countedPositions(outcome, position, invitation, counts)}
      group by ${houseOf(invitation)}) as ${house.name})`;
}

/** The organisations whose positions count. */
export function countedOrganisations(outcome: RowRef): Sql {
  const position = from(OutcomePosition, outcome);
  const counted = countedPositions(outcome, position, from(Invitation, outcome));
  const organisation = position.column("organisation_id");
  return sql`array(select ${organisation} ${counted} order by ${organisation})`;
}

/**
 * Those who may vote if a vote on the outcome is opened now: the voices that attend, and those that left with
 * a position on the text, so that nobody is voted down by being recorded as having left.
 */
export function electorateSql(outcome: RowRef): Sql {
  const voice = from(Invitation, outcome);
  const [position, holder] = [from(OutcomePosition, outcome), from(Invitation, outcome)];
  const elector = outcome.statement.madeRow();
  const left = sql`not ${present(holder)} and not ${someAbove(holder, present)}`;
  return sql`(
    select jsonb_build_object('voices', count(distinct ${elector.column("house")}),
      'electorate', coalesce(jsonb_agg(${elector.column("id")} order by ${elector.column("id")}), '[]'))
    from (select ${voice.column("organisation_id")} as id, ${houseOf(voice)} as house
        from ${voice.source}
        where ${voice.column("deliberation_id")} = ${outcome.column("deliberation_id")}
          and ${isVoice(voice)}
      union select ${position.column("organisation_id")}, ${houseOf(holder)}
        ${positionsOnText(outcome, position, holder)}
          and (${objectionStands(position, holder, outcome)} or ${left})) as ${elector.name})`;
}

/**
 * The quorum for a decision: a sector is present when an attending voice of it has a position on the
 * current text.
 */
export function outcomeQuorum(outcome: RowRef): Sql {
  const counts = (invitation: RowRef) =>
    sql`(${isVoice(invitation)} and ${tookPosition(invitation, outcome)})`;
  const quorum = quorumSql(outcome, outcome.column("deliberation_id"), counts);
  return sql`(case when ${outcome.column("status")} = 'PROPOSED' then ${quorum} end)`;
}

/** The tally of an undecided outcome if nobody had left who has a position on its current text. */
export function tallyWithLeavers(outcome: RowRef): Sql {
  return tallySql(outcome, wouldCount);
}

/** The quorum of an outcome if nobody had left who has a position on its current text. */
export function quorumWithLeavers(outcome: RowRef): Sql {
  const attends = attendsOrSpoke(outcome);
  const counts = (invitation: RowRef) =>
    sql`(${isVoiceOf(invitation, attends)} and ${tookPosition(invitation, outcome)})`;
  return quorumSql(outcome, outcome.column("deliberation_id"), counts, attends);
}
