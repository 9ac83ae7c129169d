import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import type { ChangeScope } from "../../ledger/index.js";
import { Column, Connection, EnumColumn, IndexOn, Reference } from "../../reading/index.js";
import { Versioned, VersionedNoun, Visibility } from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { ContributionKind, ContributionStatus } from "./enums.js";
import { narrowedByVisibility } from "./plan-visibility.js";

// Other groups add fields: enterprises/added-fields.ts (supports).

/** A contribution of one organisation to an action. */
@Versioned({
  description:
    "A contribution of one organisation to an action: money, or a quantity of something. Kontribusi.",
  queries: { one: "contribution", many: "contributions" },
  defaultOrder: { field: "createdAt", descending: false },
  visible: narrowedByVisibility,
  hiddenInChanges: ["fundingChain"],
})
@IndexOn("action", "createdAt")
@IndexOn("plan", "status")
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

  @Column("money", { nullable: true, order: true, description: "The amount in whole rupiah." })
  amount?: string | null;

  @Column("float", { nullable: true, order: true, description: "The quantity in `unit`." })
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

  @Reference(() => Contribution, {
    nullable: true,
    mayBeHidden: true,
    description:
      "The contribution whose money this one passes on, so that money counts once along the chain.",
  })
  fundedBy?: Rel<Contribution> | null;

  @Connection(() => Contribution, {
    by: "fundedBy",
    description: "The contributions that pass its money on.",
  })
  passedOnBy!: never;

  /** The ids of its funding chain, the first source first; totals look through it. */
  @Property({ type: "array", columnType: "uuid[]", fieldName: "funding_chain", defaultRaw: "'{}'" })
  fundingChain!: string[];

  override changeScope(): ChangeScope {
    return { ...this.action.changeScope(), owner: this.organisation.id };
  }
}
