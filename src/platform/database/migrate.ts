import { readdir } from "node:fs/promises";
import { parse } from "node:path";
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

/** The error of a database that a newer version has migrated: this one does not know what its tables mean. */
export class NewerDatabase extends Error {
  override name = "NewerDatabase";

  constructor(migration: string) {
    super(
      `A newer version of Rembuk has used this database: it has the migration ${migration}, which this version does not know. Start that version, or restore a backup that was made before.`,
    );
  }
}

/** The Postgres state of a database without any migration: undefined_table. */
const neverMigrated = "42P01";

/** The names of the migrations that a database has, in order. */
async function migrationsOf(orm: MikroORM): Promise<string[]> {
  const table = orm.config.get("migrations").tableName;
  const statement = `select name from ${orm.em.getPlatform().quoteIdentifier(String(table))} order by name`;
  try {
    const rows = await orm.em.getConnection().execute<{ name: string }[]>(statement);
    return rows.map(({ name }) => name);
  } catch (error) {
    if ((error as { code?: unknown }).code === neverMigrated) return [];
    throw error;
  }
}

/** The oldest migration that a hub must know to use a database; undefined where the database does not say. */
async function oldestSupported(orm: MikroORM): Promise<string | undefined> {
  try {
    const statement = "select oldest from schema_support";
    const [row] = await orm.em.getConnection().execute<{ oldest: string }[]>(statement);
    return row?.oldest;
  } catch (error) {
    if ((error as { code?: unknown }).code === neverMigrated) return undefined;
    throw error;
  }
}

/**
 * Throws NewerDatabase where a newer version has migrated a database in a way that this one cannot run with. It
 * changes nothing. Gives the newest migration that this version does not know and can run with, as during a
 * rolling upgrade (ADR 0109).
 */
export async function refuseNewer(orm: MikroORM): Promise<string | undefined> {
  const files = await readdir(String(orm.config.get("migrations").path));
  const known = new Set(files.map((file) => parse(file).name));
  const unknown = (await migrationsOf(orm)).filter((name) => !known.has(name));
  const newest = unknown.at(-1);
  if (newest === undefined) return undefined;
  const oldest = await oldestSupported(orm);
  if (oldest === undefined || !known.has(oldest)) throw new NewerDatabase(newest);
  return newest;
}

/**
 * Runs the missing migrations in one transaction, without a statement timeout, as an index of a large
 * table may take long. Returns their names. Call it in `preparing`. Throws NewerDatabase as `refuseNewer` does.
 */
export async function migrate(orm: MikroORM): Promise<string[]> {
  await refuseNewer(orm);
  return orm.em.fork().transactional(async (em) => {
    await em.execute("set local statement_timeout = 0");
    const applied = await orm.migrator.up({ transaction: em.getTransactionContext() });
    return applied.map(({ name }) => name);
  });
}
