import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { type Plan, retitleBySql } from "../load/retitle-by-sql.js";
import { cpuOf, residentOf, work } from "../processes.js";
import { LightSocket, type LightSubscription } from "./light-socket.js";

/** Watchers of plans, and changes of these. */
export interface LiveJob extends Pick<LightSubscription, "origin" | "query"> {
  pid: number;
  watchers: number;
  /** The plans; each is watched by an equal part of the watchers. */
  plans: Plan[];
  /** The database in which changes are committed by SQL; without it, the server is told to publish. */
  url?: string;
  /** Seconds of each part. */
  seconds: number;
}

/** What the watchers got. */
export interface LiveResult {
  /** Deliveries a second where the next change comes as soon as some of the last are missing. */
  ceiling: number;
  /** CPU of the server for one delivery at its ceiling, in microseconds. */
  cpuUs: number;
  /** The time from a commit to its receipt at half of the ceiling, in milliseconds. */
  latenciesMs: number[];
  frameBytes: number;
  residentMiB: number;
}

/** Changes that are under way at once while the ceiling is looked for. */
const underWay = 4;
/** Sockets that are opened at once. */
const openedAtOnce = 100;

/** All watchers of a run, and how many have which change. */
class Watchers {
  readonly latenciesMs: number[] = [];
  frameBytes = 0;
  received = 0;
  /** The times of the commits by their number: a position, or a number that the server was given. */
  readonly committed = new Map<number, number>();
  private readonly sockets: LightSocket[] = [];
  private waiting: { until: number; resolve: () => void } | undefined;
  /** The number of watchers of each plan. */
  readonly each: number;

  constructor(private readonly job: LiveJob) {
    this.each = job.watchers / job.plans.length;
  }

  async open(): Promise<void> {
    const { plans, watchers, origin, query } = this.job;
    for (let begun = 0; begun < watchers; begun += openedAtOnce) {
      const next = Array.from({ length: Math.min(watchers - begun, openedAtOnce) }, (_, at) => {
        const { id } = plans[(begun + at) % plans.length] as Plan;
        return new LightSocket({ origin, query, variables: { id } }, this.note);
      });
      this.sockets.push(...next);
      await Promise.all(next.map(({ ready }) => ready));
    }
  }

  /** Resolves when so many frames have come in all. */
  reached(until: number): Promise<void> {
    return new Promise((resolve) => {
      this.waiting = { until, resolve };
      this.check();
    });
  }

  close(): void {
    for (const socket of this.sockets) socket.close();
  }

  private readonly note = (frame: Buffer): void => {
    const at = frame.indexOf('"position":');
    if (at < 0) throw new Error(`Not a change: ${frame}`);
    const position = Number.parseInt(frame.toString("latin1", at + 11, at + 27), 10);
    const committed = this.committed.get(position);
    if (committed !== undefined) this.latenciesMs.push(performance.now() - committed);
    this.frameBytes = frame.length;
    this.received += 1;
    this.check();
  };

  private check(): void {
    if (!this.waiting || this.received < this.waiting.until) return;
    const { resolve } = this.waiting;
    this.waiting = undefined;
    resolve();
  }
}

/** Makes a change, and gives its number. */
type Commit = () => Promise<number>;

async function commitsOf({
  url,
  plans,
  origin,
}: LiveJob): Promise<{ commit: Commit; end(): Promise<void> }> {
  let number = 0;
  if (!url) {
    const commit = async () => {
      number += 1;
      await fetch(`${origin}/publish/${number}`, { method: "POST" });
      return number;
    };
    return { commit, end: async () => undefined };
  }
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  const commit = () => {
    const plan = plans[number % plans.length] as Plan;
    number += 1;
    return retitleBySql(database, plan, `Synthetic plan – watched ${number}`);
  };
  return { commit, end: () => database.end() };
}

/** Commits with few under way until the time is up; gives the deliveries a second and their CPU. */
async function atCeiling(job: LiveJob, watchers: Watchers, commit: Commit) {
  const [began, cpuBefore, first] = [performance.now(), cpuOf(job.pid), watchers.received];
  let commits = 0;
  while (performance.now() - began < job.seconds * 1000) {
    await commit();
    commits += 1;
    await watchers.reached(first + (commits - underWay) * watchers.each);
  }
  await watchers.reached(first + commits * watchers.each);
  const delivered = watchers.received - first;
  return {
    ceiling: delivered / ((performance.now() - began) / 1000),
    cpuUs: (cpuOf(job.pid) - cpuBefore) / delivered,
  };
}

/** Commits at half of the ceiling, each at its time, and notes when each watcher has it. */
async function atHalf(job: LiveJob, watchers: Watchers, commit: Commit, ceiling: number) {
  const pauseMs = 1000 / (ceiling / 2 / watchers.each);
  const [began, first] = [performance.now(), watchers.received];
  let commits = 0;
  while (performance.now() - began < job.seconds * 1000 || commits < 3) {
    const due = began + commits * pauseMs;
    await delay(Math.max(0, due - performance.now()));
    const number = await commit();
    watchers.committed.set(number, performance.now());
    commits += 1;
  }
  await watchers.reached(first + commits * watchers.each);
}

work<LiveJob, LiveResult>(async (job) => {
  const watchers = new Watchers(job);
  const { commit, end } = await commitsOf(job);
  await watchers.open();
  // Subscriptions have started when everybody gets the same change.
  for (let before = -1; watchers.received - before < job.watchers; ) {
    before = watchers.received;
    for (const _ of job.plans) await commit();
    await delay(500);
  }
  for (let turn = 0; turn < 10; turn += 1) {
    const before = watchers.received;
    await commit();
    await watchers.reached(before + watchers.each);
  }
  const { ceiling, cpuUs } = await atCeiling(job, watchers, commit);
  await atHalf(job, watchers, commit, ceiling);
  const { latenciesMs, frameBytes } = watchers;
  const residentMiB = residentOf(job.pid);
  watchers.close();
  await end();
  return { ceiling, cpuUs, latenciesMs, frameBytes, residentMiB };
});
