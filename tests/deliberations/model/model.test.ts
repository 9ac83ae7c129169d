import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { verifyLedger } from "../../../src/ledger/index.js";
import { type OpenLedger, openLedger } from "../../testkit/postgres/sessions.js";
import { testSeed as seed } from "../../testkit/random/test-seed.js";
import { World } from "../../testkit/world/world.js";
import { differences, type Judged, linesOf, type Replay, replay } from "./ledger-replay.js";
import { type Cast, castOf, Player } from "./player.js";
import { type Sequence, sequences } from "./steps.js";

// TEST_SEED=<seed> repeats a run; TEST_RUNS=500 plays longer.
const runs = Number(process.env.TEST_RUNS ?? 8);
/** How long a sequence that fails is made shorter, before it is reported as it is then. */
const shorteningMs = 20_000;

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

  it(
    "is answered by the hub as the domain has it, and leaves what the domain has",
    async () => {
      const property = fc.asyncProperty(sequences, play);
      await fc.assert(property, { seed, numRuns: runs, unbiased: true });
      // Both sorts of steps were among them, many of each.
      expect(totals.done).toBeGreaterThanOrEqual(runs * 2);
      expect(totals.refused).toBeGreaterThanOrEqual(Math.floor(runs / 2));
    },
    60_000 + runs * 2_000,
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
      const isMufakat = ({ quorumMet, isObjected, status }: Judged) =>
        quorumMet && !isObjected && status === "AGREED";
      const isCounted = ({ quorumMet, isCarried, status }: Judged) =>
        quorumMet && status === (isCarried ? "AGREED" : "REJECTED");
      expect(wrong("MUFAKAT", isMufakat)).toEqual([]);
      expect(wrong("VOTE", isCounted)).toEqual([]);
      expect(by("MUFAKAT").length).toBeGreaterThanOrEqual(Math.floor(runs / 10));
    });
  });
});
