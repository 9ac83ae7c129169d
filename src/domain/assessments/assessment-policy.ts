import {
  allow,
  coordinating,
  type Grant,
  grantIn,
  grantOperator,
  Role,
  type Viewer,
} from "../../access/index.js";

// Who may do what with instruments and assessments (domain, "Who may do what").

const assessing: readonly Role[] = [Role.ASSESSOR];
const writing: readonly Role[] = [Role.ASSESSOR, Role.COORDINATOR, Role.ADMIN];

/** The owner of an instrument, by the organisation's id; none where it comes with the hub. */
export interface InstrumentFacts {
  owner: string | undefined;
}

/** Who writes an instrument, for descriptions. */
export const writers =
  "For the ASSESSOR, COORDINATOR and ADMIN of its owner; the platform operator's where it has none.";

/** Those of its owner who write, and the operator where it has none. */
const writes = (viewer: Viewer, { owner }: InstrumentFacts): Grant | undefined =>
  owner ? grantIn(viewer, [owner], writing) : grantOperator(viewer);

export const mayDraftInstrument = allow<InstrumentFacts>("instrument.draft", writes);
export const mayReviseInstrument = allow<InstrumentFacts>("instrument.revise", writes);
export const mayPublishInstrument = allow<InstrumentFacts>("instrument.publish", writes);

/** The organisations at work on an assessment, by their ids. */
export interface AssessmentFacts {
  university: string;
  programmeOwner: string;
  reviewer: string | undefined;
}

/** Who assesses, who answers for the programme, and when an assessment is changed: for descriptions. */
export const university = "For the ASSESSOR of the university.";
export const owner = "For the COORDINATOR and ADMIN of the programme's owner.";
export const whileOpen = "While the assessment is DRAFT or RETURNED.";

/** The university's assessors. */
const assesses = (viewer: Viewer, { university }: AssessmentFacts): Grant | undefined =>
  grantIn(viewer, [university], assessing);

/** The coordinators of the programme's owner. */
const owns = (viewer: Viewer, { programmeOwner }: AssessmentFacts): Grant | undefined =>
  grantIn(viewer, [programmeOwner], coordinating);

export const mayAssign = allow<AssessmentFacts>("assessment.assign", owns);
export const mayRecord = allow<AssessmentFacts>("assessment.record", owns);
export const mayOffer = allow<AssessmentFacts>("assessment.offer", assesses);
export const mayAnswer = allow<AssessmentFacts>("assessment.answer", assesses);
export const maySubmit = allow<AssessmentFacts>("assessment.submit", assesses);
export const mayCorrect = allow<AssessmentFacts>("assessment.correct", assesses);
export const mayBeginReview = allow<AssessmentFacts>("assessment.beginReview", owns);
export const mayAccept = allow<AssessmentFacts>("assessment.accept", owns);
export const mayPublish = allow<AssessmentFacts>("assessment.publish", owns);

/** An assessment that was not handed in is withdrawn by the university, or by the coordinators who assigned it. */
export const mayWithdraw = allow<AssessmentFacts>(
  "assessment.withdraw",
  (viewer, facts) => assesses(viewer, facts) ?? owns(viewer, facts),
);

/** A second reader of the reviewing organisation, who is nobody of the university's (rule 4). */
export const mayReview = allow<AssessmentFacts>(
  "assessment.review",
  (viewer, { university, reviewer }) =>
    viewer.memberships.has(university) ? undefined : grantIn(viewer, [reviewer], writing),
);

/** The lead of the action that a finding is about, by the organisation's id. */
export interface ReplyFacts {
  lead: string;
}

/** The lead's coordinators reply to what a university found (rule 3). */
export const mayReply = allow<ReplyFacts>("finding.reply", (viewer, { lead }) =>
  grantIn(viewer, [lead], coordinating),
);
