import { Disaggregation } from "../../domain/common/index.js";
import { IndicatorUnit } from "../../domain/indicators/index.js";
import { type IndicatorFacts, indicatorId, indicators } from "./indicators.js";
import { mainActions, mainStages } from "./plans.js";
import { national, type Scene } from "./scene.js";
import { change, create, type Step } from "./steps.js";
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
    { by: AGE_BAND, value: "25-34", count: value - young },
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

/** The effect of one action in a period, by the company. */
const effect = (scene: Scene, name: string, period: string): Step => {
  const { company } = scene.organisations;
  return create(coordinatorOf(company), "recordMeasurement", {
    ...{ id: scene.id("measurement", name), indicatorId: indicatorId("sintetis-pelatihan") },
    ...{
      areaId: scene.id("area", "1"),
      actionId: mainActions(scene).id(mainStages.running),
    },
    ...{ organisationId: organisationId(company), period, value: 2 + scene.draw(name, 6) },
    ...{ note: remark, sources: syntheticSources },
  });
};

/** The quarters of the last year. */
const quarters = (scene: Scene): Step[] =>
  [1, 2, 3].map((quarter) => effect(scene, `quarter/${quarter}`, `${scene.year - 1}-Q${quarter}`));

/** The people whom two organisations trained in the first area, quarter by quarter: their figures add up. */
const trainees = (scene: Scene): Step[] =>
  [scene.organisations.company, scene.organisations.university].flatMap((reporter) =>
    [1, 2, 3, 4].map((quarter) => {
      const name = `trainees/${reporter}/${quarter}`;
      return create(coordinatorOf(reporter), "recordMeasurement", {
        ...{ id: scene.id("measurement", name), indicatorId: indicatorId("sintetis-peserta") },
        ...{ areaId: scene.id("area", "1"), organisationId: organisationId(reporter) },
        ...{ period: `${scene.year - 1}-Q${quarter}`, value: 20 + scene.draw(name, 30) },
        ...{ note: remark, sources: syntheticSources },
      });
    }),
  );

/** Figures that do not count: one that awaits the owner's answer, one that it refused, one that was taken back. */
function uncounted(scene: Scene): Step[] {
  const of = (name: string) => ({ id: scene.id("measurement", name), reason: remark });
  return [
    effect(scene, "quarter/4", `${scene.year - 1}-Q4`),
    effect(scene, "refused", `${scene.year - 2}-Q3`),
    change(coordinatorOf(national.ministry), "refuseMeasurement", of("refused")),
    effect(scene, "retracted", `${scene.year - 2}-Q4`),
    change(coordinatorOf(scene.organisations.company), "retractMeasurement", of("retracted")),
  ];
}

/** The ministry's yes to all figures among the steps. */
function acceptanceOf(steps: readonly Step[]): Step {
  const measurements = steps
    .filter(({ operation }) => operation === "recordMeasurement")
    .map(({ input }) => ({ id: String(input.id), expectedVersion: 1 }));
  const by = coordinatorOf(national.ministry);
  return { by, operation: "acceptMeasurements", input: { measurements } };
}

/** The figures of a province and its first regency over four years, with targets up to the next year. */
export function figureSteps(scene: Scene): Step[] {
  const { province, regency } = scene.organisations;
  const own = { region: scene.province.code, reporter: province, parts: 1, targets: [4, 5] };
  const [first] = scene.province.regencies;
  const part = { region: first.code, reporter: regency, targets: [4] };
  const inRegencies = ["sintetis-pengangguran", "sintetis-miskin-ekstrem"];
  const steps = [
    ...indicators.flatMap((facts) => series(scene, facts, own)),
    ...indicators
      .filter(({ key }) => inRegencies.includes(key))
      .flatMap((facts) => {
        const parts = facts.unit === IndicatorUnit.PERCENT ? 1 : 4;
        return series(scene, facts, { ...part, parts });
      }),
    ...quarters(scene),
    ...trainees(scene),
  ];
  return [...steps, acceptanceOf(steps), ...uncounted(scene)];
}
