import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Workshop } from "./cluster.js";
import { dataFolderOf, prepareSocketFolder } from "./home.js";
import { failure } from "./server-log.js";
import { type Supervised, supervise } from "./supervised.js";

/** What Postgres calls itself in its pid file once it takes connections; a data folder may be a standby's. */
const accepting: ReadonlySet<string> = new Set(["ready", "standby"]);

/** Interval at which the start checks whether Postgres is ready. */
const readyPollMs = 10;

/** Postgres settings for a laptop, with full durability; `settings` of a start override them. */
const defaultSettings = {
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  wal_level: "replica",
  max_connections: "200",
  shared_buffers: "128MB",
  jit: "off",
  // Both shorten the recovery after a crash, during which the program waits.
  recovery_init_sync_method: "syncfs",
  max_wal_size: "512MB",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  log_line_prefix: "%m [%p] ",
};

/** Waits until Postgres takes connections, which may need a recovery first; gives its process id. */
async function untilReady(home: string, postgres: Supervised): Promise<number> {
  const claim = join(dataFolderOf(home), "postmaster.pid");
  for (;;) {
    const code = await Promise.race([postgres.exit, delay(readyPollMs)]);
    if (code !== undefined) throw failure(`Postgres ended at its start (${code})`, home);
    const [pid, , , , , , , status] = readClaim(claim);
    if (accepting.has(status?.trim() ?? "")) return Number(pid);
  }
}

function readClaim(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    // Postgres writes the file a moment after its start.
    return [];
  }
}

/** A Postgres that takes connections. */
export interface Running {
  postgres: Supervised;
  socketFolder: string;
  pid: number;
}

/** Starts Postgres on the cluster of a home and waits for it; the caller holds the locks. */
export async function launch(
  workshop: Workshop,
  settings: Record<string, string>,
): Promise<Running> {
  const { home, binaries, program } = workshop;
  const socketFolder = prepareSocketFolder(home, workshop);
  const reached = { listen_addresses: "", unix_socket_directories: socketFolder, port: "5432" };
  const given = Object.entries({
    cluster_name: program.name,
    ...defaultSettings,
    ...settings,
    ...reached,
  });
  const postgres = supervise(
    [
      binaries.postgres,
      "-D",
      dataFolderOf(home),
      ...given.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    workshop,
  );
  try {
    return { postgres, socketFolder, pid: await untilReady(home, postgres) };
  } catch (error) {
    postgres.stop();
    await postgres.exit.catch(() => {});
    throw error;
  }
}
