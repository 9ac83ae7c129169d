import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { developmentIssuer } from "../src/access/development-issuer.js";
import { type BenchDatabase, dataFolder } from "./bench-database.js";
import { targetsFor } from "./copy.js";
import type { MutationJob } from "./load/writes-by-mutation.js";
import type { WriteJob, WriteResult } from "./load/writing.js";
import { byPostgraphile } from "./peer-writes.js";
import { cpuOf, cpuOfTree, during, type ServerProcess, Worker } from "./processes.js";
import type { Effort } from "./reads.js";
import { peersInstalled, startHub } from "./servers.js";
import { median, percentile, rounded } from "./statistics.js";
import type { WriterKind } from "./writer-kind.js";

/** The figures of one kind of writers: reports of progress, each one transaction with two changes. */
export interface WriteFigures {
  by: string;
  writers: number;
  writesPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** CPU time per write, in microseconds: of the writing process, and of all of Postgres. */
  processCpuUs: number;
  postgresCpuUs: number | undefined;
}

/** Writers that send mutations to a running hub. */
export function mutationsAt({ pid, origin }: ServerProcess): WriterKind {
  const tokensOf = async ({ targets }: WriteJob) => {
    const issuer = await developmentIssuer(dataFolder);
    const emails = [...new Set(targets.flat().map(({ reporter }) => reporter))];
    const signed = emails.map(async (email) => [email, await issuer.sign({ email })] as const);
    return Object.fromEntries(await Promise.all(signed));
  };
  const worker = new Worker<MutationJob, WriteResult>("load/writes-by-mutation.js");
  return {
    ...{ by: "mutation over HTTP", pid },
    run: async (job) => {
      const tokens = await tokensOf(job);
      return worker.run({ ...job, url: origin, server: "hub", tokens });
    },
    stop: () => worker.stop(),
  };
}

async function byMutation(database: BenchDatabase): Promise<WriterKind> {
  const hub = await startHub(database);
  const kind = mutationsAt(hub);
  return {
    ...kind,
    stop: async () => {
      await kind.stop();
      await hub.stop();
    },
  };
}

function inOneProcess(by: string, script: string): WriterKind {
  const worker = new Worker<WriteJob, WriteResult>(script);
  return { by, pid: worker.pid, run: (job) => worker.run(job), stop: () => worker.stop() };
}

type Round = WriteResult & { processCpuUs: number; postgresCpuUs: number | undefined };

/** Measures one kind of writers for one round. */
async function round(
  database: BenchDatabase,
  { pid, run }: WriterKind,
  writers: number,
  seconds: number,
): Promise<Round> {
  const job = { url: database.url, targets: await targetsFor(database, writers), seconds };
  const postgres = () => (database.postgresPid ? cpuOfTree(database.postgresPid) : Number.NaN);
  const before = [cpuOf(pid), postgres()] as const;
  const result = await run(job);
  const writes = result.latenciesMs.length;
  return {
    ...result,
    processCpuUs: (cpuOf(pid) - before[0]) / writes,
    postgresCpuUs: database.postgresPid && (postgres() - before[1]) / writes,
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

/** Measures the kinds in turn, round by round, so that a disturbance affects all. */
async function inTurns(
  database: BenchDatabase,
  kinds: readonly WriterKind[],
  writers: number,
  { rounds, seconds, warmUpSeconds }: Effort,
): Promise<WriteFigures[]> {
  for (const kind of kinds) await round(database, kind, writers, warmUpSeconds);
  const done = new Map<WriterKind, Round[]>(kinds.map((kind) => [kind, []]));
  for (let at = 0; at < rounds; at += 1) {
    for (const kind of kinds) done.get(kind)?.push(await round(database, kind, writers, seconds));
  }
  return kinds.map((kind) => figuresOf(kind.by, writers, done.get(kind) ?? []));
}

/** Runs `work` with all kinds of writers, and stops them in any case. */
async function withKinds<R>(
  [next, ...others]: readonly (() => Promise<WriterKind>)[],
  work: (kinds: WriterKind[]) => Promise<R>,
): Promise<R> {
  if (!next) return work([]);
  return during(await next(), (kind) => withKinds(others, (kinds) => work([kind, ...kinds])));
}

/** Measures progress reports by mutation, of the hub and of a peer, by use case and by hand-written SQL. */
export function measureWrites(
  database: BenchDatabase,
  writers: readonly number[],
  effort: Effort,
): Promise<WriteFigures[]> {
  const starts = [
    () => byMutation(database),
    async () => inOneProcess("use case in the process", "load/writes-by-use-case.js"),
    ...(peersInstalled() ? [() => byPostgraphile(database)] : []),
    async () => inOneProcess("hand-written SQL", "load/writes-by-sql.js"),
  ];
  return withKinds(starts, async (kinds) => {
    const figures: WriteFigures[] = [];
    for (const count of writers) figures.push(...(await inTurns(database, kinds, count, effort)));
    return figures;
  });
}

/** The time of one fdatasync of 8 KiB, in milliseconds: no commit can be faster. */
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
