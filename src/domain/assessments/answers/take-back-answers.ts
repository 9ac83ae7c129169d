import { canonicalText, type FieldDiff, storedFields } from "../../../ledger/index.js";
import type { Work } from "../../common/index.js";
import type { Answer } from "./answer.js";
import { openFor } from "./answer-rows.js";
import { answersOf, updateStanding } from "./standing.js";

/** What a table did to an answer: what it changed, or undefined where it made the answer. */
export type AnswerChange = Readonly<Record<string, FieldDiff>>;

/** The fields that follow from the others. */
const derived = new Set(["score"]);

/**
 * Takes back what a table did to the answers of an assessment: new ones are removed, changed ones get their
 * earlier values. Returns the ids of those that were changed since; then nothing is taken back. The errors of
 * an assessment that takes no answers are thrown.
 */
export async function takeBackAnswers(
  work: Work,
  id: string,
  university: string | undefined,
  changes: ReadonlyMap<string, { created: boolean; diff: AnswerChange }>,
): Promise<string[]> {
  const assessment = await openFor(work, id, university);
  const answers = await answersOf(work.em, assessment);
  const touched = [...answers].filter(([, answer]) => changes.has(answer.id));
  const isChanged = (answer: Answer) => {
    const stored = storedFields(work.em, answer);
    return Object.entries(changes.get(answer.id)?.diff ?? {}).some(
      ([name, { after }]) =>
        !derived.has(name) && canonicalText([stored[name] ?? null]) !== canonicalText([after]),
    );
  };
  const later = touched.filter(([, answer]) => isChanged(answer)).map(([, answer]) => answer.id);
  if (later.length > 0) return later;
  for (const [key, answer] of touched) {
    const { created, diff } = changes.get(answer.id) ?? { created: false, diff: {} };
    if (created) {
      work.em.remove(answer);
      answers.delete(key);
    } else {
      const before = Object.entries(diff).map(([name, change]) => [name, change.before]);
      Object.assign(answer, Object.fromEntries(before));
    }
  }
  updateStanding(assessment, answers);
  assessment.answeredAt = new Date();
  return [];
}
