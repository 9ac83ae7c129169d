import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { types, uploadFile } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { SeededRandom } from "../testkit/random/seeded-random.js";
import { testSeed } from "../testkit/random/test-seed.js";
import { newId, World } from "../testkit/world/world.js";
import { drawFigures, type Figure, RollUpModel, type Rules } from "./roll-up-model.js";

type Input = Record<string, unknown>;

let world: World;
let inputs: IndicatorInputs;
let member: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  inputs = await IndicatorInputs.make(world, await indicatorCast(world));
  member = await world.member(inputs.cast.owner, "COORDINATOR");
});
afterAll(() => world.stop());

const indicator = (more: Input = {}) => inputs.do("createIndicator", more);

/** What a query shows of an indicator. */
async function shown<T = Input>(of: Written, fields: string, client = world.visitor()): Promise<T> {
  const document = `query ($id: ID!) { indicator(id: $id) { ${fields} } }`;
  return (await client.data<{ indicator: T }>(document, { id: of.id } as never)).indicator;
}

const village = "36.02.27.2010";
const { owner, partner, other } = { owner: "owner", partner: "partner", other: "other" } as const;

describe("Figures of several reporters (rule 13)", () => {
  it("add up where each counted others: 41, 10 and 50 trainees are 101", async () => {
    const one = await indicator({ reporters: "SUM" });
    const counts: [keyof typeof inputs.cast, number, number][] = [
      [owner, 41, 20],
      [partner, 10, 5],
      [other, 50, 30],
    ];
    for (const [by, value, women] of counts) {
      const disaggregation = [
        { by: "SEX", value: "perempuan", count: women },
        { by: "SEX", value: "L", count: value - women },
      ];
      await inputs.measure(one, village, value, { disaggregation }, inputs.cast[by]);
    }
    const fields =
      'byRegion(level: VILLAGE, period: "2023", by: [SEX]) { value measured disaggregation { value count } }';
    const disaggregation = [
      { value: "FEMALE", count: 55 },
      { value: "MALE", count: 46 },
    ];
    expect(await shown(one, fields)).toEqual({
      byRegion: [{ value: 101, measured: 3, disaggregation }],
    });
    const { id } = one;
    await write(member, "updateIndicator", { id, expectedVersion: 1, reporters: "OFFICIAL" });
    expect(await shown(one, 'byRegion(level: REGENCY, period: "2023") { value }')).toEqual({
      byRegion: [{ value: 41 }],
    });
  });

  it("by sex, a sum with a hidden count in it is hidden too, and the next smallest with it", async () => {
    const one = await indicator();
    const parts = (women: number, men: number) => ({
      disaggregation: [
        { by: "SEX", value: "women", count: women },
        { by: "SEX", value: "men", count: men },
      ],
    });
    await inputs.measure(one, village, 41, parts(38, 3));
    await inputs.measure(one, "36.02.05.2003", 22, parts(12, 10));
    const fields =
      'byRegion(level: REGENCY, period: "2023", by: [SEX]) { value disaggregation { count suppressed } }';
    const hidden = { count: null, suppressed: true };
    expect(await shown(one, fields)).toEqual({
      byRegion: [{ value: 63, disaggregation: [hidden, hidden] }],
    });
    const seen = [50, 13].map((count) => ({ count, suppressed: false }));
    expect(await shown(one, fields, member)).toEqual({
      byRegion: [{ value: 63, disaggregation: seen }],
    });
  });
});

describe("Figures that contradict", () => {
  it("are shown as such: a regency below its villages, a year below its quarters", async () => {
    const one = await indicator({ periods: "SUM" });
    await inputs.measure(one, "36.02", 30);
    await inputs.measure(one, village, 41);
    await inputs.measure(one, "36.02.05.2003", 22);
    for (const quarter of [1, 2]) {
      await inputs.measure(one, "36.02", 20, { period: `2023-Q${quarter}` });
    }
    const fields = 'byRegion(level: REGENCY, period: "2023") { value contradictions { by value } }';
    expect(await shown(one, fields)).toEqual({
      byRegion: [
        {
          value: 30,
          contradictions: [
            { by: "PERIODS", value: 40 },
            { by: "PLACES", value: 63 },
          ],
        },
      ],
    });
  });
});

describe("What is achieved of a target", () => {
  const target = (of: Written, place: string, value: number) =>
    inputs.do("setTarget", {
      ...{ indicatorId: of.id, period: "2025", value, regionCode: place || null },
    });
  const fields = `achievements(period: "2025") { target actual share isReached missing start isPartial
    periods missingPeriods missingPlaces { code } }`;
  const achieved = async (of: Written) =>
    (await shown<{ achievements: Input[] }>(of, fields)).achievements[0];

  it("is the sum of its quarters so far, and says what is missing", async () => {
    const one = await indicator({ periods: "SUM" });
    await target(one, "36.02", 100);
    expect(await achieved(one)).toMatchObject({
      ...{ actual: null, share: null, isReached: null, missing: null, missingPeriods: ["2025"] },
    });
    await inputs.measure(one, "36.02", 30, { period: "2025-Q1" });
    await inputs.measure(one, "36.02", 20, { period: "2025-Q2" });
    await inputs.measure(one, "36.02", 10, { period: "2025-07" });
    expect(await achieved(one)).toEqual({
      ...{ target: 100, actual: 60, share: 0.6, isReached: false, missing: 40, start: null },
      ...{ isPartial: true, periods: ["2025-07", "2025-Q1", "2025-Q2"] },
      ...{ missingPeriods: ["2025-08", "2025-09", "2025-Q4"], missingPlaces: [] },
    });
  });

  it("of a decrease is the way from the baseline", async () => {
    const one = await indicator({ direction: "DECREASE" });
    await target(one, "36.02", 20);
    await inputs.measure(one, "36.02", 100, { period: "2022", isBaseline: true });
    await inputs.measure(one, "36.02", 40, { period: "2025" });
    expect(await achieved(one)).toMatchObject({
      ...{ actual: 40, share: 0.75, isReached: false, missing: 20, start: 100, isPartial: false },
    });
  });

  it("is a share with four decimals, without the tail of a float", async () => {
    const shares: unknown[] = [];
    // Floats give 1.7500000000000002, 0.7692307692307692, and 0.7500000000000001 of the way down.
    for (const [aim, actual, start] of [
      [1.2, 2.1],
      [1.3, 1],
      [1.2, 1.9, 4],
    ] as const) {
      const direction = start ? "DECREASE" : "INCREASE";
      const one = await indicator({ direction, unit: "INDEX" });
      await target(one, "36.02", aim);
      if (start) await inputs.measure(one, "36.02", start, { period: "2022", isBaseline: true });
      await inputs.measure(one, "36.02", actual, { period: "2025" });
      shares.push((await achieved(one))?.share);
    }
    expect(shares).toEqual([1.75, 0.7692, 0.75]);
  });

  it("names the regions without a figure, where those of its parts make its own", async () => {
    const one = await indicator();
    await target(one, "36.02", 10);
    await inputs.measure(one, village, 12, { period: "2025" });
    const { missingPlaces, ...rest } = (await achieved(one)) as { missingPlaces: object[] };
    expect(rest).toMatchObject({ actual: 12, share: 1.2, isReached: true, missing: 0 });
    expect(missingPlaces).not.toContainEqual({ code: "36.02.27" });
    expect(missingPlaces).toContainEqual({ code: "36.02.05" });
    const { targets } = await shown<{ targets: Input[] }>(
      one,
      "targets { achievement { actual } }",
    );
    expect(targets).toEqual([{ achievement: { actual: 12 } }]);
  });

  it("names them in an area and in the country too", async () => {
    const one = await indicator();
    const { id: areaId } = await write(await world.operator, "createArea", {
      ...{
        name: "Kawasan",
        programmeId: inputs.programme.id,
        regions: ["36.02", "33.25", "35.01"],
      },
    });
    await inputs.do("setTarget", {
      indicatorId: one.id,
      period: "2025",
      value: 5,
      areaId,
      regionCode: null,
    });
    await target(one, "", 10);
    await inputs.measure(one, village, 12, { period: "2025" });
    const { achievements } = await shown<{ achievements: { missingPlaces: object[] }[] }>(
      one,
      `achievements(period: "2025") { of { area { id } } missingPlaces { code } }`,
    );
    const { rows } = await world.hub.sql.query<{ code: string }>(
      "select code from region where parent_id is null and code <> '36' order by code",
    );
    expect(rows.length).toBeGreaterThan(30);
    expect(achievements).toEqual([
      { of: { area: { id: areaId } }, missingPlaces: [{ code: "33.25" }, { code: "35.01" }] },
      { of: { area: null }, missingPlaces: rows },
    ]);
  });
});

describe("A rate is its numerator over its denominator", () => {
  it("is made of them, may be rounded, and is refused where it differs", async () => {
    const one = await indicator({ unit: "PERCENT", aggregation: "RATE" });
    const parts = { numerator: 1, denominator: 3, regionCode: "36.02" };
    const input = { indicatorId: one.id, ...parts };
    const of = async (period: string, more: Input) =>
      (await write(member, "recordMeasurement", { ...input, period, ...more })).id;
    const ids = [await of("2023", {}), await of("2024", { value: 33.3 })];
    const found = await refused(member, "recordMeasurement", {
      ...input,
      period: "2025",
      value: 5,
    });
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.value"]]);
    expect(found.messages).toEqual(["must be 33.3333333333, which is 100 × 1 ÷ 3"]);
    const correction = { id: ids[1], expectedVersion: 1, numerator: 2 };
    await write(member, "correctMeasurement", correction);
    const wrong = { id: ids[0], expectedVersion: 1, value: 34 };
    expect((await refused(member, "correctMeasurement", wrong)).paths).toEqual(["input.value"]);
    const { measurements } = await shown<{ measurements: { nodes: { value: number }[] } }>(
      one,
      "measurements { nodes { value } }",
    );
    const [first, second] = measurements.nodes.map(({ value }) => value);
    expect(first).toBeCloseTo(100 / 3, 10);
    expect(second).toBeCloseTo(200 / 3, 10);
  });
});

describe("Random figures", () => {
  const levels = { PROVINCE: 2, REGENCY: 5, DISTRICT: 8, VILLAGE: 13 } as const;
  const asked = ["2025", "2025-S1", "2025-Q1", "2025-02"];
  const allRules = (["SUM", "RATE", "NONE"] as const).flatMap((aggregation) =>
    (["SUM", "OFFICIAL"] as const).flatMap((reporters) =>
      (["SUM", "LAST", "AVERAGE"] as const).map(
        (periods): Rules => ({
          ...{ aggregation, reporters, periods },
        }),
      ),
    ),
  );

  /** Sends the figures as tables, one of each reporter; the owner accepts those of the others in turn. */
  async function send(figures: Map<string, Figure[]>): Promise<void> {
    for (const reporter of [owner, partner, other]) {
      const client = await world.member(inputs.cast[reporter], "CONTRIBUTOR");
      const rows = [...figures].flatMap(([key, all]) =>
        all
          .filter((one) => one.reporter === reporter)
          .map(({ code, period, value, numerator, denominator, sexes }) => {
            const parts = `SEX women=${sexes.FEMALE}; SEX men=${sexes.MALE}`;
            const counts = denominator === null && Number.isInteger(value) ? parts : "";
            return [key, period, value, code, numerator ?? "", denominator ?? "", counts].join(",");
          }),
      );
      const header = "indicator,period,value,region,numerator,denominator,disaggregation";
      const path = `/imports/${newId()}?kind=MEASUREMENTS&numbers=EN`;
      const content = [header, ...rows].join("\n");
      const sent = await uploadFile(client, ["PUT", path], content, { "content-type": types.csv });
      expect(sent.body).toMatchObject({ taken: rows.length });
      for (;;) {
        const { measurements } = await member.data<{
          measurements: { nodes: { id: string; version: number }[] };
        }>(
          "{ measurements(where: { status: { eq: PROPOSED } }, first: 200) { nodes { id version } } }",
        );
        if (measurements.nodes.length === 0) break;
        await write(member, "acceptMeasurements", {
          measurements: measurements.nodes.map(({ id, version }) => ({
            ...{ id, expectedVersion: version },
          })),
        });
      }
    }
  }

  it(`make the totals of a slow sum, whatever the rules (seed ${testSeed})`, async () => {
    const draw = new SeededRandom(testSeed);
    const made = new Map<string, { of: Written; rules: Rules; figures: Figure[] }>();
    for (const rules of allRules) {
      const unit = rules.aggregation === "RATE" ? "PERCENT" : "PEOPLE";
      const key = `model-${made.size}-${newId().slice(-6)}`;
      const of = await indicator({ ...rules, unit, key });
      made.set(key, { of, rules, figures: drawFigures(draw, 40, rules) });
    }
    await send(new Map([...made].map(([key, { figures }]) => [key, figures])));
    for (const { of, rules, figures } of made.values()) {
      const model = new RollUpModel(rules, figures);
      for (const period of asked) {
        const fields = Object.keys(levels).map(
          (level) => `${level}: byRegion(level: ${level}, period: "${period}", by: [SEX]) {
            region { code } value numerator denominator measured periods isPartial
            disaggregation { value count } }`,
        );
        const found = await shown<Record<string, Input[]>>(of, fields.join(" "), member);
        for (const [level, length] of Object.entries(levels)) {
          const places = [...new Set(figures.map(({ code }) => code))]
            .filter((code) => code.length >= length)
            .map((code) => code.slice(0, length));
          const expected = [...new Set(places)].sort().flatMap((code) => {
            const total = model.of(code, period);
            return total ? [expectedOf(code, total)] : [];
          });
          expect({ ...rules, period, level, found: found[level] }).toEqual({
            ...{ ...rules, period, level, found: expected },
          });
        }
      }
    }
  });

  const near = (number: number | null) => (number === null ? null : expect.closeTo(number, 6));

  function expectedOf(code: string, total: NonNullable<ReturnType<RollUpModel["of"]>>) {
    const { value, numerator, denominator, of, ...rest } = total;
    const counted = of.filter((one) => one.denominator === null && Number.isInteger(one.value));
    const sums = (["FEMALE", "MALE"] as const).map((sex) => ({
      value: sex,
      count: counted.reduce((all, one) => all + one.sexes[sex], 0),
    }));
    return {
      ...{ region: { code }, ...rest, value: near(value) },
      ...{ numerator: near(numerator), denominator: near(denominator) },
      disaggregation: counted.length > 0 ? sums : [],
    };
  }
});
