import { areAlone } from "../../../testkit/faults/feed-states.js";
import { liveFault, type Play, tooLate } from "../../../testkit/live-faults/live-fault.js";
import type { Crowd } from "../../../testkit/live-faults/live-run.js";
import { NatsRun } from "../../../testkit/live-faults/nats-run.js";

/** The longest time until no node trusts NATS any more, in milliseconds. */
const turnMs = 5_000;

/** How long a faulty hub may trust NATS before it counts as found, in milliseconds. */
const mutantMs = 6_000;

interface Sizes extends Crowd {
  rounds: number;
}

const sizes = {
  full: { rounds: 4, writers: 8, watchers: 20 },
  short: { rounds: 1, writers: 2, watchers: 3 },
};

/** A trouble with NATS, and its end. */
interface Trouble {
  name: string;
  begin(run: NatsRun, random: () => number): Promise<void> | void;
  end(run: NatsRun): Promise<void> | void;
}

const restore = ({ nodes }: NatsRun) => {
  for (const { proxy } of nodes) proxy.restore();
};

const killed: Trouble = {
  name: "killed",
  begin: ({ nats }) => nats.kill(),
  end: ({ nats }) => nats.restart(),
};

const stopped: Trouble = {
  name: "stopped",
  begin: ({ nats }) => nats.freeze(),
  end: ({ nats }) => nats.thaw(),
};

const cut: Trouble = {
  name: "cut off from every node",
  begin({ nodes }) {
    for (const { proxy } of nodes) proxy.silence();
  },
  end: restore,
};

const slow: Trouble = {
  name: "slow",
  begin({ nodes }, random) {
    for (const { proxy } of nodes) proxy.slow(2_000 + random() * 2_000);
  },
  end: restore,
};

/** Makes troubles in turn; in each everybody must get what is written meanwhile, and all be fed again. */
async function rounds(play: Play<Sizes>, troubles: readonly Trouble[]): Promise<string[]> {
  const { random, say } = play;
  const run = await NatsRun.start(play, play.sizes);
  const complaints: string[] = [];
  for (let round = 0; round < play.sizes.rounds * troubles.length; round += 1) {
    const { name, begin, end } = troubles[round % troubles.length] as Trouble;
    run.turn();
    const fedMs = await run.fed();
    complaints.push(...(await run.comes("while NATS works")));
    await run.writers.more(1 + Math.floor(random() * 50));
    await begin(run, random);
    const turned = run.until(areAlone, play.mutant && mutantMs).catch(String);
    complaints.push(...(await run.comes(`while NATS is ${name}`)));
    // A hub that has lost something does not find it again.
    if (complaints.length > 0) return complaints;
    const ms = await turned;
    if (typeof ms === "string") return [...complaints, `NATS is trusted, ${name}: ${ms}`];
    complaints.push(...tooLate(play, `the turn to Postgres, NATS ${name}`, ms, turnMs));
    await run.writers.more(1 + Math.floor(random() * 50));
    await end(run);
    say(`${name}: fed after ${Math.round(fedMs)} ms, alone after ${Math.round(ms)} ms`);
  }
  complaints.push(...(await run.end()));
  say(run.figures);
  return complaints;
}

/** NATS is killed or stopped again and again, and comes back. */
export const natsKilled = liveFault<Sizes>({
  name: "live-nats-killed",
  holds: "loses, doubles and reorders nothing on any node while NATS is killed or stopped",
  ...sizes,
  mutant: "NATS is believed whatever happens",
  play: (play) => rounds(play, [killed, stopped]),
});

/** The network to NATS drops everything, or is slow. */
export const natsCut = liveFault<Sizes>({
  name: "live-nats-cut",
  holds: "loses, doubles and reorders nothing on any node while NATS is cut off or slow",
  ...sizes,
  mutant: "NATS is believed whatever happens",
  play: (play) => rounds(play, [cut, slow]),
});

/** Messages of NATS are lost, doubled, overtaken and delayed, while it works. */
export const natsLossy = liveFault<Sizes>({
  name: "live-nats-lossy",
  holds: "loses, doubles and reorders nothing where NATS loses, doubles and reorders messages",
  full: { rounds: 100, writers: 8, watchers: 20 },
  short: { rounds: 15, writers: 2, watchers: 3 },
  mutant: "what NATS has lost is passed over",
  async play(play) {
    const { random, say } = play;
    // Without a rest of the writers: what is lost must be overtaken by what is not.
    const run = await NatsRun.start(play, play.sizes, 0);
    await run.fed();
    await run.writers.more(100);
    for (const { proxy } of run.nodes) proxy.mangling = { lost: 0.4, doubled: 0.2, overtaken: 0.2 };
    for (let round = 0; round < play.sizes.rounds; round += 1) {
      run.turn();
      await run.area();
      await run.writers.more(1 + Math.floor(random() * 20));
      for (const { proxy } of run.nodes) proxy.slow(random() < 0.5 ? 0 : random() * 200);
    }
    restore(run);
    const complaints = await run.end();
    say(run.figures);
    return complaints;
  },
});
