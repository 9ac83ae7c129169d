import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { ObjectType } from "type-graphql";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Derived,
  EnumColumn,
  IndexOn,
  Loaded,
  Reference,
  sql,
} from "../../reading/index.js";
import { Versioned, VersionedNoun, Visibility } from "../common/index.js";
import { Organisation, User } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { narrowedByVisibility } from "./plan-visibility.js";

/** Who reported: the organisation, which is public, and the person, whom few may see. */
@ObjectType({
  description:
    "Who said something: the organisation, and the person where the viewer may see them.",
})
export class Reporter {
  @Loaded(() => Organisation, { description: "The organisation on whose behalf." })
  organisation!: string;

  @Loaded(() => User, {
    nullable: true,
    description: "The person; none for a key, or where hidden.",
  })
  user?: string | null;
}

/** A dated statement on an action by a participant. */
@Versioned({
  description:
    "A dated statement on an action by a participant. Never edited: a later one corrects it. Laporan kemajuan.",
  defaultOrder: { field: "reportedAt", descending: true },
  visible: narrowedByVisibility,
})
@IndexOn("action", "reportedAt")
export class ProgressUpdate extends VersionedNoun {
  @Reference(() => Action, { index: false, description: "The action that it is about." })
  action!: Rel<Action>;

  @Reference(() => ActionPlan, { description: "The action's plan." })
  plan!: Rel<ActionPlan>;

  @Reference(() => Organisation, { index: false, description: "The organisation that reports." })
  organisation!: Rel<Organisation>;

  @Reference(() => User, {
    nullable: true,
    index: false,
    mayBeHidden: true,
    description: "The person who reports; hidden from most.",
  })
  user?: Rel<User> | null;

  @Column("int", { order: true, description: "Progress of the action, 0 to 100 per cent." })
  progress!: number;

  @Column("text", { nullable: true, description: "What was done." })
  note?: string | null;

  @Column("text", { nullable: true, description: "What stands in the way. Kendala." })
  obstacle?: string | null;

  @Property({ type: "array", columnType: "text[]", fieldName: "evidence", defaultRaw: "'{}'" })
  @Derived(
    "json",
    { type: () => [String], description: "Addresses of evidence (URLs)." },
    (row) => sql`to_jsonb(${row.column("evidence")})`,
  )
  evidence!: string[];

  @Column("instant", { order: true, default: "now()", description: "When it was reported." })
  reportedAt!: Date;

  @EnumColumn(() => Visibility, {
    default: "PUBLIC",
    description: "Who, of those who may see the plan, may see it.",
  })
  visibility!: Visibility;

  @Reference(() => ProgressUpdate, {
    nullable: true,
    mayBeHidden: true,
    description: "The earlier statement that this one corrects.",
  })
  corrects?: Rel<ProgressUpdate> | null;

  @Derived(
    "json",
    { type: () => Reporter, description: "Who reported it." },
    (row) =>
      sql`json_build_object('organisation', ${row.column("organisation_id")}, 'user', ${row.column("user_id")})`,
  )
  reportedBy!: never;

  override changeScope(): ChangeScope {
    return { ...this.action.changeScope(), owner: this.organisation.id };
  }
}
