import { threadCpuMs } from "../testkit/hub/thread-cpu.js";

// The speed of this machine at this moment. A processor that is shared computes slower, though only the
// thread's own CPU time is counted: caches and cores are shared too.

/** CPU milliseconds of the work below on the machine that the bounds were set on, when it was quiet. */
const referenceMs = 16;

/** Work of the kind that a hub does: texts are parsed, compared and written. */
function work(): number {
  const rows = Array.from({ length: 400 }, (_, at) => ({ id: `${at}`, name: `Desa ${at % 97}` }));
  let length = 0;
  for (let turn = 0; turn < 40; turn += 1) {
    const copy = JSON.parse(JSON.stringify(rows)) as typeof rows;
    copy.sort((one, other) => (one.name < other.name ? -1 : 1));
    length += JSON.stringify(copy).length;
  }
  return length;
}

/** How many times slower than the reference this machine is now; 1 at least. */
export function slowness(): number {
  const times = Array.from({ length: 7 }, () => {
    const before = threadCpuMs();
    work();
    return threadCpuMs() - before;
  });
  const median = times.sort((one, other) => one - other)[3] ?? referenceMs;
  return Math.max(1, median / referenceMs);
}
