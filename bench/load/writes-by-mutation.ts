import { readFileSync } from "node:fs";
import { benchPath } from "../bench-database.js";
import { work } from "../processes.js";
import { HttpClient } from "./http-client.js";
import {
  nextProgress,
  type Target,
  type WriteJob,
  type WriteResult,
  writeInTurns,
} from "./writing.js";

/** Writers that send mutations to a server at `url`. */
export interface MutationJob extends WriteJob {
  server: keyof typeof servers;
  /** The tokens of those who report, by their e-mail addresses; none where a server asks nobody. */
  tokens: Record<string, string>;
}

interface Reported {
  action: { version: number };
}

interface Answer<Payload> {
  data?: { reportProgress: Payload | null } | null;
  errors?: unknown;
}

/** How a report is sent to a server, and where its answer has the action. */
interface Server<Payload> {
  document: string;
  input(target: Target, progress: number): object;
  reported(payload: Payload): Reported;
}

const hub: Server<Reported> = {
  document: benchPath("documents", "report-progress.graphql"),
  input: ({ action: actionId, version: expectedVersion }, progress) => ({
    ...{ actionId, expectedVersion, progress, note: "Synthetic" },
  }),
  reported: (payload) => payload,
};

const postgraphile: Server<{ progressUpdate: Reported }> = {
  document: benchPath("peers", "postgraphile", "documents", "report-progress.graphql"),
  input: ({ action: actionId, version: expectedVersion }, newProgress) => ({
    ...{ actionId, expectedVersion, newProgress, note: "Synthetic" },
  }),
  reported: ({ progressUpdate }) => progressUpdate,
};

const servers = { hub, postgraphile };

work<MutationJob, WriteResult>(async (job) => {
  // The cast: each server is given its own payloads.
  const { document, input, reported } = servers[job.server] as Server<unknown>;
  const query = readFileSync(document, "utf8");
  const client = new HttpClient(job.url, job.targets.length);
  const result = await writeInTurns(job, async (target) => {
    const token = job.tokens[target.reporter];
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const body = JSON.stringify({
      query,
      variables: { input: input(target, nextProgress(target)) },
    });
    const answer = await client.json<Answer<unknown>>({ path: "/graphql", body, headers });
    const payload = answer.data?.reportProgress;
    if (!payload) throw new Error(JSON.stringify(answer));
    return reported(payload).action.version;
  });
  client.close();
  return result;
});
