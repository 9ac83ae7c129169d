import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { holdHead, untilBlocked } from "../testkit/postgres/sessions.js";
import { newId, type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let inputs: IndicatorInputs;
let partner: Party;
let keeper: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  inputs = await IndicatorInputs.make(world, await indicatorCast(world));
  ({ partner } = inputs.cast);
  keeper = await world.member(partner, "CONTRIBUTOR");
});
afterAll(() => world.stop());

const ask = <T>(client: CheckedClient, document: string, variables: object = {}) =>
  client.data<T>(document, variables as never);

const group = (more: Input = {}) => inputs.do("registerEnterpriseGroup", more);

describe("Who sees a group, and what hangs on it", () => {
  const table: Record<string, Record<string, boolean>> = {
    PUBLIC: {
      visitor: true,
      operator: true,
      owner: true,
      other: true,
      coordinator: true,
      partner: true,
    },
    PARTICIPANTS: {
      visitor: false,
      operator: false,
      owner: false,
      other: true,
      coordinator: true,
      partner: true,
    },
    ORGANISATION: {
      visitor: false,
      operator: false,
      owner: false,
      other: false,
      coordinator: false,
      partner: true,
    },
  };

  const clients = async (): Promise<Record<string, CheckedClient>> => ({
    visitor: world.visitor(),
    operator: await world.operator,
    owner: await world.member(inputs.cast.owner, "ADMIN"),
    other: await world.member(inputs.cast.other, "VIEWER"),
    coordinator: await world.member(inputs.cast.programmeOwner, "COORDINATOR"),
    partner: await world.member(partner, "VIEWER"),
  });

  it.each(Object.keys(table))("of a %s one", async (visibility) => {
    const place = { name: "Kawasan", regions: ["36.02"], programmeId: inputs.programme.id };
    const area = await write(await world.operator, "createArea", place);
    const participants = [partner, inputs.cast.other].map(({ id }) => ({
      organisationId: id,
      role: "IMPLEMENTING",
    }));
    const shared = { areaId: area.id, participants };
    await world.activePlan(inputs.programme, inputs.cast.lead, shared);
    const { id } = await group({ visibility, areaId: area.id });
    const figures = { groupId: id, period: "2024", jobs: 3 };
    const measured = await write(keeper, "recordGroupMeasurement", figures);
    const given = { groupId: id, contributionId: inputs.contribution.id };
    const support = await write(keeper, "recordSupport", given);
    const things = [id, measured.id, support.id];
    for (const [viewer, client] of Object.entries(await clients())) {
      const found = await ask<Record<string, unknown>>(
        client,
        `query ($ids: [ID!]!, $id: ID!, $area: ID!, $gift: ID!) {
          nodes(ids: $ids) { id } enterpriseGroup(id: $id) { id }
          enterpriseGroups(where: { area: { id: { eq: $area } } }) { totalCount }
          area(id: $area) { enterpriseGroups { totalCount nodes { id } } }
          areas(where: { id: { eq: $area }, enterpriseGroup: {} }) { totalCount }
          contribution(id: $gift) { supports(where: { group: { eq: $id } }) { totalCount } }
          changes(where: { entityId: { in: $ids } }) { totalCount }
        }`,
        { ids: things, id, area: area.id, gift: inputs.contribution.id },
      );
      const [seen, count] = table[visibility]?.[viewer] ? [true, 1] : [false, 0];
      expect([viewer, found]).toEqual([
        viewer,
        {
          nodes: things.map((thing) => (seen ? { id: thing } : null)),
          enterpriseGroup: seen ? { id } : null,
          enterpriseGroups: { totalCount: count },
          area: { enterpriseGroups: { totalCount: count, nodes: seen ? [{ id }] : [] } },
          areas: { totalCount: count },
          contribution: { supports: { totalCount: count } },
          changes: { totalCount: 3 * count },
        },
      ]);
    }
  });

  it("a plan that is its lead's alone opens no group of its area to others in it", async () => {
    const { lead, other, programmeOwner } = inputs.cast;
    const areaId = await inputs.areaOf("36.03");
    const participants = [{ organisationId: other.id, role: "IMPLEMENTING" }];
    const own = { areaId, participants, visibility: "ORGANISATION" };
    await world.activePlan(inputs.programme, lead, own);
    const input = { areaId, villageCode: null, visibility: "PARTICIPANTS" };
    const { id } = await write(
      await world.member(lead, "CONTRIBUTOR"),
      "registerEnterpriseGroup",
      await inputs.of("registerEnterpriseGroup", input),
    );
    const seen = async (client: CheckedClient) =>
      (
        await ask<{ node: object | null }>(client, "query ($id: ID!) { node(id: $id) { id } }", {
          id,
        })
      ).node !== null;
    expect(await seen(await world.member(lead, "VIEWER"))).toBe(true);
    expect(await seen(await world.member(other, "COORDINATOR"))).toBe(false);
    expect(await seen(await world.member(programmeOwner, "COORDINATOR"))).toBe(false);
  });

  it("a hidden one's errors are those of an absent one", async () => {
    const { id } = await group({ visibility: "ORGANISATION" });
    const other = await world.member(inputs.cast.other, "COORDINATOR");
    const attempts: [string, (id: string) => Input][] = [
      ["updateEnterpriseGroup", (one) => ({ id: one, expectedVersion: 1 })],
      ["advanceEnterpriseGroup", (one) => ({ id: one, expectedVersion: 9, journey: "FORMED" })],
      ["recordGroupMeasurement", (groupId) => ({ groupId, period: "2024" })],
      ["recordSupport", (groupId) => ({ groupId, contributionId: inputs.contribution.id })],
    ];
    for (const [mutation, of] of attempts) {
      const found = await world.unchangedBy(() => refused(other, mutation, of(id)));
      expect([mutation, found.code]).toEqual([mutation, "NOT_FOUND"]);
      expect(found).toEqual(await refused(other, mutation, of(newId())));
    }
  });
});

describe("Supports", () => {
  const supportsOf = async ({ id }: Written, client: CheckedClient) => {
    const { enterpriseGroup } = await ask<{ enterpriseGroup: { supports: Input } }>(
      client,
      "query ($id: ID!) { enterpriseGroup(id: $id) { supports { totalCount nodes { contribution { amount } receivedOn } } } }",
      { id },
    );
    return enterpriseGroup.supports;
  };

  it("are seen by those who see both the group and the contribution", async () => {
    const own = await world.pledge(partner, inputs.action, { visibility: "ORGANISATION" });
    const one = await group();
    const given = { groupId: one.id, contributionId: own.id, receivedOn: "2024-02-02" };
    const { id } = await write(keeper, "recordSupport", given);
    const shown = [{ contribution: { amount: "100" }, receivedOn: "2024-02-02" }];
    expect(await supportsOf(one, keeper)).toEqual({ totalCount: 1, nodes: shown });
    expect(await supportsOf(one, world.visitor())).toEqual({ totalCount: 0, nodes: [] });
    const other = await world.member(inputs.cast.other, "COORDINATOR");
    const hidden = { ...given, groupId: (await group()).id };
    const found = await refused(other, "recordSupport", hidden);
    expect([found.code, found.paths]).toEqual(["NOT_FOUND", ["input.contributionId"]]);
    const removal = { id, expectedVersion: 1 };
    expect((await refused(other, "removeSupport", removal)).code).toBe("NOT_FOUND");
  });

  it("are corrected by the group's keeper, and by who gave the contribution", async () => {
    const own = await world.pledge(inputs.cast.other, inputs.action);
    const one = await group();
    const { id } = await write(keeper, "recordSupport", {
      groupId: one.id,
      contributionId: own.id,
    });
    const giver = await world.member(inputs.cast.other, "CONTRIBUTOR");
    const day = { id, expectedVersion: 1, receivedOn: "2024-05-06" };
    await write(giver, "correctSupport", day);
    await write(keeper, "correctSupport", { id, expectedVersion: 2, note: "Mesin jahit" });
    const lead = await world.member(inputs.cast.lead, "CONTRIBUTOR");
    const found = await refused(lead, "correctSupport", { ...day, expectedVersion: 3 });
    expect(found.code).toBe("FORBIDDEN");
    expect((await supportsOf(one, keeper)).nodes).toMatchObject([{ receivedOn: "2024-05-06" }]);
    await write(giver, "removeSupport", { id, expectedVersion: 3 });
    expect(await supportsOf(one, keeper)).toMatchObject({ totalCount: 0 });
  });

  it("are recorded once, and never of a contribution that was withdrawn", async () => {
    const given = await inputs.of("recordSupport");
    await write(keeper, "recordSupport", given);
    const twice = await world.unchangedBy(() => refused(keeper, "recordSupport", given));
    expect([twice.code, twice.paths]).toEqual(["BAD_USER_INPUT", ["input.contributionId"]]);
    const { id, version } = await world.pledge(partner, inputs.action);
    await write(keeper, "withdrawContribution", { id, expectedVersion: version });
    const late = { ...given, contributionId: id };
    expect((await refused(keeper, "recordSupport", late)).paths).toEqual(["input.contributionId"]);
  });

  it("when taken back, their history is the keeper's and the operator's", async () => {
    const hidden = await group();
    const { id } = await inputs.do("recordSupport", { groupId: hidden.id });
    const reported = async (client: CheckedClient) => {
      const { changes } = await ask<{ changes: { totalCount: number } }>(
        client,
        "query ($id: ID!) { changes(where: { entityId: { eq: $id } }) { totalCount } }",
        { id },
      );
      return changes.totalCount;
    };
    expect(await reported(world.visitor())).toBe(1);
    await write(keeper, "removeSupport", { id, expectedVersion: 1 });
    const other = await world.member(inputs.cast.other, "COORDINATOR");
    expect([await reported(world.visitor()), await reported(other)]).toEqual([0, 0]);
    expect([await reported(keeper), await reported(await world.operator)]).toEqual([2, 2]);
    const close = { id: hidden.id, expectedVersion: 1, visibility: "ORGANISATION" };
    await write(keeper, "updateEnterpriseGroup", close);
    const found = await ask<object>(
      await world.operator,
      "query ($id: ID!) { changes(where: { entityId: { eq: $id } }) { nodes { fields { before after } } } }",
      { id },
    );
    expect(JSON.stringify(found)).toContain(inputs.contribution.id);
    expect(JSON.stringify(found)).not.toContain(hidden.id);
  });
});

describe("A group's measurements", () => {
  it("are once for a period and an organisation, and their recorder's to correct", async () => {
    const { id: groupId } = await group();
    const figures = { groupId, period: "2024-Q1", revenue: "999999999999999999" };
    const { id } = await write(keeper, "recordGroupMeasurement", figures);
    const again = { ...figures, jobs: 1 };
    const found = await world.unchangedBy(() => refused(keeper, "recordGroupMeasurement", again));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.period"]]);
    const other = await world.member(inputs.cast.other, "CONTRIBUTOR");
    await write(other, "recordGroupMeasurement", { ...figures, revenue: null, jobs: 0 });
    const correction = { id, expectedVersion: 1, revenue: "5", jobs: 12, period: "2024-Q2" };
    expect((await refused(other, "correctGroupMeasurement", correction)).code).toBe("FORBIDDEN");
    await write(keeper, "correctGroupMeasurement", correction);
    const { enterpriseGroup } = await ask<{ enterpriseGroup: { measurements: object } }>(
      world.visitor(),
      "query ($id: ID!) { enterpriseGroup(id: $id) { measurements(first: 4) { nodes { period revenue jobs organisation { key } } } } }",
      { id: groupId },
    );
    expect(enterpriseGroup.measurements).toEqual({
      nodes: [
        { period: "2024-Q1", revenue: null, jobs: 0, organisation: { key: inputs.cast.other.key } },
        { period: "2024-Q2", revenue: "5", jobs: 12, organisation: { key: partner.key } },
      ],
    });
  });
});

describe("What was recorded in error (rule 14)", () => {
  const journeyOf = async ({ id }: { id: string }) =>
    (
      await ask<{ enterpriseGroup: object }>(
        keeper,
        "query ($id: ID!) { enterpriseGroup(id: $id) { journey journeyReason } }",
        { id },
      )
    ).enterpriseGroup;

  it("a group's journey goes back, with a reason, and never forward that way", async () => {
    const { id } = await group({ journey: "INDEPENDENT" });
    const back = { id, expectedVersion: 1, journey: "SELLING", reason: "Salah pilih" };
    await write(keeper, "returnEnterpriseGroup", back);
    expect(await journeyOf({ id })).toEqual({ journey: "SELLING", journeyReason: "Salah pilih" });
    for (const journey of ["SELLING", "INDEPENDENT", "DISSOLVED"]) {
      const found = await refused(keeper, "returnEnterpriseGroup", {
        ...{ ...back, journey },
        expectedVersion: 2,
      });
      expect([found.paths, found.error.extensions]).toMatchObject([
        ["input.journey"],
        {
          ...{ code: "INVALID_TRANSITION", from: "SELLING", to: journey },
          allowed: ["FORMED", "TRAINED", "EQUIPPED", "PRODUCING"],
        },
      ]);
    }
    const dissolved = { id, expectedVersion: 2, journey: "DISSOLVED" };
    await write(keeper, "advanceEnterpriseGroup", dissolved);
    expect(await journeyOf({ id })).toEqual({ journey: "DISSOLVED", journeyReason: null });
    await write(keeper, "returnEnterpriseGroup", { ...back, expectedVersion: 3 });
    expect(await journeyOf({ id })).toMatchObject({ journey: "SELLING" });
  });

  it("a group that is removed as its figures are recorded is not found", async () => {
    const url = world.hub.database.url;
    const { id } = await group();
    const figures = { groupId: id, period: "2024", jobs: 3 };
    // The removal is written and waits for its commit; the figures are recorded meanwhile.
    const held = await holdHead(url);
    const removed = write(keeper, "removeEnterpriseGroup", { id, expectedVersion: 1 });
    await untilBlocked(url, 1);
    const recorded = refused(keeper, "recordGroupMeasurement", figures);
    await untilBlocked(url, 2);
    await held.release();
    await removed;
    const { code, paths } = await recorded;
    expect([code, paths]).toEqual(["NOT_FOUND", ["input.groupId"]]);
  });

  it("a group is removed once nothing hangs on it; its history stays with its keeper", async () => {
    const { id } = await group();
    const figures = { groupId: id, period: "2024", jobs: 3 };
    const measured = await write(keeper, "recordGroupMeasurement", figures);
    const given = { groupId: id, contributionId: inputs.contribution.id };
    const support = await write(keeper, "recordSupport", given);
    const removal = (one: string) => ({ id: one, expectedVersion: 1 });
    const inUse = async () => {
      const attempt = () => refused(keeper, "removeEnterpriseGroup", removal(id));
      const { error, paths } = await world.unchangedBy(attempt);
      expect([paths, error.extensions]).toMatchObject([
        ["input.id"],
        { code: "INVALID_TRANSITION", reason: "IN_USE" },
      ]);
    };
    await inUse();
    await write(keeper, "removeSupport", removal(support.id));
    await inUse();
    await write(keeper, "removeGroupMeasurement", removal(measured.id));
    await write(keeper, "removeEnterpriseGroup", removal(id));
    const seen = async (client: CheckedClient) =>
      ask<{ node: unknown; changes: { nodes: { operation: string }[] } }>(
        client,
        `query ($id: ID!) { node(id: $id) { id }
          changes(where: { entityId: { eq: $id } }) { nodes { operation } } }`,
        { id },
      );
    expect(await seen(world.visitor())).toEqual({ node: null, changes: { nodes: [] } });
    const operations = ["registerEnterpriseGroup", "removeEnterpriseGroup"];
    expect(await seen(keeper)).toEqual({
      node: null,
      changes: { nodes: operations.map((operation) => ({ operation })) },
    });
  });
});
