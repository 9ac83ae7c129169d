import { HubError } from "../platform/errors.js";

/** The client for which a subscription is counted. */
export interface LiveClient {
  /** The holder of its credential, else its network address. */
  key: string;
  address: string;
  isVisitor: boolean;
}

/** The limits of a client's subscriptions. */
export interface LiveLimits {
  subscriptionsPerClient: number;
  groupsPerClient: number;
  /** An address has many clients behind it, as the people of an office: its limits are so many times theirs. */
  clientsPerAddress: number;
}

/** The subscriptions of one client, or of one address, by their groups. */
type Counted = Map<string, number>;

const refusals = {
  subscriptions: {
    en: "subscriptions",
    id: "langganan",
  },
  groups: {
    en: "different subscriptions, which the hub must execute one by one,",
    id: "langganan berbeda, yang harus dijalankan satu per satu,",
  },
};

const tooMany = (what: keyof typeof refusals, limit: number): HubError =>
  new HubError(
    "RATE_LIMITED",
    {
      en: `You have ${limit} ${refusals[what].en} already; complete one first.`,
      id: `Anda sudah memiliki ${limit} ${refusals[what].id} selesaikan salah satu dahulu.`,
    },
    { limit, measure: what },
  );

/** Counts subscriptions and their groups by client and by address, and refuses those above the limits. */
export class LiveTally {
  private readonly counted = new Map<string, Counted>();

  constructor(private readonly limits: LiveLimits) {}

  /** Counts one subscription of a group; the returned function ends that. Throws RATE_LIMITED. */
  count({ key, address }: LiveClient, group: string): () => void {
    const places = [
      { name: key, times: 1 },
      { name: `all of ${address}`, times: this.limits.clientsPerAddress },
    ];
    for (const { name, times } of places) this.check(this.counted.get(name), group, times);
    for (const { name } of places) this.change(name, group, 1);
    return () => {
      for (const { name } of places) this.change(name, group, -1);
    };
  }

  private check(groups: Counted = new Map(), group: string, times: number): void {
    const subscriptions = times * this.limits.subscriptionsPerClient;
    const mostGroups = times * this.limits.groupsPerClient;
    let all = 0;
    for (const count of groups.values()) all += count;
    if (all >= subscriptions) throw tooMany("subscriptions", subscriptions);
    if (!groups.has(group) && groups.size >= mostGroups) throw tooMany("groups", mostGroups);
  }

  private change(name: string, group: string, change: 1 | -1): void {
    const groups = this.counted.get(name) ?? new Map<string, number>();
    const count = (groups.get(group) ?? 0) + change;
    if (count === 0) groups.delete(group);
    else groups.set(group, count);
    if (groups.size === 0) this.counted.delete(name);
    else this.counted.set(name, groups);
  }
}
