import { Disaggregation } from "../../domain/common/index.js";
import { IndicatorUnit } from "../../domain/indicators/index.js";
import { type IndicatorFacts, indicatorId, indicators } from "./indicators.js";
import { mainActions, mainStages } from "./plans.js";
import { national, type Scene } from "./scene.js";
import { create, type Step } from "./steps.js";
import { coordinatorOf, organisationId, remark, syntheticSources } from "./terms.js";

/** The population on which a province's rate is counted. */
const population = 100_000;

/** People by sex, age and disability. The parts of sex and of age make the whole; one part is small. */
function partsOf(value: number) {
  const { AGE_BAND, DISABILITY, SEX } = Disaggregation;
  const women = Math.round(value * 0.52);
  const young = Math.round(value * 0.3);
  return [
    { by: SEX, value: "FEMALE", count: women },
    { by: SEX, value: "MALE", count: value - women },
    { by: AGE_BAND, value: "15-24", count: young },
    { by: AGE_BAND, value: "25-59", count: value - young },
    { by: DISABILITY, value: "WITH_DISABILITY", count: 3 },
  ];
}

/** The figure of a year, with what its unit needs beside the value. */
function figuresOf({ unit, yearly }: IndicatorFacts, first: number, years: number) {
  const value = Math.round(first * (1 + yearly / 100) ** years);
  if (unit === IndicatorUnit.PEOPLE) return { value, disaggregation: partsOf(value) };
  if (unit !== IndicatorUnit.PERCENT) return { value };
  const numerator = value * (population / 100);
  return { value, numerator, denominator: population };
}

/** The figures of one indicator in one place, year by year, and its targets. */
function series(scene: Scene, facts: IndicatorFacts, at: SeriesPlace): Step[] {
  const { key, least } = facts;
  const { region, reporter } = at;
  const own = { indicatorId: indicatorId(key), regionCode: region, sources: syntheticSources };
  const base = (least + scene.draw(`${key}/${region}`, least)) / at.parts;
  const past = [0, 1, 2, 3].map((year) =>
    create(coordinatorOf(reporter), "recordMeasurement", {
      ...{ ...own, id: scene.id("measurement", `${key}/${region}/${year}`) },
      ...{ organisationId: organisationId(reporter), period: String(scene.year - 4 + year) },
      ...{ ...figuresOf(facts, base, year), isBaseline: year === 0, note: remark },
    }),
  );
  const targets = at.targets.map((year) =>
    create(coordinatorOf(national.ministry), "setTarget", {
      ...{ ...own, id: scene.id("target", `${key}/${region}/${year}`) },
      ...{ period: String(scene.year - 4 + year), value: figuresOf(facts, base, year + 1).value },
    }),
  );
  return [...past, ...targets];
}

interface SeriesPlace {
  region: string;
  reporter: string;
  /** The share of the province's figure that the place has: one part of so many. */
  parts: number;
  /** The years with a target, counted from the first year. */
  targets: readonly number[];
}

/** The quarters of this and the last year up to now, of the effect of one action. */
function quarters(scene: Scene): Step[] {
  const { company } = scene.organisations;
  const actionId = mainActions(scene).id(mainStages.running);
  return [1, 2, 3, 4].map((quarter) =>
    create(coordinatorOf(company), "recordMeasurement", {
      id: scene.id("measurement", `quarter/${quarter}`),
      ...{
        indicatorId: indicatorId("sintetis-pelatihan"),
        areaId: scene.id("area", "1"),
        actionId,
      },
      ...{ organisationId: organisationId(company), period: `${scene.year - 1}-Q${quarter}` },
      ...{
        value: 2 + scene.draw(`quarter/${quarter}`, 6),
        note: remark,
        sources: syntheticSources,
      },
    }),
  );
}

/** The figures of a province and its first regency over four years, with targets up to the next year. */
export function figureSteps(scene: Scene): Step[] {
  const { province, regency } = scene.organisations;
  const own = { region: scene.province.code, reporter: province, parts: 1, targets: [4, 5] };
  const [first] = scene.province.regencies;
  const part = { region: first.code, reporter: regency, targets: [4] };
  const inRegencies = ["sintetis-pengangguran", "sintetis-miskin-ekstrem"];
  return [
    ...indicators.flatMap((facts) => series(scene, facts, own)),
    ...indicators
      .filter(({ key }) => inRegencies.includes(key))
      .flatMap((facts) => {
        const parts = facts.unit === IndicatorUnit.PERCENT ? 1 : 4;
        return series(scene, facts, { ...part, parts });
      }),
    ...quarters(scene),
  ];
}
