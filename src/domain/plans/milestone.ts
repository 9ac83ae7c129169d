import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import { Column, Derived, Dimensions, Reference, seenByAll } from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { AreaRegions } from "../programmes/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { isPastDue } from "./derived.js";
import { followsPlan } from "./plan-visibility.js";

/** A dated, checkable step of an action. */
@Versioned({
  within: ["action"],
  description: "A dated, checkable step of an action. Tonggak.",
  defaultOrder: { field: "dueOn", descending: false },
  visible: followsPlan,
  visibleBelow: { action: seenByAll },
})
@Dimensions({
  planProgramme: "plan.programme",
  actionStage: "action.stage",
  actionLeader: "action.leader",
})
@AreaRegions("plan.area")
export class Milestone extends VersionedNoun {
  @Reference(() => Action, { description: "The action that it belongs to." })
  action!: Rel<Action>;

  @Reference(() => ActionPlan, { description: "The action's plan." })
  plan!: Rel<ActionPlan>;

  @Column("text", { order: true, description: "The result to reach." })
  title!: string;

  @Column("date", { order: true, description: "The due date." })
  dueOn!: string;

  @Column("date", {
    nullable: true,
    order: true,
    description: "The day on which it was reached; none until then.",
  })
  completedOn?: string | null;

  @Derived(
    "boolean",
    { description: "True when its due date is past (in Jakarta) and it is not reached." },
    isPastDue,
  )
  isOverdue!: boolean;

  override changeScope(): ChangeScope {
    return this.action.changeScope();
  }
}
