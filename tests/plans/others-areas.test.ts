import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { subscribe, tokenFor } from "../testkit/hub/index.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { ClosedArea, nothing } from "../testkit/plans/closed-area.js";
import { newId, type Party, type World } from "../testkit/world/world.js";

// Somebody unrelated tries to get into an area by what they make themselves.

let area: ClosedArea;
let world: World;
let attacker: Party;
let coordinator: CheckedClient;

beforeAll(async () => {
  area = await ClosedArea.make();
  ({ world } = area);
});
afterAll(() => world.stop());

beforeEach(async () => {
  attacker = await world.organisation();
  coordinator = await world.member(attacker, "COORDINATOR");
});

const owner = () => world.member(area.inputs.cast.programmeOwner, "COORDINATOR");
const lead = () => world.member(area.inputs.cast.lead, "COORDINATOR");
const sees = async (client: CheckedClient, { id }: { id: string }): Promise<boolean> =>
  (await client.data<{ node: unknown }>("query ($id: ID!) { node(id: $id) { id } }", { id }))
    .node !== null;
const step = (status: string, { id, version }: Written) => ({
  id,
  expectedVersion: version,
  status,
});

describe("Who made a plan of their own in another's area", () => {
  it("finds nothing hidden and writes nothing in it, by no way", async () => {
    await area.ownPlan(coordinator, attacker);
    expect(await area.reach(coordinator)).toEqual(nothing);
    const participant = await world.member(area.inputs.cast.partner, "COORDINATOR");
    const reached = await area.found(participant);
    expect(reached).toEqual([
      ...["id", "node", "nodes", "list", "total", "filter", "edge", "oracle", "history", "raw"],
      ...["export", "raw export"],
    ]);
  });

  it("nor as its participant, with an action, a report and a pledge of their own", async () => {
    const parts = ["ACCOUNTABLE", "IMPLEMENTING"].map((role) => ({
      organisationId: attacker.id,
      role,
    }));
    const plan = await area.ownPlan(coordinator, attacker, { participants: parts });
    const action = await world.action(attacker, plan, { leadId: attacker.id });
    await world.report(attacker, action);
    await world.pledge(attacker, action);
    expect(await area.reach(coordinator)).toEqual(nothing);
    const figures = { indicatorId: area.inputs.indicator.id, actionId: action.id };
    const measured = { ...figures, period: "2024", regionCode: "36", value: 3 };
    expect((await refused(coordinator, "recordMeasurement", measured)).code).toBe("FORBIDDEN");
  });

  it("nor once it is cancelled, and cannot take it up", async () => {
    const plan = await area.ownPlan(coordinator, attacker);
    const active = step("ACTIVE", plan);
    expect((await refused(coordinator, "changeActionPlanStatus", active)).code).toBe("FORBIDDEN");
    const answer = { id: plan.id, expectedVersion: plan.version };
    expect((await refused(coordinator, "acceptActionPlan", answer)).code).toBe("FORBIDDEN");
    await write(coordinator, "changeActionPlanStatus", step("CANCELLED", plan));
    expect(await area.reach(coordinator)).toEqual(nothing);
    expect(await sees(world.visitor(), plan)).toBe(false);
  });

  it("nor by naming the owner, or a part of the area, in it", async () => {
    const { programmeOwner, partner } = area.inputs.cast;
    const plan = await area.ownPlan(coordinator, attacker, {
      participants: [{ organisationId: partner.id, role: "ACCOUNTABLE" }],
    });
    const action = await world.action(attacker, plan);
    const input = { id: action.id, expectedVersion: 1, leadId: programmeOwner.id };
    await write(coordinator, "updateAction", input);
    const named = { id: plan.id, expectedVersion: 1, leadId: programmeOwner.id };
    await write(coordinator, "updateActionPlan", named);
    expect(await area.reach(coordinator)).toEqual(nothing);
    expect(await sees(await world.member(partner, "ADMIN"), plan)).toBe(false);
  });

  it("nor by a plan of a programme of their own: the area's owner is asked too", async () => {
    const own = await world.programme(attacker);
    const plan = await area.ownPlan(coordinator, attacker, { programmeId: own.id });
    const active = step("ACTIVE", plan);
    const found = await refused(coordinator, "changeActionPlanStatus", active);
    expect([found.code, found.error.extensions.reason]).toEqual([
      "INVALID_TRANSITION",
      "NOT_ACCEPTED",
    ]);
    expect(await area.reach(coordinator)).toEqual(nothing);
    await write(await owner(), "acceptActionPlan", { id: plan.id, expectedVersion: 1 });
    expect((await area.found(coordinator)).includes("id")).toBe(true);
  });

  it("nor hears of it in a stream", async () => {
    const plan = await area.ownPlan(coordinator, attacker);
    const socket = world.hub.socket(await tokenFor(`coordinator@${attacker.key}.example`));
    const stream = subscribe<{ changes: { entityId: string } }>(
      socket,
      `subscription ($after: Position, $ids: [ID!]) {
        changes(after: $after, where: { entityId: { in: $ids } }) { entityId } }`,
      { after: 0, ids: [area.hidden.id, plan.id] },
    );
    expect((await stream.next()).data?.changes.entityId).toBe(plan.id);
    await stream.stop();
  });
});

describe("Other ways into another's area", () => {
  it("a deliberation and an assessment of one's own open nothing", async () => {
    await write(coordinator, "conveneDeliberation", {
      ...{ title: "Rembuk", kind: "LOCAL", convenerId: attacker.id, heldFrom: "2024-02-02" },
      ...{ programmeId: area.programme.id, areaId: area.area.id },
      invitations: [{ organisationId: area.inputs.cast.lead.id }],
    });
    expect(await area.reach(coordinator)).toEqual(nothing);
  });

  it("an indicator of one's own is hidden, and takes no figures", async () => {
    const indicator = await write(coordinator, "createIndicator", {
      ...{ title: { english: "Mine" }, unit: "PEOPLE", direction: "INCREASE", aggregation: "SUM" },
      ...{ ownerId: attacker.id, programmeId: area.programme.id },
    });
    const participant = await world.member(area.inputs.cast.partner, "ADMIN");
    for (const client of [world.visitor(), await world.operator, participant])
      expect(await sees(client, indicator)).toBe(false);
    for (const client of [coordinator, await owner()])
      expect(await sees(client, indicator)).toBe(true);
    const figure = { indicatorId: indicator.id, regionCode: "36", period: "2024", value: 1 };
    for (const mutation of ["setTarget", "recordMeasurement"]) {
      const found = await refused(coordinator, mutation, figure);
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.indicatorId"]]);
      expect((await refused(participant, mutation, figure)).code).toBe("NOT_FOUND");
    }
    expect(await area.reach(coordinator)).toEqual(nothing);
    await write(await owner(), "acceptIndicator", { id: indicator.id, expectedVersion: 1 });
    expect(await sees(world.visitor(), indicator)).toBe(true);
    await write(coordinator, "setTarget", figure);
  });

  it("nobody makes an indicator in another's name", async () => {
    const found = await refused(coordinator, "createIndicator", {
      ...{
        title: { english: "Theirs" },
        unit: "PEOPLE",
        direction: "INCREASE",
        aggregation: "SUM",
      },
      ...{ ownerId: area.inputs.cast.owner.id, programmeId: (await world.programme(attacker)).id },
    });
    expect(found.code).toBe("FORBIDDEN");
  });

  it("an organisation above or below a participant takes no part with it", async () => {
    const parentId = area.inputs.cast.partner.id;
    const below = await world.organisation("UNIVERSITY", { parentId });
    expect(await area.reach(await world.member(below, "COORDINATOR"))).toEqual(nothing);
  });

  it("one's own taken-up plan elsewhere gives no figures on others' indicators", async () => {
    const own = await world.programme(attacker);
    const plan = await world.activePlan(own, attacker);
    const action = await world.action(attacker, plan);
    for (const programmeId of [null, area.programme.id]) {
      const by = await world.joint(area.inputs.cast.owner.id, area.inputs.cast.programmeOwner.id);
      const input = await area.inputs.of("createIndicator", { programmeId });
      const indicator = await write(by, "createIndicator", input);
      const figure = { indicatorId: indicator.id, actionId: action.id, period: "2024", value: 1 };
      expect((await refused(coordinator, "recordMeasurement", figure)).code).toBe("FORBIDDEN");
    }
  });
});

describe("An organisation that is in an area by a plan", () => {
  const invite = (organisation: Party) =>
    lead().then((client) =>
      write(client, "addParticipant", {
        ...{ id: newId(), planId: area.plan.id, organisationId: organisation.id },
        role: "FUNDING",
      }),
    );

  it("is so from their yes on, until they leave", async () => {
    const part = await invite(attacker);
    expect(await area.reach(coordinator)).toEqual(nothing);
    const pledge = { actionId: (await world.action(area.inputs.cast.lead, area.plan)).id };
    const gift = { ...pledge, kind: "FUNDS", amount: "5" };
    expect((await refused(coordinator, "pledgeContribution", gift)).code).toBe("FORBIDDEN");
    await write(coordinator, "acceptParticipation", { id: part.id, expectedVersion: 1 });
    const reached = await area.reach(coordinator);
    expect(reached.found).toContain("raw export");
    expect(reached.written).toEqual(["group", "results", "measurement", "import"]);
    await write(coordinator, "leaveParticipation", { id: part.id, expectedVersion: 2 });
    expect((await area.found(coordinator)).includes("id")).toBe(false);
    expect((await refused(coordinator, "pledgeContribution", gift)).code).toBe("FORBIDDEN");
  });

  it("is not by an invitation that they declined", async () => {
    const part = await invite(attacker);
    await write(coordinator, "declineParticipation", { id: part.id, expectedVersion: 1 });
    expect(await area.reach(coordinator)).toEqual(nothing);
    const again = { id: part.id, expectedVersion: 2 };
    const found = await refused(coordinator, "acceptParticipation", again);
    expect(found.code).toBe("INVALID_TRANSITION");
  });

  it("is not by a plan before it is taken up, nor after it is cancelled", async () => {
    const { inputs } = area;
    const plan = await world.plan(inputs.programme, inputs.cast.lead, {
      areaId: area.area.id,
      participants: [{ organisationId: attacker.id, role: "IMPLEMENTING" }],
    });
    expect(await area.reach(coordinator)).toEqual(nothing);
    await write(await lead(), "changeActionPlanStatus", step("PROPOSED", plan));
    expect(await area.reach(coordinator)).toEqual(nothing);
    const active = step("ACTIVE", { ...plan, version: 2 });
    expect((await refused(await lead(), "changeActionPlanStatus", active)).code).toBe("FORBIDDEN");
    await write(await owner(), "changeActionPlanStatus", active);
    expect((await area.found(coordinator)).includes("raw")).toBe(true);
    await write(await lead(), "changeActionPlanStatus", step("SUSPENDED", { ...plan, version: 3 }));
    expect((await area.found(coordinator)).includes("raw")).toBe(true);
    await write(await lead(), "changeActionPlanStatus", step("CANCELLED", { ...plan, version: 4 }));
    expect((await area.found(coordinator)).includes("raw")).toBe(false);
  });
});
