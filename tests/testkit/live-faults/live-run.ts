import { faultsAfterCrash } from "../faults/crash-check.js";
import type { GraphqlClient } from "../hub/client.js";
import { followedChanges, type Play, positionOf, positionsAfter, restOf } from "./live-fault.js";
import type { LiveHub } from "./live-hub.js";
import { Watchers } from "./watchers.js";
import { Writers } from "./writers.js";

/** How many write and watch. */
export interface Crowd {
  writers: number;
  watchers: number;
}

/** A hub that is written to and watched, and that can be started again, while the crowd goes on. */
export class LiveRun {
  readonly writers: Writers;
  readonly watchers: Watchers;

  private constructor(
    /** The hub that the crowd asks now. */
    private hub: LiveHub,
    private client: GraphqlClient,
    private readonly start: number,
    private readonly databaseUrl: () => string,
    { writers, watchers }: Crowd,
    restMs: number,
  ) {
    this.writers = new Writers(() => this.client, writers, restMs);
    const followed = { url: () => this.hub.url, document: followedChanges, variables: {} };
    this.watchers = new Watchers(followed, start, watchers);
  }

  /** Starts the crowd of a hub. Without a database the hub has a Postgres of its own. */
  static async start(
    play: Play<unknown>,
    crowd: Crowd,
    hub: LiveHub,
    databaseUrl?: string,
  ): Promise<LiveRun> {
    const client = await hub.process.as();
    const url = () => databaseUrl ?? hub.process.databaseUrl;
    const run = new LiveRun(hub, client, await positionOf(client), url, crowd, restOf(play));
    play.cleanup.defer(async () => {
      run.writers.abandon();
      await run.watchers.stop();
    });
    return run;
  }

  get now(): LiveHub {
    return this.hub;
  }

  /** From now on the crowd asks this hub; those who watch find that something was written before they came. */
  async ask(hub: LiveHub): Promise<void> {
    this.client = await hub.process.as();
    await this.writers.one();
    this.hub = hub;
  }

  /** Resolves when every watcher has something that was written from now on: all are connected. */
  streaming(): Promise<void> {
    return this.watchers.untilAllHave(() => this.writers.one());
  }

  /** Ends the crowd, once everybody has everything; gives what was lost, doubled or out of order. */
  async end(): Promise<string[]> {
    await this.writers.stop();
    await this.streaming();
    await this.watchers.stop();
    const databaseUrl = this.databaseUrl();
    return [
      ...this.writers.refusals,
      ...this.watchers.complaints(await positionsAfter(databaseUrl, this.start)),
      ...(await faultsAfterCrash(databaseUrl, this.writers.acknowledged)),
    ];
  }

  /** The figures of the crowd. */
  get figures(): string {
    const { writers, watchers } = this;
    const changes = Math.max(...watchers.all.map(({ positions }) => positions.length));
    const resumed = watchers.all.reduce((sum, { endings }) => sum + endings.length, 0);
    return `${writers.acknowledged.length} acknowledged, ${writers.again} sent again; ${changes} changes to each of ${watchers.all.length} watchers, who were cut off ${resumed} times`;
  }
}
