import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient } from "../testkit/hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
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
    await inputs.measure(one, inputs.area.id, 5, { period: "2020" });
    expect(await baseline(one)).toMatchObject({ value: 5, area: { id: inputs.area.id } });
    await inputs.measure(one, "36.02", 6, { period: "2022" });
    await inputs.measure(one, "36", 7, { period: "2023" });
    await inputs.measure(one, "36", 8, { period: "2022-Q4" });
    expect(await baseline(one)).toMatchObject({ value: 8, region: { code: "36" }, area: null });
    await inputs.measure(one, "", 9, { period: "2024" });
    expect(await baseline(one)).toEqual({
      ...{ period: "2024", value: 9, region: null, area: null, measurement: { value: 9 } },
    });
    await inputs.measure(one, "36.02.27", 11, { period: "2021", isBaseline: true });
    expect(await baseline(one)).toMatchObject({ value: 11, period: "2021" });
  });

  it("is never one that the viewer may not see", async () => {
    const one = await indicator();
    const marked = { actionId: hiddenAction.id, isBaseline: true };
    await inputs.measure(one, "", 1, marked, inputs.cast.lead);
    await inputs.measure(one, "36", 2);
    expect(await baseline(one)).toMatchObject({ value: 2 });
    const insider = await world.member(inputs.cast.lead, "VIEWER");
    expect(await baseline(one, insider)).toMatchObject({ value: 1 });
  });
});

describe("Indicators and their figures", () => {
  it("are walked from areas, programmes and actions", async () => {
    const one = await indicator();
    const { id: other } = await indicator({ programmeId: null });
    const place = await inputs.areaOf("35.01");
    await inputs.measure(one, "35.01.01", 13, { actionId: inputs.action.id }, partner);
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
      action: { measurements: { nodes: [{ value: 13, organisation: { key: partner.key } }] } },
    });
  });

  it("have a title in English, else in Indonesian, and both beside it", async () => {
    const titles = async (title: Input) => {
      const { id } = await indicator({ title });
      const { indicator: found } = await ask<{ indicator: Input }>(
        world.visitor(),
        "query ($id: ID!) { indicator(id: $id) { title titleText { indonesian english missing } } }",
        { id },
      );
      return found;
    };
    expect(await titles({ indonesian: "Angka kemiskinan" })).toEqual({
      title: "Angka kemiskinan",
      titleText: { indonesian: "Angka kemiskinan", english: "Angka kemiskinan", missing: ["EN"] },
    });
    expect((await titles({ indonesian: "Angka", english: "Rate" })).title).toBe("Rate");
  });

  it("are once for a place, a period and an organisation, and can be corrected", async () => {
    const one = await indicator();
    const first = await inputs.measure(one, "", 5);
    const client = await world.member(owner, "CONTRIBUTOR");
    const again = { indicatorId: one.id, period: "2023", value: 6 };
    const found = await world.unchangedBy(() => refused(client, "recordMeasurement", again));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.period"]]);
    await inputs.measure(one, "", 6, {}, partner);
    const later = await inputs.measure(one, "", 7, { period: "2024" });
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
      await inputs.measure(one, "", 1, { period });
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
