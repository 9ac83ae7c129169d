import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { print } from "graphql";
import { addresses } from "../../src/app/access-reference/decisions.js";
import type { ShownError } from "../testkit/hub/index.js";
import { SeededRandom } from "../testkit/random/seeded-random.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { type Pools, readPools } from "../testkit/random-documents/pools.js";
import { Questions } from "../testkit/random-documents/questions.js";
import { differenceOf } from "./answers.js";
import { Probes } from "./hidden/probes.js";
import { type BareAnswer, type Requester, TwoHubs } from "./hidden/two-hubs.js";

// What a viewer may not see must decide nothing of what they are answered (rules 6 and 7 of the domain).
// A hub over all data answers as one over the viewer's part of it: by lists, ids, keys, edges, filters,
// searches, orders, totals, history, streams, tables, files, cached answers and messages. TEST_SEED=<seed> repeats
// a run, TEST_RUNS asks more: `npm run leaks` has every requester ask everything.
const shortRuns = 4;
const runs = Number(process.env.TEST_RUNS ?? shortRuns);

/** In a short run a requester asks of one list in so many: each list is asked by at least two of them. */
const shares = runs > shortRuns ? 1 : 3;
/** TEST_DATA=<seed> makes up other data. */
const dataSeed = Number(process.env.TEST_DATA ?? 1);

/** So many filters stay within what one document may make Postgres read. */
const mostRoots = 15;

let hubs: TwoHubs;
let pools: Pools;
let people: string[];

beforeAll(async () => {
  hubs = await TwoHubs.start(dataSeed);
  pools = await readPools(hubs.url);
  people = await hubs.people();
});
afterAll(() => hubs.stop());

/** Who asks, those who see most first: what the first hub caches was asked by one who may. */
const requesters: Record<string, () => Promise<Requester>> = {
  "a member of many organisations": () => hubs.person(people[0] ?? ""),
  "a coordinator of a programme's owner": () => hubs.person("coordinator@kemnaker.example"),
  "a contributor of a plan's lead": () => hubs.person("contributor@disnaker-lebak.example"),
  "an assessor of a university": () => hubs.person("assessor@ipb.example"),
  "a key that may read": () => hubs.key(0),
  "the operator": () => hubs.person("operator@rembuk.example", true),
  "a visitor": async () => hubs.visitor,
};

/** Asks one viewer's questions, and gathers those that what is hidden decides. */
class Inquiry {
  readonly told: string[] = [];
  private readonly chance = new SeededRandom(seed);
  private readonly probes = new Probes(this.chance, pools);

  constructor(private readonly requester: Requester) {}

  /** Every field of the rows of every list, or of one list in so many, from the place `from`. */
  async rows(share = 1, from = 0): Promise<void> {
    const asked = this.probes.rows().filter((_, at) => at % share === from % share);
    for (const rows of asked) await this.askTogether([rows]);
  }

  /** The same of one list after another, until so much was told. */
  async rowsUntilTold(most: number): Promise<void> {
    for (const rows of this.probes.rows()) {
      if (this.told.length >= most) return;
      await this.askTogether([rows]);
    }
  }

  async orders(): Promise<void> {
    await this.askTogether(this.some(this.probes.orders()));
  }

  async searches(): Promise<void> {
    await this.askTogether(this.probes.searches(2 * runs));
  }

  /** Filters through so many relations, on values that hidden rows have. */
  async filters(depth: number): Promise<void> {
    await this.askTogether(this.some(this.probes.filters(depth)));
  }

  async randomDocuments(): Promise<void> {
    const drawn = fc.sample(new Questions(pools, ["anybody"]), { seed, numRuns: 2 * runs });
    const plain = drawn.filter((one) => !one.operationName && !Object.keys(one.turns[0] ?? {})[0]);
    await Promise.all(
      plain.map(async ({ document }) => {
        const query = print(document);
        this.compare(query, await hubs.ask(query, this.requester));
      }),
    );
  }

  /** Files of all things, hidden ones among them. */
  async files(): Promise<void> {
    const paths = Object.values(files).flatMap((list) => this.some(list(), 5));
    await Promise.all(
      paths.map(async (path) => this.compare(path, await hubs.get(path, this.requester))),
    );
  }

  /** The last changes once more, as a stream. */
  async stream(): Promise<void> {
    const [answer] = await hubs.ask("{ changes(last: 40) { nodes { position } } }", this.requester);
    const { data } = JSON.parse(answer.text);
    const [first, ...rest] = data.changes.nodes as { position: number }[];
    const query = `subscription { changes(after: ${first?.position}) {
      position entity entityId operation fields { name before after } subject { __typename id } } }`;
    this.compare(query, await hubs.stream(query, rest.length, this.requester));
  }

  /** Different ones of these, as many as a run asks. */
  private some<T>(among: readonly T[], most = runs): T[] {
    const left = [...among];
    const taken: T[] = [];
    while (left.length > 0 && taken.length < most) {
      taken.push(...left.splice(this.chance.below(left.length), 1));
    }
    return taken;
  }

  /** Asks selections as roots of documents, several in each. */
  private async askTogether(selections: readonly string[]): Promise<void> {
    if (selections.length > mostRoots) await this.askTogether(selections.slice(mostRoots));
    const query = `{ ${selections
      .slice(0, mostRoots)
      .map((one, place) => `r${place}: ${one}`)
      .join("\n")} }`;
    const answers = await hubs.ask(query, this.requester);
    const { errors = [] } = JSON.parse(answers[0].text) as { errors?: ShownError[] };
    // Made-up data may lack what the schema promises; all else would be a fault of the question.
    const faults = errors.filter(({ extensions }) => extensions.code !== "INTERNAL_SERVER_ERROR");
    expect(faults).toEqual([]);
    this.compare(query, answers);
  }

  private compare(question: string, [whole, part]: [BareAnswer, BareAnswer]): void {
    const difference = differenceOf({ ...whole, type: null }, { ...part, type: null });
    if (!difference) return;
    const [shown, seen] = [difference.resolver, difference.planned].map((one) =>
      JSON.stringify(one)?.slice(0, 300),
    );
    this.told.push(`${question}\n${difference.path}: ${shown}; without what is hidden: ${seen}`);
  }
}

/** Lists whose rows, and values of rows, are hidden from some. */
const lists = [
  "actions",
  "contributions",
  "enterpriseGroups",
  "measurements",
  "outcomes",
  "changes",
];

/** The addresses of files by their patterns; of things that the viewer does not see too. */
const files: Record<keyof typeof addresses, () => string[]> = {
  "/minutes/": () => (pools.ids.Deliberation ?? []).map((id) => `/minutes/${id}`),
  "/files/:id": () => (pools.ids.Evidence ?? []).map((id) => `/files/${id}`),
  "/assessments/:id/workbook.xlsx": () =>
    (pools.ids.Assessment ?? []).map((id) => `/assessments/${id}/workbook.xlsx`),
  "/imports/:id/rejected.csv": () =>
    (pools.ids.Import ?? []).map((id) => `/imports/${id}/rejected.csv`),
  "/tables/:name": () =>
    ["enterprise-groups", "measurements", "group-measurements", "answers"].map(
      (name) => `/tables/${name}.csv`,
    ),
  "/lists/:file": () => lists.map((name) => `/lists/${name}.ndjson`),
  "/views/:file": () => [],
  "/exports/:file": () => (pools.ids.Export ?? []).map((id) => `/exports/${id}.csv`),
};

describe(`What is hidden decides no answer (TEST_SEED=${seed} TEST_RUNS=${runs})`, () => {
  it("is asked for at every address that sends data", () => {
    expect(Object.keys(files).toSorted()).toEqual(Object.keys(addresses).toSorted());
  });

  it.each(Object.entries(requesters).map(([name, find], place) => [name, find, place] as const))(
    "to %s",
    async (_, find, place) => {
      const requester = await find();
      await hubs.showTo(requester);
      const inquiry = new Inquiry(requester);
      await inquiry.rows(shares, place);
      await inquiry.orders();
      await inquiry.searches();
      for (const depth of [0, 1, 2, 3]) await inquiry.filters(depth);
      await inquiry.randomDocuments();
      await inquiry.files();
      await inquiry.stream();
      expect(inquiry.told).toEqual([]);
    },
  );

  it("and is noticed where it does", async () => {
    const member = await hubs.person("coordinator@kemnaker.example");
    await hubs.showTo(hubs.visitor);
    const inquiry = new Inquiry(member);
    await inquiry.rowsUntilTold(6);
    expect(inquiry.told.length).toBeGreaterThan(5);
  });
});
