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

/** One count of a disaggregation as it is stored, in jsonb's order of keys. */
export interface StoredCount {
  by: Disaggregation;
  count: number;
  value: string;
}

// The order in which an indicator's baseline is looked for (`baselineSql`): one row is read of many.
const baselineIndex = `create index measurement_baseline on measurement (indicator_id, is_baseline desc, (area_id is not null), length(coalesce(region_id, '')), ends_on, starts_on)`;

// Also what the roll-up reads: of one indicator and period, the codes in their order.
const once = `create unique index measurement_once on measurement (indicator_id, period, region_id, area_id, organisation_id) nulls not distinct`;

// The lists of an indicator, an action and an area have an index in their order each: without it, Postgres
// walks all measurements for a few where many are of one of them.

// Other groups add fields: assessments/added-fields.ts (findings).

/** What an indicator was found to be, in a place and a period. */
@Versioned({
  description:
    "What an indicator was found to be in a place and a period, by whom and from which source. Capaian.",
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
  @Reference(() => Indicator, { index: false, description: "What was measured." })
  indicator!: Rel<Indicator>;

  @Reference(() => Region, {
    nullable: true,
    index: false,
    description: "The region that it is of; nationwide where it is of no area either.",
  })
  region?: Rel<Region> | null;

  @Reference(() => Area, {
    nullable: true,
    index: false,
    description: "The area that it is of, if it is of one.",
  })
  area?: Rel<Area> | null;

  @Column("float", { order: true, description: "The figure, in the indicator's unit." })
  value!: number;

  @Column("float", {
    nullable: true,
    description: "How many the figure is about: of a rate, those to whom it applies.",
  })
  numerator?: number | null;

  @Column("float", {
    nullable: true,
    description: "Of a rate: how many there are in all, more than 0.",
  })
  denominator?: number | null;

  @Column("boolean", {
    default: "false",
    description: "Whether it is what the others are compared with.",
  })
  isBaseline!: boolean;

  @Property({ type: "json", columnType: "jsonb", fieldName: "disaggregation", defaultRaw: "'[]'" })
  @Derived(
    "json",
    {
      type: () => [DisaggregatedCount],
      description:
        "Counts by sex, age band or disability. Those from 1 to 4 are suppressed for whoever does not take part (rule 6).",
    },
    (row, scope) => shownCounts(row.column("disaggregation"), participatesIn(scope, row)),
  )
  disaggregation!: StoredCount[];

  @Column("text", { nullable: true, filter: false, description: "A remark, as on the method." })
  note?: string | null;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that recorded it; none for the platform's operator.",
  })
  organisation?: Rel<Organisation> | null;

  @Reference(() => Action, {
    nullable: true,
    index: false,
    description: "The action whose effect it measures, if it is of one.",
  })
  action?: Rel<Action> | null;

  @Reference(() => ActionPlan, {
    nullable: true,
    description: "The action's plan; whoever sees it sees the measurement.",
  })
  plan?: Rel<ActionPlan> | null;

  override changeScope(): ChangeScope {
    const { indicator, action, plan, area, organisation } = this;
    const programme = action?.programme.id ?? indicator.programme?.id;
    return { programme, plan: plan?.id, area: area?.id, owner: organisation?.id };
  }
}
