import { Change } from "../domain/changes/index.js";
import type { LedgerFeed } from "../ledger/index.js";
import { LiveGroups, LiveSpans } from "../live/index.js";
import type { Config } from "../platform/config.js";
import type { Logger } from "../platform/logger.js";
import { PlanSessions } from "../reading/index.js";
import type { ContextServices, RequestContext } from "./context.js";
import type { Metrics } from "./metrics.js";
import type { TransportOptions } from "./port.js";
import { LiveSnapshots } from "./replicas/live-snapshots.js";
import type { Replicas } from "./replicas/replicas.js";
import type { Store } from "./store.js";

/** What live groups use beside what all contexts share. */
interface LiveParts {
  config: Config;
  store: Store;
  feed: LedgerFeed | undefined;
  replicas: Replicas | undefined;
  metrics: Metrics;
  logger: Logger;
}

/** The subscriptions of the hub, whose snapshots wait for their client's turn. */
export function liveGroupsOf(
  { database, ledger, tail, bounds }: ContextServices,
  { config, store, feed, replicas, metrics, logger }: LiveParts,
): LiveGroups {
  const { limits, plannedReads } = config;
  const primary = new PlanSessions(store.livePool, database);
  const planned = new LiveSnapshots({ primary, tail, replicas, counts: metrics.replicas });
  return new LiveGroups({
    ...{ database, tail, feed, limits, plannedReads, changes: Change },
    spansOf: (name) => new LiveSpans(ledger.traces, metrics.operations.names.shown(name)),
    openSession: (client) => bounds.openLive(database, client),
    takeTurn: (client) => bounds.takeLive({ database, planned }, client),
    onRefused: (err) => logger.warn({ err }, "payloads could not be read by one statement"),
  });
}

/** The start of a subscription, whose stream metrics count. */
export function startOf(
  live: LiveGroups,
  { live: metrics }: Metrics,
): NonNullable<TransportOptions<RequestContext>["subscribe"]> {
  metrics.groups = live;
  return async (args, resumeAfter) => {
    const subscribed = await live.subscribe(args, resumeAfter);
    return "run" in subscribed ? metrics.counted(subscribed) : subscribed;
  };
}
