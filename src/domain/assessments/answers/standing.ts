import type { EntityManager } from "@mikro-orm/postgresql";
import { inJsonbOrder } from "../../common/index.js";
import type { Assessment } from "../assessment.js";
import type { Instrument } from "../instruments/instrument.js";
import type { Question } from "../instruments/instrument-parts.js";
import { Answer } from "./answer.js";
import type { AnswerInput } from "./answer-inputs.js";
import { type AnswerValue, answerValue } from "./answer-values.js";
import { type Standing, standingOf } from "./scoring.js";

/** What of a standing the assessment itself keeps. */
export const keptStanding = ({ scores, completeness, missing }: Standing) => ({
  scores: inJsonbOrder(scores),
  completeness,
  missing: inJsonbOrder(missing),
});

/** The value that an answer holds. */
export const valueIn = (answer: Answer): AnswerValue => ({
  scale: answer.scale ?? null,
  value: answer.value ?? null,
  percent: answer.percent ?? null,
  // The driver gives sums as bigint; a whole number of rupiah is told as text.
  money: answer.money?.toString() ?? null,
  choice: answer.choice ?? null,
  choices: answer.choices ?? null,
  boolean: answer.boolean ?? null,
  text: answer.text ?? null,
});

/** Whether an input that passed its rules says what an answer says already. */
export function saysTheSame(question: Question, input: AnswerInput, answer: Answer): boolean {
  const { value } = answerValue(question, input, "");
  const said = [value, input.note ?? null];
  return JSON.stringify(said) === JSON.stringify([valueIn(answer), answer.note ?? null]);
}

/** The answers of an assessment, by their questions' keys. */
export async function answersOf(
  em: EntityManager,
  { id }: Assessment,
): Promise<Map<string, Answer>> {
  const answers = await em.find(Answer, { assessment: id });
  return new Map(answers.map((answer) => [answer.question, answer]));
}

/** Works out anew what follows from the answers, and keeps it with them. */
export function settle(assessment: Assessment, answers: ReadonlyMap<string, Answer>): void {
  const values = new Map([...answers].map(([key, answer]) => [key, valueIn(answer)]));
  const standing = standingOf(assessment.instrument as Instrument, values);
  for (const [key, answer] of answers) answer.score = standing.answerScores.get(key) ?? null;
  Object.assign(assessment, keptStanding(standing));
}
