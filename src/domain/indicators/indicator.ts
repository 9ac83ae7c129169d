import type { Rel } from "@mikro-orm/core";
import { ID } from "type-graphql";
import type { ChangeScope } from "../../ledger/index.js";
import { PeriodScalar } from "../../platform/scalars.js";
import {
  Column,
  Connection,
  Derived,
  Dimensions,
  EnumColumn,
  Formula,
  InLanguage,
  Listing,
  Reference,
  References,
} from "../../reading/index.js";
import {
  Disaggregation,
  type StoredText,
  Translated,
  Versioned,
  VersionedNoun,
} from "../common/index.js";
import { Acceptance, Programme } from "../programmes/index.js";
import { RegionLevel } from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { achievementsOf } from "./achievement.js";
import { Achievement } from "./achievement-type.js";
import { baselineSql } from "./baseline.js";
import {
  IndicatorAggregation,
  IndicatorDirection,
  IndicatorPeriods,
  IndicatorReporters,
  IndicatorUnit,
} from "./enums.js";
import { visibleIndicator } from "./indicator-visibility.js";
import { Measurement } from "./measurement.js";
import { byArea, byRegion } from "./roll-up.js";
import { Target } from "./target.js";
import { AreaTotal, Baseline, RegionTotal } from "./totals.js";

const totalArguments = {
  period: {
    type: () => PeriodScalar,
    description: "The period; without a figure of it, those of shorter periods in it count.",
  },
  by: {
    type: () => [Disaggregation],
    nullable: true,
    description: "The dimensions of `disaggregation`; none if absent.",
  },
};

/** A quantity that is measured to show change (IATI result model). */
@Versioned({
  description:
    "A quantity that is measured to show change, with its targets and measurements (IATI result model). Indikator.",
  queries: { one: "indicator", many: "indicators" },
  isSmall: true,
  filterBy: "key",
  defaultOrder: { field: "key", descending: false },
  visible: visibleIndicator,
})
@Dimensions({ ownerSector: "owner.sector" })
export class Indicator extends VersionedNoun {
  @Column("key", {
    unique: true,
    order: true,
    description: "Its stable key, readable in an address.",
  })
  key!: string;

  @InLanguage({ of: "titleText", order: true, description: "The title in the request's language." })
  title!: never;

  @Translated("The title in both languages.")
  titleText!: StoredText;

  @Column("text", {
    length: 5000,
    nullable: true,
    description: "The meaning, and the method of measurement.",
  })
  description?: string | null;

  @EnumColumn(() => IndicatorUnit, { order: true, description: "The unit of its figures." })
  unit!: IndicatorUnit;

  @EnumColumn(() => IndicatorDirection, { description: "The direction in which it should move." })
  direction!: IndicatorDirection;

  @EnumColumn(() => IndicatorAggregation, {
    description: "The way in which figures of parts make the figure of the whole.",
  })
  aggregation!: IndicatorAggregation;

  @EnumColumn(() => IndicatorReporters, {
    description:
      "The way in which several organisations' figures of one place and period make one.",
  })
  reporters!: IndicatorReporters;

  @EnumColumn(() => IndicatorPeriods, {
    description: "The way in which figures of shorter periods make that of a longer one.",
  })
  periods!: IndicatorPeriods;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that defines it; none for an indicator of the platform.",
  })
  owner?: Rel<Organisation> | null;

  @Reference(() => Programme, {
    nullable: true,
    description: "The programme whose results it shows, if any.",
  })
  programme?: Rel<Programme> | null;

  @EnumColumn(() => Acceptance, {
    description:
      "The answer of the programme's owner to an indicator that others made. Until it is accepted it has neither targets nor measurements.",
  })
  acceptance!: Acceptance;

  @References(() => Organisation, {
    singular: "awaited",
    description: "The owners whose yes is missing; empty once it is accepted.",
  })
  awaits!: string[];

  @Listing(() => Target, {
    by: "indicator",
    singular: "target",
    description: "The targets, by period.",
  })
  targets!: never;

  @Connection(() => Measurement, {
    by: "indicator",
    singular: "measurement",
    description: "The measurements, the earliest period first unless ordered otherwise.",
  })
  measurements!: never;

  @Derived(
    "json",
    {
      type: () => Baseline,
      nullable: true,
      description:
        "The figure to compare with: the measurement marked as baseline, else the earliest of the widest place. Only measurements that the viewer can see count.",
    },
    baselineSql,
  )
  baseline!: never;

  @Formula(
    () => RegionTotal,
    {
      rows: 50,
      description:
        "The figure of each region of a level, if there is one; by code, at most 1,000. It is the region's own measurement of the period, else that of its shorter periods, else that of its parts, with nothing counted twice. Several reporters and periods make one figure as the indicator's `reporters` and `periods` say.",
      args: {
        within: {
          type: () => ID,
          nullable: true,
          description: "A filter: only the region with this code and the regions in it.",
        },
        level: { type: () => RegionLevel, description: "The level of the regions." },
        ...totalArguments,
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
        "The figure of each area, if there is one; by key, at most 1,000. It is the area's own measurement of the period, else that of its shorter periods, else that of its regions, with nothing counted twice.",
      args: totalArguments,
    },
    byArea,
  )
  byArea!: never;

  @Formula(
    () => Achievement,
    {
      rows: 50,
      description:
        "What was achieved of the targets of a period: of all places, at most 1,000, or of one.",
      args: {
        period: { type: () => PeriodScalar, description: "The period of the targets." },
        region: {
          type: () => ID,
          nullable: true,
          description: "A filter: only the target of the region with this code.",
        },
        area: { type: () => ID, nullable: true, description: "A filter: only that of this area." },
      },
    },
    achievementsOf,
  )
  achievements!: never;

  override changeScope(): ChangeScope {
    return { programme: this.programme?.id, owner: this.owner?.id };
  }
}
