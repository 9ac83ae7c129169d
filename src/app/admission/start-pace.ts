import { LRUCache } from "lru-cache";
import type { Client } from "../port.js";

/** The clients and addresses whose starts are remembered; one that is forgotten has its whole second again. */
const mostKnown = 100_000;

/**
 * The starts a second of each client and each address: a second's worth may come at once, further ones
 * have to wait (the generic cell rate algorithm).
 */
export class StartPace {
  /** The time at which all that was started is paid for, by client or address. */
  private readonly paid = new LRUCache<string, number>({
    // Not `max`, for which the places of all are made at once.
    maxSize: mostKnown,
    sizeCalculation: () => 1,
  });

  constructor(
    /** The starts a second of a client; 0 sets no limit. */
    readonly perSecond: number,
    private readonly clientsPerAddress: number,
  ) {}

  /** Counts a start; gives the milliseconds for which it has to wait, or counts nothing if those are too many. */
  take({ key, address }: Pick<Client, "key" | "address">, mostMs: number): number {
    if (this.perSecond === 0) return 0;
    const now = performance.now();
    const places: [string, number][] = [
      [key, 1],
      [`all of ${address}`, this.clientsPerAddress],
    ];
    const due = places.map(([name, times]): [string, number] => {
      const from = Math.max(now, this.paid.get(name) ?? 0);
      return [name, from + 1000 / (this.perSecond * times)];
    });
    const delay = Math.max(0, ...due.map(([, at]) => at - now - 1000));
    if (delay <= mostMs) for (const [name, at] of due) this.paid.set(name, at);
    return delay;
  }
}
