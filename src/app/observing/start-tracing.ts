import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type { Config } from "../../platform/config.js";
import type { Logger } from "../../platform/logger.js";
import { traceBy } from "../../platform/tracing/tracing.js";

/** The time for the last spans to be sent when the hub stops, in milliseconds. */
const lastMs = 3_000;

/** Switches traces on where there is a collector, until the hub has stopped; else loads nothing. */
export async function startTracing(
  { tracing, environment }: Pick<Config, "tracing" | "environment">,
  logger: Logger,
  cleanup: AsyncDisposableStack,
): Promise<void> {
  const { endpoint } = tracing;
  if (!endpoint) return;
  const { openOtlp } = await import("../../platform/tracing/otlp.js");
  const resource = {
    "service.name": tracing.service,
    "service.instance.id": `${hostname()}:${process.pid}`,
    "deployment.environment.name": environment,
    ...tracing.resource,
  };
  // The log counts what repeats.
  const failed = (err: unknown) =>
    logger.warn({ err }, "spans could not be sent to the collector of traces");
  const otlp = openOtlp({ ...tracing, endpoint }, resource, failed);
  const off = traceBy(otlp);
  cleanup.defer(async () => {
    off();
    await Promise.race([
      otlp.stop().catch(() => undefined),
      delay(lastMs, undefined, { ref: false }),
    ]);
  });
  logger.info({ endpoint, sampler: tracing.sampler }, "traces are sent to a collector");
}
