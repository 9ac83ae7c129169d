import { readdirSync, readFileSync } from "node:fs";

// What a test file costs, in seconds of CPU: the time of a run depends on what else the machine does.

/** Seconds of CPU of one test file. */
export interface Costs {
  /** Of the worker: the tests, and the hubs that they start within it. */
  worker: number;
  /** Of the processes that the tests start, and theirs. */
  processes: number;
  /** Of the run's Postgres; of one worker alone it is this file's part. */
  postgres: number;
}

/** Ticks of a second in `/proc`: Linux shows programs this unit whatever the kernel's own is. */
const ticks = 100;

/** A process: its parent, and the ticks of itself and of its ended children. */
interface Process {
  parent: number;
  ticks: number;
}

function readProcess(pid: string): Process | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in brackets, and may have any character.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [parent, ...times] = [1, 11, 12, 13, 14].map((at) => Number(fields[at]));
    return { parent: parent ?? 0, ticks: times.reduce((sum, time) => sum + time, 0) };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

/** The seconds of CPU of a process and of all below it, those that have ended too; without `but` and its own. */
function secondsOf(root: number, but?: number): number {
  const all = new Map<number, Process>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const found = readProcess(name);
    if (found) all.set(Number(name), found);
  }
  const isBelow = (pid: number): boolean => {
    if (pid === root) return true;
    const found = pid === but ? undefined : all.get(pid);
    return found !== undefined && isBelow(found.parent);
  };
  const below = [...all].filter(([pid]) => isBelow(pid));
  return below.reduce((sum, [, process]) => sum + process.ticks, 0) / ticks;
}

function costsNow(): Costs {
  const { user, system } = process.cpuUsage();
  const worker = (user + system) / 1e6;
  const server = Number(process.env.REMBUK_TEST_POSTGRES_PID);
  const processes = secondsOf(process.pid, server) - worker;
  return { worker, processes, postgres: secondsOf(server) };
}

/** Runs a test file and gives what it cost. */
export async function costsOf<T>(run: () => Promise<T>): Promise<[T, Costs]> {
  const before = costsNow();
  const result = await run();
  const after = costsNow();
  const costs = {
    worker: after.worker - before.worker,
    processes: Math.max(0, after.processes - before.processes),
    postgres: after.postgres - before.postgres,
  };
  return [result, costs];
}
