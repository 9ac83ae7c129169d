import { Field, Int, ObjectType } from "type-graphql";
import { DecisionMethod, type OutcomeStatus } from "../enums.js";
import type { Outcome } from "./outcome.js";
import type { QuorumState } from "./quorum.js";

/** Positions counted by stance. */
@ObjectType({ description: "Positions counted by stance." })
export class Tally {
  @Field(() => Int, { description: "How many agree." })
  agree!: number;
  @Field(() => Int, { description: "How many agree with a reservation." })
  agreeWithReservation!: number;
  @Field(() => Int, { description: "How many object." })
  object!: number;
  @Field(() => Int, { description: "How many abstain." })
  abstain!: number;
}

/**
 * How an outcome was decided, with the tally of that moment. The fields stand in jsonb's order of
 * keys, as the ORM compares texts.
 */
@ObjectType({
  description: "How an outcome was decided, and the positions that counted at that moment.",
})
export class Decision {
  @Field(() => Int, { nullable: true, description: "How many agreed; null where unknown." })
  agree!: number | null;
  @Field(() => DecisionMethod, { description: "By which way." })
  method!: DecisionMethod;
  @Field(() => Int, { nullable: true, description: "How many objected; null where unknown." })
  object!: number | null;
  @Field(() => Int, { nullable: true, description: "How many abstained; null where unknown." })
  abstain!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "How many organisations were invited; null where unknown.",
  })
  invited!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "How many organisations attended; null where unknown.",
  })
  attending!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "How many agreed with a reservation; null where unknown.",
  })
  agreeWithReservation!: number | null;
}

/** What a decision rests on: who took which position, and whether enough did. */
export interface Standing {
  tally: Tally;
  quorum: QuorumState | null;
  /** Whether the quorum asks for each invited sector. */
  everySector: boolean;
  /** The organisations whose positions count. */
  organisations: string[];
}

/** A decision as it is stored; what it rests on is unknown where a meeting was recorded afterwards. */
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

/** Keeps what was decided, by which way, and with which positions. */
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
