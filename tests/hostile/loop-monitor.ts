import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import { threadCpuMs } from "../testkit/hub/thread-cpu.js";

// Loaded into a hub's process by `--import`. It records how long one turn of the event loop computes: the
// CPU time of the thread between two ticks of a timer. A machine that is busy with other things lengthens
// the turn and not its CPU time.

const file = process.env.LOOP_MONITOR_FILE;

if (file && isMainThread) {
  let before = threadCpuMs();
  setInterval(() => {
    const now = threadCpuMs();
    const turn = now - before;
    before = now;
    if (turn >= 40) appendFileSync(file, `${Date.now()} ${turn.toFixed(1)}\n`);
  }, 5).unref();
}
