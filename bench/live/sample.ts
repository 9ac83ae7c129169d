import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHubPostgres } from "../../src/platform/hub-postgres.js";
import { type BenchDatabase, benchLogger } from "../bench-database.js";
import { during } from "../processes.js";
import { startHub } from "../servers.js";

/** Runs `work` with a Postgres of its own, whose sample a first hub has made: a run without synthetic data. */
export async function withSample<T>(work: (sample: BenchDatabase) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "rembuk-live-"));
  const postgres = await startHubPostgres({
    folder: join(folder, "postgres"),
    logger: benchLogger(),
  });
  const close = () => postgres.stop();
  const sample = { url: postgres.url, postgresPid: postgres.pid, close };
  try {
    const first = await startHub(sample, { settings: { REMBUK_SAMPLE: "on", CONSOLE: "off" } });
    await during(first, async () => undefined);
    return await work(sample);
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}
