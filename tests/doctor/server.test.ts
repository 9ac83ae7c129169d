import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { EmbeddedPostgres } from "../../src/platform/embedded-postgres/index.js";
import { startHubPostgres } from "../../src/platform/hub-postgres.js";
import { makeLogger } from "../../src/platform/logger.js";
import { levelAt } from "../testkit/doctor/places.js";
import { testFolder } from "../testkit/hub/index.js";
import { hold, inSession } from "../testkit/postgres/sessions.js";
import { onServer } from "../testkit/postgres/templates.js";

/** A server as nobody should run one. */
const bad = {
  ...{ fsync: "off", full_page_writes: "off", synchronous_commit: "off" },
  ...{ shared_buffers: "16MB", work_mem: "1MB", wal_level: "minimal", max_wal_senders: "0" },
  ...{ autovacuum: "off", timezone: "Asia/Makassar", max_prepared_transactions: "2" },
};

describe("the checks of a server", () => {
  const folder = join(testFolder(), `doctor-${randomUUID()}`);
  const logger = makeLogger({ logLevel: "silent", environment: "test" });
  let postgres: EmbeddedPostgres;

  const start = async (settings: Record<string, string>) => {
    postgres = await startHubPostgres({ folder, logger, restarts: 0, settings });
  };
  const level = (id: string, ...more: [env?: Record<string, string>, unlike?: object]) =>
    levelAt(id, postgres.url, ...more);

  beforeAll(() => start({}));
  afterAll(() => postgres.stop());

  it.each([
    ...["version", "connections", "memory", "durability", "encoding", "collation", "timezone"],
    ...["wal-level", "timeouts", "autovacuum"],
  ])("server.%s is content with Postgres as it is installed", async (id) => {
    expect(await level(`server.${id}`)).toBe("ok");
  });

  it.each(["prepared", "idle", "long", "dead-rows", "xid", "slots", "replication"])(
    "activity.%s is content with a server at rest",
    async (id) => {
      expect(await level(`activity.${id}`)).toBe("ok");
    },
  );

  it("find an older Postgres, and pools that are too large for it", async () => {
    const bounds = { postgres: 990_000 };
    expect(await level("server.version", {}, { bounds })).toBe("fault");
    expect(await level("server.connections", { DATABASE_POOL_SIZE: "200" })).toBe("fault");
    expect(await level("server.connections", { DATABASE_POOL_SIZE: "60" })).toBe("warning");
  });

  it("find what is wrong with one database and one role", async () => {
    await onServer(
      postgres.url,
      "create database ascii encoding 'SQL_ASCII' locale 'C' template template0",
    );
    await onServer(postgres.url, "alter database ascii set transaction_timeout = '60s'");
    await onServer(
      postgres.url,
      "update pg_database set datcollversion = '0' where datname = 'ascii'",
    );
    const of = (id: string) => levelAt(id, withDatabase(postgres.url, "ascii"));
    expect(await of("server.encoding")).toBe("fault");
    expect(await of("server.timeouts")).toBe("warning");
    expect(await of("server.collation")).toBe("warning");
    expect(await of("schema.extensions")).toBe("warning");
    expect(await of("server.role")).toBe("warning");
    await onServer(postgres.url, "create role plain login");
    const plain = new URL(postgres.url);
    plain.username = "plain";
    expect(await levelAt("server.role", plain.href)).toBe("ok");
  });

  it("find sessions that hold a transaction open, and slots that nobody reads", async () => {
    const bounds = { idle: "0 seconds", long: "0 seconds" };
    const held = await hold(postgres.url, "select 1");
    expect(await level("activity.idle", {}, { bounds })).toBe("warning");
    expect(await level("activity.long", {}, { bounds })).toBe("warning");
    await held.release();
    await onServer(postgres.url, "select pg_create_physical_replication_slot('left', true)");
    expect(await level("activity.slots")).toBe("warning");
    await onServer(postgres.url, "select pg_drop_replication_slot('left')");
    expect(await level("activity.xid", {}, { bounds: { xids: 0 } })).toBe("warning");
  });

  it("find dead rows that nobody removes", async () => {
    await inSession(postgres.url, async (client) => {
      await client.query("create table full_of_dead (n int) with (autovacuum_enabled = off)");
      await client.query("insert into full_of_dead select generate_series(1, 20000)");
      await client.query("delete from full_of_dead where n > 1000");
      await client.query("select pg_stat_force_next_flush()");
    });
    expect(await level("activity.dead-rows")).toBe("warning");
  });

  it("find every setting of a server that loses data", async () => {
    await postgres.stop();
    await start(bad);
    expect(await level("server.durability")).toBe("fault");
    expect(await level("server.memory")).toBe("warning");
    expect(await level("server.wal-level")).toBe("warning");
    const replicas = { DATABASE_READ_URLS: "postgres://rembuk@127.0.0.1:1/rembuk" };
    expect(await level("server.wal-level", replicas)).toBe("fault");
    expect(await level("server.autovacuum")).toBe("fault");
    expect(await level("server.timezone")).toBe("warning");
    await inSession(postgres.url, async (client) => {
      await client.query("begin");
      await client.query("prepare transaction 'forgotten'");
    });
    expect(await level("activity.prepared")).toBe("warning");
  });
});

/** The address of another database of the same server. */
function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
