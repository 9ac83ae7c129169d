import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import pg from "pg";
import { allNouns } from "../../src/reading/index.js";
import { type CheckedClient, positionOf } from "../testkit/hub/checked-client.js";
import { schema, subscribe, TestHub } from "../testkit/hub/index.js";
import { asSuperuser } from "../testkit/postgres/sessions.js";
import { SeededRandom } from "../testkit/random/seeded-random.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { readPools } from "../testkit/random-documents/pools.js";
import { World } from "../testkit/world/world.js";
import { HiddenWrites } from "./hidden/hidden-writes.js";
import { Probes } from "./hidden/probes.js";
import { roomy } from "./hidden/two-hubs.js";

// What is written out of sight changes nothing of what is seen: the same questions before and after. It
// complements hidden-rows.test.ts, which compares reads and so does not see what a use case makes of hidden
// rows and stores: a progress, a version, a line of the history. TEST_SEED=<seed> repeats a run;
// `npm run leaks` runs more rounds.
const rounds = Number(process.env.TEST_ROUNDS ?? 1);

/** Some hundred requests are one test; a loaded machine takes minutes for them. */
const timeoutMs = 600_000;

/** Every field that SQL makes, with its noun. */
const derived = allNouns().flatMap(({ name, fields }) =>
  [...fields.values()]
    .filter(({ type }) => ["derived", "derivedRows", "formula"].includes(type))
    // Deliveries lie deeper than a question goes, and no write out of sight makes one: see tests/webhooks.
    .filter(() => name !== "WebhookDelivery")
    .map((field): [noun: string, field: string] => [name, field.name]),
);
const derivedNames = [...new Set(derived.map(([, name]) => name))];

let world: World;
let writes: HiddenWrites;
let questions: string[];
let viewers: Record<string, CheckedClient>;

beforeAll(async () => {
  world = new World(await TestHub.start("sample", roomy));
  const uninvolved = await world.organisation("NGO");
  viewers = {
    "a visitor": world.visitor(),
    "a coordinator who takes no part": await world.member(uninvolved, "COORDINATOR"),
  };
  writes = await HiddenWrites.make(world, { share: rounds > 1 ? 1 : 3, from: seed });
  await writes.findOut(Object.values(viewers));
  questions = await drawnQuestions();
}, timeoutMs);
afterAll(() => world.stop());

/** Every field of every list, every order, filters on derived values and on values that hidden rows have. */
async function drawnQuestions(): Promise<string[]> {
  const probes = new Probes(new SeededRandom(seed), await readPools(world.hub.database.url));
  const together = (selections: readonly string[]) =>
    Array.from({ length: Math.ceil(selections.length / 8) }, (_, at) =>
      selections
        .slice(8 * at, 8 * at + 8)
        .map((one, place) => `r${place}: ${one}`)
        .join("\n"),
    );
  const history =
    "changes(last: 200) { totalCount nodes { position at kind operation entity entityId fields { name before after } } }";
  const all = [...probes.rows(), history];
  const filters = probes.filters(0);
  const onDerived = filters.filter((one) =>
    derivedNames.some((name) => one.includes(`{ ${name}: `)),
  );
  const more = [...some(probes.orders()), ...onDerived, ...some(filters)];
  return [...all, ...together(more)].map((one) => `{ ${one} }`);
}

/** As many as a short run asks, spread over all; a long one asks all. */
const some = (questions: readonly string[]): string[] =>
  questions.filter((_, at) => rounds > 1 || at % Math.ceil(questions.length / 20) === 0);

/** The answers to all questions, and the tables as files. */
async function seenBy(client: CheckedClient): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const question of questions) {
    const { data, errors } = await client.ask(question);
    expect({ question, errors }).toEqual({ question, errors: undefined });
    seen.set(question, JSON.stringify(data));
  }
  for (const name of ["enterprise-groups", "measurements", "group-measurements"]) {
    const response = await fetch(new URL(`/tables/${name}.csv`, world.hub.url));
    seen.set(name, await response.text());
  }
  return seen;
}

/** The questions whose answers differ, with the first differing part. */
function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...before].flatMap(([question, answer]) => {
    const other = after.get(question) ?? "";
    if (answer === other) return [];
    const at = [...answer].findIndex((character, place) => character !== other[place]);
    const part = (text: string) => text.slice(Math.max(0, at - 150), at + 60);
    return [`${question.slice(0, 200)}\n${part(answer)}\n${part(other)}`];
  });
}

/** Runs a statement behind the hub, as a fault of a use case would have. */
async function fault(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: asSuperuser(world.hub.database.url) });
  await client.connect();
  await client.query(`begin; set local session_replication_role = replica; ${statement}; commit`);
  await client.end();
}

/** Public actions that nobody reports on: a report on one whose version rose would be refused. */
const shown =
  "select a.id from action a join action_plan p on p.id = a.plan_id where p.visibility = 'PUBLIC' and a.id not in (select action_id from progress_update)";

/** What a use case would do that let hidden rows decide what others see. */
const faults = {
  "nothing at all": "select 1",
  "progress from a hidden report": `update action set progress = progress + 1 where id in (${shown})`,
  "a version that rose": `update action set version = version + 1 where id in (${shown})`,
  "a line of the history": `select ledger_append(array[format(
    '{"at":"2026-11-30T00:00:00.000Z","actor":"hub","operation":"updateAction","entity":"Action","entityId":"%s","kind":"UPDATED","diff":{}}', (${shown} limit 1))])`,
  "a row that came into sight":
    "update action_plan set visibility = 'PUBLIC' where visibility = 'PARTICIPANTS'",
};

describe(`What is written out of sight (TEST_SEED=${seed} TEST_ROUNDS=${rounds})`, () => {
  it("is of the kinds that can be hidden", () => {
    const some = [
      "reportProgress",
      "pledgeContribution",
      "createActionPlan",
      "conveneDeliberation",
    ];
    expect(writes.names).toEqual(expect.arrayContaining(some));
    expect(writes.names.length).toBeGreaterThan(rounds > 1 ? 40 : 12);
  });

  it("is asked for by every derived field", () => {
    const asked = new Set<string>();
    const types = new TypeInfo(schema);
    for (const question of questions) {
      const field = () => asked.add(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`);
      visit(parse(question), visitWithTypeInfo(types, { Field: () => void field() }));
    }
    expect(derived.map((one) => one.join(".")).filter((field) => !asked.has(field))).toEqual([]);
  });

  it.each(Array.from({ length: rounds }, (_, at) => at))(
    "changes no answer, round %s",
    async (round) => {
      const prepared = await writes.prepared(new SeededRandom(seed + round));
      const before = new Map<string, Map<string, string>>();
      for (const [name, client] of Object.entries(viewers)) before.set(name, await seenBy(client));
      const position = await positionOf(world.visitor());
      for (const one of prepared) await writes.send(one);
      for (const [name, client] of Object.entries(viewers)) {
        expect(differences(before.get(name) ?? new Map(), await seenBy(client))).toEqual([]);
      }
      await world.organisation("NGO");
      const document = "subscription ($after: Position) { changes(after: $after) { operation } }";
      const stream = subscribe(world.hub.socket(), document, { after: position });
      expect((await stream.next()).data).toEqual({ changes: { operation: "createOrganisation" } });
      await stream.stop();
    },
    timeoutMs,
  );

  it(
    "would be noticed where it does",
    async () => {
      const visitor = world.visitor();
      // A cached answer stands until the ledger has a change of a table that it read.
      const mutants = Object.entries(faults);
      const prepared = [];
      for (const _ of mutants)
        prepared.push(await writes.prepared(new SeededRandom(seed), "reportProgress"));
      let before = await seenBy(visitor);
      const unnoticed: string[] = [];
      for (const [at, [name, statement]] of mutants.entries()) {
        await fault(statement);
        for (const one of prepared[at] ?? []) await writes.send(one);
        const after = await seenBy(visitor);
        if (differences(before, after).length === 0) unnoticed.push(name);
        before = after;
      }
      expect(unnoticed).toEqual(["nothing at all"]);
    },
    timeoutMs,
  );
});
