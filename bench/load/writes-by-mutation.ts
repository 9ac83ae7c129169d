import { readFileSync } from "node:fs";
import { benchPath } from "../bench-database.js";
import { work } from "../processes.js";
import { HttpClient } from "./http-client.js";
import { nextProgress, type WriteJob, type WriteResult, writeInTurns } from "./writing.js";

/** Writers that send mutations to a hub at `url`. */
export interface MutationJob extends WriteJob {
  /** The tokens of those who report, by their e-mail addresses. */
  tokens: Record<string, string>;
}

interface Answer {
  data?: { reportProgress: { action: { version: number } } };
  errors?: unknown;
}

const query = readFileSync(benchPath("documents", "report-progress.graphql"), "utf8");

work<MutationJob, WriteResult>(async (job) => {
  const client = new HttpClient(job.url, job.targets.length);
  const result = await writeInTurns(job, async (target) => {
    const { action: actionId, version: expectedVersion, reporter } = target;
    const headers = { authorization: `Bearer ${job.tokens[reporter]}` };
    const input = { actionId, expectedVersion, progress: nextProgress(target), note: "Synthetic" };
    const body = JSON.stringify({ query, variables: { input } });
    const { data, errors } = await client.json<Answer>({ path: "/graphql", body, headers });
    if (!data) throw new Error(JSON.stringify(errors));
    return data.reportProgress.action.version;
  });
  client.close();
  return result;
});
