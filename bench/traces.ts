import "reflect-metadata";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { BenchDatabase } from "./bench-database.js";
import { withSample } from "./live/sample.js";
import type { RequestJob, RequestResult } from "./load/requests.js";
import { cpuOf, during, type ServerProcess, Worker } from "./processes.js";
import { hubRequest } from "./read-servers.js";
import { startHub } from "./servers.js";
import { median, rounded } from "./statistics.js";

// What traces and the lines about requests cost the hub's process, in CPU time a request: `npm run bench:traces`,
// or `-- --before /path/to/other/dist` beside another build. All hubs run at once on the sample, and have their
// rounds in turn.

const { values: given } = parseArgs({
  options: {
    before: { type: "string" },
    rounds: { type: "string", default: "7" },
    requests: { type: "string", default: "600" },
  },
});
const rounds = Number(given.rounds);
const requests = Number(given.requests);

/** A page of a portal: twenty plans with their actions. */
const document = `query PortalPage { actionPlans(first: 20) { totalCount nodes {
  title status programme { key } actions(first: 5) { nodes { title lead { name } } } } } }`;

const nothingLogged = {
  LOG_REQUESTS_PER_SECOND: "0",
  SLOW_OPERATION_MS: "0",
  SLOW_STATEMENT_MS: "0",
};
const uncached = { RESPONSE_CACHE_BYTES: "0" };

/** A hub that is measured. */
interface Variant {
  name: string;
  settings: Record<string, string>;
  program?: string;
}

function variants(collector: string): Variant[] {
  const traced = {
    ...nothingLogged,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector,
    OTEL_TRACES_SAMPLER: "traceidratio",
  };
  const program = given.before && resolve(given.before, "src", "main.js");
  return [
    ...(program ? [{ name: "the other build", settings: {}, program }] : []),
    { name: "no traces, no lines", settings: nothingLogged },
    { name: "as shipped: at most 100 lines a second", settings: { LOG_LEVEL: "info" } },
    {
      name: "a line for each request",
      settings: { LOG_LEVEL: "info", LOG_REQUESTS_PER_SECOND: "100000" },
    },
    { name: "traces of 10 %", settings: { ...traced, OTEL_TRACES_SAMPLER_ARG: "0.1" } },
    { name: "traces of 100 %", settings: { ...traced, OTEL_TRACES_SAMPLER_ARG: "1" } },
  ];
}

/** A collector that takes everything, and counts the messages and their bytes. */
async function startCollector() {
  const taken = { messages: 0, bytes: 0 };
  const server = createServer((request, response) => {
    request.on("data", (chunk: Buffer) => {
      taken.bytes += chunk.length;
    });
    request.on("end", () => {
      taken.messages += 1;
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { taken, address: `http://127.0.0.1:${port}`, stop: async () => void server.close() };
}

/** The CPU microseconds a request of each hub, round by round in turn; the first round is not counted. */
async function measure(running: readonly ServerProcess[]): Promise<number[][]> {
  const worker = new Worker<RequestJob, RequestResult>("load/requests.js");
  return during(worker, async () => {
    const figures: number[][] = running.map(() => []);
    for (let at = -1; at < rounds; at += 1) {
      for (const [place, { pid, origin }] of running.entries()) {
        const atLeast = at < 0 ? requests * 3 : requests;
        const before = cpuOf(pid);
        const job = { origin, requests: [hubRequest(document, {})], connections: 8, seconds: 0 };
        const { latenciesMs } = await worker.run({ ...job, atLeast });
        const each = (cpuOf(pid) - before) / latenciesMs.length;
        if (at >= 0) figures[place]?.push(each);
      }
    }
    return figures;
  });
}

async function compare(
  database: BenchDatabase,
  kind: string,
  settings: Record<string, string>,
): Promise<void> {
  await during(await startCollector(), async ({ address, taken }) => {
    const all = variants(address);
    const running: ServerProcess[] = [];
    try {
      for (const { program, ...variant } of all) {
        const start = { settings: { ...settings, ...variant.settings }, program };
        running.push(await startHub(database, start));
      }
      const figures = await measure(running);
      for (const [place, one] of figures.entries()) {
        const sorted = one.toSorted((a, b) => a - b);
        const row = [kind, all[place]?.name, rounded(median(one)), rounded(sorted[0] ?? 0)];
        console.log(`| ${row.join(" | ")} |`);
      }
    } finally {
      for (const server of running) await server.stop();
    }
    console.error(`${kind}: ${taken.messages} messages to the collector, ${taken.bytes} bytes`);
  });
}

console.log("| answers | hub | µs of CPU a request, median | least |\n| --- | --- | --- | --- |");
await withSample(async (sample) => {
  await compare(sample, "planned", uncached);
  await compare(sample, "cached", {});
});
console.log(`\nLoad: ${loadavg()[0]?.toFixed(1)}`);
