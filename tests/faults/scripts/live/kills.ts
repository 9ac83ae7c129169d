import { LastingHubs } from "../../../testkit/live-faults/lasting-hubs.js";
import { liveFault } from "../../../testkit/live-faults/live-fault.js";
import { type Crowd, LiveRun } from "../../../testkit/live-faults/live-run.js";

/** The hub is killed (-9) again and again while many write and watch; everybody goes on after their position. */
export const kills = liveFault<Crowd & { kills: number }>({
  name: "live-kills",
  holds: "loses, doubles and reorders nothing when it is killed while many write and watch",
  full: { kills: 50, writers: 16, watchers: 200 },
  short: { kills: 2, writers: 4, watchers: 10 },
  found: { kills: 1 },
  mutant: "a stream starts at the ledger's end, not after its client's position",
  async play(play) {
    const { random, say, sizes } = play;
    const hubs = await LastingHubs.of(play);
    const run = await LiveRun.start(play, sizes, await hubs.take(), hubs.databaseUrl);
    for (let kill = 1; kill <= sizes.kills; kill += 1) {
      await run.streaming();
      await run.writers.more(1 + Math.floor(random() * 100));
      await run.now.process.kill();
      await run.ask(await hubs.take());
      if (kill % 10 === 0) say(`${kill} kills: ${run.figures}`);
    }
    const complaints = await run.end();
    say(`${sizes.kills} kills: ${run.figures}`);
    hubs.leave(run.now);
    return complaints;
  },
});
