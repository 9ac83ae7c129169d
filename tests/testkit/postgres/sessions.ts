import pg from "pg";
import { openStore, type Store } from "../../../src/app/store.js";
import { Ledger } from "../../../src/ledger/index.js";
import { parseConfig } from "../../../src/platform/config.js";
import { addressAs } from "../../../src/platform/database/index.js";
import { makeLogger } from "../../../src/platform/logger.js";

/** A ledger over a database, without a hub around it. */
export interface OpenLedger {
  ledger: Ledger;
  orm: Store["orm"];
  close(): Promise<void>;
}

export async function openLedger(databaseUrl: string): Promise<OpenLedger> {
  const config = parseConfig({ NODE_ENV: "test", DATABASE_URL: databaseUrl });
  const logger = makeLogger({ logLevel: "silent", environment: "test" });
  const { orm, close } = await openStore(config, logger);
  return { ledger: new Ledger(orm), orm, close };
}

/** The address of a database for the superuser, whom tests look and reach behind the hub as. */
export const asSuperuser = (databaseUrl: string): string => addressAs(databaseUrl, "rembuk");

/** The settings of a program that works on a database as its owner too, as an archive of the ledger needs. */
export const ownerSettings = (databaseUrl: string) => ({
  DATABASE_URL: databaseUrl,
  DATABASE_OWNER_URL: addressAs(databaseUrl, "rembuk_owner"),
});

/**
 * A pool of connections to a test's database, as the superuser. An idle one whose session is ended, as by the removal of the
 * database right after the pool's end, is no error of the test that runs then.
 */
export function testPool(connectionString: string, options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ connectionString: asSuperuser(connectionString), ...options });
  pool.on("error", () => undefined);
  return pool;
}

/** Runs `work` on a database session of its own, as the superuser. */
export async function inSession<T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: asSuperuser(databaseUrl) });
  // A session that a test cuts, or whose server stops, ends with an error of its own.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs SQL behind the guards, as the database's superuser can. */
export const behindTheGuards = (databaseUrl: string, statement: string, values: unknown[] = []) =>
  inSession(databaseUrl, async (client) => {
    await client.query("set session_replication_role = replica");
    return client.query(statement, values);
  });

/** A lock that a test holds until it lets go. */
export interface Held {
  release(): Promise<void>;
}

/** Runs statements in a transaction that stays open until it is released. */
export async function hold(databaseUrl: string, ...statements: string[]): Promise<Held> {
  const client = new pg.Client({ connectionString: asSuperuser(databaseUrl) });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("begin");
  for (const statement of statements) await client.query(statement);
  return {
    release: async () => {
      await client.query("commit");
      await client.end();
    },
  };
}

/** Holds the ledger's head: a writer has then done all but append and commit. */
export const holdHead = (databaseUrl: string): Promise<Held> =>
  hold(databaseUrl, "select 1 from ledger_head for update");

const timeoutMs = 60_000;

/** Resolves when `count` sessions of the database wait for a lock; gives their process ids. */
export async function untilBlocked(databaseUrl: string, count: number): Promise<number[]> {
  return inSession(databaseUrl, async (client) => {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity
         where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
      );
      if (rows.length === count) return rows.map(({ pid }) => pid);
      if (Date.now() > deadline) throw new Error(`${rows.length} sessions wait, not ${count}`);
      await client.query("select pg_sleep(0.005)");
    }
  });
}
