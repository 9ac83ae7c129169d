import type { Rel } from "@mikro-orm/core";
import { Extensions } from "type-graphql";
import type { ChangeScope } from "../../../ledger/index.js";
import {
  Column,
  exists,
  InLanguage,
  Listing,
  Reference,
  References,
  seenByAll,
  sql,
  UniqueOn,
} from "../../../reading/index.js";
import { type StoredText, Translated, Versioned, VersionedNoun } from "../../common/index.js";
import { Organisation, User } from "../../stakeholders/index.js";
import { Deliberation } from "../deliberation.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { Outcome } from "./outcome.js";
import { OutcomePosition } from "./outcome-position.js";

/** One text of an outcome. Each amendment adds one, and all stay on record. */
@Versioned({
  within: ["outcome"],
  description:
    "One text of an outcome, with the responsible organisations and the due date. Each amendment adds one. Rumusan.",
  defaultOrder: { field: "number", descending: false },
  visible: followsDeliberation,
  visibleBelow: { deliberation: seenByAll },
})
@UniqueOn("outcome_version_once", "outcome", "number")
export class OutcomeVersion extends VersionedNoun {
  @Reference(() => Outcome, { index: false, description: "The outcome." })
  outcome!: Rel<Outcome>;

  @Reference(() => Deliberation, { description: "The outcome's deliberation." })
  deliberation!: Rel<Deliberation>;

  @Column("int", { order: true, description: "Its number, from 1." })
  number!: number;

  @InLanguage({ of: "statement", length: 5000, description: "The text in the request's language." })
  text!: never;

  @Translated("The text in both languages.")
  @Extensions({ cost: 10 })
  statement!: StoredText;

  @Column("text", {
    length: 2000,
    nullable: true,
    description: "The reason for the amendment; null for the first text.",
  })
  reason?: string | null;

  @Reference(() => Organisation, {
    index: false,
    description: "The organisation on whose behalf it was written.",
  })
  organisation!: Rel<Organisation>;

  @Reference(() => User, {
    nullable: true,
    index: false,
    mayBeHidden: true,
    description: "The person who wrote it; hidden from most viewers.",
  })
  user?: Rel<User> | null;

  @References(() => Organisation, {
    singular: "responsibleOrganisation",
    description: "The organisations that are responsible for it.",
  })
  responsible!: string[];

  @Column("date", { nullable: true, description: "The due date." })
  dueOn?: string | null;

  @Listing(() => OutcomePosition, {
    by: (id, position) =>
      exists(
        OutcomeVersion,
        position,
        (version) => sql`${version.column("id")} = ${id}
          and ${version.column("outcome_id")} = ${position.column("outcome_id")}
          and ${version.column("number")} = ${position.column("text_version")}`,
      ),
    description: "The positions on this text.",
  })
  positions!: never;

  override changeScope(): ChangeScope {
    return { ...this.deliberation.changeScope(), owner: this.organisation.id };
  }
}
