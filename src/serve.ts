import "reflect-metadata";
import { type Hub, startHub } from "./app/hub.js";
import { projectFolder } from "./app/store.js";
import { type Config, ConfigError, loadConfig } from "./platform/config.js";
import { giveUpRoot } from "./platform/give-up-root.js";
import { type Logger, makeLogger } from "./platform/logger.js";

/** The longest time of an orderly stop, after which the process ends anyway, in milliseconds. */
const stopTimeoutMs = 25_000;

/** Gives up root where the hub was started as root, or says why not. */
function leaveRoot(config: Config, logger: Logger): void {
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
  const started = performance.now();
  const hub = await startHub(config, logger);
  const tookMs = Math.round(performance.now() - started);
  logger.info({ url: hub.url, tookMs }, `ready at ${hub.url}`);
  if (!config.oidc && config.sample) {
    logger.info(
      "to act as a coordinator: npm run -s rembuk -- token coordinator@disnaker-lebak.example",
    );
    logger.info("to act as the operator: npm run -s rembuk -- token operator@rembuk.example");
  }
  stopOnSignal(hub, logger);
  void hub.failed.then((err) => {
    logger.fatal({ err }, "the hub cannot go on and stops");
    process.exitCode = 1;
    stop(hub, logger);
  });
}

function stopOnSignal(hub: Hub, logger: Logger): void {
  const handle = (signal: NodeJS.Signals) => {
    logger.info({ signal }, "stopping");
    stop(hub, logger);
  };
  process.once("SIGTERM", handle);
  process.once("SIGINT", handle);
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
  const reason = error instanceof ConfigError ? error.message : error;
  process.stderr.write(
    `The hub cannot start. ${reason instanceof Error ? reason.stack : reason}\n`,
  );
  process.exitCode = 1;
});
