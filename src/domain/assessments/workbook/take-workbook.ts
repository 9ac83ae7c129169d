import type { Viewer } from "../../../access/index.js";
import type { Ledger } from "../../../ledger/index.js";
import type { Fault, Language } from "../../../platform/errors.js";
import {
  faultOfCell,
  type ReadWorkbook,
  readWorkbook,
  tableRefusal,
  writeWorkbook,
} from "../../../platform/tables/index.js";
import { changing, checkVersion, type Done, useCases } from "../../common/index.js";
import type { Answer } from "../answers/answer.js";
import type { AnswerInput } from "../answers/answer-inputs.js";
import { saveAnswers } from "../answers/save-answers.js";
import { answersOf, isUnchanged } from "../answers/standing.js";
import type { Assessment } from "../assessment.js";
import { mayAnswer, university, whileOpen } from "../assessment-policy.js";
import { checkOpen, ofAssessment } from "../at-work.js";
import type { Instrument } from "../instruments/instrument.js";
import { type InstrumentSection, questionsOf } from "../instruments/instrument-parts.js";
import { type Marks, marksOf, type ReadAnswers, readAnswers } from "./reading.js";
import { sheetsOf } from "./sheets.js";

/** The mode of an import: ALL saves nothing if a row is wrong, VALID saves the valid rows. */
type WorkbookMode = "ALL" | "VALID";

/** An uploaded workbook. */
export interface WorkbookInput {
  /** The id of the assessment. */
  id: string;
  /** The path of the file. */
  path: string;
  mode: WorkbookMode;
  /** The version that the sender saw, if it is later than the workbook's. */
  expectedVersion?: number | undefined;
  /** The language of the workbook with the wrong rows. */
  language: Language;
}

/** The result of an uploaded workbook. */
export interface WorkbookTaken extends Pick<Done, "id" | "position"> {
  /** The numbers of new or changed answers, and of removed ones. */
  taken: number;
  cleared: number;
  /** The faults of the wrong rows, if the valid rows were saved. */
  faults: Fault[];
  /** The wrong rows as a workbook, to be corrected and sent again; absent if no row is wrong. */
  rejected?: Buffer;
}

interface Differences {
  answers: AnswerInput[];
  clear: string[];
}

/** A workbook after it was read. */
class OpenedWorkbook {
  id!: string;
  expectedVersion!: number;
  workbook!: ReadWorkbook;
  marks!: Marks;
  mode!: WorkbookMode;
  /** True for a dry run. */
  check!: boolean;
}

const workbooks = useCases({
  takeWorkbook: changing({
    ...ofAssessment,
    input: OpenedWorkbook,
    may: mayAnswer,
    // Answers that equal the existing ones are not a change, and need no version.
    comparesVersion: true,
    description: `Saves an assessment's answers from its workbook. ${whileOpen} ${university}`,
    async run(assessment, { workbook, marks, mode, expectedVersion, check }, work) {
      checkOpen(assessment, "id");
      const { sections } = assessment.instrument as Instrument;
      const read = readAnswers(workbook, marks, sections);
      const isRefused = mode === "ALL" && read.faults.count > 0;
      if (isRefused && !check) throw read.faults.error();
      const answers = await answersOf(work.em, assessment);
      const differences = differencesOf(sections, read, answers);
      if (differences.answers.length + differences.clear.length > 0) {
        checkVersion(assessment, expectedVersion);
        await saveAnswers(work, assessment, differences.answers, differences.clear);
      }
      return { assessment, read, differences, isRefused };
    },
  }),
});

/** Saves an assessment's answers from its workbook, and returns the wrong rows as another workbook. */
export async function takeWorkbook(
  ledger: Ledger,
  viewer: Viewer,
  { language, ...input }: WorkbookInput,
): Promise<WorkbookTaken> {
  const opened = await openedWorkbook(input);
  const { id, position, result } = await workbooks.takeWorkbook.perform(ledger, viewer, opened);
  const { assessment, read, differences } = result;
  return {
    ...{ id, position },
    taken: differences.answers.length,
    cleared: differences.clear.length,
    faults: read.faults.listed.map(faultOfCell),
    ...(await rejectedOf(assessment, read, language)),
  };
}

/** What a workbook would do. */
export interface WorkbookChecked extends Pick<WorkbookTaken, "position" | "faults"> {
  checked: true;
  /** The numbers of answers that would be new or change, and of those that would be removed. */
  taken: number;
  cleared: number;
  /** The questions of these answers. */
  answers: string[];
  clear: string[];
}

/** Tries a workbook as `takeWorkbook` would take it, and takes nothing. */
export async function checkWorkbook(
  ledger: Ledger,
  viewer: Viewer,
  input: Omit<WorkbookInput, "language">,
): Promise<WorkbookChecked> {
  const opened = { ...(await openedWorkbook(input)), check: true };
  const { perform } = workbooks.takeWorkbook;
  const { position, result } = await perform(ledger.rehearsal(), viewer, opened);
  const { read, differences, isRefused } = result;
  const answers = differences.answers.map(({ question }) => question);
  const { clear } = differences;
  return {
    ...{ checked: true, position, answers, clear, faults: read.faults.listed.map(faultOfCell) },
    taken: isRefused ? 0 : answers.length,
    cleared: isRefused ? 0 : clear.length,
  };
}

/** Reads a workbook of this assessment. */
async function openedWorkbook({ id, path, mode, ...input }: Omit<WorkbookInput, "language">) {
  const workbook = await readWorkbook(path);
  const marks = marksOf(workbook);
  if (marks.assessment !== id.toLowerCase()) throw otherAssessment();
  const expectedVersion = input.expectedVersion ?? marks.version;
  return { id, expectedVersion, workbook, marks, mode, check: false };
}

const otherAssessment = () =>
  tableRefusal("OTHER_WORKBOOK", {
    en: "This workbook belongs to another assessment.",
    id: "Buku kerja ini milik asesmen lain.",
  });

/** The answers of a workbook that the hub does not have yet. */
function differencesOf(
  sections: readonly InstrumentSection[],
  read: ReadAnswers,
  answers: ReadonlyMap<string, Answer>,
): Differences {
  const questions = new Map(questionsOf(sections).map((question) => [question.key, question]));
  const isNew = (input: AnswerInput): boolean => {
    const [question, answer] = [questions.get(input.question), answers.get(input.question)];
    return !question || !answer || !isUnchanged(question, input, answer);
  };
  return {
    answers: read.answers.filter(isNew),
    clear: read.empty.filter((key) => answers.has(key)),
  };
}

/** The workbook of the wrong rows, if there are any. */
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
