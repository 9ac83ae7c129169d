/** Something wrong that a check of the doctor must find and name. */
interface Wrong {
  /** The check. */
  id: string;
  level: "warning" | "fault";
  env?: Record<string, string>;
  /** Other checks that see the same, in a whole report. */
  also?: readonly string[];
}

/** Something wrong with settings. */
export interface SettingFault extends Wrong {
  env: Record<string, string>;
}

/** Something wrong with a database, which one statement causes and another takes back. */
export interface DatabaseFault extends Wrong {
  /** What is wrong, as a clause. */
  what: string;
  /** What makes all well before it, where a new database is not. */
  before?: string;
  cause: string;
  repair: string;
}

/** The settings of a production hub with which all is well. */
export const production = {
  NODE_ENV: "production",
  OIDC_ISSUER: "https://sso.example/realms/hub",
  OIDC_AUDIENCE: "rembuk",
  DATABASE_URL: "postgres://rembuk@db.internal/rembuk?sslmode=verify-full",
  TRUSTED_PROXIES: "10.0.0.0/8",
  METRICS_PORT: "0",
  PORT: "0",
  WEBHOOK_KEYS: Buffer.alloc(32, 7).toString("base64"),
};

/** What makes a check of the settings warn, in a hub in which all else is well. */
export const settingFaults: readonly SettingFault[] = [
  { id: "configuration.kind", level: "warning", env: { NODE_ENV: "development" } },
  {
    ...{ id: "configuration.issuer", level: "fault" },
    env: { NODE_ENV: "test", OIDC_ISSUER: "", OIDC_AUDIENCE: "", HOST: "10.0.0.9" },
    also: ["configuration.ports"],
  },
  {
    ...{ id: "configuration.database-tls", level: "warning" },
    env: { DATABASE_URL: "postgres://rembuk@db.internal/rembuk" },
  },
  {
    ...{ id: "configuration.database-tls", level: "warning" },
    env: { DATABASE_READ_URLS: "postgres://rembuk@replica.internal/rembuk" },
  },
  { id: "configuration.proxy", level: "warning", env: { TRUSTED_PROXIES: "" } },
  { id: "configuration.metrics", level: "warning", env: { METRICS_PORT: "" } },
  { id: "configuration.metrics", level: "warning", env: { METRICS_HOST: "0.0.0.0" } },
  {
    ...{ id: "configuration.origins", level: "warning" },
    env: { CORS_ORIGINS: "https://a.example,http://b.example" },
  },
  { id: "configuration.open-doors", level: "warning", env: { INTROSPECTION: "on" } },
  { id: "configuration.open-doors", level: "warning", env: { REMBUK_SAMPLE: "on" } },
  { id: "configuration.webhook-keys", level: "warning", env: { WEBHOOK_KEYS: "" } },
  {
    ...{ id: "configuration.contradictions", level: "warning" },
    env: { PORT: "4000", METRICS_PORT: "4000" },
    also: ["configuration.ports"],
  },
  { id: "configuration.contradictions", level: "warning", env: { PLANNED_READS: "off" } },
  {
    ...{ id: "configuration.documents", level: "fault" },
    env: { DOCUMENTS_MANIFEST: "/nowhere/manifest.json" },
  },
];

const later = "Migration20991231000000_later";
const newest = "where position = (select position from ledger_head)";

/** Runs a statement that a query makes, as for an object whose name is looked up. */
const executed = (query: string) => `do $$ begin execute (${query}); end $$`;
const ofTrigger = (how: string) =>
  `select string_agg(format('alter table %s ${how} trigger %I', tgrelid::regclass, tgname), ';') from pg_trigger`;

const export2HoursOld = (status: string) => `insert into export_job
  (id, status, format, list, locale, request, by_operator, created_at)
  values (gen_random_uuid(), '${status}', 'CSV', 'regions', 'en', '{}', true, now() - interval '2 hours')`;

/** A schedule that has made its backup, and the state of a new database, which has none. */
const scheduled = {
  env: { BACKUP_EVERY: "1d", BACKUP_TO: "/tmp/rembuk-doctor-backups" },
  before: "update backup_state set made_at = now()",
  repair: "update backup_state set made_at = null, failed_at = null",
};

/** What is wrong with a database that was well before. */
export const databaseFaults: readonly DatabaseFault[] = [
  {
    ...{ id: "schema.migrations", level: "warning", what: "a newer version has used it" },
    cause: `insert into schema_migration (name) values ('${later}')`,
    repair: `delete from schema_migration where name = '${later}'`,
  },
  {
    ...{ id: "schema.migrations", level: "fault", what: "a newer version requires itself" },
    cause: `create table before as select oldest from schema_support;
      insert into schema_migration (name) values ('${later}'); update schema_support set oldest = '${later}'`,
    repair: `delete from schema_migration where name = '${later}';
      update schema_support set oldest = (select oldest from before); drop table before`,
  },
  {
    ...{ id: "schema.migrations", level: "warning", what: "a migration is missing" },
    cause: `create table removed as select * from schema_migration order by name desc limit 1;
      delete from schema_migration where name in (select name from removed)`,
    repair: "insert into schema_migration select * from removed; drop table removed",
  },
  {
    ...{ id: "schema.guards", level: "fault", what: "a guard is switched off" },
    cause: executed(
      `${ofTrigger("disable")} where oid = (select min(oid) from pg_trigger where not tgisinternal)`,
    ),
    repair: executed(`${ofTrigger("enable")} where tgenabled = 'D'`),
  },
  {
    ...{ id: "ledger.chain", level: "fault", what: "a line was altered" },
    cause: `update change set operation = operation || 'x' ${newest}`,
    repair: `update change set operation = left(operation, -1) ${newest}`,
  },
  {
    ...{ id: "ledger.chain", level: "fault", what: "the head names another line" },
    cause: "update ledger_head set hash = reverse(hash)",
    repair: "update ledger_head set hash = reverse(hash)",
  },
  {
    ...{ id: "ledger.time", level: "warning", what: "a line is of the future" },
    also: ["ledger.chain"],
    cause: `update change set at = at + interval '9 years' ${newest}`,
    repair: `update change set at = at - interval '9 years' ${newest}`,
  },
  {
    ...{ id: "ledger.partitions", level: "warning", what: "the ledger has no room" },
    cause: "update ledger_partitioning set made_to = made_to - 100000000",
    repair: "update ledger_partitioning set made_to = made_to + 100000000",
  },
  {
    ...{ id: "jobs.files", level: "fault", what: "a row's file is not there" },
    cause: `insert into ledger_archive values (900000, 900001, 'change_nowhere', '', '', now(),
      repeat('a1', 32), repeat('a1', 32), 1)`,
    repair: "delete from ledger_archive where first_position = 900000",
  },
  {
    ...{ id: "jobs.exports", level: "warning", what: "an export waits" },
    cause: export2HoursOld("QUEUED"),
    repair: "delete from export_job",
  },
  {
    ...{ id: "jobs.exports", level: "warning", what: "an export's node is silent" },
    cause: export2HoursOld("RUNNING"),
    repair: "delete from export_job",
  },
  {
    ...{ id: "jobs.backups", level: "warning", what: "the last backup is old" },
    ...scheduled,
    cause: "update backup_state set made_at = now() - interval '3 days'",
  },
  {
    ...{ id: "jobs.backups", level: "warning", what: "the last backup failed" },
    ...scheduled,
    cause: "update backup_state set failed_at = now()",
  },
];
