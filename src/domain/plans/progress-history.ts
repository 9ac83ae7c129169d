import type { AccessScope } from "../../access/index.js";
import { anyOf, exists, knownLines, type RowRef, type Sql, sql } from "../../reading/index.js";
import { seenWithSubject } from "../common/index.js";
import { Action } from "./action.js";
import { narrowedByVisibility } from "./plan-visibility.js";
import { ProgressUpdate } from "./progress-update.js";

// The history of progress. Any report once moved its action, hidden ones too: the ledger keeps those lines,
// and shows of them what the viewer sees in reports (rule 11 of the domain).

/** The condition that a number is in a report on an action that the viewer sees. */
const isReported = (action: Sql, progress: Sql, near: RowRef, scope: AccessScope): Sql =>
  exists(
    ProgressUpdate,
    near,
    (report) => sql`${report.column("action_id")} = ${action}
      and ${report.column("progress")} = ${progress} and ${narrowedByVisibility(scope, report)}`,
  );

/** The condition that the history shows a progress that an action had; `value` is JSON. */
export function isPastProgress(value: Sql, action: RowRef, scope: AccessScope): Sql {
  const progress = sql`(${value} #>> '{}')::int`;
  return anyOf([
    sql`${progress} = 0`,
    sql`(${progress} = 100 and ${action.column("status")} = 'COMPLETED')`,
    isReported(action.column("id"), progress, action, scope),
  ]);
}

/** The changes of actions that the viewer sees: none that comes from a report which they do not see. */
export function visibleActionChange(scope: AccessScope, change: RowRef): Sql {
  const line = change.statement.row(knownLines);
  const itsReport = exists(
    ProgressUpdate,
    change,
    (report) => sql`${report.column("id")} = (select ${line.column("entity_id")} from ${line.source}
        where ${line.column("position")} = ${change.column("position")} - 1
          and ${line.column("entity")} = 'ProgressUpdate')
      and ${narrowedByVisibility(scope, report)}`,
  );
  const before = sql`(${change.column("diff")} #>> '{progress,before}')::int`;
  const corrected = isReported(change.column("entity_id"), before, change, scope);
  return sql`(${seenWithSubject(Action, scope, change)} and case ${change.column("operation")}
    when 'reportProgress' then ${itsReport} when 'migrate' then ${corrected} else true end)`;
}
