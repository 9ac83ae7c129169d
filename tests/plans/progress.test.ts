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
