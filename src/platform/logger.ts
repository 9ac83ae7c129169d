import { hostname } from "node:os";
import { pino } from "pino";
import type { Config } from "./config.js";
import { currentRequest } from "./request-scope.js";
import { describeError, isError, safeMessage, withoutSecrets } from "./secrets.js";

export type Logger = pino.Logger;

/** A line about an error without words of its own takes the error's, as the log may tell them. */
const withMessage = (args: unknown[]): unknown[] => {
  const [first, ...rest] = args;
  const line = isError(first) ? { err: first } : first;
  const error = (line as { err?: unknown } | null | undefined)?.err;
  return isError(error) && rest.length === 0 ? [line, safeMessage(error)] : [line, ...rest];
};

const withDescribedErrors = (line: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(line).map(([key, value]) => [key, describeError(value)]));

/**
 * The hub's log: one JSON object a line, with the time in ISO 8601 and the id of the request that
 * is being worked for. Secrets are taken out of every line as it is written, wherever they stand.
 * Lines go to standard output unless `destination` says otherwise, as a command whose own output
 * is read by a program must.
 */
export const makeLogger = (
  config: Pick<Config, "logLevel" | "environment">,
  destination: pino.DestinationStream = pino.destination(1),
): Logger =>
  pino(
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
        return scope ? { requestId: scope.requestId } : {};
      },
      hooks: {
        logMethod(args, method) {
          method.apply(this, withMessage(args) as Parameters<typeof method>);
        },
        streamWrite: withoutSecrets,
      },
    },
    destination,
  );
