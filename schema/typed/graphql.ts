/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The status of a plan. */
export type ActionPlanStatus =
  /** Under way; next: COMPLETED, SUSPENDED or CANCELLED. */
  | 'ACTIVE'
  /** Cancelled; final. */
  | 'CANCELLED'
  /** Completed; final. */
  | 'COMPLETED'
  /** In preparation; next: PROPOSED or CANCELLED. */
  | 'DRAFT'
  /** Proposed; next: ACTIVE, by the programme's owner, or CANCELLED. */
  | 'PROPOSED'
  /** Paused; next: ACTIVE or CANCELLED. */
  | 'SUSPENDED';

/** A stage of the chain from upstream to downstream, in the order of the chain. Tahap, hulu ke hilir. */
export type ActionStage =
  /** Capital incentives and equipment. Insentif modal dan alat kerja. */
  | 'CAPITAL_AND_EQUIPMENT'
  /** Competence-based training. Pelatihan berbasis kompetensi. */
  | 'COMPETENCY_TRAINING'
  /** Entrepreneurship training. Pelatihan kewirausahaan. */
  | 'ENTREPRENEURSHIP_TRAINING'
  /** Access to finance. Akses pembiayaan. */
  | 'FINANCING_ACCESS'
  /** Labour-intensive works. Padat karya. */
  | 'LABOUR_INTENSIVE_WORKS'
  /** Marketing. Pemasaran. */
  | 'MARKETING'
  /** Partnerships and institutions. Kemitraan dan kelembagaan. */
  | 'PARTNERSHIP_AND_INSTITUTIONS'
  /** Placement of workers. Penempatan tenaga kerja. */
  | 'PLACEMENT'
  /** Mapping an area's potential. Pemetaan potensi. */
  | 'POTENTIAL_MAPPING'
  /** Productivity. Peningkatan produktivitas. */
  | 'PRODUCTIVITY'
  /** Social protection. Perlindungan sosial. */
  | 'SOCIAL_PROTECTION';

/** The status of an action. Overdue is not a status: the hub derives it from the due date. */
export type ActionStatus =
  /** Blocked; next: IN_PROGRESS or CANCELLED. */
  | 'BLOCKED'
  /** Cancelled; final. */
  | 'CANCELLED'
  /** Completed; final. */
  | 'COMPLETED'
  /** Under way; next: COMPLETED, BLOCKED or CANCELLED. */
  | 'IN_PROGRESS'
  /** Not started; next: IN_PROGRESS or CANCELLED. */
  | 'PLANNED';

/** A new action of a plan; it begins as PLANNED. */
export type AddActionInput = {
  /** The details: method, beneficiaries, places. */
  description?: string | null | undefined;
  /** The due date. */
  endsOn?: string | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The organisation that leads it; the plan's lead when absent. */
  leadId?: string | number | null | undefined;
  /** The plan. */
  planId: string | number;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** Its stage in the chain. */
  stage: ActionStage;
  /** The first day. */
  startsOn?: string | null | undefined;
  /** The strategy that it serves. */
  strategy?: PovertyStrategy | null | undefined;
  /** The title: the work to do. */
  title: string;
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

/** The action that results from an outcome: a new action of a plan, or an existing one. */
export type AdoptOutcomeInput = {
  /** The new action; give either this or `actionId`. */
  action?: AddActionInput | null | undefined;
  /** The existing action; give either this or `action`. */
  actionId?: string | number | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The outcome; it must be agreed. */
  outcomeId: string | number;
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
  /** Its text. */
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

/** A university's finding on how far an action was carried out. */
export type AssessActionInput = {
  /** The action: of the assessment's plan, or of a plan of its area. */
  actionId: string | number;
  /** The assessment. */
  assessmentId: string | number;
  /** The degree to which the action was carried out. */
  completion: Completion;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The basis of the finding, in words. */
  note?: string | null | undefined;
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

/** A new assessment of an area or a plan, in one round. */
export type BeginAssessmentInput = {
  /** The assessed area; give either this or `planId`. */
  areaId?: string | number | null | undefined;
  /** The due date. */
  dueOn?: string | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The published edition of the instrument that it answers. */
  instrumentId: string | number;
  /** The assessed plan; give either this or `areaId`. */
  planId?: string | number | null | undefined;
  /** The programme whose owner accepts and publishes it. Required for an area without a programme of its own. Default: the programme of the plan or the area. */
  programmeId?: string | number | null | undefined;
  /** The round. */
  round: AssessmentRound;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** The university that assesses. */
  universityId: string | number;
};

/** An action's next status. */
export type ChangeActionStatusInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The action. */
  id: string | number;
  /** The next status; the lifecycle limits it. */
  status: ActionStatus;
};

/** What happened to the subject of a change. */
export type ChangeKind =
  /** It came to be. */
  | 'CREATED'
  /** It was removed. */
  | 'DELETED'
  /** Some of its fields changed. */
  | 'UPDATED';

/** The degree to which an action was carried out, in the terms of the Open Government Partnership's Independent Reporting Mechanism. Ketercapaian. */
export type Completion =
  /** All of it was done. Reported: progress 100, or the action is COMPLETED. */
  | 'COMPLETE'
  /** Some of it was done. Reported: progress from 1 to 49. */
  | 'LIMITED'
  /** Nothing was done. Reported: progress 0. */
  | 'NOT_STARTED'
  /** Most of it was done. Reported: progress from 50 to 99. */
  | 'SUBSTANTIAL'
  /** There is not enough information. */
  | 'UNCLEAR';

/** The kind of a contribution. */
export type ContributionKind =
  /** Capital for self-employed workers. Insentif modal. */
  | 'CAPITAL_INCENTIVE'
  /** Tools and machines. Alat kerja. */
  | 'EQUIPMENT'
  /** Expertise. Keahlian. */
  | 'EXPERTISE'
  /** Access to finance. Akses pembiayaan. */
  | 'FINANCING_ACCESS'
  /** Money for the action. Dana. */
  | 'FUNDS'
  /** Work. Tenaga kerja. */
  | 'LABOUR'
  /** Access to markets. Akses pasar. */
  | 'MARKET_ACCESS'
  /** Mentoring. Pendampingan. */
  | 'MENTORING'
  /** Training. Pelatihan. */
  | 'TRAINING'
  /** A place. Tempat. */
  | 'VENUE';

/** The status of a contribution. */
export type ContributionStatus =
  /** Binding, for example by a budget; next: DELIVERED or WITHDRAWN. */
  | 'COMMITTED'
  /** Delivered; final. */
  | 'DELIVERED'
  /** Promised; next: COMMITTED or WITHDRAWN. */
  | 'PLEDGED'
  /** Withdrawn; final, and counts in no total. */
  | 'WITHDRAWN';

/** A correction of a published assessment: a new assessment that begins with a copy of its answers, evidence and findings. */
export type CorrectAssessmentInput = {
  /** The published assessment. */
  assessmentId: string | number;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
};

/** The method by which an outcome was decided. */
export type DecisionMethod =
  /** Deferred or rejected by the convener, or deferred because the meeting closed without a decision. */
  | 'CONVENER'
  /** By consensus: there was a quorum and no attending organisation objected. Musyawarah mufakat. */
  | 'MUFAKAT'
  /** Agreed in a meeting held without the hub, and recorded from its sources. */
  | 'RECORDED'
  /** By the votes of the attending organisations, after mufakat had failed. Pemungutan suara. */
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

/** One count of a disaggregation. */
export type DisaggregatedCountInput = {
  /** The dimension of the disaggregation. */
  by: Disaggregation;
  /** The number of people, 0 or more. */
  count: number;
  /** The part that is counted, for example `women` or `15-24`. */
  value: string;
};

/** A dimension by which a count is broken down. Disagregasi. */
export type Disaggregation =
  /** Age band. Kelompok umur. */
  | 'AGE_BAND'
  /** Disability. Disabilitas. */
  | 'DISABILITY'
  /** Sex. Jenis kelamin. */
  | 'SEX';

/** The reason why a question counts as missing in an assessment. */
export type MissingReason =
  /** It is always required and has no answer. */
  | 'REQUIRED'
  /** It is required because the answer to an earlier question satisfies its condition. It has no answer. */
  | 'REQUIRED_BY_CONDITION';

/** The status of an outcome. */
export type OutcomeStatus =
  /** Agreed by mufakat, by vote or as recorded. No action that the viewer may see results from it yet. */
  | 'AGREED'
  /** Postponed to a later deliberation. Final. */
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

/** The role of an organisation in a plan (IATI codelist OrganisationRole). */
export type ParticipantRole =
  /** Oversees the plan and is accountable for it (IATI 2). */
  | 'ACCOUNTABLE'
  /** Manages the budget and direction for the funder, or gives guidance (IATI 3). */
  | 'EXTENDING'
  /** Provides funds (IATI 1). */
  | 'FUNDING'
  /** Carries out the work (IATI 4). */
  | 'IMPLEMENTING';

/** A pledge of an organisation: an amount of money, a quantity with its unit, or both. */
export type PledgeContributionInput = {
  /** The action that it is for. */
  actionId: string | number;
  /** The amount in whole rupiah, more than 0. */
  amount?: string | null | undefined;
  /** The contribution whose money this one passes on. */
  fundedById?: string | number | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** Its kind; FUNDS and CAPITAL_INCENTIVE need an amount. */
  kind: ContributionKind;
  /** A remark. */
  note?: string | null | undefined;
  /** The organisation that gives. Needed only if you can act for several and the hub would choose another one. */
  organisationId?: string | number | null | undefined;
  /** The quantity in `unit`, more than 0. */
  quantity?: number | null | undefined;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** The unit of the quantity, for example `set`. */
  unit?: string | null | undefined;
  /** The audience among those who can see the plan; PUBLIC when absent. */
  visibility?: Visibility | null | undefined;
};

/** A strategy against extreme poverty (Inpres 4/2022). Strategi. */
export type PovertyStrategy =
  /** Raise income. Peningkatan pendapatan. */
  | 'RAISE_INCOME'
  /** Reduce the burden of expenditure. Pengurangan beban pengeluaran. */
  | 'REDUCE_EXPENDITURE_BURDEN'
  /** Reduce pockets of poverty. Penurunan kantong-kantong kemiskinan. */
  | 'REDUCE_POVERTY_POCKETS';

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
  /** The outcome that this one supersedes once it is agreed: an agreed outcome of an earlier, closed deliberation. */
  supersedesId?: string | number | null | undefined;
  /** Its text. */
  text: string;
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

/** A measured figure of an indicator: in a region, in an area, or nationwide. */
export type RecordMeasurementInput = {
  /** The action whose effect it measures. The audience of the action's plan sees the measurement. */
  actionId?: string | number | null | undefined;
  /** Its area. */
  areaId?: string | number | null | undefined;
  /** For a rate: the total number, more than 0. */
  denominator?: number | null | undefined;
  /** Counts by sex, age band or disability; each part at most once. */
  disaggregation?: Array<DisaggregatedCountInput> | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The indicator. */
  indicatorId: string | number;
  /** True for the baseline, with which the others are compared; false for a new measurement when absent. */
  isBaseline?: boolean | null | undefined;
  /** A remark, for example on the method. */
  note?: string | null | undefined;
  /** The number that the figure is about; for a rate, the number to which it applies. */
  numerator?: number | null | undefined;
  /** The organisation that records it. Needed only if you can act for several and the hub would choose another one. */
  organisationId?: string | number | null | undefined;
  /** The period. */
  period: string;
  /** The code of its region. */
  regionCode?: string | null | undefined;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** The figure, in the indicator's unit. */
  value: number;
};

/** A dated report on an action. It is never edited; a later report corrects it. */
export type ReportProgressInput = {
  /** The action. */
  actionId: string | number;
  /** The earlier report on the same action that this one corrects. */
  correctsId?: string | number | null | undefined;
  /** Addresses of evidence (http or https URLs), at most 20. */
  evidence?: Array<string> | null | undefined;
  /** The version of the action that you saw. */
  expectedVersion: number;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The work done. */
  note?: string | null | undefined;
  /** The obstacles. */
  obstacle?: string | null | undefined;
  /** The organisation on whose behalf you report. Needed only if you can act for several and the hub would choose another one. */
  organisationId?: string | number | null | undefined;
  /** Progress of the action, 0 to 100 per cent. */
  progress: number;
  /** The audience among those who can see the plan; PUBLIC when absent. */
  visibility?: Visibility | null | undefined;
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

/** The formula for a dimension's score, from the scores (0 to 100) of its answered questions. */
export type ScoreFormula =
  /** The lowest score: a dimension is as strong as its weakest part. Weights do not count. */
  | 'MINIMUM'
  /** The geometric mean of the scores, with the questions' weights. High scores cannot make up for a low one, as in the Human Development Index since 2010. */
  | 'WEIGHTED_GEOMETRIC_MEAN'
  /** The mean of the scores, with the questions' weights. */
  | 'WEIGHTED_MEAN';

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

/** The audience of a thing; it looks absent to everybody else. */
export type Visibility =
  /** Members of the organisation that owns it. */
  | 'ORGANISATION'
  /** Members of the organisations in the plan or deliberation, and the programme owner's coordinators. */
  | 'PARTICIPANTS'
  /** Everybody who can see its parent, including visitors. */
  | 'PUBLIC';

export type StartPlannedActionMutationVariables = Exact<{
  input: ChangeActionStatusInput;
}>;


export type StartPlannedActionMutation = { changeActionStatus: { position: number, action: { id: string, status: ActionStatus, version: number } | null } };

export type ReportOnActionMutationVariables = Exact<{
  input: ReportProgressInput;
}>;


export type ReportOnActionMutation = { reportProgress: { position: number, action: { id: string, progress: number, version: number } | null, progressUpdate: { id: string, note: string | null, progress: number, reportedAt: string } | null } };

export type PledgeToActionMutationVariables = Exact<{
  input: PledgeContributionInput;
}>;


export type PledgeToActionMutation = { pledgeContribution: { position: number, contribution: { id: string, kind: ContributionKind, status: ContributionStatus, amount: string | null, quantity: number | null, unit: string | null, organisation: { key: string } } | null } };

export type WatchPlanSubscriptionVariables = Exact<{
  id: string | number;
  after?: number | null | undefined;
}>;


export type WatchPlanSubscription = { actionPlanChanged: { position: number, change: { kind: ChangeKind, operation: string, entity: string, entityId: string, fields: Array<{ name: string, before: unknown, after: unknown }> }, actionPlan: { id: string, title: string, status: ActionPlanStatus, progress: number | null } | null } };

export type PlansOfRegionQueryVariables = Exact<{
  region: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PlansOfRegionQuery = { actionPlans: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, key: string, title: string, status: ActionPlanStatus, startsOn: string, endsOn: string | null, progress: number | null, area: { key: string, name: string } | null, lead: { key: string, name: string } }> } };

export type PlanPageQueryVariables = Exact<{
  id: string | number;
}>;


export type PlanPageQuery = { actionPlan: { id: string, title: string, status: ActionPlanStatus, version: number, visibility: Visibility, progress: number | null, overdueActions: number, amountPledged: string, amountCommitted: string, amountDelivered: string, participants: Array<{ role: ParticipantRole, organisation: { key: string, name: string, sector: Sector } }>, actions: { totalCount: number, nodes: Array<{ id: string, title: string, stage: ActionStage, status: ActionStatus, progress: number, isOverdue: boolean, hasContribution: boolean, version: number }> } } | null };

export type OrganisationsOfSectorQueryVariables = Exact<{
  sector: Sector;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OrganisationsOfSectorQuery = { organisations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, key: string, name: string, region: { code: string, name: string } | null }> } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { viewer: { kind: ViewerKind, email: string | null, operator: boolean, memberships: Array<{ roles: Array<Role>, organisation: { id: string, key: string, name: string } }> } };

export type RembukPageQueryVariables = Exact<{
  key: string;
}>;


export type RembukPageQuery = { deliberation: { id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, heldFrom: string, heldTo: string, place: string | null, recorded: boolean, convener: { key: string, name: string }, agenda: Array<{ title: string, startsAt: string | null, note: string | null }>, quorum: { met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ key: string, name: string }> } | null, invitations: Array<{ id: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, organisation: { id: string, key: string, name: string } }>, outcomes: { nodes: Array<{ id: string, number: number, version: number, text: string, textVersion: number, status: OutcomeStatus, votingSince: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, decision: { method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, tally: { agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { met: boolean, sectorsMissing: Array<Sector> } | null, positions: Array<{ id: string, version: number, stance: Stance, reason: string | null, counts: boolean, organisation: { key: string, name: string } }>, responsible: Array<{ key: string, name: string }>, actions: Array<{ id: string, title: string, status: ActionStatus, progress: number }> }> }, minutes: { id: string, closedAt: string, sha256: string } | null } | null };

export type OutcomeOnPageFragment = { id: string, number: number, version: number, text: string, textVersion: number, status: OutcomeStatus, votingSince: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, decision: { method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, tally: { agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { met: boolean, sectorsMissing: Array<Sector> } | null, positions: Array<{ id: string, version: number, stance: Stance, reason: string | null, counts: boolean, organisation: { key: string, name: string } }>, responsible: Array<{ key: string, name: string }>, actions: Array<{ id: string, title: string, status: ActionStatus, progress: number }> };

export type AgreedWithoutActionQueryVariables = Exact<{
  programme: string;
  after?: string | null | undefined;
}>;


export type AgreedWithoutActionQuery = { outcomes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, text: string, dueOn: string | null, isOverdue: boolean, deliberation: { key: string, title: string } }> } };

export type MinutesOfQueryVariables = Exact<{
  key: string;
  language?: TextLanguage | null | undefined;
}>;


export type MinutesOfQuery = { deliberation: { minutes: { id: string, closedAt: string, sha256: string, document: string, html: string, acknowledgements: Array<{ createdAt: string, organisation: { key: string, name: string } }> } | null } | null };

export type FollowRembukSubscriptionVariables = Exact<{
  id: string | number;
  after?: number | null | undefined;
}>;


export type FollowRembukSubscription = { deliberationChanged: { position: number, change: { at: string, kind: ChangeKind, operation: string, entity: string, entityId: string, organisation: { name: string } | null, fields: Array<{ name: string, before: unknown, after: unknown }> }, deliberation: { status: DeliberationStatus, quorum: { met: boolean, attending: number, sectorsMissing: Array<Sector> } | null, outcomes: { nodes: Array<{ id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, tally: { agree: number, agreeWithReservation: number, object: number, abstain: number } }> } } | null } };

export type ArriveAtRembukMutationVariables = Exact<{
  input: AttendanceInput;
}>;


export type ArriveAtRembukMutation = { recordArrival: { position: number, invitation: { id: string, version: number, isPresent: boolean } | null } };

export type ProposeOutcomeMutationVariables = Exact<{
  input: ProposeOutcomeInput;
}>;


export type ProposeOutcomeMutation = { proposeOutcome: { position: number, outcome: { id: string, number: number, version: number, textVersion: number } | null } };

export type AmendOutcomeMutationVariables = Exact<{
  input: AmendOutcomeInput;
}>;


export type AmendOutcomeMutation = { amendOutcome: { position: number, outcome: { id: string, text: string, version: number, textVersion: number } | null } };

export type TakePositionMutationVariables = Exact<{
  input: TakePositionInput;
}>;


export type TakePositionMutation = { takePosition: { position: number, outcomePosition: { id: string, stance: Stance, version: number } | null, outcome: { id: string, quorum: { met: boolean, sectorsMissing: Array<Sector> } | null, tally: { agree: number, object: number } } | null } };

export type AgreeByMufakatMutationVariables = Exact<{
  input: OutcomeStepInput;
}>;


export type AgreeByMufakatMutation = { agreeOutcome: { position: number, outcome: { id: string, status: OutcomeStatus, version: number, decision: { method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null } | null } };

export type CloseRembukMutationVariables = Exact<{
  input: DeliberationStepInput;
}>;


export type CloseRembukMutation = { closeDeliberation: { position: number, deliberation: { id: string, status: DeliberationStatus, version: number } | null, minutes: { id: string, sha256: string } | null } };

export type AdoptOutcomeMutationVariables = Exact<{
  input: AdoptOutcomeInput;
}>;


export type AdoptOutcomeMutation = { adoptOutcome: { position: number, outcome: { id: string, status: OutcomeStatus } | null, adoption: { id: string, action: { id: string, title: string, plan: { key: string } } } | null } };

export type OpenAssessmentsQueryVariables = Exact<{
  university: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OpenAssessmentsQuery = { assessments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, round: AssessmentRound, status: AssessmentStatus, dueOn: string | null, completeness: number, reason: string | null, area: { key: string, name: string } | null, plan: { key: string, title: string } | null, instrument: { id: string, key: string, edition: number, title: string } }> } };

export type QuestionnaireQueryVariables = Exact<{
  key: string;
}>;


export type QuestionnaireQuery = { instruments: { nodes: Array<{ id: string, key: string, edition: number, about: string | null, formula: ScoreFormula, titleText: { indonesian: string, english: string }, dimensionDetails: Array<{ key: string, title: { indonesian: string, english: string } }>, sections: Array<{ key: string, title: { indonesian: string, english: string }, questions: Array<{ key: string, kind: QuestionKind, required: boolean, minimum: number | null, maximum: number | null, dimension: string | null, weight: number | null, reversed: boolean, text: { indonesian: string, english: string }, help: { indonesian: string, english: string } | null, options: Array<{ key: string, score: number | null, text: { indonesian: string, english: string } }>, condition: { question: string, anyOf: Array<string>, minimum: number | null, maximum: number | null } | null }> }> }> } };

export type AssessmentAtWorkQueryVariables = Exact<{
  id: string | number;
}>;


export type AssessmentAtWorkQuery = { assessment: { round: AssessmentRound, dueOn: string | null, interests: string | null, reason: string | null, id: string, version: number, status: AssessmentStatus, completeness: number, corrects: { id: string } | null, answers: Array<{ question: string, scale: number | null, value: number | null, percent: number | null, money: string | null, choice: string | null, choices: Array<string> | null, boolean: boolean | null, text: string | null, note: string | null, score: number | null }>, evidence: Array<{ id: string, version: number, question: string | null, title: string, address: string | null, file: { name: string, size: number, mediaType: string, sha256: string, address: string } | null }>, findings: Array<{ id: string, version: number, text: string, recommendation: string | null, actions: Array<{ id: string, title: string }>, measurements: Array<{ id: string, period: string, value: number | null }> }>, actionFindings: Array<{ id: string, version: number, completion: Completion, note: string | null, action: { id: string, title: string } }>, reviews: Array<{ id: string, submission: number, verdict: Verdict, summary: string | null, comments: Array<{ question: string, text: string }>, organisation: { name: string } }>, missing: Array<{ question: string, reason: MissingReason }>, scores: Array<{ dimension: string, value: number | null }> } | null };

export type AssessmentStandingFragment = { id: string, version: number, status: AssessmentStatus, completeness: number, missing: Array<{ question: string, reason: MissingReason }>, scores: Array<{ dimension: string, value: number | null }> };

export type AreaAssessedQueryVariables = Exact<{
  area: string;
}>;


export type AreaAssessedQuery = { area: { key: string, name: string, comparison: Array<{ questionnaire: string, dimension: string, baseline: number | null, midline: number | null, endline: number | null, change: number | null, universities: number }>, assessments: { nodes: Array<{ id: string, round: AssessmentRound, recorded: boolean, publishedAt: string | null, interests: string | null, university: { key: string, name: string }, scores: Array<{ dimension: string, value: number | null }>, findings: Array<{ text: string, recommendation: string | null }>, agreement: { alpha: number | null, units: number, assessments: Array<{ id: string, university: { name: string } }> } | null }> } } | null };

export type TwoVoicesOfPlanQueryVariables = Exact<{
  plan: string | number;
}>;


export type TwoVoicesOfPlanQuery = { actionPlan: { actions: { nodes: Array<{ id: string, title: string, divergence: number | null, reply: string | null, reported: { completion: Completion, progress: number | null, at: string | null } | null, assessed: { completion: Completion, at: string, university: { name: string }, finding: { id: string, note: string | null } | null } | null }> } } | null };

export type OfferAssessmentMutationVariables = Exact<{
  input: BeginAssessmentInput;
}>;


export type OfferAssessmentMutation = { offerAssessment: { position: number, assessment: { id: string, version: number, status: AssessmentStatus, completeness: number, missing: Array<{ question: string, reason: MissingReason }>, scores: Array<{ dimension: string, value: number | null }> } | null } };

export type SaveAnswersMutationVariables = Exact<{
  input: AnswerAssessmentInput;
}>;


export type SaveAnswersMutation = { answerAssessment: { position: number, assessment: { id: string, version: number, status: AssessmentStatus, completeness: number, missing: Array<{ question: string, reason: MissingReason }>, scores: Array<{ dimension: string, value: number | null }> } | null } };

export type DeclareInterestsMutationVariables = Exact<{
  input: DeclareInterestsInput;
}>;


export type DeclareInterestsMutation = { declareInterests: { position: number, assessment: { id: string, version: number, interests: string | null } | null } };

export type AddLinkMutationVariables = Exact<{
  input: AddEvidenceInput;
}>;


export type AddLinkMutation = { addEvidence: { position: number, evidence: { id: string, version: number } | null } };

export type AddFindingMutationVariables = Exact<{
  input: AddFindingInput;
}>;


export type AddFindingMutation = { addFinding: { position: number, finding: { id: string, version: number } | null } };

export type AssessActionMutationVariables = Exact<{
  input: AssessActionInput;
}>;


export type AssessActionMutation = { assessAction: { position: number, actionFinding: { id: string, version: number, completion: Completion } | null } };

export type SubmitAssessmentMutationVariables = Exact<{
  input: AssessmentStepInput;
}>;


export type SubmitAssessmentMutation = { submitAssessment: { position: number, assessment: { submittedAt: string | null, id: string, version: number, status: AssessmentStatus, completeness: number, missing: Array<{ question: string, reason: MissingReason }>, scores: Array<{ dimension: string, value: number | null }> } | null } };

export type GiveVerdictMutationVariables = Exact<{
  input: ReviewAssessmentInput;
}>;


export type GiveVerdictMutation = { reviewAssessment: { position: number, review: { id: string, submission: number, verdict: Verdict } | null } };

export type CorrectPublishedMutationVariables = Exact<{
  input: CorrectAssessmentInput;
}>;


export type CorrectPublishedMutation = { correctAssessment: { position: number, assessment: { id: string, version: number, status: AssessmentStatus, completeness: number, missing: Array<{ question: string, reason: MissingReason }>, scores: Array<{ dimension: string, value: number | null }> } | null } };

export type RecordFigureMutationVariables = Exact<{
  input: RecordMeasurementInput;
}>;


export type RecordFigureMutation = { recordMeasurement: { position: number, measurement: { id: string, version: number, period: string, value: number | null } | null } };

export type FollowAssessmentSubscriptionVariables = Exact<{
  id: string | number;
  after?: number | null | undefined;
}>;


export type FollowAssessmentSubscription = { changes: { position: number, at: string, operation: string, organisation: { name: string } | null, fields: Array<{ name: string, before: unknown, after: unknown }> } };

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
export const OutcomeOnPageFragmentDoc = new TypedDocumentString(`
    fragment OutcomeOnPage on Outcome {
  id
  number
  version
  text
  textVersion
  status
  votingSince
  dueOn
  decidedAt
  isSuperseded
  decision {
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  tally {
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    met
    sectorsMissing
  }
  positions {
    id
    version
    stance
    reason
    counts
    organisation {
      key
      name
    }
  }
  responsible {
    key
    name
  }
  actions {
    id
    title
    status
    progress
  }
}
    `, {"fragmentName":"OutcomeOnPage"}) as unknown as TypedDocumentString<OutcomeOnPageFragment, unknown>;
export const AssessmentStandingFragmentDoc = new TypedDocumentString(`
    fragment AssessmentStanding on Assessment {
  id
  version
  status
  completeness
  missing {
    question
    reason
  }
  scores {
    dimension
    value
  }
}
    `, {"fragmentName":"AssessmentStanding"}) as unknown as TypedDocumentString<AssessmentStandingFragment, unknown>;
export const StartPlannedActionDocument = new TypedDocumentString(`
    mutation StartPlannedAction($input: ChangeActionStatusInput!) {
  changeActionStatus(input: $input) {
    position
    action {
      id
      status
      version
    }
  }
}
    `, {"hash":"sha256:c74ccc336de895c0c4d8858c4885d3b8f7ecaef0fb40e6c7bbf8452f88438e17"}) as unknown as TypedDocumentString<StartPlannedActionMutation, StartPlannedActionMutationVariables>;
export const ReportOnActionDocument = new TypedDocumentString(`
    mutation ReportOnAction($input: ReportProgressInput!) {
  reportProgress(input: $input) {
    position
    action {
      id
      progress
      version
    }
    progressUpdate {
      id
      note
      progress
      reportedAt
    }
  }
}
    `, {"hash":"sha256:4daf44f6550a05890c4872c3661dfcd95c55d704a7e4cdac0aa8f5c85e869894"}) as unknown as TypedDocumentString<ReportOnActionMutation, ReportOnActionMutationVariables>;
export const PledgeToActionDocument = new TypedDocumentString(`
    mutation PledgeToAction($input: PledgeContributionInput!) {
  pledgeContribution(input: $input) {
    position
    contribution {
      id
      kind
      status
      amount
      quantity
      unit
      organisation {
        key
      }
    }
  }
}
    `, {"hash":"sha256:b64f5ef782bb02010706a762f67a7f0b3b6f600f4e5044583865acbb71222f82"}) as unknown as TypedDocumentString<PledgeToActionMutation, PledgeToActionMutationVariables>;
export const WatchPlanDocument = new TypedDocumentString(`
    subscription WatchPlan($id: ID!, $after: Position) {
  actionPlanChanged(id: $id, after: $after) {
    position
    change {
      kind
      operation
      entity
      entityId
      fields {
        name
        before
        after
      }
    }
    actionPlan {
      id
      title
      status
      progress
    }
  }
}
    `, {"hash":"sha256:28ed927c04628a31cd2215e4bf2220f0078e92a40495afed7f32b775e1b8b3c7"}) as unknown as TypedDocumentString<WatchPlanSubscription, WatchPlanSubscriptionVariables>;
export const PlansOfRegionDocument = new TypedDocumentString(`
    query PlansOfRegion($region: String!, $first: Int = 20, $after: String) {
  actionPlans(
    where: {area: {region: {within: $region}}}
    orderBy: [{field: STARTS_ON, direction: DESC}]
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      key
      title
      status
      startsOn
      endsOn
      progress
      area {
        key
        name
      }
      lead {
        key
        name
      }
    }
  }
}
    `, {"hash":"sha256:e3f53603c592af809f3818bde78a780414123e5751d1a9d854c286bed9d99d10"}) as unknown as TypedDocumentString<PlansOfRegionQuery, PlansOfRegionQueryVariables>;
export const PlanPageDocument = new TypedDocumentString(`
    query PlanPage($id: ID!) {
  actionPlan(id: $id) {
    id
    title
    status
    version
    visibility
    progress
    overdueActions
    amountPledged
    amountCommitted
    amountDelivered
    participants {
      role
      organisation {
        key
        name
        sector
      }
    }
    actions(first: 50) {
      totalCount
      nodes {
        id
        title
        stage
        status
        progress
        isOverdue
        hasContribution
        version
      }
    }
  }
}
    `, {"hash":"sha256:415becd61c35b6e902b8d03c5e6a5ad0f336c7d07858d56071ec87ccfd7398e9"}) as unknown as TypedDocumentString<PlanPageQuery, PlanPageQueryVariables>;
export const OrganisationsOfSectorDocument = new TypedDocumentString(`
    query OrganisationsOfSector($sector: Sector!, $first: Int = 50, $after: String) {
  organisations(where: {sector: {eq: $sector}}, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      key
      name
      region {
        code
        name
      }
    }
  }
}
    `, {"hash":"sha256:66db81904393b419f4971b13b78daae54fbc0d8f4a0df95609e133de2e20599e"}) as unknown as TypedDocumentString<OrganisationsOfSectorQuery, OrganisationsOfSectorQueryVariables>;
export const WhoAmIDocument = new TypedDocumentString(`
    query WhoAmI {
  viewer {
    kind
    email
    operator
    memberships {
      roles
      organisation {
        id
        key
        name
      }
    }
  }
}
    `, {"hash":"sha256:514b7b997def264bae12fbbd005f524f2185c5e42473461f1772fe2775b3e6e8"}) as unknown as TypedDocumentString<WhoAmIQuery, WhoAmIQueryVariables>;
export const RembukPageDocument = new TypedDocumentString(`
    query RembukPage($key: String!) {
  deliberation(key: $key) {
    id
    key
    title
    kind
    status
    version
    heldFrom
    heldTo
    place
    recorded
    convener {
      key
      name
    }
    agenda {
      title
      startsAt
      note
    }
    quorum {
      met
      attending
      invited
      needed
      sectorsMissing
      organisationsMissing {
        key
        name
      }
    }
    invitations {
      id
      version
      sector
      delegates
      isPresent
      organisation {
        id
        key
        name
      }
    }
    outcomes(first: 50) {
      nodes {
        ...OutcomeOnPage
      }
    }
    minutes {
      id
      closedAt
      sha256
    }
  }
}
    fragment OutcomeOnPage on Outcome {
  id
  number
  version
  text
  textVersion
  status
  votingSince
  dueOn
  decidedAt
  isSuperseded
  decision {
    method
    agree
    agreeWithReservation
    object
    abstain
  }
  tally {
    agree
    agreeWithReservation
    object
    abstain
  }
  quorum {
    met
    sectorsMissing
  }
  positions {
    id
    version
    stance
    reason
    counts
    organisation {
      key
      name
    }
  }
  responsible {
    key
    name
  }
  actions {
    id
    title
    status
    progress
  }
}`, {"hash":"sha256:08a6f97feb9265ce7b94326cc6f450c5776470dc8ca4a33d3950c3f5e4a893ed"}) as unknown as TypedDocumentString<RembukPageQuery, RembukPageQueryVariables>;
export const AgreedWithoutActionDocument = new TypedDocumentString(`
    query AgreedWithoutAction($programme: String!, $after: String) {
  outcomes(
    where: {programme: {eq: $programme}, status: {eq: AGREED}, hasAction: {eq: false}, isSuperseded: {eq: false}}
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      text
      dueOn
      isOverdue
      deliberation {
        key
        title
      }
    }
  }
}
    `, {"hash":"sha256:806213c7c2f2a42ef25ddf5c436234fd7fc4f095b8614654dc7a623d116d1584"}) as unknown as TypedDocumentString<AgreedWithoutActionQuery, AgreedWithoutActionQueryVariables>;
export const MinutesOfDocument = new TypedDocumentString(`
    query MinutesOf($key: String!, $language: TextLanguage = ID) {
  deliberation(key: $key) {
    minutes {
      id
      closedAt
      sha256
      document
      html(language: $language)
      acknowledgements {
        createdAt
        organisation {
          key
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:537af280e25d183d8bccd345a8308a5f895007221aa9ceb41bcb0e6803a1c681"}) as unknown as TypedDocumentString<MinutesOfQuery, MinutesOfQueryVariables>;
export const FollowRembukDocument = new TypedDocumentString(`
    subscription FollowRembuk($id: ID!, $after: Position) {
  deliberationChanged(id: $id, after: $after) {
    position
    change {
      at
      kind
      operation
      entity
      entityId
      organisation {
        name
      }
      fields {
        name
        before
        after
      }
    }
    deliberation {
      status
      quorum {
        met
        attending
        sectorsMissing
      }
      outcomes(first: 50) {
        nodes {
          id
          number
          version
          textVersion
          status
          votingSince
          tally {
            agree
            agreeWithReservation
            object
            abstain
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:54cbc2e6cc37dd3c35f6f8cacc0174ebc75a953adabcc3cb87664a2c512933b5"}) as unknown as TypedDocumentString<FollowRembukSubscription, FollowRembukSubscriptionVariables>;
export const ArriveAtRembukDocument = new TypedDocumentString(`
    mutation ArriveAtRembuk($input: AttendanceInput!) {
  recordArrival(input: $input) {
    position
    invitation {
      id
      version
      isPresent
    }
  }
}
    `, {"hash":"sha256:1b3726019ee872a8f80d48d350b1164603490a28f921915d608261b4e3503635"}) as unknown as TypedDocumentString<ArriveAtRembukMutation, ArriveAtRembukMutationVariables>;
export const ProposeOutcomeDocument = new TypedDocumentString(`
    mutation ProposeOutcome($input: ProposeOutcomeInput!) {
  proposeOutcome(input: $input) {
    position
    outcome {
      id
      number
      version
      textVersion
    }
  }
}
    `, {"hash":"sha256:71519888da6c3e06099c473241b7c6a07abaf6aac8563a342b780ffcb0258630"}) as unknown as TypedDocumentString<ProposeOutcomeMutation, ProposeOutcomeMutationVariables>;
export const AmendOutcomeDocument = new TypedDocumentString(`
    mutation AmendOutcome($input: AmendOutcomeInput!) {
  amendOutcome(input: $input) {
    position
    outcome {
      id
      text
      version
      textVersion
    }
  }
}
    `, {"hash":"sha256:e1b4f9b394586a2f919a83305a871bcf1cda70702eafaae7768446d43d641c13"}) as unknown as TypedDocumentString<AmendOutcomeMutation, AmendOutcomeMutationVariables>;
export const TakePositionDocument = new TypedDocumentString(`
    mutation TakePosition($input: TakePositionInput!) {
  takePosition(input: $input) {
    position
    outcomePosition {
      id
      stance
      version
    }
    outcome {
      id
      quorum {
        met
        sectorsMissing
      }
      tally {
        agree
        object
      }
    }
  }
}
    `, {"hash":"sha256:4dedc8b17a3ea292007c92b875022d8f793f75517caec8bda957186cc2e5c528"}) as unknown as TypedDocumentString<TakePositionMutation, TakePositionMutationVariables>;
export const AgreeByMufakatDocument = new TypedDocumentString(`
    mutation AgreeByMufakat($input: OutcomeStepInput!) {
  agreeOutcome(input: $input) {
    position
    outcome {
      id
      status
      version
      decision {
        method
        agree
        agreeWithReservation
        object
        abstain
      }
    }
  }
}
    `, {"hash":"sha256:40447e6de8188fe09d6277e5775d8adfc42d53bfd992ef626d9e52444da7856f"}) as unknown as TypedDocumentString<AgreeByMufakatMutation, AgreeByMufakatMutationVariables>;
export const CloseRembukDocument = new TypedDocumentString(`
    mutation CloseRembuk($input: DeliberationStepInput!) {
  closeDeliberation(input: $input) {
    position
    deliberation {
      id
      status
      version
    }
    minutes {
      id
      sha256
    }
  }
}
    `, {"hash":"sha256:9d3e7f5bb38b7a86a865a31ee5e1516230e6cc571cf638cca572c3c65fd7c942"}) as unknown as TypedDocumentString<CloseRembukMutation, CloseRembukMutationVariables>;
export const AdoptOutcomeDocument = new TypedDocumentString(`
    mutation AdoptOutcome($input: AdoptOutcomeInput!) {
  adoptOutcome(input: $input) {
    position
    outcome {
      id
      status
    }
    adoption {
      id
      action {
        id
        title
        plan {
          key
        }
      }
    }
  }
}
    `, {"hash":"sha256:5ee4f9ab8d00a1461e08515cf0776e29adaca55f2d7339461c785e14544fe4ea"}) as unknown as TypedDocumentString<AdoptOutcomeMutation, AdoptOutcomeMutationVariables>;
export const OpenAssessmentsDocument = new TypedDocumentString(`
    query OpenAssessments($university: String!, $first: Int = 50, $after: String) {
  assessments(
    where: {university: {eq: $university}, status: {in: [DRAFT, RETURNED]}}
    orderBy: [{field: DUE_ON}]
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      version
      round
      status
      dueOn
      completeness
      reason
      area {
        key
        name
      }
      plan {
        key
        title
      }
      instrument {
        id
        key
        edition
        title
      }
    }
  }
}
    `, {"hash":"sha256:842f8f68e29eaf957a1f33fe88b28e6d36ce1f524171f56a61687deb3ac4acd9"}) as unknown as TypedDocumentString<OpenAssessmentsQuery, OpenAssessmentsQueryVariables>;
export const QuestionnaireDocument = new TypedDocumentString(`
    query Questionnaire($key: String!) {
  instruments(
    where: {key: {eq: $key}, status: {eq: PUBLISHED}}
    orderBy: [{field: EDITION, direction: DESC}]
    first: 1
  ) {
    nodes {
      id
      key
      edition
      about
      formula
      titleText {
        indonesian
        english
      }
      dimensionDetails {
        key
        title {
          indonesian
          english
        }
      }
      sections {
        key
        title {
          indonesian
          english
        }
        questions {
          key
          kind
          text {
            indonesian
            english
          }
          help {
            indonesian
            english
          }
          required
          minimum
          maximum
          options {
            key
            text {
              indonesian
              english
            }
            score
          }
          condition {
            question
            anyOf
            minimum
            maximum
          }
          dimension
          weight
          reversed
        }
      }
    }
  }
}
    `, {"hash":"sha256:f058848b0daae99b554e9682a5d5b621a37fa818c253bafca30eb67ecac5d379"}) as unknown as TypedDocumentString<QuestionnaireQuery, QuestionnaireQueryVariables>;
export const AssessmentAtWorkDocument = new TypedDocumentString(`
    query AssessmentAtWork($id: ID!) {
  assessment(id: $id) {
    ...AssessmentStanding
    round
    dueOn
    interests
    reason
    corrects {
      id
    }
    answers {
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
    evidence {
      id
      version
      question
      title
      address
      file {
        name
        size
        mediaType
        sha256
        address
      }
    }
    findings {
      id
      version
      text
      recommendation
      actions {
        id
        title
      }
      measurements {
        id
        period
        value
      }
    }
    actionFindings {
      id
      version
      completion
      note
      action {
        id
        title
      }
    }
    reviews {
      id
      submission
      verdict
      summary
      comments {
        question
        text
      }
      organisation {
        name
      }
    }
  }
}
    fragment AssessmentStanding on Assessment {
  id
  version
  status
  completeness
  missing {
    question
    reason
  }
  scores {
    dimension
    value
  }
}`, {"hash":"sha256:11e6abba89fd758e6eeb4ac10feb7d44f5a9784014743e525f0f9d0e5cce9026"}) as unknown as TypedDocumentString<AssessmentAtWorkQuery, AssessmentAtWorkQueryVariables>;
export const AreaAssessedDocument = new TypedDocumentString(`
    query AreaAssessed($area: String!) {
  area(key: $area) {
    key
    name
    comparison {
      questionnaire
      dimension
      baseline
      midline
      endline
      change
      universities
    }
    assessments(
      where: {status: {eq: PUBLISHED}, isCorrected: {eq: false}}
      first: 20
    ) {
      nodes {
        id
        round
        recorded
        publishedAt
        interests
        university {
          key
          name
        }
        scores {
          dimension
          value
        }
        findings {
          text
          recommendation
        }
        agreement {
          alpha
          units
          assessments {
            id
            university {
              name
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:09909e99e54f6a1579b7f5ab7534c754af07b0b6d786bac2f2e72432d8f13965"}) as unknown as TypedDocumentString<AreaAssessedQuery, AreaAssessedQueryVariables>;
export const TwoVoicesOfPlanDocument = new TypedDocumentString(`
    query TwoVoicesOfPlan($plan: ID!) {
  actionPlan(id: $plan) {
    actions(first: 50) {
      nodes {
        id
        title
        reported {
          completion
          progress
          at
        }
        assessed {
          completion
          at
          university {
            name
          }
          finding {
            id
            note
          }
        }
        divergence
        reply
      }
    }
  }
}
    `, {"hash":"sha256:770dc52fb28c027617a8e122104bd5537503759803be4205e38a2ef999fe1128"}) as unknown as TypedDocumentString<TwoVoicesOfPlanQuery, TwoVoicesOfPlanQueryVariables>;
export const OfferAssessmentDocument = new TypedDocumentString(`
    mutation OfferAssessment($input: BeginAssessmentInput!) {
  offerAssessment(input: $input) {
    position
    assessment {
      ...AssessmentStanding
    }
  }
}
    fragment AssessmentStanding on Assessment {
  id
  version
  status
  completeness
  missing {
    question
    reason
  }
  scores {
    dimension
    value
  }
}`, {"hash":"sha256:bfedf0a57d9bfccbe5a7f83af0597ab8d9cb4660de49a264e5233142b3e914b8"}) as unknown as TypedDocumentString<OfferAssessmentMutation, OfferAssessmentMutationVariables>;
export const SaveAnswersDocument = new TypedDocumentString(`
    mutation SaveAnswers($input: AnswerAssessmentInput!) {
  answerAssessment(input: $input) {
    position
    assessment {
      ...AssessmentStanding
    }
  }
}
    fragment AssessmentStanding on Assessment {
  id
  version
  status
  completeness
  missing {
    question
    reason
  }
  scores {
    dimension
    value
  }
}`, {"hash":"sha256:f403a333ee8559179cb73ed02c0c83a4483fa6f7a1ff7469d12c511df880fd55"}) as unknown as TypedDocumentString<SaveAnswersMutation, SaveAnswersMutationVariables>;
export const DeclareInterestsDocument = new TypedDocumentString(`
    mutation DeclareInterests($input: DeclareInterestsInput!) {
  declareInterests(input: $input) {
    position
    assessment {
      id
      version
      interests
    }
  }
}
    `, {"hash":"sha256:8b07be266c536b2b72bef8ae121b8b884c53681c43287b1a0ffd3ac61fd49f95"}) as unknown as TypedDocumentString<DeclareInterestsMutation, DeclareInterestsMutationVariables>;
export const AddLinkDocument = new TypedDocumentString(`
    mutation AddLink($input: AddEvidenceInput!) {
  addEvidence(input: $input) {
    position
    evidence {
      id
      version
    }
  }
}
    `, {"hash":"sha256:822fbf753bafbeb6bc5d144cb5919800ebf52ed37522a956bca66a3478ecfc56"}) as unknown as TypedDocumentString<AddLinkMutation, AddLinkMutationVariables>;
export const AddFindingDocument = new TypedDocumentString(`
    mutation AddFinding($input: AddFindingInput!) {
  addFinding(input: $input) {
    position
    finding {
      id
      version
    }
  }
}
    `, {"hash":"sha256:bca5a96a76310a5664dbae34b9a0e25b2c11de521c3914281f6735b4834e479b"}) as unknown as TypedDocumentString<AddFindingMutation, AddFindingMutationVariables>;
export const AssessActionDocument = new TypedDocumentString(`
    mutation AssessAction($input: AssessActionInput!) {
  assessAction(input: $input) {
    position
    actionFinding {
      id
      version
      completion
    }
  }
}
    `, {"hash":"sha256:8eafd9644b93acae3a22349eabaab03a33260db353730ad482470778462e1d28"}) as unknown as TypedDocumentString<AssessActionMutation, AssessActionMutationVariables>;
export const SubmitAssessmentDocument = new TypedDocumentString(`
    mutation SubmitAssessment($input: AssessmentStepInput!) {
  submitAssessment(input: $input) {
    position
    assessment {
      ...AssessmentStanding
      submittedAt
    }
  }
}
    fragment AssessmentStanding on Assessment {
  id
  version
  status
  completeness
  missing {
    question
    reason
  }
  scores {
    dimension
    value
  }
}`, {"hash":"sha256:775ed3ca8897ae865963c15a0ac02f20dfac7b7fc949a249217687fa984c4fb2"}) as unknown as TypedDocumentString<SubmitAssessmentMutation, SubmitAssessmentMutationVariables>;
export const GiveVerdictDocument = new TypedDocumentString(`
    mutation GiveVerdict($input: ReviewAssessmentInput!) {
  reviewAssessment(input: $input) {
    position
    review {
      id
      submission
      verdict
    }
  }
}
    `, {"hash":"sha256:a7307f834307bf27478831adf37fb12ec5e78a826efb878dd56674592cae817a"}) as unknown as TypedDocumentString<GiveVerdictMutation, GiveVerdictMutationVariables>;
export const CorrectPublishedDocument = new TypedDocumentString(`
    mutation CorrectPublished($input: CorrectAssessmentInput!) {
  correctAssessment(input: $input) {
    position
    assessment {
      ...AssessmentStanding
    }
  }
}
    fragment AssessmentStanding on Assessment {
  id
  version
  status
  completeness
  missing {
    question
    reason
  }
  scores {
    dimension
    value
  }
}`, {"hash":"sha256:569ff6d4875e3f504339a15ceb3d763bdae88ac4248cd64fbdf8af025d159bcf"}) as unknown as TypedDocumentString<CorrectPublishedMutation, CorrectPublishedMutationVariables>;
export const RecordFigureDocument = new TypedDocumentString(`
    mutation RecordFigure($input: RecordMeasurementInput!) {
  recordMeasurement(input: $input) {
    position
    measurement {
      id
      version
      period
      value
    }
  }
}
    `, {"hash":"sha256:e1267945e9e937f04af53b957ca39c14e4c801b069719ef38aa9f8f61eb62b3d"}) as unknown as TypedDocumentString<RecordFigureMutation, RecordFigureMutationVariables>;
export const FollowAssessmentDocument = new TypedDocumentString(`
    subscription FollowAssessment($id: ID!, $after: Position) {
  changes(where: {entityId: {eq: $id}}, after: $after) {
    position
    at
    operation
    organisation {
      name
    }
    fields {
      name
      before
      after
    }
  }
}
    `, {"hash":"sha256:d5f795773326f6f6da5a4456ad27754911b159f910406e7d246a06f8968ea312"}) as unknown as TypedDocumentString<FollowAssessmentSubscription, FollowAssessmentSubscriptionVariables>;