import type { UseCaseTable } from "../common/index.js";
import { indicatorMutations } from "./indicator-mutations.js";
import { measurementAnswers } from "./measurement-answers.js";
import { measurementMutations } from "./measurement-mutations.js";
import { targetMutations } from "./target-mutations.js";

/** The mutations on indicators, targets and measurements. */
export const allIndicatorMutations = [
  indicatorMutations,
  targetMutations,
  measurementMutations,
  measurementAnswers,
] as const satisfies readonly UseCaseTable[];
