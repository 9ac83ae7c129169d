import { countOf, Measure, sql } from "../../reading/index.js";
import { Outcome } from "./outcomes/outcome.js";
import { adoptedAction, overdueOutcome, superseded } from "./outcomes/outcome-derived.js";

// Measures of outcomes: what was agreed and not done.

Measure(
  "agreedWithoutAction",
  "int",
  {
    nullable: false,
    description:
      "The number of those that are AGREED, not superseded, and from which no action results that the viewer sees and that is not cancelled.",
  },
  ({ row, scope }) =>
    countOf(sql`${row.column("status")} = 'AGREED' and not exists (${adoptedAction(row, scope)})
      and not ${superseded(row, scope)}`),
)(Outcome);

Measure(
  "overdue",
  "int",
  {
    nullable: false,
    description: "The number of those that are overdue (in Jakarta): see `isOverdue`.",
  },
  ({ row, scope }) => countOf(overdueOutcome(row, scope)),
)(Outcome);
