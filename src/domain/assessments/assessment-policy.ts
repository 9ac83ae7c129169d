import {
  allow,
  coordinating,
  type Grant,
  grantIn,
  grantOperator,
  Role,
  type Viewer,
} from "../../access/index.js";

// The policies of instruments and assessments (domain, "Who may do what").

const assessing: readonly Role[] = [Role.ASSESSOR];
const writing: readonly Role[] = [Role.ASSESSOR, Role.COORDINATOR, Role.ADMIN];

/** The facts about an instrument: its owner, by id; undefined for an instrument that comes with the hub. */
export interface InstrumentFacts {
  owner: string | undefined;
}

/** The roles that write an instrument, for descriptions. */
export const writers =
  "For the ASSESSOR, COORDINATOR and ADMIN of its owner; for a platform operator if it has no owner.";

/** The grant for writers of the owner, or for the operator if there is no owner. */
const writes = (viewer: Viewer, { owner }: InstrumentFacts): Grant | undefined =>
  owner ? grantIn(viewer, [owner], writing) : grantOperator(viewer);

export const mayDraftInstrument = allow<InstrumentFacts>("instrument.draft", writes);
export const mayReviseInstrument = allow<InstrumentFacts>("instrument.revise", writes);
export const mayPublishInstrument = allow<InstrumentFacts>("instrument.publish", writes);

/** The facts about an assessment: the organisations that work on it, by id. */
export interface AssessmentFacts {
  university: string;
  programmeOwner: string;
  reviewer: string | undefined;
}

/** The roles of the university and of the programme's owner, and the time for changes: for descriptions. */
export const university = "For the ASSESSOR of the university.";
export const owner = "For the COORDINATOR and ADMIN of the programme's owner.";
export const whileOpen = "While the assessment is DRAFT or RETURNED.";

/** The grant for the university's assessors. */
const assesses = (viewer: Viewer, { university }: AssessmentFacts): Grant | undefined =>
  grantIn(viewer, [university], assessing);

/** The grant for coordinators of the programme's owner. */
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

/** The policy for withdrawals: the university, or the coordinators of the programme's owner. */
export const mayWithdraw = allow<AssessmentFacts>(
  "assessment.withdraw",
  (viewer, facts) => assesses(viewer, facts) ?? owns(viewer, facts),
);

/** The policy for reviews: a member of the reviewing organisation who is not of the university (rule 4). */
export const mayReview = allow<AssessmentFacts>(
  "assessment.review",
  (viewer, { university, reviewer }) =>
    viewer.memberships.has(university) ? undefined : grantIn(viewer, [reviewer], writing),
);

/** The facts about a reply: the lead of the action, by id; undefined while nobody has accepted to lead it. */
export interface ReplyFacts {
  lead: string | undefined;
}

/** The policy for replies to findings: the lead's coordinators (rule 3). */
export const mayReply = allow<ReplyFacts>("finding.reply", (viewer, { lead }) =>
  grantIn(viewer, [lead], coordinating),
);
