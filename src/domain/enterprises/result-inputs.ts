import { InputType } from "type-graphql";
import { DateScalar, MoneyScalar, PeriodScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
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
  @ValueField(() => PeriodScalar, { description: "The period." })
  period!: string;
  @ValueField(() => MoneyScalar, {
    presence: "nullable",
    description: "The revenue of the period, in whole rupiah.",
  })
  revenue?: string | null;
  @IntField({
    min: 0,
    max: mostJobs,
    presence: "nullable",
    description: "The number of people who have work in the group, including its members.",
  })
  jobs?: number | null;
  @TextField({ max: 2000, lines: "several", presence: "nullable", description: "A remark." })
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
      "The organisation that records it. Needed only if you can act for several and the hub would choose another one.",
  })
  organisationId?: string | null;
}

@InputType({
  description:
    "Corrections of a group's measurement. Absent fields stay as they are; null clears a field that may be empty.",
})
export class CorrectGroupMeasurementInput extends ChangeOf(
  "The measurement.",
  GroupMeasurementFields,
) {}

class SupportFields {
  @ValueField(() => DateScalar, {
    presence: "nullable",
    description: "The day on which it was received.",
  })
  receivedOn?: string | null;
  @TextField({ max: 2000, lines: "several", presence: "nullable", description: "A remark." })
  note?: string | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "Support that a group received from a contribution." })
export class RecordSupportInput extends CreationOf(SupportFields) {
  @IdField({ description: "The group." })
  groupId!: string;
  @IdField({ description: "The contribution that it comes from; not a withdrawn one." })
  contributionId!: string;
}

@InputType({
  description:
    "Corrections of the record of a support. Absent fields stay as they are; null clears a field that may be empty.",
})
export class CorrectSupportInput extends ChangeOf("The support.", SupportFields) {}
