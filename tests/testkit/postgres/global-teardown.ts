import { rm } from "node:fs/promises";

/** Stops the run's Postgres and removes its folder. */
export default async function globalTeardown(): Promise<void> {
  await (globalThis as { stopTestPostgres?: () => Promise<void> }).stopTestPostgres?.();
  const folder = process.env.REMBUK_TEST_FOLDER;
  if (folder) await rm(folder, { recursive: true, force: true });
}
