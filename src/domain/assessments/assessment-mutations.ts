import type { Ledger } from "../../ledger/index.js";
import type { Class } from "../../reading/index.js";
import { mutations, RemovalInput } from "../common/index.js";
import { AnswerAssessmentInput } from "./answers/answer-inputs.js";
import { AnswerService } from "./answers/answer-service.js";
import { Assessment } from "./assessment.js";
import {
  AssessmentReasonInput,
  AssessmentStepInput,
  BeginAssessmentInput,
  CorrectAssessmentInput,
  DeclareInterestsInput,
  RecordAssessmentInput,
} from "./assessment-inputs.js";
import { AssessmentService } from "./assessment-service.js";
import { CorrectionService } from "./correction-service.js";
import { Evidence } from "./evidence/evidence.js";
import { AddEvidenceInput } from "./evidence/evidence-inputs.js";
import { EvidenceService } from "./evidence/evidence-service.js";
import { ActionFinding } from "./findings/action-finding.js";
import { Finding } from "./findings/finding.js";
import {
  AddFindingInput,
  AssessActionInput,
  ReplyToFindingInput,
  UpdateActionFindingInput,
  UpdateFindingInput,
} from "./findings/finding-inputs.js";
import { FindingReply } from "./findings/finding-reply.js";
import { FindingService } from "./findings/finding-service.js";
import { Instrument } from "./instruments/instrument.js";
import {
  DescribeInstrumentInput,
  DraftInstrumentInput,
  InstrumentStepInput,
  ReviseInstrumentInput,
} from "./instruments/instrument-inputs.js";
import { InstrumentService } from "./instruments/instrument-service.js";
import { RecordService } from "./record-service.js";
import { Review } from "./reviews/review.js";
import { BeginReviewInput, ReviewAssessmentInput } from "./reviews/review-inputs.js";
import { ReviewService } from "./reviews/review-service.js";

const writers =
  "For the ASSESSOR, COORDINATOR and ADMIN of its owner; the platform operator's where it has none.";
const university = "For the ASSESSOR of the university.";
const owner = "For the COORDINATOR and ADMIN of the programme's owner.";
const open = "While the assessment is DRAFT or RETURNED.";

const instrument = ["instrument", () => Instrument] as const;
const assessment = ["assessment", () => Assessment] as const;
const finding = ["finding", () => Finding] as const;
const actionFinding = ["actionFinding", () => ActionFinding] as const;

const instrumentMutations = (ledger: Ledger): Class =>
  mutations(new InstrumentService(ledger), {
    draftInstrument: {
      input: DraftInstrumentInput,
      noun: instrument,
      description: `Begins an instrument, or the next edition of one, as DRAFT. ${writers}`,
    },
    reviseInstrument: {
      input: ReviseInstrumentInput,
      noun: instrument,
      description: `Changes a draft; what was published never changes. ${writers}`,
    },
    describeInstrument: {
      input: DescribeInstrumentInput,
      noun: instrument,
      description: `Changes what is said of an edition, whatever its status: what it is for, who looks after it, its sources. ${writers}`,
    },
    publishInstrument: {
      input: InstrumentStepInput,
      noun: instrument,
      description: `Opens an edition for use. ${writers}`,
    },
    retireInstrument: {
      input: InstrumentStepInput,
      noun: instrument,
      description: `Takes an edition out of use for new assessments. ${writers}`,
    },
  });

const assessmentMutations = (ledger: Ledger): Class =>
  mutations(new AssessmentService(ledger), {
    assignAssessment: {
      input: BeginAssessmentInput,
      noun: assessment,
      description: `Gives a university an assessment to make, as DRAFT. ${owner}`,
    },
    offerAssessment: {
      input: BeginAssessmentInput,
      noun: assessment,
      description: `Begins an assessment of the university's own accord, as DRAFT. ${university}`,
    },
    declareInterests: {
      input: DeclareInterestsInput,
      noun: assessment,
      description: `States the university's interests in the subject (rule 4). ${open} ${university}`,
    },
    submitAssessment: {
      input: AssessmentStepInput,
      noun: assessment,
      description: `Hands an assessment in: every required question answered, interests declared, the university independent. ${university}`,
    },
    withdrawAssessment: {
      input: AssessmentReasonInput,
      noun: assessment,
      description: `Takes back an assessment that is DRAFT or RETURNED. ${university} ${owner}`,
    },
  });

const answerMutations = (ledger: Ledger): Class =>
  mutations(new AnswerService(ledger), {
    answerAssessment: {
      input: AnswerAssessmentInput,
      noun: assessment,
      description: `Saves answers, one or many, all or none; scores follow. ${open} ${university}`,
    },
  });

const correctionMutations = (ledger: Ledger): Class =>
  mutations(new CorrectionService(ledger), {
    correctAssessment: {
      input: CorrectAssessmentInput,
      noun: assessment,
      description: `Begins a correction of a published assessment, as DRAFT; once published, it takes its place. ${university}`,
    },
  });

const recordMutations = (ledger: Ledger): Class =>
  mutations(new RecordService(ledger), {
    recordAssessment: {
      input: RecordAssessmentInput,
      noun: assessment,
      description: `Records an assessment that was made and published without the hub, with what its sources tell. ${owner}`,
    },
  });

const reviewMutations = (ledger: Ledger): Class =>
  mutations(new ReviewService(ledger), {
    beginReview: {
      input: BeginReviewInput,
      noun: assessment,
      description: `Gives what was handed in to a second reader. ${owner}`,
    },
    reviewAssessment: {
      input: ReviewAssessmentInput,
      noun: ["review", () => Review],
      also: assessment,
      description:
        "Gives a second reader's verdict. For the ASSESSOR, COORDINATOR and ADMIN of the reviewing organisation who are not of the university.",
    },
    returnAssessment: {
      input: AssessmentReasonInput,
      noun: assessment,
      description: `Gives an assessment back to be corrected, after the last review said RETURN. ${owner}`,
    },
    acceptAssessment: {
      input: AssessmentStepInput,
      noun: assessment,
      description: `Accepts an assessment, after the last review said ACCEPT. ${owner}`,
    },
    publishAssessment: {
      input: AssessmentStepInput,
      noun: assessment,
      description: `Opens an accepted assessment to whoever sees its subject; it never changes again. ${owner}`,
    },
  });

const findingMutations = (ledger: Ledger): Class =>
  mutations(new FindingService(ledger), {
    addFinding: {
      input: AddFindingInput,
      noun: finding,
      description: `Adds what was found, and what is recommended. ${open} ${university}`,
    },
    updateFinding: {
      input: UpdateFindingInput,
      noun: finding,
      description: `Changes a finding. ${open} ${university}`,
    },
    removeFinding: {
      input: RemovalInput,
      description: `Takes a finding away. ${open} ${university}`,
    },
    assessAction: {
      input: AssessActionInput,
      noun: actionFinding,
      description: `Says how far an action was carried out (rule 3). ${open} ${university}`,
    },
    updateActionFinding: {
      input: UpdateActionFindingInput,
      noun: actionFinding,
      description: `Changes how far an action was found carried out. ${open} ${university}`,
    },
    removeActionFinding: {
      input: RemovalInput,
      description: `Takes away what was found of an action. ${open} ${university}`,
    },
    replyToFinding: {
      input: ReplyToFindingInput,
      noun: ["reply", () => FindingReply],
      description:
        "Replies to what a university published of an action. For the COORDINATOR and ADMIN of the action's lead.",
    },
  });

const evidenceMutations = (ledger: Ledger): Class =>
  mutations(new EvidenceService(ledger), {
    addEvidence: {
      input: AddEvidenceInput,
      noun: ["evidence", () => Evidence],
      description: `Adds a link on which the assessment rests. ${open} ${university}`,
    },
    removeEvidence: {
      input: RemovalInput,
      description: `Takes a link or a file away. ${open} ${university}`,
    },
  });

/** The mutations on instruments, assessments, reviews, findings and evidence. */
export const assessmentGroupMutations = (ledger: Ledger): Class[] => [
  instrumentMutations(ledger),
  assessmentMutations(ledger),
  answerMutations(ledger),
  correctionMutations(ledger),
  recordMutations(ledger),
  reviewMutations(ledger),
  findingMutations(ledger),
  evidenceMutations(ledger),
];
