import type { EntityManager } from "@mikro-orm/postgresql";
import { inJsonbOrder } from "../../common/index.js";
import type { Assessment } from "../assessment.js";
import type { Instrument } from "../instruments/instrument.js";
import type { Question } from "../instruments/instrument-parts.js";
import { Answer } from "./answer.js";
import type { AnswerInput } from "./answer-inputs.js";
import { type AnswerValue, answerValue } from "./answer-values.js";
import { type Standing, standingOf } from "./scoring.js";

/** The part of a standing that is stored in the assessment. */
export const storedStanding = ({ scores, completeness, missing }: Standing) => ({
  scores: inJsonbOrder(scores),
  completeness,
  missing: inJsonbOrder(missing),
});

/** The value of an answer. */
export const valueIn = (answer: Answer): AnswerValue => ({
  scale: answer.scale ?? null,
  value: answer.value ?? null,
  percent: answer.percent ?? null,
  // The driver gives sums as bigint; the API shows whole rupiah as text.
  money: answer.money?.toString() ?? null,
  choice: answer.choice ?? null,
  choices: answer.choices ?? null,
  boolean: answer.boolean ?? null,
  text: answer.text ?? null,
});

/** An answer's value and note for comparison: the order of choices and Unicode's forms do not count. */
function comparable(value: AnswerValue | undefined, note: string | null | undefined): string {
  const choices = value?.choices?.toSorted() ?? null;
  return JSON.stringify([{ ...value, choices }, note ?? null]).normalize("NFC");
}

/** True if a valid input equals the existing answer. */
export function isUnchanged(question: Question, input: AnswerInput, answer: Answer): boolean {
  const { value } = answerValue(question, input, "");
  return comparable(value, input.note) === comparable(valueIn(answer), answer.note);
}

/** The answers of an assessment, by their questions' keys. */
export async function answersOf(
  em: EntityManager,
  { id }: Assessment,
): Promise<Map<string, Answer>> {
  const answers = await em.find(Answer, { assessment: id });
  return new Map(answers.map((answer) => [answer.question, answer]));
}

/** Computes the standing from the answers, and stores it in the assessment and the answers. */
export function updateStanding(assessment: Assessment, answers: ReadonlyMap<string, Answer>): void {
  const values = new Map([...answers].map(([key, answer]) => [key, valueIn(answer)]));
  const standing = standingOf(assessment.instrument as Instrument, values);
  for (const [key, answer] of answers) answer.score = standing.answerScores.get(key) ?? null;
  Object.assign(assessment, storedStanding(standing));
}
