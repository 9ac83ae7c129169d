import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { applyPatch, type Operation } from "rfc6902";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { type Watch, watch } from "../testkit/live/live-world.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { SeededRandom } from "../testkit/random/seeded-random.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { readCounts } from "../testkit/reading/read-counts.js";
import { type Party, World } from "../testkit/world/world.js";

interface Plan {
  title: string;
  actions: { nodes: { title: string; status: string }[] };
}

interface LivePlan {
  position: number;
  changed: string[];
  answer: { actionPlan: Plan | null } | null;
  patch?: Operation[] | null;
}

const selection = "actionPlan(id: $id) { title actions(first: 20) { nodes { title status } } }";
const ofPlan = `subscription ($id: ID!) { live { position changed answer { ${selection} } } }`;
const patches = `subscription ($id: ID!) {
  live(updates: PATCH) { position changed patch answer { ${selection} } } }`;

let world: World;
let lead: Party;
let programme: Written;
let coordinator: CheckedClient;
const streams: Watch<LivePlan>[] = [];

beforeAll(async () => {
  world = await World.start({ RATE_LIMIT_VISITOR: "0", RATE_LIMIT_CREDENTIAL: "0" });
  lead = await world.organisation();
  programme = await world.programme(lead);
  coordinator = await world.member(lead, "COORDINATOR");
});
afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.stop();
});
afterAll(() => world.stop());

const socketOf = ({ sent }: CheckedClient) =>
  world.hub.socket(sent.authorization?.replace("Bearer ", ""));

function open(variables: object, document = ofPlan, client = world.visitor()): Watch<LivePlan> {
  const stream = watch<LivePlan>(socketOf(client), { ...variables }, document);
  streams.push(stream);
  return stream;
}

const newPlan = () => world.plan(programme, lead);
const newAction = (plan: Written, title: string) => world.action(lead, plan, { title });
const retitle = ({ id, version }: Written, title: string) =>
  write(coordinator, "updateAction", { id, expectedVersion: version, title });

/** The reads by statements of this process so far. */
const reads = async () => (await readCounts(world.hub)).planned ?? 0;

const titlesOf = ({ answer }: LivePlan) =>
  answer?.actionPlan?.actions.nodes.map((one) => one.title);

describe("A live query", () => {
  it("gives its answer, and another with what differs once something of it has changed", async () => {
    const plan = await newPlan();
    const stream = open({ id: plan.id });
    const first = await stream.next();
    expect([first.changed, titlesOf(first)]).toEqual([[], []]);
    expect(first.position).toBeGreaterThanOrEqual(plan.position);
    const action = await newAction(plan, "Satu");
    const second = await stream.next();
    expect([titlesOf(second), second.position]).toEqual([["Satu"], action.position]);
    expect(second.changed).toEqual(["/actionPlan/actions/nodes/-"]);
    await retitle(action, "Dua");
    const third = await stream.next();
    expect([titlesOf(third), third.changed]).toEqual([
      ["Dua"],
      ["/actionPlan/actions/nodes/0/title"],
    ]);
  });

  it("is not read for a write to another plan, nor sent where its answer is the same", async () => {
    const [plan, other] = [await newPlan(), await newPlan()];
    const action = await newAction(plan, "Satu");
    const stream = open({ id: plan.id });
    await stream.next();
    const before = await reads();
    await newAction(other, "Lain");
    const described = { id: action.id, expectedVersion: action.version, description: "Lain" };
    const { version } = await write(coordinator, "updateAction", described);
    await retitle({ ...action, version }, "Dua");
    const next = await stream.next();
    expect([titlesOf(next), next.changed]).toEqual([
      ["Dua"],
      ["/actionPlan/actions/nodes/0/title"],
    ]);
    // One for the description and one for the title, or one for both; none for the other plan.
    expect((await reads()) - before).toBeLessThanOrEqual(2);
  });

  it("is read once for equal subscribers", async () => {
    const plan = await newPlan();
    const all = Array.from({ length: 15 }, () => open({ id: plan.id }));
    for (const stream of all) await stream.next();
    const before = await reads();
    await newAction(plan, "Bersama");
    for (const stream of all) expect(titlesOf(await stream.next())).toEqual(["Bersama"]);
    expect((await reads()) - before).toBe(1);
  });

  it("never shows what the viewer may not see, and shows what comes into sight", async () => {
    const plan = await world.plan(programme, lead, { visibility: "PARTICIPANTS" });
    const [theirs, mine] = [open({ id: plan.id }), open({ id: plan.id }, ofPlan, coordinator)];
    expect((await theirs.next()).answer).toEqual({ actionPlan: null });
    await mine.next();
    await newAction(plan, "Rahasia");
    expect(titlesOf(await mine.next())).toEqual(["Rahasia"]);
    const { rows } = await world.hub.sql.query("select version from action_plan where id = $1", [
      plan.id,
    ]);
    await write(coordinator, "updateActionPlan", {
      ...{ id: plan.id, expectedVersion: rows[0].version, visibility: "PUBLIC" },
    });
    expect(titlesOf(await theirs.next())).toEqual(["Rahasia"]);
  });

  it("ends when the viewer's access changes", async () => {
    const plan = await newPlan();
    const email = `${world.unique("orang")}@rembuk.example`;
    const member = { organisationId: lead.id, email, role: "VIEWER" };
    const { id, version } = await write(await world.operator, "addMember", member);
    const stream = open({ id: plan.id }, ofPlan, await world.as(email));
    await stream.next();
    await write(await world.operator, "removeMember", { id, expectedVersion: version });
    expect(await stream.refusal()).toMatchObject({ code: "FORBIDDEN" });
    await stream.ended();
  });

  it("may use aliases, fragments, variables and conditions as any document does", async () => {
    const plan = await newPlan();
    await newAction(plan, "Satu");
    const document = `subscription ($id: ID!, $first: Int = 1, $no: Boolean = false) {
      mine: live { __typename position data: answer { ...Root more: actionPlans(first: 1) @include(if: $no) { totalCount } } } }
      fragment Root on Query { plan: actionPlan(id: $id) { actions(first: $first) { nodes { title } } } }`;
    const stream = open({ id: plan.id }, document);
    const { position, ...rest } = await stream.next();
    expect(position).toBeGreaterThan(0);
    expect(rest).toEqual({
      __typename: "LiveAnswer",
      data: { plan: { actions: { nodes: [{ title: "Satu" }] } } },
    });
  });
});

describe("A live query with patches", () => {
  it("sends those where they are smaller, and they make the whole answer", async () => {
    const chance = new SeededRandom(seed);
    const plan = await newPlan();
    const actions = [await newAction(plan, "Awal 1"), await newAction(plan, "Awal 2")];
    const [patched, whole] = [open({ id: plan.id }, patches), open({ id: plan.id })];
    const first = await patched.next();
    let known: unknown = first.answer;
    expect(known).toEqual((await whole.next()).answer);
    let sent = 0;
    for (let turn = 0; turn < 25; turn += 1) {
      const at = chance.below(actions.length + 1);
      const action = actions[at];
      if (action) actions[at] = await retitle(action, `Judul ${turn} ${chance.below(1000)}`);
      else actions.push(await newAction(plan, `Baru ${turn}`));
      const position = actions[at]?.position ?? 0;
      const steps = await patched.upTo(position);
      for (const { patch, answer, changed } of steps) {
        expect(changed.length).toBeGreaterThan(0);
        expect([patch, answer].filter((one) => one === null)).toHaveLength(1);
        if (patch) {
          sent += 1;
          expect([...new Set(patch.map(({ path }) => path))]).toEqual(changed);
          expect(applyPatch(known, patch).filter(Boolean)).toEqual([]);
        } else known = answer;
      }
      expect(known).toEqual((await whole.upTo(position)).at(-1)?.answer);
    }
    expect(sent).toBeGreaterThan(10);
  });
});

describe("A live query is refused at its start", () => {
  const refusalOf = (document: string, variables: object = {}) =>
    open(variables, document).refusal();

  it("where one statement cannot answer it, with the field", async () => {
    const refused = {
      "Query.__schema": "__schema { types { name } }",
      "View.result": "views(first: 1) { nodes { result { totalCount } } }",
    };
    for (const [field, inner] of Object.entries(refused)) {
      const refusal = await refusalOf(`subscription { live { answer { ${inner} } } }`);
      expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "answer" }] });
      expect(refusal.fields?.[0]?.message).toContain(field);
    }
  });

  it("where it selects no answer, or two", async () => {
    const two = "a: answer { viewer { kind } } b: answer { viewer { kind } }";
    for (const inner of ["position", two]) {
      expect(await refusalOf(`subscription { live { ${inner} } }`)).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: "answer" }],
      });
    }
  });

  it("where it takes patches and does not select them", async () => {
    const document =
      "subscription { live(updates: PATCH) { answer { actionPlans(first: 1) { totalCount } } } }";
    expect(await refusalOf(document)).toMatchObject({ fields: [{ path: "updates" }] });
  });

  it("for what a query is refused for: wrong values, and its cost", async () => {
    expect(await refusalOf(ofPlan, { id: "none" })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "id" }],
    });
    const nested =
      "actionPlans(first: 200) { nodes { actions(first: 200) { nodes { contributions(first: 200) { nodes { id } } } } } }";
    expect(await refusalOf(`subscription { live { answer { ${nested} } } }`)).toMatchObject({
      code: "QUERY_TOO_COMPLEX",
    });
  });
});

describe("A live query over Server-Sent Events", () => {
  it("sends the same answers, each with its position as its id", async () => {
    const plan = await newPlan();
    const stop = new AbortController();
    const response = await fetch(world.hub.url, {
      method: "POST",
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify({ query: ofPlan, variables: { id: plan.id } }),
      signal: stop.signal,
    });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let text = "";
    const until = async (part: string) => {
      while (!text.includes(part)) {
        text += Buffer.from((await reader.read()).value ?? []).toString();
      }
    };
    await until('"nodes":[]');
    const { position } = await newAction(plan, "Lewat SSE");
    await until("Lewat SSE");
    await until("\n\n");
    expect(text).toContain(`id: ${position}`);
    stop.abort();
  });
});
