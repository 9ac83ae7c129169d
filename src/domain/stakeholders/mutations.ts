import type { UseCaseTable } from "../common/index.js";
import { apiKeyMutations } from "./api-key-mutations.js";
import { membershipMutations } from "./membership-mutations.js";
import { organisationMutations } from "./organisation-mutations.js";

/** The mutations on organisations, their members and their keys. */
export const allStakeholderMutations = [
  organisationMutations,
  membershipMutations,
  apiKeyMutations,
] as const satisfies readonly UseCaseTable[];
