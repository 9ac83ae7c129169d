import { longestDelayMs } from "./at-time.js";
import { unavailable } from "./errors.js";

/** The client for which a slot is held. */
export interface SlotClient {
  /** Clients with the same key share their part of the slots. */
  key: string;
  isVisitor: boolean;
}

/** Gives a slot back; a second call does nothing. */
export type Release = () => void;

/** The release that does this work, at its first call. */
export function releaseOnce(work: () => void): Release {
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    work();
  };
}

/** The bounds of a set of slots. */
export interface SlotBounds {
  /** The number of slots: how much may run at a time. */
  slots: number;
  /** How many of them one client holds at most; half of them unless told. */
  perClient?: number;
  /** The longest wait for a slot, in milliseconds. */
  waitMs?: number;
  /** The most that may wait, for all clients and for one. */
  waiting?: { all: number; client: number };
  /** Told of each wait that is over, with its beginning by `performance.now()`. */
  onWaited?: (started: number) => void;
}

/** A wait for as long as it takes, where something else bounds how many there are. */
export const unboundedWait: Required<Pick<SlotBounds, "waitMs" | "waiting">> = {
  waitMs: longestDelayMs,
  waiting: { all: Number.POSITIVE_INFINITY, client: Number.POSITIVE_INFINITY },
};

interface Waiter {
  client: SlotClient;
  grant(release: Release): void;
}

const busy = () =>
  unavailable({
    en: "The hub is busy with other requests; try again.",
    id: "Hub sedang sibuk melayani permintaan lain; coba lagi.",
  });

/** The part of a number that visitors may have together. */
const visitorsPart = (all: number): number => Math.max(1, Math.floor((all * 3) / 4));

/** Counts by client and for all visitors together. */
class Tally {
  all = 0;
  visitors = 0;
  private readonly byClient = new Map<string, number>();

  of({ key }: SlotClient): number {
    return this.byClient.get(key) ?? 0;
  }

  add({ key, isVisitor }: SlotClient, change: 1 | -1): void {
    const count = (this.byClient.get(key) ?? 0) + change;
    if (count === 0) this.byClient.delete(key);
    else this.byClient.set(key, count);
    this.all += change;
    if (isVisitor) this.visitors += change;
  }
}

/**
 * Slots that are shared fairly by client, as the connections of a pool: one client holds at most half of
 * them, and visitors hold at most three quarters together, so that slow statements of one leave room for
 * the others. What must wait is served in turns, one of each client; the wait and the number that wait
 * have bounds, above which the answer is UNAVAILABLE.
 */
export class FairSlots {
  private readonly running = new Tally();
  private readonly waiting = new Tally();
  /** The waiters of each client, in the order of the clients' turns. */
  private readonly queues = new Map<string, Set<Waiter>>();
  private readonly slots: number;
  private readonly perClient: number;
  private readonly waitMs: number;
  private readonly onWaited: (started: number) => void;
  private readonly mostWaiting: { all: number; client: number };

  constructor(bounds: SlotBounds) {
    const { slots, perClient = Math.floor(slots / 2), waitMs = 10_000 } = bounds;
    this.onWaited = bounds.onWaited ?? (() => undefined);
    this.slots = slots;
    this.perClient = Math.max(1, perClient);
    this.waitMs = waitMs;
    this.mostWaiting = bounds.waiting ?? { all: 2000, client: 500 };
  }

  /** Runs `work` in a slot. Throws UNAVAILABLE when there is none in time. */
  async run<T>(client: SlotClient, work: () => Promise<T>): Promise<T> {
    const release = await this.take(client);
    try {
      return await work();
    } finally {
      release();
    }
  }

  /** Takes a slot, at once or in turn. Throws UNAVAILABLE when there is none in time. */
  async take(client: SlotClient): Promise<Release> {
    const now = this.takeNow(client);
    if (now) return now;
    if (!this.mayWait(client)) throw busy();
    const started = performance.now();
    const release = await this.inTurn(client);
    this.onWaited(started);
    return release;
  }

  /** Takes a slot if the client may have one at once. */
  takeNow(client: SlotClient): Release | undefined {
    // A free slot that somebody waits for is one that they may not have.
    return !this.queues.has(client.key) && this.mayRun(client) ? this.grant(client) : undefined;
  }

  private mayRun(client: SlotClient): boolean {
    const { running, slots } = this;
    if (running.all >= slots || running.of(client) >= this.perClient) return false;
    return !client.isVisitor || running.visitors < visitorsPart(slots);
  }

  private mayWait(client: SlotClient): boolean {
    const { waiting, mostWaiting } = this;
    if (waiting.all >= mostWaiting.all || waiting.of(client) >= mostWaiting.client) return false;
    return !client.isVisitor || waiting.visitors < visitorsPart(mostWaiting.all);
  }

  private grant(client: SlotClient): Release {
    this.running.add(client, 1);
    return releaseOnce(() => {
      this.running.add(client, -1);
      this.serve();
    });
  }

  private inTurn(client: SlotClient): Promise<Release> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.leave(waiter);
        reject(busy());
      }, this.waitMs).unref();
      const waiter: Waiter = {
        client,
        grant: (release) => {
          clearTimeout(late);
          resolve(release);
        },
      };
      const queue = this.queues.get(client.key) ?? new Set();
      this.queues.set(client.key, queue.add(waiter));
      this.waiting.add(client, 1);
    });
  }

  private leave(waiter: Waiter): void {
    const { key } = waiter.client;
    const queue = this.queues.get(key);
    queue?.delete(waiter);
    if (queue?.size === 0) this.queues.delete(key);
    this.waiting.add(waiter.client, -1);
  }

  /** Gives free slots to those whose turn it is. */
  private serve(): void {
    for (let next = this.next(); next; next = this.next()) {
      const { key } = next.client;
      this.leave(next);
      // The client's next turn comes after those of all others.
      const queue = this.queues.get(key);
      this.queues.delete(key);
      if (queue) this.queues.set(key, queue);
      next.grant(this.grant(next.client));
    }
  }

  /** The first waiter in turn that may have a slot now. */
  private next(): Waiter | undefined {
    if (this.running.all >= this.slots) return undefined;
    for (const [waiter] of this.queues.values()) {
      if (waiter && this.mayRun(waiter.client)) return waiter;
    }
    return undefined;
  }
}
