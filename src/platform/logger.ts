import { AsyncResource } from "node:async_hooks";
import { hostname } from "node:os";
import { pino } from "pino";
import type { Config } from "./config.js";
import { type Line, RepeatedLines } from "./log-repeats.js";
import { currentRequest } from "./request-scope.js";
import { describeError, isError, safeMessage, withoutSecrets } from "./secrets.js";
import { traceIdsOf } from "./tracing/tracing.js";

export type Logger = pino.Logger;

/** Gives a line about an error the error's safe message, where the caller gave none. */
const withMessage = (args: unknown[]): unknown[] => {
  const [first, ...rest] = args;
  const line = isError(first) ? { err: first } : first;
  const error = (line as { err?: unknown } | null | undefined)?.err;
  return isError(error) && rest.length === 0 ? [line, safeMessage(error)] : [line, ...rest];
};

const { warn, error } = pino.levels.values;

const withDescribedErrors = (line: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(line).map(([key, value]) => [key, describeError(value)]));

/**
 * The hub's log: one JSON object a line, with the time in ISO 8601 and the id of the current request.
 * Secrets are removed from every line as it is written, at any depth and inside texts too; pino's own
 * `redact` covers only paths that are listed beforehand. Lines go to standard output unless
 * `destination` is given, as for a command whose output a program reads. Warnings and errors that repeat are
 * counted (`RepeatedLines`); lines below and above these are all written.
 */
export const makeLogger = (
  config: Pick<Config, "logLevel" | "environment">,
  destination: pino.DestinationStream = pino.destination(1),
): Logger => {
  const repeats = new RepeatedLines();
  return pino(
    {
      level: config.logLevel,
      base: {
        service: "rembuk",
        environment: config.environment,
        pid: process.pid,
        hostname: hostname(),
      },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: withDescribedErrors },
      serializers: { err: (error: unknown) => describeError(error) },
      mixin: () => {
        const scope = currentRequest();
        return scope ? { requestId: scope.requestId, ...traceIdsOf(scope.span) } : {};
      },
      hooks: {
        logMethod(args, method, level) {
          const write: Line["write"] = (given) =>
            method.apply(this, given as Parameters<typeof method>);
          const given = withMessage(args);
          if (level !== warn && level !== error) write(given);
          // A line that is written later is of the same request.
          else repeats.take({ level, given, write: AsyncResource.bind(write) });
        },
        streamWrite: withoutSecrets,
      },
    },
    destination,
  );
};
