import "reflect-metadata";
import { parseArgs } from "node:util";
import { eyesTable, measureEyes } from "./eyes.js";
import { measureLive } from "./measure.js";
import { measureQueries, queriesRun } from "./queries.js";
import { withSample } from "./sample.js";
import { liveTable, queriesTable } from "./tables.js";

// Watchers of one plan of the sample: the hub, others, and the limit. `npm run bench:live -- --watchers 1000,5000`;
// with `--plans 500` they are spread over so many plans, and the hub is measured alone.
// Organisations that watch one rembuk, each with an eye of its own: `npm run bench:live -- --eyes 200 --pairs 3`
// compares the hub with itself where each payload is made by resolvers; with `--against <dist of another build>`,
// with that. `npm run bench:live -- --queries 2000`: so many live queries of 200 documents over 500 plans, under 20
// writes a second.

const { values } = parseArgs({
  options: {
    watchers: { type: "string", default: "1000,5000" },
    plans: { type: "string", default: "1" },
    eyes: { type: "string" },
    queries: { type: "string" },
    pairs: { type: "string", default: "3" },
    against: { type: "string" },
  },
});

async function tableOf(given: typeof values): Promise<string> {
  const { watchers, plans, eyes, queries, pairs, against } = given;
  if (queries !== undefined) {
    const options = { ...queriesRun, queries: Number(queries) };
    return queriesTable([await withSample((sample) => measureQueries(sample, options))]);
  }
  if (eyes !== undefined) {
    const options = { eyes: Number(eyes), pairs: Number(pairs), against };
    return eyesTable(await withSample((sample) => measureEyes(sample, options)));
  }
  const crowds = watchers.split(",").map((count) => ({
    watchers: Number(count),
    plans: Number(plans),
  }));
  return liveTable(await withSample((sample) => measureLive(sample, crowds)));
}

console.log(await tableOf(values));
