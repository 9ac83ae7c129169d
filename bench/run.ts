import "reflect-metadata";
import { parseArgs } from "node:util";
import pg from "pg";
import { type BenchDatabase, mayHaveData, openBenchDatabase } from "./bench-database.js";
import { measureBeside } from "./beside-writers.js";
import { measureBulk } from "./bulk.js";
import { onCopy } from "./copy.js";
import { measureFrames } from "./frames.js";
import { measureLive } from "./live/measure.js";
import { measureQueries, queriesRun } from "./live/queries.js";
import { profileReads } from "./profile.js";
import { type Effort, measureReads } from "./reads.js";
import { markdown, type Report, saveReport, settingOf } from "./report.js";
import { peersInstalled } from "./servers.js";
import type { Shape } from "./shape.js";
import { readShapes } from "./shapes.js";
import { measureWatchers } from "./watchers.js";
import { measureSync, measureWrites } from "./writes.js";

const parts = [
  "reads",
  "writes",
  "beside",
  "frames",
  "watchers",
  "live",
  "bulk",
  "profile",
] as const;

/** The parts that write, and so run on a copy of the data. */
const writing = ["writes", "beside", "frames", "watchers", "live", "bulk"] as const;

/** The shapes of the part `beside`, unless others are named. */
const besideWriters: ReadonlySet<string> = new Set([
  "planList",
  "planPage",
  "portalPlans",
  "history",
]);

/** The watchers of the part `live`, of one plan and of many. */
const crowds = [
  { watchers: 1000, plans: 1 },
  { watchers: 5000, plans: 1 },
  { watchers: 19_000, plans: 1 },
  { watchers: 5000, plans: 500 },
];

/** The command-line options: `npm run bench -- --only reads --rounds 3 --seconds 2`. */
function options() {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: parts.join(",") },
      shapes: { type: "string" },
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "3" },
      connections: { type: "string", default: "8" },
      compared: { type: "string", default: "100" },
      requests: { type: "string", default: "2000" },
    },
  });
  const only = new Set(values.only.split(","));
  const unknown = [...only].filter((part) => !(parts as readonly string[]).includes(part));
  if (unknown.length > 0) throw new NotReady(`--only takes ${parts.join(", ")}; not ${unknown}`);
  const effort: Effort = {
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    warmUpSeconds: 2,
    connections: Number(values.connections),
    compared: Number(values.compared),
  };
  return { only, effort, named: values.shapes?.split(","), most: Number(values.requests) };
}

/** The shapes. Throws when there is no data. */
async function shapesOf({ url }: BenchDatabase): Promise<Shape[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    const shapes = await readShapes(pool);
    if (shapes.some(({ requests }) => requests.length === 0)) throw noData();
    return shapes;
  } finally {
    await pool.end();
  }
}

/** An error that the person who runs the benchmark can fix. */
class NotReady extends Error {}

const noData = () => new NotReady("There is no synthetic data: run npm run bench:data");

async function measure(database: BenchDatabase): Promise<Report> {
  const { only, effort, named, most } = options();
  const all = (await shapesOf(database)).map((shape) => ({
    ...shape,
    requests: shape.requests.slice(0, most),
  }));
  const shapes = named ? all.filter(({ name }) => named.includes(name)) : all;
  if (shapes.length < (named?.length ?? 1)) {
    throw new NotReady(`--shapes takes ${all.map(({ name }) => name).join(", ")}; not ${named}`);
  }
  const report: Report = { setting: await settingOf(database, effort) };
  if (only.has("reads") && !peersInstalled()) {
    console.error(
      "PostGraphile and Mercurius are not measured: npm run bench:peers installs them.",
    );
  }
  if (only.has("reads")) report.reads = await measureReads(database, shapes, effort);
  if (writing.some((part) => only.has(part))) {
    await onCopy(database, async (copy) => {
      if (only.has("writes")) {
        if (database.postgresPid) report.syncMs = await measureSync();
        report.writes = await measureWrites(copy, [16, 1], effort);
      }
      if (only.has("beside")) {
        const beside = named ? shapes : shapes.filter(({ name }) => besideWriters.has(name));
        report.beside = await measureBeside(copy, beside, 16, effort);
      }
      if (only.has("frames")) report.frames = await measureFrames(copy, [1, 100]);
      if (only.has("watchers")) report.watchers = await measureWatchers(copy, [1, 100, 1000]);
      if (only.has("live")) {
        report.live = await measureLive(copy, crowds);
        report.liveQueries = [await measureQueries(copy, queriesRun)];
      }
      if (only.has("bulk")) report.bulk = await measureBulk(copy);
    });
  }
  if (only.has("profile")) report.profiles = await profileReads(database, shapes);
  return report;
}

async function main(): Promise<void> {
  if (!mayHaveData()) throw noData();
  const database = await openBenchDatabase();
  try {
    const report = await measure(database);
    console.log(`${markdown(report)}\n\n${await saveReport(report)}`);
  } finally {
    await database.close();
  }
}

// An interrupted run must not leave a hub or a load generator behind.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

main().catch((error: unknown) => {
  console.error(error instanceof NotReady ? error.message : error);
  process.exitCode = 1;
});
