import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ExpectedSubjects } from "../../src/reading/planned/expected-subjects.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";
import { StatementLog } from "./query-plans.js";

const ear = new StatementLog();
let world: World;
let lead: Party;
let plan: Written;
let action: Written;
let visitor: CheckedClient;

beforeAll(async () => {
  world = await World.start({ RESPONSE_CACHE_BYTES: "0" });
  lead = await world.organisation("REGIONAL_GOVERNMENT");
  plan = await world.activePlan(await world.programme(lead), lead);
  action = await world.action(lead, plan);
  visitor = world.visitor();
  ear.begin();
});
afterAll(async () => {
  ear.end();
  await world.stop();
});

const history = `query ($plan: ID!) { changes(where: { plan: { eq: $plan } }, last: 50) {
  nodes { position entity kind entityId fields { name before after } } } }`;

interface History {
  changes: { nodes: { entity: string }[] };
}

/** The plan's history, and the lengths of the statements that gave it. */
async function asked(client: CheckedClient, document = history) {
  let data: History | undefined;
  const sent = await ear.during("change", async () => {
    data = await client.data<History>(document, { plan: plan.id } as never);
  });
  const planned = sent.filter(({ text }) => text.startsWith("select (select position"));
  return { data, lengths: planned.map(({ text }) => text.length) };
}

/** The same by the rules of all nouns: a document that was not asked before is answered by them. */
const byAllRules = (client: CheckedClient) => asked(client, `# ${newId()}\n${history}`);

describe("The history of a plan", () => {
  it("is read by the rules of all nouns once, and then by those of the nouns that it is of", async () => {
    const first = await asked(visitor);
    expect(first.lengths).toHaveLength(1);
    for (let run = 0; run < 4; run += 1) expect((await asked(visitor)).data).toEqual(first.data);
    const { data, lengths } = await asked(visitor);
    expect(data).toEqual(first.data);
    expect(lengths).toHaveLength(1);
    expect((lengths[0] ?? 0) * 2).toBeLessThan(first.lengths[0] ?? 0);
  });

  it("shows a line of a noun that was not in it before, by another statement", async () => {
    const writer = await world.member(lead, "VIEWER");
    await write(writer, "addComment", { id: newId(), actionId: action.id, body: "Kapan mulai?" });
    const found = await asked(visitor);
    expect(found.lengths.length).toBeGreaterThan(1);
    expect(found.data?.changes.nodes.at(-1)?.entity).toBe("Comment");
    expect(found.data).toEqual((await byAllRules(visitor)).data);
    const again = await asked(visitor);
    expect(again.lengths).toHaveLength(1);
    expect(again.data).toEqual(found.data);
  });

  it("hides what it hides by the rules of all nouns, from each viewer", async () => {
    const within = await world.member(lead, "VIEWER");
    const before = (await asked(visitor)).data?.changes.nodes.length;
    await world.pledge(lead, action, { visibility: "PARTICIPANTS" });
    for (let run = 0; run < 4; run += 1) await asked(within);
    const hidden = (await asked(visitor)).data;
    expect(hidden?.changes.nodes).toHaveLength(before ?? 0);
    expect(hidden).toEqual((await byAllRules(visitor)).data);
    const shown = (await asked(within)).data;
    expect(shown?.changes.nodes.map(({ entity }) => entity)).toContain("Contribution");
    expect(shown).toEqual((await byAllRules(within)).data);
  });
});

describe("A noun of which an operation meets lines", () => {
  it("is expected at once by one that has hardly run", () => {
    const subjects = new ExpectedSubjects();
    expect([...subjects.forRun()]).toEqual([]);
    expect(subjects.miss("Action")).toBe(true);
    expect([...subjects.forRun()]).toEqual(["Action"]);
  });

  it("is not expected while fewer than one run in ten meets it", () => {
    const subjects = new ExpectedSubjects();
    for (let run = 0; run < 100; run += 1) subjects.forRun();
    const misses = Array.from({ length: 10 }, () => subjects.miss("Comment"));
    expect(misses).toEqual([...Array<boolean>(9).fill(false), true]);
    expect([...subjects.forRun()]).toEqual(["Comment"]);
  });
});
