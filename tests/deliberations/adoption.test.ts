import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { shown, TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

// What an agreed outcome becomes, each rule once and named after it: adoption into a plan, how its
// status follows the actions, and the holes of the trace as filters.

let world: World;
let visitor: CheckedClient;
let convener: Party;
let guest: Party;
let lead: Party;
let actionLead: Party;
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
  actionLead = await world.organisation("PRIVATE_SECTOR");
  programme = await world.programme(await world.organisation());
  plan = await world.plan(programme, lead);
  planner = await world.member(lead, "COORDINATOR");
  deliberation = await TestDeliberation.inSession(world, convener, [guest]);
});
afterAll(() => world.stop());

async function proposed(more: Record<string, unknown> = {}): Promise<Written> {
  const outcome = await deliberation.propose(guest, more);
  await deliberation.position(guest, outcome);
  return outcome;
}

async function agreed(more: Record<string, unknown> = {}): Promise<Written> {
  const outcome = await proposed(more);
  await deliberation.decide("agreeOutcome", outcome);
  return outcome;
}

const newAction = () => ({ planId: plan.id, title: world.unique("Kegiatan"), stage: "MARKETING" });

/** Adopts an outcome, as a coordinator of the plan; gives the adoption and its action. */
async function adopt(
  outcome: Written,
  more: Record<string, unknown> = { action: newAction() },
  client = planner,
) {
  const input = { outcomeId: outcome.id, ...more };
  const { payload } = await write(client, "adoptOutcome", input);
  const { id } = payload.adoption as { id: string };
  const { action } = await shown<{ action: { id: string } }>(
    client,
    "Adoption",
    { id },
    "action { id }",
  );
  return { id, action };
}

const cannotAdopt = (outcome: { id: string }, more: object, client = planner) =>
  world.unchangedBy(() => refused(client, "adoptOutcome", { outcomeId: outcome.id, ...more }));

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

describe("An agreed outcome is adopted", () => {
  it("as a new action of a plan, which can be walked both ways in one query", async () => {
    const outcome = await agreed();
    const title = world.unique("Kegiatan");
    const { id, action } = await adopt(outcome, { action: { ...newAction(), title } });
    const given = await world.pledge(lead, action);
    await world.report(lead, action, { progress: 30 });
    const trace = `adoptions { id organisation { id } plan { id } } actions { id title status
      contributions { nodes { id } } progressUpdates { nodes { progress } } }`;
    expect(await see(outcome, trace)).toEqual({
      adoptions: [{ id, organisation: { id: lead.id }, plan: { id: plan.id } }],
      actions: [
        {
          ...{
            id: action.id,
            title,
            status: "PLANNED",
            contributions: { nodes: [{ id: given.id }] },
          },
          progressUpdates: { nodes: [{ progress: 30 }] },
        },
      ],
    });
    const back = "action { outcomes { id number deliberation { id } } }";
    expect(await shown(visitor, "Contribution", given, back)).toMatchObject({
      action: { outcomes: [{ id: outcome.id, deliberation: { id: deliberation.id } }] },
    });
  });

  it("as an action that is there; one action may come of several outcomes, and one outcome become several", async () => {
    const [one, other] = [await agreed(), await agreed()];
    const [first, second] = [await world.action(lead, plan), await world.action(lead, plan)];
    for (const [outcome, action] of [
      [one, first],
      [one, second],
      [other, first],
    ] as const) {
      await adopt(outcome, { actionId: action.id });
    }
    const { actions } = await see<{ actions: { id: string }[] }>(one, "actions { id }");
    expect(actions.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    const { outcomes } = await shown<{ outcomes: { id: string }[] }>(
      ...([visitor, "Action", first, "outcomes { id }"] as const),
    );
    expect(outcomes.map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
  });

  it("as exactly one of the two", async () => {
    const outcome = await agreed();
    const { id: actionId } = await world.action(lead, plan);
    for (const more of [{}, { actionId: null, action: null }, { actionId, action: newAction() }]) {
      const found = await cannotAdopt(outcome, more);
      expect([found.code, found.paths]).toEqual([
        "BAD_USER_INPUT",
        ["input.actionId", "input.action"],
      ]);
    }
  });

  it("as the same action once", async () => {
    const outcome = await agreed();
    const { action } = await adopt(outcome);
    const found = await cannotAdopt(outcome, { actionId: action.id });
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.actionId"]]);
  });

  it("as an action with faults never, and each fault is named where it stands", async () => {
    const outcome = await agreed();
    const wrong = { ...newAction(), startsOn: "2026-02-02", endsOn: "2026-02-01" };
    for (const [action, code, path] of [
      [wrong, "BAD_USER_INPUT", "input.action.endsOn"],
      [{ ...newAction(), planId: newId() }, "NOT_FOUND", "input.action.planId"],
      [{ ...newAction(), leadId: newId() }, "NOT_FOUND", "input.action.leadId"],
      [{ ...newAction(), title: " " }, "BAD_USER_INPUT", "input.action.title"],
      [{ ...newAction(), id: plan.id }, "CONFLICT", "input.action.id"],
    ] as const) {
      const found = await cannotAdopt(outcome, { action });
      expect([found.code, found.paths]).toEqual([code, [path]]);
    }
    const id = newId();
    const found = await cannotAdopt(outcome, { id, action: { ...newAction(), id } });
    expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.action.id"]]);
  });

  it("only once it is agreed", async () => {
    const open = await proposed();
    const rejected = await proposed();
    await deliberation.decide("rejectOutcome", rejected, { reason: "x" });
    for (const outcome of [open, rejected]) {
      const found = await cannotAdopt(outcome, { action: newAction() });
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.outcomeId"]]);
    }
  });

  it("after its deliberation was closed, but not after a later outcome took its place", async () => {
    const earlier = await TestDeliberation.inSession(world, convener, [guest], {
      heldFrom: "2026-02-01",
    });
    const old = await earlier.propose(guest);
    await earlier.position(guest, old);
    await earlier.decide("agreeOutcome", old);
    await earlier.step("closeDeliberation");
    const { id } = await adopt(old);
    const heir = await agreed({ supersedesId: old.id });
    const found = await cannotAdopt(old, { action: newAction() });
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.outcomeId"]]);
    expect(found.error.message).toContain("superseded");
    expect(await see(old, "status adoptions { id }")).toEqual({
      status: "FOLLOWED_UP",
      adoptions: [{ id }],
    });
    await adopt(heir);
  });

  it("by who may add to that plan or change that action, not by who agreed it", async () => {
    const outcome = await agreed();
    const { id: actionId } = await world.action(lead, plan, { leadId: actionLead.id });
    for (const party of [convener, guest]) {
      const client = await world.member(party, "COORDINATOR");
      for (const more of [{ action: newAction() }, { actionId }]) {
        expect((await cannotAdopt(outcome, more, client)).code).toBe("FORBIDDEN");
      }
    }
    const leads = await world.member(actionLead, "COORDINATOR");
    expect((await cannotAdopt(outcome, { action: newAction() }, leads)).code).toBe("FORBIDDEN");
    const { id } = await adopt(outcome, { actionId }, leads);
    const removal = { id, expectedVersion: 1 };
    const other = await world.member(guest, "ADMIN");
    expect((await refused(other, "removeAdoption", removal)).code).toBe("FORBIDDEN");
    await write(leads, "removeAdoption", removal);
  });

  it("until the link is taken back, as one made in error; the action stays", async () => {
    const outcome = await agreed();
    const { id, action } = await adopt(outcome);
    await write(planner, "removeAdoption", { id, expectedVersion: 1 });
    expect(await see(outcome, "status hasAction adoptions { id } actions { id }")).toEqual({
      ...{ status: "AGREED", hasAction: false, adoptions: [], actions: [] },
    });
    expect(await shown(visitor, "Action", action, "status outcomes { id }")).toEqual({
      status: "PLANNED",
      outcomes: [],
    });
    await adopt(outcome, { actionId: action.id });
    expect(await statusOf(outcome)).toBe("FOLLOWED_UP");
  });
});

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
  const jakarta = (days: number): string =>
    new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(
      new Date(Date.now() + days * 86_400_000),
    );

  it("agreed without an action, an action without a contribution, overdue", async () => {
    deliberation = await TestDeliberation.inSession(world, convener, [guest]);
    const [late, soon] = [{ dueOn: jakarta(-1) }, { dueOn: jakarta(1) }];
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
    const due = await agreed({ dueOn: jakarta(0) });
    const before = jakarta(0);
    const { isOverdue, dueOn } = await see<{ isOverdue: boolean; dueOn: string }>(
      due,
      "isOverdue dueOn",
    );
    // The day may turn while the test runs.
    if (before === jakarta(0)) expect([isOverdue, dueOn]).toEqual([false, before]);
  });
});
