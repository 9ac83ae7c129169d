import { badUserInput, type Fault } from "../../../platform/errors.js";
import { newId } from "../../../platform/ids.js";
import type { Work } from "../../common/index.js";
import type { Assessment } from "../assessment.js";
import type { Instrument } from "../instruments/instrument.js";
import { noQuestion, type Question, questionsOf } from "../instruments/instrument-parts.js";
import { Answer } from "./answer.js";
import type { AnswerInput } from "./answer-inputs.js";
import { type AnswerValue, answerValue } from "./answer-values.js";
import { answersOf, isUnchanged, updateStanding } from "./standing.js";

/** The questions of an instrument by their keys, with their places. */
type Places = ReadonlyMap<string, { question: Question; at: number }>;

/**
 * Saves answers in an assessment and updates its standing. BAD_USER_INPUT names every fault. An answer that
 * equals the existing one is not a change.
 */
export async function saveAnswers(
  work: Work,
  assessment: Assessment,
  inputs: readonly AnswerInput[],
  clear: readonly string[],
): Promise<void> {
  const { sections } = assessment.instrument as Instrument;
  const places: Places = new Map(
    questionsOf(sections).map((question, at) => [question.key, { question, at }]),
  );
  const values = checkedValues(places, inputs, clear);
  const answers = await answersOf(work.em, assessment);
  const removed = clear.filter((key) => answers.has(key) && !values.has(key));
  const changed = inputs.filter((input) => {
    const [place, known] = [places.get(input.question), answers.get(input.question)];
    return !place || !known || !isUnchanged(place.question, input, known);
  });
  if (changed.length + removed.length === 0) return;
  for (const { question, note = null } of changed) {
    const number = (places.get(question)?.at ?? 0) + 1;
    const fields = { ...values.get(question), note, question, number };
    const known = answers.get(question);
    const answer =
      known ?? work.create(Answer, { id: newId(), assessment, ...fields, sources: [] });
    answers.set(question, Object.assign(answer, fields));
  }
  for (const key of removed) {
    work.em.remove(answers.get(key) as Answer);
    answers.delete(key);
  }
  updateStanding(assessment, answers);
  assessment.answeredAt = new Date();
}

/** The values by their questions' keys; else BAD_USER_INPUT with every fault. */
function checkedValues(
  places: Places,
  inputs: readonly AnswerInput[],
  clear: readonly string[],
): Map<string, AnswerValue> {
  const answered = inputs.map(({ question }) => question);
  const faults = [
    ...keyFaults(answered, places, "answers", ".question"),
    ...keyFaults(clear, places, "clear", ""),
  ];
  const values = new Map<string, AnswerValue>();
  for (const [number, input] of inputs.entries()) {
    const place = places.get(input.question);
    if (!place) continue;
    const checked = answerValue(place.question, input, `input.answers.${number}`);
    if (checked.faults) faults.push(...checked.faults);
    else values.set(input.question, checked.value);
  }
  if (faults.length > 0) throw badUserInput(faults);
  return values;
}

/** The faults of keys that are not questions, or are named twice. */
function keyFaults(keys: readonly string[], places: Places, list: string, field: string): Fault[] {
  const seen = new Set<string>();
  return keys.flatMap((key, at) => {
    const twice = seen.has(key);
    seen.add(key);
    const path = `input.${list}.${at}${field}`;
    if (twice) return [{ path, message: { en: "is named twice", id: "disebut dua kali" } }];
    if (places.has(key)) return [];
    return [{ path, message: noQuestion }];
  });
}
