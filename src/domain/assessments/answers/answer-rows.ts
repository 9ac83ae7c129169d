import { can } from "../../../access/index.js";
import { forbidden, type Text } from "../../../platform/errors.js";
import type { NumberForm } from "../../../platform/tables/index.js";
import { TimeSlice } from "../../../platform/time-slice.js";
import type { Work } from "../../common/index.js";
import { Assessment } from "../assessment.js";
import { mayAnswer } from "../assessment-policy.js";
import { checkOpen, factsOf, loaded, lockAssessment } from "../at-work.js";
import type { Instrument } from "../instruments/instrument.js";
import { noQuestion, type Question, questionsOf } from "../instruments/instrument-parts.js";
import { parsedAnswer } from "../workbook/parsed-answer.js";
import type { Answer } from "./answer.js";
import type { AnswerInput } from "./answer-inputs.js";
import { answerValue } from "./answer-values.js";
import { saveAnswers } from "./save-answers.js";
import { answersOf, isUnchanged } from "./standing.js";

/** An answer in a row of a table. */
export interface AnswerRow {
  question: string;
  answer: string;
  note: string | null;
}

/** The outcome of a row: new, a correction, already known, or wrong in one of its fields. */
export type RowOutcome =
  | { outcome: "NEW" | "CORRECTED" | "UNCHANGED" }
  | { outcome: "WRONG"; field: "question" | "answer"; message: Text };

const wrong = (field: "question" | "answer", en: string, id: string): RowOutcome => ({
  outcome: "WRONG",
  field,
  message: { en, id },
});

const answeredBefore = wrong(
  "answer",
  "already has another answer; send the table in the mode CORRECT to change it",
  "sudah mempunyai jawaban lain; kirim tabel dengan mode CORRECT untuk mengubahnya",
);

/** The answer to a question in a row, or the fault of its text. */
function answerIn(
  question: Question,
  { answer: value, note }: AnswerRow,
  numbers: NumberForm | null,
): AnswerInput | RowOutcome {
  const parsed = parsedAnswer(question, { kind: "text", value }, { options: "key", numbers });
  if ("fault" in parsed) return { outcome: "WRONG", field: "answer", message: parsed.fault };
  const input: AnswerInput = { question: question.key, note, ...parsed.value };
  const [fault] = answerValue(question, input, "").faults ?? [];
  return fault ? { outcome: "WRONG", field: "answer", message: fault.message } : input;
}

/** The outcome of an answer beside the one that the assessment has. */
function outcomeBeside(
  known: Answer | undefined,
  question: Question,
  input: AnswerInput,
): Exclude<RowOutcome, { outcome: "WRONG" }> {
  if (!known) return { outcome: "NEW" };
  return { outcome: isUnchanged(question, input, known) ? "UNCHANGED" : "CORRECTED" };
}

/** The assessment, locked, if the requester may change it for this university; else a HubError. */
export async function openFor(work: Work, id: string, university: string | undefined) {
  await lockAssessment(work, id);
  const assessment = await work.find(Assessment, id, "assessment", loaded);
  const isOwn = assessment.university.id === university;
  if (!isOwn || !can(work.viewer, mayAnswer, factsOf(assessment))) throw forbidden();
  checkOpen(assessment, "assessment");
  return assessment;
}

/**
 * Adds answers to one of a university's assessments, from rows of a table. It changes an existing answer
 * only where the table `corrects`, whose rows name the versions that their author saw. An error of the assessment is thrown:
 * NOT_FOUND, FORBIDDEN or INVALID_TRANSITION. An error of a row is its outcome.
 */
export async function importAnswerRows(
  work: Work,
  id: string,
  university: string | undefined,
  rows: readonly AnswerRow[],
  { numbers, corrects = false }: { numbers: NumberForm | null; corrects?: boolean },
): Promise<RowOutcome[]> {
  const assessment = await openFor(work, id, university);
  const { sections } = assessment.instrument as Instrument;
  const questions = new Map(questionsOf(sections).map((question) => [question.key, question]));
  const answers = await answersOf(work.em, assessment);
  const inputs: AnswerInput[] = [];
  const seen = new Set<string>();
  const outcomeOf = ({ question: key, answer: value, note }: AnswerRow): RowOutcome => {
    const question = questions.get(key);
    if (!question) return wrong("question", noQuestion.en, noQuestion.id);
    if (seen.has(key)) return wrong("question", "is answered twice", "dijawab dua kali");
    seen.add(key);
    const input = answerIn(question, { question: key, answer: value, note }, numbers);
    if ("outcome" in input) return input;
    const outcome = outcomeBeside(answers.get(key), question, input);
    if (outcome.outcome === (corrects ? "CORRECTED" : "NEW")) inputs.push(input);
    return outcome.outcome === "CORRECTED" && !corrects ? answeredBefore : outcome;
  };
  const slice = new TimeSlice();
  const outcomes: RowOutcome[] = [];
  for (const row of rows) {
    outcomes.push(outcomeOf(row));
    await slice.pause();
  }
  if (inputs.length > 0) await saveAnswers(work, assessment, inputs, []);
  return outcomes;
}
