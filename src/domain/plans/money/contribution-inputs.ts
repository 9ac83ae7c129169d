import { InputType } from "type-graphql";
import { MoneyScalar } from "../../../platform/scalars.js";
import {
  ChangeOf,
  CreationOf,
  IdField,
  InputsField,
  NumberField,
  type SourceInput,
  SourcesField,
  TextField,
  ValueField,
  Visibility,
} from "../../common/index.js";
import { ContributionKind } from "../enums.js";
import { FundingInput } from "./funding-inputs.js";

/** The measure of a contribution: rupiah, a quantity of something, or both. */
class MeasureFields {
  @ValueField(() => ContributionKind, {
    description: "Its kind; FUNDS and CAPITAL_INCENTIVE need an amount.",
  })
  kind!: ContributionKind;
  @ValueField(() => MoneyScalar, {
    presence: "nullable",
    description: "The amount in whole rupiah, more than 0.",
  })
  amount?: string | null;
  @NumberField({
    positive: true,
    presence: "nullable",
    description: "The quantity in `unit`, more than 0.",
  })
  quantity?: number | null;
  @TextField({
    max: 50,
    presence: "nullable",
    description: "The unit of the quantity, for example `set`.",
  })
  unit?: string | null;
  @TextField({ max: 2000, lines: "several", presence: "nullable", description: "A remark." })
  note?: string | null;
}

@InputType({
  description:
    "A pledge of an organisation: an amount of money, a quantity with its unit, or both.",
})
export class PledgeContributionInput extends CreationOf(MeasureFields) {
  @IdField({ description: "The action that it is for." })
  actionId!: string;
  @InputsField(() => FundingInput, {
    max: 50,
    presence: "nullable",
    description:
      "The contributions of which it passes on rupiah, each with the amount. The rest is the organisation's own money.",
  })
  funding?: FundingInput[] | null;
  @IdField({
    presence: "nullable",
    description: "One contribution whose money this one passes on with its whole amount.",
    deprecationReason:
      "Since 2026-11-30. Use `funding`, which says how much of which; may be removed from 2027-06-01.",
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

@InputType({
  description:
    "A correction of what was recorded in error. Absent fields stay as they are. The ledger keeps both.",
})
export class CorrectContributionInput extends ChangeOf("The contribution.", MeasureFields) {
  @TextField({ max: 2000, lines: "several", description: "The reason of the correction." })
  reason!: string;
}

@InputType({ description: "A step of a contribution: commit, deliver or withdraw it." })
export class ContributionStepInput extends ChangeOf("The contribution.") {}
