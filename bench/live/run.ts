import "reflect-metadata";
import { parseArgs } from "node:util";
import { measureLive } from "./measure.js";

// Watchers of one thing: the hub, others, and the limit. `npm run bench:live -- --watchers 1000,5000`.

const { values } = parseArgs({ options: { watchers: { type: "string", default: "1000,5000" } } });
const figures = await measureLive(values.watchers.split(",").map(Number));
console.log(
  "| server | watchers | deliveries/s | CPU µs each | p50 ms | p99 ms | bytes | MiB |\n|---|---|---|---|---|---|---|---|",
);
for (const one of figures) {
  const cells = [one.server, one.watchers, one.ceiling, one.cpuUs, one.p50Ms, one.p99Ms];
  console.log(`| ${[...cells, one.frameBytes, one.residentMiB].join(" | ")} |`);
}
