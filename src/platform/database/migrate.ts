import type { MikroORM } from "@mikro-orm/postgresql";
import type { Connections } from "./connections.js";

/** The key of the advisory lock for preparing a database: "remb" in ASCII. */
const lockKey = 0x72656d62;

/**
 * Runs `work` while no other node prepares the same database. The lock belongs to a session of its own:
 * it ends when a node dies. The statements of a start may take as long as Postgres lets them.
 */
export async function preparing<T>(connections: Connections, work: () => Promise<T>): Promise<T> {
  const client = await connections.session("rembuk-start");
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    return await connections.unhurried(work);
  } finally {
    await client.end();
  }
}

/**
 * Runs the missing migrations in one transaction, without a statement timeout, as an index of a large
 * table may take long. Returns their names. Call it in `preparing`.
 */
export async function migrate(orm: MikroORM): Promise<string[]> {
  return orm.em.fork().transactional(async (em) => {
    await em.execute("set local statement_timeout = 0");
    const applied = await orm.migrator.up({ transaction: em.getTransactionContext() });
    return applied.map(({ name }) => name);
  });
}
