import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Connection,
  Dimensions,
  defineEnum,
  EnumColumn,
  InLanguage,
  type MemberOf,
  Reference,
  References,
  seenByAll,
} from "../../reading/index.js";
import {
  InBothLanguages,
  type StoredText,
  Translated,
  Versioned,
  VersionedNoun,
} from "../common/index.js";
import { Organisation, Sector } from "../stakeholders/index.js";

/** The three strategies of Inpres 4/2022 against extreme poverty. */
export const PovertyStrategy = defineEnum(
  "PovertyStrategy",
  "A strategy against extreme poverty (Inpres 4/2022). Strategi.",
  {
    REDUCE_EXPENDITURE_BURDEN: "Reduce the burden of expenditure. Pengurangan beban pengeluaran.",
    RAISE_INCOME: "Raise income. Peningkatan pendapatan.",
    REDUCE_POVERTY_POCKETS: "Reduce pockets of poverty. Penurunan kantong-kantong kemiskinan.",
  },
);
export type PovertyStrategy = MemberOf<typeof PovertyStrategy>;

// Other groups add fields: the added-fields.ts of indicators and deliberations.

/** A programme: the frame of its plans. */
@Versioned({
  scopeMember: "programme",
  description:
    "A programme, which plans belong to: its owner, legal basis, period, strategies, and its duty to report. Program.",
  queries: { one: "programme", many: "programmes" },
  isSmall: true,
  filterBy: "key",
  defaultOrder: { field: "key", descending: false },
  visible: seenByAll,
})
@Dimensions({ ownerSector: "owner.sector" })
export class Programme extends VersionedNoun {
  @Column("key", {
    unique: true,
    order: true,
    description: "Its stable key, readable in an address.",
  })
  key!: string;

  @Translated("Its name.")
  name!: StoredText;

  @InLanguage({ of: "name", order: true, description: "Its name in the request's language." })
  title!: never;

  @InBothLanguages("name", "Its name in both languages; the same as `name`.")
  titleText!: never;

  @Reference(() => Organisation, {
    description:
      "The organisation that owns it; its coordinators coordinate every plan of the programme.",
  })
  owner!: Rel<Organisation>;

  @Reference(() => Programme, { nullable: true, description: "The programme that it is part of." })
  parent?: Rel<Programme> | null;

  @Column("text", {
    nullable: true,
    description: "The legal basis, as text. Dasar hukum.",
  })
  legalBasis?: string | null;

  @Column("text", { length: 2000, nullable: true, description: "Its aims." })
  policy?: string | null;

  @Column("text", {
    length: 2000,
    nullable: true,
    description: "Its scope: where it works and what it is to reach, in its own words. Cakupan.",
  })
  scope?: string | null;

  @EnumColumn(() => Sector, {
    list: true,
    description:
      "The sectors of the stakeholders that it brings together. Unsur pemangku kepentingan.",
  })
  sectors!: Sector[];

  @Column("text", {
    length: 2000,
    nullable: true,
    description:
      "Its chain from upstream to downstream, in its own words; the stages of its actions are `ActionStage`. Hulu ke hilir.",
  })
  chain?: string | null;

  @Column("date", { order: true, description: "The first day." })
  startsOn!: string;

  @Column("date", {
    nullable: true,
    order: true,
    description: "The last day; none for an open end.",
  })
  endsOn?: string | null;

  @EnumColumn(() => PovertyStrategy, { list: true, description: "The strategies that it follows." })
  strategies!: PovertyStrategy[];

  @Column("int", {
    nullable: true,
    description: "The months from one report to the next; none without a duty to report.",
  })
  reportEveryMonths?: number | null;

  @References(() => Organisation, {
    singular: "reportTo",
    description: "The organisations that it reports to.",
  })
  reportsTo!: string[];

  @References(() => Organisation, {
    singular: "reportCopyTo",
    description: "The organisations that get a copy of its reports.",
  })
  reportCopiesTo!: string[];

  @Connection(() => Programme, { by: "parent", description: "The programmes that are part of it." })
  children!: never;

  override changeScope(): ChangeScope {
    return { programme: this.id, owner: this.owner.id };
  }
}
