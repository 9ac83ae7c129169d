import { InputType } from "type-graphql";
import { ChangeOf, CreationOf, IdField, TextsField, ValueField } from "../../common/index.js";

const delegates = {
  max: 50,
  length: 200,
  description: "The people who speak for it, by name or office.",
};

@InputType({ description: "An organisation that a new deliberation invites." })
export class InvitedInput {
  @IdField({ description: "The organisation." })
  organisationId!: string;
  @TextsField({ ...delegates, presence: "defaulted" })
  delegates?: string[] | null;
  @ValueField(() => Boolean, {
    presence: "defaulted",
    initial: false,
    description:
      "True if the sources of a meeting held without the hub say that it attended. Only for such a meeting. Default: false.",
  })
  attended?: boolean | null;
}

@InputType({ description: "A further invitation to a deliberation." })
export class InviteOrganisationInput extends CreationOf(InvitedInput) {
  @IdField({ description: "The deliberation." })
  deliberationId!: string;
}

@InputType({ description: "The delegates of an invited organisation." })
export class NameDelegatesInput extends ChangeOf("The invitation.") {
  @TextsField(delegates)
  delegates!: string[];
}

@InputType({ description: "The arrival or the departure of an invited organisation, now." })
export class AttendanceInput extends ChangeOf("The invitation.") {}
