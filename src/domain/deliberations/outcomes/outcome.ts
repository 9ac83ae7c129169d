import type { Rel } from "@mikro-orm/core";
import { Extensions } from "type-graphql";
import type { ChangeScope } from "../../../ledger/index.js";
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
  Structure,
  seenByAll,
  sql,
  UniqueOn,
} from "../../../reading/index.js";
import { type StoredText, Translated, Versioned, VersionedNoun } from "../../common/index.js";
import { Action } from "../../plans/index.js";
import { Programme } from "../../programmes/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Adoption } from "../adoption/adoption.js";
import { Deliberation } from "../deliberation.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { OutcomeStatus } from "../enums.js";
import { Decision, Tally, Vote } from "./decision.js";
import {
  adoptedAction,
  overdueOutcome,
  shownStatus,
  superseded,
  takenUp,
} from "./outcome-derived.js";
import { OutcomePosition } from "./outcome-position.js";
import { OutcomeVersion } from "./outcome-version.js";
import { Quorum } from "./quorum.js";
import { outcomeQuorum, tallySql } from "./voices.js";

/** A statement under deliberation, with its decision and its follow-up. */
@Versioned({
  description:
    "A statement under deliberation, with its texts, positions, decision and resulting actions. Hasil rembuk.",
  queries: { one: "outcome", many: "outcomes" },
  defaultOrder: { field: "number", descending: false },
  visible: followsDeliberation,
  visibleBelow: { deliberation: seenByAll },
})
@UniqueOn("outcome_number_once", "deliberation", "number")
@Dimensions({
  convener: "deliberation.convener",
  convenerSector: "deliberation.convenerSector",
  deliberationKind: "deliberation.kind",
  deliberationArea: "deliberation.area",
  proposedBySector: "proposedBy.sector",
  province: "deliberation.province",
  regency: "deliberation.regency",
  district: "deliberation.district",
  village: "deliberation.village",
})
export class Outcome extends VersionedNoun {
  @Reference(() => Deliberation, { index: false, description: "The deliberation." })
  deliberation!: Rel<Deliberation>;

  @Reference(() => Programme, { nullable: true, description: "The deliberation's programme." })
  programme?: Rel<Programme> | null;

  @Column("int", { order: true, description: "Its number in the deliberation, from 1." })
  number!: number;

  @InLanguage({
    of: "statement",
    length: 5000,
    description: "Its current text in the request's language.",
  })
  text!: never;

  @Translated("Its current text in both languages.")
  @Extensions({ cost: 10 })
  statement!: StoredText;

  @Column("int", {
    default: "1",
    description: "The number of its current text, which positions refer to.",
  })
  textVersion!: number;

  @EnumColumn(() => OutcomeStatus, {
    index: true,
    default: "PROPOSED",
    shown: shownStatus,
    description:
      "Its status. FOLLOWED_UP and FULFILLED depend on the actions that the viewer may see.",
  })
  status!: OutcomeStatus;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that proposed it; null for an outcome of a recorded meeting.",
  })
  proposedBy?: Rel<Organisation> | null;

  @References(() => Organisation, {
    singular: "responsibleOrganisation",
    description: "The organisations that are responsible for it.",
  })
  responsible!: string[];

  @Column("date", { nullable: true, order: true, description: "The due date." })
  dueOn?: string | null;

  @Column("instant", {
    nullable: true,
    description: "The instant at which the open vote on it began; null when no vote is open.",
  })
  votingSince?: Date | null;

  @Structure(() => Vote, {
    nullable: true,
    description:
      "The vote on it, with its electorate; null when none was opened. It stays after the decision.",
  })
  vote?: Vote | null;

  @Structure(() => Decision, {
    nullable: true,
    description: "The decision, with the tally; null until it is decided.",
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
    description:
      "The instant at which it was decided; null until then, and for an outcome of a recorded meeting.",
  })
  decidedAt?: Date | null;

  @Column("text", {
    length: 2000,
    nullable: true,
    description: "The reason why it was deferred or rejected.",
  })
  reason?: string | null;

  @Reference(() => Outcome, {
    nullable: true,
    mayBeHidden: true,
    description:
      "The outcome of an earlier deliberation that this one supersedes once it is agreed.",
  })
  supersedes?: Rel<Outcome> | null;

  @Connection(() => Outcome, {
    by: "supersedes",
    description: "The later outcomes that supersede it, or will once they are agreed.",
  })
  supersededBy!: never;

  @Derived(
    "boolean",
    { description: "True if an agreed outcome of a later deliberation supersedes it." },
    superseded,
  )
  isSuperseded!: boolean;

  @Reference(() => Outcome, {
    nullable: true,
    mayBeHidden: true,
    description: "The deferred outcome of an earlier deliberation that this one takes up again.",
  })
  takesUp?: Rel<Outcome> | null;

  @Connection(() => Outcome, {
    by: "takesUp",
    description: "The outcomes of later deliberations that take it up again.",
  })
  takenUpBy!: never;

  @Derived(
    "boolean",
    { description: "True if it was deferred and a later deliberation takes it up again." },
    takenUp,
  )
  isTakenUp!: boolean;

  @Derived(
    "json",
    {
      type: () => Tally,
      description:
        "The numbers of the voices on its current text: of those that attend now, with the objections that stand; while a vote is open, of its electorate; after the decision, as decided.",
    },
    (outcome) => tallySql(outcome),
  )
  tally!: never;

  @Derived(
    "json",
    {
      type: () => Quorum,
      nullable: true,
      description:
        "The quorum for the decision on it: as the deliberation's quorum, but a sector is present only if one of its attending voices has a position on the current text. An open vote is counted without it. Null once it is decided.",
    },
    outcomeQuorum,
  )
  quorum!: never;

  @Derived(
    "boolean",
    { description: "True if an action results from it that is not cancelled." },
    (row, scope) => sql`exists (${adoptedAction(row, scope)})`,
  )
  hasAction!: boolean;

  @Derived(
    "boolean",
    {
      description:
        "True if its due date is past (in Jakarta) and it is agreed, not fulfilled and not superseded.",
    },
    overdueOutcome,
  )
  isOverdue!: boolean;

  @Listing(() => OutcomeVersion, {
    by: "outcome",
    singular: "textWritten",
    description:
      "Its texts in order, each with its author and reason. The filter `textWritten` applies to them.",
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
    description: "Its links to actions that result from it.",
  })
  adoptions!: never;

  @Listing(() => Action, {
    by: (outcome, action) => {
      const adoption = from(Adoption, action);
      return sql`${action.column("id")} = any(array(select ${adoption.column("action_id")}
        from ${adoption.source} where ${adoption.column("outcome_id")} = ${outcome}))`;
    },
    singular: "action",
    description: "The actions that result from it.",
  })
  actions!: never;

  override changeScope(): ChangeScope {
    return this.deliberation.changeScope();
  }
}
