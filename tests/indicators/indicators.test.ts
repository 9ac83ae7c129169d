import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

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
  const hidden = { visibility: "PARTICIPANTS", areaId: inputs.area.id };
  const plan = await world.plan(inputs.programme, inputs.cast.lead, hidden);
  hiddenAction = await world.action(inputs.cast.lead, plan);
});
afterAll(() => world.stop());

const ask = <T>(client: CheckedClient, document: string, variables: object = {}) =>
  client.data<T>(document, variables as never);

const indicator = (more: Input = {}) => inputs.do("createIndicator", more);

/** Records a figure of a region, an area (by its id) or of the whole country. */
async function measure(of: Written, place: string, value: number, more: Input = {}, by = owner) {
  const input = {
    ...(place.length > 13 ? { areaId: place } : { regionCode: place || null }),
    ...{ indicatorId: of.id, period: "2023", value, ...more },
  };
  return write(await world.member(by, "CONTRIBUTOR"), "recordMeasurement", input);
}

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

const area = async (...regions: string[]): Promise<string> =>
  (await write(await world.operator, "createArea", { name: "Kawasan", regions })).id;

describe("Figures of regions (SUM)", () => {
  it("are a region's own where it is measured, whatever its parts say", async () => {
    const one = await indicator();
    await measure(one, "36", 100);
    await measure(one, "36.02", 7);
    await measure(one, "36.02.27", 5);
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 100 of 1"]);
    expect(await byRegion(one, "level: REGENCY")).toEqual(["36.02: 7 of 1"]);
    expect(await byRegion(one, "level: DISTRICT")).toEqual(["36.02.27: 5 of 1"]);
    expect(await byRegion(one, "level: VILLAGE")).toEqual([]);
  });

  it("are else those of the nearest parts that are measured, none counted twice", async () => {
    const one = await indicator();
    // Lebak as a whole; of Pandeglang a district, and villages of it and of another.
    await measure(one, "36.02", 10);
    await measure(one, "36.02.27", 4);
    await measure(one, "36.02.27.2010", 3);
    await measure(one, "36.01.01", 5);
    await measure(one, "36.01.01.2001", 2);
    await measure(one, "36.01.02.2001", 1);
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 16 of 3"]);
    expect(await byRegion(one, "level: REGENCY")).toEqual(["36.01: 6 of 2", "36.02: 10 of 1"]);
    const districts = ["36.01.01: 5 of 1", "36.01.02: 1 of 1", "36.02.27: 4 of 1"];
    expect(await byRegion(one, "level: DISTRICT")).toEqual(districts);
  });

  it("keep to the region that is asked, and to the period", async () => {
    const one = await indicator();
    await measure(one, "36.02.27", 4);
    await measure(one, "33.25.01", 5);
    await measure(one, "36.02", 9, { period: "2022" });
    await measure(one, "36.02", 9, { period: "2023-S1" });
    await measure(one, "", 90);
    await measure(one, inputs.area.id, 50);
    expect(await byRegion(one, 'level: REGENCY, within: "36"')).toEqual(["36.02: 4 of 1"]);
    expect(await byRegion(one, 'level: REGENCY, within: "33.25"')).toEqual(["33.25: 5 of 1"]);
    expect(await byRegion(one, 'level: REGENCY, within: "36.02.27"')).toEqual([]);
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["33: 5 of 1", "36: 4 of 1"]);
  });

  it("are by the indicator's owner where several measured, else by the earliest", async () => {
    const one = await indicator();
    await measure(one, "36.02", 1, {}, partner);
    await measure(one, "36.02", 2, {}, inputs.cast.other);
    expect(await byRegion(one, "level: REGENCY")).toEqual(["36.02: 1 of 1"]);
    await measure(one, "36.02", 3, {}, owner);
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 3 of 1"]);
  });

  it("add up as decimals do", async () => {
    const one = await indicator({ unit: "INDEX" });
    for (const [at, value] of [0.1, 0.2, -0.05].entries()) {
      await measure(one, `36.0${at + 1}`, value);
    }
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 0.25 of 3"]);
  });

  it("count what the viewer may see", async () => {
    const one = await indicator();
    await measure(one, "36.01", 1);
    await measure(one, "36.02", 2, { actionId: hiddenAction.id }, inputs.cast.lead);
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
    await measure(one, "36.01", 50, { numerator: 50, denominator: 100 });
    await measure(one, "36.02", 10, { numerator: 30, denominator: 300 });
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 20 of 2"]);
  });

  it("a rate is null where a part lacks either, and its own where it is measured itself", async () => {
    const one = await rate();
    await measure(one, "36.01", 50, { numerator: 50, denominator: 100 });
    await measure(one, "36.02", 10, { numerator: 30 });
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: null of 2"]);
    expect(await byRegion(one, "level: REGENCY")).toEqual(["36.01: 50 of 1", "36.02: 10 of 1"]);
    await measure(one, "36", 12.5);
    expect(await byRegion(one, "level: PROVINCE")).toEqual(["36: 12.5 of 1"]);
  });

  it("where nothing can be said of the whole, only what was measured itself is shown", async () => {
    const one = await indicator({ aggregation: "NONE" });
    await measure(one, "36.01", 5);
    expect(await byRegion(one, "level: PROVINCE")).toEqual([]);
    expect(await byRegion(one, "level: REGENCY")).toEqual(["36.01: 5 of 1"]);
  });

  it("a rate's numerator is within its denominator, another's may be more", async () => {
    const client = await world.member(owner, "CONTRIBUTOR");
    const figures = { period: "2023", value: 5, numerator: 3, denominator: 2 };
    const input = { indicatorId: (await rate()).id, ...figures };
    const found = await world.unchangedBy(() => refused(client, "recordMeasurement", input));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.numerator"]]);
    await measure(await indicator(), "", 5, figures);
    const most = { ...input, value: 100.5, numerator: 2 };
    expect((await refused(client, "recordMeasurement", most)).paths).toEqual(["input.value"]);
  });
});

describe("Figures of areas", () => {
  it("are an area's own, else its regions', none counted twice", async () => {
    const one = await indicator();
    const [mine, parts, nested, none] = [
      await area("36.02"),
      await area("36.02.27", "33.25"),
      await area("36.02", "36.02.27"),
      await area("35.01"),
    ];
    const names = { [mine]: "mine", [parts]: "parts", [nested]: "nested", [none]: "none" };
    await measure(one, mine, 50);
    await measure(one, "36.02.27", 4);
    await measure(one, "36.02.27.2010", 3);
    await measure(one, "36.02.01", 2);
    await measure(one, "33.25.01", 1);
    const found = await byArea(one, names);
    expect(found.sort()).toEqual(["mine: 50 of 1", "nested: 6 of 2", "parts: 5 of 2"]);
  });

  it("an area of one region is that region, rates and all", async () => {
    const one = await indicator({ unit: "PERCENT", aggregation: "RATE" });
    const [single, pair] = [await area("33.10"), await area("33.10", "33.11")];
    await measure(one, "33.10", 6.61);
    const names = { [single]: "single", [pair]: "pair" };
    expect((await byArea(one, names)).sort()).toEqual(["pair: null of 1", "single: 6.61 of 1"]);
  });
});

describe("The baseline", () => {
  const baseline = async (of: Written, client = world.visitor()) => {
    const { indicator: found } = await ask<{ indicator: { baseline: Input | null } }>(
      client,
      "query ($id: ID!) { indicator(id: $id) { baseline { period value region { code } area { id } measurement { value } } } }",
      { id: of.id },
    );
    return found.baseline;
  };

  it("is the earliest of the widest place, until one is marked", async () => {
    const one = await indicator();
    expect(await baseline(one)).toBeNull();
    await measure(one, inputs.area.id, 5, { period: "2020" });
    expect(await baseline(one)).toMatchObject({ value: 5, area: { id: inputs.area.id } });
    await measure(one, "36.02", 6, { period: "2022" });
    await measure(one, "36", 7, { period: "2023" });
    await measure(one, "36", 8, { period: "2022-Q4" });
    expect(await baseline(one)).toMatchObject({ value: 8, region: { code: "36" }, area: null });
    await measure(one, "", 9, { period: "2024" });
    expect(await baseline(one)).toEqual({
      ...{ period: "2024", value: 9, region: null, area: null, measurement: { value: 9 } },
    });
    await measure(one, "36.02.27", 1, { period: "2021", isBaseline: true });
    expect(await baseline(one)).toMatchObject({ value: 1, period: "2021" });
  });

  it("is never one that the viewer may not see", async () => {
    const one = await indicator();
    const marked = { actionId: hiddenAction.id, isBaseline: true };
    await measure(one, "", 1, marked, inputs.cast.lead);
    await measure(one, "36", 2);
    expect(await baseline(one)).toMatchObject({ value: 2 });
    const insider = await world.member(inputs.cast.lead, "VIEWER");
    expect(await baseline(one, insider)).toMatchObject({ value: 1 });
  });
});

describe("Small cells (rule 6)", () => {
  const counts = [0, 1, 4, 5].map((count) => ({ by: "AGE_BAND", value: `${count}`, count }));
  const whole = counts.map((cell) => ({ ...cell, suppressed: false }));
  const kept = whole.map((cell) =>
    cell.count === 1 || cell.count === 4 ? { ...cell, count: null, suppressed: true } : cell,
  );
  let small: Written;

  beforeAll(async () => {
    const more = { disaggregation: counts, numerator: 3, actionId: inputs.action.id };
    small = await measure(inputs.indicator, "36", 10, more, partner);
  });

  const shownTo = async (client: CheckedClient) => {
    const { measurement } = await ask<{ measurement: Input }>(
      client,
      "query ($id: ID!) { measurement(id: $id) { value numerator disaggregation { by value count suppressed } } }",
      { id: small.id },
    );
    return measurement;
  };

  it("a count from 1 to 4 is kept from those who do not take part, totals stay", async () => {
    const { programmeOwner } = inputs.cast;
    const outside = [
      world.visitor(),
      await world.operator,
      await world.member(await world.organisation(), "ADMIN"),
      await world.member(programmeOwner, "VIEWER"),
    ];
    for (const client of outside) {
      const shown = { value: 10, numerator: 3, disaggregation: kept };
      expect(await shownTo(client)).toEqual(shown);
    }
    const inside = [
      await world.member(partner, "VIEWER"),
      await world.key(partner, "READ"),
      await world.member(owner, "VIEWER"),
      await world.member(programmeOwner, "COORDINATOR"),
      await world.member(inputs.cast.other, "VIEWER"),
      await world.member(inputs.cast.lead, "VIEWER"),
    ];
    for (const client of inside) expect((await shownTo(client)).disaggregation).toEqual(whole);
  });

  it("without an action, a plan's participants are outside", async () => {
    const { id } = await measure(
      inputs.indicator,
      "36.01",
      10,
      { disaggregation: counts },
      partner,
    );
    const found = await ask<{ measurement: object }>(
      await world.member(inputs.cast.other, "VIEWER"),
      "query ($id: ID!) { measurement(id: $id) { disaggregation { by value count suppressed } } }",
      { id },
    );
    expect(found.measurement).toEqual({ disaggregation: kept });
  });

  it("no change, conflict or filter shows it, to nobody", async () => {
    const coordinator = await world.member(partner, "COORDINATOR");
    const correction = { id: small.id, expectedVersion: 1, disaggregation: counts.toReversed() };
    await write(coordinator, "correctMeasurement", correction);
    const { changes } = await ask<{ changes: { nodes: { fields: { name: string }[] }[] } }>(
      coordinator,
      "query ($id: ID!) { changes(where: { entityId: { eq: $id } }) { nodes { fields { name before after } } } }",
      { id: small.id },
    );
    const [first, second] = changes.nodes.map(({ fields }) => fields.map(({ name }) => name));
    expect(first).toContain("numerator");
    expect(first).not.toContain("disaggregation");
    expect(second).toEqual([]);
    expect(JSON.stringify(changes)).not.toContain("AGE_BAND");
    const stale = await refused(coordinator, "correctMeasurement", correction);
    expect(stale.code).toBe("CONFLICT");
    expect(Object.keys(stale.error.extensions.current as object)).toContain("numerator");
    expect(JSON.stringify(stale.error)).not.toContain("AGE_BAND");
    const filtered = await coordinator.error(
      "{ measurements(where: { disaggregation: { eq: 1 } }) { totalCount } }",
    );
    expect(filtered.extensions.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
    await write(coordinator, "correctMeasurement", {
      ...correction,
      expectedVersion: 2,
      disaggregation: counts,
    });
  });
});

describe("What hangs on a hidden plan", () => {
  it("is in no list, total, edge or change of those who do not see the plan", async () => {
    const one = await indicator({ programmeId: inputs.programme.id });
    const place = await area("34.01");
    const more = { actionId: hiddenAction.id };
    const { id } = await measure(one, "34.01", 3, more, inputs.cast.lead);
    await measure(one, place, 3, more, inputs.cast.lead);
    const document = `query ($id: ID!, $area: ID!, $indicator: ID!) {
      node(id: $id) { id } measurement(id: $id) { id }
      measurements(where: { eq: $id }) { totalCount }
      changes(where: { entityId: { eq: $id } }) { totalCount }
      indicators(where: { id: { eq: $indicator }, measurement: {} }) { totalCount }
      indicator(id: $indicator) { measurements { totalCount nodes { id } } }
      region(code: "34.01") { measurements { totalCount } }
      area(id: $area) { indicators { totalCount nodes { id } } measurements { totalCount } }
      areas(where: { id: { eq: $area }, indicator: { id: { eq: $indicator } } }) { totalCount }
    }`;
    const variables = { id, area: place, indicator: one.id };
    const counted = async (client: CheckedClient) =>
      JSON.stringify(await ask(client, document, variables))
        .match(/"totalCount":\d/g)
        ?.join("");
    const totals = (...counts: number[]) => counts.map((n) => `"totalCount":${n}`).join("");
    expect(await counted(world.visitor())).toBe(totals(0, 0, 0, 0, 0, 0, 0, 0));
    const insider = await world.member(inputs.cast.lead, "VIEWER");
    expect(await counted(insider)).toBe(totals(1, 1, 1, 2, 1, 1, 1, 1));
    const correction = { id, expectedVersion: 9, value: 1 };
    const outsider = await world.member(await world.organisation(), "ADMIN");
    const absent = { ...correction, id: newId() };
    const found = await refused(outsider, "correctMeasurement", correction);
    expect(found).toEqual(await refused(outsider, "correctMeasurement", absent));
    expect(found.code).toBe("NOT_FOUND");
  });
});

describe("Indicators and their figures", () => {
  it("are walked from areas, programmes and actions", async () => {
    const one = await indicator();
    const { id: other } = await indicator({ programmeId: null });
    const place = await area("35.01");
    await measure(one, "35.01.01", 3, { actionId: inputs.action.id }, partner);
    const target = { indicatorId: other, areaId: place, regionCode: null, period: "2025" };
    await inputs.do("setTarget", target);
    const found = await ask<Input>(
      world.visitor(),
      `query ($area: ID!, $programme: ID!, $action: ID!, $id: ID!) {
        area(id: $area) { indicators { nodes { id targets { period value area { id } } } } }
        programme(id: $programme) { indicators(where: { id: { eq: $id } }) { totalCount } }
        action(id: $action) { measurements(where: { indicator: { id: { eq: $id } } }) { nodes {
          value organisation { key } plan { participants { role } } } } }
      }`,
      { area: place, programme: inputs.programme.id, action: inputs.action.id, id: one.id },
    );
    const indicators = (found.area as { indicators: { nodes: Written[] } }).indicators.nodes;
    expect(indicators.map(({ id }) => id).sort()).toEqual([one.id, other].sort());
    expect(indicators.find(({ id }) => id === other)).toMatchObject({
      targets: [{ period: "2025", value: 10, area: { id: place } }],
    });
    expect(found).toMatchObject({
      programme: { indicators: { totalCount: 1 } },
      action: { measurements: { nodes: [{ value: 3, organisation: { key: partner.key } }] } },
    });
  });

  it("have a title in English, else in Indonesian, and both beside it", async () => {
    const titles = async (title: Input) => {
      const { id } = await indicator({ title });
      const { indicator: found } = await ask<{ indicator: Input }>(
        world.visitor(),
        "query ($id: ID!) { indicator(id: $id) { title titleText { id en missing } } }",
        { id },
      );
      return found;
    };
    expect(await titles({ id: "Angka kemiskinan" })).toEqual({
      title: "Angka kemiskinan",
      titleText: { id: "Angka kemiskinan", en: "Angka kemiskinan", missing: ["EN"] },
    });
    expect((await titles({ id: "Angka", en: "Rate" })).title).toBe("Rate");
  });

  it("are once for a place, a period and an organisation, and can be corrected", async () => {
    const one = await indicator();
    const first = await measure(one, "", 5);
    const client = await world.member(owner, "CONTRIBUTOR");
    const again = { indicatorId: one.id, period: "2023", value: 6 };
    const found = await world.unchangedBy(() => refused(client, "recordMeasurement", again));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.period"]]);
    await measure(one, "", 6, {}, partner);
    const later = await measure(one, "", 7, { period: "2024" });
    const clash = { id: later.id, expectedVersion: 1, period: "2023" };
    expect((await refused(client, "correctMeasurement", clash)).paths).toEqual(["input.period"]);
    const correction = { id: first.id, expectedVersion: 1, value: 8, period: "2023-Q3" };
    await write(client, "correctMeasurement", correction);
    const { measurements } = await ask<{ measurements: { nodes: object[] } }>(
      world.visitor(),
      `query ($id: ID!) { measurements(where: { indicator: { id: { eq: $id } },
        startsOn: { gte: "2023-07-01" }, period: { not: "2022" } }) { nodes { value period startsOn endsOn } } }`,
      { id: one.id },
    );
    expect(measurements.nodes).toEqual([
      { value: 8, period: "2023-Q3", startsOn: "2023-07-01", endsOn: "2023-09-30" },
      { value: 7, period: "2024", startsOn: "2024-01-01", endsOn: "2024-12-31" },
    ]);
    const target = { indicatorId: one.id, regionCode: null, period: "2024" };
    await inputs.do("setTarget", target);
    const coordinator = await inputs.clientFor("setTarget");
    const twice = { ...target, value: 3 };
    expect((await refused(coordinator, "setTarget", twice)).paths).toEqual(["input.period"]);
  });

  it("are listed by the end of their period, then by its start", async () => {
    const one = await indicator();
    for (const period of ["2024-01", "2023", "2023-Q4", "2023-12", "2023-S1"]) {
      await measure(one, "", 1, { period });
    }
    const { indicator: found } = await ask<{
      indicator: { measurements: { nodes: { period: string }[]; pageInfo: { endCursor: string } } };
    }>(
      world.visitor(),
      "query ($id: ID!) { indicator(id: $id) { measurements(first: 4) { nodes { period } pageInfo { endCursor } } } }",
      { id: one.id },
    );
    const { nodes, pageInfo } = found.measurements;
    expect(nodes.map(({ period }) => period)).toEqual(["2023-S1", "2023", "2023-Q4", "2023-12"]);
    const { indicator: rest } = await ask<{ indicator: object }>(
      world.visitor(),
      "query ($id: ID!, $after: String) { indicator(id: $id) { measurements(after: $after) { nodes { period } } } }",
      { id: one.id, after: pageInfo.endCursor },
    );
    expect(rest).toEqual({ measurements: { nodes: [{ period: "2024-01" }] } });
  });

  it("a target that was taken back stays in the history that everybody sees", async () => {
    const { id } = await inputs.do("setTarget");
    await write(await inputs.clientFor("removeTarget"), "removeTarget", { id, expectedVersion: 1 });
    const { changes } = await ask<{ changes: { nodes: object[] } }>(
      world.visitor(),
      "query ($id: ID!) { changes(where: { entityId: { eq: $id } }) { nodes { kind subject { id } } } }",
      { id },
    );
    expect(changes.nodes).toEqual([
      { kind: "CREATED", subject: null },
      { kind: "DELETED", subject: null },
    ]);
  });
});
