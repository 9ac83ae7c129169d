import { answerConnectionsOf, liveConnectionsOf } from "../limits/index.js";
import {
  type Check,
  type DatabasePlace,
  fault,
  ok,
  oneOf,
  type ReadRows,
  warning,
} from "./check.js";

/** The oldest Postgres that the hub runs on. */
const oldest = "18";

/** Settings of the server for all sessions, as a session begins with them. */
async function settingsOf<K extends string>(
  rows: ReadRows,
  ...names: K[]
): Promise<Record<K, string>> {
  const found = await rows<{ name: K; value: string }>(
    "select name, reset_val as value from pg_settings where name = any($1)",
    [names],
  );
  // The cast: each name is one that Postgres has.
  return Object.fromEntries(found.map(({ name, value }) => [name, value])) as Record<K, string>;
}

/** Those of these settings that are off. */
async function switchedOff(rows: ReadRows, ...names: string[]): Promise<string[]> {
  const found = await settingsOf(rows, ...names);
  return names.filter((name) => found[name] === "off");
}

/** The connections that a node opens at most, with those that it has apart from its pools. */
export function connectionsOf({
  config: { databasePoolSize: size, limits, exports },
}: DatabasePlace): number {
  const live = liveConnectionsOf(size);
  const exporting = limits.exports + exports.jobs + 1;
  return size + live + (size + answerConnectionsOf(size)) + live + exporting + 2;
}

const inConf = (setting: string): string =>
  `Set ${setting} in postgresql.conf, and restart or reload Postgres.`;

/** The server, and its settings. */
export const serverChecks: readonly Check<DatabasePlace>[] = [
  {
    id: "server.version",
    title: `Postgres ${oldest} or newer`,
    run: async ({ rows, bounds }) => {
      const { server_version: name, server_version_num: number } = await settingsOf(
        rows,
        "server_version",
        "server_version_num",
      );
      return Number(number) >= bounds.postgres
        ? ok(`Postgres ${name}`)
        : fault(`this is Postgres ${name}`, `Upgrade to Postgres ${oldest}.`);
    },
  },
  {
    id: "server.connections",
    title: "`max_connections` against all pools of all nodes that are connected",
    run: async (place) => {
      const { max_connections: most, superuser_reserved_connections: reserved } = await settingsOf(
        place.rows,
        "max_connections",
        "superuser_reserved_connections",
      );
      const { nodes } = await oneOf<{ nodes: number }>(
        place.rows,
        "select count(*)::int as nodes from pg_stat_activity where application_name = 'rembuk-watch' and datname = current_database()",
      );
      const [each, room] = [connectionsOf(place), Number(most) - Number(reserved)];
      const needed = each * Math.max(1, nodes);
      const says = `nodes: ${Math.max(1, nodes)}; connections that they may open: ${needed}; that Postgres gives: ${room}`;
      const todo = `Raise max_connections above ${needed + Number(reserved)}, or lower DATABASE_POOL_SIZE.`;
      if (needed > room) return fault(says, todo);
      return needed > room * 0.9 ? warning(says, todo) : ok(says);
    },
  },
  {
    id: "server.memory",
    title: "`shared_buffers` and `work_mem`",
    run: async ({ rows }) => {
      const { shared_buffers: pages, work_mem: kilobytes } = await settingsOf(
        rows,
        "shared_buffers",
        "work_mem",
      );
      const [buffers, work] = [Number(pages) / 128, Number(kilobytes) / 1024];
      const says = `shared_buffers ${buffers} MB, work_mem ${work} MB`;
      return buffers >= 128 && work >= 4
        ? ok(says)
        : warning(
            `${says}: less than Postgres' own defaults`,
            inConf(
              "shared_buffers to a quarter of the machine's memory and work_mem to 4 MB or more",
            ),
          );
    },
  },
  {
    id: "server.durability",
    title: "`fsync`, `full_page_writes` and `synchronous_commit`: what is confirmed is kept",
    run: async ({ rows }) => {
      const off = await switchedOff(rows, "fsync", "full_page_writes", "synchronous_commit");
      return off.length === 0
        ? ok("on")
        : fault(
            `${off.join(", ")} off: a crash of the machine loses confirmed writes, or the database`,
            inConf(`${off.map((name) => `${name} = on`).join(", ")}`),
          );
    },
  },
  {
    id: "server.encoding",
    title: "the database's encoding",
    run: async ({ rows }) => {
      const { encoding } = await oneOf<{ encoding: string }>(
        rows,
        "select pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()",
      );
      return encoding === "UTF8"
        ? ok(encoding)
        : fault(
            `the encoding is ${encoding}`,
            "Make a database with encoding UTF8, and load a dump into it.",
          );
    },
  },
  {
    id: "server.collation",
    title: "the collation's version is that of the system's library",
    run: async ({ rows }) => {
      const { was, is } = await oneOf<{ was: string | null; is: string | null }>(
        rows,
        "select datcollversion as was, pg_database_collation_actual_version(oid) as is from pg_database where datname = current_database()",
      );
      return was === is
        ? ok(was ? `version ${was}` : "it has none that could change")
        : warning(
            `texts were ordered by version ${was} and now by ${is}: indexes may miss rows`,
            "reindex database; alter database … refresh collation version.",
          );
    },
  },
  {
    id: "server.timezone",
    title: "the time zone in which tools other than the hub see times",
    run: async ({ rows }) => {
      const { TimeZone: zone } = await settingsOf(rows, "TimeZone");
      return /^(etc\/)?(utc|gmt|uct|universal|zulu)$/i.test(zone)
        ? ok(zone)
        : warning(
            `dumps and tools see times of ${zone}; the hub's sessions are in UTC`,
            "alter database … set timezone = 'UTC'.",
          );
    },
  },
  {
    id: "server.wal-level",
    title: "`wal_level`, for base backups, archives and replicas",
    run: async ({ rows, config }) => {
      const { wal_level: level } = await settingsOf(rows, "wal_level");
      if (level !== "minimal") return ok(level);
      const todo = inConf("wal_level = replica");
      return config.replicas.urls
        ? fault("wal_level is minimal: no replica can follow", todo)
        : warning("wal_level is minimal: no backup can be made while Postgres runs", todo);
    },
  },
  {
    id: "server.timeouts",
    title: "time-outs of the server or the role that would cut exports and migrations",
    run: async ({ rows }) => {
      const found = await settingsOf(rows, "transaction_timeout", "idle_session_timeout");
      const set = Object.entries(found)
        .filter(([, value]) => value !== "0")
        .map(([name, value]) => `${name} ${value} ms`);
      return set.length === 0
        ? ok("none; the hub sets its own")
        : warning(
            `${set.join(", ")}: the hub sets its own deadlines, and this cuts what may take longer`,
            "Set both to 0 for the hub's role.",
          );
    },
  },
  {
    id: "server.autovacuum",
    title: "`autovacuum` and `track_counts`",
    run: async ({ rows }) => {
      const off = await switchedOff(rows, "autovacuum", "track_counts");
      return off.length === 0
        ? ok("on")
        : fault(
            `${off.join(", ")} off: tables grow, and plans get bad`,
            inConf(off.map((name) => `${name} = on`).join(", ")),
          );
    },
  },
  {
    id: "server.role",
    title: "the hub's role is no superuser",
    run: async ({ rows, isEmbedded, config }) => {
      const { role, isSuper } = await oneOf<{ role: string; isSuper: boolean }>(
        rows,
        `select current_user as role, rolsuper as "isSuper" from pg_roles where rolname = current_user`,
      );
      if (!isSuper || isEmbedded)
        return ok(
          isEmbedded ? "the hub's own Postgres is reached by its user alone" : `${role} is none`,
        );
      const todo =
        "Give the hub a role of its own without superuser rights (docs/reference/operators/database.md).";
      const says = `${role} is a superuser: it could switch off the guards of the ledger`;
      return config.environment === "production" ? fault(says, todo) : warning(says, todo);
    },
  },
];
