import "reflect-metadata";
import module from "node:module";
import { constants } from "node:os";
import { commandFor } from "./app/command-data.js";
import { type Hub, startHub } from "./app/hub.js";
import { projectFolder } from "./app/store.js";
import { BackupError } from "./platform/backup-files/index.js";
import { type Config, ConfigError, loadConfig } from "./platform/config.js";
import { NewerDatabase, RoleFault } from "./platform/database/index.js";
import { giveUpRoot } from "./platform/give-up-root.js";
import { EmbeddedPostgresError, EmbeddedPostgresLocked } from "./platform/hub-postgres.js";
import { type Logger, makeLogger } from "./platform/logger.js";
import { PlaceTaken } from "./platform/ports.js";
import { announceHub, type RunningHub, runningHubs } from "./platform/running-hubs.js";
import { isError, safeMessage } from "./platform/secrets.js";
import { MixedSamples } from "./seed/samples.js";

/** The longest time of an orderly stop, after which the process ends anyway, in milliseconds. */
const stopTimeoutMs = 25_000;

/** The error of a start that something outside of the hub is in the way of. */
class StartRefusal extends Error {}

/** The errors whose message says what is wrong and what to do: a stack would only hide it. */
const explained = [
  BackupError,
  ConfigError,
  EmbeddedPostgresError,
  MixedSamples,
  NewerDatabase,
  PlaceTaken,
  RoleFault,
  StartRefusal,
];

/** A coordinator in each sample. */
const coordinators = {
  on: "coordinator@disnaker-lebak.example",
  province: "coordinator@sintetis-kementerian-a.example",
  country: "coordinator@sintetis-kementerian-a.example",
};

/** Gives up root where the hub was started as root, or says why not. */
function leaveRoot(config: Config, logger: Logger): void {
  // Its folder may be root's; what is loaded later is little.
  module.flushCompileCache();
  const outcome = giveUpRoot(config, projectFolder());
  if (!outcome) return;
  if ("became" in outcome) {
    logger.info(outcome.became, `was started as root, and runs as user ${outcome.became.uid}`);
    return;
  }
  logger.warn(
    `THE HUB RUNS AS ROOT: ${outcome.keptBecause}. A fault in it opens the whole machine; start it as an ordinary user.`,
  );
}

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = makeLogger(config);
  leaveRoot(config, logger);
  const hasStarted = stopOnSignal(logger);
  const started = performance.now();
  const hub = await startBesides(config, logger);
  hasStarted(hub);
  announce(config, hub);
  const tookMs = Math.round(performance.now() - started);
  logger.info({ url: hub.url, tookMs }, `ready at ${hub.url}`);
  if (!config.oidc) logHints(config, logger);
  void hub.failed.then((err) => {
    logger.fatal({ err }, "the hub cannot go on and stops");
    process.exitCode = 1;
    stop(hub, logger);
  });
}

/** Logs the commands that make tokens. */
function logHints({ dataFolder, sample }: Config, logger: Logger): void {
  const tokenOf = (person: string) => commandFor(dataFolder, `token ${person}`);
  if (sample !== "off") logger.info(`to act as a coordinator: ${tokenOf(coordinators[sample])}`);
  logger.info(`to act as the operator: ${tokenOf("operator@rembuk.example")}`);
}

/** The error of a start that other hubs are in the way of; undefined for any other error. */
function clashOf(config: Config, error: unknown, hubs: readonly RunningHub[]): string | undefined {
  if (!(error instanceof PlaceTaken || error instanceof EmbeddedPostgresLocked)) return undefined;
  const same = hubs.find(({ dataFolder }) => dataFolder === config.dataFolder);
  if (same && !config.databaseUrl) {
    return `A hub runs on the data in ${same.dataFolder} already: process ${same.pid}, at ${same.url}. Stop it; or set REMBUK_DATA and PORT for a second hub.`;
  }
  if (!(error instanceof PlaceTaken)) return error.message;
  const { port } = error.place;
  const other = hubs.find(({ url }) => Number(new URL(url).port) === port);
  const holder =
    other && ` The hub of process ${other.pid} has it, with the data in ${other.dataFolder}.`;
  return `${error.message}${holder ?? ""}`;
}

/** The codes of a server that cannot be reached, or that does not know the hub's role or database. */
const serverCodes = /^(?:ECONN.*|EHOST.*|ENET.*|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|28...|3D...|57P03)$/;

/** The reason why the server of DATABASE_URL cannot be used; undefined for any other error. */
function serverFault({ databaseUrl }: Config, error: unknown): string | undefined {
  if (!databaseUrl || !isError(error) || error instanceof PlaceTaken) return undefined;
  const code = String(error.code);
  const reason = safeMessage(error) || code;
  return serverCodes.test(code)
    ? `The server of DATABASE_URL does not take the hub: ${reason}. Check the address, the role and the database.`
    : undefined;
}

/** Starts a hub; where other hubs or the database are in its way, the error says so. */
async function startBesides(config: Config, logger: Logger): Promise<Hub> {
  try {
    return await startHub(config, logger);
  } catch (error) {
    const hubs = runningHubs(projectFolder(), [config.user.uid]);
    const reason = clashOf(config, error, hubs) ?? serverFault(config, error);
    throw reason === undefined ? error : new StartRefusal(reason, { cause: error });
  }
}

/** Announces the hub to commands for as long as it runs. A test's hub is nobody's to find. */
function announce({ environment, dataFolder, oidc, databaseUrl }: Config, { url }: Hub): void {
  if (environment === "test") return;
  const issuer = oidc?.issuer ?? null;
  const hub = { url, dataFolder, issuer, hasServer: databaseUrl !== undefined };
  process.once("exit", announceHub(projectFolder(), hub));
}

/**
 * Stops when it is asked to. A start has nothing to finish and ends at once; without a word it would go on where it
 * is the first process of a container. The result is called with the hub that has started.
 */
function stopOnSignal(logger: Logger): (hub: Hub) => void {
  let running: Hub | undefined;
  const handle = (signal: NodeJS.Signals) => {
    logger.info({ signal }, running ? "stopping" : "stopping before the hub has started");
    if (running) stop(running, logger);
    else process.exit(128 + constants.signals[signal]);
  };
  process.once("SIGTERM", handle);
  process.once("SIGINT", handle);
  return (hub) => {
    running = hub;
  };
}

function stop(hub: Hub, logger: Logger): void {
  setTimeout(() => process.exit(1), stopTimeoutMs).unref();
  hub.stop().then(
    () => logger.info("stopped"),
    (err: unknown) => {
      logger.error({ err }, "the stop failed");
      process.exitCode = 1;
    },
  );
}

main().catch((error: unknown) => {
  // There may be no logger yet: the reason goes to standard error.
  const reason = error instanceof Error ? error : new Error(String(error));
  const isExplained = explained.some((kind) => reason instanceof kind);
  const text = isExplained ? reason.message : reason.stack;
  process.stderr.write(`The hub cannot start. ${text}\n`);
  process.exitCode = 1;
});
