import { HeaderMap, type HTTPGraphQLHead } from "@apollo/server";
import type { ExecutionResult, FormattedExecutionResult, GraphQLError } from "graphql";
import { type ErrorCode, HubError } from "../../platform/errors.js";
import { causesOf } from "./causes.js";
import { databaseRefusal, isUnavailable } from "./database-errors.js";

/** The wait before a client should retry when the hub is unavailable, in seconds. */
export const retrySeconds = 5;

const retryAfter: [string, string][] = [["retry-after", String(retrySeconds)]];

/** The codes that have a status of their own; all others are 400. */
const statuses: Partial<Record<ErrorCode, number>> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  CURSOR_EXPIRED: 410,
};

const head = (status: number, headers: [string, string][] = []): HTTPGraphQLHead => ({
  status,
  headers: new HeaderMap(headers),
});

/** The HTTP status and headers of an answer that consists of this error alone. */
export function httpHeadOf(error: unknown): HTTPGraphQLHead {
  const causes = causesOf(error);
  const own = causes.find((cause) => cause instanceof HubError) ?? databaseRefusal(causes);
  const code = own?.code;
  if (code === "UNAUTHENTICATED") return head(401, [["www-authenticate", "Bearer"]]);
  const { retryAfter: seconds } = own?.extensions ?? {};
  const wait: typeof retryAfter =
    seconds === undefined ? retryAfter : [["retry-after", String(seconds)]];
  if (isUnavailable(error)) return head(503, wait);
  if (code === "RATE_LIMITED") return head(429, wait);
  if (own?.extensions.reason === "TOO_LARGE") return head(413);
  return head(code === undefined ? 500 : (statuses[code] ?? 400));
}

/** True for a result with nothing in it: no data, or nulls alone. */
const isEmpty = ({ data }: FormattedExecutionResult<unknown>): boolean =>
  Object.values(data ?? {}).every((value) => value === null);

/**
 * The HTTP status and headers of a result as it is shown; undefined where it is an ordinary answer. A
 * result that has nothing because the hub is unavailable is an outage for every client and proxy, also
 * for those that read no errors. A result with some data is an answer: a part of it was done or read.
 */
export function httpHeadOfResult(result: FormattedExecutionResult): HTTPGraphQLHead | undefined {
  const isOutage = result.errors?.some(({ extensions }) => extensions?.code === "UNAVAILABLE");
  return isOutage && isEmpty(result) ? head(503, retryAfter) : undefined;
}

/** The error for which a result has nothing in it, where that is an outage. */
export const outageOf = ({ data, errors }: ExecutionResult<unknown>): GraphQLError | undefined =>
  isEmpty({ data }) ? errors?.find(isUnavailable) : undefined;
