import type { UseCaseTable } from "../common/index.js";
import { actionMutations } from "./action-mutations.js";
import { contributionMutations } from "./contribution-mutations.js";
import { milestoneMutations } from "./milestone-mutations.js";
import { participationMutations } from "./participation-mutations.js";
import { planMutations } from "./plan-mutations.js";
import { progressMutations } from "./progress-mutations.js";

/** The mutations on plans and everything that belongs to them. */
export const allPlanMutations = [
  planMutations,
  participationMutations,
  actionMutations,
  milestoneMutations,
  progressMutations,
  contributionMutations,
] as const satisfies readonly UseCaseTable[];
