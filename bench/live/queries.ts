import type { BenchDatabase } from "../bench-database.js";
import { during, Worker } from "../processes.js";
import { startHub } from "../servers.js";
import { median, percentile, rounded } from "../statistics.js";
import { unlimited } from "./measure.js";
import { publicPlans } from "./plan-copies.js";
import type { QueriesJob, QueriesResult } from "./queries-worker.js";

/** Live queries, and the writes under which they are followed. */
export interface QueriesOptions {
  /** The number of live queries, each on a socket of its own. */
  queries: number;
  /** The number of documents, in which the queries differ besides their plans. */
  documents: number;
  plans: number;
  writesPerSecond: number;
  seconds: number;
}

/** The size of a run, in which each plan is written to once at most. */
export const queriesRun: QueriesOptions = {
  ...{ queries: 2000, documents: 200, plans: 500 },
  ...{ writesPerSecond: 20, seconds: 20 },
};

/** What the hub does for live queries. */
export interface QueriesFigures extends QueriesOptions {
  writes: number;
  answers: number;
  /** From the commit of a write to the receipt of an answer that shows it. */
  p50Ms: number;
  p99Ms: number;
  /** CPU of the hub for one write. */
  hubCpuMs: number;
  residentMiB: number;
}

/** A document that shows a plan, another one for each number. */
const documentOf = (number: number): string => `subscription Live($id: ID!) {
  live { position answer {
    plan${number}: actionPlan(id: $id) { id title status progress
      actions(first: ${1 + (number % 20)}) { totalCount nodes { id title status progress } } } } } }`;

/** Measures live queries of plans while the plans are retitled. */
export async function measureQueries(
  database: BenchDatabase,
  options: QueriesOptions,
): Promise<QueriesFigures> {
  const plans = await publicPlans(database.url, options.plans);
  const documents = Array.from({ length: options.documents }, (_, number) => documentOf(number));
  const settings = { ...unlimited, LIMIT_GROUPS_PER_CLIENT: "100000" };
  const { latenciesMs, ...found } = await during(
    await startHub(database, { settings }),
    ({ origin, pid }) =>
      during(new Worker<QueriesJob, QueriesResult>("live/queries-worker.js"), (worker) =>
        worker.run({ ...options, origin, pid, url: database.url, plans, documents }),
      ),
  );
  const p50Ms = rounded(median(latenciesMs));
  const p99Ms = rounded(percentile(latenciesMs, 0.99));
  const hubCpuMs = rounded(found.hubCpuMs);
  return { ...options, ...found, answers: latenciesMs.length, p50Ms, p99Ms, hubCpuMs };
}
