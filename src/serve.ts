import "reflect-metadata";
import { startHub } from "./app/hub.js";
import { ConfigError, loadConfig } from "./platform/config.js";
import { makeLogger } from "./platform/logger.js";

/** The longest time of an orderly stop, after which the process ends anyway, in milliseconds. */
const stopTimeoutMs = 25_000;

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = makeLogger(config);
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
  const stop = (signal: NodeJS.Signals) => {
    logger.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), stopTimeoutMs).unref();
    hub.stop().then(
      () => logger.info("stopped"),
      (err: unknown) => {
        logger.error({ err }, "the stop failed");
        process.exitCode = 1;
      },
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

main().catch((error: unknown) => {
  // There may be no logger yet: the reason goes to standard error.
  const reason = error instanceof ConfigError ? error.message : error;
  process.stderr.write(
    `The hub cannot start. ${reason instanceof Error ? reason.stack : reason}\n`,
  );
  process.exitCode = 1;
});
