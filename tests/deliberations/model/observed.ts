import canonicalize from "canonicalize";
import type { MinutesDocument, MinutesQuorum } from "../../../src/domain/deliberations/index.js";
import type { CheckedClient } from "../../testkit/hub/checked-client.js";
import { type ModelOutcome, type ModelRembuk } from "./model.js";
import { aboveOf, sectorOf } from "./parties.js";
import type { Quorum, Stance } from "./voices.js";

// What the hub shows of a deliberation, what its minutes say, and what the model has, each in one form,
// so that they can be compared.

interface Ref {
  id: string;
}
interface Tally {
  agree: number;
  agreeWithReservation: number;
  object: number;
  abstain: number;
}
interface Decision extends Tally {
  method: string;
  invited: number;
  attending: number;
}

interface ShownOutcome {
  id: string;
  number: number;
  text: string;
  textVersion: number;
  version: number;
  status: string;
  hasAction: boolean;
  votingSince: string | null;
  decidedAt: string | null;
  countedOrganisations: Ref[];
  decision: Decision | null;
  vote: { voices: number; invited: number; attending: number; electorate: Ref[] } | null;
  tally: Tally;
  quorum: Quorum | null;
  positions: {
    stance: Stance;
    reason: string | null;
    version: number;
    counts: boolean;
    organisation: Ref;
  }[];
  versions: {
    number: number;
    text: string;
    reason: string | null;
    organisation: Ref;
    positions: { stance: Stance }[];
  }[];
  actions: { id: string; status: string; version: number }[];
}

/** A deliberation as `shownDocument` gives it. */
export interface Shown {
  status: string;
  version: number;
  visibility: string;
  quorum: (Quorum & { organisationsMissing: Ref[] }) | null;
  invitations: {
    id: string;
    version: number;
    sector: string;
    attended: boolean;
    isPresent: boolean;
    isVoice: boolean;
    attendance: { arrivalRecordedBy: Ref; departureRecordedBy: Ref | null }[];
    partOf: Ref[];
    organisation: Ref;
  }[];
  minutes: ShownMinutes | null;
  outcomes: { nodes: ShownOutcome[] };
}

export interface ShownMinutes {
  id: string;
  sha256: string;
  document: string;
  acknowledgements: { organisation: Ref }[];
}

const shownDocument = `query ($id: ID!) { deliberation(id: $id) {
  status version visibility
  quorum { met attending invited needed sectorsMissing organisationsMissing { id } }
  invitations {
    id version sector attended isPresent isVoice partOf { id } organisation { id }
    attendance { arrivalRecordedBy { id } departureRecordedBy { id } }
  }
  minutes { id sha256 document acknowledgements { organisation { id } } }
  outcomes(first: 100) { nodes {
    id number text textVersion version status hasAction votingSince decidedAt countedOrganisations { id }
    decision { method agree agreeWithReservation object abstain invited attending }
    vote { voices invited attending electorate { id } }
    tally { agree agreeWithReservation object abstain }
    quorum { met attending invited needed sectorsMissing }
    positions { stance reason version counts organisation { id } }
    versions { number text reason organisation { id } positions { stance } }
    actions { id status version }
  } }
} }`;

/** Reads a deliberation as its convener sees it. */
export async function shownOf(client: CheckedClient, id: string): Promise<Shown> {
  const found = await client.data<{ deliberation: Shown }>(shownDocument, { id } as never);
  return found.deliberation;
}

/** Whether the requester sees it at all. */
export async function isShown(client: CheckedClient, id: string): Promise<boolean> {
  const found = await client.data<{ deliberation: Ref | null }>(
    "query ($id: ID!) { deliberation(id: $id) { id } }",
    { id } as never,
  );
  return found.deliberation !== null;
}

/** An outcome's text, by the outcome's place and the text's number. */
export const textOf = (outcome: number, number: number): string =>
  `Rumusan ${outcome + 1}.${number}`;

/** The words of an organisation's reservation or objection. */
export const reasonOf = (worded: boolean, party: number): string | null =>
  worded ? `Alasan ${party}` : null;

/** In an order of its own: what has none in the hub. */
const sorted = <T>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (String(canonicalize(a)) < String(canonicalize(b)) ? -1 : 1));

/** The number that the model has for an organisation's id, and for an action's. */
export interface Numbers {
  party(ref: Ref): number;
  action(ref: Ref): number;
}

/** What the hub shows, in the common form. */
export function heldByHub(
  { status, version, visibility, quorum, invitations, outcomes, minutes }: Shown,
  numbers: Numbers,
) {
  const { organisationsMissing = [], ...counts } = quorum ?? {};
  const { party } = numbers;
  return {
    ...{ status, version, visibility },
    quorum: quorum && counts,
    missing: sorted(organisationsMissing.map(party)),
    seats: sorted(
      invitations.map(({ attendance, organisation, partOf, id: _, ...own }) => ({
        ...own,
        party: party(organisation),
        partOf: partOf.map(party),
        arrivals: attendance.map(({ arrivalRecordedBy, departureRecordedBy }) => ({
          by: party(arrivalRecordedBy),
          leftBy: departureRecordedBy && party(departureRecordedBy),
        })),
      })),
    ),
    acknowledged: sorted((minutes?.acknowledgements ?? []).map((one) => party(one.organisation))),
    outcomes: outcomes.nodes.map((outcome) => outcomeByHub(outcome, numbers)),
  };
}

function outcomeByHub(outcome: ShownOutcome, { party, action }: Numbers) {
  const {
    id: _,
    votingSince,
    decidedAt,
    countedOrganisations,
    vote,
    positions,
    versions,
    actions,
    ...rest
  } = outcome;
  return {
    ...rest,
    isVoting: votingSince !== null,
    isDecided: decidedAt !== null,
    countedOrganisations: sorted(countedOrganisations.map(party)),
    vote: vote && { ...vote, electorate: sorted(vote.electorate.map(party)) },
    positions: sorted(
      positions.map(({ organisation, ...one }) => ({ ...one, party: party(organisation) })),
    ),
    versions: versions.map(({ organisation, positions: on, ...one }) => ({
      ...one,
      party: party(organisation),
      stances: sorted(on.map(({ stance }) => stance)),
    })),
    actions: sorted(actions.map((one) => ({ ...one, id: action(one) }))),
  };
}

/** What the model has, in the common form. */
export function heldByModel(model: ModelRembuk) {
  const { status, version, visibility, seats, acknowledged, outcomes } = model;
  const quorum = model.quorum();
  const missing = quorum?.sectorsMissing ?? [];
  return {
    ...{ status, version, visibility, quorum },
    missing: sorted(
      [...seats.keys()].filter(
        (party) => missing.includes(sectorOf(party)) && model.voices.isHighestInvited(party),
      ),
    ),
    seats: sorted(
      [...seats].map(([party, { version, arrivals, isPresent }]) => ({
        ...{ version, sector: sectorOf(party), attended: arrivals.length > 0, isPresent },
        ...{ party, arrivals, isVoice: model.voices.isVoice(party), partOf: aboveOf(party) },
      })),
    ),
    acknowledged: sorted([...acknowledged]),
    outcomes: outcomes.map((outcome, at) => outcomeByModel(model, outcome, at)),
  };
}

const tallyOf = (tally: Record<Stance, number>): Tally => ({
  agree: tally.AGREE,
  agreeWithReservation: tally.AGREE_WITH_RESERVATION,
  object: tally.OBJECT,
  abstain: tally.ABSTAIN,
});

function decisionOf({ method, tally, quorumThen }: ModelOutcome): Decision | null {
  if (!method || !tally || !quorumThen) return null;
  const { invited, attending } = quorumThen;
  return { method, ...tallyOf(tally), invited, attending };
}

function outcomeByModel(model: ModelRembuk, outcome: ModelOutcome, at: number) {
  const { version, texts, status, isVoting, countedOrganisations, became, positions } = outcome;
  const { vote } = outcome;
  const counted = model.counted(outcome);
  const shownStatus = model.shownStatus(outcome);
  return {
    ...{ version, isVoting, status: shownStatus, number: at + 1, textVersion: texts.length },
    text: textOf(at, texts.length),
    hasAction: became.some((one) => model.actions[one]?.status !== "CANCELLED"),
    isDecided: status !== "PROPOSED",
    countedOrganisations: sorted(countedOrganisations),
    decision: decisionOf(outcome),
    vote: vote ? { ...vote, electorate: sorted(vote.electorate) } : null,
    tally: tallyOf(model.tally(outcome)),
    quorum: status === "PROPOSED" ? model.quorum(outcome) : null,
    positions: sorted(
      model.positionsOn(outcome).map((one) => ({
        ...{ stance: one.stance, reason: reasonOf(one.worded, one.party), version: one.version },
        ...{ counts: counted.includes(one), party: one.party },
      })),
    ),
    versions: texts.map((party, index) => ({
      ...{ party, number: index + 1, text: textOf(at, index + 1) },
      reason: index === 0 ? null : textOf(at, index + 1),
      stances: sorted(
        positions.filter((one) => one.textVersion === index + 1).map(({ stance }) => stance),
      ),
    })),
    actions: sorted(became.map((one) => ({ ...model.actions[one], id: one }))),
  };
}

/** What minutes say, in a form in which the model can say it too. */
export function saidByMinutes(document: MinutesDocument, { party }: Numbers) {
  return {
    rule: document.deliberation.quorumRule,
    convener: party(document.deliberation.convener),
    attendance: sorted(
      document.attendance.map(({ organisation, intervals, presentAtClose }) => ({
        ...{ party: party(organisation), sector: organisation.sector, presentAtClose },
        arrivals: intervals.length,
      })),
    ),
    quorum: document.quorum as MinutesQuorum | null,
    outcomes: document.outcomes.map(
      ({ number, status, decision, reason, proposedBy, versions }) => ({
        ...{ number, status, decision, hasReason: reason !== null },
        proposedBy: proposedBy && party(proposedBy),
        versions: versions.map(({ number, text, organisation, positions }) => ({
          ...{ number, text, party: party(organisation) },
          positions: sorted(
            positions.map(({ organisation, stance, reason, counted }) => ({
              ...{ party: party(organisation), stance, reason, counted },
            })),
          ),
        })),
      }),
    ),
  };
}

/** What the model expects minutes to say, as of the close. */
export function saidByModel(model: ModelRembuk) {
  const { rule, convener, seats, outcomes } = model;
  return {
    ...{ rule, convener, quorum: model.quorum() },
    attendance: sorted(
      [...seats].map(([party, { arrivals, isPresent }]) => ({
        ...{ party, sector: sectorOf(party), presentAtClose: isPresent },
        arrivals: arrivals.length,
      })),
    ),
    outcomes: outcomes.map((outcome, at) => ({
      ...{ number: at + 1, status: outcome.status, decision: decisionOf(outcome) },
      hasReason: outcome.hasReason,
      proposedBy: outcome.texts[0],
      versions: outcome.texts.map((party, index) => ({
        ...{ number: index + 1, text: textOf(at, index + 1), party },
        positions: sorted(
          outcome.positions
            .filter(({ textVersion }) => textVersion === index + 1)
            .map((one) => ({
              ...{ party: one.party, stance: one.stance, reason: reasonOf(one.worded, one.party) },
              counted: model.counted(outcome).includes(one),
            })),
        ),
      })),
    })),
  };
}
