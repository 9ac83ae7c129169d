import { HubError } from "../../platform/errors.js";
import { spreadSeconds } from "../admission/retry-after.js";
import type { Client } from "../port.js";

/** The time after which a client may have closed a connection, in milliseconds, before it is spread. */
const retryMs = 10_000;

const details = (limit: number) => ({
  ...{ limit, measure: "sockets" },
  retryAfter: spreadSeconds(retryMs),
});

const tooManySockets = (limit: number): HubError =>
  new HubError(
    "RATE_LIMITED",
    {
      en: `You have ${limit} connections for live updates open already; close one, then connect again.`,
      id: `Anda sudah membuka ${limit} sambungan untuk pembaruan langsung; tutup salah satu, lalu sambungkan lagi.`,
    },
    details(limit),
  );

/** The refusal of a socket too many of an address, whose clients may be several. */
export const tooManyOfAddress = (limit: number): HubError =>
  new HubError(
    "RATE_LIMITED",
    {
      en: `Your network address has ${limit} connections for live updates open already; close one, then connect again.`,
      id: `Dari alamat jaringan Anda sudah terbuka ${limit} sambungan untuk pembaruan langsung; tutup salah satu, lalu sambungkan lagi.`,
    },
    details(limit),
  );

/** The limits of open sockets. */
export interface SocketLimits {
  socketsPerClient: number;
  clientsPerAddress: number;
}

/** Counts open sockets, or open streams of events, by client and by address. */
export class SocketTally {
  private readonly counts = new Map<string, number>();

  /** True if so many sockets are open for this client or address. */
  isFull(name: string, most: number): boolean {
    return (this.counts.get(name) ?? 0) >= most;
  }

  /** Counts a client's socket until it is closed; throws RATE_LIMITED when the client has too many. */
  admit(client: string, most: number, closed: Promise<void>): void {
    if (this.isFull(client, most)) throw tooManySockets(most);
    this.count(client, closed);
  }

  /** The same for a client and for its address. */
  admitBoth(
    { key, address }: Pick<Client, "key" | "address">,
    { socketsPerClient, clientsPerAddress }: SocketLimits,
    closed: Promise<void>,
  ): void {
    const most = clientsPerAddress * socketsPerClient;
    const all = `all of ${address}`;
    if (this.isFull(all, most)) throw tooManyOfAddress(most);
    this.admit(key, socketsPerClient, closed);
    this.count(all, closed);
  }

  /** Counts a socket until it is closed. */
  count(name: string, closed: Promise<void>): void {
    this.change(name, 1);
    void closed.then(() => this.change(name, -1));
  }

  private change(name: string, change: 1 | -1): void {
    const count = (this.counts.get(name) ?? 0) + change;
    if (count === 0) this.counts.delete(name);
    else this.counts.set(name, count);
  }
}
