import { z } from "zod";
import { logs, tracing } from "./observing-settings.js";
import {
  account,
  bucketName,
  duration,
  GiB,
  hostName,
  hostNames,
  issuerAddress,
  natsPlace,
  networks,
  oneOf,
  onOff,
  origins,
  path,
  paths,
  placeOfFiles,
  postgresAddress,
  postgresAddresses,
  sealingKeys,
  seconds,
  webAddress,
  whole,
  word,
  words,
} from "./setting-types.js";
import { isSecret, setting } from "./variables.js";

/** The kinds of hub. */
export const environments = ["development", "production", "test"] as const;
const documentModes = ["any", "apq", "trusted"] as const;
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** The samples that a hub makes at its start. */
const samples = ["off", "on", "province", "country"] as const;

/** Where rates are counted. */
const rateStores = ["memory", "postgres"] as const;

/** A kind of hub, on which defaults and strictness depend. */
export type Environment = (typeof environments)[number];

/** NODE_ENV, on which the defaults of other settings depend. */
// biome-ignore format: a table reads best with one setting a line, however long.
export const environmentSetting = setting("NODE_ENV", oneOf(environments).prefault("development"), "Kind of hub: decides the defaults below, and production refuses the development issuer.");

// biome-ignore format: a table reads best with one setting a line, however long.
const general = (environment: Environment) => {
  const onIn = (...some: Environment[]) => onOff.prefault(some.includes(environment) ? "on" : "off");
  return {
    environment: environmentSetting,
    host: setting("HOST", hostName.prefault("127.0.0.1"), "Address that the hub listens on."),
    port: setting("PORT", whole(0, 65535).prefault("4000"), "Port that the hub listens on; 0 takes any free one."),
    metricsHost: setting("METRICS_HOST", hostName.prefault("127.0.0.1"), "Address that the metrics are served on."),
    metricsPort: setting("METRICS_PORT", whole(0, 65535).optional(), "Port of the metrics for Prometheus, at /metrics; 0 takes any free one; without it there are none."),
    databaseUrl: setting("DATABASE_URL", postgresAddress.optional(), "Postgres server; without it the hub runs its own Postgres.", isSecret),
    databaseOwnerUrl: setting("DATABASE_OWNER_URL", postgresAddress.optional(), "The same database for the role that owns it: migrates it and archives its ledger; without it the role of DATABASE_URL does, and could alter the ledger.", isSecret),
    databaseAdminUrl: setting("DATABASE_ADMIN_URL", postgresAddress.optional(), "The same database for a role that may make roles; `rembuk roles` alone uses it.", isSecret),
    dataFolder: setting("REMBUK_DATA", path.prefault(".rembuk"), "Folder of the hub's own Postgres, its development keys, its files and running uploads."),
    user: setting("REMBUK_USER", account.prefault("65534"), "User that a hub becomes which is started as root; root: it stays root."),
    sample: setting("REMBUK_SAMPLE", oneOf(samples).prefault(environment === "development" ? "on" : "off"), "Makes a sample at the start: on, the real cases; province or country, synthetic data of a province or of all of them."),
    logLevel: setting("LOG_LEVEL", oneOf(logLevels).prefault("info"), "Lowest severity that is logged."),
    postgresRestarts: setting("POSTGRES_RESTARTS", whole(0, 1000).prefault("10"), "Restarts of the hub's own Postgres within ten minutes, after which the hub ends."),
    databasePoolSize: setting("DATABASE_POOL_SIZE", whole(2, 200).prefault("10"), "Maximum number of database connections; planned reads and payloads of mutations have five quarters of it again, and live updates three quarters more."),
    statementTimeoutMs: setting("STATEMENT_TIMEOUT_MS", whole(100, 3600000).prefault("15000"), "Milliseconds that one statement may run, and within which all statements of a document must begin."),
    visitorStatementTimeoutMs: setting("VISITOR_STATEMENT_TIMEOUT_MS", whole(100, 3600000).prefault("3000"), "The same for requests without a credential; STATEMENT_TIMEOUT_MS where that is less."),
    positionTimeoutMs: setting("POSITION_TIMEOUT_MS", whole(0, 60000).prefault("5000"), "Milliseconds that a request with Rembuk-Position may wait for the ledger to reach that position."),
    plannedReads: setting("PLANNED_READS", onOff.prefault("on"), "Answers a query by one SQL statement where possible; off: always by resolvers."),
    responseCacheBytes: setting("RESPONSE_CACHE_BYTES", whole(0, 64 * GiB).prefault("67108864"), "Size of the response cache in bytes; 0 turns it off."),
    documents: setting("DOCUMENTS", oneOf(documentModes).prefault("any"), "Accepted documents: any; apq: any, and those that clients register by their hash; trusted: those of the manifest only."),
    documentsManifest: setting("DOCUMENTS_MANIFEST", paths.optional(), "Manifests of trusted documents: files, or folders of .json files; without it the shipped one."),
    documentsMaxAgeSeconds: setting("DOCUMENTS_MAX_AGE_SECONDS", whole(0, 86400).prefault("0"), "Seconds for which a proxy may answer a visitor's GET of a document by its id without asking the hub."),
    introspection: setting("INTROSPECTION", onIn("development", "test"), "Allows introspection of the schema."),
    schemaServed: setting("SCHEMA", onOff.prefault("on"), "Serves the schema's text at /schema.graphql."),
    graphiql: setting("GRAPHIQL", onIn("development"), "Serves GraphiQL to browsers at /graphql."),
    trustedProxies: setting("TRUSTED_PROXIES", networks.optional(), "Proxies whose X-Forwarded-For names the client; limits count clients by that address."),
    trustedOrigins: setting("CORS_ORIGINS", origins.optional(), "Origins of the portals whose pages may call the hub from a browser."),
  };
};

/** The identity provider, and the rules for its tokens. */
// biome-ignore format: a table reads best with one setting a line, however long.
const oidc = z.object({
  issuer: setting("OIDC_ISSUER", issuerAddress.optional(), "Identity provider; without it the hub signs tokens itself, which production refuses."),
  audience: setting("OIDC_AUDIENCE", word.optional(), "Audience of accepted tokens; required with OIDC_ISSUER."),
  jwksUrl: setting("OIDC_JWKS_URL", webAddress.optional(), "Address of the provider's keys; without it the one in the provider's discovery document."),
  operatorClaim: setting("OIDC_OPERATOR_CLAIM", word.prefault("rembuk_operator"), "Token claim that makes its bearer a platform operator."),
  accessTokenType: setting("OIDC_ACCESS_TOKEN_TYPE", oneOf(["any", "at+jwt"]).prefault("any"), "Accepted tokens; at+jwt: only those that the provider marks as access tokens (RFC 9068)."),
  clockSkewSeconds: setting("OIDC_CLOCK_SKEW_SECONDS", whole(0, 300).prefault("30"), "Allowed difference between the provider's clock and the hub's, in seconds."),
});

/** An S3-compatible store of files; the bucket is addressed by path. */
// biome-ignore format: a table reads best with one setting a line, however long.
const s3 = z.object({
  endpoint: setting("S3_ENDPOINT", issuerAddress.optional(), "S3-compatible store of files; without it files lie in REMBUK_DATA."),
  bucket: setting("S3_BUCKET", bucketName.optional(), "Bucket of the store; required with S3_ENDPOINT."),
  region: setting("S3_REGION", word.prefault("us-east-1"), "Region of the store, for the signatures of requests."),
  accessKeyId: setting("S3_ACCESS_KEY_ID", word.optional(), "ID of the store's access key; required with S3_ENDPOINT."),
  secretAccessKey: setting("S3_SECRET_ACCESS_KEY", word.optional(), "Secret of the store's access key; required with S3_ENDPOINT.", isSecret),
});

// biome-ignore format: a table reads best with one setting a line, however long.
const limits = z.object({
  depth: setting("LIMIT_DEPTH", whole(1, 1000).prefault("15"), "Maximum nesting depth of a document."),
  cost: setting("LIMIT_COST", whole(1, 1e9).prefault("100000"), "Maximum cost of a document."),
  tokens: setting("LIMIT_TOKENS", whole(1, 1e6).prefault("4000"), "Maximum number of lexical tokens in a document."),
  aliases: setting("LIMIT_ALIASES", whole(0, 1e5).prefault("60"), "Maximum number of aliases in a document."),
  documentBytes: setting("LIMIT_DOCUMENT_BYTES", whole(100, GiB).prefault("102400"), "Maximum size of a document's text, in bytes."),
  answerBytes: setting("LIMIT_ANSWER_BYTES", whole(1024, GiB).prefault("33554432"), "Maximum size of an answer's data, in bytes."),
  bodyBytes: setting("LIMIT_BODY_BYTES", whole(1024, GiB).prefault("2097152"), "Maximum size of a request body, in bytes."),
  frameBytes: setting("LIMIT_FRAME_BYTES", whole(1024, GiB).prefault("262144"), "Maximum size of a WebSocket frame from a client, in bytes."),
  fileBytes: setting("LIMIT_FILE_BYTES", whole(1024, GiB).prefault("26214400"), "Maximum size of an uploaded file, in bytes."),
  tableBytes: setting("LIMIT_TABLE_BYTES", whole(1024, GiB).prefault("67108864"), "Maximum size of an uploaded table (CSV, XLSX), in bytes."),
  uploads: setting("LIMIT_UPLOADS", whole(1, 1000).prefault("4"), "Maximum number of received uploads in work at once; an organisation has at most half of them, further ones wait."),
  uploadBodies: setting("LIMIT_UPLOAD_BODIES", whole(1, 10000).prefault("32"), "Maximum number of uploads that are received or wait at once; an organisation has at most half of them, a person or key a quarter."),
  spoolBytes: setting("LIMIT_SPOOL_BYTES", whole(1024, 1024 * GiB).prefault("2147483648"), "Maximum size of all uploads and made tables on the disk together, in bytes; an organisation, or a client that downloads, has at most half of it."),
  exports: setting("LIMIT_EXPORTS", whole(1, 1000).prefault("2"), "Maximum number of tables that are made for downloads at once; a client has at most half of them. Further ones are refused and can be retried."),
  subscriptionsPerSocket: setting("LIMIT_SUBSCRIPTIONS_PER_SOCKET", whole(1, 1e5).prefault("100"), "Maximum number of subscriptions on one WebSocket."),
  socketsPerClient: setting("LIMIT_SOCKETS_PER_CLIENT", whole(1, 1e6).prefault("2000"), "Maximum number of WebSockets of one client: one credential's holder, or one address without any; as many of streams of events, and of waiting GETs."),
  subscriptionsPerClient: setting("LIMIT_SUBSCRIPTIONS_PER_CLIENT", whole(1, 1e6).prefault("5000"), "Maximum number of subscriptions of one client on all its connections."),
  groupsPerClient: setting("LIMIT_GROUPS_PER_CLIENT", whole(1, 1e6).prefault("500"), "Maximum number of different subscriptions of one client, which cannot share their work."),
  startsPerClient: setting("LIMIT_STARTS_PER_CLIENT", whole(0, 1e6).prefault("500"), "Starts of subscriptions a second of one client; further ones wait. 0 sets no limit."),
  clientsPerAddress: setting("LIMIT_CLIENTS_PER_ADDRESS", whole(1, 1e6).prefault("4"), "How many times the four limits above all clients of one address have together."),
});

/** The console, the hub's own pages for people. */
// biome-ignore format: a table reads best with one setting a line, however long.
const consoleOf = (environment: Environment) =>
  z.object({
  on: setting("CONSOLE", onOff.prefault(environment === "test" ? "off" : "on"), "Serves the console to browsers at /."),
  clientId: setting("CONSOLE_CLIENT_ID", word.prefault("rembuk-console"), "The console's client id at the identity provider: a public client with PKCE, whose redirect address is /signed-in."),
  scope: setting("CONSOLE_SCOPE", words.prefault("openid email offline_access"), "Scopes that the console requests, separated by spaces."),
  resource: setting("CONSOLE_RESOURCE", issuerAddress.optional(), "Resource that the console names to the identity provider (RFC 8707), where the provider needs one to issue a JWT for the hub's audience."),
  providerOrigins: setting("CONSOLE_PROVIDER_ORIGINS", origins.optional(), "Further origins of the identity provider that browsers call, as that of its token endpoint where it is not the issuer's."),
});

/** Rates, which are counted by minute. */
// biome-ignore format: a table reads best with one setting a line, however long.
const rates = z.object({
  visitor: setting("RATE_LIMIT_VISITOR", whole(0, 1e9).prefault("1000000"), "Cost a minute of all requests without a credential from one network address; 0 sets no limit."),
  credential: setting("RATE_LIMIT_CREDENTIAL", whole(0, 1e9).prefault("5000000"), "Cost a minute of all requests of one person or API key; 0 sets no limit."),
  failures: setting("RATE_LIMIT_FAILURES", whole(0, 1e9).prefault("300"), "Refused credentials a minute from one network address; 0 sets no limit."),
  store: setting("RATE_LIMIT_STORE", oneOf(rateStores).prefault("memory"), "Where rates are counted: by each node for itself, or for all nodes together in the database."),
});

// biome-ignore format: a table reads best with one setting a line, however long.
const live = z.object({
  pingSeconds: setting("LIVE_PING_SECONDS", seconds(0.1, 3600).prefault("15"), "Seconds between two pings on a WebSocket."),
  idleSeconds: setting("LIVE_IDLE_SECONDS", seconds(0.1, 86400).prefault("300"), "Seconds after which an idle WebSocket is closed."),
  initSeconds: setting("LIVE_INIT_SECONDS", seconds(0.1, 3600).prefault("10"), "Seconds within which a client must initialise the WebSocket protocol."),
  stallSeconds: setting("LIVE_STALL_SECONDS", seconds(0.1, 3600).prefault("30"), "Seconds after which a WebSocket is closed whose client does not read."),
  startsAtOnce: setting("LIVE_STARTS_AT_ONCE", whole(1, 1000).prefault("8"), "Maximum number of subscriptions that start at once; further ones wait, those with the newest positions come first."),
  startsWaiting: setting("LIVE_STARTS_WAITING", whole(1, 1e6).prefault("10000"), "Maximum number of starts that wait, one client at most half of them; further ones are refused with the time after which to retry."),
  startWaitSeconds: setting("LIVE_START_WAIT_SECONDS", seconds(0.1, 3600).prefault("30"), "Seconds that a start may wait before it is refused."),
  pollWaitSeconds: setting("LIVE_POLL_WAIT_SECONDS", seconds(0.1, 50).prefault("25"), "Seconds that a GET which follows a document may wait for something new."),
  pollMaxAgeSeconds: setting("LIVE_POLL_MAX_AGE_SECONDS", whole(2, 86400).prefault("10"), "Seconds for which a shared cache may hold what such a GET was answered, from its reading on: what was withdrawn is shown for so long."),
});

/** Exports: lists and views as files. */
// biome-ignore format: a table reads best with one setting a line, however long.
const exports = z.object({
  jobs: setting("EXPORT_JOBS", whole(0, 100).prefault("2"), "Maximum number of exports that this node makes in the background at once; 0: none, other nodes make them."),
  jobsPerOrganisation: setting("EXPORT_JOBS_PER_ORGANISATION", whole(1, 100).prefault("1"), "Maximum number of exports of one organisation that are made at once, on all nodes."),
  unfinished: setting("EXPORT_UNFINISHED", whole(1, 10000).prefault("20"), "Maximum number of exports of one organisation that wait or are made."),
  jobSeconds: setting("EXPORT_JOB_SECONDS", seconds(1, 86400).prefault("3600"), "Seconds that an export in the background may take to be made."),
  leaseSeconds: setting("EXPORT_LEASE_SECONDS", seconds(1, 3600).prefault("20"), "Seconds after which another node takes over the exports of a node that is silent."),
  bytes: setting("EXPORT_BYTES", whole(1024, 2147483647).prefault("2147483647"), "Maximum size of a file that is made in the background, in bytes."),
  keepHours: setting("EXPORT_KEEP_HOURS", seconds(0.001, 8760).prefault("24"), "Hours for which such a file is kept."),
  downloadSeconds: setting("EXPORT_DOWNLOAD_SECONDS", seconds(0.1, 55).prefault("45"), "Seconds that a list or view may take to be made for a download; a visitor has a third. What takes longer is started as an export."),
});

/** Webhooks: changes that are delivered to addresses. */
// biome-ignore format: a table reads best with one setting a line, however long.
const webhooks = z.object({
  jobs: setting("WEBHOOK_JOBS", whole(0, 1000).prefault("16"), "Maximum number of deliveries that this node sends at once; 0: none, other nodes send them."),
  perOrganisation: setting("WEBHOOK_PER_ORGANISATION", whole(0, 10000).prefault("20"), "Maximum number of webhooks of one organisation."),
  keys: setting("WEBHOOK_KEYS", sealingKeys.optional(), "Keys that encrypt the secrets of webhooks in the database: the first encrypts, all decrypt; the same on all nodes. Without it a key is made in REMBUK_DATA.", isSecret),
  privateHosts: setting("WEBHOOK_PRIVATE_HOSTS", hostNames.prefault(""), "Hosts off the public internet that webhooks may name, also by http, separated by commas."),
  timeoutSeconds: setting("WEBHOOK_TIMEOUT_SECONDS", seconds(0.1, 300).prefault("15"), "Seconds within which a receiver must answer a delivery."),
  retrySeconds: setting("WEBHOOK_RETRY_SECONDS", seconds(0.01, 3600).prefault("5"), "Seconds before the second attempt at a delivery; each further wait is twice as long, up to an hour."),
  pauseHours: setting("WEBHOOK_PAUSE_HOURS", seconds(0.0001, 8760).prefault("72"), "Hours of failures after which a webhook is paused."),
  leaseSeconds: setting("WEBHOOK_LEASE_SECONDS", seconds(1, 3600).prefault("20"), "Seconds after which another node takes over the webhooks of a node that is silent."),
  keepHours: setting("WEBHOOK_KEEP_HOURS", seconds(0.001, 87600).prefault("168"), "Hours for which the record of a delivery is kept."),
  keepDeliveries: setting("WEBHOOK_KEEP_DELIVERIES", whole(1, 100000).prefault("1000"), "Maximum number of deliveries whose record a webhook keeps."),
});

/** The ledger's partitions. */
// biome-ignore format: a table reads best with one setting a line, however long.
const ledger = z.object({
  partitionChanges: setting("LEDGER_PARTITION_CHANGES", whole(10, 1e9).prefault("5000000"), "Number of changes in a partition of the ledger; holds for partitions that are made from then on."),
  retainDays: setting("LEDGER_RETAIN_DAYS", whole(0, 36500).prefault("0"), "Days after which finished partitions of the ledger are archived in the file store and dropped; 0: only by `rembuk ledger archive`."),
});

/** Backups: those of a schedule, and where they go. */
// biome-ignore format: a table reads best with one setting a line, however long.
const backup = z.object({
  every: setting("BACKUP_EVERY", duration.optional(), "Time between two backups that the hub makes by itself; one node of several makes each. Without it there are none."),
  to: setting("BACKUP_TO", placeOfFiles.optional(), "Where they go: a folder, or s3://bucket/prefix; required with BACKUP_EVERY."),
  keep: setting("BACKUP_KEEP", whole(1, 100000).prefault("7"), "Number of the newest backups there that are kept."),
  s3Endpoint: setting("BACKUP_S3_ENDPOINT", issuerAddress.optional(), "S3-compatible store for backups with an address s3://…; without it that of S3_ENDPOINT, with its keys."),
  s3Region: setting("BACKUP_S3_REGION", word.prefault("us-east-1"), "Region of that store, for the signatures of requests."),
  s3AccessKeyId: setting("BACKUP_S3_ACCESS_KEY_ID", word.optional(), "ID of that store's access key; required with BACKUP_S3_ENDPOINT."),
  s3SecretAccessKey: setting("BACKUP_S3_SECRET_ACCESS_KEY", word.optional(), "Secret of that store's access key; required with BACKUP_S3_ENDPOINT.", isSecret),
});

/** Replicas of the database, which planned reads are sent to. */
// biome-ignore format: a table reads best with one setting a line, however long.
const replicas = z.object({
  urls: setting("DATABASE_READ_URLS", postgresAddresses.optional(), "Replicas of DATABASE_URL by streaming replication, which answer reads once they have what this node knows; a comma in a password is written %2C.", isSecret),
  waitMs: setting("DATABASE_READ_WAIT_MS", whole(0, 60000).prefault("50"), "Milliseconds that a read waits for a replica to have that, before it goes to DATABASE_URL."),
  lagMs: setting("DATABASE_READ_LAG_MS", whole(100, 3600000).prefault("2000"), "Milliseconds that a replica may be behind before no read waits for it."),
});

/** NATS, by which one node that reads the ledger feeds the others. */
// biome-ignore format: a table reads best with one setting a line, however long.
const nats = z.object({
  place: setting("NATS_URL", natsPlace.optional(), "NATS server by which one node feeds the others with what it reads of the ledger; without it each reads for itself.", isSecret),
  credentialsFile: setting("NATS_CREDENTIALS", path.optional(), "File with the hub's NATS credentials (.creds), read at each connection."),
});

/** Every setting of a hub of this kind: its variable, type, default, bounds and description. */
export const configSchema = (environment: Environment) =>
  z.object({
    ...general(environment),
    oidc,
    s3,
    limits,
    rates,
    live,
    exports,
    webhooks,
    ledger,
    backup,
    replicas,
    nats,
    tracing,
    logs,
    console: consoleOf(environment),
  });

/** The settings as they are parsed, before those that depend on each other are checked. */
export type Settings = z.output<ReturnType<typeof configSchema>>;

/** The variables that make sense only with `first`, which requires those of `required`. */
export const dependentVariables = [
  { first: "OIDC_ISSUER", required: ["OIDC_AUDIENCE"], further: ["OIDC_JWKS_URL"] },
  {
    first: "S3_ENDPOINT",
    required: ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
    further: ["S3_REGION"],
  },
  { first: "BACKUP_EVERY", required: ["BACKUP_TO"], further: ["BACKUP_KEEP"] },
  {
    first: "BACKUP_S3_ENDPOINT",
    required: ["BACKUP_S3_ACCESS_KEY_ID", "BACKUP_S3_SECRET_ACCESS_KEY"],
    further: ["BACKUP_S3_REGION"],
  },
  {
    first: "DATABASE_URL",
    required: [],
    further: ["DATABASE_OWNER_URL", "DATABASE_ADMIN_URL", "DATABASE_READ_URLS"],
  },
  {
    first: "DATABASE_READ_URLS",
    required: [],
    further: ["DATABASE_READ_WAIT_MS", "DATABASE_READ_LAG_MS"],
  },
  { first: "NATS_URL", required: [], further: ["NATS_CREDENTIALS"] },
];
