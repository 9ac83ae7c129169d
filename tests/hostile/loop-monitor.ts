import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// Loaded into a hub's process by `--import`. It records how long one turn of the event loop computes: the
// CPU time of the thread between two ticks of a timer. A machine that is busy with other things lengthens
// the turn and not its CPU time.

const file = process.env.LOOP_MONITOR_FILE;

if (file && isMainThread) {
  const { threadCpuUsage } = process as unknown as { threadCpuUsage(): NodeJS.CpuUsage };
  const used = () => {
    const { user, system } = threadCpuUsage();
    return (user + system) / 1000;
  };
  let before = used();
  setInterval(() => {
    const now = used();
    const turn = now - before;
    before = now;
    if (turn >= 40) appendFileSync(file, `${Date.now()} ${turn.toFixed(1)}\n`);
  }, 5).unref();
}
