// Classes.

export { Action } from "./action.js";
export { ActionPlan } from "./action-plan.js";
export { Contribution } from "./contribution.js";
export { Milestone } from "./milestone.js";
export { Participant } from "./participant.js";
export { ProgressUpdate } from "./progress-update.js";

// Inputs.

export { AddActionInput } from "./action-inputs.js";

// Enumerations and lifecycles.

export { ActionStage, ActionStatus, ContributionStatus, ParticipantRole } from "./enums.js";

// Use cases.

export { actionMutations, addActionTo } from "./action-mutations.js";
export { allPlanMutations } from "./mutations.js";
export { planMutations } from "./plan-mutations.js";
export { progressMutations } from "./progress-mutations.js";

// Policies, filters and rules.

export { actionFacts, coordinatesAction, type PlanFacts, takingPart } from "./plan-policy.js";
export {
  followsPlan,
  involvedByPlan,
  involvedInPlan,
  narrowedByVisibility,
  visiblePlan,
} from "./plan-visibility.js";
