import type { UseCaseTable } from "../common/index.js";
import { areaMutations } from "./area-mutations.js";
import { programmeMutations } from "./programme-mutations.js";

/** The mutations on programmes and areas. */
export const allProgrammeMutations = [
  programmeMutations,
  areaMutations,
] as const satisfies readonly UseCaseTable[];
