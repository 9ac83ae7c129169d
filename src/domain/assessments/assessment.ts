import type { Rel } from "@mikro-orm/core";
import { Index } from "@mikro-orm/decorators/legacy";
import { Field, Float, Int, ObjectType } from "type-graphql";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Connection,
  Derived,
  Dimensions,
  EnumColumn,
  type GroupSite,
  Listing,
  LoadedList,
  Reference,
  type Sql,
  Structure,
  sql,
} from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { ActionPlan } from "../plans/index.js";
import { Area, Programme } from "../programmes/index.js";
import { commonRegionAt, RegionDimensions, type RegionLevel } from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Answer } from "./answers/answer.js";
import { visibleAssessment } from "./assessment-visibility.js";
import { agreementSql, correctedSql } from "./comparison/agreement.js";
import { AssessmentRound, AssessmentStatus, MissingReason } from "./enums.js";
import { Evidence } from "./evidence/evidence.js";
import { ActionFinding } from "./findings/action-finding.js";
import { Finding } from "./findings/finding.js";
import { Instrument } from "./instruments/instrument.js";
import { Review } from "./reviews/review.js";

/** The region of a level in which an assessment's area lies, or that of its plan. */
function placeOfSubject(site: GroupSite, level: RegionLevel): Sql {
  const regions = (of: GroupSite) => of.edge("area").row.column("region_ids");
  return commonRegionAt(sql`coalesce(${regions(site)}, ${regions(site.edge("plan"))})`, level);
}

/** The score of one dimension. */
@ObjectType({ description: "The score of one dimension. Skor." })
export class DimensionScore {
  @Field(() => String, { description: "The dimension's key, as `HUMAN`." })
  dimension!: string;
  @Field(() => Float, {
    nullable: true,
    description:
      "The score, 0 to 100, by the instrument's formula over the applicable questions that have an answer; null while none has.",
  })
  value!: number | null;
}

/** A required question without an answer. */
@ObjectType({ description: "A question that must be answered before the assessment is submitted." })
export class MissingAnswer {
  @Field(() => String, { description: "The question's key." })
  question!: string;
  @Field(() => MissingReason, { description: "The reason why it is missing." })
  reason!: MissingReason;
}

/** The agreement among universities. */
@ObjectType({
  description:
    "The agreement among the universities that answered the same instrument for the same subject in the same round (rule 4). Kesepakatan.",
})
export class Agreement {
  @Field(() => Float, {
    nullable: true,
    description:
      "Krippendorff's alpha with the interval metric over the questions' scores (0 to 100). 1 is full agreement, 0 is agreement by chance, a negative value is systematic disagreement. Null when all scores are equal, or when no question has scores of two universities.",
  })
  alpha!: number | null;
  @Field(() => Int, {
    description: "The number of questions with scores of at least two universities.",
  })
  units!: number;
  @LoadedList(() => Assessment, {
    description: "The compared assessments that the viewer may see, one for each university.",
  })
  assessments!: string[];
}

// A university has at most one assessment for a subject and round, and each has at most one correction.
const once = `create unique index assessment_once on assessment
  (instrument_id, coalesce(area_id, plan_id), round, university_id)
  where status <> 'WITHDRAWN' and round <> 'AD_HOC' and corrects_id is null`;
const correctedOnce = `create unique index assessment_corrected_once on assessment (corrects_id)
  where status <> 'WITHDRAWN'`;

/** One university's answers to one edition of an instrument for one subject in one round. */
@Versioned({
  description:
    "One university's answers to one edition of an instrument, for an area or a plan, in one round. Before publication, it is visible to the university, the programme's coordinators and the reviewing organisation; after publication, to every viewer who may see its subject. Asesmen.",
  queries: { one: "assessment", many: "assessments" },
  defaultOrder: { field: "createdAt", descending: false },
  visible: visibleAssessment,
})
@Index({ name: "assessment_once", expression: once })
@Index({ name: "assessment_corrected_once", expression: correctedOnce })
@Dimensions({ planProgramme: "plan.programme", programmeOwner: "programme.owner" })
@RegionDimensions("the area that it is about, or its plan's,", placeOfSubject)
export class Assessment extends VersionedNoun {
  @Reference(() => Instrument, { description: "The edition of the instrument that it answers." })
  instrument!: Rel<Instrument>;

  @Reference(() => Area, {
    nullable: true,
    description: "The assessed area; null for a plan.",
  })
  area?: Rel<Area> | null;

  @Reference(() => ActionPlan, {
    nullable: true,
    mayBeHidden: true,
    description: "The assessed plan; null for an area, and when hidden.",
  })
  plan?: Rel<ActionPlan> | null;

  @Reference(() => Programme, {
    description: "The programme whose owner accepts and publishes it.",
  })
  programme!: Rel<Programme>;

  @Reference(() => Organisation, { description: "The university that assesses." })
  university!: Rel<Organisation>;

  @EnumColumn(() => AssessmentRound, { order: true, description: "The round." })
  round!: AssessmentRound;

  @EnumColumn(() => AssessmentStatus, {
    order: true,
    default: "DRAFT",
    description: "Its status.",
  })
  status!: AssessmentStatus;

  @Column("boolean", {
    description:
      "True if the programme's coordinators assigned it; false if the university offered it.",
  })
  assigned!: boolean;

  @Column("boolean", {
    default: "false",
    description:
      "True if it was made and published without the hub and is recorded from its sources. It then has no answers and no review.",
  })
  recorded!: boolean;

  @Column("date", { nullable: true, order: true, description: "The due date." })
  dueOn?: string | null;

  // No index: it is shown with an assessment, not searched for.
  @Column("text", {
    length: 2000,
    nullable: true,
    index: false,
    description:
      "The university's declaration of interests, in its own words; required before submission (rule 4). Pernyataan kepentingan.",
  })
  interests?: string | null;

  @Column("int", {
    default: "0",
    order: true,
    description:
      "The share of the required and applicable questions that have an answer, in per cent.",
  })
  completeness!: number;

  @Structure(() => [MissingAnswer], {
    default: "'[]'",
    description: "The required questions without an answer, in order.",
  })
  missing!: MissingAnswer[];

  @Structure(() => [DimensionScore], {
    default: "'[]'",
    description: "The scores by dimension, in the instrument's order.",
  })
  scores!: DimensionScore[];

  @Column("instant", {
    nullable: true,
    order: true,
    description: "The instant at which its answers last changed.",
  })
  answeredAt?: Date | null;

  @Column("int", { default: "0", description: "The number of times that it was submitted." })
  submissions!: number;

  @Column("instant", {
    nullable: true,
    order: true,
    description: "The instant at which it was last submitted.",
  })
  submittedAt?: Date | null;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that gives the second reading; null until the review begins.",
  })
  reviewer?: Rel<Organisation> | null;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "The reason why it was last returned or withdrawn; public once it is published.",
  })
  reason?: string | null;

  @Column("instant", {
    nullable: true,
    order: true,
    description: "The instant at which it was published.",
  })
  publishedAt?: Date | null;

  @Reference(() => Assessment, {
    nullable: true,
    mayBeHidden: true,
    description:
      "The published assessment that this one corrects, and replaces once it is published itself.",
  })
  corrects?: Rel<Assessment> | null;

  @Derived("boolean", { description: "True if a published correction replaces it." }, correctedSql)
  isCorrected!: boolean;

  @Listing(() => Answer, {
    by: "assessment",
    singular: "answer",
    description: "Its answers, in the instrument's order.",
  })
  answers!: never;

  @Listing(() => Evidence, {
    by: "assessment",
    description: "The links and files that support it.",
  })
  evidence!: never;

  @Listing(() => Finding, {
    by: "assessment",
    singular: "finding",
    description: "Its findings and recommendations.",
  })
  findings!: never;

  @Listing(() => ActionFinding, {
    by: "assessment",
    singular: "actionFinding",
    description: "Its findings on how far actions were carried out.",
  })
  actionFindings!: never;

  @Listing(() => Review, {
    by: "assessment",
    description: "The second readers' verdicts; visible only to the organisations that work on it.",
  })
  reviews!: never;

  @Connection(() => Assessment, {
    by: "corrects",
    description: "Its corrections, in any status.",
  })
  corrections!: never;

  @Derived(
    "json",
    {
      type: () => Agreement,
      nullable: true,
      description:
        "The agreement among universities on the same subject in the same round. Null while the viewer may see submitted assessments of fewer than two universities, and for an assessment that is not submitted or has been corrected.",
    },
    agreementSql,
  )
  agreement!: never;

  override changeScope(): ChangeScope {
    return {
      area: this.area?.id,
      plan: this.plan?.id,
      programme: this.programme.id,
      owner: this.university.id,
    };
  }
}
