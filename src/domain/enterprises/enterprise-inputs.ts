import { InputType } from "type-graphql";
import { DateScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationOf,
  IdField,
  InputField,
  InputsField,
  IntField,
  type SourceInput,
  SourcesField,
  TextField,
  ValueField,
  Visibility,
} from "../common/index.js";
import { mostMembers } from "./enterprise-rules.js";
import { EnterpriseJourney } from "./enums.js";

@InputType({ description: "A product or service of a group." })
export class EnterpriseProductInput {
  @TextField({ max: 200, description: "The name." })
  name!: string;
}

@InputType({ description: "A line of business in a classification." })
export class BusinessClassificationInput {
  @TextField({ max: 20, description: "The code, for example `10761`." })
  code!: string;
  @TextField({
    max: 50,
    description: "The classification and its version, for example `KBLI 2020`.",
  })
  version!: string;
}

class EnterpriseGroupFields {
  @TextField({ max: 200, description: "The group's name; never the names of its members." })
  name!: string;
  @TextField({
    max: 13,
    presence: "nullable",
    description: "The code of its village, which must lie in the area.",
  })
  villageCode?: string | null;
  @ValueField(() => DateScalar, { presence: "nullable", description: "The day it was formed." })
  formedOn?: string | null;
  @IntField({
    min: 1,
    max: mostMembers,
    description: "The number of its members. 1 is one person working alone.",
  })
  members!: number;
  @IntField({
    min: 0,
    max: mostMembers,
    presence: "nullable",
    description: "The number of women among the members; women and men add up to the members.",
  })
  women?: number | null;
  @IntField({
    min: 0,
    max: mostMembers,
    presence: "nullable",
    description: "The number of men among the members; women and men add up to the members.",
  })
  men?: number | null;
  @InputsField(() => EnterpriseProductInput, {
    max: 50,
    presence: "defaulted",
    description: "Its products and services.",
  })
  products?: EnterpriseProductInput[] | null;
  @InputField(() => BusinessClassificationInput, {
    presence: "nullable",
    description: "Its line of business, if it is classified.",
  })
  classification?: BusinessClassificationInput | null;
  @TextField({ max: 2000, lines: "several", presence: "nullable", description: "A remark." })
  note?: string | null;
  @ValueField(() => Visibility, {
    presence: "defaulted",
    initial: Visibility.PUBLIC,
    description: "Its audience; PUBLIC for a new group when absent.",
  })
  visibility?: Visibility | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({
  description: "A new group of self-employed workers, with its current step.",
})
export class RegisterEnterpriseGroupInput extends CreationOf(EnterpriseGroupFields) {
  @IdField({ description: "The area that it works in." })
  areaId!: string;
  @ValueField(() => EnterpriseJourney, {
    presence: "optional",
    initial: EnterpriseJourney.FORMED,
    description: "Its step on the journey; FORMED when absent.",
  })
  journey?: EnterpriseJourney;
  @IdField({
    presence: "defaulted",
    description:
      "The organisation that registers it and maintains its record. Needed only if you can act for several and the hub would choose another one.",
  })
  organisationId?: string | null;
}

@InputType({
  description:
    "Changes to a group. Absent fields stay as they are; null clears a field that may be empty.",
})
export class UpdateEnterpriseGroupInput extends ChangeOf("The group.", EnterpriseGroupFields) {}

@InputType({
  description: "An earlier step to which a group's journey goes back, with the reason.",
})
export class ReturnEnterpriseGroupInput extends ChangeOf("The group.") {
  @ValueField(() => EnterpriseJourney, { description: "The step, which lies before its own." })
  journey!: EnterpriseJourney;
  @TextField({
    max: 2000,
    lines: "several",
    description: "The reason, for example that the later step was recorded by mistake.",
  })
  reason!: string;
}

@InputType({ description: "A step of a group's journey." })
export class AdvanceEnterpriseGroupInput extends ChangeOf("The group.") {
  @ValueField(() => EnterpriseJourney, { description: "The next step of the journey." })
  journey!: EnterpriseJourney;
}
