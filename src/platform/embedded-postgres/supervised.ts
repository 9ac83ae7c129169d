import { spawn } from "node:child_process";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { childEnvironment } from "./account.js";
import type { Setup } from "./setup.js";

/** The account and the descriptors that a supervised command runs with. */
export interface Surroundings extends Setup {
  /** The descriptor of the lock file, held until the command and all its children have ended. */
  lock: number;
  /** The descriptor of the file that all output goes to. */
  log: number;
}

/** A running command that ends when this process does. */
export interface Supervised {
  /** The exit code (128 + signal for a signal); rejects when it could not be started at all. */
  exit: Promise<number>;
  /** Stops it in the same way as the end of this process would. */
  stop(): void;
  /** Lets this process end while the command runs; the command then stops. */
  background(): void;
}

/**
 * The supervisor, a shell script. It runs the command given as arguments, with descriptor 5 as its
 * input, and interrupts it when descriptor 4, a pipe from this process, ends: for Postgres that is the
 * fast shutdown. The pipe ends also when this process is killed with -9. The interrupt is repeated,
 * because a command ignores it in its first moments. Other signals are ignored: what a service manager
 * sends to all processes must not stop Postgres before this process has drained.
 */
const supervisor = `
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
 * Starts a command under the supervisor, in a session of its own, so that Ctrl-C at the terminal
 * reaches this process alone. `input` is what the command reads.
 */
export function supervise(
  command: readonly string[],
  { program, account, lock, log }: Surroundings,
  input = "",
): Supervised {
  const child = spawn("/bin/sh", ["-c", supervisor, `${program.name}-postgres`, ...command], {
    ...account.identity,
    cwd: "/",
    env: childEnvironment,
    detached: true,
    stdio: ["ignore", log, log, lock, "pipe", "pipe"],
  });
  const exit = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? -1));
  });
  const [pipe, commandInput] = child.stdio.slice(4) as [Socket, Duplex];
  // Either may be reset when the command ends first; `exit` reports that.
  pipe.on("error", () => {});
  commandInput.on("error", () => {});
  commandInput.end(input, () => commandInput.destroy());
  return {
    exit,
    stop: () => {
      child.ref();
      pipe.destroy();
    },
    background: () => {
      child.unref();
      pipe.unref();
    },
  };
}
