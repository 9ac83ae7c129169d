import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../../ledger/index.js";
import {
  Column,
  Derived,
  Dimensions,
  exists,
  IndexOn,
  Reference,
  seenByAll,
  sql,
  UniqueOn,
} from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { AreaRegions } from "../../programmes/index.js";
import { Contribution } from "./contribution.js";
import { followsContribution } from "./money-visibility.js";

/** A dated transaction of a contribution (IATI transaction), or the reversal of one. */
@Versioned({
  within: ["contribution"],
  description:
    "A dated transaction of a contribution (IATI transaction). It is never edited: a reversal takes it back. Realisasi.",
  queries: { one: "payment", many: "payments" },
  defaultOrder: { field: "paidOn", descending: false },
  visible: followsContribution,
  visibleBelow: { contribution: seenByAll },
})
@IndexOn("contribution", "paidOn")
@UniqueOn("payment_reversed_once", "reverses")
@Dimensions({
  organisation: "contribution.organisation",
  organisationSector: "contribution.organisationSector",
  action: "contribution.action",
  actionStage: "contribution.actionStage",
  plan: "contribution.plan",
  planArea: "contribution.planArea",
  planProgramme: "contribution.planProgramme",
  contributionKind: "contribution.kind",
  contributionStatus: "contribution.status",
})
@AreaRegions("contribution.plan.area")
export class Payment extends VersionedNoun {
  @Reference(() => Contribution, { index: false, description: "The contribution that it is of." })
  contribution!: Rel<Contribution>;

  @Column("money", {
    order: true,
    measures: ["average", "min", "max"],
    description: "The amount in whole rupiah; a reversal has that of the payment it takes back.",
  })
  amount!: string;

  @Column("date", { order: true, description: "The day of the transaction." })
  paidOn!: string;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "A remark, for example the transfer's number; of a reversal the reason.",
  })
  note?: string | null;

  @Reference(() => Payment, {
    nullable: true,
    index: false,
    description: "The payment that this one takes back; none for a payment itself.",
  })
  reverses?: Rel<Payment> | null;

  @Derived(
    "boolean",
    { description: "True when a reversal took it back: it counts in no total." },
    (payment) =>
      exists(
        Payment,
        payment,
        (reversal) => sql`${reversal.column("reverses_id")} = ${payment.column("id")}`,
      ),
  )
  isReversed!: boolean;

  override changeScope(): ChangeScope {
    return this.contribution.changeScope();
  }
}
