import "reflect-metadata";
import { parseArgs } from "node:util";
import pg from "pg";
import { measureBulk } from "./bulk.js";
import { onCopy } from "./copy.js";
import { measureFrames } from "./frames.js";
import { profileReads } from "./profile.js";
import { type Effort, measureReads } from "./reads.js";
import { keep, markdown, type Report, settingOf } from "./report.js";
import { peersInstalled } from "./servers.js";
import { readShapes, type Shape } from "./shapes.js";
import { mayHoldData, openSite, type Site } from "./site.js";
import { measureWatchers } from "./watchers.js";
import { measureSync, measureWrites } from "./writes.js";

const parts = ["reads", "writes", "frames", "watchers", "bulk", "profile"] as const;

/** What of the benchmark is asked: `npm run bench -- --only reads --rounds 3 --seconds 2`. */
function asked() {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: parts.join(",") },
      shapes: { type: "string" },
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "3" },
      connections: { type: "string", default: "8" },
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
  };
  return { only, effort, named: values.shapes?.split(",") };
}

/** The shapes, if the data is there. */
async function shapesOf({ url }: Site): Promise<Shape[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    const shapes = await readShapes(pool);
    if (shapes.some(({ asks }) => asks.length === 0)) throw noData();
    return shapes;
  } finally {
    await pool.end();
  }
}

/** Thrown for what whoever runs it can put right. */
class NotReady extends Error {}

const noData = () => new NotReady("There is no synthetic data yet: npm run bench:data");

async function measure(site: Site): Promise<Report> {
  const { only, effort, named } = asked();
  const all = await shapesOf(site);
  const shapes = named ? all.filter(({ name }) => named.includes(name)) : all;
  if (shapes.length < (named?.length ?? 1)) {
    throw new NotReady(`--shapes takes ${all.map(({ name }) => name).join(", ")}; not ${named}`);
  }
  const report: Report = { setting: await settingOf(site, effort) };
  if (only.has("reads") && !peersInstalled()) {
    console.error(
      "PostGraphile and Mercurius are not measured: npm run bench:peers installs them.",
    );
  }
  if (only.has("reads")) report.reads = await measureReads(site, shapes, effort);
  if (["writes", "frames", "watchers", "bulk"].some((part) => only.has(part))) {
    await onCopy(site, async (copy) => {
      if (only.has("writes")) {
        if (site.postgresPid) report.syncMs = await measureSync();
        report.writes = await measureWrites(copy, [16, 1], effort);
      }
      if (only.has("frames")) report.frames = await measureFrames(copy, [1, 100]);
      if (only.has("watchers")) report.watchers = await measureWatchers(copy, [1, 100, 1000]);
      if (only.has("bulk")) report.bulk = await measureBulk(copy);
    });
  }
  if (only.has("profile")) report.profiles = await profileReads(site, shapes);
  return report;
}

async function main(): Promise<void> {
  if (!mayHoldData()) throw noData();
  const site = await openSite();
  try {
    const report = await measure(site);
    console.log(`${markdown(report)}\n\n${await keep(report)}`);
  } finally {
    await site.leave();
  }
}

// Whoever interrupts it must not be left with a hub and a load generator.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

main().catch((error: unknown) => {
  console.error(error instanceof NotReady ? error.message : error);
  process.exitCode = 1;
});
