import { Connection, from, type Join, Listing, sql } from "../../reading/index.js";
import { Measurement } from "../indicators/index.js";
import { Action, ActionPlan, visiblePlan } from "../plans/index.js";
import { Area } from "../programmes/index.js";
import { Assessment } from "./assessment.js";
import { Finding } from "./findings/finding.js";
import { Instrument } from "./instruments/instrument.js";

// Fields that this group adds to nouns of groups below it, which know nothing of it: imports point one way.

Connection(() => Assessment, {
  // Those who work on an assessment may not see its plan, nor then where the plan is.
  by: (area, assessment, scope) => {
    const plan = from(ActionPlan, assessment);
    return sql`(${assessment.column("area_id")} = ${area} or ${assessment.column("plan_id")} = any(array(
      select ${plan.column("id")} from ${plan.source}
      where ${plan.column("area_id")} = ${area} and ${visiblePlan(scope, plan)})))`;
  },
  singular: "assessment",
  description: "The assessments of it and of its plans, of those that the viewer may see.",
})(Area.prototype, "assessments");

Connection(() => Assessment, {
  by: "plan",
  singular: "assessment",
  description: "The assessments of it.",
})(ActionPlan.prototype, "assessments");

Connection(() => Assessment, {
  by: "instrument",
  description: "The assessments that answer it.",
})(Instrument.prototype, "assessments");

/**
 * The condition that a finding names a row in a list of ids. The index is read for each such row: as a
 * join, Postgres would compare every finding with every measurement in a filter for those that have one.
 */
const naming =
  (ids: "action_ids" | "measurement_ids"): Join =>
  (id, finding) => {
    const named = from(Finding, finding);
    return sql`${finding.column("id")} = any(array(select ${named.column("id")} from ${named.source}
      where ${named.column(ids)} @> array[${id}]::uuid[]))`;
  };

// The ways back from an action and from a measurement to what was found (rule 2 of the domain).
Listing(() => Finding, {
  by: naming("action_ids"),
  singular: "finding",
  description: "What universities found that bears on it, the published and those at hand.",
})(Action.prototype, "findings");

Listing(() => Finding, {
  by: naming("measurement_ids"),
  singular: "finding",
  description: "What universities found that rests on it, the published and those at hand.",
})(Measurement.prototype, "findings");
