import type { Class } from "../../../reading/index.js";
import { changing, useCases, type Work } from "../../common/index.js";
import { checkHeldHere, checkInSession, lockDeliberationOf } from "../conversation.js";
import type { Deliberation } from "../deliberation.js";
import { conveners, mayDecide } from "../deliberation-policy.js";
import { DecisionMethod, OutcomeStatus } from "../enums.js";
import { decide, type Standing, voteOf } from "./decision.js";
import { Outcome } from "./outcome.js";
import { OutcomeRefusalInput, OutcomeStepInput } from "./outcome-inputs.js";
import {
  carried,
  checkHalfAgrees,
  checkMufakatFails,
  checkMufakatFailsWithLeavers,
  checkNobodyObjects,
  checkNoVoteOpen,
  checkProposed,
  checkQuorum,
  checkStands,
  checkVoteOpen,
  lockOutcome,
  standingOf,
} from "./outcome-rules.js";

interface Step<Input> {
  input: Class<Input & object>;
  /** The outcome's next status, or the name of the step, for the error. */
  to: string;
  description: string;
  change(outcome: Outcome, standing: Standing, input: Input, work: Work): Promise<void> | void;
}

/** A use case by which the convener takes a proposed outcome a step towards its decision. */
const step = <Input extends OutcomeStepInput>({ input, to, description, change }: Step<Input>) =>
  changing({
    of: Outcome,
    input,
    may: mayDecide,
    lock: lockDeliberationOf("outcome"),
    facts: ({ deliberation }) => ({ convener: deliberation.convener.id }),
    populate: ["deliberation", "supersedes"],
    description: `${description} ${conveners}`,
    async run(outcome, given, work) {
      const deliberation = outcome.deliberation as Deliberation;
      checkInSession(deliberation, to, "input.id");
      checkHeldHere(deliberation, "input.id");
      checkProposed(outcome, to);
      await change(outcome, await standingOf(work.em, outcome.id), given, work);
    },
  });

/** The mutations that decide on outcomes. */
export const decisionMutations = useCases({
  agreeOutcome: step({
    input: OutcomeStepInput,
    to: OutcomeStatus.AGREED,
    description:
      "Agrees an outcome by mufakat: there is a quorum, no objection stands, and at least half of the voices that took a position agree.",
    async change(outcome, standing, _, work) {
      checkNoVoteOpen(outcome, OutcomeStatus.AGREED);
      checkQuorum(standing, OutcomeStatus.AGREED);
      checkNobodyObjects(standing);
      checkHalfAgrees(standing);
      await checkCanSupersede(outcome, work);
      decide(outcome, OutcomeStatus.AGREED, DecisionMethod.MUFAKAT, standing);
    },
  }),

  openVote: step({
    input: OutcomeStepInput,
    to: "VOTE",
    description:
      "Opens a vote on an outcome on which mufakat fails: an objection stands, or fewer than half agree. The positions are the votes. The voices that may vote are those of this moment.",
    change(outcome, standing) {
      checkNoVoteOpen(outcome, "VOTE");
      checkQuorum(standing, "VOTE");
      checkMufakatFails(standing, "VOTE");
      outcome.votingSince = new Date();
      outcome.vote = voteOf(standing, outcome.votingSince);
    },
  }),

  closeVote: step({
    input: OutcomeStepInput,
    to: "COUNTED",
    description:
      "Counts the votes of the electorate, also of those who left: AGREED if more voices agree than object, else REJECTED.",
    async change(outcome, standing, _, work) {
      checkVoteOpen(outcome);
      const to = carried(standing.tally) ? OutcomeStatus.AGREED : OutcomeStatus.REJECTED;
      if (to === OutcomeStatus.AGREED) await checkCanSupersede(outcome, work);
      decide(outcome, to, DecisionMethod.VOTE, standing);
    },
  }),

  deferOutcome: step({
    input: OutcomeRefusalInput,
    to: OutcomeStatus.DEFERRED,
    description: "Postpones an outcome to a later deliberation. An open vote on it becomes void.",
    change(outcome, standing, { reason }) {
      decide(outcome, OutcomeStatus.DEFERRED, DecisionMethod.CONVENER, standing, reason);
    },
  }),

  rejectOutcome: step({
    input: OutcomeRefusalInput,
    to: OutcomeStatus.REJECTED,
    description:
      "Rejects an outcome, unless mufakat holds for it. Those who left with a position on the text are counted as still there.",
    async change(outcome, standing, { reason }, { em }) {
      checkNoVoteOpen(outcome, OutcomeStatus.REJECTED);
      checkMufakatFails(standing, OutcomeStatus.REJECTED);
      await checkMufakatFailsWithLeavers(em, outcome.id, OutcomeStatus.REJECTED);
      decide(outcome, OutcomeStatus.REJECTED, DecisionMethod.CONVENER, standing, reason);
    },
  }),
});

/** Passes when the outcome to supersede still stands, and locks it until the transaction ends. */
async function checkCanSupersede({ supersedes }: Outcome, { em }: Work): Promise<void> {
  if (!supersedes) return;
  await lockOutcome(em, supersedes.id);
  await checkStands(em, supersedes as Outcome, "input.id");
}
