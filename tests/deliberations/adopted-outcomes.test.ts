import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { adopted, shown, TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import type { Input } from "../testkit/mutations/documents.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { dayInJakarta } from "../testkit/world/days.js";
import { type Party, World } from "../testkit/world/world.js";

// The rules of what an adopted outcome becomes, each once and named after it: how its status follows
// the actions, and the filters for what is missing.

let world: World;
let visitor: CheckedClient;
let convener: Party;
let guest: Party;
let lead: Party;
let programme: Written;
let plan: Written;
let deliberation: TestDeliberation;
/** Coordinates the plan. */
let planner: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  visitor = world.visitor();
  convener = await world.organisation("REGIONAL_GOVERNMENT");
  guest = await world.organisation("NGO");
  lead = await world.organisation("UNIVERSITY");
  programme = await world.programme(await world.organisation());
  plan = await world.plan(programme, lead);
  planner = await world.member(lead, "COORDINATOR");
  deliberation = await TestDeliberation.inSession(world, convener, [guest]);
});
afterAll(() => world.stop());

async function proposed(more: Input = {}): Promise<Written> {
  return deliberation.outcomeWith(["AGREE"], guest, more);
}

async function agreed(more: Input = {}): Promise<Written> {
  const outcome = await deliberation.outcomeWith(["AGREE"], guest, more);
  await deliberation.decide("agreeOutcome", outcome);
  return outcome;
}

const newAction = () => ({ planId: plan.id, title: world.unique("Kegiatan"), stage: "MARKETING" });

/** Adopts an outcome, as a coordinator of the plan; gives the adoption and its action. */
const adopt = (outcome: Written, more: Input = { action: newAction() }, client = planner) =>
  adopted(client, outcome, more);

/** Takes an action along its lifecycle. */
async function goOn({ id }: { id: string }, ...statuses: string[]): Promise<void> {
  for (const status of statuses) {
    const { version } = await world.seen("action", id);
    await write(planner, "changeActionStatus", { id, expectedVersion: version, status });
  }
}

const see = <T extends object>(outcome: { id: string }, fields: string, client = visitor) =>
  shown<T>(client, "Outcome", outcome, fields);

const statusOf = async (outcome: { id: string }, client = visitor) =>
  (await see<{ status: string }>(outcome, "status", client)).status;

describe("An outcome's status follows its actions", () => {
  it("FOLLOWED_UP with the first, FULFILLED with the last completed, and back", async () => {
    const outcome = await agreed();
    const reported = [await statusOf(outcome)];
    const step = async (change: Promise<unknown>) => {
      await change;
      reported.push(await statusOf(outcome));
    };
    const { action: first } = await adopt(outcome);
    const { action: second } = await adopt(outcome);
    await step(goOn(first, "IN_PROGRESS"));
    await step(goOn(first, "COMPLETED"));
    await step(goOn(second, "IN_PROGRESS", "COMPLETED"));
    const third = await adopt(outcome);
    await step(goOn(third.action, "IN_PROGRESS", "BLOCKED"));
    await step(write(planner, "removeAdoption", { id: third.id, expectedVersion: 1 }));
    const up = "FOLLOWED_UP";
    expect(reported).toEqual(["AGREED", up, up, "FULFILLED", up, "FULFILLED"]);
  });

  it("where those that were cancelled do not count", async () => {
    const outcome = await agreed();
    const { action: first } = await adopt(outcome);
    await goOn(first, "CANCELLED");
    expect(await see(outcome, "status hasAction actions { id }")).toEqual({
      ...{ status: "AGREED", hasAction: false, actions: [{ id: first.id }] },
    });
    const { action: second } = await adopt(outcome);
    await goOn(second, "IN_PROGRESS", "COMPLETED");
    expect(await see(outcome, "status hasAction")).toEqual({
      status: "FULFILLED",
      hasAction: true,
    });
  });

  it("of which each viewer sees those in plans that it may see", async () => {
    const outcome = await agreed({ dueOn: "2026-01-01" });
    const hidden = await world.plan(programme, lead, { visibility: "ORGANISATION" });
    const { id, action } = await adopt(outcome, { action: { ...newAction(), planId: hidden.id } });
    await goOn(action, "IN_PROGRESS", "COMPLETED");
    const fields = `status hasAction isOverdue adoptions { id } actions { id }`;
    const nothing = {
      ...{ status: "AGREED", hasAction: false, isOverdue: true, adoptions: [], actions: [] },
    };
    const insider = await world.member(lead, "VIEWER");
    const chair = await deliberation.chair;
    expect(await see(outcome, fields)).toEqual(nothing);
    expect(await see(outcome, fields, chair)).toEqual(nothing);
    expect(await see(outcome, fields, insider)).toEqual({
      ...{ status: "FULFILLED", hasAction: true, isOverdue: false },
      ...{ adoptions: [{ id }], actions: [{ id: action.id }] },
    });
    for (const [client, status] of [
      [visitor, "AGREED"],
      [insider, "FULFILLED"],
    ] as const) {
      const found = await client.data<Record<string, { totalCount: number }>>(
        `query ($id: ID!, $action: ID!) {
          AGREED: outcomes(where: { eq: $id, status: { eq: AGREED } }) { totalCount }
          FULFILLED: outcomes(where: { eq: $id, status: { eq: FULFILLED } }) { totalCount }
          hole: outcomes(where: { eq: $id, hasAction: { eq: false } }) { totalCount }
          late: outcomes(where: { eq: $id, isOverdue: { eq: true } }) { totalCount }
          by: outcomes(where: { eq: $id, action: { eq: $action } }) { totalCount }
        }`,
        { id: outcome.id, action: action.id } as never,
      );
      const sees = Number(status === "FULFILLED");
      const counts = Object.entries(found).map(([name, { totalCount }]) => [name, totalCount]);
      expect(Object.fromEntries(counts)).toEqual({
        ...{ AGREED: 1 - sees, FULFILLED: sees, hole: 1 - sees, late: 1 - sees, by: sees },
      });
    }
    const node = "query ($id: ID!) { node(id: $id) { id } }";
    expect(await visitor.data(node, { id } as never)).toEqual({ node: null });
    const removal = { id, expectedVersion: 1 };
    expect((await refused(chair, "removeAdoption", removal)).code).toBe("NOT_FOUND");
  });
});

describe("The holes of the trace are filters", () => {
  it("agreed without an action, an action without a contribution, overdue", async () => {
    deliberation = await TestDeliberation.inSession(world, convener, [guest]);
    const [late, soon] = [{ dueOn: dayInJakarta(-1) }, { dueOn: dayInJakarta(1) }];
    const bare = await agreed(late);
    const early = await agreed(soon);
    const undated = await agreed();
    const undecided = await proposed(late);
    const followed = await agreed(late);
    const { action: unfunded } = await adopt(followed);
    const done = await agreed(late);
    const { action: funded } = await adopt(done);
    await world.pledge(lead, funded);
    await goOn(funded, "IN_PROGRESS", "COMPLETED");
    const all = [bare, early, undated, undecided, followed, done];
    const outcomes = async (where: object): Promise<number[]> => {
      const found = await visitor.data<{ outcomes: { nodes: { id: string }[] } }>(
        "query ($where: OutcomeFilter) { outcomes(where: $where) { nodes { id } } }",
        { where: { in: all.map(({ id }) => id), ...where } } as never,
      );
      return found.outcomes.nodes.map(({ id }) => all.findIndex((one) => one.id === id)).sort();
    };
    expect(await outcomes({ hasAction: { eq: false }, decidedAt: { isNull: false } })).toEqual([
      0, 1, 2,
    ]);
    expect(await outcomes({ status: { eq: "AGREED" } })).toEqual([0, 1, 2]);
    expect(await outcomes({ status: { in: ["FOLLOWED_UP", "FULFILLED"] } })).toEqual([4, 5]);
    expect(await outcomes({ status: { not: "AGREED" } })).toEqual([3, 4, 5]);
    expect(await outcomes({ isOverdue: { eq: true } })).toEqual([0, 4]);
    expect(await outcomes({ isOverdue: { eq: false } })).toEqual([1, 2, 3, 5]);
    expect(await outcomes({ action: { hasContribution: { eq: false } } })).toEqual([4]);
    expect(await outcomes({ action: { contribution: {} } })).toEqual([5]);
    const { actions } = await visitor.data<{ actions: { nodes: object[] } }>(
      `query ($deliberation: ID!) { actions(where: { hasContribution: { eq: false },
        outcome: { deliberation: { id: { eq: $deliberation } } } }) { nodes { id } } }`,
      { deliberation: deliberation.id } as never,
    );
    expect(actions.nodes).toEqual([{ id: unfunded.id }]);
  });

  it("today is not overdue yet, in Jakarta", async () => {
    const due = await agreed({ dueOn: dayInJakarta(0) });
    const before = dayInJakarta(0);
    const { isOverdue, dueOn } = await see<{ isOverdue: boolean; dueOn: string }>(
      due,
      "isOverdue dueOn",
    );
    // The day may turn while the test runs.
    if (before === dayInJakarta(0)) expect([isOverdue, dueOn]).toEqual([false, before]);
  });
});
