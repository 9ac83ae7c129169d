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
    "What an organisation promises to give: an amount of money, a quantity with its unit, or both.",
})
export class PledgeContributionInput extends CreationInput {
  @IdField({ description: "The action that it is for." })
  actionId!: string;
  @ValueField(() => ContributionKind, {
    description: "What it is; FUNDS and CAPITAL_INCENTIVE need an amount.",
  })
  kind!: ContributionKind;
  @ValueField(() => MoneyScalar, {
    presence: "nullable",
    description: "How much money, in whole rupiah, more than 0.",
  })
  amount?: string | null;
  @ValueField(() => Float, {
    presence: "nullable",
    description: "How many, more than 0, in `unit`.",
  })
  @IsNumber()
  @IsPositive()
  quantity?: number | null;
  @TextField({ max: 50, presence: "nullable", description: "The unit of the quantity, as `set`." })
  unit?: string | null;
  @TextField({ max: 2000, presence: "nullable", description: "A remark." })
  note?: string | null;
  @IdField({ presence: "nullable", description: "The contribution that this one passes on." })
  fundedById?: string | null;
  @ValueField(() => Visibility, {
    presence: "defaulted",
    description: "Who, of those who may see the plan, may see it; PUBLIC when absent.",
  })
  visibility?: Visibility | null;
  @IdField({
    presence: "defaulted",
    description:
      "The organisation that gives; needed by those who could speak for several only when the hub's choice is not theirs.",
  })
  organisationId?: string | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A step of a contribution: committed, delivered or withdrawn." })
export class ContributionStepInput extends ChangeOf("The contribution.") {}
