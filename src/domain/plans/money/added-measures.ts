import { type Class, Measure, ObjectMeasure, sql } from "../../../reading/index.js";
import { Area, Programme } from "../../programmes/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Action } from "../action.js";
import { ActionPlan } from "../action-plan.js";
import { Contribution } from "./contribution.js";
import { moneyFact, moneyParts, paidOfGroup, totalOf } from "./money-facts.js";
import type { SummedRows } from "./money-sums.js";
import { Payment } from "./payment.js";
import { sumOfPayments } from "./sums.js";
import { GroupMoney } from "./totals.js";

// Measures of money over groups, outside the cycle of the plans' classes and on nouns of lower groups. They add
// up: the sum over groups is the whole, and the whole of all is what the root field `money` gives.

/** A part of a document's cost: one pass over the contributions. */
const cost = 100;

const notCancelled = "Contributions on cancelled actions are left out: see `money`.";

/** Adds the measures of money to a noun: `whole` is the id of the row to which a contribution belongs. */
function addMoney(target: Class, of: string, whole: Parameters<typeof moneyFact>[0]): void {
  const fact = moneyFact(whole);
  ObjectMeasure(
    "money",
    () => GroupMoney,
    { cost, description: `Totals of ${of}, each rupiah counted once (rule 12).` },
    (site) => moneyParts(site, fact),
  )(target);
  Measure(
    "given",
    "moneySum",
    { cost, nullable: false, description: `\`money.given.total\`, to order by. ${notCancelled}` },
    (site) => totalOf(site.fact(fact), "given"),
  )(target);
  Measure(
    "reached",
    "moneySum",
    { cost, nullable: false, description: `\`money.reached.total\`, to order by. ${notCancelled}` },
    (site) => totalOf(site.fact(fact), "reached"),
  )(target);
  Measure(
    "paid",
    "moneySum",
    { cost, nullable: false, description: `\`money.paid\`, to order by. ${notCancelled}` },
    (site) => paidOfGroup(site.fact(fact)),
  )(target);
}

const by =
  (column: string) =>
  ({ contribution }: SummedRows) =>
    contribution.column(column);

addMoney(Action, "the contributions to the actions", by("action_id"));
addMoney(ActionPlan, "the contributions to the plans' actions", by("plan_id"));
addMoney(Programme, "the contributions to the actions of the programmes' own plans", ({ plan }) =>
  plan.column("programme_id"),
);
addMoney(Area, "the contributions to the actions of the plans for the areas", ({ plan }) =>
  plan.column("area_id"),
);
addMoney(
  Organisation,
  "the contributions that the organisations give themselves",
  by("organisation_id"),
);
addMoney(Contribution, "the contributions", by("id"));

Measure(
  "quantity",
  "float",
  {
    description:
      "The sum of the quantities, withdrawn contributions left out; null where the group has several units: group by `unit`.",
  },
  ({ row }) => {
    const [unit, quantity] = [row.column("unit"), row.column("quantity")];
    const counts = sql`${quantity} is not null and ${row.column("status")} <> 'WITHDRAWN'`;
    return sql`case when count(distinct coalesce(${unit}, '')) filter (where ${counts}) = 1
      then (sum(${quantity}::numeric) filter (where ${counts}))::float8 end`;
  },
)(Contribution);

Measure(
  "paid",
  "moneySum",
  {
    nullable: false,
    description:
      "The payments less their reversals, also of contributions on cancelled actions. Each payment of a chain counts. Realisasi.",
  },
  ({ row }) => sql`coalesce(${sumOfPayments(row)}, 0)`,
)(Payment);
