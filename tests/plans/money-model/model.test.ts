import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../../testkit/hub/checked-client.js";
import {
  countedOf,
  mutants,
  rule,
  type Seen,
  type Totals,
  totalsOf,
} from "../../testkit/plans/slow-sums.js";
import { SeededRandom } from "../../testkit/random/seeded-random.js";
import { testSeed as seed } from "../../testkit/random/test-seed.js";
import { type Party, World } from "../../testkit/world/world.js";
import { makeScene, type Scene, sectors } from "./scene.js";
import { seenBy } from "./seen.js";
import { Player } from "./steps.js";
import { type Whole, wholesFor } from "./wholes.js";

// TEST_SEED=<seed> repeats a run; TEST_RUNS=40 plays longer (`npm run money`).
const rounds = Number(process.env.TEST_RUNS ?? 1);
const stepsInRound = 90;

/** What one viewer is given, and what they list. */
interface View {
  round: number;
  viewer: string;
  seen: Seen;
  wholes: Whole[];
}

let scene: Scene;
const views: View[] = [];
let player: Player;

const viewersOf = async ({
  world,
  parties,
  outsider,
}: Scene): Promise<[string, CheckedClient][]> => {
  const [owner, , regency] = parties as [Party, Party, Party];
  return [
    ["a visitor", world.visitor()],
    ["a participant", await world.member(regency, "VIEWER")],
    ["the programme's owner", await world.member(owner, "COORDINATOR")],
    ["an organisation that takes no part", await world.member(outsider, "ADMIN")],
  ];
};

beforeAll(
  async () => {
    scene = await makeScene(await World.start());
    player = new Player(scene, new SeededRandom(seed));
    const viewers = await viewersOf(scene);
    for (let round = 0; round <= rounds; round += 1) {
      await (round === 0 ? player.begin() : player.play(stepsInRound));
      for (const [viewer, client] of viewers) {
        const [seen, wholes] = [await seenBy(client, scene), await wholesFor(client, scene.places)];
        views.push({ round, viewer, seen, wholes });
      }
    }
  },
  600_000 + rounds * 30_000,
);
afterAll(() => scene.world.stop());

/** What a viewer's lists give for each whole. */
const slow = ({ seen, wholes }: View, by = rule): [string, Totals][] => {
  const counted = countedOf(seen, by);
  return wholes.map(({ name, holds }) => [name, totalsOf(counted.filter(holds), sectors, by)]);
};

const given = ({ wholes }: View): [string, Totals | null][] =>
  wholes.map(({ name, given }) => [name, given]);

describe(`Totals of money (TEST_SEED=${seed} TEST_RUNS=${rounds})`, () => {
  it("are what the viewer can list, added up one by one, for every whole and every viewer", () => {
    for (const view of views) expect([view.viewer, given(view)]).toEqual([view.viewer, slow(view)]);
  });

  it("add up: over actions, plans, programmes, organisations, sectors, and regions with what crosses them", () => {
    for (const view of views) expect(faultsOfSums(view)).toEqual([]);
  });

  it("were drawn from every step, for viewers who see different money", () => {
    const taken = [...player.done.keys()].sort();
    expect(taken).toEqual(
      expect.arrayContaining([
        ...["pledgeContribution", "commitContribution", "withdrawContribution"],
        ...["correctContribution", "recordPayment", "reversePayment", "addFunding"],
        ...["confirmFunding", "refuseFunding", "changeActionStatus"],
      ]),
    );
    expect(new Set(views.map(({ seen }) => seen.contributions.size)).size).toBeGreaterThanOrEqual(
      3,
    );
  });

  it.each(Object.entries(mutants))("would differ if %s", (_, mutant) => {
    const differs = views.some((view) => {
      const wrong = slow({ ...view, seen: withAllLinks(view) }, { ...rule, ...mutant });
      return JSON.stringify(wrong) !== JSON.stringify(slow(view));
    });
    expect(differs).toBe(true);
  });
});

/** The links of all viewers of the same round: a faulty sum counts those that a viewer does not see. */
function withAllLinks({ round, seen }: View): Seen {
  const together = views.filter((view) => view.round === round);
  const links = new Map(together.flatMap((view) => view.seen.links.map((link) => [link.id, link])));
  return { ...seen, links: [...links.values()] };
}

type Figures = Omit<Totals, "bySector">;

const add = (totals: readonly Figures[], read: (one: Figures) => string): bigint =>
  totals.reduce((sum, one) => sum + BigInt(read(one)), 0n);

const figures: readonly ((one: Figures) => string)[] = [
  ({ given }) => given.pledged,
  ({ given }) => given.total,
  ({ reached }) => reached.delivered,
  ({ reached }) => reached.total,
  ({ paid }) => paid,
  ({ onCancelled }) => onCancelled.given.total,
];

/** The groupings of a view whose parts do not add up to their whole. */
function faultsOfSums({ wholes }: View): string[] {
  const named = (test: RegExp) =>
    wholes.filter(({ name }) => test.test(name)).map((one) => one.given as Totals);
  const all = named(/^all$/);
  const beside = named(/^(across|without)$/);
  const groupings: Record<string, readonly Figures[]> = {
    actions: named(/^actions /),
    plans: named(/^actionPlans /),
    programmes: named(/^programmes .* money$/),
    organisations: named(/^organisations .* money$/),
    provinces: [...named(/^regions \d\d money$/), ...beside],
    "provinces in one pass": [...named(/^PROVINCE /), ...beside],
    sectors: all[0]?.bySector ?? [],
    regencies: [...named(/^REGENCY /), ...named(/^regions \d\d moneyAcross$/), ...beside],
  };
  return Object.entries(groupings).flatMap(([grouping, parts]) =>
    figures.every((read) => add(parts, read) === add(all, read)) ? [] : [grouping],
  );
}
