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

describe("The approval of figures (rule 13)", () => {
  const state = async ({ id }: Written, client: CheckedClient) => {
    const { measurement } = await ask<{ measurement: Input | null }>(
      client,
      "query ($id: ID!) { measurement(id: $id) { status reason value acceptedAt } }",
      { id },
    );
    return measurement;
  };
  const counted = async (of: Written, client = world.visitor()) => {
    const { indicator: found } = await ask<{ indicator: { baseline: { value: number } | null } }>(
      client,
      `query ($id: ID!) { indicator(id: $id) { baseline { value }
        byRegion(level: REGENCY, period: "2023") { value } measurements { nodes { value } } } }`,
      { id: of.id },
    );
    return found;
  };
  const nothing = { baseline: null, byRegion: [], measurements: { nodes: [] } };
  const only = (value: number) => ({
    ...{ baseline: { value }, byRegion: [{ value }], measurements: { nodes: [{ value }] } },
  });
  const coordinator = () => world.member(owner, "COORDINATOR");
  const recorder = () => world.member(partner, "CONTRIBUTOR");

  it("a figure of others counts, and is seen by others, once the owner has accepted it", async () => {
    const one = await indicator();
    const figure = await inputs.propose(one, "36.02", 7);
    expect(await counted(one)).toEqual(nothing);
    expect(await state(figure, world.visitor())).toBeNull();
    for (const client of [await recorder(), await coordinator()]) {
      expect(await state(figure, client)).toMatchObject({ status: "PROPOSED", value: 7 });
      expect(await counted(one, client)).toMatchObject({ baseline: null, byRegion: [] });
    }
    await inputs.accept(figure);
    expect(await counted(one)).toEqual(only(7));
    expect(await state(figure, world.visitor())).toMatchObject({ status: "ACCEPTED" });
  });

  it("the owner's own is accepted at once, and stays so when it is corrected", async () => {
    const one = await indicator();
    const { id } = await inputs.propose(one, "36.02", 7, {}, owner);
    expect(await counted(one)).toEqual(only(7));
    await write(await coordinator(), "correctMeasurement", { id, expectedVersion: 1, value: 8 });
    expect(await counted(one)).toEqual(only(8));
  });

  it("a correction by others is proposed again; one that changes nothing is not", async () => {
    const one = await indicator();
    const { id, version } = await inputs.measure(one, "36.02", 7, {}, partner);
    const correction = { id, expectedVersion: version, value: 7 };
    expect((await write(await recorder(), "correctMeasurement", correction)).version).toBe(version);
    expect(await counted(one)).toEqual(only(7));
    const corrected = { ...correction, value: 9 };
    await write(await recorder(), "correctMeasurement", corrected);
    expect(await counted(one)).toEqual(nothing);
    await inputs.accept({ id, version: version + 1 });
    expect(await counted(one)).toEqual(only(9));
  });

  it("after a refusal or a retraction, with its reason, the place is measured anew", async () => {
    const one = await indicator();
    const refusedFigure = await inputs.propose(one, "36.02", 7);
    const no = { id: refusedFigure.id, expectedVersion: 1, reason: "Tidak sesuai data desa." };
    await write(await coordinator(), "refuseMeasurement", no);
    expect(await state(refusedFigure, await recorder())).toMatchObject({
      ...{ status: "REFUSED", reason: no.reason, acceptedAt: null },
    });
    const second = await inputs.measure(one, "36.02", 8, {}, partner);
    const back = { id: second.id, expectedVersion: second.version, reason: "Salah ketik." };
    await write(await recorder(), "retractMeasurement", back);
    expect(await state(second, world.visitor())).toBeNull();
    expect(await state(second, await recorder())).toMatchObject({ status: "RETRACTED", value: 8 });
    await inputs.measure(one, "36.02", 10, {}, partner);
    expect(await counted(one)).toEqual(only(10));
  });

  it("a step that is not drawn is refused with the steps that are", async () => {
    const figure = await inputs.measure(await indicator(), "36.02", 7, {}, partner);
    const step = { id: figure.id, expectedVersion: figure.version, reason: "x" };
    const { reason: _, ...acceptance } = step;
    const again = await refused(await coordinator(), "acceptMeasurement", acceptance);
    expect([again.code, again.error.extensions.allowed]).toEqual([
      "INVALID_TRANSITION",
      ["RETRACTED"],
    ]);
    const no = await refused(await coordinator(), "refuseMeasurement", step);
    expect(no.code).toBe("INVALID_TRANSITION");
    await write(await coordinator(), "retractMeasurement", step);
    const late = { id: figure.id, expectedVersion: figure.version + 1, value: 8 };
    for (const [mutation, input] of [
      ["correctMeasurement", late],
      ["retractMeasurement", { ...step, expectedVersion: figure.version + 1 }],
    ] as const)
      expect((await refused(await recorder(), mutation, input)).code).toBe("INVALID_TRANSITION");
  });

  it("the owner lists what awaits its answer, and accepts all of it at once, or nothing", async () => {
    const one = await indicator();
    for (const place of ["36.01", "36.02", "36.03"]) await inputs.propose(one, place, 5);
    const listed = await ask<{ measurements: { nodes: { id: string; version: number }[] } }>(
      await coordinator(),
      `query ($id: ID!) { measurements(where: { indicator: { id: { eq: $id } },
        status: { eq: PROPOSED } }) { nodes { id version } } }`,
      { id: one.id },
    );
    const seen = listed.measurements.nodes.map(({ id, version }) => ({
      ...{ id, expectedVersion: version },
    }));
    expect(seen).toHaveLength(3);
    const [first] = seen;
    const faulty: [Input[], string, string][] = [
      [[...seen, first as Input], "BAD_USER_INPUT", "input.measurements.3.id"],
      [[...seen, { ...first, id: newId() }], "NOT_FOUND", "input.measurements.3.id"],
      [
        seen.map((one, at) => (at === 1 ? { ...one, expectedVersion: 9 } : one)),
        ...(["CONFLICT", "input.measurements.1.expectedVersion"] as const),
      ],
    ];
    for (const [measurements, code, path] of faulty) {
      const found = await world.unchangedBy(async () =>
        refused(await coordinator(), "acceptMeasurements", { measurements }),
      );
      expect([found.code, found.paths]).toEqual([code, [path]]);
    }
    const done = await write(await coordinator(), "acceptMeasurements", { measurements: seen });
    expect(done.payload.measurements).toEqual(seen.map(({ id }) => ({ id, version: 2 })));
    const { byRegion } = (await counted(one)) as unknown as { byRegion: object[] };
    expect(byRegion).toEqual([{ value: 5 }, { value: 5 }, { value: 5 }]);
  });

  it("a figure of a plan that is hidden from the indicator's owner can be answered by it", async () => {
    const one = await indicator();
    const { id } = await inputs.propose(
      ...([one, "36.02", 7, { actionId: hiddenAction.id }, inputs.cast.lead] as const),
    );
    const { measurement } = await ask<{ measurement: Input }>(
      await coordinator(),
      "query ($id: ID!) { measurement(id: $id) { status action { id } plan { id } } }",
      { id },
    );
    expect(measurement).toEqual({ status: "PROPOSED", action: null, plan: null });
    await inputs.accept({ id, version: 1 });
    expect(await counted(one)).toEqual(nothing);
    expect(await counted(one, await coordinator())).toEqual(only(7));
  });
});
