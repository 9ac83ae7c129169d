import { defineEnum, type MemberOf } from "../../reading/index.js";
import { lifecycle } from "../common/index.js";

/** What sort of answer a question takes. */
export const QuestionKind = defineEnum("QuestionKind", "What sort of answer a question takes.", {
  SCALE: "A whole number on a scale, 1 to 5 unless the question says. Skala.",
  NUMBER: "A number, with a range where the question says.",
  PERCENT: "A number from 0 to 100.",
  MONEY: "Whole rupiah.",
  CHOICE: "One of the question's options.",
  MULTI_CHOICE: "Any of the question's options, at least one.",
  BOOLEAN: "Yes or no.",
  TEXT: "Words; never scored.",
});
export type QuestionKind = MemberOf<typeof QuestionKind>;

/** Where an edition of an instrument stands. */
export const InstrumentStatus = defineEnum(
  "InstrumentStatus",
  "Where an edition of an instrument stands.",
  {
    DRAFT: "Being written; seen by its owner only; goes to PUBLISHED.",
    PUBLISHED: "In use; its questions never change; goes to RETIRED.",
    RETIRED: "No new assessments use it; those that do go on. Stays.",
  },
);
export type InstrumentStatus = MemberOf<typeof InstrumentStatus>;

/** The drawn transitions of an instrument (domain, "Instrument"). */
export const instrumentLifecycle = lifecycle<InstrumentStatus>("Instrument", {
  DRAFT: [InstrumentStatus.PUBLISHED],
  PUBLISHED: [InstrumentStatus.RETIRED],
  RETIRED: [],
});

/** How the scores of a dimension's questions become the score of the dimension. */
export const ScoreFormula = defineEnum(
  "ScoreFormula",
  "How the scores (0 to 100) of a dimension's answered questions become the dimension's score.",
  {
    WEIGHTED_MEAN: "Their mean, each counted by its question's weight.",
    WEIGHTED_GEOMETRIC_MEAN:
      "Their geometric mean, each counted by its question's weight: one that is low is not made good by others, as in the Human Development Index since 2010.",
    MINIMUM:
      "The lowest of them: a dimension is as strong as its weakest part. Weights do not count.",
  },
);
export type ScoreFormula = MemberOf<typeof ScoreFormula>;

/** When in the course of a programme an assessment is made. */
export const AssessmentRound = defineEnum(
  "AssessmentRound",
  "When in the course of a programme an assessment is made. Putaran.",
  {
    BASELINE: "Before the actions, to compare with. Data dasar.",
    MIDLINE: "Half-way. Tengah periode.",
    ENDLINE: "After them. Akhir periode.",
    AD_HOC: "At another time; a university may make several.",
  },
);
export type AssessmentRound = MemberOf<typeof AssessmentRound>;

/** Where an assessment stands. */
export const AssessmentStatus = defineEnum("AssessmentStatus", "Where an assessment stands.", {
  DRAFT: "Being answered; goes to SUBMITTED or WITHDRAWN.",
  SUBMITTED: "Handed in; goes to IN_REVIEW.",
  IN_REVIEW: "With a second reader; goes to ACCEPTED or RETURNED.",
  RETURNED: "To be corrected; goes to SUBMITTED or WITHDRAWN.",
  ACCEPTED: "Found good; goes to PUBLISHED.",
  PUBLISHED:
    "Open to whoever sees its subject; it never changes, a correction is a new one. Stays.",
  WITHDRAWN: "Taken back before it was handed in, or after its return; stays.",
});
export type AssessmentStatus = MemberOf<typeof AssessmentStatus>;

/** The drawn transitions of an assessment (domain, "Lifecycles"). */
export const assessmentLifecycle = lifecycle<AssessmentStatus>("Assessment", {
  DRAFT: [AssessmentStatus.SUBMITTED, AssessmentStatus.WITHDRAWN],
  SUBMITTED: [AssessmentStatus.IN_REVIEW],
  IN_REVIEW: [AssessmentStatus.ACCEPTED, AssessmentStatus.RETURNED],
  RETURNED: [AssessmentStatus.SUBMITTED, AssessmentStatus.WITHDRAWN],
  ACCEPTED: [AssessmentStatus.PUBLISHED],
  PUBLISHED: [],
  WITHDRAWN: [],
});

/** Why a question counts as missing. */
export const MissingReason = defineEnum(
  "MissingReason",
  "Why a question is missing in an assessment.",
  {
    REQUIRED: "It is required of everybody and has no answer.",
    REQUIRED_BY_CONDITION:
      "It is required, and asked because an earlier question was answered as its condition says.",
  },
);
export type MissingReason = MemberOf<typeof MissingReason>;

/** A second reader's verdict. */
export const Verdict = defineEnum("Verdict", "A second reader's verdict on an assessment.", {
  ACCEPT: "It can be accepted.",
  RETURN: "It is to go back to the university; the comments say why.",
});
export type Verdict = MemberOf<typeof Verdict>;

/** How far an action was carried out, in the words of OGP's Independent Reporting Mechanism. */
export const Completion = defineEnum(
  "Completion",
  "How far an action was carried out, in the words of the Open Government Partnership's Independent Reporting Mechanism.",
  {
    UNCLEAR: "It cannot be told from what there is.",
    NOT_STARTED: "Nothing was done. Reported: progress 0.",
    LIMITED: "Some was done. Reported: progress from 1 to 49.",
    SUBSTANTIAL: "Most was done. Reported: progress from 50 to 99.",
    COMPLETE: "All was done. Reported: progress 100, or the action is COMPLETED.",
  },
);
export type Completion = MemberOf<typeof Completion>;
