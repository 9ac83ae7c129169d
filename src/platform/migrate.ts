import type { MikroORM } from "@mikro-orm/postgresql";
import pg from "pg";

/** The key of the advisory lock for preparing a database: "remb" in ASCII. */
const lockKey = 0x72656d62;

/**
 * Runs `work` while no other node prepares the same database. The lock belongs to a session of its own:
 * it ends when a node dies.
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
 * Runs the missing migrations in one transaction, without a statement timeout, as an index of a large
 * table may take long. Returns their names.
 */
export async function migrate(orm: MikroORM): Promise<string[]> {
  return orm.em.fork().transactional(async (em) => {
    await em.execute("set local statement_timeout = 0");
    const applied = await orm.migrator.up({ transaction: em.getTransactionContext() });
    return applied.map(({ name }) => name);
  });
}
