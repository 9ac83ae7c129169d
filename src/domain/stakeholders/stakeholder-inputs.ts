import { ArrayMinSize, IsEmail, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { Role } from "../../access/index.js";
import { InstantScalar } from "../../platform/scalars.js";
import {
  ExpectedVersionField,
  GivenField,
  IdField,
  KeyField,
  NewIdField,
  type SourceInput,
  SourcesField,
  TextField,
} from "../common/index.js";
import { ApiKeyScope } from "./api-key.js";
import { Sector } from "./organisation.js";

/** What a new organisation needs. */
@InputType({ description: "A new organisation." })
export class CreateOrganisationInput {
  @NewIdField()
  id?: string | null;
  @KeyField({
    nullable: true,
    clearable: true,
    description: "Its stable key; made from the name when absent.",
  })
  key?: string | null;
  @TextField({ max: 200, description: "Its official name." })
  name!: string;
  @Field(() => Sector, { description: "Its sector." })
  sector!: Sector;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is a state-owned enterprise; in the private sector only.",
  })
  stateOwned?: boolean | null;
  @IdField({ nullable: true, clearable: true, description: "The organisation that it is part of." })
  parentId?: string | null;
  @TextField({
    max: 13,
    nullable: true,
    clearable: true,
    description: "The code of its home region.",
  })
  regionCode?: string | null;
  @TextField({
    max: 1000,
    nullable: true,
    clearable: true,
    description: "How to reach it. Public.",
  })
  contact?: string | null;
  @TextField({ max: 2000, nullable: true, clearable: true, description: "A remark on the record." })
  note?: string | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may change of an organisation. */
@InputType({
  description:
    "Changes of an organisation; absent fields stay, null empties those that may be empty.",
})
export class UpdateOrganisationInput {
  @IdField({ description: "The organisation." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @TextField({ max: 200, nullable: true, description: "Its official name." })
  name?: string;
  @GivenField(() => Boolean, {
    description: "Whether it is a state-owned enterprise; in the private sector only.",
  })
  stateOwned?: boolean;
  @IdField({ nullable: true, clearable: true, description: "The organisation that it is part of." })
  parentId?: string | null;
  @TextField({
    max: 13,
    nullable: true,
    clearable: true,
    description: "The code of its home region.",
  })
  regionCode?: string | null;
  @TextField({
    max: 1000,
    nullable: true,
    clearable: true,
    description: "How to reach it. Public.",
  })
  contact?: string | null;
  @TextField({ max: 2000, nullable: true, clearable: true, description: "A remark on the record." })
  note?: string | null;
  @SourcesField("update")
  sources?: SourceInput[];
}

/** A person's new role in an organisation. */
@InputType({ description: "A new member of an organisation, or a further role of one." })
export class AddMemberInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The organisation." })
  organisationId!: string;
  @Field(() => String, { description: "The person's e-mail address, as their token carries it." })
  @MaxLength(254)
  @IsEmail()
  email!: string;
  @TextField({
    max: 200,
    nullable: true,
    clearable: true,
    description: "The person's name; kept if they are known already.",
  })
  name?: string | null;
  @Field(() => Role, { description: "The role; ASSESSOR in universities only." })
  role!: Role;
}

/** A new key for an organisation's own systems. */
@InputType({ description: "A new API key of an organisation." })
export class IssueApiKeyInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The organisation." })
  organisationId!: string;
  @TextField({ max: 100, description: "What it is for." })
  name!: string;
  @Field(() => [ApiKeyScope], { description: "What it may do; at least one." })
  @ArrayMinSize(1)
  scopes!: ApiKeyScope[];
  @Field(() => InstantScalar, {
    description: "When it stops working: in the future, within two years.",
  })
  expiresAt!: string;
}
