import type { EntityManager } from "@mikro-orm/postgresql";
import { badField, type HubError, type Text } from "../../../platform/errors.js";
import { from, rowOf, sql } from "../../../reading/index.js";
import { refused } from "../../common/index.js";
import { Deliberation } from "../deliberation.js";
import { OutcomeStatus } from "../enums.js";
import type { Standing, Tally } from "./decision.js";
import { Outcome } from "./outcome.js";
import { countedOrganisations, outcomeQuorum, tallySql } from "./outcome-derived.js";

// The rules of mufakat and of the vote (rule 1 of the domain). They run while the deliberation is locked,
// so that the decision stores the same state that they checked.

/** The positions on an outcome that count now, and its quorum. */
export async function standingOf(em: EntityManager, outcome: string): Promise<Standing> {
  const row = rowOf(Outcome);
  const deliberation = from(Deliberation, row);
  const found = sql<Standing>`
    select ${tallySql(row)} as tally, ${outcomeQuorum(row)} as quorum,
      ${countedOrganisations(row)} as organisations,
      ${deliberation.column("every_sector")} as "everySector"
    from ${row.source} join ${deliberation.source}
      on ${deliberation.column("id")} = ${row.column("deliberation_id")}
    where ${row.column("id")} = ${outcome}`;
  const { rows } = await found.execute(em.getKysely());
  const [standing] = rows;
  if (!standing) throw new Error(`The outcome ${outcome} is gone`);
  return standing;
}

/** The decisions that the convener may take at any time while no vote is open. */
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
 * Passes when enough organisations attend and each sector has a position; else INVALID_TRANSITION, which
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
    en: `The quorum is not met: ${attending} organisations attend, ${needed} are needed${sectors.en}.`,
    id: `Kuorum belum tercapai: hadir ${attending} lembaga, diperlukan ${needed}${sectors.id}.`,
  };
  throw refusal(to, "QUORUM_NOT_MET", text, {
    allowed: to === "COUNTED" ? duringVote : alternatives,
    sectorsMissing,
    attending,
    needed,
  });
}

/** Passes when no attending organisation objects: mufakat. */
export function checkNobodyObjects({ tally }: Standing): void {
  if (tally.object === 0) return;
  const text = {
    en: `No mufakat: ${tally.object} object. Amend it, or open a vote.`,
    id: `Belum mufakat: ${tally.object} keberatan. Ubah rumusannya, atau buka pemungutan suara.`,
  };
  const allowed = ["VOTE", ...alternatives];
  throw refusal(OutcomeStatus.AGREED, "OBJECTIONS_STAND", text, { allowed, object: tally.object });
}

/** Passes when an attending organisation objects: a vote is possible only after mufakat has failed. */
export function checkMufakatFailed({ tally }: Standing): void {
  if (tally.object > 0) return;
  const text = {
    en: "No attending organisation objects. Agree on the outcome by mufakat.",
    id: "Tidak ada keberatan. Sepakati hasilnya secara mufakat.",
  };
  throw refusal("VOTE", "NO_OBJECTION", text, { allowed: [OutcomeStatus.AGREED, ...alternatives] });
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
