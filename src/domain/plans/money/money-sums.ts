import type { AccessScope } from "../../../access/index.js";
import { from, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Action } from "../action.js";
import { ActionPlan } from "../action-plan.js";
import { ActionPlanStatus, ActionStatus, ContributionStatus } from "../enums.js";
import { narrowedByVisibility } from "../plan-visibility.js";
import { Contribution } from "./contribution.js";
import { FundingStatus } from "./enums.js";
import { Funding } from "./funding.js";
import { Payment } from "./payment.js";
import { sumOfPayments } from "./sums.js";

// The sums of money (rule 12 of the domain). Each is made of flows: a contribution brings its amount; a
// link that counts takes its amount from what the one end gives, and from what the other end keeps. So
// every sum adds up over any grouping, and one pass over the contributions makes all figures.

/** The maximum number of places in one answer. */
const mostPlaces = 1000;

/** The condition that a contribution belongs to what is summed. */
export type Summed = (contribution: RowRef) => Sql;

/** The contributions that count at all: seen by the viewer, and not withdrawn. */
const counts = (contribution: RowRef, scope: AccessScope): Sql =>
  sql`(${contribution.column("status")} <> ${sql.lit(ContributionStatus.WITHDRAWN)}::contribution_status
    and ${narrowedByVisibility(scope, contribution)})`;

/** The rows of one contribution that is summed. */
export interface SummedRows {
  contribution: RowRef;
  plan: RowRef;
}

/** The contributions to sum: a condition on them, and what each of them belongs to. */
export interface Counting {
  summed?: Summed;
  /** What a contribution belongs to, for sums of several wholes at once; a join may find it. */
  whole?(rows: SummedRows): { id: Sql; join?: Sql };
}

/**
 * The contributions that are summed, as rows of `id`, `amount`, `status`, `sector`, `whole`, and `cancelled`:
 * true on a cancelled action and in a cancelled plan.
 */
function countedOf(near: RowRef, scope: AccessScope, { summed, whole }: Counting): Sql {
  const contribution = from(Contribution, near);
  const action = from(Action, near);
  const plan = from(ActionPlan, near);
  const organisation = from(Organisation, near);
  const cancelled = sql`(${action.column("status")} = ${sql.lit(ActionStatus.CANCELLED)}::action_status
    or ${plan.column("status")} = ${sql.lit(ActionPlanStatus.CANCELLED)}::action_plan_status)`;
  const { id: wholeId, join } = whole?.({ contribution, plan }) ?? { id: sql`null::text` };
  return sql`
    select ${contribution.column("id")} as id, ${contribution.column("amount")} as amount,
      ${contribution.column("status")} as status, ${organisation.column("sector")} as sector,
      ${cancelled} as cancelled, ${wholeId} as whole
    from ${contribution.source}
      join ${action.source} on ${action.column("id")} = ${contribution.column("action_id")}
      join ${plan.source} on ${plan.column("id")} = ${contribution.column("plan_id")}
      join ${organisation.source} on ${organisation.column("id")} = ${contribution.column("organisation_id")}
      ${join ?? sql``}
    where ${contribution.column("amount")} is not null
      and ${summed?.(contribution) ?? sql`true`} and ${counts(contribution, scope)}`;
}

/** The columns by which flows are summed. */
const keysOf = (counted: RowRef): Sql =>
  sql.join(["whole", "sector", "cancelled", "status"].map((name) => counted.column(name)));

/** The sums of flows by their keys: Postgres sums the rows of each kind before it puts the kinds together. */
const summedFlows = (counted: RowRef, sums: Sql, joined = sql``): Sql =>
  sql`select ${keysOf(counted)}, ${sums} from ${counted.name} ${joined} group by ${keysOf(counted)}`;

/** The amounts themselves. */
function amountsOf(counted: RowRef): Sql {
  const sum = sql`sum(${counted.column("amount")})`;
  return summedFlows(counted, sql`${sum}, ${sum}, 0`);
}

/** The ends of a link, by its columns: the contribution that passes money on, and the one whose money it is. */
type End = "contribution_id" | "source_id";

/** The links of counted contributions that count: not refused, and with another end that counts. */
function linksOf(counted: RowRef, scope: AccessScope, [own, other]: [End, End]): Sql {
  const link = from(Funding, counted);
  const end = from(Contribution, counted);
  const taken = sql`-sum(${link.column("amount")})`;
  return summedFlows(
    counted,
    own === "contribution_id" ? sql`${taken}, 0, 0` : sql`0, ${taken}, 0`,
    sql`join ${link.source} on ${link.column(own)} = ${counted.column("id")}
      join ${end.source} on ${end.column("id")} = ${link.column(other)}
      where ${link.column("status")} <> ${sql.lit(FundingStatus.REFUSED)}::funding_status and ${counts(end, scope)}`,
  );
}

/** The payments of counted contributions. */
function paymentsOf(counted: RowRef): Sql {
  const payment = from(Payment, counted);
  return summedFlows(
    counted,
    sql`0, 0, ${sumOfPayments(payment)}`,
    sql`join ${payment.source} on ${payment.column("contribution_id")} = ${counted.column("id")}`,
  );
}

/** The rupiah of a column by status, as JSON: numeric sums as text, because a sum may exceed one amount. */
function byStatus(name: string, cancelled: boolean): Sql {
  const sum = (status: Sql) => sql`coalesce(sum(${sql.ref(name)})
    filter (where ${status} and cancelled = ${sql.lit(cancelled)}), 0)::text`;
  const { PLEDGED, COMMITTED, DELIVERED } = ContributionStatus;
  const parts = [PLEDGED, COMMITTED, DELIVERED].map(
    (status) =>
      sql`${sql.lit(status.toLowerCase())}, ${sum(sql`status = ${sql.lit(status)}::contribution_status`)}`,
  );
  return sql`jsonb_build_object(${sql.join(parts)}, 'total', ${sum(sql`true`)})`;
}

/** The members of MoneyFigures, over the summed flows on cancelled actions or on the others. */
const figures = (cancelled: boolean): Sql => sql`
  'given', ${byStatus("given", cancelled)}, 'reached', ${byStatus("reached", cancelled)},
  'paid', coalesce(sum(paid) filter (where cancelled = ${sql.lit(cancelled)}), 0)::text`;

/** The flows of the contributions that are summed, as the WITH of a statement. */
export function flowsOf(
  near: RowRef,
  scope: AccessScope,
  counting: Counting,
): { flows: Sql; given: Sql } {
  const counted = near.statement.madeRow();
  const flows = near.statement.madeRow().name;
  const given = sql`with ${counted.name} as materialized (${countedOf(near, scope, counting)}),
    ${flows} (whole, sector, cancelled, status, given, reached, paid) as (
      ${amountsOf(counted)}
      union all ${linksOf(counted, scope, ["contribution_id", "source_id"])}
      union all ${linksOf(counted, scope, ["source_id", "contribution_id"])}
      union all ${paymentsOf(counted)})`;
  return { flows, given };
}

/** The figures of a group of flows. */
const made = sql`jsonb_build_object(${figures(false)},
  'onCancelled', jsonb_build_object(${figures(true)})) as made`;

/** The figures of the whole, which have no sector, with those of its sectors. */
const withSectors = sql`(array_agg(made) filter (where sector is null))[1] || jsonb_build_object('bySector',
  coalesce(jsonb_agg(made || jsonb_build_object('sector', sector) order by sector)
    filter (where sector is not null), '[]'))`;

/** The totals of the contributions that belong to a whole, as JSON of MoneyTotals. */
export function moneyTotals(near: RowRef, scope: AccessScope, summed: Summed): Sql {
  const { flows, given } = flowsOf(near, scope, { summed });
  return sql`(${given} select ${withSectors} from (
    select sector, ${made} from ${flows} group by grouping sets ((), (sector))) as part)`;
}

/** The totals of each place of plans, by place, as JSON of [RegionMoney]: one pass over all of them. */
export function moneyByPlace(near: RowRef, scope: AccessScope, places: Sql): Sql {
  const placed = near.statement.madeRow();
  const { flows, given } = flowsOf(near, scope, {
    whole: ({ plan }) => ({
      id: placed.column("place"),
      join: sql`join (${places}) as ${placed.name} on ${placed.column("plan_id")} = ${plan.column("id")}`,
    }),
  });
  return sql`(${given}
    select coalesce(jsonb_agg(jsonb_build_object('region', whole, 'money', money) order by whole), '[]')
    from (select whole, ${withSectors} as money from (
        select whole, sector, ${made} from ${flows} group by grouping sets ((whole), (whole, sector))) as part
      group by whole order by whole limit ${sql.lit(mostPlaces)}) as placed)`;
}

/** The own money of an action's or a plan's contributions of one status; none on cancelled actions. */
export function givenOf(
  row: RowRef,
  scope: AccessScope,
  { column, status }: { column: "action_id" | "plan_id"; status: ContributionStatus },
): Sql {
  const counted = row.statement.madeRow();
  const flow = row.statement.madeRow();
  const summed: Summed = (contribution) =>
    sql`${contribution.column(column)} = ${row.column("id")}
      and ${contribution.column("status")} = ${sql.lit(status)}::contribution_status`;
  return sql`(with ${counted.name} as materialized (${countedOf(row, scope, { summed })})
    select coalesce(sum(${flow.column("given")}) filter (where not ${flow.column("cancelled")}), 0)
    from (${amountsOf(counted)}
      union all ${linksOf(counted, scope, ["contribution_id", "source_id"])})
      as ${flow.name} (whole, sector, cancelled, status, given, reached, paid))`;
}
