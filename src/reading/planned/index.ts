export { Unplannable } from "./compiler.js";
export { foundPage } from "./found-page.js";
export type { Prepared } from "./plan.js";
export { Planner, type PlanRequest } from "./planner.js";
export { anyOfIds, computedRoot, type EntityOf, knownOfViewer, PlannedRoot } from "./roots.js";
export { prepareRows } from "./row-plan.js";
export { type RowBounds, RowRead } from "./row-read.js";
export type { PastMoment } from "./run.js";
export { type PlannedAnswer, PlanRunner } from "./runner.js";
