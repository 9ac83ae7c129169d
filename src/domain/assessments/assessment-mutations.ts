import type { Permission } from "../../access/index.js";
import { badUserInput, type Fault } from "../../platform/errors.js";
import { changing, creating, useCases } from "../common/index.js";
import { Assessment } from "./assessment.js";
import {
  AssessmentReasonInput,
  AssessmentStepInput,
  BeginAssessmentInput,
  DeclareInterestsInput,
} from "./assessment-inputs.js";
import {
  type AssessmentFacts,
  mayAnswer,
  mayAssign,
  mayOffer,
  maySubmit,
  mayWithdraw,
  owner,
  university,
  whileOpen,
} from "./assessment-policy.js";
import { checkOpen, ofAssessment, subjectOf } from "./at-work.js";
import { assessmentOnce, beginAssessment } from "./begin-assessment.js";
import { AssessmentStatus, assessmentLifecycle } from "./enums.js";
import { checkIndependent } from "./independence.js";

/** A use case that begins an assessment. */
const beginning = (
  permission: Permission<AssessmentFacts>,
  assigned: boolean,
  description: string,
) =>
  creating({
    of: Assessment,
    input: BeginAssessmentInput,
    description,
    clashes: [assessmentOnce],
    async run(input, work, id) {
      await beginAssessment(work, id, input, { permission, assigned, recorded: false });
    },
  });

/** The mutations on assessments, from their beginning to their submission. */
export const assessmentMutations = useCases({
  assignAssessment: beginning(
    mayAssign,
    true,
    `Assigns an assessment to a university, as DRAFT. ${owner}`,
  ),

  offerAssessment: beginning(
    mayOffer,
    false,
    `Begins an assessment on the university's own initiative, as DRAFT. ${university}`,
  ),

  declareInterests: changing({
    ...ofAssessment,
    input: DeclareInterestsInput,
    may: mayAnswer,
    description: `States the university's interests in the subject (rule 4). ${whileOpen} ${university}`,
    run(assessment, { interests }) {
      checkOpen(assessment, "input.id");
      assessment.interests = interests;
    },
  }),

  submitAssessment: changing({
    ...ofAssessment,
    input: AssessmentStepInput,
    may: maySubmit,
    description: `Submits an assessment. Every required question must have an answer, the interests must be declared, and the university must be independent. ${university}`,
    async run(assessment, _, work) {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.SUBMITTED, "input.id");
      checkComplete(assessment);
      await checkIndependent(work, assessment.university.id, subjectOf(assessment), "input.id");
      assessment.status = AssessmentStatus.SUBMITTED;
      assessment.submissions += 1;
      assessment.submittedAt = new Date();
    },
  }),

  withdrawAssessment: changing({
    ...ofAssessment,
    input: AssessmentReasonInput,
    may: mayWithdraw,
    description: `Withdraws an assessment that is DRAFT or RETURNED. ${university} ${owner}`,
    run(assessment, { reason }) {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.WITHDRAWN, "input.id");
      assessment.status = AssessmentStatus.WITHDRAWN;
      assessment.reason = reason;
    },
  }),
});

/** Passes for a complete assessment; else BAD_USER_INPUT with every missing answer. */
function checkComplete({ missing, interests }: Assessment): void {
  const faults: Fault[] = missing.map(({ question }) => ({
    path: `answers.${question}`,
    message: { en: "is needed", id: "diperlukan" },
  }));
  if (!interests) {
    const message = {
      en: "declare the university's interests first (declareInterests)",
      id: "nyatakan dahulu kepentingan perguruan tinggi (declareInterests)",
    };
    faults.push({ path: "interests", message });
  }
  if (faults.length > 0) throw badUserInput(faults);
}
