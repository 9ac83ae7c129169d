import type { MikroORM } from "@mikro-orm/postgresql";
import pg from "pg";

/** The key of the advisory lock under which one node prepares while others wait: "remb" in ASCII. */
const lockKey = 0x72656d62;

/**
 * Runs `work` while no other node prepares the same database. The lock belongs to a session of its
 * own, so a node that dies does not leave it behind.
 */
export async function preparing<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    return await work();
  } finally {
    await client.end();
  }
}

/**
 * Brings the database to the newest migration, whole or not at all; returns the names of those that
 * it ran. An index of a large table takes longer than a reader's statement may.
 */
export async function migrate(orm: MikroORM): Promise<string[]> {
  return orm.em.fork().transactional(async (em) => {
    await em.execute("set local statement_timeout = 0");
    const applied = await orm.migrator.up({ transaction: em.getTransactionContext() });
    return applied.map(({ name }) => name);
  });
}
