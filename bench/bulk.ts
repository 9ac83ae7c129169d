import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { developmentIssuer } from "../src/access/development-issuer.js";
import { type BenchDatabase, benchPath, dataFolder } from "./bench-database.js";
import { targetsFor } from "./copy.js";
import { HttpClient } from "./load/http-client.js";
import { nextProgress } from "./load/writing.js";
import { during, peakOf, resetPeakOf, type ServerProcess } from "./processes.js";
import { shippedMemory, startHub } from "./servers.js";
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
  writeMaxMs: number;
  /** Number of retries. */
  refused: number;
  /** One concurrent reader: one small query after the other. */
  queryP50Ms: number;
  queryP99Ms: number;
}

const scale = { measurements: 100_000, assessments: 1000, answersEach: 50 } as const;
/** Duration of the measurement without a table, in milliseconds. */
const aloneMs = 5000;

const assessor = "assessor@synthetic-university.example";

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: unknown;
}

/** A client of the hub that sends one request after the other. */
class Client {
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

async function clientOf(
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
class BackgroundClients {
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

/** A table of measurements of one indicator, for villages and years. */
async function measurementTable(indicator: string, { url }: BenchDatabase): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ code: string }>(
    "select code from region where level = 'VILLAGE' order by code limit $1",
    [scale.measurements / 2],
  );
  await client.end();
  const lines = [2024, 2025].flatMap((year) =>
    rows.map(({ code }, n) => `${indicator},${year},${n % 97},${code},SEX women=${n % 50}\n`),
  );
  return `indicator,period,value,region,disaggregation\n${lines.join("")}`;
}

/** Makes an indicator that counts people; gives its key. */
async function newIndicator(operator: Client): Promise<string> {
  const key = `synthetic-${randomUUID()}`;
  await operator.mutate("createIndicator", {
    ...{ key, title: { en: "Synthetic" }, unit: "PEOPLE" },
    ...{ direction: "INCREASE", aggregation: "SUM" },
  });
  return key;
}

const kinds = ["SCALE", "PERCENT", "BOOLEAN", "MONEY", "TEXT"];
const values = ["4", '"55,5"', "ya", "150000000", "Uraian hasil wawancara di lapangan"];

const words = (en: string) => ({ en });

/** An instrument of fifty questions in five sections. */
const sections = Array.from({ length: 5 }, (_, part) => ({
  key: `s${part}`,
  title: words(`Section ${part}`),
  questions: Array.from({ length: scale.answersEach / 5 }, (_, n) => ({
    ...{ key: `s${part}-${n}`, kind: kinds[n % 5], text: words(`Question ${part} ${n}`) },
    ...(n % 5 < 3 ? { dimension: "D" } : {}),
  })),
}));

/** Begins assessments of a new university; gives a table with all their answers. */
async function answerTable(
  operator: Client,
  university: Client,
  { url }: BenchDatabase,
): Promise<string> {
  const organisationId = randomUUID();
  const key = `synthetic-${organisationId}`;
  const organisation = { id: organisationId, key, name: "Synthetic university" };
  await operator.mutate("createOrganisation", { ...organisation, sector: "UNIVERSITY" });
  await operator.mutate("addMember", { organisationId, email: assessor, role: "ASSESSOR" });
  const instrumentId = randomUUID();
  await university.mutate("draftInstrument", {
    ...{ id: instrumentId, key, title: words("Synthetic"), ownerId: organisationId },
    ...{ dimensions: [{ key: "D", title: words("D") }], sections },
  });
  const step = { id: instrumentId, expectedVersion: 1 };
  await university.mutateWith("publishInstrument", "InstrumentStepInput", step);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ area: string; programme: string }>(
    "select area_id as area, programme_id as programme from action_plan order by key limit 1",
  );
  await client.end();
  const { area: areaId, programme: programmeId } = rows[0] ?? {};
  const about = { instrumentId, areaId, programmeId, universityId: organisationId };
  const lines: string[] = [];
  for (let at = 0; at < scale.assessments; at += 1) {
    const id = randomUUID();
    await university.mutateWith("offerAssessment", "BeginAssessmentInput", {
      id,
      ...about,
      round: "AD_HOC",
    });
    for (const { questions } of sections) {
      for (const [n, question] of questions.entries()) {
        lines.push(`${id},${question.key},${values[n % 5]},catatan\n`);
      }
    }
  }
  return `assessment,question,answer,note\n${lines.join("")}`;
}

async function measure(
  hub: ServerProcess,
  database: BenchDatabase,
  background: BackgroundClients,
): Promise<BulkFigures[]> {
  const operator = await clientOf(hub, "operator@rembuk.example", true);
  const university = await clientOf(hub, assessor);
  const indicator = await newIndicator(operator);
  const measured = await measurementTable(indicator, database);
  const answered = await answerTable(operator, university, database);
  const answers = scale.assessments * scale.answersEach;
  const pause = () => new Promise((resolve) => setTimeout(resolve, aloneMs));
  const download = async () => {
    const path = `/tables/measurements.csv?indicator=${indicator}`;
    const response = await fetch(hub.origin + path);
    const lines = (await response.text()).split("\n").length - 2;
    if (lines !== scale.measurements) throw new Error(`${lines} rows came back`);
  };
  const { measurements } = scale;
  const figures = [
    await background.measure(hub, "nothing", undefined, pause),
    await background.measure(hub, "measurements sent", measurements, () =>
      operator.uploadTable("measurements", measured, measurements),
    ),
    await background.measure(hub, "measurements downloaded", measurements, download),
    await background.measure(hub, "answers sent, 1,000 assessments", answers, () =>
      university.uploadTable("answers", answered, answers),
    ),
  ];
  operator.close();
  university.close();
  return figures;
}

/** Measures imports and exports of tables on a hub with its default settings, and clients beside them. */
export async function measureBulk(database: BenchDatabase): Promise<BulkFigures[]> {
  return during(await startHub(database, { execArgv: shippedMemory() }), async (hub) => {
    const background = await BackgroundClients.of(hub, database);
    try {
      return await measure(hub, database, background);
    } finally {
      background.close();
    }
  });
}
