import { setTimeout as delay } from "node:timers/promises";
import { faultsAfterCrash } from "../faults/crash-check.js";
import { areFed, type FeedStates, untilStates } from "../faults/feed-states.js";
import { NatsProxy } from "../faults/nats-proxy.js";
import { NatsServer } from "../faults/nats-server.js";
import type { GraphqlClient } from "../hub/client.js";
import { write } from "../mutations/documents.js";
import { inSession } from "../postgres/sessions.js";
import {
  emptyDatabase,
  followedChanges,
  type Play,
  positionOf,
  positionsAfter,
} from "./live-fault.js";
import { LiveHub } from "./live-hub.js";
import type { Crowd } from "./live-run.js";
import { Watchers } from "./watchers.js";
import { Writers } from "./writers.js";

/** The changes of areas alone: the outline of a change decides whom it concerns. */
const followedAreas = `subscription ($after: Position) {
  changes(after: $after, where: { entity: { eq: "Area" } }) { position entityId }
}`;

const nodeCount = 3;

/** The time after which a change counts as not coming at all, in milliseconds. */
const neverMs = 20_000;

/** A node, its way to NATS, and those who follow it: all changes, and those of areas. */
interface Node {
  hub: LiveHub;
  client: GraphqlClient;
  proxy: NatsProxy;
  all: Watchers;
  areas: Watchers;
}

/** Three nodes with NATS, each behind a proxy, that are written to and watched. */
export class NatsRun {
  readonly writers: Writers;
  private areaCount = 0;
  /** The node by which all is written: it knows its own commits, and the others learn of them. */
  private writing: Node;

  private constructor(
    private readonly play: Play<unknown>,
    readonly nats: NatsServer,
    readonly nodes: readonly Node[],
    private readonly start: number,
    private readonly databaseUrl: string,
    writers: number,
  ) {
    this.writing = this.anyNode;
    this.writers = new Writers(() => this.writing.client, writers);
  }

  static async start(play: Play<unknown>, { writers, watchers }: Crowd): Promise<NatsRun> {
    const { cleanup, random } = play;
    const { url: databaseUrl } = await emptyDatabase(play);
    const nats = await NatsServer.start();
    cleanup.defer(() => nats.kill());
    const nodes: Node[] = [];
    let start: number | undefined;
    for (let at = 0; at < nodeCount; at += 1) {
      const proxy = await NatsProxy.to(nats.port, random);
      cleanup.defer(() => proxy.close());
      const hub = await LiveHub.start(play, { databaseUrl, env: { NATS_URL: proxy.url } });
      const client = await hub.process.as();
      start ??= await positionOf(client);
      const follow = (document: string) =>
        new Watchers({ url: () => hub.url, document, variables: {} }, start ?? 0, watchers);
      nodes.push({
        hub,
        client,
        proxy,
        all: follow(followedChanges),
        areas: follow(followedAreas),
      });
    }
    const run = new NatsRun(play, nats, nodes, start ?? 0, databaseUrl, writers);
    cleanup.defer(async () => {
      run.writers.abandon();
      await run.stopWatching();
    });
    return run;
  }

  /** Resolves when one node reads and feeds the others. */
  fed(): Promise<number> {
    return this.until(areFed);
  }

  /** Resolves with the milliseconds until the nodes' states are as they should be; rejects after `mostMs`. */
  until(isRight: (states: FeedStates) => boolean, mostMs?: number): Promise<number> {
    return untilStates(
      this.nodes.map(({ hub }) => hub.url),
      isRight,
      mostMs,
    );
  }

  /** From now on another node may be written to. */
  turn(): void {
    this.writing = this.anyNode;
  }

  /** Creates an area; gives its position. */
  async area(): Promise<number> {
    this.areaCount += 1;
    const input = { name: `Kawasan ${this.areaCount}`, regions: ["36.02"] };
    return (await write(this.writing.client, "createArea", input)).position;
  }

  /** What of a new area and a new organisation does not come to everybody `when`. */
  async comes(when: string): Promise<string[]> {
    const [area, last] = [await this.area(), await this.writers.one()];
    const came = Promise.all(
      this.nodes.flatMap(({ all, areas }) => [all.reached(last), areas.reached(area)]),
    );
    const over = new AbortController();
    const never = delay(neverMs, "never", { signal: over.signal }).catch(() => "never");
    const isThere = (await Promise.race([came, never])) !== "never";
    over.abort();
    return isThere ? [] : [`a change does not come to everybody ${when}`];
  }

  /** Ends the crowd, once everybody has everything; gives what was lost, doubled or out of order. */
  async end(): Promise<string[]> {
    await this.writers.stop();
    const missing = await this.comes("at the end");
    await this.stopWatching();
    const [all, areas] = [await this.expected(), await this.expected("Area")];
    return [
      ...missing,
      ...this.writers.refusals,
      ...this.nodes.flatMap((node) => node.all.complaints(all)),
      ...this.nodes.flatMap((node) => node.areas.complaints(areas)),
      ...(await faultsAfterCrash(this.databaseUrl, this.writers.acknowledged)),
    ];
  }

  /** The figures of the crowd. */
  get figures(): string {
    const { acknowledged } = this.writers;
    const watchers = this.nodes.reduce((sum, { all }) => sum + 2 * all.all.length, 0);
    return `${acknowledged.length} acknowledged and ${this.areaCount} areas to ${watchers} watchers of ${nodeCount} nodes`;
  }

  private get anyNode(): Node {
    return this.nodes[Math.floor(this.play.random() * this.nodes.length)] as Node;
  }

  private async stopWatching(): Promise<void> {
    await Promise.all(this.nodes.flatMap(({ all, areas }) => [all.stop(), areas.stop()]));
  }

  private expected(entity?: string): Promise<number[]> {
    if (!entity) return positionsAfter(this.databaseUrl, this.start);
    return inSession(this.databaseUrl, async (client) => {
      const { rows } = await client.query<{ position: number }>(
        `select position::float8 as position from change where position > $1 and entity = $2
         order by position`,
        [this.start, entity],
      );
      return rows.map(({ position }) => position);
    });
  }
}
