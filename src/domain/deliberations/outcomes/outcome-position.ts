import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../../ledger/index.js";
import {
  Column,
  Derived,
  EnumColumn,
  exists,
  Reference,
  seenByAll,
  sql,
  UniqueOn,
} from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Deliberation } from "../deliberation.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { Stance } from "../enums.js";
import { Outcome } from "./outcome.js";
import { positionCounts } from "./voices.js";

/** An organisation's position on one text of an outcome. */
@Versioned({
  within: ["outcome"],
  description:
    "An organisation's position on one text of an outcome. A new text needs new positions. Sikap.",
  defaultOrder: { field: "createdAt", descending: false },
  visible: followsDeliberation,
  visibleBelow: { deliberation: seenByAll },
})
@UniqueOn("position_once", "outcome", "textVersion", "organisation")
export class OutcomePosition extends VersionedNoun {
  @Reference(() => Outcome, { index: false, description: "The outcome." })
  outcome!: Rel<Outcome>;

  @Reference(() => Deliberation, { description: "The outcome's deliberation." })
  deliberation!: Rel<Deliberation>;

  @Column("int", { description: "The number of the text that it is on." })
  textVersion!: number;

  @Reference(() => Organisation, { description: "The organisation that takes the position." })
  organisation!: Rel<Organisation>;

  @EnumColumn(() => Stance, { order: true, description: "The stance." })
  stance!: Stance;

  @Column("text", {
    length: 2000,
    nullable: true,
    description:
      "The reservation or objection in words; present with AGREE_WITH_RESERVATION and OBJECT.",
  })
  reason?: string | null;

  @Derived(
    "boolean",
    {
      description:
        "True if it counts: it is on the current text, and its organisation is the voice of its house, or it is an objection that stands. While a vote is open, if it is a vote of the electorate; after the decision, if it counted then. False for what a part says while a higher organisation attends: it is recorded beside the voice.",
    },
    (position) =>
      exists(
        Outcome,
        position,
        (outcome) => sql`${outcome.column("id")} = ${position.column("outcome_id")}
          and ${positionCounts(position, outcome)}`,
      ),
  )
  counts!: boolean;

  @Column("instant", {
    order: true,
    description: "The instant at which it was taken or last changed.",
  })
  takenAt!: Date;

  override changeScope(): ChangeScope {
    return { ...this.deliberation.changeScope(), owner: this.organisation.id };
  }
}
