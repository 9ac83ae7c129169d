import { InputType } from "type-graphql";
import { MoneyScalar } from "../../../platform/scalars.js";
import {
  ChangeOf,
  CreationInput,
  IdField,
  type SourceInput,
  SourcesField,
  TextField,
  ValueField,
} from "../../common/index.js";

/** What a contribution passes on, as part of its pledge. */
@InputType({ description: "Rupiah of another contribution that this one passes on." })
export class FundingInput {
  @IdField({ description: "The contribution whose money it is." })
  contributionId!: string;
  @ValueField(() => MoneyScalar, {
    description:
      "The rupiah passed on, more than 0 and at most what is left of both contributions.",
  })
  amount!: string;
}

@InputType({ description: "A link of the funding chain between two contributions that exist." })
export class AddFundingInput extends CreationInput {
  @IdField({ description: "The contribution that passes the money on." })
  contributionId!: string;
  @IdField({ description: "The contribution whose money it is." })
  sourceId!: string;
  @ValueField(() => MoneyScalar, {
    description:
      "The rupiah passed on, more than 0 and at most what is left of both contributions.",
  })
  amount!: string;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "The right amount of a link. The funder is asked again." })
export class CorrectFundingInput extends ChangeOf("The link.") {
  @ValueField(() => MoneyScalar, {
    description:
      "The rupiah passed on, more than 0 and at most what is left of both contributions.",
  })
  amount!: string;
  @TextField({ max: 2000, lines: "several", presence: "nullable", description: "The reason." })
  reason?: string | null;
}

@InputType({ description: "The funder's yes to a link." })
export class ConfirmFundingInput extends ChangeOf("The link.") {}

@InputType({ description: "The funder's no to a link." })
export class RefuseFundingInput extends ChangeOf("The link.") {
  @TextField({ max: 2000, lines: "several", presence: "nullable", description: "The reason." })
  reason?: string | null;
}
