import type { MikroORM } from "@mikro-orm/postgresql";
import pg from "pg";

/** The key of the advisory lock under which one node migrates while the others wait: "rembuk" in ASCII. */
const lockKey = 0x72656d62;

/**
 * Brings the database to the newest migration. Nodes that start together wait for one another; the
 * lock goes with its session, so a node that dies does not leave it behind.
 */
export async function migrate(orm: MikroORM, url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    const applied = await orm.migrator.up();
    return applied.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
