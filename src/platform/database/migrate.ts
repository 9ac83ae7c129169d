import { readdir } from "node:fs/promises";
import { parse } from "node:path";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { Connections } from "./connections.js";
import { type RunSql, sqlBy } from "./rights.js";
import { RoleFault } from "./roles.js";

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

/** The Postgres state of a database whose role may not read it: insufficient_privilege. */
const forbidden = "42501";

/** The names of the migrations that a database has, in order. */
async function migrationsOf(orm: MikroORM): Promise<string[]> {
  const table = orm.config.get("migrations").tableName;
  const statement = `select name from ${orm.em.getPlatform().quoteIdentifier(String(table))} order by name`;
  try {
    const rows = await orm.em.getConnection().execute<{ name: string }[]>(statement);
    return rows.map(({ name }) => name);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === neverMigrated) return [];
    if (code !== forbidden) throw error;
    throw new RoleFault(
      "The role of DATABASE_URL has no rights in this database: run `rembuk migrate` with DATABASE_OWNER_URL.",
    );
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

/** The names of the migrations in a folder, in order. */
export async function migrationNames(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  // Beside each compiled one lies the map to its source.
  return [...new Set(files.map((file) => parse(parse(file).name).name))].sort();
}

/** The names of the migrations of this version. */
const knownMigrations = (orm: MikroORM): Promise<string[]> =>
  migrationNames(String(orm.config.get("migrations").path));

/** The names of the migrations that a database lacks. */
export async function pendingMigrations(orm: MikroORM): Promise<string[]> {
  const applied = new Set(await migrationsOf(orm));
  return (await knownMigrations(orm)).filter((name) => !applied.has(name));
}

/**
 * Throws NewerDatabase where a newer version has migrated a database in a way that this one cannot run with. It
 * changes nothing. Gives the newest migration that this version does not know and can run with, as during a
 * rolling upgrade (ADR 0109).
 */
export async function refuseNewer(orm: MikroORM): Promise<string | undefined> {
  const known = new Set(await knownMigrations(orm));
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
 *
 * @param finish what ends the transaction, with the statements of its session
 */
export async function migrate(
  orm: MikroORM,
  finish: (run: RunSql) => Promise<void> = async () => undefined,
): Promise<string[]> {
  await refuseNewer(orm);
  return orm.em.fork().transactional(async (em) => {
    await em.execute("set local statement_timeout = 0");
    const applied = await orm.migrator.up({ transaction: em.getTransactionContext() });
    await finish(sqlBy(em.getKysely()));
    return applied.map(({ name }) => name);
  });
}
