import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient, positionOf } from "../../testkit/hub/checked-client.js";
import { TestHub } from "../../testkit/hub/index.js";
import { inputFieldsOf, mutationNames, write } from "../../testkit/mutations/documents.js";
import { EveryMutation } from "../../testkit/mutations/every-mutation.js";
import { SeededRandom } from "../../testkit/random/seeded-random.js";
import { testSeed as seed } from "../../testkit/random/test-seed.js";
import { readPools } from "../../testkit/random-documents/pools.js";
import { newId, World } from "../../testkit/world/world.js";
import { Probes } from "../hidden/probes.js";
import { roomy } from "../hidden/two-hubs.js";

// A query as of an earlier position gives what it gave then: the same questions are asked while every
// mutation is done in a drawn order, and once more of each of those positions when all is over.
// A visitor and a member are given a part of what they were given then, as some of it may be hidden since.
// TEST_SEED=<seed> repeats a run; `npm run as-of` does every mutation, and asks all questions at more positions.
const rounds = Number(process.env.TEST_ROUNDS ?? 1);
const isLong = rounds > 1;
/** The mutations of a short run before and after its position. */
const short = 12;

const timeoutMs = isLong ? 3_600_000 : 600_000;

/** The answers to all questions at one position, by viewer. */
interface Recorded {
  position: number;
  answers: Map<string, string[]>;
}

let world: World;
let every: EveryMutation;
/** What those are asked who see everything, and lists of ids for those who may see less later. */
let questions: { whole: string[]; ids: string[] };
let viewers: Record<keyof typeof questions, Record<string, CheckedClient>>;
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
async function drawnQuestions(): Promise<typeof questions> {
  const probes = new Probes(chance, await readPools(world.hub.database.url));
  const all = [
    ...some(
      // The result of a view is not read as of then.
      probes.parts(5).filter((one) => !/ (result|document|faults|variables)\b/.test(one)),
      5,
    ),
    ...some(probes.orders(), 2),
    ...some(probes.filters(0), 2),
  ];
  return { whole: all.map(asked), ids: some(probes.orders(), 6).map(asked) };
}

const asked = (part: string): string => `{ ${part} }`;

const some = (among: readonly string[], most: number, inDrawnOrder = false): string[] => {
  if (isLong && !inDrawnOrder) return [...among];
  const left = [...among];
  return Array.from({ length: most }, () => left.splice(chance.below(left.length), 1)).flat();
};

const asOf = (question: string, position: number): string =>
  `query @asOf(position: ${position}) ${question}`;

async function record(): Promise<void> {
  const position = await positionOf(world.visitor());
  const answers = new Map<string, string[]>();
  for (const kind of ["whole", "ids"] as const) {
    for (const [name, viewer] of Object.entries(viewers[kind])) {
      const given: string[] = [];
      for (const question of questions[kind])
        given.push(await answerOf(viewer, question, position));
      answers.set(name, given);
    }
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
  for (const mutation of some(mutationNames, short)) await doOne(mutation);
  const member = await world.member(every.plans.cast.giver, "VIEWER");
  viewers = {
    whole: { "one who sees all": await everybody(), "the operator": await world.operator },
    ids: { "a visitor": world.visitor(), "a member": member },
  };
  questions = await drawnQuestions();
  const drawn = some(mutationNames, isLong ? mutationNames.length : short, true);
  const part = Math.ceil(drawn.length / rounds);
  for (let round = 0; round < rounds; round += 1) {
    await record();
    for (const mutation of drawn.slice(round * part, (round + 1) * part)) await doOne(mutation);
  }
}, timeoutMs);
afterAll(() => world.stop());

describe(`As of an earlier position (TEST_SEED=${seed} TEST_ROUNDS=${rounds})`, () => {
  /** Asks a viewer again, as of each position; what is too much for one statement is left out. */
  async function askAgain(
    kind: keyof typeof questions,
    name: string,
    compare: (question: string, then: string, asked: unknown) => string | undefined,
  ): Promise<string[]> {
    const found: string[] = [];
    for (const { position, answers } of recorded) {
      for (const [place, question] of questions[kind].entries()) {
        const asked = await (viewers[kind][name] as CheckedClient).ask(asOf(question, position));
        if (asked.errors?.[0]?.extensions.code === "QUERY_TOO_COMPLEX") continue;
        expect({ question, errors: asked.errors }).toEqual({ question, errors: undefined });
        expect(asked.extensions?.position).toBe(position);
        found.push(compare(question, answers.get(name)?.[place] ?? "", asked.data) ?? "");
      }
    }
    expect(found.length).toBeGreaterThan(0);
    return found.filter((difference) => difference !== "");
  }

  it.each(["one who sees all", "the operator"])(
    "%s is given what was given then",
    async (name) => {
      const found = await askAgain("whole", name, (question, then, now) =>
        difference(question, then, JSON.stringify(now)),
      );
      expect(found).toEqual([]);
    },
    timeoutMs,
  );

  it.each(["a visitor", "a member"])(
    "%s is given nothing that was not given then",
    async (name) => {
      const found = await askAgain("ids", name, (question, then, now) => {
        const more = idsOf(JSON.stringify(now)).filter((id) => !then.includes(id));
        return more.length > 0 ? `${question}: ${more}` : undefined;
      });
      expect(found).toEqual([]);
    },
    timeoutMs,
  );
});

const idsOf = (text: string): string[] => text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
