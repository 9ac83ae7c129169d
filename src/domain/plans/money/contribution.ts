import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../../ledger/index.js";
import {
  Column,
  Connection,
  Derived,
  DerivedReference,
  Dimension,
  Dimensions,
  EnumColumn,
  IndexOn,
  Reference,
} from "../../../reading/index.js";
import { Versioned, VersionedNoun, Visibility } from "../../common/index.js";
import { AreaRegions } from "../../programmes/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Action } from "../action.js";
import { ActionPlan } from "../action-plan.js";
import { ContributionKind, ContributionStatus } from "../enums.js";
import { narrowedBelowAction, narrowedByVisibility } from "../plan-visibility.js";
import { firstFunder, passesOn } from "./funders.js";
import { Funding } from "./funding.js";
import { ContributionInconsistency, inconsistenciesOf, isInconsistent } from "./inconsistencies.js";
import { Payment } from "./payment.js";
import { paidOf } from "./sums.js";

// Other groups add fields: enterprises/added-fields.ts (supports).

/** A contribution of one organisation to an action. */
@Versioned({
  within: ["action"],
  description:
    "A contribution of one organisation to an action: money, or a quantity of something. Kontribusi.",
  queries: { one: "contribution", many: "contributions" },
  defaultOrder: { field: "createdAt", descending: false },
  visible: narrowedByVisibility,
  visibleBelow: { action: narrowedBelowAction },
  hiddenInChanges: ["fundingChain"],
})
@IndexOn("action", "createdAt")
@IndexOn("plan", "status")
@Dimensions({
  organisationSector: "organisation.sector",
  planArea: "plan.area",
  planProgramme: "plan.programme",
  actionStage: "action.stage",
  actionStatus: "action.status",
  actionStrategy: "action.strategy",
})
@Dimension("unit", "text", "The unit of its quantity.", ({ row }) => row.column("unit"))
@AreaRegions("plan.area")
export class Contribution extends VersionedNoun {
  @Reference(() => Action, { index: false, description: "The action that it is for." })
  action!: Rel<Action>;

  @Reference(() => ActionPlan, { index: false, description: "The action's plan." })
  plan!: Rel<ActionPlan>;

  @Reference(() => Organisation, { description: "The organisation that gives it." })
  organisation!: Rel<Organisation>;

  @EnumColumn(() => ContributionKind, { order: true, description: "Its kind." })
  kind!: ContributionKind;

  @EnumColumn(() => ContributionStatus, {
    order: true,
    default: "PLEDGED",
    description: "Its status.",
  })
  status!: ContributionStatus;

  // No sum: along a funding chain it would count money more than once. See the measure `money`.
  @Column("money", {
    nullable: true,
    order: true,
    measures: ["average", "min", "max"],
    description: "The amount in whole rupiah.",
  })
  amount?: string | null;

  @Column("float", {
    nullable: true,
    order: true,
    measures: [],
    description: "The quantity in `unit`.",
  })
  quantity?: number | null;

  // The column has only some dozens of different words: Postgres would not use an index.
  @Column("text", {
    nullable: true,
    index: false,
    description: "The unit of the quantity, for example `set` or `orang-hari`.",
  })
  unit?: string | null;

  @Column("text", { length: 2000, nullable: true, filter: false, description: "A remark." })
  note?: string | null;

  @EnumColumn(() => Visibility, {
    default: "PUBLIC",
    description: "The audience among those who can see the plan.",
  })
  visibility!: Visibility;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "The reason of the last correction.",
  })
  correctionReason?: string | null;

  @Connection(() => Funding, {
    by: "contribution",
    singular: "fundingLink",
    description:
      "The contributions whose money it passes on, each with the amount; the rest is its own money.",
  })
  funding!: never;

  @Connection(() => Funding, {
    by: "source",
    singular: "passedOnLink",
    description: "The links by which other contributions pass its money on.",
  })
  passedOn!: never;

  @DerivedReference(
    () => Contribution,
    {
      description: "The first contribution that the viewer sees whose money this one passes on.",
      deprecationReason:
        "Since 2026-11-30. A contribution may pass on money of several: use `funding`, which says how much; may be removed from 2027-06-01.",
    },
    firstFunder,
  )
  fundedBy?: never;

  @Connection(() => Contribution, {
    by: passesOn,
    description: "The contributions that pass its money on.",
    deprecationReason:
      "Since 2026-11-30. Use `passedOn`, which says how much; may be removed from 2027-06-01.",
  })
  passedOnBy!: never;

  @Connection(() => Payment, {
    by: "contribution",
    singular: "payment",
    description: "Its payments and their reversals, the earliest first.",
  })
  payments!: never;

  @Derived(
    "money",
    { description: "The rupiah paid of it, without payments that were reversed." },
    paidOf,
  )
  paid!: string;

  @Derived(
    "boolean",
    { description: "True when something about it does not fit the rules of money." },
    isInconsistent,
  )
  isInconsistent!: boolean;

  @Derived(
    "json",
    {
      type: () => [ContributionInconsistency],
      description:
        "What about it does not fit the rules of money: it is kept as it was recorded until a correction.",
    },
    inconsistenciesOf,
  )
  inconsistencies!: never;

  override changeScope(): ChangeScope {
    return { ...this.action.changeScope(), owner: this.organisation.id };
  }
}
