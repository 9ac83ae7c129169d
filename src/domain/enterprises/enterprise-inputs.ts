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

@InputType({ description: "Something that a group makes or does." })
export class EnterpriseProductInput {
  @TextField({ max: 200, description: "What it is called." })
  name!: string;
}

@InputType({ description: "A line of business in a classification." })
export class BusinessClassificationInput {
  @TextField({ max: 20, description: "The code, as `10761`." })
  code!: string;
  @TextField({ max: 50, description: "The classification and its version, as `KBLI 2020`." })
  version!: string;
}

class EnterpriseGroupFields {
  @TextField({ max: 200, description: "The group's name; never the names of its members." })
  name!: string;
  @TextField({
    max: 13,
    presence: "nullable",
    description: "The code of its village, which lies in the area.",
  })
  villageCode?: string | null;
  @ValueField(() => DateScalar, { presence: "nullable", description: "The day it was formed." })
  formedOn?: string | null;
  @IntField({
    min: 1,
    max: mostMembers,
    description: "How many people belong to it; 1 is one person working alone.",
  })
  members!: number;
  @IntField({
    min: 0,
    max: mostMembers,
    presence: "nullable",
    description: "How many of them are women; with `men` they make up the members.",
  })
  women?: number | null;
  @IntField({
    min: 0,
    max: mostMembers,
    presence: "nullable",
    description: "How many of them are men; with `women` they make up the members.",
  })
  men?: number | null;
  @InputsField(() => EnterpriseProductInput, {
    max: 50,
    presence: "defaulted",
    description: "What it makes or does.",
  })
  products?: EnterpriseProductInput[] | null;
  @InputField(() => BusinessClassificationInput, {
    presence: "nullable",
    description: "Its line of business, if classified.",
  })
  classification?: BusinessClassificationInput | null;
  @TextField({ max: 2000, presence: "nullable", description: "A remark." })
  note?: string | null;
  @ValueField(() => Visibility, {
    presence: "defaulted",
    description: "Who may see it; a new group is PUBLIC when this is absent.",
  })
  visibility?: Visibility | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({
  description: "A group of self-employed workers, registered at the step at which it is.",
})
export class RegisterEnterpriseGroupInput extends CreationOf(EnterpriseGroupFields) {
  @IdField({ description: "The area that it works in." })
  areaId!: string;
  @ValueField(() => EnterpriseJourney, {
    presence: "optional",
    description: "How far it has come; FORMED when absent.",
  })
  journey?: EnterpriseJourney;
  @IdField({
    presence: "defaulted",
    description:
      "The organisation that registers it and looks after it; needed by those who could act for several only when the hub's choice is not theirs.",
  })
  organisationId?: string | null;
}

@InputType({
  description: "Changes of a group; absent fields stay, null empties those that may be empty.",
})
export class UpdateEnterpriseGroupInput extends ChangeOf("The group.", EnterpriseGroupFields) {}

@InputType({ description: "A step of a group's journey." })
export class AdvanceEnterpriseGroupInput extends ChangeOf("The group.") {
  @ValueField(() => EnterpriseJourney, { description: "The step to which it has come." })
  journey!: EnterpriseJourney;
}
