import type { AccessScope } from "../../access/index.js";
import { allOf, anyOf, isAmong, type Sql, sql } from "../../reading/index.js";
import { planVisible } from "../plans/index.js";
import { coordinatesProgramme } from "../programmes/index.js";

// The row filters of an assessment and of all that hangs on it, in one place (rule 7 of the domain).

const at = (row: string, name: string): Sql => sql.ref(`${row}.${name}`);

/** That a row of `assessment` is published and the viewer may see what it is about. */
export const publishedTo = (scope: AccessScope, row: string): Sql =>
  sql`(${at(row, "status")} = 'PUBLISHED'::assessment_status
    and (${at(row, "plan_id")} is null or ${planVisible(scope, at(row, "plan_id"))}))`;

/** That the viewer is of the university, the reviewing organisation, or coordinates the programme. */
const atWork = (scope: AccessScope, row: string): Sql =>
  anyOf([
    isAmong(at(row, "university_id"), scope.organisations, "uuid"),
    isAmong(at(row, "reviewer_id"), scope.organisations, "uuid"),
    coordinatesProgramme(scope, at(row, "programme_id")),
  ]);

/** Which rows of `assessment` the viewer may see: published ones, and those that it works on. */
export const visibleAssessment = (scope: AccessScope, row: string): Sql =>
  scope.organisations.length === 0
    ? publishedTo(scope, row)
    : anyOf([publishedTo(scope, row), atWork(scope, row)]);

/** Rows that carry an assessment's id and are seen by whoever sees the assessment. */
export const followsAssessment = (scope: AccessScope, row: string): Sql =>
  sql`exists (select 1 from assessment va where va.id = ${at(row, "assessment_id")}
    and ${visibleAssessment(scope, "va")})`;

/** What is said among those at work on an assessment: it stays with them after the publication. */
export const staysAtWork = (scope: AccessScope, row: string): Sql =>
  sql`exists (select 1 from assessment va where va.id = ${at(row, "assessment_id")}
    and ${atWork(scope, "va")})`;

/** A row about an action: seen with its assessment, where the action's plan may be seen too. */
export const followsAssessmentAndPlan = (scope: AccessScope, row: string): Sql =>
  allOf([followsAssessment(scope, row), planVisible(scope, at(row, "plan_id"))]);
