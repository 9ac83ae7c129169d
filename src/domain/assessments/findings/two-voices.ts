import { Field, Int, ObjectType } from "type-graphql";
import type { AccessScope } from "../../../access/index.js";
import { InstantScalar } from "../../../platform/scalars.js";
import { Derived, kinds, Loaded, type Sql, sql } from "../../../reading/index.js";
import { Action, narrowedByVisibility } from "../../plans/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { publishedTo } from "../assessment-visibility.js";
import { correctedSql } from "../comparison/agreement.js";
import { Completion } from "../enums.js";
import { ActionFinding } from "./action-finding.js";

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

const at = (row: string, name: string): Sql => sql.ref(`${row}.${name}`);

/** The lead of an action: its own, else its plan's. */
const leadOf = (action: string): Sql => sql`coalesce(${at(action, "lead_id")},
  (select lp.lead_id from action_plan lp where lp.id = ${at(action, "plan_id")}))`;

/** The last report of an action's lead, as a relation of `progress` and `at`: one row or none. */
const lastReport = (action: string, scope: AccessScope): Sql => sql`
  select lr.progress, lr.reported_at as at from progress_update lr
  where lr.action_id = ${at(action, "id")} and lr.organisation_id = ${leadOf(action)}
    and ${narrowedByVisibility(scope, "lr")}
  order by lr.reported_at desc, lr.id desc limit 1`;

/** What the lead reports, as a completion; null where it says nothing. */
const reportedCompletion = (action: string, progress: Sql): Sql => sql`case
  when ${at(action, "status")} = 'COMPLETED'::action_status or ${progress} = 100 then 'COMPLETE'
  when ${progress} >= 50 then 'SUBSTANTIAL'
  when ${progress} > 0 then 'LIMITED'
  when ${progress} = 0 then 'NOT_STARTED' end`;

function reportedSql(action: string, scope: AccessScope): Sql {
  const instant = kinds.instant.select(sql`report.at`);
  const completion = reportedCompletion(action, sql`report.progress`);
  return sql`(
    select jsonb_build_object('completion', ${completion}, 'progress', report.progress, 'at', ${instant})
    from (select 1) as one left join lateral (${lastReport(action, scope)}) as report on true
    where ${completion} is not null)`;
}

/** The finding that was published last of an action: one row or none. */
const lastFinding = (action: string, scope: AccessScope): Sql => sql`
  select lf.id, lf.completion, lf.university_id, la.published_at
  from action_finding lf join assessment la on la.id = lf.assessment_id
  where lf.action_id = ${at(action, "id")} and ${publishedTo(scope, "la")} and not ${correctedSql("la")}
  order by la.published_at desc, lf.id desc limit 1`;

const assessedSql = (action: string, scope: AccessScope): Sql => sql`(
  select jsonb_build_object('completion', found.completion, 'at', ${kinds.instant.select(sql`found.published_at`)},
    'university', found.university_id, 'finding', found.id)
  from (${lastFinding(action, scope)}) as found)`;

/** A completion's place on the way from not started, 1, to complete, 4; UNCLEAR has none. */
const step = (completion: Sql): Sql =>
  sql`array_position(array['NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE'], ${completion})`;

const divergenceSql = (action: string, scope: AccessScope): Sql => sql`(
  select ${step(reportedCompletion(action, sql`report.progress`))} - ${step(sql`found.completion::text`)}
  from (${lastFinding(action, scope)}) as found
  left join lateral (${lastReport(action, scope)}) as report on true)`;

/** Replies to what a corrected assessment said stand: a correction does not silence the lead. */
const replySql = (action: string, scope: AccessScope): Sql => sql`(
  select fr.text from finding_reply fr join action_finding rf on rf.id = fr.finding_id
  where fr.action_id = ${at(action, "id")}
    and rf.university_id = (select found.university_id from (${lastFinding(action, scope)}) as found)
  order by fr.created_at desc, fr.id desc limit 1)`;

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
