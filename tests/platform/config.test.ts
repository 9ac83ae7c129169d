import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { withComposeSettings } from "../../src/app/compose-settings.js";
import { projectFolder } from "../../src/app/store.js";
import { type Config, ConfigError, parseConfig } from "../../src/platform/config.js";
import { configReference, withConfigReference } from "../../src/platform/config-reference.js";
import { faultsOf } from "../testkit/hub/config-faults.js";
import { observing, observingByDefault } from "../testkit/hub/observing-settings.js";

const oidc = { OIDC_ISSUER: "https://login.example/realms/hub", OIDC_AUDIENCE: "rembuk" };
const production = { NODE_ENV: "production", ...oidc };

/** Every variable with a value other than its default. */
const everything = {
  NODE_ENV: "production",
  HOST: "::1",
  PORT: "0",
  METRICS_HOST: "10.0.0.7",
  REMBUK_USER: "1000:100",
  METRICS_PORT: "9464",
  DOCUMENTS: "trusted",
  DOCUMENTS_MANIFEST: "portal.json, /etc/rembuk/manifests",
  DOCUMENTS_MAX_AGE_SECONDS: "60",
  DATABASE_URL: "postgres://hub:pa%40ss@db.example:5433/rembuk",
  DATABASE_OWNER_URL: "postgres://owner:secret@db.example:5433/rembuk",
  DATABASE_ADMIN_URL: "postgres://postgres:secret@db.example:5433/rembuk",
  DATABASE_READ_URLS: "postgres://hub:a%2Cb@one.example/rembuk, postgres://two.example/rembuk",
  DATABASE_READ_WAIT_MS: "20",
  DATABASE_READ_LAG_MS: "900",
  REMBUK_DATA: "data/hub",
  REMBUK_SAMPLE: "on",
  LOG_LEVEL: "silent",
  POSTGRES_RESTARTS: "3",
  DATABASE_POOL_SIZE: "200",
  STATEMENT_TIMEOUT_MS: "100",
  VISITOR_STATEMENT_TIMEOUT_MS: "200",
  POSITION_TIMEOUT_MS: "0",
  PLANNED_READS: "off",
  RESPONSE_CACHE_BYTES: "0",
  ...oidc,
  OIDC_JWKS_URL: "https://login.example/keys?p=hub",
  OIDC_OPERATOR_CLAIM: "hub_operator",
  ...{ OIDC_ACCESS_TOKEN_TYPE: "at+jwt", OIDC_CLOCK_SKEW_SECONDS: "0" },
  ...{ INTROSPECTION: "on", SCHEMA: "off", GRAPHIQL: "on" },
  LIMIT_DEPTH: "2",
  LIMIT_COST: "3",
  LIMIT_TOKENS: "4",
  LIMIT_ALIASES: "0",
  LIMIT_DOCUMENT_BYTES: "102400",
  LIMIT_ANSWER_BYTES: "33554432",
  LIMIT_BODY_BYTES: "1024",
  LIMIT_FRAME_BYTES: "2048",
  S3_ENDPOINT: "https://s3.example:9000",
  S3_BUCKET: "rembuk-files",
  S3_REGION: "ap-southeast-3",
  S3_ACCESS_KEY_ID: "hub",
  S3_SECRET_ACCESS_KEY: "s3cret/+=",
  LIMIT_FILE_BYTES: "4096",
  LIMIT_TABLE_BYTES: "8192",
  LIMIT_UPLOADS: "6",
  LIMIT_UPLOAD_BODIES: "7",
  LIMIT_SPOOL_BYTES: "16384",
  LIMIT_EXPORTS: "3",
  LIMIT_SUBSCRIPTIONS_PER_SOCKET: "5",
  LIMIT_SOCKETS_PER_CLIENT: "6",
  LIMIT_SUBSCRIPTIONS_PER_CLIENT: "7",
  LIMIT_GROUPS_PER_CLIENT: "8",
  LIMIT_STARTS_PER_CLIENT: "0",
  LIMIT_CLIENTS_PER_ADDRESS: "2",
  RATE_LIMIT_VISITOR: "0",
  RATE_LIMIT_CREDENTIAL: "1000000000",
  RATE_LIMIT_FAILURES: "1",
  RATE_LIMIT_STORE: "postgres",
  CONSOLE: "off",
  CONSOLE_CLIENT_ID: "console",
  CONSOLE_SCOPE: "openid",
  CONSOLE_RESOURCE: "https://rembuk.example/graphql",
  CONSOLE_PROVIDER_ORIGINS: "https://tokens.example",
  LIVE_PING_SECONDS: "0.5",
  LIVE_IDLE_SECONDS: "6",
  LIVE_INIT_SECONDS: "7",
  LIVE_STALL_SECONDS: "8",
  LIVE_STARTS_AT_ONCE: "12",
  LIVE_STARTS_WAITING: "13",
  LIVE_START_WAIT_SECONDS: "14",
  LIVE_POLL_WAIT_SECONDS: "9",
  LIVE_POLL_MAX_AGE_SECONDS: "11",
  EXPORT_DOWNLOAD_SECONDS: "9",
  EXPORT_JOBS: "0",
  EXPORT_JOBS_PER_ORGANISATION: "3",
  EXPORT_UNFINISHED: "4",
  EXPORT_JOB_SECONDS: "5",
  EXPORT_LEASE_SECONDS: "6",
  EXPORT_BYTES: "7000",
  EXPORT_KEEP_HOURS: "0.5",
  WEBHOOK_JOBS: "0",
  WEBHOOK_PER_ORGANISATION: "2",
  WEBHOOK_KEYS: `${Buffer.alloc(32, 1).toString("base64")}, ${Buffer.alloc(32, 2).toString("base64")}`,
  WEBHOOK_PRIVATE_HOSTS: "10.0.0.7, Portal.internal",
  WEBHOOK_TIMEOUT_SECONDS: "3",
  WEBHOOK_RETRY_SECONDS: "0.5",
  WEBHOOK_PAUSE_HOURS: "4",
  WEBHOOK_LEASE_SECONDS: "5",
  WEBHOOK_KEEP_HOURS: "6",
  WEBHOOK_KEEP_DELIVERIES: "7",
  LEDGER_PARTITION_CHANGES: "10",
  LEDGER_RETAIN_DAYS: "400",
  BACKUP_EVERY: "6h",
  BACKUP_TO: "s3://backups/hub",
  BACKUP_KEEP: "3",
  BACKUP_S3_ENDPOINT: "https://other.example",
  BACKUP_S3_REGION: "eu-1",
  BACKUP_S3_ACCESS_KEY_ID: "backup",
  BACKUP_S3_SECRET_ACCESS_KEY: "hush",
  NATS_URL: "tls://hub:p%40ss@nats.example, tls://[2001:db8::1]:4333",
  NATS_CREDENTIALS: "/etc/rembuk/hub.creds",
  ...observing.variables,
  TRUSTED_PROXIES: "loopback, 10.0.0.0/8,2001:db8::1",
  CORS_ORIGINS: "https://portal.example, http://localhost:3000,https://portal.example",
};

/** The faults of an environment; none when it is valid. */
describe("the configuration", () => {
  it("needs nothing in development", () => {
    const expected: Config = {
      environment: "development",
      host: "127.0.0.1",
      port: 4000,
      metricsHost: "127.0.0.1",
      metricsPort: undefined,
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      databaseAdminUrl: undefined,
      dataFolder: resolve(".rembuk"),
      user: { uid: 65534, gid: 65534 },
      sample: "on",
      logLevel: "info",
      postgresRestarts: 10,
      databasePoolSize: 10,
      statementTimeoutMs: 15_000,
      oidc: undefined,
      s3: undefined,
      visitorStatementTimeoutMs: 3000,
      positionTimeoutMs: 5000,
      plannedReads: true,
      responseCacheBytes: 67_108_864,
      documents: "any",
      documentsMaxAgeSeconds: 0,
      introspection: true,
      schemaServed: true,
      graphiql: true,
      limits: {
        depth: 15,
        cost: 100_000,
        tokens: 4000,
        aliases: 60,
        documentBytes: 102_400,
        answerBytes: 33_554_432,
        bodyBytes: 2_097_152,
        frameBytes: 262_144,
        fileBytes: 26_214_400,
        tableBytes: 67_108_864,
        uploads: 4,
        uploadBodies: 32,
        spoolBytes: 2147483648,
        exports: 2,
        subscriptionsPerSocket: 100,
        socketsPerClient: 2000,
        subscriptionsPerClient: 5000,
        groupsPerClient: 500,
        startsPerClient: 500,
        clientsPerAddress: 4,
      },
      rates: { visitor: 1_000_000, credential: 5_000_000, failures: 300, store: "memory" },
      console: {
        on: true,
        clientId: "rembuk-console",
        scope: "openid email offline_access",
        resource: undefined,
        providerOrigins: undefined,
      },
      live: {
        ...{ pingSeconds: 15, idleSeconds: 300, initSeconds: 10, stallSeconds: 30 },
        ...{ startsAtOnce: 8, startsWaiting: 10_000, startWaitSeconds: 30 },
        ...{ pollWaitSeconds: 25, pollMaxAgeSeconds: 10 },
      },
      exports: {
        jobs: 2,
        jobsPerOrganisation: 1,
        unfinished: 20,
        jobSeconds: 3600,
        leaseSeconds: 20,
        bytes: 2_147_483_647,
        keepHours: 24,
        downloadSeconds: 45,
      },
      webhooks: {
        jobs: 16,
        perOrganisation: 20,
        privateHosts: [],
        timeoutSeconds: 15,
        retrySeconds: 5,
        pauseHours: 72,
        leaseSeconds: 20,
        keepHours: 168,
        keepDeliveries: 1000,
      },
      ledger: { partitionChanges: 5_000_000, retainDays: 0 },
      backup: { schedule: undefined, s3: undefined },
      replicas: { waitMs: 50, lagMs: 2000 },
      nats: { place: undefined, credentialsFile: undefined },
      ...observingByDefault,
      ...{ trustedOrigins: [], trustedProxies: [], secretFiles: [] },
    };
    expect(parseConfig({})).toEqual(expected);
  });

  it("is strict in production, and shows only its schema in tests", () => {
    const hidden = { sample: "off", introspection: false, graphiql: false };
    expect(parseConfig(production)).toMatchObject({ environment: "production", ...hidden });
    expect(parseConfig({ NODE_ENV: "test" })).toMatchObject({ ...hidden, introspection: true });
  });

  it("reads every variable", () => {
    const expected: Config = {
      environment: "production",
      host: "::1",
      port: 0,
      metricsHost: "10.0.0.7",
      metricsPort: 9464,
      databaseUrl: "postgres://hub:pa%40ss@db.example:5433/rembuk",
      databaseOwnerUrl: "postgres://owner:secret@db.example:5433/rembuk",
      databaseAdminUrl: "postgres://postgres:secret@db.example:5433/rembuk",
      dataFolder: resolve("data/hub"),
      user: { uid: 1000, gid: 100 },
      sample: "on",
      logLevel: "silent",
      postgresRestarts: 3,
      databasePoolSize: 200,
      statementTimeoutMs: 100,
      visitorStatementTimeoutMs: 200,
      oidc: {
        issuer: "https://login.example/realms/hub",
        audience: "rembuk",
        jwksUrl: "https://login.example/keys?p=hub",
        operatorClaim: "hub_operator",
        accessTokenType: "at+jwt",
        clockSkewSeconds: 0,
      },
      s3: {
        endpoint: "https://s3.example:9000",
        bucket: "rembuk-files",
        region: "ap-southeast-3",
        accessKeyId: "hub",
        secretAccessKey: "s3cret/+=",
      },
      positionTimeoutMs: 0,
      plannedReads: false,
      responseCacheBytes: 0,
      documents: "trusted",
      documentsManifest: [resolve("portal.json"), "/etc/rembuk/manifests"],
      documentsMaxAgeSeconds: 60,
      introspection: true,
      schemaServed: false,
      graphiql: true,
      limits: {
        depth: 2,
        cost: 3,
        tokens: 4,
        aliases: 0,
        documentBytes: 102_400,
        answerBytes: 33_554_432,
        bodyBytes: 1024,
        frameBytes: 2048,
        fileBytes: 4096,
        tableBytes: 8192,
        uploads: 6,
        uploadBodies: 7,
        spoolBytes: 16384,
        exports: 3,
        subscriptionsPerSocket: 5,
        socketsPerClient: 6,
        subscriptionsPerClient: 7,
        groupsPerClient: 8,
        startsPerClient: 0,
        clientsPerAddress: 2,
      },
      rates: { visitor: 0, credential: 1_000_000_000, failures: 1, store: "postgres" },
      console: {
        on: false,
        clientId: "console",
        scope: "openid",
        resource: "https://rembuk.example/graphql",
        providerOrigins: ["https://tokens.example"],
      },
      live: {
        ...{ pingSeconds: 0.5, idleSeconds: 6, initSeconds: 7, stallSeconds: 8 },
        ...{ startsAtOnce: 12, startsWaiting: 13, startWaitSeconds: 14 },
        ...{ pollWaitSeconds: 9, pollMaxAgeSeconds: 11 },
      },
      exports: {
        jobs: 0,
        jobsPerOrganisation: 3,
        unfinished: 4,
        jobSeconds: 5,
        leaseSeconds: 6,
        bytes: 7000,
        keepHours: 0.5,
        downloadSeconds: 9,
      },
      webhooks: {
        jobs: 0,
        perOrganisation: 2,
        keys: [1, 2].map((byte) => Buffer.alloc(32, byte).toString("base64")),
        privateHosts: ["10.0.0.7", "portal.internal"],
        timeoutSeconds: 3,
        retrySeconds: 0.5,
        pauseHours: 4,
        leaseSeconds: 5,
        keepHours: 6,
        keepDeliveries: 7,
      },
      ledger: { partitionChanges: 10, retainDays: 400 },
      backup: {
        schedule: { everyMs: 21_600_000, to: "s3://backups/hub", keep: 3 },
        s3: {
          endpoint: "https://other.example",
          region: "eu-1",
          accessKeyId: "backup",
          secretAccessKey: "hush",
        },
      },
      replicas: {
        urls: ["postgres://hub:a%2Cb@one.example/rembuk", "postgres://two.example/rembuk"],
        waitMs: 20,
        lagMs: 900,
      },
      nats: {
        place: {
          servers: ["nats.example:4222", "[2001:db8::1]:4333"],
          tls: true,
          user: "hub",
          password: "p@ss",
        },
        credentialsFile: "/etc/rembuk/hub.creds",
      },
      ...observing.config,
      trustedOrigins: ["https://portal.example", "http://localhost:3000"],
      trustedProxies: ["loopback", "10.0.0.0/8", "2001:db8::1"],
      secretFiles: [],
    };
    expect(parseConfig(everything)).toEqual(expected);
  });

  it("treats an empty text as absent, and ignores variables that are not the hub's", () => {
    const env = { PORT: "", DATABASE_URL: "  ", OIDC_ISSUER: "", REMBUK_SMAPLE: "", EDITOR: "vi" };
    expect(parseConfig(env)).toEqual(parseConfig({}));
  });

  it("names every fault at once, with the given value and the allowed ones", () => {
    const env = {
      NODE_ENV: "staging",
      HOST: "http://0.0.0.0",
      PORT: "65536",
      LOG_LEVEL: "INFO",
      REMBUK_SAMPLE: "yes",
      LIMIT_DEPTH: "1e1",
      LIVE_PING_SECONDS: "-1",
      CORS_ORIGINS: "*",
    };
    const webOrigins = "origins as https://portal.example, separated by commas";
    const levels = "fatal, error, warn, info, debug, trace, silent";
    expect([...faultsOf(env)].sort()).toEqual([
      `CORS_ORIGINS: given "*"; allowed: ${webOrigins}`,
      'HOST: given "http://0.0.0.0"; allowed: an IP address or a host name',
      'LIMIT_DEPTH: given "1e1"; allowed: a whole number from 1 to 1000',
      'LIVE_PING_SECONDS: given "-1"; allowed: a number of seconds from 0.1 to 3600',
      `LOG_LEVEL: given "INFO"; allowed: ${levels}`,
      'NODE_ENV: given "staging"; allowed: development, production, test',
      'PORT: given "65536"; allowed: a whole number from 0 to 65535',
      'REMBUK_SAMPLE: given "yes"; allowed: off, on, province, country',
    ]);
    const lines = new ConfigError(["first", "second"]).message.split("\n");
    expect(lines.slice(1).map((line) => line.trim())).toEqual(["first", "second"]);
  });

  it.each([
    ["PORT", ["-1", "4000.5", "0x10", "4 000", "Infinity"]],
    ["DATABASE_POOL_SIZE", ["1", "201"]],
    ["HOST", ["localhost:4000", "[::1]", "a b", "-a"]],
    ["DATABASE_URL", ["mysql://db/x", "db.example", "/var/run/postgresql"]],
    ["DATABASE_READ_URLS", ["postgres://one,", "postgres://one, db.example", "http://db.example"]],
    ["NATS_URL", ["nats.example:4222", "http://nats", "nats://a,", "nats://a/b", "nats://%zz@a"]],
    ["OTEL_EXPORTER_OTLP_HEADERS", ["api-key", "=v", "a=%zz", "a=1,,b=2"]],
    ["OTEL_TRACES_SAMPLER", ["jaeger_remote", "on"]],
    ["OTEL_TRACES_SAMPLER_ARG", ["1.1", "-0.5", "10%"]],
    ["TRUSTED_PROXIES", ["proxy.example", "10.0.0.0/33", "10.0.0.1,,", "10.0.0.1 10.0.0.2"]],
    ["CORS_ORIGINS", ["https://portal.example/", "portal.example", "https://a.example,,", "null"]],
  ])("refuses what %s cannot be", (name, values) => {
    for (const value of values) {
      const faults = faultsOf({ DATABASE_URL: "postgres://db.example/x", [name]: value });
      expect(faults).toEqual([expect.stringMatching(`^${name}: given `)]);
    }
  });

  it.each(["https://u:p@login.example", "https://login.example?a=b", "login.example", "file:///a"])(
    "refuses %s as an issuer",
    (issuer) => {
      const faults = faultsOf({ ...production, OIDC_ISSUER: issuer });
      expect(faults).toEqual([expect.stringMatching("^OIDC_ISSUER: given ")]);
    },
  );

  it("refuses the development issuer in production", () => {
    expect(faultsOf({ NODE_ENV: "production" })).toEqual([
      "OIDC_ISSUER: absent; the development issuer is refused in production",
    ]);
  });

  it("refuses half of an identity provider's settings", () => {
    const { OIDC_ISSUER, OIDC_AUDIENCE } = oidc;
    expect(faultsOf({ OIDC_ISSUER })).toEqual(["OIDC_AUDIENCE: absent; OIDC_ISSUER needs it"]);
    expect(faultsOf({ OIDC_AUDIENCE, OIDC_JWKS_URL: "https://login.example/keys" })).toEqual([
      "OIDC_AUDIENCE: given without OIDC_ISSUER",
      "OIDC_JWKS_URL: given without OIDC_ISSUER",
    ]);
  });

  it("takes replicas of a server only", () => {
    const DATABASE_READ_URLS = "postgres://one.example/x";
    expect(faultsOf({ DATABASE_READ_URLS, DATABASE_READ_LAG_MS: "100" })).toEqual([
      "DATABASE_READ_URLS: given without DATABASE_URL",
    ]);
    expect(faultsOf({ DATABASE_URL: DATABASE_READ_URLS, DATABASE_READ_WAIT_MS: "1" })).toEqual([
      "DATABASE_READ_WAIT_MS: given without DATABASE_READ_URLS",
    ]);
  });

  it("takes a user of NATS without a password as a token, and credentials only with a server", () => {
    const { nats } = parseConfig({ NATS_URL: "nats://t0ken@nats.example" });
    expect(nats.place).toEqual({ servers: ["nats.example:4222"], tls: false, token: "t0ken" });
    expect(faultsOf({ NATS_CREDENTIALS: "hub.creds" })).toEqual([
      "NATS_CREDENTIALS: given without NATS_URL",
    ]);
  });

  it("refuses half of a store's settings, and names all missing ones", () => {
    expect(faultsOf({ S3_ENDPOINT: "https://s3.example", S3_BUCKET: "files" })).toEqual([
      "S3_ACCESS_KEY_ID: absent; S3_ENDPOINT needs it",
      "S3_SECRET_ACCESS_KEY: absent; S3_ENDPOINT needs it",
    ]);
    expect(faultsOf({ S3_BUCKET: "files", S3_REGION: "here" })).toEqual([
      "S3_BUCKET: given without S3_ENDPOINT",
      "S3_REGION: given without S3_ENDPOINT",
    ]);
  });

  it("shows no password, not even of an address that it cannot parse", () => {
    const faults = faultsOf({
      DATABASE_URL: "postgrse://hub:hunter2@db",
      NATS_URL: "natz://hub:hunter2@nats",
      REMBUK_PASWORD: "hunter2",
      S3_SECRET_ACCESS_KEY: "hunter2 with spaces",
    });
    expect(faults).toHaveLength(5);
    expect(faults.join("\n")).not.toContain("hunter2");
  });

  it("refuses a misspelt variable with its prefix", () => {
    expect(faultsOf({ REMBUK_SMAPLE: "off" })).toEqual([
      "REMBUK_SMAPLE: the hub does not know it; it knows REMBUK_DATA, REMBUK_USER, REMBUK_SAMPLE",
    ]);
  });

  it("has its reference in the operators' guide as `npm run generate` writes it", async () => {
    const guide = await readFile(
      join(projectFolder(), "docs/reference/operators/configuration.md"),
      "utf8",
    );
    expect(withConfigReference(guide)).toBe(guide);
    expect(guide).toContain(configReference());
  });

  it("is passed on to the hub of the compose file, as `npm run generate` writes it", async () => {
    const compose = await readFile(join(projectFolder(), "docker-compose.yml"), "utf8");
    expect(withComposeSettings(compose)).toBe(compose);
  });

  it("describes every variable once in its reference, with its default", () => {
    const rows = configReference().split("\n").slice(2);
    const cells = rows.map((row) => row.split("|").slice(1, -1));
    const names = cells.map(([name]) => name?.trim().replaceAll("`", ""));
    expect(names.sort()).toEqual(Object.keys(everything).sort());
    expect(cells.every((row) => row.length === 4)).toBe(true);
    expect(rows).toContain(
      "| `PORT` | Port that the hub listens on; 0 takes any free one. | a whole number from 0 to 65535 | 4000 |",
    );
  });
});
