import pg from "pg";
import { WebSocket } from "ws";
import { cpuOf, work } from "../processes.js";
import { type Plan, retitleBySql } from "./retitle-by-sql.js";

/** Changes of one plan with many watchers, each on a socket of its own. */
export interface WatchJob {
  /** The address and the process of the hub. */
  origin: string;
  pid: number;
  /** The database for the commits, which do not go through the hub. */
  url: string;
  plan: Plan;
  document: string;
  watchers: number;
  commits: number;
}

/** The times and costs of the commits. */
export interface WatchResult {
  /** The times from a commit's acknowledgement to the first and to the last watcher's frame. */
  firstMs: number[];
  lastMs: number[];
  /** CPU time of the hub per commit, in microseconds. */
  cpuUs: number;
  frameBytes: number;
}

/** Number of commits before the measured ones, while code is compiled and buffers grow. */
const warmUp = 10;
/** Number of sockets that are opened at once. */
const openedAtOnce = 50;

/** The watchers, each on a socket of its own. */
class Watchers {
  private readonly sockets: WebSocket[] = [];
  /** The position of the awaited change. */
  private awaited = 0;
  private arrived = 0;
  private whole = Promise.withResolvers<void>();
  /** The time of the first frame of the awaited change. */
  firstAt = 0;
  frameBytes = 0;

  /** Their streams start after the position `start`. */
  constructor(
    private readonly job: WatchJob,
    private readonly start: number,
  ) {}

  /** Opens the sockets. The change after `start` comes at once, and shows that a stream has started. */
  async open(): Promise<void> {
    const started = this.all(this.start + 1);
    for (let left = this.job.watchers; left > 0; left -= openedAtOnce) {
      const next = Array.from({ length: Math.min(left, openedAtOnce) }, () => this.openOne());
      this.sockets.push(...(await Promise.all(next)));
    }
    await started;
  }

  /** Resolves when each watcher has the frame of a position; rejects when another frame comes. */
  all(position: number): Promise<void> {
    this.awaited = position;
    this.arrived = 0;
    this.whole = Promise.withResolvers();
    return this.whole.promise;
  }

  close(): void {
    for (const socket of this.sockets) socket.terminate();
  }

  private openOne(): Promise<WebSocket> {
    const { origin, plan, document } = this.job;
    const address = `${origin.replace(/^http/, "ws")}/graphql`;
    const options = { skipUTF8Validation: true };
    const socket = new WebSocket(address, "graphql-transport-ws", options);
    const send = (message: object) => socket.send(JSON.stringify(message));
    const variables = { id: plan.id, after: this.start };
    return new Promise((resolve, reject) => {
      socket.once("error", reject);
      socket.once("close", (code) => this.whole.reject(new Error(`A socket was closed: ${code}`)));
      socket.once("open", () => send({ type: "connection_init" }));
      socket.once("message", () => {
        send({ id: "1", type: "subscribe", payload: { query: document, variables } });
        socket.on("message", (frame: Buffer) => this.note(frame));
        resolve(socket);
      });
    });
  }

  /** Reads only the start of a frame, because the watchers share the machine with the hub. */
  private note(frame: Buffer): void {
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
  const watchers = new Watchers(job, start);
  await watchers.open();
  const firstMs: number[] = [];
  const lastMs: number[] = [];
  let before = 0;
  for (let at = -warmUp; at < job.commits; at += 1) {
    if (at === 0) before = cpuOf(job.pid);
    // There is no other writer, so that the next position is known.
    const arrival = watchers.all(last + 1);
    last = await commit();
    const committed = performance.now();
    await arrival;
    if (at < 0) continue;
    firstMs.push(watchers.firstAt - committed);
    lastMs.push(performance.now() - committed);
  }
  const cpuUs = (cpuOf(job.pid) - before) / job.commits;
  watchers.close();
  await database.end();
  return { firstMs, lastMs, cpuUs, frameBytes: watchers.frameBytes };
});
