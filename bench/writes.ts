import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { developmentIssuer } from "../src/access/development-issuer.js";
import type { FrameJob, FrameResult } from "./load/frames.js";
import type { MutationJob } from "./load/writes-by-mutation.js";
import type { Target, WriteJob, WriteResult } from "./load/writing.js";
import { cpuOf, cpuOfTree, during, type Served, serve, Worker } from "./processes.js";
import { dataFolder, hubEnvironment, type Site } from "./site.js";
import { median, percentile, rounded } from "./statistics.js";
import { coordinator } from "./synthetic/scale.js";

/** What writers of one kind did: reports a second, each one transaction with two changes. */
export interface WriteFigures {
  by: string;
  writers: number;
  writesPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** CPU time a write, in microseconds: of the process that writes, and of all of Postgres. */
  processCpuUs: number;
  postgresCpuUs: number | undefined;
}

/** From commit to frame. */
export interface FrameFigures {
  subscribers: number;
  p50Ms: number;
  p99Ms: number;
  frames: number;
}

const warmUpSeconds = 2;
/** A writer has so many actions of its own. */
const targetsEach = 50;

const databaseName = (url: string): string => decodeURIComponent(url.split("/").at(-1) ?? "");
const withDatabase = (url: string, name: string): string => url.replace(/[^/]*$/, name);

/** Runs `does` on a copy of the data, so that what it writes changes no other figure. */
export async function onCopy<T>(site: Site, does: (copy: Site) => Promise<T>): Promise<T> {
  const name = `${databaseName(site.url)}_writes`;
  const admin = new pg.Client({ connectionString: withDatabase(site.url, "postgres") });
  await admin.connect();
  const drop = () => admin.query(`drop database if exists ${name} with (force)`);
  try {
    await drop();
    await admin.query(
      `create database ${name} template ${databaseName(site.url)} strategy file_copy`,
    );
    return await does({ ...site, url: withDatabase(site.url, name) });
  } finally {
    await drop();
    await admin.end();
  }
}

/** Actions of public plans as they are now, spread over the writers. */
async function targetsFor({ url }: Site, writers: number): Promise<Target[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Target>(
    `select a.id as action, a.version, a.progress from action a join action_plan p on p.id = a.plan_id
     where p.visibility = 'PUBLIC' order by md5(a.id::text) limit $1`,
    [writers * targetsEach],
  );
  await client.end();
  return Array.from({ length: writers }, (_, writer) =>
    rows.filter((_, at) => at % writers === writer),
  );
}

async function measure<Job extends WriteJob>(
  site: Site,
  by: string,
  worker: Worker<Job, WriteResult>,
  job: Job,
  process = worker.pid,
): Promise<WriteFigures> {
  const postgres = () => (site.postgresPid ? cpuOfTree(site.postgresPid) : Number.NaN);
  const before = [cpuOf(process), postgres()] as const;
  const { latenciesMs, seconds } = await worker.run(job);
  const rate = latenciesMs.length / seconds;
  // CPU is counted over the warm-up too, and so are the writes that it is divided by.
  const writes = rate * (seconds + warmUpSeconds);
  return {
    by,
    writers: job.targets.length,
    writesPerSecond: rounded(rate),
    p50Ms: rounded(median(latenciesMs)),
    p99Ms: rounded(percentile(latenciesMs, 0.99)),
    processCpuUs: rounded((cpuOf(process) - before[0]) / writes),
    postgresCpuUs: site.postgresPid && rounded((postgres() - before[1]) / writes),
  };
}

const startHub = (site: Site): Promise<Served> =>
  serve("../src/main.js", "/health/ready", hubEnvironment(site.url));

const tokenOf = async (email: string): Promise<string> =>
  (await developmentIssuer(dataFolder)).sign({ email });

/** Measures progress reports by mutation, by use case and by hand-written SQL. */
export async function measureWrites(
  site: Site,
  writers: readonly number[],
  seconds: number,
): Promise<WriteFigures[]> {
  const token = await tokenOf(coordinator);
  const figures: WriteFigures[] = [];
  for (const count of writers) {
    const job = async (): Promise<WriteJob> => ({
      url: site.url,
      targets: await targetsFor(site, count),
      warmUpSeconds,
      seconds,
    });
    await during(await startHub(site), ({ origin, pid }) =>
      during(new Worker<MutationJob, WriteResult>("load/writes-by-mutation.js"), async (worker) => {
        const mutations = { ...(await job()), url: origin, token };
        figures.push(await measure(site, "mutation over HTTP", worker, mutations, pid));
      }),
    );
    for (const [by, script] of [
      ["use case in the process", "load/writes-by-use-case.js"],
      ["hand-written SQL", "load/writes-by-sql.js"],
    ] as const) {
      await during(new Worker<WriteJob, WriteResult>(script), async (worker) => {
        figures.push(await measure(site, by, worker, await job()));
      });
    }
  }
  return figures;
}

/** Measures how long after a commit on the same database a hub's subscribers have its frame. */
export async function measureFrames(
  site: Site,
  subscribers: readonly number[],
): Promise<FrameFigures[]> {
  const figures: FrameFigures[] = [];
  await during(await startHub(site), ({ origin }) =>
    during(new Worker<FrameJob, FrameResult>("load/frames.js"), async (worker) => {
      for (const count of subscribers) {
        const targets = (await targetsFor(site, 1))[0] ?? [];
        const job = { origin, url: site.url, targets, subscribers: count, commits: 300 };
        const { latenciesMs } = await worker.run(job);
        figures.push({
          subscribers: count,
          p50Ms: rounded(median(latenciesMs)),
          p99Ms: rounded(percentile(latenciesMs, 0.99)),
          frames: latenciesMs.length,
        });
      }
    }),
  );
  return figures;
}

/** How long the disk takes to keep 8 KiB for good, in milliseconds: the floor of every commit. */
export async function measureSync(): Promise<number> {
  const path = join(dataFolder, "sync-test");
  const file = await open(path, "w");
  const page = Buffer.alloc(8192, 1);
  const times: number[] = [];
  try {
    for (let at = 0; at < 300; at += 1) {
      const began = performance.now();
      await file.write(page, 0, page.length, (at % 100) * page.length);
      await file.datasync();
      times.push(performance.now() - began);
    }
  } finally {
    await file.close();
    await rm(path);
  }
  return rounded(median(times.slice(100)));
}
