import { Field, InputType } from "type-graphql";
import { DateScalar, MoneyScalar, PeriodScalar } from "../../platform/scalars.js";
import {
  ExpectedVersionField,
  GivenField,
  IdField,
  IntField,
  NewIdField,
  type SourceInput,
  SourcesField,
  TextField,
} from "../common/index.js";
import { mostJobs } from "./enterprise-rules.js";

const revenue = "What the group took in over the period, in whole rupiah.";

const JobsField = () =>
  IntField({
    min: 0,
    max: mostJobs,
    nullable: true,
    clearable: true,
    description: "How many people it gave work to, members too.",
  });

const NoteField = () =>
  TextField({ max: 2000, nullable: true, clearable: true, description: "A remark." });

/** What a group earned, and to how many it gave work. */
@InputType({ description: "A group's revenue, jobs or both in a period." })
export class RecordGroupMeasurementInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The group." })
  groupId!: string;
  @Field(() => PeriodScalar, { description: "The period that it is of." })
  period!: string;
  @Field(() => MoneyScalar, { nullable: true, description: revenue })
  revenue?: string | null;
  @JobsField()
  jobs?: number | null;
  @NoteField()
  note?: string | null;
  @IdField({
    nullable: true,
    clearable: true,
    description:
      "The organisation that records it; needed by those who could record for several only when the hub's choice is not theirs.",
  })
  organisationId?: string | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may be corrected of a group's measurement. */
@InputType({
  description:
    "Corrections of a group's measurement; absent fields stay, null empties those that may be empty.",
})
export class CorrectGroupMeasurementInput {
  @IdField({ description: "The measurement." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @GivenField(() => PeriodScalar, { description: "The period that it is of." })
  period?: string;
  @Field(() => MoneyScalar, { nullable: true, description: revenue })
  revenue?: string | null;
  @JobsField()
  jobs?: number | null;
  @NoteField()
  note?: string | null;
  @SourcesField("update")
  sources?: SourceInput[];
}

/** What a group received. */
@InputType({ description: "What a group received, which comes from a contribution." })
export class RecordSupportInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The group." })
  groupId!: string;
  @IdField({ description: "The contribution that it comes from; not one that was withdrawn." })
  contributionId!: string;
  @Field(() => DateScalar, { nullable: true, description: "The day it was received." })
  receivedOn?: string | null;
  @NoteField()
  note?: string | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}
