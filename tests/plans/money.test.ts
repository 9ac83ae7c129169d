import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
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
