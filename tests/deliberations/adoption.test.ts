import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { adopted, shown, TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import type { Input } from "../testkit/mutations/documents.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

// The rules of adopting an agreed outcome into a plan, each once and named after it.

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

const cannotAdopt = (outcome: { id: string }, more: object, client = planner) =>
  world.unchangedBy(() => refused(client, "adoptOutcome", { outcomeId: outcome.id, ...more }));
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
    const rejected = await deliberation.propose(convener);
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
