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
import { seenByVisibility } from "../common/index.js";
import { ActionPlan, involvedByTakenUpPlan, visiblePlan } from "../plans/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";

// The row filters of a group and of the rows that belong to it, in one place (rule 7 of the
// domain). They are function declarations, because the classes and the filters name each other.

/**
 * The condition that the viewer is involved by a taken-up plan of the group's area, and sees it: a plan
 * that is its lead's alone shows nobody else that it is there, also not by the groups around it.
 */
function involvedInArea(scope: AccessScope, group: RowRef): Sql {
  return exists(
    ActionPlan,
    group,
    (plan) =>
      sql`${plan.column("area_id")} = ${group.column("area_id")}
        and ${involvedByTakenUpPlan(scope, plan)} and ${visiblePlan(scope, plan)}`,
  );
}

/**
 * The condition for the platform's operator: a group that no organisation registered is visible to
 * them.
 */
function ownedByOperator(scope: AccessScope, group: RowRef): Sql[] {
  return scope.operator ? [sql`${group.column("organisation_id")} is null`] : [];
}

/** The groups that the viewer can see. */
export function visibleGroup(scope: AccessScope, group: RowRef): Sql {
  return seenThroughout(scope, group, visibleGroupThen);
}

function visibleGroupThen(scope: AccessScope, group: RowRef): Sql {
  const involved = () => involvedInArea(scope, group);
  const seen = seenByVisibility(scope, group, { owner: "organisation_id", involved });
  return anyOf([seen, ...ownedByOperator(scope, group)]);
}

/** The rows with the id of a group that the viewer can see. */
export function followsGroup(scope: AccessScope, row: RowRef): Sql {
  return exists(
    EnterpriseGroup,
    row,
    (group) =>
      sql`${group.column("id")} = ${row.column("group_id")} and ${visibleGroup(scope, group)}`,
  );
}

/**
 * The condition that the viewer is a participant of a group (rule 6 of the domain): a member of the
 * organisation that registered it, or involved by a taken-up plan of its area.
 */
export function participatesInGroup(scope: AccessScope, group: RowRef): Sql {
  return holdsThroughout(scope, group, participatesInGroupThen);
}

function participatesInGroupThen(scope: AccessScope, group: RowRef): Sql {
  if (scope.organisations.length === 0) return anyOf(ownedByOperator(scope, group));
  return anyOf([
    isAmong(group.column("organisation_id"), scope.organisations, "uuid"),
    involvedInArea(scope, group),
    ...ownedByOperator(scope, group),
  ]);
}

/** The same for a group's results, whose recording organisation takes part too. */
export function participatesInResults(scope: AccessScope, results: RowRef): Sql {
  return holdsThroughout(scope, results, participatesInResultsThen);
}

function participatesInResultsThen(scope: AccessScope, results: RowRef): Sql {
  const ofGroup = exists(
    EnterpriseGroup,
    results,
    (group) => sql`${group.column("id")} = ${results.column("group_id")}
      and ${participatesInGroup(scope, group)}`,
  );
  return anyOf([isAmong(results.column("organisation_id"), scope.organisations, "uuid"), ofGroup]);
}
