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
import { Action, ActionPlan, narrowedByVisibility, ProgressUpdate } from "../../plans/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Assessment } from "../assessment.js";
import { publishedTo } from "../assessment-visibility.js";
import { correctedSql } from "../comparison/agreement.js";
import { Completion } from "../enums.js";
import { ActionFinding } from "./action-finding.js";
import { FindingReply } from "./finding-reply.js";

// Two voices on an action, side by side (rule 3 of the domain): what its lead reports, what a
// university found, how far they lie apart, and what the lead says to it.

/** What an action's lead reports. */
@ObjectType({
  description: "What an action's lead reports of it, in the words that universities use too.",
})
export class ReportedCompletion {
  @Field(() => Completion, {
    description: "How far it is, by the progress reported; COMPLETE where the action is COMPLETED.",
  })
  completion!: Completion;
  @Field(() => Int, {
    nullable: true,
    description: "The lead's last report, 0 to 100 per cent; null where it made none.",
  })
  progress!: number | null;
  @Field(() => InstantScalar, { nullable: true, description: "When it was reported." })
  at!: string | null;
}

/** What a university found of an action. */
@ObjectType({ description: "What a university found of an action, as published last." })
export class AssessedCompletion {
  @Field(() => Completion, { description: "How far it found it carried out." })
  completion!: Completion;
  @Field(() => InstantScalar, { description: "When it was published." })
  at!: string;
  @Loaded(() => Organisation, { description: "The university." })
  university!: string;
  @Loaded(() => ActionFinding, {
    nullable: true,
    description: "The finding itself, with its replies.",
  })
  finding!: string;
}

/** The lead of an action: its own, else its plan's. */
function leadOf(action: RowRef): Sql {
  const plan = from(ActionPlan, action);
  return sql`coalesce(${action.column("lead_id")}, (select ${plan.column("lead_id")}
    from ${plan.source} where ${plan.column("id")} = ${action.column("plan_id")}))`;
}

/** The last report of an action's lead, as a relation of `progress` and `at`: one row or none. */
function lastReport(action: RowRef, scope: AccessScope): Sql {
  const report = from(ProgressUpdate, action);
  return sql`
  select ${report.column("progress")} as progress, ${report.column("reported_at")} as at
  from ${report.source}
  where ${report.column("action_id")} = ${action.column("id")}
    and ${report.column("organisation_id")} = ${leadOf(action)} and ${narrowedByVisibility(scope, report)}
  order by ${report.column("reported_at")} desc, ${report.column("id")} desc limit 1`;
}

/** The lead's report as a completion; null where there is none. */
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
    from (select 1) as one left join lateral (${lastReport(action, scope)}) as report on true
    where ${completion} is not null)`;
}

/**
 * The finding on an action that was published last, as a relation of `id`, `completion`, `university_id`
 * and `published_at`: one row or none.
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

/** A completion's place on the way from not started, 1, to complete, 4; UNCLEAR has none. */
const step = (completion: Sql): Sql =>
  sql`array_position(array['NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE'], ${completion})`;

const divergenceSql = (action: RowRef, scope: AccessScope): Sql => sql`(
  select ${step(reportedCompletion(action, sql`report.progress`))} - ${step(sql`found.completion::text`)}
  from (${lastFinding(action, scope)}) as found
  left join lateral (${lastReport(action, scope)}) as report on true)`;

/** The lead's last reply. Replies to a corrected assessment stand: a correction does not silence the lead. */
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
      "What the action's lead reports; null where it made no report and the action is not COMPLETED.",
  },
  reportedSql,
)(Action.prototype, "reported");

Derived(
  "json",
  {
    type: () => AssessedCompletion,
    nullable: true,
    description: "What a university found, of the assessment published last; null where none was.",
  },
  assessedSql,
)(Action.prototype, "assessed");

Derived(
  "int",
  {
    nullable: true,
    description:
      "How many steps of completion the lead's report lies above what the university found, -3 to 3: 0 where they agree, less than 0 where the university found more. Null where one voice is missing or UNCLEAR.",
  },
  divergenceSql,
)(Action.prototype, "divergence");

Derived(
  "text",
  {
    nullable: true,
    description:
      "What the lead replied last to what the university shown in `assessed` found of it, in this assessment or one that it corrects.",
  },
  replySql,
)(Action.prototype, "reply");
