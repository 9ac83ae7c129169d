import { Change } from "../domain/changes/index.js";
import type { LedgerFeed } from "../ledger/index.js";
import { LiveGroups } from "../live/index.js";
import type { Config } from "../platform/config.js";
import type { Logger } from "../platform/logger.js";
import { PlanSessions } from "../reading/index.js";
import type { ContextServices } from "./context.js";
import type { Store } from "./store.js";

/** What live groups use beside what all contexts share. */
interface LiveParts {
  config: Config;
  store: Store;
  feed: LedgerFeed | undefined;
  logger: Logger;
}

/** The subscriptions of the hub, whose snapshots wait for their client's turn. */
export function liveGroupsOf(
  { database, tail, bounds }: ContextServices,
  { config, store, feed, logger }: LiveParts,
): LiveGroups {
  const { limits, plannedReads } = config;
  const planned = new PlanSessions(store.livePool, database);
  return new LiveGroups({
    ...{ database, tail, feed, limits, plannedReads, changes: Change },
    openSession: (client) => bounds.openLive(database, client),
    takeTurn: (client) => bounds.takeLive({ database, planned }, client),
    onRefused: (err) => logger.warn({ err }, "payloads could not be read by one statement"),
  });
}
