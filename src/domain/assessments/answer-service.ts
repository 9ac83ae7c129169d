import type { Viewer } from "../../access/index.js";
import { badUserInput, type Fault } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import { type Done, UseCases, type Work } from "../common/index.js";
import { Answer } from "./answer.js";
import { answerValue } from "./answer-values.js";
import type { Assessment } from "./assessment.js";
import type { AnswerAssessmentInput, AnswerInput } from "./assessment-inputs.js";
import { mayAnswer } from "./assessment-policy.js";
import { spec } from "./assessment-service.js";
import { checkOpen } from "./at-work.js";
import type { Instrument } from "./instrument.js";
import { type Question, questionsOf } from "./instrument-parts.js";
import { answersOf, settle } from "./standing.js";

/** Answers, saved one by one or in bulk. */
export class AnswerService extends UseCases {
  /** Saves answers and takes others away, all or none. */
  answerAssessment(viewer: Viewer, input: AnswerAssessmentInput): Promise<Done> {
    const given = spec("answerAssessment", mayAnswer);
    return this.changing(viewer, given, input, async (assessment, work) => {
      checkOpen(assessment, "input.id");
      await saveAnswers(work, assessment, input.answers, input.clear ?? []);
    });
  }
}

/** Writes answers into an assessment and works out what follows; BAD_USER_INPUT names every fault. */
export async function saveAnswers(
  work: Work,
  assessment: Assessment,
  inputs: readonly AnswerInput[],
  clear: readonly string[],
): Promise<void> {
  const { sections } = assessment.instrument as Instrument;
  const places = new Map(
    questionsOf(sections).map((question, at) => [question.key, { question, at }]),
  );
  const answers = await answersOf(work.em, assessment);
  const faults = [
    ...keyFaults(
      inputs.map(({ question }) => question),
      places,
      "answers",
      ".question",
    ),
    ...keyFaults(clear, places, "clear", ""),
  ];
  for (const [number, input] of inputs.entries()) {
    const place = places.get(input.question);
    if (!place) continue;
    const { value, faults: wrong } = answerValue(place.question, input, `input.answers.${number}`);
    if (wrong) faults.push(...wrong);
    else {
      const fields = { ...value, note: input.note ?? null };
      answers.set(
        input.question,
        written(work, assessment, answers.get(input.question), {
          ...fields,
          question: input.question,
          number: place.at + 1,
        }),
      );
    }
  }
  if (faults.length > 0) throw badUserInput(faults);
  for (const key of clear) {
    const answer = answers.get(key);
    if (answer && !inputs.some(({ question }) => question === key)) {
      work.em.remove(answer);
      answers.delete(key);
    }
  }
  settle(assessment, answers);
  assessment.answeredAt = new Date();
}

/** The answer with these fields, new or in its place; left alone where it says the same already. */
function written(
  work: Work,
  assessment: Assessment,
  answer: Answer | undefined,
  fields: Record<string, unknown>,
): Answer {
  if (answer) return Object.assign(answer, fields);
  return work.create(Answer, { id: newId(), assessment, ...fields, sources: [] });
}

/** Keys that are no questions, or named twice. */
function keyFaults(
  keys: readonly string[],
  places: ReadonlyMap<string, { question: Question }>,
  list: string,
  field: string,
): Fault[] {
  const seen = new Set<string>();
  return keys.flatMap((key, at) => {
    const twice = seen.has(key);
    seen.add(key);
    const path = `input.${list}.${at}${field}`;
    if (twice) return [{ path, message: { en: "is named twice", id: "disebut dua kali" } }];
    if (places.has(key)) return [];
    const message = { en: "is no question of the instrument", id: "bukan pertanyaan instrumen" };
    return [{ path, message }];
  });
}
