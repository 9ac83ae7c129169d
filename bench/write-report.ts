import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../src/app/store.js";
import { readsChart } from "./chart.js";
import { kept, markdown } from "./report.js";

// Prints the tables of a kept run, the latest with reads if none is named, and draws its chart:
// `npm run bench:report`, `npm run bench:report -- bench/results/<run>.json`.

const report = await kept("reads", process.argv[2]);
const chart = join(projectFolder(), "docs", "pictures", "reads.svg");
await writeFile(chart, readsChart(report.reads ?? []));
console.log(`${markdown(report)}\n\n${chart}`);
