export { Unplannable } from "./compiler.js";
export { Planner, type Prepared, type Question } from "./planner.js";
export { anyOfIds, known, planRoot } from "./roots.js";
export { type PlannedAnswer, PlanRunner } from "./runner.js";
