import type { Rel } from "@mikro-orm/core";
import { Extensions } from "type-graphql";
import type { AccessScope } from "../../../access/index.js";
import type { ChangeScope } from "../../../ledger/index.js";
import {
  anyOf,
  Column,
  Derived,
  EnumColumn,
  InLanguage,
  isAmong,
  Reference,
  type RowRef,
  type Sql,
  Structure,
  sql,
  UniqueOn,
} from "../../../reading/index.js";
import { type StoredText, Translated, Versioned, VersionedNoun } from "../../common/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { InstrumentStatus, ScoreFormula } from "../enums.js";
import { Dimension, InstrumentSection } from "./instrument-parts.js";

/** Published editions, for everybody; drafts for their owner, and without an owner for the operator. */
function visibleInstrument(scope: AccessScope, row: RowRef): Sql {
  const owner = row.column("owner_id");
  const open = sql`${row.column("status")} <> 'DRAFT'::instrument_status`;
  const own = isAmong(owner, scope.organisations, "uuid");
  return scope.operator ? anyOf([open, own, sql`${owner} is null`]) : anyOf([open, own]);
}

/** One edition of a questionnaire. */
@Versioned({
  description:
    "One edition of a questionnaire: its sections, questions and scoring. Once it is published, its questions never change. A later edition has the same key and a higher number. Instrumen asesmen.",
  queries: { many: "instruments" },
  isSmall: true,
  filterBy: "key",
  defaultOrder: { field: "key", descending: false },
  visible: visibleInstrument,
})
@UniqueOn("instrument_edition_once", "key", "edition")
export class Instrument extends VersionedNoun {
  @Column("key", { order: true, description: "The questionnaire's key, the same in all editions." })
  key!: string;

  @Column("int", { order: true, description: "The number of the edition, from 1. Edisi." })
  edition!: number;

  @InLanguage({ of: "titleText", order: true, description: "Its title in the request's language." })
  title!: never;

  @Translated("Its title in both languages.")
  titleText!: StoredText;

  @Column("text", { length: 2000, nullable: true, filter: false, description: "Its purpose." })
  about?: string | null;

  @Reference(() => Organisation, {
    nullable: true,
    description:
      "The organisation that is responsible for it; null for an instrument that comes with the hub.",
  })
  owner?: Rel<Organisation> | null;

  @EnumColumn(() => InstrumentStatus, {
    order: true,
    default: "DRAFT",
    description: "The status of the edition.",
  })
  status!: InstrumentStatus;

  @EnumColumn(() => ScoreFormula, {
    default: "WEIGHTED_MEAN",
    description: "The formula for a dimension's score, from the scores of its questions.",
  })
  formula!: ScoreFormula;

  @Derived(
    "json",
    { type: () => [String], description: "The keys of the dimensions that it scores, as `HUMAN`." },
    (row) =>
      sql`coalesce(jsonb_path_query_array(${row.column("dimension_details")}, '$[*].key'), '[]')`,
  )
  dimensions!: never;

  @Structure(() => [Dimension], {
    default: "'[]'",
    description: "The dimensions that it scores, with titles in both languages.",
  })
  dimensionDetails!: Dimension[];

  // A questionnaire is long and is read as a whole, so its cost is that of many rows.
  @Extensions({ rows: 30 })
  @Structure(() => [InstrumentSection], {
    default: "'[]'",
    description: "Its sections with their questions, in order.",
  })
  sections!: InstrumentSection[];

  @Column("instant", {
    nullable: true,
    order: true,
    description: "The instant at which it was published.",
  })
  publishedAt?: Date | null;

  override changeScope(): ChangeScope {
    return { owner: this.owner?.id };
  }
}
