/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The acceptance of several figures by the owner of their indicators. */
export type AcceptMeasurementsInput = {
  /** The measurements, 1 to 200; all are accepted, or none. */
  measurements: Array<SeenMeasurementInput>;
};

/** The answer of the owners of the programme and of the area to a plan or an indicator that somebody else made in them. */
export type Acceptance =
  /** Accepted, or made by the owners themselves. */
  | 'ACCEPTED'
  /** Made by others, without the owners' answer yet: visible to its makers and to them. */
  | 'PROPOSED'
  /** Refused; final. Visible to its makers and to the owners who were asked. */
  | 'REFUSED';

/** Conditions on a value; all that are given must hold. */
export type AcceptanceFilter = {
  /** Equal to this. */
  eq?: Acceptance | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<Acceptance> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: Acceptance | null | undefined;
};

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

/** Conditions on a Acknowledgement; all that are given must hold. */
export type AcknowledgementFilter = {
  /** All of these hold. */
  and?: Array<AcknowledgementFilter> | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The deliberation. */
  deliberation?: DeliberationFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** The minutes. */
  minutes?: MinutesFilter | null | undefined;
  /** This does not hold. */
  not?: AcknowledgementFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<AcknowledgementFilter> | null | undefined;
  /** The organisation. */
  organisation?: OrganisationFilter | null | undefined;
  /** The person who acknowledged them; hidden from most viewers. */
  user?: UserFilter | null | undefined;
};

/** Conditions on a Action; all that are given must hold. */
export type ActionFilter = {
  /** The rupiah given by contributions that are COMMITTED: the same as `money.given.committed`. */
  amountCommitted?: MoneyFilter | null | undefined;
  /** The rupiah given by contributions that are DELIVERED: the same as `money.given.delivered`. */
  amountDelivered?: MoneyFilter | null | undefined;
  /** The rupiah given by contributions that are PLEDGED: the same as `money.given.pledged`. */
  amountPledged?: MoneyFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ActionFilter> | null | undefined;
  /** At least one of: The comments on it, replies included, the earliest first. */
  comment?: CommentFilter | null | undefined;
  /** At least one of: The contributions of organisations to it. */
  contribution?: ContributionFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The details: method, beneficiaries, places. */
  description?: TextFilter | null | undefined;
  /** The number of steps by which the completion in the lead's report lies above the university's finding, -3 to 3. It is 0 if they agree and negative if the university found more. Null if one voice is missing or UNCLEAR. Selisih. */
  divergence?: IntFilter | null | undefined;
  /** The due date. */
  endsOn?: DateFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** At least one of: The findings of universities about the action: published ones, and those that the viewer works on. */
  finding?: FindingFilter | null | undefined;
  /** True when it has a contribution that is not withdrawn, also if the action is cancelled: what stands on it is on record. */
  hasContribution?: BooleanFilter | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** True when its due date is past (in Jakarta) and neither is it completed or cancelled, nor its plan cancelled. */
  isOverdue?: BooleanFilter | null | undefined;
  /** The organisation that leads it; none if the plan's lead leads it. */
  lead?: OrganisationFilter | null | undefined;
  /** The answer of its own lead: INVITED until an organisation that others named has given one. None without a lead of its own. */
  leadStatus?: ParticipantStatusFilter | null | undefined;
  /** At least one of: The measurements of its effect. */
  measurement?: MeasurementFilter | null | undefined;
  /** At least one of: Its milestones, the earliest due first. */
  milestone?: MilestoneFilter | null | undefined;
  /** This does not hold. */
  not?: ActionFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<ActionFilter> | null | undefined;
  /** At least one of: The outcomes of deliberations that it results from. */
  outcome?: OutcomeFilter | null | undefined;
  /** The plan that it is part of. */
  plan?: ActionPlanFilter | null | undefined;
  /** The plan's programme. */
  programme?: ProgrammeFilter | null | undefined;
  /** Its progress, 0 to 100 per cent: that of the last report of its lead (the plan's, where it has none) that is as visible as the action. Reports of others move nothing. 100 once it is COMPLETED; 0 before the first report. */
  progress?: IntFilter | null | undefined;
  /** At least one of: The reports of its participants, the latest first unless ordered otherwise. */
  progressUpdate?: ProgressUpdateFilter | null | undefined;
  /** The lead's last reply to findings of the university in `assessed`, in this assessment or one that it corrects. */
  reply?: TextFilter | null | undefined;
  /** Its stage in the chain. */
  stage?: ActionStageFilter | null | undefined;
  /** The first day. */
  startsOn?: DateFilter | null | undefined;
  /** Its status. */
  status?: ActionStatusFilter | null | undefined;
  /** The strategy against extreme poverty that it serves. */
  strategy?: PovertyStrategyFilter | null | undefined;
  /** The title: the work to do, in the request's language. */
  title?: TextFilter | null | undefined;
  /** Its weight in the plan's progress, more than 0; 1 unless it was given. */
  weight?: FloatFilter | null | undefined;
};

/** Conditions on a ActionFinding; all that are given must hold. */
export type ActionFindingFilter = {
  /** The action. */
  action?: ActionFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ActionFindingFilter> | null | undefined;
  /** The assessment. */
  assessment?: AssessmentFilter | null | undefined;
  /** The degree to which the action was carried out. */
  completion?: CompletionFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** This does not hold. */
  not?: ActionFindingFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<ActionFindingFilter> | null | undefined;
  /** The action's plan. */
  plan?: ActionPlanFilter | null | undefined;
  /** The university. */
  university?: OrganisationFilter | null | undefined;
};

/** Conditions on a ActionPlan; all that are given must hold. */
export type ActionPlanFilter = {
  /** The answer of the programme's owner, and of the owner of the area's programme, to a plan that others made. */
  acceptance?: AcceptanceFilter | null | undefined;
  /** At least one of: Its actions. */
  action?: ActionFilter | null | undefined;
  /** The rupiah given by contributions that are COMMITTED: the same as `money.given.committed`. */
  amountCommitted?: MoneyFilter | null | undefined;
  /** The rupiah given by contributions that are DELIVERED: the same as `money.given.delivered`. */
  amountDelivered?: MoneyFilter | null | undefined;
  /** The rupiah given by contributions that are PLEDGED: the same as `money.given.pledged`. */
  amountPledged?: MoneyFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ActionPlanFilter> | null | undefined;
  /** The area that it is for; none for a nationwide plan. */
  area?: AreaFilter | null | undefined;
  /** At least one of: The assessments of the plan. */
  assessment?: AssessmentFilter | null | undefined;
  /** At least one of: The owners whose yes is missing; empty once it is accepted. */
  awaited?: OrganisationFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The last day; none for an open end. */
  endsOn?: DateFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** True when its last day is past (in Jakarta) and it is neither completed nor cancelled. */
  isOverdue?: BooleanFilter | null | undefined;
  /** Its stable key, readable in an address. */
  key?: TextFilter | null | undefined;
  /** The organisation that leads it. */
  lead?: OrganisationFilter | null | undefined;
  /** The lead's answer: INVITED until an organisation that others named has given one. It leads once it has accepted. */
  leadStatus?: ParticipantStatusFilter | null | undefined;
  /** This does not hold. */
  not?: ActionPlanFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<ActionPlanFilter> | null | undefined;
  /** The number of its overdue actions; 0 in a cancelled plan. */
  overdueActions?: IntFilter | null | undefined;
  /** At least one of: The organisations that take part, with their IATI roles. */
  participant?: ParticipantFilter | null | undefined;
  /** The programme that it belongs to. */
  programme?: ProgrammeFilter | null | undefined;
  /** The mean progress of its actions by their weight, 0 to 100 per cent; cancelled actions do not count. Null where none counts. */
  progress?: IntFilter | null | undefined;
  /** The first day. */
  startsOn?: DateFilter | null | undefined;
  /** Its status. */
  status?: ActionPlanStatusFilter | null | undefined;
  /** Its aims, in short. */
  summary?: TextFilter | null | undefined;
  /** Its title in the request's language. */
  title?: TextFilter | null | undefined;
  /** The audience of the plan and of everything that belongs to it. */
  visibility?: VisibilityFilter | null | undefined;
};

/** One order of a list of ActionPlan. */
export type ActionPlanOrder = {
  /** In which direction. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ActionPlanOrderField;
};

/** What a list of ActionPlan can be ordered by. */
export type ActionPlanOrderField =
  /** The instant at which the hub first recorded it. */
  | 'CREATED_AT'
  /** The last day; none for an open end. */
  | 'ENDS_ON'
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  | 'ID'
  /** Its stable key, readable in an address. */
  | 'KEY'
  /** The first day. */
  | 'STARTS_ON'
  /** Its status. */
  | 'STATUS'
  /** Its title in the request's language. */
  | 'TITLE';

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

/** Conditions on a value; all that are given must hold. */
export type ActionPlanStatusFilter = {
  /** Equal to this. */
  eq?: ActionPlanStatus | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ActionPlanStatus> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ActionPlanStatus | null | undefined;
};

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

/** Conditions on a value; all that are given must hold. */
export type ActionStageFilter = {
  /** Equal to this. */
  eq?: ActionStage | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ActionStage> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ActionStage | null | undefined;
};

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

/** Conditions on a value; all that are given must hold. */
export type ActionStatusFilter = {
  /** Equal to this. */
  eq?: ActionStatus | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ActionStatus> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ActionStatus | null | undefined;
};

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

/** A new comment. Give exactly one of `actionId`, `outcomeId`, `assessmentId`, `viewId` and `replyToId`. */
export type AddCommentInput = {
  /** The action that it is about. */
  actionId?: string | number | null | undefined;
  /** The assessment that it is about. */
  assessmentId?: string | number | null | undefined;
  /** The text. */
  body: string;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The organisations and persons that it mentions, who must be able to read it. */
  mentions?: Array<string | number> | null | undefined;
  /** The organisation for which you comment. Needed only if you are a member of several and the hub would choose another one. */
  organisationId?: string | number | null | undefined;
  /** The outcome that it is about. */
  outcomeId?: string | number | null | undefined;
  /** The comment that it replies to. Replies are to a first comment, not to a reply. */
  replyToId?: string | number | null | undefined;
  /** The view that it is about. */
  viewId?: string | number | null | undefined;
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

/** A link of the funding chain between two contributions that exist. */
export type AddFundingInput = {
  /** The rupiah passed on, more than 0 and at most what is left of both contributions. */
  amount: string;
  /** The contribution that passes the money on. */
  contributionId: string | number;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The contribution whose money it is. */
  sourceId: string | number;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
};

/** A new member of an organisation, or another role of a member. */
export type AddMemberInput = {
  /** The person's e-mail address, as it stands in their token. */
  email: string;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The person's name; ignored for a person whom the hub already knows. */
  name?: string | null | undefined;
  /** The organisation. */
  organisationId: string | number;
  /** The role; ASSESSOR only in universities. */
  role: Role;
};

/** A new milestone of an action. */
export type AddMilestoneInput = {
  /** The action. */
  actionId: string | number;
  /** The due date. */
  dueOn: string;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The result to reach. */
  title: string;
};

/** A new participant of a plan, or another role of a participant. */
export type AddParticipantInput = {
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The organisation. */
  organisationId: string | number;
  /** The plan. */
  planId: string | number;
  /** Its role. */
  role: ParticipantRole;
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

/** A step of a group's journey. */
export type AdvanceEnterpriseGroupInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The group. */
  id: string | number;
  /** The next step of the journey. */
  journey: EnterpriseJourney;
};

/** A point of the agenda. */
export type AgendaItemInput = {
  /** A remark, for example the name of the speaker. */
  note?: string | null | undefined;
  /** The instant at which it begins. */
  startsAt?: string | null | undefined;
  /** Its subject. */
  title: string;
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

/** An owner's answer to a plan that others made. */
export type AnswerActionPlanInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The plan. */
  id: string | number;
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

/** Conditions on a Answer; all that are given must hold. */
export type AnswerFilter = {
  /** All of these hold. */
  and?: Array<AnswerFilter> | null | undefined;
  /** The assessment. */
  assessment?: AssessmentFilter | null | undefined;
  /** The answer to a BOOLEAN question. */
  boolean?: BooleanFilter | null | undefined;
  /** The key of the chosen option, for a CHOICE question. */
  choice?: TextFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** The answer to a MONEY question, in whole rupiah. */
  money?: MoneyFilter | null | undefined;
  /** This does not hold. */
  not?: AnswerFilter | null | undefined;
  /** The question's place in the instrument, from 1. */
  number?: IntFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<AnswerFilter> | null | undefined;
  /** The answer to a PERCENT question. */
  percent?: FloatFilter | null | undefined;
  /** The question's key. */
  question?: TextFilter | null | undefined;
  /** The answer to a SCALE question. */
  scale?: IntFilter | null | undefined;
  /** Its score, 0 to 100; null when the question has no score, or does not apply by its condition. */
  score?: FloatFilter | null | undefined;
  /** The answer to a NUMBER question. */
  value?: FloatFilter | null | undefined;
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

/** An organisation's answer to its part in a plan. */
export type AnswerPartInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The part: the participant, the plan or the action. */
  id: string | number;
};

/** A right of an API key in its organisation. */
export type ApiKeyScope =
  /** Answers assessments as an ASSESSOR; universities only. */
  | 'ASSESS'
  /** Reports and contributes as a CONTRIBUTOR. */
  | 'CONTRIBUTE'
  /** Plans and coordinates as a COORDINATOR. */
  | 'COORDINATE'
  /** Reads as a VIEWER of the organisation. */
  | 'READ';

/** A criterion by which an area is chosen. Karakter kawasan. */
export type AreaCharacter =
  /** With special support. Afirmasi. */
  | 'AFFIRMATIVE'
  /** A customary community. Masyarakat adat. */
  | 'CUSTOMARY_COMMUNITY'
  /** Prone to disasters. Rawan bencana. */
  | 'DISASTER_PRONE'
  /** Frontier, outermost, disadvantaged. Terdepan, terluar, tertinggal (3T). */
  | 'FRONTIER_OUTERMOST_DISADVANTAGED'
  /** High unemployment and extreme poverty. Pengangguran tinggi dan kemiskinan ekstrem. */
  | 'HIGH_UNEMPLOYMENT_AND_EXTREME_POVERTY'
  /** Around industry. Sekitar kawasan industri. */
  | 'INDUSTRY_SURROUNDINGS'
  /** With local potential. Potensi lokal. */
  | 'LOCAL_POTENTIAL'
  /** The origin of many migrant workers. Kantong pekerja migran. */
  | 'MIGRANT_WORKER_POCKET'
  /** Rural. Perdesaan. */
  | 'RURAL'
  /** Around a super-priority tourism destination. Destinasi pariwisata super prioritas. */
  | 'SUPER_PRIORITY_TOURISM'
  /** Urban. Perkotaan. */
  | 'URBAN';

/** Conditions on a value; all that are given must hold. */
export type AreaCharacterFilter = {
  /** Equal to this. */
  eq?: AreaCharacter | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<AreaCharacter> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: AreaCharacter | null | undefined;
};

/** Conditions on a Area; all that are given must hold. */
export type AreaFilter = {
  /** All of these hold. */
  and?: Array<AreaFilter> | null | undefined;
  /** At least one of: The assessments of the area and of its plans, if the viewer may see the plan. */
  assessment?: AssessmentFilter | null | undefined;
  /** The criteria that it meets. */
  characters?: AreaCharacterFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** At least one of: The deliberations about the area. */
  deliberation?: DeliberationFilter | null | undefined;
  /** At least one of: The groups of self-employed workers in the area. */
  enterpriseGroup?: EnterpriseGroupFilter | null | undefined;
  /** Is the one with this key. */
  eq?: string | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these keys. */
  in?: Array<string> | null | undefined;
  /** At least one of: The indicators measured or targeted for the area, or for a region that lies in it. */
  indicator?: IndicatorFilter | null | undefined;
  /** Its stable key, readable in an address. */
  key?: TextFilter | null | undefined;
  /** At least one of: The measurements of the area itself; for its regions see `Indicator.byArea`. */
  measurement?: MeasurementFilter | null | undefined;
  /** Its name in the request's language. */
  name?: TextFilter | null | undefined;
  /** This does not hold. */
  not?: AreaFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<AreaFilter> | null | undefined;
  /** The programme that it was chosen for; none for an area that several programmes share. */
  programme?: ProgrammeFilter | null | undefined;
  /** At least one of: The regions that it consists of, in the order given. */
  region?: RegionFilter | null | undefined;
  /** The main economic activity. Tema. */
  theme?: TextFilter | null | undefined;
  /** The year in which the area was included. */
  year?: IntFilter | null | undefined;
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

/** Conditions on a Assessment; all that are given must hold. */
export type AssessmentFilter = {
  /** At least one of: Its findings on how far actions were carried out. */
  actionFinding?: ActionFindingFilter | null | undefined;
  /** All of these hold. */
  and?: Array<AssessmentFilter> | null | undefined;
  /** At least one of: Its answers, in the instrument's order. */
  answer?: AnswerFilter | null | undefined;
  /** The instant at which its answers last changed. */
  answeredAt?: DateTimeFilter | null | undefined;
  /** The assessed area; null for a plan. */
  area?: AreaFilter | null | undefined;
  /** True if the programme's coordinators assigned it; false if the university offered it. */
  assigned?: BooleanFilter | null | undefined;
  /** At least one of: The comments on it, replies included, the earliest first. */
  comment?: CommentFilter | null | undefined;
  /** The share of the required and applicable questions that have an answer, in per cent. */
  completeness?: IntFilter | null | undefined;
  /** The published assessment that this one corrects, and replaces once it is published itself. */
  corrects?: AssessmentFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The due date. */
  dueOn?: DateFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** At least one of: Its findings and recommendations. */
  finding?: FindingFilter | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** The edition of the instrument that it answers. */
  instrument?: InstrumentFilter | null | undefined;
  /** The university's declaration of interests, in its own words; required before submission (rule 4). Pernyataan kepentingan. */
  interests?: TextFilter | null | undefined;
  /** True if a published correction replaces it. */
  isCorrected?: BooleanFilter | null | undefined;
  /** This does not hold. */
  not?: AssessmentFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<AssessmentFilter> | null | undefined;
  /** The assessed plan; null for an area, and when hidden. */
  plan?: ActionPlanFilter | null | undefined;
  /** The programme whose owner accepts and publishes it. */
  programme?: ProgrammeFilter | null | undefined;
  /** The instant at which it was published. */
  publishedAt?: DateTimeFilter | null | undefined;
  /** True if it was made and published without the hub and is recorded from its sources. It then has no answers and no review. */
  recorded?: BooleanFilter | null | undefined;
  /** The organisation that gives the second reading; null until the review begins. */
  reviewer?: OrganisationFilter | null | undefined;
  /** The round. */
  round?: AssessmentRoundFilter | null | undefined;
  /** Its status. */
  status?: AssessmentStatusFilter | null | undefined;
  /** The number of times that it was submitted. */
  submissions?: IntFilter | null | undefined;
  /** The instant at which it was last submitted. */
  submittedAt?: DateTimeFilter | null | undefined;
  /** The university that assesses. */
  university?: OrganisationFilter | null | undefined;
};

/** One order of a list of Assessment. */
export type AssessmentOrder = {
  /** In which direction. */
  direction?: OrderDirection;
  /** What to order by. */
  field: AssessmentOrderField;
};

/** What a list of Assessment can be ordered by. */
export type AssessmentOrderField =
  /** The instant at which its answers last changed. */
  | 'ANSWERED_AT'
  /** The share of the required and applicable questions that have an answer, in per cent. */
  | 'COMPLETENESS'
  /** The instant at which the hub first recorded it. */
  | 'CREATED_AT'
  /** The due date. */
  | 'DUE_ON'
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  | 'ID'
  /** The instant at which it was published. */
  | 'PUBLISHED_AT'
  /** The round. */
  | 'ROUND'
  /** Its status. */
  | 'STATUS'
  /** The instant at which it was last submitted. */
  | 'SUBMITTED_AT';

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

/** Conditions on a value; all that are given must hold. */
export type AssessmentRoundFilter = {
  /** Equal to this. */
  eq?: AssessmentRound | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<AssessmentRound> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: AssessmentRound | null | undefined;
};

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

/** Conditions on a value; all that are given must hold. */
export type AssessmentStatusFilter = {
  /** Equal to this. */
  eq?: AssessmentStatus | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<AssessmentStatus> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: AssessmentStatus | null | undefined;
};

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

/** The assessment that goes to its review, with the second reader's organisation. */
export type BeginReviewInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The assessment. */
  id: string | number;
  /** The organisation that gives the second reading; it must not belong to the university. Default: the programme's owner. */
  reviewerId?: string | number | null | undefined;
};

/** Conditions on a value; all that are given must hold. */
export type BooleanFilter = {
  /** Equal to this. */
  eq?: boolean | null | undefined;
};

/** A plan's next status. */
export type ChangeActionPlanStatusInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The plan. */
  id: string | number;
  /** The next status; the lifecycle limits it. */
  status: ActionPlanStatus;
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

/** Conditions on a Change; all that are given must hold. */
export type ChangeFilter = {
  /** All of these hold. */
  and?: Array<ChangeFilter> | null | undefined;
  /** The area that the subject belongs to. */
  area?: AreaFilter | null | undefined;
  /** The instant of the change. */
  at?: DateTimeFilter | null | undefined;
  /** The deliberation that the subject belongs to. */
  deliberation?: DeliberationFilter | null | undefined;
  /** The subject's type, for example `Contribution`. */
  entity?: TextFilter | null | undefined;
  /** The subject's id. */
  entityId?: IdFilter | null | undefined;
  /** Is the one with this id. */
  eq?: number | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<number> | null | undefined;
  /** The kind of the change. */
  kind?: ChangeKindFilter | null | undefined;
  /** This does not hold. */
  not?: ChangeFilter | null | undefined;
  /** The use case by its mutation's name, for example `pledgeContribution`. */
  operation?: TextFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<ChangeFilter> | null | undefined;
  /** The organisation on whose behalf it was made; none for the platform's operator. */
  organisation?: OrganisationFilter | null | undefined;
  /** The plan that the subject belongs to. */
  plan?: ActionPlanFilter | null | undefined;
  /** The position in the ledger: in the order of commits, and without gaps until it is restored from a backup. */
  position?: PositionFilter | null | undefined;
  /** The programme that the subject belongs to. */
  programme?: ProgrammeFilter | null | undefined;
  /** The person who made it, if the viewer can see them. */
  user?: UserFilter | null | undefined;
};

/** What happened to the subject of a change. */
export type ChangeKind =
  /** It came to be. */
  | 'CREATED'
  /** It was removed. */
  | 'DELETED'
  /** Some of its fields changed. */
  | 'UPDATED';

/** Conditions on a value; all that are given must hold. */
export type ChangeKindFilter = {
  /** Equal to this. */
  eq?: ChangeKind | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ChangeKind> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ChangeKind | null | undefined;
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

/** Conditions on a Comment; all that are given must hold. */
export type CommentFilter = {
  /** The action that it is about; null if it is about something else. */
  action?: ActionFilter | null | undefined;
  /** All of these hold. */
  and?: Array<CommentFilter> | null | undefined;
  /** The assessment that it is about; null if it is about something else. */
  assessment?: AssessmentFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** At least one of: The organisations that it mentions; none once it is taken back. */
  mentionedOrganisation?: OrganisationFilter | null | undefined;
  /** At least one of: The persons that it mentions and that the viewer may see; none once it is taken back. */
  mentionedPerson?: UserFilter | null | undefined;
  /** This does not hold. */
  not?: CommentFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<CommentFilter> | null | undefined;
  /** The organisation of the author. */
  organisation?: OrganisationFilter | null | undefined;
  /** The outcome that it is about; null if it is about something else. */
  outcome?: OutcomeFilter | null | undefined;
  /** At least one of: The replies to it, the earliest first. */
  reply?: CommentFilter | null | undefined;
  /** The comment that it replies to, which is no reply itself; null for a first comment, and when hidden. */
  replyTo?: CommentFilter | null | undefined;
  /** The instant at which its author took it back; null while it stands. */
  takenBackAt?: DateTimeFilter | null | undefined;
  /** The person who wrote it; hidden from most viewers, and null for an API key. */
  user?: UserFilter | null | undefined;
  /** The view that it is about; null if it is about something else. */
  view?: ViewFilter | null | undefined;
};

/** The completion of a milestone. */
export type CompleteMilestoneInput = {
  /** The day on which it was reached, not after today; today when absent. */
  completedOn?: string | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The milestone. */
  id: string | number;
};

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

/** Conditions on a value; all that are given must hold. */
export type CompletionFilter = {
  /** Equal to this. */
  eq?: Completion | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<Completion> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: Completion | null | undefined;
};

/** The funder's yes to a link. */
export type ConfirmFundingInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The link. */
  id: string | number;
};

/** Conditions on a Contribution; all that are given must hold. */
export type ContributionFilter = {
  /** The action that it is for. */
  action?: ActionFilter | null | undefined;
  /** The amount in whole rupiah. */
  amount?: MoneyFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ContributionFilter> | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The first contribution that the viewer sees whose money this one passes on. */
  fundedBy?: ContributionFilter | null | undefined;
  /** At least one of: The contributions whose money it passes on, each with the amount; the rest is its own money. */
  fundingLink?: FundingFilter | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** True when something about it does not fit the rules of money. */
  isInconsistent?: BooleanFilter | null | undefined;
  /** Its kind. */
  kind?: ContributionKindFilter | null | undefined;
  /** This does not hold. */
  not?: ContributionFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<ContributionFilter> | null | undefined;
  /** The organisation that gives it. */
  organisation?: OrganisationFilter | null | undefined;
  /** The rupiah paid of it, without payments that were reversed. */
  paid?: MoneyFilter | null | undefined;
  /** At least one of: The links by which other contributions pass its money on. */
  passedOnLink?: FundingFilter | null | undefined;
  /** At least one of: Its payments and their reversals, the earliest first. */
  payment?: PaymentFilter | null | undefined;
  /** The action's plan. */
  plan?: ActionPlanFilter | null | undefined;
  /** The quantity in `unit`. */
  quantity?: FloatFilter | null | undefined;
  /** Its status. */
  status?: ContributionStatusFilter | null | undefined;
  /** At least one of: The records of groups that received part of it, with dates. */
  support?: SupportFilter | null | undefined;
  /** The unit of the quantity, for example `set` or `orang-hari`. */
  unit?: TextFilter | null | undefined;
  /** The audience among those who can see the plan. */
  visibility?: VisibilityFilter | null | undefined;
};

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

/** Conditions on a value; all that are given must hold. */
export type ContributionKindFilter = {
  /** Equal to this. */
  eq?: ContributionKind | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ContributionKind> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ContributionKind | null | undefined;
};

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

/** Conditions on a value; all that are given must hold. */
export type ContributionStatusFilter = {
  /** Equal to this. */
  eq?: ContributionStatus | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ContributionStatus> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ContributionStatus | null | undefined;
};

/** A step of a contribution: commit, deliver or withdraw it. */
export type ContributionStepInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The contribution. */
  id: string | number;
};

/** A new deliberation. Its first status is DRAFT. */
export type ConveneDeliberationInput = {
  /** Its agenda, in order. */
  agenda?: Array<AgendaItemInput> | null | undefined;
  /** The area that it is about. */
  areaId?: string | number | null | undefined;
  /** The organisation that convenes it. */
  convenerId: string | number;
  /** Its first day. */
  heldFrom: string;
  /** Its last day. Default in a new deliberation: its first day. */
  heldTo?: string | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The organisations that it invites. More can be invited later. */
  invitations?: Array<InvitedInput> | null | undefined;
  /** Its stable key; derived from the title when absent. The hub adds the end of the id to it, so that a key never tells whether a hidden one exists. */
  key?: string | null | undefined;
  /** The kind of meeting. */
  kind: DeliberationKind;
  /** The place where it is held. */
  place?: string | null | undefined;
  /** The programme that it belongs to. */
  programmeId?: string | number | null | undefined;
  /** Its quorum. Default in a new deliberation: each invited sector, and half of the invited organisations. */
  quorumRule?: QuorumRuleInput | null | undefined;
  /** True for a meeting that was held without the hub and is recorded afterwards. It needs sources, and its outcomes are added by recordOutcome. Default: false. */
  recorded?: boolean | null | undefined;
  /** The code of the region where it is held. */
  regionCode?: string | null | undefined;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** Its purpose, in short. */
  summary?: string | null | undefined;
  /** Its title. In the language of the request's `Accept-Language`, in Indonesian without one; `titleText` names the languages. One of the two is needed for a new one; the text in the other language stays as it is. */
  title?: string | null | undefined;
  /** Its title. An absent language stays as it is; null empties it. */
  titleText?: TranslatedTextInput | null | undefined;
  /** The viewers who may see it. Default in a new deliberation: PARTICIPANTS. With ORGANISATION, the invited organisations cannot see it. */
  visibility?: Visibility | null | undefined;
};

/** A correction of a published assessment: a new assessment that begins with a copy of its answers, evidence and findings. */
export type CorrectAssessmentInput = {
  /** The published assessment. */
  assessmentId: string | number;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
};

/** A correction of what was recorded in error. Absent fields stay as they are. The ledger keeps both. */
export type CorrectContributionInput = {
  /** The amount in whole rupiah, more than 0. */
  amount?: string | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The contribution. */
  id: string | number;
  /** Its kind; FUNDS and CAPITAL_INCENTIVE need an amount. */
  kind?: ContributionKind | null | undefined;
  /** A remark. */
  note?: string | null | undefined;
  /** The quantity in `unit`, more than 0. */
  quantity?: number | null | undefined;
  /** The reason of the correction. */
  reason: string;
  /** The unit of the quantity, for example `set`. */
  unit?: string | null | undefined;
};

/** The right amount of a link. The funder is asked again. */
export type CorrectFundingInput = {
  /** The rupiah passed on, more than 0 and at most what is left of both contributions. */
  amount: string;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The link. */
  id: string | number;
  /** The reason. */
  reason?: string | null | undefined;
};

/** A new plan. */
export type CreateActionPlanInput = {
  /** The area that it is for; absent for a nationwide plan. */
  areaId?: string | number | null | undefined;
  /** The last day; none for an open end. */
  endsOn?: string | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** Its stable key; derived from the title when absent. The hub adds the end of the id to it, so that a key never tells whether a hidden one exists. */
  key?: string | null | undefined;
  /** The organisation that leads it. */
  leadId: string | number;
  /** The organisations that take part, with their roles. */
  participants?: Array<ParticipantInput> | null | undefined;
  /** The programme that it belongs to. */
  programmeId: string | number;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** The first day. */
  startsOn: string;
  /** Its aims, in short. */
  summary?: string | null | undefined;
  /** Its title. In the language of the request's `Accept-Language`, in Indonesian without one; `titleText` names the languages. One of the two is needed for a new one; the text in the other language stays as it is. */
  title?: string | null | undefined;
  /** Its title. An absent language stays as it is; null empties it. */
  titleText?: TranslatedTextInput | null | undefined;
  /** Its audience; PARTICIPANTS for a new plan when absent. */
  visibility?: Visibility | null | undefined;
};

/** A new organisation. */
export type CreateOrganisationInput = {
  /** Its contact details. Public. */
  contact?: string | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** Its stable key; derived from the name when absent. */
  key?: string | null | undefined;
  /** Its official name. */
  name: string;
  /** A remark on the record. */
  note?: string | null | undefined;
  /** The organisation that it is part of. */
  parentId?: string | number | null | undefined;
  /** The code of its home region. */
  regionCode?: string | null | undefined;
  /** Its sector. */
  sector: Sector;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** True for a state-owned enterprise; only in the private sector. */
  stateOwned?: boolean | null | undefined;
};

/** A new programme. */
export type CreateProgrammeInput = {
  /** Its chain from upstream to downstream, in its own words. */
  chain?: string | null | undefined;
  /** The last day; none for an open end. */
  endsOn?: string | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** Its stable key; derived from the name when absent. */
  key?: string | null | undefined;
  /** The legal basis, as text. */
  legalBasis?: string | null | undefined;
  /** Its name, in full. */
  name: TranslatedTextInput;
  /** The organisation that owns it. */
  ownerId: string | number;
  /** The programme that it is part of. */
  parentId?: string | number | null | undefined;
  /** Its aims. */
  policy?: string | null | undefined;
  /** The organisations that get a copy of the reports. */
  reportCopyToIds?: Array<string | number> | null | undefined;
  /** The months from one report to the next; none without a duty to report. */
  reportEveryMonths?: number | null | undefined;
  /** The organisations that it reports to. */
  reportToIds?: Array<string | number> | null | undefined;
  /** Its scope: where it works and what it is to reach, in its own words. */
  scope?: string | null | undefined;
  /** The sectors of the stakeholders that it brings together. */
  sectors?: Array<Sector> | null | undefined;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** The first day. */
  startsOn: string;
  /** The strategies that it follows. */
  strategies?: Array<PovertyStrategy> | null | undefined;
};

/** A new webhook of an organisation. */
export type CreateWebhookInput = {
  /** The address that gets each change by POST: https, on the public internet unless the operator lists its host. */
  address: string;
  /** The position after which its changes are delivered; null starts now. */
  after?: number | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** Its purpose. */
  name: string;
  /** The organisation. */
  organisationId: string | number;
  /** The filter, as the subscription `changes` takes it in `where` (`ChangeFilter`); null for all changes. */
  where?: unknown;
};

/** Conditions on a value; all that are given must hold. */
export type DateFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** This or more, or later. */
  gte?: string | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** This or less, or earlier. */
  lte?: string | null | undefined;
  /** Different from this; absent values are different too. */
  not?: string | null | undefined;
};

/** Conditions on a value; all that are given must hold. */
export type DateTimeFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** This or more, or later. */
  gte?: string | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** This or less, or earlier. */
  lte?: string | null | undefined;
  /** Different from this; absent values are different too. */
  not?: string | null | undefined;
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

/** Conditions on a Deliberation; all that are given must hold. */
export type DeliberationFilter = {
  /** All of these hold. */
  and?: Array<DeliberationFilter> | null | undefined;
  /** The area that it is about. */
  area?: AreaFilter | null | undefined;
  /** The organisation that convenes it. */
  convener?: OrganisationFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this key. */
  eq?: string | null | undefined;
  /** True if its quorum requires each invited sector. */
  everySector?: BooleanFilter | null | undefined;
  /** Its first day, where it is held. */
  heldFrom?: DateFilter | null | undefined;
  /** Its last day, where it is held. */
  heldTo?: DateFilter | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these keys. */
  in?: Array<string> | null | undefined;
  /** At least one of: The invited organisations, with their attendance. */
  invitation?: InvitationFilter | null | undefined;
  /** Its stable key, for readable addresses. */
  key?: TextFilter | null | undefined;
  /** The kind of meeting. */
  kind?: DeliberationKindFilter | null | undefined;
  /** Its minutes; null until it is closed. */
  minutes?: MinutesFilter | null | undefined;
  /** This does not hold. */
  not?: DeliberationFilter | null | undefined;
  /** The instant at which the session began. */
  openedAt?: DateTimeFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<DeliberationFilter> | null | undefined;
  /** At least one of: Its outcomes, ordered by number. */
  outcome?: OutcomeFilter | null | undefined;
  /** The place where it is held. */
  place?: TextFilter | null | undefined;
  /** The programme that it belongs to. */
  programme?: ProgrammeFilter | null | undefined;
  /** The share of the invited voices that its quorum requires, in per cent; at least one voice. */
  quorumShare?: IntFilter | null | undefined;
  /** True for a meeting that was held without the hub and is recorded afterwards from its sources. It has agreed outcomes, and who attended if its sources say so, but no times and no positions. Catatan rembuk. */
  recorded?: BooleanFilter | null | undefined;
  /** The region where it is held. */
  region?: RegionFilter | null | undefined;
  /** Its status. */
  status?: DeliberationStatusFilter | null | undefined;
  /** Its purpose, in short. */
  summary?: TextFilter | null | undefined;
  /** Its title in the request's language. */
  title?: TextFilter | null | undefined;
  /** The viewers who may see it and everything that belongs to it. */
  visibility?: VisibilityFilter | null | undefined;
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

/** Conditions on a value; all that are given must hold. */
export type DeliberationKindFilter = {
  /** Equal to this. */
  eq?: DeliberationKind | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<DeliberationKind> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: DeliberationKind | null | undefined;
};

/** One order of a list of Deliberation. */
export type DeliberationOrder = {
  /** In which direction. */
  direction?: OrderDirection;
  /** What to order by. */
  field: DeliberationOrderField;
};

/** What a list of Deliberation can be ordered by. */
export type DeliberationOrderField =
  /** The instant at which the hub first recorded it. */
  | 'CREATED_AT'
  /** Its first day, where it is held. */
  | 'HELD_FROM'
  /** Its last day, where it is held. */
  | 'HELD_TO'
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  | 'ID'
  /** Its stable key, for readable addresses. */
  | 'KEY'
  /** The kind of meeting. */
  | 'KIND'
  /** The instant at which the session began. */
  | 'OPENED_AT'
  /** Its status. */
  | 'STATUS'
  /** Its title in the request's language. */
  | 'TITLE';

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

/** Conditions on a value; all that are given must hold. */
export type DeliberationStatusFilter = {
  /** Equal to this. */
  eq?: DeliberationStatus | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<DeliberationStatus> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: DeliberationStatus | null | undefined;
};

/** The deliberation that goes to its next status. */
export type DeliberationStepInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The deliberation. */
  id: string | number;
  /** The reason of `cancelDeliberation`, which participants see; of no other step. */
  reason?: string | null | undefined;
};

/** A dimension by which a count is broken down. Disagregasi. */
export type Disaggregation =
  /** Age band. Kelompok umur. */
  | 'AGE_BAND'
  /** Disability. Disabilitas. */
  | 'DISABILITY'
  /** Sex. Jenis kelamin. */
  | 'SEX';

/** Conditions on a EnterpriseGroup; all that are given must hold. */
export type EnterpriseGroupFilter = {
  /** All of these hold. */
  and?: Array<EnterpriseGroupFilter> | null | undefined;
  /** The area that it works in. */
  area?: AreaFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The day it was formed, if known. */
  formedOn?: DateFilter | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** Its step on the journey from formation to independence. */
  journey?: EnterpriseJourneyFilter | null | undefined;
  /** At least one of: Its revenue and jobs, the earliest period first unless ordered otherwise. */
  measurement?: GroupMeasurementFilter | null | undefined;
  /** The number of its members, 1 to 1,000. 1 is one person working alone. Null for viewers who do not take part when it is from 1 to 4 (rule 6); in orders such a number counts as absent. */
  members?: IntFilter | null | undefined;
  /** True when the number of its members is hidden because it is small. */
  membersSuppressed?: BooleanFilter | null | undefined;
  /** The group's name. */
  name?: TextFilter | null | undefined;
  /** This does not hold. */
  not?: EnterpriseGroupFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<EnterpriseGroupFilter> | null | undefined;
  /** The organisation that registered it and maintains its record; none for the platform's operator. */
  organisation?: OrganisationFilter | null | undefined;
  /** At least one of: The support that it received from contributions. */
  support?: SupportFilter | null | undefined;
  /** The village that it is in, if known. */
  village?: RegionFilter | null | undefined;
  /** The audience of the group and of everything that belongs to it. The participants are those of the plans of its area that are taken up (ACTIVE, SUSPENDED or COMPLETED). */
  visibility?: VisibilityFilter | null | undefined;
};

/** A step of a group of self-employed workers; each step follows the one before. Tahap perjalanan TKM. */
export type EnterpriseJourney =
  /** Dissolved; final. Bubar. */
  | 'DISSOLVED'
  /** It has its tools or capital; next: PRODUCING or DISSOLVED. Berperalatan. */
  | 'EQUIPPED'
  /** Formed; next: TRAINED or DISSOLVED. Terbentuk. */
  | 'FORMED'
  /** It needs no support; next: DISSOLVED. Mandiri. */
  | 'INDEPENDENT'
  /** It produces; next: SELLING or DISSOLVED. Berproduksi. */
  | 'PRODUCING'
  /** It sells; next: INDEPENDENT or DISSOLVED. Berjualan. */
  | 'SELLING'
  /** Its members are trained; next: EQUIPPED or DISSOLVED. Terlatih. */
  | 'TRAINED';

/** Conditions on a value; all that are given must hold. */
export type EnterpriseJourneyFilter = {
  /** Equal to this. */
  eq?: EnterpriseJourney | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<EnterpriseJourney> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: EnterpriseJourney | null | undefined;
};

/** The format of an exported file. */
export type ExportFormat =
  /** RFC 4180, UTF-8 with a byte order mark, in the form of its locale. */
  | 'CSV'
  /** A list of the rows of the graph. */
  | 'JSON'
  /** A row of the graph in each line. */
  | 'NDJSON'
  /** A workbook of one sheet. */
  | 'XLSX';

/** The state of an export. */
export type ExportStatus =
  /** It was cancelled before the file was made. */
  | 'CANCELLED'
  /** The file is at its address, until it expires. */
  | 'DONE'
  /** The file was removed after its time. */
  | 'EXPIRED'
  /** No file was made; the export says why. */
  | 'FAILED'
  /** It waits for its turn. */
  | 'QUEUED'
  /** The file is being made. */
  | 'RUNNING';

/** Conditions on a Finding; all that are given must hold. */
export type FindingFilter = {
  /** At least one of: The actions that it concerns and that the viewer may see. */
  action?: ActionFilter | null | undefined;
  /** All of these hold. */
  and?: Array<FindingFilter> | null | undefined;
  /** The assessment. */
  assessment?: AssessmentFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** At least one of: The measurements that it is based on and that the viewer may see. */
  measurement?: MeasurementFilter | null | undefined;
  /** This does not hold. */
  not?: FindingFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<FindingFilter> | null | undefined;
  /** The recommendation. */
  recommendation?: TextFilter | null | undefined;
  /** The finding, as text. */
  text?: TextFilter | null | undefined;
};

/** Conditions on a value; all that are given must hold. */
export type FloatFilter = {
  /** Equal to this. */
  eq?: number | null | undefined;
  /** This or more, or later. */
  gte?: number | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<number> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** This or less, or earlier. */
  lte?: number | null | undefined;
  /** Different from this; absent values are different too. */
  not?: number | null | undefined;
};

/** Conditions on a Funding; all that are given must hold. */
export type FundingFilter = {
  /** The rupiah that are passed on; 0 only where an old record passed on what is no rupiah. */
  amount?: MoneyFilter | null | undefined;
  /** All of these hold. */
  and?: Array<FundingFilter> | null | undefined;
  /** The contribution that passes the money on. */
  contribution?: ContributionFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** This does not hold. */
  not?: FundingFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<FundingFilter> | null | undefined;
  /** The contribution whose money it is. */
  source?: ContributionFilter | null | undefined;
  /** The answer of the organisation that gave the source. */
  status?: FundingStatusFilter | null | undefined;
};

/** Rupiah of another contribution that this one passes on. */
export type FundingInput = {
  /** The rupiah passed on, more than 0 and at most what is left of both contributions. */
  amount: string;
  /** The contribution whose money it is. */
  contributionId: string | number;
};

/** The answer of the organisation whose contribution is passed on (rule 12). A link counts unless it is REFUSED. */
export type FundingStatus =
  /** The funder said yes, or funds itself; next: REFUSED. Dibenarkan. */
  | 'CONFIRMED'
  /** The funder said no: it counts nowhere; next: CONFIRMED. Ditolak. */
  | 'REFUSED'
  /** Without an answer of the funder; next: CONFIRMED or REFUSED. Belum dijawab. */
  | 'UNCONFIRMED';

/** Conditions on a value; all that are given must hold. */
export type FundingStatusFilter = {
  /** Equal to this. */
  eq?: FundingStatus | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<FundingStatus> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: FundingStatus | null | undefined;
};

/** Conditions on a GroupMeasurement; all that are given must hold. */
export type GroupMeasurementFilter = {
  /** All of these hold. */
  and?: Array<GroupMeasurementFilter> | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The period's last day. */
  endsOn?: DateFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The group. */
  group?: EnterpriseGroupFilter | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** The number of people who have work in the group, including its members. Null for viewers who do not take part when it is from 1 to 4 (rule 6); in orders such a number counts as absent. */
  jobs?: IntFilter | null | undefined;
  /** True when the number of jobs is hidden because it is small. */
  jobsSuppressed?: BooleanFilter | null | undefined;
  /** This does not hold. */
  not?: GroupMeasurementFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<GroupMeasurementFilter> | null | undefined;
  /** The organisation that recorded it; none for the platform's operator. */
  organisation?: OrganisationFilter | null | undefined;
  /** The period. */
  period?: PeriodFilter | null | undefined;
  /** The revenue of the period, in whole rupiah. Omzet. */
  revenue?: MoneyFilter | null | undefined;
  /** The period's first day. */
  startsOn?: DateFilter | null | undefined;
};

/** Conditions on a value; all that are given must hold. */
export type IdFilter = {
  /** Equal to this. */
  eq?: string | number | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<string | number> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: string | number | null | undefined;
};

/** The kind of rows in an imported table. */
export type ImportKind =
  /** Answers to questions of assessments. */
  | 'ANSWERS'
  /** Groups of self-employed workers (TKM). */
  | 'ENTERPRISE_GROUPS'
  /** Revenue and jobs of groups. */
  | 'GROUP_MEASUREMENTS'
  /** Measurements of indicators. */
  | 'MEASUREMENTS';

/** What a table does, and the treatment of its wrong rows. */
export type ImportMode =
  /** If a row is wrong, nothing is imported. */
  | 'ALL'
  /** The rows correct what the hub has, in the cells that differ; nothing is created. If a row is wrong, nothing is corrected. Rows of others, and those that somebody changed after the download, are left alone and reported. */
  | 'CORRECT'
  /** The valid rows are imported, and the wrong ones are returned as a table. */
  | 'VALID';

/** The way in which figures of parts make the figure of the whole. Agregasi. */
export type IndicatorAggregation =
  /** None: the figures of parts say nothing about the whole. */
  | 'NONE'
  /** 100 times the sum of the parts' numerators over the sum of their denominators. */
  | 'RATE'
  /** The sum of the parts' values. */
  | 'SUM';

/** Conditions on a value; all that are given must hold. */
export type IndicatorAggregationFilter = {
  /** Equal to this. */
  eq?: IndicatorAggregation | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<IndicatorAggregation> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: IndicatorAggregation | null | undefined;
};

/** The direction in which an indicator should move. Arah. */
export type IndicatorDirection =
  /** Less is better. Menurun. */
  | 'DECREASE'
  /** More is better. Meningkat. */
  | 'INCREASE';

/** Conditions on a value; all that are given must hold. */
export type IndicatorDirectionFilter = {
  /** Equal to this. */
  eq?: IndicatorDirection | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<IndicatorDirection> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: IndicatorDirection | null | undefined;
};

/** Conditions on a Indicator; all that are given must hold. */
export type IndicatorFilter = {
  /** The answer of the programme's owner to an indicator that others made. Until it is accepted it has neither targets nor measurements. */
  acceptance?: AcceptanceFilter | null | undefined;
  /** The way in which figures of parts make the figure of the whole. */
  aggregation?: IndicatorAggregationFilter | null | undefined;
  /** All of these hold. */
  and?: Array<IndicatorFilter> | null | undefined;
  /** At least one of: The owners whose yes is missing; empty once it is accepted. */
  awaited?: OrganisationFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The meaning, and the method of measurement. */
  description?: TextFilter | null | undefined;
  /** The direction in which it should move. */
  direction?: IndicatorDirectionFilter | null | undefined;
  /** Is the one with this key. */
  eq?: string | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these keys. */
  in?: Array<string> | null | undefined;
  /** Its stable key, readable in an address. */
  key?: TextFilter | null | undefined;
  /** At least one of: The measurements, the earliest period first unless ordered otherwise. */
  measurement?: MeasurementFilter | null | undefined;
  /** This does not hold. */
  not?: IndicatorFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<IndicatorFilter> | null | undefined;
  /** The organisation that defines it; none for an indicator of the platform. */
  owner?: OrganisationFilter | null | undefined;
  /** The way in which figures of shorter periods make that of a longer one. */
  periods?: IndicatorPeriodsFilter | null | undefined;
  /** The programme whose results it shows, if any. */
  programme?: ProgrammeFilter | null | undefined;
  /** The way in which several organisations' figures of one place and period make one. */
  reporters?: IndicatorReportersFilter | null | undefined;
  /** At least one of: The targets, by period. */
  target?: TargetFilter | null | undefined;
  /** The title in the request's language. */
  title?: TextFilter | null | undefined;
  /** The unit of its figures. */
  unit?: IndicatorUnitFilter | null | undefined;
};

/** The way in which the figures of months, quarters and half-years make that of a longer period without one of its own (rule 13). Beberapa periode. */
export type IndicatorPeriods =
  /** Their mean, by the number of months. */
  | 'AVERAGE'
  /** The last of them, for what is so at a time, as people employed or a rate. */
  | 'LAST'
  /** Their sum, for what happens in a period, as people trained. Of a RATE, the sums of numerators and denominators. */
  | 'SUM';

/** Conditions on a value; all that are given must hold. */
export type IndicatorPeriodsFilter = {
  /** Equal to this. */
  eq?: IndicatorPeriods | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<IndicatorPeriods> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: IndicatorPeriods | null | undefined;
};

/** The way in which several organisations' figures of one place and period make one (rule 13). Beberapa pelapor. */
export type IndicatorReporters =
  /** The figure of the indicator's owner, else the one that was accepted last: each measured the same. */
  | 'OFFICIAL'
  /** Their sum: each counted others, for example its own trainees. Of a RATE, the sums of numerators and denominators. */
  | 'SUM';

/** Conditions on a value; all that are given must hold. */
export type IndicatorReportersFilter = {
  /** Equal to this. */
  eq?: IndicatorReporters | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<IndicatorReporters> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: IndicatorReporters | null | undefined;
};

/** The unit of an indicator's figures. Satuan. */
export type IndicatorUnit =
  /** Any other count, in whole numbers. Jumlah. */
  | 'COUNT'
  /** Groups, for example of self-employed workers, in whole numbers. Kelompok. */
  | 'GROUPS'
  /** Households, in whole numbers. Rumah tangga. */
  | 'HOUSEHOLDS'
  /** An index without a unit. Indeks. */
  | 'INDEX'
  /** People, in whole numbers. Orang. */
  | 'PEOPLE'
  /** Per cent, 0 to 100. Persen. */
  | 'PERCENT'
  /** Whole rupiah. */
  | 'RUPIAH';

/** Conditions on a value; all that are given must hold. */
export type IndicatorUnitFilter = {
  /** Equal to this. */
  eq?: IndicatorUnit | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<IndicatorUnit> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: IndicatorUnit | null | undefined;
};

/** Conditions on a Instrument; all that are given must hold. */
export type InstrumentFilter = {
  /** All of these hold. */
  and?: Array<InstrumentFilter> | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The number of the edition, from 1. Edisi. */
  edition?: IntFilter | null | undefined;
  /** Is the one with this key. */
  eq?: string | null | undefined;
  /** The formula for a dimension's score, from the scores of its questions. */
  formula?: ScoreFormulaFilter | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these keys. */
  in?: Array<string> | null | undefined;
  /** The questionnaire's key, the same in all editions. */
  key?: TextFilter | null | undefined;
  /** This does not hold. */
  not?: InstrumentFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<InstrumentFilter> | null | undefined;
  /** The organisation that is responsible for it; null for an instrument that comes with the hub. */
  owner?: OrganisationFilter | null | undefined;
  /** The instant at which it was published. */
  publishedAt?: DateTimeFilter | null | undefined;
  /** The status of the edition. */
  status?: InstrumentStatusFilter | null | undefined;
  /** Its title in the request's language. */
  title?: TextFilter | null | undefined;
};

/** The status of an edition of an instrument. */
export type InstrumentStatus =
  /** In preparation; visible only to its owner. Next: PUBLISHED. */
  | 'DRAFT'
  /** In use; its questions never change. Next: RETIRED. */
  | 'PUBLISHED'
  /** Not for new assessments; assessments that have begun continue. Final. */
  | 'RETIRED';

/** Conditions on a value; all that are given must hold. */
export type InstrumentStatusFilter = {
  /** Equal to this. */
  eq?: InstrumentStatus | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<InstrumentStatus> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: InstrumentStatus | null | undefined;
};

/** Conditions on a value; all that are given must hold. */
export type IntFilter = {
  /** Equal to this. */
  eq?: number | null | undefined;
  /** This or more, or later. */
  gte?: number | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<number> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** This or less, or earlier. */
  lte?: number | null | undefined;
  /** Different from this; absent values are different too. */
  not?: number | null | undefined;
};

/** Conditions on a Invitation; all that are given must hold. */
export type InvitationFilter = {
  /** All of these hold. */
  and?: Array<InvitationFilter> | null | undefined;
  /** True if it attended at any time. */
  attended?: BooleanFilter | null | undefined;
  /** True if the sources of a meeting held without the hub say that it attended; no times are known then, and not whether it was invited. */
  attendedBySource?: BooleanFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The deliberation. */
  deliberation?: DeliberationFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** True if it attends now, or attended when the deliberation closed. */
  isPresent?: BooleanFilter | null | undefined;
  /** True if it is the voice of its house now: it attends, and no organisation that it is part of does. */
  isVoice?: BooleanFilter | null | undefined;
  /** This does not hold. */
  not?: InvitationFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<InvitationFilter> | null | undefined;
  /** The invited organisation. */
  organisation?: OrganisationFilter | null | undefined;
  /** At least one of: The organisations that it was part of when it was invited, the nearest first. Together they are one voice, that of the highest one attending. */
  partOfOrganisation?: OrganisationFilter | null | undefined;
  /** Its sector at the time of the invitation. The quorum counts this sector. */
  sector?: SectorFilter | null | undefined;
};

/** A further invitation to a deliberation. */
export type InviteOrganisationInput = {
  /** True if the sources of a meeting held without the hub say that it attended. Only for such a meeting. Default: false. */
  attended?: boolean | null | undefined;
  /** The people who speak for it, by name or office. */
  delegates?: Array<string> | null | undefined;
  /** The deliberation. */
  deliberationId: string | number;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The organisation. */
  organisationId: string | number;
};

/** An organisation that a new deliberation invites. */
export type InvitedInput = {
  /** True if the sources of a meeting held without the hub say that it attended. Only for such a meeting. Default: false. */
  attended?: boolean | null | undefined;
  /** The people who speak for it, by name or office. */
  delegates?: Array<string> | null | undefined;
  /** The organisation. */
  organisationId: string | number;
};

/** A new API key of an organisation. */
export type IssueApiKeyInput = {
  /** The instant from which it no longer works: in the future, within two years. */
  expiresAt: string;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** Its purpose. */
  name: string;
  /** The organisation. */
  organisationId: string | number;
  /** Its rights; at least one. */
  scopes: Array<ApiKeyScope>;
};

/** Conditions on a Measurement; all that are given must hold. */
export type MeasurementFilter = {
  /** The action whose effect it measures, if any; null where its plan is hidden from the viewer. */
  action?: ActionFilter | null | undefined;
  /** All of these hold. */
  and?: Array<MeasurementFilter> | null | undefined;
  /** Its area, if it has one. */
  area?: AreaFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** For a rate: the total number, more than 0. Null for viewers who do not take part when it is a number of people from 1 to 4 below the regency (rule 6). */
  denominator?: FloatFilter | null | undefined;
  /** The period's last day. */
  endsOn?: DateFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** At least one of: The findings of universities that are based on the measurement: published ones, and those that the viewer works on. */
  finding?: FindingFilter | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** The indicator. */
  indicator?: IndicatorFilter | null | undefined;
  /** True for the baseline, with which the others are compared. */
  isBaseline?: BooleanFilter | null | undefined;
  /** This does not hold. */
  not?: MeasurementFilter | null | undefined;
  /** The number that the figure is about; for a rate, the number to which it applies. Null for viewers who do not take part when it is a number of people from 1 to 4 below the regency (rule 6). */
  numerator?: FloatFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<MeasurementFilter> | null | undefined;
  /** The organisation that recorded it; none for the platform's operator. */
  organisation?: OrganisationFilter | null | undefined;
  /** The period. */
  period?: PeriodFilter | null | undefined;
  /** The action's plan; everybody who sees the plan sees an accepted measurement. */
  plan?: ActionPlanFilter | null | undefined;
  /** Its region; none for an area or nationwide. */
  region?: RegionFilter | null | undefined;
  /** The period's first day. */
  startsOn?: DateFilter | null | undefined;
  /** Its state: only ACCEPTED ones count. All others are seen by those who recorded them and by the indicator's own alone. */
  status?: MeasurementStatusFilter | null | undefined;
  /** True when the figure is hidden because it is a small number of people. */
  suppressed?: BooleanFilter | null | undefined;
  /** The figure, in the indicator's unit. Null for viewers who do not take part when it is a number of people from 1 to 4 below the regency (rule 6). In orders a whole number from 1 to 4 below the regency counts as absent. */
  value?: FloatFilter | null | undefined;
};

/** The state of a measurement. Only accepted ones count, and only they are seen by everybody. Status capaian. */
export type MeasurementStatus =
  /** Accepted by the indicator's owner, or recorded by it. Diterima. */
  | 'ACCEPTED'
  /** Recorded by others than the indicator's owner, without its answer yet. Diusulkan. */
  | 'PROPOSED'
  /** Refused by the indicator's owner, with a reason. Ditolak. */
  | 'REFUSED'
  /** Taken back, with a reason; final. Ditarik. */
  | 'RETRACTED';

/** Conditions on a value; all that are given must hold. */
export type MeasurementStatusFilter = {
  /** Equal to this. */
  eq?: MeasurementStatus | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<MeasurementStatus> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: MeasurementStatus | null | undefined;
};

/** Conditions on a Milestone; all that are given must hold. */
export type MilestoneFilter = {
  /** The action that it belongs to. */
  action?: ActionFilter | null | undefined;
  /** All of these hold. */
  and?: Array<MilestoneFilter> | null | undefined;
  /** The day on which it was reached; none until then. */
  completedOn?: DateFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The due date. */
  dueOn?: DateFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** True when its due date is past (in Jakarta) and it is not reached. */
  isOverdue?: BooleanFilter | null | undefined;
  /** This does not hold. */
  not?: MilestoneFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<MilestoneFilter> | null | undefined;
  /** The action's plan. */
  plan?: ActionPlanFilter | null | undefined;
  /** The result to reach. */
  title?: TextFilter | null | undefined;
};

/** Conditions on a Minutes; all that are given must hold. */
export type MinutesFilter = {
  /** At least one of: The acknowledgements by organisations that attended. */
  acknowledgement?: AcknowledgementFilter | null | undefined;
  /** All of these hold. */
  and?: Array<MinutesFilter> | null | undefined;
  /** The instant at which the deliberation was closed. */
  closedAt?: DateTimeFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The deliberation. */
  deliberation?: DeliberationFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** This does not hold. */
  not?: MinutesFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<MinutesFilter> | null | undefined;
  /** The SHA-256 of `document` in UTF-8, in hexadecimal. Every reader of the document can check it; so does `rembuk verify`. */
  sha256?: TextFilter | null | undefined;
};

/** The reason why a question counts as missing in an assessment. */
export type MissingReason =
  /** It is always required and has no answer. */
  | 'REQUIRED'
  /** It is required because the answer to an earlier question satisfies its condition. It has no answer. */
  | 'REQUIRED_BY_CONDITION';

/** Conditions on a value; all that are given must hold. */
export type MoneyFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** This or more, or later. */
  gte?: string | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** This or less, or earlier. */
  lte?: string | null | undefined;
  /** Different from this; absent values are different too. */
  not?: string | null | undefined;
};

/** The delegates of an invited organisation. */
export type NameDelegatesInput = {
  /** The people who speak for it, by name or office. */
  delegates: Array<string>;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The invitation. */
  id: string | number;
};

/** The direction of an order. */
export type OrderDirection =
  /** Smallest, earliest or first first; absent values last. */
  | 'ASC'
  /** Largest, latest or last first; absent values first. */
  | 'DESC';

/** Conditions on a Organisation; all that are given must hold. */
export type OrganisationFilter = {
  /** All of these hold. */
  and?: Array<OrganisationFilter> | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this key. */
  eq?: string | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these keys. */
  in?: Array<string> | null | undefined;
  /** Its stable key, readable in an address. */
  key?: TextFilter | null | undefined;
  /** Its official name. */
  name?: TextFilter | null | undefined;
  /** This does not hold. */
  not?: OrganisationFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<OrganisationFilter> | null | undefined;
  /** The organisation that it is part of. */
  parent?: OrganisationFilter | null | undefined;
  /** Its home region. */
  region?: RegionFilter | null | undefined;
  /** Its sector. */
  sector?: SectorFilter | null | undefined;
  /** True for a state-owned enterprise (BUMN or BUMD); only in the private sector. */
  stateOwned?: BooleanFilter | null | undefined;
};

/** Conditions on a Outcome; all that are given must hold. */
export type OutcomeFilter = {
  /** At least one of: The actions that result from it. */
  action?: ActionFilter | null | undefined;
  /** All of these hold. */
  and?: Array<OutcomeFilter> | null | undefined;
  /** At least one of: The comments on it, replies included, the earliest first. */
  comment?: CommentFilter | null | undefined;
  /** At least one of: The organisations whose positions counted when it was decided. */
  countedOrganisation?: OrganisationFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The instant at which it was decided; null until then, and for an outcome of a recorded meeting. */
  decidedAt?: DateTimeFilter | null | undefined;
  /** The deliberation. */
  deliberation?: DeliberationFilter | null | undefined;
  /** The due date. */
  dueOn?: DateFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** True if an action results from it that is not cancelled. */
  hasAction?: BooleanFilter | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** True if its due date is past (in Jakarta) and it is agreed, not fulfilled and not superseded. */
  isOverdue?: BooleanFilter | null | undefined;
  /** True if an agreed outcome of a later deliberation supersedes it. */
  isSuperseded?: BooleanFilter | null | undefined;
  /** True if it was deferred and a later deliberation takes it up again. */
  isTakenUp?: BooleanFilter | null | undefined;
  /** This does not hold. */
  not?: OutcomeFilter | null | undefined;
  /** Its number in the deliberation, from 1. */
  number?: IntFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<OutcomeFilter> | null | undefined;
  /** At least one of: The positions on its current text. */
  position?: OutcomePositionFilter | null | undefined;
  /** The deliberation's programme. */
  programme?: ProgrammeFilter | null | undefined;
  /** The organisation that proposed it; null for an outcome of a recorded meeting. */
  proposedBy?: OrganisationFilter | null | undefined;
  /** The reason why it was deferred or rejected. */
  reason?: TextFilter | null | undefined;
  /** At least one of: The organisations that are responsible for it. */
  responsibleOrganisation?: OrganisationFilter | null | undefined;
  /** Its status. FOLLOWED_UP and FULFILLED depend on the actions that the viewer may see. */
  status?: OutcomeStatusFilter | null | undefined;
  /** The outcome of an earlier deliberation that this one supersedes once it is agreed. */
  supersedes?: OutcomeFilter | null | undefined;
  /** The deferred outcome of an earlier deliberation that this one takes up again. */
  takesUp?: OutcomeFilter | null | undefined;
  /** Its current text in the request's language. */
  text?: TextFilter | null | undefined;
  /** The number of its current text, which positions refer to. */
  textVersion?: IntFilter | null | undefined;
  /** At least one of: Its texts in order, each with its author and reason. The filter `textWritten` applies to them. */
  textWritten?: OutcomeVersionFilter | null | undefined;
  /** The instant at which the open vote on it began; null when no vote is open. */
  votingSince?: DateTimeFilter | null | undefined;
};

/** Conditions on a OutcomePosition; all that are given must hold. */
export type OutcomePositionFilter = {
  /** All of these hold. */
  and?: Array<OutcomePositionFilter> | null | undefined;
  /** True if it counts: it is on the current text, and its organisation is the voice of its house, or it is an objection that stands. While a vote is open, if it is a vote of the electorate; after the decision, if it counted then. False for what a part says while a higher organisation attends: it is recorded beside the voice. */
  counts?: BooleanFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The outcome's deliberation. */
  deliberation?: DeliberationFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** This does not hold. */
  not?: OutcomePositionFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<OutcomePositionFilter> | null | undefined;
  /** The organisation that takes the position. */
  organisation?: OrganisationFilter | null | undefined;
  /** The outcome. */
  outcome?: OutcomeFilter | null | undefined;
  /** The reservation or objection in words; present with AGREE_WITH_RESERVATION and OBJECT. */
  reason?: TextFilter | null | undefined;
  /** The stance. */
  stance?: StanceFilter | null | undefined;
  /** The instant at which it was taken or last changed. */
  takenAt?: DateTimeFilter | null | undefined;
  /** The number of the text that it is on. */
  textVersion?: IntFilter | null | undefined;
};

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

/** Conditions on a value; all that are given must hold. */
export type OutcomeStatusFilter = {
  /** Equal to this. */
  eq?: OutcomeStatus | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<OutcomeStatus> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: OutcomeStatus | null | undefined;
};

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

/** Conditions on a OutcomeVersion; all that are given must hold. */
export type OutcomeVersionFilter = {
  /** All of these hold. */
  and?: Array<OutcomeVersionFilter> | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The outcome's deliberation. */
  deliberation?: DeliberationFilter | null | undefined;
  /** The due date. */
  dueOn?: DateFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** This does not hold. */
  not?: OutcomeVersionFilter | null | undefined;
  /** Its number, from 1. */
  number?: IntFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<OutcomeVersionFilter> | null | undefined;
  /** The organisation on whose behalf it was written. */
  organisation?: OrganisationFilter | null | undefined;
  /** The outcome. */
  outcome?: OutcomeFilter | null | undefined;
  /** The reason for the amendment; null for the first text. */
  reason?: TextFilter | null | undefined;
  /** At least one of: The organisations that are responsible for it. */
  responsibleOrganisation?: OrganisationFilter | null | undefined;
  /** The text in the request's language. */
  text?: TextFilter | null | undefined;
  /** The person who wrote it; hidden from most viewers. */
  user?: UserFilter | null | undefined;
};

/** Conditions on a Participant; all that are given must hold. */
export type ParticipantFilter = {
  /** All of these hold. */
  and?: Array<ParticipantFilter> | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** This does not hold. */
  not?: ParticipantFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<ParticipantFilter> | null | undefined;
  /** The organisation. */
  organisation?: OrganisationFilter | null | undefined;
  /** The plan. */
  plan?: ActionPlanFilter | null | undefined;
  /** Its role. */
  role?: ParticipantRoleFilter | null | undefined;
  /** The organisation's answer: INVITED until it has given one. */
  status?: ParticipantStatusFilter | null | undefined;
};

/** A participant of a new plan. */
export type ParticipantInput = {
  /** The organisation. */
  organisationId: string | number;
  /** Its role. */
  role: ParticipantRole;
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

/** Conditions on a value; all that are given must hold. */
export type ParticipantRoleFilter = {
  /** Equal to this. */
  eq?: ParticipantRole | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ParticipantRole> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ParticipantRole | null | undefined;
};

/** The status of an organisation's part in a plan. Only an accepted part counts. */
export type ParticipantStatus =
  /** Accepted: it takes part; next: LEFT. Menerima. */
  | 'ACCEPTED'
  /** Declined; final, and counts for nothing. Menolak. */
  | 'DECLINED'
  /** Invited, without an answer; next: ACCEPTED or DECLINED. Diundang. */
  | 'INVITED'
  /** It took part and left; final. Keluar. */
  | 'LEFT';

/** Conditions on a value; all that are given must hold. */
export type ParticipantStatusFilter = {
  /** Equal to this. */
  eq?: ParticipantStatus | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ParticipantStatus> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ParticipantStatus | null | undefined;
};

/** A pause of a webhook. */
export type PauseWebhookInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The webhook. */
  id: string | number;
};

/** Conditions on a Payment; all that are given must hold. */
export type PaymentFilter = {
  /** The amount in whole rupiah; a reversal has that of the payment it takes back. */
  amount?: MoneyFilter | null | undefined;
  /** All of these hold. */
  and?: Array<PaymentFilter> | null | undefined;
  /** The contribution that it is of. */
  contribution?: ContributionFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** True when a reversal took it back: it counts in no total. */
  isReversed?: BooleanFilter | null | undefined;
  /** This does not hold. */
  not?: PaymentFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<PaymentFilter> | null | undefined;
  /** The day of the transaction. */
  paidOn?: DateFilter | null | undefined;
  /** The payment that this one takes back; none for a payment itself. */
  reverses?: PaymentFilter | null | undefined;
};

/** Conditions on a value; all that are given must hold. */
export type PeriodFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<string> | null | undefined;
  /** Different from this; absent values are different too. */
  not?: string | null | undefined;
};

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

/** Conditions on a value; all that are given must hold. */
export type PositionFilter = {
  /** Equal to this. */
  eq?: number | null | undefined;
  /** This or more, or later. */
  gte?: number | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<number> | null | undefined;
  /** This or less, or earlier. */
  lte?: number | null | undefined;
  /** Different from this; absent values are different too. */
  not?: number | null | undefined;
};

/** A strategy against extreme poverty (Inpres 4/2022). Strategi. */
export type PovertyStrategy =
  /** Raise income. Peningkatan pendapatan. */
  | 'RAISE_INCOME'
  /** Reduce the burden of expenditure. Pengurangan beban pengeluaran. */
  | 'REDUCE_EXPENDITURE_BURDEN'
  /** Reduce pockets of poverty. Penurunan kantong-kantong kemiskinan. */
  | 'REDUCE_POVERTY_POCKETS';

/** Conditions on a value; all that are given must hold. */
export type PovertyStrategyFilter = {
  /** Equal to this. */
  eq?: PovertyStrategy | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<PovertyStrategy> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: PovertyStrategy | null | undefined;
};

/** Conditions on a Programme; all that are given must hold. */
export type ProgrammeFilter = {
  /** All of these hold. */
  and?: Array<ProgrammeFilter> | null | undefined;
  /** Its chain from upstream to downstream, in its own words; the stages of its actions are `ActionStage`. Hulu ke hilir. */
  chain?: TextFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** At least one of: The deliberations of the programme. */
  deliberation?: DeliberationFilter | null | undefined;
  /** The last day; none for an open end. */
  endsOn?: DateFilter | null | undefined;
  /** Is the one with this key. */
  eq?: string | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these keys. */
  in?: Array<string> | null | undefined;
  /** At least one of: The indicators that show the programme's results. */
  indicator?: IndicatorFilter | null | undefined;
  /** Its stable key, readable in an address. */
  key?: TextFilter | null | undefined;
  /** The legal basis, as text. Dasar hukum. */
  legalBasis?: TextFilter | null | undefined;
  /** This does not hold. */
  not?: ProgrammeFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<ProgrammeFilter> | null | undefined;
  /** The organisation that owns it; its coordinators coordinate every plan of the programme. */
  owner?: OrganisationFilter | null | undefined;
  /** The programme that it is part of. */
  parent?: ProgrammeFilter | null | undefined;
  /** Its aims. */
  policy?: TextFilter | null | undefined;
  /** At least one of: The organisations that get a copy of its reports. */
  reportCopyTo?: OrganisationFilter | null | undefined;
  /** The months from one report to the next; none without a duty to report. */
  reportEveryMonths?: IntFilter | null | undefined;
  /** At least one of: The organisations that it reports to. */
  reportTo?: OrganisationFilter | null | undefined;
  /** Its scope: where it works and what it is to reach, in its own words. Cakupan. */
  scope?: TextFilter | null | undefined;
  /** The sectors of the stakeholders that it brings together. Unsur pemangku kepentingan. */
  sectors?: SectorFilter | null | undefined;
  /** The first day. */
  startsOn?: DateFilter | null | undefined;
  /** The strategies that it follows. */
  strategies?: PovertyStrategyFilter | null | undefined;
  /** Its name in the request's language. */
  title?: TextFilter | null | undefined;
};

/** Conditions on a ProgressUpdate; all that are given must hold. */
export type ProgressUpdateFilter = {
  /** The action that it is about. */
  action?: ActionFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ProgressUpdateFilter> | null | undefined;
  /** The earlier report that this one corrects. */
  corrects?: ProgressUpdateFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** This does not hold. */
  not?: ProgressUpdateFilter | null | undefined;
  /** The work done. */
  note?: TextFilter | null | undefined;
  /** The obstacles. Kendala. */
  obstacle?: TextFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<ProgressUpdateFilter> | null | undefined;
  /** The organisation that reports. */
  organisation?: OrganisationFilter | null | undefined;
  /** The action's plan. */
  plan?: ActionPlanFilter | null | undefined;
  /** Progress of the action, 0 to 100 per cent. */
  progress?: IntFilter | null | undefined;
  /** The instant of the report. */
  reportedAt?: DateTimeFilter | null | undefined;
  /** The person who reports; hidden from most viewers. */
  user?: UserFilter | null | undefined;
  /** The audience among those who can see the plan. */
  visibility?: VisibilityFilter | null | undefined;
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

/** A deliberation's quorum (rule 1). An absent field does not change; in a new deliberation it has its default. */
export type QuorumRuleInput = {
  /** True if each invited sector must be present. Default: true. */
  everySector?: boolean | null | undefined;
  /** The share of the invited organisations that must attend, in per cent. Default: 50. */
  share?: number | null | undefined;
};

/** A payment of a contribution in rupiah. */
export type RecordPaymentInput = {
  /** The rupiah paid, more than 0 and at most what remains of the contribution's amount. */
  amount: string;
  /** The contribution. */
  contributionId: string | number;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** A remark, for example the transfer's number. */
  note?: string | null | undefined;
  /** The day of the transaction, not after today (in Jakarta). */
  paidOn: string;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
};

/** A delivery that is to be sent again. */
export type RedeliverInput = {
  /** The webhook. */
  id: string | number;
  /** The position of a change of which the webhook still keeps the delivery. */
  position: number;
};

/** The funder's no to a link. */
export type RefuseFundingInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The link. */
  id: string | number;
  /** The reason. */
  reason?: string | null | undefined;
};

/** The refusal of a figure by the indicator's owner. */
export type RefuseMeasurementInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The measurement. */
  id: string | number;
  /** The reason. */
  reason: string;
};

/** Conditions on a Region; all that are given must hold. */
export type RegionFilter = {
  /** All of these hold. */
  and?: Array<RegionFilter> | null | undefined;
  /** The Ministry of Home Affairs' code, for example `36.02.27.2010`. Kode wilayah. */
  code?: IdFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id of a region: its code. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** Its level. */
  level?: RegionLevelFilter | null | undefined;
  /** The official name, for example `Kabupaten Lebak`. */
  name?: TextFilter | null | undefined;
  /** This does not hold. */
  not?: RegionFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<RegionFilter> | null | undefined;
  /** The region directly above it; none for a province. */
  parent?: RegionFilter | null | undefined;
  /** Is the region with this code, or lies in it: `36` also finds `36.02.27.2010` (codes nest by prefix). */
  within?: string | null | undefined;
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

/** Conditions on a value; all that are given must hold. */
export type RegionLevelFilter = {
  /** Equal to this. */
  eq?: RegionLevel | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<RegionLevel> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: RegionLevel | null | undefined;
};

/** The noun to remove or to revoke. */
export type RemovalInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** Its id. */
  id: string | number;
};

/** The reply of an action's lead to a university's finding about the action. */
export type ReplyToFindingInput = {
  /** The published finding about the action. */
  findingId: string | number;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The reply. */
  text: string;
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

/** The end of a webhook's pause. */
export type ResumeWebhookInput = {
  /** The position after which its changes are delivered, earlier or later than its own; null goes on where it stopped. */
  after?: number | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The webhook. */
  id: string | number;
};

/** The reversal of a payment that was recorded in error. */
export type ReversePaymentInput = {
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The payment that it takes back. */
  paymentId: string | number;
  /** The reason. */
  reason: string;
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

/** A new secret for a webhook. */
export type RotateWebhookSecretInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The webhook. */
  id: string | number;
};

/** A new view. It is private until it is shared. */
export type SaveViewInput = {
  /** The chart that portals draw of it. */
  chart?: ViewChartInput | null | undefined;
  /** Of a TABLE: its columns, as `title` or `plan.programme.title`. */
  columns?: Array<string> | null | undefined;
  /** The list that it is of. */
  dataset: ViewDataset;
  /** What it answers, and how to read it. */
  descriptionText?: ViewTextInput | null | undefined;
  /** Of GROUPS: at most 5 dimensions, as `LEAD_SECTOR`. */
  groupBy?: Array<string> | null | undefined;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** A stable key; made from the title if absent. */
  key?: string | null | undefined;
  /** The form of its result. */
  kind: ViewKind;
  /** Of a MATRIX: the dimensions of its columns; with those of the rows at most 5. */
  matrixColumns?: Array<string> | null | undefined;
  /** Of a MATRIX: the dimensions of its rows. */
  matrixRows?: Array<string> | null | undefined;
  /** Of GROUPS and a MATRIX: measures, as `count`, `sum.weight` or `money.given.total`. */
  measures?: Array<string> | null | undefined;
  /** The orders of its rows or groups, the weightiest first. */
  orderBy?: Array<ViewSortInput> | null | undefined;
  /** The organisation that it belongs to. Needed only if you are a member of several and the hub would choose another one. */
  organisationId?: string | number | null | undefined;
  /** The rows or groups of a page, where none are asked for; 50 if absent. */
  pageSize?: number | null | undefined;
  /** Its parameters; none if absent. Each is used in `where`. */
  parameters?: Array<ViewParameterInput> | null | undefined;
  /** The title. */
  titleText: TranslatedTextInput;
  /** The filter, as the list takes it in `where`; all rows if absent. `{"$parameter": "region"}` stands in the place of a value, `{"$date": "THIS_QUARTER"}` in that of a date or of its whole comparison. */
  where?: unknown;
};

/** The formula for a dimension's score, from the scores (0 to 100) of its answered questions. */
export type ScoreFormula =
  /** The lowest score: a dimension is as strong as its weakest part. Weights do not count. */
  | 'MINIMUM'
  /** The geometric mean of the scores, with the questions' weights. High scores cannot make up for a low one, as in the Human Development Index since 2010. */
  | 'WEIGHTED_GEOMETRIC_MEAN'
  /** The mean of the scores, with the questions' weights. */
  | 'WEIGHTED_MEAN';

/** Conditions on a value; all that are given must hold. */
export type ScoreFormulaFilter = {
  /** Equal to this. */
  eq?: ScoreFormula | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ScoreFormula> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ScoreFormula | null | undefined;
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

/** Conditions on a value; all that are given must hold. */
export type SectorFilter = {
  /** Equal to this. */
  eq?: Sector | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<Sector> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: Sector | null | undefined;
};

/** A measurement that is accepted, at the version that you saw. */
export type SeenMeasurementInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The measurement. */
  id: string | number;
};

/** The new audience of a view. */
export type ShareViewInput = {
  /** Who sees it from now on. */
  audience: ViewAudience;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The view. */
  id: string | number;
  /** For PARTICIPANTS: the plan whose participants see it; absent for others. */
  planId?: string | number | null | undefined;
};

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

/** Conditions on a value; all that are given must hold. */
export type StanceFilter = {
  /** Equal to this. */
  eq?: Stance | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<Stance> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: Stance | null | undefined;
};

/** A new star on a view. */
export type StarViewInput = {
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The view. */
  viewId: string | number;
};

/** A file that the hub is to make in the background. */
export type StartExportInput = {
  /** Of a list: paths of columns along references to one row, as `plan.programme.key`; its usual ones if absent. */
  columns?: Array<string> | null | undefined;
  /** The format of the file. */
  format: ExportFormat;
  /** The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id. */
  id?: string | number | null | undefined;
  /** The list, as the graph's root names it: `actionPlans`; either this or `viewKey` is given. */
  list?: string | null | undefined;
  /** `id` or `id-ID`, `en`, `en-GB` or `en-US`: the language of headings, separators and decimal signs; `en` if absent. */
  locale?: string | null | undefined;
  /** Of a list: the order, as it takes it in `orderBy`. */
  orderBy?: unknown;
  /** The organisation for which; needed by members of several. */
  organisationId?: string | number | null | undefined;
  /** Of a view: the values of its parameters, by their names. */
  parameters?: unknown;
  /** The key of a saved view, whose result the file has. */
  viewKey?: string | null | undefined;
  /** Of a list: the filter, as it takes it in `where`. */
  where?: unknown;
};

/** Conditions on a Support; all that are given must hold. */
export type SupportFilter = {
  /** All of these hold. */
  and?: Array<SupportFilter> | null | undefined;
  /** The contribution that it comes from. */
  contribution?: ContributionFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The group that received it. */
  group?: EnterpriseGroupFilter | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** This does not hold. */
  not?: SupportFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<SupportFilter> | null | undefined;
  /** The day on which it was received, if known. */
  receivedOn?: DateFilter | null | undefined;
};

/** The comment that its author takes back. */
export type TakeBackCommentInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The comment. */
  id: string | number;
};

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

/** Conditions on a Target; all that are given must hold. */
export type TargetFilter = {
  /** All of these hold. */
  and?: Array<TargetFilter> | null | undefined;
  /** Its area, if it has one. */
  area?: AreaFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The period's last day. */
  endsOn?: DateFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** The indicator. */
  indicator?: IndicatorFilter | null | undefined;
  /** This does not hold. */
  not?: TargetFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<TargetFilter> | null | undefined;
  /** The period. */
  period?: PeriodFilter | null | undefined;
  /** Its region; none for an area or nationwide. */
  region?: RegionFilter | null | undefined;
  /** The period's first day. */
  startsOn?: DateFilter | null | undefined;
  /** The figure, in the indicator's unit. */
  value?: FloatFilter | null | undefined;
};

/** Conditions on a value; all that are given must hold. */
export type TextFilter = {
  /** Contains this text of at most 200 characters, whatever the case. */
  contains?: string | null | undefined;
  /** Equal to this. */
  eq?: string | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: string | null | undefined;
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

/** A text in one or both languages; at least one is needed. */
export type TranslatedTextInput = {
  /** In English. */
  english?: string | null | undefined;
  /** In Indonesian. */
  indonesian?: string | null | undefined;
};

/** The undo of an import that was sent in error. */
export type UndoImportInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The import. */
  id: string | number;
  /** The reason. */
  reason: string;
};

/** Changes of the finding about an action. An absent field does not change; null empties an optional field. */
export type UpdateActionFindingInput = {
  /** The degree to which the action was carried out. */
  completion?: Completion | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The finding about the action. */
  id: string | number;
  /** The basis of the finding, in words. */
  note?: string | null | undefined;
};

/** Changes to an action. Absent fields stay as they are; null clears a field that may be empty. */
export type UpdateActionInput = {
  /** The details: method, beneficiaries, places. */
  description?: string | null | undefined;
  /** The due date. */
  endsOn?: string | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The action. */
  id: string | number;
  /** The organisation that leads it; the plan's lead when absent. */
  leadId?: string | number | null | undefined;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** Its stage in the chain. */
  stage?: ActionStage | null | undefined;
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

/** Changes to a plan. Absent fields stay as they are; null clears a field that may be empty. */
export type UpdateActionPlanInput = {
  /** The last day; none for an open end. */
  endsOn?: string | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The plan. */
  id: string | number;
  /** The organisation that leads it. */
  leadId?: string | number | null | undefined;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** The first day. */
  startsOn?: string | null | undefined;
  /** Its aims, in short. */
  summary?: string | null | undefined;
  /** Its title. In the language of the request's `Accept-Language`, in Indonesian without one; `titleText` names the languages. One of the two is needed for a new one; the text in the other language stays as it is. */
  title?: string | null | undefined;
  /** Its title. An absent language stays as it is; null empties it. */
  titleText?: TranslatedTextInput | null | undefined;
  /** Its audience; PARTICIPANTS for a new plan when absent. */
  visibility?: Visibility | null | undefined;
};

/** Changes of a deliberation. An absent field does not change; null empties an optional field. In session, only summary, place, last day, agenda, visibility and sources may change. */
export type UpdateDeliberationInput = {
  /** Its agenda, in order. */
  agenda?: Array<AgendaItemInput> | null | undefined;
  /** The area that it is about. */
  areaId?: string | number | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** Its first day. */
  heldFrom?: string | null | undefined;
  /** Its last day. Default in a new deliberation: its first day. */
  heldTo?: string | null | undefined;
  /** The deliberation. */
  id: string | number;
  /** The kind of meeting. */
  kind?: DeliberationKind | null | undefined;
  /** The place where it is held. */
  place?: string | null | undefined;
  /** The programme that it belongs to. */
  programmeId?: string | number | null | undefined;
  /** Its quorum. Default in a new deliberation: each invited sector, and half of the invited organisations. */
  quorumRule?: QuorumRuleInput | null | undefined;
  /** The code of the region where it is held. */
  regionCode?: string | null | undefined;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** Its purpose, in short. */
  summary?: string | null | undefined;
  /** Its title. In the language of the request's `Accept-Language`, in Indonesian without one; `titleText` names the languages. One of the two is needed for a new one; the text in the other language stays as it is. */
  title?: string | null | undefined;
  /** Its title. An absent language stays as it is; null empties it. */
  titleText?: TranslatedTextInput | null | undefined;
  /** The viewers who may see it. Default in a new deliberation: PARTICIPANTS. With ORGANISATION, the invited organisations cannot see it. */
  visibility?: Visibility | null | undefined;
};

/** Changes of a finding. An absent field does not change; null empties an optional field. */
export type UpdateFindingInput = {
  /** The actions that it concerns. */
  actionIds?: Array<string | number> | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The finding. */
  id: string | number;
  /** The measurements that it is based on. */
  measurementIds?: Array<string | number> | null | undefined;
  /** The recommendation. */
  recommendation?: string | null | undefined;
  /** The finding, as text. */
  text?: string | null | undefined;
};

/** Changes to a milestone. Absent fields stay as they are. */
export type UpdateMilestoneInput = {
  /** The due date. */
  dueOn?: string | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The milestone. */
  id: string | number;
  /** The result to reach. */
  title?: string | null | undefined;
};

/** Changes to an organisation. Absent fields stay as they are; null clears a field that may be empty. */
export type UpdateOrganisationInput = {
  /** Its contact details. Public. */
  contact?: string | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The organisation. */
  id: string | number;
  /** Its official name. */
  name?: string | null | undefined;
  /** A remark on the record. */
  note?: string | null | undefined;
  /** The organisation that it is part of. */
  parentId?: string | number | null | undefined;
  /** The code of its home region. */
  regionCode?: string | null | undefined;
  /** Its sector. */
  sector?: Sector | null | undefined;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** True for a state-owned enterprise; only in the private sector. */
  stateOwned?: boolean | null | undefined;
};

/** Changes to a programme. Absent fields stay as they are; null clears a field that may be empty. */
export type UpdateProgrammeInput = {
  /** Its chain from upstream to downstream, in its own words. */
  chain?: string | null | undefined;
  /** The last day; none for an open end. */
  endsOn?: string | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The programme. */
  id: string | number;
  /** The legal basis, as text. */
  legalBasis?: string | null | undefined;
  /** Its name, in full. */
  name?: TranslatedTextInput | null | undefined;
  /** Its aims. */
  policy?: string | null | undefined;
  /** The organisations that get a copy of the reports. */
  reportCopyToIds?: Array<string | number> | null | undefined;
  /** The months from one report to the next; none without a duty to report. */
  reportEveryMonths?: number | null | undefined;
  /** The organisations that it reports to. */
  reportToIds?: Array<string | number> | null | undefined;
  /** Its scope: where it works and what it is to reach, in its own words. */
  scope?: string | null | undefined;
  /** The sectors of the stakeholders that it brings together. */
  sectors?: Array<Sector> | null | undefined;
  /** The sources of the record's facts. */
  sources?: Array<SourceInput> | null | undefined;
  /** The first day. */
  startsOn?: string | null | undefined;
  /** The strategies that it follows. */
  strategies?: Array<PovertyStrategy> | null | undefined;
};

/** The fields of a view to change; absent fields stay. */
export type UpdateViewInput = {
  /** The chart that portals draw of it. */
  chart?: ViewChartInput | null | undefined;
  /** Of a TABLE: its columns, as `title` or `plan.programme.title`. */
  columns?: Array<string> | null | undefined;
  /** The list that it is of. */
  dataset?: ViewDataset | null | undefined;
  /** What it answers, and how to read it. */
  descriptionText?: ViewTextInput | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** Of GROUPS: at most 5 dimensions, as `LEAD_SECTOR`. */
  groupBy?: Array<string> | null | undefined;
  /** The view. */
  id: string | number;
  /** The form of its result. */
  kind?: ViewKind | null | undefined;
  /** Of a MATRIX: the dimensions of its columns; with those of the rows at most 5. */
  matrixColumns?: Array<string> | null | undefined;
  /** Of a MATRIX: the dimensions of its rows. */
  matrixRows?: Array<string> | null | undefined;
  /** Of GROUPS and a MATRIX: measures, as `count`, `sum.weight` or `money.given.total`. */
  measures?: Array<string> | null | undefined;
  /** The orders of its rows or groups, the weightiest first. */
  orderBy?: Array<ViewSortInput> | null | undefined;
  /** The rows or groups of a page, where none are asked for; 50 if absent. */
  pageSize?: number | null | undefined;
  /** Its parameters; none if absent. Each is used in `where`. */
  parameters?: Array<ViewParameterInput> | null | undefined;
  /** The title. */
  titleText?: TranslatedTextInput | null | undefined;
  /** The filter, as the list takes it in `where`; all rows if absent. `{"$parameter": "region"}` stands in the place of a value, `{"$date": "THIS_QUARTER"}` in that of a date or of its whole comparison. */
  where?: unknown;
};

/** Changes to a webhook. Absent fields stay as they are; null for `where` delivers all changes. */
export type UpdateWebhookInput = {
  /** The address that gets each change by POST: https, on the public internet unless the operator lists its host. */
  address?: string | null | undefined;
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The webhook. */
  id: string | number;
  /** Its purpose. */
  name?: string | null | undefined;
  /** The filter, as the subscription `changes` takes it in `where` (`ChangeFilter`); null for all changes. */
  where?: unknown;
};

/** Conditions on a User; all that are given must hold. */
export type UserFilter = {
  /** All of these hold. */
  and?: Array<UserFilter> | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The e-mail address, in lower case. A token with this address belongs to this person. */
  email?: TextFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** The name. */
  name?: TextFilter | null | undefined;
  /** This does not hold. */
  not?: UserFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<UserFilter> | null | undefined;
};

/** A second reader's verdict on an assessment. */
export type Verdict =
  /** It can be accepted. */
  | 'ACCEPT'
  /** It should go back to the university; the summary or the comments give the reason. */
  | 'RETURN';

/** The audience of a view; it looks absent to everybody else. Sharing a view shares the question, never what its author sees: everybody gets the result of their own rights. */
export type ViewAudience =
  /** Members of its organisation. */
  | 'ORGANISATION'
  /** They, and everybody who is involved in its plan. */
  | 'PARTICIPANTS'
  /** Its author: the person, or the API key. */
  | 'PRIVATE'
  /** Everybody, visitors too. */
  | 'PUBLIC';

/** Conditions on a value; all that are given must hold. */
export type ViewAudienceFilter = {
  /** Equal to this. */
  eq?: ViewAudience | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ViewAudience> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ViewAudience | null | undefined;
};

/** What the cells of a column hold. */
export type ViewCellKind =
  /** True or false, in `boolean`. */
  | 'BOOLEAN'
  /** A calendar date, in `date`. */
  | 'DATE'
  /** A member of an enumeration: its `code`, and its name in both languages in `label`. */
  | 'ENUM'
  /** An instant, in `instant`. */
  | 'INSTANT'
  /** Whole rupiah, in `money`. */
  | 'MONEY'
  /** A number, in `number`. */
  | 'NUMBER'
  /** A year, half-year, quarter, month or week (`2023-W27`), in `text`. */
  | 'PERIOD'
  /** Another record, in `reference`; its name is in `text`. */
  | 'REFERENCE'
  /** A text, in `text`; a list of texts is joined by commas. */
  | 'TEXT';

/** The chart of a view. */
export type ViewChartInput = {
  /** Its kind. */
  kind: ViewChartKind;
  /** A column or dimension of the view that divides it into series. */
  series?: string | null | undefined;
  /** A column or dimension of the view along which it is drawn. */
  x?: string | null | undefined;
  /** The view's measures, or columns of numbers, that it shows. */
  y: Array<string>;
};

/** The kind of a chart. */
export type ViewChartKind =
  /** A filled line. Diagram area. */
  | 'AREA'
  /** Bars. Diagram batang. */
  | 'BAR'
  /** A line. Diagram garis. */
  | 'LINE'
  /** A map of regions. Peta. */
  | 'MAP'
  /** One figure. Angka. */
  | 'NUMBER'
  /** Parts of a whole. Diagram lingkaran. */
  | 'PIE';

/** The list that a view is of. */
export type ViewDataset =
  /** `actions`. Kegiatan. */
  | 'ACTIONS'
  /** `actionPlans`. Rencana aksi. */
  | 'ACTION_PLANS'
  /** `areas`. Kawasan. */
  | 'AREAS'
  /** `assessments`. Asesmen. */
  | 'ASSESSMENTS'
  /** `comments`. Tanggapan. */
  | 'COMMENTS'
  /** `contributions`. Kontribusi. */
  | 'CONTRIBUTIONS'
  /** `deliberations`. Rembuk. */
  | 'DELIBERATIONS'
  /** `enterpriseGroups`. TKM. */
  | 'ENTERPRISE_GROUPS'
  /** `fundings`. Penerusan dana. */
  | 'FUNDINGS'
  /** `imports`. Impor tabel. */
  | 'IMPORTS'
  /** `indicators`. Indikator. */
  | 'INDICATORS'
  /** `instruments`. Instrumen asesmen. */
  | 'INSTRUMENTS'
  /** `measurements`. Capaian. */
  | 'MEASUREMENTS'
  /** `organisations`. Lembaga. */
  | 'ORGANISATIONS'
  /** `outcomes`. Hasil rembuk. */
  | 'OUTCOMES'
  /** `payments`. Realisasi. */
  | 'PAYMENTS'
  /** `programmes`. Program. */
  | 'PROGRAMMES'
  /** `progressUpdates`. Laporan kemajuan. */
  | 'PROGRESS_UPDATES'
  /** `regions`. Wilayah. */
  | 'REGIONS';

/** Conditions on a value; all that are given must hold. */
export type ViewDatasetFilter = {
  /** Equal to this. */
  eq?: ViewDataset | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ViewDataset> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ViewDataset | null | undefined;
};

/** Conditions on a View; all that are given must hold. */
export type ViewFilter = {
  /** All of these hold. */
  and?: Array<ViewFilter> | null | undefined;
  /** Who sees it. */
  audience?: ViewAudienceFilter | null | undefined;
  /** At least one of: The comments on it, replies included, the earliest first. */
  comment?: CommentFilter | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The list that it is of. */
  dataset?: ViewDatasetFilter | null | undefined;
  /** Is the one with this key. */
  eq?: string | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these keys. */
  in?: Array<string> | null | undefined;
  /** Its stable key, readable in an address. */
  key?: TextFilter | null | undefined;
  /** The form of its result. */
  kind?: ViewKindFilter | null | undefined;
  /** This does not hold. */
  not?: ViewFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<ViewFilter> | null | undefined;
  /** Its organisation; none for a view of the platform, which every hub ships with. */
  organisation?: OrganisationFilter | null | undefined;
  /** The plan whose participants see it; null for other audiences, and when hidden. */
  plan?: ActionPlanFilter | null | undefined;
  /** The viewer's own star; null where they gave it none. */
  star?: ViewStarFilter | null | undefined;
  /** The title in the request's language. */
  title?: TextFilter | null | undefined;
  /** The person who saved it; hidden from most viewers, and null for an API key. */
  user?: UserFilter | null | undefined;
};

/** The form of a view's result. */
export type ViewKind =
  /** Groups of rows, with measures. Kelompok. */
  | 'GROUPS'
  /** Groups in rows and columns, as who does what where: measures of each pair, and totals. Matriks. */
  | 'MATRIX'
  /** Rows of the dataset, with columns. Tabel. */
  | 'TABLE';

/** Conditions on a value; all that are given must hold. */
export type ViewKindFilter = {
  /** Equal to this. */
  eq?: ViewKind | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<ViewKind> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: ViewKind | null | undefined;
};

/** A parameter of a view. */
export type ViewParameterInput = {
  /** The value where a request gives none; of a DATE also a relative one, as `TODAY`. */
  default?: unknown;
  /** Of an ENUM: the enumeration of its values, as `ActionStatus`. */
  enumeration?: string | null | undefined;
  /** Its name, as `region`; not `locale`, which addresses of files have. */
  name: string;
  /** True where a result needs a value; false if absent. Without a value of an optional one, its conditions are dropped. */
  required?: boolean | null | undefined;
  /** Its title. */
  titleText: TranslatedTextInput;
  /** The type of its values. */
  type: ViewParameterType;
};

/** The type of a parameter. */
export type ViewParameterType =
  /** The key of an area. */
  | 'AREA'
  /** True or false. */
  | 'BOOLEAN'
  /** A date, as `2024-07-03`, or a relative one, as `TODAY`. */
  | 'DATE'
  /** A member of the enumeration that `enumeration` names. */
  | 'ENUM'
  /** The id (UUID) of any other record. */
  | 'ID'
  /** The key of an indicator. */
  | 'INDICATOR'
  /** Whole rupiah, as `1500000`. */
  | 'MONEY'
  /** A number. */
  | 'NUMBER'
  /** The key of an organisation. */
  | 'ORGANISATION'
  /** A period, as `2024-Q3`. */
  | 'PERIOD'
  /** The key of an action plan. */
  | 'PLAN'
  /** The key of a programme. */
  | 'PROGRAMME'
  /** A region's code, as `36.02`. */
  | 'REGION'
  /** A text. */
  | 'TEXT'
  /** A year, as `2024`. In the place of a date it is its first or its last day. */
  | 'YEAR';

/** One order of a view's rows or groups. */
export type ViewSortInput = {
  /** In which direction; ASC if absent. */
  direction?: OrderDirection | null | undefined;
  /** A member of the list's order enumeration, as `STARTS_ON`; of groups, of theirs. */
  field: string;
};

/** Conditions on a ViewStar; all that are given must hold. */
export type ViewStarFilter = {
  /** All of these hold. */
  and?: Array<ViewStarFilter> | null | undefined;
  /** The instant at which the hub first recorded it. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Is the one with this id. */
  eq?: string | number | null | undefined;
  /** The id: a UUID, chosen by the client, or version 7 if the hub makes it. */
  id?: IdFilter | null | undefined;
  /** Is one of those with these ids. */
  in?: Array<string | number> | null | undefined;
  /** This does not hold. */
  not?: ViewStarFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  or?: Array<ViewStarFilter> | null | undefined;
  /** The view; null once it is hidden from the viewer. */
  view?: ViewFilter | null | undefined;
};

/** A longer text in one or both languages. */
export type ViewTextInput = {
  /** In English. */
  english?: string | null | undefined;
  /** In Indonesian. */
  indonesian?: string | null | undefined;
};

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

/** Conditions on a value; all that are given must hold. */
export type VisibilityFilter = {
  /** Equal to this. */
  eq?: Visibility | null | undefined;
  /** Equal to one of these; an empty list finds nothing. */
  in?: Array<Visibility> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Different from this; absent values are different too. */
  not?: Visibility | null | undefined;
};

/** The state of a webhook's delivery. */
export type WebhookDeliveryStatus =
  /** The receiver answered with a code from 200 to 299. */
  | 'DELIVERED'
  /** It failed, and is not tried again unless it is asked for by `redeliver`. */
  | 'FAILED'
  /** It failed, and is tried again; those after it wait. */
  | 'PENDING';

/** The reason for which a webhook is paused. */
export type WebhookPauseReason =
  /** The ledger no longer holds the changes after its position. */
  | 'CURSOR_EXPIRED'
  /** Its receiver failed for too long; the newest delivery says how. */
  | 'FAILING'
  /** Its receiver answered 410 Gone: it wants no more. */
  | 'GONE'
  /** It was paused by `pauseWebhook`. */
  | 'REQUESTED';

/** The state of a webhook. */
export type WebhookStatus =
  /** The hub delivers changes to it. */
  | 'ACTIVE'
  /** The hub delivers nothing until it is resumed; no change is lost meanwhile. */
  | 'PAUSED';

export type ConsoleViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleViewerQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', kind: ViewerKind, email: string | null, operator: boolean, user: { __typename: 'User', id: string, name: string | null } | null, memberships: Array<{ __typename: 'ViewerMembership', roles: Array<Role>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> } };

export type AssessmentPageQueryVariables = Exact<{
  id: string | number;
}>;


export type AssessmentPageQuery = { __typename: 'Query', assessment: { __typename: 'Assessment', interests: string | null, id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, completeness: number, answeredAt: string | null, instrument: { __typename: 'Instrument', id: string, key: string, edition: number, title: string, about: string | null, dimensionDetails: Array<{ __typename: 'Dimension', key: string, title: { __typename: 'TranslatedText', indonesian: string, english: string } }>, sections: Array<{ __typename: 'InstrumentSection', key: string, title: { __typename: 'TranslatedText', indonesian: string, english: string }, questions: Array<{ __typename: 'Question', key: string, kind: QuestionKind, required: boolean, minimum: number | null, maximum: number | null, text: { __typename: 'TranslatedText', indonesian: string, english: string }, help: { __typename: 'TranslatedText', indonesian: string, english: string } | null, options: Array<{ __typename: 'QuestionOption', key: string, text: { __typename: 'TranslatedText', indonesian: string, english: string } }>, condition: { __typename: 'QuestionCondition', question: string, anyOf: Array<string>, minimum: number | null, maximum: number | null } | null }> }> }, evidence: Array<{ __typename: 'Evidence', id: string, version: number, question: string | null, title: string, address: string | null, createdAt: string, file: { __typename: 'EvidenceFile', name: string, size: number, mediaType: string, address: string } | null }>, findings: Array<{ __typename: 'Finding', id: string, version: number, text: string, recommendation: string | null, actions: Array<{ __typename: 'Action', id: string, title: string, plan: { __typename: 'ActionPlan', id: string } }> }>, actionFindings: Array<{ __typename: 'ActionFinding', id: string, version: number, completion: Completion, note: string | null, action: { __typename: 'Action', id: string, title: string, progress: number }, plan: { __typename: 'ActionPlan', id: string, title: string }, replies: Array<{ __typename: 'FindingReply', id: string, text: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string } }> }>, reviews: Array<{ __typename: 'Review', id: string, submission: number, verdict: Verdict, summary: string | null, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string }, comments: Array<{ __typename: 'ReviewComment', question: string, text: string }> }>, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }>, answers: Array<{ __typename: 'Answer', id: string, version: number, question: string, scale: number | null, value: number | null, percent: number | null, money: string | null, choice: string | null, choices: Array<string> | null, boolean: boolean | null, text: string | null, note: string | null, score: number | null }> } | null };

export type AssessmentHeadFragment = { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null };

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
      | { __typename: 'Assessment', interests: string | null, id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, completeness: number, answeredAt: string | null, evidence: Array<{ __typename: 'Evidence', id: string, version: number, question: string | null, title: string, address: string | null, createdAt: string, file: { __typename: 'EvidenceFile', name: string, size: number, mediaType: string, address: string } | null }>, findings: Array<{ __typename: 'Finding', id: string, version: number, text: string, recommendation: string | null, actions: Array<{ __typename: 'Action', id: string, title: string, plan: { __typename: 'ActionPlan', id: string } }> }>, actionFindings: Array<{ __typename: 'ActionFinding', id: string, version: number, completion: Completion, note: string | null, action: { __typename: 'Action', id: string, title: string, progress: number }, plan: { __typename: 'ActionPlan', id: string, title: string }, replies: Array<{ __typename: 'FindingReply', id: string, text: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string } }> }>, reviews: Array<{ __typename: 'Review', id: string, submission: number, verdict: Verdict, summary: string | null, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string }, comments: Array<{ __typename: 'ReviewComment', question: string, text: string }> }>, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null, missing: Array<{ __typename: 'MissingAnswer', question: string, reason: MissingReason }>, scores: Array<{ __typename: 'DimensionScore', dimension: string, value: number | null }>, answers: Array<{ __typename: 'Answer', id: string, version: number, question: string, scale: number | null, value: number | null, percent: number | null, money: string | null, choice: string | null, choices: Array<string> | null, boolean: boolean | null, text: string | null, note: string | null, score: number | null }> }
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
      | { __typename: 'Webhook' }
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


export type AssessmentSubmitMutation = { __typename: 'Mutation', submitAssessment: { __typename: 'SubmitAssessmentPayload', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentBeginReviewMutationVariables = Exact<{
  input: BeginReviewInput;
}>;


export type AssessmentBeginReviewMutation = { __typename: 'Mutation', beginReview: { __typename: 'BeginReviewPayload', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentGiveVerdictMutationVariables = Exact<{
  input: ReviewAssessmentInput;
}>;


export type AssessmentGiveVerdictMutation = { __typename: 'Mutation', reviewAssessment: { __typename: 'ReviewAssessmentPayload', review: { __typename: 'Review', id: string, submission: number, verdict: Verdict, summary: string | null, createdAt: string, assessment: { __typename: 'Assessment', id: string, reviews: Array<{ __typename: 'Review', id: string, submission: number, verdict: Verdict, summary: string | null, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string }, comments: Array<{ __typename: 'ReviewComment', question: string, text: string }> }> }, organisation: { __typename: 'Organisation', id: string, name: string }, comments: Array<{ __typename: 'ReviewComment', question: string, text: string }> } | null } };

export type AssessmentReturnMutationVariables = Exact<{
  input: AssessmentReasonInput;
}>;


export type AssessmentReturnMutation = { __typename: 'Mutation', returnAssessment: { __typename: 'ReturnAssessmentPayload', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentAcceptMutationVariables = Exact<{
  input: AssessmentStepInput;
}>;


export type AssessmentAcceptMutation = { __typename: 'Mutation', acceptAssessment: { __typename: 'AcceptAssessmentPayload', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentPublishMutationVariables = Exact<{
  input: AssessmentStepInput;
}>;


export type AssessmentPublishMutation = { __typename: 'Mutation', publishAssessment: { __typename: 'PublishAssessmentPayload', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

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

export type AssessmentChangeFindingMutationVariables = Exact<{
  input: UpdateFindingInput;
}>;


export type AssessmentChangeFindingMutation = { __typename: 'Mutation', updateFinding: { __typename: 'UpdateFindingPayload', position: number, finding: { __typename: 'Finding', id: string, version: number, text: string, recommendation: string | null, actions: Array<{ __typename: 'Action', id: string, title: string, plan: { __typename: 'ActionPlan', id: string } }> } | null } };

export type AssessmentRemoveFindingMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type AssessmentRemoveFindingMutation = { __typename: 'Mutation', removeFinding: { __typename: 'RemoveFindingPayload', position: number, removedId: string } };

export type AssessmentActionsQueryVariables = Exact<{
  id: string | number;
}>;


export type AssessmentActionsQuery = { __typename: 'Query', assessment: { __typename: 'Assessment', id: string, plan: { __typename: 'ActionPlan', id: string, actions: { __typename: 'ActionConnection', nodes: Array<{ __typename: 'Action', id: string, title: string }> } } | null } | null };

export type AssessmentWithdrawMutationVariables = Exact<{
  input: AssessmentReasonInput;
}>;


export type AssessmentWithdrawMutation = { __typename: 'Mutation', withdrawAssessment: { __typename: 'WithdrawAssessmentPayload', assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentCorrectMutationVariables = Exact<{
  input: CorrectAssessmentInput;
}>;


export type AssessmentCorrectMutation = { __typename: 'Mutation', correctAssessment: { __typename: 'CorrectAssessmentPayload', position: number, assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentsListQueryVariables = Exact<{
  where?: AssessmentFilter | null | undefined;
  orderBy?: Array<AssessmentOrder> | AssessmentOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type AssessmentsListQuery = { __typename: 'Query', assessments: { __typename: 'AssessmentConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, completeness: number, publishedAt: string | null, isCorrected: boolean, recorded: boolean, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, university: { __typename: 'Organisation', id: string, name: string }, instrument: { __typename: 'Instrument', id: string, title: string, edition: number } }> } };

export type AssessmentBeginUniversitiesQueryVariables = Exact<{
  name?: TextFilter | null | undefined;
}>;


export type AssessmentBeginUniversitiesQuery = { __typename: 'Query', organisations: { __typename: 'OrganisationConnection', nodes: Array<{ __typename: 'Organisation', id: string, name: string, region: { __typename: 'Region', id: string, name: string } | null }> } };

export type AssessmentBeginPlansQueryVariables = Exact<{
  where?: ActionPlanFilter | null | undefined;
}>;


export type AssessmentBeginPlansQuery = { __typename: 'Query', actionPlans: { __typename: 'ActionPlanConnection', nodes: Array<{ __typename: 'ActionPlan', id: string, title: string, area: { __typename: 'Area', id: string, name: string } | null, programme: { __typename: 'Programme', id: string, title: string } }> } };

export type AssessmentBeginAreasQueryVariables = Exact<{
  name?: TextFilter | null | undefined;
}>;


export type AssessmentBeginAreasQuery = { __typename: 'Query', areas: { __typename: 'AreaConnection', nodes: Array<{ __typename: 'Area', id: string, name: string, theme: string | null }> } };

export type AssessmentBeginInstrumentsQueryVariables = Exact<{ [key: string]: never; }>;


export type AssessmentBeginInstrumentsQuery = { __typename: 'Query', instruments: { __typename: 'InstrumentConnection', nodes: Array<{ __typename: 'Instrument', id: string, title: string, edition: number }> } };

export type AssessmentBeginProgrammesQueryVariables = Exact<{
  where?: ProgrammeFilter | null | undefined;
}>;


export type AssessmentBeginProgrammesQuery = { __typename: 'Query', programmes: { __typename: 'ProgrammeConnection', nodes: Array<{ __typename: 'Programme', id: string, title: string }> } };

export type AssessmentAssignMutationVariables = Exact<{
  input: BeginAssessmentInput;
}>;


export type AssessmentAssignMutation = { __typename: 'Mutation', assignAssessment: { __typename: 'AssignAssessmentPayload', position: number, assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentOfferMutationVariables = Exact<{
  input: BeginAssessmentInput;
}>;


export type AssessmentOfferMutation = { __typename: 'Mutation', offerAssessment: { __typename: 'OfferAssessmentPayload', position: number, assessment: { __typename: 'Assessment', id: string, version: number, status: AssessmentStatus, round: AssessmentRound, dueOn: string | null, recorded: boolean, assigned: boolean, isCorrected: boolean, reason: string | null, submissions: number, submittedAt: string | null, publishedAt: string | null, corrects: { __typename: 'Assessment', id: string } | null, area: { __typename: 'Area', id: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, programme: { __typename: 'Programme', id: string, title: string, owner: { __typename: 'Organisation', id: string, name: string } }, university: { __typename: 'Organisation', id: string, key: string, name: string }, reviewer: { __typename: 'Organisation', id: string, name: string } | null } | null } };

export type AssessmentActionFindingFragment = { __typename: 'ActionFinding', id: string, version: number, completion: Completion, note: string | null, action: { __typename: 'Action', id: string, title: string, progress: number }, plan: { __typename: 'ActionPlan', id: string, title: string }, replies: Array<{ __typename: 'FindingReply', id: string, text: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string } }> };

export type AssessmentActionsFoundQueryVariables = Exact<{
  where?: ActionFilter | null | undefined;
}>;


export type AssessmentActionsFoundQuery = { __typename: 'Query', actions: { __typename: 'ActionConnection', nodes: Array<{ __typename: 'Action', id: string, title: string, plan: { __typename: 'ActionPlan', id: string, title: string } }> } };

export type AssessmentAssessActionMutationVariables = Exact<{
  input: AssessActionInput;
}>;


export type AssessmentAssessActionMutation = { __typename: 'Mutation', assessAction: { __typename: 'AssessActionPayload', position: number, actionFinding: { __typename: 'ActionFinding', id: string, assessment: { __typename: 'Assessment', id: string, actionFindings: Array<{ __typename: 'ActionFinding', id: string, version: number, completion: Completion, note: string | null, action: { __typename: 'Action', id: string, title: string, progress: number }, plan: { __typename: 'ActionPlan', id: string, title: string }, replies: Array<{ __typename: 'FindingReply', id: string, text: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string } }> }> } } | null } };

export type AssessmentChangeActionFindingMutationVariables = Exact<{
  input: UpdateActionFindingInput;
}>;


export type AssessmentChangeActionFindingMutation = { __typename: 'Mutation', updateActionFinding: { __typename: 'UpdateActionFindingPayload', position: number, actionFinding: { __typename: 'ActionFinding', id: string, version: number, completion: Completion, note: string | null, action: { __typename: 'Action', id: string, title: string, progress: number }, plan: { __typename: 'ActionPlan', id: string, title: string }, replies: Array<{ __typename: 'FindingReply', id: string, text: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string } }> } | null } };

export type AssessmentRemoveActionFindingMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type AssessmentRemoveActionFindingMutation = { __typename: 'Mutation', removeActionFinding: { __typename: 'RemoveActionFindingPayload', position: number, removedId: string } };

export type GroupsPageQueryVariables = Exact<{
  where?: EnterpriseGroupFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type GroupsPageQuery = { __typename: 'Query', enterpriseGroups: { __typename: 'EnterpriseGroupConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'EnterpriseGroup', id: string, name: string, journey: EnterpriseJourney, members: number | null, membersSuppressed: boolean, area: { __typename: 'Area', id: string, name: string }, village: { __typename: 'Region', id: string, name: string } | null, products: Array<{ __typename: 'EnterpriseProduct', name: string }> }> } };

export type GroupPageQueryVariables = Exact<{
  id: string | number;
}>;


export type GroupPageQuery = { __typename: 'Query', enterpriseGroup: { __typename: 'EnterpriseGroup', name: string, note: string | null, formedOn: string | null, members: number | null, membersSuppressed: boolean, visibility: Visibility, id: string, version: number, journey: EnterpriseJourney, journeyReason: string | null, membersBySex: Array<{ __typename: 'DisaggregatedCount', value: string, words: string | null, count: number | null, suppressed: boolean }>, area: { __typename: 'Area', id: string, key: string, name: string }, village: { __typename: 'Region', id: string, name: string } | null, organisation: { __typename: 'Organisation', id: string, key: string, name: string } | null, products: Array<{ __typename: 'EnterpriseProduct', name: string }>, sources: Array<{ __typename: 'Source', publisher: string, date: string | null, note: string | null, address: string | null }>, supports: { __typename: 'SupportConnection', totalCount: number, nodes: Array<{ __typename: 'Support', id: string, receivedOn: string | null, note: string | null, contribution: { __typename: 'Contribution', id: string, kind: ContributionKind, amount: string | null, quantity: number | null, unit: string | null, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string, plan: { __typename: 'ActionPlan', id: string } } } }> }, measurements: { __typename: 'GroupMeasurementConnection', nodes: Array<{ __typename: 'GroupMeasurement', id: string, period: string, revenue: string | null, jobs: number | null, jobsSuppressed: boolean, note: string | null }> }, history: { __typename: 'ChangeConnection', nodes: Array<{ __typename: 'Change', position: number, at: string, operation: string, kind: ChangeKind, organisation: { __typename: 'Organisation', id: string, name: string } | null, fields: Array<{ __typename: 'FieldChange', name: string, before: unknown, after: unknown }> }> } } | null };

export type GroupChangesSubscriptionVariables = Exact<{
  id: string | number;
  area: string;
  after?: number | null | undefined;
}>;


export type GroupChangesSubscription = { changes: { __typename: 'Change', position: number, entityId: string } };

export type GroupStandingFragment = { __typename: 'EnterpriseGroup', id: string, version: number, journey: EnterpriseJourney, journeyReason: string | null };

export type GroupAdvanceMutationVariables = Exact<{
  input: AdvanceEnterpriseGroupInput;
}>;


export type GroupAdvanceMutation = { __typename: 'Mutation', advanceEnterpriseGroup: { __typename: 'AdvanceEnterpriseGroupPayload', position: number, enterpriseGroup: { __typename: 'EnterpriseGroup', id: string, version: number, journey: EnterpriseJourney, journeyReason: string | null } | null } };

export type HomeOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeOverviewQuery = { __typename: 'Query', programmes: { __typename: 'ProgrammeConnection', nodes: Array<{ __typename: 'Programme', id: string, key: string, title: string, startsOn: string, endsOn: string | null, owner: { __typename: 'Organisation', id: string, name: string } }> }, actionPlans: { __typename: 'ActionPlanConnection', totalCount: number, nodes: Array<{ __typename: 'ActionPlan', id: string, title: string, status: ActionPlanStatus, progress: number | null, overdueActions: number, lead: { __typename: 'Organisation', id: string, name: string } }> }, deliberations: { __typename: 'DeliberationConnection', totalCount: number, nodes: Array<{ __typename: 'Deliberation', id: string, key: string, title: string, status: DeliberationStatus, heldFrom: string, place: string | null }> } };

export type HomeMapViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeMapViewsQuery = { __typename: 'Query', views: { __typename: 'ViewConnection', nodes: Array<{ __typename: 'View', id: string, key: string, title: string, groupBy: Array<string>, measures: Array<string>, parameters: Array<{ __typename: 'ViewParameter', name: string, required: boolean }> }> } };

export type HomeMapResultQueryVariables = Exact<{
  key: string;
}>;


export type HomeMapResultQuery = { __typename: 'Query', view: { __typename: 'View', id: string, key: string, title: string, groupBy: Array<string>, measures: Array<string>, result: { __typename: 'ViewResult', position: number, totalCount: number, columns: Array<{ __typename: 'ViewColumn', key: string, kind: ViewCellKind, isMeasure: boolean, heading: { __typename: 'TranslatedText', indonesian: string, english: string } }>, rows: Array<{ __typename: 'ViewRow', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
            | { __typename: 'Region', code: string, id: string }
            | { __typename: 'RegionCatalogue', id: string }
            | { __typename: 'Review', id: string }
            | { __typename: 'Support', id: string }
            | { __typename: 'Target', id: string }
            | { __typename: 'User', id: string }
            | { __typename: 'View', id: string }
            | { __typename: 'ViewStar', id: string }
            | { __typename: 'Webhook', id: string }
           | null }>, record:
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
         | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
          | { __typename: 'Region', code: string, id: string }
          | { __typename: 'RegionCatalogue', id: string }
          | { __typename: 'Review', id: string }
          | { __typename: 'Support', id: string }
          | { __typename: 'Target', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'View', id: string }
          | { __typename: 'ViewStar', id: string }
          | { __typename: 'Webhook', id: string }
         | null }> | null, matrix: { __typename: 'ViewMatrix', rowCount: number, columnCount: number, isCut: boolean, rows: Array<{ __typename: 'ViewMatrixLine', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }> }>, columns: Array<{ __typename: 'ViewMatrixLine', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }> }>, cells: Array<{ __typename: 'ViewMatrixCell', row: number, column: number, cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }> }> } | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };

export type HomeMapQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeMapQuery = { __typename: 'Query', regions: { __typename: 'RegionConnection', nodes: Array<{ __typename: 'Region', id: string, code: string, name: string }> }, actionPlans: { __typename: 'ActionPlanConnection', groups: { __typename: 'ActionPlanGroups', nodes: Array<{ __typename: 'ActionPlanGroup', key: { __typename: 'ActionPlanGroupKey', province: { __typename: 'Region', id: string, code: string } | null }, measures: { __typename: 'ActionPlanMeasures', count: number, given: string } }> } } };

export type HomeChangesQueryVariables = Exact<{
  where: ChangeFilter;
}>;


export type HomeChangesQuery = { __typename: 'Query', changes: { __typename: 'ChangeConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'Change', position: number, at: string, kind: ChangeKind, entity: string, entityId: string, subject:
        | { __typename: 'Acknowledgement', id: string }
        | { __typename: 'Action', id: string }
        | { __typename: 'ActionFinding', id: string }
        | { __typename: 'ActionPlan', id: string }
        | { __typename: 'Adoption', id: string }
        | { __typename: 'Answer', id: string }
        | { __typename: 'ApiKey', id: string }
        | { __typename: 'Area', name: string, id: string }
        | { __typename: 'Assessment', id: string }
        | { __typename: 'Comment', id: string }
        | { __typename: 'Contribution', id: string }
        | { __typename: 'Deliberation', id: string }
        | { __typename: 'EnterpriseGroup', name: string, id: string }
        | { __typename: 'Evidence', id: string }
        | { __typename: 'Export', id: string }
        | { __typename: 'Finding', id: string }
        | { __typename: 'FindingReply', id: string }
        | { __typename: 'Funding', id: string }
        | { __typename: 'GroupMeasurement', id: string }
        | { __typename: 'Import', id: string }
        | { __typename: 'Indicator', title: string, id: string }
        | { __typename: 'Instrument', title: string, id: string }
        | { __typename: 'Invitation', id: string }
        | { __typename: 'Measurement', id: string }
        | { __typename: 'Membership', id: string }
        | { __typename: 'Milestone', id: string }
        | { __typename: 'Minutes', id: string }
        | { __typename: 'Organisation', name: string, id: string }
        | { __typename: 'Outcome', id: string }
        | { __typename: 'OutcomePosition', id: string }
        | { __typename: 'OutcomeVersion', id: string }
        | { __typename: 'Participant', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'Programme', title: string, id: string }
        | { __typename: 'ProgressUpdate', id: string }
        | { __typename: 'Region', id: string }
        | { __typename: 'RegionCatalogue', id: string }
        | { __typename: 'Review', id: string }
        | { __typename: 'Support', id: string }
        | { __typename: 'Target', id: string }
        | { __typename: 'User', id: string }
        | { __typename: 'View', title: string, id: string }
        | { __typename: 'ViewStar', id: string }
        | { __typename: 'Webhook', id: string }
       | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string } | null, organisation: { __typename: 'Organisation', id: string, name: string } | null }> } };

export type HomeWaitingQueryVariables = Exact<{
  coordinated: Array<string> | string;
  contributing: Array<string> | string;
  assessing: Array<string> | string;
  first: number;
}>;


export type HomeWaitingQuery = { __typename: 'Query', plans: { __typename: 'ActionPlanConnection', totalCount: number, nodes: Array<{ __typename: 'ActionPlan', id: string, title: string }> }, parts: { __typename: 'ActionPlanConnection', totalCount: number, nodes: Array<{ __typename: 'ActionPlan', id: string, title: string }> }, leads: { __typename: 'ActionConnection', totalCount: number, nodes: Array<{ __typename: 'Action', id: string, title: string, endsOn: string | null, plan: { __typename: 'ActionPlan', id: string } }> }, outcomes: { __typename: 'OutcomeConnection', totalCount: number, nodes: Array<{ __typename: 'Outcome', id: string, number: number, text: string, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string } }> }, measurements: { __typename: 'MeasurementConnection', totalCount: number, nodes: Array<{ __typename: 'Measurement', id: string, period: string, indicator: { __typename: 'Indicator', id: string, key: string, title: string } }> }, overdue: { __typename: 'ActionConnection', totalCount: number, nodes: Array<{ __typename: 'Action', id: string, title: string, endsOn: string | null, plan: { __typename: 'ActionPlan', id: string } }> }, assessments: { __typename: 'AssessmentConnection', totalCount: number, nodes: Array<{ __typename: 'Assessment', id: string, status: AssessmentStatus, dueOn: string | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, area: { __typename: 'Area', id: string, name: string } | null }> }, fundings: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, amount: string, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, name: string }, action: { __typename: 'Action', id: string, title: string, endsOn: string | null, plan: { __typename: 'ActionPlan', id: string } } } }> } };

export type HomeActionFragment = { __typename: 'Action', id: string, title: string, endsOn: string | null, plan: { __typename: 'ActionPlan', id: string } };

export type IndicatorsListQueryVariables = Exact<{
  where?: IndicatorFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type IndicatorsListQuery = { __typename: 'Query', indicators: { __typename: 'IndicatorConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Indicator', id: string, key: string, title: string, unit: IndicatorUnit, direction: IndicatorDirection, owner: { __typename: 'Organisation', id: string, name: string } | null, programme: { __typename: 'Programme', id: string, title: string } | null, latest: { __typename: 'MeasurementConnection', totalCount: number, nodes: Array<{ __typename: 'Measurement', id: string, version: number, period: string, startsOn: string, endsOn: string, value: number | null, suppressed: boolean, status: MeasurementStatus, isBaseline: boolean, reason: string | null, note: string | null, region: { __typename: 'Region', id: string, code: string, name: string, level: RegionLevel } | null, area: { __typename: 'Area', id: string, name: string } | null, organisation: { __typename: 'Organisation', id: string, name: string } | null, disaggregation: Array<{ __typename: 'DisaggregatedCount', by: Disaggregation, value: string, words: string | null, count: number | null, suppressed: boolean }>, sources: Array<{ __typename: 'Source', publisher: string, date: string | null, note: string | null, address: string | null }> }> } }> } };

export type IndicatorFigureFragment = { __typename: 'Measurement', id: string, version: number, period: string, startsOn: string, endsOn: string, value: number | null, suppressed: boolean, status: MeasurementStatus, isBaseline: boolean, reason: string | null, note: string | null, region: { __typename: 'Region', id: string, code: string, name: string, level: RegionLevel } | null, area: { __typename: 'Area', id: string, name: string } | null, organisation: { __typename: 'Organisation', id: string, name: string } | null, disaggregation: Array<{ __typename: 'DisaggregatedCount', by: Disaggregation, value: string, words: string | null, count: number | null, suppressed: boolean }>, sources: Array<{ __typename: 'Source', publisher: string, date: string | null, note: string | null, address: string | null }> };

export type IndicatorCountFragment = { __typename: 'DisaggregatedCount', by: Disaggregation, value: string, words: string | null, count: number | null, suppressed: boolean };

export type IndicatorPageQueryVariables = Exact<{
  key: string;
}>;


export type IndicatorPageQuery = { __typename: 'Query', indicator: { __typename: 'Indicator', id: string, version: number, key: string, title: string, description: string | null, unit: IndicatorUnit, direction: IndicatorDirection, aggregation: IndicatorAggregation, acceptance: Acceptance, owner: { __typename: 'Organisation', id: string, key: string, name: string } | null, programme: { __typename: 'Programme', id: string, title: string } | null, sources: Array<{ __typename: 'Source', publisher: string, date: string | null, note: string | null, address: string | null }>, targets: Array<{ __typename: 'Target', id: string, period: string, startsOn: string, value: number, region: { __typename: 'Region', id: string, name: string } | null, area: { __typename: 'Area', id: string, name: string } | null, achievement: { __typename: 'Achievement', actual: number | null, share: number | null, isReached: boolean | null } }>, drawn: { __typename: 'MeasurementConnection', totalCount: number, nodes: Array<{ __typename: 'Measurement', id: string, version: number, period: string, startsOn: string, endsOn: string, value: number | null, suppressed: boolean, status: MeasurementStatus, isBaseline: boolean, reason: string | null, note: string | null, region: { __typename: 'Region', id: string, code: string, name: string, level: RegionLevel } | null, area: { __typename: 'Area', id: string, name: string } | null, organisation: { __typename: 'Organisation', id: string, name: string } | null, disaggregation: Array<{ __typename: 'DisaggregatedCount', by: Disaggregation, value: string, words: string | null, count: number | null, suppressed: boolean }>, sources: Array<{ __typename: 'Source', publisher: string, date: string | null, note: string | null, address: string | null }> }> } } | null };

export type IndicatorFiguresQueryVariables = Exact<{
  where?: MeasurementFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type IndicatorFiguresQuery = { __typename: 'Query', measurements: { __typename: 'MeasurementConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Measurement', id: string, version: number, period: string, startsOn: string, endsOn: string, value: number | null, suppressed: boolean, status: MeasurementStatus, isBaseline: boolean, reason: string | null, note: string | null, region: { __typename: 'Region', id: string, code: string, name: string, level: RegionLevel } | null, area: { __typename: 'Area', id: string, name: string } | null, organisation: { __typename: 'Organisation', id: string, name: string } | null, disaggregation: Array<{ __typename: 'DisaggregatedCount', by: Disaggregation, value: string, words: string | null, count: number | null, suppressed: boolean }>, sources: Array<{ __typename: 'Source', publisher: string, date: string | null, note: string | null, address: string | null }> }> } };

export type IndicatorByRegionQueryVariables = Exact<{
  key: string;
  level: RegionLevel;
  period: string;
}>;


export type IndicatorByRegionQuery = { __typename: 'Query', indicator: { __typename: 'Indicator', id: string, byRegion: Array<{ __typename: 'RegionTotal', period: string, value: number | null, measured: number, isPartial: boolean, suppressed: boolean, region: { __typename: 'Region', id: string, code: string, name: string, level: RegionLevel }, disaggregation: Array<{ __typename: 'DisaggregatedCount', by: Disaggregation, value: string, words: string | null, count: number | null, suppressed: boolean }> }> } | null };

export type IndicatorAcceptFiguresMutationVariables = Exact<{
  input: AcceptMeasurementsInput;
}>;


export type IndicatorAcceptFiguresMutation = { __typename: 'Mutation', acceptMeasurements: { __typename: 'AcceptMeasurementsPayload', position: number, measurements: Array<{ __typename: 'Measurement', id: string, version: number, period: string, startsOn: string, endsOn: string, value: number | null, suppressed: boolean, status: MeasurementStatus, isBaseline: boolean, reason: string | null, note: string | null, region: { __typename: 'Region', id: string, code: string, name: string, level: RegionLevel } | null, area: { __typename: 'Area', id: string, name: string } | null, organisation: { __typename: 'Organisation', id: string, name: string } | null, disaggregation: Array<{ __typename: 'DisaggregatedCount', by: Disaggregation, value: string, words: string | null, count: number | null, suppressed: boolean }>, sources: Array<{ __typename: 'Source', publisher: string, date: string | null, note: string | null, address: string | null }> }> } };

export type IndicatorRefuseFigureMutationVariables = Exact<{
  input: RefuseMeasurementInput;
}>;


export type IndicatorRefuseFigureMutation = { __typename: 'Mutation', refuseMeasurement: { __typename: 'RefuseMeasurementPayload', position: number, measurement: { __typename: 'Measurement', id: string, version: number, period: string, startsOn: string, endsOn: string, value: number | null, suppressed: boolean, status: MeasurementStatus, isBaseline: boolean, reason: string | null, note: string | null, region: { __typename: 'Region', id: string, code: string, name: string, level: RegionLevel } | null, area: { __typename: 'Area', id: string, name: string } | null, organisation: { __typename: 'Organisation', id: string, name: string } | null, disaggregation: Array<{ __typename: 'DisaggregatedCount', by: Disaggregation, value: string, words: string | null, count: number | null, suppressed: boolean }>, sources: Array<{ __typename: 'Source', publisher: string, date: string | null, note: string | null, address: string | null }> } | null } };

export type IndicatorImportsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type IndicatorImportsQuery = { __typename: 'Query', imports: { __typename: 'ImportConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Import', id: string, version: number, kind: ImportKind, mode: ImportMode, rows: number, taken: number, unchanged: number, refused: number, leftAlone: number, rejected: string | null, createdAt: string, undoneAt: string | null, organisation: { __typename: 'Organisation', id: string, name: string } | null }> } };

export type IndicatorUndoImportMutationVariables = Exact<{
  input: UndoImportInput;
}>;


export type IndicatorUndoImportMutation = { __typename: 'Mutation', undoImport: { __typename: 'UndoImportPayload', position: number, import: { __typename: 'Import', id: string, version: number, undoneAt: string | null } | null } };

export type NodePageQueryVariables = Exact<{
  id: string | number;
}>;


export type NodePageQuery = { __typename: 'Query', node:
    | { __typename: 'Acknowledgement', id: string }
    | { __typename: 'Action', title: string, id: string, plan: { __typename: 'ActionPlan', id: string } }
    | { __typename: 'ActionFinding', id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } }
    | { __typename: 'ActionPlan', title: string, id: string }
    | { __typename: 'Adoption', id: string }
    | { __typename: 'Answer', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Area', name: string, id: string }
    | { __typename: 'Assessment', id: string }
    | { __typename: 'Comment', id: string, about: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } | null }
    | { __typename: 'Contribution', id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } }
    | { __typename: 'Deliberation', title: string, key: string, id: string }
    | { __typename: 'EnterpriseGroup', name: string, id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'Finding', id: string, assessment: { __typename: 'Assessment', id: string } }
    | { __typename: 'FindingReply', id: string }
    | { __typename: 'Funding', id: string }
    | { __typename: 'GroupMeasurement', id: string }
    | { __typename: 'Import', id: string }
    | { __typename: 'Indicator', title: string, key: string, id: string }
    | { __typename: 'Instrument', title: string, id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'Measurement', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Milestone', title: string, id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } }
    | { __typename: 'Minutes', id: string }
    | { __typename: 'Organisation', name: string, key: string, id: string }
    | { __typename: 'Outcome', id: string, deliberation: { __typename: 'Deliberation', id: string, key: string } }
    | { __typename: 'OutcomePosition', id: string }
    | { __typename: 'OutcomeVersion', id: string }
    | { __typename: 'Participant', id: string }
    | { __typename: 'Payment', id: string }
    | { __typename: 'Programme', title: string, id: string }
    | { __typename: 'ProgressUpdate', id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } }
    | { __typename: 'Region', name: string, code: string, id: string }
    | { __typename: 'RegionCatalogue', id: string }
    | { __typename: 'Review', id: string }
    | { __typename: 'Support', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'View', title: string, key: string, id: string }
    | { __typename: 'ViewStar', id: string }
    | { __typename: 'Webhook', id: string }
   | null };

export type NodeHistoryQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type NodeHistoryQuery = { __typename: 'Query', changes: { __typename: 'ChangeConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Change', position: number, at: string, kind: ChangeKind, operation: string, entity: string, entityId: string, fields: Array<{ __typename: 'FieldChange', name: string, before: unknown, after: unknown }>, organisation: { __typename: 'Organisation', id: string, name: string } | null, user: { __typename: 'User', id: string, name: string | null } | null }> } };

export type OperatorProgrammeFragment = { __typename: 'Programme', id: string, key: string, title: string, version: number, legalBasis: string | null, policy: string | null, scope: string | null, chain: string | null, sectors: Array<Sector>, strategies: Array<PovertyStrategy>, startsOn: string, endsOn: string | null, reportEveryMonths: number | null, name: { __typename: 'TranslatedText', indonesian: string, english: string }, owner: { __typename: 'Organisation', id: string, key: string, name: string } };

export type OperatorPageQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorPageQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', operator: boolean }, organisations: { __typename: 'OrganisationConnection', totalCount: number } };

export type OperatorProgrammesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OperatorProgrammesQuery = { __typename: 'Query', programmes: { __typename: 'ProgrammeConnection', totalCount: number, nodes: Array<{ __typename: 'Programme', id: string, key: string, title: string, version: number, legalBasis: string | null, policy: string | null, scope: string | null, chain: string | null, sectors: Array<Sector>, strategies: Array<PovertyStrategy>, startsOn: string, endsOn: string | null, reportEveryMonths: number | null, name: { __typename: 'TranslatedText', indonesian: string, english: string }, owner: { __typename: 'Organisation', id: string, key: string, name: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type OperatorCreateOrganisationMutationVariables = Exact<{
  input: CreateOrganisationInput;
}>;


export type OperatorCreateOrganisationMutation = { __typename: 'Mutation', createOrganisation: { __typename: 'CreateOrganisationPayload', position: number, organisation: { __typename: 'Organisation', id: string, key: string, name: string } | null } };

export type OperatorCreateProgrammeMutationVariables = Exact<{
  input: CreateProgrammeInput;
}>;


export type OperatorCreateProgrammeMutation = { __typename: 'Mutation', createProgramme: { __typename: 'CreateProgrammePayload', position: number, programme: { __typename: 'Programme', id: string, key: string, title: string } | null } };

export type OperatorUpdateProgrammeMutationVariables = Exact<{
  input: UpdateProgrammeInput;
}>;


export type OperatorUpdateProgrammeMutation = { __typename: 'Mutation', updateProgramme: { __typename: 'UpdateProgrammePayload', position: number, programme: { __typename: 'Programme', id: string, key: string, title: string, version: number, legalBasis: string | null, policy: string | null, scope: string | null, chain: string | null, sectors: Array<Sector>, strategies: Array<PovertyStrategy>, startsOn: string, endsOn: string | null, reportEveryMonths: number | null, name: { __typename: 'TranslatedText', indonesian: string, english: string }, owner: { __typename: 'Organisation', id: string, key: string, name: string } } | null } };

export type OrganisationPagePartsFragment = { __typename: 'Organisation', id: string, key: string, name: string, sector: Sector, stateOwned: boolean, contact: string | null, note: string | null, version: number, parent: { __typename: 'Organisation', id: string, key: string, name: string } | null, region: { __typename: 'Region', id: string, code: string, name: string } | null, sources: Array<{ __typename: 'Source', publisher: string, date: string | null, note: string | null, address: string | null }>, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', pledged: string, committed: string, delivered: string } } };

export type OrganisationPageQueryVariables = Exact<{
  key: string;
}>;


export type OrganisationPageQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', operator: boolean, memberships: Array<{ __typename: 'ViewerMembership', roles: Array<Role>, organisation: { __typename: 'Organisation', id: string } }> }, organisation: { __typename: 'Organisation', id: string, key: string, name: string, sector: Sector, stateOwned: boolean, contact: string | null, note: string | null, version: number, children: { __typename: 'OrganisationConnection', nodes: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> }, parent: { __typename: 'Organisation', id: string, key: string, name: string } | null, region: { __typename: 'Region', id: string, code: string, name: string } | null, sources: Array<{ __typename: 'Source', publisher: string, date: string | null, note: string | null, address: string | null }>, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', pledged: string, committed: string, delivered: string } } } | null, actionPlans: { __typename: 'ActionPlanConnection', totalCount: number, nodes: Array<{ __typename: 'ActionPlan', id: string, title: string, status: ActionPlanStatus, progress: number | null }> } };

export type OrganisationPageMembersQueryVariables = Exact<{
  key: string;
}>;


export type OrganisationPageMembersQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, role: Role, version: number, user: { __typename: 'User', id: string, name: string | null, email: string } }> } } | null };

export type OrganisationPageKeysQueryVariables = Exact<{
  key: string;
}>;


export type OrganisationPageKeysQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, apiKeys: { __typename: 'ApiKeyConnection', nodes: Array<{ __typename: 'ApiKey', id: string, name: string, prefix: string, scopes: Array<ApiKeyScope>, isActive: boolean, expiresAt: string, revokedAt: string | null, version: number }> } } | null };

export type OrganisationPageUpdateMutationVariables = Exact<{
  input: UpdateOrganisationInput;
}>;


export type OrganisationPageUpdateMutation = { __typename: 'Mutation', updateOrganisation: { __typename: 'UpdateOrganisationPayload', position: number, organisation: { __typename: 'Organisation', id: string, key: string, name: string, sector: Sector, stateOwned: boolean, contact: string | null, note: string | null, version: number, parent: { __typename: 'Organisation', id: string, key: string, name: string } | null, region: { __typename: 'Region', id: string, code: string, name: string } | null, sources: Array<{ __typename: 'Source', publisher: string, date: string | null, note: string | null, address: string | null }>, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', pledged: string, committed: string, delivered: string } } } | null } };

export type OrganisationPageAddMemberMutationVariables = Exact<{
  input: AddMemberInput;
}>;


export type OrganisationPageAddMemberMutation = { __typename: 'Mutation', addMember: { __typename: 'AddMemberPayload', position: number, membership: { __typename: 'Membership', id: string } | null } };

export type OrganisationPageRemoveMemberMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type OrganisationPageRemoveMemberMutation = { __typename: 'Mutation', removeMember: { __typename: 'RemoveMemberPayload', position: number, removedId: string } };

export type OrganisationPageIssueKeyMutationVariables = Exact<{
  input: IssueApiKeyInput;
}>;


export type OrganisationPageIssueKeyMutation = { __typename: 'Mutation', issueApiKey: { __typename: 'IssueApiKeyPayload', position: number, secret: string | null, apiKey: { __typename: 'ApiKey', id: string } | null } };

export type OrganisationPageRevokeKeyMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type OrganisationPageRevokeKeyMutation = { __typename: 'Mutation', revokeApiKey: { __typename: 'RevokeApiKeyPayload', position: number, apiKey: { __typename: 'ApiKey', id: string, isActive: boolean, revokedAt: string | null, version: number } | null } };

export type OrganisationsPageQueryVariables = Exact<{
  where?: OrganisationFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type OrganisationsPageQuery = { __typename: 'Query', organisations: { __typename: 'OrganisationConnection', totalCount: number, nodes: Array<{ __typename: 'Organisation', id: string, key: string, name: string, sector: Sector, stateOwned: boolean, parent: { __typename: 'Organisation', id: string, name: string } | null, region: { __typename: 'Region', id: string, name: string } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type WebhookPartsFragment = { __typename: 'Webhook', id: string, version: number, name: string, address: string, where: unknown, status: WebhookStatus, pauseReason: WebhookPauseReason | null, pausedAt: string | null, position: number | null, failingSince: string | null, secretChangedAt: string | null };

export type WebhooksOfQueryVariables = Exact<{
  key: string;
}>;


export type WebhooksOfQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, webhooks: Array<{ __typename: 'Webhook', id: string, version: number, name: string, address: string, where: unknown, status: WebhookStatus, pauseReason: WebhookPauseReason | null, pausedAt: string | null, position: number | null, failingSince: string | null, secretChangedAt: string | null }> } | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { __typename: 'Query', node:
    | { __typename: 'Acknowledgement' }
    | { __typename: 'Action' }
    | { __typename: 'ActionFinding' }
    | { __typename: 'ActionPlan' }
    | { __typename: 'Adoption' }
    | { __typename: 'Answer' }
    | { __typename: 'ApiKey' }
    | { __typename: 'Area' }
    | { __typename: 'Assessment' }
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
    | { __typename: 'Webhook', id: string, deliveries: { __typename: 'WebhookDeliveryConnection', totalCount: number, nodes: Array<{ __typename: 'WebhookDelivery', messageId: string, position: number, status: WebhookDeliveryStatus, attempts: number, statusCode: number | null, error: string | null, lastAttemptAt: string, nextAttemptAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }
   | null };

export type WebhookCreateMutationVariables = Exact<{
  input: CreateWebhookInput;
}>;


export type WebhookCreateMutation = { __typename: 'Mutation', createWebhook: { __typename: 'CreateWebhookPayload', position: number, secret: string | null, webhook: { __typename: 'Webhook', id: string, version: number, name: string, address: string, where: unknown, status: WebhookStatus, pauseReason: WebhookPauseReason | null, pausedAt: string | null, position: number | null, failingSince: string | null, secretChangedAt: string | null } | null } };

export type WebhookUpdateMutationVariables = Exact<{
  input: UpdateWebhookInput;
}>;


export type WebhookUpdateMutation = { __typename: 'Mutation', updateWebhook: { __typename: 'UpdateWebhookPayload', position: number, webhook: { __typename: 'Webhook', id: string, version: number, name: string, address: string, where: unknown, status: WebhookStatus, pauseReason: WebhookPauseReason | null, pausedAt: string | null, position: number | null, failingSince: string | null, secretChangedAt: string | null } | null } };

export type WebhookPauseMutationVariables = Exact<{
  input: PauseWebhookInput;
}>;


export type WebhookPauseMutation = { __typename: 'Mutation', pauseWebhook: { __typename: 'PauseWebhookPayload', position: number, webhook: { __typename: 'Webhook', id: string, version: number, name: string, address: string, where: unknown, status: WebhookStatus, pauseReason: WebhookPauseReason | null, pausedAt: string | null, position: number | null, failingSince: string | null, secretChangedAt: string | null } | null } };

export type WebhookResumeMutationVariables = Exact<{
  input: ResumeWebhookInput;
}>;


export type WebhookResumeMutation = { __typename: 'Mutation', resumeWebhook: { __typename: 'ResumeWebhookPayload', position: number, webhook: { __typename: 'Webhook', id: string, version: number, name: string, address: string, where: unknown, status: WebhookStatus, pauseReason: WebhookPauseReason | null, pausedAt: string | null, position: number | null, failingSince: string | null, secretChangedAt: string | null } | null } };

export type WebhookRotateMutationVariables = Exact<{
  input: RotateWebhookSecretInput;
}>;


export type WebhookRotateMutation = { __typename: 'Mutation', rotateWebhookSecret: { __typename: 'RotateWebhookSecretPayload', position: number, secret: string | null, webhook: { __typename: 'Webhook', id: string, version: number, name: string, address: string, where: unknown, status: WebhookStatus, pauseReason: WebhookPauseReason | null, pausedAt: string | null, position: number | null, failingSince: string | null, secretChangedAt: string | null } | null } };

export type WebhookRedeliverMutationVariables = Exact<{
  input: RedeliverInput;
}>;


export type WebhookRedeliverMutation = { __typename: 'Mutation', redeliver: { __typename: 'RedeliverPayload', position: number, webhook: { __typename: 'Webhook', id: string, version: number, name: string, address: string, where: unknown, status: WebhookStatus, pauseReason: WebhookPauseReason | null, pausedAt: string | null, position: number | null, failingSince: string | null, secretChangedAt: string | null } | null } };

export type WebhookRemoveMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type WebhookRemoveMutation = { __typename: 'Mutation', removeWebhook: { __typename: 'RemoveWebhookPayload', position: number, removedId: string } };

export type ActionDetailQueryVariables = Exact<{
  id: string | number;
}>;


export type ActionDetailQuery = { __typename: 'Query', action: { __typename: 'Action', createdAt: string, description: string | null, weight: number, leadStatus: ParticipantStatus | null, reply: string | null, divergence: number | null, id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, plan: { __typename: 'ActionPlan', id: string, title: string }, reported: { __typename: 'ReportedCompletion', completion: Completion, progress: number | null, at: string | null } | null, assessed: { __typename: 'AssessedCompletion', completion: Completion, at: string, university: { __typename: 'Organisation', id: string, key: string, name: string }, finding: { __typename: 'ActionFinding', note: string | null, id: string, replies: Array<{ __typename: 'FindingReply', id: string, text: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string } }> } | null } | null, findings: Array<{ __typename: 'Finding', id: string, text: string, recommendation: string | null, assessment: { __typename: 'Assessment', id: string, university: { __typename: 'Organisation', id: string, name: string } } }>, milestones: Array<{ __typename: 'Milestone', id: string, title: string, dueOn: string, completedOn: string | null, isOverdue: boolean, version: number }>, contributions: { __typename: 'ContributionConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } }> }, progressUpdates: { __typename: 'ProgressUpdateConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ProgressUpdate', id: string, progress: number, note: string | null, obstacle: string | null, reportedAt: string, reportedBy: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null } }> }, comments: { __typename: 'CommentConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Comment', id: string, version: number, body: string | null, createdAt: string, takenBackAt: string | null, author: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null }, replyTo: { __typename: 'Comment', id: string } | null }> }, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } } | null };

export type ActionFurtherContributionsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ActionFurtherContributionsQuery = { __typename: 'Query', action: { __typename: 'Action', id: string, contributions: { __typename: 'ContributionConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } }> } } | null };

export type ActionFurtherReportsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ActionFurtherReportsQuery = { __typename: 'Query', action: { __typename: 'Action', id: string, progressUpdates: { __typename: 'ProgressUpdateConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ProgressUpdate', id: string, progress: number, note: string | null, obstacle: string | null, reportedAt: string, reportedBy: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null } }> } } | null };

export type ActionFurtherCommentsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ActionFurtherCommentsQuery = { __typename: 'Query', action: { __typename: 'Action', id: string, comments: { __typename: 'CommentConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Comment', id: string, version: number, body: string | null, createdAt: string, takenBackAt: string | null, author: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null }, replyTo: { __typename: 'Comment', id: string } | null }> } } | null };

export type ActionContributionPageFragment = { __typename: 'ContributionConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } }> };

export type ActionReportPageFragment = { __typename: 'ProgressUpdateConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ProgressUpdate', id: string, progress: number, note: string | null, obstacle: string | null, reportedAt: string, reportedBy: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null } }> };

export type ActionCommentPageFragment = { __typename: 'CommentConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Comment', id: string, version: number, body: string | null, createdAt: string, takenBackAt: string | null, author: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null }, replyTo: { __typename: 'Comment', id: string } | null }> };

export type FindingRepliesFragment = { __typename: 'ActionFinding', id: string, replies: Array<{ __typename: 'FindingReply', id: string, text: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string } }> };

export type ActionContributionFragment = { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } };

export type ActionReportFragment = { __typename: 'ProgressUpdate', id: string, progress: number, note: string | null, obstacle: string | null, reportedAt: string, reportedBy: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null } };

export type ActionHistoryQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ActionHistoryQuery = { __typename: 'Query', action: { __typename: 'Action', id: string, history: { __typename: 'ChangeConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Change', position: number, at: string, kind: ChangeKind, operation: string, entity: string, entityId: string, fields: Array<{ __typename: 'FieldChange', name: string, before: unknown, after: unknown }>, organisation: { __typename: 'Organisation', id: string, name: string } | null, user: { __typename: 'User', id: string, name: string | null } | null }> } } | null };

export type ActionReportProgressMutationVariables = Exact<{
  input: ReportProgressInput;
}>;


export type ActionReportProgressMutation = { __typename: 'Mutation', reportProgress: { __typename: 'ReportProgressPayload', position: number, action: { __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, reported: { __typename: 'ReportedCompletion', completion: Completion, progress: number | null, at: string | null } | null, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } } | null, progressUpdate: { __typename: 'ProgressUpdate', id: string, progress: number, note: string | null, obstacle: string | null, reportedAt: string, reportedBy: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null } } | null } };

export type ActionCompleteMilestoneMutationVariables = Exact<{
  input: CompleteMilestoneInput;
}>;


export type ActionCompleteMilestoneMutation = { __typename: 'Mutation', completeMilestone: { __typename: 'CompleteMilestonePayload', position: number, milestone: { __typename: 'Milestone', id: string, completedOn: string | null, isOverdue: boolean, version: number } | null } };

export type ActionUpdateMilestoneMutationVariables = Exact<{
  input: UpdateMilestoneInput;
}>;


export type ActionUpdateMilestoneMutation = { __typename: 'Mutation', updateMilestone: { __typename: 'UpdateMilestonePayload', position: number, milestone: { __typename: 'Milestone', id: string, title: string, dueOn: string, completedOn: string | null, isOverdue: boolean, version: number } | null } };

export type ActionAddMilestoneMutationVariables = Exact<{
  input: AddMilestoneInput;
}>;


export type ActionAddMilestoneMutation = { __typename: 'Mutation', addMilestone: { __typename: 'AddMilestonePayload', position: number, milestone: { __typename: 'Milestone', id: string, title: string, dueOn: string, completedOn: string | null, isOverdue: boolean, version: number, action: { __typename: 'Action', id: string } } | null } };

export type ActionPledgeMutationVariables = Exact<{
  input: PledgeContributionInput;
}>;


export type ActionPledgeMutation = { __typename: 'Mutation', pledgeContribution: { __typename: 'PledgeContributionPayload', position: number, contribution: { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, action: { __typename: 'Action', id: string }, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } } | null } };

export type ActionCommitMutationVariables = Exact<{
  input: ContributionStepInput;
}>;


export type ActionCommitMutation = { __typename: 'Mutation', commitContribution: { __typename: 'CommitContributionPayload', position: number, contribution: { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } } | null } };

export type ActionDeliverMutationVariables = Exact<{
  input: ContributionStepInput;
}>;


export type ActionDeliverMutation = { __typename: 'Mutation', deliverContribution: { __typename: 'DeliverContributionPayload', position: number, contribution: { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } } | null } };

export type ActionAcceptLeadMutationVariables = Exact<{
  input: AnswerPartInput;
}>;


export type ActionAcceptLeadMutation = { __typename: 'Mutation', acceptActionLead: { __typename: 'AcceptActionLeadPayload', position: number, action: { __typename: 'Action', leadStatus: ParticipantStatus | null, id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } } | null } };

export type ActionDeclineLeadMutationVariables = Exact<{
  input: AnswerPartInput;
}>;


export type ActionDeclineLeadMutation = { __typename: 'Mutation', declineActionLead: { __typename: 'DeclineActionLeadPayload', position: number, action: { __typename: 'Action', leadStatus: ParticipantStatus | null, id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } } | null } };

export type ActionReplyMutationVariables = Exact<{
  input: ReplyToFindingInput;
}>;


export type ActionReplyMutation = { __typename: 'Mutation', replyToFinding: { __typename: 'ReplyToFindingPayload', position: number, reply: { __typename: 'FindingReply', id: string, finding: { __typename: 'ActionFinding', id: string, replies: Array<{ __typename: 'FindingReply', id: string, text: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string } }> } } | null } };

export type ActionRecordPaymentMutationVariables = Exact<{
  input: RecordPaymentInput;
}>;


export type ActionRecordPaymentMutation = { __typename: 'Mutation', recordPayment: { __typename: 'RecordPaymentPayload', position: number, payment: { __typename: 'Payment', id: string, amount: string, contribution: { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } } } | null } };

export type FundingLinkFragment = { __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } };

export type MoneySourcesQueryVariables = Exact<{
  organisation: string;
}>;


export type MoneySourcesQuery = { __typename: 'Query', contributions: { __typename: 'ContributionConnection', totalCount: number, nodes: Array<{ __typename: 'Contribution', id: string, amount: string | null, action: { __typename: 'Action', id: string, title: string } }> } };

export type MoneyWithdrawMutationVariables = Exact<{
  input: ContributionStepInput;
}>;


export type MoneyWithdrawMutation = { __typename: 'Mutation', withdrawContribution: { __typename: 'WithdrawContributionPayload', position: number, contribution: { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } } | null } };

export type MoneyCorrectMutationVariables = Exact<{
  input: CorrectContributionInput;
}>;


export type MoneyCorrectMutation = { __typename: 'Mutation', correctContribution: { __typename: 'CorrectContributionPayload', position: number, contribution: { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } } | null } };

export type MoneyReversePaymentMutationVariables = Exact<{
  input: ReversePaymentInput;
}>;


export type MoneyReversePaymentMutation = { __typename: 'Mutation', reversePayment: { __typename: 'ReversePaymentPayload', position: number, payment: { __typename: 'Payment', id: string, contribution: { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } } } | null } };

export type MoneyPassOnMutationVariables = Exact<{
  input: AddFundingInput;
}>;


export type MoneyPassOnMutation = { __typename: 'Mutation', addFunding: { __typename: 'AddFundingPayload', position: number, funding: { __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, contribution: { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } }, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } } | null } };

export type MoneyCorrectLinkMutationVariables = Exact<{
  input: CorrectFundingInput;
}>;


export type MoneyCorrectLinkMutation = { __typename: 'Mutation', correctFunding: { __typename: 'CorrectFundingPayload', position: number, funding: { __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } } | null } };

export type MoneyRemoveLinkMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type MoneyRemoveLinkMutation = { __typename: 'Mutation', removeFunding: { __typename: 'RemoveFundingPayload', position: number, removedId: string } };

export type MoneyConfirmLinkMutationVariables = Exact<{
  input: ConfirmFundingInput;
}>;


export type MoneyConfirmLinkMutation = { __typename: 'Mutation', confirmFunding: { __typename: 'ConfirmFundingPayload', position: number, funding: { __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } } | null } };

export type MoneyRefuseLinkMutationVariables = Exact<{
  input: RefuseFundingInput;
}>;


export type MoneyRefuseLinkMutation = { __typename: 'Mutation', refuseFunding: { __typename: 'RefuseFundingPayload', position: number, funding: { __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } } | null } };

export type PlanTimelineQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type PlanTimelineQuery = { __typename: 'Query', actionPlan: { __typename: 'ActionPlan', id: string, startsOn: string, endsOn: string | null, actions: { __typename: 'ActionConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Action', id: string, title: string, status: ActionStatus, startsOn: string | null, endsOn: string | null, progress: number, isOverdue: boolean, milestones: Array<{ __typename: 'Milestone', id: string, title: string, dueOn: string, completedOn: string | null, isOverdue: boolean, version: number }> }> } } | null };

export type PlanMoneyQueryVariables = Exact<{
  id: string | number;
}>;


export type PlanMoneyQuery = { __typename: 'Query', actionPlan: { __typename: 'ActionPlan', id: string, money: { __typename: 'MoneyTotals', paid: string, given: { __typename: 'MoneyByStatus', pledged: string, committed: string, delivered: string, total: string }, reached: { __typename: 'MoneyByStatus', pledged: string, committed: string, delivered: string, total: string }, bySector: Array<{ __typename: 'SectorMoney', sector: Sector, paid: string, given: { __typename: 'MoneyByStatus', total: string }, reached: { __typename: 'MoneyByStatus', total: string } }> } } | null };

export type PlanFundingsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type PlanFundingsQuery = { __typename: 'Query', fundings: { __typename: 'FundingConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } };

export type PlanRupiahFragment = { __typename: 'MoneyByStatus', pledged: string, committed: string, delivered: string, total: string };

export type PlanWhoQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type PlanWhoQuery = { __typename: 'Query', contributions: { __typename: 'ContributionConnection', groups: { __typename: 'ContributionGroups', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ContributionGroup', key: { __typename: 'ContributionGroupKey', actionStage: ActionStage | null, kind: ContributionKind | null, organisation: { __typename: 'Organisation', id: string, key: string, name: string, sector: Sector } | null }, measures: { __typename: 'ContributionMeasures', count: number, given: string } }> } } };

export type PlanParticipantsQueryVariables = Exact<{
  id: string | number;
}>;


export type PlanParticipantsQuery = { __typename: 'Query', actionPlan: { __typename: 'ActionPlan', id: string, title: string, leadStatus: ParticipantStatus, lead: { __typename: 'Organisation', id: string, name: string }, programme: { __typename: 'Programme', id: string, owner: { __typename: 'Organisation', id: string } }, participants: Array<{ __typename: 'Participant', id: string, version: number, role: ParticipantRole, status: ParticipantStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string, sector: Sector } }> } | null };

export type PlanHistoryQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type PlanHistoryQuery = { __typename: 'Query', changes: { __typename: 'ChangeConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Change', position: number, at: string, kind: ChangeKind, operation: string, entity: string, entityId: string, fields: Array<{ __typename: 'FieldChange', name: string, before: unknown, after: unknown }>, organisation: { __typename: 'Organisation', id: string, name: string } | null, user: { __typename: 'User', id: string, name: string | null } | null }> } };

export type PlanAcceptPartMutationVariables = Exact<{
  input: AnswerPartInput;
}>;


export type PlanAcceptPartMutation = { __typename: 'Mutation', acceptParticipation: { __typename: 'AcceptParticipationPayload', position: number, participant: { __typename: 'Participant', id: string, status: ParticipantStatus, version: number } | null } };

export type PlanDeclinePartMutationVariables = Exact<{
  input: AnswerPartInput;
}>;


export type PlanDeclinePartMutation = { __typename: 'Mutation', declineParticipation: { __typename: 'DeclineParticipationPayload', position: number, participant: { __typename: 'Participant', id: string, status: ParticipantStatus, version: number } | null } };

export type PlanAcceptLeadMutationVariables = Exact<{
  input: AnswerPartInput;
}>;


export type PlanAcceptLeadMutation = { __typename: 'Mutation', acceptPlanLead: { __typename: 'AcceptPlanLeadPayload', position: number, actionPlan: { __typename: 'ActionPlan', id: string, leadStatus: ParticipantStatus, version: number } | null } };

export type PlanDeclineLeadMutationVariables = Exact<{
  input: AnswerPartInput;
}>;


export type PlanDeclineLeadMutation = { __typename: 'Mutation', declinePlanLead: { __typename: 'DeclinePlanLeadPayload', position: number, actionPlan: { __typename: 'ActionPlan', id: string, leadStatus: ParticipantStatus, version: number } | null } };

export type PlanInviteMutationVariables = Exact<{
  input: AddParticipantInput;
}>;


export type PlanInviteMutation = { __typename: 'Mutation', addParticipant: { __typename: 'AddParticipantPayload', position: number, participant: { __typename: 'Participant', id: string, plan: { __typename: 'ActionPlan', id: string, participants: Array<{ __typename: 'Participant', id: string, version: number, role: ParticipantRole, status: ParticipantStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string, sector: Sector } }> } } | null } };

export type PlanLeaveMutationVariables = Exact<{
  input: AnswerPartInput;
}>;


export type PlanLeaveMutation = { __typename: 'Mutation', leaveParticipation: { __typename: 'LeaveParticipationPayload', position: number, participant: { __typename: 'Participant', id: string, status: ParticipantStatus, version: number } | null } };

export type PlanRemovePartMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type PlanRemovePartMutation = { __typename: 'Mutation', removeParticipant: { __typename: 'RemoveParticipantPayload', position: number, removedId: string } };

export type PlanChangeStatusMutationVariables = Exact<{
  input: ChangeActionPlanStatusInput;
}>;


export type PlanChangeStatusMutation = { __typename: 'Mutation', changeActionPlanStatus: { __typename: 'ChangeActionPlanStatusPayload', position: number, actionPlan: { __typename: 'ActionPlan', id: string, key: string, version: number, title: string, summary: string | null, visibility: Visibility, status: ActionPlanStatus, acceptance: Acceptance, leadStatus: ParticipantStatus, startsOn: string, endsOn: string | null, isOverdue: boolean, progress: number | null, overdueActions: number, awaits: Array<{ __typename: 'Organisation', id: string }>, programme: { __typename: 'Programme', id: string, key: string, title: string, owner: { __typename: 'Organisation', id: string } }, area: { __typename: 'Area', id: string, name: string } | null, lead: { __typename: 'Organisation', id: string, key: string, name: string }, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string }, reached: { __typename: 'MoneyByStatus', total: string } } } | null } };

export type PlanUpdateMutationVariables = Exact<{
  input: UpdateActionPlanInput;
}>;


export type PlanUpdateMutation = { __typename: 'Mutation', updateActionPlan: { __typename: 'UpdateActionPlanPayload', position: number, actionPlan: { __typename: 'ActionPlan', id: string, key: string, version: number, title: string, summary: string | null, visibility: Visibility, status: ActionPlanStatus, acceptance: Acceptance, leadStatus: ParticipantStatus, startsOn: string, endsOn: string | null, isOverdue: boolean, progress: number | null, overdueActions: number, awaits: Array<{ __typename: 'Organisation', id: string }>, programme: { __typename: 'Programme', id: string, key: string, title: string, owner: { __typename: 'Organisation', id: string } }, area: { __typename: 'Area', id: string, name: string } | null, lead: { __typename: 'Organisation', id: string, key: string, name: string }, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string }, reached: { __typename: 'MoneyByStatus', total: string } } } | null } };

export type PlanAcceptMutationVariables = Exact<{
  input: AnswerActionPlanInput;
}>;


export type PlanAcceptMutation = { __typename: 'Mutation', acceptActionPlan: { __typename: 'AcceptActionPlanPayload', position: number, actionPlan: { __typename: 'ActionPlan', id: string, key: string, version: number, title: string, summary: string | null, visibility: Visibility, status: ActionPlanStatus, acceptance: Acceptance, leadStatus: ParticipantStatus, startsOn: string, endsOn: string | null, isOverdue: boolean, progress: number | null, overdueActions: number, awaits: Array<{ __typename: 'Organisation', id: string }>, programme: { __typename: 'Programme', id: string, key: string, title: string, owner: { __typename: 'Organisation', id: string } }, area: { __typename: 'Area', id: string, name: string } | null, lead: { __typename: 'Organisation', id: string, key: string, name: string }, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string }, reached: { __typename: 'MoneyByStatus', total: string } } } | null } };

export type PlanRefuseMutationVariables = Exact<{
  input: AnswerActionPlanInput;
}>;


export type PlanRefuseMutation = { __typename: 'Mutation', refuseActionPlan: { __typename: 'RefuseActionPlanPayload', position: number, actionPlan: { __typename: 'ActionPlan', id: string, key: string, version: number, title: string, summary: string | null, visibility: Visibility, status: ActionPlanStatus, acceptance: Acceptance, leadStatus: ParticipantStatus, startsOn: string, endsOn: string | null, isOverdue: boolean, progress: number | null, overdueActions: number, awaits: Array<{ __typename: 'Organisation', id: string }>, programme: { __typename: 'Programme', id: string, key: string, title: string, owner: { __typename: 'Organisation', id: string } }, area: { __typename: 'Area', id: string, name: string } | null, lead: { __typename: 'Organisation', id: string, key: string, name: string }, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string }, reached: { __typename: 'MoneyByStatus', total: string } } } | null } };

export type PlanBoardQueryVariables = Exact<{
  id: string | number;
}>;


export type PlanBoardQuery = { __typename: 'Query', actionPlan: { __typename: 'ActionPlan', id: string, key: string, version: number, title: string, summary: string | null, visibility: Visibility, status: ActionPlanStatus, acceptance: Acceptance, leadStatus: ParticipantStatus, startsOn: string, endsOn: string | null, isOverdue: boolean, progress: number | null, overdueActions: number, participants: Array<{ __typename: 'Participant', id: string, role: ParticipantRole, status: ParticipantStatus, organisation: { __typename: 'Organisation', id: string } }>, actions: { __typename: 'ActionConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } }> }, awaits: Array<{ __typename: 'Organisation', id: string }>, programme: { __typename: 'Programme', id: string, key: string, title: string, owner: { __typename: 'Organisation', id: string } }, area: { __typename: 'Area', id: string, name: string } | null, lead: { __typename: 'Organisation', id: string, key: string, name: string }, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string }, reached: { __typename: 'MoneyByStatus', total: string } } } | null };

export type PlanFurtherCardsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type PlanFurtherCardsQuery = { __typename: 'Query', actionPlan: { __typename: 'ActionPlan', id: string, actions: { __typename: 'ActionConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } }> } } | null };

export type PlanCardsFragment = { __typename: 'ActionConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } }> };

export type PlanOneCardQueryVariables = Exact<{
  id: string | number;
}>;


export type PlanOneCardQuery = { __typename: 'Query', action: { __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } } | null };

export type PlanHeadFragment = { __typename: 'ActionPlan', id: string, key: string, version: number, title: string, summary: string | null, visibility: Visibility, status: ActionPlanStatus, acceptance: Acceptance, leadStatus: ParticipantStatus, startsOn: string, endsOn: string | null, isOverdue: boolean, progress: number | null, overdueActions: number, awaits: Array<{ __typename: 'Organisation', id: string }>, programme: { __typename: 'Programme', id: string, key: string, title: string, owner: { __typename: 'Organisation', id: string } }, area: { __typename: 'Area', id: string, name: string } | null, lead: { __typename: 'Organisation', id: string, key: string, name: string }, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string }, reached: { __typename: 'MoneyByStatus', total: string } } };

export type PlanCardFragment = { __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } };

export type PlanFollowSubscriptionVariables = Exact<{
  id: string | number;
  after?: number | null | undefined;
}>;


export type PlanFollowSubscription = { actionPlanChanged: { __typename: 'ActionPlanChange', position: number, change: { __typename: 'Change', position: number, at: string, kind: ChangeKind, operation: string, entity: string, entityId: string, subject:
        | { __typename: 'Acknowledgement', id: string }
        | { __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } }
        | { __typename: 'ActionFinding', id: string, action: { __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } } }
        | { __typename: 'ActionPlan', id: string }
        | { __typename: 'Adoption', id: string }
        | { __typename: 'Answer', id: string }
        | { __typename: 'ApiKey', id: string }
        | { __typename: 'Area', id: string }
        | { __typename: 'Assessment', id: string }
        | { __typename: 'Comment', id: string, version: number, body: string | null, createdAt: string, takenBackAt: string | null, about: { __typename: 'Action', id: string } | null, author: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null }, replyTo: { __typename: 'Comment', id: string } | null }
        | { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, action: { __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } }, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } }
        | { __typename: 'Deliberation', id: string }
        | { __typename: 'EnterpriseGroup', id: string }
        | { __typename: 'Evidence', id: string }
        | { __typename: 'Export', id: string }
        | { __typename: 'Finding', id: string }
        | { __typename: 'FindingReply', id: string, finding: { __typename: 'ActionFinding', id: string, replies: Array<{ __typename: 'FindingReply', id: string, text: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, name: string } }> } }
        | { __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, contribution: { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } }, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }
        | { __typename: 'GroupMeasurement', id: string }
        | { __typename: 'Import', id: string }
        | { __typename: 'Indicator', id: string }
        | { __typename: 'Instrument', id: string }
        | { __typename: 'Invitation', id: string }
        | { __typename: 'Measurement', id: string }
        | { __typename: 'Membership', id: string }
        | { __typename: 'Milestone', id: string, title: string, dueOn: string, completedOn: string | null, isOverdue: boolean, version: number, action: { __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } } }
        | { __typename: 'Minutes', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'Outcome', id: string }
        | { __typename: 'OutcomePosition', id: string }
        | { __typename: 'OutcomeVersion', id: string }
        | { __typename: 'Participant', role: ParticipantRole, version: number, id: string, participantStatus: ParticipantStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string, sector: Sector }, plan: { __typename: 'ActionPlan', id: string } }
        | { __typename: 'Payment', id: string, contribution: { __typename: 'Contribution', id: string, version: number, kind: ContributionKind, amount: string | null, paid: string, quantity: number | null, unit: string | null, note: string | null, correctionReason: string | null, contributionStatus: ContributionStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, payments: { __typename: 'PaymentConnection', totalCount: number, nodes: Array<{ __typename: 'Payment', id: string, amount: string, paidOn: string, note: string | null, isReversed: boolean, reverses: { __typename: 'Payment', id: string } | null }> }, funding: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> }, passedOn: { __typename: 'FundingConnection', totalCount: number, nodes: Array<{ __typename: 'Funding', id: string, version: number, reason: string | null, rupiah: string, fundingStatus: FundingStatus, source: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } }, contribution: { __typename: 'Contribution', id: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, action: { __typename: 'Action', id: string, title: string } } }> } } }
        | { __typename: 'Programme', id: string }
        | { __typename: 'ProgressUpdate', id: string, progress: number, note: string | null, obstacle: string | null, reportedAt: string, action: { __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } }, reportedBy: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null } }
        | { __typename: 'Region', id: string }
        | { __typename: 'RegionCatalogue', id: string }
        | { __typename: 'Review', id: string }
        | { __typename: 'Support', id: string }
        | { __typename: 'Target', id: string }
        | { __typename: 'User', id: string }
        | { __typename: 'View', id: string }
        | { __typename: 'ViewStar', id: string }
        | { __typename: 'Webhook', id: string }
       | null, fields: Array<{ __typename: 'FieldChange', name: string, before: unknown, after: unknown }>, organisation: { __typename: 'Organisation', id: string, name: string } | null, user: { __typename: 'User', id: string, name: string | null } | null }, actionPlan: { __typename: 'ActionPlan', id: string, key: string, version: number, title: string, summary: string | null, visibility: Visibility, status: ActionPlanStatus, acceptance: Acceptance, leadStatus: ParticipantStatus, startsOn: string, endsOn: string | null, isOverdue: boolean, progress: number | null, overdueActions: number, awaits: Array<{ __typename: 'Organisation', id: string }>, programme: { __typename: 'Programme', id: string, key: string, title: string, owner: { __typename: 'Organisation', id: string } }, area: { __typename: 'Area', id: string, name: string } | null, lead: { __typename: 'Organisation', id: string, key: string, name: string }, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string }, reached: { __typename: 'MoneyByStatus', total: string } } } | null } };

export type PlanChangeFragment = { __typename: 'Change', position: number, at: string, kind: ChangeKind, operation: string, entity: string, entityId: string, fields: Array<{ __typename: 'FieldChange', name: string, before: unknown, after: unknown }>, organisation: { __typename: 'Organisation', id: string, name: string } | null, user: { __typename: 'User', id: string, name: string | null } | null };

export type PlanMilestoneFragment = { __typename: 'Milestone', id: string, title: string, dueOn: string, completedOn: string | null, isOverdue: boolean, version: number };

export type PlanMoveByStatusMutationVariables = Exact<{
  input: ChangeActionStatusInput;
}>;


export type PlanMoveByStatusMutation = { __typename: 'Mutation', changeActionStatus: { __typename: 'ChangeActionStatusPayload', position: number, action: { __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } } | null } };

export type PlanMoveByStageMutationVariables = Exact<{
  input: UpdateActionInput;
}>;


export type PlanMoveByStageMutation = { __typename: 'Mutation', updateAction: { __typename: 'UpdateActionPayload', position: number, action: { __typename: 'Action', description: string | null, id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } } | null } };

export type PlanAddActionMutationVariables = Exact<{
  input: AddActionInput;
}>;


export type PlanAddActionMutation = { __typename: 'Mutation', addAction: { __typename: 'AddActionPayload', position: number, action: { __typename: 'Action', id: string, version: number, title: string, stage: ActionStage, status: ActionStatus, progress: number, startsOn: string | null, endsOn: string | null, isOverdue: boolean, lead: { __typename: 'Organisation', id: string, key: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } } | null } };

export type NewPlanAreasQueryVariables = Exact<{ [key: string]: never; }>;


export type NewPlanAreasQuery = { __typename: 'Query', areas: { __typename: 'AreaConnection', nodes: Array<{ __typename: 'Area', id: string, name: string }> } };

export type NewPlanMutationVariables = Exact<{
  input: CreateActionPlanInput;
}>;


export type NewPlanMutation = { __typename: 'Mutation', createActionPlan: { __typename: 'CreateActionPlanPayload', position: number, actionPlan: { __typename: 'ActionPlan', id: string } | null } };

export type PlansListQueryVariables = Exact<{
  where: ActionPlanFilter;
  orderBy: Array<ActionPlanOrder> | ActionPlanOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PlansListQuery = { __typename: 'Query', actionPlans: { __typename: 'ActionPlanConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ActionPlan', id: string, key: string, title: string, status: ActionPlanStatus, isOverdue: boolean, progress: number | null, overdueActions: number, startsOn: string, endsOn: string | null, lead: { __typename: 'Organisation', id: string, name: string }, programme: { __typename: 'Programme', id: string, title: string }, area: { __typename: 'Area', id: string, name: string } | null, money: { __typename: 'MoneyTotals', given: { __typename: 'MoneyByStatus', total: string } } }> } };

export type ConveneFromQueryVariables = Exact<{
  plan: string | number;
}>;


export type ConveneFromQuery = { __typename: 'Query', actionPlan: { __typename: 'ActionPlan', id: string, title: string, programme: { __typename: 'Programme', id: string, title: string }, area: { __typename: 'Area', id: string, name: string } | null, lead: { __typename: 'Organisation', id: string, key: string, name: string, sector: Sector }, participants: Array<{ __typename: 'Participant', id: string, role: ParticipantRole, status: ParticipantStatus, organisation: { __typename: 'Organisation', id: string, key: string, name: string, sector: Sector } }> } | null };

export type ConvenePartFragment = { __typename: 'Organisation', id: string, key: string, name: string, sector: Sector };

export type ConveneMutationVariables = Exact<{
  input: ConveneDeliberationInput;
}>;


export type ConveneMutation = { __typename: 'Mutation', conveneDeliberation: { __typename: 'ConveneDeliberationPayload', position: number, deliberation: { __typename: 'Deliberation', id: string, key: string } | null } };

export type RoomUpdateMutationVariables = Exact<{
  input: UpdateDeliberationInput;
}>;


export type RoomUpdateMutation = { __typename: 'Mutation', updateDeliberation: { __typename: 'UpdateDeliberationPayload', position: number, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, visibility: Visibility, cancelReason: string | null, quorumShare: number, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null } };

export type RoomCancelMutationVariables = Exact<{
  input: DeliberationStepInput;
}>;


export type RoomCancelMutation = { __typename: 'Mutation', cancelDeliberation: { __typename: 'CancelDeliberationPayload', position: number, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, visibility: Visibility, cancelReason: string | null, quorumShare: number, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null } };

export type RoomInviteMutationVariables = Exact<{
  input: InviteOrganisationInput;
}>;


export type RoomInviteMutation = { __typename: 'Mutation', inviteOrganisation: { __typename: 'InviteOrganisationPayload', position: number, invitation: { __typename: 'Invitation', id: string, createdAt: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, deliberation: { __typename: 'Deliberation', id: string, invitations: Array<{ __typename: 'Invitation', id: string }> }, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } } | null } };

export type RoomNameDelegatesMutationVariables = Exact<{
  input: NameDelegatesInput;
}>;


export type RoomNameDelegatesMutation = { __typename: 'Mutation', nameDelegates: { __typename: 'NameDelegatesPayload', position: number, invitation: { __typename: 'Invitation', id: string, createdAt: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } } | null } };

export type RoomWithdrawInvitationMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type RoomWithdrawInvitationMutation = { __typename: 'Mutation', withdrawInvitation: { __typename: 'WithdrawInvitationPayload', position: number } };

export type RoomAdoptPlansQueryVariables = Exact<{
  mine: Array<string> | string;
}>;


export type RoomAdoptPlansQuery = { __typename: 'Query', actionPlans: { __typename: 'ActionPlanConnection', totalCount: number, nodes: Array<{ __typename: 'ActionPlan', id: string, title: string }> } };

export type RoomAdoptActionsQueryVariables = Exact<{
  plan: string | number;
}>;


export type RoomAdoptActionsQuery = { __typename: 'Query', actionPlan: { __typename: 'ActionPlan', id: string, actions: { __typename: 'ActionConnection', nodes: Array<{ __typename: 'Action', id: string, title: string }> } } | null };

export type RoomAdoptMutationVariables = Exact<{
  input: AdoptOutcomeInput;
}>;


export type RoomAdoptMutation = { __typename: 'Mutation', adoptOutcome: { __typename: 'AdoptOutcomePayload', position: number, adoption: { __typename: 'Adoption', id: string, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } } | null } };

export type RoomRemoveAdoptionMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type RoomRemoveAdoptionMutation = { __typename: 'Mutation', removeAdoption: { __typename: 'RemoveAdoptionPayload', position: number } };

export type RoomCommentsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type RoomCommentsQuery = { __typename: 'Query', outcome: { __typename: 'Outcome', id: string, comments: { __typename: 'CommentConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Comment', id: string, version: number, body: string | null, createdAt: string, takenBackAt: string | null, author: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null }, replyTo: { __typename: 'Comment', id: string } | null }> } } | null };

export type RembukListPageQueryVariables = Exact<{
  where?: DeliberationFilter | null | undefined;
  orderBy?: Array<DeliberationOrder> | DeliberationOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type RembukListPageQuery = { __typename: 'Query', deliberations: { __typename: 'DeliberationConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, heldFrom: string, heldTo: string, place: string | null, recorded: boolean, convener: { __typename: 'Organisation', id: string, name: string }, region: { __typename: 'Region', id: string, name: string } | null, area: { __typename: 'Area', id: string, name: string } | null, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number } | null, outcomes: { __typename: 'OutcomeConnection', totalCount: number } }> } };

export type RoomTakePositionMutationVariables = Exact<{
  input: TakePositionInput;
}>;


export type RoomTakePositionMutation = { __typename: 'Mutation', takePosition: { __typename: 'TakePositionPayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomChangePositionMutationVariables = Exact<{
  input: ChangePositionInput;
}>;


export type RoomChangePositionMutation = { __typename: 'Mutation', changePosition: { __typename: 'ChangePositionPayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomAgreeMutationVariables = Exact<{
  input: OutcomeStepInput;
}>;


export type RoomAgreeMutation = { __typename: 'Mutation', agreeOutcome: { __typename: 'AgreeOutcomePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomOpenVoteMutationVariables = Exact<{
  input: OutcomeStepInput;
}>;


export type RoomOpenVoteMutation = { __typename: 'Mutation', openVote: { __typename: 'OpenVotePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomCloseVoteMutationVariables = Exact<{
  input: OutcomeStepInput;
}>;


export type RoomCloseVoteMutation = { __typename: 'Mutation', closeVote: { __typename: 'CloseVotePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomDeferMutationVariables = Exact<{
  input: OutcomeRefusalInput;
}>;


export type RoomDeferMutation = { __typename: 'Mutation', deferOutcome: { __typename: 'DeferOutcomePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomRejectMutationVariables = Exact<{
  input: OutcomeRefusalInput;
}>;


export type RoomRejectMutation = { __typename: 'Mutation', rejectOutcome: { __typename: 'RejectOutcomePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomAmendMutationVariables = Exact<{
  input: AmendOutcomeInput;
}>;


export type RoomAmendMutation = { __typename: 'Mutation', amendOutcome: { __typename: 'AmendOutcomePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomProposeMutationVariables = Exact<{
  input: ProposeOutcomeInput;
}>;


export type RoomProposeMutation = { __typename: 'Mutation', proposeOutcome: { __typename: 'ProposeOutcomePayload', position: number, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, deliberation: { __typename: 'Deliberation', id: string, outcomes: { __typename: 'OutcomeConnection', nodes: Array<{ __typename: 'Outcome', id: string }> } }, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } | null } };

export type RoomArriveMutationVariables = Exact<{
  input: AttendanceInput;
}>;


export type RoomArriveMutation = { __typename: 'Mutation', recordArrival: { __typename: 'RecordArrivalPayload', position: number, invitation: { __typename: 'Invitation', id: string, createdAt: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } } | null } };

export type RoomLeaveMutationVariables = Exact<{
  input: AttendanceInput;
}>;


export type RoomLeaveMutation = { __typename: 'Mutation', recordDeparture: { __typename: 'RecordDeparturePayload', position: number, invitation: { __typename: 'Invitation', id: string, createdAt: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } } | null } };

export type RoomScheduleMutationVariables = Exact<{
  input: DeliberationStepInput;
}>;


export type RoomScheduleMutation = { __typename: 'Mutation', scheduleDeliberation: { __typename: 'ScheduleDeliberationPayload', position: number, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, visibility: Visibility, cancelReason: string | null, quorumShare: number, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null } };

export type RoomOpenMutationVariables = Exact<{
  input: DeliberationStepInput;
}>;


export type RoomOpenMutation = { __typename: 'Mutation', openDeliberation: { __typename: 'OpenDeliberationPayload', position: number, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, visibility: Visibility, cancelReason: string | null, quorumShare: number, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null } };

export type RoomCloseMutationVariables = Exact<{
  input: DeliberationStepInput;
}>;


export type RoomCloseMutation = { __typename: 'Mutation', closeDeliberation: { __typename: 'CloseDeliberationPayload', position: number, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, visibility: Visibility, cancelReason: string | null, quorumShare: number, outcomes: { __typename: 'OutcomeConnection', nodes: Array<{ __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null }> }, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null } };

export type RoomAcknowledgeMutationVariables = Exact<{
  input: AcknowledgeMinutesInput;
}>;


export type RoomAcknowledgeMutation = { __typename: 'Mutation', acknowledgeMinutes: { __typename: 'AcknowledgeMinutesPayload', position: number, minutes: { __typename: 'Minutes', id: string, acknowledgements: Array<{ __typename: 'Acknowledgement', id: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> } | null } };

export type RoomPageQueryVariables = Exact<{
  key: string;
}>;


export type RoomPageQuery = { __typename: 'Query', deliberation: { __typename: 'Deliberation', recorded: boolean, id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, visibility: Visibility, cancelReason: string | null, quorumShare: number, invitations: Array<{ __typename: 'Invitation', id: string, createdAt: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, outcomes: { __typename: 'OutcomeConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null }> }, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null };

export type RoomFurtherOutcomesQueryVariables = Exact<{
  key: string;
  after?: string | null | undefined;
}>;


export type RoomFurtherOutcomesQuery = { __typename: 'Query', deliberation: { __typename: 'Deliberation', id: string, outcomes: { __typename: 'OutcomeConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null }> } } | null };

export type RoomOutcomesFragment = { __typename: 'OutcomeConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null }> };

export type RoomMeetingFragment = { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, visibility: Visibility, cancelReason: string | null, quorumShare: number, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null };

export type RoomInvitationFragment = { __typename: 'Invitation', id: string, createdAt: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } };

export type RoomPositionFragment = { __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } };

export type RoomStandingFragment = { __typename: 'Outcome', id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null };

export type RoomOutcomeFragment = { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null };

export type RoomTextsQueryVariables = Exact<{
  id: string | number;
}>;


export type RoomTextsQuery = { __typename: 'Query', outcome: { __typename: 'Outcome', id: string, versions: Array<{ __typename: 'OutcomeVersion', id: string, number: number, text: string, reason: string | null, dueOn: string | null, createdAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string }, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> }> } | null };

export type RoomFollowedSubscriptionVariables = Exact<{
  id: string | number;
  after?: number | null | undefined;
}>;


export type RoomFollowedSubscription = { deliberationChanged: { __typename: 'DeliberationChange', position: number, change: { __typename: 'Change', operation: string, kind: ChangeKind, entity: string, entityId: string, organisation: { __typename: 'Organisation', id: string, name: string } | null, subject:
        | { __typename: 'Acknowledgement', id: string }
        | { __typename: 'Action', id: string }
        | { __typename: 'ActionFinding', id: string }
        | { __typename: 'ActionPlan', id: string }
        | { __typename: 'Adoption', id: string, outcome: { __typename: 'Outcome', text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null } }
        | { __typename: 'Answer', id: string }
        | { __typename: 'ApiKey', id: string }
        | { __typename: 'Area', id: string }
        | { __typename: 'Assessment', id: string }
        | { __typename: 'Comment', id: string, version: number, body: string | null, createdAt: string, takenBackAt: string | null, about: { __typename: 'Outcome', id: string, number: number, comments: { __typename: 'CommentConnection', totalCount: number } } | null, author: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null }, replyTo: { __typename: 'Comment', id: string } | null }
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
        | { __typename: 'Invitation', id: string, createdAt: string, version: number, sector: Sector, delegates: Array<string>, isPresent: boolean, attended: boolean, attendance: Array<{ __typename: 'AttendanceInterval', arrivedAt: string, leftAt: string | null }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }
        | { __typename: 'Measurement', id: string }
        | { __typename: 'Membership', id: string }
        | { __typename: 'Milestone', id: string }
        | { __typename: 'Minutes', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'Outcome', id: string, text: string, reason: string | null, dueOn: string | null, decidedAt: string | null, isSuperseded: boolean, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, deliberation: { __typename: 'Deliberation', id: string }, vote: { __typename: 'Vote', openedAt: string, voices: number } | null, decision: { __typename: 'Decision', method: DecisionMethod, agree: number | null, agreeWithReservation: number | null, object: number | null, abstain: number | null } | null, proposedBy: { __typename: 'Organisation', id: string, key: string, name: string } | null, responsible: Array<{ __typename: 'Organisation', id: string, key: string, name: string }>, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, comments: { __typename: 'CommentConnection', totalCount: number }, adoptions: Array<{ __typename: 'Adoption', id: string, version: number, action: { __typename: 'Action', id: string, title: string, status: ActionStatus, plan: { __typename: 'ActionPlan', id: string } } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null }
        | { __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, outcome: { __typename: 'Outcome', id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, positions: Array<{ __typename: 'OutcomePosition', id: string, version: number, stance: Stance, reason: string | null, counts: boolean, takenAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null }, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }
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
       | null }, deliberation: { __typename: 'Deliberation', id: string, key: string, title: string, kind: DeliberationKind, status: DeliberationStatus, version: number, summary: string | null, heldFrom: string, heldTo: string, place: string | null, timeZone: TimeZone, openedAt: string | null, visibility: Visibility, cancelReason: string | null, quorumShare: number, outcomes: { __typename: 'OutcomeConnection', nodes: Array<{ __typename: 'Outcome', id: string, number: number, version: number, textVersion: number, status: OutcomeStatus, votingSince: string | null, positions: Array<{ __typename: 'OutcomePosition', id: string, counts: boolean }>, tally: { __typename: 'Tally', agree: number, agreeWithReservation: number, object: number, abstain: number }, quorum: { __typename: 'Quorum', met: boolean, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null }> }, convener: { __typename: 'Organisation', id: string, key: string, name: string }, region: { __typename: 'Region', id: string, code: string, name: string } | null, agenda: Array<{ __typename: 'AgendaItem', title: string, startsAt: string | null, note: string | null }>, quorum: { __typename: 'Quorum', met: boolean, attending: number, invited: number, needed: number, sectorsMissing: Array<Sector>, organisationsMissing: Array<{ __typename: 'Organisation', id: string, key: string, name: string }> } | null, minutes: { __typename: 'Minutes', id: string, sha256: string } | null } | null } };

export type RoomMinutesQueryVariables = Exact<{
  key: string;
  language: TextLanguage;
}>;


export type RoomMinutesQuery = { __typename: 'Query', deliberation: { __typename: 'Deliberation', id: string, minutes: { __typename: 'Minutes', id: string, closedAt: string, sha256: string, document: string, html: string, acknowledgements: Array<{ __typename: 'Acknowledgement', id: string, createdAt: string, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> } | null } | null };

export type SearchPageQueryVariables = Exact<{
  text: string;
  types?: Array<SearchType> | SearchType | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchPageQuery = { __typename: 'Query', search: { __typename: 'SearchConnection', totalCount: number, isNear: boolean, ignoredWords: Array<string>, counts: Array<{ __typename: 'SearchCount', type: SearchType, count: number, isComplete: boolean }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, edges: Array<{ __typename: 'SearchEdge', cursor: string, node: { __typename: 'SearchHit', type: SearchType, title: string | null, highlights: Array<{ __typename: 'SearchHighlight', field: string, language: TextLanguage | null, segments: Array<{ __typename: 'SearchSegment', text: string, isMatch: boolean }> }>, node:
          | { __typename: 'Acknowledgement', id: string }
          | { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } }
          | { __typename: 'ActionFinding', id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } }
          | { __typename: 'ActionPlan', id: string }
          | { __typename: 'Adoption', id: string }
          | { __typename: 'Answer', id: string }
          | { __typename: 'ApiKey', id: string }
          | { __typename: 'Area', id: string }
          | { __typename: 'Assessment', id: string }
          | { __typename: 'Comment', id: string, about: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } | null }
          | { __typename: 'Contribution', id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } }
          | { __typename: 'Deliberation', key: string, id: string }
          | { __typename: 'EnterpriseGroup', id: string }
          | { __typename: 'Evidence', id: string }
          | { __typename: 'Export', id: string }
          | { __typename: 'Finding', id: string, assessment: { __typename: 'Assessment', id: string } }
          | { __typename: 'FindingReply', id: string }
          | { __typename: 'Funding', id: string }
          | { __typename: 'GroupMeasurement', id: string }
          | { __typename: 'Import', id: string }
          | { __typename: 'Indicator', key: string, id: string }
          | { __typename: 'Instrument', id: string }
          | { __typename: 'Invitation', id: string }
          | { __typename: 'Measurement', id: string }
          | { __typename: 'Membership', id: string }
          | { __typename: 'Milestone', id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } }
          | { __typename: 'Minutes', id: string }
          | { __typename: 'Organisation', key: string, id: string }
          | { __typename: 'Outcome', id: string, deliberation: { __typename: 'Deliberation', id: string, key: string } }
          | { __typename: 'OutcomePosition', id: string }
          | { __typename: 'OutcomeVersion', id: string }
          | { __typename: 'Participant', id: string }
          | { __typename: 'Payment', id: string }
          | { __typename: 'Programme', id: string }
          | { __typename: 'ProgressUpdate', id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } }
          | { __typename: 'Region', code: string, id: string }
          | { __typename: 'RegionCatalogue', id: string }
          | { __typename: 'Review', id: string }
          | { __typename: 'Support', id: string }
          | { __typename: 'Target', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'View', key: string, id: string }
          | { __typename: 'ViewStar', id: string }
          | { __typename: 'Webhook', id: string }
         } }> } };

export type ViewPageCellFragment = { __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
    | { __typename: 'Region', code: string, id: string }
    | { __typename: 'RegionCatalogue', id: string }
    | { __typename: 'Review', id: string }
    | { __typename: 'Support', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'View', id: string }
    | { __typename: 'ViewStar', id: string }
    | { __typename: 'Webhook', id: string }
   | null };

export type ViewPageResultPartsFragment = { __typename: 'ViewResult', position: number, totalCount: number, columns: Array<{ __typename: 'ViewColumn', key: string, kind: ViewCellKind, isMeasure: boolean, heading: { __typename: 'TranslatedText', indonesian: string, english: string } }>, rows: Array<{ __typename: 'ViewRow', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
        | { __typename: 'Region', code: string, id: string }
        | { __typename: 'RegionCatalogue', id: string }
        | { __typename: 'Review', id: string }
        | { __typename: 'Support', id: string }
        | { __typename: 'Target', id: string }
        | { __typename: 'User', id: string }
        | { __typename: 'View', id: string }
        | { __typename: 'ViewStar', id: string }
        | { __typename: 'Webhook', id: string }
       | null }>, record:
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
     | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
      | { __typename: 'Region', code: string, id: string }
      | { __typename: 'RegionCatalogue', id: string }
      | { __typename: 'Review', id: string }
      | { __typename: 'Support', id: string }
      | { __typename: 'Target', id: string }
      | { __typename: 'User', id: string }
      | { __typename: 'View', id: string }
      | { __typename: 'ViewStar', id: string }
      | { __typename: 'Webhook', id: string }
     | null }> | null, matrix: { __typename: 'ViewMatrix', rowCount: number, columnCount: number, isCut: boolean, rows: Array<{ __typename: 'ViewMatrixLine', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
          | { __typename: 'Region', code: string, id: string }
          | { __typename: 'RegionCatalogue', id: string }
          | { __typename: 'Review', id: string }
          | { __typename: 'Support', id: string }
          | { __typename: 'Target', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'View', id: string }
          | { __typename: 'ViewStar', id: string }
          | { __typename: 'Webhook', id: string }
         | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
          | { __typename: 'Region', code: string, id: string }
          | { __typename: 'RegionCatalogue', id: string }
          | { __typename: 'Review', id: string }
          | { __typename: 'Support', id: string }
          | { __typename: 'Target', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'View', id: string }
          | { __typename: 'ViewStar', id: string }
          | { __typename: 'Webhook', id: string }
         | null }> }>, columns: Array<{ __typename: 'ViewMatrixLine', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
          | { __typename: 'Region', code: string, id: string }
          | { __typename: 'RegionCatalogue', id: string }
          | { __typename: 'Review', id: string }
          | { __typename: 'Support', id: string }
          | { __typename: 'Target', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'View', id: string }
          | { __typename: 'ViewStar', id: string }
          | { __typename: 'Webhook', id: string }
         | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
          | { __typename: 'Region', code: string, id: string }
          | { __typename: 'RegionCatalogue', id: string }
          | { __typename: 'Review', id: string }
          | { __typename: 'Support', id: string }
          | { __typename: 'Target', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'View', id: string }
          | { __typename: 'ViewStar', id: string }
          | { __typename: 'Webhook', id: string }
         | null }> }>, cells: Array<{ __typename: 'ViewMatrixCell', row: number, column: number, cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
          | { __typename: 'Region', code: string, id: string }
          | { __typename: 'RegionCatalogue', id: string }
          | { __typename: 'Review', id: string }
          | { __typename: 'Support', id: string }
          | { __typename: 'Target', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'View', id: string }
          | { __typename: 'ViewStar', id: string }
          | { __typename: 'Webhook', id: string }
         | null }> }> } | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } };

export type ViewPagePartsFragment = { __typename: 'View', id: string, key: string, title: string, kind: ViewKind, dataset: ViewDataset, audience: ViewAudience, version: number, where: unknown, columns: Array<string>, groupBy: Array<string>, matrixRows: Array<string>, matrixColumns: Array<string>, measures: Array<string>, pageSize: number, titleText: { __typename: 'TranslatedText', indonesian: string, english: string }, descriptionText: { __typename: 'TranslatedText', indonesian: string, english: string } | null, orderBy: Array<{ __typename: 'ViewSort', field: string, direction: string }>, parameters: Array<{ __typename: 'ViewParameter', name: string, type: ViewParameterType, enumeration: string | null, required: boolean, default: unknown, titleText: { __typename: 'TranslatedText', indonesian: string, english: string } }>, chart: { __typename: 'ViewChart', kind: ViewChartKind, x: string | null, y: Array<string>, series: string | null } | null, faults: Array<{ __typename: 'ViewFault', path: string, message: { __typename: 'TranslatedText', indonesian: string, english: string } }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, star: { __typename: 'ViewStar', id: string, version: number } | null };

export type ViewPageQueryVariables = Exact<{
  key: string;
}>;


export type ViewPageQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', kind: ViewerKind, operator: boolean, memberships: Array<{ __typename: 'ViewerMembership', roles: Array<Role>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> }, view: { __typename: 'View', id: string, key: string, title: string, kind: ViewKind, dataset: ViewDataset, audience: ViewAudience, version: number, where: unknown, columns: Array<string>, groupBy: Array<string>, matrixRows: Array<string>, matrixColumns: Array<string>, measures: Array<string>, pageSize: number, titleText: { __typename: 'TranslatedText', indonesian: string, english: string }, descriptionText: { __typename: 'TranslatedText', indonesian: string, english: string } | null, orderBy: Array<{ __typename: 'ViewSort', field: string, direction: string }>, parameters: Array<{ __typename: 'ViewParameter', name: string, type: ViewParameterType, enumeration: string | null, required: boolean, default: unknown, titleText: { __typename: 'TranslatedText', indonesian: string, english: string } }>, chart: { __typename: 'ViewChart', kind: ViewChartKind, x: string | null, y: Array<string>, series: string | null } | null, faults: Array<{ __typename: 'ViewFault', path: string, message: { __typename: 'TranslatedText', indonesian: string, english: string } }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, star: { __typename: 'ViewStar', id: string, version: number } | null } | null };

export type ViewPageResultQueryVariables = Exact<{
  key: string;
  parameters?: unknown;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ViewPageResultQuery = { __typename: 'Query', view: { __typename: 'View', id: string, result: { __typename: 'ViewResult', position: number, totalCount: number, columns: Array<{ __typename: 'ViewColumn', key: string, kind: ViewCellKind, isMeasure: boolean, heading: { __typename: 'TranslatedText', indonesian: string, english: string } }>, rows: Array<{ __typename: 'ViewRow', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
            | { __typename: 'Region', code: string, id: string }
            | { __typename: 'RegionCatalogue', id: string }
            | { __typename: 'Review', id: string }
            | { __typename: 'Support', id: string }
            | { __typename: 'Target', id: string }
            | { __typename: 'User', id: string }
            | { __typename: 'View', id: string }
            | { __typename: 'ViewStar', id: string }
            | { __typename: 'Webhook', id: string }
           | null }>, record:
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
         | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
          | { __typename: 'Region', code: string, id: string }
          | { __typename: 'RegionCatalogue', id: string }
          | { __typename: 'Review', id: string }
          | { __typename: 'Support', id: string }
          | { __typename: 'Target', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'View', id: string }
          | { __typename: 'ViewStar', id: string }
          | { __typename: 'Webhook', id: string }
         | null }> | null, matrix: { __typename: 'ViewMatrix', rowCount: number, columnCount: number, isCut: boolean, rows: Array<{ __typename: 'ViewMatrixLine', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }> }>, columns: Array<{ __typename: 'ViewMatrixLine', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }> }>, cells: Array<{ __typename: 'ViewMatrixCell', row: number, column: number, cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }> }> } | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };

export type ViewPageLiveSubscriptionVariables = Exact<{
  id: string | number;
  parameters?: unknown;
}>;


export type ViewPageLiveSubscription = { viewLive: { __typename: 'LiveViewResult', position: number, result: { __typename: 'ViewResult', position: number, totalCount: number, columns: Array<{ __typename: 'ViewColumn', key: string, kind: ViewCellKind, isMeasure: boolean, heading: { __typename: 'TranslatedText', indonesian: string, english: string } }>, rows: Array<{ __typename: 'ViewRow', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
            | { __typename: 'Region', code: string, id: string }
            | { __typename: 'RegionCatalogue', id: string }
            | { __typename: 'Review', id: string }
            | { __typename: 'Support', id: string }
            | { __typename: 'Target', id: string }
            | { __typename: 'User', id: string }
            | { __typename: 'View', id: string }
            | { __typename: 'ViewStar', id: string }
            | { __typename: 'Webhook', id: string }
           | null }>, record:
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
         | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
          | { __typename: 'Region', code: string, id: string }
          | { __typename: 'RegionCatalogue', id: string }
          | { __typename: 'Review', id: string }
          | { __typename: 'Support', id: string }
          | { __typename: 'Target', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'View', id: string }
          | { __typename: 'ViewStar', id: string }
          | { __typename: 'Webhook', id: string }
         | null }> | null, matrix: { __typename: 'ViewMatrix', rowCount: number, columnCount: number, isCut: boolean, rows: Array<{ __typename: 'ViewMatrixLine', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }> }>, columns: Array<{ __typename: 'ViewMatrixLine', cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }>, totals: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }> }>, cells: Array<{ __typename: 'ViewMatrixCell', row: number, column: number, cells: Array<{ __typename: 'ViewCell', kind: ViewCellKind, isNull: boolean, text: string | null, number: number | null, money: string | null, date: string | null, instant: string | null, boolean: boolean | null, codes: Array<string>, label: { __typename: 'TranslatedText', indonesian: string, english: string } | null, reference:
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
              | { __typename: 'Region', code: string, id: string }
              | { __typename: 'RegionCatalogue', id: string }
              | { __typename: 'Review', id: string }
              | { __typename: 'Support', id: string }
              | { __typename: 'Target', id: string }
              | { __typename: 'User', id: string }
              | { __typename: 'View', id: string }
              | { __typename: 'ViewStar', id: string }
              | { __typename: 'Webhook', id: string }
             | null }> }> } | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } };

export type ViewPageDocumentQueryVariables = Exact<{
  key: string;
  parameters?: unknown;
}>;


export type ViewPageDocumentQuery = { __typename: 'Query', view: { __typename: 'View', id: string, document: string, variables: unknown } | null };

export type ViewPagePlansQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewPagePlansQuery = { __typename: 'Query', actionPlans: { __typename: 'ActionPlanConnection', nodes: Array<{ __typename: 'ActionPlan', id: string, title: string }> } };

export type ViewPageShareMutationVariables = Exact<{
  input: ShareViewInput;
}>;


export type ViewPageShareMutation = { __typename: 'Mutation', shareView: { __typename: 'ShareViewPayload', position: number, view: { __typename: 'View', id: string, audience: ViewAudience, version: number, plan: { __typename: 'ActionPlan', id: string, title: string } | null } | null } };

export type ViewPageSaveMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type ViewPageSaveMutation = { __typename: 'Mutation', saveView: { __typename: 'SaveViewPayload', position: number, view: { __typename: 'View', id: string, key: string, title: string, kind: ViewKind, dataset: ViewDataset, audience: ViewAudience, version: number, where: unknown, columns: Array<string>, groupBy: Array<string>, matrixRows: Array<string>, matrixColumns: Array<string>, measures: Array<string>, pageSize: number, titleText: { __typename: 'TranslatedText', indonesian: string, english: string }, descriptionText: { __typename: 'TranslatedText', indonesian: string, english: string } | null, orderBy: Array<{ __typename: 'ViewSort', field: string, direction: string }>, parameters: Array<{ __typename: 'ViewParameter', name: string, type: ViewParameterType, enumeration: string | null, required: boolean, default: unknown, titleText: { __typename: 'TranslatedText', indonesian: string, english: string } }>, chart: { __typename: 'ViewChart', kind: ViewChartKind, x: string | null, y: Array<string>, series: string | null } | null, faults: Array<{ __typename: 'ViewFault', path: string, message: { __typename: 'TranslatedText', indonesian: string, english: string } }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, star: { __typename: 'ViewStar', id: string, version: number } | null } | null } };

export type ViewPageUpdateMutationVariables = Exact<{
  input: UpdateViewInput;
}>;


export type ViewPageUpdateMutation = { __typename: 'Mutation', updateView: { __typename: 'UpdateViewPayload', position: number, view: { __typename: 'View', id: string, key: string, title: string, kind: ViewKind, dataset: ViewDataset, audience: ViewAudience, version: number, where: unknown, columns: Array<string>, groupBy: Array<string>, matrixRows: Array<string>, matrixColumns: Array<string>, measures: Array<string>, pageSize: number, titleText: { __typename: 'TranslatedText', indonesian: string, english: string }, descriptionText: { __typename: 'TranslatedText', indonesian: string, english: string } | null, orderBy: Array<{ __typename: 'ViewSort', field: string, direction: string }>, parameters: Array<{ __typename: 'ViewParameter', name: string, type: ViewParameterType, enumeration: string | null, required: boolean, default: unknown, titleText: { __typename: 'TranslatedText', indonesian: string, english: string } }>, chart: { __typename: 'ViewChart', kind: ViewChartKind, x: string | null, y: Array<string>, series: string | null } | null, faults: Array<{ __typename: 'ViewFault', path: string, message: { __typename: 'TranslatedText', indonesian: string, english: string } }>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } | null, plan: { __typename: 'ActionPlan', id: string, title: string } | null, star: { __typename: 'ViewStar', id: string, version: number } | null } | null } };

export type ViewPageRemoveMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type ViewPageRemoveMutation = { __typename: 'Mutation', removeView: { __typename: 'RemoveViewPayload', position: number, removedId: string } };

export type ViewPageStartExportMutationVariables = Exact<{
  input: StartExportInput;
}>;


export type ViewPageStartExportMutation = { __typename: 'Mutation', startExport: { __typename: 'StartExportPayload', position: number, export: { __typename: 'Export', id: string } | null } };

export type ViewPageExportQueryVariables = Exact<{
  id: string | number;
}>;


export type ViewPageExportQuery = { __typename: 'Query', export: { __typename: 'Export', id: string, status: ExportStatus, progress: number, rows: number | null, bytes: number | null, address: string | null, failure: string | null, expiresAt: string | null } | null };

export type ViewsPageQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ViewsPageQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', kind: ViewerKind }, views: { __typename: 'ViewConnection', totalCount: number, nodes: Array<{ __typename: 'View', id: string, key: string, title: string, kind: ViewKind, dataset: ViewDataset, audience: ViewAudience, version: number, descriptionText: { __typename: 'TranslatedText', indonesian: string, english: string } | null, chart: { __typename: 'ViewChart', kind: ViewChartKind } | null, organisation: { __typename: 'Organisation', id: string, key: string, name: string } | null, star: { __typename: 'ViewStar', id: string, version: number } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type ViewsStarMutationVariables = Exact<{
  input: StarViewInput;
}>;


export type ViewsStarMutation = { __typename: 'Mutation', starView: { __typename: 'StarViewPayload', position: number, view: { __typename: 'View', id: string, star: { __typename: 'ViewStar', id: string, version: number } | null } | null } };

export type ViewsUnstarMutationVariables = Exact<{
  input: RemovalInput;
}>;


export type ViewsUnstarMutation = { __typename: 'Mutation', unstarView: { __typename: 'UnstarViewPayload', position: number, removedId: string } };

export type CommentItemFragment = { __typename: 'Comment', id: string, version: number, body: string | null, createdAt: string, takenBackAt: string | null, author: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null }, replyTo: { __typename: 'Comment', id: string } | null };

export type CommentAddMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type CommentAddMutation = { __typename: 'Mutation', addComment: { __typename: 'AddCommentPayload', position: number, comment: { __typename: 'Comment', id: string, version: number, body: string | null, createdAt: string, takenBackAt: string | null, action: { __typename: 'Action', id: string } | null, outcome: { __typename: 'Outcome', id: string } | null, author: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null }, replyTo: { __typename: 'Comment', id: string } | null } | null } };

export type CommentTakeBackMutationVariables = Exact<{
  input: TakeBackCommentInput;
}>;


export type CommentTakeBackMutation = { __typename: 'Mutation', takeBackComment: { __typename: 'TakeBackCommentPayload', position: number, comment: { __typename: 'Comment', id: string, version: number, body: string | null, createdAt: string, takenBackAt: string | null, author: { __typename: 'Reporter', organisation: { __typename: 'Organisation', id: string, name: string }, user: { __typename: 'User', id: string, name: string | null } | null }, replyTo: { __typename: 'Comment', id: string } | null } | null } };

export type LastChangeQueryVariables = Exact<{
  id: string | number;
}>;


export type LastChangeQuery = { __typename: 'Query', changes: { __typename: 'ChangeConnection', nodes: Array<{ __typename: 'Change', position: number, at: string, organisation: { __typename: 'Organisation', id: string, name: string } | null, user: { __typename: 'User', id: string, name: string | null } | null }> } };

type LinkedNode_Acknowledgement_Fragment = { __typename: 'Acknowledgement', id: string };

type LinkedNode_Action_Fragment = { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } };

type LinkedNode_ActionFinding_Fragment = { __typename: 'ActionFinding', id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } };

type LinkedNode_ActionPlan_Fragment = { __typename: 'ActionPlan', id: string };

type LinkedNode_Adoption_Fragment = { __typename: 'Adoption', id: string };

type LinkedNode_Answer_Fragment = { __typename: 'Answer', id: string };

type LinkedNode_ApiKey_Fragment = { __typename: 'ApiKey', id: string };

type LinkedNode_Area_Fragment = { __typename: 'Area', id: string };

type LinkedNode_Assessment_Fragment = { __typename: 'Assessment', id: string };

type LinkedNode_Comment_Fragment = { __typename: 'Comment', id: string, about: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } | null };

type LinkedNode_Contribution_Fragment = { __typename: 'Contribution', id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } };

type LinkedNode_Deliberation_Fragment = { __typename: 'Deliberation', key: string, id: string };

type LinkedNode_EnterpriseGroup_Fragment = { __typename: 'EnterpriseGroup', id: string };

type LinkedNode_Evidence_Fragment = { __typename: 'Evidence', id: string };

type LinkedNode_Export_Fragment = { __typename: 'Export', id: string };

type LinkedNode_Finding_Fragment = { __typename: 'Finding', id: string, assessment: { __typename: 'Assessment', id: string } };

type LinkedNode_FindingReply_Fragment = { __typename: 'FindingReply', id: string };

type LinkedNode_Funding_Fragment = { __typename: 'Funding', id: string };

type LinkedNode_GroupMeasurement_Fragment = { __typename: 'GroupMeasurement', id: string };

type LinkedNode_Import_Fragment = { __typename: 'Import', id: string };

type LinkedNode_Indicator_Fragment = { __typename: 'Indicator', key: string, id: string };

type LinkedNode_Instrument_Fragment = { __typename: 'Instrument', id: string };

type LinkedNode_Invitation_Fragment = { __typename: 'Invitation', id: string };

type LinkedNode_Measurement_Fragment = { __typename: 'Measurement', id: string };

type LinkedNode_Membership_Fragment = { __typename: 'Membership', id: string };

type LinkedNode_Milestone_Fragment = { __typename: 'Milestone', id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } };

type LinkedNode_Minutes_Fragment = { __typename: 'Minutes', id: string };

type LinkedNode_Organisation_Fragment = { __typename: 'Organisation', key: string, id: string };

type LinkedNode_Outcome_Fragment = { __typename: 'Outcome', id: string, deliberation: { __typename: 'Deliberation', id: string, key: string } };

type LinkedNode_OutcomePosition_Fragment = { __typename: 'OutcomePosition', id: string };

type LinkedNode_OutcomeVersion_Fragment = { __typename: 'OutcomeVersion', id: string };

type LinkedNode_Participant_Fragment = { __typename: 'Participant', id: string };

type LinkedNode_Payment_Fragment = { __typename: 'Payment', id: string };

type LinkedNode_Programme_Fragment = { __typename: 'Programme', id: string };

type LinkedNode_ProgressUpdate_Fragment = { __typename: 'ProgressUpdate', id: string, action: { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } } };

type LinkedNode_Region_Fragment = { __typename: 'Region', code: string, id: string };

type LinkedNode_RegionCatalogue_Fragment = { __typename: 'RegionCatalogue', id: string };

type LinkedNode_Review_Fragment = { __typename: 'Review', id: string };

type LinkedNode_Support_Fragment = { __typename: 'Support', id: string };

type LinkedNode_Target_Fragment = { __typename: 'Target', id: string };

type LinkedNode_User_Fragment = { __typename: 'User', id: string };

type LinkedNode_View_Fragment = { __typename: 'View', key: string, id: string };

type LinkedNode_ViewStar_Fragment = { __typename: 'ViewStar', id: string };

type LinkedNode_Webhook_Fragment = { __typename: 'Webhook', id: string };

export type LinkedNodeFragment =
  | LinkedNode_Acknowledgement_Fragment
  | LinkedNode_Action_Fragment
  | LinkedNode_ActionFinding_Fragment
  | LinkedNode_ActionPlan_Fragment
  | LinkedNode_Adoption_Fragment
  | LinkedNode_Answer_Fragment
  | LinkedNode_ApiKey_Fragment
  | LinkedNode_Area_Fragment
  | LinkedNode_Assessment_Fragment
  | LinkedNode_Comment_Fragment
  | LinkedNode_Contribution_Fragment
  | LinkedNode_Deliberation_Fragment
  | LinkedNode_EnterpriseGroup_Fragment
  | LinkedNode_Evidence_Fragment
  | LinkedNode_Export_Fragment
  | LinkedNode_Finding_Fragment
  | LinkedNode_FindingReply_Fragment
  | LinkedNode_Funding_Fragment
  | LinkedNode_GroupMeasurement_Fragment
  | LinkedNode_Import_Fragment
  | LinkedNode_Indicator_Fragment
  | LinkedNode_Instrument_Fragment
  | LinkedNode_Invitation_Fragment
  | LinkedNode_Measurement_Fragment
  | LinkedNode_Membership_Fragment
  | LinkedNode_Milestone_Fragment
  | LinkedNode_Minutes_Fragment
  | LinkedNode_Organisation_Fragment
  | LinkedNode_Outcome_Fragment
  | LinkedNode_OutcomePosition_Fragment
  | LinkedNode_OutcomeVersion_Fragment
  | LinkedNode_Participant_Fragment
  | LinkedNode_Payment_Fragment
  | LinkedNode_Programme_Fragment
  | LinkedNode_ProgressUpdate_Fragment
  | LinkedNode_Region_Fragment
  | LinkedNode_RegionCatalogue_Fragment
  | LinkedNode_Review_Fragment
  | LinkedNode_Support_Fragment
  | LinkedNode_Target_Fragment
  | LinkedNode_User_Fragment
  | LinkedNode_View_Fragment
  | LinkedNode_ViewStar_Fragment
  | LinkedNode_Webhook_Fragment
;

export type LinkedActionFragment = { __typename: 'Action', id: string, plan: { __typename: 'ActionPlan', id: string } };

export type OrganisationFieldChoicesQueryVariables = Exact<{
  name: string;
}>;


export type OrganisationFieldChoicesQuery = { __typename: 'Query', organisations: { __typename: 'OrganisationConnection', nodes: Array<{ __typename: 'Organisation', id: string, key: string, name: string, sector: Sector }> } };

export type ProgrammeChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgrammeChoicesQuery = { __typename: 'Query', programmes: { __typename: 'ProgrammeConnection', nodes: Array<{ __typename: 'Programme', id: string, title: string }> } };

export type ProvincesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProvincesQuery = { __typename: 'Query', regions: { __typename: 'RegionConnection', nodes: Array<{ __typename: 'Region', id: string, code: string, name: string }> } };

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
  assigned
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
export const AssessmentActionFindingFragmentDoc = new TypedDocumentString(`
    fragment AssessmentActionFinding on ActionFinding {
  __typename
  id
  version
  completion
  note
  action {
    __typename
    id
    title
    progress
  }
  plan {
    __typename
    id
    title
  }
  replies {
    __typename
    id
    text
    createdAt
    organisation {
      __typename
      id
      name
    }
  }
}
    `, {"fragmentName":"AssessmentActionFinding"}) as unknown as TypedDocumentString<AssessmentActionFindingFragment, unknown>;
export const GroupStandingFragmentDoc = new TypedDocumentString(`
    fragment GroupStanding on EnterpriseGroup {
  __typename
  id
  version
  journey
  journeyReason
}
    `, {"fragmentName":"GroupStanding"}) as unknown as TypedDocumentString<GroupStandingFragment, unknown>;
export const HomeActionFragmentDoc = new TypedDocumentString(`
    fragment HomeAction on Action {
  __typename
  id
  title
  endsOn
  plan {
    __typename
    id
  }
}
    `, {"fragmentName":"HomeAction"}) as unknown as TypedDocumentString<HomeActionFragment, unknown>;
export const IndicatorCountFragmentDoc = new TypedDocumentString(`
    fragment IndicatorCount on DisaggregatedCount {
  __typename
  by
  value
  words
  count
  suppressed
}
    `, {"fragmentName":"IndicatorCount"}) as unknown as TypedDocumentString<IndicatorCountFragment, unknown>;
export const IndicatorFigureFragmentDoc = new TypedDocumentString(`
    fragment IndicatorFigure on Measurement {
  __typename
  id
  version
  period
  startsOn
  endsOn
  value
  suppressed
  status
  isBaseline
  reason
  note
  region {
    __typename
    id
    code
    name
    level
  }
  area {
    __typename
    id
    name
  }
  organisation {
    __typename
    id
    name
  }
  disaggregation {
    __typename
    ...IndicatorCount
  }
  sources {
    __typename
    publisher
    date
    note
    address
  }
}
    fragment IndicatorCount on DisaggregatedCount {
  __typename
  by
  value
  words
  count
  suppressed
}`, {"fragmentName":"IndicatorFigure"}) as unknown as TypedDocumentString<IndicatorFigureFragment, unknown>;
export const OperatorProgrammeFragmentDoc = new TypedDocumentString(`
    fragment OperatorProgramme on Programme {
  __typename
  id
  key
  title
  version
  name {
    __typename
    indonesian
    english
  }
  legalBasis
  policy
  scope
  chain
  sectors
  strategies
  startsOn
  endsOn
  reportEveryMonths
  owner {
    __typename
    id
    key
    name
  }
}
    `, {"fragmentName":"OperatorProgramme"}) as unknown as TypedDocumentString<OperatorProgrammeFragment, unknown>;
export const OrganisationPagePartsFragmentDoc = new TypedDocumentString(`
    fragment OrganisationPageParts on Organisation {
  __typename
  id
  key
  name
  sector
  stateOwned
  contact
  note
  version
  parent {
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
  sources {
    __typename
    publisher
    date
    note
    address
  }
  money {
    __typename
    given {
      __typename
      pledged
      committed
      delivered
    }
  }
}
    `, {"fragmentName":"OrganisationPageParts"}) as unknown as TypedDocumentString<OrganisationPagePartsFragment, unknown>;
export const WebhookPartsFragmentDoc = new TypedDocumentString(`
    fragment WebhookParts on Webhook {
  __typename
  id
  version
  name
  address
  where
  status
  pauseReason
  pausedAt
  position
  failingSince
  secretChangedAt
}
    `, {"fragmentName":"WebhookParts"}) as unknown as TypedDocumentString<WebhookPartsFragment, unknown>;
export const FundingLinkFragmentDoc = new TypedDocumentString(`
    fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}
    `, {"fragmentName":"FundingLink"}) as unknown as TypedDocumentString<FundingLinkFragment, unknown>;
export const ActionContributionFragmentDoc = new TypedDocumentString(`
    fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
    fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"fragmentName":"ActionContribution"}) as unknown as TypedDocumentString<ActionContributionFragment, unknown>;
export const ActionContributionPageFragmentDoc = new TypedDocumentString(`
    fragment ActionContributionPage on ContributionConnection {
  __typename
  totalCount
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...ActionContribution
  }
}
    fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"fragmentName":"ActionContributionPage"}) as unknown as TypedDocumentString<ActionContributionPageFragment, unknown>;
export const ActionReportFragmentDoc = new TypedDocumentString(`
    fragment ActionReport on ProgressUpdate {
  __typename
  id
  progress
  note
  obstacle
  reportedAt
  reportedBy {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
}
    `, {"fragmentName":"ActionReport"}) as unknown as TypedDocumentString<ActionReportFragment, unknown>;
export const ActionReportPageFragmentDoc = new TypedDocumentString(`
    fragment ActionReportPage on ProgressUpdateConnection {
  __typename
  totalCount
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...ActionReport
  }
}
    fragment ActionReport on ProgressUpdate {
  __typename
  id
  progress
  note
  obstacle
  reportedAt
  reportedBy {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
}`, {"fragmentName":"ActionReportPage"}) as unknown as TypedDocumentString<ActionReportPageFragment, unknown>;
export const CommentItemFragmentDoc = new TypedDocumentString(`
    fragment CommentItem on Comment {
  __typename
  id
  version
  body
  createdAt
  takenBackAt
  author {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
  replyTo {
    __typename
    id
  }
}
    `, {"fragmentName":"CommentItem"}) as unknown as TypedDocumentString<CommentItemFragment, unknown>;
export const ActionCommentPageFragmentDoc = new TypedDocumentString(`
    fragment ActionCommentPage on CommentConnection {
  __typename
  totalCount
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...CommentItem
  }
}
    fragment CommentItem on Comment {
  __typename
  id
  version
  body
  createdAt
  takenBackAt
  author {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
  replyTo {
    __typename
    id
  }
}`, {"fragmentName":"ActionCommentPage"}) as unknown as TypedDocumentString<ActionCommentPageFragment, unknown>;
export const FindingRepliesFragmentDoc = new TypedDocumentString(`
    fragment FindingReplies on ActionFinding {
  __typename
  id
  replies {
    __typename
    id
    text
    createdAt
    organisation {
      __typename
      id
      name
    }
  }
}
    `, {"fragmentName":"FindingReplies"}) as unknown as TypedDocumentString<FindingRepliesFragment, unknown>;
export const PlanRupiahFragmentDoc = new TypedDocumentString(`
    fragment PlanRupiah on MoneyByStatus {
  __typename
  pledged
  committed
  delivered
  total
}
    `, {"fragmentName":"PlanRupiah"}) as unknown as TypedDocumentString<PlanRupiahFragment, unknown>;
export const PlanCardFragmentDoc = new TypedDocumentString(`
    fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}
    `, {"fragmentName":"PlanCard"}) as unknown as TypedDocumentString<PlanCardFragment, unknown>;
export const PlanCardsFragmentDoc = new TypedDocumentString(`
    fragment PlanCards on ActionConnection {
  __typename
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...PlanCard
  }
}
    fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}`, {"fragmentName":"PlanCards"}) as unknown as TypedDocumentString<PlanCardsFragment, unknown>;
export const PlanHeadFragmentDoc = new TypedDocumentString(`
    fragment PlanHead on ActionPlan {
  __typename
  id
  key
  version
  title
  summary
  visibility
  status
  acceptance
  awaits {
    __typename
    id
  }
  leadStatus
  startsOn
  endsOn
  isOverdue
  progress
  overdueActions
  programme {
    __typename
    id
    key
    title
    owner {
      __typename
      id
    }
  }
  area {
    __typename
    id
    name
  }
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
    reached {
      __typename
      total
    }
  }
}
    `, {"fragmentName":"PlanHead"}) as unknown as TypedDocumentString<PlanHeadFragment, unknown>;
export const PlanChangeFragmentDoc = new TypedDocumentString(`
    fragment PlanChange on Change {
  __typename
  position
  at
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
  organisation {
    __typename
    id
    name
  }
  user {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"PlanChange"}) as unknown as TypedDocumentString<PlanChangeFragment, unknown>;
export const PlanMilestoneFragmentDoc = new TypedDocumentString(`
    fragment PlanMilestone on Milestone {
  __typename
  id
  title
  dueOn
  completedOn
  isOverdue
  version
}
    `, {"fragmentName":"PlanMilestone"}) as unknown as TypedDocumentString<PlanMilestoneFragment, unknown>;
export const ConvenePartFragmentDoc = new TypedDocumentString(`
    fragment ConvenePart on Organisation {
  __typename
  id
  key
  name
  sector
}
    `, {"fragmentName":"ConvenePart"}) as unknown as TypedDocumentString<ConvenePartFragment, unknown>;
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
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
}`, {"fragmentName":"RoomOutcome"}) as unknown as TypedDocumentString<RoomOutcomeFragment, unknown>;
export const RoomOutcomesFragmentDoc = new TypedDocumentString(`
    fragment RoomOutcomes on OutcomeConnection {
  __typename
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...RoomOutcome
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"fragmentName":"RoomOutcomes"}) as unknown as TypedDocumentString<RoomOutcomesFragment, unknown>;
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
  visibility
  cancelReason
  quorumShare
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
  createdAt
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
export const ViewPageCellFragmentDoc = new TypedDocumentString(`
    fragment ViewPageCell on ViewCell {
  __typename
  kind
  isNull
  text
  number
  money
  date
  instant
  boolean
  codes
  label {
    __typename
    indonesian
    english
  }
  reference {
    __typename
    id
    ... on Region {
      __typename
      code
    }
  }
}
    `, {"fragmentName":"ViewPageCell"}) as unknown as TypedDocumentString<ViewPageCellFragment, unknown>;
export const ViewPageResultPartsFragmentDoc = new TypedDocumentString(`
    fragment ViewPageResultParts on ViewResult {
  __typename
  position
  totalCount
  columns {
    __typename
    key
    kind
    isMeasure
    heading {
      __typename
      indonesian
      english
    }
  }
  rows {
    __typename
    cells {
      __typename
      ...ViewPageCell
    }
    record {
      __typename
      id
    }
  }
  totals {
    __typename
    ...ViewPageCell
  }
  matrix {
    __typename
    rowCount
    columnCount
    isCut
    rows {
      __typename
      cells {
        __typename
        ...ViewPageCell
      }
      totals {
        __typename
        ...ViewPageCell
      }
    }
    columns {
      __typename
      cells {
        __typename
        ...ViewPageCell
      }
      totals {
        __typename
        ...ViewPageCell
      }
    }
    cells {
      __typename
      row
      column
      cells {
        __typename
        ...ViewPageCell
      }
    }
  }
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
}
    fragment ViewPageCell on ViewCell {
  __typename
  kind
  isNull
  text
  number
  money
  date
  instant
  boolean
  codes
  label {
    __typename
    indonesian
    english
  }
  reference {
    __typename
    id
    ... on Region {
      __typename
      code
    }
  }
}`, {"fragmentName":"ViewPageResultParts"}) as unknown as TypedDocumentString<ViewPageResultPartsFragment, unknown>;
export const ViewPagePartsFragmentDoc = new TypedDocumentString(`
    fragment ViewPageParts on View {
  __typename
  id
  key
  title
  titleText {
    __typename
    indonesian
    english
  }
  descriptionText {
    __typename
    indonesian
    english
  }
  kind
  dataset
  audience
  version
  where
  columns
  groupBy
  matrixRows
  matrixColumns
  measures
  pageSize
  orderBy {
    __typename
    field
    direction
  }
  parameters {
    __typename
    name
    type
    enumeration
    required
    default
    titleText {
      __typename
      indonesian
      english
    }
  }
  chart {
    __typename
    kind
    x
    y
    series
  }
  faults {
    __typename
    path
    message {
      __typename
      indonesian
      english
    }
  }
  organisation {
    __typename
    id
    key
    name
  }
  plan {
    __typename
    id
    title
  }
  star {
    __typename
    id
    version
  }
}
    `, {"fragmentName":"ViewPageParts"}) as unknown as TypedDocumentString<ViewPagePartsFragment, unknown>;
export const LinkedActionFragmentDoc = new TypedDocumentString(`
    fragment LinkedAction on Action {
  __typename
  id
  plan {
    __typename
    id
  }
}
    `, {"fragmentName":"LinkedAction"}) as unknown as TypedDocumentString<LinkedActionFragment, unknown>;
export const LinkedNodeFragmentDoc = new TypedDocumentString(`
    fragment LinkedNode on Node {
  __typename
  id
  ... on Action {
    __typename
    plan {
      __typename
      id
    }
  }
  ... on Milestone {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on Contribution {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on ProgressUpdate {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on ActionFinding {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on Comment {
    __typename
    about: action {
      __typename
      ...LinkedAction
    }
  }
  ... on Finding {
    __typename
    assessment {
      __typename
      id
    }
  }
  ... on Outcome {
    __typename
    deliberation {
      __typename
      id
      key
    }
  }
  ... on Deliberation {
    __typename
    key
  }
  ... on Indicator {
    __typename
    key
  }
  ... on Organisation {
    __typename
    key
  }
  ... on View {
    __typename
    key
  }
  ... on Region {
    __typename
    code
  }
}
    fragment LinkedAction on Action {
  __typename
  id
  plan {
    __typename
    id
  }
}`, {"fragmentName":"LinkedNode"}) as unknown as TypedDocumentString<LinkedNodeFragment, unknown>;
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
    actionFindings {
      __typename
      ...AssessmentActionFinding
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
  assigned
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
}
fragment AssessmentActionFinding on ActionFinding {
  __typename
  id
  version
  completion
  note
  action {
    __typename
    id
    title
    progress
  }
  plan {
    __typename
    id
    title
  }
  replies {
    __typename
    id
    text
    createdAt
    organisation {
      __typename
      id
      name
    }
  }
}`, {"hash":"sha256:925796ae5995d1b49bc9308461fcff9c93cc7f29c85feeefdb173b9c836e825f"}) as unknown as TypedDocumentString<AssessmentPageQuery, AssessmentPageQueryVariables>;
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
        actionFindings {
          __typename
          ...AssessmentActionFinding
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
  assigned
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
}
fragment AssessmentActionFinding on ActionFinding {
  __typename
  id
  version
  completion
  note
  action {
    __typename
    id
    title
    progress
  }
  plan {
    __typename
    id
    title
  }
  replies {
    __typename
    id
    text
    createdAt
    organisation {
      __typename
      id
      name
    }
  }
}`, {"hash":"sha256:886ad7228d7f1cc3e572013fe658fc4f263b25929ed66a3933f9de08bc9e8323"}) as unknown as TypedDocumentString<AssessmentChangesSubscription, AssessmentChangesSubscriptionVariables>;
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
  assigned
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
}`, {"hash":"sha256:ae675378fb8af89e9c5bfde65aa44c494248bd7369ba12c24dce7e7baaa0618a"}) as unknown as TypedDocumentString<AssessmentSubmitMutation, AssessmentSubmitMutationVariables>;
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
  assigned
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
}`, {"hash":"sha256:ace07f0b82b84b6275dcb5b1c217b081d44f03cf0c1d19f18e401c811841dba2"}) as unknown as TypedDocumentString<AssessmentBeginReviewMutation, AssessmentBeginReviewMutationVariables>;
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
  assigned
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
}`, {"hash":"sha256:9558098a1c5458d0639b8b61eef7f0ea54f0d5cb2b634b8811f017e74ff9b520"}) as unknown as TypedDocumentString<AssessmentReturnMutation, AssessmentReturnMutationVariables>;
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
  assigned
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
}`, {"hash":"sha256:56684d1edd3a9d91da2e856a49890f523d20643f1bddab650763100fed2422af"}) as unknown as TypedDocumentString<AssessmentAcceptMutation, AssessmentAcceptMutationVariables>;
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
  assigned
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
}`, {"hash":"sha256:d8aa425a7015d841c6dff8e273c415e3833cafe9a4a69247a8fad9506c89fcd0"}) as unknown as TypedDocumentString<AssessmentPublishMutation, AssessmentPublishMutationVariables>;
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
export const AssessmentChangeFindingDocument = new TypedDocumentString(`
    mutation AssessmentChangeFinding($input: UpdateFindingInput!) {
  __typename
  updateFinding(input: $input) {
    __typename
    position
    finding {
      __typename
      ...AssessmentFinding
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
}`, {"hash":"sha256:26ae23f3eadb8ef0388463188403824cd9ea48870cfd9234b4b2eb3324eb99a1"}) as unknown as TypedDocumentString<AssessmentChangeFindingMutation, AssessmentChangeFindingMutationVariables>;
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
export const AssessmentWithdrawDocument = new TypedDocumentString(`
    mutation AssessmentWithdraw($input: AssessmentReasonInput!) {
  __typename
  withdrawAssessment(input: $input) {
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
  assigned
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
}`, {"hash":"sha256:4ae0486c69b0bac9c0049b61b0ddbea2723d8d72f47e37118869f74b2368f55d"}) as unknown as TypedDocumentString<AssessmentWithdrawMutation, AssessmentWithdrawMutationVariables>;
export const AssessmentCorrectDocument = new TypedDocumentString(`
    mutation AssessmentCorrect($input: CorrectAssessmentInput!) {
  __typename
  correctAssessment(input: $input) {
    __typename
    position
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
  assigned
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
}`, {"hash":"sha256:e4e40414304d188fb2e457ea3cfdcb1ee91acf65e0d3f2050589ee7fc5719716"}) as unknown as TypedDocumentString<AssessmentCorrectMutation, AssessmentCorrectMutationVariables>;
export const AssessmentsListDocument = new TypedDocumentString(`
    query AssessmentsList($where: AssessmentFilter, $orderBy: [AssessmentOrder!], $after: String) {
  __typename
  assessments(where: $where, orderBy: $orderBy, first: 25, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      version
      status
      round
      dueOn
      completeness
      publishedAt
      isCorrected
      recorded
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
      university {
        __typename
        id
        name
      }
      instrument {
        __typename
        id
        title
        edition
      }
    }
  }
}
    `, {"hash":"sha256:60a35eb4fbf177776eb8f534c122ce6ddeb5df96457e1474b96d37ce1a1d6a7d"}) as unknown as TypedDocumentString<AssessmentsListQuery, AssessmentsListQueryVariables>;
export const AssessmentBeginUniversitiesDocument = new TypedDocumentString(`
    query AssessmentBeginUniversities($name: TextFilter) {
  __typename
  organisations(
    where: {sector: {eq: UNIVERSITY}, name: $name}
    orderBy: [{field: NAME}]
    first: 20
  ) {
    __typename
    nodes {
      __typename
      id
      name
      region {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:9419783a69b9e24ce41b7f790fb62331ab19b3f6eb2c39de419095292bc76edd"}) as unknown as TypedDocumentString<AssessmentBeginUniversitiesQuery, AssessmentBeginUniversitiesQueryVariables>;
export const AssessmentBeginPlansDocument = new TypedDocumentString(`
    query AssessmentBeginPlans($where: ActionPlanFilter) {
  __typename
  actionPlans(where: $where, orderBy: [{field: TITLE}], first: 20) {
    __typename
    nodes {
      __typename
      id
      title
      area {
        __typename
        id
        name
      }
      programme {
        __typename
        id
        title
      }
    }
  }
}
    `, {"hash":"sha256:444e956b6fe7a8c7a2008066788768962a9e5bcf9a0a90ef7fac84fbf5c347bc"}) as unknown as TypedDocumentString<AssessmentBeginPlansQuery, AssessmentBeginPlansQueryVariables>;
export const AssessmentBeginAreasDocument = new TypedDocumentString(`
    query AssessmentBeginAreas($name: TextFilter) {
  __typename
  areas(where: {name: $name}, orderBy: [{field: NAME}], first: 20) {
    __typename
    nodes {
      __typename
      id
      name
      theme
    }
  }
}
    `, {"hash":"sha256:c6b9447f3fd61d58321d5219b7b9fae7d829dc4498be58fcc1a0cc8fea7928bb"}) as unknown as TypedDocumentString<AssessmentBeginAreasQuery, AssessmentBeginAreasQueryVariables>;
export const AssessmentBeginInstrumentsDocument = new TypedDocumentString(`
    query AssessmentBeginInstruments {
  __typename
  instruments(
    where: {status: {eq: PUBLISHED}}
    orderBy: [{field: TITLE}, {field: EDITION, direction: DESC}]
    first: 100
  ) {
    __typename
    nodes {
      __typename
      id
      title
      edition
    }
  }
}
    `, {"hash":"sha256:909cec092d28596db0ca6d0fcf76508648176bb7fc6529deaac02df54189c29d"}) as unknown as TypedDocumentString<AssessmentBeginInstrumentsQuery, AssessmentBeginInstrumentsQueryVariables>;
export const AssessmentBeginProgrammesDocument = new TypedDocumentString(`
    query AssessmentBeginProgrammes($where: ProgrammeFilter) {
  __typename
  programmes(where: $where, orderBy: [{field: TITLE}], first: 100) {
    __typename
    nodes {
      __typename
      id
      title
    }
  }
}
    `, {"hash":"sha256:ebe14c6c9618f98d6c2691c8ea5ab6ab0e13f7aacfffe394627ee6bb5022a853"}) as unknown as TypedDocumentString<AssessmentBeginProgrammesQuery, AssessmentBeginProgrammesQueryVariables>;
export const AssessmentAssignDocument = new TypedDocumentString(`
    mutation AssessmentAssign($input: BeginAssessmentInput!) {
  __typename
  assignAssessment(input: $input) {
    __typename
    position
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
  assigned
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
}`, {"hash":"sha256:731e013b2c96d6a340a18eefe1e1b05444df542c9af142cc6874419992db5136"}) as unknown as TypedDocumentString<AssessmentAssignMutation, AssessmentAssignMutationVariables>;
export const AssessmentOfferDocument = new TypedDocumentString(`
    mutation AssessmentOffer($input: BeginAssessmentInput!) {
  __typename
  offerAssessment(input: $input) {
    __typename
    position
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
  assigned
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
}`, {"hash":"sha256:b7a8ddafec375d8862399ff2452b0e644bb12ffdacffc64e599b100c916b8763"}) as unknown as TypedDocumentString<AssessmentOfferMutation, AssessmentOfferMutationVariables>;
export const AssessmentActionsFoundDocument = new TypedDocumentString(`
    query AssessmentActionsFound($where: ActionFilter) {
  __typename
  actions(where: $where, orderBy: [{field: TITLE}], first: 20) {
    __typename
    nodes {
      __typename
      id
      title
      plan {
        __typename
        id
        title
      }
    }
  }
}
    `, {"hash":"sha256:779e859e16de1884b579b2017eae3cc990dcdd790eab4b7dfd15b90f83446b5a"}) as unknown as TypedDocumentString<AssessmentActionsFoundQuery, AssessmentActionsFoundQueryVariables>;
export const AssessmentAssessActionDocument = new TypedDocumentString(`
    mutation AssessmentAssessAction($input: AssessActionInput!) {
  __typename
  assessAction(input: $input) {
    __typename
    position
    actionFinding {
      __typename
      id
      assessment {
        __typename
        id
        actionFindings {
          __typename
          ...AssessmentActionFinding
        }
      }
    }
  }
}
    fragment AssessmentActionFinding on ActionFinding {
  __typename
  id
  version
  completion
  note
  action {
    __typename
    id
    title
    progress
  }
  plan {
    __typename
    id
    title
  }
  replies {
    __typename
    id
    text
    createdAt
    organisation {
      __typename
      id
      name
    }
  }
}`, {"hash":"sha256:d03387563c71043ec79e127287b150e355b3a1e5dbcbbc289afabe26310f3adb"}) as unknown as TypedDocumentString<AssessmentAssessActionMutation, AssessmentAssessActionMutationVariables>;
export const AssessmentChangeActionFindingDocument = new TypedDocumentString(`
    mutation AssessmentChangeActionFinding($input: UpdateActionFindingInput!) {
  __typename
  updateActionFinding(input: $input) {
    __typename
    position
    actionFinding {
      __typename
      ...AssessmentActionFinding
    }
  }
}
    fragment AssessmentActionFinding on ActionFinding {
  __typename
  id
  version
  completion
  note
  action {
    __typename
    id
    title
    progress
  }
  plan {
    __typename
    id
    title
  }
  replies {
    __typename
    id
    text
    createdAt
    organisation {
      __typename
      id
      name
    }
  }
}`, {"hash":"sha256:1b6ee8c68cd59912e613c5071e45ded9dcb0bb366713d934e4375b6d5767dff5"}) as unknown as TypedDocumentString<AssessmentChangeActionFindingMutation, AssessmentChangeActionFindingMutationVariables>;
export const AssessmentRemoveActionFindingDocument = new TypedDocumentString(`
    mutation AssessmentRemoveActionFinding($input: RemovalInput!) {
  __typename
  removeActionFinding(input: $input) {
    __typename
    position
    removedId
  }
}
    `, {"hash":"sha256:be3d3f3247e56136f316ff578ae4333281fc45c12a3c4624c480dd53f839ef8e"}) as unknown as TypedDocumentString<AssessmentRemoveActionFindingMutation, AssessmentRemoveActionFindingMutationVariables>;
export const GroupsPageDocument = new TypedDocumentString(`
    query GroupsPage($where: EnterpriseGroupFilter, $after: String) {
  __typename
  enterpriseGroups(
    where: $where
    orderBy: [{field: NAME}]
    first: 30
    after: $after
  ) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      name
      journey
      members
      membersSuppressed
      area {
        __typename
        id
        name
      }
      village {
        __typename
        id
        name
      }
      products {
        __typename
        name
      }
    }
  }
}
    `, {"hash":"sha256:8c5dc19ffd7cdde7c4d2c243fcdb32d2b8740f31be52ba15d249a8e83de625e2"}) as unknown as TypedDocumentString<GroupsPageQuery, GroupsPageQueryVariables>;
export const GroupPageDocument = new TypedDocumentString(`
    query GroupPage($id: ID!) {
  __typename
  enterpriseGroup(id: $id) {
    __typename
    ...GroupStanding
    name
    note
    formedOn
    members
    membersSuppressed
    membersBySex {
      __typename
      value
      words
      count
      suppressed
    }
    visibility
    area {
      __typename
      id
      key
      name
    }
    village {
      __typename
      id
      name
    }
    organisation {
      __typename
      id
      key
      name
    }
    products {
      __typename
      name
    }
    sources {
      __typename
      publisher
      date
      note
      address
    }
    supports(first: 100) {
      __typename
      totalCount
      nodes {
        __typename
        id
        receivedOn
        note
        contribution {
          __typename
          id
          kind
          amount
          quantity
          unit
          organisation {
            __typename
            id
            key
            name
          }
          action {
            __typename
            id
            title
            plan {
              __typename
              id
            }
          }
        }
      }
    }
    measurements(first: 200) {
      __typename
      nodes {
        __typename
        id
        period
        revenue
        jobs
        jobsSuppressed
        note
      }
    }
    history(last: 100) {
      __typename
      nodes {
        __typename
        position
        at
        operation
        kind
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
  }
}
    fragment GroupStanding on EnterpriseGroup {
  __typename
  id
  version
  journey
  journeyReason
}`, {"hash":"sha256:e96a68ad0b92c61aeb122efbfb2ea2e049ea5db864db9a5d9c4bca6fd402f3d4"}) as unknown as TypedDocumentString<GroupPageQuery, GroupPageQueryVariables>;
export const GroupChangesDocument = new TypedDocumentString(`
    subscription GroupChanges($id: ID!, $area: String!, $after: Position) {
  changes(
    where: {or: [{entityId: {eq: $id}}, {entity: {in: ["Support", "GroupMeasurement"]}, area: {eq: $area}}]}
    after: $after
  ) {
    __typename
    position
    entityId
  }
}
    `, {"hash":"sha256:cde1510a233b2706b86e5b16f87ca19a0fe19ef98cf8f8c2af4da9aaff9ba618"}) as unknown as TypedDocumentString<GroupChangesSubscription, GroupChangesSubscriptionVariables>;
export const GroupAdvanceDocument = new TypedDocumentString(`
    mutation GroupAdvance($input: AdvanceEnterpriseGroupInput!) {
  __typename
  advanceEnterpriseGroup(input: $input) {
    __typename
    position
    enterpriseGroup {
      __typename
      ...GroupStanding
    }
  }
}
    fragment GroupStanding on EnterpriseGroup {
  __typename
  id
  version
  journey
  journeyReason
}`, {"hash":"sha256:76fbbabe0ce4bea4867b0c1436fe7769a95e1669c2d4c6391bdd4f20830a2f69"}) as unknown as TypedDocumentString<GroupAdvanceMutation, GroupAdvanceMutationVariables>;
export const HomeOverviewDocument = new TypedDocumentString(`
    query HomeOverview {
  __typename
  programmes(first: 12) {
    __typename
    nodes {
      __typename
      id
      key
      title
      startsOn
      endsOn
      owner {
        __typename
        id
        name
      }
    }
  }
  actionPlans(
    first: 8
    where: {status: {in: [ACTIVE, PROPOSED]}}
    orderBy: [{field: CREATED_AT, direction: DESC}]
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      title
      status
      progress
      overdueActions
      lead {
        __typename
        id
        name
      }
    }
  }
  deliberations(first: 6, orderBy: [{field: HELD_FROM, direction: DESC}]) {
    __typename
    totalCount
    nodes {
      __typename
      id
      key
      title
      status
      heldFrom
      place
    }
  }
}
    `, {"hash":"sha256:e5b1ad678825d9ffa59c8ae7c42d8aa03114f3f05cf5a884ba5242f17f6130e0"}) as unknown as TypedDocumentString<HomeOverviewQuery, HomeOverviewQueryVariables>;
export const HomeMapViewsDocument = new TypedDocumentString(`
    query HomeMapViews {
  __typename
  views(where: {kind: {eq: GROUPS}}, orderBy: [{field: TITLE}], first: 100) {
    __typename
    nodes {
      __typename
      id
      key
      title
      groupBy
      measures
      parameters {
        __typename
        name
        required
      }
    }
  }
}
    `, {"hash":"sha256:c9362bed5fd8ccc77bacf03e0d7ee8afd3f1420caf8d2652b73e4e3e048434e2"}) as unknown as TypedDocumentString<HomeMapViewsQuery, HomeMapViewsQueryVariables>;
export const HomeMapResultDocument = new TypedDocumentString(`
    query HomeMapResult($key: String!) {
  __typename
  view(key: $key) {
    __typename
    id
    key
    title
    groupBy
    measures
    result(first: 200) {
      __typename
      ...ViewPageResultParts
    }
  }
}
    fragment ViewPageCell on ViewCell {
  __typename
  kind
  isNull
  text
  number
  money
  date
  instant
  boolean
  codes
  label {
    __typename
    indonesian
    english
  }
  reference {
    __typename
    id
    ... on Region {
      __typename
      code
    }
  }
}
fragment ViewPageResultParts on ViewResult {
  __typename
  position
  totalCount
  columns {
    __typename
    key
    kind
    isMeasure
    heading {
      __typename
      indonesian
      english
    }
  }
  rows {
    __typename
    cells {
      __typename
      ...ViewPageCell
    }
    record {
      __typename
      id
    }
  }
  totals {
    __typename
    ...ViewPageCell
  }
  matrix {
    __typename
    rowCount
    columnCount
    isCut
    rows {
      __typename
      cells {
        __typename
        ...ViewPageCell
      }
      totals {
        __typename
        ...ViewPageCell
      }
    }
    columns {
      __typename
      cells {
        __typename
        ...ViewPageCell
      }
      totals {
        __typename
        ...ViewPageCell
      }
    }
    cells {
      __typename
      row
      column
      cells {
        __typename
        ...ViewPageCell
      }
    }
  }
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:07fdc0888a26447b0e9d60c2247426829b334b03be0eec332825019ee48b53ae"}) as unknown as TypedDocumentString<HomeMapResultQuery, HomeMapResultQueryVariables>;
export const HomeMapDocument = new TypedDocumentString(`
    query HomeMap {
  __typename
  regions(where: {level: {eq: PROVINCE}}, first: 60) {
    __typename
    nodes {
      __typename
      id
      code
      name
    }
  }
  actionPlans(first: 1) {
    __typename
    groups(by: [PROVINCE], first: 60) {
      __typename
      nodes {
        __typename
        key {
          __typename
          province {
            __typename
            id
            code
          }
        }
        measures {
          __typename
          count
          given
        }
      }
    }
  }
}
    `, {"hash":"sha256:e89d8775bbb221b396a7ac2618480e6ed7aca320597ff6fbc643a752b8a0e5e9"}) as unknown as TypedDocumentString<HomeMapQuery, HomeMapQueryVariables>;
export const HomeChangesDocument = new TypedDocumentString(`
    query HomeChanges($where: ChangeFilter!) {
  __typename
  changes(
    where: $where
    orderBy: [{field: POSITION, direction: DESC}]
    first: 100
  ) {
    __typename
    pageInfo {
      __typename
      hasNextPage
    }
    nodes {
      __typename
      position
      at
      kind
      entity
      entityId
      subject {
        __typename
        id
        ... on View {
          __typename
          title
        }
        ... on Programme {
          __typename
          title
        }
        ... on Indicator {
          __typename
          title
        }
        ... on Instrument {
          __typename
          title
        }
        ... on Organisation {
          __typename
          name
        }
        ... on Area {
          __typename
          name
        }
        ... on EnterpriseGroup {
          __typename
          name
        }
      }
      plan {
        __typename
        id
        title
      }
      deliberation {
        __typename
        id
        key
        title
      }
      organisation {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:c0df54cc808ad7295af11d289e131fbdb93fa292b013a8ade6a2b51ae0ca3a42"}) as unknown as TypedDocumentString<HomeChangesQuery, HomeChangesQueryVariables>;
export const HomeWaitingDocument = new TypedDocumentString(`
    query HomeWaiting($coordinated: [String!]!, $contributing: [String!]!, $assessing: [String!]!, $first: Int!) {
  __typename
  plans: actionPlans(where: {awaited: {in: $coordinated}}, first: $first) {
    __typename
    totalCount
    nodes {
      __typename
      id
      title
    }
  }
  parts: actionPlans(
    where: {status: {in: [DRAFT, PROPOSED, ACTIVE, SUSPENDED]}, or: [{participant: {organisation: {in: $coordinated}, status: {eq: INVITED}}}, {lead: {in: $coordinated}, leadStatus: {eq: INVITED}}]}
    first: $first
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      title
    }
  }
  leads: actions(
    where: {status: {in: [PLANNED, IN_PROGRESS, BLOCKED]}, lead: {in: $coordinated}, leadStatus: {eq: INVITED}}
    first: $first
  ) {
    __typename
    totalCount
    nodes {
      __typename
      ...HomeAction
    }
  }
  outcomes(
    where: {status: {eq: PROPOSED}, deliberation: {status: {eq: IN_SESSION}, invitation: {organisation: {in: $coordinated}, isPresent: {eq: true}}}, not: {position: {organisation: {in: $coordinated}}}}
    first: $first
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      number
      text
      deliberation {
        __typename
        id
        key
        title
      }
    }
  }
  measurements(
    where: {status: {eq: PROPOSED}, or: [{indicator: {owner: {in: $coordinated}}}, {indicator: {programme: {owner: {in: $coordinated}}, not: {owner: {}}}}]}
    first: $first
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      period
      indicator {
        __typename
        id
        key
        title
      }
    }
  }
  overdue: actions(
    where: {isOverdue: {eq: true}, or: [{lead: {in: $contributing}}, {plan: {lead: {in: $contributing}}, not: {lead: {}}}]}
    orderBy: [{field: ENDS_ON}]
    first: $first
  ) {
    __typename
    totalCount
    nodes {
      __typename
      ...HomeAction
    }
  }
  assessments(
    where: {or: [{university: {in: $assessing}, status: {in: [DRAFT, RETURNED]}}, {reviewer: {in: $assessing}, status: {eq: IN_REVIEW}}, {reviewer: {in: $coordinated}, status: {eq: IN_REVIEW}}, {programme: {owner: {in: $coordinated}}, status: {in: [SUBMITTED, IN_REVIEW]}}]}
    orderBy: [{field: DUE_ON}]
    first: $first
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      status
      dueOn
      plan {
        __typename
        id
        title
      }
      area {
        __typename
        id
        name
      }
    }
  }
  fundings(
    where: {status: {eq: UNCONFIRMED}, source: {organisation: {in: $coordinated}}}
    first: $first
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      contribution {
        __typename
        id
        organisation {
          __typename
          id
          name
        }
        action {
          __typename
          ...HomeAction
        }
      }
    }
  }
}
    fragment HomeAction on Action {
  __typename
  id
  title
  endsOn
  plan {
    __typename
    id
  }
}`, {"hash":"sha256:c03d13ab78c6e63993348db35fd81c8c85416be33e36eefed2b1fc0561ad3697"}) as unknown as TypedDocumentString<HomeWaitingQuery, HomeWaitingQueryVariables>;
export const IndicatorsListDocument = new TypedDocumentString(`
    query IndicatorsList($where: IndicatorFilter, $after: String) {
  __typename
  indicators(where: $where, orderBy: [{field: TITLE}], first: 25, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      key
      title
      unit
      direction
      owner {
        __typename
        id
        name
      }
      programme {
        __typename
        id
        title
      }
      latest: measurements(
        where: {status: {eq: ACCEPTED}}
        orderBy: [{field: ENDS_ON, direction: DESC}]
        first: 1
      ) {
        __typename
        totalCount
        nodes {
          __typename
          ...IndicatorFigure
        }
      }
    }
  }
}
    fragment IndicatorFigure on Measurement {
  __typename
  id
  version
  period
  startsOn
  endsOn
  value
  suppressed
  status
  isBaseline
  reason
  note
  region {
    __typename
    id
    code
    name
    level
  }
  area {
    __typename
    id
    name
  }
  organisation {
    __typename
    id
    name
  }
  disaggregation {
    __typename
    ...IndicatorCount
  }
  sources {
    __typename
    publisher
    date
    note
    address
  }
}
fragment IndicatorCount on DisaggregatedCount {
  __typename
  by
  value
  words
  count
  suppressed
}`, {"hash":"sha256:e6e153bfedbe7ec7cf75f6fe15561ad4cec1d374dc82d8a6c9e54e6634eda37e"}) as unknown as TypedDocumentString<IndicatorsListQuery, IndicatorsListQueryVariables>;
export const IndicatorPageDocument = new TypedDocumentString(`
    query IndicatorPage($key: String!) {
  __typename
  indicator(key: $key) {
    __typename
    id
    version
    key
    title
    description
    unit
    direction
    aggregation
    acceptance
    owner {
      __typename
      id
      key
      name
    }
    programme {
      __typename
      id
      title
    }
    sources {
      __typename
      publisher
      date
      note
      address
    }
    targets {
      __typename
      id
      period
      startsOn
      value
      region {
        __typename
        id
        name
      }
      area {
        __typename
        id
        name
      }
      achievement {
        __typename
        actual
        share
        isReached
      }
    }
    drawn: measurements(
      where: {status: {eq: ACCEPTED}}
      orderBy: [{field: ENDS_ON, direction: DESC}]
      first: 200
    ) {
      __typename
      totalCount
      nodes {
        __typename
        ...IndicatorFigure
      }
    }
  }
}
    fragment IndicatorFigure on Measurement {
  __typename
  id
  version
  period
  startsOn
  endsOn
  value
  suppressed
  status
  isBaseline
  reason
  note
  region {
    __typename
    id
    code
    name
    level
  }
  area {
    __typename
    id
    name
  }
  organisation {
    __typename
    id
    name
  }
  disaggregation {
    __typename
    ...IndicatorCount
  }
  sources {
    __typename
    publisher
    date
    note
    address
  }
}
fragment IndicatorCount on DisaggregatedCount {
  __typename
  by
  value
  words
  count
  suppressed
}`, {"hash":"sha256:f68755c4c4222cfcddaa1402413774f9a84d4ff0c5a6aac04f39655c9faccc17"}) as unknown as TypedDocumentString<IndicatorPageQuery, IndicatorPageQueryVariables>;
export const IndicatorFiguresDocument = new TypedDocumentString(`
    query IndicatorFigures($where: MeasurementFilter, $after: String) {
  __typename
  measurements(
    where: $where
    orderBy: [{field: ENDS_ON, direction: DESC}]
    first: 25
    after: $after
  ) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      ...IndicatorFigure
    }
  }
}
    fragment IndicatorFigure on Measurement {
  __typename
  id
  version
  period
  startsOn
  endsOn
  value
  suppressed
  status
  isBaseline
  reason
  note
  region {
    __typename
    id
    code
    name
    level
  }
  area {
    __typename
    id
    name
  }
  organisation {
    __typename
    id
    name
  }
  disaggregation {
    __typename
    ...IndicatorCount
  }
  sources {
    __typename
    publisher
    date
    note
    address
  }
}
fragment IndicatorCount on DisaggregatedCount {
  __typename
  by
  value
  words
  count
  suppressed
}`, {"hash":"sha256:f213e4aedcf55400c71fb1c57dd07e13fdf19f1842cbee481bbe93a1bf7033b5"}) as unknown as TypedDocumentString<IndicatorFiguresQuery, IndicatorFiguresQueryVariables>;
export const IndicatorByRegionDocument = new TypedDocumentString(`
    query IndicatorByRegion($key: String!, $level: RegionLevel!, $period: Period!) {
  __typename
  indicator(key: $key) {
    __typename
    id
    byRegion(level: $level, period: $period, by: [SEX]) {
      __typename
      region {
        __typename
        id
        code
        name
        level
      }
      period
      value
      measured
      isPartial
      suppressed
      disaggregation {
        __typename
        ...IndicatorCount
      }
    }
  }
}
    fragment IndicatorCount on DisaggregatedCount {
  __typename
  by
  value
  words
  count
  suppressed
}`, {"hash":"sha256:73f47770fef3d6783ab64c0664034e0cb248616fdc0665f8971e552d3a1141a6"}) as unknown as TypedDocumentString<IndicatorByRegionQuery, IndicatorByRegionQueryVariables>;
export const IndicatorAcceptFiguresDocument = new TypedDocumentString(`
    mutation IndicatorAcceptFigures($input: AcceptMeasurementsInput!) {
  __typename
  acceptMeasurements(input: $input) {
    __typename
    position
    measurements {
      __typename
      ...IndicatorFigure
    }
  }
}
    fragment IndicatorFigure on Measurement {
  __typename
  id
  version
  period
  startsOn
  endsOn
  value
  suppressed
  status
  isBaseline
  reason
  note
  region {
    __typename
    id
    code
    name
    level
  }
  area {
    __typename
    id
    name
  }
  organisation {
    __typename
    id
    name
  }
  disaggregation {
    __typename
    ...IndicatorCount
  }
  sources {
    __typename
    publisher
    date
    note
    address
  }
}
fragment IndicatorCount on DisaggregatedCount {
  __typename
  by
  value
  words
  count
  suppressed
}`, {"hash":"sha256:d2e59a21c467750171669d588a8d0a55d5f51985f71039de51d1a3c8252423d4"}) as unknown as TypedDocumentString<IndicatorAcceptFiguresMutation, IndicatorAcceptFiguresMutationVariables>;
export const IndicatorRefuseFigureDocument = new TypedDocumentString(`
    mutation IndicatorRefuseFigure($input: RefuseMeasurementInput!) {
  __typename
  refuseMeasurement(input: $input) {
    __typename
    position
    measurement {
      __typename
      ...IndicatorFigure
    }
  }
}
    fragment IndicatorFigure on Measurement {
  __typename
  id
  version
  period
  startsOn
  endsOn
  value
  suppressed
  status
  isBaseline
  reason
  note
  region {
    __typename
    id
    code
    name
    level
  }
  area {
    __typename
    id
    name
  }
  organisation {
    __typename
    id
    name
  }
  disaggregation {
    __typename
    ...IndicatorCount
  }
  sources {
    __typename
    publisher
    date
    note
    address
  }
}
fragment IndicatorCount on DisaggregatedCount {
  __typename
  by
  value
  words
  count
  suppressed
}`, {"hash":"sha256:6f5a8be87952179ad4ce49639269b0ea67aae312a04d5a0d5725a5c7c584eef5"}) as unknown as TypedDocumentString<IndicatorRefuseFigureMutation, IndicatorRefuseFigureMutationVariables>;
export const IndicatorImportsDocument = new TypedDocumentString(`
    query IndicatorImports($after: String) {
  __typename
  imports(
    where: {kind: {in: [MEASUREMENTS]}}
    orderBy: [{field: CREATED_AT, direction: DESC}]
    first: 10
    after: $after
  ) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      version
      kind
      mode
      rows
      taken
      unchanged
      refused
      leftAlone
      rejected
      createdAt
      undoneAt
      organisation {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:716ae99db372e91f247595d0ef8f046245f1b114a94edcf2b2eb10688a570abb"}) as unknown as TypedDocumentString<IndicatorImportsQuery, IndicatorImportsQueryVariables>;
export const IndicatorUndoImportDocument = new TypedDocumentString(`
    mutation IndicatorUndoImport($input: UndoImportInput!) {
  __typename
  undoImport(input: $input) {
    __typename
    position
    import {
      __typename
      id
      version
      undoneAt
    }
  }
}
    `, {"hash":"sha256:f3213eeb3bdb859f1e91ce9923e741ef5fd409d055edfd20142dbc934765cf66"}) as unknown as TypedDocumentString<IndicatorUndoImportMutation, IndicatorUndoImportMutationVariables>;
export const NodePageDocument = new TypedDocumentString(`
    query NodePage($id: ID!) {
  __typename
  node(id: $id) {
    __typename
    ...LinkedNode
    ... on Action {
      __typename
      title
    }
    ... on ActionPlan {
      __typename
      title
    }
    ... on Milestone {
      __typename
      title
    }
    ... on Programme {
      __typename
      title
    }
    ... on Deliberation {
      __typename
      title
    }
    ... on Indicator {
      __typename
      title
    }
    ... on Instrument {
      __typename
      title
    }
    ... on View {
      __typename
      title
    }
    ... on Area {
      __typename
      name
    }
    ... on Organisation {
      __typename
      name
    }
    ... on EnterpriseGroup {
      __typename
      name
    }
    ... on Region {
      __typename
      name
    }
  }
}
    fragment LinkedNode on Node {
  __typename
  id
  ... on Action {
    __typename
    plan {
      __typename
      id
    }
  }
  ... on Milestone {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on Contribution {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on ProgressUpdate {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on ActionFinding {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on Comment {
    __typename
    about: action {
      __typename
      ...LinkedAction
    }
  }
  ... on Finding {
    __typename
    assessment {
      __typename
      id
    }
  }
  ... on Outcome {
    __typename
    deliberation {
      __typename
      id
      key
    }
  }
  ... on Deliberation {
    __typename
    key
  }
  ... on Indicator {
    __typename
    key
  }
  ... on Organisation {
    __typename
    key
  }
  ... on View {
    __typename
    key
  }
  ... on Region {
    __typename
    code
  }
}
fragment LinkedAction on Action {
  __typename
  id
  plan {
    __typename
    id
  }
}`, {"hash":"sha256:81fc32637a198ceeb3fe2cff73427dbbb807321b83a28593b80d7f4f6411418b"}) as unknown as TypedDocumentString<NodePageQuery, NodePageQueryVariables>;
export const NodeHistoryDocument = new TypedDocumentString(`
    query NodeHistory($id: ID!, $after: String) {
  __typename
  changes(
    where: {entityId: {eq: $id}}
    orderBy: [{field: POSITION, direction: DESC}]
    first: 100
    after: $after
  ) {
    __typename
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      ...PlanChange
    }
  }
}
    fragment PlanChange on Change {
  __typename
  position
  at
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
  organisation {
    __typename
    id
    name
  }
  user {
    __typename
    id
    name
  }
}`, {"hash":"sha256:e3bf0c7ed995fd7c51958218f259052b11668d0f44cac63f9e68dc3eb35a2495"}) as unknown as TypedDocumentString<NodeHistoryQuery, NodeHistoryQueryVariables>;
export const OperatorPageDocument = new TypedDocumentString(`
    query OperatorPage {
  __typename
  viewer {
    __typename
    operator
  }
  organisations(first: 1) {
    __typename
    totalCount
  }
}
    `, {"hash":"sha256:24eb2fc30b97413105303ec86c5ae74c0859f5da1496f190aef1dc7b40918912"}) as unknown as TypedDocumentString<OperatorPageQuery, OperatorPageQueryVariables>;
export const OperatorProgrammesDocument = new TypedDocumentString(`
    query OperatorProgrammes($after: String) {
  __typename
  programmes(first: 100, after: $after) {
    __typename
    nodes {
      __typename
      ...OperatorProgramme
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment OperatorProgramme on Programme {
  __typename
  id
  key
  title
  version
  name {
    __typename
    indonesian
    english
  }
  legalBasis
  policy
  scope
  chain
  sectors
  strategies
  startsOn
  endsOn
  reportEveryMonths
  owner {
    __typename
    id
    key
    name
  }
}`, {"hash":"sha256:a3a8eecdae9eefc9fcfcc57082fd892ad52b373a34ddc28f0cf0dae64df26dd8"}) as unknown as TypedDocumentString<OperatorProgrammesQuery, OperatorProgrammesQueryVariables>;
export const OperatorCreateOrganisationDocument = new TypedDocumentString(`
    mutation OperatorCreateOrganisation($input: CreateOrganisationInput!) {
  __typename
  createOrganisation(input: $input) {
    __typename
    position
    organisation {
      __typename
      id
      key
      name
    }
  }
}
    `, {"hash":"sha256:79c0323b5f5d64180330112b83cdb560fc8be9f887620628a0e85680787a6287"}) as unknown as TypedDocumentString<OperatorCreateOrganisationMutation, OperatorCreateOrganisationMutationVariables>;
export const OperatorCreateProgrammeDocument = new TypedDocumentString(`
    mutation OperatorCreateProgramme($input: CreateProgrammeInput!) {
  __typename
  createProgramme(input: $input) {
    __typename
    position
    programme {
      __typename
      id
      key
      title
    }
  }
}
    `, {"hash":"sha256:3ac6b3c0fdb08deb97bc729acf79423000c1772ca270cbc001f98993fff93692"}) as unknown as TypedDocumentString<OperatorCreateProgrammeMutation, OperatorCreateProgrammeMutationVariables>;
export const OperatorUpdateProgrammeDocument = new TypedDocumentString(`
    mutation OperatorUpdateProgramme($input: UpdateProgrammeInput!) {
  __typename
  updateProgramme(input: $input) {
    __typename
    position
    programme {
      __typename
      ...OperatorProgramme
    }
  }
}
    fragment OperatorProgramme on Programme {
  __typename
  id
  key
  title
  version
  name {
    __typename
    indonesian
    english
  }
  legalBasis
  policy
  scope
  chain
  sectors
  strategies
  startsOn
  endsOn
  reportEveryMonths
  owner {
    __typename
    id
    key
    name
  }
}`, {"hash":"sha256:275e54daa4909c383d35d9629d15f4f859b9b78eab9c8817d15513e76b31e531"}) as unknown as TypedDocumentString<OperatorUpdateProgrammeMutation, OperatorUpdateProgrammeMutationVariables>;
export const OrganisationPageDocument = new TypedDocumentString(`
    query OrganisationPage($key: String!) {
  __typename
  viewer {
    __typename
    operator
    memberships {
      __typename
      roles
      organisation {
        __typename
        id
      }
    }
  }
  organisation(key: $key) {
    __typename
    ...OrganisationPageParts
    children(first: 100, orderBy: [{field: NAME}]) {
      __typename
      nodes {
        __typename
        id
        key
        name
      }
    }
  }
  actionPlans(first: 50, where: {lead: {eq: $key}}, orderBy: [{field: TITLE}]) {
    __typename
    nodes {
      __typename
      id
      title
      status
      progress
    }
    totalCount
  }
}
    fragment OrganisationPageParts on Organisation {
  __typename
  id
  key
  name
  sector
  stateOwned
  contact
  note
  version
  parent {
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
  sources {
    __typename
    publisher
    date
    note
    address
  }
  money {
    __typename
    given {
      __typename
      pledged
      committed
      delivered
    }
  }
}`, {"hash":"sha256:de36ee9336047452af3c447ecce19376f975bcb7aa9c54c447532362dc697da5"}) as unknown as TypedDocumentString<OrganisationPageQuery, OrganisationPageQueryVariables>;
export const OrganisationPageMembersDocument = new TypedDocumentString(`
    query OrganisationPageMembers($key: String!) {
  __typename
  organisation(key: $key) {
    __typename
    id
    memberships(first: 200) {
      __typename
      nodes {
        __typename
        id
        role
        version
        user {
          __typename
          id
          name
          email
        }
      }
      totalCount
    }
  }
}
    `, {"hash":"sha256:f37faf88eb4054cf779cded3d13d1ab4268463493ab03cdba96cd5d810e1d3d8"}) as unknown as TypedDocumentString<OrganisationPageMembersQuery, OrganisationPageMembersQueryVariables>;
export const OrganisationPageKeysDocument = new TypedDocumentString(`
    query OrganisationPageKeys($key: String!) {
  __typename
  organisation(key: $key) {
    __typename
    id
    apiKeys(first: 100) {
      __typename
      nodes {
        __typename
        id
        name
        prefix
        scopes
        isActive
        expiresAt
        revokedAt
        version
      }
    }
  }
}
    `, {"hash":"sha256:a3445839b32d083611b139c1cdde4c84e9dfed67188d65cd5678dacdd0f83933"}) as unknown as TypedDocumentString<OrganisationPageKeysQuery, OrganisationPageKeysQueryVariables>;
export const OrganisationPageUpdateDocument = new TypedDocumentString(`
    mutation OrganisationPageUpdate($input: UpdateOrganisationInput!) {
  __typename
  updateOrganisation(input: $input) {
    __typename
    position
    organisation {
      __typename
      ...OrganisationPageParts
    }
  }
}
    fragment OrganisationPageParts on Organisation {
  __typename
  id
  key
  name
  sector
  stateOwned
  contact
  note
  version
  parent {
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
  sources {
    __typename
    publisher
    date
    note
    address
  }
  money {
    __typename
    given {
      __typename
      pledged
      committed
      delivered
    }
  }
}`, {"hash":"sha256:01f1b47bd186180e6484ff670f117cddfbd8f81035a778edc5d8f0f269e278d6"}) as unknown as TypedDocumentString<OrganisationPageUpdateMutation, OrganisationPageUpdateMutationVariables>;
export const OrganisationPageAddMemberDocument = new TypedDocumentString(`
    mutation OrganisationPageAddMember($input: AddMemberInput!) {
  __typename
  addMember(input: $input) {
    __typename
    position
    membership {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:730866e170e11d088f83d7954a726e5a793ebc15f33f3fac7b07ea289701013a"}) as unknown as TypedDocumentString<OrganisationPageAddMemberMutation, OrganisationPageAddMemberMutationVariables>;
export const OrganisationPageRemoveMemberDocument = new TypedDocumentString(`
    mutation OrganisationPageRemoveMember($input: RemovalInput!) {
  __typename
  removeMember(input: $input) {
    __typename
    position
    removedId
  }
}
    `, {"hash":"sha256:c92c1e135ea0e12e9582c6ba28dfc1daa1ca09f67f6ae5817303006d9b3cf11d"}) as unknown as TypedDocumentString<OrganisationPageRemoveMemberMutation, OrganisationPageRemoveMemberMutationVariables>;
export const OrganisationPageIssueKeyDocument = new TypedDocumentString(`
    mutation OrganisationPageIssueKey($input: IssueApiKeyInput!) {
  __typename
  issueApiKey(input: $input) {
    __typename
    position
    secret
    apiKey {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:7c20a7eee31ff7ae4a58d08a457d5282985ef2299b33603b703d9af6afe06c59"}) as unknown as TypedDocumentString<OrganisationPageIssueKeyMutation, OrganisationPageIssueKeyMutationVariables>;
export const OrganisationPageRevokeKeyDocument = new TypedDocumentString(`
    mutation OrganisationPageRevokeKey($input: RemovalInput!) {
  __typename
  revokeApiKey(input: $input) {
    __typename
    position
    apiKey {
      __typename
      id
      isActive
      revokedAt
      version
    }
  }
}
    `, {"hash":"sha256:e9e17c72d2ea2ef85d08ffd7828b2bbc439cd1c7380c27fc5bdaf71db4632226"}) as unknown as TypedDocumentString<OrganisationPageRevokeKeyMutation, OrganisationPageRevokeKeyMutationVariables>;
export const OrganisationsPageDocument = new TypedDocumentString(`
    query OrganisationsPage($where: OrganisationFilter, $after: String) {
  __typename
  organisations(
    first: 100
    after: $after
    where: $where
    orderBy: [{field: NAME}]
  ) {
    __typename
    nodes {
      __typename
      id
      key
      name
      sector
      stateOwned
      parent {
        __typename
        id
        name
      }
      region {
        __typename
        id
        name
      }
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:0c9941284b71b53c976ee29e9cecf7c1d6e3c3fcc37871ac041bcdba958dc67c"}) as unknown as TypedDocumentString<OrganisationsPageQuery, OrganisationsPageQueryVariables>;
export const WebhooksOfDocument = new TypedDocumentString(`
    query WebhooksOf($key: String!) {
  __typename
  organisation(key: $key) {
    __typename
    id
    webhooks {
      __typename
      ...WebhookParts
    }
  }
}
    fragment WebhookParts on Webhook {
  __typename
  id
  version
  name
  address
  where
  status
  pauseReason
  pausedAt
  position
  failingSince
  secretChangedAt
}`, {"hash":"sha256:bbf34ab01353f560e1869b45132f5e96b702332264b442812e8875c58f97a8e2"}) as unknown as TypedDocumentString<WebhooksOfQuery, WebhooksOfQueryVariables>;
export const WebhookDeliveriesDocument = new TypedDocumentString(`
    query WebhookDeliveries($id: ID!, $after: String) {
  __typename
  node(id: $id) {
    __typename
    ... on Webhook {
      __typename
      id
      deliveries(first: 20, after: $after) {
        __typename
        nodes {
          __typename
          messageId
          position
          status
          attempts
          statusCode
          error
          lastAttemptAt
          nextAttemptAt
        }
        pageInfo {
          __typename
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
}
    `, {"hash":"sha256:ae5a804f57a70dfbb22ffe369ca159baa291c05faa6b2408ec2df276ce50539c"}) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const WebhookCreateDocument = new TypedDocumentString(`
    mutation WebhookCreate($input: CreateWebhookInput!) {
  __typename
  createWebhook(input: $input) {
    __typename
    position
    secret
    webhook {
      __typename
      ...WebhookParts
    }
  }
}
    fragment WebhookParts on Webhook {
  __typename
  id
  version
  name
  address
  where
  status
  pauseReason
  pausedAt
  position
  failingSince
  secretChangedAt
}`, {"hash":"sha256:b7afbb16cc7e239b6c59f9e7ae6d6096db79b0a3f6e0ac1ff39ff4d9b28975e7"}) as unknown as TypedDocumentString<WebhookCreateMutation, WebhookCreateMutationVariables>;
export const WebhookUpdateDocument = new TypedDocumentString(`
    mutation WebhookUpdate($input: UpdateWebhookInput!) {
  __typename
  updateWebhook(input: $input) {
    __typename
    position
    webhook {
      __typename
      ...WebhookParts
    }
  }
}
    fragment WebhookParts on Webhook {
  __typename
  id
  version
  name
  address
  where
  status
  pauseReason
  pausedAt
  position
  failingSince
  secretChangedAt
}`, {"hash":"sha256:3b3ce05122e747e77a079f33fb517868fa5a03046ec58cb5cf9b44071544a8a9"}) as unknown as TypedDocumentString<WebhookUpdateMutation, WebhookUpdateMutationVariables>;
export const WebhookPauseDocument = new TypedDocumentString(`
    mutation WebhookPause($input: PauseWebhookInput!) {
  __typename
  pauseWebhook(input: $input) {
    __typename
    position
    webhook {
      __typename
      ...WebhookParts
    }
  }
}
    fragment WebhookParts on Webhook {
  __typename
  id
  version
  name
  address
  where
  status
  pauseReason
  pausedAt
  position
  failingSince
  secretChangedAt
}`, {"hash":"sha256:7599e3654d604ef1737b79013f02cec773262e093166148688d3f025212aaef8"}) as unknown as TypedDocumentString<WebhookPauseMutation, WebhookPauseMutationVariables>;
export const WebhookResumeDocument = new TypedDocumentString(`
    mutation WebhookResume($input: ResumeWebhookInput!) {
  __typename
  resumeWebhook(input: $input) {
    __typename
    position
    webhook {
      __typename
      ...WebhookParts
    }
  }
}
    fragment WebhookParts on Webhook {
  __typename
  id
  version
  name
  address
  where
  status
  pauseReason
  pausedAt
  position
  failingSince
  secretChangedAt
}`, {"hash":"sha256:ee1184190aa189b6eca48ba58c773f45d7b8b8d8f77a4529bafe80028f727f21"}) as unknown as TypedDocumentString<WebhookResumeMutation, WebhookResumeMutationVariables>;
export const WebhookRotateDocument = new TypedDocumentString(`
    mutation WebhookRotate($input: RotateWebhookSecretInput!) {
  __typename
  rotateWebhookSecret(input: $input) {
    __typename
    position
    secret
    webhook {
      __typename
      ...WebhookParts
    }
  }
}
    fragment WebhookParts on Webhook {
  __typename
  id
  version
  name
  address
  where
  status
  pauseReason
  pausedAt
  position
  failingSince
  secretChangedAt
}`, {"hash":"sha256:f955a7df9f7186b31b0a5837fc2beb710bb3dc8bb4dc96cf91cd3e66b39429fb"}) as unknown as TypedDocumentString<WebhookRotateMutation, WebhookRotateMutationVariables>;
export const WebhookRedeliverDocument = new TypedDocumentString(`
    mutation WebhookRedeliver($input: RedeliverInput!) {
  __typename
  redeliver(input: $input) {
    __typename
    position
    webhook {
      __typename
      ...WebhookParts
    }
  }
}
    fragment WebhookParts on Webhook {
  __typename
  id
  version
  name
  address
  where
  status
  pauseReason
  pausedAt
  position
  failingSince
  secretChangedAt
}`, {"hash":"sha256:d14bc236aff3cd0072bbbd66c482fbab37a4cb55ff1f59665ac84711d4c12dbe"}) as unknown as TypedDocumentString<WebhookRedeliverMutation, WebhookRedeliverMutationVariables>;
export const WebhookRemoveDocument = new TypedDocumentString(`
    mutation WebhookRemove($input: RemovalInput!) {
  __typename
  removeWebhook(input: $input) {
    __typename
    position
    removedId
  }
}
    `, {"hash":"sha256:b0fe13faa6e8e3db09333a888e4142f1aa0cf500b0f2edd8581b4bae604a31c9"}) as unknown as TypedDocumentString<WebhookRemoveMutation, WebhookRemoveMutationVariables>;
export const ActionDetailDocument = new TypedDocumentString(`
    query ActionDetail($id: ID!) {
  __typename
  action(id: $id) {
    __typename
    ...PlanCard
    createdAt
    description
    weight
    leadStatus
    reply
    divergence
    plan {
      __typename
      id
      title
    }
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
        key
        name
      }
      finding {
        __typename
        note
        ...FindingReplies
      }
    }
    findings {
      __typename
      id
      text
      recommendation
      assessment {
        __typename
        id
        university {
          __typename
          id
          name
        }
      }
    }
    milestones {
      __typename
      ...PlanMilestone
    }
    contributions(first: 30) {
      __typename
      ...ActionContributionPage
    }
    progressUpdates(first: 20, orderBy: [{field: REPORTED_AT, direction: DESC}]) {
      __typename
      ...ActionReportPage
    }
    comments(first: 50, orderBy: [{field: CREATED_AT}]) {
      __typename
      ...ActionCommentPage
    }
  }
}
    fragment ActionContributionPage on ContributionConnection {
  __typename
  totalCount
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...ActionContribution
  }
}
fragment ActionReportPage on ProgressUpdateConnection {
  __typename
  totalCount
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...ActionReport
  }
}
fragment ActionCommentPage on CommentConnection {
  __typename
  totalCount
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...CommentItem
  }
}
fragment FindingReplies on ActionFinding {
  __typename
  id
  replies {
    __typename
    id
    text
    createdAt
    organisation {
      __typename
      id
      name
    }
  }
}
fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment ActionReport on ProgressUpdate {
  __typename
  id
  progress
  note
  obstacle
  reportedAt
  reportedBy {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}
fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}
fragment PlanMilestone on Milestone {
  __typename
  id
  title
  dueOn
  completedOn
  isOverdue
  version
}
fragment CommentItem on Comment {
  __typename
  id
  version
  body
  createdAt
  takenBackAt
  author {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
  replyTo {
    __typename
    id
  }
}`, {"hash":"sha256:e1c77578e32e1f97483bd8a0aeacbaf74d95fa4c0f47cfa0306ff21b71bb08ab"}) as unknown as TypedDocumentString<ActionDetailQuery, ActionDetailQueryVariables>;
export const ActionFurtherContributionsDocument = new TypedDocumentString(`
    query ActionFurtherContributions($id: ID!, $after: String) {
  __typename
  action(id: $id) {
    __typename
    id
    contributions(first: 30, after: $after) {
      __typename
      ...ActionContributionPage
    }
  }
}
    fragment ActionContributionPage on ContributionConnection {
  __typename
  totalCount
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...ActionContribution
  }
}
fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:1b011a853f4fefcb3dee798037e65e3c6e1346f8ec2041ea24482c7c10306d7e"}) as unknown as TypedDocumentString<ActionFurtherContributionsQuery, ActionFurtherContributionsQueryVariables>;
export const ActionFurtherReportsDocument = new TypedDocumentString(`
    query ActionFurtherReports($id: ID!, $after: String) {
  __typename
  action(id: $id) {
    __typename
    id
    progressUpdates(
      first: 50
      after: $after
      orderBy: [{field: REPORTED_AT, direction: DESC}]
    ) {
      __typename
      ...ActionReportPage
    }
  }
}
    fragment ActionReportPage on ProgressUpdateConnection {
  __typename
  totalCount
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...ActionReport
  }
}
fragment ActionReport on ProgressUpdate {
  __typename
  id
  progress
  note
  obstacle
  reportedAt
  reportedBy {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
}`, {"hash":"sha256:d4f00b4de7023fbaaa3bae21eb628aeb3f398694951bc72ce2bef826d983290a"}) as unknown as TypedDocumentString<ActionFurtherReportsQuery, ActionFurtherReportsQueryVariables>;
export const ActionFurtherCommentsDocument = new TypedDocumentString(`
    query ActionFurtherComments($id: ID!, $after: String) {
  __typename
  action(id: $id) {
    __typename
    id
    comments(first: 50, after: $after, orderBy: [{field: CREATED_AT}]) {
      __typename
      ...ActionCommentPage
    }
  }
}
    fragment ActionCommentPage on CommentConnection {
  __typename
  totalCount
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...CommentItem
  }
}
fragment CommentItem on Comment {
  __typename
  id
  version
  body
  createdAt
  takenBackAt
  author {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
  replyTo {
    __typename
    id
  }
}`, {"hash":"sha256:6e5c0a8a9709c5a244e37b12a43ebe74a1aba2cfa334755292283026422d9cb2"}) as unknown as TypedDocumentString<ActionFurtherCommentsQuery, ActionFurtherCommentsQueryVariables>;
export const ActionHistoryDocument = new TypedDocumentString(`
    query ActionHistory($id: ID!, $after: String) {
  __typename
  action(id: $id) {
    __typename
    id
    history(first: 30, after: $after, orderBy: [{field: POSITION, direction: DESC}]) {
      __typename
      pageInfo {
        __typename
        hasNextPage
        endCursor
      }
      nodes {
        __typename
        ...PlanChange
      }
    }
  }
}
    fragment PlanChange on Change {
  __typename
  position
  at
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
  organisation {
    __typename
    id
    name
  }
  user {
    __typename
    id
    name
  }
}`, {"hash":"sha256:965620eed0de6a3b8d4f46e56cdb103b84d982516c095065a943ee75789305f3"}) as unknown as TypedDocumentString<ActionHistoryQuery, ActionHistoryQueryVariables>;
export const ActionReportProgressDocument = new TypedDocumentString(`
    mutation ActionReportProgress($input: ReportProgressInput!) {
  __typename
  reportProgress(input: $input) {
    __typename
    position
    action {
      __typename
      ...PlanCard
      reported {
        __typename
        completion
        progress
        at
      }
    }
    progressUpdate {
      __typename
      ...ActionReport
    }
  }
}
    fragment ActionReport on ProgressUpdate {
  __typename
  id
  progress
  note
  obstacle
  reportedAt
  reportedBy {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
}
fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}`, {"hash":"sha256:e1070dcc6903b6a7221c5bf7f50128fbb4b53bb4282aecac70cf9351627a6cfb"}) as unknown as TypedDocumentString<ActionReportProgressMutation, ActionReportProgressMutationVariables>;
export const ActionCompleteMilestoneDocument = new TypedDocumentString(`
    mutation ActionCompleteMilestone($input: CompleteMilestoneInput!) {
  __typename
  completeMilestone(input: $input) {
    __typename
    position
    milestone {
      __typename
      id
      completedOn
      isOverdue
      version
    }
  }
}
    `, {"hash":"sha256:dcc24efdf65d18849b022785c177fcc28d3bf901f2eac5e7694fa3478f077e57"}) as unknown as TypedDocumentString<ActionCompleteMilestoneMutation, ActionCompleteMilestoneMutationVariables>;
export const ActionUpdateMilestoneDocument = new TypedDocumentString(`
    mutation ActionUpdateMilestone($input: UpdateMilestoneInput!) {
  __typename
  updateMilestone(input: $input) {
    __typename
    position
    milestone {
      __typename
      ...PlanMilestone
    }
  }
}
    fragment PlanMilestone on Milestone {
  __typename
  id
  title
  dueOn
  completedOn
  isOverdue
  version
}`, {"hash":"sha256:4e1a2deb945d036d4ad5453c08c62bd7d97da192cd62b3160febbe303fb6dd19"}) as unknown as TypedDocumentString<ActionUpdateMilestoneMutation, ActionUpdateMilestoneMutationVariables>;
export const ActionAddMilestoneDocument = new TypedDocumentString(`
    mutation ActionAddMilestone($input: AddMilestoneInput!) {
  __typename
  addMilestone(input: $input) {
    __typename
    position
    milestone {
      __typename
      ...PlanMilestone
      action {
        __typename
        id
      }
    }
  }
}
    fragment PlanMilestone on Milestone {
  __typename
  id
  title
  dueOn
  completedOn
  isOverdue
  version
}`, {"hash":"sha256:2249569f4e12e12c58e2318f481c06ca5a9946ac160ea37e94ff48654d670dee"}) as unknown as TypedDocumentString<ActionAddMilestoneMutation, ActionAddMilestoneMutationVariables>;
export const ActionPledgeDocument = new TypedDocumentString(`
    mutation ActionPledge($input: PledgeContributionInput!) {
  __typename
  pledgeContribution(input: $input) {
    __typename
    position
    contribution {
      __typename
      ...ActionContribution
      action {
        __typename
        id
      }
    }
  }
}
    fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:aef46fdd63c5e71efddc3cd60b851188091b7f570441a5e849dab254e4df7b31"}) as unknown as TypedDocumentString<ActionPledgeMutation, ActionPledgeMutationVariables>;
export const ActionCommitDocument = new TypedDocumentString(`
    mutation ActionCommit($input: ContributionStepInput!) {
  __typename
  commitContribution(input: $input) {
    __typename
    position
    contribution {
      __typename
      ...ActionContribution
    }
  }
}
    fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:24d415611528832a97a05a6b99f3ea7af8a1e1e676b2b2d697b552bb59a0a1a6"}) as unknown as TypedDocumentString<ActionCommitMutation, ActionCommitMutationVariables>;
export const ActionDeliverDocument = new TypedDocumentString(`
    mutation ActionDeliver($input: ContributionStepInput!) {
  __typename
  deliverContribution(input: $input) {
    __typename
    position
    contribution {
      __typename
      ...ActionContribution
    }
  }
}
    fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:c0ca19ab79c92fb3da289ee01524fca08f909ab32a4eb4895a1cd5b385f8081a"}) as unknown as TypedDocumentString<ActionDeliverMutation, ActionDeliverMutationVariables>;
export const ActionAcceptLeadDocument = new TypedDocumentString(`
    mutation ActionAcceptLead($input: AnswerPartInput!) {
  __typename
  acceptActionLead(input: $input) {
    __typename
    position
    action {
      __typename
      ...PlanCard
      leadStatus
    }
  }
}
    fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}`, {"hash":"sha256:06a6273ccfc83b86c493a7a8768d5ccf233234537b238d40aed49ff2b86ddbb6"}) as unknown as TypedDocumentString<ActionAcceptLeadMutation, ActionAcceptLeadMutationVariables>;
export const ActionDeclineLeadDocument = new TypedDocumentString(`
    mutation ActionDeclineLead($input: AnswerPartInput!) {
  __typename
  declineActionLead(input: $input) {
    __typename
    position
    action {
      __typename
      ...PlanCard
      leadStatus
    }
  }
}
    fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}`, {"hash":"sha256:35a9d0a5e9e0e9f6d5588ff8609cb534b2fbb3fb097195f0dc233dccc1049858"}) as unknown as TypedDocumentString<ActionDeclineLeadMutation, ActionDeclineLeadMutationVariables>;
export const ActionReplyDocument = new TypedDocumentString(`
    mutation ActionReply($input: ReplyToFindingInput!) {
  __typename
  replyToFinding(input: $input) {
    __typename
    position
    reply {
      __typename
      id
      finding {
        __typename
        ...FindingReplies
      }
    }
  }
}
    fragment FindingReplies on ActionFinding {
  __typename
  id
  replies {
    __typename
    id
    text
    createdAt
    organisation {
      __typename
      id
      name
    }
  }
}`, {"hash":"sha256:6aecd716614f0b8f1a0e9db7660156d3b3d2067d16caf0f4ddf29321141d5293"}) as unknown as TypedDocumentString<ActionReplyMutation, ActionReplyMutationVariables>;
export const ActionRecordPaymentDocument = new TypedDocumentString(`
    mutation ActionRecordPayment($input: RecordPaymentInput!) {
  __typename
  recordPayment(input: $input) {
    __typename
    position
    payment {
      __typename
      id
      amount
      contribution {
        __typename
        ...ActionContribution
      }
    }
  }
}
    fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:a67a7f4b6bb171d050587fca1e0d282779579470915db0662327b63b5a3b4601"}) as unknown as TypedDocumentString<ActionRecordPaymentMutation, ActionRecordPaymentMutationVariables>;
export const MoneySourcesDocument = new TypedDocumentString(`
    query MoneySources($organisation: String!) {
  __typename
  contributions(
    where: {organisation: {eq: $organisation}, status: {not: WITHDRAWN}, amount: {gte: "1"}}
    first: 200
    orderBy: [{field: CREATED_AT, direction: DESC}]
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      action {
        __typename
        id
        title
      }
    }
  }
}
    `, {"hash":"sha256:d7dbe50192517b1c9ee4dedbac3f67f7ec07e842ae920c79ce70a2e47d41ffdb"}) as unknown as TypedDocumentString<MoneySourcesQuery, MoneySourcesQueryVariables>;
export const MoneyWithdrawDocument = new TypedDocumentString(`
    mutation MoneyWithdraw($input: ContributionStepInput!) {
  __typename
  withdrawContribution(input: $input) {
    __typename
    position
    contribution {
      __typename
      ...ActionContribution
    }
  }
}
    fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:7dd5ca2abdcbdd556b76ec025862f0158dfdf136995129712cc09bc511aa430c"}) as unknown as TypedDocumentString<MoneyWithdrawMutation, MoneyWithdrawMutationVariables>;
export const MoneyCorrectDocument = new TypedDocumentString(`
    mutation MoneyCorrect($input: CorrectContributionInput!) {
  __typename
  correctContribution(input: $input) {
    __typename
    position
    contribution {
      __typename
      ...ActionContribution
    }
  }
}
    fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:a4d9808b1db638f6fc36746cdf731b6ee1e6373159ed8a0436fb42fb32ca0621"}) as unknown as TypedDocumentString<MoneyCorrectMutation, MoneyCorrectMutationVariables>;
export const MoneyReversePaymentDocument = new TypedDocumentString(`
    mutation MoneyReversePayment($input: ReversePaymentInput!) {
  __typename
  reversePayment(input: $input) {
    __typename
    position
    payment {
      __typename
      id
      contribution {
        __typename
        ...ActionContribution
      }
    }
  }
}
    fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:1ffedcc3d090ebf28bba7cfa902dabe7980044f1e50a7e512ad91156587eed0e"}) as unknown as TypedDocumentString<MoneyReversePaymentMutation, MoneyReversePaymentMutationVariables>;
export const MoneyPassOnDocument = new TypedDocumentString(`
    mutation MoneyPassOn($input: AddFundingInput!) {
  __typename
  addFunding(input: $input) {
    __typename
    position
    funding {
      __typename
      ...FundingLink
      contribution {
        __typename
        ...ActionContribution
      }
    }
  }
}
    fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:43ef35bbdf6d798f75fe8675912c18babb9b0f1eb09f4ff588edde684844581e"}) as unknown as TypedDocumentString<MoneyPassOnMutation, MoneyPassOnMutationVariables>;
export const MoneyCorrectLinkDocument = new TypedDocumentString(`
    mutation MoneyCorrectLink($input: CorrectFundingInput!) {
  __typename
  correctFunding(input: $input) {
    __typename
    position
    funding {
      __typename
      ...FundingLink
    }
  }
}
    fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:98843530299b165219350b0ada93f550e379a73fd08c7b569b737697e15a97f9"}) as unknown as TypedDocumentString<MoneyCorrectLinkMutation, MoneyCorrectLinkMutationVariables>;
export const MoneyRemoveLinkDocument = new TypedDocumentString(`
    mutation MoneyRemoveLink($input: RemovalInput!) {
  __typename
  removeFunding(input: $input) {
    __typename
    position
    removedId
  }
}
    `, {"hash":"sha256:e309e0b192c274dac7d8d72ab03dbd40962173dfbe513b59e3cef0d1467059c7"}) as unknown as TypedDocumentString<MoneyRemoveLinkMutation, MoneyRemoveLinkMutationVariables>;
export const MoneyConfirmLinkDocument = new TypedDocumentString(`
    mutation MoneyConfirmLink($input: ConfirmFundingInput!) {
  __typename
  confirmFunding(input: $input) {
    __typename
    position
    funding {
      __typename
      ...FundingLink
    }
  }
}
    fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:1f64e6586b91d232fda15ccf885638b4f9d7a23a115e64f365d9df24ffb6ea18"}) as unknown as TypedDocumentString<MoneyConfirmLinkMutation, MoneyConfirmLinkMutationVariables>;
export const MoneyRefuseLinkDocument = new TypedDocumentString(`
    mutation MoneyRefuseLink($input: RefuseFundingInput!) {
  __typename
  refuseFunding(input: $input) {
    __typename
    position
    funding {
      __typename
      ...FundingLink
    }
  }
}
    fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:12b3c430c52853d375cedfb370c6d296eabb8ee6fab07223772dd0721a923415"}) as unknown as TypedDocumentString<MoneyRefuseLinkMutation, MoneyRefuseLinkMutationVariables>;
export const PlanTimelineDocument = new TypedDocumentString(`
    query PlanTimeline($id: ID!, $after: String) {
  __typename
  actionPlan(id: $id) {
    __typename
    id
    startsOn
    endsOn
    actions(first: 200, after: $after, orderBy: [{field: STARTS_ON}]) {
      __typename
      pageInfo {
        __typename
        hasNextPage
        endCursor
      }
      nodes {
        __typename
        id
        title
        status
        startsOn
        endsOn
        progress
        isOverdue
        milestones {
          __typename
          ...PlanMilestone
        }
      }
    }
  }
}
    fragment PlanMilestone on Milestone {
  __typename
  id
  title
  dueOn
  completedOn
  isOverdue
  version
}`, {"hash":"sha256:33bdfa2995cde9b1131bc39da44080c01e249af0cd66e347e57297c99104819d"}) as unknown as TypedDocumentString<PlanTimelineQuery, PlanTimelineQueryVariables>;
export const PlanMoneyDocument = new TypedDocumentString(`
    query PlanMoney($id: ID!) {
  __typename
  actionPlan(id: $id) {
    __typename
    id
    money {
      __typename
      given {
        __typename
        ...PlanRupiah
      }
      reached {
        __typename
        ...PlanRupiah
      }
      paid
      bySector {
        __typename
        sector
        given {
          __typename
          total
        }
        reached {
          __typename
          total
        }
        paid
      }
    }
  }
}
    fragment PlanRupiah on MoneyByStatus {
  __typename
  pledged
  committed
  delivered
  total
}`, {"hash":"sha256:fac70247b9f09467532411654a190da5f79a16205bce65750bbfafd3d97a8567"}) as unknown as TypedDocumentString<PlanMoneyQuery, PlanMoneyQueryVariables>;
export const PlanFundingsDocument = new TypedDocumentString(`
    query PlanFundings($id: ID!, $after: String) {
  __typename
  fundings(
    where: {contribution: {plan: {eq: $id}}}
    first: 50
    after: $after
    orderBy: [{field: STATUS}, {field: CREATED_AT, direction: DESC}]
  ) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      ...FundingLink
    }
  }
}
    fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:5dabef1b072d57d2d1c14487635a2cde35ea37daf5b0fdec417a3fc356694982"}) as unknown as TypedDocumentString<PlanFundingsQuery, PlanFundingsQueryVariables>;
export const PlanWhoDocument = new TypedDocumentString(`
    query PlanWho($id: ID!, $after: String) {
  __typename
  contributions(where: {plan: {eq: $id}, status: {not: WITHDRAWN}}, first: 1) {
    __typename
    groups(by: [ORGANISATION, ACTION_STAGE, KIND], first: 200, after: $after) {
      __typename
      pageInfo {
        __typename
        hasNextPage
        endCursor
      }
      nodes {
        __typename
        key {
          __typename
          organisation {
            __typename
            id
            key
            name
            sector
          }
          actionStage
          kind
        }
        measures {
          __typename
          count
          given
        }
      }
    }
  }
}
    `, {"hash":"sha256:1e7da05091d0b9b6c908592eaccac520d426c0f2fc29e516641cdc0b0d208206"}) as unknown as TypedDocumentString<PlanWhoQuery, PlanWhoQueryVariables>;
export const PlanParticipantsDocument = new TypedDocumentString(`
    query PlanParticipants($id: ID!) {
  __typename
  actionPlan(id: $id) {
    __typename
    id
    title
    leadStatus
    lead {
      __typename
      id
      name
    }
    programme {
      __typename
      id
      owner {
        __typename
        id
      }
    }
    participants {
      __typename
      id
      version
      role
      status
      organisation {
        __typename
        id
        key
        name
        sector
      }
    }
  }
}
    `, {"hash":"sha256:3c849b19d46ad3e272c3ffa1ef1d7bbecaac23a21dee5ab7e6fcdefbaba50f2c"}) as unknown as TypedDocumentString<PlanParticipantsQuery, PlanParticipantsQueryVariables>;
export const PlanHistoryDocument = new TypedDocumentString(`
    query PlanHistory($id: ID!, $after: String) {
  __typename
  changes(
    where: {plan: {eq: $id}}
    orderBy: [{field: POSITION, direction: DESC}]
    first: 30
    after: $after
  ) {
    __typename
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      ...PlanChange
    }
  }
}
    fragment PlanChange on Change {
  __typename
  position
  at
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
  organisation {
    __typename
    id
    name
  }
  user {
    __typename
    id
    name
  }
}`, {"hash":"sha256:31f00b60fa18d5981d98db947df5291727f8047abbd4c96d3bbdc335a21d6043"}) as unknown as TypedDocumentString<PlanHistoryQuery, PlanHistoryQueryVariables>;
export const PlanAcceptPartDocument = new TypedDocumentString(`
    mutation PlanAcceptPart($input: AnswerPartInput!) {
  __typename
  acceptParticipation(input: $input) {
    __typename
    position
    participant {
      __typename
      id
      status
      version
    }
  }
}
    `, {"hash":"sha256:0dc2acd8e0423ba37be3c3dc36de5ac46c185dcb0517f0ffceffab012f52c3c4"}) as unknown as TypedDocumentString<PlanAcceptPartMutation, PlanAcceptPartMutationVariables>;
export const PlanDeclinePartDocument = new TypedDocumentString(`
    mutation PlanDeclinePart($input: AnswerPartInput!) {
  __typename
  declineParticipation(input: $input) {
    __typename
    position
    participant {
      __typename
      id
      status
      version
    }
  }
}
    `, {"hash":"sha256:5abc1dde219f8eb55bf9db077a70e2ddf64124119bcbce3df59ee2393b4f48e8"}) as unknown as TypedDocumentString<PlanDeclinePartMutation, PlanDeclinePartMutationVariables>;
export const PlanAcceptLeadDocument = new TypedDocumentString(`
    mutation PlanAcceptLead($input: AnswerPartInput!) {
  __typename
  acceptPlanLead(input: $input) {
    __typename
    position
    actionPlan {
      __typename
      id
      leadStatus
      version
    }
  }
}
    `, {"hash":"sha256:380299e3b6feb12210ee0f84325d2828c3e23fcc498c2724d4f9090d78474416"}) as unknown as TypedDocumentString<PlanAcceptLeadMutation, PlanAcceptLeadMutationVariables>;
export const PlanDeclineLeadDocument = new TypedDocumentString(`
    mutation PlanDeclineLead($input: AnswerPartInput!) {
  __typename
  declinePlanLead(input: $input) {
    __typename
    position
    actionPlan {
      __typename
      id
      leadStatus
      version
    }
  }
}
    `, {"hash":"sha256:0d4f6ed63b3064c41ef3d31f23d1bda8ef0fd449bb43956fbc3bc816cd44eb8b"}) as unknown as TypedDocumentString<PlanDeclineLeadMutation, PlanDeclineLeadMutationVariables>;
export const PlanInviteDocument = new TypedDocumentString(`
    mutation PlanInvite($input: AddParticipantInput!) {
  __typename
  addParticipant(input: $input) {
    __typename
    position
    participant {
      __typename
      id
      plan {
        __typename
        id
        participants {
          __typename
          id
          version
          role
          status
          organisation {
            __typename
            id
            key
            name
            sector
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:e25617ea0ff305583eda831684ce487d4831b5ad239ca2fc264c3b30f5120d14"}) as unknown as TypedDocumentString<PlanInviteMutation, PlanInviteMutationVariables>;
export const PlanLeaveDocument = new TypedDocumentString(`
    mutation PlanLeave($input: AnswerPartInput!) {
  __typename
  leaveParticipation(input: $input) {
    __typename
    position
    participant {
      __typename
      id
      status
      version
    }
  }
}
    `, {"hash":"sha256:bbe479ab98e7ae07b2f5a2313017ee778855bfc2198df015ced2dc1f5fce237f"}) as unknown as TypedDocumentString<PlanLeaveMutation, PlanLeaveMutationVariables>;
export const PlanRemovePartDocument = new TypedDocumentString(`
    mutation PlanRemovePart($input: RemovalInput!) {
  __typename
  removeParticipant(input: $input) {
    __typename
    position
    removedId
  }
}
    `, {"hash":"sha256:d1427071037b8439e0002d609e9fd04726125f4d5c7a6c5d59e9f1f79fb0547f"}) as unknown as TypedDocumentString<PlanRemovePartMutation, PlanRemovePartMutationVariables>;
export const PlanChangeStatusDocument = new TypedDocumentString(`
    mutation PlanChangeStatus($input: ChangeActionPlanStatusInput!) {
  __typename
  changeActionPlanStatus(input: $input) {
    __typename
    position
    actionPlan {
      __typename
      ...PlanHead
    }
  }
}
    fragment PlanHead on ActionPlan {
  __typename
  id
  key
  version
  title
  summary
  visibility
  status
  acceptance
  awaits {
    __typename
    id
  }
  leadStatus
  startsOn
  endsOn
  isOverdue
  progress
  overdueActions
  programme {
    __typename
    id
    key
    title
    owner {
      __typename
      id
    }
  }
  area {
    __typename
    id
    name
  }
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
    reached {
      __typename
      total
    }
  }
}`, {"hash":"sha256:28122af13cfe4237073088d041501058a9c30acea8077453e987bb66bb210e3d"}) as unknown as TypedDocumentString<PlanChangeStatusMutation, PlanChangeStatusMutationVariables>;
export const PlanUpdateDocument = new TypedDocumentString(`
    mutation PlanUpdate($input: UpdateActionPlanInput!) {
  __typename
  updateActionPlan(input: $input) {
    __typename
    position
    actionPlan {
      __typename
      ...PlanHead
    }
  }
}
    fragment PlanHead on ActionPlan {
  __typename
  id
  key
  version
  title
  summary
  visibility
  status
  acceptance
  awaits {
    __typename
    id
  }
  leadStatus
  startsOn
  endsOn
  isOverdue
  progress
  overdueActions
  programme {
    __typename
    id
    key
    title
    owner {
      __typename
      id
    }
  }
  area {
    __typename
    id
    name
  }
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
    reached {
      __typename
      total
    }
  }
}`, {"hash":"sha256:e5ce7b88d91301bed36e6db2166e6d477fb99e409dff6cef1eefe00ab0e10fae"}) as unknown as TypedDocumentString<PlanUpdateMutation, PlanUpdateMutationVariables>;
export const PlanAcceptDocument = new TypedDocumentString(`
    mutation PlanAccept($input: AnswerActionPlanInput!) {
  __typename
  acceptActionPlan(input: $input) {
    __typename
    position
    actionPlan {
      __typename
      ...PlanHead
    }
  }
}
    fragment PlanHead on ActionPlan {
  __typename
  id
  key
  version
  title
  summary
  visibility
  status
  acceptance
  awaits {
    __typename
    id
  }
  leadStatus
  startsOn
  endsOn
  isOverdue
  progress
  overdueActions
  programme {
    __typename
    id
    key
    title
    owner {
      __typename
      id
    }
  }
  area {
    __typename
    id
    name
  }
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
    reached {
      __typename
      total
    }
  }
}`, {"hash":"sha256:18f4ef32febad134b7722e249cc9864d63bfe5f7d64c8c2958c174fbba24bf04"}) as unknown as TypedDocumentString<PlanAcceptMutation, PlanAcceptMutationVariables>;
export const PlanRefuseDocument = new TypedDocumentString(`
    mutation PlanRefuse($input: AnswerActionPlanInput!) {
  __typename
  refuseActionPlan(input: $input) {
    __typename
    position
    actionPlan {
      __typename
      ...PlanHead
    }
  }
}
    fragment PlanHead on ActionPlan {
  __typename
  id
  key
  version
  title
  summary
  visibility
  status
  acceptance
  awaits {
    __typename
    id
  }
  leadStatus
  startsOn
  endsOn
  isOverdue
  progress
  overdueActions
  programme {
    __typename
    id
    key
    title
    owner {
      __typename
      id
    }
  }
  area {
    __typename
    id
    name
  }
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
    reached {
      __typename
      total
    }
  }
}`, {"hash":"sha256:5e533e98bd03488cfa3eb3df6a01372e48eceabfb301dd1cdb7c1c06252af85b"}) as unknown as TypedDocumentString<PlanRefuseMutation, PlanRefuseMutationVariables>;
export const PlanBoardDocument = new TypedDocumentString(`
    query PlanBoard($id: ID!) {
  __typename
  actionPlan(id: $id) {
    __typename
    ...PlanHead
    participants {
      __typename
      id
      role
      status
      organisation {
        __typename
        id
      }
    }
    actions(first: 200, orderBy: [{field: STARTS_ON}]) {
      __typename
      ...PlanCards
    }
  }
}
    fragment PlanCards on ActionConnection {
  __typename
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...PlanCard
  }
}
fragment PlanHead on ActionPlan {
  __typename
  id
  key
  version
  title
  summary
  visibility
  status
  acceptance
  awaits {
    __typename
    id
  }
  leadStatus
  startsOn
  endsOn
  isOverdue
  progress
  overdueActions
  programme {
    __typename
    id
    key
    title
    owner {
      __typename
      id
    }
  }
  area {
    __typename
    id
    name
  }
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
    reached {
      __typename
      total
    }
  }
}
fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}`, {"hash":"sha256:8ee2cea1921688a2cb9bd8a30fa8c23e1c72f457fcc2a7a4c94b4708abebbc24"}) as unknown as TypedDocumentString<PlanBoardQuery, PlanBoardQueryVariables>;
export const PlanFurtherCardsDocument = new TypedDocumentString(`
    query PlanFurtherCards($id: ID!, $after: String) {
  __typename
  actionPlan(id: $id) {
    __typename
    id
    actions(first: 200, after: $after, orderBy: [{field: STARTS_ON}]) {
      __typename
      ...PlanCards
    }
  }
}
    fragment PlanCards on ActionConnection {
  __typename
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...PlanCard
  }
}
fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}`, {"hash":"sha256:2987f8553ef65cf183a073fe3c222c833e5e61921faf089fec9ee1877a62befd"}) as unknown as TypedDocumentString<PlanFurtherCardsQuery, PlanFurtherCardsQueryVariables>;
export const PlanOneCardDocument = new TypedDocumentString(`
    query PlanOneCard($id: ID!) {
  __typename
  action(id: $id) {
    __typename
    ...PlanCard
  }
}
    fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}`, {"hash":"sha256:127faaef0179442ab88ff1cf5fa628627c2c7afa443c7ece20fed8b61231b884"}) as unknown as TypedDocumentString<PlanOneCardQuery, PlanOneCardQueryVariables>;
export const PlanFollowDocument = new TypedDocumentString(`
    subscription PlanFollow($id: ID!, $after: Position) {
  actionPlanChanged(id: $id, after: $after) {
    __typename
    position
    change {
      __typename
      ...PlanChange
      subject {
        __typename
        id
        ... on Action {
          __typename
          ...PlanCard
        }
        ... on Milestone {
          __typename
          ...PlanMilestone
          action {
            __typename
            ...PlanCard
          }
        }
        ... on ProgressUpdate {
          __typename
          ...ActionReport
          action {
            __typename
            ...PlanCard
          }
        }
        ... on Contribution {
          __typename
          ...ActionContribution
          action {
            __typename
            ...PlanCard
          }
        }
        ... on Participant {
          __typename
          role
          participantStatus: status
          version
          organisation {
            __typename
            id
            key
            name
            sector
          }
          plan {
            __typename
            id
          }
        }
        ... on FindingReply {
          __typename
          finding {
            __typename
            ...FindingReplies
          }
        }
        ... on Funding {
          __typename
          ...FundingLink
          contribution {
            __typename
            ...ActionContribution
          }
        }
        ... on Payment {
          __typename
          contribution {
            __typename
            ...ActionContribution
          }
        }
        ... on Comment {
          __typename
          ...CommentItem
          about: action {
            __typename
            id
          }
        }
        ... on ActionFinding {
          __typename
          action {
            __typename
            ...PlanCard
          }
        }
      }
    }
    actionPlan {
      __typename
      ...PlanHead
    }
  }
}
    fragment FindingReplies on ActionFinding {
  __typename
  id
  replies {
    __typename
    id
    text
    createdAt
    organisation {
      __typename
      id
      name
    }
  }
}
fragment ActionContribution on Contribution {
  __typename
  id
  version
  kind
  contributionStatus: status
  amount
  paid
  quantity
  unit
  note
  correctionReason
  organisation {
    __typename
    id
    key
    name
  }
  payments(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      amount
      paidOn
      note
      isReversed
      reverses {
        __typename
        id
      }
    }
  }
  funding(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
  passedOn(first: 20) {
    __typename
    totalCount
    nodes {
      __typename
      ...FundingLink
    }
  }
}
fragment ActionReport on ProgressUpdate {
  __typename
  id
  progress
  note
  obstacle
  reportedAt
  reportedBy {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
}
fragment FundingLink on Funding {
  __typename
  id
  version
  rupiah: amount
  fundingStatus: status
  reason
  source {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
  contribution {
    __typename
    id
    organisation {
      __typename
      id
      key
      name
    }
    action {
      __typename
      id
      title
    }
  }
}
fragment PlanHead on ActionPlan {
  __typename
  id
  key
  version
  title
  summary
  visibility
  status
  acceptance
  awaits {
    __typename
    id
  }
  leadStatus
  startsOn
  endsOn
  isOverdue
  progress
  overdueActions
  programme {
    __typename
    id
    key
    title
    owner {
      __typename
      id
    }
  }
  area {
    __typename
    id
    name
  }
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
    reached {
      __typename
      total
    }
  }
}
fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}
fragment PlanChange on Change {
  __typename
  position
  at
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
  organisation {
    __typename
    id
    name
  }
  user {
    __typename
    id
    name
  }
}
fragment PlanMilestone on Milestone {
  __typename
  id
  title
  dueOn
  completedOn
  isOverdue
  version
}
fragment CommentItem on Comment {
  __typename
  id
  version
  body
  createdAt
  takenBackAt
  author {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
  replyTo {
    __typename
    id
  }
}`, {"hash":"sha256:2c96cf943ad1d55f41c814fa60f73881f5b125b0330fa05144b0529d4d2c3d78"}) as unknown as TypedDocumentString<PlanFollowSubscription, PlanFollowSubscriptionVariables>;
export const PlanMoveByStatusDocument = new TypedDocumentString(`
    mutation PlanMoveByStatus($input: ChangeActionStatusInput!) {
  __typename
  changeActionStatus(input: $input) {
    __typename
    position
    action {
      __typename
      ...PlanCard
    }
  }
}
    fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}`, {"hash":"sha256:ad35ec25988f2248ca63808410d1b1430a4958a5b260e4886937eef0cb2fe524"}) as unknown as TypedDocumentString<PlanMoveByStatusMutation, PlanMoveByStatusMutationVariables>;
export const PlanMoveByStageDocument = new TypedDocumentString(`
    mutation PlanMoveByStage($input: UpdateActionInput!) {
  __typename
  updateAction(input: $input) {
    __typename
    position
    action {
      __typename
      ...PlanCard
      description
    }
  }
}
    fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}`, {"hash":"sha256:14e1033eb6c9ada8f33088fe6447730264c6f99acaf210e27891132e235f4797"}) as unknown as TypedDocumentString<PlanMoveByStageMutation, PlanMoveByStageMutationVariables>;
export const PlanAddActionDocument = new TypedDocumentString(`
    mutation PlanAddAction($input: AddActionInput!) {
  __typename
  addAction(input: $input) {
    __typename
    position
    action {
      __typename
      ...PlanCard
    }
  }
}
    fragment PlanCard on Action {
  __typename
  id
  version
  title
  stage
  status
  progress
  startsOn
  endsOn
  isOverdue
  lead {
    __typename
    id
    key
    name
  }
  money {
    __typename
    given {
      __typename
      total
    }
  }
}`, {"hash":"sha256:c5a7cefd413626b495c511c5111e2f792f19bb0601619586ed9c379011958f30"}) as unknown as TypedDocumentString<PlanAddActionMutation, PlanAddActionMutationVariables>;
export const NewPlanAreasDocument = new TypedDocumentString(`
    query NewPlanAreas {
  __typename
  areas(first: 200, orderBy: [{field: NAME}]) {
    __typename
    nodes {
      __typename
      id
      name
    }
  }
}
    `, {"hash":"sha256:1112595cbb14cc62b55f275f590eeec107ba2f9b6323e2e7cb6120968c4c64cd"}) as unknown as TypedDocumentString<NewPlanAreasQuery, NewPlanAreasQueryVariables>;
export const NewPlanDocument = new TypedDocumentString(`
    mutation NewPlan($input: CreateActionPlanInput!) {
  __typename
  createActionPlan(input: $input) {
    __typename
    position
    actionPlan {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:21b3856940cddf8552b822bb8f33b7ca5f5cb4957d8a0e95f67ca3682c4fa08c"}) as unknown as TypedDocumentString<NewPlanMutation, NewPlanMutationVariables>;
export const PlansListDocument = new TypedDocumentString(`
    query PlansList($where: ActionPlanFilter!, $orderBy: [ActionPlanOrder!]!, $first: Int, $after: String) {
  __typename
  actionPlans(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      key
      title
      status
      isOverdue
      progress
      overdueActions
      startsOn
      endsOn
      lead {
        __typename
        id
        name
      }
      programme {
        __typename
        id
        title
      }
      area {
        __typename
        id
        name
      }
      money {
        __typename
        given {
          __typename
          total
        }
      }
    }
  }
}
    `, {"hash":"sha256:bf48188ba047ddad2d7bc83d7433ada2a2e11d5d86c0d419c5b068da37e24daf"}) as unknown as TypedDocumentString<PlansListQuery, PlansListQueryVariables>;
export const ConveneFromDocument = new TypedDocumentString(`
    query ConveneFrom($plan: ID!) {
  __typename
  actionPlan(id: $plan) {
    __typename
    id
    title
    programme {
      __typename
      id
      title
    }
    area {
      __typename
      id
      name
    }
    lead {
      __typename
      ...ConvenePart
    }
    participants {
      __typename
      id
      role
      status
      organisation {
        __typename
        ...ConvenePart
      }
    }
  }
}
    fragment ConvenePart on Organisation {
  __typename
  id
  key
  name
  sector
}`, {"hash":"sha256:54669c98e080fac854fafc9049365b15c4ec40b7892eb103f836eb90b0561ccc"}) as unknown as TypedDocumentString<ConveneFromQuery, ConveneFromQueryVariables>;
export const ConveneDocument = new TypedDocumentString(`
    mutation Convene($input: ConveneDeliberationInput!) {
  __typename
  conveneDeliberation(input: $input) {
    __typename
    position
    deliberation {
      __typename
      id
      key
    }
  }
}
    `, {"hash":"sha256:6cef1b0078c873e4a762bd7c694e459027e41486f5be1eefea495698481e0cf0"}) as unknown as TypedDocumentString<ConveneMutation, ConveneMutationVariables>;
export const RoomUpdateDocument = new TypedDocumentString(`
    mutation RoomUpdate($input: UpdateDeliberationInput!) {
  __typename
  updateDeliberation(input: $input) {
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
  visibility
  cancelReason
  quorumShare
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
}`, {"hash":"sha256:2212ead1e36dfab3ebc8f49fdfdf75c7d8f35e9bd370217f97edb06c1b5c54e9"}) as unknown as TypedDocumentString<RoomUpdateMutation, RoomUpdateMutationVariables>;
export const RoomCancelDocument = new TypedDocumentString(`
    mutation RoomCancel($input: DeliberationStepInput!) {
  __typename
  cancelDeliberation(input: $input) {
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
  visibility
  cancelReason
  quorumShare
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
}`, {"hash":"sha256:aa4262b75aed88c2ee5fc992d0c89968fe431f3f58ee8f45605faa1da754038e"}) as unknown as TypedDocumentString<RoomCancelMutation, RoomCancelMutationVariables>;
export const RoomInviteDocument = new TypedDocumentString(`
    mutation RoomInvite($input: InviteOrganisationInput!) {
  __typename
  inviteOrganisation(input: $input) {
    __typename
    position
    invitation {
      __typename
      ...RoomInvitation
      deliberation {
        __typename
        id
        invitations {
          __typename
          id
        }
      }
    }
  }
}
    fragment RoomInvitation on Invitation {
  __typename
  id
  createdAt
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
}`, {"hash":"sha256:804f7ac7f08307ff606bc0e9f4fc44fd5115e76a3a664bd21137879ff7b2f5ab"}) as unknown as TypedDocumentString<RoomInviteMutation, RoomInviteMutationVariables>;
export const RoomNameDelegatesDocument = new TypedDocumentString(`
    mutation RoomNameDelegates($input: NameDelegatesInput!) {
  __typename
  nameDelegates(input: $input) {
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
  createdAt
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
}`, {"hash":"sha256:be54bf161f3016d01c5280bb994c0503628ed7904d73acca2909b4bac144ee8f"}) as unknown as TypedDocumentString<RoomNameDelegatesMutation, RoomNameDelegatesMutationVariables>;
export const RoomWithdrawInvitationDocument = new TypedDocumentString(`
    mutation RoomWithdrawInvitation($input: RemovalInput!) {
  __typename
  withdrawInvitation(input: $input) {
    __typename
    position
  }
}
    `, {"hash":"sha256:161c049e68a319da87180d1afe7a444d3865ea458ab120fc4e5e9c58be8b73c1"}) as unknown as TypedDocumentString<RoomWithdrawInvitationMutation, RoomWithdrawInvitationMutationVariables>;
export const RoomAdoptPlansDocument = new TypedDocumentString(`
    query RoomAdoptPlans($mine: [String!]!) {
  __typename
  actionPlans(
    where: {status: {in: [DRAFT, PROPOSED, ACTIVE, SUSPENDED]}, or: [{lead: {in: $mine}}, {programme: {owner: {in: $mine}}}, {participant: {organisation: {in: $mine}}}]}
    first: 100
    orderBy: [{field: TITLE}]
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      title
    }
  }
}
    `, {"hash":"sha256:a2bd81af85555b60394033c3e58a36eef9269859bf1b5b64687fbd3bb443348f"}) as unknown as TypedDocumentString<RoomAdoptPlansQuery, RoomAdoptPlansQueryVariables>;
export const RoomAdoptActionsDocument = new TypedDocumentString(`
    query RoomAdoptActions($plan: ID!) {
  __typename
  actionPlan(id: $plan) {
    __typename
    id
    actions(first: 200, orderBy: [{field: TITLE}]) {
      __typename
      nodes {
        __typename
        id
        title
      }
    }
  }
}
    `, {"hash":"sha256:35083ebb8358e531e4d9a7f2e6eadcf539788ab84ac77a7eb1c920bf935afb43"}) as unknown as TypedDocumentString<RoomAdoptActionsQuery, RoomAdoptActionsQueryVariables>;
export const RoomAdoptDocument = new TypedDocumentString(`
    mutation RoomAdopt($input: AdoptOutcomeInput!) {
  __typename
  adoptOutcome(input: $input) {
    __typename
    position
    adoption {
      __typename
      id
      outcome {
        __typename
        ...RoomOutcome
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:5d58b0553281895a2452452450a491188dfb5370b5f5f3091092a3a64fd19b3f"}) as unknown as TypedDocumentString<RoomAdoptMutation, RoomAdoptMutationVariables>;
export const RoomRemoveAdoptionDocument = new TypedDocumentString(`
    mutation RoomRemoveAdoption($input: RemovalInput!) {
  __typename
  removeAdoption(input: $input) {
    __typename
    position
  }
}
    `, {"hash":"sha256:b5bc58a60f8ae88660f8dacc600736f591dd5abac04deda0c47f219494131f26"}) as unknown as TypedDocumentString<RoomRemoveAdoptionMutation, RoomRemoveAdoptionMutationVariables>;
export const RoomCommentsDocument = new TypedDocumentString(`
    query RoomComments($id: ID!, $after: String) {
  __typename
  outcome(id: $id) {
    __typename
    id
    comments(first: 50, after: $after, orderBy: [{field: CREATED_AT}]) {
      __typename
      totalCount
      pageInfo {
        __typename
        hasNextPage
        endCursor
      }
      nodes {
        __typename
        ...CommentItem
      }
    }
  }
}
    fragment CommentItem on Comment {
  __typename
  id
  version
  body
  createdAt
  takenBackAt
  author {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
  replyTo {
    __typename
    id
  }
}`, {"hash":"sha256:9048d03efa7e819fdf03cced469dcd60bca4d247ac1c11bea10888ee644b8766"}) as unknown as TypedDocumentString<RoomCommentsQuery, RoomCommentsQueryVariables>;
export const RembukListPageDocument = new TypedDocumentString(`
    query RembukListPage($where: DeliberationFilter, $orderBy: [DeliberationOrder!], $after: String) {
  __typename
  deliberations(where: $where, orderBy: $orderBy, first: 20, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      key
      title
      kind
      status
      heldFrom
      heldTo
      place
      recorded
      convener {
        __typename
        id
        name
      }
      region {
        __typename
        id
        name
      }
      area {
        __typename
        id
        name
      }
      quorum {
        __typename
        met
        attending
        invited
      }
      outcomes(first: 0) {
        __typename
        totalCount
      }
    }
  }
}
    `, {"hash":"sha256:bd23886d75e55375e50ccbc1cf04e1b8fe7918fa843efbd19c297138dc9888ec"}) as unknown as TypedDocumentString<RembukListPageQuery, RembukListPageQueryVariables>;
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:ac3545778cee9f41cd4697bbd2b89b81f87c9772c55dbd17439293ad86cbf853"}) as unknown as TypedDocumentString<RoomTakePositionMutation, RoomTakePositionMutationVariables>;
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:ae7e78c4b12a500a78e5a9d93f0066920af1116ee58426a04b6637b377b8b9af"}) as unknown as TypedDocumentString<RoomChangePositionMutation, RoomChangePositionMutationVariables>;
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:12fa2b46479d9f65cf2e453891f1d838ed943ed138e3d8f844892e95e32e2186"}) as unknown as TypedDocumentString<RoomAgreeMutation, RoomAgreeMutationVariables>;
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:59136b955504cf6922c0044c9048a65d07243b147f1a0927b62afc0e7e609cea"}) as unknown as TypedDocumentString<RoomOpenVoteMutation, RoomOpenVoteMutationVariables>;
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:332fe0c930fa1b3b9addc90b600c067668a04c7affda861b497030aa1d36994e"}) as unknown as TypedDocumentString<RoomCloseVoteMutation, RoomCloseVoteMutationVariables>;
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:5f2eef574c00918f72588a1aaa531118f089f36a29335a5e86b2b75161784174"}) as unknown as TypedDocumentString<RoomDeferMutation, RoomDeferMutationVariables>;
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:590d7a9f81f7eb7b5e0541b0ae9dd58b3a34af0bad5f54c7c12ea1551cf6837c"}) as unknown as TypedDocumentString<RoomRejectMutation, RoomRejectMutationVariables>;
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:d26f12bde05cb6864ca12b99a20053a52775659bb008111df0001f8ea56d9c46"}) as unknown as TypedDocumentString<RoomAmendMutation, RoomAmendMutationVariables>;
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:7390b5f8f301be9b8fc39c3fb7687aee3f349040effcb2039c8e85064b58dc67"}) as unknown as TypedDocumentString<RoomProposeMutation, RoomProposeMutationVariables>;
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
  createdAt
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
}`, {"hash":"sha256:b3311fbc93de71df95db2bb18db9b7602e98a6a1d1b4a63e41c42f3ed116619c"}) as unknown as TypedDocumentString<RoomArriveMutation, RoomArriveMutationVariables>;
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
  createdAt
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
}`, {"hash":"sha256:ced1c8f3c0ec32fd504a7d764fb025891c4819ec49e5badaaf91b8b8198d76f9"}) as unknown as TypedDocumentString<RoomLeaveMutation, RoomLeaveMutationVariables>;
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
  visibility
  cancelReason
  quorumShare
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
}`, {"hash":"sha256:9c48203c2a9a5db4cbdaab0deb12dd4cbf10be81d00bb5071b55e57eff452806"}) as unknown as TypedDocumentString<RoomScheduleMutation, RoomScheduleMutationVariables>;
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
  visibility
  cancelReason
  quorumShare
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
}`, {"hash":"sha256:8168ee87a7eecec32d1337e0f9c9273d26e0f42f732ed65f2905acc2be23f9bc"}) as unknown as TypedDocumentString<RoomOpenMutation, RoomOpenMutationVariables>;
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
  visibility
  cancelReason
  quorumShare
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:5399d848d105c66350e9de7123ef9241a7b42ffb51d82a83c5af79e845eb78f6"}) as unknown as TypedDocumentString<RoomCloseMutation, RoomCloseMutationVariables>;
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
      ...RoomOutcomes
    }
  }
}
    fragment RoomOutcomes on OutcomeConnection {
  __typename
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...RoomOutcome
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
  visibility
  cancelReason
  quorumShare
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
  createdAt
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:f6cdf172549de9bea69f226c6b56413f488704f367cff628671076276f1c3990"}) as unknown as TypedDocumentString<RoomPageQuery, RoomPageQueryVariables>;
export const RoomFurtherOutcomesDocument = new TypedDocumentString(`
    query RoomFurtherOutcomes($key: String!, $after: String) {
  __typename
  deliberation(key: $key) {
    __typename
    id
    outcomes(first: 200, after: $after) {
      __typename
      ...RoomOutcomes
    }
  }
}
    fragment RoomOutcomes on OutcomeConnection {
  __typename
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
  nodes {
    __typename
    ...RoomOutcome
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}`, {"hash":"sha256:5aecb3c2bd125f0f121dd9e8958fa477bd4e90a839dfa6aac98b90bb34334ff3"}) as unknown as TypedDocumentString<RoomFurtherOutcomesQuery, RoomFurtherOutcomesQueryVariables>;
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
      kind
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
          deliberation {
            __typename
            id
          }
        }
        ... on OutcomePosition {
          __typename
          ...RoomPosition
          outcome {
            __typename
            ...RoomStanding
            positions {
              __typename
              ...RoomPosition
            }
          }
        }
        ... on Adoption {
          __typename
          outcome {
            __typename
            ...RoomOutcome
          }
        }
        ... on Comment {
          __typename
          ...CommentItem
          about: outcome {
            __typename
            id
            number
            comments(first: 0) {
              __typename
              totalCount
            }
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
  visibility
  cancelReason
  quorumShare
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
  createdAt
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
  comments(first: 0) {
    __typename
    totalCount
  }
  adoptions {
    __typename
    id
    version
    action {
      __typename
      id
      title
      status
      plan {
        __typename
        id
      }
    }
  }
}
fragment CommentItem on Comment {
  __typename
  id
  version
  body
  createdAt
  takenBackAt
  author {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
  replyTo {
    __typename
    id
  }
}`, {"hash":"sha256:3b6721e468f7577532d6726f766fef7ac92c0d88e86664e1de6cc8a44db6cfcf"}) as unknown as TypedDocumentString<RoomFollowedSubscription, RoomFollowedSubscriptionVariables>;
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
export const SearchPageDocument = new TypedDocumentString(`
    query SearchPage($text: String!, $types: [SearchType!], $after: String) {
  __typename
  search(text: $text, types: $types, first: 20, after: $after) {
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
          ...LinkedNode
        }
      }
    }
  }
}
    fragment LinkedNode on Node {
  __typename
  id
  ... on Action {
    __typename
    plan {
      __typename
      id
    }
  }
  ... on Milestone {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on Contribution {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on ProgressUpdate {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on ActionFinding {
    __typename
    action {
      __typename
      ...LinkedAction
    }
  }
  ... on Comment {
    __typename
    about: action {
      __typename
      ...LinkedAction
    }
  }
  ... on Finding {
    __typename
    assessment {
      __typename
      id
    }
  }
  ... on Outcome {
    __typename
    deliberation {
      __typename
      id
      key
    }
  }
  ... on Deliberation {
    __typename
    key
  }
  ... on Indicator {
    __typename
    key
  }
  ... on Organisation {
    __typename
    key
  }
  ... on View {
    __typename
    key
  }
  ... on Region {
    __typename
    code
  }
}
fragment LinkedAction on Action {
  __typename
  id
  plan {
    __typename
    id
  }
}`, {"hash":"sha256:d11565b07fd00dce651b776948d04adf4c2c91203ee01f85e0010628adb4b01b"}) as unknown as TypedDocumentString<SearchPageQuery, SearchPageQueryVariables>;
export const ViewPageDocument = new TypedDocumentString(`
    query ViewPage($key: String!) {
  __typename
  viewer {
    __typename
    kind
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
  view(key: $key) {
    __typename
    ...ViewPageParts
  }
}
    fragment ViewPageParts on View {
  __typename
  id
  key
  title
  titleText {
    __typename
    indonesian
    english
  }
  descriptionText {
    __typename
    indonesian
    english
  }
  kind
  dataset
  audience
  version
  where
  columns
  groupBy
  matrixRows
  matrixColumns
  measures
  pageSize
  orderBy {
    __typename
    field
    direction
  }
  parameters {
    __typename
    name
    type
    enumeration
    required
    default
    titleText {
      __typename
      indonesian
      english
    }
  }
  chart {
    __typename
    kind
    x
    y
    series
  }
  faults {
    __typename
    path
    message {
      __typename
      indonesian
      english
    }
  }
  organisation {
    __typename
    id
    key
    name
  }
  plan {
    __typename
    id
    title
  }
  star {
    __typename
    id
    version
  }
}`, {"hash":"sha256:530627b74930f93bbd0d16be55da4886d7c24f618f996f28724c67dc4d1cd010"}) as unknown as TypedDocumentString<ViewPageQuery, ViewPageQueryVariables>;
export const ViewPageResultDocument = new TypedDocumentString(`
    query ViewPageResult($key: String!, $parameters: JSON, $first: Int, $after: String) {
  __typename
  view(key: $key) {
    __typename
    id
    result(parameters: $parameters, first: $first, after: $after) {
      __typename
      ...ViewPageResultParts
    }
  }
}
    fragment ViewPageCell on ViewCell {
  __typename
  kind
  isNull
  text
  number
  money
  date
  instant
  boolean
  codes
  label {
    __typename
    indonesian
    english
  }
  reference {
    __typename
    id
    ... on Region {
      __typename
      code
    }
  }
}
fragment ViewPageResultParts on ViewResult {
  __typename
  position
  totalCount
  columns {
    __typename
    key
    kind
    isMeasure
    heading {
      __typename
      indonesian
      english
    }
  }
  rows {
    __typename
    cells {
      __typename
      ...ViewPageCell
    }
    record {
      __typename
      id
    }
  }
  totals {
    __typename
    ...ViewPageCell
  }
  matrix {
    __typename
    rowCount
    columnCount
    isCut
    rows {
      __typename
      cells {
        __typename
        ...ViewPageCell
      }
      totals {
        __typename
        ...ViewPageCell
      }
    }
    columns {
      __typename
      cells {
        __typename
        ...ViewPageCell
      }
      totals {
        __typename
        ...ViewPageCell
      }
    }
    cells {
      __typename
      row
      column
      cells {
        __typename
        ...ViewPageCell
      }
    }
  }
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:6dbc09a79373c5dd2b1fb9820322c612706be373ba572eeab22845537266b6b5"}) as unknown as TypedDocumentString<ViewPageResultQuery, ViewPageResultQueryVariables>;
export const ViewPageLiveDocument = new TypedDocumentString(`
    subscription ViewPageLive($id: ID!, $parameters: JSON) {
  viewLive(id: $id, parameters: $parameters) {
    __typename
    position
    result {
      __typename
      ...ViewPageResultParts
    }
  }
}
    fragment ViewPageCell on ViewCell {
  __typename
  kind
  isNull
  text
  number
  money
  date
  instant
  boolean
  codes
  label {
    __typename
    indonesian
    english
  }
  reference {
    __typename
    id
    ... on Region {
      __typename
      code
    }
  }
}
fragment ViewPageResultParts on ViewResult {
  __typename
  position
  totalCount
  columns {
    __typename
    key
    kind
    isMeasure
    heading {
      __typename
      indonesian
      english
    }
  }
  rows {
    __typename
    cells {
      __typename
      ...ViewPageCell
    }
    record {
      __typename
      id
    }
  }
  totals {
    __typename
    ...ViewPageCell
  }
  matrix {
    __typename
    rowCount
    columnCount
    isCut
    rows {
      __typename
      cells {
        __typename
        ...ViewPageCell
      }
      totals {
        __typename
        ...ViewPageCell
      }
    }
    columns {
      __typename
      cells {
        __typename
        ...ViewPageCell
      }
      totals {
        __typename
        ...ViewPageCell
      }
    }
    cells {
      __typename
      row
      column
      cells {
        __typename
        ...ViewPageCell
      }
    }
  }
  pageInfo {
    __typename
    hasNextPage
    endCursor
  }
}`, {"hash":"sha256:c7cf1b3e15cd79ebd098cedaa1ebf9825e91a0dbffe0381163b62fc0971e8243"}) as unknown as TypedDocumentString<ViewPageLiveSubscription, ViewPageLiveSubscriptionVariables>;
export const ViewPageDocumentDocument = new TypedDocumentString(`
    query ViewPageDocument($key: String!, $parameters: JSON) {
  __typename
  view(key: $key) {
    __typename
    id
    document
    variables(parameters: $parameters)
  }
}
    `, {"hash":"sha256:384fddaa8d8f166f88b5047a341fb2ffd8cc4243734a0eaf3531b2d69f28cc89"}) as unknown as TypedDocumentString<ViewPageDocumentQuery, ViewPageDocumentQueryVariables>;
export const ViewPagePlansDocument = new TypedDocumentString(`
    query ViewPagePlans {
  __typename
  actionPlans(first: 200, orderBy: [{field: TITLE}]) {
    __typename
    nodes {
      __typename
      id
      title
    }
  }
}
    `, {"hash":"sha256:1e03fd435c2f97c617cc924cec5a374039c0922a08b200f1cb4fc8e179423677"}) as unknown as TypedDocumentString<ViewPagePlansQuery, ViewPagePlansQueryVariables>;
export const ViewPageShareDocument = new TypedDocumentString(`
    mutation ViewPageShare($input: ShareViewInput!) {
  __typename
  shareView(input: $input) {
    __typename
    position
    view {
      __typename
      id
      audience
      version
      plan {
        __typename
        id
        title
      }
    }
  }
}
    `, {"hash":"sha256:36d32a9a0e32cd9da16a49f5e49321e28003eabb2b9006f8c65f0e6d40df4f42"}) as unknown as TypedDocumentString<ViewPageShareMutation, ViewPageShareMutationVariables>;
export const ViewPageSaveDocument = new TypedDocumentString(`
    mutation ViewPageSave($input: SaveViewInput!) {
  __typename
  saveView(input: $input) {
    __typename
    position
    view {
      __typename
      ...ViewPageParts
    }
  }
}
    fragment ViewPageParts on View {
  __typename
  id
  key
  title
  titleText {
    __typename
    indonesian
    english
  }
  descriptionText {
    __typename
    indonesian
    english
  }
  kind
  dataset
  audience
  version
  where
  columns
  groupBy
  matrixRows
  matrixColumns
  measures
  pageSize
  orderBy {
    __typename
    field
    direction
  }
  parameters {
    __typename
    name
    type
    enumeration
    required
    default
    titleText {
      __typename
      indonesian
      english
    }
  }
  chart {
    __typename
    kind
    x
    y
    series
  }
  faults {
    __typename
    path
    message {
      __typename
      indonesian
      english
    }
  }
  organisation {
    __typename
    id
    key
    name
  }
  plan {
    __typename
    id
    title
  }
  star {
    __typename
    id
    version
  }
}`, {"hash":"sha256:4b61bfc1fa523138425ebf5a8000dcc7529dea57f34e9bbd3def054968aa050c"}) as unknown as TypedDocumentString<ViewPageSaveMutation, ViewPageSaveMutationVariables>;
export const ViewPageUpdateDocument = new TypedDocumentString(`
    mutation ViewPageUpdate($input: UpdateViewInput!) {
  __typename
  updateView(input: $input) {
    __typename
    position
    view {
      __typename
      ...ViewPageParts
    }
  }
}
    fragment ViewPageParts on View {
  __typename
  id
  key
  title
  titleText {
    __typename
    indonesian
    english
  }
  descriptionText {
    __typename
    indonesian
    english
  }
  kind
  dataset
  audience
  version
  where
  columns
  groupBy
  matrixRows
  matrixColumns
  measures
  pageSize
  orderBy {
    __typename
    field
    direction
  }
  parameters {
    __typename
    name
    type
    enumeration
    required
    default
    titleText {
      __typename
      indonesian
      english
    }
  }
  chart {
    __typename
    kind
    x
    y
    series
  }
  faults {
    __typename
    path
    message {
      __typename
      indonesian
      english
    }
  }
  organisation {
    __typename
    id
    key
    name
  }
  plan {
    __typename
    id
    title
  }
  star {
    __typename
    id
    version
  }
}`, {"hash":"sha256:41ebc130936410a9b1bb882b4bd83607f5c495a885996a3f2b7113e6954dc336"}) as unknown as TypedDocumentString<ViewPageUpdateMutation, ViewPageUpdateMutationVariables>;
export const ViewPageRemoveDocument = new TypedDocumentString(`
    mutation ViewPageRemove($input: RemovalInput!) {
  __typename
  removeView(input: $input) {
    __typename
    position
    removedId
  }
}
    `, {"hash":"sha256:3aa5e4c98b31eebe8143adb5b2a536d7b866e60b2a5d08cf1e04c4d5ba6f40ee"}) as unknown as TypedDocumentString<ViewPageRemoveMutation, ViewPageRemoveMutationVariables>;
export const ViewPageStartExportDocument = new TypedDocumentString(`
    mutation ViewPageStartExport($input: StartExportInput!) {
  __typename
  startExport(input: $input) {
    __typename
    position
    export {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:7dfe90f232cb94c59efa8fa2196170474ec2b66015725227067a171ad86e6813"}) as unknown as TypedDocumentString<ViewPageStartExportMutation, ViewPageStartExportMutationVariables>;
export const ViewPageExportDocument = new TypedDocumentString(`
    query ViewPageExport($id: ID!) {
  __typename
  export(id: $id) {
    __typename
    id
    status
    progress
    rows
    bytes
    address
    failure
    expiresAt
  }
}
    `, {"hash":"sha256:1427fbef356f079b654b25e2aff7313f25389c9e63fd2aeef32ef63a0007f541"}) as unknown as TypedDocumentString<ViewPageExportQuery, ViewPageExportQueryVariables>;
export const ViewsPageDocument = new TypedDocumentString(`
    query ViewsPage($after: String) {
  __typename
  viewer {
    __typename
    kind
  }
  views(first: 100, after: $after, orderBy: [{field: TITLE}]) {
    __typename
    nodes {
      __typename
      id
      key
      title
      descriptionText {
        __typename
        indonesian
        english
      }
      kind
      dataset
      audience
      version
      chart {
        __typename
        kind
      }
      organisation {
        __typename
        id
        key
        name
      }
      star {
        __typename
        id
        version
      }
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:488e2c3aea1e2e405dbb6dbb5f4f8d7179e9c779240b3446c3539c0a16b5e6fa"}) as unknown as TypedDocumentString<ViewsPageQuery, ViewsPageQueryVariables>;
export const ViewsStarDocument = new TypedDocumentString(`
    mutation ViewsStar($input: StarViewInput!) {
  __typename
  starView(input: $input) {
    __typename
    position
    view {
      __typename
      id
      star {
        __typename
        id
        version
      }
    }
  }
}
    `, {"hash":"sha256:080b78f98cea6301d970033c1ea9f27ee3fe5dd05f0a858b298add249c009ea8"}) as unknown as TypedDocumentString<ViewsStarMutation, ViewsStarMutationVariables>;
export const ViewsUnstarDocument = new TypedDocumentString(`
    mutation ViewsUnstar($input: RemovalInput!) {
  __typename
  unstarView(input: $input) {
    __typename
    position
    removedId
  }
}
    `, {"hash":"sha256:cc1713a7dcdc34f75c9fc541d95e86faef31433768f708198c32115046ea7ab0"}) as unknown as TypedDocumentString<ViewsUnstarMutation, ViewsUnstarMutationVariables>;
export const CommentAddDocument = new TypedDocumentString(`
    mutation CommentAdd($input: AddCommentInput!) {
  __typename
  addComment(input: $input) {
    __typename
    position
    comment {
      __typename
      ...CommentItem
      action {
        __typename
        id
      }
      outcome {
        __typename
        id
      }
    }
  }
}
    fragment CommentItem on Comment {
  __typename
  id
  version
  body
  createdAt
  takenBackAt
  author {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
  replyTo {
    __typename
    id
  }
}`, {"hash":"sha256:5d96804f1b1b8039afe98c88800d4a75f0a79d09fb742e9fcd6000b6f2681c08"}) as unknown as TypedDocumentString<CommentAddMutation, CommentAddMutationVariables>;
export const CommentTakeBackDocument = new TypedDocumentString(`
    mutation CommentTakeBack($input: TakeBackCommentInput!) {
  __typename
  takeBackComment(input: $input) {
    __typename
    position
    comment {
      __typename
      ...CommentItem
    }
  }
}
    fragment CommentItem on Comment {
  __typename
  id
  version
  body
  createdAt
  takenBackAt
  author {
    __typename
    organisation {
      __typename
      id
      name
    }
    user {
      __typename
      id
      name
    }
  }
  replyTo {
    __typename
    id
  }
}`, {"hash":"sha256:190c63ba24be7f8ef551d880af46304eef4c0a88e7b3686c2cbe886a9c84472c"}) as unknown as TypedDocumentString<CommentTakeBackMutation, CommentTakeBackMutationVariables>;
export const LastChangeDocument = new TypedDocumentString(`
    query LastChange($id: ID!) {
  __typename
  changes(
    where: {entityId: {eq: $id}}
    orderBy: [{field: POSITION, direction: DESC}]
    first: 1
  ) {
    __typename
    nodes {
      __typename
      position
      at
      organisation {
        __typename
        id
        name
      }
      user {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:bf32fc49678c2d1caf2da7be185a8dbd802a86f7356fa6927ba3bb2b6cc9cb26"}) as unknown as TypedDocumentString<LastChangeQuery, LastChangeQueryVariables>;
export const OrganisationFieldChoicesDocument = new TypedDocumentString(`
    query OrganisationFieldChoices($name: String!) {
  __typename
  organisations(
    where: {name: {contains: $name}}
    first: 20
    orderBy: [{field: NAME}]
  ) {
    __typename
    nodes {
      __typename
      id
      key
      name
      sector
    }
  }
}
    `, {"hash":"sha256:bbb768d5a58c86aab14d5f8c8a400e9f69b7d60ad1b40df61b132c52f20d4e0c"}) as unknown as TypedDocumentString<OrganisationFieldChoicesQuery, OrganisationFieldChoicesQueryVariables>;
export const ProgrammeChoicesDocument = new TypedDocumentString(`
    query ProgrammeChoices {
  __typename
  programmes(first: 200, orderBy: [{field: TITLE}]) {
    __typename
    nodes {
      __typename
      id
      title
    }
  }
}
    `, {"hash":"sha256:b5f0e38690409288fc72d7098cf99e4f46924ce9fda552b72e15eb0757d4a75a"}) as unknown as TypedDocumentString<ProgrammeChoicesQuery, ProgrammeChoicesQueryVariables>;
export const ProvincesDocument = new TypedDocumentString(`
    query Provinces {
  __typename
  regions(where: {level: {eq: PROVINCE}}, first: 100, orderBy: [{field: NAME}]) {
    __typename
    nodes {
      __typename
      id
      code
      name
    }
  }
}
    `, {"hash":"sha256:2e3aba8206630395421d6bc6b132835c96edec35ef5296f2439e38b3f37aa15c"}) as unknown as TypedDocumentString<ProvincesQuery, ProvincesQueryVariables>;