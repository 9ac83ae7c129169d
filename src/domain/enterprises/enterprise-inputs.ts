import { ValidateIf, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DateScalar } from "../../platform/scalars.js";
import {
  ExpectedVersionField,
  GivenField,
  IdField,
  IntField,
  NestedField,
  NewIdField,
  type SourceInput,
  SourcesField,
  TextField,
  Visibility,
} from "../common/index.js";
import { mostMembers } from "./enterprise-rules.js";
import { EnterpriseJourney } from "./enums.js";

/** Something that a group makes or does. */
@InputType({ description: "Something that a group makes or does." })
export class EnterpriseProductInput {
  @TextField({ max: 200, description: "What it is called." })
  name!: string;
}

/** A line of business in a classification. */
@InputType({ description: "A line of business in a classification." })
export class BusinessClassificationInput {
  @TextField({ max: 20, description: "The code, as `10761`." })
  code!: string;
  @TextField({ max: 50, description: "The classification and its version, as `KBLI 2020`." })
  version!: string;
}

const members = "How many people belong to it; 1 is one person working alone.";

const MembersField = (nullable: boolean) =>
  IntField({ min: 1, max: mostMembers, nullable, description: members });

const SexField = (description: string) =>
  IntField({ min: 0, max: mostMembers, nullable: true, clearable: true, description });

const women = "How many of them are women; with `men` they make up the members.";
const men = "How many of them are men; with `women` they make up the members.";

const ClassificationField = (): PropertyDecorator => (prototype, name) => {
  Field(() => BusinessClassificationInput, {
    nullable: true,
    description: "Its line of business, if classified.",
  })(prototype, name as string);
  ValidateIf((_, value) => value !== undefined && value !== null)(prototype, name as string);
  ValidateNested()(prototype, name as string);
};

const VillageField = () =>
  TextField({
    max: 13,
    nullable: true,
    clearable: true,
    description: "The code of its village, which lies in the area.",
  });

/** What a new group needs. */
@InputType({
  description: "A group of self-employed workers, registered at the step at which it is.",
})
export class RegisterEnterpriseGroupInput {
  @NewIdField()
  id?: string | null;
  @TextField({ max: 200, description: "The group's name; never the names of its members." })
  name!: string;
  @IdField({ description: "The area that it works in." })
  areaId!: string;
  @VillageField()
  villageCode?: string | null;
  @GivenField(() => EnterpriseJourney, {
    description: "How far it has come; FORMED when absent.",
  })
  journey?: EnterpriseJourney;
  @Field(() => DateScalar, { nullable: true, description: "The day it was formed." })
  formedOn?: string | null;
  @MembersField(false)
  members!: number;
  @SexField(women)
  women?: number | null;
  @SexField(men)
  men?: number | null;
  @NestedField(() => EnterpriseProductInput, {
    max: 50,
    nullable: true,
    clearable: true,
    description: "What it makes or does.",
  })
  products?: EnterpriseProductInput[] | null;
  @ClassificationField()
  classification?: BusinessClassificationInput | null;
  @TextField({ max: 2000, nullable: true, clearable: true, description: "A remark." })
  note?: string | null;
  @Field(() => Visibility, { nullable: true, description: "Who may see it; PUBLIC when absent." })
  visibility?: Visibility | null;
  @IdField({
    nullable: true,
    clearable: true,
    description:
      "The organisation that registers it and looks after it; needed by those who could act for several only when the hub's choice is not theirs.",
  })
  organisationId?: string | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may change of a group. */
@InputType({
  description: "Changes of a group; absent fields stay, null empties those that may be empty.",
})
export class UpdateEnterpriseGroupInput {
  @IdField({ description: "The group." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @TextField({ max: 200, nullable: true, description: "The group's name." })
  name?: string;
  @VillageField()
  villageCode?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The day it was formed." })
  formedOn?: string | null;
  @MembersField(true)
  members?: number;
  @SexField(women)
  women?: number | null;
  @SexField(men)
  men?: number | null;
  @NestedField(() => EnterpriseProductInput, {
    max: 50,
    nullable: true,
    description: "What it makes or does.",
  })
  products?: EnterpriseProductInput[];
  @ClassificationField()
  classification?: BusinessClassificationInput | null;
  @TextField({ max: 2000, nullable: true, clearable: true, description: "A remark." })
  note?: string | null;
  @GivenField(() => Visibility, { description: "Who may see it." })
  visibility?: Visibility;
  @SourcesField("update")
  sources?: SourceInput[];
}

/** A step of a group's journey. */
@InputType({ description: "A step of a group's journey." })
export class AdvanceEnterpriseGroupInput {
  @IdField({ description: "The group." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @Field(() => EnterpriseJourney, { description: "The step to which it has come." })
  journey!: EnterpriseJourney;
}
