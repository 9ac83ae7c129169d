export { Unplannable } from "./compiler.js";
export type { Prepared } from "./plan.js";
export { Planner, type Question } from "./planner.js";
export { anyOfIds, knownOfViewer, planRoot } from "./roots.js";
export { type PlannedAnswer, PlanRunner } from "./runner.js";
