import "reflect-metadata";
import { parseArgs } from "node:util";
import { liveTable } from "../report.js";
import { measureLive } from "./measure.js";
import { withSample } from "./sample.js";

// Watchers of one plan of the sample: the hub, others, and the limit. `npm run bench:live -- --watchers 1000,5000`.

const { values } = parseArgs({ options: { watchers: { type: "string", default: "1000,5000" } } });
const crowds = values.watchers.split(",").map((count) => ({ watchers: Number(count), plans: 1 }));
console.log(liveTable(await withSample((sample) => measureLive(sample, crowds))));
