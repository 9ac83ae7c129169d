import { defineEnum, type MemberOf } from "../../reading/index.js";
import { lifecycle } from "../common/index.js";

/** The stages of the chain from upstream to downstream (hulu ke hilir). */
export const ActionStage = defineEnum(
  "ActionStage",
  "A stage of the chain from upstream to downstream, in the order of the chain. Tahap, hulu ke hilir.",
  {
    POTENTIAL_MAPPING: "Mapping an area's potential. Pemetaan potensi.",
    PARTNERSHIP_AND_INSTITUTIONS: "Partnerships and institutions. Kemitraan dan kelembagaan.",
    COMPETENCY_TRAINING: "Competence-based training. Pelatihan berbasis kompetensi.",
    ENTREPRENEURSHIP_TRAINING: "Entrepreneurship training. Pelatihan kewirausahaan.",
    CAPITAL_AND_EQUIPMENT: "Capital incentives and equipment. Insentif modal dan alat kerja.",
    FINANCING_ACCESS: "Access to finance. Akses pembiayaan.",
    LABOUR_INTENSIVE_WORKS: "Labour-intensive works. Padat karya.",
    PRODUCTIVITY: "Productivity. Peningkatan produktivitas.",
    MARKETING: "Marketing. Pemasaran.",
    PLACEMENT: "Placement of workers. Penempatan tenaga kerja.",
    SOCIAL_PROTECTION: "Social protection. Perlindungan sosial.",
  },
);
export type ActionStage = MemberOf<typeof ActionStage>;

/** The statuses of a plan. */
export const ActionPlanStatus = defineEnum("ActionPlanStatus", "The status of a plan.", {
  DRAFT: "In preparation; next: PROPOSED or CANCELLED.",
  PROPOSED: "Proposed; next: ACTIVE, by the programme's owner, or CANCELLED.",
  ACTIVE: "Under way; next: COMPLETED, SUSPENDED or CANCELLED.",
  SUSPENDED: "Paused; next: ACTIVE or CANCELLED.",
  COMPLETED: "Completed; final.",
  CANCELLED: "Cancelled; final.",
});
export type ActionPlanStatus = MemberOf<typeof ActionPlanStatus>;

/**
 * The statuses of a plan that its programme's owner took up. Only through such a plan is an organisation
 * involved in the plan's area and programme.
 */
export const takenUpStatuses: readonly ActionPlanStatus[] = [
  ActionPlanStatus.ACTIVE,
  ActionPlanStatus.SUSPENDED,
  ActionPlanStatus.COMPLETED,
];

/** The allowed transitions of a plan (domain, "Lifecycles"). */
export const planLifecycle = lifecycle<ActionPlanStatus>("ActionPlan", {
  DRAFT: [ActionPlanStatus.PROPOSED, ActionPlanStatus.CANCELLED],
  PROPOSED: [ActionPlanStatus.ACTIVE, ActionPlanStatus.CANCELLED],
  ACTIVE: [ActionPlanStatus.COMPLETED, ActionPlanStatus.SUSPENDED, ActionPlanStatus.CANCELLED],
  SUSPENDED: [ActionPlanStatus.ACTIVE, ActionPlanStatus.CANCELLED],
  COMPLETED: [],
  CANCELLED: [],
});

/** The statuses of an action. */
export const ActionStatus = defineEnum(
  "ActionStatus",
  "The status of an action. Overdue is not a status: the hub derives it from the due date.",
  {
    PLANNED: "Not started; next: IN_PROGRESS or CANCELLED.",
    IN_PROGRESS: "Under way; next: COMPLETED, BLOCKED or CANCELLED.",
    BLOCKED: "Blocked; next: IN_PROGRESS or CANCELLED.",
    COMPLETED: "Completed; final.",
    CANCELLED: "Cancelled; final.",
  },
);
export type ActionStatus = MemberOf<typeof ActionStatus>;

/** The allowed transitions of an action (domain, "Lifecycles"). */
export const actionLifecycle = lifecycle<ActionStatus>("Action", {
  PLANNED: [ActionStatus.IN_PROGRESS, ActionStatus.CANCELLED],
  IN_PROGRESS: [ActionStatus.COMPLETED, ActionStatus.BLOCKED, ActionStatus.CANCELLED],
  BLOCKED: [ActionStatus.IN_PROGRESS, ActionStatus.CANCELLED],
  COMPLETED: [],
  CANCELLED: [],
});

/** The kinds of contributions. */
export const ContributionKind = defineEnum("ContributionKind", "The kind of a contribution.", {
  FUNDS: "Money for the action. Dana.",
  CAPITAL_INCENTIVE: "Capital for self-employed workers. Insentif modal.",
  EQUIPMENT: "Tools and machines. Alat kerja.",
  TRAINING: "Training. Pelatihan.",
  MENTORING: "Mentoring. Pendampingan.",
  FINANCING_ACCESS: "Access to finance. Akses pembiayaan.",
  MARKET_ACCESS: "Access to markets. Akses pasar.",
  EXPERTISE: "Expertise. Keahlian.",
  VENUE: "A place. Tempat.",
  LABOUR: "Work. Tenaga kerja.",
});
export type ContributionKind = MemberOf<typeof ContributionKind>;

/** The statuses of a contribution. */
export const ContributionStatus = defineEnum(
  "ContributionStatus",
  "The status of a contribution.",
  {
    PLEDGED: "Promised; next: COMMITTED or WITHDRAWN.",
    COMMITTED: "Binding, for example by a budget; next: DELIVERED or WITHDRAWN.",
    DELIVERED: "Delivered; final.",
    WITHDRAWN: "Withdrawn; final, and counts in no total.",
  },
);
export type ContributionStatus = MemberOf<typeof ContributionStatus>;

/** The allowed transitions of a contribution (domain, "Nouns"). */
export const contributionLifecycle = lifecycle<ContributionStatus>("Contribution", {
  PLEDGED: [ContributionStatus.COMMITTED, ContributionStatus.WITHDRAWN],
  COMMITTED: [ContributionStatus.DELIVERED, ContributionStatus.WITHDRAWN],
  DELIVERED: [],
  WITHDRAWN: [],
});

/** The role of an organisation in a plan (IATI OrganisationRole). */
export const ParticipantRole = defineEnum(
  "ParticipantRole",
  "The role of an organisation in a plan (IATI codelist OrganisationRole).",
  {
    FUNDING: "Provides funds (IATI 1).",
    ACCOUNTABLE: "Oversees the plan and is accountable for it (IATI 2).",
    EXTENDING: "Manages the budget and direction for the funder, or gives guidance (IATI 3).",
    IMPLEMENTING: "Carries out the work (IATI 4).",
  },
);
export type ParticipantRole = MemberOf<typeof ParticipantRole>;

/** The statuses of an organisation's part in a plan. */
export const ParticipantStatus = defineEnum(
  "ParticipantStatus",
  "The status of an organisation's part in a plan. Only an accepted part counts.",
  {
    INVITED: "Invited, without an answer; next: ACCEPTED or DECLINED. Diundang.",
    ACCEPTED: "Accepted: it takes part; next: LEFT. Menerima.",
    DECLINED: "Declined; final, and counts for nothing. Menolak.",
    LEFT: "It took part and left; final. Keluar.",
  },
);
export type ParticipantStatus = MemberOf<typeof ParticipantStatus>;

/** The allowed transitions of an organisation's part (domain, "Lifecycles"). */
export const participantLifecycle = lifecycle<ParticipantStatus>("Participant", {
  INVITED: [ParticipantStatus.ACCEPTED, ParticipantStatus.DECLINED],
  ACCEPTED: [ParticipantStatus.LEFT],
  DECLINED: [],
  LEFT: [],
});
