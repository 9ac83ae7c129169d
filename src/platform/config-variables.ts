import { isIP } from "node:net";
import { resolve } from "node:path";

const environments = ["development", "production", "test"] as const;
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** What the hub runs for: its defaults and its strictness differ by this. */
export type Environment = (typeof environments)[number];
export type LogLevel = (typeof logLevels)[number];

/** One environment variable: what it means, what it may hold, and how its text is read. */
export interface Variable<T> {
  name: string;
  meaning: string;
  allowed: string;
  /** What holds without it, in words. */
  unset: string;
  fallback: (environment: Environment) => T;
  /** The value of `given`; undefined when it is not allowed. */
  read: (given: string) => T | undefined;
  /** What is given never appears in a fault. */
  secret?: boolean;
}

const oneOf = <const T extends string>(
  name: string,
  meaning: string,
  values: readonly T[],
  initial: T,
): Variable<T> => ({
  name,
  meaning,
  allowed: values.join(", "),
  unset: initial,
  fallback: () => initial,
  read: (given) => values.find((value) => value === given),
});

const onOff = (name: string, meaning: string, onIn: Environment[]): Variable<boolean> => ({
  name,
  meaning,
  allowed: "on, off",
  unset: onIn.length === environments.length ? "on" : `on in ${onIn.join(" and ")}, else off`,
  fallback: (environment) => onIn.includes(environment),
  read: (given) => (given === "on" || given === "off" ? given === "on" : undefined),
});

const numeric =
  (kind: string, pattern: RegExp) =>
  (name: string, meaning: string, from: number, to: number, initial: number): Variable<number> => ({
    name,
    meaning,
    allowed: `${kind} from ${from} to ${to}`,
    unset: String(initial),
    fallback: () => initial,
    read: (given) => {
      const value = pattern.test(given) ? Number(given) : Number.NaN;
      return value >= from && value <= to ? value : undefined;
    },
  });

const whole = numeric("a whole number", /^\d+$/);
const seconds = numeric("a number of seconds", /^\d+(\.\d+)?$/);

/** What a text may be: in words, and as a check. */
interface Form {
  allowed: string;
  accepts: (given: string) => boolean;
}

const text = <T extends string | undefined>(
  name: string,
  meaning: string,
  { allowed, accepts }: Form,
  initial: T,
): Variable<string | T> => ({
  name,
  meaning,
  allowed,
  unset: initial ?? "none",
  fallback: () => initial,
  read: (given) => (accepts(given) ? given : undefined),
});

const oneWord: Form = { allowed: "a text without spaces", accepts: (given) => !/\s/.test(given) };

const hostName: Form = {
  allowed: "an IP address or a host name",
  accepts: (given) => isIP(given) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(given),
};

const webAddress: Form = {
  allowed: "an http or https address without user and fragment",
  accepts: (given) => {
    const url = URL.parse(given);
    const plain = url && !(url.username || url.password || url.hash);
    return Boolean(plain && ["http:", "https:"].includes(url.protocol));
  },
};

/** As OpenID Connect Discovery has it; the address of keys may carry a query. */
const issuerAddress: Form = {
  allowed: "an http or https address without user, query and fragment",
  accepts: (given) => webAddress.accepts(given) && !given.includes("?"),
};

const postgresAddress: Form = {
  allowed: "postgres://user:password@host:port/database",
  accepts: (given) => ["postgres:", "postgresql:"].includes(URL.parse(given)?.protocol ?? ""),
};

const dataFolder: Variable<string> = {
  name: "REMBUK_DATA",
  meaning:
    "Folder of the hub's own Postgres, its development keys, its files and what is being uploaded.",
  allowed: "a path, absolute or from where the hub is started",
  unset: ".rembuk",
  fallback: () => resolve(".rembuk"),
  read: (given) => resolve(given),
};

const trustedOrigins: Variable<string[]> = {
  name: "CORS_ORIGINS",
  meaning: "Origins of the portals whose visitors' browsers may ask the hub.",
  allowed: "origins as https://portal.example, separated by commas",
  unset: "none",
  fallback: () => [],
  read: (given) => {
    const origins = given.split(",").map((origin) => origin.trim());
    const right = origins.every((o) => webAddress.accepts(o) && new URL(o).origin === o);
    return right ? [...new Set(origins)] : undefined;
  },
};

/** As S3 has it, without the dots that its certificates do not cover. */
const bucketName: Form = {
  allowed: "3 to 63 lower-case letters, digits and hyphens",
  accepts: (given) => /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(given),
};

const GiB = 2 ** 30;
const environment = oneOf("NODE_ENV", "What the hub runs for.", environments, "development");

/** Every variable that the hub knows, grouped as `Config` groups what is read from them. */
// biome-ignore format: a table reads best with one variable a line, however long.
export const variables = {
  general: {
    environment,
    host: text("HOST", "Address that the hub listens on.", hostName, "127.0.0.1"),
    port: whole("PORT", "Port that it listens on; 0 takes any free one.", 0, 65535, 4000),
    databaseUrl: { ...text("DATABASE_URL", "Postgres server to use; without one the hub runs its own.", postgresAddress, undefined), secret: true },
    dataFolder,
    sample: onOff("REMBUK_SAMPLE", "Whether the sample data is loaded at start.", ["development"]),
    logLevel: oneOf("LOG_LEVEL", "Least severe level that is logged.", logLevels, "info"),
    databasePoolSize: whole("DATABASE_POOL_SIZE", "Connections to the database, at most; planned reads have as many of their own.", 2, 200, 10),
    statementTimeoutMs: whole("STATEMENT_TIMEOUT_MS", "Milliseconds that one statement may run, and within which those of a document begin.", 100, 3600000, 15000),
    plannedReads: onOff("PLANNED_READS", "Whether a query is answered by one statement, where it can be; off: by resolvers.", [...environments]),
    responseCacheBytes: whole("RESPONSE_CACHE_BYTES", "Bytes of answers that are kept until what they show changes; 0 keeps none.", 0, 64 * GiB, 67108864),
    introspection: onOff("INTROSPECTION", "Whether the hub tells its schema.", ["development", "test"]),
    graphiql: onOff("GRAPHIQL", "Whether a browser gets GraphiQL at /graphql.", ["development"]),
    trustedOrigins,
  },
  oidc: {
    issuer: text("OIDC_ISSUER", "Identity provider; without one the hub signs tokens itself, which production refuses.", issuerAddress, undefined),
    audience: text("OIDC_AUDIENCE", "Audience that tokens are made for; goes with OIDC_ISSUER.", oneWord, undefined),
    jwksUrl: text("OIDC_JWKS_URL", "The provider's keys; without it they are found by its configuration.", webAddress, undefined),
    operatorClaim: text("OIDC_OPERATOR_CLAIM", "Claim of a token that makes its bearer a platform operator.", oneWord, "rembuk_operator"),
    clockSkewSeconds: whole("OIDC_CLOCK_SKEW_SECONDS", "Seconds that clocks may differ by.", 0, 300, 30),
  },
  s3: {
    endpoint: text("S3_ENDPOINT", "S3-compatible store of files; without one they lie in REMBUK_DATA.", issuerAddress, undefined),
    bucket: text("S3_BUCKET", "The store's bucket; goes with S3_ENDPOINT.", bucketName, undefined),
    region: text("S3_REGION", "The store's region, as requests are signed for it.", oneWord, "us-east-1"),
    accessKeyId: text("S3_ACCESS_KEY_ID", "Name of the key to the store; goes with S3_ENDPOINT.", oneWord, undefined),
    secretAccessKey: { ...text("S3_SECRET_ACCESS_KEY", "The key to the store; goes with S3_ENDPOINT.", oneWord, undefined), secret: true },
  },
  limits: {
    depth: whole("LIMIT_DEPTH", "How deep a document may nest.", 1, 1000, 15),
    cost: whole("LIMIT_COST", "What a document may cost.", 1, 1e9, 100000),
    tokens: whole("LIMIT_TOKENS", "Lexical tokens that a document may have.", 1, 1e6, 4000),
    aliases: whole("LIMIT_ALIASES", "Aliases that a document may have.", 0, 1e5, 60),
    bodyBytes: whole("LIMIT_BODY_BYTES", "Bytes that a request's body may have.", 1024, GiB, 2097152),
    frameBytes: whole("LIMIT_FRAME_BYTES", "Bytes that a client's WebSocket frame may have.", 1024, GiB, 262144),
    fileBytes: whole("LIMIT_FILE_BYTES", "Bytes that an uploaded file may have.", 1024, GiB, 26214400),
    tableBytes: whole("LIMIT_TABLE_BYTES", "Bytes that an uploaded table (CSV, XLSX) may have.", 1024, GiB, 67108864),
    uploads: whole("LIMIT_UPLOADS", "Uploads that are taken at once; further ones are asked to come again.", 1, 1000, 4),
    exports: whole("LIMIT_EXPORTS", "Tables that are made for download at once; further ones are to be asked for again.", 1, 1000, 2),
    subscriptionsPerSocket: whole("LIMIT_SUBSCRIPTIONS_PER_SOCKET", "Subscriptions that one socket may hold.", 1, 1e5, 100),
  },
  live: {
    pingSeconds: seconds("LIVE_PING_SECONDS", "Seconds between two pings to a socket.", 0.1, 3600, 15),
    idleSeconds: seconds("LIVE_IDLE_SECONDS", "Seconds after which an idle socket is closed.", 0.1, 86400, 300),
    initSeconds: seconds("LIVE_INIT_SECONDS", "Seconds within which a socket must open its protocol.", 0.1, 3600, 10),
    stallSeconds: seconds("LIVE_STALL_SECONDS", "Seconds after which a socket that takes no more is closed.", 0.1, 3600, 30),
  },
};
