import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Connection,
  Derived,
  EnumColumn,
  IndexOn,
  Listing,
  Reference,
  seenByAll,
} from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { PovertyStrategy, Programme } from "../programmes/index.js";
import { Organisation } from "../stakeholders/index.js";
import { ActionPlan } from "./action-plan.js";
import { Contribution } from "./contribution.js";
import { amountIn, contributedTo, overdueAction } from "./derived.js";
import { ActionStage, ActionStatus, ContributionStatus } from "./enums.js";
import { Milestone } from "./milestone.js";
import { followsPlan } from "./plan-visibility.js";
import { ProgressUpdate } from "./progress-update.js";

// Other groups add fields: the added-fields.ts of indicators, deliberations and assessments, and
// assessments/findings/two-voices.ts.

/** One commitment of a plan. */
@Versioned({
  description:
    "One commitment of a plan, in a stage of the chain from upstream to downstream. Kegiatan.",
  queries: { one: "action", many: "actions" },
  defaultOrder: { field: "stage", descending: false },
  visible: followsPlan,
  visibleBelow: { plan: seenByAll },
})
@IndexOn("plan", "stage")
export class Action extends VersionedNoun {
  @Reference(() => ActionPlan, { index: false, description: "The plan that it is part of." })
  plan!: Rel<ActionPlan>;

  @Reference(() => Programme, { description: "The plan's programme." })
  programme!: Rel<Programme>;

  // Each report of progress rewrites its action, and with it every index. Those on the texts' parts
  // would cost each report more than they would spare a search: all actions are read in 30 ms.
  @Column("text", { order: true, index: false, description: "What is to be done." })
  title!: string;

  @Column("text", { nullable: true, index: false, description: "How, for whom, where." })
  description?: string | null;

  @EnumColumn(() => ActionStage, {
    order: true,
    description: "Its stage in the chain.",
  })
  stage!: ActionStage;

  @EnumColumn(() => PovertyStrategy, {
    nullable: true,
    order: true,
    description: "The strategy against extreme poverty that it serves.",
  })
  strategy?: PovertyStrategy | null;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that leads it; where none is named, the plan's lead does.",
  })
  lead?: Rel<Organisation> | null;

  @Column("date", { nullable: true, order: true, description: "The day it starts." })
  startsOn?: string | null;

  @Column("date", { nullable: true, order: true, description: "The day it is due." })
  endsOn?: string | null;

  @EnumColumn(() => ActionStatus, {
    order: true,
    default: "PLANNED",
    description: "Where it stands.",
  })
  status!: ActionStatus;

  @Column("int", {
    order: true,
    default: "0",
    description: "Progress as last reported, 0 to 100 per cent.",
  })
  progress!: number;

  @Derived(
    "boolean",
    {
      description:
        "Whether its due date is past (in Jakarta) and it is neither completed nor cancelled.",
    },
    overdueAction,
  )
  isOverdue!: boolean;

  @Derived(
    "boolean",
    { description: "Whether it has a contribution that was not withdrawn." },
    contributedTo,
  )
  hasContribution!: boolean;

  @Derived(
    "money",
    { description: "Rupiah pledged to it and not yet committed; passed-on money counts once." },
    (row, scope) => amountIn("action_id", row, ContributionStatus.PLEDGED, scope),
  )
  amountPledged!: string;

  @Derived(
    "money",
    { description: "Rupiah committed to it and not yet delivered; passed-on money counts once." },
    (row, scope) => amountIn("action_id", row, ContributionStatus.COMMITTED, scope),
  )
  amountCommitted!: string;

  @Derived(
    "money",
    { description: "Rupiah delivered to it; passed-on money counts once." },
    (row, scope) => amountIn("action_id", row, ContributionStatus.DELIVERED, scope),
  )
  amountDelivered!: string;

  @Listing(() => Milestone, {
    by: "action",
    singular: "milestone",
    description: "Its milestones, the earliest due first.",
  })
  milestones!: never;

  @Connection(() => Contribution, {
    by: "action",
    singular: "contribution",
    description: "What organisations give to it.",
  })
  contributions!: never;

  @Connection(() => ProgressUpdate, {
    by: "action",
    singular: "progressUpdate",
    description: "What its participants reported, the latest first unless ordered otherwise.",
  })
  progressUpdates!: never;

  override changeScope(): ChangeScope {
    return { ...this.plan.changeScope(), owner: this.lead?.id ?? this.plan.lead.id };
  }
}
