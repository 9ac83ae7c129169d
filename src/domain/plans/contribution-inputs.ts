import { IsNumber, IsPositive, ValidateIf } from "class-validator";
import { Field, Float, InputType } from "type-graphql";
import { MoneyScalar } from "../../platform/scalars.js";
import {
  ExpectedVersionField,
  IdField,
  NewIdField,
  type SourceInput,
  SourcesField,
  TextField,
  Visibility,
} from "../common/index.js";
import { ContributionKind } from "./enums.js";

/** What an organisation promises to give. */
@InputType({
  description:
    "What an organisation promises to give: an amount of money, a quantity with its unit, or both.",
})
export class PledgeContributionInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The action that it is for." })
  actionId!: string;
  @Field(() => ContributionKind, {
    description: "What it is; FUNDS and CAPITAL_INCENTIVE need an amount.",
  })
  kind!: ContributionKind;
  @Field(() => MoneyScalar, {
    nullable: true,
    description: "How much money, in whole rupiah, more than 0.",
  })
  amount?: string | null;
  @Field(() => Float, { nullable: true, description: "How many, more than 0, in `unit`." })
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @IsNumber()
  @IsPositive()
  quantity?: number | null;
  @TextField({
    max: 50,
    nullable: true,
    clearable: true,
    description: "The unit of the quantity, as `set`.",
  })
  unit?: string | null;
  @TextField({ max: 2000, nullable: true, clearable: true, description: "A remark." })
  note?: string | null;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The contribution that this one passes on.",
  })
  fundedById?: string | null;
  @Field(() => Visibility, {
    nullable: true,
    description: "Who, of those who may see the plan, may see it; PUBLIC when absent.",
  })
  visibility?: Visibility | null;
  @IdField({
    nullable: true,
    clearable: true,
    description:
      "The organisation that gives; needed by those who could speak for several only when the hub's choice is not theirs.",
  })
  organisationId?: string | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** A step of a contribution. */
@InputType({ description: "A step of a contribution: committed, delivered or withdrawn." })
export class ContributionStepInput {
  @IdField({ description: "The contribution." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
}
