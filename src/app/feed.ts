import { type Ledger, LedgerFeed, type Tail } from "../ledger/index.js";
import type { Config } from "../platform/config.js";
import { newId } from "../platform/ids.js";
import type { Logger } from "../platform/logger.js";
import { NatsLink } from "../platform/nats/index.js";
import type { ContextServices } from "./context.js";
import type { Metrics } from "./metrics.js";
import type { Store } from "./store.js";

/** The parts of a hub that a feed needs. */
export interface FeedParts {
  config: Config;
  store: Pick<Store, "watch">;
  database: ContextServices["database"];
  tail: Tail;
  ledger: Pick<Ledger, "traces">;
  metrics: Metrics;
  logger: Logger;
}

/** Starts the feed of the nodes by NATS, where that is configured; until the hub stops. */
export async function openFeed(
  { config, store, database, tail, ledger, metrics, logger }: FeedParts,
  cleanup: AsyncDisposableStack,
): Promise<LedgerFeed | undefined> {
  const { place, credentialsFile } = config.nats;
  if (!place) return undefined;
  const { feedMessages, feedFallbacks } = metrics;
  const feed = new LedgerFeed({
    ...{ node: newId(), database, connection: store.watch, tail, logger },
    traces: ledger.traces,
    counts: {
      message: (result) => feedMessages.inc({ result }),
      fallback: (reason) => feedFallbacks.inc({ reason }),
    },
    link: (options) => new NatsLink({ ...options, place, credentialsFile }),
  });
  cleanup.defer(() => feed.stop());
  tail.takeFrom(feed);
  metrics.feed = feed;
  await feed.start();
  return feed;
}
