import { Field, Int, ObjectType } from "type-graphql";
import type { AccessScope } from "../../../access/index.js";
import { InstantScalar } from "../../../platform/scalars.js";
import {
  Derived,
  from,
  kinds,
  Loaded,
  type RowRef,
  type Sql,
  sql,
} from "../../../reading/index.js";
import { Action, leadReport } from "../../plans/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Assessment } from "../assessment.js";
import { publishedTo } from "../assessment-visibility.js";
import { correctedSql } from "../comparison/agreement.js";
import { Completion } from "../enums.js";
import { ActionFinding } from "./action-finding.js";
import { FindingReply } from "./finding-reply.js";

// Two voices on an action, side by side (rule 3 of the domain): the report of its lead and the finding of a
// university, with the divergence between them and the reply of the lead.

/** The report of an action's lead. */
@ObjectType({
  description: "The report of an action's lead, in the terms that universities also use.",
})
export class ReportedCompletion {
  @Field(() => Completion, {
    description:
      "The completion that follows from the reported progress; COMPLETE if the action is COMPLETED.",
  })
  completion!: Completion;
  @Field(() => Int, {
    nullable: true,
    description:
      "The progress in the lead's last report, 0 to 100 per cent; null without a report. An action that is COMPLETED may have been reported below 100.",
  })
  progress!: number | null;
  @Field(() => InstantScalar, { nullable: true, description: "The instant of the report." })
  at!: string | null;
}

/** A university's finding about an action. */
@ObjectType({
  description:
    "The finding of a university about an action, in the assessment that was published last.",
})
export class AssessedCompletion {
  @Field(() => Completion, {
    description: "The degree to which the university found the action carried out.",
  })
  completion!: Completion;
  @Field(() => InstantScalar, { description: "The instant at which it was published." })
  at!: string;
  @Loaded(() => Organisation, { description: "The university." })
  university!: string;
  @Loaded(() => ActionFinding, {
    nullable: true,
    description: "The finding itself, with its replies.",
  })
  finding!: string;
}

/** The lead's report as a completion; null without a report. */
const reportedCompletion = (action: RowRef, progress: Sql): Sql => sql`case
  when ${action.column("status")} = 'COMPLETED'::action_status or ${progress} = 100 then 'COMPLETE'
  when ${progress} >= 50 then 'SUBSTANTIAL'
  when ${progress} > 0 then 'LIMITED'
  when ${progress} = 0 then 'NOT_STARTED' end`;

function reportedSql(action: RowRef, scope: AccessScope): Sql {
  const instant = kinds.instant.select(sql`report.at`);
  const completion = reportedCompletion(action, sql`report.progress`);
  return sql`(
    select jsonb_build_object('completion', ${completion}, 'progress', report.progress, 'at', ${instant})
    from (select 1) as one left join lateral (${leadReport(action, scope)}) as report on true
    where ${completion} is not null)`;
}

/**
 * The finding about an action that was published last, as a relation with `id`, `completion`,
 * `university_id` and `published_at`: at most one row.
 */
function lastFinding(action: RowRef, scope: AccessScope): Sql {
  const finding = from(ActionFinding, action);
  const assessment = from(Assessment, action);
  const publishedAt = assessment.column("published_at");
  return sql`
  select ${finding.column("id")} as id, ${finding.column("completion")} as completion,
    ${finding.column("university_id")} as university_id, ${publishedAt} as published_at
  from ${finding.source} join ${assessment.source}
    on ${assessment.column("id")} = ${finding.column("assessment_id")}
  where ${finding.column("action_id")} = ${action.column("id")}
    and ${publishedTo(scope, assessment)} and not ${correctedSql(assessment)}
  order by ${publishedAt} desc, ${finding.column("id")} desc limit 1`;
}

const assessedSql = (action: RowRef, scope: AccessScope): Sql => sql`(
  select jsonb_build_object('completion', found.completion, 'at', ${kinds.instant.select(sql`found.published_at`)},
    'university', found.university_id, 'finding', found.id)
  from (${lastFinding(action, scope)}) as found)`;

/** A completion's step, from not started, 1, to complete, 4; null for UNCLEAR. */
const step = (completion: Sql): Sql =>
  sql`array_position(array['NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE'], ${completion})`;

const divergenceSql = (action: RowRef, scope: AccessScope): Sql => sql`(
  select ${step(reportedCompletion(action, sql`report.progress`))} - ${step(sql`found.completion::text`)}
  from (${lastFinding(action, scope)}) as found
  left join lateral (${leadReport(action, scope)}) as report on true)`;

/** The lead's last reply. Replies to a corrected assessment stay visible, so a correction cannot hide them. */
function replySql(action: RowRef, scope: AccessScope): Sql {
  const reply = from(FindingReply, action);
  const finding = from(ActionFinding, action);
  return sql`(
  select ${reply.column("text")} from ${reply.source} join ${finding.source}
    on ${finding.column("id")} = ${reply.column("finding_id")}
  where ${reply.column("action_id")} = ${action.column("id")}
    and ${finding.column("university_id")} = (
      select found.university_id from (${lastFinding(action, scope)}) as found)
  order by ${reply.column("created_at")} desc, ${reply.column("id")} desc limit 1)`;
}

Derived(
  "json",
  {
    type: () => ReportedCompletion,
    nullable: true,
    description:
      "The last report of the action's lead that is as visible as the action, as for `progress`. Null if there is none and the action is not COMPLETED.",
  },
  reportedSql,
)(Action.prototype, "reported");

Derived(
  "json",
  {
    type: () => AssessedCompletion,
    nullable: true,
    description:
      "The finding of a university, in the assessment that was published last; null without one.",
  },
  assessedSql,
)(Action.prototype, "assessed");

Derived(
  "int",
  {
    nullable: true,
    description:
      "The number of steps by which the completion in the lead's report lies above the university's finding, -3 to 3. It is 0 if they agree and negative if the university found more. Null if one voice is missing or UNCLEAR. Selisih.",
  },
  divergenceSql,
)(Action.prototype, "divergence");

Derived(
  "text",
  {
    nullable: true,
    description:
      "The lead's last reply to findings of the university in `assessed`, in this assessment or one that it corrects.",
  },
  replySql,
)(Action.prototype, "reply");
