import type { Viewer } from "../../../access/index.js";
import { type Done, UseCases, type Work } from "../../common/index.js";
import { checkHeldHere, checkInSession, lockDeliberationOf } from "../conversation.js";
import type { Deliberation } from "../deliberation.js";
import { mayDecide } from "../deliberation-policy.js";
import { DecisionMethod, OutcomeStatus } from "../enums.js";
import { decide, type Standing } from "./decision.js";
import { Outcome } from "./outcome.js";
import type { OutcomeRefusalInput, OutcomeStepInput } from "./outcome-inputs.js";
import {
  carried,
  checkMufakatFailed,
  checkNobodyObjects,
  checkNoVoteOpen,
  checkProposed,
  checkQuorum,
  checkStands,
  checkVoteOpen,
  holdOutcome,
  standingOf,
} from "./outcome-rules.js";

/** Decisions on outcomes, recorded by the convener. */
export class DecisionService extends UseCases {
  /** Agrees an outcome by mufakat: the quorum holds and nobody who attends objects. */
  agreeOutcome(viewer: Viewer, input: OutcomeStepInput): Promise<Done> {
    const to = OutcomeStatus.AGREED;
    return this.step(viewer, "agreeOutcome", input, to, async (outcome, standing, work) => {
      checkNoVoteOpen(outcome, to);
      checkQuorum(standing, to);
      checkNobodyObjects(standing);
      await checkCanTakePlace(outcome, work);
      decide(outcome, to, DecisionMethod.MUFAKAT, standing);
    });
  }

  /** Puts an outcome to a vote, since mufakat has failed. Positions are votes from now on. */
  openVote(viewer: Viewer, input: OutcomeStepInput): Promise<Done> {
    return this.step(viewer, "openVote", input, "VOTE", (outcome, standing) => {
      checkNoVoteOpen(outcome, "VOTE");
      checkQuorum(standing, "VOTE");
      checkMufakatFailed(standing);
      outcome.votingSince = new Date();
    });
  }

  /** Counts the votes: AGREED when more agree than object, else REJECTED. */
  closeVote(viewer: Viewer, input: OutcomeStepInput): Promise<Done> {
    return this.step(viewer, "closeVote", input, "COUNTED", async (outcome, standing, work) => {
      checkVoteOpen(outcome);
      checkQuorum(standing, "COUNTED");
      const to = carried(standing.tally) ? OutcomeStatus.AGREED : OutcomeStatus.REJECTED;
      if (to === OutcomeStatus.AGREED) await checkCanTakePlace(outcome, work);
      decide(outcome, to, DecisionMethod.VOTE, standing);
    });
  }

  /** Puts an outcome off to a later deliberation; an open vote on it is void. */
  deferOutcome(viewer: Viewer, input: OutcomeRefusalInput): Promise<Done> {
    const to = OutcomeStatus.DEFERRED;
    return this.step(viewer, "deferOutcome", input, to, (outcome, standing) => {
      decide(outcome, to, DecisionMethod.CONVENER, standing, input.reason);
    });
  }

  /** Rejects an outcome. */
  rejectOutcome(viewer: Viewer, input: OutcomeRefusalInput): Promise<Done> {
    const to = OutcomeStatus.REJECTED;
    return this.step(viewer, "rejectOutcome", input, to, (outcome, standing) => {
      checkNoVoteOpen(outcome, to);
      decide(outcome, to, DecisionMethod.CONVENER, standing, input.reason);
    });
  }

  private step(
    viewer: Viewer,
    operation: string,
    input: OutcomeStepInput,
    to: string,
    change: (outcome: Outcome, standing: Standing, work: Work) => Promise<void> | void,
  ): Promise<Done> {
    const spec = { ...this.outcome, operation };
    return this.changing(viewer, spec, input, async (outcome, work) => {
      const deliberation = outcome.deliberation as Deliberation;
      checkInSession(deliberation, to, "input.id");
      checkHeldHere(deliberation, "input.id");
      checkProposed(outcome, to);
      await change(outcome, await standingOf(work.em, outcome.id), work);
    });
  }

  private readonly outcome = {
    target: Outcome,
    permission: mayDecide,
    lock: lockDeliberationOf("outcome"),
    facts: ({ deliberation }: Outcome) => ({ convener: deliberation.convener.id }),
    populate: ["deliberation", "supersedes"],
  };
}

/** Passes when what the outcome is to supersede still stands, and keeps it so until the end. */
async function checkCanTakePlace({ supersedes }: Outcome, { em }: Work): Promise<void> {
  if (!supersedes) return;
  await holdOutcome(em, supersedes.id);
  await checkStands(em, supersedes as Outcome, "input.id");
}
