import type { AccessScope } from "../../access/index.js";
import { anyOf, from, isAmong, type RowRef, type Sql, sql } from "../../reading/index.js";
import { followsPlan, involvedByPlan } from "../plans/index.js";
import { Programme } from "../programmes/index.js";
import { Indicator } from "./indicator.js";

/** The measurements that the viewer can see: those of an action follow the action's plan. */
export function visibleMeasurement(scope: AccessScope, measurement: RowRef): Sql {
  return sql`(${measurement.column("plan_id")} is null or ${followsPlan(scope, measurement)})`;
}

/**
 * The condition that the viewer is a member of the indicator's owner, or coordinates the
 * indicator's programme.
 */
function ownsIndicator(scope: AccessScope, measurement: RowRef): Sql {
  const indicator = from(Indicator, measurement);
  const programme = from(Programme, measurement);
  const owns = anyOf([
    isAmong(indicator.column("owner_id"), scope.organisations, "uuid"),
    isAmong(programme.column("owner_id"), scope.coordinates, "uuid"),
  ]);
  return sql`exists (select 1 from ${indicator.source} left join ${programme.source}
      on ${programme.column("id")} = ${indicator.column("programme_id")}
    where ${indicator.column("id")} = ${measurement.column("indicator_id")} and ${owns})`;
}

/**
 * The condition that the viewer is a participant of a measurement (rule 6 of the domain): a member of the
 * organisation that recorded it or that owns the indicator, a coordinator of the owner of the indicator's
 * programme, or involved in the measurement's plan. A measurement that no organisation recorded is the
 * platform operator's.
 */
export function participatesIn(scope: AccessScope, measurement: RowRef): Sql {
  const organisation = measurement.column("organisation_id");
  const conditions = scope.operator ? [sql`${organisation} is null`] : [];
  if (scope.organisations.length > 0) {
    conditions.push(
      isAmong(organisation, scope.organisations, "uuid"),
      ownsIndicator(scope, measurement),
      involvedByPlan(scope, measurement),
    );
  }
  return anyOf(conditions);
}
