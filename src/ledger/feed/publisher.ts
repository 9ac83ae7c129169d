import type { QueryExecutorProvider } from "kysely";
import type { Logger } from "../../platform/logger.js";
import { epochEntity } from "../epoch.js";
import { linkedOutlinesAfter } from "../outlines.js";
import type { Tail } from "../tail.js";
import { mostChanges } from "./feed-message.js";
import type { ChainEnd, ChainPage } from "./outline-chain.js";

/** What a publisher works with. */
export interface PublisherServices {
  database: QueryExecutorProvider;
  tail: Tail;
  logger: Logger;
  /** The end of what is held: the next page begins there. */
  end(): ChainEnd;
  /** Holds a page that was read, and sends it to the other nodes. */
  publish(page: ChainPage): void;
}

/** The work of the reader: reads each change's outline once, and publishes it in pages. */
export class Publisher {
  private reading: { stop: AbortController; done: Promise<void> } | undefined;

  constructor(private readonly services: PublisherServices) {}

  /** Reads while `isReader`, and stops otherwise; a call that changes nothing does nothing. */
  set(isReader: boolean): void {
    if (isReader === (this.reading !== undefined)) return;
    if (this.reading) this.reading.stop.abort();
    const stop = new AbortController();
    this.reading = isReader ? { stop, done: this.read(stop.signal) } : undefined;
  }

  /** Stops; resolves when nothing is read any more. */
  async stop(): Promise<void> {
    const { reading } = this;
    this.set(false);
    await reading?.done;
  }

  private read(signal: AbortSignal): Promise<void> {
    const { tail, end, logger } = this.services;
    return tail.follow({
      known: () => end().position,
      read: () => this.readPage(signal),
      failed: (err) => logger.debug({ err }, "no page of the ledger could be read; trying again"),
      signal,
    });
  }

  private async readPage(signal: AbortSignal): Promise<void> {
    const { database, end, publish } = this.services;
    const { position } = end();
    const { before, changes } = await linkedOutlinesAfter(database, position, mostChanges);
    const [first] = changes;
    const isNext = first?.position === position + 1 || first?.entity === epochEntity;
    if (before === undefined || !first || !isNext)
      throw new Error(`The ledger has no change after ${position}, but its head is later`);
    // A page has no gap: one that begins with a later epoch stands alone, and one that reaches it ends before.
    const gapless = changes.filter((change, at) => change.position === first.position + at);
    const from = { position: first.position - 1, hash: before };
    if (!signal.aborted) publish({ from, changes: gapless });
  }
}
