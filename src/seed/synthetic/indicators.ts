import {
  IndicatorAggregation,
  IndicatorDirection,
  IndicatorPeriods,
  IndicatorReporters,
  IndicatorUnit,
} from "../../domain/indicators/index.js";
import { national, programmes } from "./scene.js";
import { type Chapter, change, create, type Step } from "./steps.js";
import {
  bothLabelled,
  coordinatorOf,
  idOf,
  organisationId,
  remark,
  syntheticSources,
  yearOf,
} from "./terms.js";

/** An indicator of the synthetic country. */
export interface IndicatorFacts {
  key: string;
  title: [id: string, en: string];
  unit: IndicatorUnit;
  direction: IndicatorDirection;
  aggregation: IndicatorAggregation;
  /** What makes one figure of those of several reporters, and of several periods; the hub's own rules if absent. */
  reporters?: IndicatorReporters;
  periods?: IndicatorPeriods;
  /** The figure of a province in the first year, from `least` to twice as much. */
  least: number;
  /** The change in a year, in per cent. */
  yearly: number;
}

const { DECREASE, INCREASE } = IndicatorDirection;
const { NONE, RATE, SUM } = IndicatorAggregation;
const { COUNT, GROUPS, HOUSEHOLDS, INDEX, PEOPLE, PERCENT, RUPIAH } = IndicatorUnit;

/**
 * One indicator of each unit, and the people who were trained: several organisations train some of them in
 * each quarter, and all of them add up.
 */
export const indicators: readonly IndicatorFacts[] = [
  {
    ...{ key: "sintetis-pengangguran", title: ["Tingkat pengangguran", "Unemployment rate"] },
    ...{ unit: PERCENT, direction: DECREASE, aggregation: RATE, least: 5, yearly: -6 },
  },
  {
    ...{ key: "sintetis-miskin-ekstrem", title: ["Warga miskin ekstrem", "Extreme poor people"] },
    ...{ unit: PEOPLE, direction: DECREASE, aggregation: SUM, least: 9000, yearly: -25 },
  },
  {
    ...{
      key: "sintetis-bekerja",
      title: ["Rumah tangga berpenghasilan", "Households with an income"],
    },
    ...{ unit: HOUSEHOLDS, direction: INCREASE, aggregation: SUM, least: 4000, yearly: 12 },
  },
  {
    ...{ key: "sintetis-kelompok-mandiri", title: ["Kelompok mandiri", "Independent groups"] },
    ...{ unit: GROUPS, direction: INCREASE, aggregation: SUM, least: 20, yearly: 35 },
  },
  {
    ...{ key: "sintetis-omzet", title: ["Omzet kelompok", "Revenue of the groups"] },
    ...{ unit: RUPIAH, direction: INCREASE, aggregation: SUM, least: 800_000_000, yearly: 22 },
  },
  {
    ...{ key: "sintetis-pelatihan", title: ["Pelatihan terselenggara", "Courses held"] },
    ...{ unit: COUNT, direction: INCREASE, aggregation: SUM, least: 15, yearly: 18 },
    ...{ reporters: IndicatorReporters.SUM, periods: IndicatorPeriods.SUM },
  },
  {
    ...{ key: "sintetis-peserta", title: ["Peserta pelatihan", "People trained"] },
    ...{ unit: PEOPLE, direction: INCREASE, aggregation: SUM, least: 300, yearly: 15 },
    ...{ reporters: IndicatorReporters.SUM, periods: IndicatorPeriods.SUM },
  },
  {
    ...{ key: "sintetis-indeks-kawasan", title: ["Indeks kawasan", "Index of areas"] },
    ...{ unit: INDEX, direction: INCREASE, aggregation: NONE, least: 45, yearly: 5 },
    periods: IndicatorPeriods.AVERAGE,
  },
];

export const indicatorId = (key: string): string => idOf("indicator", key);

function indicatorStep(
  owner: string,
  {
    key,
    title,
    unit,
    direction,
    aggregation,
    reporters,
    periods,
  }: Omit<IndicatorFacts, "least" | "yearly">,
): Step {
  return create(coordinatorOf(owner), "createIndicator", {
    ...{ id: indicatorId(key), key, unit, direction, aggregation, reporters, periods },
    title: bothLabelled(...title),
    description: remark,
    ownerId: organisationId(owner),
    programmeId: idOf("programme", programmes.main),
    sources: syntheticSources,
  });
}

/** The figures and targets of the whole country, by the indicator's owner. */
function nationwide(day: string, { key, least, yearly, unit }: IndicatorFacts): Step[] {
  const by = coordinatorOf(national.ministry);
  const year = yearOf(day);
  const indicatorOf = { indicatorId: indicatorId(key), sources: syntheticSources };
  const isSum = unit !== IndicatorUnit.PERCENT && unit !== IndicatorUnit.INDEX;
  const inYear = (past: number) =>
    Math.round(least * (isSum ? 50 : 1) * (1 + yearly / 100) ** past);
  const measured = [0, 1, 2, 3].map((past) =>
    create(by, "recordMeasurement", {
      ...{ ...indicatorOf, id: idOf("measurement", `${key}/${past}`), note: remark },
      ...{ period: String(year - 4 + past), value: inYear(past), isBaseline: past === 0 },
      ...(unit === IndicatorUnit.PERCENT
        ? { numerator: inYear(past) * 1_000_000, denominator: 100_000_000 }
        : {}),
    }),
  );
  const targets = [3, 4, 5].map((past) =>
    create(by, "setTarget", {
      ...{ ...indicatorOf, id: idOf("target", `${key}/${past}`) },
      ...{ period: String(year - 4 + past), value: inYear(past + 1) },
    }),
  );
  return [...measured, ...targets];
}

/** Two indicators that others propose for the ministry's programme: one waits, one was refused. */
function proposals(): Step[] {
  const of = (key: string, title: [string, string]) =>
    indicatorStep(national.university, {
      ...{ key, title, unit: COUNT, direction: INCREASE, aggregation: SUM },
    });
  return [
    of("sintetis-usulan-indikator", ["Usulan indikator", "Proposed indicator"]),
    of("sintetis-indikator-ditolak", ["Indikator yang ditolak", "Refused indicator"]),
    change(coordinatorOf(national.ministry), "refuseIndicator", {
      id: indicatorId("sintetis-indikator-ditolak"),
    }),
  ];
}

/** The indicators, with the country's own figures. */
export const indicatorsChapter = (day: string): Chapter => ({
  name: "indicators",
  steps: [
    ...indicators.map((facts) => indicatorStep(national.ministry, facts)),
    ...indicators.flatMap((facts) => nationwide(day, facts)),
    ...proposals(),
  ],
});
