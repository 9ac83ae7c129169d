import { type DevelopmentIssuer, developmentIssuer } from "../access/development-issuer.js";
import { oidcVerifier, type TokenVerifier } from "../access/tokens.js";
import { Change } from "../domain/changes/index.js";
import { minutesPage } from "../domain/deliberations/index.js";
import { Ledger, Tail } from "../ledger/index.js";
import { LiveGroups } from "../live/index.js";
import type { Config } from "../platform/config.js";
import { openFileStore } from "../platform/files/index.js";
import type { Logger } from "../platform/logger.js";
import { ChangedTables, sql } from "../reading/index.js";
import { authentication } from "./authentication.js";
import { type ContextServices, RequestContext } from "./context.js";
import { fileRoutes } from "./files/index.js";
import { PlannedReads } from "./planned-reads.js";
import { prepare } from "./prepare.js";
import { ResponseCache } from "./response-cache.js";
import { buildHubSchema } from "./schema.js";
import { openStore } from "./store.js";
import { startTransport } from "./transport/http-server.js";
import type { PageRequest } from "./transport/hub-context.js";

/** A hub that answers. */
export interface Hub {
  /** Where GraphQL is served, as `http://127.0.0.1:4000/graphql`. */
  url: string;
  /** Stops accepting, finishes what runs, closes the streams, then the database. */
  stop(): Promise<void>;
}

/** What tells who asks: the configured issuer, or the development one, loudly. */
async function verifierOf(config: Config, logger: Logger): Promise<TokenVerifier> {
  if (config.oidc) return oidcVerifier(config.oidc);
  const issuer: DevelopmentIssuer = await developmentIssuer(config.dataFolder);
  logger.warn(
    "DEVELOPMENT ISSUER: whoever can read the data folder can be anyone. Never in production.",
  );
  return issuer;
}

/** What must be undone, the last first, when the hub stops or cannot start. */
class Cleanup {
  private readonly steps: (() => Promise<void>)[] = [];

  add(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  async run(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) await step();
  }
}

/** Starts the hub from its configuration: database, migrations, reference data, schema, transports. */
export async function startHub(config: Config, logger: Logger): Promise<Hub> {
  const cleanup = new Cleanup();
  try {
    const url = await start(config, logger, cleanup);
    return { url, stop: () => cleanup.run() };
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function start(config: Config, logger: Logger, cleanup: Cleanup): Promise<string> {
  const store = await openStore(config, logger);
  cleanup.add(store.close);
  const ledger = new Ledger(store.orm);
  await prepare({ store, ledger, sample: config.sample, logger });
  const database = store.orm.em.getKysely() as ContextServices["database"];
  const tail = new Tail(() => ledger.position(), store.url, logger);
  ledger.onCommit(tail.reached);
  cleanup.add(() => tail.stop());
  await tail.start();
  const live = new LiveGroups(database, tail, Change);
  const authenticate = authentication(database, await verifierOf(config, logger));
  const readingMs = config.statementTimeoutMs;
  const services = { database, tail, authenticate, readingMs };
  const schema = await buildHubSchema(ledger);
  const planned = new PlannedReads(schema, database, store.readPool, logger);
  const kept = await keepAnswers(config, services, logger, cleanup);
  const transport = await startTransport<RequestContext>({
    config,
    logger,
    schema,
    ...(config.plannedReads ? { readAsText: planned.read } : {}),
    ...(kept ? { kept } : {}),
    openContext: async (requester) => {
      const position = tail.position;
      const viewer = await authenticate(requester.credential);
      if (requester.credential !== undefined)
        kept?.noteViewer(requester.credential, viewer, position);
      return new RequestContext(services, requester, viewer);
    },
    pages: { "/minutes/": showMinutes },
    files: fileRoutes(ledger, await openFileStore(config), config.limits),
    ready: () => answers(database),
    subscribe: (args) => live.subscribe(args),
  });
  cleanup.add(() => transport.close());
  return transport.url;
}

/** Where answers are kept, if any are to be: the ledger is followed for it from now on. */
async function keepAnswers(
  { plannedReads, responseCacheBytes }: Config,
  { database, tail }: ContextServices,
  logger: Logger,
  cleanup: Cleanup,
): Promise<ResponseCache | undefined> {
  if (!plannedReads || responseCacheBytes === 0) return undefined;
  const changed = new ChangedTables(database, tail, logger);
  await changed.start();
  const kept = new ResponseCache(changed, responseCacheBytes);
  cleanup.add(async () => {
    kept.close();
    await changed.stop();
  });
  return kept;
}

/** `/minutes/<key or id of a deliberation>`: its minutes, to be read and printed. */
const showMinutes = async (context: RequestContext, { name, language }: PageRequest) =>
  minutesPage(await context.reader(), name, language);

async function answers(database: ContextServices["database"]): Promise<boolean> {
  try {
    await sql`select 1`.execute(database);
    return true;
  } catch {
    return false;
  }
}
