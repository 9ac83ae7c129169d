import "./added-fields.js";
import "./comparison/comparison.js";
import "./findings/two-voices.js";

// Classes
export { Answer } from "./answers/answer.js";
// Use cases
export { importAnswerRows } from "./answers/answer-rows.js";
export { takeBackAnswers } from "./answers/take-back-answers.js";
export { Assessment } from "./assessment.js";
export { staysAtWork } from "./assessment-visibility.js";
export { checkUploading } from "./at-work.js";
// Enumerations
export { AssessmentRound, Completion, QuestionKind, ScoreFormula, Verdict } from "./enums.js";
export { Evidence, type EvidenceFile } from "./evidence/evidence.js";
export { evidenceUploads } from "./evidence/evidence-mutations.js";
export { ActionFinding } from "./findings/action-finding.js";
export { Finding } from "./findings/finding.js";
export { FindingReply } from "./findings/finding-reply.js";
export { linesOfAssessors } from "./independence.js";
// The questionnaire that comes with the hub, and the workbook of an assessment
export { assetPentagon } from "./instruments/asset-pentagon.js";
export { Instrument } from "./instruments/instrument.js";
export { instrumentMutations } from "./instruments/instrument-mutations.js";
export { allAssessmentMutations } from "./mutations.js";
export { recordMutations } from "./record-mutations.js";
export { Review } from "./reviews/review.js";
export { checkWorkbook, takeWorkbook } from "./workbook/take-workbook.js";
export { assessmentWorkbook } from "./workbook/workbook-export.js";
