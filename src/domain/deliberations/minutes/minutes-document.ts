import { hubZone, type TimeZone, zoneOf } from "../../regions/index.js";
import type { Sector } from "../../stakeholders/index.js";
import type { DecisionMethod, DeliberationKind, OutcomeStatus, Stance } from "../enums.js";

// The shape of minutes. The hash covers their canonical JSON, so the same meeting must always give the same
// text: every field is always present, null when it has no value, and the lists have a fixed order. A change
// of this shape needs a new `format`; old minutes keep theirs.

/** The version of the minutes' shape that the hub writes. */
export const minutesFormat = "rembuk-minutes/2";

/** An organisation as of the close of the deliberation; its sector as of its invitation. */
export interface MinutesParty {
  id: string;
  key: string;
  name: string;
  sector: Sector;
}

/** A named noun: a programme, an area, or a region by its code. */
export interface MinutesName {
  key: string;
  name: string;
}

/** A stretch of attendance, in ISO 8601; `leftAt` is null when it stayed. */
export interface MinutesInterval {
  arrivedAt: string;
  leftAt: string | null;
  /** Those who recorded its beginning and its end; null where the hub did not keep it. Not in format 1. */
  arrivalRecordedBy?: MinutesParty | null;
  departureRecordedBy?: MinutesParty | null;
}

/** One invited organisation's attendance. */
export interface MinutesAttendance {
  organisation: MinutesParty;
  /** The organisations that it is part of, the nearest first: together they are one voice. Not in format 1. */
  partOf?: MinutesParty[];
  delegates: string[];
  intervals: MinutesInterval[];
  presentAtClose: boolean;
  /** True if the sources of a meeting without the hub say that it attended. Not in format 1. */
  attendedBySource?: boolean;
}

/** A position on a version of an outcome's text. `counted` as `OutcomePosition.counts`. */
export interface MinutesPosition {
  organisation: MinutesParty;
  stance: Stance;
  reason: string | null;
  takenAt: string;
  counted: boolean;
}

/** One version of an outcome's text, with its author, its reason and the positions on it. */
export interface MinutesVersion {
  number: number;
  text: string;
  reason: string | null;
  organisation: MinutesParty;
  responsible: MinutesParty[];
  dueOn: string | null;
  writtenAt: string;
  positions: MinutesPosition[];
}

/** The quorum at one moment: the required and the actual attendance. */
export interface MinutesQuorum {
  met: boolean;
  attending: number;
  invited: number;
  needed: number;
  sectorsMissing: Sector[];
}

/** The decision on an outcome, with its tally. */
export interface MinutesDecision {
  method: DecisionMethod;
  /** The number of positions of each stance that counted; null in the record of a meeting without the hub. */
  agree: number | null;
  agreeWithReservation: number | null;
  object: number | null;
  abstain: number | null;
  /** The numbers of invited and of attending voices; null in the same case. */
  invited: number | null;
  attending: number | null;
}

/** An outcome of an earlier deliberation. */
export interface MinutesEarlier {
  id: string;
  text: string;
  deliberation: MinutesName;
}

/** A vote on an outcome, with the electorate of its opening. */
export interface MinutesVote {
  openedAt: string;
  voices: number;
  invited: number;
  attending: number;
  electorate: MinutesParty[];
}

/** One outcome. Its current text is that of its last version. */
export interface MinutesOutcome {
  id: string;
  number: number;
  status: OutcomeStatus;
  /** Null in the record of a meeting without the hub. */
  proposedBy: MinutesParty | null;
  /** Null when no vote was opened. Not in format 1. */
  vote?: MinutesVote | null;
  decision: MinutesDecision | null;
  decidedAt: string | null;
  /** The reason why it was deferred or rejected. */
  reason: string | null;
  /**
   * The outcome that it supersedes. Null also when that outcome's deliberation is not public: the record is
   * one text for all its readers, and a hidden thing looks absent (rule 7).
   */
  supersedes: MinutesEarlier | null;
  /** The deferred outcome that it takes up again; null in the same case. Not in format 1. */
  takesUp?: MinutesEarlier | null;
  sources: MinutesSource[];
  versions: MinutesVersion[];
}

/** The source of a fact (rule 10 of the domain). */
export interface MinutesSource {
  key: string | null;
  publisher: string;
  date: string | null;
  note: string | null;
  address: string | null;
}

/** The record of a closed deliberation. Berita acara. */
export interface MinutesDocument {
  format: "rembuk-minutes/1" | typeof minutesFormat;
  deliberation: {
    id: string;
    key: string;
    kind: DeliberationKind;
    title: string;
    convener: MinutesParty;
    programme: MinutesName | null;
    area: MinutesName | null;
    region: MinutesName | null;
    place: string | null;
    /** The zone where it was held. Not in format 1. */
    timeZone?: TimeZone;
    heldFrom: string;
    heldTo: string;
    openedAt: string;
    closedAt: string;
    /** True if it was held without the hub and recorded afterwards from the sources. */
    recorded: boolean;
    agenda: { title: string; startsAt: string | null; note: string | null }[];
    quorumRule: { everySector: boolean; share: number };
    sources: MinutesSource[];
  };
  /** Ordered by sector, then by the organisation's key. */
  attendance: MinutesAttendance[];
  /** The quorum at the close; null when no organisation was invited, and for a meeting without the hub. */
  quorum: MinutesQuorum | null;
  /** Ordered by number. */
  outcomes: MinutesOutcome[];
}

/** The zone of a meeting: as its minutes say; in format 1, which does not say it, that of its region. */
export const zoneOfMinutes = ({
  timeZone,
  region,
}: Pick<MinutesDocument["deliberation"], "timeZone" | "region">): TimeZone =>
  timeZone ?? (region && zoneOf(region.key)) ?? hubZone;
