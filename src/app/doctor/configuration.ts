import type { Config } from "../../platform/config.js";
import { tryPlaces } from "../../platform/ports.js";
import { readManifest } from "../graphql/documents/manifest.js";
import { placesOf } from "../places.js";
import { type Check, type Finding, fault, ok, type Place, warning } from "./check.js";

const isLocal = (host: string): boolean =>
  /^(localhost|127\.[\d.]+|::1|\[::1\]|)$/.test(host) || host.startsWith("%2F");

const isProduction = ({ environment }: Config): boolean => environment === "production";

/** The hosts of addresses of Postgres without a checked certificate. */
function unprotected({ databaseUrl, replicas }: Config): string[] {
  const urls = [databaseUrl, ...(replicas.urls ?? [])].flatMap((url) =>
    url ? [new URL(url)] : [],
  );
  const isSafe = ({ searchParams }: URL) =>
    searchParams.has("host") || /^(verify-|require)/.test(searchParams.get("sslmode") ?? "");
  return urls.filter((url) => !isLocal(url.hostname) && !isSafe(url)).map(({ host }) => host);
}

/** Settings that contradict each other, or of which one makes another useless. */
function contradictions(config: Config): string[] {
  const { host, port, metricsHost, metricsPort, limits, webhooks, exports } = config;
  const found: [boolean, string][] = [
    [port !== 0 && port === metricsPort && host === metricsHost, "METRICS_PORT is PORT"],
    [
      !config.plannedReads && config.responseCacheBytes > 0,
      "RESPONSE_CACHE_BYTES has no effect with PLANNED_READS=off",
    ],
    [
      config.visitorStatementTimeoutMs > config.statementTimeoutMs,
      "VISITOR_STATEMENT_TIMEOUT_MS above STATEMENT_TIMEOUT_MS has no effect",
    ],
    [
      limits.documentBytes > limits.bodyBytes,
      "LIMIT_DOCUMENT_BYTES above LIMIT_BODY_BYTES has no effect",
    ],
    [
      Math.max(limits.fileBytes, limits.tableBytes) > limits.spoolBytes / 2,
      "an upload of LIMIT_FILE_BYTES or LIMIT_TABLE_BYTES does not fit the half of LIMIT_SPOOL_BYTES that an organisation has",
    ],
    [
      webhooks.timeoutSeconds > webhooks.pauseHours * 3600,
      "WEBHOOK_TIMEOUT_SECONDS is longer than WEBHOOK_PAUSE_HOURS",
    ],
    [
      exports.jobs > 0 && exports.jobSeconds < exports.downloadSeconds,
      "EXPORT_JOB_SECONDS is below EXPORT_DOWNLOAD_SECONDS: what takes too long for a download fails as an export too",
    ],
    [
      config.replicas.lagMs < config.replicas.waitMs,
      "DATABASE_READ_WAIT_MS is longer than DATABASE_READ_LAG_MS",
    ],
  ];
  return found.filter(([isSo]) => isSo).map(([, says]) => says);
}

const inProduction = (
  { config }: Place,
  isTrap: (config: Config) => boolean,
  says: string,
  todo: string,
): Finding =>
  isProduction(config) && isTrap(config) ? warning(says, todo) : ok("not so, or not in production");

/** The settings, each by itself valid. */
export const configurationChecks: readonly Check<Place>[] = [
  {
    id: "configuration.kind",
    title: "NODE_ENV: a development hub is no place for people's data",
    run: ({ config: { environment, databaseUrl } }) =>
      environment === "development" && databaseUrl && !isLocal(new URL(databaseUrl).hostname)
        ? warning(
            "a development hub works on a database of another machine",
            "Set NODE_ENV=production.",
          )
        : ok(`NODE_ENV is ${environment}`),
  },
  {
    id: "configuration.issuer",
    title: "who signs tokens: the development issuer, or a provider by https",
    run: ({ config: { oidc, host } }) => {
      if (!oidc && !isLocal(host)) {
        const says = `the development issuer signs tokens, and the hub listens on ${host}: who can read the data folder can sign in as anyone`;
        return fault(says, "Set OIDC_ISSUER and OIDC_AUDIENCE, or HOST=127.0.0.1.");
      }
      if (!oidc) return ok("the development issuer signs tokens, for this machine only");
      const { protocol, hostname } = new URL(oidc.issuer);
      return protocol === "https:" || isLocal(hostname)
        ? ok(`tokens come from ${oidc.issuer}`)
        : warning(
            "tokens' keys are fetched without TLS",
            "Give OIDC_ISSUER an address with https.",
          );
    },
  },
  {
    id: "configuration.database-tls",
    title: "TLS to Postgres on another machine",
    run: ({ config }) => {
      const hosts = unprotected(config);
      return hosts.length === 0
        ? ok("connections to other machines are encrypted, or there are none")
        : warning(
            `connections to ${hosts.join(", ")} need not be encrypted`,
            "Add sslmode=verify-full to DATABASE_URL and DATABASE_READ_URLS.",
          );
    },
  },
  {
    id: "configuration.proxy",
    title: "a proxy with TLS in front, whose clients are told apart",
    run: ({ config: { host, trustedProxies, environment } }) =>
      (environment === "production" || !isLocal(host)) && trustedProxies.length === 0
        ? warning(
            "no proxy is trusted: behind one, all clients count as one; without one, there is no TLS",
            "Put a proxy with TLS in front, and list it in TRUSTED_PROXIES.",
          )
        : ok("the proxies are listed, or the hub is for this machine"),
  },
  {
    id: "configuration.metrics",
    title: "metrics, for those who look after the hub alone",
    run: ({ config }) => {
      const { metricsPort, metricsHost } = config;
      if (metricsPort !== undefined && /^(0\.0\.0\.0|::)$/.test(metricsHost))
        return warning(
          "metrics are served on every address",
          "Set METRICS_HOST to an address of the internal network.",
        );
      const todo = "Set METRICS_PORT, and let Prometheus read it (docs/operations).";
      return inProduction(
        { config } as Place,
        () => metricsPort === undefined,
        "no metrics are served",
        todo,
      );
    },
  },
  {
    id: "configuration.origins",
    title: "CORS_ORIGINS: portals by https",
    run: ({ config: { trustedOrigins } }) => {
      const open = trustedOrigins.filter(
        (one) => one.startsWith("http:") && !isLocal(new URL(one).hostname),
      );
      return open.length === 0
        ? ok(`${trustedOrigins.length} origins`)
        : warning(
            `pages without TLS may call the hub: ${open.join(", ")}`,
            "List origins with https alone.",
          );
    },
  },
  {
    id: "configuration.open-doors",
    title: "introspection, GraphiQL and samples in production",
    run: (place) =>
      inProduction(
        place,
        ({ introspection, graphiql, sample }) => introspection || graphiql || sample !== "off",
        "introspection, GraphiQL or a sample is switched on in production",
        "Unset INTROSPECTION, GRAPHIQL and REMBUK_SAMPLE.",
      ),
  },
  {
    id: "configuration.webhook-keys",
    title: "WEBHOOK_KEYS in production: one key for all nodes and backups",
    run: (place) =>
      inProduction(
        place,
        ({ webhooks }) => !webhooks.keys,
        "the secrets of webhooks are encrypted by a key in the data folder of one node",
        "Set WEBHOOK_KEYS on all nodes, that key first.",
      ),
  },
  {
    id: "configuration.contradictions",
    title: "settings that contradict each other",
    run: ({ config }) => {
      const found = contradictions(config);
      return found.length === 0 ? ok("none") : warning(found.join("; "), "Change one of each.");
    },
  },
  {
    id: "configuration.documents",
    title: "DOCUMENTS_MANIFEST can be read, and its hashes hold",
    run: async ({ config: { documentsManifest } }) => {
      if (!documentsManifest) return ok("the shipped manifest");
      try {
        return ok(`${(await readManifest(documentsManifest)).size} trusted documents`);
      } catch (error) {
        return fault(
          (error as Error).message,
          "Make the manifest anew, or set DOCUMENTS_MANIFEST.",
        );
      }
    },
  },
  {
    id: "configuration.ports",
    title: "the ports are the hub's, or free",
    run: async ({ config, hub }) => {
      if (hub) return ok(`the hub listens at ${hub.url}`);
      try {
        await tryPlaces(placesOf(config));
        return ok("free");
      } catch (error) {
        return fault((error as Error).message, "Set another port, or end the other program.");
      }
    },
  },
];
