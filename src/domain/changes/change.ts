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
@ObjectType({ description: "One field of a change, from what to what." })
export class FieldChange {
  @Field(() => String, { description: "The field's name, as in the subject's type." })
  name!: string;
  @Field(() => JsonScalar, {
    nullable: true,
    description: "Its value before; null when there was none, or where hidden. References are ids.",
  })
  before?: unknown;
  @Field(() => JsonScalar, {
    nullable: true,
    description: "Its value after; null when there is none, or where hidden. References are ids.",
  })
  after?: unknown;
}

// Lines lie in the order of their instants, so that a summary of each stretch finds a span of time;
// it is kept for next to nothing, where the ledger is written most.
const byInstant =
  "create index change_at_range on change using brin (at) with (pages_per_range = 16, autosummarize = on)";

/** One line of the ledger. Written by the ledger's own function only; read through this class. */
@Noun({
  description:
    "One line of the ledger: what changed, by whom, from what to what. Seen by whoever may see its subject now. Catatan perubahan.",
  queries: { many: "changes" },
  idColumn: "position",
  defaultOrder: { field: "position", descending: false },
  visible: changeVisible,
  visibleAmong: changeVisible,
})
@IndexOn("entity", "position")
@IndexOn("organisation", "position")
@IndexOn("area", "position")
@IndexOn("plan", "position")
@IndexOn("programme", "position")
@IndexOn("deliberation", "position")
@Index({ name: "change_at_range", expression: byInstant })
export class Change {
  @Identifier("position", "Its place in the ledger: gapless, in the order of commits.")
  position!: string;

  @Column("instant", { index: false, description: "When it was made." })
  at!: Date;

  @Property({ type: "string", columnType: "text" })
  actor!: string;

  @Reference(() => User, {
    nullable: true,
    index: false,
    constraint: false,
    description: "The person who made it, where the viewer may see them.",
  })
  user?: Rel<User> | null;

  @Reference(() => Organisation, {
    nullable: true,
    index: false,
    constraint: false,
    description: "The organisation on whose behalf; none for the platform's operator.",
  })
  organisation?: Rel<Organisation> | null;

  // A word of a closed list, and seldom asked alone: the ledger is written most.
  @Column("text", {
    index: false,
    description: "The use case, by its mutation's name, as `pledgeContribution`.",
  })
  operation!: string;

  // It is compared whole, in the ledger's order.
  @Column("text", { index: false, description: "The subject's type, as `Contribution`." })
  entity!: string;

  @Column("id", { description: "The subject's id." })
  entityId!: string;

  @EnumColumn(() => ChangeKind, { description: "What happened." })
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
    description: "SHA-256 over the hash before it, its position and its canonical JSON, hex.",
  })
  hash!: string;

  @NodeReference(
    () => Node,
    { entity: "entity", id: "entity_id" },
    "The subject as it is now; null when it is gone or hidden.",
  )
  subject?: never;
}
