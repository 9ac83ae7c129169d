import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient } from "../testkit/hub/checked-client.js";
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
  hiddenAction = await inputs.hiddenAction();
});
afterAll(() => world.stop());

const ask = <T>(client: CheckedClient, document: string, variables: object = {}) =>
  client.data<T>(document, variables as never);

const indicator = (more: Input = {}) => inputs.do("createIndicator", more);

describe("Small cells (rule 6)", () => {
  const bands = ["0-14", "15-24", "25-34", "35-44"];
  const counts = [0, 1, 4, 5].map((count, at) => ({ by: "AGE_BAND", value: bands[at], count }));
  const whole = counts.map((cell) => ({ ...cell, suppressed: false }));
  const kept = whole.map((cell) =>
    cell.count === 1 || cell.count === 4 ? { ...cell, count: null, suppressed: true } : cell,
  );
  let small: Written;

  beforeAll(async () => {
    const more = { disaggregation: counts, numerator: 3, actionId: inputs.action.id };
    small = await inputs.measure(inputs.indicator, "36", 10, more, partner);
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
    const { id } = await inputs.measure(
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
    const correction = { id: small.id, expectedVersion: 2, disaggregation: counts.toReversed() };
    await write(coordinator, "correctMeasurement", correction);
    const { changes } = await ask<{ changes: { nodes: { fields: { name: string }[] }[] } }>(
      coordinator,
      "query ($id: ID!) { changes(where: { entityId: { eq: $id } }) { nodes { fields { name before after } } } }",
      { id: small.id },
    );
    const [first, second, third] = changes.nodes.map(({ fields }) =>
      fields.map(({ name }) => name),
    );
    expect(first).toContain("numerator");
    expect(first).not.toContain("disaggregation");
    expect(second).toEqual(["acceptedAt", "status"]);
    expect(third).toEqual(["acceptedAt", "status"]);
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
      expectedVersion: 3,
      disaggregation: counts,
    });
  });
});

describe("What hangs on a hidden plan", () => {
  it("is in no list, total, edge or change of those who do not see the plan", async () => {
    const one = await indicator({ programmeId: inputs.programme.id });
    const place = await inputs.areaOf("34.01");
    const more = { actionId: hiddenAction.id };
    const { id } = await inputs.measure(one, "34.01", 3, more, inputs.cast.lead);
    await inputs.measure(one, place, 3, more, inputs.cast.lead);
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
    expect(await counted(insider)).toBe(totals(1, 2, 1, 2, 1, 1, 1, 1));
    const correction = { id, expectedVersion: 9, value: 1 };
    const outsider = await world.member(await world.organisation(), "ADMIN");
    const absent = { ...correction, id: newId() };
    const found = await refused(outsider, "correctMeasurement", correction);
    expect(found).toEqual(await refused(outsider, "correctMeasurement", absent));
    expect(found.code).toBe("NOT_FOUND");
  });
});
