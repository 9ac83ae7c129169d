import type { PlanBoardQuery } from "../../generated/graphql.js";

/** A plan with all that its page shows at first. */
export type ShownPlan = NonNullable<PlanBoardQuery["actionPlan"]>;
