import { HeaderMap, type HTTPGraphQLHead } from "@apollo/server";
import { type ErrorCode, HubError } from "../../platform/errors.js";
import { causesOf } from "./causes.js";
import { isUnavailability } from "./database-errors.js";

/** The wait before a client should retry when the hub is unavailable, in seconds. */
export const retrySeconds = 5;

/** The codes that have a status of their own; all others are 400. */
const statuses: Partial<Record<ErrorCode, number>> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
};

const head = (status: number, headers: [string, string][] = []): HTTPGraphQLHead => ({
  status,
  headers: new HeaderMap(headers),
});

/** The HTTP status and headers of an answer that consists of this error alone. */
export function httpHeadOf(error: unknown): HTTPGraphQLHead {
  const causes = causesOf(error);
  const own = causes.find((cause) => cause instanceof HubError);
  const code = own?.code;
  if (code === "UNAUTHENTICATED") return head(401, [["www-authenticate", "Bearer"]]);
  if (code === "UNAVAILABLE" || causes.some(isUnavailability)) {
    return head(503, [["retry-after", String(retrySeconds)]]);
  }
  if (code === "RATE_LIMITED") return head(429, [["retry-after", String(retrySeconds)]]);
  if (own?.extensions.reason === "TOO_LARGE") return head(413);
  return head(code === undefined ? 500 : (statuses[code] ?? 400));
}
