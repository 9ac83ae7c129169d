import type {
  RoomInvitationFragment,
  RoomMeetingFragment,
  RoomOutcomeFragment,
} from "../../generated/graphql.js";

/** The stances, from agreement to abstention, in the order in which a delegate reads them. */
export const stances = ["AGREE", "AGREE_WITH_RESERVATION", "OBJECT", "ABSTAIN"] as const;
export type Stance = (typeof stances)[number];

/** True for the stances that the rules require a reason for. */
export const needsReason = (stance: Stance): boolean =>
  stance === "OBJECT" || stance === "AGREE_WITH_RESERVATION";

/** The fields of a tally, by stance. */
export const tallyFields = {
  AGREE: "agree",
  AGREE_WITH_RESERVATION: "agreeWithReservation",
  OBJECT: "object",
  ABSTAIN: "abstain",
} as const satisfies Record<Stance, string>;

/** The time zones of the places, by the names that browsers know. */
export const zones = { WIB: "Asia/Jakarta", WITA: "Asia/Makassar", WIT: "Asia/Jayapura" } as const;

/** An organisation as the room names it. */
export interface Named {
  id: string;
  key: string;
  name: string;
}

export type Meeting = RoomMeetingFragment;
export type Invitation = RoomInvitationFragment;
export type Outcome = RoomOutcomeFragment;
export type Position = Outcome["positions"][number];

/** The invited organisations of one sector. */
export interface SectorSeats {
  sector: Invitation["sector"];
  invitations: Invitation[];
  present: number;
}

/** The invitations by sector, in the order in which the sectors first appear. */
export function seatsBySector(invitations: readonly Invitation[]): SectorSeats[] {
  const sectors = Map.groupBy(invitations, ({ sector }) => sector);
  return [...sectors].map(([sector, seats]) => ({
    sector,
    invitations: seats,
    present: seats.filter(({ isPresent }) => isPresent).length,
  }));
}

/**
 * The outcome that the hall talks about: the one that the address names by its number, else the one under
 * vote, else the first undecided one, else the last one.
 */
export function currentOutcome(
  outcomes: readonly Outcome[],
  number: string | undefined,
): Outcome | undefined {
  const undecided = outcomes.filter(({ status }) => status === "PROPOSED");
  return (
    outcomes.find((outcome) => String(outcome.number) === number) ??
    undecided.find(({ votingSince }) => votingSince !== null) ??
    undecided[0] ??
    outcomes.at(-1)
  );
}

/** The organisations for which a person with these memberships coordinates. */
export function coordinatedBy(
  memberships: readonly { organisation: Named; roles: readonly string[] }[] | undefined,
): Named[] {
  return (memberships ?? [])
    .filter(({ roles }) => roles.includes("COORDINATOR") || roles.includes("ADMIN"))
    .map(({ organisation }) => organisation);
}

/** An organisation's position on an outcome's current text. */
export const positionOf = (outcome: Outcome, { id }: Named): Position | undefined =>
  outcome.positions.find(({ organisation }) => organisation.id === id);
