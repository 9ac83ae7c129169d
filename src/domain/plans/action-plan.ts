import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Connection,
  Derived,
  EnumColumn,
  from,
  Listing,
  Reference,
  sql,
} from "../../reading/index.js";
import { Versioned, VersionedNoun, Visibility } from "../common/index.js";
import { Area, Programme } from "../programmes/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { amountIn, overdueAction } from "./derived.js";
import { ActionPlanStatus, ContributionStatus } from "./enums.js";
import { Participant } from "./participant.js";
import { visiblePlan } from "./plan-visibility.js";

// Other groups add fields: assessments/added-fields.ts and assessments/comparison/comparison.ts.

/** The shared plan of one programme in one area, or nationwide. */
@Versioned({
  description: "The shared plan of one programme in one area, or nationwide. Rencana aksi.",
  queries: { one: "actionPlan", many: "actionPlans" },
  defaultOrder: { field: "startsOn", descending: true },
  visible: visiblePlan,
})
export class ActionPlan extends VersionedNoun {
  @Column("key", {
    unique: true,
    order: true,
    description: "Its stable key, readable in an address.",
  })
  key!: string;

  @Column("text", { order: true, description: "Its title." })
  title!: string;

  @Column("text", { nullable: true, description: "What it is to achieve, in short." })
  summary?: string | null;

  @Reference(() => Programme, { description: "The programme that it belongs to." })
  programme!: Rel<Programme>;

  @Reference(() => Area, {
    nullable: true,
    description: "The area that it is for; none when nationwide.",
  })
  area?: Rel<Area> | null;

  @Reference(() => Organisation, { description: "The organisation that leads it." })
  lead!: Rel<Organisation>;

  @EnumColumn(() => ActionPlanStatus, {
    order: true,
    default: "DRAFT",
    description: "Where it stands.",
  })
  status!: ActionPlanStatus;

  @Column("date", { order: true, description: "The day it starts." })
  startsOn!: string;

  @Column("date", { nullable: true, order: true, description: "The day it ends; none while open." })
  endsOn?: string | null;

  @EnumColumn(() => Visibility, {
    default: "PARTICIPANTS",
    description: "Who may see it and what hangs on it.",
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
        "Mean progress of its actions that are not cancelled, 0 to 100; none without actions.",
    },
    (plan) => {
      const action = from(Action, plan);
      return sql`(select round(avg(${action.column("progress")}))::int from ${action.source}
        where ${action.column("plan_id")} = ${plan.column("id")}
          and ${action.column("status")} <> 'CANCELLED')`;
    },
  )
  progress!: number | null;

  @Derived("int", { description: "How many of its actions are overdue." }, (plan) => {
    const action = from(Action, plan);
    return sql`(select count(*)::int from ${action.source}
        where ${action.column("plan_id")} = ${plan.column("id")} and ${overdueAction(action)})`;
  })
  overdueActions!: number;

  @Derived(
    "money",
    {
      description:
        "Rupiah pledged to its actions and not yet committed; passed-on money counts once.",
    },
    (row, scope) => amountIn("plan_id", row, ContributionStatus.PLEDGED, scope),
  )
  amountPledged!: string;

  @Derived(
    "money",
    {
      description:
        "Rupiah committed to its actions and not yet delivered; passed-on money counts once.",
    },
    (row, scope) => amountIn("plan_id", row, ContributionStatus.COMMITTED, scope),
  )
  amountCommitted!: string;

  @Derived(
    "money",
    { description: "Rupiah delivered to its actions; passed-on money counts once." },
    (row, scope) => amountIn("plan_id", row, ContributionStatus.DELIVERED, scope),
  )
  amountDelivered!: string;

  override changeScope(): ChangeScope {
    const { id: plan, programme, area, lead } = this;
    return { plan, programme: programme.id, area: area?.id, owner: lead.id };
  }
}
