import type { UseCaseTable } from "../common/index.js";
import { answerMutations } from "./answers/answer-mutations.js";
import { assessmentMutations } from "./assessment-mutations.js";
import { correctionMutations } from "./correction-mutations.js";
import { evidenceMutations } from "./evidence/evidence-mutations.js";
import { actionFindingMutations } from "./findings/action-finding-mutations.js";
import { findingMutations } from "./findings/finding-mutations.js";
import { instrumentMutations } from "./instruments/instrument-mutations.js";
import { recordMutations } from "./record-mutations.js";
import { reviewMutations } from "./reviews/review-mutations.js";

/** The mutations on instruments, assessments, reviews, findings and evidence. */
export const allAssessmentMutations = [
  instrumentMutations,
  assessmentMutations,
  answerMutations,
  correctionMutations,
  recordMutations,
  reviewMutations,
  findingMutations,
  actionFindingMutations,
  evidenceMutations,
] as const satisfies readonly UseCaseTable[];
