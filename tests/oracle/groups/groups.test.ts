import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { GraphqlClient, type TestDatabase, TestHub } from "../../testkit/hub/index.js";
import { SeededRandom } from "../../testkit/random/seeded-random.js";
import { testSeed as seed } from "../../testkit/random/test-seed.js";
import { makeOracleDatabase } from "../database.js";
import { readViewers } from "../viewers.js";
import { makeHiddenScene } from "./hidden-scene.js";
import { mutants, type Together } from "./mutants.js";
import { answerTo, documentOf, drawQuestion, type Question, rowsOf } from "./question.js";
import type { SlowDimension } from "./slow/dimensions.js";
import { isSame, measured, slowGroups } from "./slow/groups.js";
import { nouns } from "./slow/nouns.js";
import { Seen } from "./slow/seen.js";
import type { Json, Row } from "./slow/values.js";
import { faultsOfSums } from "./sums.js";

// Every aggregate is right under visibility: random viewers ask random questions about every list with a
// dimension or a measure of the domain, and a slow count over what they can list says the same.
// TEST_SEED=<seed> repeats a run, TEST_RUNS asks more (`npm run groups`).
const questions = Number(process.env.TEST_RUNS ?? 24);

/** Dimensions by which no group has so many rows that a wrong value in one of them is lost. */
const separating = ["regency", "indicator", "plan"];

/** One viewer, on both read paths, with what they list. */
interface Viewer {
  name: string;
  paths: Record<string, GraphqlClient>;
  seen: Seen;
  rows: Map<string, Row[]>;
}

/** What was asked of a viewer, and the rows that they list for it. */
interface View {
  viewer: Viewer;
  question: Question;
  rows: readonly Row[];
}

let database: TestDatabase;
let hubs: Record<string, TestHub>;
let viewers: Viewer[];
const views: View[] = [];
const draw = new SeededRandom(seed);

async function viewersOf(keys: readonly string[]): Promise<Viewer[]> {
  const headers = await readViewers(database.url, keys);
  const names = Object.keys(headers).filter((name) => name !== "with a broken token");
  const drawn = ["visitor", draw.pick(names), draw.pick(names)];
  const { insider, outsider } = await makeHiddenScene(hubs.planned as TestHub);
  const asking: Record<string, Record<string, string>> = {
    ...Object.fromEntries(drawn.map((name) => [name, headers[name] ?? {}])),
    ...{ "an organisation that takes part": insider.sent, "an invited one": outsider.sent },
  };
  return Promise.all(Object.entries(asking).map(([name, sent]) => viewerOf(name, sent)));
}

async function viewerOf(name: string, sent: Record<string, string>): Promise<Viewer> {
  const paths = Object.fromEntries(
    Object.entries(hubs).map(([path, { url }]) => [path, new GraphqlClient(url, sent)]),
  );
  return { name, paths, seen: await Seen.by(paths.planned as GraphqlClient), rows: new Map() };
}

/** The rows of a list that a viewer sees. */
async function listedBy(viewer: Viewer, noun: string, where: object): Promise<Row[]> {
  const key = `${noun} ${JSON.stringify(where)}`;
  const rows =
    viewer.rows.get(key) ?? (await rowsOf(viewer.paths.planned as GraphqlClient, noun, where));
  viewer.rows.set(key, rows);
  return rows;
}

beforeAll(async () => {
  const made = await makeOracleDatabase();
  database = made.database;
  // On a busy machine a statement may take long: this test is about values only.
  const unhurried = { STATEMENT_TIMEOUT_MS: "60000", VISITOR_STATEMENT_TIMEOUT_MS: "60000" };
  const start = (PLANNED_READS: string) =>
    TestHub.start("sample", { RESPONSE_CACHE_BYTES: "0", PLANNED_READS, ...unhurried }, database);
  hubs = { planned: await start("on"), resolved: await start("off") };
  viewers = await viewersOf(made.keys);
}, 300_000);
afterAll(async () => {
  for (const hub of Object.values(hubs ?? {})) await hub.stop();
  await database?.drop();
});

/** Where an answer and the slow count differ first. */
function differenceOf(
  given: { groups: Map<string, Json>; total: Json },
  view: View,
): object | undefined {
  const { seen } = view.viewer;
  const slow = slowGroups(view.rows, seen, view.question.asked);
  const wanted = new Map([...slow, ["total", measured(view.rows, seen, view.question.asked)]]);
  const all = new Map([...given.groups, ["total", given.total]]);
  for (const key of new Set([...wanted.keys(), ...all.keys()])) {
    const [one, other] = [all.get(key), wanted.get(key)];
    if (!isSame(one, other)) return { key, given: one, slow: other };
  }
  return undefined;
}

describe(`Groups (TEST_SEED=${seed} TEST_RUNS=${questions})`, () => {
  it(
    "are what the viewer can list, counted one by one, on both read paths",
    async () => {
      const names = Object.keys(nouns);
      for (let count = 0; count < questions; count += 1) {
        const viewer = draw.pick(viewers);
        const noun = names[count % names.length] as string;
        const question = drawQuestion(draw, noun, await listedBy(viewer, noun, {}));
        const rows = await listedBy(viewer, noun, question.where);
        const view = { viewer, question, rows };
        views.push(view);
        for (const [path, client] of Object.entries(viewer.paths)) {
          const answer = await answerTo(client, question);
          const told = {
            path,
            viewer: viewer.name,
            document: documentOf(question),
            where: question.where,
          };
          expect({ ...told, difference: differenceOf(answer, view) }).toEqual(told);
          expect(answer.totalCount).toBe(answer.groups.size);
        }
      }
    },
    60_000 + questions * 2_000,
  );

  it("give the money that the fields of totals give, and add up to it", async () => {
    for (const { name, paths } of viewers) {
      for (const [path, client] of Object.entries(paths)) {
        expect([name, path, ...(await faultsOfSums(client))]).toEqual([name, path]);
      }
    }
  });

  it.each(Object.entries(mutants))("would differ if %s", async (_, mutant) => {
    const differs: string[] = [];
    for (const [noun, { dimensions, measures }] of Object.entries(nouns)) {
      const asked = {
        by: dimensions.filter(({ name }) => separating.includes(name)),
        measures: Object.values(measures),
        distinct: dimensions[0] as SlowDimension,
      };
      const together = await listedByAll(noun);
      for (const viewer of viewers) {
        const basis = { rows: await listedBy(viewer, noun, {}), seen: viewer.seen };
        const wrong = mutant(basis, together);
        const [right, other] = [basis, wrong].map(({ rows, seen }) => [
          ...slowGroups(rows, seen, asked),
        ]);
        if (JSON.stringify(right) !== JSON.stringify(other)) differs.push(`${noun} ${viewer.name}`);
      }
    }
    expect(differs).not.toEqual([]);
  });
});

/** What all viewers list of a noun, by id. */
async function listedByAll(noun: string): Promise<Together> {
  const lists = await Promise.all(viewers.map((viewer) => listedBy(viewer, noun, {})));
  return Map.groupBy(lists.flat(), ({ id }) => String(id));
}
