import { InputType } from "type-graphql";
import { DateScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationOf,
  IdField,
  IdsField,
  InputField,
  IntField,
  KeyField,
  type SourceInput,
  SourcesField,
  TextField,
  TranslatedTextInput,
  ValueField,
  ValuesField,
} from "../common/index.js";
import { Sector } from "../stakeholders/index.js";
import { PovertyStrategy } from "./programme.js";

class ProgrammeFields {
  @InputField(() => TranslatedTextInput, { description: "Its name, in full." })
  name!: TranslatedTextInput;
  @TextField({
    max: 500,
    presence: "nullable",
    description: "The legal basis, as text.",
  })
  legalBasis?: string | null;
  @TextField({ max: 2000, lines: "several", presence: "nullable", description: "Its aims." })
  policy?: string | null;
  @TextField({
    max: 2000,
    lines: "several",
    presence: "nullable",
    description: "Its scope: where it works and what it is to reach, in its own words.",
  })
  scope?: string | null;
  @ValuesField(() => Sector, {
    max: 7,
    presence: "defaulted",
    description: "The sectors of the stakeholders that it brings together.",
  })
  sectors?: Sector[] | null;
  @TextField({
    max: 2000,
    lines: "several",
    presence: "nullable",
    description: "Its chain from upstream to downstream, in its own words.",
  })
  chain?: string | null;
  @ValueField(() => DateScalar, { description: "The first day." })
  startsOn!: string;
  @ValueField(() => DateScalar, {
    presence: "nullable",
    description: "The last day; none for an open end.",
  })
  endsOn?: string | null;
  @ValuesField(() => PovertyStrategy, {
    max: 3,
    presence: "defaulted",
    description: "The strategies that it follows.",
  })
  strategies?: PovertyStrategy[] | null;
  @IntField({
    min: 1,
    max: 60,
    presence: "nullable",
    description: "The months from one report to the next; none without a duty to report.",
  })
  reportEveryMonths?: number | null;
  @IdsField({ presence: "defaulted", description: "The organisations that it reports to." })
  reportToIds?: string[] | null;
  @IdsField({
    presence: "defaulted",
    description: "The organisations that get a copy of the reports.",
  })
  reportCopyToIds?: string[] | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A new programme." })
export class CreateProgrammeInput extends CreationOf(ProgrammeFields) {
  @KeyField({
    presence: "defaulted",
    description: "Its stable key; derived from the name when absent.",
  })
  key?: string | null;
  @IdField({ description: "The organisation that owns it." })
  ownerId!: string;
  @IdField({ presence: "nullable", description: "The programme that it is part of." })
  parentId?: string | null;
}

@InputType({
  description:
    "Changes to a programme. Absent fields stay as they are; null clears a field that may be empty.",
})
export class UpdateProgrammeInput extends ChangeOf("The programme.", ProgrammeFields) {}
