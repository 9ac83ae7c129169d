import type { Viewer } from "../../../access/index.js";
import { badField, badUserInput } from "../../../platform/errors.js";
import { sql } from "../../../reading/index.js";
import { type Done, inJsonbOrder, refused, UseCases, type Work } from "../../common/index.js";
import { actingUser, Organisation } from "../../stakeholders/index.js";
import type { Assessment } from "../assessment.js";
import type { AssessmentReasonInput, AssessmentStepInput } from "../assessment-inputs.js";
import { mayAccept, mayBeginReview, mayPublish, mayReview } from "../assessment-policy.js";
import { spec } from "../assessment-service.js";
import { factsOf, heldAssessment, subjectOf } from "../at-work.js";
import { AssessmentStatus, assessmentLifecycle, Verdict } from "../enums.js";
import { checkIndependent, checkReader, checkReviewer } from "../independence.js";
import type { Instrument } from "../instruments/instrument.js";
import { noQuestion, questionsOf } from "../instruments/instrument-parts.js";
import { Review } from "./review.js";
import type {
  BeginReviewInput,
  ReviewAssessmentInput,
  ReviewCommentInput,
} from "./review-inputs.js";

/** What a review answers: its id, and the assessment that it is about. */
type OnAssessment = Done & { assessment: string };

/** The second reading of an assessment, and what the programme's coordinators make of it. */
export class ReviewService extends UseCases {
  /** Gives what was handed in to a second reader. */
  beginReview(viewer: Viewer, input: BeginReviewInput): Promise<Done> {
    const given = spec("beginReview", mayBeginReview);
    return this.changing(viewer, given, input, async (assessment, work) => {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.IN_REVIEW, "input.id");
      const { reviewerId } = input;
      const reviewer = reviewerId
        ? await work.find(Organisation, reviewerId, "input.reviewerId")
        : assessment.programme.owner;
      await checkReviewer(work.em, assessment.university.id, reviewer.id, "input.reviewerId");
      assessment.reviewer = reviewer;
      assessment.status = AssessmentStatus.IN_REVIEW;
    });
  }

  /** Gives a second reader's verdict on what was handed in. */
  async reviewAssessment(viewer: Viewer, input: ReviewAssessmentInput): Promise<OnAssessment> {
    const review = async (work: Work, id: string) => {
      const assessment = await heldAssessment(work, input.assessmentId);
      const organisation = work.authorise(mayReview, factsOf(assessment));
      checkInReview(assessment);
      const { university } = assessment;
      const path = "input.assessmentId";
      await checkReader(work.em, university.id, viewer.memberships.keys(), path);
      const comments = commentsOn(assessment, input.comments ?? []);
      if (input.verdict === Verdict.RETURN && !input.summary && comments.length === 0) {
        throw badField("input.summary", "say why it is returned", "sebutkan alasan pengembalian");
      }
      work.create(Review, {
        id,
        assessment,
        submission: assessment.submissions,
        organisation: work.em.getReference(Organisation, organisation as never),
        user: actingUser(work),
        verdict: input.verdict,
        summary: input.summary ?? null,
        comments: inJsonbOrder(comments),
        // Not of the transaction's beginning: who waited for the assessment is the later reader.
        createdAt: new Date(),
        sources: [],
      });
    };
    const done = await this.creating(viewer, "reviewAssessment", Review, input, review);
    return { ...done, assessment: input.assessmentId.toLowerCase() };
  }

  /** Gives an assessment back to the university, after a second reader said so. */
  returnAssessment(viewer: Viewer, input: AssessmentReasonInput): Promise<Done> {
    const given = spec("returnAssessment", mayAccept);
    return this.changing(viewer, given, input, async (assessment, work) => {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.RETURNED, "input.id");
      await checkVerdict(work, assessment, Verdict.RETURN);
      assessment.status = AssessmentStatus.RETURNED;
      assessment.reason = input.reason;
    });
  }

  /** Accepts an assessment, after a second reader found it good. */
  acceptAssessment(viewer: Viewer, input: AssessmentStepInput): Promise<Done> {
    const given = spec("acceptAssessment", mayAccept);
    return this.changing(viewer, given, input, async (assessment, work) => {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.ACCEPTED, "input.id");
      await checkVerdict(work, assessment, Verdict.ACCEPT);
      assessment.status = AssessmentStatus.ACCEPTED;
    });
  }

  /** Opens an accepted assessment to everybody who sees its subject; it never changes again. */
  publishAssessment(viewer: Viewer, input: AssessmentStepInput): Promise<Done> {
    const given = spec("publishAssessment", mayPublish);
    return this.changing(viewer, given, input, async (assessment, work) => {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.PUBLISHED, "input.id");
      // It may have taken a part in the plan since it handed in.
      const { university } = assessment;
      await checkIndependent(work, university.id, subjectOf(assessment), "input.id");
      assessment.status = AssessmentStatus.PUBLISHED;
      assessment.publishedAt = new Date();
    });
  }
}

function checkInReview({ status }: Assessment): void {
  if (status === AssessmentStatus.IN_REVIEW) return;
  const text = {
    en: `The assessment is ${status}: it is reviewed while it is IN_REVIEW.`,
    id: `Asesmen berstatus ${status}: ditelaah selama IN_REVIEW.`,
  };
  const allowed = assessmentLifecycle.allowed(status);
  const path = "input.assessmentId";
  throw refused({ from: status, to: "REVIEW", allowed, reason: "NOT_IN_REVIEW", text, path });
}

/** Passes where the last second reading of what was handed in gave this verdict. */
async function checkVerdict(work: Work, assessment: Assessment, verdict: Verdict): Promise<void> {
  const statement = sql<{ verdict: string }>`select verdict::text as verdict from review
    where assessment_id = ${assessment.id} and submission = ${assessment.submissions}
    order by created_at desc, id desc limit 1`;
  const { rows } = await statement.execute(work.em.getKysely());
  if (rows[0]?.verdict === verdict) return;
  const text = {
    en: `The last review of what was handed in must say ${verdict}; it says ${rows[0]?.verdict ?? "nothing yet"}.`,
    id: `Telaah terakhir atas asesmen ini harus menyatakan ${verdict}; kini ${rows[0]?.verdict ?? "belum ada"}.`,
  };
  const to = verdict === Verdict.ACCEPT ? AssessmentStatus.ACCEPTED : AssessmentStatus.RETURNED;
  const { status: from } = assessment;
  const allowed = assessmentLifecycle.allowed(from);
  throw refused({ from, to, allowed, reason: "REVIEW_NEEDED", text, path: "input.id" });
}

/** The comments, each on a question of the instrument; else BAD_USER_INPUT. */
function commentsOn(assessment: Assessment, comments: readonly ReviewCommentInput[]) {
  const { sections } = assessment.instrument as Instrument;
  const keys = new Set(questionsOf(sections).map(({ key }) => key));
  const faults = comments.flatMap(({ question }, at) =>
    keys.has(question) ? [] : [{ path: `input.comments.${at}.question`, message: noQuestion }],
  );
  if (faults.length > 0) throw badUserInput(faults);
  return comments.map(({ question, text }) => ({ question, text }));
}
