import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchDatabase } from "./bench-database.js";
import type { RequestJob, RequestResult } from "./load/requests.js";
import { during, Worker } from "./processes.js";
import { hubRequest, uncached } from "./read-servers.js";
import { startHub } from "./servers.js";
import type { Shape } from "./shape.js";
import { rounded } from "./statistics.js";

/** The distribution of the hub's CPU time on one shape, in shares of its busy time. */
export interface Profile {
  shape: string;
  /** The busy share of the hub's thread: 1 when it never waited. */
  busy: number;
  /** The shares of packages and of folders of the hub, largest first. */
  parts: Share[];
  /** The functions with the largest own time. */
  functions: Share[];
}

interface Share {
  name: string;
  share: number;
}

/** The output of `node --cpu-prof`. */
interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
  /** In microseconds of the monotonic clock of process.hrtime. */
  startTime: number;
}

type Frame = CpuProfile["nodes"][number]["callFrame"];

const nowUs = (): number => Number(process.hrtime.bigint() / 1000n);

/** The package or folder of the hub that a function belongs to. */
function partOf({ url, functionName }: Frame): string {
  if (functionName === "(garbage collector)") return "garbage collection";
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (inPackage) return inPackage;
  const own = /dist\/(src\/[^/]+)/.exec(url)?.[1];
  return own ?? "node and V8";
}

const placeOf = ({ url, functionName, lineNumber }: Frame): string => {
  const file = url.split("/").slice(-2).join("/");
  const line = lineNumber > 0 ? `:${lineNumber + 1}` : "";
  return `${functionName || "(anonymous)"}${file ? ` ${file}${line}` : ""}`;
};

const idle = new Set(["(idle)", "(root)", "(program)"]);

/** Sums the time of each name and gives the largest shares of the total. */
function sharesOf(times: readonly [string, number][], max: number): Share[] {
  const sums = new Map<string, number>();
  for (const [name, time] of times) sums.set(name, (sums.get(name) ?? 0) + time);
  const whole = times.reduce((sum, [, time]) => sum + time, 0);
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .slice(0, max)
    .map(([name, time]) => ({ name, share: rounded(time / whole) }));
}

/** Reads a profile between two instants, without the start, warm-up and end. */
function read(shape: string, profile: CpuProfile, from: number, to: number): Profile {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const busy: [Frame, number][] = [];
  let at = profile.startTime;
  profile.samples.forEach((id, sample) => {
    const time = profile.timeDeltas[sample] ?? 0;
    at += time;
    const frame = frames.get(id);
    if (frame && at > from && at < to && !idle.has(frame.functionName)) busy.push([frame, time]);
  });
  const whole = busy.reduce((sum, [, time]) => sum + time, 0);
  return {
    shape,
    busy: rounded(whole / (to - from)),
    parts: sharesOf(
      busy.map(([frame, time]) => [partOf(frame), time]),
      12,
    ),
    functions: sharesOf(
      busy.map(([frame, time]) => [placeOf(frame), time]),
      20,
    ),
  };
}

/** Profiles a new hub under the load of one shape. */
async function profileOf(
  database: BenchDatabase,
  shape: Shape,
  worker: Worker<RequestJob, RequestResult>,
): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), "rembuk-profile-"));
  const requests = shape.requests.map(({ variables }) => hubRequest(shape.document, variables));
  const profiler = ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--cpu-prof-interval=500"];
  const hub = await startHub(database, { settings: uncached, execArgv: profiler });
  try {
    const [from, to] = await during(hub, async ({ origin }) => {
      const job = { origin, requests, connections: 8 };
      await worker.run({ ...job, seconds: 3 });
      const began = nowUs();
      await worker.run({ ...job, seconds: 8 });
      return [began, nowUs()] as const;
    });
    const [file = ""] = await readdir(folder);
    return read(shape.title, JSON.parse(await readFile(join(folder, file), "utf8")), from, to);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Profiles the hub on every shape. */
export async function profileReads(
  database: BenchDatabase,
  shapes: readonly Shape[],
): Promise<Profile[]> {
  const worker = new Worker<RequestJob, RequestResult>("load/requests.js");
  return during(worker, async () => {
    const profiles: Profile[] = [];
    for (const shape of shapes) profiles.push(await profileOf(database, shape, worker));
    return profiles;
  });
}
