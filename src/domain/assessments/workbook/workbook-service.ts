import type { Viewer } from "../../../access/index.js";
import type { Fault, Language } from "../../../platform/errors.js";
import {
  faultOfCell,
  readWorkbook,
  tableRefusal,
  writeWorkbook,
} from "../../../platform/tables/index.js";
import { checkVersion, type Done, UseCases, type Work } from "../../common/index.js";
import type { Answer } from "../answers/answer.js";
import type { AnswerInput } from "../answers/answer-inputs.js";
import { saveAnswers } from "../answers/answer-service.js";
import { answersOf, saysTheSame } from "../answers/standing.js";
import type { Assessment } from "../assessment.js";
import { mayAnswer } from "../assessment-policy.js";
import { spec } from "../assessment-service.js";
import { checkOpen } from "../at-work.js";
import type { Instrument } from "../instruments/instrument.js";
import { type InstrumentSection, questionsOf } from "../instruments/instrument-parts.js";
import { marksOf, type ReadAnswers, readAnswers } from "./reading.js";
import { sheetsOf } from "./sheets.js";

/** A workbook that comes back. */
export interface WorkbookInput {
  /** The assessment. */
  id: string;
  /** Where the file lies. */
  path: string;
  /** ALL takes nothing when anything is wrong; VALID takes what is right. */
  mode: "ALL" | "VALID";
  /** The version that the sender saw, where it is a later one than the workbook's. */
  expectedVersion?: number | undefined;
  /** Of the workbook with what was wrong. */
  language: Language;
}

/** What came of a workbook. */
export interface WorkbookTaken extends Done {
  /** How many answers are new or changed, and how many were taken away. */
  taken: number;
  cleared: number;
  /** What is wrong, where the right was taken. */
  faults: Fault[];
  /** The wrong rows, to be corrected and sent again; none where nothing is wrong. */
  rejected?: Buffer;
}

interface Differences {
  answers: AnswerInput[];
  clear: string[];
}

/** Assessments that are answered in spreadsheets. */
export class WorkbookService extends UseCases {
  /** Takes an assessment's answers from its workbook; what it says already is no change. */
  async takeWorkbook(viewer: Viewer, input: WorkbookInput): Promise<WorkbookTaken> {
    const workbook = await readWorkbook(input.path);
    const marks = marksOf(workbook);
    if (marks.assessment !== input.id.toLowerCase()) throw otherAssessment();
    const expectedVersion = input.expectedVersion ?? marks.version;
    const given = { ...spec("takeWorkbook", mayAnswer), comparesItself: true };
    let taken: { assessment: Assessment; read: ReadAnswers; differences: Differences } | undefined;
    const take = async (assessment: Assessment, work: Work) => {
      checkOpen(assessment, "id");
      const { sections } = assessment.instrument as Instrument;
      const read = readAnswers(workbook, marks, sections);
      if (input.mode === "ALL" && read.faults.count > 0) throw read.faults.error();
      const answers = await answersOf(work.em, assessment);
      const differences = differencesOf(sections, read, answers);
      taken = { assessment, read, differences };
      if (differences.answers.length + differences.clear.length === 0) return;
      checkVersion(assessment, expectedVersion);
      await saveAnswers(work, assessment, differences.answers, differences.clear);
    };
    const done = await this.changing(viewer, given, { id: input.id, expectedVersion }, take);
    if (!taken) throw new Error("The workbook was taken without a word");
    const { assessment, read, differences } = taken;
    return {
      ...done,
      taken: differences.answers.length,
      cleared: differences.clear.length,
      faults: read.faults.listed.map(faultOfCell),
      ...(await rejectedOf(assessment, read, input.language)),
    };
  }
}

const otherAssessment = () =>
  tableRefusal("OTHER_WORKBOOK", {
    en: "The workbook is of another assessment.",
    id: "Buku kerja ini milik asesmen lain.",
  });

/** What of a workbook is not so in the hub yet. */
function differencesOf(
  sections: readonly InstrumentSection[],
  read: ReadAnswers,
  answers: ReadonlyMap<string, Answer>,
): Differences {
  const questions = new Map(questionsOf(sections).map((question) => [question.key, question]));
  const isNew = (input: AnswerInput): boolean => {
    const [question, answer] = [questions.get(input.question), answers.get(input.question)];
    return !question || !answer || !saysTheSame(question, input, answer);
  };
  return {
    answers: read.answers.filter(isNew),
    clear: read.empty.filter((key) => answers.has(key)),
  };
}

async function rejectedOf(assessment: Assessment, { wrong }: ReadAnswers, language: Language) {
  if (wrong.size === 0) return {};
  const { key, edition, sections } = assessment.instrument as Instrument;
  const sheets = sheetsOf({
    assessment: assessment.id,
    version: assessment.version,
    instrument: { key, edition },
    sections,
    answers: new Map(),
    language,
    wrong,
  });
  return { rejected: await writeWorkbook(sheets) };
}
