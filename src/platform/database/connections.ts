import type pg from "pg";
import type { Logger } from "../logger.js";
import { noteWait } from "../waits.js";
import { BoundedClient, type Bounds, NoAnswer } from "./bounded-client.js";
import { type SessionSettings, sessionOptions } from "./session-options.js";
import { StatementWatch } from "./statement-watch.js";

/** Time beyond Postgres' own time-out in which its answer must have arrived, in milliseconds. */
const answerMs = 5_000;

/** The wait for a free connection of a pool, in milliseconds. */
export const checkoutMs = 10_000;

/** Deadline for opening a connection, in milliseconds. */
const connectMs = 4_000;

/** Idle time after which a connection is asked whether it is alive before it is used, in milliseconds. */
const untestedMs = 250;

/** Deadline for that answer, in milliseconds. */
const testMs = 1_500;

/** Time in which a suspect connection in use must bring something, in milliseconds. */
const graceMs = 3_000;

/** The database and the limits of its sessions. */
export interface ConnectionsOptions {
  /** A `postgres://` address; `?host=/folder` reaches a Unix socket. */
  url: string;
  statementTimeoutMs: number;
  logger: Logger;
}

/** The processes of Postgres that work for this process now; undefined where Postgres does not answer. */
export type ActiveBackends = () => Promise<ReadonlySet<number> | undefined>;

/** The settings of a session that may wait for another node's long work. */
const unhurried = { statement_timeout: 0, lock_timeout: 0 };

/** A class of connections with these deadlines. */
const clientWith = (bounds: Bounds): Connections["Client"] =>
  class extends BoundedClient {
    constructor(config: pg.ClientConfig = {}) {
      super(config, bounds);
    }
  };

/** The figures of a pool, as it shows them. */
export interface PoolFigures {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
  readonly options: { readonly max: number };
}

/** A pool's connection, which is of the class that the pool was given. */
const bounded = (client: pg.PoolClient) => client as unknown as BoundedClient;

/**
 * All connections of this process to its database. Where one gives no answer, the others may be dead
 * too, as when the network drops packets without a word: the idle ones are closed at once, and those in
 * use when they bring nothing for a while and Postgres does not say that it works for them. So a pool
 * is new as soon as the database can be reached, and no request waits for a dead connection.
 */
export class Connections {
  readonly url: string;
  /** The class of the connections of a pool. */
  readonly Client: new (
    config?: pg.ClientConfig,
  ) => BoundedClient;
  /** Says what Postgres works on; set by the watch of the database. */
  activeBackends: ActiveBackends = async () => undefined;
  /** The pools that were opened, by name. */
  readonly pools = new Map<string, PoolFigures>();
  /** Called with each pool that is opened later, as the ORM's at its first use. */
  onPool: (name: string, pool: PoolFigures) => void = () => {};
  /** Called with the seconds that each connection of a pool was waited for. */
  onCheckout: (name: string, seconds: number) => void = () => {};
  /** Watches the statements of all connections. */
  readonly statements = new StatementWatch();
  /** True while no connection can be opened, as the watch of the database has found. */
  isSilent = false;
  private readonly open = new Set<BoundedClient>();
  /** The open connections that somebody uses. */
  private readonly inUse = new Set<BoundedClient>();
  /** When each connection was last given back to its pool. */
  private readonly usedAt = new WeakMap<BoundedClient, number>();
  private unhurriedWork = 0;
  private readonly bounds: Bounds;

  constructor(private readonly options: ConnectionsOptions) {
    this.url = options.url;
    const bounds: Bounds = {
      connectMs,
      statementMs: () =>
        this.unhurriedWork > 0 ? undefined : options.statementTimeoutMs + answerMs,
      onNoAnswer: () => this.suspect(),
      statements: this.statements,
    };
    this.bounds = bounds;
    this.Client = clientWith(bounds);
  }

  /** The class of the connections of a pool whose statements may take so many milliseconds. */
  clientWithin(statementMs: number): Connections["Client"] {
    return clientWith({ ...this.bounds, statementMs: () => statementMs + answerMs });
  }

  /** The configuration of a session, as a pool or a client takes it. */
  config(name: string, settings: SessionSettings = {}): pg.ClientConfig {
    const { url, statementTimeoutMs } = this.options;
    return {
      connectionString: url,
      options: sessionOptions(statementTimeoutMs, settings),
      application_name: name,
    };
  }

  /** Follows the connections of a pool of this name, and tests one that was idle before it is used. */
  follow(name: string, pool: pg.Pool): void {
    this.pools.set(name, pool);
    this.onPool(name, pool);
    pool.on("connect", (client) => this.add(bounded(client)));
    pool.on("acquire", (client) => this.inUse.add(bounded(client)));
    pool.on("release", (_, client) => {
      this.inUse.delete(bounded(client));
      this.usedAt.set(bounded(client), performance.now());
    });
    this.testOnCheckout(name, pool);
  }

  /** A session apart from the pools, whose statements may take as long as they need. */
  async session(name: string): Promise<BoundedClient> {
    const client = new BoundedClient(this.config(name, unhurried), {
      ...this.bounds,
      statementMs: () => undefined,
    });
    this.add(client);
    this.inUse.add(client);
    await client.connect();
    return client;
  }

  /** Runs work whose statements have no time-out in Postgres: they have no deadline here either. */
  async unhurried<T>(work: () => Promise<T>): Promise<T> {
    this.unhurriedWork += 1;
    try {
      return await work();
    } finally {
      this.unhurriedWork -= 1;
    }
  }

  /** Takes note that a connection gave no answer: see the class. */
  suspect(): void {
    const heard = new Map<BoundedClient, number>();
    for (const client of this.open) {
      if (this.inUse.has(client)) heard.set(client, client.bytesRead);
      else client.drop("another connection gave no answer");
    }
    setTimeout(() => void this.closeSilent(heard), graceMs).unref();
  }

  /** Closes every connection at once. */
  drop(reason: string): void {
    for (const client of this.open) client.drop(reason);
  }

  private add(client: BoundedClient): void {
    this.open.add(client);
    client.once("end", () => {
      this.open.delete(client);
      this.inUse.delete(client);
    });
  }

  /** Closes those that wait as before, unless Postgres works for them. */
  private async closeSilent(heard: ReadonlyMap<BoundedClient, number>): Promise<void> {
    const silent = () =>
      [...heard].flatMap(([client, bytes]) =>
        this.open.has(client) && client.isWaiting && client.bytesRead === bytes ? [client] : [],
      );
    if (silent().length === 0) return;
    const active = await this.activeBackends();
    const dead = silent().filter(({ backend }) => !active?.has(backend ?? 0));
    for (const client of dead) client.drop("Postgres does not answer");
    if (dead.length > 0) {
      this.options.logger.warn({ connections: dead.length }, "silent connections were closed");
    }
  }

  private testOnCheckout(name: string, pool: pg.Pool): void {
    const take = pool.connect.bind(pool);
    const tested = async (): Promise<pg.PoolClient> => {
      const began = performance.now();
      for (;;) {
        // Nobody waits for a connection that will not come.
        if (this.isSilent && pool.idleCount === 0) throw new NoAnswer("Postgres does not answer");
        const client = await take();
        if (await this.isAlive(bounded(client))) {
          this.onCheckout(name, noteWait(began) / 1000);
          return client;
        }
        client.release(true);
      }
    };
    pool.connect = ((callback?: Parameters<typeof take>[0]) =>
      callback ? take(callback) : tested()) as typeof pool.connect;
  }

  /** True for a connection that is new, or was just used, or answers. */
  private async isAlive(client: BoundedClient): Promise<boolean> {
    const usedAt = this.usedAt.get(client);
    if (usedAt === undefined || performance.now() - usedAt < untestedMs) return true;
    try {
      await client.within(testMs, "select 1");
      return true;
    } catch {
      return false;
    }
  }
}
