import { Field, Int, ObjectType } from "type-graphql";
import { InstantScalar } from "../../../platform/scalars.js";
import { LoadedList } from "../../../reading/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { DecisionMethod, type OutcomeStatus } from "../enums.js";
import type { Outcome } from "./outcome.js";
import type { QuorumState } from "./quorum.js";

/** Voices counted by stance. */
@ObjectType({
  description:
    "Voices counted by stance. An organisation and the parts below it are one voice. Of several equally high organisations of one house, an objection of one is the voice's, then an abstention, then a reservation.",
})
export class Tally {
  @Field(() => Int, { description: "The number that agree." })
  agree!: number;
  @Field(() => Int, { description: "The number that agree with a reservation." })
  agreeWithReservation!: number;
  @Field(() => Int, { description: "The number that object." })
  object!: number;
  @Field(() => Int, { description: "The number that abstain." })
  abstain!: number;
}

/**
 * A vote on an outcome, with the electorate of the moment at which it was opened: what comes later changes
 * nothing of it. The fields have jsonb's order of keys, because the ORM compares texts.
 */
@ObjectType({
  description:
    "A vote on an outcome. Its electorate was frozen when it was opened: later invitations, arrivals and departures change nothing of it. Pemungutan suara.",
})
export class Vote {
  @Field(() => Int, { description: "The number of voices in the electorate." })
  voices!: number;
  @Field(() => Int, { description: "The number of invited voices when it was opened." })
  invited!: number;
  @Field(() => InstantScalar, { description: "The instant at which it was opened." })
  openedAt!: string;
  @Field(() => Int, { description: "The number of voices that attended when it was opened." })
  attending!: number;
  @LoadedList(() => Organisation, {
    description:
      "The organisations that may vote: the voices that attended, and those that had left with a position on the text, or whose objection stood.",
  })
  electorate!: string[];
}

/**
 * The decision on an outcome, with the tally of that moment. The fields have jsonb's order of keys,
 * because the ORM compares texts.
 */
@ObjectType({
  description:
    "The decision on an outcome, with the numbers of the voices that counted at that moment.",
})
export class Decision {
  @Field(() => Int, { nullable: true, description: "The number that agreed; null when unknown." })
  agree!: number | null;
  @Field(() => DecisionMethod, { description: "The method of the decision." })
  method!: DecisionMethod;
  @Field(() => Int, { nullable: true, description: "The number that objected; null when unknown." })
  object!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "The number that abstained; null when unknown.",
  })
  abstain!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "The number of invited voices, of a vote when it was opened; null when unknown.",
  })
  invited!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "The number of attending voices, of a vote when it was opened; null when unknown.",
  })
  attending!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "The number that agreed with a reservation; null when unknown.",
  })
  agreeWithReservation!: number | null;
}

/** The basis of a decision: the tally, the quorum, and the organisations that count. */
export interface Standing {
  tally: Tally;
  quorum: QuorumState | null;
  /** True if the quorum requires each invited sector. */
  everySector: boolean;
  /** The organisations whose positions count. */
  organisations: string[];
  /** Those who may vote if a vote is opened now. */
  electors: Pick<Vote, "voices" | "electorate">;
}

/** A vote that is opened now, with its electorate. */
export const voteOf = ({ quorum, electors }: Standing, openedAt: Date): Vote => ({
  voices: electors.voices,
  invited: quorum?.invited ?? 0,
  openedAt: openedAt.toISOString(),
  attending: quorum?.attending ?? 0,
  electorate: electors.electorate,
});

/** A decision as it is stored. A recorded meeting has no tally and no quorum, so its numbers are null. */
export const decisionOf = (
  method: DecisionMethod,
  tally?: Tally | undefined,
  quorum?: Pick<QuorumState, "invited" | "attending"> | null | undefined,
): Decision => ({
  agree: tally?.agree ?? null,
  method,
  object: tally?.object ?? null,
  abstain: tally?.abstain ?? null,
  invited: quorum?.invited ?? null,
  attending: quorum?.attending ?? null,
  agreeWithReservation: tally?.agreeWithReservation ?? null,
});

/** Stores a decision on an outcome: its method, its tally, and the organisations that counted. */
export function decide(
  outcome: Outcome,
  to: OutcomeStatus,
  method: DecisionMethod,
  standing: Standing,
  reason: string | null = null,
): void {
  outcome.status = to;
  outcome.votingSince = null;
  // A vote has the quorum of its opening: invitations, arrivals and departures after it change nothing.
  const quorum = method === DecisionMethod.VOTE ? outcome.vote : standing.quorum;
  outcome.decision = decisionOf(method, standing.tally, quorum);
  outcome.countedOrganisations = standing.organisations;
  outcome.decidedAt = new Date();
  outcome.reason = reason;
}
