import { setTimeout as delay } from "node:timers/promises";
import { faultsAfterCrash } from "../faults/crash-check.js";
import { areFed, type FeedStates, untilStates } from "../faults/feed-states.js";
import type { NatsServer } from "../faults/nats-server.js";
import { write } from "../mutations/documents.js";
import { inSession } from "../postgres/sessions.js";
import { followedChanges, type Play, positionOf, positionsAfter, restOf } from "./live-fault.js";
import type { Crowd } from "./live-run.js";
import { type NatsNode, NatsNodes } from "./nats-nodes.js";
import { Watchers } from "./watchers.js";
import { Writers } from "./writers.js";

/** The changes of areas alone: the outline of a change decides whom it concerns. */
const followedAreas = `subscription ($after: Position) {
  changes(after: $after, where: { entity: { eq: "Area" } }) { position entityId }
}`;

/** The time after which a change counts as not coming at all, in milliseconds: of a hub that is faulty, and sound. */
const neverMs = { faulty: 6_000, sound: 300_000 } as const;

/** A node, and those who follow it: all changes, and those of areas. */
interface WatchedNode extends NatsNode {
  all: Watchers;
  areas: Watchers;
}

/** Nodes with NATS that are written to and watched. */
export class NatsRun {
  readonly nats: NatsServer;
  readonly nodes: readonly WatchedNode[];
  readonly writers: Writers;
  private readonly databaseUrl: string;
  private areaCount = 0;
  /** The node by which all is written: it knows its own commits, and the others learn of them. */
  private writing: WatchedNode;

  private constructor(
    private readonly play: Play<unknown>,
    { nats, nodes, databaseUrl }: NatsNodes,
    private readonly start: number,
    { writers, watchers }: Crowd,
    restMs: number,
  ) {
    this.nats = nats;
    this.databaseUrl = databaseUrl;
    this.nodes = nodes.map((node) => {
      const follow = (document: string) =>
        new Watchers({ url: () => node.hub.url, document, variables: {} }, start, watchers);
      return { ...node, all: follow(followedChanges), areas: follow(followedAreas) };
    });
    this.writing = this.anyNode;
    this.writers = new Writers(() => this.writing.client, writers, restMs);
  }

  static async start(play: Play<unknown>, crowd: Crowd, restMs = restOf(play)): Promise<NatsRun> {
    const nodes = await NatsNodes.of(play);
    await nodes.begin(play.mutant);
    const run = new NatsRun(play, nodes, await positionOf(nodes.nodes[0].client), crowd, restMs);
    play.cleanup.defer(async () => {
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
    const mostMs = neverMs[this.play.mutant ? "faulty" : "sound"];
    const never = delay(mostMs, "never", { signal: over.signal }).catch(() => "never");
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
    return `${acknowledged.length} acknowledged and ${this.areaCount} areas to ${watchers} watchers of ${this.nodes.length} nodes`;
  }

  private get anyNode(): WatchedNode {
    return this.nodes[Math.floor(this.play.random() * this.nodes.length)] as WatchedNode;
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
