import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let world: World;
let owner: Party;
let stranger: Party;
let programmeId: string;

beforeAll(async () => {
  world = await World.start();
  owner = await world.organisation();
  stranger = await world.organisation();
  programmeId = (await world.programme(owner)).id;
});
afterAll(() => world.stop());

/** The inputs of the nouns with a key that may be hidden, as one organisation makes them. */
const inputs: Record<string, (by: Party) => object> = {
  createActionPlan: (by) => ({ title: "T", programmeId, leadId: by.id, startsOn: "2024-01-01" }),
  conveneDeliberation: (by) => ({
    ...{ title: "T", kind: "LOCAL", convenerId: by.id, heldFrom: "2024-01-01" },
  }),
  createIndicator: (by) => ({
    ...{ title: { english: "T" }, unit: "PEOPLE", direction: "INCREASE", aggregation: "SUM" },
    ...{ ownerId: by.id, programmeId },
  }),
};

const payloads: Record<string, string> = {
  createActionPlan: "actionPlan",
  conveneDeliberation: "deliberation",
  createIndicator: "indicator",
};

/** The key that a noun got. */
async function keyOf(client: CheckedClient, mutation: string, input: object): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) {
    made: ${mutation}(input: $input) { noun: ${payloads[mutation]} { key } } }`;
  const { made } = await client.data<{ made: { noun: { key: string } } }>(document, { input });
  return made.noun.key;
}

describe.each(Object.keys(inputs))("A key of %s", (mutation) => {
  const input = (by: Party, more: object) => ({ ...inputs[mutation]?.(by), ...more });

  it("tells nobody of a hidden thing that has it: taken and free are answered alike", async () => {
    const [taken, free] = [world.unique("kunci"), world.unique("kunci")];
    const mine = newId();
    const others = await world.member(stranger, "COORDINATOR");
    const hidden = await keyOf(others, mutation, input(stranger, { id: mine, key: taken }));
    expect(hidden).toBe(`${taken}-${mine.slice(-8)}`);
    const attacker = await world.organisation();
    const client = await world.member(attacker, "COORDINATOR");
    for (const key of [taken, free, hidden]) {
      const id = newId();
      const found = await keyOf(client, mutation, input(attacker, { id, key }));
      expect(found).toBe(`${key}-${id.slice(-8)}`);
    }
  });

  it("is never refused, also where the end of the id is taken with it", async () => {
    const client = await world.member(stranger, "COORDINATOR");
    const [one, other] = [newId(), newId()];
    const same = `${other.slice(0, -8)}${one.slice(-8)}`;
    const key = world.unique("kunci");
    await keyOf(client, mutation, input(stranger, { id: one, key }));
    const found = await keyOf(client, mutation, input(stranger, { id: same, key }));
    expect(found).toBe(`${key}-${same.replaceAll("-", "")}`);
  });
});

describe("A key of what everybody sees", () => {
  it("is the requested one, or is taken", async () => {
    const client = await world.member(owner, "COORDINATOR");
    const key = world.unique("kunci");
    const input = { ...inputs.createIndicator?.(owner), key };
    expect(await keyOf(client, "createIndicator", input)).toBe(key);
    const found = await refused(client, "createIndicator", input);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.key"]]);
  });

  it("is the operator's to choose", async () => {
    const operator = await world.operator;
    const email = "operator@rembuk.example";
    const role = { organisationId: owner.id, email, role: "COORDINATOR" };
    await write(operator, "addMember", role);
    const key = world.unique("kunci");
    const input = { ...inputs.createActionPlan?.(owner), key };
    expect(await keyOf(operator, "createActionPlan", input)).toBe(key);
    expect((await refused(operator, "createActionPlan", input)).paths).toEqual(["input.key"]);
  });
});
