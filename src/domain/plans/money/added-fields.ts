import type { AccessScope } from "../../../access/index.js";
import { type Class, Derived, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Area, Programme } from "../../programmes/index.js";
import { Region } from "../../regions/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Action } from "../action.js";
import { ActionPlan } from "../action-plan.js";
import { moneyTotals, type Summed } from "./money-sums.js";
import { MoneyTotals } from "./totals.js";
import { givenBy, inPlansAcross, inPlansWithin, ofArea, ofProgrammes, partsOf } from "./wholes.js";

// Totals of money on every level, outside the cycle of the plans' classes and on nouns of lower groups.

/** The costs of totals: of one action or plan, and of a whole with any number of plans. */
const costs = { one: 5, many: 100 } as const;

/** Adds a field with the totals of the contributions that belong to a row. */
function addTotals(
  target: Class,
  name: string,
  {
    description,
    cost,
    summed,
  }: { description: string; cost: number; summed: (row: RowRef) => Summed },
): void {
  const compute = (row: RowRef, scope: AccessScope): Sql => moneyTotals(row, scope, summed(row));
  Derived("json", { type: () => MoneyTotals, description, cost }, compute)(target.prototype, name);
}

/** The contributions whose column holds the row's id. */
const byColumn =
  (column: string) =>
  (row: RowRef): Summed =>
  (contribution) =>
    sql`${contribution.column(column)} = ${row.column("id")}`;

addTotals(Action, "money", {
  description:
    "Totals of the contributions to it. Of a cancelled action, and in a cancelled plan, all of it is in `onCancelled`.",
  cost: costs.one,
  summed: byColumn("action_id"),
});

addTotals(ActionPlan, "money", {
  description:
    "Totals of the contributions to its actions. Of a cancelled plan all of it is in `onCancelled`.",
  cost: costs.one,
  summed: byColumn("plan_id"),
});

addTotals(Programme, "money", {
  description:
    "Totals of the contributions to the actions of its own plans, without those of the programmes that are part of it. The totals of all programmes add up to the totals of all.",
  cost: costs.many,
  summed: (row) => ofProgrammes(sql`select ${row.column("id")}`),
});

addTotals(Programme, "moneyWithParts", {
  description: "The same with the plans of the programmes that are part of it, at every depth.",
  cost: costs.many,
  summed: (row) => ofProgrammes(partsOf(Programme, row)),
});

addTotals(Organisation, "money", {
  description:
    "Totals of the contributions that it gives itself, without those of its parts. `given` is its own money, `reached` what it did not leave to others to pass on. The totals of all organisations add up to the totals of all.",
  cost: costs.many,
  summed: byColumn("organisation_id"),
});

addTotals(Organisation, "moneyWithParts", {
  description: "The same with the organisations that are part of it, at every depth.",
  cost: costs.many,
  summed: (row) => givenBy(partsOf(Organisation, row)),
});

addTotals(Area, "money", {
  description: "Totals of the contributions to the actions of the plans for it.",
  cost: costs.many,
  summed: ofArea,
});

addTotals(Region, "money", {
  description:
    "Totals of the contributions to the actions of plans whose area lies wholly in it. A plan whose area crosses its border, or without an area, is in none of its figures. It is the sum of the `money` of its `children` and of `moneyAcross`.",
  cost: costs.many,
  summed: inPlansWithin,
});

addTotals(Region, "moneyAcross", {
  description:
    "The part of `money` of plans whose area lies in no single one of its `children`: it crosses their borders, or names the whole region.",
  cost: costs.many,
  summed: inPlansAcross,
});
