import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { Siege } from "./siege.js";
import { bounds } from "./watched-hub.js";
import { slowness } from "./yardstick.js";

// TEST_SEED=<seed> repeats a run; `npm run hostile` sends 100,000 documents and 10,000 frames.
const documents = Number(process.env.TEST_RUNS ?? 600);
const sockets = 60;

describe(`A hub under hostile requests (TEST_SEED=${seed} TEST_RUNS=${documents})`, () => {
  let siege: Siege;
  beforeAll(async () => {
    siege = await Siege.start(seed);
  });
  afterAll(() => siege.stop());

  it(
    "answers each of them, and none by a fault of its own",
    async () => {
      await siege.requests(0, documents);
      expect(siege.faults).toEqual([]);
    },
    600_000 + documents * 100,
  );

  it("answers hostile frames, or closes their socket by a documented code", async () => {
    await siege.sockets(0, sockets);
    expect(siege.faults).toEqual([]);
  });

  it("stays within its bounds of memory and of the event loop, and runs on", () => {
    const { loopMs, hubMiB, backendMiB } = siege.watched.figures();
    expect(siege.watched.isRunning).toBe(true);
    // A few turns may meet a collection of garbage, or wait for another process; a document that holds the
    // loop is drawn more often.
    const longestMs = bounds.loopMs * slowness();
    const above = siege.watched.longTurns().filter(({ ms }) => ms > longestMs);
    expect(above.length).toBeLessThanOrEqual(3);
    expect(loopMs).toBeLessThanOrEqual(2 * longestMs);
    expect(hubMiB).toBeLessThanOrEqual(bounds.hubMiB);
    expect(backendMiB).toBeLessThanOrEqual(bounds.backendMiB);
  });
});
