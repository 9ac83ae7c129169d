import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { dayInJakarta } from "../testkit/world/days.js";
import { type Party, World } from "../testkit/world/world.js";

/** The lifecycles as the domain draws them: for each state, the states that can follow it. */
const drawn = {
  ActionPlan: {
    DRAFT: ["PROPOSED", "CANCELLED"],
    PROPOSED: ["ACTIVE", "CANCELLED"],
    ACTIVE: ["COMPLETED", "SUSPENDED", "CANCELLED"],
    SUSPENDED: ["ACTIVE", "CANCELLED"],
    COMPLETED: [],
    CANCELLED: [],
  },
  Action: {
    PLANNED: ["IN_PROGRESS", "CANCELLED"],
    IN_PROGRESS: ["COMPLETED", "BLOCKED", "CANCELLED"],
    BLOCKED: ["IN_PROGRESS", "CANCELLED"],
    COMPLETED: [],
    CANCELLED: [],
  },
  Contribution: {
    PLEDGED: ["COMMITTED", "WITHDRAWN"],
    COMMITTED: ["DELIVERED", "WITHDRAWN"],
    DELIVERED: [],
    WITHDRAWN: [],
  },
  Deliberation: {
    DRAFT: ["SCHEDULED", "CANCELLED"],
    SCHEDULED: ["IN_SESSION", "CANCELLED"],
    IN_SESSION: ["CLOSED"],
    CLOSED: [],
    CANCELLED: [],
  },
  EnterpriseGroup: {
    FORMED: ["TRAINED", "DISSOLVED"],
    TRAINED: ["EQUIPPED", "DISSOLVED"],
    EQUIPPED: ["PRODUCING", "DISSOLVED"],
    PRODUCING: ["SELLING", "DISSOLVED"],
    SELLING: ["INDEPENDENT", "DISSOLVED"],
    INDEPENDENT: ["DISSOLVED"],
    DISSOLVED: [],
  },
} satisfies Record<string, Record<string, string[]>>;

type Noun = keyof typeof drawn;

/** The field that shows a thing's state. */
const fieldOf = (noun: Noun): string => (noun === "EnterpriseGroup" ? "journey" : "status");

const statesOf = (noun: Noun): Record<string, string[]> => drawn[noun];

let world: World;
let lead: Party;
let coordinator: CheckedClient;
let plan: Written;
let action: Written;
let programme: Written;
let results: IndicatorInputs;

beforeAll(async () => {
  world = await World.start();
  lead = await world.organisation();
  programme = await world.programme(lead);
  plan = await world.plan(programme, lead);
  action = await world.action(lead, plan);
  coordinator = await world.member(lead, "COORDINATOR");
  const cast = await indicatorCast(world);
  results = await IndicatorInputs.make(world, { ...cast, partner: lead });
});
afterAll(() => world.stop());

const begin: Record<Noun, () => Promise<Written>> = {
  ActionPlan: () => world.plan(programme, lead),
  Action: () => world.action(lead, plan),
  // Of things: one in rupiah is delivered by its payments.
  Contribution: () =>
    world.pledge(lead, action, { kind: "VENUE", amount: null, quantity: 1, unit: "hari" }),
  Deliberation: async () => {
    const { id } = await TestDeliberation.convened(world, lead, [lead]);
    return { id, version: 1, position: Number.NaN, payload: {} };
  },
  EnterpriseGroup: () => results.do("registerEnterpriseGroup"),
};

/** The mutation that takes a thing to a state, with what it needs beside id and version. */
function stepTo(noun: Noun, status: string): [mutation: string, input: Record<string, unknown>] {
  if (noun === "ActionPlan") return ["changeActionPlanStatus", { status }];
  if (noun === "Action") return ["changeActionStatus", { status }];
  if (noun === "EnterpriseGroup") return ["advanceEnterpriseGroup", { journey: status }];
  const verbs: Record<string, string> = {
    SCHEDULED: "scheduleDeliberation",
    IN_SESSION: "openDeliberation",
    CLOSED: "closeDeliberation",
    COMMITTED: "commitContribution",
    DELIVERED: "deliverContribution",
    WITHDRAWN: "withdrawContribution",
  };
  if (noun === "Deliberation" && status === "CANCELLED") return ["cancelDeliberation", {}];
  return [verbs[status] ?? "", {}];
}

/** The shortest way from the first state to this one. */
function wayTo(noun: Noun, state: string): string[] {
  const states = statesOf(noun);
  const ways = [[Object.keys(states)[0] ?? ""]];
  for (const steps of ways) {
    const last = steps.at(-1) ?? "";
    if (last === state) return steps.slice(1);
    for (const next of states[last] ?? []) if (!steps.includes(next)) ways.push([...steps, next]);
  }
  throw new Error(`${noun} never comes to ${state}`);
}

async function broughtTo(noun: Noun, state: string): Promise<Written> {
  let thing = await begin[noun]();
  for (const next of wayTo(noun, state)) {
    const [mutation, input] = stepTo(noun, next);
    const { id, version } = thing;
    const written = await write(coordinator, mutation, { id, expectedVersion: version, ...input });
    // A payload may hold more than the thing itself; each step is one version of it.
    thing = { ...written, id, version: version + 1 };
  }
  return thing;
}

async function statusOf(noun: Noun, id: string): Promise<unknown> {
  const { node } = await coordinator.data<{ node: { state: string } }>(
    `query ($id: ID!) { node(id: $id) { ... on ${noun} { state: ${fieldOf(noun)} } } }`,
    { id } as never,
  );
  return node.state;
}

describe.each(Object.keys(drawn) as Noun[])("The lifecycle of %s", (noun) => {
  const states = Object.keys(statesOf(noun));
  // Where a contribution or a deliberation begins, nothing leads back to: no mutation would ask it.
  const targets = states.filter((state) => stepTo(noun, state)[0] !== "");

  it.each(states)("allows and refuses from %s as it is drawn", async (from) => {
    const allowed = statesOf(noun)[from] ?? [];
    const waiting = await broughtTo(noun, from);
    expect(await statusOf(noun, waiting.id)).toBe(from);
    for (const to of targets) {
      const [mutation, more] = stepTo(noun, to);
      if (allowed.includes(to)) {
        const thing = await broughtTo(noun, from);
        const input = { id: thing.id, expectedVersion: thing.version, ...more };
        const { payload } = await write(coordinator, mutation, input);
        const next = { id: thing.id, version: thing.version + 1 };
        expect(Object.values(payload)).toContainEqual(next);
        expect(await statusOf(noun, thing.id)).toBe(to);
      } else {
        const input = { id: waiting.id, expectedVersion: waiting.version, ...more };
        const found = await world.unchangedBy(() => refused(coordinator, mutation, input));
        expect(found.error.extensions).toMatchObject({
          code: "INVALID_TRANSITION",
          from,
          to,
          allowed,
        });
        expect(found.paths).toEqual([`input.${Object.keys(more)[0] ?? "id"}`]);
        for (const word of [from, to, ...allowed]) expect(found.error.message).toContain(word);
        expect(await statusOf(noun, waiting.id)).toBe(from);
      }
    }
  });

  it("records in the ledger from what to what it went", async () => {
    const [first = "", second = ""] = [states[0], statesOf(noun)[states[0] ?? ""]?.[0]];
    const thing = await broughtTo(noun, second);
    const { changes } = await coordinator.data<{ changes: { nodes: unknown[] } }>(
      "query ($at: Position!) { changes(where: { eq: $at }) { nodes { entity entityId kind fields { name before after } } } }",
      { at: thing.position } as never,
    );
    expect(changes.nodes).toEqual([
      {
        entity: noun,
        entityId: thing.id,
        kind: "UPDATED",
        fields: [{ name: fieldOf(noun), before: first, after: second }],
      },
    ]);
  });
});

describe("The lifecycle of Milestone", () => {
  const milestone = (dueOn = "2024-05-05") =>
    write(coordinator, "addMilestone", { actionId: action.id, title: "Tonggak", dueOn });

  const shown = async (id: string) => {
    const { node } = await coordinator.data<{ node: Record<string, unknown> }>(
      "query ($id: ID!) { node(id: $id) { ... on Milestone { title dueOn completedOn isOverdue } } }",
      { id } as never,
    );
    return node;
  };

  it("it is completed today in Jakarta unless a day is named", async () => {
    const { id } = await milestone();
    await write(coordinator, "completeMilestone", { id, expectedVersion: 1 });
    expect([dayInJakarta(0), dayInJakarta(-1)]).toContain((await shown(id)).completedOn);
  });

  it("it is completed on a day that has come, never in the future", async () => {
    const { id } = await milestone();
    for (const completedOn of [dayInJakarta(1), "9999-12-31"]) {
      const input = { id, expectedVersion: 1, completedOn };
      const found = await world.unchangedBy(() => refused(coordinator, "completeMilestone", input));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.completedOn"]]);
    }
    const input = { id, expectedVersion: 1, completedOn: "2024-04-30" };
    await write(coordinator, "completeMilestone", input);
    expect((await shown(id)).completedOn).toBe("2024-04-30");
  });

  it("it is completed once, and stays as it is", async () => {
    const { id } = await milestone();
    await write(coordinator, "completeMilestone", { id, expectedVersion: 1 });
    const before = await shown(id);
    for (const [mutation, more] of [
      ["completeMilestone", {}],
      ["completeMilestone", { completedOn: "2024-01-01" }],
      ["updateMilestone", { title: "Lain" }],
      ["updateMilestone", { dueOn: "2030-01-01" }],
    ] as const) {
      const input = { id, expectedVersion: 2, ...more };
      const found = await world.unchangedBy(() => refused(coordinator, mutation, input));
      expect(found.error.extensions).toMatchObject({
        code: "INVALID_TRANSITION",
        from: "COMPLETED",
        allowed: [],
      });
    }
    expect(await shown(id)).toEqual(before);
  });

  it("it may be changed until it is completed", async () => {
    const { id } = await milestone();
    const input = { id, expectedVersion: 1, title: "Lain", dueOn: "2030-01-01" };
    await write(coordinator, "updateMilestone", input);
    expect(await shown(id)).toEqual({
      title: "Lain",
      dueOn: "2030-01-01",
      completedOn: null,
      isOverdue: false,
    });
  });
});

describe("Where each begins", () => {
  it("a plan as DRAFT, an action as PLANNED without progress, a contribution as PLEDGED", async () => {
    expect(await statusOf("ActionPlan", (await begin.ActionPlan()).id)).toBe("DRAFT");
    expect(await statusOf("Contribution", (await begin.Contribution()).id)).toBe("PLEDGED");
    const { id } = await begin.Action();
    const { action: found } = await coordinator.data<{ action: object }>(
      "query ($id: ID!) { action(id: $id) { status progress version } }",
      { id } as never,
    );
    expect(found).toEqual({ status: "PLANNED", progress: 0, version: 1 });
  });
});
