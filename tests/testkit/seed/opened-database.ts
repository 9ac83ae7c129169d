import { prepare } from "../../../src/app/prepare.js";
import { openStore } from "../../../src/app/store.js";
import { Ledger } from "../../../src/ledger/index.js";
import { parseConfig } from "../../../src/platform/config.js";
import { openFileStore } from "../../../src/platform/files/index.js";
import { makeLogger } from "../../../src/platform/logger.js";
import { type TestDatabase, testFolder } from "../hub/index.js";

/** Opens a database as a starting hub does. */
export async function openDatabase({ url }: TestDatabase) {
  const config = parseConfig({
    NODE_ENV: "test",
    DATABASE_URL: url,
    REMBUK_DATA: testFolder(),
  });
  const logger = makeLogger({ logLevel: "silent", environment: "test" });
  const store = await openStore(config, logger);
  const ledger = new Ledger(store.orm);
  const files = await openFileStore(config);
  const prepared = () => prepare({ store, ledger, files, config, sample: "on", logger });
  return { ...store, ledger, files, prepared };
}
