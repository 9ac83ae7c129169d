import type { ExecutionResult } from "graphql";
import { HubError, unavailable } from "../../platform/errors.js";
import { outageOf } from "../errors/http-status.js";

/** The refusal of what comes while the hub stops. */
export const stopping = unavailable({
  en: "The hub is stopping; connect again.",
  id: "Hub sedang berhenti; sambungkan lagi.",
});

/** The refusal of an operation too many of one socket. */
export const tooManyOperations = (limit: number): HubError =>
  new HubError(
    "RATE_LIMITED",
    {
      en: `This socket runs ${limit} operations already; complete one first.`,
      id: `Soket ini sudah menjalankan ${limit} operasi; selesaikan salah satu dahulu.`,
    },
    { limit },
  );

/** A result, or a stream without events that ends with an error. */
export type Answered = ExecutionResult | AsyncIterable<ExecutionResult>;

/** A result; one that has nothing because the hub is unavailable becomes an `error` message. */
export function orOutage(result: ExecutionResult): Answered {
  const outage = outageOf(result);
  return outage ? failing(outage) : result;
}

// biome-ignore lint/correctness/useYield: the stream has no events.
export async function* failing(error: Error): AsyncGenerator<never> {
  throw error;
}
