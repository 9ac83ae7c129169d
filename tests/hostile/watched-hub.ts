import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { HubProcess } from "../testkit/hub/hub-process.js";
import { type TestDatabase, testFolder } from "../testkit/hub/index.js";
import { testPool } from "../testkit/postgres/sessions.js";

/** Upper bounds of what one hub may use (issue 12). */
export const bounds = { loopMs: 100, hubMiB: 600, backendMiB: 200 };

/** The largest figures that were seen. */
export interface Figures {
  /** The longest turn of the event loop, in milliseconds of CPU time. */
  loopMs: number;
  /** The hub's resident memory, in MiB. */
  hubMiB: number;
  /** The memory of its own of the largest backend of Postgres, in MiB. */
  backendMiB: number;
}

const preload = fileURLToPath(new URL("./loop-monitor.js", import.meta.url));

const mebibytes = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;

const statusOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
};

/** A hub in a process of its own, whose memory, event loop and backends are watched from outside. */
export class WatchedHub {
  private readonly sql: pg.Pool;
  private readonly sampler: NodeJS.Timeout;
  private backends: number[] = [];
  private backendMiB = 0;
  private exited: number | null | undefined;
  private since = 0;

  private constructor(
    readonly hub: HubProcess,
    database: TestDatabase,
    private readonly monitorFile: string,
  ) {
    this.sql = testPool(database.url, { max: 1, application_name: "watch" });
    void hub.exit.then((code) => {
      this.exited = code;
    });
    this.sampler = setInterval(() => this.sample(), 50);
  }

  static async start(
    database: TestDatabase,
    env: Record<string, string> = {},
  ): Promise<WatchedHub> {
    const monitorFile = join(testFolder(), `loop-${process.pid}-${Date.now()}`);
    const hub = await HubProcess.start(testFolder(), {
      DATABASE_URL: database.url,
      // It shares the folder of files with the hubs of the test run, which stay root where that is root.
      REMBUK_USER: "root",
      INTROSPECTION: "on",
      LOG_LEVEL: "info",
      LOOP_MONITOR_FILE: monitorFile,
      NODE_OPTIONS: `--import=${preload} --max-old-space-size=1024`,
      ...env,
    });
    return new WatchedHub(hub, database, monitorFile);
  }

  /** Forgets what was seen until now: a start compiles code, which is no fault. */
  begin(): void {
    this.since = Date.now();
    this.backendMiB = 0;
  }

  /** True while the process runs. */
  get isRunning(): boolean {
    return this.exited === undefined;
  }

  /** The turns of the event loop that were long, with their times. */
  longTurns(): { at: number; ms: number }[] {
    if (!existsSync(this.monitorFile)) return [];
    const lines = readFileSync(this.monitorFile, "utf8").trim().split("\n");
    return lines
      .map((line) => line.split(" ").map(Number))
      .map(([at = 0, ms = 0]) => ({ at, ms }))
      .filter(({ at }) => at >= this.since);
  }

  figures(): Figures {
    return {
      loopMs: Math.max(0, ...this.longTurns().map(({ ms }) => ms)),
      hubMiB: Math.round(mebibytes(statusOf(this.hub.pid), "VmHWM")),
      backendMiB: Math.round(this.backendMiB),
    };
  }

  async stop(): Promise<void> {
    clearInterval(this.sampler);
    await this.sql.end();
    await this.hub.stop();
  }

  private sample(): void {
    for (const pid of this.backends) {
      this.backendMiB = Math.max(this.backendMiB, mebibytes(statusOf(pid), "RssAnon"));
    }
    this.findBackends();
  }

  /** The processes of the hub's connections; they come and go. */
  private findBackends(): void {
    this.sql
      .query<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and application_name like 'rembuk%'",
      )
      .then(({ rows }) => {
        this.backends = rows.map(({ pid }) => pid);
      })
      .catch(() => undefined);
  }
}
