import type { AccessScope } from "../../access/index.js";
import { anyOf, isAmong, type RowRef, type Sql, sql } from "../../reading/index.js";
import { seenOnceDeleted } from "../common/index.js";
import { involvedBySeenPlan } from "../plans/index.js";
import { ViewAudience } from "./enums.js";
import { View } from "./view.js";

/** The rows that are the viewer's own: saved by the same person or with the same API key. */
export function isOwn(scope: AccessScope, row: RowRef): Sql {
  return scope.person === undefined
    ? sql`false`
    : sql`${row.column("holder")} = ${scope.person}::uuid`;
}

const reaches = (row: RowRef, audiences: readonly ViewAudience[]): Sql =>
  sql`${row.column("audience")} in (${sql.join(audiences.map((one) => sql`${sql.lit(one)}::view_audience`))})`;

/** The views that the viewer may see, by their audience (rule 7 of the domain). */
export function visibleView(scope: AccessScope, row: RowRef): Sql {
  const { ORGANISATION, PARTICIPANTS, PUBLIC } = ViewAudience;
  const isOpen = reaches(row, [PUBLIC]);
  // The operator keeps the views of the platform, also those that nobody else sees any more.
  const open = scope.operator
    ? anyOf([isOpen, sql`${row.column("organisation_id")} is null`])
    : isOpen;
  if (scope.organisations.length === 0) return anyOf([open, isOwn(scope, row)]);
  const members = isAmong(row.column("organisation_id"), scope.organisations, "uuid");
  const shared = sql`(${reaches(row, [ORGANISATION, PARTICIPANTS])} and ${members})`;
  const involved = sql`(${reaches(row, [PARTICIPANTS])} and ${involvedBySeenPlan(scope, row)})`;
  return anyOf([open, isOwn(scope, row), shared, involved]);
}

/** The changes of views: of a removed one those of the time when its organisation saw it. */
export function visibleViewChange(scope: AccessScope, change: RowRef): Sql {
  const ofMembers = (_: AccessScope, removed: RowRef) =>
    isAmong(removed.column("owner"), scope.organisations, "uuid");
  return seenOnceDeleted(() => View, ofMembers)(scope, change);
}
