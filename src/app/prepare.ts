import { loadRegions } from "../domain/regions/index.js";
import { type Ledger, makePartitions, recogniseLedger } from "../ledger/index.js";
import type { Config } from "../platform/config.js";
import { preparing } from "../platform/database/index.js";
import type { FileStore } from "../platform/files/index.js";
import type { Logger } from "../platform/logger.js";
import type { Database } from "../reading/index.js";
import { loadInstruments } from "../seed/instruments.js";
import { makeSample, type Sample } from "../seed/samples.js";
import type { Seeding } from "../seed/seed.js";
import { loadViews } from "../seed/views/load-views.js";
import type { Store } from "./store.js";
import { bringToVersion } from "./version.js";

/** The preparation of a database before it is used. */
export interface Preparation {
  store: Store;
  ledger: Ledger;
  /** The store of the sample's files. */
  files: FileStore;
  config: Pick<Config, "ledger">;
  sample: Sample | "off";
  logger: Logger;
}

/**
 * Prepares the database for the first request: schema, reference data and, unless it is off, the
 * sample. Nodes that start together wait for one another; existing data is not changed.
 */
export function prepare(preparation: Preparation): Promise<Seeding> {
  const { store, config, logger } = preparation;
  return preparing(store.connections, async () => {
    const { migrations, newer } = await bringToVersion(store, logger);
    if (migrations.length > 0) logger.info({ migrations }, "migrated");
    await recogniseLedger(store.orm.em.getKysely());
    // Before the first line, so that the first partition has the size that was set.
    await makePartitions(store.orm.em.getKysely() as Database, config.ledger.partitionChanges);
    if (newer) {
      logger.warn({ migration: newer }, "a newer version has migrated this database: upgrade soon");
      // What comes with the hub is that version's, and newer.
      return { made: 0, leftOut: [] };
    }
    return loadAll(preparation);
  });
}

/** Loads what comes with this version. */
async function loadAll({ ledger, files, sample, logger }: Preparation): Promise<Seeding> {
  const { loaded, origin } = await loadRegions(ledger);
  if (loaded) logger.info({ origin }, "regions loaded");
  const report = (parts: readonly string[]) =>
    logger.info({ parts }, "sample data: a part is made");
  const seeding =
    sample === "off" ? { made: 0, leftOut: [] } : await makeSample(ledger, files, sample, report);
  // After the sample, whose questionnaire has an owner.
  const instruments = await loadInstruments(ledger);
  if (instruments.length > 0) logger.info({ instruments }, "instruments published");
  const views = await loadViews(ledger);
  if (views.length > 0) logger.info({ views }, "views published");
  const { made, leftOut } = seeding;
  if (made > 0) logger.info({ made }, "sample data made");
  if (leftOut.length > 0) logger.warn({ leftOut }, "sample data left out");
  return seeding;
}
