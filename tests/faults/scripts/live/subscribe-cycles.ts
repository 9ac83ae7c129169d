import type { GraphqlClient } from "../../../testkit/hub/client.js";
import { organisationInput, write } from "../../../testkit/ledger/mutations.js";
import { metricBecomes } from "../../../testkit/live/measures.js";
import { LastingHubs } from "../../../testkit/live-faults/lasting-hubs.js";
import { liveFault } from "../../../testkit/live-faults/live-fault.js";
import type { LiveHub } from "../../../testkit/live-faults/live-hub.js";
import { Writers } from "../../../testkit/live-faults/writers.js";
import { RawSocket } from "../../../testkit/protocol/tiny-hub.js";

const document = `subscription ($where: ChangeFilter) {
  changes(where: $where) { position operation fields { name after } }
}`;
/** Cycles that run at once. */
const atOnce = 50;
const writersAtOnce = 8;

interface Sizes {
  /** Changes and cycles before anything is measured: a hub remembers its last thousand changes. */
  changes: number;
  warmUp: number;
  cycles: number;
  /** The most bytes that may be held more after the cycles than before. */
  mostBytes: number;
}

/** The cycles of one hub; each subscribes with a condition of its own. */
class Cycles {
  private number = 0;

  constructor(
    private readonly hub: LiveHub,
    private readonly client: GraphqlClient,
    private readonly random: () => number,
  ) {}

  /** Runs so many, in a way each time that is drawn. */
  async run(count: number): Promise<void> {
    const ways = [this.completed, this.cut, this.aborted];
    for (let left = count; left > 0; left -= atOnce) {
      const way = ways[Math.floor(this.random() * ways.length)] ?? this.completed;
      await way.call(this);
      await metricBecomes(this.hub, "rembuk_socket_operations", 0);
      await metricBecomes(this.hub, "rembuk_open_streams", 0);
    }
  }

  /** On one socket, each completed by its client: half of them at once, half after a change. */
  private async completed(): Promise<void> {
    const raw = await RawSocket.ready(this.hub);
    for (let id = 0; id < atOnce; id += 1) {
      raw.run(`${id}`, document, this.next());
      if (id % 2 === 0) raw.say({ id: `${id}`, type: "complete" });
    }
    await this.change();
    for (let id = 1; id < atOnce; id += 2) raw.say({ id: `${id}`, type: "complete" });
    await metricBecomes(this.hub, "rembuk_socket_operations", 0);
    raw.socket.close();
    await raw.closed;
  }

  /** On one socket, which is cut after some of them have brought a change. */
  private async cut(): Promise<void> {
    const raw = await RawSocket.ready(this.hub);
    for (let id = 0; id < atOnce; id += 1) raw.run(`${id}`, document, this.next());
    const first = raw.next();
    await this.change();
    await this.change();
    await Promise.race([first, this.change()]);
    raw.socket.terminate();
    await raw.closed;
  }

  /** As events, each by a request that its client aborts. */
  private async aborted(): Promise<void> {
    const abort = new AbortController();
    const headers = { accept: "text/event-stream", "content-type": "application/json" };
    const asked = Array.from({ length: atOnce }, () =>
      fetch(this.hub.url, {
        method: "POST",
        headers,
        body: JSON.stringify({ query: document, variables: this.next() }),
        signal: abort.signal,
      }),
    );
    await Promise.all(asked);
    await this.change();
    abort.abort();
  }

  /** A condition that every new organisation meets, and that no other cycle has. */
  private next(): { where: object } {
    this.number += 1;
    return { where: { operation: { in: ["createOrganisation", `cycle ${this.number}`] } } };
  }

  private async change(): Promise<void> {
    await write(this.client, "createOrganisation", organisationInput());
  }
}

/** Clients subscribe and leave again, in every way in which they can. */
export const subscribeCycles = liveFault<Sizes>({
  name: "live-cycles",
  holds: "holds nothing of subscribers who have left",
  full: { changes: 1_000, warmUp: 2_000, cycles: 10_000, mostBytes: 1_048_576 },
  short: { changes: 8, warmUp: 200, cycles: 300, mostBytes: 3_000_000 },
  mutant: "a group keeps those who have left",
  async play(play) {
    const { random, say, sizes } = play;
    const hubs = await LastingHubs.of(play);
    const hub = await hubs.take();
    const client = await hub.process.as();
    const writers = new Writers(() => client, writersAtOnce);
    await writers.more(sizes.changes);
    await writers.stop();
    const cycles = new Cycles(hub, client, random);
    await cycles.run(sizes.warmUp);
    const before = await hub.held();
    await cycles.run(sizes.cycles);
    const { bytes, ...left } = await hub.held();
    hubs.leave(hub);
    const grown = bytes - before.bytes;
    say(`${sizes.cycles} cycles: ${Math.round(grown / 1024)} kB more, ${JSON.stringify(left)}`);
    return [
      ...(grown <= sizes.mostBytes ? [] : [`${grown} bytes more are held than before`]),
      ...Object.entries(left).flatMap(([what, count]) =>
        count === 0 ? [] : [`${count} ${what} are left`],
      ),
    ];
  },
});
