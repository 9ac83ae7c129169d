/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** An organisation's acknowledgement of minutes. */
export type AcknowledgeMinutesInput = {
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The minutes. */
  minutesId: string | number;
  /** The organisation; it must have attended. */
  organisationId: string | number;
  /** The SHA-256 of the minutes that you read. */
  sha256: string;
};

/** A link that supports an assessment. Files are uploaded over HTTP, outside GraphQL. */
export type AddEvidenceInput = {
  /** Its address (http or https URL). */
  address: string;
  /** The assessment. */
  assessmentId: string | number;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The key of the question whose answer it supports. */
  question?: string | null | undefined;
  /** Its title. */
  title: string;
};

/** A university's finding, with its recommendation. */
export type AddFindingInput = {
  /** The actions that it concerns. */
  actionIds?: Array<string | number> | null | undefined;
  /** The assessment. */
  assessmentId: string | number;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The measurements that it is based on. */
  measurementIds?: Array<string | number> | null | undefined;
  /** The recommendation. */
  recommendation?: string | null | undefined;
  /** The finding, as text. */
  text: string;
};

/** A new text of an outcome. An absent field does not change; null empties the due date. The new text has no positions yet. */
export type AmendOutcomeInput = {
  /** The due date. */
  dueOn?: string | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The outcome. */
  id: string | number;
  /** The organisation that amends it: the one that proposed it, or the convener. Default: the first of the two that the requester may speak for. */
  organisationId?: string | number | null | undefined;
  /** The reason for the amendment. */
  reason: string;
  /** The organisations that are responsible for it. */
  responsibleIds?: Array<string | number> | null | undefined;
  /** Its text by language. A language that is absent here has no text of its own: a new text replaces the earlier one in both languages, since a translation of that would say something else. */
  statement?: OutcomeTextInput | null | undefined;
  /** Its text, in the language of the request's `Accept-Language`, in Indonesian without one; `statement` names the languages. A new outcome needs one of the two. */
  text?: string | null | undefined;
};

/** Answers to one or more questions of an assessment. Questions that are not named do not change. */
export type AnswerAssessmentInput = {
  /** The answers, at most one for each question. */
  answers: Array<AnswerInput>;
  /** The keys of questions whose answers are removed. */
  clear?: Array<string> | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The assessment. */
  id: string | number;
};

/** The answer to one question, in the field for the question's kind. It replaces an earlier answer. */
export type AnswerInput = {
  /** For BOOLEAN. */
  boolean?: boolean | null | undefined;
  /** For CHOICE: the key of the chosen option. */
  choice?: string | null | undefined;
  /** For MULTI_CHOICE: the keys of the chosen options, at least one. */
  choices?: Array<string> | null | undefined;
  /** For MONEY, in whole rupiah. */
  money?: string | null | undefined;
  /** A remark; when absent or null, an earlier remark is removed. */
  note?: string | null | undefined;
  /** For NUMBER. */
  number?: number | null | undefined;
  /** For PERCENT, 0 to 100. */
  percent?: number | null | undefined;
  /** The question's key. */
  question: string;
  /** For SCALE. */
  scale?: number | null | undefined;
  /** For TEXT. */
  text?: string | null | undefined;
};

/** The assessment that goes to its next status, with the reason. */
export type AssessmentReasonInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The assessment. */
  id: string | number;
  /** The reason. */
  reason: string;
};

/** The round of an assessment: its time in the course of a programme. Putaran. */
export type AssessmentRound =
  /** At another time; a university may make several. */
  | 'AD_HOC'
  /** Before the actions; later rounds are compared with it. Data dasar. */
  | 'BASELINE'
  /** After the actions. Akhir periode. */
  | 'ENDLINE'
  /** Half-way. Tengah periode. */
  | 'MIDLINE';

/** The status of an assessment. */
export type AssessmentStatus =
  /** Accepted after the review. Next: PUBLISHED. */
  | 'ACCEPTED'
  /** In preparation. Next: SUBMITTED or WITHDRAWN. */
  | 'DRAFT'
  /** With a second reader. Next: ACCEPTED or RETURNED. */
  | 'IN_REVIEW'
  /** Visible to every viewer who may see its subject. It never changes; a correction is a new assessment. Final. */
  | 'PUBLISHED'
  /** Returned for changes. Next: SUBMITTED or WITHDRAWN. */
  | 'RETURNED'
  /** Submitted. Next: IN_REVIEW. */
  | 'SUBMITTED'
  /** Withdrawn before its submission, or after its return. Final. */
  | 'WITHDRAWN';

/** The assessment that goes to its next status. */
export type AssessmentStepInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The assessment. */
  id: string | number;
};

/** The arrival or the departure of an invited organisation, now. */
export type AttendanceInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The invitation. */
  id: string | number;
};

/** The assessment that goes to its review, with the second reader's organisation. */
export type BeginReviewInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The assessment. */
  id: string | number;
  /** The organisation that gives the second reading; it must not belong to the university. Default: the programme's owner. */
  reviewerId?: string | number | null | undefined;
};

/** A new stance on the same text, for example when an objection is withdrawn. */
export type ChangePositionInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The position. */
  id: string | number;
  /** The reservation or objection in words; required for AGREE_WITH_RESERVATION and OBJECT. */
  reason?: string | null | undefined;
  /** The stance. */
  stance: Stance;
};

/** The method by which an outcome was decided. */
export type DecisionMethod =
  /** Deferred or rejected by the convener, or deferred because the meeting closed without a decision. */
  | 'CONVENER'
  /** By consensus: there was a quorum, no objection stood, and at least half agreed. Musyawarah mufakat. */
  | 'MUFAKAT'
  /** Agreed in a meeting held without the hub, and recorded from its sources. */
  | 'RECORDED'
  /** By the votes of the voices that attended when the vote was opened, after mufakat had failed. Pemungutan suara. */
  | 'VOTE';

/** A university's declaration of interests (rule 4). */
export type DeclareInterestsInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The assessment. */
  id: string | number;
  /** The university's interests in the subject, in words; also required when there are none. */
  interests: string;
};

/** The kind of meeting that a deliberation is. */
export type DeliberationKind =
  /** For invited experts, on one question. Diskusi kelompok terpumpun (FGD). */
  | 'FOCUS_GROUP'
  /** For villages, an area or a customary community. Rembuk lokal, musyawarah. */
  | 'LOCAL'
  /** For the whole programme, convened by the central government. Rembuk nasional. */
  | 'NATIONAL'
  /** For a province, regency or city. Rembuk daerah. */
  | 'REGIONAL';

/** The status of a deliberation. */
export type DeliberationStatus =
  /** Cancelled before it began. Final. */
  | 'CANCELLED'
  /** Ended, with minutes. It never changes again. */
  | 'CLOSED'
  /** In preparation. Next: SCHEDULED or CANCELLED. */
  | 'DRAFT'
  /** In progress: attendance, outcomes and positions are live. Next: CLOSED. */
  | 'IN_SESSION'
  /** The invitations have been sent. Next: IN_SESSION or CANCELLED. */
  | 'SCHEDULED';

/** The deliberation that goes to its next status. */
export type DeliberationStepInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The deliberation. */
  id: string | number;
};

/** The reason why a question counts as missing in an assessment. */
export type MissingReason =
  /** It is always required and has no answer. */
  | 'REQUIRED'
  /** It is required because the answer to an earlier question satisfies its condition. It has no answer. */
  | 'REQUIRED_BY_CONDITION';

/** The decision to defer or reject an outcome, with the reason. */
export type OutcomeRefusalInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The outcome. */
  id: string | number;
  /** The reason. */
  reason: string;
};

/** The status of an outcome. */
export type OutcomeStatus =
  /** Agreed by mufakat, by vote or as recorded. No action that the viewer may see results from it yet. */
  | 'AGREED'
  /** Postponed. It stays so; a later deliberation can take it up again by an outcome of its own, and `takenUpBy` then shows where. */
  | 'DEFERRED'
  /** Agreed, with at least one resulting action that is not cancelled. Derived. Ditindaklanjuti. */
  | 'FOLLOWED_UP'
  /** Agreed, and all resulting actions that are not cancelled are completed. Derived. Dipenuhi. */
  | 'FULFILLED'
  /** Under deliberation. Next: AGREED, DEFERRED or REJECTED. */
  | 'PROPOSED'
  /** Not agreed. Final. */
  | 'REJECTED';

/** The outcome that takes a step towards its decision. */
export type OutcomeStepInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The outcome. */
  id: string | number;
};

/** A text of an outcome in one or both languages; at least one is needed. */
export type OutcomeTextInput = {
  /** In English. */
  english?: string | null | undefined;
  /** In Indonesian. */
  indonesian?: string | null | undefined;
};

/** An outcome that an attending organisation proposes. */
export type ProposeOutcomeInput = {
  /** The deliberation. */
  deliberationId: string | number;
  /** The due date. */
  dueOn?: string | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The organisation that proposes it: an attending organisation, or the convener. */
  organisationId: string | number;
  /** The organisations that are responsible for it. */
  responsibleIds?: Array<string | number> | null | undefined;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** Its text by language. A language that is absent here has no text of its own: a new text replaces the earlier one in both languages, since a translation of that would say something else. */
  statement?: OutcomeTextInput | null | undefined;
  /** The outcome that this one supersedes once it is agreed: an agreed outcome of an earlier, closed deliberation. */
  supersedesId?: string | number | null | undefined;
  /** The outcome that this one takes up again: a deferred outcome of an earlier, closed deliberation. */
  takesUpId?: string | number | null | undefined;
  /** Its text, in the language of the request's `Accept-Language`, in Indonesian without one; `statement` names the languages. A new outcome needs one of the two. */
  text?: string | null | undefined;
};

/** The kind of answer to a question. */
export type QuestionKind =
  /** Yes or no. */
  | 'BOOLEAN'
  /** One of the question's options. */
  | 'CHOICE'
  /** Whole rupiah. */
  | 'MONEY'
  /** One or several of the question's options. */
  | 'MULTI_CHOICE'
  /** A number; the question may give a range. */
  | 'NUMBER'
  /** A number from 0 to 100. */
  | 'PERCENT'
  /** A whole number on a scale. Default: 1 to 5. Skala. */
  | 'SCALE'
  /** A text; it has no score. */
  | 'TEXT';

/** The noun to remove or to revoke. */
export type RemovalInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** Its id. */
  id: string | number;
};

/** A second reader's verdict on an assessment that is in review. */
export type ReviewAssessmentInput = {
  /** The assessment. */
  assessmentId: string | number;
  /** The comments on single questions. */
  comments?: Array<ReviewCommentInput> | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The summary in words. RETURN requires a summary or a comment. */
  summary?: string | null | undefined;
  /** The verdict. */
  verdict: Verdict;
};

/** A second reader's comment on one question. */
export type ReviewCommentInput = {
  /** The question's key. */
  question: string;
  /** The comment. */
  text: string;
};

/** What a person may do for an organisation. */
export type Role =
  /** Everything that a coordinator may, and its members, keys, webhooks and profile. */
  | 'ADMIN'
  /** Assessments for its university. Asesor. */
  | 'ASSESSOR'
  /** Progress and contributions where the organisation takes part. Kontributor. */
  | 'CONTRIBUTOR'
  /** Plans, actions, deliberations and positions for the organisation. Koordinator. */
  | 'COORDINATOR'
  /** Reads what the organisation may read. */
  | 'VIEWER';

/** The sector of a stakeholder; quorum counts sectors, not heads. */
export type Sector =
  /** A ministry, agency or national body. Pemerintah pusat. */
  | 'CENTRAL_GOVERNMENT'
  /** A community or customary group. Kelompok masyarakat. */
  | 'COMMUNITY_GROUP'
  /** A non-governmental organisation. LSM. */
  | 'NGO'
  /** A company, including state-owned enterprises. Dunia usaha. */
  | 'PRIVATE_SECTOR'
  /** A province, regency or city, or one of its agencies. Pemerintah daerah. */
  | 'REGIONAL_GOVERNMENT'
  /** A university or polytechnic. Perguruan tinggi. */
  | 'UNIVERSITY'
  /** A village's government. Pemerintah desa. */
  | 'VILLAGE_GOVERNMENT';

/** A publication that the record's facts come from. */
export type SourceInput = {
  /** Its address (http or https URL). */
  address?: string | null | undefined;
  /** The date of publication, as exactly as it is known. */
  date?: string | null | undefined;
  /** A short name for it. */
  key?: string | null | undefined;
  /** The subject of the publication. */
  note?: string | null | undefined;
  /** The publisher. */
  publisher: string;
};

/** An organisation's stance on an outcome's current text (rule 1). */
export type Stance =
  /** Takes part, but neither agrees nor objects. Abstain. */
  | 'ABSTAIN'
  /** Agrees. Setuju. */
  | 'AGREE'
  /** Agrees, with a stated reservation. Setuju dengan catatan. */
  | 'AGREE_WITH_RESERVATION'
  /** Objects, with a stated reason. There is no mufakat while an objection stands. Keberatan. */
  | 'OBJECT';

/** An organisation's position on an outcome's current text. */
export type TakePositionInput = {
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The organisation that takes the position; it must attend. */
  organisationId: string | number;
  /** The outcome. */
  outcomeId: string | number;
  /** The reservation or objection in words; required for AGREE_WITH_RESERVATION and OBJECT. */
  reason?: string | null | undefined;
  /** The stance. */
  stance: Stance;
  /** The number of the text that you read. The number of a replaced text gets CONFLICT. */
  textVersion: number;
};

/** A language of the hub's texts. */
export type TextLanguage =
  /** English. */
  | 'EN'
  /** Indonesian (bahasa Indonesia). */
  | 'ID';

/** One of Indonesia's three official times, by province (Keppres 41/1987). Zona waktu. */
export type TimeZone =
  /** UTC+7: Sumatra, Java, West and Central Kalimantan. Waktu Indonesia Barat. */
  | 'WIB'
  /** UTC+9: Maluku, Papua. Waktu Indonesia Timur. */
  | 'WIT'
  /** UTC+8: South, East and North Kalimantan, Bali, Nusa Tenggara, Sulawesi. Waktu Indonesia Tengah. */
  | 'WITA';

/** A second reader's verdict on an assessment. */
export type Verdict =
  /** It can be accepted. */
  | 'ACCEPT'
  /** It should go back to the university; the summary or the comments give the reason. */
  | 'RETURN';

/** The kind of a request's credential. */
export type ViewerKind =
  /** An organisation's API key. */
  | 'KEY'
  /** A person's token. */
  | 'USER'
  /** No credential: the viewer sees only public data. */
  | 'VISITOR';

export type ConsoleViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleViewerQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', kind: ViewerKind, email: string | null, operator: boolean, user: { __typename: 'User', id: string, name: string | null } | null, memberships: Array<{ __typename: 'ViewerMembership', roles: Array<Role>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> } };

export type AssessmentPageQueryVariables = Exact<{
  id: string | number;
}>;


export type AssessmentPageQuery = { __typename: 'Query', assessment: { __typename: 'Assessment', interests: string | null, id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, completeness: number, answeredAt: string | null, instrument: { __typename: 'Instrument', id: string, key: string, edition: number, title: string, about: string | null, dimensionDetails: Array<{ __typename: 'Dimension', key: string, title: { __typename: 'TranslatedText', indonesian: string, english: string } }>, sections: Array<{ __typename: 'InstrumentSection', key: string, title: { __typename: 'TranslatedText', indonesian: string, english: string }, questions: Array<{ __typename: 'Question', key: string, kind: QuestionKind, required: boolean, minimum: number | null, maximum: number | null, text: { __typename: 'TranslatedText', indonesian: string, english: string }, help: { __typename: 'TranslatedText', indonesian: string, english: string } | null, options: Array<{ __typename: 'QuestionOption', key: string, text: { __typename: 'TranslatedText', indonesian: string, english: string } }>, condition: { __typename: 'QuestionCondition', question: string, anyOf: Array<string>, minimum: number | null, maximum: number | null } | null }> }> }, evidence: Array<{ __typename: 'Evidence', id: string, version: number, question: string | null, title: string, address: string | null, createdAt: string, file: { __typename: 'EvidenceFile', name: string, size: number, mediaType: string, address: string } | null }>, findings: Array<{ __typename: 'Finding', id: string, version: number, text: string, recommendation: string | null, actions: Array<{ __typename: 'Action', id: string, title: string, plan: { __typename: 'ActionPlan', id: string } }> }>, reviews: Array<{ __typename: 'Review', id: string, submission: number, verdict: Verdict, summary: string | null, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string }, comments: Array<{ __typename: 'ReviewComment', question: string, text: string }> }>, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }>, answers: Array<{ __typename: 'Answer', id: string, version: number, question: string, scale: number | null, value: number | null, percent: number | null, money: string | null, choice: string | null, choices: Array<string> | null, boolean: boolean | null, text: string | null, note: string | null, score: number | null }> } | null };

export type AssessmentHeadFragment = { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null };

export type AssessmentAnswersFragment = { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, completeness: number, answeredAt: string | null, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }>, answers: Array<{ __typename: 'Answer', id: string, version: number, question: string, scale: number | null, value: number | null, percent: number | null, money: string | null, choice: string | null, choices: Array<string> | null, boolean: boolean | null, text: string | null, note: string | null, score: number | null }> };

export type AssessmentAnswerFragment = { __typename: 'Answer', id: string, version: number, question: string, scale: number | null, value: number | null, percent: number | null, money: string | null, choice: string | null, choices: Array<string> | null, boolean: boolean | null, text: string | null, note: string | null, score: number | null };

export type AssessmentQuestionFragment = { __typename: 'Question', key: string, kind: QuestionKind, required: boolean, minimum: number | null, maximum: number | null, text: { __typename: 'TranslatedText', indonesian: string, english: string }, help: { __typename: 'TranslatedText', indonesian: string, english: string } | null, options: Array<{ __typename: 'QuestionOption', key: string, text: { __typename: 'TranslatedText', indonesian: string, english: string } }>, condition: { __typename: 'QuestionCondition', question: string, anyOf: Array<string>, minimum: number | null, maximum: number | null } | null };

export type AssessmentEvidenceFragment = { __typename: 'Evidence', id: string, version: number, question: string | null, title: string, address: string | null, createdAt: string, file: { __typename: 'EvidenceFile', name: string, size: number, mediaType: string, address: string } | null };

export type AssessmentFindingFragment = { __typename: 'Finding', id: string, version: number, text: string, recommendation: string | null, actions: Array<{ __typename: 'Action', id: string, title: string, plan: { __typename: 'ActionPlan', id: string } }> };

export type AssessmentReviewFragment = { __typename: 'Review', id: string, submission: number, verdict: Verdict, summary: string | null, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string }, comments: Array<{ __typename: 'ReviewComment', question: string, text: string }> };

export type AssessmentAnswersNowQueryVariables = Exact<{
  id: string | number;
}>;


export type AssessmentAnswersNowQuery = { __typename: 'Query', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, completeness: number, answeredAt: string | null, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }>, answers: Array<{ __typename: 'Answer', id: string, version: number, question: string, scale: number | null, value: number | null, percent: number | null, money: string | null, choice: string | null, choices: Array<string> | null, boolean: boolean | null, text: string | null, note: string | null, score: number | null }> } | null };

export type AssessmentScoresQueryVariables = Exact<{
  id: string | number;
}>;


export type AssessmentScoresQuery = { __typename: 'Query', assessment: { __typename: 'Assessment', id: string, agreement: { __typename: 'Agreement', alpha: number | null, units: number, assessments: Array<{ __typename: 'Assessment', id: string, university: { __typename: 'Organisation', id: string, name: string } }> } | null, area: { __typename: 'Area', id: string, comparison: Array<{ __typename: 'RoundComparison', questionnaire: string, dimension: string, baseline: number | null, midline: number | null, endline: number | null, change: number | null, universities: number }> } | null, plan: { __typename: 'ActionPlan', id: string, comparison: Array<{ __typename: 'RoundComparison', questionnaire: string, dimension: string, baseline: number | null, midline: number | null, endline: number | null, change: number | null, universities: number }> } | null } | null };

export type AssessmentRoundsFragment = { __typename: 'RoundComparison', questionnaire: string, dimension: string, baseline: number | null, midline: number | null, endline: number | null, change: number | null, universities: number };

export type AssessmentChangesSubscriptionVariables = Exact<{
  id: string | number;
  after?: number | null | undefined;
}>;


export type AssessmentChangesSubscription = { changes: { __typename: 'Change', position: number, operation: string, subject:
      | { __typename: 'Acknowledgement' }
      | { __typename: 'Action' }
      | { __typename: 'ActionFinding' }
      | { __typename: 'ActionPlan' }
      | { __typename: 'Adoption' }
      | { __typename: 'Answer' }
      | { __typename: 'ApiKey' }
      | { __typename: 'Area' }
      | { __typename: 'Assessment', interests: string | null, id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, completeness: number, answeredAt: string | null, evidence: Array<{ __typename: 'Evidence', id: string, version: number, question: string | null, title: string, address: string | null, createdAt: string, file: { __typename: 'EvidenceFile', name: string, size: number, mediaType: string, address: string } | null }>, findings: Array<{ __typename: 'Finding', id: string, version: number, text: string, recommendation: string | null, actions: Array<{ __typename: 'Action', id: string, title: string, plan: { __typename: 'ActionPlan', id: string } }> }>, reviews: Array<{ __typename: 'Review', id: string, submission: number, verdict: Verdict, summary: string | null, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string }, comments: Array<{ __typename: 'ReviewComment', question: string, text: string }> }>, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }>, answers: Array<{ __typename: 'Answer', id: string, version: number, question: string, scale: number | null, value: number | null, percent: number | null, money: string | null, choice: string | null, choices: Array<string> | null, boolean: boolean | null, text: string | null, note: string | null, score: number | null }> }
      | { __typename: 'Comment' }
      | { __typename: 'Contribution' }
      | { __typename: 'Deliberation' }
      | { __typename: 'EnterpriseGroup' }
      | { __typename: 'Evidence' }
      | { __typename: 'Export' }
      | { __typename: 'Finding' }
      | { __typename: 'FindingReply' }
      | { __typename: 'Funding' }
      | { __typename: 'GroupMeasurement' }
      | { __typename: 'Import' }
      | { __typename: 'Indicator' }
      | { __typename: 'Instrument' }
      | { __typename: 'Invitation' }
      | { __typename: 'Measurement' }
      | { __typename: 'Membership' }
      | { __typename: 'Milestone' }
      | { __typename: 'Minutes' }
      | { __typename: 'Organisation' }
      | { __typename: 'Outcome' }
      | { __typename: 'OutcomePosition' }
      | { __typename: 'OutcomeVersion' }
      | { __typename: 'Participant' }
      | { __typename: 'Payment' }
      | { __typename: 'Programme' }
      | { __typename: 'ProgressUpdate' }
      | { __typename: 'Region' }
      | { __typename: 'RegionCatalogue' }
      | { __typename: 'Review' }
      | { __typename: 'Support' }
      | { __typename: 'Target' }
      | { __typename: 'User' }
      | { __typename: 'View' }
      | { __typename: 'ViewStar' }
     | null } };

export type AssessmentSaveMutationVariables = Exact<{
  input: AnswerAssessmentInput;
}>;


export type AssessmentSaveMutation = { __typename: 'Mutation', answerAssessment: { __typename: 'AnswerAssessmentPayload', position: number, assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, completeness: number, answeredAt: string | null, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }>, answers: Array<{ __typename: 'Answer', id: string, version: number, question: string, scale: number | null, value: number | null, percent: number | null, money: string | null, choice: string | null, choices: Array<string> | null, boolean: boolean | null, text: string | null, note: string | null, score: number | null }> } | null } };

export type AssessmentDeclareMutationVariables = Exact<{
  input: DeclareInterestsInput;
}>;


export type AssessmentDeclareMutation = { __typename: 'Mutation', declareInterests: { __typename: 'DeclareInterestsPayload', assessment: { __typename: 'Assessment', id: string, version: number, interests: string | null } | null } };

export type AssessmentSubmitMutationVariables = Exact<{
  input: AssessmentStepInput;
}>;


export type AssessmentSubmitMutation = { __typename: 'Mutation', submitAssessment: { __typename: 'SubmitAssessmentPayload', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentBeginReviewMutationVariables = Exact<{
  input: BeginReviewInput;
}>;


export type AssessmentBeginReviewMutation = { __typename: 'Mutation', beginReview: { __typename: 'BeginReviewPayload', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentGiveVerdictMutationVariables = Exact<{
  input: ReviewAssessmentInput;
}>;


export type AssessmentGiveVerdictMutation = { __typename: 'Mutation', reviewAssessment: { __typename: 'ReviewAssessmentPayload', review: { __typename: 'Review', id: string, submission: number, verdict: Verdict, summary: string | null, createdAt: string, assessment: { __typename: 'Assessment', id: string, reviews: Array<{ __typename: 'Review', id: string, submission: number, verdict: Verdict, summary: string | null, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string }, comments: Array<{ __typename: 'ReviewComment', question: string, text: string }> }> }, organisation: { __typename: 'Organisation', id: string, name: string }, comments: Array<{ __typename: 'ReviewComment', question: string, text: string }> } | null } };

export type AssessmentReturnMutationVariables = Exact<{
  input: AssessmentReasonInput;
}>;


export type AssessmentReturnMutation = { __typename: 'Mutation', returnAssessment: { __typename: 'ReturnAssessmentPayload', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentAcceptMutationVariables = Exact<{
  input: AssessmentStepInput;
}>;


export type AssessmentAcceptMutation = { __typename: 'Mutation', acceptAssessment: { __typename: 'AcceptAssessmentPayload', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentPublishMutationVariables = Exact<{
  input: AssessmentStepInput;
}>;


export type AssessmentPublishMutation = { __typename: 'Mutation', publishAssessment: { __typename: 'PublishAssessmentPayload', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentAddLinkMutationVariables = Exact<{
  input: AddEvidenceInput;
}>;


export type AssessmentAddLinkMutation = { __typename: 'Mutation', addEvidence: { __typename: 'AddEvidencePayload', evidence: { __typename: 'Evidence', id: string, assessment: { __typename: 'Assessment', id: string, evidence: Array<{ __typename: 'Evidence', id: string, version: number, question: string | null, title: string, address: string | null, createdAt: string, file: { __typename: 'EvidenceFile', name: string, size: number, mediaType: string, address: string } | null }> } } | null } };

export type AssessmentRemoveEvidenceMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type AssessmentRemoveEvidenceMutation = { __typename: 'Mutation', removeEvidence: { __typename: 'RemoveEvidencePayload', position: number, removedId: string } };

export type AssessmentAddFindingMutationVariables = Exact<{
  input: AddFindingInput;
}>;


export type AssessmentAddFindingMutation = { __typename: 'Mutation', addFinding: { __typename: 'AddFindingPayload', finding: { __typename: 'Finding', id: string, assessment: { __typename: 'Assessment', id: string, findings: Array<{ __typename: 'Finding', id: string, version: number, text: string, recommendation: string | null, actions: Array<{ __typename: 'Action', id: string, title: string, plan: { __typename: 'ActionPlan', id: string } }> }> } } | null } };

export type AssessmentRemoveFindingMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type AssessmentRemoveFindingMutation = { __typename: 'Mutation', removeFinding: { __typename: 'RemoveFindingPayload', position: number, removedId: string } };

export type AssessmentActionsQueryVariables = Exact<{
  id: string | number;
}>;


export type AssessmentActionsQuery = { __typename: 'Query', assessment: { __typename: 'Assessment', id: string, plan: { __typename: 'ActionPlan', id: string, actions: { __typename: 'ActionConnection', nodes: Array<{ __typename: 'Action', id: string, title: string }> } } | null } | null };

export type RoomTakePositionMutationVariables = Exact<{
  input: TakePositionInput;
}>;


export type RoomTakePositionMutation = { __typename: 'Mutation', takePosition: { __typename: 'TakePositionPayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomChangePositionMutationVariables = Exact<{
  input: ChangePositionInput;
}>;


export type RoomChangePositionMutation = { __typename: 'Mutation', changePosition: { __typename: 'ChangePositionPayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomAgreeMutationVariables = Exact<{
  input: OutcomeStepInput;
}>;


export type RoomAgreeMutation = { __typename: 'Mutation', agreeOutcome: { __typename: 'AgreeOutcomePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomOpenVoteMutationVariables = Exact<{
  input: OutcomeStepInput;
}>;


export type RoomOpenVoteMutation = { __typename: 'Mutation', openVote: { __typename: 'OpenVotePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomCloseVoteMutationVariables = Exact<{
  input: OutcomeStepInput;
}>;


export type RoomCloseVoteMutation = { __typename: 'Mutation', closeVote: { __typename: 'CloseVotePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomDeferMutationVariables = Exact<{
  input: OutcomeRefusalInput;
}>;


export type RoomDeferMutation = { __typename: 'Mutation', deferOutcome: { __typename: 'DeferOutcomePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomRejectMutationVariables = Exact<{
  input: OutcomeRefusalInput;
}>;


export type RoomRejectMutation = { __typename: 'Mutation', rejectOutcome: { __typename: 'RejectOutcomePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomAmendMutationVariables = Exact<{
  input: AmendOutcomeInput;
}>;


export type RoomAmendMutation = { __typename: 'Mutation', amendOutcome: { __typename: 'AmendOutcomePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomProposeMutationVariables = Exact<{
  input: ProposeOutcomeInput;
}>;


export type RoomProposeMutation = { __typename: 'Mutation', proposeOutcome: { __typename: 'ProposeOutcomePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, deliberation: { __typename: 'Deliberation', id: string, outcomes: { __typename: 'OutcomeConnection', nodes: Array<{ __typename: 'Outcome', id: string }> } }, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomArriveMutationVariables = Exact<{
  input: AttendanceInput;
}>;


export type RoomArriveMutation = { __typename: 'Mutation', recordArrival: { __typename: 'RecordArrivalPayload', position: number, invitation: { __typename: 'Invitation', id: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } } | null } };

export type RoomLeaveMutationVariables = Exact<{
  input: AttendanceInput;
}>;


export type RoomLeaveMutation = { __typename: 'Mutation', recordDeparture: { __typename: 'RecordDeparturePayload', position: number, invitation: { __typename: 'Invitation', id: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } } | null } };

export type RoomScheduleMutationVariables = Exact<{
  input: DeliberationStepInput;
}>;


export type RoomScheduleMutation = { __typename: 'Mutation', scheduleDeliberation: { __typename: 'ScheduleDeliberationPayload', position: number, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null } };

export type RoomOpenMutationVariables = Exact<{
  input: DeliberationStepInput;
}>;


export type RoomOpenMutation = { __typename: 'Mutation', openDeliberation: { __typename: 'OpenDeliberationPayload', position: number, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null } };

export type RoomCloseMutationVariables = Exact<{
  input: DeliberationStepInput;
}>;


export type RoomCloseMutation = { __typename: 'Mutation', closeDeliberation: { __typename: 'CloseDeliberationPayload', position: number, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, outcomes: { __typename: 'OutcomeConnection', nodes: Array<{ __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null }> }, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null } };

export type RoomAcknowledgeMutationVariables = Exact<{
  input: AcknowledgeMinutesInput;
}>;


export type RoomAcknowledgeMutation = { __typename: 'Mutation', acknowledgeMinutes: { __typename: 'AcknowledgeMinutesPayload', position: number, minutes: { __typename: 'Minutes', id: string, acknowledgements: Array<{ __typename: 'Acknowledgement', id: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> } | null } };

export type RoomPageQueryVariables = Exact<{
  key: string;
}>;


export type RoomPageQuery = { __typename: 'Query', deliberation: { __typename: 'Deliberation', recorded: boolean, id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, invitations: Array<{ __typename: 'Invitation', id: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, outcomes: { __typename: 'OutcomeConnection', nodes: Array<{ __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null }> }, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null };

export type RoomMeetingFragment = { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null };

export type RoomInvitationFragment = { __typename: 'Invitation', id: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } };

export type RoomPositionFragment = { __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } };

export type RoomStandingFragment = { __typename: 'Outcome', id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null };

export type RoomOutcomeFragment = { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null };

export type RoomTextsQueryVariables = Exact<{
  id: string | number;
}>;


export type RoomTextsQuery = { __typename: 'Query', outcome: { __typename: 'Outcome', id: string, versions: Array<{ __typename: 'OutcomeVersion', id: string, number: number, text: string, reason: string | null, dueOn: string | null, createdAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> }> } | null };

export type RoomFollowedSubscriptionVariables = Exact<{
  id: string | number;
  after?: number | null | undefined;
}>;


export type RoomFollowedSubscription = { deliberationChanged: { __typename: 'DeliberationChange', position: number, change: { __typename: 'Change', operation: string, entity: string, entityId: string, organisation: { __typename: 'Organisation', id: string, name: string } | null, subject:
        | { __typename: 'Acknowledgement', id: string }
        | { __typename: 'Action', id: string }
        | { __typename: 'ActionFinding', id: string }
        | { __typename: 'ActionPlan', id: string }
        | { __typename: 'Adoption', id: string }
        | { __typename: 'Answer', id: string }
        | { __typename: 'ApiKey', id: string }
        | { __typename: 'Area', id: string }
        | { __typename: 'Assessment', id: string }
        | { __typename: 'Comment', id: string }
        | { __typename: 'Contribution', id: string }
        | { __typename: 'Deliberation', id: string }
        | { __typename: 'EnterpriseGroup', id: string }
        | { __typename: 'Evidence', id: string }
        | { __typename: 'Export', id: string }
        | { __typename: 'Finding', id: string }
        | { __typename: 'FindingReply', id: string }
        | { __typename: 'Funding', id: string }
        | { __typename: 'GroupMeasurement', id: string }
        | { __typename: 'Import', id: string }
        | { __typename: 'Indicator', id: string }
        | { __typename: 'Instrument', id: string }
        | { __typename: 'Invitation', id: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }
        | { __typename: 'Measurement', id: string }
        | { __typename: 'Membership', id: string }
        | { __typename: 'Milestone', id: string }
        | { __typename: 'Minutes', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'Outcome', id: string, text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null }
        | { __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, outcome: { __typename: 'Outcome', id: string, number: number }, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }
        | { __typename: 'OutcomeVersion', id: string }
        | { __typename: 'Participant', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'Programme', id: string }
        | { __typename: 'ProgressUpdate', id: string }
        | { __typename: 'Region', id: string }
        | { __typename: 'RegionCatalogue', id: string }
        | { __typename: 'Review', id: string }
        | { __typename: 'Support', id: string }
        | { __typename: 'Target', id: string }
        | { __typename: 'User', id: string }
        | { __typename: 'View', id: string }
        | { __typename: 'ViewStar', id: string }
       | null }, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, outcomes: { __typename: 'OutcomeConnection', nodes: Array<{ __typename: 'Outcome', id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, positions: Array<{ __typename: 'OutcomePosition', id: string, counts: boolean }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null }> }, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null } };

export type RoomMinutesQueryVariables = Exact<{
  key: string;
  language: TextLanguage;
}>;


export type RoomMinutesQuery = { __typename: 'Query', deliberation: { __typename: 'Deliberation', id: string, minutes: { __typename: 'Minutes', id: string, closedAt: string, sha256: string, document: string, html: string, acknowledgements: Array<{ __typename: 'Acknowledgement', id: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AssessmentHeadFragmentDoc = new TypedDocumentString(`
    fragment AssessmentHead on Assessment {
  __typename
  id
  version
  status
  round
  dueOn
  recorded
  isCorrected
  reason
  submissions
  submittedAt
  publishedAt
  corrects {
    __typename
    id
  }
  area {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    title
  }
  programme {
    __typename
    id
    title
    owner {
      __typename
      id
      name
    }
  }
  university {
    __typename
    id
    key
    name
  }
  reviewer {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"AssessmentHead"}) as unknown as TypedDocumentString<AssessmentHeadFragment, unknown>;
export const AssessmentAnswerFragmentDoc = new TypedDocumentString(`
    fragment AssessmentAnswer on Answer {
  __typename
  id
  version
  question
  scale
  value
  percent
  money
  choice
  choices
  boolean
  text
  note
  score
}
    `, {"fragmentName":"AssessmentAnswer"}) as unknown as TypedDocumentString<AssessmentAnswerFragment, unknown>;
export const AssessmentAnswersFragmentDoc = new TypedDocumentString(`
    fragment AssessmentAnswers on Assessment {
  __typename
  id
  version
  status
  completeness
  answeredAt
  missing {
    __typename
    question
    reason
  }
  scores {
    __typename
    dimension
    value
  }
  answers {
    __typename
    ...AssessmentAnswer
  }
}
    fragment AssessmentAnswer on Answer {
  __typename
  id
  version
  question
  scale
  value
  percent
  money
  choice
  choices
  boolean
  text
  note
  score
}`, {"fragmentName":"AssessmentAnswers"}) as unknown as TypedDocumentString<AssessmentAnswersFragment, unknown>;
export const AssessmentQuestionFragmentDoc = new TypedDocumentString(`
    fragment AssessmentQuestion on Question {
  __typename
  key
  kind
  text {
    __typename
    indonesian
    english
  }
  help {
    __typename
    indonesian
    english
  }
  required
  minimum
  maximum
  options {
    __typename
    key
    text {
      __typename
      indonesian
      english
    }
  }
  condition {
    __typename
    question
    anyOf
    minimum
    maximum
  }
}
    `, {"fragmentName":"AssessmentQuestion"}) as unknown as TypedDocumentString<AssessmentQuestionFragment, unknown>;
export const AssessmentEvidenceFragmentDoc = new TypedDocumentString(`
    fragment AssessmentEvidence on Evidence {
  __typename
  id
  version
  question
  title
  address
  createdAt
  file {
    __typename
    name
    size
    mediaType
    address
  }
}
    `, {"fragmentName":"AssessmentEvidence"}) as unknown as TypedDocumentString<AssessmentEvidenceFragment, unknown>;
export const AssessmentFindingFragmentDoc = new TypedDocumentString(`
    fragment AssessmentFinding on Finding {
  __typename
  id
  version
  text
  recommendation
  actions {
    __typename
    id
    title
    plan {
      __typename
      id
    }
  }
}
    `, {"fragmentName":"AssessmentFinding"}) as unknown as TypedDocumentString<AssessmentFindingFragment, unknown>;
export const AssessmentReviewFragmentDoc = new TypedDocumentString(`
    fragment AssessmentReview on Review {
  __typename
  id
  submission
  verdict
  summary
  createdAt
  organisation {
    __typename
    id
    name
  }
  comments {
    __typename
    question
    text
  }
}
    `, {"fragmentName":"AssessmentReview"}) as unknown as TypedDocumentString<AssessmentReviewFragment, unknown>;
export const AssessmentRoundsFragmentDoc = new TypedDocumentString(`
    fragment AssessmentRounds on RoundComparison {
  __typename
  questionnaire
  dimension
  baseline
  midline
  endline
  change
  universities
}
    `, {"fragmentName":"AssessmentRounds"}) as unknown as TypedDocumentString<AssessmentRoundsFragment, unknown>;
export const RoomMeetingFragmentDoc = new TypedDocumentString(`
    fragment RoomMeeting on Deliberation {
  __typename
  id
  key
  title
  kind
  status
  version
  summary
  heldFrom
  heldTo
  place
  timeZone
  openedAt
  convener {
    __typename
    id
    key
    name
  }
  region {
    __typename
    id
    code
    name
  }
  agenda {
    __typename
    title
    startsAt
    note
  }
  quorum {
    __typename
    met
    attending
    invited
    needed
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
  minutes {
    __typename
    id
    sha256
  }
}
    `, {"fragmentName":"RoomMeeting"}) as unknown as TypedDocumentString<RoomMeetingFragment, unknown>;
export const RoomInvitationFragmentDoc = new TypedDocumentString(`
    fragment RoomInvitation on Invitation {
  __typename
  id
  version
  sector
  delegates
  isPresent
  attended
  attendance {
    __typename
    arrivedAt
    leftAt
  }
  organisation {
    __typename
    id
    key
    name
  }
}
    `, {"fragmentName":"RoomInvitation"}) as unknown as TypedDocumentString<RoomInvitationFragment, unknown>;
export const RoomStandingFragmentDoc = new TypedDocumentString(`
    fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
    `, {"fragmentName":"RoomStanding"}) as unknown as TypedDocumentString<RoomStandingFragment, unknown>;
export const RoomPositionFragmentDoc = new TypedDocumentString(`
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
    `, {"fragmentName":"RoomPosition"}) as unknown as TypedDocumentString<RoomPositionFragment, unknown>;
export const RoomOutcomeFragmentDoc = new TypedDocumentString(`
    fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}`, {"fragmentName":"RoomOutcome"}) as unknown as TypedDocumentString<RoomOutcomeFragment, unknown>;
export const ConsoleViewerDocument = new TypedDocumentString(`
    query ConsoleViewer {
  __typename
  viewer {
    __typename
    kind
    email
    operator
    user {
      __typename
      id
      name
    }
    memberships {
      __typename
      organisation {
        __typename
        id
        key
        name
      }
      roles
    }
  }
}
    `, {"hash":"sha256:3e722e30e8cdf6d9f9ac129fd68e9ffccae850c72661f7682967c1a450757bea"}) as unknown as TypedDocumentString<ConsoleViewerQuery, ConsoleViewerQueryVariables>;
export const AssessmentPageDocument = new TypedDocumentString(`
    query AssessmentPage($id: ID!) {
  __typename
  assessment(id: $id) {
    __typename
    ...AssessmentHead
    ...AssessmentAnswers
    interests
    instrument {
      __typename
      id
      key
      edition
      title
      about
      dimensionDetails {
        __typename
        key
        title {
          __typename
          indonesian
          english
        }
      }
      sections {
        __typename
        key
        title {
          __typename
          indonesian
          english
        }
        questions {
          __typename
          ...AssessmentQuestion
        }
      }
    }
    evidence {
      __typename
      ...AssessmentEvidence
    }
    findings {
      __typename
      ...AssessmentFinding
    }
    reviews {
      __typename
      ...AssessmentReview
    }
  }
}
    fragment AssessmentHead on Assessment {
  __typename
  id
  version
  status
  round
  dueOn
  recorded
  isCorrected
  reason
  submissions
  submittedAt
  publishedAt
  corrects {
    __typename
    id
  }
  area {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    title
  }
  programme {
    __typename
    id
    title
    owner {
      __typename
      id
      name
    }
  }
  university {
    __typename
    id
    key
    name
  }
  reviewer {
    __typename
    id
    name
  }
}
fragment AssessmentAnswers on Assessment {
  __typename
  id
  version
  status
  completeness
  answeredAt
  missing {
    __typename
    question
    reason
  }
  scores {
    __typename
    dimension
    value
  }
  answers {
    __typename
    ...AssessmentAnswer
  }
}
fragment AssessmentAnswer on Answer {
  __typename
  id
  version
  question
  scale
  value
  percent
  money
  choice
  choices
  boolean
  text
  note
  score
}
fragment AssessmentQuestion on Question {
  __typename
  key
  kind
  text {
    __typename
    indonesian
    english
  }
  help {
    __typename
    indonesian
    english
  }
  required
  minimum
  maximum
  options {
    __typename
    key
    text {
      __typename
      indonesian
      english
    }
  }
  condition {
    __typename
    question
    anyOf
    minimum
    maximum
  }
}
fragment AssessmentEvidence on Evidence {
  __typename
  id
  version
  question
  title
  address
  createdAt
  file {
    __typename
    name
    size
    mediaType
    address
  }
}
fragment AssessmentFinding on Finding {
  __typename
  id
  version
  text
  recommendation
  actions {
    __typename
    id
    title
    plan {
      __typename
      id
    }
  }
}
fragment AssessmentReview on Review {
  __typename
  id
  submission
  verdict
  summary
  createdAt
  organisation {
    __typename
    id
    name
  }
  comments {
    __typename
    question
    text
  }
}`, {"hash":"sha256:20d6b8b3b82c81980175d916d06dd111434d3432854f7200aa6719f0244f1fc6"}) as unknown as TypedDocumentString<AssessmentPageQuery, AssessmentPageQueryVariables>;
export const AssessmentAnswersNowDocument = new TypedDocumentString(`
    query AssessmentAnswersNow($id: ID!) {
  __typename
  assessment(id: $id) {
    __typename
    ...AssessmentAnswers
  }
}
    fragment AssessmentAnswers on Assessment {
  __typename
  id
  version
  status
  completeness
  answeredAt
  missing {
    __typename
    question
    reason
  }
  scores {
    __typename
    dimension
    value
  }
  answers {
    __typename
    ...AssessmentAnswer
  }
}
fragment AssessmentAnswer on Answer {
  __typename
  id
  version
  question
  scale
  value
  percent
  money
  choice
  choices
  boolean
  text
  note
  score
}`, {"hash":"sha256:b563e9207b16b23277a2eab4bdd3a94a5660d2dad5f327f2d5561e616068d89c"}) as unknown as TypedDocumentString<AssessmentAnswersNowQuery, AssessmentAnswersNowQueryVariables>;
export const AssessmentScoresDocument = new TypedDocumentString(`
    query AssessmentScores($id: ID!) {
  __typename
  assessment(id: $id) {
    __typename
    id
    agreement {
      __typename
      alpha
      units
      assessments {
        __typename
        id
        university {
          __typename
          id
          name
        }
      }
    }
    area {
      __typename
      id
      comparison {
        __typename
        ...AssessmentRounds
      }
    }
    plan {
      __typename
      id
      comparison {
        __typename
        ...AssessmentRounds
      }
    }
  }
}
    fragment AssessmentRounds on RoundComparison {
  __typename
  questionnaire
  dimension
  baseline
  midline
  endline
  change
  universities
}`, {"hash":"sha256:ab06e366a8427b997163f92a238cc5d5325abdc92d2a594bda04bbf731259509"}) as unknown as TypedDocumentString<AssessmentScoresQuery, AssessmentScoresQueryVariables>;
export const AssessmentChangesDocument = new TypedDocumentString(`
    subscription AssessmentChanges($id: ID!, $after: Position) {
  changes(where: {entityId: {eq: $id}}, after: $after) {
    __typename
    position
    operation
    subject {
      __typename
      ... on Assessment {
        __typename
        ...AssessmentHead
        ...AssessmentAnswers
        interests
        evidence {
          __typename
          ...AssessmentEvidence
        }
        findings {
          __typename
          ...AssessmentFinding
        }
        reviews {
          __typename
          ...AssessmentReview
        }
      }
    }
  }
}
    fragment AssessmentHead on Assessment {
  __typename
  id
  version
  status
  round
  dueOn
  recorded
  isCorrected
  reason
  submissions
  submittedAt
  publishedAt
  corrects {
    __typename
    id
  }
  area {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    title
  }
  programme {
    __typename
    id
    title
    owner {
      __typename
      id
      name
    }
  }
  university {
    __typename
    id
    key
    name
  }
  reviewer {
    __typename
    id
    name
  }
}
fragment AssessmentAnswers on Assessment {
  __typename
  id
  version
  status
  completeness
  answeredAt
  missing {
    __typename
    question
    reason
  }
  scores {
    __typename
    dimension
    value
  }
  answers {
    __typename
    ...AssessmentAnswer
  }
}
fragment AssessmentAnswer on Answer {
  __typename
  id
  version
  question
  scale
  value
  percent
  money
  choice
  choices
  boolean
  text
  note
  score
}
fragment AssessmentEvidence on Evidence {
  __typename
  id
  version
  question
  title
  address
  createdAt
  file {
    __typename
    name
    size
    mediaType
    address
  }
}
fragment AssessmentFinding on Finding {
  __typename
  id
  version
  text
  recommendation
  actions {
    __typename
    id
    title
    plan {
      __typename
      id
    }
  }
}
fragment AssessmentReview on Review {
  __typename
  id
  submission
  verdict
  summary
  createdAt
  organisation {
    __typename
    id
    name
  }
  comments {
    __typename
    question
    text
  }
}`, {"hash":"sha256:8d1a0ba4dcce0c94d615791163aceb7c0c7bb25a848c5fcc57db1c97a8ad3e8f"}) as unknown as TypedDocumentString<AssessmentChangesSubscription, AssessmentChangesSubscriptionVariables>;
export const AssessmentSaveDocument = new TypedDocumentString(`
    mutation AssessmentSave($input: AnswerAssessmentInput!) {
  __typename
  answerAssessment(input: $input) {
    __typename
    position
    assessment {
      __typename
      ...AssessmentAnswers
    }
  }
}
    fragment AssessmentAnswers on Assessment {
  __typename
  id
  version
  status
  completeness
  answeredAt
  missing {
    __typename
    question
    reason
  }
  scores {
    __typename
    dimension
    value
  }
  answers {
    __typename
    ...AssessmentAnswer
  }
}
fragment AssessmentAnswer on Answer {
  __typename
  id
  version
  question
  scale
  value
  percent
  money
  choice
  choices
  boolean
  text
  note
  score
}`, {"hash":"sha256:03b8762e229f34ce7effffe6dbf1444801043d27fbb4e05e40af26688d93b28e"}) as unknown as TypedDocumentString<AssessmentSaveMutation, AssessmentSaveMutationVariables>;
export const AssessmentDeclareDocument = new TypedDocumentString(`
    mutation AssessmentDeclare($input: DeclareInterestsInput!) {
  __typename
  declareInterests(input: $input) {
    __typename
    assessment {
      __typename
      id
      version
      interests
    }
  }
}
    `, {"hash":"sha256:522871a5ceff1a4ea85f33a1b4dd91198b64c18980309332bafc00f9a9794777"}) as unknown as TypedDocumentString<AssessmentDeclareMutation, AssessmentDeclareMutationVariables>;
export const AssessmentSubmitDocument = new TypedDocumentString(`
    mutation AssessmentSubmit($input: AssessmentStepInput!) {
  __typename
  submitAssessment(input: $input) {
    __typename
    assessment {
      __typename
      ...AssessmentHead
    }
  }
}
    fragment AssessmentHead on Assessment {
  __typename
  id
  version
  status
  round
  dueOn
  recorded
  isCorrected
  reason
  submissions
  submittedAt
  publishedAt
  corrects {
    __typename
    id
  }
  area {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    title
  }
  programme {
    __typename
    id
    title
    owner {
      __typename
      id
      name
    }
  }
  university {
    __typename
    id
    key
    name
  }
  reviewer {
    __typename
    id
    name
  }
}`, {"hash":"sha256:93c22d913184b45afb2a887c046cdc0cdf5d434b18c93a686923b7f5df668b80"}) as unknown as TypedDocumentString<AssessmentSubmitMutation, AssessmentSubmitMutationVariables>;
export const AssessmentBeginReviewDocument = new TypedDocumentString(`
    mutation AssessmentBeginReview($input: BeginReviewInput!) {
  __typename
  beginReview(input: $input) {
    __typename
    assessment {
      __typename
      ...AssessmentHead
    }
  }
}
    fragment AssessmentHead on Assessment {
  __typename
  id
  version
  status
  round
  dueOn
  recorded
  isCorrected
  reason
  submissions
  submittedAt
  publishedAt
  corrects {
    __typename
    id
  }
  area {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    title
  }
  programme {
    __typename
    id
    title
    owner {
      __typename
      id
      name
    }
  }
  university {
    __typename
    id
    key
    name
  }
  reviewer {
    __typename
    id
    name
  }
}`, {"hash":"sha256:73b5f2f2ecbab924d3868cb31e9a4ec71401decff9f097bd17159b51b813f6d6"}) as unknown as TypedDocumentString<AssessmentBeginReviewMutation, AssessmentBeginReviewMutationVariables>;
export const AssessmentGiveVerdictDocument = new TypedDocumentString(`
    mutation AssessmentGiveVerdict($input: ReviewAssessmentInput!) {
  __typename
  reviewAssessment(input: $input) {
    __typename
    review {
      __typename
      ...AssessmentReview
      assessment {
        __typename
        id
        reviews {
          __typename
          ...AssessmentReview
        }
      }
    }
  }
}
    fragment AssessmentReview on Review {
  __typename
  id
  submission
  verdict
  summary
  createdAt
  organisation {
    __typename
    id
    name
  }
  comments {
    __typename
    question
    text
  }
}`, {"hash":"sha256:27cbbebda00c58f1bd34f13ef5c8efb8d83d6457651f6176bebd97dc5267866d"}) as unknown as TypedDocumentString<AssessmentGiveVerdictMutation, AssessmentGiveVerdictMutationVariables>;
export const AssessmentReturnDocument = new TypedDocumentString(`
    mutation AssessmentReturn($input: AssessmentReasonInput!) {
  __typename
  returnAssessment(input: $input) {
    __typename
    assessment {
      __typename
      ...AssessmentHead
    }
  }
}
    fragment AssessmentHead on Assessment {
  __typename
  id
  version
  status
  round
  dueOn
  recorded
  isCorrected
  reason
  submissions
  submittedAt
  publishedAt
  corrects {
    __typename
    id
  }
  area {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    title
  }
  programme {
    __typename
    id
    title
    owner {
      __typename
      id
      name
    }
  }
  university {
    __typename
    id
    key
    name
  }
  reviewer {
    __typename
    id
    name
  }
}`, {"hash":"sha256:a4ca75dd6ddbd0be90d800f6f8aaebf3d5ccff4c4ac25e9a0088a048c20f1cfe"}) as unknown as TypedDocumentString<AssessmentReturnMutation, AssessmentReturnMutationVariables>;
export const AssessmentAcceptDocument = new TypedDocumentString(`
    mutation AssessmentAccept($input: AssessmentStepInput!) {
  __typename
  acceptAssessment(input: $input) {
    __typename
    assessment {
      __typename
      ...AssessmentHead
    }
  }
}
    fragment AssessmentHead on Assessment {
  __typename
  id
  version
  status
  round
  dueOn
  recorded
  isCorrected
  reason
  submissions
  submittedAt
  publishedAt
  corrects {
    __typename
    id
  }
  area {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    title
  }
  programme {
    __typename
    id
    title
    owner {
      __typename
      id
      name
    }
  }
  university {
    __typename
    id
    key
    name
  }
  reviewer {
    __typename
    id
    name
  }
}`, {"hash":"sha256:c9e966944cf111476fa83776a81625e0f040f1efe04165cfd5ae7f42e2472e59"}) as unknown as TypedDocumentString<AssessmentAcceptMutation, AssessmentAcceptMutationVariables>;
export const AssessmentPublishDocument = new TypedDocumentString(`
    mutation AssessmentPublish($input: AssessmentStepInput!) {
  __typename
  publishAssessment(input: $input) {
    __typename
    assessment {
      __typename
      ...AssessmentHead
    }
  }
}
    fragment AssessmentHead on Assessment {
  __typename
  id
  version
  status
  round
  dueOn
  recorded
  isCorrected
  reason
  submissions
  submittedAt
  publishedAt
  corrects {
    __typename
    id
  }
  area {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    title
  }
  programme {
    __typename
    id
    title
    owner {
      __typename
      id
      name
    }
  }
  university {
    __typename
    id
    key
    name
  }
  reviewer {
    __typename
    id
    name
  }
}`, {"hash":"sha256:67dcd0e71ec00de3530fcbffc676711021bb7a216e23094344bfe2430e32af70"}) as unknown as TypedDocumentString<AssessmentPublishMutation, AssessmentPublishMutationVariables>;
export const AssessmentAddLinkDocument = new TypedDocumentString(`
    mutation AssessmentAddLink($input: AddEvidenceInput!) {
  __typename
  addEvidence(input: $input) {
    __typename
    evidence {
      __typename
      id
      assessment {
        __typename
        id
        evidence {
          __typename
          ...AssessmentEvidence
        }
      }
    }
  }
}
    fragment AssessmentEvidence on Evidence {
  __typename
  id
  version
  question
  title
  address
  createdAt
  file {
    __typename
    name
    size
    mediaType
    address
  }
}`, {"hash":"sha256:385da24cee31279939273193d81f8e1611332bb6c5df9c9e53791ac3042202cc"}) as unknown as TypedDocumentString<AssessmentAddLinkMutation, AssessmentAddLinkMutationVariables>;
export const AssessmentRemoveEvidenceDocument = new TypedDocumentString(`
    mutation AssessmentRemoveEvidence($input: RemovalInput!) {
  __typename
  removeEvidence(input: $input) {
    __typename
    position
    removedId
  }
}
    `, {"hash":"sha256:60fa5d24c2fba391ab6895358f43744e05ce7ba20a668232265468002c4a1c57"}) as unknown as TypedDocumentString<AssessmentRemoveEvidenceMutation, AssessmentRemoveEvidenceMutationVariables>;
export const AssessmentAddFindingDocument = new TypedDocumentString(`
    mutation AssessmentAddFinding($input: AddFindingInput!) {
  __typename
  addFinding(input: $input) {
    __typename
    finding {
      __typename
      id
      assessment {
        __typename
        id
        findings {
          __typename
          ...AssessmentFinding
        }
      }
    }
  }
}
    fragment AssessmentFinding on Finding {
  __typename
  id
  version
  text
  recommendation
  actions {
    __typename
    id
    title
    plan {
      __typename
      id
    }
  }
}`, {"hash":"sha256:8ec00d4e8700a1cd2192dffab9004e9a51fa31e22120d4f014fba1aa4f9e09ac"}) as unknown as TypedDocumentString<AssessmentAddFindingMutation, AssessmentAddFindingMutationVariables>;
export const AssessmentRemoveFindingDocument = new TypedDocumentString(`
    mutation AssessmentRemoveFinding($input: RemovalInput!) {
  __typename
  removeFinding(input: $input) {
    __typename
    position
    removedId
  }
}
    `, {"hash":"sha256:03017eee433137c6bca8427bb6694762870c0c4cff3b4bf2f2bb428e00044bc7"}) as unknown as TypedDocumentString<AssessmentRemoveFindingMutation, AssessmentRemoveFindingMutationVariables>;
export const AssessmentActionsDocument = new TypedDocumentString(`
    query AssessmentActions($id: ID!) {
  __typename
  assessment(id: $id) {
    __typename
    id
    plan {
      __typename
      id
      actions(first: 100) {
        __typename
        nodes {
          __typename
          id
          title
        }
      }
    }
  }
}
    `, {"hash":"sha256:4f5934150a1d18adf3473853feecb73577429d0e5651dd5ac5d8c7c20a70d4b9"}) as unknown as TypedDocumentString<AssessmentActionsQuery, AssessmentActionsQueryVariables>;
export const RoomTakePositionDocument = new TypedDocumentString(`
    mutation RoomTakePosition($input: TakePositionInput!) {
  __typename
  takePosition(input: $input) {
    __typename
    position
    outcome {
      __typename
      ...RoomOutcome
    }
  }
}
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:d005cb5461adfe36f0fd5dfd87b9b95da6e4525c4eaa163d7a694e021b8fbb6d"}) as unknown as TypedDocumentString<RoomTakePositionMutation, RoomTakePositionMutationVariables>;
export const RoomChangePositionDocument = new TypedDocumentString(`
    mutation RoomChangePosition($input: ChangePositionInput!) {
  __typename
  changePosition(input: $input) {
    __typename
    position
    outcome {
      __typename
      ...RoomOutcome
    }
  }
}
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:453befbb3f6903c2ba7dcfb8b488632a9a3e33d5980a9bc756f1d26ebf847056"}) as unknown as TypedDocumentString<RoomChangePositionMutation, RoomChangePositionMutationVariables>;
export const RoomAgreeDocument = new TypedDocumentString(`
    mutation RoomAgree($input: OutcomeStepInput!) {
  __typename
  agreeOutcome(input: $input) {
    __typename
    position
    outcome {
      __typename
      ...RoomOutcome
    }
  }
}
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:4bc158c2ecd476931cf6bac5db616dcb962e743082ada4f3f8ccb1a2efc99f84"}) as unknown as TypedDocumentString<RoomAgreeMutation, RoomAgreeMutationVariables>;
export const RoomOpenVoteDocument = new TypedDocumentString(`
    mutation RoomOpenVote($input: OutcomeStepInput!) {
  __typename
  openVote(input: $input) {
    __typename
    position
    outcome {
      __typename
      ...RoomOutcome
    }
  }
}
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:2b19ee5e230e44dc0a6549d4b5639108664f2ce5f4f354fb08f9cd8694bb33ce"}) as unknown as TypedDocumentString<RoomOpenVoteMutation, RoomOpenVoteMutationVariables>;
export const RoomCloseVoteDocument = new TypedDocumentString(`
    mutation RoomCloseVote($input: OutcomeStepInput!) {
  __typename
  closeVote(input: $input) {
    __typename
    position
    outcome {
      __typename
      ...RoomOutcome
    }
  }
}
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:9c58ef1e304de0a21b3d112c8f319d1b9b1ee8e1e9cd256767aaf85f1d5e3000"}) as unknown as TypedDocumentString<RoomCloseVoteMutation, RoomCloseVoteMutationVariables>;
export const RoomDeferDocument = new TypedDocumentString(`
    mutation RoomDefer($input: OutcomeRefusalInput!) {
  __typename
  deferOutcome(input: $input) {
    __typename
    position
    outcome {
      __typename
      ...RoomOutcome
    }
  }
}
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:2a8d8410a53c6925ab8608b46c92b6ec31824ba580d8153ad68c44d34372e616"}) as unknown as TypedDocumentString<RoomDeferMutation, RoomDeferMutationVariables>;
export const RoomRejectDocument = new TypedDocumentString(`
    mutation RoomReject($input: OutcomeRefusalInput!) {
  __typename
  rejectOutcome(input: $input) {
    __typename
    position
    outcome {
      __typename
      ...RoomOutcome
    }
  }
}
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:916a73dbe13c648ae1a494dc4161bf50f377575a63e86d0cb90f2b4bb7523053"}) as unknown as TypedDocumentString<RoomRejectMutation, RoomRejectMutationVariables>;
export const RoomAmendDocument = new TypedDocumentString(`
    mutation RoomAmend($input: AmendOutcomeInput!) {
  __typename
  amendOutcome(input: $input) {
    __typename
    position
    outcome {
      __typename
      ...RoomOutcome
    }
  }
}
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:96a33b1f8e7d0c4ed8f267870f5f8ad22aedc4417350976f610809f93495d092"}) as unknown as TypedDocumentString<RoomAmendMutation, RoomAmendMutationVariables>;
export const RoomProposeDocument = new TypedDocumentString(`
    mutation RoomPropose($input: ProposeOutcomeInput!) {
  __typename
  proposeOutcome(input: $input) {
    __typename
    position
    outcome {
      __typename
      ...RoomOutcome
      deliberation {
        __typename
        id
        outcomes(first: 200) {
          __typename
          nodes {
            __typename
            id
          }
        }
      }
    }
  }
}
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:993bca9e90849f61addd548f208251c5888bd96edaf1bacb36a4918d3bd06545"}) as unknown as TypedDocumentString<RoomProposeMutation, RoomProposeMutationVariables>;
export const RoomArriveDocument = new TypedDocumentString(`
    mutation RoomArrive($input: AttendanceInput!) {
  __typename
  recordArrival(input: $input) {
    __typename
    position
    invitation {
      __typename
      ...RoomInvitation
    }
  }
}
    fragment RoomInvitation on Invitation {
  __typename
  id
  version
  sector
  delegates
  isPresent
  attended
  attendance {
    __typename
    arrivedAt
    leftAt
  }
  organisation {
    __typename
    id
    key
    name
  }
}`, {"hash":"sha256:cda6b9faeacc320400acef3ba38e6ce85431fa08eec0d90f8f2c676518734d73"}) as unknown as TypedDocumentString<RoomArriveMutation, RoomArriveMutationVariables>;
export const RoomLeaveDocument = new TypedDocumentString(`
    mutation RoomLeave($input: AttendanceInput!) {
  __typename
  recordDeparture(input: $input) {
    __typename
    position
    invitation {
      __typename
      ...RoomInvitation
    }
  }
}
    fragment RoomInvitation on Invitation {
  __typename
  id
  version
  sector
  delegates
  isPresent
  attended
  attendance {
    __typename
    arrivedAt
    leftAt
  }
  organisation {
    __typename
    id
    key
    name
  }
}`, {"hash":"sha256:0c00befab02d2fc58a6f2b013c270966029d585c51352665de560ae7ead9ed04"}) as unknown as TypedDocumentString<RoomLeaveMutation, RoomLeaveMutationVariables>;
export const RoomScheduleDocument = new TypedDocumentString(`
    mutation RoomSchedule($input: DeliberationStepInput!) {
  __typename
  scheduleDeliberation(input: $input) {
    __typename
    position
    deliberation {
      __typename
      ...RoomMeeting
    }
  }
}
    fragment RoomMeeting on Deliberation {
  __typename
  id
  key
  title
  kind
  status
  version
  summary
  heldFrom
  heldTo
  place
  timeZone
  openedAt
  convener {
    __typename
    id
    key
    name
  }
  region {
    __typename
    id
    code
    name
  }
  agenda {
    __typename
    title
    startsAt
    note
  }
  quorum {
    __typename
    met
    attending
    invited
    needed
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
  minutes {
    __typename
    id
    sha256
  }
}`, {"hash":"sha256:0c762bad84f9c9c73f0172281dd2d76c97b7711f3ff0d38fd2cb61a7e4fa4a91"}) as unknown as TypedDocumentString<RoomScheduleMutation, RoomScheduleMutationVariables>;
export const RoomOpenDocument = new TypedDocumentString(`
    mutation RoomOpen($input: DeliberationStepInput!) {
  __typename
  openDeliberation(input: $input) {
    __typename
    position
    deliberation {
      __typename
      ...RoomMeeting
    }
  }
}
    fragment RoomMeeting on Deliberation {
  __typename
  id
  key
  title
  kind
  status
  version
  summary
  heldFrom
  heldTo
  place
  timeZone
  openedAt
  convener {
    __typename
    id
    key
    name
  }
  region {
    __typename
    id
    code
    name
  }
  agenda {
    __typename
    title
    startsAt
    note
  }
  quorum {
    __typename
    met
    attending
    invited
    needed
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
  minutes {
    __typename
    id
    sha256
  }
}`, {"hash":"sha256:eae5cc823f3827ddbed4dd0d09abd9e0ce6ad2a9379513b1a70fd4b7b1d85fe1"}) as unknown as TypedDocumentString<RoomOpenMutation, RoomOpenMutationVariables>;
export const RoomCloseDocument = new TypedDocumentString(`
    mutation RoomClose($input: DeliberationStepInput!) {
  __typename
  closeDeliberation(input: $input) {
    __typename
    position
    deliberation {
      __typename
      ...RoomMeeting
      outcomes(first: 200) {
        __typename
        nodes {
          __typename
          ...RoomOutcome
        }
      }
    }
  }
}
    fragment RoomMeeting on Deliberation {
  __typename
  id
  key
  title
  kind
  status
  version
  summary
  heldFrom
  heldTo
  place
  timeZone
  openedAt
  convener {
    __typename
    id
    key
    name
  }
  region {
    __typename
    id
    code
    name
  }
  agenda {
    __typename
    title
    startsAt
    note
  }
  quorum {
    __typename
    met
    attending
    invited
    needed
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
  minutes {
    __typename
    id
    sha256
  }
}
fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:6975064bedcd1071340eb1de996a45af37df317218d84959eee9069da98e2738"}) as unknown as TypedDocumentString<RoomCloseMutation, RoomCloseMutationVariables>;
export const RoomAcknowledgeDocument = new TypedDocumentString(`
    mutation RoomAcknowledge($input: AcknowledgeMinutesInput!) {
  __typename
  acknowledgeMinutes(input: $input) {
    __typename
    position
    minutes {
      __typename
      id
      acknowledgements {
        __typename
        id
        createdAt
        organisation {
          __typename
          id
          key
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:376fee7bc17250efaa2efc3240040e2b3498535744d83780eaa2117449e1c99f"}) as unknown as TypedDocumentString<RoomAcknowledgeMutation, RoomAcknowledgeMutationVariables>;
export const RoomPageDocument = new TypedDocumentString(`
    query RoomPage($key: String!) {
  __typename
  deliberation(key: $key) {
    __typename
    ...RoomMeeting
    recorded
    invitations {
      __typename
      ...RoomInvitation
    }
    outcomes(first: 200) {
      __typename
      nodes {
        __typename
        ...RoomOutcome
      }
    }
  }
}
    fragment RoomMeeting on Deliberation {
  __typename
  id
  key
  title
  kind
  status
  version
  summary
  heldFrom
  heldTo
  place
  timeZone
  openedAt
  convener {
    __typename
    id
    key
    name
  }
  region {
    __typename
    id
    code
    name
  }
  agenda {
    __typename
    title
    startsAt
    note
  }
  quorum {
    __typename
    met
    attending
    invited
    needed
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
  minutes {
    __typename
    id
    sha256
  }
}
fragment RoomInvitation on Invitation {
  __typename
  id
  version
  sector
  delegates
  isPresent
  attended
  attendance {
    __typename
    arrivedAt
    leftAt
  }
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:f65b8982dabe5ae0cc34ad2955fc734fa2208b63ee5f40d866acca290df2ca22"}) as unknown as TypedDocumentString<RoomPageQuery, RoomPageQueryVariables>;
export const RoomTextsDocument = new TypedDocumentString(`
    query RoomTexts($id: ID!) {
  __typename
  outcome(id: $id) {
    __typename
    id
    versions {
      __typename
      id
      number
      text
      reason
      dueOn
      createdAt
      organisation {
        __typename
        id
        key
        name
      }
      positions {
        __typename
        ...RoomPosition
      }
    }
  }
}
    fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}`, {"hash":"sha256:132b275b8b3b9a04fc6f69d74b57ded82640b1d408f25f7cb17867424de073a2"}) as unknown as TypedDocumentString<RoomTextsQuery, RoomTextsQueryVariables>;
export const RoomFollowedDocument = new TypedDocumentString(`
    subscription RoomFollowed($id: ID!, $after: Position) {
  deliberationChanged(id: $id, after: $after) {
    __typename
    position
    change {
      __typename
      operation
      entity
      entityId
      organisation {
        __typename
        id
        name
      }
      subject {
        __typename
        id
        ... on Invitation {
          __typename
          ...RoomInvitation
        }
        ... on Outcome {
          __typename
          ...RoomOutcome
        }
        ... on OutcomePosition {
          __typename
          ...RoomPosition
          outcome {
            __typename
            id
            number
          }
        }
      }
    }
    deliberation {
      __typename
      ...RoomMeeting
      outcomes(first: 200) {
        __typename
        nodes {
          __typename
          ...RoomStanding
          positions {
            __typename
            id
            counts
          }
        }
      }
    }
  }
}
    fragment RoomMeeting on Deliberation {
  __typename
  id
  key
  title
  kind
  status
  version
  summary
  heldFrom
  heldTo
  place
  timeZone
  openedAt
  convener {
    __typename
    id
    key
    name
  }
  region {
    __typename
    id
    code
    name
  }
  agenda {
    __typename
    title
    startsAt
    note
  }
  quorum {
    __typename
    met
    attending
    invited
    needed
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
  minutes {
    __typename
    id
    sha256
  }
}
fragment RoomInvitation on Invitation {
  __typename
  id
  version
  sector
  delegates
  isPresent
  attended
  attendance {
    __typename
    arrivedAt
    leftAt
  }
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomPosition on OutcomePosition {
  __typename
  id
  version
  stance
  reason
  counts
  takenAt
  organisation {
    __typename
    id
    key
    name
  }
}
fragment RoomStanding on Outcome {
  __typename
  id
  number
  version
  textVersion
  status
  votingSince
  tally {
    __typename
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    __typename
    met
    sectorsMissing
    organisationsMissing {
      __typename
      id
      key
      name
    }
  }
}
fragment RoomOutcome on Outcome {
  __typename
  ...RoomStanding
  text
  reason
  dueOn
  decidedAt
  isSuperseded
  vote {
    __typename
    openedAt
    voices
  }
  decision {
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  proposedBy {
    __typename
    id
    key
    name
  }
  responsible {
    __typename
    id
    key
    name
  }
  positions {
    __typename
    ...RoomPosition
  }
}`, {"hash":"sha256:9554873ba42f8402e208b3f447d5d3f4d20ad51de3079008e1fbed26d06a2632"}) as unknown as TypedDocumentString<RoomFollowedSubscription, RoomFollowedSubscriptionVariables>;
export const RoomMinutesDocument = new TypedDocumentString(`
    query RoomMinutes($key: String!, $language: TextLanguage!) {
  __typename
  deliberation(key: $key) {
    __typename
    id
    minutes {
      __typename
      id
      closedAt
      sha256
      document
      html(language: $language)
      acknowledgements {
        __typename
        id
        createdAt
        organisation {
          __typename
          id
          key
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:be4668baf1f8cf235584cff7909b9d26016eefb51eabf6611050fdd84291f3f3"}) as unknown as TypedDocumentString<RoomMinutesQuery, RoomMinutesQueryVariables>;