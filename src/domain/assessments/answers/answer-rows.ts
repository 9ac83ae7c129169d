import { can } from "../../../access/index.js";
import { forbidden, type Text } from "../../../platform/errors.js";
import type { Work } from "../../common/index.js";
import { Assessment } from "../assessment.js";
import { mayAnswer } from "../assessment-policy.js";
import { checkOpen, factsOf, loaded, lockAssessment } from "../at-work.js";
import type { Instrument } from "../instruments/instrument.js";
import { noQuestion, questionsOf } from "../instruments/instrument-parts.js";
import { takenAnswer } from "../workbook/cells.js";
import type { AnswerInput } from "./answer-inputs.js";
import { answerValue } from "./answer-values.js";
import { saveAnswers } from "./save-answers.js";
import { answersOf, saysTheSame } from "./standing.js";

/** An answer as a row of a table gives it. */
export interface AnswerRow {
  question: string;
  answer: string;
  note: string | null;
}

/** What becomes of a row: taken, known already, or wrong in one of its fields. */
export type RowOutcome =
  | { outcome: "TAKEN" | "UNCHANGED" }
  | { outcome: "WRONG"; field: "question" | "answer"; message: Text };

const wrong = (field: "question" | "answer", en: string, id: string): RowOutcome => ({
  outcome: "WRONG",
  field,
  message: { en, id },
});

/** The assessment, held and open to the requester for this university; else a HubError. */
async function openFor(work: Work, id: string, university: string | undefined) {
  await lockAssessment(work, id);
  const assessment = await work.find(Assessment, id, "assessment", loaded);
  const mine = assessment.university.id === university;
  if (!mine || !can(work.viewer, mayAnswer, factsOf(assessment))) throw forbidden();
  checkOpen(assessment, "assessment");
  return assessment;
}

/**
 * Adds answers to one of a university's assessments, from rows of a table: new ones only, as a row does
 * not tell which version of an answer was seen. NOT_FOUND, FORBIDDEN or INVALID_TRANSITION of the
 * assessment is thrown; what is wrong with a row is its outcome.
 */
export async function takeAnswerRows(
  work: Work,
  id: string,
  university: string | undefined,
  rows: readonly AnswerRow[],
): Promise<RowOutcome[]> {
  const assessment = await openFor(work, id, university);
  const { sections } = assessment.instrument as Instrument;
  const questions = new Map(questionsOf(sections).map((question) => [question.key, question]));
  const answers = await answersOf(work.em, assessment);
  const inputs: AnswerInput[] = [];
  const seen = new Set<string>();
  const outcomes = rows.map(({ question: key, answer: value, note }): RowOutcome => {
    const question = questions.get(key);
    if (!question) return wrong("question", noQuestion.en, noQuestion.id);
    if (seen.has(key)) return wrong("question", "is answered twice", "dijawab dua kali");
    seen.add(key);
    const taken = takenAnswer(question, { kind: "text", value }, "key");
    if ("fault" in taken) return { outcome: "WRONG", field: "answer", message: taken.fault };
    const input: AnswerInput = { question: key, note, ...taken.value };
    const [fault] = answerValue(question, input, "").faults ?? [];
    if (fault) return { outcome: "WRONG", field: "answer", message: fault.message };
    const known = answers.get(key);
    if (known && saysTheSame(question, input, known)) return { outcome: "UNCHANGED" };
    if (known) {
      const en = "is answered otherwise already: change it with answerAssessment or the workbook";
      const said = "sudah dijawab lain: ubah dengan answerAssessment atau buku kerja";
      return wrong("answer", en, said);
    }
    inputs.push(input);
    return { outcome: "TAKEN" };
  });
  if (inputs.length > 0) await saveAnswers(work, assessment, inputs, []);
  return outcomes;
}
