import type { UseCaseTable } from "../common/index.js";
import { actionMutations } from "./action-mutations.js";
import { milestoneMutations } from "./milestone-mutations.js";
import { contributionMutations } from "./money/contribution-mutations.js";
import { fundingMutations } from "./money/funding-mutations.js";
import { paymentMutations } from "./money/payment-mutations.js";
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
  fundingMutations,
  paymentMutations,
] as const satisfies readonly UseCaseTable[];
