import {
  countOf,
  Dimension,
  type Fact,
  from,
  type GroupSite,
  Measure,
  type Sql,
  sql,
} from "../../reading/index.js";
import { Area, Programme } from "../programmes/index.js";
import { commonRegionAt, RegionDimensions } from "../regions/index.js";
import { Organisation, Sector } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { contributedTo, isActionOverdue, isOverdue, isPastDue } from "./derived.js";
import { Milestone } from "./milestone.js";
import { visiblePlan } from "./plan-visibility.js";
import { weightedProgress, weightOf } from "./progress.js";

// Dimensions and measures of plans, actions and milestones, outside the cycle of their classes; those of money
// are in `money/added-measures.ts`.

// The organisation that leads an action: rule 11 has the plan's lead where an action has none of its own.

const leads = "its own lead, else its plan's";

Dimension(
  "leader",
  { noun: () => Organisation },
  `The organisation that leads it: ${leads}.`,
  (action) =>
    sql`coalesce(${action.row.column("lead_id")}, ${action.edge("plan").row.column("lead_id")})`,
)(Action);

Dimension(
  "leaderSector",
  { enumeration: () => Sector },
  `The sector of the organisation that leads it: ${leads}.`,
  (action) => {
    const sector = (lead: GroupSite) => lead.edge("lead").row.column("sector");
    return sql`coalesce(${sector(action)}, ${sector(action.edge("plan"))})`;
  },
)(Action);

// Overdue, and actions without a contribution.

const ofOverdue = {
  nullable: false,
  description: "The number of those that are overdue (in Jakarta): see `isOverdue`.",
};

Measure("overdue", "int", ofOverdue, ({ row }) => countOf(isActionOverdue(row)))(Action);

Measure("overdue", "int", ofOverdue, ({ row }) => countOf(isOverdue(row)))(ActionPlan);

Measure("overdue", "int", ofOverdue, ({ row }) => countOf(isPastDue(row)))(Milestone);

Measure(
  "withoutContribution",
  "int",
  {
    nullable: false,
    description:
      "The number of those without a contribution that the viewer sees and that is not withdrawn.",
  },
  ({ row, scope }) => countOf(sql`not ${contributedTo(row, scope)}`),
)(Action);

// Progress by weight (rule 11 of the domain): over the actions, so that the mean of a group of plans is that of
// their actions.

/** A mean from the sums of progress times weight and of weight. */
const meanOf = (progress: Sql, weight: Sql): Sql =>
  sql`round(${progress} / nullif(${weight}, 0), 1)::float8`;

const meanText =
  "The mean progress by weight, 0 to 100 per cent with one decimal; cancelled actions do not count. Null where none counts.";

Measure("meanProgress", "float", { description: meanText }, ({ row, scope }) => {
  const counts = sql`filter (where ${row.column("status")} <> 'CANCELLED')`;
  return meanOf(
    sql`sum(${weightedProgress(row, scope)}) ${counts}`,
    sql`sum(${weightOf(row)}) ${counts}`,
  );
})(Action);

/** The progress of the actions of plans by their weight, and their weight. */
const progressOfPlans: Fact = {
  rows: (found, near, scope) => {
    const action = from(Action, near);
    return sql`select ${action.column("plan_id")} as id,
        sum(${weightedProgress(action, scope)}) as progress, sum(${weightOf(action)}) as weight
      from ${action.source} where ${action.column("plan_id")} in (${found})
        and ${action.column("status")} <> 'CANCELLED' group by ${action.column("plan_id")}`;
  },
};

Measure("meanProgress", "float", { cost: 20, description: meanText }, (plan) => {
  const fact = plan.fact(progressOfPlans);
  return meanOf(sql`sum(${fact.column("progress")})`, sql`sum(${fact.column("weight")})`);
})(ActionPlan);

// The regions of programmes: those of their plans.

/** The codes of the areas of programmes' plans; none for a programme with a nationwide plan. */
const codesOfProgrammes: Fact = {
  rows: (found, near, scope) => {
    const plan = from(ActionPlan, near);
    const area = from(Area, near);
    const part = near.statement.madeRow();
    return sql`select ${plan.column("programme_id")} as id,
        case when bool_and(${part.column("code")} is not null) then array_agg(${part.column("code")}) end as codes
      from ${plan.source} left join ${area.source} on ${area.column("id")} = ${plan.column("area_id")}
        left join lateral unnest(${area.column("region_ids")}) as ${part.name}(code) on true
      where ${plan.column("programme_id")} in (${found}) and ${visiblePlan(scope, plan)}
      group by ${plan.column("programme_id")}`;
  },
};

RegionDimensions("all areas of its plans", (programme, level) =>
  commonRegionAt(programme.fact(codesOfProgrammes).column("codes"), level),
)(Programme);
