import type { UseCaseTable } from "../common/index.js";
import { adoptionMutations } from "./adoption/adoption-mutations.js";
import { deliberationMutations } from "./deliberation-mutations.js";
import { invitationMutations } from "./invitations/invitation-mutations.js";
import { minutesMutations } from "./minutes/minutes-mutations.js";
import { decisionMutations } from "./outcomes/decision-mutations.js";
import { outcomeMutations } from "./outcomes/outcome-mutations.js";
import { positionMutations } from "./outcomes/position-mutations.js";

/** The mutations of deliberations, from convening them to adopting their outcomes. */
export const allDeliberationMutations = [
  deliberationMutations,
  invitationMutations,
  outcomeMutations,
  positionMutations,
  decisionMutations,
  minutesMutations,
  adoptionMutations,
] as const satisfies readonly UseCaseTable[];
