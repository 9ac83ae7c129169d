import { setTimeout as delay } from "node:timers/promises";
import { metricBecomes } from "../live/measures.js";
import type { Ending, Followed } from "./connections.js";
import { type Connection, eventSource, graphqlWs, light, type Seen } from "./connections.js";
import { differences } from "./differences.js";

/** The pauses of a client before it connects again, in milliseconds: the first, doubled up to the longest. */
const firstPauseMs = 50;
const longestPauseMs = 1_000;

/** One in so many watchers is a client of graphql-ws, and one an EventSource; the others are light. */
const realEvery = 5;

/** A wait for a position, or for the next change. */
interface Wait {
  position: number;
  resolve(): void;
}

/** A client that follows the ledger, connects again when it is cut off, and goes on after its position. */
export class Watcher {
  readonly positions: number[] = [];
  readonly endings: Ending[] = [];
  private waits: Wait[] = [];
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;

  constructor(
    readonly name: string,
    private readonly followed: Followed,
    private readonly start: number,
    private readonly connection: Connection,
    private readonly onSeen: (change: Seen) => void = () => undefined,
  ) {
    this.running = this.run();
  }

  get position(): number {
    return this.positions.at(-1) ?? this.start;
  }

  /** Resolves when it has a change at a position or after. */
  reached(position: number): Promise<void> {
    if (this.position >= position) return Promise.resolve();
    return new Promise((resolve) => void this.waits.push({ position, resolve }));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const life = {
      followed: this.followed,
      after: () => this.position,
      note: (change: Seen) => this.note(change),
      signal,
    };
    let pauseMs = firstPauseMs;
    while (!signal.aborted) {
      const { length } = this.positions;
      const ending = await this.connection(life);
      if (signal.aborted) return;
      this.endings.push(ending);
      pauseMs = this.positions.length > length ? firstPauseMs : pauseMs;
      await delay(pauseMs);
      pauseMs = Math.min(2 * pauseMs, longestPauseMs);
    }
  }

  private note(change: Seen): void {
    this.positions.push(change.position);
    this.onSeen(change);
    if (this.waits.length === 0) return;
    const over = ({ position }: Wait) => position <= change.position;
    const done = this.waits.filter(over);
    this.waits = this.waits.filter((wait) => !over(wait));
    for (const { resolve } of done) resolve();
  }
}

/** Many watchers of the same, by all transports. */
export class Watchers {
  readonly all: readonly Watcher[];

  /** Starts so many after a position; `onSeen` is called with every change of every watcher. */
  constructor(followed: Followed, start: number, count: number, onSeen?: (change: Seen) => void) {
    const kinds: [string, Connection][] = [
      ["graphql-ws", graphqlWs],
      ["events", eventSource],
    ];
    this.all = Array.from({ length: count }, (_, at) => {
      const [kind, connection] = kinds[at % realEvery] ?? ["light", light];
      return new Watcher(`${kind} ${at}`, followed, start, connection, onSeen);
    });
  }

  /** Resolves when this hub runs the streams of all. */
  async connected(hub: { metricsUrl: string }): Promise<void> {
    const events = this.all.filter(({ name }) => name.startsWith("events")).length;
    await metricBecomes(hub, "rembuk_open_streams", events);
    await metricBecomes(hub, "rembuk_socket_operations", this.all.length - events);
  }

  async reached(position: number): Promise<void> {
    await Promise.all(this.all.map((watcher) => watcher.reached(position)));
  }

  /**
   * Writes until every watcher has what was written last, once a second: a faulty hub may never bring what it
   * has lost, but shows that it has lost it.
   */
  async untilAllHave(write: () => Promise<number>): Promise<void> {
    for (;;) {
      const all = this.reached(await write()).then(() => true);
      if (await Promise.race([all, delay(1000, false)])) return;
    }
  }

  /** What differs from these positions: lost, doubled, in another order. The last ones may be missing. */
  complaints(expected: readonly number[]): string[] {
    return this.all.flatMap(({ name, positions }) => differences(name, positions, expected));
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((watcher) => watcher.stop()));
  }
}
