import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let coordinator: CheckedClient;
let lead: Party;
let agency: Party;
let village: Party;
let programme: Written;

beforeAll(async () => {
  world = await World.start();
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

async function ask<T>(document: string, variables: Input = {}): Promise<T> {
  return world.visitor().data<T>(document, variables as never);
}

/** What a viewer sees of an action's progress: value, first voice, filter, order, the plan's mean. */
async function seenBy(client: CheckedClient, { id }: { id: string }) {
  const found = await client.data<{
    action: {
      progress: number;
      status: string;
      version: number;
      reported: { progress: number } | null;
      plan: { id: string; progress: number | null };
    };
    changes: { nodes: { operation: string }[] };
  }>(
    `query ($id: ID!) { action(id: $id) { progress status version reported { progress }
      plan { id progress } }
      changes(first: 50, where: { entityId: { eq: $id } }) { nodes { operation } } }`,
    { id } as never,
  );
  const { progress, status, version, reported, plan } = found.action;
  const lists = await client.data<Lists>(inLists, { id, plan: plan.id, progress } as never);
  expect(lists.actions.totalCount).toBe(1);
  const order = lists.actionPlan.actions.nodes.map((one) => one.progress);
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  if (status !== "COMPLETED") expect(reported?.progress ?? 0).toBe(progress);
  return { progress, version, mean: plan.progress, changes: found.changes.nodes.length };
}

interface Lists {
  actions: { totalCount: number };
  actionPlan: { actions: { nodes: { progress: number }[] } };
}

const inLists = `query ($id: ID!, $plan: ID!, $progress: Int!) {
  actions(where: { eq: $id, progress: { eq: $progress } }) { totalCount }
  actionPlan(id: $plan) { actions(first: 50, orderBy: [{ field: PROGRESS }]) { nodes { progress } } }
}`;

const progressSeen = async (action: { id: string }, client = world.visitor()) =>
  (await seenBy(client, action)).progress;

describe("A plan's progress", () => {
  it("is the mean of its actions by weight, cancelled ones left out, and null where none counts", async () => {
    const plan = await sharedPlan();
    const progress = async () => {
      const found = await ask<{ actionPlan: { progress: number | null } }>(
        "query ($id: ID!) { actionPlan(id: $id) { progress } }",
        { id: plan.id },
      );
      return found.actionPlan.progress;
    };
    expect(await progress()).toBeNull();
    const one = await world.action(lead, plan, { weight: 2.5 });
    const two = await world.action(lead, plan);
    await world.report(lead, one, { progress: 75 });
    expect(await progress()).toBe(54);
    const even = { id: two.id, expectedVersion: 1, weight: 2.5 };
    expect((await write(coordinator, "updateAction", even)).version).toBe(2);
    expect(await progress()).toBe(38);
    await write(coordinator, "changeActionStatus", {
      ...even,
      weight: undefined,
      expectedVersion: 2,
      status: "CANCELLED",
    });
    expect(await progress()).toBe(75);
  });

  it("takes no weight that is not more than 0", async () => {
    const plan = await sharedPlan();
    for (const weight of [0, -1]) {
      const input = { planId: plan.id, title: "Kegiatan", stage: "MARKETING", weight };
      const found = await world.unchangedBy(() => refused(coordinator, "addAction", input));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.weight"]]);
    }
  });
});

describe("Progress is its lead's word (rule 11)", () => {
  it("reports of others stand beside it and move nothing", async () => {
    const action = await world.action(lead, await sharedPlan());
    await world.report(lead, action, { progress: 20 });
    const before = await seenBy(world.visitor(), action);
    await world.report(agency, action, { progress: 100 });
    expect(await seenBy(world.visitor(), action)).toEqual(before);
    expect(before).toMatchObject({ progress: 20, mean: 20 });
  });

  it("an action's own lead speaks for it once it has accepted, until then the plan's", async () => {
    const plan = await sharedPlan();
    const own = await world.organisation("NGO");
    const action = await world.action(lead, plan);
    await world.report(lead, action, { progress: 20 });
    const named = { id: action.id, expectedVersion: 2, leadId: own.id };
    await write(coordinator, "updateAction", named);
    expect(await progressSeen(action)).toBe(20);
    const theirs = await world.member(own, "COORDINATOR");
    await write(theirs, "acceptActionLead", { id: action.id, expectedVersion: 3 });
    expect(await progressSeen(action)).toBe(0);
    await world.report(own, action, { progress: 35 });
    await world.report(lead, action, { progress: 90 });
    expect(await progressSeen(action)).toBe(35);
    const { version } = await world.seen("action", action.id);
    await write(coordinator, "updateAction", {
      id: action.id,
      expectedVersion: version,
      leadId: null,
    });
    expect(await progressSeen(action)).toBe(90);
  });

  it("another lead of the plan speaks for its actions once it has accepted", async () => {
    const plan = await sharedPlan();
    const action = await world.action(lead, plan);
    await world.report(lead, action, { progress: 20 });
    await world.report(agency, action, { progress: 70 });
    await write(coordinator, "updateActionPlan", {
      id: plan.id,
      expectedVersion: 1,
      leadId: agency.id,
    });
    expect(await progressSeen(action)).toBe(0);
    const theirs = await world.member(agency, "COORDINATOR");
    await write(theirs, "acceptPlanLead", { id: plan.id, expectedVersion: 2 });
    expect(await progressSeen(action)).toBe(70);
  });

  it.each(["PARTICIPANTS", "ORGANISATION"])(
    "a report for %s leaves no trace in a public plan",
    async (visibility) => {
      const action = await world.action(lead, await sharedPlan());
      await world.report(lead, action, { progress: 20 });
      const before = await seenBy(world.visitor(), action);
      await world.report(lead, action, { progress: 77, visibility });
      for (const client of [world.visitor(), coordinator]) {
        expect(await seenBy(client, action)).toEqual(before);
      }
    },
  );

  it("a report for a plan's own audience counts, and in nothing that others see once the plan is opened", async () => {
    const plan = await world.plan(programme, lead, { visibility: "PARTICIPANTS" });
    const action = await world.action(lead, plan);
    await world.action(lead, plan);
    await world.report(lead, action, { progress: 20 });
    await world.report(lead, action, { progress: 60, visibility: "PARTICIPANTS" });
    await world.report(lead, action, { progress: 99, visibility: "ORGANISATION" });
    expect(await seenBy(coordinator, action)).toMatchObject({ progress: 60, mean: 30 });
    const guest = await world.organisation("NGO");
    const part = { planId: plan.id, organisationId: guest.id, role: "EXTENDING" };
    const invited = await write(coordinator, "addParticipant", part);
    const guests = await world.member(guest, "COORDINATOR");
    expect(await progressSeen(action, guests)).toBe(20);
    await write(guests, "acceptParticipation", { id: invited.id, expectedVersion: 1 });
    expect(await progressSeen(action, guests)).toBe(60);
    const { version } = await world.seen("action_plan", plan.id);
    await write(coordinator, "updateActionPlan", {
      id: plan.id,
      expectedVersion: version,
      visibility: "PUBLIC",
    });
    // Its creation, and the public report.
    expect(await seenBy(world.visitor(), action)).toEqual({
      progress: 20,
      version: 2,
      mean: 10,
      changes: 2,
    });
  });

  it("a completed action stands at 100, and takes corrections only", async () => {
    const plan = await sharedPlan();
    const action = await world.action(lead, plan);
    const first = await world.report(lead, action, { progress: 42 });
    for (const [at, status] of ["IN_PROGRESS", "COMPLETED"].entries()) {
      await write(coordinator, "changeActionStatus", {
        id: action.id,
        expectedVersion: 2 + at,
        status,
      });
    }
    expect(await seenBy(world.visitor(), action)).toMatchObject({ progress: 100, mean: 100 });
    const report = { actionId: action.id, expectedVersion: 4, progress: 50 };
    const found = await world.unchangedBy(() => refused(coordinator, "reportProgress", report));
    expect([found.code, found.error.extensions.reason]).toEqual([
      "INVALID_TRANSITION",
      "ACTION_COMPLETED",
    ]);
    await world.report(lead, action, { progress: 43, correctsId: first.id });
    expect(await progressSeen(action)).toBe(100);
  });
});

describe("A progress update", () => {
  it("stays as it is, and is corrected by a later one in its place", async () => {
    const action = await world.action(lead, await sharedPlan());
    const first = await world.report(lead, action, { progress: 80, note: "selesai" });
    const second = await world.report(lead, action, { progress: 30, correctsId: first.id });
    const found = await ask<{
      action: { progress: number; progressUpdates: { nodes: unknown[] } };
    }>(
      `query ($id: ID!) { action(id: $id) { progress version progressUpdates {
        nodes { id progress note version corrects { id } organisation { id } user { id } reportedBy { organisation { id } user { id } } }
      } } }`,
      { id: action.id },
    );
    const by = {
      organisation: { id: lead.id },
      user: null,
      reportedBy: { organisation: { id: lead.id }, user: null },
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
    const third = await world.report(lead, action, { progress: 60 });
    await world.report(lead, action, { progress: 35, correctsId: second.id });
    expect(await progressSeen(action)).toBe(60);
    await world.report(lead, action, { progress: 65, correctsId: third.id });
    expect(await progressSeen(action)).toBe(65);
  });

  it("that corrects a hidden one counts from its own instant", async () => {
    const action = await world.action(lead, await sharedPlan());
    const hidden = await world.report(lead, action, { progress: 10, visibility: "ORGANISATION" });
    await world.report(lead, action, { progress: 50 });
    await world.report(lead, action, { progress: 40, correctsId: hidden.id });
    expect(await progressSeen(action)).toBe(40);
  });

  it("is corrected by its own organisation only", async () => {
    const action = await world.action(lead, await sharedPlan());
    const about = await world.report(agency, action);
    const input = { actionId: action.id, expectedVersion: 1, progress: 5, correctsId: about.id };
    const found = await world.unchangedBy(() => refused(coordinator, "reportProgress", input));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.correctsId"]]);
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
