import { existsSync, rmSync } from "node:fs";
import { postgresAccount } from "./account.js";
import { prepareHome } from "./home.js";
import { takeLocks } from "./lock.js";
import type { Setup } from "./setup.js";
import type { EmbeddedPostgresOptions } from "./start.js";

/**
 * Deletes the database of a folder with all that belongs to it, wherever it is kept. Waits for the Postgres
 * of a killed program to stop; throws `EmbeddedPostgresLocked` while another process uses the folder.
 */
export async function eraseEmbeddedPostgres({
  folder,
  program,
  logger,
}: Pick<EmbeddedPostgresOptions, "folder" | "program" | "logger">): Promise<void> {
  if (!existsSync(folder)) return;
  const setup: Setup = { program, logger, account: postgresAccount(program) };
  const home = prepareHome(folder, setup);
  const locks = await takeLocks(home, folder, setup);
  try {
    rmSync(home, { recursive: true });
    // Where the database was elsewhere, the folder holds a note that says so.
    rmSync(folder, { recursive: true, force: true });
  } finally {
    locks.release();
  }
}
