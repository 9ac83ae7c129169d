import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.js";

/** A server in a process of its own. */
export interface ServerProcess {
  pid: number;
  /** Its address, as `http://127.0.0.1:4000`. */
  origin: string;
  /** Stops it in an orderly way. */
  stop(): Promise<void>;
}

/** Runs `work` with something that was started, and stops it in any case. */
export async function during<T extends { stop(): Promise<void> }, R>(
  started: T,
  work: (running: T) => Promise<R>,
): Promise<R> {
  try {
    return await work(started);
  } finally {
    await started.stop();
  }
}

/** Timeout for the start of a server. */
const startTimeoutMs = 180_000;

/** Clock ticks per second in /proc: 100 on every Linux that Node supports. */
const ticks = 100;

/** The running child processes, which end with this process at the latest. */
const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill();
});

function start(...given: Parameters<typeof fork>): ChildProcess {
  const child = fork(...given);
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

const scriptPath = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function untilAnswering(child: ChildProcess, address: string): Promise<void> {
  const until = performance.now() + startTimeoutMs;
  while (performance.now() < until && child.exitCode === null) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await delay(50);
  }
  throw new Error(`${address} does not answer`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** Starts a script of this folder as a server on a free port, and waits until it answers `path`. */
export async function serve(
  script: string,
  path: string,
  env: Record<string, string>,
  execArgv: string[] = [],
): Promise<ServerProcess> {
  const port = await freePort();
  const child = start(scriptPath(script), [], {
    execArgv,
    env: { PATH: process.env.PATH, ...env, HOST: "127.0.0.1", PORT: String(port) },
    // Its log goes to standard error: standard output is for the report.
    stdio: ["ignore", process.stderr, "inherit", "ipc"],
  });
  const origin = `http://127.0.0.1:${port}`;
  // Reports a server that ends during a run: its own log may lack the reason.
  const reportEnd = (code: number | null, signal: string | null) =>
    console.error(`${script} has ended: ${signal ?? code}`);
  child.once("exit", reportEnd);
  const stop = async () => {
    child.off("exit", reportEnd);
    child.kill("SIGTERM");
    await ended(child);
  };
  try {
    await untilAnswering(child, origin + path);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid as number, origin, stop };
}

/** A process that runs one job at a time and returns its result. */
export class Worker<Job, Result> {
  private readonly child: ChildProcess;
  /** Rejects when the process ends. */
  private readonly gone: Promise<never>;

  constructor(script: string) {
    this.child = start(scriptPath(script), [], { serialization: "advanced" });
    this.gone = once(this.child, "exit").then(() => {
      throw new Error(`${script} has ended`);
    });
    // Between two jobs nobody awaits it.
    this.gone.catch(() => undefined);
  }

  get pid(): number {
    return this.child.pid as number;
  }

  /** Runs a job and returns its result; throws the error of the job. */
  async run(job: Job): Promise<Result> {
    const answer = once(this.child, "message");
    this.child.send(job as object);
    const [message] = (await Promise.race([answer, this.gone])) as [
      { result: Result; error?: string },
    ];
    if (message.error) throw new Error(message.error);
    return message.result;
  }

  /** Ends the process, also if a failed job has left something open. */
  async stop(): Promise<void> {
    this.child.kill();
    await ended(this.child);
  }
}

/** The other side of a Worker: runs each job until its parent ends the process. */
export function work<Job, Result>(run: (job: Job) => Promise<Result>): void {
  process.on("message", (job: Job) => {
    run(job).then(
      (result) => process.send?.({ result }),
      (error: unknown) =>
        process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
    );
  });
}

/** The fields of /proc/<pid>/stat after the name, which may have spaces; none for an ended process. */
function statOf(pid: number | string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]?.split(" ") ?? [];
  } catch {
    return [];
  }
}

/** The CPU time of a process since its start, in microseconds. */
export function cpuOf(pid: number): number {
  const [user = 0, system = 0] = statOf(pid).slice(11, 13).map(Number);
  return ((user + system) * 1e6) / ticks;
}

/** The CPU time of a process, its running children and its ended children, in microseconds. */
export function cpuOfTree(pid: number): number {
  const children = readdirSync("/proc").filter((name) => statOf(name)[1] === String(pid));
  const [user = 0, system = 0] = statOf(pid).slice(13, 15).map(Number);
  const gone = ((user + system) * 1e6) / ticks;
  return cpuOf(pid) + gone + children.reduce((sum, child) => sum + cpuOf(Number(child)), 0);
}

/** The resident memory of a process, in MiB. */
export function residentOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "latin1");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

/** Resets the peak memory of a process. */
export const resetPeakOf = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, "5");

/** The peak memory of a process since the last reset, in MiB. */
export function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "latin1");
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
