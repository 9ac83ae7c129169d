import "./added-measures.js";
import "./money/added-fields.js";
import "./money/added-measures.js";
import "./money/awaited-funding.js";

// Classes.

export { Action } from "./action.js";
export { ActionPlan } from "./action-plan.js";
export { Milestone } from "./milestone.js";
export { Contribution } from "./money/contribution.js";
export { Funding } from "./money/funding.js";
export { Payment } from "./money/payment.js";
export { Participant } from "./participant.js";
export { ProgressUpdate, Reporter } from "./progress-update.js";

// Resolvers.

export { MoneyResolver } from "./money/money-resolver.js";

// Inputs.

export { AddActionInput } from "./action-inputs.js";

// Enumerations and lifecycles.

export {
  ActionPlanStatus,
  ActionStage,
  ActionStatus,
  ContributionKind,
  ContributionStatus,
  ParticipantRole,
  ParticipantStatus,
} from "./enums.js";

// Use cases.

export { actionMutations, addActionTo } from "./action-mutations.js";
export { checkActionTakes, checkPlanTakes, holdAction, holdPlan } from "./closed.js";
export { acceptedLeadOf } from "./invited.js";
export { allPlanMutations } from "./mutations.js";
export { planMutations } from "./plan-mutations.js";
export { leadReport } from "./progress.js";
export { progressMutations } from "./progress-mutations.js";

// Policies, filters and rules.

export { linesOfCancellations } from "./money/contribution-rows.js";
export {
  actionFacts,
  coordinatesAction,
  coordinatesPlan,
  isSharedWith,
  type PlanFacts,
  planFacts,
  takingPart,
} from "./plan-policy.js";
export {
  followsPlan,
  involvedByPlan,
  involvedBySeenPlan,
  involvedByTakenUpPlan,
  narrowedByVisibility,
  visiblePlan,
} from "./plan-visibility.js";
