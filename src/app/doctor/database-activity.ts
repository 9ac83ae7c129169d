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

// What Postgres does now, and how it has kept its tables.

/** Ok where no row is found; else a warning that names them. */
async function none(
  rows: ReadRows,
  text: string,
  says: (named: string) => string,
  todo: string,
): Promise<Finding> {
  const found = await rows<{ name: string }>(`${text} limit 10`);
  return found.length === 0
    ? ok("none")
    : warning(says(found.map(({ name }) => name).join(", ")), todo);
}

export const activityChecks: readonly Check<DatabasePlace>[] = [
  {
    id: "activity.prepared",
    title: "prepared transactions that nobody ends",
    run: ({ rows }) =>
      none(
        rows,
        "select gid as name from pg_prepared_xacts where database = current_database() order by prepared",
        (named) => `prepared transactions hold locks and old rows: ${named}`,
        "commit prepared or rollback prepared; the hub makes none.",
      ),
  },
  {
    id: "activity.idle",
    title: "sessions that hold a transaction open and do nothing",
    run: ({ rows, bounds }) =>
      none(
        rows,
        `select pid || ' (' || coalesce(nullif(application_name, ''), 'no name') || ')' as name from pg_stat_activity
         where datname = current_database() and state like 'idle in transaction%' and state_change < clock_timestamp() - interval '${bounds.idle}' order by state_change`,
        (named) => `idle in a transaction for more than 30 s: ${named}`,
        "End it (pg_terminate_backend) if it is none of yours: it holds locks, and keeps dead rows.",
      ),
  },
  {
    id: "activity.long",
    title: "statements that run for more than an hour",
    run: ({ rows, bounds }) =>
      none(
        rows,
        `select pid || ' (' || coalesce(nullif(application_name, ''), 'no name') || ')' as name from pg_stat_activity
         where datname = current_database() and backend_type = 'client backend' and state <> 'idle' and xact_start < clock_timestamp() - interval '${bounds.long}' order by xact_start`,
        (named) => `in a transaction for more than an hour: ${named}`,
        "End it if it is none of yours: dead rows are kept for it.",
      ),
  },
  {
    id: "activity.dead-rows",
    title: "dead rows that autovacuum has not removed",
    run: ({ rows }) =>
      none(
        rows,
        "select relname || ' (' || n_dead_tup || ')' as name from pg_stat_user_tables where n_dead_tup > 10000 and n_dead_tup > n_live_tup order by n_dead_tup desc",
        (named) => `tables with more dead rows than living ones: ${named}`,
        "Look for what keeps them (activity.idle, activity.long, activity.slots), then vacuum these tables.",
      ),
  },
  {
    id: "activity.xid",
    title: "the age of the oldest transaction id",
    run: async ({ rows, bounds }) => {
      const { age } = await oneOf<{ age: number }>(
        rows,
        "select age(datfrozenxid)::float8 as age from pg_database where datname = current_database()",
      );
      const says = `the oldest is ${Math.round(age / 1e6)} million transactions old`;
      const todo =
        "vacuum freeze the database; look for what keeps old rows (activity.prepared, activity.slots).";
      if (age > 1.5e9) return fault(says, todo);
      return age > bounds.xids ? warning(says, todo) : ok(says);
    },
  },
  {
    id: "activity.slots",
    title: "replication slots that nobody reads and that keep the log",
    run: ({ rows }) =>
      none(
        rows,
        "select slot_name::text as name from pg_replication_slots where not active and wal_status is not null order by 1",
        (named) => `nobody reads ${named}: the log is kept for it until the disk is full`,
        "Start its replica again, or select pg_drop_replication_slot.",
      ),
  },
  {
    id: "activity.replication",
    title: "how far standbys are behind",
    run: async ({ rows, isEmbedded, bounds }) => {
      if (isEmbedded) return ok("the hub's own Postgres has none");
      return none(
        rows,
        `select coalesce(nullif(application_name, ''), client_addr::text, 'a standby') as name from pg_stat_replication
         where pg_wal_lsn_diff(pg_current_wal_insert_lsn(), replay_lsn) > ${bounds.walBytes} order by 1`,
        (named) => `far behind: ${named}`,
        "Look at the standby's disk, its network and its long reads.",
      );
    },
  },
];
