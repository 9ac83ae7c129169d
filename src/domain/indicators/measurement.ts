import type { Rel } from "@mikro-orm/core";
import { Index, Property } from "@mikro-orm/decorators/legacy";
import type { AccessScope } from "../../access/index.js";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Derived,
  Dimensions,
  EnumColumn,
  type GroupSite,
  IndexOn,
  Reference,
  type RowRef,
  type Sql,
  sql,
  suppressedValue,
} from "../../reading/index.js";
import {
  byPeriod,
  DisaggregatedCount,
  type Disaggregation,
  isSuppressed,
  OfPeriod,
  PeriodNoun,
  shownCounts,
  suppressedTotal,
  Versioned,
} from "../common/index.js";
import { Action, ActionPlan } from "../plans/index.js";
import { Area } from "../programmes/index.js";
import {
  commonRegionAt,
  Region,
  RegionDimensions,
  type RegionLevel,
  regionAt,
} from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { MeasurementStatus } from "./enums.js";
import { Indicator } from "./indicator.js";
import {
  countsPeopleBelowRegency,
  participatesIn,
  visibleMeasurement,
} from "./measurement-visibility.js";

/** The region of a level in which a measurement's region lies, or its area. */
function placeOfFigure(site: GroupSite, level: RegionLevel): Sql {
  const ofArea = commonRegionAt(site.edge("area").row.column("region_ids"), level);
  return sql`coalesce(${regionAt(site.row.column("region_id"), level)}, ${ofArea})`;
}

/** One count of a disaggregation in its stored form, in the key order of jsonb. */
export interface StoredCount {
  by: Disaggregation;
  count: number;
  value: string;
  /** The words of a count from before the fixed lists, whose part is OTHER. */
  words?: string;
}

// The order in which `baselineSql` looks for an indicator's baseline: it reads one row instead of
// many.
const baselineIndex = `create index measurement_baseline on measurement (indicator_id, is_baseline desc, (area_id is not null), length(coalesce(region_id, '')), ends_on, starts_on) where status = 'ACCEPTED'`;

// The unique constraint: a place can be measured again after a refusal or a retraction. The roll-up also
// reads this index: the codes of one indicator and period, in their order.
const once = `create unique index measurement_once on measurement (indicator_id, period, region_id, area_id, organisation_id) nulls not distinct where status in ('PROPOSED', 'ACCEPTED')`;

// The figures that await the answer of an indicator's owner: few among many.
const awaiting = `create index measurement_awaiting on measurement (indicator_id, ends_on, starts_on, id) where status = 'PROPOSED'`;

// The index for the order by value, by what orders them.
const valueOrder = `create index measurement_value_order on measurement ((case when not ((value > 0 and value < 5) and (value = trunc(value) and (coalesce(length(region_id) > 5, false) or area_id is not null))) then value end), id)`;

/** A figure of a measurement that may be a total of few people. */
const figure = (column: "value" | "numerator" | "denominator") =>
  suppressedTotal({
    column,
    participant: participatesIn,
    aboutFew: countsPeopleBelowRegency,
    mayBeAboutFew: {
      columns: ["region_id", "area_id"],
      sql: (at) => sql`(${at(column)} = trunc(${at(column)})
        and (coalesce(length(${at("region_id")}) > 5, false) or ${at("area_id")} is not null))`,
    },
  });

/** A figure of a measurement as the viewer sees it: its value, unless another is named. */
export function shownMeasured(
  measurement: RowRef,
  scope: AccessScope,
  name: Parameters<typeof figure>[0] = "value",
): Sql {
  return suppressedValue(figure(name), measurement.column(name), measurement, scope);
}

const hiddenWhen =
  "Null for viewers who do not take part when it is a number of people from 1 to 4 below the regency (rule 6).";

// The lists of an indicator, an action and an area have one index each, in their order. Without it,
// Postgres reads all measurements for a few rows when many belong to one of them.

// Other groups add fields: assessments/added-fields.ts (findings).

/** A measured figure of an indicator, in a place and a period. */
@Versioned({
  description:
    "A measured figure of an indicator in a place and a period, with its author and its sources. Capaian.",
  queries: { one: "measurement", many: "measurements" },
  defaultOrder: byPeriod,
  visible: visibleMeasurement,
  hiddenInChanges: ["disaggregation"],
})
@OfPeriod()
@Index({ name: "measurement_once", expression: once })
@Index({ name: "measurement_baseline", expression: baselineIndex })
@Index({ name: "measurement_awaiting", expression: awaiting })
@Index({ name: "measurement_value_order", expression: valueOrder })
@IndexOn("indicator", "endsOn", "startsOn", "id")
@IndexOn("action", "endsOn", "startsOn", "id")
@IndexOn("area", "endsOn", "startsOn", "id")
@IndexOn("region", "indicator")
@Dimensions({
  indicatorProgramme: "indicator.programme",
  indicatorUnit: "indicator.unit",
  organisationSector: "organisation.sector",
})
@RegionDimensions("its region, or its area,", placeOfFigure)
export class Measurement extends PeriodNoun {
  @Reference(() => Indicator, { index: false, description: "The indicator." })
  indicator!: Rel<Indicator>;

  @Reference(() => Region, {
    nullable: true,
    index: false,
    description: "Its region; none for an area or nationwide.",
  })
  region?: Rel<Region> | null;

  @Reference(() => Area, {
    nullable: true,
    index: false,
    description: "Its area, if it has one.",
  })
  area?: Rel<Area> | null;

  @Column("float", {
    order: true,
    measures: ["average", "min", "max"],
    suppression: figure("value"),
    description: `The figure, in the indicator's unit. ${hiddenWhen} In orders a whole number from 1 to 4 below the regency counts as absent.`,
  })
  value!: number;

  @Derived(
    "boolean",
    { description: "True when the figure is hidden because it is a small number of people." },
    isSuppressed("value", figure("value")),
  )
  suppressed!: boolean;

  @Column("float", {
    nullable: true,
    measures: [],
    suppression: figure("numerator"),
    description: `The number that the figure is about; for a rate, the number to which it applies. ${hiddenWhen}`,
  })
  numerator?: number | null;

  @Column("float", {
    nullable: true,
    measures: [],
    suppression: figure("denominator"),
    description: `For a rate: the total number, more than 0. ${hiddenWhen}`,
  })
  denominator?: number | null;

  @Column("boolean", {
    default: "false",
    description: "True for the baseline, with which the others are compared.",
  })
  isBaseline!: boolean;

  // Not in the current state of a CONFLICT, as it is in no change: counts are read in the place that suppresses them.
  @Property({ type: "json", columnType: "jsonb", fieldName: "disaggregation", defaultRaw: "'[]'" })
  @Derived(
    "json",
    {
      type: () => [DisaggregatedCount],
      description:
        "Counts by sex, age band or disability. Those from 1 to 4 are suppressed for viewers who do not take part (rule 6).",
    },
    (row, scope) => shownCounts(row.column("disaggregation"), participatesIn(scope, row)),
  )
  disaggregation!: StoredCount[];

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "A remark, for example on the method.",
  })
  note?: string | null;

  @EnumColumn(() => MeasurementStatus, {
    description:
      "Its state: only ACCEPTED ones count. All others are seen by those who recorded them and by the indicator's own alone.",
  })
  status!: MeasurementStatus;

  @Column("instant", {
    nullable: true,
    filter: false,
    description: "The instant at which it was accepted as it is; null until then.",
  })
  acceptedAt?: Date | null;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "The reason of a refusal or a retraction.",
  })
  reason?: string | null;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that recorded it; none for the platform's operator.",
  })
  organisation?: Rel<Organisation> | null;

  @Reference(() => Action, {
    nullable: true,
    index: false,
    mayBeHidden: true,
    description:
      "The action whose effect it measures, if any; null where its plan is hidden from the viewer.",
  })
  action?: Rel<Action> | null;

  @Reference(() => ActionPlan, {
    nullable: true,
    mayBeHidden: true,
    description: "The action's plan; everybody who sees the plan sees an accepted measurement.",
  })
  plan?: Rel<ActionPlan> | null;

  override changeScope(): ChangeScope {
    const { indicator, action, plan, area, organisation } = this;
    return measurementScope({ indicator, action, plan, area, organisation });
  }
}

/** What the ledger files the changes of a measurement under. */
export function measurementScope(
  of: Pick<Measurement, "indicator" | "action"> &
    Partial<Record<"plan" | "area" | "organisation", { id: string } | null | undefined>>,
): ChangeScope {
  const { indicator, action, plan, area, organisation } = of;
  const programme = action?.programme.id ?? indicator.programme?.id;
  return { programme, plan: plan?.id, area: area?.id, owner: organisation?.id };
}
