import type { allAssessmentMutations } from "../../../src/domain/assessments/index.js";
import type { commentMutations } from "../../../src/domain/comments/index.js";
import type { allDeliberationMutations } from "../../../src/domain/deliberations/index.js";
import type { allEnterpriseMutations } from "../../../src/domain/enterprises/index.js";
import type { exportMutations } from "../../../src/domain/exports/index.js";
import type { importMutations } from "../../../src/domain/imports/index.js";
import type { allIndicatorMutations } from "../../../src/domain/indicators/index.js";
import type { allPlanMutations } from "../../../src/domain/plans/index.js";
import type { allProgrammeMutations } from "../../../src/domain/programmes/index.js";
import type { allStakeholderMutations } from "../../../src/domain/stakeholders/index.js";
import type { viewMutations } from "../../../src/domain/views/index.js";
import type { webhookMutations } from "../../../src/domain/webhooks/index.js";

type KeyOf<Table> = Table extends unknown ? keyof Table & string : never;
type NameIn<Tables extends readonly unknown[]> = KeyOf<Tables[number]>;

/** The names of the schema's mutations, by the tables of test inputs that they belong to. */
export type PlanMutation = NameIn<
  [
    ...typeof allStakeholderMutations,
    ...typeof allProgrammeMutations,
    ...typeof allPlanMutations,
    typeof commentMutations,
    typeof viewMutations,
    typeof webhookMutations,
  ]
>;
export type DeliberationMutation = NameIn<typeof allDeliberationMutations>;
export type AssessmentMutation = NameIn<typeof allAssessmentMutations>;
export type IndicatorMutation = NameIn<
  [
    ...typeof allIndicatorMutations,
    ...typeof allEnterpriseMutations,
    typeof importMutations,
    typeof exportMutations,
  ]
>;
