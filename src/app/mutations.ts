import { allAssessmentMutations } from "../domain/assessments/index.js";
import { commentMutations } from "../domain/comments/index.js";
import type { UseCaseTable } from "../domain/common/index.js";
import { allDeliberationMutations } from "../domain/deliberations/index.js";
import { allEnterpriseMutations } from "../domain/enterprises/index.js";
import { exportMutations } from "../domain/exports/index.js";
import { importMutations } from "../domain/imports/index.js";
import { allIndicatorMutations } from "../domain/indicators/index.js";
import { allPlanMutations } from "../domain/plans/index.js";
import { allProgrammeMutations } from "../domain/programmes/index.js";
import { allStakeholderMutations } from "../domain/stakeholders/index.js";
import { viewMutations } from "../domain/views/index.js";
import { webhookMutations } from "../domain/webhooks/index.js";

/** The use cases of the hub, which the mutations are made of. */
export const allMutations: readonly UseCaseTable[] = [
  ...allStakeholderMutations,
  ...allProgrammeMutations,
  ...allPlanMutations,
  ...allIndicatorMutations,
  ...allDeliberationMutations,
  ...allEnterpriseMutations,
  ...allAssessmentMutations,
  viewMutations,
  commentMutations,
  importMutations,
  exportMutations,
  webhookMutations,
];
