import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { MoneyScene } from "../testkit/plans/money-scene.js";
import type { Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let scene: MoneyScene;
let world: World;
let lead: Party;
let agency: Party;
let village: Party;

beforeAll(async () => {
  scene = await MoneyScene.make();
  ({ world, lead, agency, village } = scene);
});
afterAll(() => world.stop());

const sharedPlan = () => scene.plan();

/** A contribution taken to its next status by its giver. */
async function step(giver: Party, verb: string, { id, version }: Written): Promise<Written> {
  const client = await world.member(giver, "CONTRIBUTOR");
  return write(client, `${verb}Contribution`, { id, expectedVersion: version });
}

const pay = async (giver: Party, { id }: { id: string }, amount: string, more: Input = {}) =>
  write(await world.member(giver, "CONTRIBUTOR"), "recordPayment", {
    ...{ contributionId: id, amount, paidOn: "2024-03-01" },
    ...more,
  });

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

  it("is counted once, where it starts, in the plan and in each action", async () => {
    const { plan, one, two } = await chain();
    expect(await amountsOf("actionPlan", plan)).toEqual(["1000", "0", "0"]);
    expect(await amountsOf("action", one)).toEqual(["1000", "0", "0"]);
    expect(await amountsOf("action", two)).toEqual(["0", "0", "0"]);
  });

  it("is withdrawn from its end: a contribution that others pass on stays until theirs are withdrawn", async () => {
    const { plan, first, second, third } = await chain();
    const client = await world.member(lead, "CONTRIBUTOR");
    const input = { id: first.id, expectedVersion: 1 };
    const found = await world.unchangedBy(() => refused(client, "withdrawContribution", input));
    expect([found.code, found.paths]).toEqual(["INVALID_TRANSITION", ["input.id"]]);
    expect(found.error.extensions).toMatchObject({ reason: "PASSED_ON", passedOnBy: [second.id] });
    await step(village, "withdraw", third);
    await step(agency, "withdraw", second);
    expect(await amountsOf("actionPlan", plan)).toEqual(["1000", "0", "0"]);
    await step(lead, "withdraw", first);
    expect(await amountsOf("actionPlan", plan)).toEqual(["0", "0", "0"]);
  });

  it("counts under the status of the contribution where it starts", async () => {
    const { plan, first } = await chain();
    const committed = await step(lead, "commit", first);
    expect(await amountsOf("actionPlan", plan)).toEqual(["0", "1000", "0"]);
    await pay(lead, committed, "1000");
    expect(await amountsOf("actionPlan", plan)).toEqual(["0", "0", "1000"]);
  });

  it("adds up over plans: what another plan passes on counts there only as far as it is its own", async () => {
    const { plan, second } = await chain();
    const other = await sharedPlan();
    const action = await world.action(lead, other);
    const funding = [{ contributionId: second.id, amount: "100" }];
    await world.pledge(village, action, { amount: "300", funding });
    expect(await amountsOf("actionPlan", other)).toEqual(["200", "0", "0"]);
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

describe("What stands on what is cancelled", () => {
  it.each(["action", "plan"] as const)(
    "as a gift of a cancelled %s, is lowered, never raised (rule 12)",
    async (what) => {
      const plan = await sharedPlan();
      const action = await world.action(lead, plan);
      const { id } = await step(
        agency,
        "commit",
        await world.pledge(agency, action, { amount: "1000" }),
      );
      const source = await world.pledge(lead, action, { amount: "900" });
      const given = { kind: "VENUE", amount: null, quantity: 4, unit: "hari" };
      const days = await world.pledge(agency, action, given);
      const link = { contributionId: id, sourceId: source.id, amount: "300" };
      const { id: funding } = await scene.act(agency, "addFunding", link);
      const cancelled = {
        action: ["changeActionStatus", "action", action],
        plan: ["changeActionPlanStatus", "action_plan", plan],
      } as const;
      const [mutation, table, subject] = cancelled[what];
      await scene.act(lead, mutation, {
        ...(await scene.seen(table, subject)),
        status: "CANCELLED",
      });
      const refusal = (path: string) => [
        "INVALID_TRANSITION",
        path,
        `${what.toUpperCase()}_CANCELLED`,
      ];
      const correction = async (of: { id: string }, more: Input) => ({
        ...{ ...(await scene.seen("contribution", of)), reason: "x" },
        ...more,
      });
      const relinked = async (amount: string) => ({
        ...{ ...(await scene.seen("funding", { id: funding })), amount },
        reason: "x",
      });
      const raised = await correction({ id }, { amount: "1001" });
      expect(await scene.refusedBy(agency, "correctContribution", raised)).toEqual(
        refusal("input.amount"),
      );
      const more = await correction(days, { quantity: 5 });
      expect(await scene.refusedBy(agency, "correctContribution", more)).toEqual(
        refusal("input.quantity"),
      );
      expect(await scene.refusedBy(agency, "correctFunding", await relinked("301"))).toEqual(
        refusal("input.amount"),
      );
      await scene.act(agency, "correctFunding", await relinked("299"));
      await scene.act(agency, "correctContribution", await correction({ id }, { amount: "999" }));
      await scene.act(agency, "correctContribution", await correction({ id }, { note: "x" }));
      await scene.act(agency, "correctContribution", await correction(days, { quantity: 3 }));
    },
  );
});
