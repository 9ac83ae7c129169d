import type { AccessScope } from "../../access/index.js";
import {
  anyOf,
  exists,
  holdsThroughout,
  isAmong,
  type RowRef,
  type Sql,
  seenThroughout,
  sql,
} from "../../reading/index.js";
import { followsPlan, involvedByPlan } from "../plans/index.js";
import { Area, coordinatesProgramme } from "../programmes/index.js";
import { MeasurementStatus } from "./enums.js";
import { Indicator } from "./indicator.js";

const isAcceptedFigure = (measurement: RowRef): Sql =>
  sql`${measurement.column("status")} = ${sql.lit(MeasurementStatus.ACCEPTED)}`;

/** The measurements of an action follow the action's plan. */
const followed = (scope: AccessScope, measurement: RowRef): Sql =>
  sql`(${measurement.column("plan_id")} is null or ${followsPlan(scope, measurement)})`;

/**
 * The conditions that the viewer is a member of the organisation that recorded the measurement, or one of the
 * indicator's own, who answer it: also where its plan is hidden from them.
 */
function ownConditions(scope: AccessScope, measurement: RowRef): Sql[] {
  const organisation = measurement.column("organisation_id");
  const isMember = scope.organisations.length > 0;
  return [
    ...(scope.operator ? [sql`${organisation} is null`] : []),
    ...(isMember ? [isAmong(organisation, scope.organisations, "uuid")] : []),
    ...(scope.operator || isMember ? [ofOwnIndicator(scope, measurement)] : []),
  ];
}

/** The measurements that count for the viewer (rule 13 of the domain): accepted ones that they see. */
export const countedMeasurement = (scope: AccessScope, measurement: RowRef): Sql =>
  seenThroughout(
    scope,
    measurement,
    (_, row) => sql`(${isAcceptedFigure(row)}
    and ${anyOf([followed(scope, row), ...ownConditions(scope, row)])})`,
  );

/**
 * The measurements that the viewer can see: accepted ones, of an action those whose plan they see; and all of
 * their own, or of their own indicators.
 */
export const visibleMeasurement = (scope: AccessScope, measurement: RowRef): Sql =>
  seenThroughout(scope, measurement, (_, row) =>
    anyOf([
      sql`(${isAcceptedFigure(row)} and ${followed(scope, row)})`,
      ...ownConditions(scope, row),
    ]),
  );

/** The condition that the viewer is one of the measurement's indicator's own. */
const ofOwnIndicator = (scope: AccessScope, measurement: RowRef): Sql =>
  exists(
    Indicator,
    measurement,
    (indicator) => sql`${indicator.column("id")} = ${measurement.column("indicator_id")}
      and ${participatesInTotals(scope, indicator)}`,
  );

/** The condition that the viewer is a member of an indicator's owner, or coordinates its programme. */
function isOwnIndicator(scope: AccessScope, indicator: RowRef): Sql {
  return anyOf([
    isAmong(indicator.column("owner_id"), scope.organisations, "uuid"),
    coordinatesProgramme(scope, indicator),
  ]);
}

/**
 * The condition that the viewer is a participant of an indicator's totals: as one of its own, or as the
 * platform's operator for an indicator without an owner.
 */
export function participatesInTotals(scope: AccessScope, indicator: RowRef): Sql {
  return holdsThroughout(scope, indicator, participatesInTotalsThen);
}

function participatesInTotalsThen(scope: AccessScope, indicator: RowRef): Sql {
  const own = scope.organisations.length > 0 ? [isOwnIndicator(scope, indicator)] : [];
  const platform = scope.operator ? [sql`${indicator.column("owner_id")} is null`] : [];
  return anyOf([...own, ...platform]);
}

/**
 * The condition that the viewer is a member of the measurement's indicator's owner, or coordinates
 * the indicator's programme.
 */
function ownsIndicator(scope: AccessScope, measurement: RowRef): Sql {
  return exists(
    Indicator,
    measurement,
    (indicator) => sql`${indicator.column("id")} = ${measurement.column("indicator_id")}
      and ${isOwnIndicator(scope, indicator)}`,
  );
}

/**
 * The condition that the viewer is a participant of a measurement (rule 6 of the domain): a member of the
 * organisation that recorded it or that owns the indicator, a coordinator of the owner of the indicator's
 * programme, or involved in the measurement's plan. A measurement that no organisation recorded is the
 * platform operator's.
 */
export function participatesIn(scope: AccessScope, measurement: RowRef): Sql {
  return holdsThroughout(scope, measurement, participatesInThen);
}

function participatesInThen(scope: AccessScope, measurement: RowRef): Sql {
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

/** The condition that an area lies below the regency: a part of it is a district or a village. */
export function areaBelowRegency(area: RowRef): Sql {
  const part = area.statement.madeRow();
  return sql`exists (select 1 from unnest(${area.column("region_ids")}) as ${part.name}(code)
    where length(${part.column("code")}) > 5)`;
}

/** The condition that a measurement counts people of a place below the regency (rule 6 of the domain). */
export function countsPeopleBelowRegency(measurement: RowRef): Sql {
  const ofPeople = exists(
    Indicator,
    measurement,
    (indicator) => sql`${indicator.column("id")} = ${measurement.column("indicator_id")}
      and ${indicator.column("unit")} = 'PEOPLE'`,
  );
  const ofArea = exists(
    Area,
    measurement,
    (area) =>
      sql`${area.column("id")} = ${measurement.column("area_id")} and ${areaBelowRegency(area)}`,
  );
  return sql`((coalesce(length(${measurement.column("region_id")}), 0) > 5 or ${ofArea}) and ${ofPeople})`;
}
