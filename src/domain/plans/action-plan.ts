import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Connection,
  Derived,
  Dimensions,
  EnumColumn,
  from,
  InLanguage,
  Listing,
  Reference,
  References,
  sql,
} from "../../reading/index.js";
import {
  type StoredText,
  Translated,
  Versioned,
  VersionedNoun,
  Visibility,
} from "../common/index.js";
import { Acceptance, Area, AreaRegions, Programme } from "../programmes/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { isActionOverdue, isOverdue } from "./derived.js";
import { ActionPlanStatus, ParticipantStatus } from "./enums.js";
import { GivenAmount } from "./money/given-amount.js";
import { Participant } from "./participant.js";
import { visiblePlan } from "./plan-visibility.js";
import { meanProgress } from "./progress.js";

// Other groups add fields: assessments/added-fields.ts and assessments/comparison/comparison.ts.

/** The shared plan of one programme in one area, or nationwide. */
@Versioned({
  scopeMember: "plan",
  description: "The shared plan of one programme in one area, or nationwide. Rencana aksi.",
  queries: { one: "actionPlan", many: "actionPlans" },
  defaultOrder: { field: "startsOn", descending: true },
  visible: visiblePlan,
})
@Dimensions({ leadSector: "lead.sector", programmeOwner: "programme.owner" })
@AreaRegions("area")
export class ActionPlan extends VersionedNoun {
  @Column("key", {
    unique: true,
    order: true,
    description: "Its stable key, readable in an address.",
  })
  key!: string;

  @InLanguage({ of: "titleText", order: true, description: "Its title in the request's language." })
  title!: never;

  @Translated("Its title in both languages.")
  titleText!: StoredText;

  @Column("text", { length: 5000, nullable: true, description: "Its aims, in short." })
  summary?: string | null;

  @Reference(() => Programme, { description: "The programme that it belongs to." })
  programme!: Rel<Programme>;

  @Reference(() => Area, {
    nullable: true,
    description: "The area that it is for; none for a nationwide plan.",
  })
  area?: Rel<Area> | null;

  @Reference(() => Organisation, { description: "The organisation that leads it." })
  lead!: Rel<Organisation>;

  @EnumColumn(() => ParticipantStatus, {
    description:
      "The lead's answer: INVITED until an organisation that others named has given one. It leads once it has accepted.",
  })
  leadStatus!: ParticipantStatus;

  @EnumColumn(() => Acceptance, {
    description:
      "The answer of the programme's owner, and of the owner of the area's programme, to a plan that others made.",
  })
  acceptance!: Acceptance;

  @References(() => Organisation, {
    singular: "awaited",
    description: "The owners whose yes is missing; empty once it is accepted.",
  })
  awaits!: string[];

  @EnumColumn(() => ActionPlanStatus, {
    order: true,
    default: "DRAFT",
    description: "Its status.",
  })
  status!: ActionPlanStatus;

  @Column("date", { order: true, description: "The first day." })
  startsOn!: string;

  @Column("date", {
    nullable: true,
    order: true,
    description: "The last day; none for an open end.",
  })
  endsOn?: string | null;

  @EnumColumn(() => Visibility, {
    default: "PARTICIPANTS",
    description: "The audience of the plan and of everything that belongs to it.",
  })
  visibility!: Visibility;

  @Listing(() => Participant, {
    by: "plan",
    singular: "participant",
    description: "The organisations that take part, with their IATI roles.",
  })
  participants!: never;

  @Connection(() => Action, { by: "plan", singular: "action", description: "Its actions." })
  actions!: never;

  @Derived(
    "int",
    {
      nullable: true,
      description:
        "The mean progress of its actions by their weight, 0 to 100 per cent; cancelled actions do not count. Null where none counts.",
    },
    meanProgress,
  )
  progress!: number | null;

  @Derived(
    "boolean",
    {
      description:
        "True when its last day is past (in Jakarta) and it is neither completed nor cancelled.",
    },
    isOverdue,
  )
  isOverdue!: boolean;

  @Derived(
    "int",
    { description: "The number of its overdue actions; 0 in a cancelled plan." },
    (plan) => {
      const action = from(Action, plan);
      return sql`(select count(*)::int from ${action.source}
        where ${action.column("plan_id")} = ${plan.column("id")} and ${isActionOverdue(action)})`;
    },
  )
  overdueActions!: number;

  @GivenAmount("plan_id", "PLEDGED")
  amountPledged!: string;

  @GivenAmount("plan_id", "COMMITTED")
  amountCommitted!: string;

  @GivenAmount("plan_id", "DELIVERED")
  amountDelivered!: string;

  override changeScope(): ChangeScope {
    const { id: plan, programme, area, lead } = this;
    return { plan, programme: programme.id, area: area?.id, owner: lead.id };
  }
}
