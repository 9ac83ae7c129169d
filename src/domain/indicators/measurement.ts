import type { Rel } from "@mikro-orm/core";
import { Index, Property } from "@mikro-orm/decorators/legacy";
import type { ChangeScope } from "../../ledger/index.js";
import { Column, Derived, IndexOn, Reference } from "../../reading/index.js";
import {
  byPeriod,
  DisaggregatedCount,
  type Disaggregation,
  OfPeriod,
  PeriodNoun,
  shownCounts,
  Versioned,
} from "../common/index.js";
import { Action, ActionPlan } from "../plans/index.js";
import { Area } from "../programmes/index.js";
import { Region } from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Indicator } from "./indicator.js";
import { participatesIn, visibleMeasurement } from "./measurement-visibility.js";

/** One count of a disaggregation in its stored form, in the key order of jsonb. */
export interface StoredCount {
  by: Disaggregation;
  count: number;
  value: string;
}

// The order in which `baselineSql` looks for an indicator's baseline: it reads one row instead of
// many.
const baselineIndex = `create index measurement_baseline on measurement (indicator_id, is_baseline desc, (area_id is not null), length(coalesce(region_id, '')), ends_on, starts_on)`;

// The unique constraint; the roll-up also reads this index: the codes of one indicator and period,
// in their order.
const once = `create unique index measurement_once on measurement (indicator_id, period, region_id, area_id, organisation_id) nulls not distinct`;

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
@IndexOn("indicator", "endsOn", "startsOn", "id")
@IndexOn("action", "endsOn", "startsOn", "id")
@IndexOn("area", "endsOn", "startsOn", "id")
@IndexOn("region", "indicator")
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

  @Column("float", { order: true, description: "The figure, in the indicator's unit." })
  value!: number;

  @Column("float", {
    nullable: true,
    description: "The number that the figure is about; for a rate, the number to which it applies.",
  })
  numerator?: number | null;

  @Column("float", {
    nullable: true,
    description: "For a rate: the total number, more than 0.",
  })
  denominator?: number | null;

  @Column("boolean", {
    default: "false",
    description: "True for the baseline, with which the others are compared.",
  })
  isBaseline!: boolean;

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

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that recorded it; none for the platform's operator.",
  })
  organisation?: Rel<Organisation> | null;

  @Reference(() => Action, {
    nullable: true,
    index: false,
    description: "The action whose effect it measures, if any.",
  })
  action?: Rel<Action> | null;

  @Reference(() => ActionPlan, {
    nullable: true,
    description: "The action's plan; everybody who sees the plan sees the measurement.",
  })
  plan?: Rel<ActionPlan> | null;

  override changeScope(): ChangeScope {
    const { indicator, action, plan, area, organisation } = this;
    const programme = action?.programme.id ?? indicator.programme?.id;
    return { programme, plan: plan?.id, area: area?.id, owner: organisation?.id };
  }
}
