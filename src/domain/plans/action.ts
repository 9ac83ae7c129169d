import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Connection,
  Derived,
  Dimensions,
  EnumColumn,
  IndexOn,
  InLanguage,
  Listing,
  Reference,
  seenByAll,
} from "../../reading/index.js";
import { type StoredText, Translated, Versioned, VersionedNoun } from "../common/index.js";
import { AreaRegions, PovertyStrategy, Programme } from "../programmes/index.js";
import { Organisation } from "../stakeholders/index.js";
import { ActionPlan } from "./action-plan.js";
import { contributedTo, isActionOverdue } from "./derived.js";
import { ActionStage, ActionStatus, ParticipantStatus } from "./enums.js";
import { Milestone } from "./milestone.js";
import { Contribution } from "./money/contribution.js";
import { GivenAmount } from "./money/given-amount.js";
import { followsPlan } from "./plan-visibility.js";
import { shownProgress } from "./progress.js";
import { visibleActionChange } from "./progress-history.js";
import { ProgressUpdate } from "./progress-update.js";

// Other groups add fields: the added-fields.ts of indicators, deliberations and assessments, and
// assessments/findings/two-voices.ts.

/** One action of a plan: a commitment. */
@Versioned({
  description:
    "One action of a plan: a commitment in one stage of the chain from upstream to downstream. Kegiatan.",
  queries: { one: "action", many: "actions" },
  defaultOrder: { field: "stage", descending: false },
  visible: followsPlan,
  changesVisible: visibleActionChange,
  visibleBelow: { plan: seenByAll },
})
@IndexOn("plan", "stage")
// What counts of actions by their status reads, so that Postgres counts them from the index.
@IndexOn("programme", "stage", "plan", "status")
@Dimensions({
  leadSector: "lead.sector",
  planStatus: "plan.status",
  planArea: "plan.area",
  planLead: "plan.lead",
  programmeOwner: "programme.owner",
})
@AreaRegions("plan.area")
export class Action extends VersionedNoun {
  @Reference(() => ActionPlan, { index: false, description: "The plan that it is part of." })
  plan!: Rel<ActionPlan>;

  @Reference(() => Programme, { description: "The plan's programme.", index: false })
  programme!: Rel<Programme>;

  // The texts have no index. Each progress report rewrites its action, and with it every index;
  // that would cost more than the indexes save, because a search reads all actions in 30 ms.
  @InLanguage({
    of: "titleText",
    order: true,
    index: false,
    description: "The title: the work to do, in the request's language.",
  })
  title!: never;

  @Translated("The title in both languages.")
  titleText!: StoredText;

  @Column("text", {
    length: 5000,
    nullable: true,
    index: false,
    description: "The details: method, beneficiaries, places.",
  })
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
    description: "The organisation that leads it; none if the plan's lead leads it.",
  })
  lead?: Rel<Organisation> | null;

  @EnumColumn(() => ParticipantStatus, {
    nullable: true,
    description:
      "The answer of its own lead: INVITED until an organisation that others named has given one. None without a lead of its own.",
  })
  leadStatus?: ParticipantStatus | null;

  @Column("date", { nullable: true, order: true, description: "The first day." })
  startsOn?: string | null;

  @Column("date", { nullable: true, order: true, description: "The due date." })
  endsOn?: string | null;

  @EnumColumn(() => ActionStatus, {
    order: true,
    default: "PLANNED",
    description: "Its status.",
  })
  status!: ActionStatus;

  @Column("int", {
    order: true,
    default: "0",
    shown: shownProgress,
    description:
      "Its progress, 0 to 100 per cent: that of the last report of its lead (the plan's, where it has none) that is as visible as the action. Reports of others move nothing. 100 once it is COMPLETED; 0 before the first report.",
  })
  progress!: number;

  @Column("float", {
    default: "1",
    description: "Its weight in the plan's progress, more than 0; 1 unless it was given.",
  })
  weight!: number;

  @Derived(
    "boolean",
    {
      description:
        "True when its due date is past (in Jakarta) and neither is it completed or cancelled, nor its plan cancelled.",
    },
    isActionOverdue,
  )
  isOverdue!: boolean;

  @Derived(
    "boolean",
    {
      description:
        "True when it has a contribution that is not withdrawn, also if the action is cancelled: what stands on it is on record.",
    },
    contributedTo,
  )
  hasContribution!: boolean;

  @GivenAmount("action_id", "PLEDGED")
  amountPledged!: string;

  @GivenAmount("action_id", "COMMITTED")
  amountCommitted!: string;

  @GivenAmount("action_id", "DELIVERED")
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
    description: "The contributions of organisations to it.",
  })
  contributions!: never;

  @Connection(() => ProgressUpdate, {
    by: "action",
    singular: "progressUpdate",
    description: "The reports of its participants, the latest first unless ordered otherwise.",
  })
  progressUpdates!: never;

  override changeScope(): ChangeScope {
    return { ...this.plan.changeScope(), owner: this.lead?.id ?? this.plan.lead.id };
  }
}
