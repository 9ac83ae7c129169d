import { badField, badUserInput } from "../../../platform/errors.js";
import { sql } from "../../../reading/index.js";
import {
  changing,
  creating,
  inJsonbOrder,
  refused,
  useCases,
  type Work,
} from "../../common/index.js";
import { actingOrganisation, actingUser, Organisation } from "../../stakeholders/index.js";
import { Assessment } from "../assessment.js";
import { AssessmentReasonInput, AssessmentStepInput } from "../assessment-inputs.js";
import { mayAccept, mayBeginReview, mayPublish, mayReview, owner } from "../assessment-policy.js";
import { factsOf, lockedAssessment, ofAssessment, subjectOf } from "../at-work.js";
import { AssessmentStatus, assessmentLifecycle, Verdict } from "../enums.js";
import { checkIndependent, checkOutsider, checkReviewer } from "../independence.js";
import type { Instrument } from "../instruments/instrument.js";
import { noQuestion, questionsOf } from "../instruments/instrument-parts.js";
import { Review } from "./review.js";
import {
  BeginReviewInput,
  ReviewAssessmentInput,
  type ReviewCommentInput,
} from "./review-inputs.js";

/** The mutations on the review of an assessment, up to its publication. */
export const reviewMutations = useCases({
  beginReview: changing({
    ...ofAssessment,
    input: BeginReviewInput,
    may: mayBeginReview,
    description: `Begins the review of a submitted assessment by a second reader. ${owner}`,
    async run(assessment, { reviewerId }, work) {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.IN_REVIEW, "input.id");
      const reviewer = reviewerId
        ? await work.find(Organisation, reviewerId, "input.reviewerId")
        : assessment.programme.owner;
      await checkReviewer(work.em, assessment.university.id, reviewer.id, "input.reviewerId");
      await checkStillIndependent(work, assessment, "input.id");
      assessment.reviewer = reviewer;
      assessment.status = AssessmentStatus.IN_REVIEW;
    },
  }),

  reviewAssessment: creating({
    of: Review,
    input: ReviewAssessmentInput,
    also: { of: Assessment, id: ({ assessmentId }) => assessmentId },
    description:
      "Gives a second reader's verdict. For the ASSESSOR, COORDINATOR and ADMIN of the reviewing organisation who do not belong to the university.",
    async run(input, work, id) {
      const assessment = await lockedAssessment(work, input.assessmentId);
      work.authorise(mayReview, factsOf(assessment));
      checkInReview(assessment);
      const path = "input.assessmentId";
      // An assessment that became dependent can still go back, to be withdrawn.
      if (input.verdict === Verdict.ACCEPT) await checkStillIndependent(work, assessment, path);
      else await checkOutsider(work, assessment.university.id, assessment.id, path);
      const comments = commentsOn(assessment, input.comments ?? []);
      if (input.verdict === Verdict.RETURN && !input.summary && comments.length === 0) {
        throw badField(
          "input.summary",
          "give the reason for the return",
          "sebutkan alasan pengembalian",
        );
      }
      work.create(Review, {
        id,
        assessment,
        submission: assessment.submissions,
        organisation: actingOrganisation(work),
        user: actingUser(work),
        verdict: input.verdict,
        summary: input.summary ?? null,
        comments: inJsonbOrder(comments),
        // Not the time of the transaction's start: a reader who waited for the lock is the later one.
        createdAt: new Date(),
        sources: [],
      });
    },
  }),

  returnAssessment: changing({
    ...ofAssessment,
    input: AssessmentReasonInput,
    may: mayAccept,
    description: `Returns an assessment to the university for changes, if the last review says RETURN. ${owner}`,
    async run(assessment, { reason }, work) {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.RETURNED, "input.id");
      await checkVerdict(work, assessment, Verdict.RETURN);
      assessment.status = AssessmentStatus.RETURNED;
      assessment.reason = reason;
    },
  }),

  acceptAssessment: changing({
    ...ofAssessment,
    input: AssessmentStepInput,
    may: mayAccept,
    description: `Accepts an assessment, if the last review says ACCEPT. ${owner}`,
    async run(assessment, _, work) {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.ACCEPTED, "input.id");
      await checkVerdict(work, assessment, Verdict.ACCEPT);
      await checkStillIndependent(work, assessment, "input.id");
      assessment.status = AssessmentStatus.ACCEPTED;
    },
  }),

  publishAssessment: changing({
    ...ofAssessment,
    input: AssessmentStepInput,
    may: mayPublish,
    description: `Publishes an accepted assessment to every viewer who may see its subject. It never changes again. ${owner}`,
    async run(assessment, _, work) {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.PUBLISHED, "input.id");
      await checkStillIndependent(work, assessment, "input.id");
      assessment.status = AssessmentStatus.PUBLISHED;
      assessment.publishedAt = new Date();
    },
  }),
});

/**
 * Passes for a step towards publication by a person outside the university, while the university is
 * independent: it may have taken a part in the plan since the submission.
 */
async function checkStillIndependent(work: Work, assessment: Assessment, path: string) {
  const university = assessment.university.id;
  await checkOutsider(work, university, assessment.id, path);
  await checkIndependent(work, university, subjectOf(assessment), path);
}

function checkInReview({ status }: Assessment): void {
  if (status === AssessmentStatus.IN_REVIEW) return;
  const text = {
    en: `The assessment is ${status}. It can be reviewed only while it is IN_REVIEW.`,
    id: `Asesmen berstatus ${status}. Asesmen hanya dapat ditelaah selama IN_REVIEW.`,
  };
  const allowed = assessmentLifecycle.allowed(status);
  const path = "input.assessmentId";
  throw refused({ from: status, to: "REVIEW", allowed, reason: "NOT_IN_REVIEW", text, path });
}

/** Passes when the last review of the current submission gave this verdict. */
async function checkVerdict(work: Work, assessment: Assessment, verdict: Verdict): Promise<void> {
  const statement = sql<{ verdict: string }>`select verdict::text as verdict from review
    where assessment_id = ${assessment.id} and submission = ${assessment.submissions}
    order by created_at desc, id desc limit 1`;
  const { rows } = await statement.execute(work.em.getKysely());
  if (rows[0]?.verdict === verdict) return;
  const text = {
    en: `The last review of this submission must say ${verdict}; it says ${rows[0]?.verdict ?? "nothing yet"}.`,
    id: `Telaah terakhir atas asesmen ini harus menyatakan ${verdict}; kini ${rows[0]?.verdict ?? "belum ada"}.`,
  };
  const to = verdict === Verdict.ACCEPT ? AssessmentStatus.ACCEPTED : AssessmentStatus.RETURNED;
  const { status: from } = assessment;
  const allowed = assessmentLifecycle.allowed(from);
  throw refused({ from, to, allowed, reason: "REVIEW_NEEDED", text, path: "input.id" });
}

/** The comments, if each is on a question of the instrument; else BAD_USER_INPUT. */
function commentsOn(assessment: Assessment, comments: readonly ReviewCommentInput[]) {
  const { sections } = assessment.instrument as Instrument;
  const keys = new Set(questionsOf(sections).map(({ key }) => key));
  const faults = comments.flatMap(({ question }, at) =>
    keys.has(question) ? [] : [{ path: `input.comments.${at}.question`, message: noQuestion }],
  );
  if (faults.length > 0) throw badUserInput(faults);
  return comments.map(({ question, text }) => ({ question, text }));
}
