import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { ObjectType } from "type-graphql";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Derived,
  DerivedObject,
  Dimensions,
  EnumColumn,
  IndexOn,
  Loaded,
  Reference,
  sql,
} from "../../reading/index.js";
import { Versioned, VersionedNoun, Visibility } from "../common/index.js";
import { AreaRegions } from "../programmes/index.js";
import { Organisation, User } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { narrowedBelowAction, narrowedByVisibility } from "./plan-visibility.js";

/**
 * The author of a report: the organisation, which is public, and the person, who is mostly hidden.
 */
@ObjectType({
  description:
    "The author of a statement: the organisation, and the person if the viewer can see them.",
})
export class Reporter {
  @Loaded(() => Organisation, { description: "The organisation on whose behalf the author acts." })
  organisation!: string;

  @Loaded(() => User, {
    nullable: true,
    description: "The person; null for an API key, or when hidden.",
  })
  user?: string | null;
}

/** A dated report of a participant on an action. */
@Versioned({
  within: ["action"],
  description:
    "A dated report of a participant on an action. It is never edited; a later report corrects it. Laporan kemajuan.",
  queries: { one: "progressUpdate", many: "progressUpdates" },
  defaultOrder: { field: "reportedAt", descending: true },
  visible: narrowedByVisibility,
  visibleBelow: { action: narrowedBelowAction },
  hiddenInChanges: ["countsFrom"],
})
@IndexOn("action", "reportedAt")
@IndexOn("action", "organisation", "countsFrom")
@Dimensions({
  organisationSector: "organisation.sector",
  planArea: "plan.area",
  planProgramme: "plan.programme",
  actionStage: "action.stage",
})
@AreaRegions("plan.area")
export class ProgressUpdate extends VersionedNoun {
  @Reference(() => Action, { index: false, description: "The action that it is about." })
  action!: Rel<Action>;

  @Reference(() => ActionPlan, { description: "The action's plan." })
  plan!: Rel<ActionPlan>;

  @Reference(() => Organisation, { description: "The organisation that reports." })
  organisation!: Rel<Organisation>;

  @Reference(() => User, {
    nullable: true,
    index: false,
    mayBeHidden: true,
    description: "The person who reports; hidden from most viewers.",
  })
  user?: Rel<User> | null;

  @Column("int", { order: true, description: "Progress of the action, 0 to 100 per cent." })
  progress!: number;

  // The texts have no index: it would cost each report more than searches save (ADR 0026).
  @Column("text", { length: 5000, nullable: true, index: false, description: "The work done." })
  note?: string | null;

  @Column("text", {
    length: 5000,
    nullable: true,
    index: false,
    description: "The obstacles. Kendala.",
  })
  obstacle?: string | null;

  @Property({ type: "array", columnType: "text[]", fieldName: "evidence", defaultRaw: "'{}'" })
  @Derived(
    "json",
    { type: () => [String], stored: true, description: "Addresses of evidence (URLs)." },
    (row) => sql`to_jsonb(${row.column("evidence")})`,
  )
  evidence!: string[];

  @Column("instant", {
    order: true,
    covers: ["plan_id", "visibility", "progress"],
    default: "now()",
    description: "The instant of the report.",
  })
  reportedAt!: Date;

  /**
   * The instant that decides which report counts: that of the report that it corrects, else its own. Not of
   * one that is less visible than this one: its instant would show in which of two counts.
   */
  @Property({
    type: "datetime",
    columnType: "timestamptz",
    fieldName: "counts_from",
    defaultRaw: "now()",
  })
  countsFrom!: Date;

  @EnumColumn(() => Visibility, {
    default: "PUBLIC",
    description: "The audience among those who can see the plan.",
  })
  visibility!: Visibility;

  @Reference(() => ProgressUpdate, {
    nullable: true,
    mayBeHidden: true,
    description: "The earlier report that this one corrects.",
  })
  corrects?: Rel<ProgressUpdate> | null;

  @DerivedObject(
    () => Reporter,
    "The author of the report.",
    (row) => ({
      organisation: row.column("organisation_id"),
      user: row.column("user_id"),
    }),
  )
  reportedBy!: never;

  override changeScope(): ChangeScope {
    return { ...this.action.changeScope(), owner: this.organisation.id };
  }
}
