import { expect } from "@jest/globals";
import { Spreadsheet } from "../files/spreadsheet.js";
import { downloadFile, type FileAnswer, types, uploadFile } from "../files/transfers.js";
import type { CheckedClient } from "../hub/checked-client.js";
import { World } from "../world/world.js";
import {
  publishedInstrument,
  question,
  questionnaire,
  type Setting,
  TestAssessment,
  unscored,
  words,
} from "./test-assessment.js";

/** The answer to a workbook that was sent. */
export interface Taken {
  taken: number;
  cleared: number;
  position: number;
  faults: { path: string; message: string }[];
  rejected: string | null;
}

const options = [
  { key: "x", text: { english: "Yes; often", indonesian: "Ya; sering" } },
  { key: "y", text: { english: "No", indonesian: "Tidak" } },
];
const plain = (key: string, kind: string, more = {}) =>
  question(key, { kind, ...unscored, ...more });
const section = (
  key: string,
  title: { english: string; indonesian: string },
  questions: object[],
) => ({
  ...{ key, title, questions },
});
/** A question of each kind, in two sections. */
const content = questionnaire([], {
  dimensions: [{ key: "A", title: words("A") }],
  sections: [
    section("people", { english: "People: who/what?", indonesian: "Orang [1]" }, [
      question("scale"),
      plain("number", "NUMBER", { minimum: -10, maximum: 10 }),
      plain("percent", "PERCENT"),
      plain("money", "MONEY"),
    ]),
    section("rest", { english: "Rest", indonesian: "Lainnya" }, [
      plain("choice", "CHOICE", { options }),
      plain("many", "MULTI_CHOICE", { options }),
      plain("yes", "BOOLEAN"),
      plain("text", "TEXT"),
    ]),
  ],
});

/** An answer to each of its questions. */
export const firstAnswers = [
  { question: "scale", scale: 3, note: "=catatan" },
  { question: "number", number: -0.5 },
  { question: "percent", percent: 33.3 },
  { question: "money", money: "9007199254740993" },
  { question: "choice", choice: "x" },
  { question: "many", choices: ["y", "x"] },
  { question: "yes", boolean: true },
  { question: "text", text: "=1+1\ndua" },
];

/** The address of an assessment's workbook. */
export const pathOf = ({ id }: { id: string }, query = "") =>
  `/assessments/${id}/workbook.xlsx${query}`;

/** A university that answers by workbooks. */
export class WorkbookWorld {
  private constructor(
    readonly world: World,
    readonly setting: Setting,
    readonly assessor: CheckedClient,
  ) {}

  static async start(): Promise<WorkbookWorld> {
    const world = await World.start();
    const [university, owner] = [await world.organisation(), await world.organisation()];
    const assessor = await world.member(university, "ASSESSOR");
    const lead = await world.organisation();
    const plan = await world.plan(await world.programme(owner), lead);
    const instrument = await publishedInstrument(world, university, content);
    const setting = { university, owner, instrument, subject: { planId: plan.id } };
    return new WorkbookWorld(world, setting, assessor);
  }

  stop(): Promise<void> {
    return this.world.stop();
  }

  offered(): Promise<TestAssessment> {
    return TestAssessment.offered(this.world, this.setting);
  }

  async download(assessment: { id: string }, language = "en"): Promise<Spreadsheet> {
    const path = pathOf(assessment, `?language=${language}`);
    const { status, content: file } = await downloadFile(this.assessor, path);
    expect(status).toBe(200);
    return Spreadsheet.open(file);
  }

  /** Sends a file as the assessment's workbook. */
  post(
    assessment: { id: string },
    file: Buffer,
    query = "",
    client = this.assessor,
  ): Promise<FileAnswer<Taken>> {
    const path = pathOf(assessment, query);
    return uploadFile<Taken>(client, ["POST", path], file, { "content-type": types.xlsx });
  }

  async upload(
    assessment: { id: string },
    sheet: Spreadsheet,
    query = "",
  ): Promise<FileAnswer<Taken>> {
    return this.post(assessment, await sheet.save(), query);
  }
}

/** The answers of an assessment, without what is absent. */
export async function answersOf(assessment: TestAssessment): Promise<Record<string, unknown>[]> {
  const fields = "question scale value percent money choice choices boolean text note";
  const shown = await assessment.shown<{ answers: Record<string, unknown>[] }>(
    `answers { ${fields} }`,
  );
  return (shown?.answers ?? []).map((answer) =>
    Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null)),
  );
}
