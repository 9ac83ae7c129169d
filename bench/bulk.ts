import { randomUUID } from "node:crypto";
import pg from "pg";
import {
  BackgroundClients,
  type BulkFigures,
  type Client,
  clientOf,
} from "./background-clients.js";
import type { BenchDatabase } from "./bench-database.js";
import { during, type ServerProcess } from "./processes.js";
import { shippedMemory, startHub } from "./servers.js";

const scale = { measurements: 100_000, assessments: 1000, answersEach: 50 } as const;
/** Duration of the measurement without a table, in milliseconds. */
const aloneMs = 5000;

const assessor = "assessor@synthetic-university.example";

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
    rows.map(
      ({ code }, n) => `${indicator},${year},${n % 97},${code},SEX women=${(n % 97) % 50}\n`,
    ),
  );
  return `indicator,period,value,region,disaggregation\n${lines.join("")}`;
}

/** Makes an indicator that counts people; gives its key. */
async function newIndicator(operator: Client): Promise<string> {
  const key = `synthetic-${randomUUID()}`;
  await operator.mutate("createIndicator", {
    ...{ key, title: { english: "Synthetic" }, unit: "PEOPLE" },
    ...{ direction: "INCREASE", aggregation: "SUM" },
  });
  return key;
}

const kinds = ["SCALE", "PERCENT", "BOOLEAN", "MONEY", "TEXT"];
const values = ["4", '"55,5"', "ya", "150000000", "Uraian hasil wawancara di lapangan"];

const words = (english: string) => ({ english });

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
