import type { AccessScope } from "../../access/index.js";
import {
  anyOf,
  exists,
  from,
  isAmong,
  type RowRef,
  rowOf,
  type Shown,
  type Sql,
  seenThroughout,
  sql,
} from "../../reading/index.js";
import type { Work } from "../common/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { ActionStatus } from "./enums.js";
import { acceptedLeadOf } from "./invited.js";
import { involvedInPlan } from "./plan-visibility.js";
import { isPastProgress } from "./progress-history.js";
import { ProgressUpdate } from "./progress-update.js";

// Progress is its lead's word (rule 11 of the domain), in one place: what counts, for values, filters,
// orders, means and the first of two voices. Public reports are as visible as their action whatever becomes
// of the plan: what follows from them alone is stored, and its changes are in the history. In a plan that is
// not public, reports for the plan's own audience count too. They are in no column and no history, so that
// nothing of them is left where the plan is opened later (ADR 0051).

/** The organisation whose reports move an action: its own lead if that has accepted, else its plan's likewise. */
function leadOf(action: RowRef): Sql {
  const plan = from(ActionPlan, action);
  const accepted = (row: RowRef) =>
    sql`case when ${row.column("lead_status")} = 'ACCEPTED' then ${row.column("lead_id")} end`;
  return sql`coalesce(${accepted(action)}, (select ${accepted(plan)}
    from ${plan.source} where ${plan.column("id")} = ${action.column("plan_id")}))`;
}

/** The reports of an action's lead that meet a condition, the one that counts first, as an order. */
const latestFirst = (report: RowRef): Sql =>
  sql`${report.column("counts_from")} desc, ${report.column("reported_at")} desc, ${report.column("id")} desc`;

/** The condition that a report is as visible as its action: nobody who sees the action's plan lacks it. */
function asVisible(report: RowRef, scope: AccessScope): Sql {
  return seenThroughout(scope, report, asVisibleThen);
}

function asVisibleThen(scope: AccessScope, report: RowRef): Sql {
  const visibility = report.column("visibility");
  const isPublic = sql`${visibility} = 'PUBLIC'`;
  if (scope.organisations.length === 0) return isPublic;
  const by = report.column("organisation_id");
  const isForParticipants = sql`${visibility} = 'PARTICIPANTS'`;
  // An organisation that is only invited sees the plan and not these: it has them in no figure either.
  const forItsAudience = exists(
    ActionPlan,
    report,
    (plan) => sql`${plan.column("id")} = ${report.column("plan_id")}
      and case ${plan.column("visibility")} when 'PARTICIPANTS' then ${isForParticipants}
        when 'ORGANISATION' then ${isForParticipants} or ${by} = ${plan.column("lead_id")} else false end
      and (${isAmong(by, scope.organisations, "uuid")}
        or (${isForParticipants} and ${involvedInPlan(scope, plan)}))`,
  );
  return anyOf([isPublic, forItsAudience]);
}

/** The report that counts for an action, as a relation with `progress` and `at`: at most one row. */
export function leadReport(action: RowRef, scope: AccessScope): Sql {
  const report = from(ProgressUpdate, action);
  return sql`
  select ${report.column("progress")} as progress, ${report.column("reported_at")} as at
  from ${report.source}
  where ${report.column("action_id")} = ${action.column("id")}
    and ${report.column("organisation_id")} = ${leadOf(action)} and ${asVisible(report, scope)}
  order by ${latestFirst(report)} limit 1`;
}

/**
 * An action's progress. For a visitor it is what is stored: every plan that they see is public. As of an
 * earlier position it is made of the reports of then, as the ledger's own numbers may come from a report
 * that the viewer does not see.
 */
export function progressOf(action: RowRef, scope: AccessScope): Sql {
  const stored = action.column("progress");
  if (action.statement.past) {
    return sql`case when ${action.column("status")} = 'COMPLETED' then 100
      else coalesce((select report.progress from (${leadReport(action, scope)}) as report), 0) end`;
  }
  if (scope.organisations.length === 0) return stored;
  const plan = from(ActionPlan, action);
  const isPublic = sql`(select ${plan.column("visibility")} from ${plan.source}
    where ${plan.column("id")} = ${action.column("plan_id")}) = 'PUBLIC'`;
  return sql`case when ${action.column("status")} = 'COMPLETED' or ${isPublic} then ${stored}
    else coalesce((select report.progress from (${leadReport(action, scope)}) as report), 0) end`;
}

/** The same as what a column shows. */
export const shownProgress: Shown = {
  value: (action, scope) => progressOf(action, scope),
  columns: ["id", "plan_id", "status", "lead_id", "lead_status", "progress"],
  past: (value, action, scope) => isPastProgress(value, action, scope),
};

/** An action's weight in a mean: a decimal number, so that a sum is the same in any order. */
export const weightOf = (action: RowRef): Sql => sql`${action.column("weight")}::numeric`;

/** An action's progress times its weight. */
export const weightedProgress = (action: RowRef, scope: AccessScope): Sql =>
  sql`${progressOf(action, scope)} * ${weightOf(action)}`;

/** The mean progress of a plan's actions by weight, cancelled ones left out; null where none is left. */
export function meanProgress(plan: RowRef, scope: AccessScope): Sql {
  const action = from(Action, plan);
  return sql`(select round(sum(${weightedProgress(action, scope)}) / sum(${weightOf(action)}))::int
    from ${action.source} where ${action.column("plan_id")} = ${plan.column("id")}
      and ${action.column("status")} <> 'CANCELLED')`;
}

/** Locks an action before it is read: a report and a change of its lead or status wait for one another. */
export const lockAction = (work: Work, id: string): Promise<void> =>
  work.lock(sql`select 1 from action where id = ${id} for update`);

/** Sets what is stored of an action's progress, after a change of its lead, its status or its reports. */
export async function setProgress(
  work: Work,
  action: Action,
  made?: ProgressUpdate,
): Promise<void> {
  const lead = acceptedLeadOf(action)?.id;
  if (action.status === ActionStatus.COMPLETED) action.progress = 100;
  else action.progress = lead ? await lastPublic(work, action, lead, made) : 0;
}

/** The same for the actions of a plan that it leads, after a change of its lead. */
export async function setProgressOfPlan(work: Work, plan: ActionPlan): Promise<void> {
  const { em } = work;
  await sql`select 1 from action where plan_id = ${plan.id} order by id for update`.execute(
    em.getKysely(),
  );
  const actions = await em.find(Action, { plan: plan.id }, { populate: ["plan"] });
  for (const action of actions) await setProgress(work, action);
}

/** The progress in an organisation's last public report on an action, with one that is not yet written. */
async function lastPublic(
  { em }: Work,
  { id }: Action,
  organisation: string,
  made: ProgressUpdate | undefined,
): Promise<number> {
  const report = rowOf(ProgressUpdate);
  const since = made?.countsFrom.toISOString() ?? null;
  const { rows } = await sql<{ progress: number; isLater: boolean }>`
    select ${report.column("progress")} as progress, ${report.column("counts_from")} > ${since} as "isLater"
    from ${report.source} where ${report.column("action_id")} = ${id}
      and ${report.column("organisation_id")} = ${organisation} and ${report.column("visibility")} = 'PUBLIC'
    order by ${latestFirst(report)} limit 1`.execute(em.getKysely());
  const last = rows[0];
  const counts = made?.organisation.id === organisation && made.visibility === "PUBLIC";
  if (counts && !last?.isLater) return made.progress;
  return last?.progress ?? 0;
}
