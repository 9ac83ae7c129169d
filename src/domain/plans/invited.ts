import { coordinating, grantIn } from "../../access/index.js";
import type { Work } from "../common/index.js";
import type { Organisation } from "../stakeholders/index.js";
import type { Action } from "./action.js";
import type { ActionPlan } from "./action-plan.js";
import { ParticipantStatus } from "./enums.js";
import type { PlanFacts } from "./plan-policy.js";

// Nobody takes part in a plan without a yes (domain, "Lifecycles"): an organisation that others name is
// invited. So a plan's lead cannot make a university a participant, and with that unfit to assess the plan.

/** The answer of an organisation at the time it is named: ACCEPTED if the requester coordinates for it. */
export const answerOf = ({ viewer }: Work, organisation: string): ParticipantStatus =>
  grantIn(viewer, [organisation], coordinating)
    ? ParticipantStatus.ACCEPTED
    : ParticipantStatus.INVITED;

/**
 * The same for the lead of an action. An organisation that accepted to lead the plan, or to carry it out,
 * has accepted its actions with it.
 */
export function answerOfActionLead(
  work: Work,
  organisation: string,
  { lead, implementing }: PlanFacts,
): ParticipantStatus {
  const isIn = organisation === lead || implementing.includes(organisation);
  return isIn ? ParticipantStatus.ACCEPTED : answerOf(work, organisation);
}

/** The lead of an action, with its plan loaded: its own if that has accepted, else its plan's likewise. */
export function acceptedLeadOf({ lead, leadStatus, plan }: Action): Organisation | undefined {
  const { ACCEPTED } = ParticipantStatus;
  const of = plan as ActionPlan;
  if (lead && leadStatus === ACCEPTED) return lead as Organisation;
  return of.leadStatus === ACCEPTED ? (of.lead as Organisation) : undefined;
}
