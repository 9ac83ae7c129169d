import { sql } from "../../reading/index.js";
import { refused, type Work } from "../common/index.js";
import type { Action } from "./action.js";
import type { ActionPlan } from "./action-plan.js";
import { ActionPlanStatus, ActionStatus } from "./enums.js";

// What is completed or cancelled takes nothing new (domain, "Lifecycles"): no action, report, contribution,
// milestone or participant. What it has can be corrected, and answered.

const closedPlans: readonly ActionPlanStatus[] = [
  ActionPlanStatus.COMPLETED,
  ActionPlanStatus.CANCELLED,
];

/**
 * Waits for a change of the plan's status that is under way, and lets none begin before the transaction ends:
 * to be called before the plan is read.
 */
export const holdPlan = (work: Work, id: string): Promise<void> =>
  work.lock(sql`select 1 from action_plan where id = ${id} for share`);

/** The same for an action and its plan. */
export const holdAction = (work: Work, id: string): Promise<void> =>
  work.lock(
    sql`select 1 from action join action_plan on action_plan.id = action.plan_id where action.id = ${id} for share`,
  );

/** The plan's row for a change of its status: it waits for what is being added to the plan. */
export const lockPlan = (work: Work, id: string): Promise<void> =>
  work.lock(sql`select 1 from action_plan where id = ${id} for no key update`);

/** Passes for a plan that takes something new; `what` is it as a stable word, for example ACTION. */
export function checkPlanTakes({ status }: ActionPlan, what: string, path: string): void {
  if (!closedPlans.includes(status)) return;
  throw refused({
    from: status,
    to: what,
    reason: "PLAN_CLOSED",
    text: {
      en: `The plan is ${status}. It takes nothing new.`,
      id: `Rencana berstatus ${status}. Tidak ada yang dapat ditambahkan.`,
    },
    path,
  });
}

/** Passes for an action, with its plan loaded, that takes something new: a cancelled one takes nothing. */
export function checkActionTakes({ status, plan }: Action, what: string, path: string): void {
  checkPlanTakes(plan as ActionPlan, what, path);
  if (status !== ActionStatus.CANCELLED) return;
  throw refused({
    from: status,
    to: what,
    reason: "ACTION_CANCELLED",
    text: {
      en: "The action is CANCELLED. It takes nothing new.",
      id: "Kegiatan berstatus CANCELLED. Tidak ada yang dapat ditambahkan.",
    },
    path,
  });
}
