import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** Interval at which the processes are looked for, in milliseconds. */
const pollMs = 20;

/** The time for the processes of a Postgres that has lost its first one to end by themselves. */
const byThemselvesMs = 500;

/** The time for a Postgres that runs without supervision to stop in an orderly way. */
const orderlyMs = 3_000;

const isAlive = (pid: string): boolean => {
  try {
    // A process that has ended and is not yet collected by its parent holds nothing.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};

/** The processes of a Postgres: each works in the data folder, and none of another program does. */
function processesIn(data: string): number[] {
  const works = (pid: string): boolean => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === data && isAlive(pid);
    } catch {
      // The process has ended, or is of a user that Postgres does not run as.
      return false;
    }
  };
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && works(name))
    .map(Number);
}

function send(signal: NodeJS.Signals, pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has just ended.
    }
  }
}

async function allEnd(data: string, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  while (processesIn(data).length > 0) {
    if (performance.now() > until) return false;
    await delay(pollMs);
  }
  return true;
}

/**
 * Ends every process of a Postgres that is no longer supervised. Those that have lost their first process
 * end by themselves, but one that computes notices it late, and a new Postgres cannot start before. Where
 * the first process still runs, because only its supervisor was killed, it is asked to stop first.
 */
export async function endLeftovers(data: string, first: number): Promise<void> {
  if (processesIn(data).includes(first)) {
    send("SIGINT", [first]);
    if (await allEnd(data, orderlyMs)) return;
  }
  if (await allEnd(data, byThemselvesMs)) return;
  // Nothing is lost: Postgres recovers what was committed, as after a power failure.
  while (processesIn(data).length > 0) {
    send("SIGKILL", processesIn(data));
    await delay(pollMs);
  }
}
