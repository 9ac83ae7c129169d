import {
  grantRights,
  migrate,
  originSql,
  pendingMigrations,
  RoleFault,
  type RunSql,
  refuseNewer,
  standingOf,
} from "../platform/database/index.js";
import type { Logger } from "../platform/logger.js";
import { asOwner, type Store } from "./store.js";

/** The connections of a store that bring its database to this version. */
type Versioned = Pick<Store, "orm" | "owner" | "watch">;

const docs = "docs/reference/operators/database.md#two-roles";

/** Short statements on the connection of the hub's user. */
export const asUser =
  ({ watch }: Pick<Store, "watch">): RunSql =>
  async <T>(text: string) =>
    // The cast: who asks knows the columns.
    (await watch.read(text)) as T[];

/** What tells the database of a session from others. */
const originOf = async (run: RunSql): Promise<string | undefined> =>
  (await run<{ origin: string }>(`select ${originSql} as origin`))[0]?.origin;

/** Throws where the two addresses lead to different databases. */
async function checkSame(run: RunSql, origin: string | undefined): Promise<void> {
  if ((await originOf(run)) === origin) return;
  throw new RoleFault("DATABASE_URL and DATABASE_OWNER_URL lead to different databases.");
}

/** The version of a database. */
export interface Version {
  /** The names of the migrations that were made now. */
  migrations: string[];
  /** The newest migration that only a newer version knows, where this one can run with it. */
  newer: string | undefined;
}

/** Migrates as the owner, who gives the user its rights in the same transaction. */
async function migrateAsOwner(store: Versioned, logger: Logger): Promise<Version> {
  const run = asUser(store);
  const { role } = await standingOf(run);
  const origin = await originOf(run);
  return asOwner(store, logger, async (orm) => {
    const newer = await refuseNewer(orm);
    const migrations = await migrate(orm, async (owning) => {
      await checkSame(owning, origin);
      // What the tables of a newer version need, that one knows.
      if (!newer) await grantRights(owning, role);
    });
    return { migrations, newer };
  });
}

/** Migrates as the hub's user, unless only the owner may: then nothing may be missing. */
async function migrateAsUser(store: Versioned): Promise<Version> {
  const { role, isMade, mayAlter, mayCreate } = await standingOf(asUser(store));
  const newer = await refuseNewer(store.orm);
  if (isMade ? mayAlter : mayCreate) return { migrations: await migrate(store.orm), newer };
  const [first] = await pendingMigrations(store.orm);
  if (first === undefined) return { migrations: [], newer };
  throw new RoleFault(
    `The database lacks migrations, from ${first} on, and ${role} may not make them: run \`rembuk migrate\` with DATABASE_OWNER_URL (${docs}).`,
  );
}

/**
 * Brings the database to this version, and gives the hub's user its rights. Warns where the hub's role could
 * alter the ledger. Call it in `preparing`. Throws NewerDatabase, and RoleFault where a role may not do its part.
 */
export async function bringToVersion(store: Versioned, logger: Logger): Promise<Version> {
  const version = store.owner ? await migrateAsOwner(store, logger) : await migrateAsUser(store);
  const { role, mayAlter } = await standingOf(asUser(store));
  if (mayAlter) {
    logger.warn(
      { role },
      `THE HUB'S ROLE ${role} CAN ALTER THE LEDGER: it owns the tables, or is a superuser. Make two roles by \`rembuk roles\` (${docs}).`,
    );
  }
  return version;
}
