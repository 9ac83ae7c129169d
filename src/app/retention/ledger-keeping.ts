import { makePartitions } from "../../ledger/index.js";
import type { Config } from "../../platform/config.js";
import type { Logger } from "../../platform/logger.js";
import type { Database } from "../../reading/index.js";
import { Looks } from "../looks.js";

/** What the keeping of the ledger works with. */
interface Services {
  config: Pick<Config, "ledger">;
  logger: Logger;
  database: Database;
}

/** The time between two looks at the ledger's partitions, in milliseconds. */
const lookMs = 10_000;

/** Keeps partitions ahead of the ledger's end, in the background until the hub stops. */
export function startLedgerKeeping(
  { config, logger, database }: Services,
  cleanup: AsyncDisposableStack,
): void {
  const looks = new Looks({
    round: () => makePartitions(database, config.ledger.partitionChanges),
    everyMs: lookMs,
    failed: (err) =>
      logger.warn({ err }, "the ledger's partitions could not be made; trying again"),
  });
  looks.start();
  cleanup.defer(() => looks.stop());
}
