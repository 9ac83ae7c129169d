import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { retitlesBySql } from "../../../../bench/load/retitle-by-sql.js";
import { Worker } from "../../../../bench/processes.js";
import { developmentIssuer } from "../../../../src/access/development-issuer.js";
import { shownTimes, timesOf } from "../../../testkit/live-faults/asking.js";
import { HeadWatch, now } from "../../../testkit/live-faults/head-watch.js";
import { followingPlan, PlanScene, shownUse } from "../../../testkit/live-faults/plan-scene.js";
import type { Resumed } from "../../../testkit/live-faults/resumption.js";
import { above, type Fault, type Surroundings } from "../fault.js";
import type { BurstJob, BurstResult } from "./burst-worker.js";

const changes = 20_000;
const seconds = 15;
const subscribers = 20;
/**
 * The longest that a change may take at the median from its commit to a subscriber, in milliseconds: where the
 * changes come one after the other, and where all come at the same moment, of one commit.
 */
const lagMs = { apart: 1_000, together: 5_000 };

/** What makes the changes of a burst. */
interface Source {
  name: string;
  /** The number of its lines in the ledger. */
  lines: number;
  /** The longest lag at the median, in milliseconds. */
  lagMs: number;
  /** Who follows it. */
  follower(scene: PlanScene, number: number, after: number): Promise<Resumed> | Resumed;
  /** Gets ready; what it gives makes the changes. */
  ready(scene: PlanScene, random: () => number): Promise<() => Promise<void>>;
}

/** Commits changes of a plan by SQL at their pace, as many of one transaction as are drawn. */
const retitled: Source = {
  name: "changes of a plan",
  lines: changes,
  lagMs: lagMs.apart,
  follower: (scene, number, after) => scene.follower(number, after),
  ready:
    async ({ plan, sql }, random) =>
    async () => {
      const began = now();
      for (let made = 0; made < changes; ) {
        await delay(Math.max(0, began + (made * seconds * 1000) / changes - now()));
        const count = Math.min(changes - made, 1 + Math.floor(random() * 100));
        const titles = Array.from({ length: count }, (_, at) => `Synthetic plan – ${made + at}`);
        await retitlesBySql(sql, plan, titles);
        made += count;
      }
    },
};

async function credential({ hub }: PlanScene): Promise<string> {
  const issuer = await developmentIssuer(hub.process.dataFolder);
  return `Bearer ${await issuer.sign({ email: "operator@rembuk.example", operator: true })}`;
}

/** The measurements of an indicator as so many tables. */
async function tablesOf({ hub, sql }: PlanScene, count: number): Promise<string[]> {
  const key = `synthetic-${randomUUID()}`;
  const about = { key, title: { english: "Synthetic" }, unit: "PEOPLE" };
  const input = { ...about, direction: "INCREASE", aggregation: "SUM" };
  const create =
    "mutation ($input: CreateIndicatorInput!) { createIndicator(input: $input) { position } }";
  await (await hub.process.as()).data(create, { input });
  const villages = "select code from region where level = 'VILLAGE' order by code limit $1";
  const { rows } = await sql.query<{ code: string }>(villages, [changes]);
  const each = changes / count;
  return Array.from({ length: count }, (_, table) => {
    const lines = rows.slice(table * each, (table + 1) * each);
    const cells = lines.map(({ code }, at) => `${key},2024,${at},${code}\n`);
    return `indicator,period,value,region\n${cells.join("")}`;
  });
}

/** Imports measurements in so many tables, one after the other. Half of those who follow see the imports too. */
const imported = (count: number): Source => ({
  name: count === 1 ? "one import" : `${count} imports`,
  lines: changes + count,
  lagMs: count === 1 ? lagMs.together : lagMs.apart,
  follower: async (scene, number, after) => {
    const followed = { query: followingPlan.changes, variables: {}, after };
    if (number % 2 === 0) return followed;
    return { ...followed, connectionParams: { authorization: await credential(scene) } };
  },
  async ready(scene) {
    const tables = await tablesOf(scene, count);
    const headers = { authorization: await credential(scene), "content-type": "text/csv" };
    return async () => {
      for (const body of tables) {
        const path = `/imports/${randomUUID()}?kind=measurements`;
        const sent = { method: "PUT", headers, body };
        const text = await (await fetch(new URL(path, scene.hub.url), sent)).text();
        if (!text.includes(`"taken":${changes / count},`)) throw new Error(text.slice(0, 300));
      }
    };
  },
});

/** What was lost or should not have come: imports are seen by those who made them. */
async function complaintsOf(
  { sql }: PlanScene,
  { cameAt, complaints }: BurstResult,
  sockets: readonly Resumed[],
): Promise<string[]> {
  const after = sockets[0]?.after ?? 0;
  const { rows } = await sql.query<{ entity: string }>(
    "select entity from change where position > $1 order by position",
    [after],
  );
  const wrong = cameAt.flatMap((times, at) => {
    const isOperator = sockets[at]?.connectionParams !== undefined;
    const differing = rows.filter(({ entity }, index) => {
      const isDue = isOperator || entity !== "Import";
      return isDue !== (times[index] ?? 0) > 0;
    });
    return differing.length > 0 ? [`socket ${at}: ${differing.length} lost or not hidden`] : [];
  });
  return [...complaints, ...wrong].slice(0, 10);
}

async function burst(
  { say, random }: Surroundings,
  scene: PlanScene,
  { name, lines, lagMs: most, follower, ready }: Source,
): Promise<string[]> {
  const { sql, plan, origin, hub } = scene;
  const make = await ready(scene, random);
  const retitle = (title: string) => retitlesBySql(sql, plan, [`Synthetic plan – ${title}`]);
  const after = await retitle("before the burst");
  const followers = Array.from({ length: subscribers }, (_, at) => follower(scene, at, after));
  const sockets = await Promise.all(followers);
  const begun = await retitle("begins");
  const worker = new Worker<BurstJob, BurstResult>("../tests/faults/scripts/live/burst-worker.js");
  await worker.run({ origin, sockets, upTo: begun });
  await using watch = await HeadWatch.start(scene.databaseUrl);
  const following = worker.run({ origin, sockets, upTo: begun + lines + 1 });
  await delay(1000);
  const before = scene.used();
  await hub.loopHeld();
  const began = now();
  await make();
  const tookMs = now() - began;
  await retitle("ends");
  const result = await following;
  const used = shownUse(scene, before);
  await worker.stop();
  const times = timesOf(result.cameAt.flatMap((cameAt) => watch.lags(cameAt, after)));
  say(
    `${name}: ${changes} changes within ${(tookMs / 1000).toFixed(1)} s, ${subscribers} subscribers: from commit to frame ${shownTimes(times)}`,
  );
  say(
    `${name}: the event loop held, by processor time: ${shownTimes(await hub.loopHeld())}; ${used}`,
  );
  const complaints = await complaintsOf(scene, result, sockets);
  return [...complaints, ...above(`${name}: from commit to frame`, times.p50, most)];
}

/** Very many changes within seconds: one after the other, or as of imports. */
export const burstOfChanges: Fault = {
  name: "live-burst",
  async run(surroundings) {
    const complaints: string[] = [];
    for (const source of [retitled, imported(20), imported(1)]) {
      const folder = join(surroundings.folder, source.name.replaceAll(" ", "-"));
      await mkdir(folder, { mode: 0o755 });
      const run = (scene: PlanScene) => burst(surroundings, scene, source);
      complaints.push(...(await PlanScene.run(folder, run)));
    }
    return complaints;
  },
};
