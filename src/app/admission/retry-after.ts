import { HubError, type Text, unavailable } from "../../platform/errors.js";

/** The longest time after which a refused client is to retry, before it is spread, in milliseconds. */
const mostMs = 60_000;

/** The part by which a time is spread: clients that were refused at one moment come at many. */
const spread = 0.5;

/** Whole seconds, of which a client adds none by itself: at least one, at most half as many more. */
export const spreadSeconds = (ms: number): number =>
  Math.max(1, Math.ceil((Math.min(ms, mostMs) / 1000) * (1 + spread * Math.random())));

/** The seconds after which a client that was refused is to retry, where its refusal says so. */
export function retryAfterOf(error: unknown): number | undefined {
  const { retryAfter } = error instanceof HubError ? error.extensions : {};
  return typeof retryAfter === "number" ? retryAfter : undefined;
}

/** UNAVAILABLE: more subscriptions are to start than may wait. */
export const tooManyStarts = (retryAfter: number): HubError => {
  const text: Text = {
    en: `The hub has too many subscriptions to start; come back in ${retryAfter} s.`,
    id: `Terlalu banyak langganan yang harus dimulai; kembali dalam ${retryAfter} detik.`,
  };
  return new HubError("UNAVAILABLE", text, { measure: "starts", retryAfter });
};

/** The end of a start whose client has gone, or has completed the operation: nobody is shown it. */
export const notWanted = () =>
  unavailable({
    en: "The operation was completed before it began.",
    id: "Operasi diselesaikan sebelum dimulai.",
  });

/** RATE_LIMITED: the client starts more subscriptions a second than it may. */
export const startsTooFast = (limit: number, retryAfter: number): HubError => {
  const text: Text = {
    en: `You start more than ${limit} subscriptions a second; come back in ${retryAfter} s.`,
    id: `Anda memulai lebih dari ${limit} langganan per detik; kembali dalam ${retryAfter} detik.`,
  };
  return new HubError("RATE_LIMITED", text, { limit, measure: "starts", retryAfter });
};

/**
 * The times at which refused clients are to retry: one after another, at the pace at which the hub starts
 * subscriptions, after those that wait. So a storm of reconnects is spread over time.
 */
export class RetryTimes {
  private promised = 0;

  /** The seconds for the next client, where so many wait and each takes `paceMs`. */
  next(waiting: number, paceMs: number): number {
    const now = performance.now();
    const after = Math.max(this.promised, now + waiting * paceMs) + paceMs;
    this.promised = Math.min(after, now + mostMs);
    return spreadSeconds(this.promised - now);
  }
}
