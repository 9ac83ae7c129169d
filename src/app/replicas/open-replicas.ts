import type { Tail } from "../../ledger/index.js";
import type { Config } from "../../platform/config.js";
import { type DatabaseWatch, Standby } from "../../platform/database/index.js";
import type { Logger } from "../../platform/logger.js";
import type { Database } from "../../reading/index.js";
import { liveConnectionsOf } from "../limits/index.js";
import type { Metrics } from "../metrics.js";
import { Replica } from "./replica.js";
import { Replicas } from "./replicas.js";

/** What replicas need of a hub. */
export interface ReplicaServices {
  config: Pick<Config, "replicas" | "databasePoolSize" | "statementTimeoutMs">;
  store: { watch: DatabaseWatch };
  database: Database;
  tail: Tail;
  metrics: Metrics;
  logger: Logger;
}

/** Connects to the replicas, where some are configured, and checks them until the hub stops. */
export function openReplicas(
  { config, store, database, tail, metrics, logger }: ReplicaServices,
  cleanup: AsyncDisposableStack,
): Replicas | undefined {
  const { urls = [], waitMs, lagMs } = config.replicas;
  if (urls.length === 0) return undefined;
  const { databasePoolSize: poolSize, statementTimeoutMs } = config;
  const livePoolSize = liveConnectionsOf(poolSize);
  const all = urls.map((url, at) => {
    const standby = new Standby({ url, statementTimeoutMs, poolSize, livePoolSize, logger });
    metrics.pools.follow(standby.connections, `replica-${at + 1}-`);
    const of = { primary: store.watch, tail, writer: database, poolSize, lagMs, logger };
    return new Replica({ number: at + 1, standby, ...of });
  });
  const replicas = new Replicas(all, tail, waitMs);
  metrics.replicas.show(replicas, tail);
  cleanup.defer(async () => {
    await Promise.all(all.map((each) => each.stop()));
  });
  for (const each of all) each.start();
  return replicas;
}
