import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { ID } from "type-graphql";
import type { ChangeScope } from "../../ledger/index.js";
import { PeriodScalar } from "../../platform/scalars.js";
import {
  Column,
  Connection,
  Derived,
  DerivedObject,
  EnumColumn,
  Formula,
  Listing,
  Reference,
  seenByAll,
} from "../../reading/index.js";
import {
  type StoredText,
  shownText,
  TranslatedText,
  Versioned,
  VersionedNoun,
} from "../common/index.js";
import { Programme } from "../programmes/index.js";
import { RegionLevel } from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { baselineSql } from "./baseline.js";
import { IndicatorAggregation, IndicatorDirection, IndicatorUnit } from "./enums.js";
import { Measurement } from "./measurement.js";
import { byArea, byRegion } from "./roll-up.js";
import { Target } from "./target.js";
import { AreaTotal, Baseline, RegionTotal } from "./totals.js";

const period = {
  type: () => PeriodScalar,
  description: "The period; figures of others do not count.",
};

/** What is measured to see whether things change (IATI result model). */
@Versioned({
  description:
    "What is measured to see whether things change, with its targets and measurements (IATI result model). Indikator.",
  queries: { one: "indicator", many: "indicators" },
  isSmall: true,
  filterBy: "key",
  defaultOrder: { field: "key", descending: false },
  visible: seenByAll,
})
export class Indicator extends VersionedNoun {
  @Column("key", {
    unique: true,
    order: true,
    description: "Its stable key, readable in an address.",
  })
  key!: string;

  @Column("text", { order: true, description: "Its title: in English, or else in Indonesian." })
  title!: string;

  @Property({ type: "json", columnType: "jsonb", fieldName: "title_text" })
  @DerivedObject(
    () => TranslatedText,
    "Its title in both languages.",
    (row) => shownText(row.column("title_text")),
  )
  titleText!: StoredText;

  @Column("text", { nullable: true, description: "What it means, and how it is measured." })
  description?: string | null;

  @EnumColumn(() => IndicatorUnit, { order: true, description: "What its figures count." })
  unit!: IndicatorUnit;

  @EnumColumn(() => IndicatorDirection, { description: "Which way it is to go." })
  direction!: IndicatorDirection;

  @EnumColumn(() => IndicatorAggregation, {
    description: "How the figures of parts make that of the whole.",
  })
  aggregation!: IndicatorAggregation;

  @Reference(() => Organisation, {
    nullable: true,
    description: "Who defines it; none for the platform's own.",
  })
  owner?: Rel<Organisation> | null;

  @Reference(() => Programme, {
    nullable: true,
    description: "The programme whose results it shows, if it is of one.",
  })
  programme?: Rel<Programme> | null;

  @Listing(() => Target, {
    by: "indicator",
    singular: "target",
    description: "What is to be reached, by period.",
  })
  targets!: never;

  @Connection(() => Measurement, {
    by: "indicator",
    singular: "measurement",
    description: "What was measured, the earliest period first unless ordered otherwise.",
  })
  measurements!: never;

  @Derived(
    "json",
    {
      type: () => Baseline,
      nullable: true,
      description:
        "The figure to compare with: the measurement marked as baseline, else the earliest of the widest place, among those that the viewer may see.",
    },
    baselineSql,
  )
  baseline!: never;

  @Formula(
    () => RegionTotal,
    {
      rows: 50,
      description:
        "Its figure for each region of a level of which anything is known, by code, at most 1,000: the region's own measurement, else its parts', none counted twice. Of several for one place the indicator owner's counts, else the earliest recorded.",
      args: {
        within: {
          type: () => ID,
          nullable: true,
          description: "Only regions that lie in the region with this code, or are it.",
        },
        level: { type: () => RegionLevel, description: "The level of the regions." },
        period,
      },
    },
    byRegion,
  )
  byRegion!: never;

  @Formula(
    () => AreaTotal,
    {
      rows: 50,
      description:
        "Its figure for each area of which anything is known, by key, at most 1,000: the area's own measurement, else its regions', none counted twice.",
      args: { period },
    },
    byArea,
  )
  byArea!: never;

  override changeScope(): ChangeScope {
    return { programme: this.programme?.id, owner: this.owner?.id };
  }
}
