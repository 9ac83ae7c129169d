import type { EntityManager } from "@mikro-orm/postgresql";
import { badField, type HubError, type Text } from "../../../platform/errors.js";
import { from, isAmong, rowOf, sql } from "../../../reading/index.js";
import { refused } from "../../common/index.js";
import { Deliberation } from "../deliberation.js";
import { DeliberationStatus, OutcomeStatus } from "../enums.js";
import type { Standing, Tally } from "./decision.js";
import { Outcome } from "./outcome.js";
import {
  countedOrganisations,
  electorateSql,
  outcomeQuorum,
  quorumWithLeavers,
  tallySql,
  tallyWithLeavers,
} from "./voices.js";

// The rules of mufakat and of the vote (rule 1 of the domain). They run while the deliberation is locked,
// so that the decision stores the same state that they checked.

/** What the voices say on outcomes now, and the quorum of each, in one statement; by the outcomes' ids. */
export async function standingsOf(
  em: EntityManager,
  outcomes: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const row = rowOf(Outcome);
  const deliberation = from(Deliberation, row);
  const found = sql<Standing & { id: string }>`
    select ${row.column("id")} as id, ${tallySql(row)} as tally, ${outcomeQuorum(row)} as quorum,
      ${countedOrganisations(row)} as organisations, ${electorateSql(row)} as electors,
      ${deliberation.column("every_sector")} as "everySector"
    from ${row.source} join ${deliberation.source}
      on ${deliberation.column("id")} = ${row.column("deliberation_id")}
    where ${isAmong(row.column("id"), outcomes, "uuid")}`;
  const { rows } = await found.execute(em.getKysely());
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

/** What the voices say on one outcome now, and its quorum. */
export async function standingOf(em: EntityManager, outcome: string): Promise<Standing> {
  const standing = (await standingsOf(em, [outcome])).get(outcome);
  if (!standing) throw new Error(`The outcome ${outcome} is gone`);
  return standing;
}

/** What decides whether mufakat holds. */
type Agreement = Pick<Standing, "quorum" | "tally">;

/** What the voices would say on an outcome if nobody had left who has a position on its current text. */
async function agreementWithLeavers(em: EntityManager, outcome: string): Promise<Agreement> {
  const row = rowOf(Outcome);
  const found = sql<Agreement>`
    select ${tallyWithLeavers(row)} as tally, ${quorumWithLeavers(row)} as quorum
    from ${row.source} where ${row.column("id")} = ${outcome}`;
  const { rows } = await found.execute(em.getKysely());
  if (!rows[0]) throw new Error(`The outcome ${outcome} is gone`);
  return rows[0];
}

/** The decisions that the convener may take while mufakat does not hold and no vote is open. */
const alternatives = [OutcomeStatus.DEFERRED, OutcomeStatus.REJECTED];
/** The decision that the convener may take while a vote is open. */
const duringVote = [OutcomeStatus.DEFERRED];

const refusal = (
  to: string,
  reason: string,
  text: Text,
  { allowed, ...details }: { allowed: readonly string[]; [detail: string]: unknown },
): HubError =>
  refused({ from: OutcomeStatus.PROPOSED, to, allowed, reason, text, path: "input.id", details });

/**
 * Passes when enough voices attend and each sector has a position; else INVALID_TRANSITION, which
 * names the missing sectors.
 */
export function checkQuorum({ quorum, everySector }: Standing, to: string): void {
  if (quorum?.met) return;
  const sectorsMissing = everySector ? (quorum?.sectorsMissing ?? []) : [];
  const missing = sectorsMissing.join(", ");
  const [attending, needed] = [quorum?.attending ?? 0, quorum?.needed ?? 0];
  const sectors = missing
    ? { en: `; no position of: ${missing}`, id: `; belum bersikap: ${missing}` }
    : { en: "", id: "" };
  const text = {
    en: `The quorum is not met: ${attending} voices attend, ${needed} are needed${sectors.en}.`,
    id: `Kuorum belum tercapai: hadir ${attending} suara, diperlukan ${needed}${sectors.id}.`,
  };
  throw refusal(to, "QUORUM_NOT_MET", text, {
    allowed: alternatives,
    sectorsMissing,
    attending,
    needed,
  });
}

/** The number of voices that took a position, and of those that agree, with or without a reservation. */
function agreement({ agree, agreeWithReservation, object, abstain }: Tally) {
  const agreeing = agree + agreeWithReservation;
  return { agreeing, taken: agreeing + object + abstain };
}

/** True if at least half of the voices that took a position agree, with or without a reservation. */
function halfAgrees(tally: Tally): boolean {
  const { agreeing, taken } = agreement(tally);
  return agreeing > 0 && agreeing * 2 >= taken;
}

/** Passes when no objection stands, also of an organisation that left. */
export function checkNobodyObjects({ tally }: Standing): void {
  if (tally.object === 0) return;
  const text = {
    en: `No mufakat: ${tally.object} object. Amend it, or open a vote.`,
    id: `Belum mufakat: ${tally.object} keberatan. Ubah rumusannya, atau buka pemungutan suara.`,
  };
  const allowed = ["VOTE", ...alternatives];
  throw refusal(OutcomeStatus.AGREED, "OBJECTIONS_STAND", text, { allowed, object: tally.object });
}

/** Passes when at least half of the voices that took a position agree: abstentions make no mufakat. */
export function checkHalfAgrees({ tally }: Standing): void {
  if (halfAgrees(tally)) return;
  const { agreeing, taken } = agreement(tally);
  const text = {
    en: `No mufakat: ${agreeing} of ${taken} voices agree, at least half are needed. Amend it, or open a vote.`,
    id: `Belum mufakat: ${agreeing} dari ${taken} suara setuju, diperlukan sedikitnya separuh. Ubah rumusannya, atau buka pemungutan suara.`,
  };
  const allowed = ["VOTE", ...alternatives];
  throw refusal(OutcomeStatus.AGREED, "TOO_FEW_AGREE", text, { allowed, agreeing, taken });
}

const mufakatHolds = ({ quorum, tally }: Agreement): boolean =>
  (quorum?.met ?? false) && tally.object === 0 && halfAgrees(tally);

/** Passes unless mufakat holds: what it holds for is neither put to a vote nor rejected. */
export function checkMufakatFails(standing: Agreement, to: string): void {
  if (!mufakatHolds(standing)) return;
  const text = {
    en: "Mufakat holds for this outcome: no objection stands, and at least half agree. Agree it by mufakat.",
    id: "Mufakat telah tercapai atas hasil ini: tidak ada keberatan, dan sedikitnya separuh setuju. Sepakati secara mufakat.",
  };
  const allowed = [OutcomeStatus.AGREED, OutcomeStatus.DEFERRED];
  throw refusal(to, "MUFAKAT_HOLDS", text, { allowed });
}

/**
 * Passes unless mufakat holds for those whose departure was recorded after they took a position: the convener
 * records departures, and could reject by them what mufakat holds for.
 */
export async function checkMufakatFailsWithLeavers(
  em: EntityManager,
  outcome: string,
  to: string,
): Promise<void> {
  if (!mufakatHolds(await agreementWithLeavers(em, outcome))) return;
  const text = {
    en: "Mufakat holds for this outcome, if those who left with a position are counted. Agree it when they are back, or defer it.",
    id: "Mufakat telah tercapai atas hasil ini, bila suara yang sudah bersikap lalu pergi ikut dihitung. Sepakati setelah mereka kembali, atau tunda.",
  };
  throw refusal(to, "MUFAKAT_HOLDS", text, { allowed: [OutcomeStatus.DEFERRED] });
}

/** True if a vote carries: more organisations agree, with or without a reservation, than object. */
export const carried = ({ agree, agreeWithReservation, object }: Tally): boolean =>
  agree + agreeWithReservation > object;

/** Passes while no vote is open: an open vote excludes amendments and other decisions until it is counted. */
export function checkNoVoteOpen({ votingSince }: Outcome, to: string): void {
  if (!votingSince) return;
  const text = {
    en: "A vote on this outcome is open. Count the votes first.",
    id: "Pemungutan suara atas hasil ini sedang dibuka. Hitung dahulu suaranya.",
  };
  throw refusal(to, "VOTE_OPEN", text, { allowed: ["COUNTED", ...duringVote] });
}

/** Passes when no vote on one of these outcomes is open: a meeting does not close over one. */
export function checkNoVoteOpenIn(outcomes: readonly Outcome[]): void {
  const open = outcomes.filter(({ votingSince }) => votingSince).map(({ number }) => number);
  if (open.length === 0) return;
  throw refused({
    from: DeliberationStatus.IN_SESSION,
    to: DeliberationStatus.CLOSED,
    reason: "VOTE_OPEN",
    text: {
      en: `A vote is open on outcome ${open.join(", ")}. Count the votes first, or defer the outcome.`,
      id: `Pemungutan suara atas hasil ${open.join(", ")} sedang dibuka. Hitung dahulu suaranya, atau tunda hasilnya.`,
    },
    path: "input.id",
    details: { outcomes: open },
  });
}

/** Passes while a vote is open. */
export function checkVoteOpen({ votingSince }: Outcome): void {
  if (votingSince) return;
  const text = {
    en: "No vote on this outcome is open. Open one first.",
    id: "Belum ada pemungutan suara atas hasil ini. Buka dahulu.",
  };
  throw refusal("COUNTED", "NO_VOTE_OPEN", text, { allowed: ["VOTE", ...alternatives] });
}

/** Passes while the outcome is under deliberation; else INVALID_TRANSITION, as a decision is final. */
export function checkProposed({ status }: Outcome, to: string, path = "input.id"): void {
  if (status === OutcomeStatus.PROPOSED) return;
  const text = {
    en: `The outcome is already decided: ${status}.`,
    id: `Hasil rembuk sudah diputuskan: ${status}.`,
  };
  throw refused({ from: status, to, reason: "DECIDED", text, path });
}

/**
 * Locks an outcome until the transaction ends: several deliberations may decide at once to supersede it.
 */
export async function lockOutcome(em: EntityManager, id: string): Promise<void> {
  await sql`select 1 from outcome where id = ${id} for no key update`.execute(em.getKysely());
}

/** Passes for an agreed outcome that no other outcome supersedes. */
export async function checkStands(
  em: EntityManager,
  outcome: Outcome,
  path: string,
): Promise<void> {
  if (outcome.status !== OutcomeStatus.AGREED) {
    throw badField(path, "is not agreed", "belum disepakati");
  }
  const later = sql`select 1 from outcome where supersedes_id = ${outcome.id} and status = 'AGREED'`;
  const { rows } = await later.execute(em.getKysely());
  if (rows.length === 0) return;
  throw badField(
    path,
    "was superseded by a later outcome",
    "telah digantikan hasil rembuk kemudian",
  );
}
