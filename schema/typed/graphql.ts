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
  /** The title: the work to do. In the language of the request's `Accept-Language`, in Indonesian without one; `titleText` names the languages. One of the two is needed for a new one; the text in the other language stays as it is. */
  title?: string | null | undefined;
  /** The title: the work to do. An absent language stays as it is; null empties it. */
  titleText?: TranslatedTextInput | null | undefined;
  /** Its weight in the plan's progress, more than 0; 1 for a new action when absent. */
  weight?: number | null | undefined;
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
  /** The reason of `cancelDeliberation`, which participants see; of no other step. */
  reason?: string | null | undefined;
};

/** One count of a disaggregation. */
export type DisaggregatedCountInput = {
  /** The dimension of the disaggregation. */
  by: Disaggregation;
  /** The number of people, 0 or more. */
  count: number;
  /** The part that is counted: `FEMALE`, `MALE`; `0-14`, `15-24`, `25-34`, `35-44`, `45-54`, `55-64`, `65+`; `WITH_DISABILITY`, `WITHOUT_DISABILITY`; or a usual word for it, as `women`, `perempuan`, `P`. */
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

/** Rupiah of another contribution that this one passes on. */
export type FundingInput = {
  /** The rupiah passed on, more than 0 and at most what is left of both contributions. */
  amount: string;
  /** The contribution whose money it is. */
  contributionId: string | number;
};

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
  /**
   * One contribution whose money this one passes on with its whole amount.
   * @deprecated Since 2026-11-30. Use `funding`, which says how much of which; may be removed from 2027-06-01.
   */
  fundedById?: string | number | null | undefined;
  /** The contributions of which it passes on rupiah, each with the amount. The rest is the organisation's own money. */
  funding?: Array<FundingInput> | null | undefined;
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

/** A measured figure of an indicator: in a region, in an area, or nationwide. */
export type RecordMeasurementInput = {
  /** The action whose effect it measures. The audience of the action's plan sees the measurement. */
  actionId?: string | number | null | undefined;
  /** Its area. */
  areaId?: string | number | null | undefined;
  /** For a rate: the total number, more than 0. */
  denominator?: number | null | undefined;
  /** Counts by sex, age band or disability; each part at most once. By each of these they are not more than the whole: the value, if it counts people, else the numerator. */
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
  /** The figure, in the indicator's unit. Of a rate with numerator and denominator it may be left out, and must else be 100 times the one over the other, in its decimals. */
  value?: number | null | undefined;
};

/** The level of a region, by the length of its code. Tingkat wilayah. */
export type RegionLevel =
  /** Kecamatan (district); its code is like `36.02.27`. */
  | 'DISTRICT'
  /** Provinsi; its code is like `36`. */
  | 'PROVINCE'
  /** Kabupaten or kota (regency or city); its code is like `36.02`. */
  | 'REGENCY'
  /** Desa, kelurahan or desa adat (village); its code is like `36.02.27.2010`, and the last part begins with 2, 1 or 3. */
  | 'VILLAGE';

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

/** Where to search; all that are given must hold. A type that has no such place is left out. */
export type SearchFilter = {
  /** Is led, owned, given or said by the organisation with this key. */
  organisation?: string | null | undefined;
  /** Belongs to the plan with this id. */
  plan?: string | number | null | undefined;
  /** Belongs to the programme with this key. */
  programme?: string | null | undefined;
  /** Lies in the region with this code, by its own region, its area or its plan. */
  region?: string | number | null | undefined;
};

/** A type of what search finds. */
export type SearchType =
  /** Actions, by title and details. */
  | 'ACTION'
  /** Findings on how far an action was carried out, by their basis. */
  | 'ACTION_FINDING'
  /** Plans, by title, aims and the regions of their area. */
  | 'ACTION_PLAN'
  /** Areas, by name, theme and regions. */
  | 'AREA'
  /** Comments, by text. */
  | 'COMMENT'
  /** Contributions, by remark. */
  | 'CONTRIBUTION'
  /** Deliberations, by title, purpose, place and agenda. */
  | 'DELIBERATION'
  /** Enterprise groups, by name, products and remark. */
  | 'ENTERPRISE_GROUP'
  /** Findings of assessments, by text and recommendation. */
  | 'FINDING'
  /** Indicators, by title and meaning. */
  | 'INDICATOR'
  /** Instruments, by title, purpose and questions. */
  | 'INSTRUMENT'
  /** Milestones, by title. */
  | 'MILESTONE'
  /** Organisations, by name, abbreviation, contact and remark. */
  | 'ORGANISATION'
  /** Outcomes of deliberations, by their current text and the reason of the decision. */
  | 'OUTCOME'
  /** Programmes, by name, legal basis, aims, scope and chain. */
  | 'PROGRAMME'
  /** Reports on actions, by the work done and the obstacles. */
  | 'PROGRESS_UPDATE'
  /** Regions, by their names and codes. */
  | 'REGION';

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

/** A text in one or both languages; at least one is needed. */
export type TranslatedTextInput = {
  /** In English. */
  english?: string | null | undefined;
  /** In Indonesian. */
  indonesian?: string | null | undefined;
};

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


export type StartPlannedActionMutation = { __typename: 'Mutation', changeActionStatus: { __typename: 'ChangeActionStatusPayload', position: number, action: { __typename: 'Action', id: string, status: ActionStatus, version: number } | null } };

export type ReportOnActionMutationVariables = Exact<{
  input: ReportProgressInput;
}>;


export type ReportOnActionMutation = { __typename: 'Mutation', reportProgress: { __typename: 'ReportProgressPayload', position: number, action: { __typename: 'Action', id: string, progress: number, version: number } | null, progressUpdate: { __typename: 'ProgressUpdate', id: string, note: string | null, progress: number, reportedAt: string } | null } };

export type PledgeToActionMutationVariables = Exact<{
  input: PledgeContributionInput;
}>;


export type PledgeToActionMutation = { __typename: 'Mutation', pledgeContribution: { __typename: 'PledgeContributionPayload', position: number, contribution: { __typename: 'Contribution', id: string, kind: ContributionKind, status: ContributionStatus, amount: string | null, quantity: number | null, unit: string | null, organisation: { __typename: 'Organisation', id: string, key: string } } | null } };

export type WatchPlanSubscriptionVariables = Exact<{
  id: string | number;
  after?: number | null | undefined;
}>;


export type WatchPlanSubscription = { actionPlanChanged: { __typename: 'ActionPlanChange', position: number, change: { __typename: 'Change', kind: ChangeKind, operation: string, entity: string, entityId: string, fields: Array<{ __typename: 'FieldChange', name: string, before: unknown, after: unknown }> }, actionPlan: { __typename: 'ActionPlan', id: string, title: string, status: ActionPlanStatus, progress: number | null } | null } };

export type PlansOfRegionQueryVariables = Exact<{
  region: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PlansOfRegionQuery = { __typename: 'Query', actionPlans: { __typename: 'ActionPlanConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, edges: Array<{ __typename: 'ActionPlanEdge', cursor: string, node: { __typename: 'ActionPlan', id: string, key: string, title: string, status: ActionPlanStatus, startsOn: string, endsOn: string | null, progress: number | null, area: { __typename: 'Area', id: string, key: string, name: string } | null, lead: { __typename: 'Organisation', id: string, key: string, name: string } } }> } };

export type MoneyOfRegionsQueryVariables = Exact<{
  level: RegionLevel;
  within?: string | number | null | undefined;
}>;


export type MoneyOfRegionsQuery = { __typename: 'Query', moneyByRegion: Array<{ __typename: 'RegionMoney', region: { __typename: 'Region', id: string, name: string }, money: { __typename: 'MoneyTotals', paid: string, given: { __typename: 'MoneyByStatus', pledged: string, committed: string, delivered: string, total: string }, reached: { __typename: 'MoneyByStatus', pledged: string, committed: string, delivered: string, total: string } } }> };

export type PlanPageQueryVariables = Exact<{
  id: string | number;
}>;


export type PlanPageQuery = { __typename: 'Query', actionPlan: { __typename: 'ActionPlan', id: string, title: string, status: ActionPlanStatus, version: number, visibility: Visibility, progress: number | null, overdueActions: number, money: { __typename: 'MoneyTotals', paid: string, given: { __typename: 'MoneyByStatus', pledged: string, committed: string, delivered: string, total: string }, reached: { __typename: 'MoneyByStatus', pledged: string, committed: string, delivered: string, total: string }, onCancelled: { __typename: 'CancelledMoney', given: { __typename: 'MoneyByStatus', total: string } } }, participants: Array<{ __typename: 'Participant', id: string, role: ParticipantRole, organisation: { __typename: 'Organisation', id: string, key: string, name: string, sector: Sector } }>, actions: { __typename: 'ActionConnection', totalCount: number, nodes: Array<{ __typename: 'Action', id: string, title: string, stage: ActionStage, status: ActionStatus, progress: number, isOverdue: boolean, hasContribution: boolean, version: number }> } } | null };

export type OrganisationsOfSectorQueryVariables = Exact<{
  sector: Sector;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OrganisationsOfSectorQuery = { __typename: 'Query', organisations: { __typename: 'OrganisationConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, edges: Array<{ __typename: 'OrganisationEdge', cursor: string, node: { __typename: 'Organisation', id: string, key: string, name: string, region: { __typename: 'Region', id: string, code: string, name: string } | null } }> } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', kind: ViewerKind, email: string | null, operator: boolean, memberships: Array<{ __typename: 'ViewerMembership', roles: Array<Role>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> } };

export type RupiahByStatusFragment = { __typename: 'MoneyByStatus', pledged: string, committed: string, delivered: string, total: string };

export type SearchQueryVariables = Exact<{
  text: string;
  types?: Array<SearchType> | SearchType | null | undefined;
  where?: SearchFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { __typename: 'Query', search: { __typename: 'SearchConnection', totalCount: number, isNear: boolean, ignoredWords: Array<string>, counts: Array<{ __typename: 'SearchCount', type: SearchType, count: number, isComplete: boolean }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, edges: Array<{ __typename: 'SearchEdge', cursor: string, node: { __typename: 'SearchHit', type: SearchType, title: string | null, highlights: Array<{ __typename: 'SearchHighlight', field: string, language: TextLanguage | null, segments: Array<{ __typename: 'SearchSegment', text: string, isMatch: boolean }> }>, node:
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
          | { __typename: 'Invitation', id: string }
          | { __typename: 'Measurement', id: string }
          | { __typename: 'Membership', id: string }
          | { __typename: 'Milestone', id: string }
          | { __typename: 'Minutes', id: string }
          | { __typename: 'Organisation', id: string }
          | { __typename: 'Outcome', id: string }
          | { __typename: 'OutcomePosition', id: string }
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
          | { __typename: 'Webhook', id: string }
         } }> } };

export type RembukPageQueryVariables = Exact<{
  key: string;
}>;


export type RembukPageQuery = { __typename: 'Query', deliberation: { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, heldFrom: string, heldTo: string, place: string | null, recorded: boolean, convener: { __typename: 'Organisation', id: string, key: string, name: string }, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, invitations: Array<{ __typename: 'Invitation', id: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, outcomes: { __typename: 'OutcomeConnection', nodes: Array<{ __typename: 'Outcome', id: string, number: number, version: number, text: string, textVersion: number, status: OutcomeStatus, votingSince: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector> } | null, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, actions: Array<{ __typename: 'Action', id: string, title: string, status: ActionStatus, progress: number }> }> }, minutes: { __typename: 'Minutes', id: string, closedAt: string, sha256: string } | null } | null };

export type OutcomeOnPageFragment = { __typename: 'Outcome', id: string, number: number, version: number, text: string, textVersion: number, status: OutcomeStatus, votingSince: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector> } | null, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, actions: Array<{ __typename: 'Action', id: string, title: string, status: ActionStatus, progress: number }> };

export type AgreedWithoutActionQueryVariables = Exact<{
  programme: string;
  after?: string | null | undefined;
}>;


export type AgreedWithoutActionQuery = { __typename: 'Query', outcomes: { __typename: 'OutcomeConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, edges: Array<{ __typename: 'OutcomeEdge', cursor: string, node: { __typename: 'Outcome', id: string, text: string, dueOn: string | null, isOverdue: boolean, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string } } }> } };

export type MinutesOfQueryVariables = Exact<{
  key: string;
  language?: TextLanguage | null | undefined;
}>;


export type MinutesOfQuery = { __typename: 'Query', deliberation: { __typename: 'Deliberation', id: string, minutes: { __typename: 'Minutes', id: string, closedAt: string, sha256: string, document: string, html: string, acknowledgements: Array<{ __typename: 'Acknowledgement', id: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> } | null } | null };

export type FollowRembukSubscriptionVariables = Exact<{
  id: string | number;
  after?: number | null | undefined;
}>;


export type FollowRembukSubscription = { deliberationChanged: { __typename: 'DeliberationChange', position: number, change: { __typename: 'Change', at: string, kind: ChangeKind, operation: string, entity: string, entityId: string, organisation: { __typename: 'Organisation', id: string, name: string } | null, fields: Array<{ __typename: 'FieldChange', name: string, before: unknown, after: unknown }> }, deliberation: { __typename: 'Deliberation', id: string, status: DeliberationStatus, quorum: { __typename: 'Quorum', met: boolean, attending: number, sectorsMissing: Array<Sector> } | null, outcomes: { __typename: 'OutcomeConnection', nodes: Array<{ __typename: 'Outcome', id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number } }> } } | null } };

export type ArriveAtRembukMutationVariables = Exact<{
  input: AttendanceInput;
}>;


export type ArriveAtRembukMutation = { __typename: 'Mutation', recordArrival: { __typename: 'RecordArrivalPayload', position: number, invitation: { __typename: 'Invitation', id: string, version: number, isPresent: boolean } | null } };

export type ProposeOutcomeMutationVariables = Exact<{
  input: ProposeOutcomeInput;
}>;


export type ProposeOutcomeMutation = { __typename: 'Mutation', proposeOutcome: { __typename: 'ProposeOutcomePayload', position: number, outcome: { __typename: 'Outcome', id: string, number: number, version: number, textVersion: number } | null } };

export type AmendOutcomeMutationVariables = Exact<{
  input: AmendOutcomeInput;
}>;


export type AmendOutcomeMutation = { __typename: 'Mutation', amendOutcome: { __typename: 'AmendOutcomePayload', position: number, outcome: { __typename: 'Outcome', id: string, text: string, version: number, textVersion: number } | null } };

export type TakePositionMutationVariables = Exact<{
  input: TakePositionInput;
}>;


export type TakePositionMutation = { __typename: 'Mutation', takePosition: { __typename: 'TakePositionPayload', position: number, outcomePosition: { __typename: 'OutcomePosition', id: string, stance: Stance, version: number } | null, outcome: { __typename: 'Outcome', id: string, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector> } | null, tally: { __typename: 'Tally', agree: number, object: number } } | null } };

export type AgreeByMufakatMutationVariables = Exact<{
  input: OutcomeStepInput;
}>;


export type AgreeByMufakatMutation = { __typename: 'Mutation', agreeOutcome: { __typename: 'AgreeOutcomePayload', position: number, outcome: { __typename: 'Outcome', id: string, status: OutcomeStatus, version: number, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null } | null } };

export type CloseRembukMutationVariables = Exact<{
  input: DeliberationStepInput;
}>;


export type CloseRembukMutation = { __typename: 'Mutation', closeDeliberation: { __typename: 'CloseDeliberationPayload', position: number, deliberation: { __typename: 'Deliberation', id: string, status: DeliberationStatus, version: number } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } };

export type AdoptOutcomeMutationVariables = Exact<{
  input: AdoptOutcomeInput;
}>;


export type AdoptOutcomeMutation = { __typename: 'Mutation', adoptOutcome: { __typename: 'AdoptOutcomePayload', position: number, outcome: { __typename: 'Outcome', id: string, status: OutcomeStatus } | null, adoption: { __typename: 'Adoption', id: string, action: { __typename: 'Action', id: string, title: string, plan: { __typename: 'ActionPlan', id: string, key: string } } } | null } };

export type OpenAssessmentsQueryVariables = Exact<{
  university: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OpenAssessmentsQuery = { __typename: 'Query', assessments: { __typename: 'AssessmentConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, edges: Array<{ __typename: 'AssessmentEdge', cursor: string, node: { __typename: 'Assessment', id: string, version: number, round: AssessmentRound, status: AssessmentStatus, dueOn: string | null, completeness: number, reason: string | null, area: { __typename: 'Area', id: string, key: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, key: string, title: string } | null, instrument: { __typename: 'Instrument', id: string, key: string, edition: number, title: string } } }> } };

export type QuestionnaireQueryVariables = Exact<{
  key: string;
}>;


export type QuestionnaireQuery = { __typename: 'Query', instruments: { __typename: 'InstrumentConnection', nodes: Array<{ __typename: 'Instrument', id: string, key: string, edition: number, about: string | null, formula: ScoreFormula, titleText: { __typename: 'TranslatedText', indonesian: string, english: string }, dimensionDetails: Array<{ __typename: 'Dimension', key: string, title: { __typename: 'TranslatedText', indonesian: string, english: string } }>, sections: Array<{ __typename: 'InstrumentSection', key: string, title: { __typename: 'TranslatedText', indonesian: string, english: string }, questions: Array<{ __typename: 'Question', key: string, kind: QuestionKind, required: boolean, minimum: number | null, maximum: number | null, dimension: string | null, weight: number | null, reversed: boolean, text: { __typename: 'TranslatedText', indonesian: string, english: string }, help: { __typename: 'TranslatedText', indonesian: string, english: string } | null, options: Array<{ __typename: 'QuestionOption', key: string, score: number | null, text: { __typename: 'TranslatedText', indonesian: string, english: string } }>, condition: { __typename: 'QuestionCondition', question: string, anyOf: Array<string>, minimum: number | null, maximum: number | null } | null }> }> }> } };

export type AssessmentAtWorkQueryVariables = Exact<{
  id: string | number;
}>;


export type AssessmentAtWorkQuery = { __typename: 'Query', assessment: { __typename: 'Assessment', round: AssessmentRound, dueOn: string | null, interests: string | null, reason: string | null, id: string, version: number, status: AssessmentStatus, completeness: number, corrects: { __typename: 'Assessment', id: string } | null, answers: Array<{ __typename: 'Answer', id: string, question: string, scale: number | null, value: number | null, percent: number | null, money: string | null, choice: string | null, choices: Array<string> | null, boolean: boolean | null, text: string | null, note: string | null, score: number | null }>, evidence: Array<{ __typename: 'Evidence', id: string, version: number, question: string | null, title: string, address: string | null, file: { __typename: 'EvidenceFile', name: string, size: number, mediaType: string, sha256: string, address: string } | null }>, findings: Array<{ __typename: 'Finding', id: string, version: number, text: string, recommendation: string | null, actions: Array<{ __typename: 'Action', id: string, title: string }>, measurements: Array<{ __typename: 'Measurement', id: string, period: string, value: number | null }> }>, actionFindings: Array<{ __typename: 'ActionFinding', id: string, version: number, completion: Completion, note: string | null, action: { __typename: 'Action', id: string, title: string } }>, reviews: Array<{ __typename: 'Review', id: string, submission: number, verdict: Verdict, summary: string | null, comments: Array<{ __typename: 'ReviewComment', question: string, text: string }>, organisation: { __typename: 'Organisation', id: string, name: string } }>, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }> } | null };

export type AssessmentStandingFragment = { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, completeness: number, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }> };

export type AreaAssessedQueryVariables = Exact<{
  area: string;
}>;


export type AreaAssessedQuery = { __typename: 'Query', area: { __typename: 'Area', id: string, key: string, name: string, comparison: Array<{ __typename: 'RoundComparison', questionnaire: string, dimension: string, baseline: number | null, midline: number | null, endline: number | null, change: number | null, universities: number }>, assessments: { __typename: 'AssessmentConnection', nodes: Array<{ __typename: 'Assessment', id: string, round: AssessmentRound, recorded: boolean, publishedAt: string | null, interests: string | null, university: { __typename: 'Organisation', id: string, key: string, name: string }, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }>, findings: Array<{ __typename: 'Finding', id: string, text: string, recommendation: string | null }>, agreement: { __typename: 'Agreement', alpha: number | null, units: number, assessments: Array<{ __typename: 'Assessment', id: string, university: { __typename: 'Organisation', id: string, name: string } }> } | null }> } } | null };

export type TwoVoicesOfPlanQueryVariables = Exact<{
  plan: string | number;
}>;


export type TwoVoicesOfPlanQuery = { __typename: 'Query', actionPlan: { __typename: 'ActionPlan', id: string, actions: { __typename: 'ActionConnection', nodes: Array<{ __typename: 'Action', id: string, title: string, divergence: number | null, reply: string | null, reported: { __typename: 'ReportedCompletion', completion: Completion, progress: number | null, at: string | null } | null, assessed: { __typename: 'AssessedCompletion', completion: Completion, at: string, university: { __typename: 'Organisation', id: string, name: string }, finding: { __typename: 'ActionFinding', id: string, note: string | null } | null } | null }> } } | null };

export type OfferAssessmentMutationVariables = Exact<{
  input: BeginAssessmentInput;
}>;


export type OfferAssessmentMutation = { __typename: 'Mutation', offerAssessment: { __typename: 'OfferAssessmentPayload', position: number, assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, completeness: number, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }> } | null } };

export type SaveAnswersMutationVariables = Exact<{
  input: AnswerAssessmentInput;
}>;


export type SaveAnswersMutation = { __typename: 'Mutation', answerAssessment: { __typename: 'AnswerAssessmentPayload', position: number, assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, completeness: number, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }> } | null } };

export type DeclareInterestsMutationVariables = Exact<{
  input: DeclareInterestsInput;
}>;


export type DeclareInterestsMutation = { __typename: 'Mutation', declareInterests: { __typename: 'DeclareInterestsPayload', position: number, assessment: { __typename: 'Assessment', id: string, version: number, interests: string | null } | null } };

export type AddLinkMutationVariables = Exact<{
  input: AddEvidenceInput;
}>;


export type AddLinkMutation = { __typename: 'Mutation', addEvidence: { __typename: 'AddEvidencePayload', position: number, evidence: { __typename: 'Evidence', id: string, version: number } | null } };

export type AddFindingMutationVariables = Exact<{
  input: AddFindingInput;
}>;


export type AddFindingMutation = { __typename: 'Mutation', addFinding: { __typename: 'AddFindingPayload', position: number, finding: { __typename: 'Finding', id: string, version: number } | null } };

export type AssessActionMutationVariables = Exact<{
  input: AssessActionInput;
}>;


export type AssessActionMutation = { __typename: 'Mutation', assessAction: { __typename: 'AssessActionPayload', position: number, actionFinding: { __typename: 'ActionFinding', id: string, version: number, completion: Completion } | null } };

export type SubmitAssessmentMutationVariables = Exact<{
  input: AssessmentStepInput;
}>;


export type SubmitAssessmentMutation = { __typename: 'Mutation', submitAssessment: { __typename: 'SubmitAssessmentPayload', position: number, assessment: { __typename: 'Assessment', submittedAt: string | null, id: string, version: number, status: AssessmentStatus, completeness: number, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }> } | null } };

export type GiveVerdictMutationVariables = Exact<{
  input: ReviewAssessmentInput;
}>;


export type GiveVerdictMutation = { __typename: 'Mutation', reviewAssessment: { __typename: 'ReviewAssessmentPayload', position: number, review: { __typename: 'Review', id: string, submission: number, verdict: Verdict } | null } };

export type CorrectPublishedMutationVariables = Exact<{
  input: CorrectAssessmentInput;
}>;


export type CorrectPublishedMutation = { __typename: 'Mutation', correctAssessment: { __typename: 'CorrectAssessmentPayload', position: number, assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, completeness: number, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }> } | null } };

export type RecordFigureMutationVariables = Exact<{
  input: RecordMeasurementInput;
}>;


export type RecordFigureMutation = { __typename: 'Mutation', recordMeasurement: { __typename: 'RecordMeasurementPayload', position: number, measurement: { __typename: 'Measurement', id: string, version: number, period: string, value: number | null } | null } };

export type FollowAssessmentSubscriptionVariables = Exact<{
  id: string | number;
  after?: number | null | undefined;
}>;


export type FollowAssessmentSubscription = { changes: { __typename: 'Change', position: number, at: string, operation: string, organisation: { __typename: 'Organisation', id: string, name: string } | null, fields: Array<{ __typename: 'FieldChange', name: string, before: unknown, after: unknown }> } };

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
export const RupiahByStatusFragmentDoc = new TypedDocumentString(`
    fragment RupiahByStatus on MoneyByStatus {
  __typename
  pledged
  committed
  delivered
  total
}
    `, {"fragmentName":"RupiahByStatus"}) as unknown as TypedDocumentString<RupiahByStatusFragment, unknown>;
export const OutcomeOnPageFragmentDoc = new TypedDocumentString(`
    fragment OutcomeOnPage on Outcome {
  __typename
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
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
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
  }
  positions {
    __typename
    id
    version
    stance
    reason
    counts
    organisation {
      __typename
      id
      key
      name
    }
  }
  responsible {
    __typename
    id
    key
    name
  }
  actions {
    __typename
    id
    title
    status
    progress
  }
}
    `, {"fragmentName":"OutcomeOnPage"}) as unknown as TypedDocumentString<OutcomeOnPageFragment, unknown>;
export const AssessmentStandingFragmentDoc = new TypedDocumentString(`
    fragment AssessmentStanding on Assessment {
  __typename
  id
  version
  status
  completeness
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
}
    `, {"fragmentName":"AssessmentStanding"}) as unknown as TypedDocumentString<AssessmentStandingFragment, unknown>;
export const StartPlannedActionDocument = new TypedDocumentString(`
    mutation StartPlannedAction($input: ChangeActionStatusInput!) {
  __typename
  changeActionStatus(input: $input) {
    __typename
    position
    action {
      __typename
      id
      status
      version
    }
  }
}
    `, {"hash":"sha256:1e24df086b921c06c253c596d8ca9d41d6ac0d4edc4f612ad3ae782fc79c4b8a"}) as unknown as TypedDocumentString<StartPlannedActionMutation, StartPlannedActionMutationVariables>;
export const ReportOnActionDocument = new TypedDocumentString(`
    mutation ReportOnAction($input: ReportProgressInput!) {
  __typename
  reportProgress(input: $input) {
    __typename
    position
    action {
      __typename
      id
      progress
      version
    }
    progressUpdate {
      __typename
      id
      note
      progress
      reportedAt
    }
  }
}
    `, {"hash":"sha256:b3453b010f41c87a43f3c213130aab0558fedc3e813b3e3f6c08968599a5a51e"}) as unknown as TypedDocumentString<ReportOnActionMutation, ReportOnActionMutationVariables>;
export const PledgeToActionDocument = new TypedDocumentString(`
    mutation PledgeToAction($input: PledgeContributionInput!) {
  __typename
  pledgeContribution(input: $input) {
    __typename
    position
    contribution {
      __typename
      id
      kind
      status
      amount
      quantity
      unit
      organisation {
        __typename
        id
        key
      }
    }
  }
}
    `, {"hash":"sha256:e8734bad0ad0701814e4286834061ac047a0ee01ee38ad4534cf5c6c5f19f983"}) as unknown as TypedDocumentString<PledgeToActionMutation, PledgeToActionMutationVariables>;
export const WatchPlanDocument = new TypedDocumentString(`
    subscription WatchPlan($id: ID!, $after: Position) {
  actionPlanChanged(id: $id, after: $after) {
    __typename
    position
    change {
      __typename
      kind
      operation
      entity
      entityId
      fields {
        __typename
        name
        before
        after
      }
    }
    actionPlan {
      __typename
      id
      title
      status
      progress
    }
  }
}
    `, {"hash":"sha256:ff790ffc6bd54758fbda7ba0e5ba37153cbb4b0ab567696ebe5a6e9929617370"}) as unknown as TypedDocumentString<WatchPlanSubscription, WatchPlanSubscriptionVariables>;
export const PlansOfRegionDocument = new TypedDocumentString(`
    query PlansOfRegion($region: String!, $first: Int = 20, $after: String) {
  __typename
  actionPlans(
    where: {area: {region: {within: $region}}}
    orderBy: [{field: STARTS_ON, direction: DESC}]
    first: $first
    after: $after
  ) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    edges {
      __typename
      cursor
      node {
        __typename
        id
        key
        title
        status
        startsOn
        endsOn
        progress
        area {
          __typename
          id
          key
          name
        }
        lead {
          __typename
          id
          key
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:e497da94d868d937c781c4fd4c265408262bdb55d5af7ada9bf52e57426c664f"}) as unknown as TypedDocumentString<PlansOfRegionQuery, PlansOfRegionQueryVariables>;
export const MoneyOfRegionsDocument = new TypedDocumentString(`
    query MoneyOfRegions($level: RegionLevel!, $within: ID) {
  __typename
  moneyByRegion(level: $level, within: $within) {
    __typename
    region {
      __typename
      id
      name
    }
    money {
      __typename
      given {
        __typename
        ...RupiahByStatus
      }
      reached {
        __typename
        ...RupiahByStatus
      }
      paid
    }
  }
}
    fragment RupiahByStatus on MoneyByStatus {
  __typename
  pledged
  committed
  delivered
  total
}`, {"hash":"sha256:047b47050dff41304b52fe79f1134405ed63ad6bd852154ac190c50cede4a5a9"}) as unknown as TypedDocumentString<MoneyOfRegionsQuery, MoneyOfRegionsQueryVariables>;
export const PlanPageDocument = new TypedDocumentString(`
    query PlanPage($id: ID!) {
  __typename
  actionPlan(id: $id) {
    __typename
    id
    title
    status
    version
    visibility
    progress
    overdueActions
    money {
      __typename
      given {
        __typename
        ...RupiahByStatus
      }
      reached {
        __typename
        ...RupiahByStatus
      }
      paid
      onCancelled {
        __typename
        given {
          __typename
          total
        }
      }
    }
    participants {
      __typename
      id
      role
      organisation {
        __typename
        id
        key
        name
        sector
      }
    }
    actions(first: 50) {
      __typename
      totalCount
      nodes {
        __typename
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
    fragment RupiahByStatus on MoneyByStatus {
  __typename
  pledged
  committed
  delivered
  total
}`, {"hash":"sha256:951b7b5cd318a65ba5760a47ffb6a30b2b4224041c62a691186329e2661525f5"}) as unknown as TypedDocumentString<PlanPageQuery, PlanPageQueryVariables>;
export const OrganisationsOfSectorDocument = new TypedDocumentString(`
    query OrganisationsOfSector($sector: Sector!, $first: Int = 50, $after: String) {
  __typename
  organisations(where: {sector: {eq: $sector}}, first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    edges {
      __typename
      cursor
      node {
        __typename
        id
        key
        name
        region {
          __typename
          id
          code
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:18c7250f4bc7174069db8853a4c2dde95e69958145c645aacbc411e951a91110"}) as unknown as TypedDocumentString<OrganisationsOfSectorQuery, OrganisationsOfSectorQueryVariables>;
export const WhoAmIDocument = new TypedDocumentString(`
    query WhoAmI {
  __typename
  viewer {
    __typename
    kind
    email
    operator
    memberships {
      __typename
      roles
      organisation {
        __typename
        id
        key
        name
      }
    }
  }
}
    `, {"hash":"sha256:da2849bb8038320bb8429d6a183c4c699584d645eebe97279f5656ece90e8ca4"}) as unknown as TypedDocumentString<WhoAmIQuery, WhoAmIQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $types: [SearchType!], $where: SearchFilter, $first: Int = 20, $after: String) {
  __typename
  search(text: $text, types: $types, where: $where, first: $first, after: $after) {
    __typename
    totalCount
    isNear
    ignoredWords
    counts {
      __typename
      type
      count
      isComplete
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    edges {
      __typename
      cursor
      node {
        __typename
        type
        title
        highlights {
          __typename
          field
          language
          segments {
            __typename
            text
            isMatch
          }
        }
        node {
          __typename
          id
        }
      }
    }
  }
}
    `, {"hash":"sha256:d4ceb4a0716a73c65e998dacdd4cd2625d4635ca0dc2b37b1bf051e659fca005"}) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const RembukPageDocument = new TypedDocumentString(`
    query RembukPage($key: String!) {
  __typename
  deliberation(key: $key) {
    __typename
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
      __typename
      id
      key
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
    invitations {
      __typename
      id
      version
      sector
      delegates
      isPresent
      organisation {
        __typename
        id
        key
        name
      }
    }
    outcomes(first: 50) {
      __typename
      nodes {
        __typename
        ...OutcomeOnPage
      }
    }
    minutes {
      __typename
      id
      closedAt
      sha256
    }
  }
}
    fragment OutcomeOnPage on Outcome {
  __typename
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
    __typename
    method
    agree
    agreeWithReservation
    object
    abstain
  }
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
  }
  positions {
    __typename
    id
    version
    stance
    reason
    counts
    organisation {
      __typename
      id
      key
      name
    }
  }
  responsible {
    __typename
    id
    key
    name
  }
  actions {
    __typename
    id
    title
    status
    progress
  }
}`, {"hash":"sha256:260ff056ab45193e5d10d30339f01d44dec83498f8bcf0a56bf75e1d947bf9c8"}) as unknown as TypedDocumentString<RembukPageQuery, RembukPageQueryVariables>;
export const AgreedWithoutActionDocument = new TypedDocumentString(`
    query AgreedWithoutAction($programme: String!, $after: String) {
  __typename
  outcomes(
    where: {programme: {eq: $programme}, status: {eq: AGREED}, hasAction: {eq: false}, isSuperseded: {eq: false}}
    first: 50
    after: $after
  ) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    edges {
      __typename
      cursor
      node {
        __typename
        id
        text
        dueOn
        isOverdue
        deliberation {
          __typename
          id
          key
          title
        }
      }
    }
  }
}
    `, {"hash":"sha256:c3a4937ca8dc5202b043ce9c190976ae5d414af52da7caec9fc45af72dbfa42e"}) as unknown as TypedDocumentString<AgreedWithoutActionQuery, AgreedWithoutActionQueryVariables>;
export const MinutesOfDocument = new TypedDocumentString(`
    query MinutesOf($key: String!, $language: TextLanguage = ID) {
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
    `, {"hash":"sha256:ed733b12d53d67b5732bc13bfc22f2b28115918eaa61c89c624121eb2f04e524"}) as unknown as TypedDocumentString<MinutesOfQuery, MinutesOfQueryVariables>;
export const FollowRembukDocument = new TypedDocumentString(`
    subscription FollowRembuk($id: ID!, $after: Position) {
  deliberationChanged(id: $id, after: $after) {
    __typename
    position
    change {
      __typename
      at
      kind
      operation
      entity
      entityId
      organisation {
        __typename
        id
        name
      }
      fields {
        __typename
        name
        before
        after
      }
    }
    deliberation {
      __typename
      id
      status
      quorum {
        __typename
        met
        attending
        sectorsMissing
      }
      outcomes(first: 50) {
        __typename
        nodes {
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
        }
      }
    }
  }
}
    `, {"hash":"sha256:0c8156b8af1c339e19993603b7172ddd14690e2933bd2ab4180944a1da545cf9"}) as unknown as TypedDocumentString<FollowRembukSubscription, FollowRembukSubscriptionVariables>;
export const ArriveAtRembukDocument = new TypedDocumentString(`
    mutation ArriveAtRembuk($input: AttendanceInput!) {
  __typename
  recordArrival(input: $input) {
    __typename
    position
    invitation {
      __typename
      id
      version
      isPresent
    }
  }
}
    `, {"hash":"sha256:b777aecdf9f5abbb19705986964d5e00014f86f82fcef7ec470f65be8b0651bf"}) as unknown as TypedDocumentString<ArriveAtRembukMutation, ArriveAtRembukMutationVariables>;
export const ProposeOutcomeDocument = new TypedDocumentString(`
    mutation ProposeOutcome($input: ProposeOutcomeInput!) {
  __typename
  proposeOutcome(input: $input) {
    __typename
    position
    outcome {
      __typename
      id
      number
      version
      textVersion
    }
  }
}
    `, {"hash":"sha256:5363227f2d8b3d5bad5db96d96b8afbf7681250911b8db5f61b1a0ad7c6b7be6"}) as unknown as TypedDocumentString<ProposeOutcomeMutation, ProposeOutcomeMutationVariables>;
export const AmendOutcomeDocument = new TypedDocumentString(`
    mutation AmendOutcome($input: AmendOutcomeInput!) {
  __typename
  amendOutcome(input: $input) {
    __typename
    position
    outcome {
      __typename
      id
      text
      version
      textVersion
    }
  }
}
    `, {"hash":"sha256:ead54b755e311657391ad4df9f08f4f19c5fe0e30a9c10c825494a7e9f904f90"}) as unknown as TypedDocumentString<AmendOutcomeMutation, AmendOutcomeMutationVariables>;
export const TakePositionDocument = new TypedDocumentString(`
    mutation TakePosition($input: TakePositionInput!) {
  __typename
  takePosition(input: $input) {
    __typename
    position
    outcomePosition {
      __typename
      id
      stance
      version
    }
    outcome {
      __typename
      id
      quorum {
        __typename
        met
        sectorsMissing
      }
      tally {
        __typename
        agree
        object
      }
    }
  }
}
    `, {"hash":"sha256:e703cd6d20d420dd837a93d9e0bd92a996f6fa080e91ac9f83e4dcacb970d4b1"}) as unknown as TypedDocumentString<TakePositionMutation, TakePositionMutationVariables>;
export const AgreeByMufakatDocument = new TypedDocumentString(`
    mutation AgreeByMufakat($input: OutcomeStepInput!) {
  __typename
  agreeOutcome(input: $input) {
    __typename
    position
    outcome {
      __typename
      id
      status
      version
      decision {
        __typename
        method
        agree
        agreeWithReservation
        object
        abstain
      }
    }
  }
}
    `, {"hash":"sha256:d9f386a7c8376d50191212586e6c94b595144c86fe7c637723433558cc087f61"}) as unknown as TypedDocumentString<AgreeByMufakatMutation, AgreeByMufakatMutationVariables>;
export const CloseRembukDocument = new TypedDocumentString(`
    mutation CloseRembuk($input: DeliberationStepInput!) {
  __typename
  closeDeliberation(input: $input) {
    __typename
    position
    deliberation {
      __typename
      id
      status
      version
    }
    minutes {
      __typename
      id
      sha256
    }
  }
}
    `, {"hash":"sha256:a9fabc61433f72099cd2aad09ffd00e0e17cfc83d8da5c05cb898ad7d63d0908"}) as unknown as TypedDocumentString<CloseRembukMutation, CloseRembukMutationVariables>;
export const AdoptOutcomeDocument = new TypedDocumentString(`
    mutation AdoptOutcome($input: AdoptOutcomeInput!) {
  __typename
  adoptOutcome(input: $input) {
    __typename
    position
    outcome {
      __typename
      id
      status
    }
    adoption {
      __typename
      id
      action {
        __typename
        id
        title
        plan {
          __typename
          id
          key
        }
      }
    }
  }
}
    `, {"hash":"sha256:7e268478f4f1a4efa0b4deb3c6b41481bb67629f9159bcd0db73888d5e5beb0f"}) as unknown as TypedDocumentString<AdoptOutcomeMutation, AdoptOutcomeMutationVariables>;
export const OpenAssessmentsDocument = new TypedDocumentString(`
    query OpenAssessments($university: String!, $first: Int = 50, $after: String) {
  __typename
  assessments(
    where: {university: {eq: $university}, status: {in: [DRAFT, RETURNED]}}
    orderBy: [{field: DUE_ON}]
    first: $first
    after: $after
  ) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    edges {
      __typename
      cursor
      node {
        __typename
        id
        version
        round
        status
        dueOn
        completeness
        reason
        area {
          __typename
          id
          key
          name
        }
        plan {
          __typename
          id
          key
          title
        }
        instrument {
          __typename
          id
          key
          edition
          title
        }
      }
    }
  }
}
    `, {"hash":"sha256:283a1bee4787e329d39ddaee76f899dd9c2e2a42dc2e395313773cba19d130ca"}) as unknown as TypedDocumentString<OpenAssessmentsQuery, OpenAssessmentsQueryVariables>;
export const QuestionnaireDocument = new TypedDocumentString(`
    query Questionnaire($key: String!) {
  __typename
  instruments(
    where: {key: {eq: $key}, status: {eq: PUBLISHED}}
    orderBy: [{field: EDITION, direction: DESC}]
    first: 1
  ) {
    __typename
    nodes {
      __typename
      id
      key
      edition
      about
      formula
      titleText {
        __typename
        indonesian
        english
      }
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
            score
          }
          condition {
            __typename
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
    `, {"hash":"sha256:792ccdd71306faf1f772428f954f2fa35aac07209fbb22f5d0e9d5592bd393fb"}) as unknown as TypedDocumentString<QuestionnaireQuery, QuestionnaireQueryVariables>;
export const AssessmentAtWorkDocument = new TypedDocumentString(`
    query AssessmentAtWork($id: ID!) {
  __typename
  assessment(id: $id) {
    __typename
    ...AssessmentStanding
    round
    dueOn
    interests
    reason
    corrects {
      __typename
      id
    }
    answers {
      __typename
      id
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
      __typename
      id
      version
      question
      title
      address
      file {
        __typename
        name
        size
        mediaType
        sha256
        address
      }
    }
    findings {
      __typename
      id
      version
      text
      recommendation
      actions {
        __typename
        id
        title
      }
      measurements {
        __typename
        id
        period
        value
      }
    }
    actionFindings {
      __typename
      id
      version
      completion
      note
      action {
        __typename
        id
        title
      }
    }
    reviews {
      __typename
      id
      submission
      verdict
      summary
      comments {
        __typename
        question
        text
      }
      organisation {
        __typename
        id
        name
      }
    }
  }
}
    fragment AssessmentStanding on Assessment {
  __typename
  id
  version
  status
  completeness
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
}`, {"hash":"sha256:27a0aef2134df1632ce9a24b589aefd9b7208a5b9ad6155d7777553f38ac1913"}) as unknown as TypedDocumentString<AssessmentAtWorkQuery, AssessmentAtWorkQueryVariables>;
export const AreaAssessedDocument = new TypedDocumentString(`
    query AreaAssessed($area: String!) {
  __typename
  area(key: $area) {
    __typename
    id
    key
    name
    comparison {
      __typename
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
      __typename
      nodes {
        __typename
        id
        round
        recorded
        publishedAt
        interests
        university {
          __typename
          id
          key
          name
        }
        scores {
          __typename
          dimension
          value
        }
        findings {
          __typename
          id
          text
          recommendation
        }
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
      }
    }
  }
}
    `, {"hash":"sha256:f14516209bd241256e27338fda09076d2ed457ec725dde75681d95844f33fdd7"}) as unknown as TypedDocumentString<AreaAssessedQuery, AreaAssessedQueryVariables>;
export const TwoVoicesOfPlanDocument = new TypedDocumentString(`
    query TwoVoicesOfPlan($plan: ID!) {
  __typename
  actionPlan(id: $plan) {
    __typename
    id
    actions(first: 50) {
      __typename
      nodes {
        __typename
        id
        title
        reported {
          __typename
          completion
          progress
          at
        }
        assessed {
          __typename
          completion
          at
          university {
            __typename
            id
            name
          }
          finding {
            __typename
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
    `, {"hash":"sha256:25d3bae03edb270b49ceb28d7af154f60ff076354d1c9f44e94dbea85d21cb23"}) as unknown as TypedDocumentString<TwoVoicesOfPlanQuery, TwoVoicesOfPlanQueryVariables>;
export const OfferAssessmentDocument = new TypedDocumentString(`
    mutation OfferAssessment($input: BeginAssessmentInput!) {
  __typename
  offerAssessment(input: $input) {
    __typename
    position
    assessment {
      __typename
      ...AssessmentStanding
    }
  }
}
    fragment AssessmentStanding on Assessment {
  __typename
  id
  version
  status
  completeness
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
}`, {"hash":"sha256:d6e861ef3c34610a60611cab7f1f88bd3aecbc4f0e5578a78242bec94aeb1a70"}) as unknown as TypedDocumentString<OfferAssessmentMutation, OfferAssessmentMutationVariables>;
export const SaveAnswersDocument = new TypedDocumentString(`
    mutation SaveAnswers($input: AnswerAssessmentInput!) {
  __typename
  answerAssessment(input: $input) {
    __typename
    position
    assessment {
      __typename
      ...AssessmentStanding
    }
  }
}
    fragment AssessmentStanding on Assessment {
  __typename
  id
  version
  status
  completeness
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
}`, {"hash":"sha256:5858d2056df6a519c2ac7b3b7dd7d5c640877b20439b31fab551ac2d31aa6c7a"}) as unknown as TypedDocumentString<SaveAnswersMutation, SaveAnswersMutationVariables>;
export const DeclareInterestsDocument = new TypedDocumentString(`
    mutation DeclareInterests($input: DeclareInterestsInput!) {
  __typename
  declareInterests(input: $input) {
    __typename
    position
    assessment {
      __typename
      id
      version
      interests
    }
  }
}
    `, {"hash":"sha256:8842af5eec6cd6334717ab839bc0404b7de685d5e2cb23fe7c6c9bdbc55d6e9f"}) as unknown as TypedDocumentString<DeclareInterestsMutation, DeclareInterestsMutationVariables>;
export const AddLinkDocument = new TypedDocumentString(`
    mutation AddLink($input: AddEvidenceInput!) {
  __typename
  addEvidence(input: $input) {
    __typename
    position
    evidence {
      __typename
      id
      version
    }
  }
}
    `, {"hash":"sha256:a69904bfde554d098e01d51e74308ad7ea039025737be64da25c5d8afa470386"}) as unknown as TypedDocumentString<AddLinkMutation, AddLinkMutationVariables>;
export const AddFindingDocument = new TypedDocumentString(`
    mutation AddFinding($input: AddFindingInput!) {
  __typename
  addFinding(input: $input) {
    __typename
    position
    finding {
      __typename
      id
      version
    }
  }
}
    `, {"hash":"sha256:0a3156cf8e4b201faf26c5da510e9a83f5fe13d2ff06006a3bbf79d7ada28987"}) as unknown as TypedDocumentString<AddFindingMutation, AddFindingMutationVariables>;
export const AssessActionDocument = new TypedDocumentString(`
    mutation AssessAction($input: AssessActionInput!) {
  __typename
  assessAction(input: $input) {
    __typename
    position
    actionFinding {
      __typename
      id
      version
      completion
    }
  }
}
    `, {"hash":"sha256:f90b73d9ad43d7a87f8399f31b42f49dfa2ace47e25ac4b088060f74d299b623"}) as unknown as TypedDocumentString<AssessActionMutation, AssessActionMutationVariables>;
export const SubmitAssessmentDocument = new TypedDocumentString(`
    mutation SubmitAssessment($input: AssessmentStepInput!) {
  __typename
  submitAssessment(input: $input) {
    __typename
    position
    assessment {
      __typename
      ...AssessmentStanding
      submittedAt
    }
  }
}
    fragment AssessmentStanding on Assessment {
  __typename
  id
  version
  status
  completeness
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
}`, {"hash":"sha256:1c6d86b312f0bb791e5be070b49d350a6b3e0095016d50947aa5d07fc1ce6a35"}) as unknown as TypedDocumentString<SubmitAssessmentMutation, SubmitAssessmentMutationVariables>;
export const GiveVerdictDocument = new TypedDocumentString(`
    mutation GiveVerdict($input: ReviewAssessmentInput!) {
  __typename
  reviewAssessment(input: $input) {
    __typename
    position
    review {
      __typename
      id
      submission
      verdict
    }
  }
}
    `, {"hash":"sha256:3cd5ed3ff256367340b1e46d9dd937f2faab7531722c3c0c0c290c38368c7301"}) as unknown as TypedDocumentString<GiveVerdictMutation, GiveVerdictMutationVariables>;
export const CorrectPublishedDocument = new TypedDocumentString(`
    mutation CorrectPublished($input: CorrectAssessmentInput!) {
  __typename
  correctAssessment(input: $input) {
    __typename
    position
    assessment {
      __typename
      ...AssessmentStanding
    }
  }
}
    fragment AssessmentStanding on Assessment {
  __typename
  id
  version
  status
  completeness
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
}`, {"hash":"sha256:ca30533cba6407b4489e0d944a5e7c20789a3637addc32d68c8be72de3b57bfb"}) as unknown as TypedDocumentString<CorrectPublishedMutation, CorrectPublishedMutationVariables>;
export const RecordFigureDocument = new TypedDocumentString(`
    mutation RecordFigure($input: RecordMeasurementInput!) {
  __typename
  recordMeasurement(input: $input) {
    __typename
    position
    measurement {
      __typename
      id
      version
      period
      value
    }
  }
}
    `, {"hash":"sha256:2c36b0c45fda83a8c8c75565475a601fe4de0697c48f0d947cecebac3c7f200d"}) as unknown as TypedDocumentString<RecordFigureMutation, RecordFigureMutationVariables>;
export const FollowAssessmentDocument = new TypedDocumentString(`
    subscription FollowAssessment($id: ID!, $after: Position) {
  changes(where: {entityId: {eq: $id}}, after: $after) {
    __typename
    position
    at
    operation
    organisation {
      __typename
      id
      name
    }
    fields {
      __typename
      name
      before
      after
    }
  }
}
    `, {"hash":"sha256:0dfadc86370569c090f9ea789d7df298f30215ead7e248ac10c1ba4970d92ffc"}) as unknown as TypedDocumentString<FollowAssessmentSubscription, FollowAssessmentSubscriptionVariables>;