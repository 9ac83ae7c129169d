import { type DevelopmentIssuer, developmentIssuer } from "../access/development-issuer.js";
import { oidcVerifier, type TokenVerifier } from "../access/tokens.js";
import { Change } from "../domain/changes/index.js";
import { loadRegions } from "../domain/regions/index.js";
import { Ledger, Tail } from "../ledger/index.js";
import { LiveGroups } from "../live/index.js";
import type { Config } from "../platform/config.js";
import type { Logger } from "../platform/logger.js";
import { migrate } from "../platform/migrate.js";
import { sql } from "../reading/index.js";
import { authentication } from "./authentication.js";
import { type ContextServices, RequestContext } from "./context.js";
import { seedSample } from "./sample/seed.js";
import { buildHubSchema } from "./schema.js";
import { openStore, type Store } from "./store.js";
import { startTransport } from "./transport/http-server.js";

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

/** Schema, reference data and, where wanted, the sample: all that must be there before the first request. */
async function prepare({ orm, url }: Store, ledger: Ledger, config: Config, logger: Logger) {
  const migrations = await migrate(orm, url);
  if (migrations.length > 0) logger.info({ migrations }, "migrated");
  const { loaded, origin } = await loadRegions(ledger);
  if (loaded) logger.info({ origin }, "regions loaded");
  if (config.sample) {
    const { made } = await seedSample(ledger);
    if (made > 0) logger.info({ made }, "sample data made");
  }
}

/** What must be undone, the last first, when the hub stops or cannot start. */
class Undoing {
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
  const undoing = new Undoing();
  try {
    const url = await start(config, logger, undoing);
    return { url, stop: () => undoing.run() };
  } catch (error) {
    await undoing.run();
    throw error;
  }
}

async function start(config: Config, logger: Logger, undoing: Undoing): Promise<string> {
  const store = await openStore(config, logger);
  undoing.add(store.close);
  const ledger = new Ledger(store.orm);
  await prepare(store, ledger, config, logger);
  const database = store.orm.em.getKysely() as ContextServices["database"];
  const tail = new Tail(() => ledger.position(), store.url, logger);
  ledger.onCommit(tail.wake);
  undoing.add(() => tail.stop());
  await tail.start();
  const live = new LiveGroups(database, tail, Change);
  const authenticate = authentication(database, await verifierOf(config, logger));
  const services = { database, tail, authenticate };
  const transport = await startTransport<RequestContext>({
    config,
    logger,
    schema: await buildHubSchema(ledger),
    openContext: async (asker) =>
      new RequestContext(services, asker, await authenticate(asker.credential)),
    ready: () => answers(database),
    subscribe: (args) => live.subscribe(args),
  });
  undoing.add(() => transport.close());
  return transport.url;
}

async function answers(database: ContextServices["database"]): Promise<boolean> {
  try {
    await sql`select 1`.execute(database);
    return true;
  } catch {
    return false;
  }
}
