import type { Rel } from "@mikro-orm/core";
import { Index, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { ChangeKind } from "../../ledger/index.js";
import { JsonScalar } from "../../platform/scalars.js";
import {
  Column,
  DerivedRows,
  EnumColumn,
  Identifier,
  IndexOn,
  Node,
  NodeReference,
  Noun,
  publishEnum,
  Reference,
} from "../../reading/index.js";
import { Deliberation } from "../deliberations/index.js";
import { ActionPlan } from "../plans/index.js";
import { Area, Programme } from "../programmes/index.js";
import { Organisation, User } from "../stakeholders/index.js";
import { changeVisible, shownFields } from "./change-visibility.js";

publishEnum(ChangeKind);

/** One field of a change. */
@ObjectType({ description: "One field of a change: its value before and after." })
export class FieldChange {
  @Field(() => String, { description: "The field's name in the subject's type." })
  name!: string;
  @Field(() => JsonScalar, {
    nullable: true,
    description: "The value before; null for none or a hidden one. References are ids.",
  })
  before?: unknown;
  @Field(() => JsonScalar, {
    nullable: true,
    description: "The value after; null for none or a hidden one. References are ids.",
  })
  after?: unknown;
}

// The table is in the order of instants, so a BRIN index finds a span of time. It costs almost
// nothing to maintain, and the ledger is the table with the most writes.
const byInstant =
  "create index change_at_range on change using brin (at) with (pages_per_range = 16, autosummarize = on)";

// A rembuk asks at each position for whom its person has spoken there before.
const positionsByPerson =
  "create index change_positions_by_person on change (deliberation_id, user_id, position) where entity = 'OutcomePosition'";

/** One line of the ledger. Only the ledger's own function writes lines; this class reads them. */
@Noun({
  description:
    "One line of the ledger: the subject, the author, and the values before and after. Visible to those who can see its subject now. Lines before the ledger's horizon are archived: lists begin after it, and what asks for an earlier position gets CURSOR_EXPIRED, whose `retainedFrom` is the horizon. So does what asks for a position that was lost by a restore, with the reason LEDGER_RESTORED and the last position before that. Catatan perubahan.",
  queries: { many: "changes" },
  idColumn: "position",
  defaultOrder: { field: "position", descending: false },
  visible: changeVisible,
  visibleAmong: changeVisible,
  ungrouped: "each line is decided on by the filter of its subject, whichever noun that is",
})
@IndexOn("entity", "position")
@IndexOn("organisation", "position")
@IndexOn("area", "position")
@IndexOn("plan", "position")
@IndexOn("programme", "position")
@IndexOn("deliberation", "position")
@Index({ name: "change_at_range", expression: byInstant })
@Index({ name: "change_positions_by_person", expression: positionsByPerson })
export class Change {
  @Identifier(
    "position",
    "The position in the ledger: in the order of commits, and without gaps until it is restored from a backup.",
  )
  position!: string;

  @Column("instant", { index: false, description: "The instant of the change." })
  at!: Date;

  @Property({ type: "string", columnType: "text" })
  actor!: string;

  @Reference(() => User, {
    nullable: true,
    index: false,
    constraint: false,
    description: "The person who made it, if the viewer can see them.",
  })
  user?: Rel<User> | null;

  @Reference(() => Organisation, {
    nullable: true,
    index: false,
    constraint: false,
    description: "The organisation on whose behalf it was made; none for the platform's operator.",
  })
  organisation?: Rel<Organisation> | null;

  // No index: the column has a closed list of words, is seldom filtered alone, and the ledger has
  // the most writes.
  @Column("text", {
    index: false,
    description: "The use case by its mutation's name, for example `pledgeContribution`.",
  })
  operation!: string;

  // No index of its own: the index with the position serves it, in the ledger's order.
  @Column("text", { index: false, description: "The subject's type, for example `Contribution`." })
  entity!: string;

  @Column("id", { description: "The subject's id." })
  entityId!: string;

  @EnumColumn(() => ChangeKind, { description: "The kind of the change." })
  kind!: ChangeKind;

  @Property({ type: "json", columnType: "jsonb" })
  diff!: object;

  @DerivedRows(() => FieldChange, "The fields that changed, by name.", shownFields)
  fields!: never;

  @Reference(() => Programme, {
    nullable: true,
    index: false,
    constraint: false,
    description: "The programme that the subject belongs to.",
  })
  programme?: Rel<Programme> | null;

  @Reference(() => ActionPlan, {
    nullable: true,
    index: false,
    constraint: false,
    description: "The plan that the subject belongs to.",
  })
  plan?: Rel<ActionPlan> | null;

  @Reference(() => Deliberation, {
    nullable: true,
    index: false,
    constraint: false,
    description: "The deliberation that the subject belongs to.",
  })
  deliberation?: Rel<Deliberation> | null;

  @Reference(() => Area, {
    nullable: true,
    index: false,
    constraint: false,
    description: "The area that the subject belongs to.",
  })
  area?: Rel<Area> | null;

  @Property({ type: "uuid", columnType: "uuid", nullable: true })
  owner?: string | null;

  @Property({ type: "string", columnType: "text", nullable: true })
  request?: string | null;

  @Property({ type: "string", columnType: "text", fieldName: "previous_hash" })
  previousHash!: string;

  @Column("text", {
    filter: false,
    description:
      "The SHA-256, in hex, of the previous hash, the position and the line's canonical JSON.",
  })
  hash!: string;

  @NodeReference(
    () => Node,
    { entity: "entity", id: "entity_id" },
    "The subject in its current state; null when it is deleted or hidden.",
  )
  subject?: never;
}
