import "reflect-metadata";
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import globalSetup from "../testkit/postgres/global-setup.js";
import globalTeardown from "../testkit/postgres/global-teardown.js";
import { Siege } from "./siege.js";
import { bounds } from "./watched-hub.js";

// The long form, by hand: npm run hostile -- [--documents N] [--frames N] [--seed S] [--from N]
// A fault is reported with the number of its request: `--seed S --from N --documents 1` sends it again.

const { values: given } = parseArgs({
  options: {
    documents: { type: "string", default: "100000" },
    frames: { type: "string", default: "10000" },
    seed: { type: "string", default: String(randomInt(2 ** 30)) },
    from: { type: "string", default: "0" },
  },
});

/** Requests between two lines of the report. */
const step = 2000;

console.log(`seed ${given.seed}`);
await globalSetup();
const siege = await Siege.start(Number(given.seed));
const shown = () => {
  const statuses = [...siege.statuses].map(([status, count]) => `${count} × ${status}`).join(", ");
  return `${JSON.stringify(siege.watched.figures())} ${siege.faults.length} faults; ${statuses}`;
};
const [from, count] = [Number(given.from), Number(given.documents)];
for (let at = from; at < from + count && siege.watched.isRunning; at += step) {
  await siege.requests(at, Math.min(from + count, at + step));
  console.log(`${Math.min(count, at + step - from)} documents: ${shown()}`);
}
let frames = 0;
for (let at = 0; frames < Number(given.frames) && siege.watched.isRunning; at += 100) {
  frames += await siege.sockets(at, at + 100);
  console.log(`${frames} frames: ${shown()}`);
}

const kinds = new Map<string, number>();
for (const { sort, what } of siege.faults) {
  const kind = `${sort}: ${what}`;
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
}
for (const { which, sort, what, sent } of siege.faults.slice(0, 40)) {
  console.log(`FAULT ${which} (${sort}): ${what}\n  ${sent.slice(0, 600)}`);
}
for (const [kind, times] of kinds) console.log(`${times} × ${kind}`);
const long = siege.watched.longTurns().filter(({ ms }) => ms > bounds.loopMs);
console.log(`${long.length} turns of the event loop above ${bounds.loopMs} ms`);
const { loopMs, hubMiB, backendMiB } = siege.watched.figures();
const isWithin =
  loopMs <= bounds.loopMs && hubMiB <= bounds.hubMiB && backendMiB <= bounds.backendMiB;
const isRunning = siege.watched.isRunning;
await siege.stop();
await globalTeardown();
process.exit(isRunning && isWithin && siege.faults.length === 0 ? 0 : 1);
