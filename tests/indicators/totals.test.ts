import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { refused, type Written } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let inputs: IndicatorInputs;
let owner: Party;
let partner: Party;
let hiddenAction: Written;

beforeAll(async () => {
  world = await World.start();
  inputs = await IndicatorInputs.make(world, await indicatorCast(world));
  ({ owner, partner } = inputs.cast);
  hiddenAction = await inputs.hiddenAction();
});
afterAll(() => world.stop());

const ask = <T>(client: CheckedClient, document: string, variables: object = {}) =>
  client.data<T>(document, variables as never);

const indicator = (more: Input = {}) => inputs.do("createIndicator", more);

interface Total {
  place: { code: string };
  value: number | null;
  measured: number;
}

/** The roll-up by region: `36.02: 5 of 2` is the value 5 of 2 measurements. */
async function byRegion(of: Written, args: string, client = world.visitor()): Promise<string[]> {
  const { indicator: found } = await ask<{ indicator: { byRegion: Total[] } }>(
    client,
    `query ($id: ID!) { indicator(id: $id) {
      byRegion(period: "2023", ${args}) { place: region { code } value measured period } } }`,
    { id: of.id },
  );
  return found.byRegion.map(
    ({ place, value, measured }) => `${place.code}: ${value} of ${measured}`,
  );
}

async function byArea(of: Written, names: Record<string, string>): Promise<string[]> {
  const { indicator: found } = await ask<{
    indicator: { byArea: (Total & { place: { id: string } })[] };
  }>(
    world.visitor(),
    `query ($id: ID!) { indicator(id: $id) {
      byArea(period: "2023") { place: area { id } value measured } } }`,
    { id: of.id },
  );
  return found.byArea
    .filter(({ place }) => names[place.id])
    .map(({ place, value, measured }) => `${names[place.id]}: ${value} of ${measured}`);
}

describe("Figures of regions (SUM)", () => {
  it("are a region's own where it is measured, whatever its parts say", async () => {
    const one = await indicator();
    await inputs.measure(one, "36", 100);
    await inputs.measure(one, "36.02", 7);
    await inputs.measure(one, "36.02.27", 5);
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 100 of 1"]);
    expect(await byRegion(one, "level: REGENCY")).toEqual(["36.02: 7 of 1"]);
    expect(await byRegion(one, "level: DISTRICT")).toEqual(["36.02.27: 5 of 1"]);
    expect(await byRegion(one, "level: VILLAGE")).toEqual([]);
  });

  it("are else those of the nearest parts that are measured, none counted twice", async () => {
    const one = await indicator();
    // Lebak as a whole; of Pandeglang a district, and villages of it and of another.
    await inputs.measure(one, "36.02", 10);
    await inputs.measure(one, "36.02.27", 4);
    await inputs.measure(one, "36.02.27.2010", 3);
    await inputs.measure(one, "36.01.01", 5);
    await inputs.measure(one, "36.01.01.2001", 2);
    await inputs.measure(one, "36.01.02.2001", 1);
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 16 of 3"]);
    expect(await byRegion(one, "level: REGENCY")).toEqual(["36.01: 6 of 2", "36.02: 10 of 1"]);
    // Small numbers of people below the regency are suppressed.
    const districts = ["36.01.01: 5 of 1", "36.01.02: null of 1", "36.02.27: null of 1"];
    expect(await byRegion(one, "level: DISTRICT")).toEqual(districts);
  });

  it("keep to the region that is asked, and to the period", async () => {
    const one = await indicator();
    await inputs.measure(one, "36.02.27", 4);
    await inputs.measure(one, "33.25.01", 5);
    await inputs.measure(one, "36.02", 9, { period: "2022" });
    await inputs.measure(one, "36.02", 9, { period: "2024-S1" });
    await inputs.measure(one, "", 90);
    await inputs.measure(one, inputs.area.id, 50);
    expect(await byRegion(one, 'level: REGENCY, within: "36"')).toEqual(["36.02: 4 of 1"]);
    expect(await byRegion(one, 'level: REGENCY, within: "33.25"')).toEqual(["33.25: 5 of 1"]);
    expect(await byRegion(one, 'level: REGENCY, within: "36.02.27"')).toEqual([]);
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["33: 5 of 1", "36: 4 of 1"]);
  });

  it("are the owner's where several measured the same, else the last accepted (OFFICIAL)", async () => {
    const one = await indicator();
    const earlier = await inputs.propose(one, "36.02", 1, {}, partner);
    await inputs.measure(one, "36.02", 2, {}, inputs.cast.other);
    expect(await byRegion(one, "level: REGENCY")).toEqual(["36.02: 2 of 1"]);
    await inputs.accept(earlier);
    expect(await byRegion(one, "level: REGENCY")).toEqual(["36.02: 1 of 1"]);
    await inputs.measure(one, "36.02", 3, {}, owner);
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 3 of 1"]);
  });

  it("add up as decimals do", async () => {
    const one = await indicator({ unit: "INDEX" });
    for (const [at, value] of [0.1, 0.2, -0.05].entries()) {
      await inputs.measure(one, `36.0${at + 1}`, value);
    }
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 0.25 of 3"]);
  });

  it("count what the viewer may see", async () => {
    const one = await indicator();
    await inputs.measure(one, "36.01", 1);
    await inputs.measure(one, "36.02", 2, { actionId: hiddenAction.id }, inputs.cast.lead);
    const insider = await world.member(inputs.cast.lead, "VIEWER");
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 1 of 1"]);
    expect(await byRegion(one, "level: PROVINCE", insider)).toEqual(["36: 3 of 2"]);
  });

  it("are refused where the region asked is none", async () => {
    const document =
      '{ indicators { nodes { byRegion(period: "2023", level: PROVINCE, within: "3") { value } } } }';
    const found = refusalOf(await world.visitor().error(document));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["within"]]);
  });
});

describe("Figures of regions (RATE and NONE)", () => {
  const rate = () => indicator({ unit: "PERCENT", aggregation: "RATE" });

  it("a rate is made of its parts' numerators and denominators", async () => {
    const one = await rate();
    await inputs.measure(one, "36.01", 50, { numerator: 50, denominator: 100 });
    await inputs.measure(one, "36.02", 10, { numerator: 30, denominator: 300 });
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 20 of 2"]);
  });

  it("a rate is null where a part lacks either, and its own where it is measured itself", async () => {
    const one = await rate();
    await inputs.measure(one, "36.01", 50, { numerator: 50, denominator: 100 });
    await inputs.measure(one, "36.02", 10, { numerator: 30 });
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: null of 2"]);
    expect(await byRegion(one, "level: REGENCY")).toEqual(["36.01: 50 of 1", "36.02: 10 of 1"]);
    await inputs.measure(one, "36", 12.5);
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 12.5 of 1"]);
  });

  it("where nothing can be said of the whole, only what was measured itself is shown", async () => {
    const one = await indicator({ aggregation: "NONE" });
    await inputs.measure(one, "36.01", 5);
    expect(await byRegion(one, "level: PROVINCE")).toEqual([]);
    expect(await byRegion(one, "level: REGENCY")).toEqual(["36.01: 5 of 1"]);
  });

  it("a rate's numerator is within its denominator, another's may be more", async () => {
    const client = await world.member(owner, "CONTRIBUTOR");
    const figures = { period: "2023", value: 5, numerator: 3, denominator: 2 };
    const input = { indicatorId: (await rate()).id, ...figures };
    const found = await world.unchangedBy(() => refused(client, "recordMeasurement", input));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.numerator"]]);
    await inputs.measure(await indicator(), "", 5, figures);
    const most = { ...input, value: 100.5, numerator: 2 };
    expect((await refused(client, "recordMeasurement", most)).paths).toEqual(["input.value"]);
  });
});

describe("Figures of areas", () => {
  it("are an area's own, else its regions', none counted twice", async () => {
    const one = await indicator();
    const [mine, parts, nested, none] = [
      await inputs.areaOf("36.02"),
      await inputs.areaOf("36.02.27", "33.25"),
      await inputs.areaOf("36.02", "36.02.27"),
      await inputs.areaOf("35.01"),
    ];
    const names = { [mine]: "mine", [parts]: "parts", [nested]: "nested", [none]: "none" };
    await inputs.measure(one, mine, 50);
    await inputs.measure(one, "36.02.27", 4);
    await inputs.measure(one, "36.02.27.2010", 3);
    await inputs.measure(one, "36.02.01", 2);
    await inputs.measure(one, "33.25.01", 1);
    const found = await byArea(one, names);
    expect(found.sort()).toEqual(["mine: 50 of 1", "nested: 6 of 2", "parts: 5 of 2"]);
  });

  it("an area of one region is that region, rates and all", async () => {
    const one = await indicator({ unit: "PERCENT", aggregation: "RATE" });
    const [single, pair] = [await inputs.areaOf("33.10"), await inputs.areaOf("33.10", "33.11")];
    await inputs.measure(one, "33.10", 6.61);
    const names = { [single]: "single", [pair]: "pair" };
    expect((await byArea(one, names)).sort()).toEqual(["pair: null of 1", "single: 6.61 of 1"]);
  });
});
