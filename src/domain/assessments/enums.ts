import { defineEnum, type MemberOf } from "../../reading/index.js";
import { lifecycle } from "../common/index.js";

/** The kind of answer to a question. */
export const QuestionKind = defineEnum("QuestionKind", "The kind of answer to a question.", {
  SCALE: "A whole number on a scale. Default: 1 to 5. Skala.",
  NUMBER: "A number; the question may give a range.",
  PERCENT: "A number from 0 to 100.",
  MONEY: "Whole rupiah.",
  CHOICE: "One of the question's options.",
  MULTI_CHOICE: "One or several of the question's options.",
  BOOLEAN: "Yes or no.",
  TEXT: "A text; it has no score.",
});
export type QuestionKind = MemberOf<typeof QuestionKind>;

/** The status of an edition of an instrument. */
export const InstrumentStatus = defineEnum(
  "InstrumentStatus",
  "The status of an edition of an instrument.",
  {
    DRAFT: "In preparation; visible only to its owner. Next: PUBLISHED.",
    PUBLISHED: "In use; its questions never change. Next: RETIRED.",
    RETIRED: "Not for new assessments; assessments that have begun continue. Final.",
  },
);
export type InstrumentStatus = MemberOf<typeof InstrumentStatus>;

/** The allowed transitions of an instrument (domain, "Instrument"). */
export const instrumentLifecycle = lifecycle<InstrumentStatus>("Instrument", {
  DRAFT: [InstrumentStatus.PUBLISHED],
  PUBLISHED: [InstrumentStatus.RETIRED],
  RETIRED: [],
});

/** The formula for a dimension's score, from the scores of its questions. */
export const ScoreFormula = defineEnum(
  "ScoreFormula",
  "The formula for a dimension's score, from the scores (0 to 100) of its answered questions.",
  {
    WEIGHTED_MEAN: "The mean of the scores, with the questions' weights.",
    WEIGHTED_GEOMETRIC_MEAN:
      "The geometric mean of the scores, with the questions' weights. High scores cannot make up for a low one, as in the Human Development Index since 2010.",
    MINIMUM:
      "The lowest score: a dimension is as strong as its weakest part. Weights do not count.",
  },
);
export type ScoreFormula = MemberOf<typeof ScoreFormula>;

/** The round of an assessment: its time in the course of a programme. */
export const AssessmentRound = defineEnum(
  "AssessmentRound",
  "The round of an assessment: its time in the course of a programme. Putaran.",
  {
    BASELINE: "Before the actions; later rounds are compared with it. Data dasar.",
    MIDLINE: "Half-way. Tengah periode.",
    ENDLINE: "After the actions. Akhir periode.",
    AD_HOC: "At another time; a university may make several.",
  },
);
export type AssessmentRound = MemberOf<typeof AssessmentRound>;

/** The status of an assessment. */
export const AssessmentStatus = defineEnum("AssessmentStatus", "The status of an assessment.", {
  DRAFT: "In preparation. Next: SUBMITTED or WITHDRAWN.",
  SUBMITTED: "Submitted. Next: IN_REVIEW.",
  IN_REVIEW: "With a second reader. Next: ACCEPTED or RETURNED.",
  RETURNED: "Returned for changes. Next: SUBMITTED or WITHDRAWN.",
  ACCEPTED: "Accepted after the review. Next: PUBLISHED.",
  PUBLISHED:
    "Visible to every viewer who may see its subject. It never changes; a correction is a new assessment. Final.",
  WITHDRAWN: "Withdrawn before its submission, or after its return. Final.",
});
export type AssessmentStatus = MemberOf<typeof AssessmentStatus>;

/** The allowed transitions of an assessment (domain, "Lifecycles"). */
export const assessmentLifecycle = lifecycle<AssessmentStatus>("Assessment", {
  DRAFT: [AssessmentStatus.SUBMITTED, AssessmentStatus.WITHDRAWN],
  SUBMITTED: [AssessmentStatus.IN_REVIEW],
  IN_REVIEW: [AssessmentStatus.ACCEPTED, AssessmentStatus.RETURNED],
  RETURNED: [AssessmentStatus.SUBMITTED, AssessmentStatus.WITHDRAWN],
  ACCEPTED: [AssessmentStatus.PUBLISHED],
  PUBLISHED: [],
  WITHDRAWN: [],
});

/** The reason why a question counts as missing. */
export const MissingReason = defineEnum(
  "MissingReason",
  "The reason why a question counts as missing in an assessment.",
  {
    REQUIRED: "It is always required and has no answer.",
    REQUIRED_BY_CONDITION:
      "It is required because the answer to an earlier question satisfies its condition. It has no answer.",
  },
);
export type MissingReason = MemberOf<typeof MissingReason>;

/** A second reader's verdict. */
export const Verdict = defineEnum("Verdict", "A second reader's verdict on an assessment.", {
  ACCEPT: "It can be accepted.",
  RETURN: "It should go back to the university; the summary or the comments give the reason.",
});
export type Verdict = MemberOf<typeof Verdict>;

/** The degree to which an action was carried out, in the terms of OGP's Independent Reporting Mechanism. */
export const Completion = defineEnum(
  "Completion",
  "The degree to which an action was carried out, in the terms of the Open Government Partnership's Independent Reporting Mechanism. Ketercapaian.",
  {
    UNCLEAR: "There is not enough information.",
    NOT_STARTED: "Nothing was done. Reported: progress 0.",
    LIMITED: "Some of it was done. Reported: progress from 1 to 49.",
    SUBSTANTIAL: "Most of it was done. Reported: progress from 50 to 99.",
    COMPLETE: "All of it was done. Reported: progress 100, or the action is COMPLETED.",
  },
);
export type Completion = MemberOf<typeof Completion>;
