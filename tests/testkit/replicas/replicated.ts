import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import type { EmbeddedPostgres } from "../../../src/platform/embedded-postgres/index.js";
import { startHubPostgres } from "../../../src/platform/hub-postgres.js";
import { makeLogger } from "../../../src/platform/logger.js";
import { type TestDatabase, testFolder } from "../hub/index.js";
import { inSession } from "../postgres/sessions.js";
import { baseCopy, signalStandby, streamingFrom } from "./base-copy.js";

/** Settings of a server whose data is not worth keeping. */
const fast = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

const startPostgres = (folder: string, settings: Record<string, string>) =>
  startHubPostgres({
    ...{ folder, restarts: 0, settings: { ...fast, shared_buffers: "32MB", ...settings } },
    logger: makeLogger({ logLevel: "silent", environment: "test" }),
  });

/** One replica of a database: a Postgres that streams from the primary. */
export class TestReplica {
  private constructor(
    readonly folder: string,
    private readonly settings: Record<string, string>,
    private postgres: EmbeddedPostgres,
  ) {}

  /** Starts Postgres on a copy of the primary's data folder. */
  static async start(folder: string, settings: Record<string, string>): Promise<TestReplica> {
    return new TestReplica(folder, settings, await startPostgres(folder, settings));
  }

  get url(): string {
    return this.postgres.url;
  }

  /** Runs one statement on it, as `pg_wal_replay_pause`. */
  sql<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
    return inSession(this.url, async (client) => (await client.query<T>(text)).rows);
  }

  /** Stops the replay: what is written from now on is not to be seen here. */
  async pause(): Promise<void> {
    await this.sql("select pg_wal_replay_pause()");
    const stateOf = "select pg_get_wal_replay_pause_state() as state";
    while ((await this.sql<{ state: string }>(stateOf))[0]?.state !== "paused") await delay(5);
  }

  async resume(): Promise<void> {
    await this.sql("select pg_wal_replay_resume()");
  }

  /** Ends it as a crash would; it stays away until `restart`. */
  async kill(): Promise<void> {
    process.kill(this.postgres.pid, "SIGKILL");
    await this.postgres.failed;
    await this.postgres.stop();
  }

  async restart(): Promise<void> {
    this.postgres = await startPostgres(this.folder, this.settings);
  }

  /** Restarts it as a standby that follows nobody, as after a wrong repair. */
  async restartAsStandby(): Promise<void> {
    await this.postgres.stop();
    await signalStandby(join(this.folder, "data"));
    await this.restart();
  }

  stop(): Promise<void> {
    return this.postgres.stop();
  }
}

/** A Postgres of a test's own, which replicas can follow. */
export class TestPrimary {
  readonly database: TestDatabase;
  private readonly replicas: TestReplica[] = [];

  private constructor(
    private readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
  ) {
    this.database = { url: postgres.url, drop: async () => undefined };
  }

  static async start(): Promise<TestPrimary> {
    const folder = join(testFolder(), `replicated_${randomUUID()}`);
    await mkdir(folder);
    return new TestPrimary(
      folder,
      await startPostgres(join(folder, "primary"), { wal_keep_size: "512MB" }),
    );
  }

  get url(): string {
    return this.postgres.url;
  }

  /** Adds a replica, from a copy of the primary's files as `pg_basebackup` makes it. */
  async addReplica(settings: Record<string, string> = {}): Promise<TestReplica> {
    const folder = join(this.folder, `replica_${this.replicas.length + 1}`);
    await baseCopy(this.url, join(this.folder, "primary", "data"), folder);
    const replica = await TestReplica.start(folder, {
      ...streamingFrom(this.url),
      // A connection that the primary has cut is made again at once.
      wal_retrieve_retry_interval: "100ms",
      ...settings,
    });
    this.replicas.push(replica);
    return replica;
  }

  /** Ends the primary alone, as a failure of its machine would. */
  async halt(): Promise<void> {
    await this.postgres.stop();
  }

  async stop(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.stop()));
    await this.postgres.stop();
    await rm(this.folder, { recursive: true });
  }
}
