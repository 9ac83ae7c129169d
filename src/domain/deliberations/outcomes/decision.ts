import { Field, Int, ObjectType } from "type-graphql";
import { DecisionMethod, type OutcomeStatus } from "../enums.js";
import type { Outcome } from "./outcome.js";
import type { QuorumState } from "./quorum.js";

/** Positions counted by stance. */
@ObjectType({ description: "Positions counted by stance." })
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
 * The decision on an outcome, with the tally of that moment. The fields have jsonb's order of keys,
 * because the ORM compares texts.
 */
@ObjectType({
  description:
    "The decision on an outcome, with the numbers of the positions that counted at that moment.",
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
    description: "The number of invited organisations; null when unknown.",
  })
  invited!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "The number of attending organisations; null when unknown.",
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
}

/** A decision as it is stored. A recorded meeting has no standing, so its numbers are null. */
export const decisionOf = (method: DecisionMethod, standing: Standing | undefined): Decision => {
  const { tally, quorum } = standing ?? {};
  return {
    agree: tally?.agree ?? null,
    method,
    object: tally?.object ?? null,
    abstain: tally?.abstain ?? null,
    invited: quorum?.invited ?? null,
    attending: quorum?.attending ?? null,
    agreeWithReservation: tally?.agreeWithReservation ?? null,
  };
};

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
  outcome.decision = decisionOf(method, standing);
  outcome.countedOrganisations = standing.organisations;
  outcome.decidedAt = new Date();
  outcome.reason = reason;
}
