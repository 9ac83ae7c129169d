import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "graphql-ws";
import type pg from "pg";
import { WebSocket } from "ws";
import { HubProcess } from "../hub/hub-process.js";
import { subscribe } from "../hub/index.js";
import { organisationInput, write } from "../ledger/mutations.js";
import { DatabaseProxy } from "../postgres/database-proxy.js";
import { testPool } from "../postgres/sessions.js";
import { areFed, type FeedStates, feedStateOf, untilStates } from "./feed-states.js";

/** The time in which a change must come, far beyond what the hub needs, in milliseconds. */
const comingMs = 300_000;

/** A subscriber of all changes, and what it has received. */
export class Follower {
  readonly positions: number[] = [];
  private failure: unknown;
  private readonly following: Promise<void>;
  private readonly client;

  constructor(
    readonly url: string,
    after: number,
  ) {
    this.client = createClient({
      url: url.replace(/^http/, "ws"),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    this.following = this.follow(after).catch((error) => {
      this.failure = error;
    });
  }

  /** Resolves when it has the change at a position; rejects when it does not come. */
  async until(position: number, withinMs = comingMs): Promise<void> {
    const late = AbortSignal.timeout(withinMs);
    while ((this.positions.at(-1) ?? 0) < position) {
      if (this.failure) throw this.failure;
      if (late.aborted) throw new Error(`${position} did not come; last: ${this.positions.at(-1)}`);
      await delay(10);
    }
  }

  async stop(): Promise<void> {
    await this.client.dispose();
    await this.following;
  }

  private async follow(after: number): Promise<void> {
    const document = "subscription($after: Position) { changes(after: $after) { position } }";
    const stream = subscribe<{ changes: { position: number } }>(this.client, document, { after });
    for (;;) {
      const { data, errors } = await stream.next();
      if (!data) throw new Error(JSON.stringify(errors));
      this.positions.push(data.changes.position);
    }
  }
}

/** One of several nodes: its process, and its way to the database. */
export interface FedNode {
  hub: HubProcess;
  proxy: DatabaseProxy;
}

/** How the nodes are started. */
export interface FedNodesOptions {
  databaseUrl: string;
  folder: string;
  /** The address of NATS for each node. */
  nats: readonly string[];
  env?: Record<string, string>;
}

/** Several hubs in processes of their own, on one database and NATS. */
export class FedNodes {
  private readonly followers: Follower[] = [];

  private constructor(
    readonly nodes: FedNode[],
    private readonly sql: pg.Pool,
    private readonly start: (nats: string) => Promise<FedNode>,
  ) {}

  static async start({ databaseUrl, folder, nats, env = {} }: FedNodesOptions): Promise<FedNodes> {
    const dataFolder = join(folder, `fed_${randomUUID()}`);
    const start = async (address: string) => {
      const proxy = await DatabaseProxy.to(databaseUrl);
      const places = { DATABASE_URL: proxy.url, NATS_URL: address, METRICS_PORT: "0" };
      return {
        proxy,
        hub: await HubProcess.start(dataFolder, { ...places, WEBHOOK_JOBS: "0", ...env }),
      };
    };
    const sql = testPool(databaseUrl, { max: 2 });
    const nodes: FedNode[] = [];
    for (const address of nats) nodes.push(await start(address));
    return new FedNodes(nodes, sql, start);
  }

  /** Adds a node with this address of NATS. */
  async add(nats: string): Promise<FedNode> {
    const node = await this.start(nats);
    this.nodes.push(node);
    return node;
  }

  /** Stops a node as a service manager does; gives its exit code. */
  async stopNode(node: FedNode): Promise<number | null> {
    this.nodes.splice(this.nodes.indexOf(node), 1);
    const code = await node.hub.stop();
    await node.proxy.close();
    return code;
  }

  /** Ends a node as a crash would. */
  async kill(node: FedNode): Promise<void> {
    this.nodes.splice(this.nodes.indexOf(node), 1);
    await node.hub.kill();
    await node.proxy.close();
  }

  /** Resolves with the milliseconds until all states are as they should be. */
  until(isRight: (states: FeedStates) => boolean): Promise<number> {
    return untilStates(
      this.nodes.map(({ hub }) => hub.url),
      isRight,
    );
  }

  /** Resolves when one node reads and the others are fed. */
  untilFed(): Promise<number> {
    return this.until(areFed);
  }

  /** The reader and the nodes that it feeds. */
  async roles(): Promise<{ reader: FedNode; fed: FedNode[] }> {
    const states = await Promise.all(this.nodes.map(({ hub }) => feedStateOf(hub.url)));
    const at = states.findIndex((one) => one?.state === "reading");
    const reader = this.nodes[at];
    if (!reader) throw new Error(`No node reads: ${JSON.stringify(states)}`);
    return { reader, fed: this.nodes.filter((_, i) => i !== at) };
  }

  /** The ledger's head. */
  async head(): Promise<number> {
    const { rows } = await this.sql.query("select position::int from ledger_head");
    return rows[0].position;
  }

  /** The key and the identity of the ledger, as a thief of the database would know them. */
  async secrets(): Promise<{ ledger: string; key: string; term: number }> {
    const { rows } = await this.sql.query("select ledger, key, term::int from ledger_feed");
    return rows[0];
  }

  /** A subscriber at each node, after the ledger's head. */
  async follow(): Promise<{ after: number; followers: Follower[] }> {
    const after = await this.head();
    const followers = this.nodes.map(({ hub }) => new Follower(hub.url, after));
    this.followers.push(...followers);
    return { after, followers };
  }

  /** Writes so many organisations, by all nodes in turn, several at once. */
  async write(count: number, nodes: readonly FedNode[] = this.nodes): Promise<void> {
    const clients = await Promise.all(nodes.map(({ hub }) => hub.as()));
    const turn = async (at: number) => {
      for (let n = at; n < count; n += clients.length) {
        await write(clients[at] as (typeof clients)[0], "createOrganisation", organisationInput());
      }
    };
    await Promise.all(clients.map((_, at) => turn(at)));
  }

  /** What a node's metrics say of the feed, by `name{label}`. */
  async figures({ hub }: FedNode): Promise<Record<string, number>> {
    const line = hub.output.find((text) => text.includes('"metrics at'));
    const { url } = JSON.parse(line ?? "{}") as { url: string };
    const text = await (await fetch(url)).text();
    const lines = [...text.matchAll(/^rembuk_feed_(\w+)(?:\{\w+="(\w+)"\})? (\d+)$/gm)];
    return Object.fromEntries(
      lines.map(([, name, label, value]) => [label ? `${name} ${label}` : name, Number(value)]),
    );
  }

  async stop(): Promise<void> {
    for (const follower of this.followers) await follower.stop();
    for (const { hub, proxy } of this.nodes) {
      await hub.kill();
      await proxy.close();
    }
    await this.sql.end();
  }
}

/** What subscribers have received that is not each change after a position, once and in order. */
export function wrongPositions(received: readonly number[], after: number, head: number): string[] {
  const faults: string[] = [];
  let last = after;
  for (const position of received) {
    if (position === last) faults.push(`${position} came twice`);
    else if (position < last) faults.push(`${position} came after ${last}`);
    else if (position > last + 1) faults.push(`${last + 1} to ${position - 1} are missing`);
    last = Math.max(last, position);
  }
  if (last < head) faults.push(`${last + 1} to ${head} are missing at the end`);
  return faults;
}
