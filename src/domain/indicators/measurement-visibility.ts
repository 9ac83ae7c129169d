import type { AccessScope } from "../../access/index.js";
import { anyOf, isAmong, type Sql, sql } from "../../reading/index.js";
import { involvedInPlan, planVisible } from "../plans/index.js";

const at = (row: string, name: string): Sql => sql.ref(`${row}.${name}`);

/** Which rows of `measurement` the viewer may see: those of an action follow its plan. */
export const visibleMeasurement = (scope: AccessScope, row: string): Sql =>
  sql`(${at(row, "plan_id")} is null or ${planVisible(scope, at(row, "plan_id"))})`;

/**
 * That the viewer is a participant of a measurement (rule 6 of the domain): a member of the
 * organisation that recorded it or that owns the indicator, a coordinator of the owner of the
 * indicator's programme, or on the inside of the measurement's plan. What no organisation recorded is
 * the platform operator's.
 */
export function participatesIn(scope: AccessScope, row: string): Sql {
  const ways: Sql[] = [];
  if (scope.operator) ways.push(sql`${at(row, "organisation_id")} is null`);
  if (scope.organisations.length > 0) {
    ways.push(
      isAmong(at(row, "organisation_id"), scope.organisations, "uuid"),
      sql`exists (select 1 from indicator pi left join programme pp on pp.id = pi.programme_id
        where pi.id = ${at(row, "indicator_id")} and ${anyOf([
          isAmong(sql`pi.owner_id`, scope.organisations, "uuid"),
          isAmong(sql`pp.owner_id`, scope.coordinates, "uuid"),
        ])})`,
      sql`exists (select 1 from action_plan ip
        where ip.id = ${at(row, "plan_id")} and ${involvedInPlan(scope, "ip")})`,
    );
  }
  return anyOf(ways);
}
