import { changing, useCases } from "../../common/index.js";
import { mayAnswer, university, whileOpen } from "../assessment-policy.js";
import { checkOpen, ofAssessment } from "../at-work.js";
import { AnswerAssessmentInput } from "./answer-inputs.js";
import { saveAnswers } from "./save-answers.js";

/** The mutation for answers to an assessment's questions. */
export const answerMutations = useCases({
  answerAssessment: changing({
    ...ofAssessment,
    input: AnswerAssessmentInput,
    may: mayAnswer,
    description: `Saves and removes answers: all of them, or none if one is invalid. The scores are updated. ${whileOpen} ${university}`,
    async run(assessment, { answers, clear }, work) {
      checkOpen(assessment, "input.id");
      await saveAnswers(work, assessment, answers, clear ?? []);
    },
  }),
});
