import { verifyNewest } from "../../ledger/index.js";
import { migrationNames } from "../../platform/database/index.js";
import { compiledMigrations } from "../store.js";
import {
  type Check,
  type DatabasePlace,
  type Finding,
  fault,
  ok,
  oneOf,
  type ReadRows,
  warning,
} from "./check.js";

/** The newest lines of the ledger that are verified. */
const newest = 1000;

/** The longest time by which two clocks may differ unremarked, and at all, in seconds. */
const skew = { remarked: 2, fault: 60 };

/** The migrations that this version knows, those that a database has, and the oldest that a hub must know for it. */
interface Migrations {
  known: ReadonlySet<string>;
  applied: string[];
  oldest: string | undefined;
}

async function migrationsOf(rows: ReadRows): Promise<Migrations> {
  const isThere = async (table: string) =>
    (await rows("select 1 where to_regclass($1) is not null", [table])).length > 0;
  const applied = (await isThere("schema_migration"))
    ? await rows<{ name: string }>("select name from schema_migration order by name")
    : [];
  const [support] = (await isThere("schema_support"))
    ? await rows<{ oldest: string }>("select oldest from schema_support")
    : [];
  return {
    known: new Set(await migrationNames(compiledMigrations())),
    applied: applied.map(({ name }) => name),
    oldest: support?.oldest,
  };
}

function migrationsFinding({ known, applied, oldest }: Migrations): Finding {
  const newest = applied.filter((name) => !known.has(name)).at(-1);
  const newer = `a newer version has used the database: it has ${newest}`;
  if (newest !== undefined) {
    return oldest !== undefined && known.has(oldest)
      ? warning(`${newer}; this version may run beside it`, "Upgrade this node too.")
      : fault(newer, "Start that version, or restore a backup that was made before.");
  }
  const missing = known.size - applied.length;
  return missing === 0
    ? ok(`${applied.length} migrations`)
    : warning(
        `${missing} migrations are missing`,
        "Back up the database, then start the hub, or run `rembuk migrate`.",
      );
}

/** Tables that a start makes, and the ledger that lies in them. */
export const ledgerChecks: readonly Check<DatabasePlace>[] = [
  {
    id: "schema.migrations",
    title: "the database has the migrations of this version, and no newer ones",
    run: async ({ rows }) => migrationsFinding(await migrationsOf(rows)),
  },
  {
    id: "schema.extensions",
    title: "the extension pg_trgm, by which texts are searched",
    run: async ({ rows }) => {
      const found = await rows("select 1 from pg_extension where extname = 'pg_trgm'");
      if (found.length > 0) return ok("pg_trgm is there");
      const able = await rows("select 1 from pg_available_extensions where name = 'pg_trgm'");
      return able.length > 0
        ? warning(
            "pg_trgm is not installed in the database",
            "The first start installs it; without the right to, a superuser says create extension pg_trgm.",
          )
        : fault(
            "the server has no pg_trgm",
            "Install Postgres' contributed extensions (postgresql-contrib).",
          );
    },
  },
  {
    id: "schema.guards",
    title: "the triggers that refuse writes without a line of the ledger are on",
    run: async ({ rows }) => {
      const off = await rows<{ name: string }>(
        "select tgrelid::regclass || ' ' || tgname as name from pg_trigger where tgenabled in ('D', 'R') and not tgisinternal limit 10",
      );
      return off.length === 0
        ? ok("all triggers are on")
        : fault(
            `switched off: ${off.map(({ name }) => name).join(", ")}`,
            "alter table … enable always trigger …, and find out who switched it off; then `rembuk verify`.",
          );
    },
  },
  {
    id: "schema.owner",
    title: "the hub's role does not own the ledger, which an owner could alter",
    run: async ({ rows, isEmbedded, config }) => {
      const { owns } = await oneOf<{ owns: boolean | null }>(
        rows,
        "select (select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('ledger_head')) as owns",
      );
      if (owns === null) return ok("there is no ledger yet");
      if (!owns) return ok("another role owns it");
      return isEmbedded || config.environment !== "production"
        ? ok("the role of this command owns it, as is usual outside of production")
        : warning(
            "the role of DATABASE_URL owns the ledger's tables, and could switch off their guards",
            "Let another role own and migrate them (docs/reference/operators/database.md).",
          );
    },
  },
  {
    id: "ledger.chain",
    title: `the head agrees with the last line, and the newest ${newest} lines follow from each other`,
    run: async ({ statements }) => {
      const first = await verifyNewest(statements, newest);
      // Of lines that are archived meanwhile, the second walk sees none.
      const verdict = first.whole ? first : await verifyNewest(statements, newest);
      return verdict.whole
        ? ok(`whole up to position ${verdict.position}`)
        : fault(
            `broken at position ${verdict.position}: ${verdict.reason}`,
            "Keep the database as it is; run `rembuk verify`, and restore a backup of which it says whole.",
          );
    },
  },
  {
    id: "ledger.time",
    title: "the last line does not come from the future",
    run: async ({ rows }) => {
      const { ahead } = await oneOf<{ ahead: number | null }>(
        rows,
        "select extract(epoch from (select at from change order by position desc limit 1) - clock_timestamp())::float8 as ahead",
      );
      const says = `the last line is stamped ${Math.round(ahead ?? 0)} s after the database's clock`;
      return (ahead ?? 0) > skew.remarked
        ? warning(
            says,
            "The clock of the database was ahead, or is behind now: let a time service keep it. Order stays by position.",
          )
        : ok("its time has passed");
    },
  },
  {
    id: "ledger.partitions",
    title: "partitions of the ledger stand ahead of its end",
    run: async ({ rows }) => {
      const { room } = await oneOf<{ room: number }>(
        rows,
        "select (made_to - position)::float8 as room from ledger_partitioning, ledger_head",
      );
      return room > 0
        ? ok(`room for ${room} changes`)
        : warning(
            "the next change has to make its partition",
            'Nodes make them every minute: look into the log for "partitions were not made".',
          );
    },
  },
  {
    id: "clock.database",
    title: "this machine's clock against the database's",
    run: async ({ rows, system }) => {
      const began = system.now();
      const { at } = await oneOf<{ at: number }>(
        rows,
        "select extract(epoch from clock_timestamp())::float8 * 1000 as at",
      );
      // The answer says the time of some moment of the trip.
      const halfTrip = (system.now() - began) / 2;
      const seconds = Math.max(0, Math.abs(at - began - halfTrip) - halfTrip) / 1000;
      const says = `they differ by ${seconds.toFixed(1)} s`;
      const todo = "Let a time service (chrony, systemd-timesyncd) keep both clocks.";
      if (seconds > skew.fault) return fault(says, todo);
      return seconds > skew.remarked ? warning(says, todo) : ok(says);
    },
  },
];
