import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { developmentIssuer } from "../src/access/development-issuer.js";
import { targetsFor } from "./copy.js";
import type { MutationJob } from "./load/writes-by-mutation.js";
import type { WriteJob, WriteResult } from "./load/writing.js";
import { cpuOf, cpuOfTree, during, Worker } from "./processes.js";
import type { Effort } from "./reads.js";
import { startHub } from "./servers.js";
import { dataFolder, type Site } from "./site.js";
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

/** One kind of writers, ready to write. */
interface Kind {
  by: string;
  /** The process whose CPU time counts: the hub's, or the writers' own. */
  pid: number;
  run(job: WriteJob): Promise<WriteResult>;
  stop(): Promise<void>;
}

async function byMutation(site: Site): Promise<Kind> {
  const token = await (await developmentIssuer(dataFolder)).sign({ email: coordinator });
  const hub = await startHub(site);
  const worker = new Worker<MutationJob, WriteResult>("load/writes-by-mutation.js");
  return {
    by: "mutation over HTTP",
    pid: hub.pid,
    run: (job) => worker.run({ ...job, url: hub.origin, token }),
    stop: async () => {
      await worker.stop();
      await hub.stop();
    },
  };
}

function inOneProcess(by: string, script: string): Kind {
  const worker = new Worker<WriteJob, WriteResult>(script);
  return { by, pid: worker.pid, run: (job) => worker.run(job), stop: () => worker.stop() };
}

type Round = WriteResult & { processCpuUs: number; postgresCpuUs: number | undefined };

/** One kind of writers for one round. */
async function round(
  site: Site,
  { pid, run }: Kind,
  writers: number,
  seconds: number,
): Promise<Round> {
  const job = { url: site.url, targets: await targetsFor(site, writers), seconds };
  const postgres = () => (site.postgresPid ? cpuOfTree(site.postgresPid) : Number.NaN);
  const before = [cpuOf(pid), postgres()] as const;
  const result = await run(job);
  const writes = result.latenciesMs.length;
  return {
    ...result,
    processCpuUs: (cpuOf(pid) - before[0]) / writes,
    postgresCpuUs: site.postgresPid && (postgres() - before[1]) / writes,
  };
}

function figuresOf(by: string, writers: number, rounds: readonly Round[]): WriteFigures {
  const latencies = rounds.flatMap(({ latenciesMs }) => latenciesMs);
  const postgres = rounds.flatMap(({ postgresCpuUs }) => postgresCpuUs ?? []);
  const rates = rounds.map(({ latenciesMs, seconds }) => latenciesMs.length / seconds);
  return {
    by,
    writers,
    writesPerSecond: rounded(median(rates)),
    p50Ms: rounded(percentile(latencies, 0.5)),
    p99Ms: rounded(percentile(latencies, 0.99)),
    processCpuUs: rounded(median(rounds.map(({ processCpuUs }) => processCpuUs))),
    postgresCpuUs: postgres.length > 0 ? rounded(median(postgres)) : undefined,
  };
}

/** Measures the kinds in turn, round by round, so that a disturbance meets all. */
async function inTurns(
  site: Site,
  kinds: readonly Kind[],
  writers: number,
  { rounds, seconds, warmUpSeconds }: Effort,
): Promise<WriteFigures[]> {
  for (const kind of kinds) await round(site, kind, writers, warmUpSeconds);
  const done = new Map<Kind, Round[]>(kinds.map((kind) => [kind, []]));
  for (let at = 0; at < rounds; at += 1) {
    for (const kind of kinds) done.get(kind)?.push(await round(site, kind, writers, seconds));
  }
  return kinds.map((kind) => figuresOf(kind.by, writers, done.get(kind) ?? []));
}

/** Measures progress reports by mutation, by use case and by hand-written SQL. */
export async function measureWrites(
  site: Site,
  writers: readonly number[],
  effort: Effort,
): Promise<WriteFigures[]> {
  const useCase = () => inOneProcess("use case in the process", "load/writes-by-use-case.js");
  const handWritten = () => inOneProcess("hand-written SQL", "load/writes-by-sql.js");
  return during(await byMutation(site), (mutations) =>
    during(useCase(), (useCases) =>
      during(handWritten(), async (statements) => {
        const kinds = [mutations, useCases, statements];
        const figures: WriteFigures[] = [];
        for (const count of writers) figures.push(...(await inTurns(site, kinds, count, effort)));
        return figures;
      }),
    ),
  );
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
