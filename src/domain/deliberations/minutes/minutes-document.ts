import type { Sector } from "../../stakeholders/index.js";
import type { DecisionMethod, DeliberationKind, OutcomeStatus, Stance } from "../enums.js";

// What minutes hold, field by field: the shape whose canonical JSON is hashed. Every field is always
// present, null where there is nothing to say, and the lists have a fixed order, so that the same
// meeting always gives the same text. A change of this shape is a new `format`; old minutes keep theirs.

/** The version of the minutes' shape that the hub writes. */
export const minutesFormat = "rembuk-minutes/1";

/** An organisation as it was when the deliberation closed; its sector as it was when invited. */
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

/** One invited organisation's attendance; intervals in ISO 8601, open at the end when it stayed. */
export interface MinutesAttendance {
  organisation: MinutesParty;
  delegates: string[];
  intervals: { arrivedAt: string; leftAt: string | null }[];
  presentAtClose: boolean;
}

/** A position on a version of an outcome's text. It counted when its organisation attended. */
export interface MinutesPosition {
  organisation: MinutesParty;
  stance: Stance;
  reason: string | null;
  takenAt: string;
  counted: boolean;
}

/** One version of an outcome's text, with who wrote it and why, and the positions taken on it. */
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

/** The quorum at a moment: what was needed and what there was. */
export interface MinutesQuorum {
  met: boolean;
  attending: number;
  invited: number;
  needed: number;
  sectorsMissing: Sector[];
}

/** How and with which tally an outcome was decided. */
export interface MinutesDecision {
  method: DecisionMethod;
  /** How many positions of each stance counted; null where a recorded meeting's sources do not tell. */
  agree: number | null;
  agreeWithReservation: number | null;
  object: number | null;
  abstain: number | null;
  /** How many organisations were invited and attended; null as above. */
  invited: number | null;
  attending: number | null;
}

/** One outcome; its current text is its last version's. */
export interface MinutesOutcome {
  id: string;
  number: number;
  status: OutcomeStatus;
  /** Null where a recorded meeting's sources do not tell. */
  proposedBy: MinutesParty | null;
  decision: MinutesDecision | null;
  decidedAt: string | null;
  /** Why it was deferred or rejected. */
  reason: string | null;
  /**
   * What it takes the place of; null also when that is of a deliberation which not everybody may see:
   * the record is one text for all its readers, and a hidden thing looks absent (rule 7).
   */
  supersedes: { id: string; text: string; deliberation: MinutesName } | null;
  sources: MinutesSource[];
  versions: MinutesVersion[];
}

/** Where a fact comes from (rule 10 of the domain). */
export interface MinutesSource {
  key: string | null;
  publisher: string;
  date: string | null;
  note: string | null;
  address: string | null;
}

/** The record of a closed deliberation. Berita acara. */
export interface MinutesDocument {
  format: typeof minutesFormat;
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
    heldFrom: string;
    heldTo: string;
    openedAt: string;
    closedAt: string;
    /** Whether it was held without the hub and recorded afterwards, from the sources. */
    recorded: boolean;
    agenda: { title: string; startsAt: string | null; note: string | null }[];
    quorumRule: { everySector: boolean; share: number };
    sources: MinutesSource[];
  };
  /** By sector, then by the organisation's key. */
  attendance: MinutesAttendance[];
  /** At the close; null when nobody was invited, so that nothing is known. */
  quorum: MinutesQuorum | null;
  /** By their numbers. */
  outcomes: MinutesOutcome[];
}
