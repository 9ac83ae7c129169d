import type { Rel } from "@mikro-orm/core";
import { Index } from "@mikro-orm/decorators/legacy";
import { Field, Float, Int, ObjectType } from "type-graphql";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Connection,
  Derived,
  EnumColumn,
  Listing,
  LoadedList,
  Reference,
  Structure,
} from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { ActionPlan } from "../plans/index.js";
import { Area, Programme } from "../programmes/index.js";
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

/** The score of one dimension. */
@ObjectType({ description: "The score of one dimension. Skor." })
export class DimensionScore {
  @Field(() => String, { description: "The dimension's key, as `HUMAN`." })
  dimension!: string;
  @Field(() => Float, {
    nullable: true,
    description:
      "0 to 100, by the instrument's formula over the answered questions that are asked; null while none is answered.",
  })
  value!: number | null;
}

/** A question that must be answered before the assessment is handed in. */
@ObjectType({ description: "A question that must be answered before the assessment is handed in." })
export class MissingAnswer {
  @Field(() => String, { description: "The question's key." })
  question!: string;
  @Field(() => MissingReason, { description: "Why it is missing." })
  reason!: MissingReason;
}

/** How far universities agree. */
@ObjectType({
  description:
    "How far universities agree that answered the same instrument for the same subject in the same round (rule 4). Kesepakatan.",
})
export class Agreement {
  @Field(() => Float, {
    nullable: true,
    description:
      "Krippendorff's alpha with the interval metric over the questions' scores (0 to 100): 1 is full agreement, 0 what chance would give, less is systematic disagreement. Null when all scores are the same, or no question was scored by two.",
  })
  alpha!: number | null;
  @Field(() => Int, { description: "How many questions were scored by two universities or more." })
  units!: number;
  @LoadedList(() => Assessment, {
    description: "The assessments compared, one a university, of those that the viewer may see.",
  })
  assessments!: string[];
}

// One of a university's assessments for each subject and round, and one correction of each, counts.
const once = `create unique index assessment_once on assessment
  (instrument_id, coalesce(area_id, plan_id), round, university_id)
  where status <> 'WITHDRAWN' and round <> 'AD_HOC' and corrects_id is null`;
const correctedOnce = `create unique index assessment_corrected_once on assessment (corrects_id)
  where status <> 'WITHDRAWN'`;

/** One university's answers to one edition of an instrument for one subject in one round. */
@Versioned({
  description:
    "One university's answers to one edition of an instrument, for an area or a plan, in one round. While it is at work, seen by the university, the programme's coordinators and the reviewing organisation; once published, by whoever sees its subject. Asesmen.",
  queries: { one: "assessment", many: "assessments" },
  defaultOrder: { field: "createdAt", descending: false },
  visible: visibleAssessment,
})
@Index({ name: "assessment_once", expression: once })
@Index({ name: "assessment_corrected_once", expression: correctedOnce })
export class Assessment extends VersionedNoun {
  @Reference(() => Instrument, { description: "The edition of the instrument that it answers." })
  instrument!: Rel<Instrument>;

  @Reference(() => Area, {
    nullable: true,
    description: "The area that it is about; null for a plan.",
  })
  area?: Rel<Area> | null;

  @Reference(() => ActionPlan, {
    nullable: true,
    mayBeHidden: true,
    description: "The plan that it is about; null for an area, or where hidden.",
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
    description: "Where it stands.",
  })
  status!: AssessmentStatus;

  @Column("boolean", {
    description:
      "Whether the programme's coordinators assigned it; else the university offered it.",
  })
  assigned!: boolean;

  @Column("boolean", {
    default: "false",
    description:
      "Whether it was made and published without the hub, and is recorded from the sources named: then without answers and review.",
  })
  recorded!: boolean;

  @Column("date", { nullable: true, order: true, description: "The day it is due." })
  dueOn?: string | null;

  // Read beside an assessment, not searched for among them.
  @Column("text", {
    nullable: true,
    index: false,
    description:
      "The university's declaration of interests, in its words; needed before it is handed in (rule 4). Pernyataan kepentingan.",
  })
  interests?: string | null;

  @Column("int", {
    default: "0",
    order: true,
    description: "How many of the required questions that are asked have an answer, in per cent.",
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

  @Column("instant", { nullable: true, order: true, description: "When it was answered last." })
  answeredAt?: Date | null;

  @Column("int", { default: "0", description: "How many times it was handed in." })
  submissions!: number;

  @Column("instant", { nullable: true, order: true, description: "When it was handed in last." })
  submittedAt?: Date | null;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that gives the second reading; null until the review begins.",
  })
  reviewer?: Rel<Organisation> | null;

  @Column("text", {
    nullable: true,
    filter: false,
    description: "Why it was returned or withdrawn last; open to all once it is published.",
  })
  reason?: string | null;

  @Column("instant", { nullable: true, order: true, description: "When it was published." })
  publishedAt?: Date | null;

  @Reference(() => Assessment, {
    nullable: true,
    mayBeHidden: true,
    description:
      "The published assessment that this one corrects, and takes the place of once published.",
  })
  corrects?: Rel<Assessment> | null;

  @Derived(
    "boolean",
    { description: "Whether a published correction took its place." },
    correctedSql,
  )
  isCorrected!: boolean;

  @Listing(() => Answer, {
    by: "assessment",
    singular: "answer",
    description: "Its answers, in the instrument's order.",
  })
  answers!: never;

  @Listing(() => Evidence, {
    by: "assessment",
    description: "Links and files on which it rests.",
  })
  evidence!: never;

  @Listing(() => Finding, {
    by: "assessment",
    singular: "finding",
    description: "What it found and recommends.",
  })
  findings!: never;

  @Listing(() => ActionFinding, {
    by: "assessment",
    singular: "actionFinding",
    description: "How far it found actions to be carried out.",
  })
  actionFindings!: never;

  @Listing(() => Review, {
    by: "assessment",
    description: "The second readers' verdicts, seen by those at work on it.",
  })
  reviews!: never;

  @Connection(() => Assessment, {
    by: "corrects",
    description: "The corrections of it that were begun.",
  })
  corrections!: never;

  @Derived(
    "json",
    {
      type: () => Agreement,
      nullable: true,
      description:
        "How far universities agree on the same subject in the same round; null while fewer than two have handed in what the viewer may see, and for one that is not compared: not handed in, or corrected since.",
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
