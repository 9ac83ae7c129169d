import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RequestJob, RequestResult } from "./load/requests.js";
import { during, Worker } from "./processes.js";
import { hubRequest, uncached } from "./read-servers.js";
import { startHub } from "./servers.js";
import type { Shape } from "./shapes.js";
import type { Site } from "./site.js";
import { rounded } from "./statistics.js";

/** Where the hub's process spends its CPU on one shape, in shares of the time that it is busy. */
export interface Profile {
  shape: string;
  /** How busy the hub's thread was: 1 when it never waited. */
  busy: number;
  /** By package or by folder of the hub, the largest first. */
  parts: Share[];
  /** The functions in whose own code most time went. */
  functions: Share[];
}

interface Share {
  name: string;
  share: number;
}

/** What `node --cpu-prof` writes. */
interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
  /** In microseconds of the machine's monotonic clock, as process.hrtime tells it. */
  startTime: number;
}

type Frame = CpuProfile["nodes"][number]["callFrame"];

const nowUs = (): number => Number(process.hrtime.bigint() / 1000n);

/** The package, or the folder of the hub, that a function belongs to. */
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

/** Adds up the time of each name and gives the largest shares of the whole. */
function sharesOf(times: readonly [string, number][], most: number): Share[] {
  const sums = new Map<string, number>();
  for (const [name, time] of times) sums.set(name, (sums.get(name) ?? 0) + time);
  const whole = times.reduce((sum, [, time]) => sum + time, 0);
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, time]) => ({ name, share: rounded(time / whole) }));
}

/** Reads a profile between two instants; what lies outside is start, warm-up and end. */
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

/** Runs a hub of its own under one shape's load with Node's profiler on. */
async function profileOf(
  site: Site,
  shape: Shape,
  worker: Worker<RequestJob, RequestResult>,
): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), "rembuk-profile-"));
  const requests = shape.asks.map(({ variables }) => hubRequest(shape.document, variables));
  const profiler = ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--cpu-prof-interval=500"];
  const hub = await startHub(site, { settings: uncached, execArgv: profiler });
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
export async function profileReads(site: Site, shapes: readonly Shape[]): Promise<Profile[]> {
  const worker = new Worker<RequestJob, RequestResult>("load/requests.js");
  return during(worker, async () => {
    const profiles: Profile[] = [];
    for (const shape of shapes) profiles.push(await profileOf(site, shape, worker));
    return profiles;
  });
}
