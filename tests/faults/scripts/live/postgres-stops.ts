import { untilServing } from "../../../testkit/faults/traffic.js";
import { liveFault, tooLate } from "../../../testkit/live-faults/live-fault.js";
import { LiveHub } from "../../../testkit/live-faults/live-hub.js";
import { type Crowd, LiveRun } from "../../../testkit/live-faults/live-run.js";

const signals = ["SIGQUIT", "SIGKILL"] as const;
const servingMs = 5_000;

/** The hub's own Postgres is stopped at once, again and again, while many write and watch. */
export const postgresStops = liveFault<Crowd & { stops: number }>({
  name: "live-postgres",
  holds: "loses, doubles and reorders nothing when its Postgres is stopped at once under load",
  full: { stops: 20, writers: 16, watchers: 200 },
  short: { stops: 2, writers: 4, watchers: 10 },
  mutant: "what cannot be read is passed over",
  async play(play) {
    const { random, say, sizes } = play;
    const hub = await LiveHub.start(play, { env: { POSTGRES_RESTARTS: "1000" } });
    const run = await LiveRun.start(play, sizes, hub);
    const complaints: string[] = [];
    for (let stop = 0; stop < sizes.stops; stop += 1) {
      await run.streaming();
      await run.writers.more(1 + Math.floor(random() * 50));
      const signal = signals[stop % signals.length] ?? "SIGQUIT";
      process.kill(run.now.process.postgresPid, signal);
      const ms = await untilServing(await run.now.process.as());
      say(`${signal}: serving again after ${ms} ms`);
      complaints.push(...tooLate(play, `serving after ${signal}`, ms, servingMs));
    }
    complaints.push(...(await run.end()));
    say(run.figures);
    const code = await run.now.process.stop();
    return code === 0 ? complaints : [...complaints, `the hub ended with ${code}`];
  },
});
