import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { recordedTables } from "../../src/ledger/index.js";
import { type CheckedClient, positionOf, refusalOf } from "../testkit/hub/checked-client.js";
import { TestHub } from "../testkit/hub/index.js";
import { inputFieldsOf, mutationNames, write } from "../testkit/mutations/documents.js";
import { EveryMutation } from "../testkit/mutations/every-mutation.js";
import { openLedger } from "../testkit/postgres/sessions.js";
import { SeededRandom } from "../testkit/random/seeded-random.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { readPools } from "../testkit/random-documents/pools.js";
import { newId, World } from "../testkit/world/world.js";
import { Probes } from "./hidden/probes.js";
import { roomy } from "./hidden/two-hubs.js";

// A query as of an earlier position gives what it gave then: the same questions are asked while every
// mutation is done in a drawn order, and once more of each of those positions when all is over.
// TEST_SEED=<seed> repeats a run; TEST_ROUNDS=<n> records at more positions, and asks all questions.
const rounds = Number(process.env.TEST_ROUNDS ?? 2);
const isLong = rounds > 2;

const timeoutMs = 600_000;

/** The answers to all questions at one position, by viewer. */
interface Recorded {
  position: number;
  answers: Map<string, string[]>;
}

let world: World;
let every: EveryMutation;
let questions: string[];
let viewers: Record<string, CheckedClient>;
const recorded: Recorded[] = [];

const chance = new SeededRandom(seed);

/** Everybody of the world's organisations, who sees what any of them sees. */
async function everybody(): Promise<CheckedClient> {
  const { rows } = await world.hub.sql.query<{ id: string }>(
    "select id from organisation order by id",
  );
  return world.joint(...rows.map(({ id }) => id));
}

/** Some fields of the rows of every list, every order and conditions: all of them in a long run. */
async function drawnQuestions(): Promise<string[]> {
  const probes = new Probes(chance, await readPools(world.hub.database.url));
  const all = [
    ...some(probes.parts(5), 10),
    ...some(probes.orders(), 4),
    ...some(probes.filters(0), 4),
  ];
  return all.map((one) => `{ ${one} }`);
}

const some = (among: readonly string[], most: number): string[] => {
  if (isLong) return [...among];
  const left = [...among];
  return Array.from({ length: most }, () => left.splice(chance.below(left.length), 1)).flat();
};

const asOf = (question: string, position: number): string =>
  `query @asOf(position: ${position}) ${question}`;

async function record(): Promise<void> {
  const position = await positionOf(world.visitor());
  const answers = new Map<string, string[]>();
  for (const [name, viewer] of Object.entries(viewers)) {
    const given: string[] = [];
    for (const question of questions) given.push(await answerOf(viewer, question, position));
    answers.set(name, given);
  }
  recorded.push({ position, answers });
}

/** The data of an answer, which must be of this position. */
async function answerOf(viewer: CheckedClient, question: string, position: number) {
  const { data, errors, extensions } = await viewer.ask(question);
  expect({ question, errors }).toEqual({ question, errors: undefined });
  expect(extensions?.position).toBe(position);
  return JSON.stringify(data);
}

function difference(question: string, then: string, asked: string): string | undefined {
  if (then === asked) return undefined;
  const at = [...then].findIndex((character, place) => character !== asked[place]);
  const part = (text: string) => text.slice(Math.max(0, at - 150), at + 60);
  return `${question.slice(0, 120)}\n${part(then)}\n${part(asked)}`;
}

/** Does a mutation on something of its own, or on what is there. */
async function doOne(mutation: string): Promise<void> {
  const isNamed = inputFieldsOf(mutation).some(({ name }) => name === "id");
  const input = { ...(isNamed ? { id: newId() } : {}), ...(await every.of(mutation)) };
  await write(await every.clientFor(mutation), mutation, input);
}

beforeAll(async () => {
  world = new World(await TestHub.start("regions", roomy));
  every = await EveryMutation.make(world);
  for (const mutation of mutationNames) await doOne(mutation);
  viewers = { "one who sees all": await everybody(), "the operator": await world.operator };
  questions = await drawnQuestions();
  const left = mutationNames.map((name) => ({ name, at: chance.below(1_000_000) }));
  const drawn = left.sort((one, other) => one.at - other.at).map(({ name }) => name);
  const part = Math.ceil(drawn.length / rounds);
  for (let round = 0; round < rounds; round += 1) {
    await record();
    for (const mutation of drawn.slice(round * part, (round + 1) * part)) await doOne(mutation);
  }
}, timeoutMs);
afterAll(() => world.stop());

/** Tables whose rows no line describes one by one: they are read as they are now. */
const timeless = {
  change: "read up to the position",
  export_lease: "not in the graph",
  ledger_head: "the ledger's own",
  rate_limit: "not in the graph",
  schema_migration: "not in the graph",
  region: "reference data, loaded whole",
  region_code: "reference data, loaded whole",
};

describe(`As of an earlier position (TEST_SEED=${seed} TEST_ROUNDS=${rounds})`, () => {
  it.each(["one who sees all", "the operator"])(
    "%s is given what was given then",
    async (name) => {
      const viewer = viewers[name] as CheckedClient;
      const found: string[] = [];
      let compared = 0;
      for (const { position, answers } of recorded) {
        for (const [place, question] of questions.entries()) {
          const asked = await viewer.ask(asOf(question, position));
          // All nouns in one document are more than one statement reads twice.
          if (asked.errors?.[0]?.extensions.code === "QUERY_TOO_COMPLEX") continue;
          expect({ question, errors: asked.errors }).toEqual({ question, errors: undefined });
          expect(asked.extensions?.position).toBe(position);
          const then = answers.get(name)?.[place] ?? "";
          const differs = difference(question, then, JSON.stringify(asked.data));
          if (differs) found.push(differs);
          compared += 1;
        }
      }
      expect(found).toEqual([]);
      expect(compared).toBeGreaterThan(questions.length);
    },
    timeoutMs,
  );

  it("what is hidden since is absent, in lists, sums, groups and history", async () => {
    const visitor = world.visitor();
    const before = await positionOf(visitor);
    const { lead, giver } = every.plans.cast;
    const plan = await world.activePlan(every.plans.programme, lead, {
      participants: [{ organisationId: giver.id, role: "FUNDING" }],
    });
    const action = await world.action(lead, plan);
    await world.pledge(giver, action, { amount: "987654321" });
    await world.report(lead, action);
    const shown = await positionOf(visitor);
    const then = await hideableAt(visitor, shown);
    const was = await hideableAt(visitor, before);
    expect(then).not.toEqual(was);
    const { version } = await world.seen("action_plan", plan.id);
    await write(await world.member(lead, "COORDINATOR"), "updateActionPlan", {
      id: plan.id,
      expectedVersion: version,
      visibility: "ORGANISATION",
    });
    expect(await hideableAt(visitor, shown)).toEqual(was);
    const member = await world.member(lead, "VIEWER");
    const seen = await hideableAt(member, shown);
    expect(seen.actionPlans.totalCount).toBeGreaterThan(0);
    expect(JSON.stringify(seen)).toContain("987654321");
  });

  it("reads every table as it stood, or is known to read it as it is", async () => {
    const { orm, close } = await openLedger(world.hub.database.url);
    const recordedNames = [...recordedTables(orm).keys()];
    await close();
    const { rows } = await world.hub.sql.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    );
    const names = [...recordedNames, ...Object.keys(timeless)];
    expect(names.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  });

  it.each([
    ["a position that is not there yet", 9_000_000, "BAD_USER_INPUT"],
    ["a position whose changes are no longer retained", 3, "CURSOR_EXPIRED"],
  ])("refuses %s", async (_, position, code) => {
    await world.hub.sql.query("update ledger_head set retained_from = 5");
    const { error } = refusalOf(
      await world.visitor().error(asOf("{ organisations { totalCount } }", position)),
    );
    await world.hub.sql.query("update ledger_head set retained_from = 0");
    expect(error.extensions.code).toBe(code);
  });

  it("names what cannot be read so, and is refused on a mutation", async () => {
    const error = async (document: string) =>
      refusalOf(await world.visitor().error(document)).error.message;
    expect(await error("query @asOf(position: 9) { __schema { types { name } } }")).toMatch(
      /Query.__schema: cannot be read as of an earlier position/,
    );
    expect(await error("mutation @asOf(position: 9) { __typename }")).toMatch(
      /"@asOf" may not be used on MUTATION/,
    );
  });

  it("reads what stands now without a position", async () => {
    const document = "query ($at: Position) @asOf(position: $at) { organisations { totalCount } }";
    const { data, extensions } = await world.visitor().ask(document, { at: null });
    expect(data).toEqual(await world.visitor().data("{ organisations { totalCount } }"));
    expect(extensions?.position).toBe(await positionOf(world.visitor()));
  });
});

/** What a visitor is shown of plans, and of what is counted and summed over them. */
const hideable = `{
  actionPlans(first: 200) { totalCount nodes { id title progress } }
  actions(first: 200) { totalCount nodes { id progress isOverdue hasContribution } groups(by: [STATUS]) { nodes { measures { count } } } }
  contributions(first: 200) { totalCount nodes { amount } }
  programmes(first: 200) { nodes { id money { given { total } paid } } }
  money(part: ALL) { given { total } reached { total } }
}`;
const hideableChanges = `{
  changes(where: { entity: { in: ["ActionPlan", "Action", "Contribution"] } }, last: 200) { totalCount nodes { entityId } }
}`;

/** What a viewer is shown of these as of a position. */
async function hideableAt(viewer: CheckedClient, position: number) {
  const things = await viewer.data<{ actionPlans: { totalCount: number } }>(
    asOf(hideable, position),
  );
  return { ...things, ...(await viewer.data(asOf(hideableChanges, position))) };
}
