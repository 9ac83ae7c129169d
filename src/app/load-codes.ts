import { createReadStream } from "node:fs";
import type { EntityManager } from "@mikro-orm/postgresql";
import { loadOtherCodes } from "../domain/regions/index.js";
import type { Logger } from "../platform/logger.js";
import { nothingLoaded } from "./nothing-loaded.js";
import type { Store } from "./store.js";

/** Loads a file of other codes of regions; gives a line that says what is loaded now. */
export async function loadCodes(
  { orm }: Pick<Store, "orm">,
  logger: Logger,
  path: string,
): Promise<string> {
  try {
    const loaded = await loadOtherCodes(orm.em.fork() as EntityManager, createReadStream(path));
    const { counts, sha256 } = loaded;
    // At the level of warnings, which every command logs: it changes how tables are read from now on.
    logger.warn({ file: path, sha256, ...counts }, "the codes of regions were replaced");
    return `loaded: ${counts.BPS} codes of BPS, ${counts.KEMENDAGRI} older codes of the ministry`;
  } catch (error) {
    throw nothingLoaded(error);
  }
}
