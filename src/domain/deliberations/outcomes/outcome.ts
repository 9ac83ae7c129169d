import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../../ledger/index.js";
import {
  Column,
  Connection,
  Derived,
  EnumColumn,
  from,
  Listing,
  Reference,
  References,
  Structure,
  seenByAll,
  sql,
  UniqueOn,
} from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Action } from "../../plans/index.js";
import { Programme } from "../../programmes/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Adoption } from "../adoption/adoption.js";
import { Deliberation } from "../deliberation.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { OutcomeStatus } from "../enums.js";
import { Decision, Tally } from "./decision.js";
import {
  adoptedAction,
  outcomeQuorum,
  overdueOutcome,
  shownStatus,
  superseded,
  tallySql,
} from "./outcome-derived.js";
import { OutcomePosition } from "./outcome-position.js";
import { OutcomeVersion } from "./outcome-version.js";
import { Quorum } from "./quorum.js";

/** A statement under deliberation, and what became of it. */
@Versioned({
  description:
    "A statement under deliberation: text in versions, positions, decision, and the actions that it became. Hasil rembuk.",
  queries: { one: "outcome", many: "outcomes" },
  defaultOrder: { field: "number", descending: false },
  visible: followsDeliberation,
  visibleBelow: { deliberation: seenByAll },
})
@UniqueOn("outcome_number_once", "deliberation", "number")
export class Outcome extends VersionedNoun {
  @Reference(() => Deliberation, { index: false, description: "The deliberation." })
  deliberation!: Rel<Deliberation>;

  @Reference(() => Programme, { nullable: true, description: "The deliberation's programme." })
  programme?: Rel<Programme> | null;

  @Column("int", { order: true, description: "Its number in the deliberation, from 1 on." })
  number!: number;

  @Column("text", { description: "Its current text." })
  text!: string;

  @Column("int", {
    default: "1",
    description: "The number of its current text; positions are taken on it.",
  })
  textVersion!: number;

  @EnumColumn(() => OutcomeStatus, {
    index: true,
    default: "PROPOSED",
    shown: shownStatus,
    description: "Where it stands; what follows AGREED counts the actions that the viewer may see.",
  })
  status!: OutcomeStatus;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that proposed it; none where the record does not tell.",
  })
  proposedBy?: Rel<Organisation> | null;

  @References(() => Organisation, {
    singular: "responsibleOrganisation",
    description: "The organisations that are to see to it.",
  })
  responsible!: string[];

  @Column("date", { nullable: true, order: true, description: "The day it is due." })
  dueOn?: string | null;

  @Column("instant", {
    nullable: true,
    description: "Since when a vote on it is open; null when none is.",
  })
  votingSince?: Date | null;

  @Structure(() => Decision, {
    nullable: true,
    description: "How it was decided, with the tally; null until then.",
  })
  decision?: Decision | null;

  @References(() => Organisation, {
    singular: "countedOrganisation",
    description: "The organisations whose positions counted when it was decided.",
  })
  countedOrganisations!: string[];

  @Column("instant", {
    nullable: true,
    order: true,
    description: "When it was decided; null until then, or where the record does not tell.",
  })
  decidedAt?: Date | null;

  @Column("text", { nullable: true, description: "Why it was deferred or rejected." })
  reason?: string | null;

  @Reference(() => Outcome, {
    nullable: true,
    mayBeHidden: true,
    description:
      "The outcome of an earlier deliberation that it takes the place of, once it is agreed.",
  })
  supersedes?: Rel<Outcome> | null;

  @Connection(() => Outcome, {
    by: "supersedes",
    description: "The later outcomes that are to take its place, or do.",
  })
  supersededBy!: never;

  @Derived(
    "boolean",
    { description: "Whether an agreed outcome of a later deliberation took its place." },
    superseded,
  )
  isSuperseded!: boolean;

  @Derived(
    "json",
    {
      type: () => Tally,
      description:
        "The positions on its current text that count: those of the organisations that attend now, or attended when it was decided.",
    },
    tallySql,
  )
  tally!: never;

  @Derived(
    "json",
    {
      type: () => Quorum,
      nullable: true,
      description:
        "Whether it can be decided: as the deliberation's quorum, but a sector is there only when one of its attending organisations took a position on the current text. Null once it is decided.",
    },
    outcomeQuorum,
  )
  quorum!: never;

  @Derived(
    "boolean",
    { description: "Whether an action that was not cancelled came of it." },
    (row, scope) => sql`exists (${adoptedAction(row, scope)})`,
  )
  hasAction!: boolean;

  @Derived(
    "boolean",
    {
      description:
        "Whether its due date is past (in Jakarta), it is agreed, not fulfilled and not superseded.",
    },
    overdueOutcome,
  )
  isOverdue!: boolean;

  @Listing(() => OutcomeVersion, {
    by: "outcome",
    singular: "textWritten",
    description:
      "Its texts, the first one first: who wrote each, and why. The filter `textWritten` asks them.",
  })
  versions!: never;

  @Listing(() => OutcomePosition, {
    by: (id, position) => {
      const outcome = from(Outcome, position);
      return sql`${position.column("outcome_id")} = ${id} and ${position.column("text_version")} = (
        select ${outcome.column("text_version")} from ${outcome.source}
        where ${outcome.column("id")} = ${id})`;
    },
    singular: "position",
    description: "The positions on its current text.",
  })
  positions!: never;

  @Listing(() => Adoption, {
    by: "outcome",
    description: "How it was turned into actions.",
  })
  adoptions!: never;

  @Listing(() => Action, {
    by: (outcome, action) => {
      const adoption = from(Adoption, action);
      return sql`${action.column("id")} = any(array(select ${adoption.column("action_id")}
        from ${adoption.source} where ${adoption.column("outcome_id")} = ${outcome}))`;
    },
    singular: "action",
    description: "The actions that came of it.",
  })
  actions!: never;

  override changeScope(): ChangeScope {
    return this.deliberation.changeScope();
  }
}
