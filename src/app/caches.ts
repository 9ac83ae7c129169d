import type { LedgerFeed } from "../ledger/index.js";
import type { Config } from "../platform/config.js";
import type { Logger } from "../platform/logger.js";
import { ChangedTables, loadStatementParser } from "../reading/index.js";
import type { ContextServices } from "./context.js";
import { KnownViewers } from "./known-viewers.js";
import type { Metrics } from "./metrics.js";
import { ResponseCache } from "./response-cache.js";

/** What the caches read and follow. */
interface CacheParts
  extends Pick<ContextServices, "database" | "tail" | "ledger" | "authenticate"> {
  feed: LedgerFeed | undefined;
  logger: Logger;
  metrics: Metrics;
}

/** What follows the ledger and holds until it has a change. */
export interface Caches {
  viewers: KnownViewers;
  /** The response cache, where it is switched on. */
  responses: ResponseCache | undefined;
}

/** Opens the caches; from now on the ledger is followed for them, where the response cache is switched on. */
export async function openCaches(
  { plannedReads, responseCacheBytes }: Config,
  parts: CacheParts,
  cleanup: AsyncDisposableStack,
): Promise<Caches> {
  if (!plannedReads || responseCacheBytes === 0) {
    return { viewers: new KnownViewers(parts), responses: undefined };
  }
  await loadStatementParser();
  const { database, tail, ledger, feed, logger, metrics } = parts;
  const changed = new ChangedTables(database, tail, logger, feed);
  ledger.onCommit(changed.noteOwn);
  await changed.start();
  cleanup.defer(() => changed.stop());
  const responses = new ResponseCache(changed, responseCacheBytes, metrics.reads);
  const viewers = new KnownViewers(parts, changed);
  metrics.caches.show({ ...responses.all, viewers });
  metrics.ledger.cachesKnowTo = () => changed.readTo;
  return { viewers, responses };
}
