import { makePartitions } from "../../ledger/index.js";
import type { Config } from "../../platform/config.js";
import type { FileStore } from "../../platform/files/index.js";
import type { Logger } from "../../platform/logger.js";
import type { Database } from "../../reading/index.js";
import { Looks } from "../looks.js";
import type { Store } from "../store.js";
import { archiving } from "./archiving.js";

/** What the keeping of the ledger works with. */
interface Services {
  config: Pick<Config, "ledger">;
  logger: Logger;
  database: Database;
  store: Store;
  files: FileStore;
}

/** The time between two looks at the ledger's partitions, in milliseconds. */
const lookMs = 60_000;

/** The time between two looks for partitions that are to be archived, in milliseconds. */
const archiveMs = 3_600_000;

/** How long a look waits for earlier reads before the next one goes on, in milliseconds. */
const waitMs = 600_000;

const dayMs = 86_400_000;

/**
 * Keeps partitions ahead of the ledger's end, and archives those that are older than the operator retains, in
 * the background until the hub stops. One node at a time does either.
 */
export function startLedgerKeeping(services: Services, cleanup: AsyncDisposableStack): void {
  const { config, logger, database } = services;
  const { partitionChanges, retainDays } = config.ledger;
  const making = new Looks({
    round: () => makePartitions(database, partitionChanges),
    everyMs: lookMs,
    failed: (err) => logger.warn({ err }, "the ledger's partitions were not made; trying again"),
  });
  making.start();
  cleanup.defer(() => making.stop());
  if (retainDays > 0) startArchiving(services, cleanup);
}

function startArchiving({ config, logger, store, files }: Services, cleanup: AsyncDisposableStack) {
  const ending = new AbortController();
  const note = (step: string) => logger.info({ step }, `the ledger: ${step}`);
  const looks = new Looks({
    round: async () => {
      const instant = new Date(Date.now() - config.ledger.retainDays * dayMs);
      const options = { waitMs, note, signal: ending.signal };
      await archiving({ store, files }, options, (archiver) => archiver.archive({ instant }));
    },
    everyMs: archiveMs,
    failed: (err) => {
      if (!ending.signal.aborted) logger.warn({ err }, "the ledger was not archived; trying again");
    },
  });
  looks.start();
  cleanup.defer(() => {
    ending.abort();
    return looks.stop();
  });
}
