import { IsNumber, IsPositive } from "class-validator";
import { Float, InputType } from "type-graphql";
import { MoneyScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationInput,
  IdField,
  type SourceInput,
  SourcesField,
  TextField,
  ValueField,
  Visibility,
} from "../common/index.js";
import { ContributionKind } from "./enums.js";

@InputType({
  description:
    "A pledge of an organisation: an amount of money, a quantity with its unit, or both.",
})
export class PledgeContributionInput extends CreationInput {
  @IdField({ description: "The action that it is for." })
  actionId!: string;
  @ValueField(() => ContributionKind, {
    description: "Its kind; FUNDS and CAPITAL_INCENTIVE need an amount.",
  })
  kind!: ContributionKind;
  @ValueField(() => MoneyScalar, {
    presence: "nullable",
    description: "The amount in whole rupiah, more than 0.",
  })
  amount?: string | null;
  @ValueField(() => Float, {
    presence: "nullable",
    description: "The quantity in `unit`, more than 0.",
  })
  @IsNumber()
  @IsPositive()
  quantity?: number | null;
  @TextField({
    max: 50,
    presence: "nullable",
    description: "The unit of the quantity, for example `set`.",
  })
  unit?: string | null;
  @TextField({ max: 2000, lines: "several", presence: "nullable", description: "A remark." })
  note?: string | null;
  @IdField({
    presence: "nullable",
    description: "The contribution whose money this one passes on.",
  })
  fundedById?: string | null;
  @ValueField(() => Visibility, {
    presence: "defaulted",
    initial: Visibility.PUBLIC,
    description: "The audience among those who can see the plan; PUBLIC when absent.",
  })
  visibility?: Visibility | null;
  @IdField({
    presence: "defaulted",
    description:
      "The organisation that gives. Needed only if you can act for several and the hub would choose another one.",
  })
  organisationId?: string | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A step of a contribution: commit, deliver or withdraw it." })
export class ContributionStepInput extends ChangeOf("The contribution.") {}
