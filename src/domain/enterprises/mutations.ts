import type { UseCaseTable } from "../common/index.js";
import { groupMeasurementMutations } from "./group-measurement-mutations.js";
import { enterpriseGroupMutations } from "./group-mutations.js";
import { supportMutations } from "./support-mutations.js";

/** The mutations on groups of self-employed workers and their results. */
export const allEnterpriseMutations = [
  enterpriseGroupMutations,
  groupMeasurementMutations,
  supportMutations,
] as const satisfies readonly UseCaseTable[];
