import { defineEnum, type MemberOf } from "../../../reading/index.js";
import { lifecycle } from "../../common/index.js";

/** The statuses of a funding link: the answer of the organisation whose money it names. */
export const FundingStatus = defineEnum(
  "FundingStatus",
  "The answer of the organisation whose contribution is passed on (rule 12). A link counts unless it is REFUSED.",
  {
    UNCONFIRMED: "Without an answer of the funder; next: CONFIRMED or REFUSED. Belum dijawab.",
    CONFIRMED: "The funder said yes, or funds itself; next: REFUSED. Dibenarkan.",
    REFUSED: "The funder said no: it counts nowhere; next: CONFIRMED. Ditolak.",
  },
);
export type FundingStatus = MemberOf<typeof FundingStatus>;

/** The allowed answers: a funder may think again, because nothing is stuck (rule 14). */
export const fundingLifecycle = lifecycle<FundingStatus>("Funding", {
  UNCONFIRMED: [FundingStatus.CONFIRMED, FundingStatus.REFUSED],
  CONFIRMED: [FundingStatus.REFUSED],
  REFUSED: [FundingStatus.CONFIRMED],
});

/** The kinds of inconsistencies of a contribution. */
export const MoneyInconsistency = defineEnum(
  "MoneyInconsistency",
  "What does not fit the rules of money (rule 12). It was recorded before the rule, or its funder has changed since.",
  {
    PASSES_ON_MORE_THAN_GIVEN:
      "It claims to pass on `amount` of a contribution of which only `limit` was left: the rest counts as its own money.",
    PASSES_ON_NO_RUPIAH:
      "It claims to pass on a contribution, but one of the two has no amount in rupiah: the link counts as nothing.",
    FUNDER_WITHDRAWN:
      "It passes on `amount` of a contribution that is withdrawn: the money counts as its own.",
    DELIVERED_WITHOUT_PAYMENTS:
      "It is DELIVERED, though of its amount (`limit`) only `amount` is recorded as paid.",
  },
);
export type MoneyInconsistency = MemberOf<typeof MoneyInconsistency>;
