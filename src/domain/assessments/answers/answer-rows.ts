import { can } from "../../../access/index.js";
import { forbidden, type Text } from "../../../platform/errors.js";
import type { NumberForm } from "../../../platform/tables/index.js";
import { TimeSlice } from "../../../platform/time-slice.js";
import type { Work } from "../../common/index.js";
import { Assessment } from "../assessment.js";
import { mayAnswer } from "../assessment-policy.js";
import { checkOpen, factsOf, loaded, lockAssessment } from "../at-work.js";
import type { Instrument } from "../instruments/instrument.js";
import { noQuestion, questionsOf } from "../instruments/instrument-parts.js";
import { parsedAnswer } from "../workbook/parsed-answer.js";
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

/** The outcome of a row: new, already known, or wrong in one of its fields. */
export type RowOutcome =
  | { outcome: "NEW" | "UNCHANGED" }
  | { outcome: "WRONG"; field: "question" | "answer"; message: Text };

const wrong = (field: "question" | "answer", en: string, id: string): RowOutcome => ({
  outcome: "WRONG",
  field,
  message: { en, id },
});

/** The assessment, locked, if the requester may change it for this university; else a HubError. */
async function openFor(work: Work, id: string, university: string | undefined) {
  await lockAssessment(work, id);
  const assessment = await work.find(Assessment, id, "assessment", loaded);
  const isOwn = assessment.university.id === university;
  if (!isOwn || !can(work.viewer, mayAnswer, factsOf(assessment))) throw forbidden();
  checkOpen(assessment, "assessment");
  return assessment;
}

/**
 * Adds answers to one of a university's assessments, from rows of a table. It never changes an existing
 * answer, as a row does not name the version that its author saw. An error of the assessment is thrown:
 * NOT_FOUND, FORBIDDEN or INVALID_TRANSITION. An error of a row is its outcome.
 */
export async function importAnswerRows(
  work: Work,
  id: string,
  university: string | undefined,
  rows: readonly AnswerRow[],
  numbers: NumberForm | null,
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
    const parsed = parsedAnswer(question, { kind: "text", value }, { options: "key", numbers });
    if ("fault" in parsed) return { outcome: "WRONG", field: "answer", message: parsed.fault };
    const input: AnswerInput = { question: key, note, ...parsed.value };
    const [fault] = answerValue(question, input, "").faults ?? [];
    if (fault) return { outcome: "WRONG", field: "answer", message: fault.message };
    const known = answers.get(key);
    if (known && isUnchanged(question, input, known)) return { outcome: "UNCHANGED" };
    if (known) {
      return wrong(
        "answer",
        "already has another answer; change it with answerAssessment or the workbook",
        "sudah mempunyai jawaban lain; ubah dengan answerAssessment atau buku kerja",
      );
    }
    inputs.push(input);
    return { outcome: "NEW" };
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
