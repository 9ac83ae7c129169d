import { LastingHubs } from "../../../testkit/live-faults/lasting-hubs.js";
import { liveFault, tooLate } from "../../../testkit/live-faults/live-fault.js";
import type { LiveHub } from "../../../testkit/live-faults/live-hub.js";
import { type Crowd, LiveRun } from "../../../testkit/live-faults/live-run.js";
import type { Watchers } from "../../../testkit/live-faults/watchers.js";

const goingAway = 1001;
const closedMs = 10_000;

/** Notes how the connections end that are open now. */
class Endings {
  private readonly before: number[];

  constructor(private readonly watchers: Watchers) {
    this.before = watchers.all.map(({ endings }) => endings.length);
  }

  /** The watchers whose socket was closed with another code; an EventSource's connection has none. */
  complaints(): string[] {
    return this.watchers.all.flatMap(({ name, endings }, at) => {
      const { code } = endings[this.before[at] ?? 0] ?? {};
      const isRight = name.startsWith("events") || code === goingAway;
      return isRight ? [] : [`${name} was closed with ${code}`];
    });
  }
}

/** One of two nodes is asked to stop under load: its clients go on at the other, or there once it is back. */
export const sigterm = liveFault<Crowd & { stops: number }>({
  name: "live-sigterm",
  holds: "closes its sockets with 1001 when it is asked to stop, and its clients miss nothing",
  full: { stops: 10, writers: 16, watchers: 200 },
  short: { stops: 1, writers: 4, watchers: 10 },
  mutant: "a socket is cut without a code",
  async play(play) {
    const { random, say, sizes } = play;
    const hubs = await LastingHubs.of(play);
    const start = () => hubs.take();
    const complaints: string[] = [];
    let other: LiveHub | undefined = await start();
    const run = await LiveRun.start(play, sizes, await start(), hubs.databaseUrl);
    for (let stop = 1; stop <= sizes.stops; stop += 1) {
      const stopping = run.now.process;
      await run.streaming();
      await run.writers.more(1 + Math.floor(random() * 50));
      const endings = new Endings(run.watchers);
      const began = performance.now();
      const exit = stopping.stop();
      if (other) await run.ask(other);
      if ((await exit) !== 0) complaints.push(`the hub ended with ${await exit}`);
      const ms = performance.now() - began;
      if (!other) await run.ask(await start());
      await run.streaming();
      say(`stopped after ${Math.round(ms)} ms, resumed ${other ? "elsewhere" : "there again"}`);
      complaints.push(...endings.complaints(), ...tooLate(play, "the stop", ms, closedMs));
      other = other || stop === sizes.stops ? undefined : await start();
    }
    complaints.push(...(await run.end()));
    say(run.figures);
    hubs.leave(run.now);
    return complaints;
  },
});
