import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { LightSocket } from "../../../../bench/live/light-socket.js";
import { type Plan, retitleBySql, retitlesBySql } from "../../../../bench/load/retitle-by-sql.js";
import { peakOf, Worker } from "../../../../bench/processes.js";
import { percentile } from "../../../../bench/statistics.js";
import { Asking, shownTimes, timesOf } from "../../../testkit/live-faults/asking.js";
import { followingPlan, PlanScene, shownUse } from "../../../testkit/live-faults/plan-scene.js";
import type { Resumed } from "../../../testkit/live-faults/resumption.js";
import { above, type Fault, type Surroundings } from "../fault.js";
import type { StormJob, StormResult } from "./storm-worker.js";

const sockets = 2_000;
/** How far back they resume, and by how much they differ in that. */
const back = 5_000;
const apart = 100;
const queriesPerSecond = 20;
const writesPerSecond = 4;
const liveWatchers = 10;
/** The longest that a query may take, but for one in a hundred, in milliseconds. */
const queryMs = 250;
/** The part of the whole time within which half of the sockets must have caught up: they are finished in order. */
const halfWithin = 0.6;
/** A third of the time that all took before they had turns, in milliseconds. */
const halfMs = 67_000;

/** Those who follow the plan from now on, and changes of it while others catch up. */
class Live {
  private readonly committed = new Map<number, number>();
  private readonly lags: number[] = [];
  private readonly watchers: LightSocket[];
  private isStopped = false;
  private running: Promise<void> | undefined;
  private seen = 0;

  constructor(
    private readonly sql: pg.Client,
    private readonly plan: Plan,
    origin: string,
  ) {
    const subscription = { origin, query: followingPlan.plan, variables: { id: plan.id } };
    this.watchers = Array.from(
      { length: liveWatchers },
      () => new LightSocket(subscription, (frame) => this.note(frame)),
    );
  }

  /** Resolves when all watchers have a change; from then on changes are made. */
  async begin(): Promise<void> {
    await Promise.all(this.watchers.map(({ ready }) => ready));
    for (let before = -1; this.seen - before < this.watchers.length; ) {
      before = this.seen;
      await retitleBySql(this.sql, this.plan, `Warming ${before}`);
      await delay(300);
    }
    this.running = this.write();
  }

  async stop(): Promise<readonly number[]> {
    this.isStopped = true;
    await this.running;
    await delay(1000);
    for (const one of this.watchers) one.close();
    return this.lags;
  }

  private async write(): Promise<void> {
    for (let number = 0; !this.isStopped; number += 1) {
      const position = await retitleBySql(this.sql, this.plan, `Meanwhile ${number}`);
      this.committed.set(position, performance.now());
      await delay(1000 / writesPerSecond);
    }
  }

  private note(frame: Buffer): void {
    const [, position] = /"position":(\d+)/.exec(frame.toString("latin1", 0, 200)) ?? [];
    this.seen += 1;
    const at = this.committed.get(Number(position));
    if (at !== undefined) this.lags.push(performance.now() - at);
  }
}

/** The changes that the sockets are behind; gives the position of the last. */
async function fill(sql: pg.Client, plan: Plan): Promise<number> {
  let position = 0;
  for (let made = 0; made < back + apart; made += 100) {
    const titles = Array.from({ length: 100 }, (_, at) => `Synthetic plan – change ${made + at}`);
    position = await retitlesBySql(sql, plan, titles);
  }
  return position;
}

function resumed(scene: PlanScene, head: number, random: () => number): Resumed[] {
  return Array.from({ length: sockets }, (_, at) =>
    scene.follower(at, head - back - Math.floor(random() * apart)),
  );
}

async function storm({ say, random }: Surroundings, scene: PlanScene): Promise<string[]> {
  const { hub, sql, plan, origin } = scene;
  const target = await fill(sql, plan);
  const live = new Live(sql, plan, origin);
  await live.begin();
  const before = scene.used();
  await hub.loopHeld();
  const asking = new Asking(hub.url, queriesPerSecond);
  const worker = new Worker<StormJob, StormResult>("../tests/faults/scripts/live/storm-worker.js");
  const result = await worker.run({ origin, sockets: resumed(scene, target, random), target });
  await worker.stop();
  const { times, failures } = await asking.stop();
  const at = (part: number) => percentile(result.caughtUpMs, part) / 1000;
  say(
    `${sockets} sockets caught up, of ${back} changes each: ${[0.1, 0.5, 0.9, 1].map((part) => `${100 * part} % after ${at(part).toFixed(1)} s`).join(", ")}; ${Math.round(result.bytes / 1e6)} MB; ${result.endings.length} connections ended by the hub (${[...new Set(result.endings)]})`,
  );
  say(`queries meanwhile: ${shownTimes(times)}`);
  say(
    `the event loop held, by processor time: ${shownTimes(await hub.loopHeld())}; ${shownUse(scene, before)}; the hub's peak ${peakOf(hub.process.pid)} MiB`,
  );
  say(`live changes meanwhile, from commit to frame: ${shownTimes(timesOf(await live.stop()))}`);
  return [
    ...result.complaints.slice(0, 10),
    ...failures.slice(0, 10),
    ...above("queries, p99", times.p99, queryMs),
    ...above("half caught up", at(0.5) * 1000, Math.min(halfMs, at(1) * 1000 * halfWithin)),
  ];
}

/** Thousands of sockets resume at once, all far back. */
export const resumingStorm: Fault = {
  name: "live-storm",
  run: (surroundings) => PlanScene.run(surroundings.folder, (scene) => storm(surroundings, scene)),
};
