import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** A server that runs as a process of its own. */
export interface Served {
  pid: number;
  /** Where it listens, as `http://127.0.0.1:4000`. */
  origin: string;
  /** Ends it in good order. */
  stop(): Promise<void>;
}

/** Works with something that has been started, and stops it whatever happens. */
export async function during<T extends { stop(): Promise<void> }, R>(
  started: T,
  does: (running: T) => Promise<R>,
): Promise<R> {
  try {
    return await does(started);
  } finally {
    await started.stop();
  }
}

/** How long a server may take until it answers. */
const patienceMs = 30_000;

/** Clock ticks a second in /proc; 100 on every Linux that Node runs on. */
const ticks = 100;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** What runs for this process, and ends with it at the latest. */
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
  const until = performance.now() + patienceMs;
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

/** Starts a script beside this one as a server on a free port, and waits until it answers `path`. */
export async function serve(
  script: string,
  path: string,
  env: Record<string, string>,
  execArgv: string[] = [],
): Promise<Served> {
  const port = await freePort();
  const child = start(scriptPath(script), [], {
    execArgv,
    env: { PATH: process.env.PATH, ...env, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const origin = `http://127.0.0.1:${port}`;
  // A server that ends in the midst of a run is told with its reason, which its log may not hold.
  const tell = (code: number | null, signal: string | null) =>
    console.error(`${script} has ended: ${signal ?? code}`);
  child.once("exit", tell);
  const stop = async () => {
    child.off("exit", tell);
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

/** A process that does one job at a time and answers each with a result. */
export class Worker<Job, Result> {
  private readonly child: ChildProcess;
  /** Rejects when the process ends. */
  private readonly gone: Promise<never>;

  constructor(script: string) {
    this.child = start(scriptPath(script), [], { serialization: "advanced" });
    this.gone = once(this.child, "exit").then(() => {
      throw new Error(`${script} has ended`);
    });
    // Nobody waits for it between two jobs.
    this.gone.catch(() => undefined);
  }

  get pid(): number {
    return this.child.pid as number;
  }

  /** Gives it a job and waits for the result; throws what the job threw. */
  async run(job: Job): Promise<Result> {
    const answer = once(this.child, "message");
    this.child.send(job as object);
    const [message] = (await Promise.race([answer, this.gone])) as [
      { result: Result; error?: string },
    ];
    if (message.error) throw new Error(message.error);
    return message.result;
  }

  /** Ends it, whatever a failed job may have left open in it. */
  async stop(): Promise<void> {
    this.child.kill();
    await ended(this.child);
  }
}

/** The other side of a Worker: answers each job, until its parent lets go. */
export function work<Job, Result>(does: (job: Job) => Promise<Result>): void {
  process.on("message", (job: Job) => {
    does(job).then(
      (result) => process.send?.({ result }),
      (error: unknown) =>
        process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
    );
  });
}

/** The fields of /proc/<pid>/stat after the name, which may hold spaces; none of a process that is gone. */
function statOf(pid: number | string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]?.split(" ") ?? [];
  } catch {
    return [];
  }
}

/** CPU time that a process has used since its start, in microseconds. */
export function cpuOf(pid: number): number {
  const [user = 0, system = 0] = statOf(pid).slice(11, 13).map(Number);
  return ((user + system) * 1e6) / ticks;
}

/** CPU time of a process, of its children that run, and of those that have ended, in microseconds. */
export function cpuOfTree(pid: number): number {
  const children = readdirSync("/proc").filter((name) => statOf(name)[1] === String(pid));
  const [user = 0, system = 0] = statOf(pid).slice(13, 15).map(Number);
  const gone = ((user + system) * 1e6) / ticks;
  return cpuOf(pid) + gone + children.reduce((sum, child) => sum + cpuOf(Number(child)), 0);
}

/** The memory that a process holds now, in MiB. */
export function residentOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "latin1");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

/** Forgets the most memory that a process has held so far. */
export const forgetPeakOf = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, "5");

/** The most memory that a process has held since, in MiB. */
export function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "latin1");
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
