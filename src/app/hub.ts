import { join } from "node:path";
import type { GraphQLSchema } from "graphql";
import { type DevelopmentIssuer, developmentIssuer } from "../access/development-issuer.js";
import { type Viewer } from "../access/index.js";
import { oidcVerifier, type TokenVerifier } from "../access/tokens.js";
import { minutesPage } from "../domain/deliberations/index.js";
import { provideViewLimits } from "../domain/views/index.js";
import { Ledger, type LedgerFeed, recordedTables, Tail } from "../ledger/index.js";
import { RecentChanges } from "../live/index.js";
import type { Config } from "../platform/config.js";
import { checkWritable } from "../platform/data-owner.js";
import { defaultLanguage } from "../platform/errors.js";
import { openFileStore } from "../platform/files/index.js";
import type { Logger } from "../platform/logger.js";
import { tryPlaces } from "../platform/ports.js";
import { PlanRunner, withFormerTexts } from "../reading/index.js";
import { authentication } from "./authentication.js";
import { backgroundContext, jobContexts } from "./background.js";
import { startBackups } from "./backups/schedule.js";
import { boundaryFiles } from "./boundaries.js";
import { type Caches, openCaches } from "./caches.js";
import { consoleOf } from "./console/console.js";
import type { ContextServices, RequestContext } from "./context.js";
import { contextOpener } from "./context-opener.js";
import { startExportJobs } from "./exports/export-jobs.js";
import { ExportSources } from "./exports/export-sources.js";
import { Exporter } from "./exports/exporter.js";
import { openFeed } from "./feed.js";
import { fileRoutes } from "./files/routes/index.js";
import { readManifest } from "./graphql/documents/manifest.js";
import { ValidatedQueries } from "./inner-queries.js";
import { Rates, ReadBounds, SharedCounts } from "./limits/index.js";
import { liveGroupsOf, startOf } from "./live-groups.js";
import { Metrics } from "./metrics.js";
import { watchStatements } from "./observing/slow-statements.js";
import { startTracing } from "./observing/start-tracing.js";
import { openMetrics } from "./open-metrics.js";
import { placesOf } from "./places.js";
import { PlannedPayloads } from "./planned-payloads.js";
import { PlannedReads } from "./planned-reads.js";
import type { PageRequest } from "./port.js";
import { prepare } from "./prepare.js";
import { whyNotReady } from "./readiness.js";
import { openReplicas } from "./replicas/open-replicas.js";
import { PlannedRuns } from "./replicas/planned-runs.js";
import type { Replicas } from "./replicas/replicas.js";
import { startLedgerKeeping } from "./retention/ledger-keeping.js";
import { hubSchema } from "./schema.js";
import { startTransport } from "./server.js";
import { openStore, projectFolder, type Store } from "./store.js";
import { startWebhooks } from "./webhooks/webhook-jobs.js";
import { WriteHealth } from "./write-health.js";

/** A running hub. */
export interface Hub {
  /** The address of GraphQL, as `http://127.0.0.1:4000/graphql`. */
  url: string;
  /** The address of the metrics; absent where METRICS_PORT is not set. */
  metricsUrl: string | undefined;
  /** Resolves with the reason when the hub cannot go on, as without its own Postgres; else never. */
  failed: Promise<Error>;
  /** Stops accepting, finishes what runs, closes the streams, then the database. */
  stop(): Promise<void>;
}

/** Verifies tokens, and signs them where no issuer is configured. */
interface Tokens {
  verifier: TokenVerifier;
  development: DevelopmentIssuer | undefined;
}

/** The configured issuer, or the development issuer, with a warning in the log. */
async function openTokens(config: Config, logger: Logger): Promise<Tokens> {
  if (config.oidc) return { verifier: oidcVerifier(config.oidc), development: undefined };
  const issuer = await developmentIssuer(config.dataFolder);
  logger.warn(
    "DEVELOPMENT ISSUER: anyone who can read the data folder can sign in as anyone. Never in production.",
  );
  return { verifier: issuer, development: issuer };
}

/** Starts the hub from its configuration: database, migrations, reference data, schema, transports. */
export async function startHub(config: Config, logger: Logger): Promise<Hub> {
  // Before the database is made, which takes some seconds.
  await tryPlaces(placesOf(config));
  if (!config.databaseUrl || !config.oidc) checkWritable(config.dataFolder);
  await using starting = new AsyncDisposableStack();
  await startTracing(config, logger, starting);
  const store = await openStore(config, logger);
  starting.defer(store.close);
  const addresses = await start(config, logger, store, starting);
  const started = starting.move();
  return { ...addresses, failed: store.failed, stop: () => started.disposeAsync() };
}

/** Starts the hub's parts in order; `cleanup` stops those that were started, the last first. */
async function start(
  config: Config,
  logger: Logger,
  store: Store,
  cleanup: AsyncDisposableStack,
): Promise<Pick<Hub, "url" | "metricsUrl">> {
  const [ledger, files] = [new Ledger(store.orm), await openFileStore(config)];
  // Before the sample, whose views are checked against it.
  const schema = await hubSchema();
  await prepare({ store, ledger, files, config, sample: config.sample, logger });
  const [database, metrics] = [databaseOf(store), new Metrics()];
  const own = { config, ledger, files, store, database, metrics, logger };
  const { tail, writes } = await followLedger(own, cleanup);
  const { verifier, development } = await openTokens(config, logger);
  const [bounds, { positionTimeoutMs }] = [new ReadBounds(config), config];
  const replicas = openReplicas({ ...own, tail }, cleanup);
  const authenticate = authentication(database, verifier, replicas?.noteHead(ledger));
  const shared = { database, ledger, tail, authenticate, bounds, positionTimeoutMs };
  const feed = await openFeed({ ...own, tail }, cleanup);
  const figures = await openMetrics({ ...own, tail }, cleanup);
  const rates = openRates(config, store, metrics, logger, cleanup);
  const caches = await openCaches(config, { ...shared, feed, logger, metrics }, cleanup);
  const parts = { ...{ shared, schema, store, logger, metrics }, ...caches, feed, replicas };
  const { planned, payloads, services } = readsOf(config, parts);
  const { exporter, sources } = exportsOf(config, parts, services);
  await startExportJobs({ config, logger, ledger, database, files, sources }, cleanup);
  await startWebhooks(webhookServices(config, parts, services), cleanup);
  const live = liveGroupsOf(services, { config, ...parts });
  const signIn = { development: development && { issuer: development, database } };
  const addConsole = consoleOf(config, consoleFolder(), { ...signIn, logger, rates });
  const transport = await startTransport<RequestContext>({
    ...{ config, logger, metrics, schema, rates },
    ...(config.plannedReads ? { readAsText: planned.read, performAsText: payloads.perform } : {}),
    readAsOf: planned.readAsOf,
    ...(caches.responses ? { responses: caches.responses } : {}),
    ...(addConsole ? { addConsole } : {}),
    manifest: await manifestOf(config),
    openContext: contextOpener(services, rates, caches),
    pages: { "/minutes/": showMinutes },
    boundaries: boundaryFiles(store),
    files: fileRoutes({ ledger, files, exporter, config, metrics }),
    healthDetails: () => ({ feed: feed?.state, replicas: replicas?.figures }),
    whyNotReady: () => whyNotReady({ watch: store.watch, tail, ledger, writes }),
    subscribe: startOf(live, metrics),
  });
  cleanup.defer(() => transport.close());
  return { url: transport.url, metricsUrl: figures?.url };
}

/** The ORM's connections for statements. */
const databaseOf = ({ orm }: Store) => orm.em.getKysely() as ContextServices["database"];

/** Where the build of the console lies. */
const consoleFolder = () => join(projectFolder(), "dist", "console");

/** The parts that the two read paths of a hub share. */
interface ReadParts {
  shared: Omit<ContextServices, "inner">;
  schema: GraphQLSchema;
  store: Store;
  logger: Logger;
  metrics: Metrics;
  responses: Caches["responses"];
  feed: LedgerFeed | undefined;
  replicas: Replicas | undefined;
}

/** The planned path, and what all contexts share, with the queries that a request executes in itself. */
function readsOf(config: Config, parts: ReadParts) {
  const { shared, schema, store, logger, metrics, responses, replicas } = parts;
  const { limits } = config;
  const primary = new PlanRunner(store.readPool);
  const runs = new PlannedRuns({ ...shared, primary, replicas, counts: metrics.replicas });
  const planned = new PlannedReads(
    shared,
    schema,
    runs,
    logger,
    metrics.reads,
    limits,
    withFormerTexts(recordedTables(store.orm)),
    responses?.inner,
  );
  const inner = new ValidatedQueries(schema, config, planned);
  provideViewLimits(inner.refusals);
  const services: ContextServices = { ...shared, inner };
  const payloads = new PlannedPayloads(shared, schema, store.readPool, logger, limits);
  metrics.caches.show({ plans: planned.planner, payloads: payloads.planner });
  return { planned, payloads, services };
}

/** What makes exports, and what those in the background read. */
function exportsOf(config: Config, { schema, store }: ReadParts, services: ContextServices) {
  const exporter = new Exporter(schema, services.database, store.exportPool, config);
  return { exporter, sources: new ExportSources(exporter, jobContexts(services)) };
}

/** The manifest of the documents in `schema/operations/`. */
const operationsManifest = () =>
  join(projectFolder(), "schema", "typed", "persisted-documents.json");

/** The manifest of the console's documents, which the hub takes whatever else it takes. */
const consoleManifest = () =>
  join(projectFolder(), "src", "console", "generated", "persisted-documents.json");

/** The trusted documents: those that are set, else those of the hub's own clients. */
const manifestOf = ({ documentsManifest }: Config) =>
  documentsManifest
    ? readManifest(documentsManifest, [consoleManifest()])
    : readManifest([], [operationsManifest(), consoleManifest()]);

/**
 * Starts the tail of the ledger, the keeping of its partitions, the watch of this process's writes, and that of
 * slow statements: what a first start has loaded was slow, and nobody's request.
 */
async function followLedger(
  services: Parameters<typeof startLedgerKeeping>[0] &
    Parameters<typeof startBackups>[0] &
    Pick<ReadParts, "metrics"> & { ledger: Ledger; config: Config; store: Store },
  cleanup: AsyncDisposableStack,
): Promise<{ tail: Tail; writes: WriteHealth }> {
  const { ledger, store, database, metrics, logger } = services;
  startLedgerKeeping(services, cleanup);
  startBackups(services, cleanup);
  watchStatements(services, cleanup);
  const tail = new Tail(store.watch, logger);
  ledger.onCommit(metrics.ledger.appended);
  ledger.onCommit(tail.reached);
  cleanup.defer(() => tail.stop());
  await tail.start();
  return { tail, writes: watchWrites(ledger, database) };
}

/** The health of writes, which follows those of this process. */
function watchWrites(ledger: Ledger, database: ContextServices["database"]): WriteHealth {
  const writes = new WriteHealth(database);
  ledger.onCommit(writes.succeeded);
  ledger.onFailure(writes.failed);
  return writes;
}

/** The rates of clients, shared with other nodes where that is switched on. */
function openRates(
  { rates }: Config,
  { readPool }: Store,
  { rateRefusals }: Metrics,
  logger: Logger,
  cleanup: AsyncDisposableStack,
): Rates {
  if (rates.store === "memory") return new Rates(rates, rateRefusals);
  const shared = new SharedCounts(readPool, logger);
  cleanup.defer(() => shared.stop());
  return new Rates(rates, rateRefusals, shared);
}

/** What webhooks read and deliver with. They show no text in one language, and are read as in the default. */
function webhookServices(
  config: Config,
  { schema, logger, metrics, feed }: ReadParts,
  services: ContextServices,
) {
  const { database, tail, ledger, bounds } = services;
  const recent = new RecentChanges(database, tail, feed);
  const openContext = (viewer: Viewer) =>
    backgroundContext(services, viewer, defaultLanguage, "webhooks");
  return { config, logger, metrics, schema, database, tail, ledger, bounds, recent, openContext };
}

/** `/minutes/<key or id of a deliberation>`: its minutes as a page to read and print. */
const showMinutes = async (context: RequestContext, { name, language }: PageRequest) =>
  minutesPage(await context.reader(), name, language);
