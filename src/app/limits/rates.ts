import { LRUCache } from "lru-cache";
import { textHash } from "../../ledger/index.js";
import type { Config } from "../../platform/config.js";
import { HubError } from "../../platform/errors.js";
import type { Metrics } from "../metrics.js";
import type { Client, RateCounter, RateStanding, Requester } from "../port.js";
import { Rate } from "./rate.js";
import type { SharedCounts } from "./shared-counts.js";

/** The least cost of a request, and the whole of one that the response cache answers. */
export const requestCost = 1;

/** The costs of requests that are no operations. */
export const fileCosts = { upload: 1000, madeTable: 1000, file: 10, page: 100 } as const;

/** The standing after a count; undefined where the rate has no limit. */
type Counted = RateStanding | undefined;

/** The credentials that are remembered as valid, and for how long. */
const known = { max: 10_000, ttl: 60_000 };

/** RATE_LIMITED: the client has used up its rate. */
export function rateLimited({ limit, remaining, resetSeconds: retryAfter }: RateStanding) {
  const text = {
    en: `The request costs more than the ${remaining} left of ${limit} for this minute; try again in ${retryAfter} s.`,
    id: `Ini melebihi sisa ${remaining} dari ${limit} untuk menit ini; coba lagi dalam ${retryAfter} detik.`,
  };
  return new HubError("RATE_LIMITED", text, { limit, remaining, retryAfter });
}

/** Counts a cost for a client where it is more than nothing; throws RATE_LIMITED when its rate is used up. */
export async function charge(rates: RateCounter, client: Client, cost: number): Promise<void> {
  if (cost <= 0) return;
  const standing = await rates.count(client, cost);
  if (standing?.isOver) throw rateLimited(standing);
}

/** A rate of these settings; undefined where it is turned off. */
const rateOf = (policy: string, limit: number, shared?: SharedCounts): Rate | undefined =>
  limit > 0 ? new Rate(policy, limit, shared) : undefined;

/**
 * The rates of clients: the cost a minute of a visitor's address and of a credential's holder, and the
 * failed authentications a minute of an address.
 */
export class Rates implements RateCounter {
  private readonly visitor: Rate | undefined;
  private readonly credential: Rate | undefined;
  private readonly failures: Rate | undefined;
  private readonly valid = new LRUCache<string, true>(known);

  constructor(
    { visitor, credential, failures }: Config["rates"],
    private readonly refusals: Metrics["rateRefusals"],
    /** Shares the counts with other nodes. */
    shared?: SharedCounts,
  ) {
    this.visitor = rateOf("visitor", visitor, shared);
    this.credential = rateOf("credential", credential, shared);
    this.failures = rateOf("failed-authentications", failures, shared);
  }

  async count(client: Client, cost: number): Promise<Counted> {
    return this.noted(await this.rateOf(client)?.take(client.key, cost));
  }

  countOne(client: Client): Counted | Promise<Counted> {
    const standing = this.rateOf(client)?.takeOne(client.key);
    if (!(standing instanceof Promise)) return standing;
    return standing.then((one) => this.noted(one));
  }

  private rateOf({ isVisitor }: Client): Rate | undefined {
    return isVisitor ? this.visitor : this.credential;
  }

  /** The standing; a refusal is counted in the metrics. */
  private noted(standing: Counted): Counted {
    if (standing?.isOver) this.refusals.inc({ policy: standing.policy });
    return standing;
  }

  /**
   * The viewer of a requester by `verify`; a failure counts for the address. An address with too many
   * failures is RATE_LIMITED before anything is verified, except for credentials that held a moment ago:
   * one bad client does not shut out the others behind the same address.
   */
  async authenticating<T>(
    { address, credentials }: Requester,
    verify: (credentials: readonly string[]) => Promise<T>,
  ): Promise<T> {
    const { failures, valid } = this;
    if (!failures || credentials.length === 0) return verify(credentials);
    const id = textHash(credentials.join("\n"));
    const over = valid.has(id) ? undefined : await failures.exhausted(address);
    if (over) {
      this.noted(over);
      throw rateLimited(over);
    }
    try {
      const viewer = await verify(credentials);
      valid.set(id, true);
      return viewer;
    } catch (error) {
      valid.delete(id);
      const isBad = error instanceof HubError && error.code === "UNAUTHENTICATED";
      if (isBad) await failures.take(address, 1);
      throw error;
    }
  }
}
