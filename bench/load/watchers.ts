import pg from "pg";
import { WebSocket } from "ws";
import { cpuOf, work } from "../processes.js";
import { type Plan, retitleBySql } from "./retitle-by-sql.js";

/** One plan that many watch, each on a socket of its own, while it is changed. */
export interface WatchJob {
  /** The hub, and its process. */
  origin: string;
  pid: number;
  /** The database, on which the commits are made behind the hub's back. */
  url: string;
  plan: Plan;
  document: string;
  watchers: number;
  commits: number;
}

/** What each commit took and cost. */
export interface WatchResult {
  /** From the commit's acknowledgement to the first and to the last watcher's frame. */
  firstMs: number[];
  lastMs: number[];
  /** CPU time of the hub for one commit, in microseconds. */
  cpuUs: number;
  frameBytes: number;
}

/** Commits before those that are measured, while code is compiled and buffers find their size. */
const warmUp = 10;
/** Sockets that are opened at a time. */
const openedTogether = 50;

/** Everybody who watches, each on a socket of their own. */
class Audience {
  private readonly sockets: WebSocket[] = [];
  private awaited = 0;
  private arrived = 0;
  private whole = Promise.withResolvers<void>();
  /** When the first had the frame that all were waited for last. */
  firstAt = 0;
  frameBytes = 0;

  /** They begin after `start`. */
  constructor(
    private readonly job: WatchJob,
    private readonly start: number,
  ) {}

  /** Opens the sockets; what follows the start comes at once and tells that a stream has begun. */
  async enter(): Promise<void> {
    const begun = this.all(this.start + 1);
    for (let left = this.job.watchers; left > 0; left -= openedTogether) {
      const few = Array.from({ length: Math.min(left, openedTogether) }, () => this.open());
      this.sockets.push(...(await Promise.all(few)));
    }
    await begun;
  }

  /** Resolves when each has got the frame of a position; rejects when another one comes. */
  all(position: number): Promise<void> {
    this.awaited = position;
    this.arrived = 0;
    this.whole = Promise.withResolvers();
    return this.whole.promise;
  }

  leave(): void {
    for (const socket of this.sockets) socket.terminate();
  }

  private open(): Promise<WebSocket> {
    const { origin, plan, document } = this.job;
    const address = `${origin.replace(/^http/, "ws")}/graphql`;
    const options = { skipUTF8Validation: true };
    const socket = new WebSocket(address, "graphql-transport-ws", options);
    const say = (message: object) => socket.send(JSON.stringify(message));
    const variables = { id: plan.id, after: this.start };
    return new Promise((resolve, reject) => {
      socket.once("error", reject);
      socket.once("close", (code) => this.whole.reject(new Error(`A socket was closed: ${code}`)));
      socket.once("open", () => say({ type: "connection_init" }));
      socket.once("message", () => {
        say({ id: "1", type: "subscribe", payload: { query: document, variables } });
        socket.on("message", (frame: Buffer) => this.take(frame));
        resolve(socket);
      });
    });
  }

  /** Reads as little of a frame as it can: the watchers share the machine with the hub. */
  private take(frame: Buffer): void {
    const start = frame.toString("latin1", 0, 200);
    if (Number(/"position":(\d+)/.exec(start)?.[1]) !== this.awaited) {
      this.whole.reject(new Error(`Not the change at ${this.awaited}: ${start}`));
    }
    if (this.arrived === 0) this.firstAt = performance.now();
    this.frameBytes = frame.length;
    this.arrived += 1;
    if (this.arrived === this.job.watchers) this.whole.resolve();
  }
}

work<WatchJob, WatchResult>(async (job) => {
  const database = new pg.Client({ connectionString: job.url });
  await database.connect();
  let title = 0;
  const commit = () => {
    title += 1;
    return retitleBySql(database, job.plan, `Synthetic plan – watched ${title}`);
  };
  const start = await commit();
  let last = await commit();
  const audience = new Audience(job, start);
  await audience.enter();
  const firstMs: number[] = [];
  const lastMs: number[] = [];
  let before = 0;
  for (let at = -warmUp; at < job.commits; at += 1) {
    if (at === 0) before = cpuOf(job.pid);
    // Nobody else writes, so that the next position is known.
    const arrival = audience.all(last + 1);
    last = await commit();
    const committed = performance.now();
    await arrival;
    if (at < 0) continue;
    firstMs.push(audience.firstAt - committed);
    lastMs.push(performance.now() - committed);
  }
  const cpuUs = (cpuOf(job.pid) - before) / job.commits;
  audience.leave();
  await database.end();
  return { firstMs, lastMs, cpuUs, frameBytes: audience.frameBytes };
});
