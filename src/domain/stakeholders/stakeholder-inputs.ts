import { ArrayMinSize, IsEmail } from "class-validator";
import { InputType } from "type-graphql";
import { Role } from "../../access/index.js";
import { InstantScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationInput,
  CreationOf,
  IdField,
  KeyField,
  type SourceInput,
  SourcesField,
  TextField,
  ValueField,
} from "../common/index.js";
import { ApiKeyScope } from "./api-key.js";
import { Sector } from "./organisation.js";

class OrganisationFields {
  @TextField({ max: 200, description: "Its official name." })
  name!: string;
  @ValueField(() => Sector, { description: "Its sector." })
  sector!: Sector;
  @ValueField(() => Boolean, {
    presence: "defaulted",
    initial: false,
    description: "True for a state-owned enterprise; only in the private sector.",
  })
  stateOwned?: boolean | null;
  @IdField({ presence: "nullable", description: "The organisation that it is part of." })
  parentId?: string | null;
  @TextField({ max: 13, presence: "nullable", description: "The code of its home region." })
  regionCode?: string | null;
  @TextField({
    max: 1000,
    lines: "several",
    presence: "nullable",
    description: "Its contact details. Public.",
  })
  contact?: string | null;
  @TextField({
    max: 2000,
    lines: "several",
    presence: "nullable",
    description: "A remark on the record.",
  })
  note?: string | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A new organisation." })
export class CreateOrganisationInput extends CreationOf(OrganisationFields) {
  @KeyField({
    presence: "defaulted",
    description: "Its stable key; derived from the name when absent.",
  })
  key?: string | null;
}

@InputType({
  description:
    "Changes to an organisation. Absent fields stay as they are; null clears a field that may be empty.",
})
export class UpdateOrganisationInput extends ChangeOf("The organisation.", OrganisationFields) {}

@InputType({ description: "A new member of an organisation, or another role of a member." })
export class AddMemberInput extends CreationInput {
  @IdField({ description: "The organisation." })
  organisationId!: string;
  @TextField({
    max: 254,
    ignoresCase: true,
    description: "The person's e-mail address, as it stands in their token.",
  })
  @IsEmail()
  email!: string;
  @TextField({
    max: 200,
    presence: "nullable",
    description: "The person's name; ignored for a person whom the hub already knows.",
  })
  name?: string | null;
  @ValueField(() => Role, { description: "The role; ASSESSOR only in universities." })
  role!: Role;
}

@InputType({ description: "A new API key of an organisation." })
export class IssueApiKeyInput extends CreationInput {
  @IdField({ description: "The organisation." })
  organisationId!: string;
  @TextField({ max: 100, description: "Its purpose." })
  name!: string;
  @ValueField(() => [ApiKeyScope], { isSet: true, description: "Its rights; at least one." })
  @ArrayMinSize(1)
  scopes!: ApiKeyScope[];
  @ValueField(() => InstantScalar, {
    description: "The instant from which it no longer works: in the future, within two years.",
  })
  expiresAt!: string;
}
