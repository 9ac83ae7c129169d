import { Connection, from, type Join, Listing, sql } from "../../reading/index.js";
import { Measurement } from "../indicators/index.js";
import { Action, ActionPlan, visiblePlan } from "../plans/index.js";
import { Area } from "../programmes/index.js";
import { Assessment } from "./assessment.js";
import { Finding } from "./findings/finding.js";
import { Instrument } from "./instruments/instrument.js";

// Fields that this group adds to nouns of lower groups. Those groups do not import this one, as imports
// point down only.

Connection(() => Assessment, {
  // A viewer at work on an assessment may be unable to see its plan, and so must not learn its area.
  by: (area, assessment, scope) => {
    const plan = from(ActionPlan, assessment);
    return sql`(${assessment.column("area_id")} = ${area} or ${assessment.column("plan_id")} = any(array(
      select ${plan.column("id")} from ${plan.source}
      where ${plan.column("area_id")} = ${area} and ${visiblePlan(scope, plan)})))`;
  },
  singular: "assessment",
  description: "The assessments of the area and of its plans, if the viewer may see the plan.",
})(Area.prototype, "assessments");

Connection(() => Assessment, {
  by: "plan",
  singular: "assessment",
  description: "The assessments of the plan.",
})(ActionPlan.prototype, "assessments");

Connection(() => Assessment, {
  by: "instrument",
  description: "The assessments that answer this edition.",
})(Instrument.prototype, "assessments");

/**
 * The condition that a finding names a row in a list of ids. The array makes Postgres read the index for
 * each row. With a join, a filter would compare every finding with every measurement.
 */
const naming =
  (ids: "action_ids" | "measurement_ids"): Join =>
  (id, finding) => {
    const named = from(Finding, finding);
    return sql`${finding.column("id")} = any(array(select ${named.column("id")} from ${named.source}
      where ${named.column(ids)} @> array[${id}]::uuid[]))`;
  };

// The trace back from an action and from a measurement to findings (rule 2 of the domain).
Listing(() => Finding, {
  by: naming("action_ids"),
  singular: "finding",
  description:
    "The findings of universities about the action: published ones, and those that the viewer works on.",
})(Action.prototype, "findings");

Listing(() => Finding, {
  by: naming("measurement_ids"),
  singular: "finding",
  description:
    "The findings of universities that are based on the measurement: published ones, and those that the viewer works on.",
})(Measurement.prototype, "findings");
