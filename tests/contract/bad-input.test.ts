import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import { type Input, mutationNames, refused, write } from "../testkit/mutations/documents.js";
import { EveryMutation } from "../testkit/mutations/every-mutation.js";
import { World } from "../testkit/world/world.js";
import { assessmentCases } from "./bad-input/assessment-cases.js";
import { deliberationCases } from "./bad-input/deliberation-cases.js";
import { indicatorCases } from "./bad-input/indicator-cases.js";
import { planCases } from "./bad-input/plan-cases.js";

let world: World;
let every: EveryMutation;
let coordinator: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  every = await EveryMutation.make(world);
  coordinator = await world.member(every.plans.cast.lead, "COORDINATOR");
});
afterAll(() => world.stop());

const shared = new Map<string, Promise<Input>>();

/** A good input that cases share: what is refused leaves it good. */
function sharedOf(mutation: string): Promise<Input> {
  const input = shared.get(mutation) ?? every.of(mutation);
  shared.set(mutation, input);
  return input;
}

describe("Bad input", () => {
  it.each([...planCases, ...deliberationCases, ...assessmentCases, ...indicatorCases])(
    "%s in %s is refused at its path and changes nothing",
    async (...one) => {
      const [, mutation, changes, path, code = "BAD_USER_INPUT"] = one;
      const client = await every.clientFor(mutation);
      const input = await sharedOf(mutation);
      const found = await world.unchangedBy(() =>
        refused(client, mutation, { ...input, ...changes }),
      );
      expect({ code: found.code, paths: [...new Set(found.paths)] }).toEqual({
        code,
        paths: [path],
      });
    },
  );

  it("is all that was wrong: the same inputs without their faults are taken", async () => {
    for (const mutation of mutationNames) {
      const client = await every.clientFor(mutation);
      await write(client, mutation, await every.of(mutation));
    }
  });

  it("written into the document is refused with the same paths", async () => {
    const text = `mutation { addAction(input: {
      planId: "${every.plans.plan.id}", title: "a\\u0000", stage: HARVEST, startsOn: "2024-02-30", colour: 1,
      sources: [{ publisher: "a" }, { publisher: 5 }]
    }) { position } }`;
    const found = await world.unchangedBy(async () => refusalOf(await coordinator.error(text)));
    expect(found.code).toBe("BAD_USER_INPUT");
    expect(found.paths.sort()).toEqual([
      "input.colour",
      "input.sources.1.publisher",
      "input.stage",
      "input.startsOn",
      "input.title",
    ]);
  });

  it("a quantity that no number can hold is refused", async () => {
    const text = `mutation { pledgeContribution(input: {
      actionId: "${every.plans.action.id}", kind: VENUE, quantity: 1e400, unit: "hari" }) { position } }`;
    const found = await world.unchangedBy(async () => refusalOf(await coordinator.error(text)));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.quantity"]]);
  });

  it("several faults are named at once, each at its path", async () => {
    const found = await world.unchangedBy(() =>
      refused(coordinator, "pledgeContribution", {
        actionId: "x",
        kind: "FUNDS",
        quantity: -1,
        unit: "",
        note: " ",
        fundedById: "y",
        sources: [{ publisher: "" }, { publisher: "a", address: "b" }],
      }),
    );
    expect(found.code).toBe("BAD_USER_INPUT");
    expect(found.paths.sort()).toEqual([
      "input.actionId",
      "input.fundedById",
      "input.note",
      "input.quantity",
      "input.sources.0.publisher",
      "input.sources.1.address",
      "input.unit",
    ]);
    for (const path of found.paths) expect(found.error.message).toContain(path);
  });

  it("a part that the same organisation takes twice is refused at the second", async () => {
    const { plan, cast } = every.plans;
    const part = { organisationId: cast.owner.id, role: "FUNDING" };
    const input = await every.of("createActionPlan", { participants: [part, part] });
    const found = await world.unchangedBy(() => refused(coordinator, "createActionPlan", input));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.participants.1.role"]]);
    const twice = { planId: plan.id, organisationId: cast.lead.id, role: "IMPLEMENTING" };
    await write(coordinator, "addParticipant", twice);
    const again = await world.unchangedBy(() => refused(coordinator, "addParticipant", twice));
    expect([again.code, again.paths]).toEqual(["BAD_USER_INPUT", ["input.role"]]);
  });

  it.each([
    ["createOrganisation", "key"],
    ["createProgramme", "key"],
    ["createArea", "key"],
    ["createIndicator", "key"],
  ])("a key that another has is refused by %s at input.%s", async (mutation) => {
    const client = await every.clientFor(mutation);
    const input = await every.of(mutation, { key: world.unique("taken") });
    await write(client, mutation, input);
    const found = await world.unchangedBy(() => refused(client, mutation, input));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.key"]]);
  });

  it("a text in every script, and of the full length, is taken as it is", async () => {
    const title = `Pèpès 🐟 ${"漢".repeat(292)}`.slice(0, 300);
    const { id } = await write(coordinator, "addAction", {
      planId: every.plans.plan.id,
      title,
      stage: "MARKETING",
    });
    const { action: found } = await coordinator.data<{ action: { title: string } }>(
      "query ($id: ID!) { action(id: $id) { title } }",
      { id } as never,
    );
    expect(found.title).toBe(title);
  });
});
