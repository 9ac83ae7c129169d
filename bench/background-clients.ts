import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { developmentIssuer } from "../src/access/development-issuer.js";
import { type BenchDatabase, benchPath, dataFolder } from "./bench-database.js";
import { targetsFor } from "./copy.js";
import { HttpClient } from "./load/http-client.js";
import { nextProgress } from "./load/writing.js";
import { peakOf, resetPeakOf, type ServerProcess } from "./processes.js";
import { percentile, rounded } from "./statistics.js";
import { coordinator } from "./synthetic/scale.js";

/** The cost of a table, and its effect on other clients. All rows are synthetic. */
export interface BulkFigures {
  what: string;
  rows: number | undefined;
  seconds: number;
  rowsPerSecond: number | undefined;
  /** The hub's peak memory during the work. */
  peakMiB: number;
  /** One concurrent writer: one report of progress after the other, retried when the hub is too busy. */
  writeP50Ms: number;
  writeP99Ms: number;
  writeMaxMs: number;
  /** Number of retries. */
  refused: number;
  /** One concurrent reader: one small query after the other. */
  queryP50Ms: number;
  queryP99Ms: number;
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: unknown;
}

/** A client of the hub that sends one request after the other. */
export class Client {
  private readonly http: HttpClient;
  private readonly headers: Record<string, string>;

  constructor(
    private readonly origin: string,
    token?: string,
  ) {
    this.http = new HttpClient(origin, 1);
    this.headers = token ? { authorization: `Bearer ${token}` } : {};
  }

  async query<T>(query: string, variables: object = {}): Promise<T> {
    const body = JSON.stringify({ query, variables });
    const request = { path: "/graphql", body, headers: this.headers };
    const { data, errors } = await this.http.json<Answer>(request);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data as T;
  }

  /** Runs a mutation; throws when it fails. */
  async mutate(mutation: string, input: object): Promise<void> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    await this.mutateWith(mutation, type, input);
  }

  async mutateWith(mutation: string, type: string, input: object): Promise<void> {
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { position } }`;
    await this.query(query, { input });
  }

  /** Uploads a table; throws unless all rows are accepted. */
  async uploadTable(kind: string, table: string, rows: number): Promise<void> {
    const response = await fetch(`${this.origin}/imports/${randomUUID()}?kind=${kind}`, {
      method: "PUT",
      headers: { ...this.headers, "content-type": "text/csv" },
      body: table,
    });
    const body = await response.text();
    if (!body.includes(`"taken":${rows},`)) throw new Error(body.slice(0, 300));
  }

  close(): void {
    this.http.close();
  }
}

/** A client with the credential of a person. */
export async function clientOf(
  { origin }: ServerProcess,
  email: string,
  operator = false,
): Promise<Client> {
  const token = await (await developmentIssuer(dataFolder)).sign({ email, operator });
  return new Client(origin, token);
}

/** Repeats an operation until the returned function is called, which gives the time of each. */
function repeat(once: () => Promise<unknown>): () => Promise<number[]> {
  const latencies: number[] = [];
  let isOver = false;
  const run = (async () => {
    while (!isOver) {
      const began = performance.now();
      await once();
      latencies.push(performance.now() - began);
    }
  })();
  // It is awaited after the measured work.
  run.catch(() => undefined);
  return async () => {
    isOver = true;
    await run;
    return latencies;
  };
}

/** The answer to a report of progress. */
interface Reported {
  reportProgress: { action: { version: number; progress: number } };
}

/** The clients beside an import: one writer and one reader. */
export class BackgroundClients {
  private refused = 0;

  private constructor(
    private readonly writer: Client,
    private readonly reader: Client,
    private readonly targets: Awaited<ReturnType<typeof targetsFor>>[number],
  ) {}

  static async of(hub: ServerProcess, database: BenchDatabase): Promise<BackgroundClients> {
    const [targets = []] = await targetsFor(database, 1);
    return new BackgroundClients(await clientOf(hub, coordinator), new Client(hub.origin), targets);
  }

  /** Measures some work and the clients beside it. */
  async measure(
    hub: ServerProcess,
    what: string,
    rows: number | undefined,
    work: () => Promise<unknown>,
  ): Promise<BulkFigures> {
    resetPeakOf(hub.pid);
    this.refused = 0;
    const [stopWriting, stopReading] = [repeat(() => this.write()), repeat(() => this.read())];
    const began = performance.now();
    await work();
    const seconds = (performance.now() - began) / 1000;
    const [writes, reads] = [await stopWriting(), await stopReading()];
    return {
      ...{ what, rows, seconds: rounded(seconds), peakMiB: peakOf(hub.pid) },
      rowsPerSecond: rows && rounded(rows / seconds),
      writeP50Ms: rounded(percentile(writes, 0.5)),
      writeP99Ms: rounded(percentile(writes, 0.99)),
      writeMaxMs: rounded(Math.max(...writes)),
      refused: this.refused,
      queryP50Ms: rounded(percentile(reads, 0.5)),
      queryP99Ms: rounded(percentile(reads, 0.99)),
    };
  }

  close(): void {
    this.writer.close();
    this.reader.close();
  }

  private async write(): Promise<void> {
    const target = this.targets.shift();
    if (!target) throw new Error("There is no action to report on");
    const { action: actionId, version: expectedVersion } = target;
    const input = { actionId, expectedVersion, progress: nextProgress(target), note: "Synthetic" };
    const query = readFileSync(benchPath("documents", "report-progress.graphql"), "utf8");
    const { reportProgress } = await this.retrying(() =>
      this.writer.query<Reported>(query, { input }),
    );
    this.targets.push({ ...target, ...reportProgress.action });
  }

  /** Retries while the hub is too busy. */
  private async retrying<T>(once: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await once();
      } catch (error) {
        if (!String(error).includes("UNAVAILABLE")) throw error;
        this.refused += 1;
      }
    }
  }

  private read(): Promise<unknown> {
    return this.reader.query("{ programmes(first: 10) { nodes { key name { id } } } }");
  }
}
