import { spawn } from "node:child_process";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type Account, CHILD_ENVIRONMENT } from "./account.js";

/** What a supervised program runs with. */
export interface Surroundings {
  account: Account;
  /** The descriptor of the lock file that is held until the program and all its children end. */
  lock: number;
  /** The descriptor of the file that takes all output. */
  log: number;
}

/** A program that never outlives the hub. */
export interface Supervised {
  /** The exit code (128 + signal for a signal); rejects when it could not be started at all. */
  exit: Promise<number>;
  /** Asks it to stop, as the hub's death would. */
  stop(): void;
  /** Lets the hub's process end although the program runs; it then stops. */
  background(): void;
}

/**
 * Runs the program given as arguments with descriptor 5 as its input, and interrupts it when
 * descriptor 4, the line to the hub, ends: for Postgres that is the fast shutdown. A line ends
 * also when the hub is killed with -9. The interrupt is repeated, as a program that has only just
 * begun ignores it. Other signals are ignored: what a service manager sends to all processes must
 * not stop Postgres before the hub has drained.
 */
const SUPERVISOR = `
trap '' HUP INT TERM
"$@" <&5 4<&- 5<&- &
program=$!
exec 5<&-
{
  while read -r _; do :; done
  while kill -INT "$program"; do sleep 1; done
} <&4 3>&- >/dev/null 2>&1 &
watcher=$!
exec 4<&-
wait "$program"
status=$?
kill -KILL "$watcher"
exit "$status"
`;

/**
 * Starts a program under the supervisor, in a session of its own, so that Ctrl-C at the terminal
 * reaches the hub alone. `input` is what the program reads.
 */
export function supervise(
  command: readonly string[],
  { account, lock, log }: Surroundings,
  input = "",
): Supervised {
  const child = spawn("/bin/sh", ["-c", SUPERVISOR, "rembuk-postgres", ...command], {
    ...account.identity,
    cwd: "/",
    env: CHILD_ENVIRONMENT,
    detached: true,
    stdio: ["ignore", log, log, lock, "pipe", "pipe"],
  });
  const exit = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? -1));
  });
  const [line, programInput] = child.stdio.slice(4) as [Socket, Duplex];
  // Either may be reset when the program ends first; `exit` tells that.
  line.on("error", () => {});
  programInput.on("error", () => {});
  programInput.end(input, () => programInput.destroy());
  return {
    exit,
    stop: () => {
      child.ref();
      line.destroy();
    },
    background: () => {
      child.unref();
      line.unref();
    },
  };
}
