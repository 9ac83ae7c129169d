import type { AccessScope } from "../../../access/index.js";
import {
  type Class,
  exists,
  isAmong,
  nounOf,
  type RowFilter,
  type RowRef,
  type Sql,
  sql,
} from "../../../reading/index.js";

// Row filters for the changes of subjects that may be deleted. They are SQL on the row of `change`,
// which holds the ids of the subject's plan, deliberation, programme and owner.

/** The condition that a change's subject exists and meets a condition. */
const subjectIs = (
  target: Class,
  change: RowRef,
  condition: (subject: RowRef) => Sql = () => sql`true`,
): Sql =>
  exists(
    target,
    change,
    (subject) =>
      sql`${subject.column("id")} = ${change.column("entity_id")} and ${condition(subject)}`,
  );

/** The changes whose subject the viewer can see now. */
export const seenWithSubject = (target: Class, scope: AccessScope, change: RowRef): Sql =>
  subjectIs(target, change, (subject) => nounOf(target).visible(scope, subject));

/**
 * The changes whose subject the viewer can see now, and those of deleted subjects that `deleted`
 * admits.
 */
export const seenOnceDeleted =
  (target: () => Class, deleted: RowFilter): RowFilter =>
  (scope, change) =>
    sql`(${seenWithSubject(target(), scope, change)}
      or (not ${subjectIs(target(), change)} and ${deleted(scope, change)}))`;

/** The changes of subjects that the viewer's organisations owned; all for the platform's operator. */
export function seenByOwner(scope: AccessScope, change: RowRef): Sql {
  return scope.operator ? sql`true` : isAmong(change.column("owner"), scope.organisations, "uuid");
}
