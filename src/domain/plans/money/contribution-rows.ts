import type { KeptLines } from "../../../ledger/index.js";
import { timeZone } from "../../../platform/jakarta.js";
import { rowOf, type Sql, sql } from "../../../reading/index.js";
import { refused, type Work } from "../../common/index.js";
import { holdAction } from "../closed.js";
import { ActionStatus } from "../enums.js";
import type { Contribution } from "./contribution.js";
import { Payment } from "./payment.js";
import { sumOfPayments } from "./sums.js";

// The locks of contributions. The use cases that lean on the amount, the status, the payments or the links of
// a contribution lock its row first, several in the order of their ids: two at once never exceed an amount
// together, and none waits for another in a circle.

const lockWhere = (work: Work, condition: Sql): Promise<void> =>
  work.lock(sql`select 1 from contribution where ${condition} order by id for no key update`);

/** Locks the contributions with these ids. */
export const lockContributions = (work: Work, ids: readonly string[]): Promise<void> =>
  lockWhere(work, sql`id = any(${ids.map((id) => id.toLowerCase())}::uuid[])`);

/** Locks one contribution. */
export const lockContribution = (work: Work, id: string): Promise<void> =>
  lockContributions(work, [id]);

/** Locks both ends of the link with an id. */
export const lockEnds = (work: Work, id: string): Promise<void> =>
  lockWhere(
    work,
    sql`id in (select unnest(array[contribution_id, source_id]) from funding where id = ${id})`,
  );

/** Locks the contribution of the payment with an id. */
export const lockPaid = (work: Work, id: string): Promise<void> =>
  lockWhere(work, sql`id = (select contribution_id from payment where id = ${id})`);

/** The rupiah paid of a contribution: its payments without those that were reversed. */
export async function paidFor({ em }: Work, { id }: Contribution): Promise<bigint> {
  const payment = rowOf(Payment);
  const sum = sql<{ paid: string }>`
    select coalesce(${sumOfPayments(payment)}, 0)::text as paid
    from ${payment.source} where ${payment.column("contribution_id")} = ${id}`;
  const { rows } = await sum.execute(em.getKysely());
  return BigInt(rows[0]?.paid ?? 0);
}

/** The action and the plan of a contribution. */
interface Placed {
  action: { id: string };
  plan: { id: string };
}

/** What is cancelled of a contribution's action and plan; undefined if neither is. */
export async function cancelledOf(
  work: Work,
  { action }: Placed,
): Promise<keyof Placed | undefined> {
  await holdAction(work, action.id);
  const statuses = sql<Record<keyof Placed, string>>`
    select a.status as action, p.status as plan from action a join action_plan p on p.id = a.plan_id
    where a.id = ${action.id}`;
  const [found] = (await statuses.execute(work.em.getKysely())).rows;
  return (["action", "plan"] as const).find((what) => found?.[what] === ActionStatus.CANCELLED);
}

/** The lines that say when something was cancelled. */
export const linesOfCancellations: KeptLines = {
  lines: sql`entity in ('Action', 'ActionPlan') and diff #>> '{status,after}' = 'CANCELLED'`,
  fields: ["status"],
};

/** The day in Jakarta on which the action or the plan was cancelled, by the ledger: the earlier of both. */
export async function cancelledOn(
  { em }: Work,
  { action, plan }: Placed,
): Promise<string | undefined> {
  const days = sql<{ day: string | null }>`
    select min((at at time zone ${timeZone})::date)::text as day from change_known
    where entity_id in (${action.id}, ${plan.id})
      and diff #>> '{status,after}' = ${ActionStatus.CANCELLED}`;
  const { rows } = await days.execute(em.getKysely());
  return rows[0]?.day ?? undefined;
}

/** Refuses something new on a cancelled action or in a cancelled plan (rule 12). */
export async function refuseOnCancelled(
  work: Work,
  placed: Placed,
  { to, path }: { to: string; path: string },
): Promise<void> {
  const cancelled = await cancelledOf(work, placed);
  if (cancelled) throw onCancelled(cancelled, to, path);
}

/** The error of something new on a cancelled action or in a cancelled plan. */
export function onCancelled(what: keyof Placed, to: string, path: string) {
  const is = { action: "kegiatan", plan: "rencana" }[what];
  const text = {
    en: `The ${what} is CANCELLED: it takes nothing new. What stands on it can be corrected, reversed or withdrawn.`,
    id: `Status ${is} ini CANCELLED: tidak ada yang baru. Yang sudah tercatat dapat dikoreksi, dibalik, atau ditarik.`,
  };
  return refused({
    from: ActionStatus.CANCELLED,
    to,
    reason: `${what.toUpperCase()}_CANCELLED`,
    text,
    path,
  });
}
