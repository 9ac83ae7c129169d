import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ChangeKind, type ChangeLine, canonicalBody } from "../../src/ledger/index.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { dayInJakarta } from "../testkit/world/days.js";
import { type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let coordinator: CheckedClient;
let lead: Party;
let village: Party;
let programme: Written;

beforeAll(async () => {
  world = await World.start();
  lead = await world.organisation("CENTRAL_GOVERNMENT");
  village = await world.organisation("VILLAGE_GOVERNMENT");
  programme = await world.programme(lead);
  coordinator = await world.member(lead, "COORDINATOR");
});
afterAll(() => world.stop());

const sharedPlan = (more: Input = {}) =>
  world.activePlan(programme, lead, {
    participants: [{ organisationId: village.id, role: "IMPLEMENTING" }],
    ...more,
  });

async function ask<T>(document: string, variables: Input = {}): Promise<T> {
  return world.visitor().data<T>(document, variables as never);
}

/** Moves a plan or an action through statuses. */
async function move(mutation: string, { id }: { id: string }, ...statuses: string[]) {
  const table = mutation === "changeActionStatus" ? "action" : "action_plan";
  for (const status of statuses) {
    const { version } = await world.seen(table, id);
    await write(coordinator, mutation, { id, expectedVersion: version, status });
  }
}

/** A plan with one completed action, which has a report; closed as `status` says. */
async function closedPlan(status: string) {
  const plan = await sharedPlan();
  const action = await world.action(lead, plan);
  const report = await world.report(lead, action, { progress: 42 });
  await move("changeActionStatus", action, "IN_PROGRESS", "COMPLETED");
  await move("changeActionPlanStatus", plan, status);
  return { plan, action, report };
}

/** How a mutation is refused that leaves the ledger where it was. */
async function refusal(mutation: string, input: Input) {
  const { error, paths } = await world.unchangedBy(() => refused(coordinator, mutation, input));
  const { code, from, reason } = error.extensions as Record<string, unknown>;
  return { code, from, reason, paths };
}

describe("Overdue is derived", () => {
  const cases: [string, string | null, string[], boolean][] = [
    ["an action that was due yesterday", dayInJakarta(-1), [], true],
    ["an action that is due today", dayInJakarta(0), [], false],
    ["an action that is due tomorrow", dayInJakarta(1), [], false],
    ["an action without a due date", null, [], false],
    ["an action under way that was due yesterday", dayInJakarta(-1), ["IN_PROGRESS"], true],
    ["a blocked action that was due yesterday", dayInJakarta(-1), ["IN_PROGRESS", "BLOCKED"], true],
    ["a completed action", dayInJakarta(-1), ["IN_PROGRESS", "COMPLETED"], false],
    ["a cancelled action", dayInJakarta(-1), ["CANCELLED"], false],
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

  it("an action of a suspended plan, but none of a cancelled one", async () => {
    const plan = await sharedPlan();
    const { id } = await world.action(lead, plan, { endsOn: dayInJakarta(-1) });
    const found = () =>
      ask(
        `query ($id: ID!, $plan: ID!) {
          action(id: $id) { isOverdue }
          actionPlan(id: $plan) { overdueActions }
          actions(where: { eq: $id, isOverdue: { eq: true } }) { totalCount }
        }`,
        { id, plan: plan.id },
      );
    const shown = (isOverdue: boolean, totalCount: number) => ({
      ...{ action: { isOverdue }, actionPlan: { overdueActions: totalCount } },
      actions: { totalCount },
    });
    await move("changeActionPlanStatus", plan, "SUSPENDED");
    expect(await found()).toEqual(shown(true, 1));
    await move("changeActionPlanStatus", plan, "CANCELLED");
    expect(await found()).toEqual(shown(false, 0));
  });

  it("a milestone is overdue until it is reached", async () => {
    const { id: actionId } = await world.action(lead, await sharedPlan());
    const make = (dueOn: string) =>
      write(coordinator, "addMilestone", { actionId, title: dueOn, dueOn });
    const late = await make(dayInJakarta(-1));
    await make(dayInJakarta(0));
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

describe("A plan is overdue", () => {
  it.each([
    [-1, [], true],
    [0, [], false],
    [null, [], false],
    [-1, ["SUSPENDED"], true],
    [-1, ["COMPLETED"], false],
    [-1, ["CANCELLED"], false],
  ] as const)(
    "with its last day %s days from today and %s: %s",
    async (days, statuses, expected) => {
      const plan = await sharedPlan({ endsOn: days === null ? null : dayInJakarta(days) });
      await move("changeActionPlanStatus", plan, ...statuses);
      const found = await ask(
        `query ($id: ID!) { actionPlan(id: $id) { isOverdue }
        actionPlans(where: { eq: $id, isOverdue: { eq: true } }) { totalCount } }`,
        { id: plan.id },
      );
      const totalCount = Number(expected);
      expect(found).toEqual({ actionPlan: { isOverdue: expected }, actionPlans: { totalCount } });
    },
  );
});

describe("What is closed takes nothing new", () => {
  it("a plan completes when each of its actions is completed or cancelled, and says what is open", async () => {
    const plan = await sharedPlan();
    const [done, given, open] = [
      await world.action(lead, plan),
      await world.action(lead, plan),
      await world.action(lead, plan, { title: "Pasar kopi" }),
    ];
    await move("changeActionStatus", done, "IN_PROGRESS", "COMPLETED");
    await move("changeActionStatus", given, "CANCELLED");
    const input = { id: plan.id, expectedVersion: plan.version, status: "COMPLETED" };
    const found = await world.unchangedBy(() =>
      refused(coordinator, "changeActionPlanStatus", input),
    );
    expect(found.error.extensions).toMatchObject({
      code: "INVALID_TRANSITION",
      from: "ACTIVE",
      to: "COMPLETED",
      allowed: ["SUSPENDED", "CANCELLED"],
      reason: "ACTIONS_OPEN",
      open: 1,
      actions: [open.id],
    });
    expect(found.paths).toEqual(["input.status"]);
    expect(found.error.message).toContain("Pasar kopi");
    await move("changeActionStatus", open, "IN_PROGRESS", "BLOCKED", "CANCELLED");
    await move("changeActionPlanStatus", plan, "COMPLETED");
    const shown = await ask(
      "query ($id: ID!) { actionPlan(id: $id) { status progress } }",
      plan as never,
    );
    expect(shown).toEqual({ actionPlan: { status: "COMPLETED", progress: 100 } });
  });

  it.each(["COMPLETED", "CANCELLED"])("a %s plan, but corrections and answers", async (status) => {
    const { plan, action, report } = await closedPlan(status);
    const { version } = await world.seen("action", action.id);
    const about = { actionId: action.id };
    const reporting = { ...about, expectedVersion: version, progress: 50 };
    const funds = { ...about, kind: "FUNDS", amount: "100" };
    const news: [mutation: string, input: Input, path: string][] = [
      ["addAction", { planId: plan.id, title: "Baru", stage: "MARKETING" }, "input.planId"],
      [
        "addParticipant",
        { planId: plan.id, organisationId: lead.id, role: "FUNDING" },
        "input.planId",
      ],
      ["addMilestone", { ...about, title: "Baru", dueOn: "2024-05-05" }, "input.actionId"],
      ["reportProgress", reporting, "input.actionId"],
      ["pledgeContribution", funds, "input.actionId"],
    ];
    for (const [mutation, input, path] of news) {
      const expected = {
        code: "INVALID_TRANSITION",
        from: status,
        reason: "PLAN_CLOSED",
        paths: [path],
      };
      expect([mutation, await refusal(mutation, input)]).toEqual([mutation, expected]);
    }
    await write(coordinator, "reportProgress", { ...reporting, correctsId: report.id });
  });

  it("a cancelled action, corrections neither", async () => {
    const action = await world.action(lead, await sharedPlan());
    const { id: correctsId } = await world.report(lead, action);
    await move("changeActionStatus", action, "CANCELLED");
    const about = { actionId: action.id };
    for (const [mutation, input] of [
      ["reportProgress", { ...about, expectedVersion: 3, progress: 50 }],
      ["reportProgress", { ...about, expectedVersion: 3, progress: 50, correctsId }],
      ["addMilestone", { ...about, title: "Baru", dueOn: "2024-05-05" }],
      ["pledgeContribution", { ...about, kind: "FUNDS", amount: "100" }],
    ] as [string, Input][]) {
      const found = await refusal(mutation, input);
      expect(found).toMatchObject({ code: "INVALID_TRANSITION", reason: "ACTION_CANCELLED" });
    }
  });

  it("a suspended plan is not closed", async () => {
    const plan = await sharedPlan();
    const action = await world.action(lead, plan);
    await move("changeActionPlanStatus", plan, "SUSPENDED");
    await world.report(lead, action);
    await world.action(lead, plan);
  });
});

/** A line of the ledger as the hub once wrote it beside a report, or as its migration did. */
async function recordProgress(action: string, operation: string, before: number, after: number) {
  const line: ChangeLine = {
    ...{ at: "2026-11-30T00:00:00.000Z", actor: "hub", operation, entity: "Action" },
    ...{ entityId: action, kind: ChangeKind.UPDATED, diff: { progress: { before, after } } },
  };
  await world.hub.sql.query("select ledger_append($1::text[])", [[canonicalBody(line)]]);
}

describe("The history of progress before it was its lead's word", () => {
  it("is shown as far as the viewer sees the reports", async () => {
    const action = await world.action(lead, await sharedPlan());
    await world.report(lead, action, { progress: 77, visibility: "ORGANISATION" });
    await recordProgress(action.id, "reportProgress", 0, 77);
    await world.report(village, action, { progress: 50 });
    await recordProgress(action.id, "reportProgress", 77, 50);
    await recordProgress(action.id, "migrate", 50, 0);
    await recordProgress(action.id, "migrate", 77, 0);
    const historyFor = async (client: CheckedClient) => {
      const { changes } = await client.data<{ changes: { nodes: { fields: object[] }[] } }>(
        `query ($id: ID!) { changes(where: { entityId: { eq: $id }, kind: { eq: UPDATED } }) {
          nodes { fields { before after } } } }`,
        { id: action.id } as never,
      );
      return changes.nodes.map(({ fields }) => fields[0]);
    };
    const reported = { before: 77, after: 50 };
    const all = [
      { before: 0, after: 77 },
      reported,
      { before: 50, after: 0 },
      { before: 77, after: 0 },
    ];
    expect(await historyFor(coordinator)).toEqual(all);
    expect(await historyFor(world.visitor())).toEqual([{ ...reported, before: null }, all[2]]);
  });
});
