import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "graphql-ws";
import pg from "pg";
import { WebSocket } from "ws";
import { work } from "../processes.js";
import { reportBySql } from "./report-by-sql.js";
import { nextProgress, type Target } from "./writing.js";

/** Commits on the database of a hub whose subscribers wait for their frames. */
export interface FrameJob {
  /** The address of the hub. */
  origin: string;
  /** The database for the commits, which do not go through the hub. */
  url: string;
  targets: Target[];
  subscribers: number;
  commits: number;
}

/** The times from a commit's acknowledgement to each subscriber's frame, in milliseconds. */
export interface FrameResult {
  latenciesMs: number[];
}

const query = `subscription Reports {
  changes(where: { entity: { eq: "Action" } }) { position entity entityId operation kind at }
}`;

/** The pause between two commits, so that each one wakes the hub. */
const pauseMs = 20;
/** Timeout for the last frames. */
const timeoutMs = 10_000;

interface Frame {
  position: number;
  at: number;
}

/** Opens a socket with a subscription, and notes the time of each frame. */
function listen(origin: string, frames: Frame[]) {
  const url = `${origin.replace(/^http/, "ws")}/graphql`;
  const client = createClient({ url, webSocketImpl: WebSocket, lazy: true, retryAttempts: 0 });
  const next = ({ data }: { data?: unknown }) => {
    const { position } = (data as { changes: { position: number } }).changes;
    frames.push({ position, at: performance.now() });
  };
  const error = (reason: unknown) => console.error(reason);
  client.subscribe({ query }, { next, error, complete: () => undefined });
  return client;
}

/** Commits until every subscriber has received a frame: then all streams have started. */
async function untilListening(commit: () => Promise<number>, frames: Frame[], subscribers: number) {
  const until = performance.now() + timeoutMs;
  while (performance.now() < until) {
    const position = await commit();
    await delay(200);
    if (frames.filter((frame) => frame.position === position).length === subscribers) return;
  }
  throw new Error("The subscriptions did not start");
}

work<FrameJob, FrameResult>(async ({ origin, url, targets, subscribers, commits }) => {
  const frames: Frame[] = [];
  const clients = Array.from({ length: subscribers }, () => listen(origin, frames));
  const database = new pg.Client({ connectionString: url, pipeline: true });
  await database.connect();
  let turn = 0;
  const commit = async () => {
    const target = targets[turn % targets.length] as Target;
    turn += 1;
    const position = await reportBySql(database, target);
    target.version += 1;
    target.progress = nextProgress(target);
    return position;
  };
  await untilListening(commit, frames, subscribers);
  frames.length = 0;
  const committed = new Map<number, number>();
  for (let at = 0; at < commits; at += 1) {
    committed.set(await commit(), performance.now());
    await delay(pauseMs);
  }
  const until = performance.now() + timeoutMs;
  while (frames.length < commits * subscribers && performance.now() < until) await delay(50);
  for (const client of clients) await client.dispose();
  await database.end();
  if (frames.length !== commits * subscribers) {
    throw new Error(`${frames.length} frames of ${commits} commits to ${subscribers} subscribers`);
  }
  const latenciesMs = frames.map(
    ({ position, at }) => at - (committed.get(position) ?? Number.NaN),
  );
  return { latenciesMs };
});
