import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../src/app/store.js";
import { readsChart } from "./chart.js";
import { loadReport, markdown } from "./report.js";

// Prints the tables of a saved run, by default the latest with reads, and draws its chart:
// `npm run bench:report`, `npm run bench:report -- bench/results/<run>.json`.

const report = await loadReport("reads", process.argv[2]);
const chart = join(projectFolder(), "docs", "pictures", "reads.svg");
await writeFile(chart, readsChart(report.reads ?? []));
console.log(`${markdown(report)}\n\n${chart}`);
