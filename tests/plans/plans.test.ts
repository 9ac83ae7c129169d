import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let operator: CheckedClient;
let coordinator: CheckedClient;
let lead: Party;
let agency: Party;
let village: Party;
let programme: Written;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator;
  lead = await world.organisation("CENTRAL_GOVERNMENT");
  agency = await world.organisation("REGIONAL_GOVERNMENT");
  village = await world.organisation("VILLAGE_GOVERNMENT");
  programme = await world.programme(lead);
  coordinator = await world.member(lead, "COORDINATOR");
});
afterAll(() => world.stop());

const sharedPlan = () =>
  world.plan(programme, lead, {
    participants: [agency, village].map(({ id }) => ({ organisationId: id, role: "IMPLEMENTING" })),
  });

/** A contribution taken to its next status by its giver. */
async function step(giver: Party, verb: string, { id, version }: Written): Promise<Written> {
  const client = await world.member(giver, "CONTRIBUTOR");
  return write(client, `${verb}Contribution`, { id, expectedVersion: version });
}

const amounts = "amountPledged amountCommitted amountDelivered";

async function ask<T>(document: string, variables: Input = {}): Promise<T> {
  return world.visitor().data<T>(document, variables as never);
}

async function amountsOf(noun: "action" | "actionPlan", { id }: Written): Promise<string[]> {
  const found = await ask<Record<string, Record<string, string>>>(
    `query ($id: ID!) { ${noun}(id: $id) { ${amounts} } }`,
    { id },
  );
  return Object.values(found[noun] ?? {});
}

describe("Money along the funding chain", () => {
  /** The lead funds the agency, which passes on to the village, which spends on another action. */
  async function chain() {
    const plan = await sharedPlan();
    const [one, two] = [await world.action(lead, plan), await world.action(lead, plan)];
    const first = await world.pledge(lead, one, { amount: "1000" });
    const second = await world.pledge(agency, one, { amount: "600", fundedById: first.id });
    const third = await world.pledge(village, two, { amount: "500", fundedById: second.id });
    return { plan, one, two, first, second, third };
  }

  it("is counted once in the plan, and once in each action that it reaches", async () => {
    const { plan, one, two } = await chain();
    expect(await amountsOf("actionPlan", plan)).toEqual(["1000", "0", "0"]);
    expect(await amountsOf("action", one)).toEqual(["1000", "0", "0"]);
    expect(await amountsOf("action", two)).toEqual(["500", "0", "0"]);
  });

  it("is counted once though the link between was withdrawn", async () => {
    const { plan, one, two, second } = await chain();
    await step(agency, "withdraw", second);
    expect(await amountsOf("actionPlan", plan)).toEqual(["1000", "0", "0"]);
    expect(await amountsOf("action", one)).toEqual(["1000", "0", "0"]);
    expect(await amountsOf("action", two)).toEqual(["500", "0", "0"]);
  });

  it("counts from the next link on when the first was withdrawn, and nothing when all were", async () => {
    const { plan, one, first, second, third } = await chain();
    await step(lead, "withdraw", first);
    expect(await amountsOf("actionPlan", plan)).toEqual(["600", "0", "0"]);
    expect(await amountsOf("action", one)).toEqual(["600", "0", "0"]);
    await step(agency, "withdraw", second);
    expect(await amountsOf("actionPlan", plan)).toEqual(["500", "0", "0"]);
    await step(village, "withdraw", third);
    expect(await amountsOf("actionPlan", plan)).toEqual(["0", "0", "0"]);
  });

  it("counts under the status of the first link, as that is the money", async () => {
    const { plan, first } = await chain();
    const committed = await step(lead, "commit", first);
    expect(await amountsOf("actionPlan", plan)).toEqual(["0", "1000", "0"]);
    await step(lead, "deliver", committed);
    expect(await amountsOf("actionPlan", plan)).toEqual(["0", "0", "1000"]);
  });

  it("is counted in each of two plans that it reaches", async () => {
    const { plan, second } = await chain();
    const other = await sharedPlan();
    const action = await world.action(lead, other);
    await world.pledge(village, action, { amount: "300", fundedById: second.id });
    expect(await amountsOf("actionPlan", other)).toEqual(["300", "0", "0"]);
    expect(await amountsOf("actionPlan", plan)).toEqual(["1000", "0", "0"]);
  });

  it("is counted once where one source is passed on by two", async () => {
    const { plan, one, first } = await chain();
    await world.pledge(village, one, { amount: "400", fundedById: first.id });
    expect(await amountsOf("actionPlan", plan)).toEqual(["1000", "0", "0"]);
    await world.pledge(village, one, { amount: "7" });
    expect(await amountsOf("actionPlan", plan)).toEqual(["1007", "0", "0"]);
  });

  it("can be walked both ways", async () => {
    const { first, second, third } = await chain();
    const { top, end } = await ask<{ top: unknown; end: unknown }>(
      `query ($top: ID!, $end: ID!) {
        top: contribution(id: $top) { passedOnBy { nodes { id passedOnBy { nodes { id } } } } }
        end: contribution(id: $end) { fundedBy { id fundedBy { id fundedBy { id } } } }
      }`,
      { top: first.id, end: third.id },
    );
    expect(top).toEqual({
      passedOnBy: { nodes: [{ id: second.id, passedOnBy: { nodes: [{ id: third.id }] } }] },
    });
    expect(end).toEqual({
      fundedBy: { id: second.id, fundedBy: { id: first.id, fundedBy: null } },
    });
  });
});

describe("Money (rule 8)", () => {
  it("is whole rupiah as text, and exact where a float would not be", async () => {
    const plan = await sharedPlan();
    const action = await world.action(lead, plan);
    await world.pledge(lead, action, { amount: "9007199254740993" });
    await world.pledge(lead, action, { amount: "2" });
    expect(await amountsOf("action", action)).toEqual(["9007199254740995", "0", "0"]);
  });

  it("adds up, however large the sum", async () => {
    const plan = await sharedPlan();
    const action = await world.action(lead, plan);
    const most = "999999999999999999";
    for (let count = 0; count < 10; count += 1) await world.pledge(lead, action, { amount: most });
    expect(await amountsOf("actionPlan", plan)).toEqual(["9999999999999999990", "0", "0"]);
    const { actions } = await ask<{ actions: { nodes: unknown[] } }>(
      `query ($id: ID!, $most: Money!) {
        actions(where: { plan: { eq: $id }, amountPledged: { gte: $most, not: $most }, not: { amountPledged: { in: [$most] } } }) { nodes { amountPledged } }
      }`,
      { id: plan.id, most },
    );
    expect(actions.nodes).toEqual([{ amountPledged: "9999999999999999990" }]);
  });

  it("is not counted for a quantity without an amount, which is a contribution all the same", async () => {
    const plan = await sharedPlan();
    const action = await world.action(lead, plan);
    const hasContribution = async () => {
      const found = await ask<{ action: { hasContribution: boolean } }>(
        "query ($id: ID!) { action(id: $id) { hasContribution } }",
        { id: action.id },
      );
      return found.action.hasContribution;
    };
    expect(await hasContribution()).toBe(false);
    const venue = { kind: "VENUE", amount: null, quantity: 2.5, unit: "hari" };
    const given = await world.pledge(agency, action, venue);
    expect(await hasContribution()).toBe(true);
    expect(await amountsOf("action", action)).toEqual(["0", "0", "0"]);
    await step(agency, "withdraw", given);
    expect(await hasContribution()).toBe(false);
  });
});

const jakarta = (days: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(
    new Date(Date.now() + days * 86_400_000),
  );

describe("Overdue is derived", () => {
  const cases: [string, string | null, string[], boolean][] = [
    ["an action that was due yesterday", jakarta(-1), [], true],
    ["an action that is due today", jakarta(0), [], false],
    ["an action that is due tomorrow", jakarta(1), [], false],
    ["an action without a due date", null, [], false],
    ["an action under way that was due yesterday", jakarta(-1), ["IN_PROGRESS"], true],
    ["a blocked action that was due yesterday", jakarta(-1), ["IN_PROGRESS", "BLOCKED"], true],
    ["a completed action", jakarta(-1), ["IN_PROGRESS", "COMPLETED"], false],
    ["a cancelled action", jakarta(-1), ["CANCELLED"], false],
  ];

  it.each(cases)("%s", async (_, endsOn, statuses, expected) => {
    const plan = await sharedPlan();
    const { id } = await world.action(lead, plan, { endsOn });
    for (const [at, status] of statuses.entries()) {
      await write(coordinator, "changeActionStatus", { id, expectedVersion: at + 1, status });
    }
    const found = await ask<Record<string, unknown>>(
      `query ($id: ID!, $plan: ID!) {
        action(id: $id) { isOverdue }
        actionPlan(id: $plan) { overdueActions }
        actions(where: { eq: $id, isOverdue: { eq: true } }) { totalCount }
        actionPlans(where: { eq: $plan, overdueActions: { gte: 1 } }) { totalCount }
      }`,
      { id, plan: plan.id },
    );
    const count = Number(expected);
    expect(found).toEqual({
      action: { isOverdue: expected },
      actionPlan: { overdueActions: count },
      actions: { totalCount: count },
      actionPlans: { totalCount: count },
    });
  });

  it("a milestone is overdue until it is reached", async () => {
    const { id: actionId } = await world.action(lead, await sharedPlan());
    const make = (dueOn: string) =>
      write(coordinator, "addMilestone", { actionId, title: dueOn, dueOn });
    const late = await make(jakarta(-1));
    await make(jakarta(0));
    const overdue = async () => {
      const found = await ask<{ action: { milestones: { isOverdue: boolean }[] } }>(
        "query ($id: ID!) { action(id: $id) { milestones { isOverdue } } }",
        { id: actionId },
      );
      return found.action.milestones.map(({ isOverdue }) => isOverdue);
    };
    expect(await overdue()).toEqual([true, false]);
    await write(coordinator, "completeMilestone", { id: late.id, expectedVersion: 1 });
    expect(await overdue()).toEqual([false, false]);
  });
});

describe("A plan's roll-ups", () => {
  it("progress is the mean of its actions that are not cancelled, and none without actions", async () => {
    const plan = await sharedPlan();
    const progress = async () => {
      const found = await ask<{ actionPlan: { progress: number | null } }>(
        "query ($id: ID!) { actionPlan(id: $id) { progress } }",
        { id: plan.id },
      );
      return found.actionPlan.progress;
    };
    expect(await progress()).toBeNull();
    const [one, two] = [await world.action(lead, plan), await world.action(lead, plan)];
    await world.report(agency, one, { progress: 75 });
    expect(await progress()).toBe(38);
    await world.report(village, two, { progress: 100 });
    expect(await progress()).toBe(88);
    const cancelled = { id: two.id, expectedVersion: 2, status: "CANCELLED" };
    await write(coordinator, "changeActionStatus", cancelled);
    expect(await progress()).toBe(75);
  });
});

describe("A progress update", () => {
  it("moves its action, stays as it is, and is corrected by a later one", async () => {
    const action = await world.action(lead, await sharedPlan());
    const first = await world.report(agency, action, { progress: 80, note: "selesai" });
    const second = await world.report(agency, action, { progress: 30, correctsId: first.id });
    const found = await ask<{
      action: { progress: number; progressUpdates: { nodes: unknown[] } };
    }>(
      `query ($id: ID!) { action(id: $id) { progress version progressUpdates {
        nodes { id progress note version corrects { id } organisation { id } user { id } reportedBy { organisation { id } user { id } } }
      } } }`,
      { id: action.id },
    );
    const by = {
      organisation: { id: agency.id },
      user: null,
      reportedBy: { organisation: { id: agency.id }, user: null },
      version: 1,
    };
    expect(found.action).toEqual({
      progress: 30,
      version: 3,
      progressUpdates: {
        nodes: [
          { id: second.id, progress: 30, note: null, corrects: { id: first.id }, ...by },
          { id: first.id, progress: 80, note: "selesai", corrects: null, ...by },
        ],
      },
    });
  });

  it("corrects a statement on the same action only", async () => {
    const plan = await sharedPlan();
    const [one, two] = [await world.action(lead, plan), await world.action(lead, plan)];
    const about = await world.report(lead, one);
    const input = { actionId: two.id, expectedVersion: 1, progress: 5, correctsId: about.id };
    const found = await world.unchangedBy(() => refused(coordinator, "reportProgress", input));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.correctsId"]]);
  });

  it("shows the person who reported to those who share an organisation with them, and to no other", async () => {
    const action = await world.action(lead, await sharedPlan());
    const { id } = await world.report(agency, action);
    const document =
      "query ($id: ID!) { node(id: $id) { ... on ProgressUpdate { user { email } reportedBy { user { email } } } } }";
    const person = { email: `contributor@${agency.key}.example` };
    const colleague = await world.member(agency, "VIEWER");
    const seen = await colleague.data<{ node: unknown }>(document, { id } as never);
    expect(seen.node).toEqual({ user: person, reportedBy: { user: person } });
    const partner = await coordinator.data<{ node: unknown }>(document, { id } as never);
    expect(partner.node).toEqual({ user: null, reportedBy: { user: null } });
  });
});

describe("An organisation", () => {
  const under = (id: string, parentId: string | null, expectedVersion: number) => ({
    id,
    parentId,
    expectedVersion,
  });

  it("is no part of itself, however far up", async () => {
    const [top, middle, bottom] = [
      await world.organisation("NGO"),
      await world.organisation("NGO"),
      await world.organisation("NGO"),
    ];
    await write(operator, "updateOrganisation", under(middle.id, top.id, 1));
    await write(operator, "updateOrganisation", under(bottom.id, middle.id, 1));
    for (const [id, parentId, version] of [
      [top.id, top.id, 1],
      [top.id, middle.id, 1],
      [top.id, bottom.id, 1],
      [middle.id, bottom.id, 2],
    ] as const) {
      const input = under(id, parentId, version);
      const found = await world.unchangedBy(() => refused(operator, "updateOrganisation", input));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.parentId"]]);
    }
    await write(operator, "updateOrganisation", under(middle.id, null, 2));
    await write(operator, "updateOrganisation", under(top.id, bottom.id, 1));
  });

  it("is not created as a part of itself", async () => {
    const id = newId();
    const input = { id, name: "Lembaga", sector: "NGO", parentId: id };
    const found = await world.unchangedBy(() => refused(operator, "createOrganisation", input));
    expect([found.code, found.paths]).toEqual(["NOT_FOUND", ["input.parentId"]]);
  });

  it("is state-owned in the private sector only", async () => {
    const input = { name: "Lembaga", sector: "NGO", stateOwned: true };
    const made = await world.unchangedBy(() => refused(operator, "createOrganisation", input));
    expect([made.code, made.paths]).toEqual(["BAD_USER_INPUT", ["input.stateOwned"]]);
    const turned = { id: lead.id, expectedVersion: 1, stateOwned: true };
    const found = await world.unchangedBy(() => refused(operator, "updateOrganisation", turned));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.stateOwned"]]);
    const { id } = await world.organisation("PRIVATE_SECTOR", { stateOwned: true });
    await write(operator, "updateOrganisation", { id, expectedVersion: 1, stateOwned: false });
    await write(operator, "updateOrganisation", { id, expectedVersion: 2, stateOwned: true });
  });

  it("has assessors when it is a university only", async () => {
    const input = { email: "asesor@a.example", role: "ASSESSOR" };
    const found = await world.unchangedBy(() =>
      refused(operator, "addMember", { organisationId: lead.id, ...input }),
    );
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.role"]]);
    const university = await world.organisation("UNIVERSITY");
    await write(operator, "addMember", { organisationId: university.id, ...input });
  });

  it("gives a person each role once, and several roles", async () => {
    const add = { organisationId: lead.id, email: "dua@a.example" };
    await write(operator, "addMember", { ...add, role: "VIEWER" });
    const again = { ...add, email: "DUA@a.example", role: "VIEWER" };
    const found = await world.unchangedBy(() => refused(operator, "addMember", again));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.role"]]);
    await write(operator, "addMember", { ...add, role: "ADMIN" });
  });
});

describe("A record", () => {
  const sources = [
    {
      key: "s1",
      publisher: "Kemnaker",
      date: "2023",
      note: "Laporan",
      address: "https://a.example/1",
    },
    { key: null, publisher: "BPS", date: "2023-07", note: null, address: null },
    { key: null, publisher: "Inpres", date: "2022-06-08", note: null, address: null },
  ];

  it("keeps its sources as they were given, and can be given them back", async () => {
    const made = await world.organisation("NGO", { sources });
    const plan = await world.plan(programme, lead, { sources });
    const action = await world.action(lead, plan, { sources });
    const shown = async () => {
      const { nodes } = await ask<{ nodes: { sources: unknown }[] }>(
        `query ($ids: [ID!]!) { nodes(ids: $ids) {
          ... on Organisation { sources { ...s } } ... on ActionPlan { sources { ...s } } ... on Action { sources { ...s } } } }
        fragment s on Source { key publisher date note address }`,
        { ids: [made.id, plan.id, action.id] },
      );
      return nodes;
    };
    expect(await shown()).toEqual([{ sources }, { sources }, { sources }]);
    const same = { id: action.id, expectedVersion: 1, sources };
    expect((await write(coordinator, "updateAction", same)).version).toBe(1);
    await write(coordinator, "updateAction", { ...same, sources: [] });
    expect((await shown())[2]).toEqual({ sources: [] });
  });

  it("has a key of its own, made from its name where none is given", async () => {
    const name = `Lembaga Bersama (Désa) ${world.unique("x")}`;
    const make = async () => {
      const { id } = await write(operator, "createOrganisation", { name, sector: "NGO" });
      const found = await ask<{ organisation: { key: string } }>(
        "query ($id: ID!) { organisation(id: $id) { key } }",
        { id },
      );
      return found.organisation.key;
    };
    const [first, second] = [await make(), await make()];
    expect(first).toMatch(/^lembaga-bersama-desa-x-\d+$/);
    expect(second).toMatch(new RegExp(`^${first}-[0-9a-f]{8}$`));
  });

  it("says which language of a text is borrowed from the other", async () => {
    const shown = async (name: object) => {
      const { id } = await world.programme(lead, { name });
      const found = await ask<{ programme: { name: unknown } }>(
        "query ($id: ID!) { programme(id: $id) { name { id en missing } } }",
        { id },
      );
      return found.programme.name;
    };
    expect(await shown({ id: "Kerja" })).toEqual({ id: "Kerja", en: "Kerja", missing: ["EN"] });
    expect(await shown({ en: "Work" })).toEqual({ id: "Work", en: "Work", missing: ["ID"] });
    const both = { id: "Kerja", en: "Work" };
    expect(await shown(both)).toEqual({ ...both, missing: [] });
    const { id } = await world.programme(lead, { name: both });
    const same = { id, expectedVersion: 1, name: both };
    expect((await write(operator, "updateProgramme", same)).version).toBe(1);
  });

  it("keeps each strategy and each recipient of a programme once", async () => {
    const { id } = await world.programme(lead);
    await write(operator, "updateProgramme", {
      id,
      expectedVersion: 1,
      strategies: ["RAISE_INCOME", "REDUCE_POVERTY_POCKETS", "RAISE_INCOME"],
      reportToIds: [agency.id, village.id, agency.id],
    });
    const found = await ask<{ programme: unknown }>(
      "query ($id: ID!) { programme(id: $id) { strategies reportsTo { id } } }",
      { id },
    );
    expect(found.programme).toEqual({
      strategies: ["RAISE_INCOME", "REDUCE_POVERTY_POCKETS"],
      reportsTo: [{ id: agency.id }, { id: village.id }],
    });
  });
});
