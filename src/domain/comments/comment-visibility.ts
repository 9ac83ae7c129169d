import type { AccessScope } from "../../access/index.js";
import {
  anyOf,
  exists,
  nounOf,
  type RowFilter,
  type RowRef,
  type Sql,
  seenByAll,
  sql,
} from "../../reading/index.js";
import { Assessment, staysAtWork } from "../assessments/index.js";
import { Outcome } from "../deliberations/index.js";
import { Action } from "../plans/index.js";
import { View } from "../views/index.js";

/** The subjects of comments: the class, and the column of a comment that leads to it. */
const subjects = [
  [Action, "action_id"],
  [Outcome, "outcome_id"],
  [Assessment, "assessment_id"],
  [View, "view_id"],
] as const;

/**
 * The condition that an assessment was published before a comment on it, or that the viewer works on it. What
 * is said before the publication is said among those at work, and stays theirs.
 */
function saidOpenly(scope: AccessScope, comment: RowRef): Sql {
  const published = exists(
    Assessment,
    comment,
    (assessment) => sql`${assessment.column("id")} = ${comment.column("assessment_id")}
      and ${assessment.column("published_at")} <= ${comment.column("created_at")}`,
  );
  const open = sql`(${comment.column("assessment_id")} is null or ${published})`;
  return scope.organisations.length === 0 ? open : anyOf([open, staysAtWork(scope, comment)]);
}

/** The comments that the viewer may see: those whose subject they may see (rule 7 of the domain). */
export function visibleComment(scope: AccessScope, comment: RowRef): Sql {
  const seen = subjects.map(([target, column]) =>
    exists(
      target,
      comment,
      (subject) => sql`${subject.column("id")} = ${comment.column(column)}
        and ${nounOf(target).visible(scope, subject)}`,
    ),
  );
  return sql`(${anyOf(seen)} and ${saidOpenly(scope, comment)})`;
}

/**
 * The rest of the filter for comments below their subject, which the viewer sees: nothing but when it was
 * said. A comment has one subject, so that the others are not asked for.
 */
export const visibleCommentBelow: Record<string, RowFilter> = {
  action: seenByAll,
  outcome: seenByAll,
  view: seenByAll,
  assessment: saidOpenly,
};
