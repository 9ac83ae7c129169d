import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { developmentIssuer } from "../src/access/development-issuer.js";
import { targetsFor } from "./copy.js";
import { HttpClient } from "./load/http-client.js";
import { nextProgress } from "./load/writing.js";
import { during, forgetPeakOf, peakOf, type Served } from "./processes.js";
import { shippedMemory, startHub } from "./servers.js";
import { benchPath, dataFolder, type Site } from "./site.js";
import { percentile, rounded } from "./statistics.js";
import { coordinator } from "./synthetic/scale.js";

/** What a table cost, and what others noticed of it. All rows are synthetic. */
export interface BulkFigures {
  what: string;
  rows: number | undefined;
  seconds: number;
  rowsPerSecond: number | undefined;
  /** The most memory that the hub held meanwhile. */
  peakMiB: number;
  /** One writer beside it: a report of progress after the other, again where the hub was too busy. */
  writeP50Ms: number;
  writeMostMs: number;
  /** How often it was. */
  refused: number;
  /** One reader beside it: a small query after the other. */
  queryP50Ms: number;
  queryP99Ms: number;
}

const scale = { measurements: 100_000, assessments: 1000, answersEach: 50 } as const;
/** How long the others are measured alone, in milliseconds. */
const aloneMs = 5000;

const assessor = "assessor@synthetic-university.example";

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: unknown;
}

/** Somebody who asks the hub, one request after the other. */
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

  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const body = JSON.stringify({ query, variables });
    const request = { path: "/graphql", body, headers: this.headers };
    const { data, errors } = await this.http.json<Answer>(request);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data as T;
  }

  /** Does a mutation of which nothing but its success is wanted. */
  async do(mutation: string, input: object): Promise<void> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    await this.as(mutation, type, input);
  }

  async as(mutation: string, type: string, input: object): Promise<void> {
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { position } }`;
    await this.ask(query, { input });
  }

  /** Sends a table, and throws unless all of its rows were taken. */
  async sendTable(kind: string, table: string, rows: number): Promise<void> {
    const response = await fetch(`${this.origin}/imports/${randomUUID()}?kind=${kind}`, {
      method: "PUT",
      headers: { ...this.headers, "content-type": "text/csv" },
      body: table,
    });
    const told = await response.text();
    if (!told.includes(`"taken":${rows},`)) throw new Error(told.slice(0, 300));
  }

  close(): void {
    this.http.close();
  }
}

async function clientOf({ origin }: Served, email: string, operator = false): Promise<Client> {
  const token = await (await developmentIssuer(dataFolder)).sign({ email, operator });
  return new Client(origin, token);
}

/** Does something until it is told to stop; gives how long each time took. */
function repeating(once: () => Promise<unknown>): () => Promise<number[]> {
  const latencies: number[] = [];
  let isOver = false;
  const run = (async () => {
    while (!isOver) {
      const began = performance.now();
      await once();
      latencies.push(performance.now() - began);
    }
  })();
  // It is awaited when the measured work is over.
  run.catch(() => undefined);
  return async () => {
    isOver = true;
    await run;
    return latencies;
  };
}

/** What a report of progress answers. */
interface Reported {
  reportProgress: { action: { version: number; progress: number } };
}

/** Those who work beside an import: one who writes, one who reads. */
class Others {
  private refused = 0;

  private constructor(
    private readonly writer: Client,
    private readonly reader: Client,
    private readonly targets: Awaited<ReturnType<typeof targetsFor>>[number],
  ) {}

  static async of(hub: Served, site: Site): Promise<Others> {
    const [targets = []] = await targetsFor(site, 1);
    return new Others(await clientOf(hub, coordinator), new Client(hub.origin), targets);
  }

  /** Measures some work, with the others beside it. */
  async beside(
    hub: Served,
    what: string,
    rows: number | undefined,
    work: () => Promise<unknown>,
  ): Promise<BulkFigures> {
    forgetPeakOf(hub.pid);
    this.refused = 0;
    const [stopWriting, stopReading] = [
      repeating(() => this.write()),
      repeating(() => this.read()),
    ];
    const began = performance.now();
    await work();
    const seconds = (performance.now() - began) / 1000;
    const [writes, reads] = [await stopWriting(), await stopReading()];
    return {
      ...{ what, rows, seconds: rounded(seconds), peakMiB: peakOf(hub.pid) },
      rowsPerSecond: rows && rounded(rows / seconds),
      writeP50Ms: rounded(percentile(writes, 0.5)),
      writeMostMs: rounded(Math.max(...writes)),
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
    if (!target) throw new Error("There is nothing to report on");
    const { action: actionId, version: expectedVersion } = target;
    const input = { actionId, expectedVersion, progress: nextProgress(target), note: "Synthetic" };
    const query = readFileSync(benchPath("documents", "report-progress.graphql"), "utf8");
    const { reportProgress } = await this.insisting(() =>
      this.writer.ask<Reported>(query, { input }),
    );
    this.targets.push({ ...target, ...reportProgress.action });
  }

  /** Does it again for as long as the hub is too busy. */
  private async insisting<T>(once: () => Promise<T>): Promise<T> {
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
    return this.reader.ask("{ programmes(first: 10) { nodes { key name { id } } } }");
  }
}

/** Rows of measurements of one indicator: villages in turn, and years. */
async function measurementTable(indicator: string, { url }: Site): Promise<string> {
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

/** The key of a new indicator of people. */
async function newIndicator(operator: Client): Promise<string> {
  const key = `synthetic-${randomUUID()}`;
  await operator.do("createIndicator", {
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

/** Begins assessments of a new university; gives the table that answers them all. */
async function answerTable(operator: Client, university: Client, { url }: Site): Promise<string> {
  const organisationId = randomUUID();
  const key = `synthetic-${organisationId}`;
  const organisation = { id: organisationId, key, name: "Synthetic university" };
  await operator.do("createOrganisation", { ...organisation, sector: "UNIVERSITY" });
  await operator.do("addMember", { organisationId, email: assessor, role: "ASSESSOR" });
  const instrumentId = randomUUID();
  await university.do("draftInstrument", {
    ...{ id: instrumentId, key, title: words("Synthetic"), ownerId: organisationId },
    ...{ dimensions: [{ key: "D", title: words("D") }], sections },
  });
  const step = { id: instrumentId, expectedVersion: 1 };
  await university.as("publishInstrument", "InstrumentStepInput", step);
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
    await university.as("offerAssessment", "BeginAssessmentInput", {
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

async function measure(hub: Served, site: Site, others: Others): Promise<BulkFigures[]> {
  const operator = await clientOf(hub, "operator@rembuk.example", true);
  const university = await clientOf(hub, assessor);
  const indicator = await newIndicator(operator);
  const measured = await measurementTable(indicator, site);
  const answered = await answerTable(operator, university, site);
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
    await others.beside(hub, "nothing", undefined, pause),
    await others.beside(hub, "measurements sent", measurements, () =>
      operator.sendTable("measurements", measured, measurements),
    ),
    await others.beside(hub, "measurements downloaded", measurements, download),
    await others.beside(hub, "answers sent, 1,000 assessments", answers, () =>
      university.sendTable("answers", answered, answers),
    ),
  ];
  operator.close();
  university.close();
  return figures;
}

/** Measures tables on their way in and out of a hub that runs as it is shipped, and those beside them. */
export async function measureBulk(site: Site): Promise<BulkFigures[]> {
  return during(await startHub(site, { execArgv: shippedMemory() }), async (hub) => {
    const others = await Others.of(hub, site);
    try {
      return await measure(hub, site, others);
    } finally {
      others.close();
    }
  });
}
