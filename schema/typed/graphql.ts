/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Where a plan stands. */
export type ActionPlanStatus =
  /** Under way; goes to COMPLETED, SUSPENDED or CANCELLED. */
  | 'ACTIVE'
  /** Given up; stays. */
  | 'CANCELLED'
  /** Done; stays. */
  | 'COMPLETED'
  /** Being written; goes to PROPOSED or CANCELLED. */
  | 'DRAFT'
  /** Put to the participants; goes to ACTIVE or CANCELLED. */
  | 'PROPOSED'
  /** Resting; goes to ACTIVE or CANCELLED. */
  | 'SUSPENDED';

/** A stage of the chain from upstream to downstream; ordered so. Tahap, hulu ke hilir. */
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

/** Where an action stands. Overdue is no status: it is derived. */
export type ActionStatus =
  /** Held up; goes to IN_PROGRESS or CANCELLED. */
  | 'BLOCKED'
  /** Given up; stays. */
  | 'CANCELLED'
  /** Done; stays. */
  | 'COMPLETED'
  /** Under way; goes to COMPLETED, BLOCKED or CANCELLED. */
  | 'IN_PROGRESS'
  /** Not begun; goes to IN_PROGRESS or CANCELLED. */
  | 'PLANNED';

/** An action's next status. */
export type ChangeActionStatusInput = {
  /** The version that you saw; a stale one gets CONFLICT with the current state. */
  expectedVersion: number;
  /** The action. */
  id: string | number;
  /** Where it goes; the lifecycle says what is allowed. */
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

/** What a contribution is. */
export type ContributionKind =
  /** Capital given to those who work for themselves. Insentif modal. */
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

/** Where a contribution stands. */
export type ContributionStatus =
  /** Bound, as by a budget; goes to DELIVERED or WITHDRAWN. */
  | 'COMMITTED'
  /** Given; stays. */
  | 'DELIVERED'
  /** Promised; goes to COMMITTED or WITHDRAWN. */
  | 'PLEDGED'
  /** Taken back; stays, and counts in no total. */
  | 'WITHDRAWN';

/** The role of an organisation in a plan (IATI codelist OrganisationRole). */
export type ParticipantRole =
  /** Oversees and answers for the plan (IATI 2). */
  | 'ACCOUNTABLE'
  /** Manages the budget and direction for the funder, or guides (IATI 3). */
  | 'EXTENDING'
  /** Provides funds (IATI 1). */
  | 'FUNDING'
  /** Carries out the work (IATI 4). */
  | 'IMPLEMENTING';

/** What an organisation promises to give: an amount of money, a quantity with its unit, or both. */
export type PledgeContributionInput = {
  /** The action that it is for. */
  actionId: string | number;
  /** How much money, in whole rupiah, more than 0. */
  amount?: string | null | undefined;
  /** The contribution that this one passes on. */
  fundedById?: string | number | null | undefined;
  /** The id of what is created, made by the client (UUID): sent twice with the same content, it is created once. The hub makes one when absent. */
  id?: string | number | null | undefined;
  /** What it is; FUNDS and CAPITAL_INCENTIVE need an amount. */
  kind: ContributionKind;
  /** A remark. */
  note?: string | null | undefined;
  /** The organisation that gives; needed by those who could speak for several only when the hub's choice is not theirs. */
  organisationId?: string | number | null | undefined;
  /** How many, more than 0, in `unit`. */
  quantity?: number | null | undefined;
  /** Where its facts come from. */
  sources?: Array<SourceInput> | null | undefined;
  /** The unit of the quantity, as `set`. */
  unit?: string | null | undefined;
  /** Who, of those who may see the plan, may see it; PUBLIC when absent. */
  visibility?: Visibility | null | undefined;
};

/** A dated statement on an action; never edited, corrected by a later one. */
export type ReportProgressInput = {
  /** The action. */
  actionId: string | number;
  /** The earlier statement on the same action that this one corrects. */
  correctsId?: string | number | null | undefined;
  /** Addresses of evidence (http or https URLs), at most 20. */
  evidence?: Array<string> | null | undefined;
  /** The version of the action that you saw. */
  expectedVersion: number;
  /** The id of what is created, made by the client (UUID): sent twice with the same content, it is created once. The hub makes one when absent. */
  id?: string | number | null | undefined;
  /** What was done. */
  note?: string | null | undefined;
  /** What stands in the way. */
  obstacle?: string | null | undefined;
  /** The organisation on whose behalf; needed by those who could speak for several only when the hub's choice is not theirs. */
  organisationId?: string | number | null | undefined;
  /** Progress of the action, 0 to 100 per cent. */
  progress: number;
  /** Who, of those who may see the plan, may see it; PUBLIC when absent. */
  visibility?: Visibility | null | undefined;
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
  /** A company, state-owned enterprises too. Dunia usaha. */
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
  /** When, as exactly as is known. */
  date?: string | null | undefined;
  /** A short name for it. */
  key?: string | null | undefined;
  /** What it is about. */
  note?: string | null | undefined;
  /** Who published it. */
  publisher: string;
};

/** What kind of credential came with the request. */
export type ViewerKind =
  /** An organisation's API key. */
  | 'KEY'
  /** A person's token. */
  | 'USER'
  /** None: sees what is public. */
  | 'VISITOR';

/** Who may see a thing; to everybody else it looks absent. */
export type Visibility =
  /** Members of the organisation that owns it. */
  | 'ORGANISATION'
  /** Members of the organisations in the plan or deliberation, and the programme owner's coordinators. */
  | 'PARTICIPANTS'
  /** Anyone who may see what it belongs to, visitors too. */
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