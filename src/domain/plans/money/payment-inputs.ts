import { InputType } from "type-graphql";
import { DateScalar, MoneyScalar } from "../../../platform/scalars.js";
import {
  CreationInput,
  IdField,
  type SourceInput,
  SourcesField,
  TextField,
  ValueField,
} from "../../common/index.js";

@InputType({ description: "A payment of a contribution in rupiah." })
export class RecordPaymentInput extends CreationInput {
  @IdField({ description: "The contribution." })
  contributionId!: string;
  @ValueField(() => MoneyScalar, {
    description:
      "The rupiah paid, more than 0 and at most what remains of the contribution's amount.",
  })
  amount!: string;
  @ValueField(() => DateScalar, {
    description: "The day of the transaction, not after today (in Jakarta).",
  })
  paidOn!: string;
  @TextField({
    max: 2000,
    lines: "several",
    presence: "nullable",
    description: "A remark, for example the transfer's number.",
  })
  note?: string | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "The reversal of a payment that was recorded in error." })
export class ReversePaymentInput extends CreationInput {
  @IdField({ description: "The payment that it takes back." })
  paymentId!: string;
  @TextField({ max: 2000, lines: "several", description: "The reason." })
  reason!: string;
}
