import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { verifyLedger } from "../../../src/ledger/index.js";
import { type OpenLedger, openLedger } from "../../testkit/postgres/sessions.js";
import { testSeed as seed } from "../../testkit/random/test-seed.js";
import { World } from "../../testkit/world/world.js";
import { differences, type Judged, linesOf, type Replay, replay } from "./ledger-replay.js";
import { ModelRembuk, type Step } from "./model.js";
import { heldByModel } from "./observed.js";
import { type Cast, castOf, Player } from "./player.js";
import { type Scenario, scenarios } from "./scenarios.js";
import {
  type Beginning,
  firstSteps,
  lastSteps,
  type Sequence,
  sequences,
  stepsOf,
} from "./steps.js";
import { type Clauses, law } from "./voices.js";

// TEST_SEED=<seed> repeats a run; TEST_RUNS=500 plays longer.
const runs = Number(process.env.TEST_RUNS ?? 6);
/** How long a sequence that fails is made shorter, before it is reported as it is then. */
const shorteningMs = 20_000;

/** The model of a meeting, as the domain has it and without some clauses. */
function rivals({ convener, visibility, rule, invited }: Beginning, clauses: Clauses) {
  const model = (of: Clauses) => new ModelRembuk(convener, visibility, rule, invited, of);
  return [model(law), model(clauses)] as const;
}

/** Whether a hub without some clauses answers a step otherwise, or has something else in the end. */
function isSeen({ beginning, steps }: Scenario, clauses: Clauses): boolean {
  const [right, mutant] = rivals(beginning, clauses);
  const differs = (step: Step) => !isDeepStrictEqual(right.do(step), mutant.do(step));
  if ([...firstSteps(beginning), ...steps].some(differs)) return true;
  return !isDeepStrictEqual(heldByModel(right), heldByModel(mutant));
}

/** The same of a random sequence, whose steps are found as they are for the hub. */
function isSeenIn({ beginning, draws }: Sequence, clauses: Clauses): boolean {
  const [right, mutant] = rivals(beginning, clauses);
  const differs = (step: Step) => !isDeepStrictEqual(right.do(step), mutant.do(step));
  if (firstSteps(beginning).some(differs)) return true;
  for (const drawn of draws) if (stepsOf(right, drawn).some(differs)) return true;
  if (lastSteps(beginning, right).some(differs)) return true;
  return !isDeepStrictEqual(heldByModel(right), heldByModel(mutant));
}

describe(`Any sequence of steps in a rembuk (TEST_SEED=${seed} TEST_RUNS=${runs})`, () => {
  const totals = { done: 0, refused: 0 };
  let cast: Cast;
  let failedAt: number | undefined;
  beforeAll(async () => {
    cast = await castOf(await World.start());
  });
  afterAll(() => cast.world.stop());

  async function play({ beginning, draws }: Sequence): Promise<void> {
    if (failedAt && Date.now() > failedAt + shorteningMs) return;
    const player = new Player(cast, beginning);
    try {
      await player.play(draws);
    } catch (error) {
      failedAt ??= Date.now();
      throw error;
    }
    totals.done += player.counts.done;
    totals.refused += player.counts.refused;
  }

  it.each(Object.entries(scenarios))(
    "the hub keeps %s, as the domain has it",
    async (_, { beginning, steps }) => {
      await new Player(cast, beginning).follow(steps);
    },
  );

  it.each(Object.entries(scenarios))(
    "a hub without %s would be seen, by that and by chance",
    (clause, scenario) => {
      const mutant = { ...law, [clause]: false };
      expect(isSeen(scenario, law)).toBe(false);
      expect(isSeen(scenario, mutant)).toBe(true);
      const isRight = fc.property(sequences, (sequence) => !isSeenIn(sequence, mutant));
      const { failed } = fc.check(isRight, { seed, numRuns: 500, endOnFailure: true });
      expect(failed).toBe(true);
    },
  );

  it(
    "is answered by the hub as the domain has it, and leaves what the domain has",
    async () => {
      const property = fc.asyncProperty(sequences, play);
      await fc.assert(property, { seed, numRuns: runs, unbiased: true });
      // Both sorts of steps were among them, many of each.
      expect(totals.done).toBeGreaterThanOrEqual(runs * 2);
      expect(totals.refused).toBeGreaterThanOrEqual(Math.floor(runs / 2));
    },
    600_000 + runs * 6_000,
  );

  describe("leaves a ledger", () => {
    let open: OpenLedger;
    let replayed: Replay;
    let judged: Judged[];
    beforeAll(async () => {
      const { database, sql } = cast.world.hub;
      open = await openLedger(database.url);
      ({ replayed, judged } = replay(await linesOf(sql)));
    });
    afterAll(() => open.close());

    it("whose chain is whole", async () => {
      expect(await verifyLedger(open.orm.em.fork())).toMatchObject({ whole: true });
    });

    it("that replays, line by line, to the rows that there are", async () => {
      const { sql } = cast.world.hub;
      expect(replayed.entities).toEqual(expect.arrayContaining(["Deliberation", "Organisation"]));
      for (const entity of replayed.entities) {
        expect(await differences(open.orm, sql, entity, replayed.of(entity))).toEqual([]);
      }
    });

    it("by which each mufakat had its quorum and nobody who objected, and each vote was counted right", () => {
      const by = (method: string) => judged.filter((one) => one.method === method);
      const wrong = (method: string, isRight: (one: Judged) => boolean) =>
        by(method)
          .filter((one) => !isRight(one))
          .slice(0, 3);
      const isMufakat = ({ quorumMet, isObjected, isHalf, status }: Judged) =>
        quorumMet && !isObjected && isHalf && status === "AGREED";
      const isCounted = ({ isCarried, status }: Judged) =>
        status === (isCarried ? "AGREED" : "REJECTED");
      const isOpening = ({ quorumMet, isElectorate, isObjected, isHalf }: Judged) =>
        quorumMet && isElectorate && (isObjected || !isHalf);
      expect(wrong("MUFAKAT", isMufakat)).toEqual([]);
      expect(wrong("VOTE", isCounted)).toEqual([]);
      expect(wrong("OPENING", isOpening)).toEqual([]);
      expect(by("MUFAKAT").length).toBeGreaterThanOrEqual(Math.floor(runs / 10));
    });
  });
});
