import type { AccessScope } from "../../access/index.js";
import {
  allOf,
  anyOf,
  exists,
  isAmong,
  type RowRef,
  type Sql,
  seenThroughout,
  sql,
} from "../../reading/index.js";
import { followsPlan } from "../plans/index.js";
import { coordinatesProgramme } from "../programmes/index.js";
import { Assessment } from "./assessment.js";

// The row filters of an assessment and of the rows that belong to it (rule 7 of the domain). They are
// function declarations, because the classes and the filters import each other.

/** The condition that an assessment is published and the viewer may see its subject. */
export function publishedTo(scope: AccessScope, assessment: RowRef): Sql {
  return sql`(${assessment.column("status")} = 'PUBLISHED'::assessment_status
    and (${assessment.column("plan_id")} is null or ${followsPlan(scope, assessment)}))`;
}

/** The condition that the viewer is of the university or the reviewer, or coordinates the programme. */
function atWork(scope: AccessScope, assessment: RowRef): Sql {
  return anyOf([
    isAmong(assessment.column("university_id"), scope.organisations, "uuid"),
    isAmong(assessment.column("reviewer_id"), scope.organisations, "uuid"),
    coordinatesProgramme(scope, assessment),
  ]);
}

/** The assessments that the viewer may see: published ones, and those that the viewer works on. */
export function visibleAssessment(scope: AccessScope, assessment: RowRef): Sql {
  return seenThroughout(scope, assessment, visibleAssessmentThen);
}

function visibleAssessmentThen(scope: AccessScope, assessment: RowRef): Sql {
  const published = publishedTo(scope, assessment);
  return scope.organisations.length === 0
    ? published
    : anyOf([published, atWork(scope, assessment)]);
}

/** The rows of assessments that satisfy a condition. */
function ofAssessment(row: RowRef, condition: (assessment: RowRef) => Sql): Sql {
  return exists(
    Assessment,
    row,
    (assessment) =>
      sql`${assessment.column("id")} = ${row.column("assessment_id")} and ${condition(assessment)}`,
  );
}

/** The rows of assessments that the viewer may see. */
export function followsAssessment(scope: AccessScope, row: RowRef): Sql {
  return ofAssessment(row, (assessment) => visibleAssessment(scope, assessment));
}

/** The rows that only viewers at work on the assessment may see, also after its publication. */
export function staysAtWork(scope: AccessScope, row: RowRef): Sql {
  return ofAssessment(row, (assessment) => atWork(scope, assessment));
}

/** The rows about an action: the viewer must see both the assessment and the action's plan. */
export function followsAssessmentAndPlan(scope: AccessScope, row: RowRef): Sql {
  return allOf([followsAssessment(scope, row), followsPlan(scope, row)]);
}

/**
 * The changes of deleted rows of an assessment: visible to the university and the programme's coordinators.
 * SQL on the row of `change`.
 */
export function changedAtWork(scope: AccessScope, change: RowRef): Sql {
  return anyOf([
    isAmong(change.column("owner"), scope.organisations, "uuid"),
    coordinatesProgramme(scope, change),
  ]);
}

/** The same for rows about an action: the viewer must also see the action's plan. */
export function changedAtWorkOnPlan(scope: AccessScope, change: RowRef): Sql {
  return allOf([changedAtWork(scope, change), followsPlan(scope, change)]);
}
