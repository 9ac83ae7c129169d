import type { Tail } from "../ledger/index.js";
import type { Config } from "../platform/config.js";
import type { Logger } from "../platform/logger.js";
import type { Database } from "../reading/index.js";
import { type MetricsServer, startMetricsServer } from "./http/metrics-server.js";
import type { Metrics } from "./metrics.js";
import { metricsPlace } from "./places.js";
import type { Store } from "./store.js";

/** What metrics are read from. */
interface Sources {
  config: Config;
  metrics: Metrics;
  store: Pick<Store, "connections" | "watch">;
  database: Database;
  tail: Tail;
  logger: Logger;
}

/** Serves the metrics, where they are switched on; until the hub has stopped. */
export async function openMetrics(
  { config, metrics, store, database, tail, logger }: Sources,
  cleanup: AsyncDisposableStack,
): Promise<MetricsServer | undefined> {
  metrics.pools.follow(store.connections);
  metrics.watch = store.watch;
  metrics.ledger.tail = tail;
  tail.onMove = metrics.live.reached;
  const place = metricsPlace(config);
  if (!place) return undefined;
  metrics.jobs.follow({ database, logger }, cleanup);
  const server = await startMetricsServer(place, metrics);
  cleanup.defer(() => server.close());
  logger.info({ url: server.url }, `metrics at ${server.url}`);
  return server;
}
