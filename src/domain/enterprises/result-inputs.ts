import { InputType } from "type-graphql";
import { DateScalar, MoneyScalar, PeriodScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationInput,
  CreationOf,
  IdField,
  IntField,
  type SourceInput,
  SourcesField,
  TextField,
  ValueField,
} from "../common/index.js";
import { mostJobs } from "./enterprise-rules.js";

class GroupMeasurementFields {
  @ValueField(() => PeriodScalar, { description: "The period that it is of." })
  period!: string;
  @ValueField(() => MoneyScalar, {
    presence: "nullable",
    description: "What the group took in over the period, in whole rupiah.",
  })
  revenue?: string | null;
  @IntField({
    min: 0,
    max: mostJobs,
    presence: "nullable",
    description: "How many people it gave work to, members too.",
  })
  jobs?: number | null;
  @TextField({ max: 2000, presence: "nullable", description: "A remark." })
  note?: string | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A group's revenue, jobs or both in a period." })
export class RecordGroupMeasurementInput extends CreationOf(GroupMeasurementFields) {
  @IdField({ description: "The group." })
  groupId!: string;
  @IdField({
    presence: "defaulted",
    description:
      "The organisation that records it; needed by those who could record for several only when the hub's choice is not theirs.",
  })
  organisationId?: string | null;
}

@InputType({
  description:
    "Corrections of a group's measurement; absent fields stay, null empties those that may be empty.",
})
export class CorrectGroupMeasurementInput extends ChangeOf(
  "The measurement.",
  GroupMeasurementFields,
) {}

@InputType({ description: "What a group received, which comes from a contribution." })
export class RecordSupportInput extends CreationInput {
  @IdField({ description: "The group." })
  groupId!: string;
  @IdField({ description: "The contribution that it comes from; not one that was withdrawn." })
  contributionId!: string;
  @ValueField(() => DateScalar, { presence: "nullable", description: "The day it was received." })
  receivedOn?: string | null;
  @TextField({ max: 2000, presence: "nullable", description: "A remark." })
  note?: string | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}
