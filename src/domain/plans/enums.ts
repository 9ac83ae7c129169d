import { defineEnum, type MemberOf } from "../../reading/index.js";
import { lifecycle } from "../common/index.js";

/** The chain from upstream to downstream (hulu ke hilir). */
export const ActionStage = defineEnum(
  "ActionStage",
  "A stage of the chain from upstream to downstream; ordered so. Tahap, hulu ke hilir.",
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

/** Where a plan stands. */
export const ActionPlanStatus = defineEnum("ActionPlanStatus", "Where a plan stands.", {
  DRAFT: "Being written; goes to PROPOSED or CANCELLED.",
  PROPOSED: "Put to the participants; goes to ACTIVE or CANCELLED.",
  ACTIVE: "Under way; goes to COMPLETED, SUSPENDED or CANCELLED.",
  SUSPENDED: "Resting; goes to ACTIVE or CANCELLED.",
  COMPLETED: "Done; stays.",
  CANCELLED: "Given up; stays.",
});
export type ActionPlanStatus = MemberOf<typeof ActionPlanStatus>;

/** The drawn transitions of a plan (domain, "Lifecycles"). */
export const planLifecycle = lifecycle<ActionPlanStatus>("ActionPlan", {
  DRAFT: [ActionPlanStatus.PROPOSED, ActionPlanStatus.CANCELLED],
  PROPOSED: [ActionPlanStatus.ACTIVE, ActionPlanStatus.CANCELLED],
  ACTIVE: [ActionPlanStatus.COMPLETED, ActionPlanStatus.SUSPENDED, ActionPlanStatus.CANCELLED],
  SUSPENDED: [ActionPlanStatus.ACTIVE, ActionPlanStatus.CANCELLED],
  COMPLETED: [],
  CANCELLED: [],
});

/** Where an action stands. */
export const ActionStatus = defineEnum(
  "ActionStatus",
  "Where an action stands. Overdue is no status: it is derived.",
  {
    PLANNED: "Not begun; goes to IN_PROGRESS or CANCELLED.",
    IN_PROGRESS: "Under way; goes to COMPLETED, BLOCKED or CANCELLED.",
    BLOCKED: "Held up; goes to IN_PROGRESS or CANCELLED.",
    COMPLETED: "Done; stays.",
    CANCELLED: "Given up; stays.",
  },
);
export type ActionStatus = MemberOf<typeof ActionStatus>;

/** The drawn transitions of an action (domain, "Lifecycles"). */
export const actionLifecycle = lifecycle<ActionStatus>("Action", {
  PLANNED: [ActionStatus.IN_PROGRESS, ActionStatus.CANCELLED],
  IN_PROGRESS: [ActionStatus.COMPLETED, ActionStatus.BLOCKED, ActionStatus.CANCELLED],
  BLOCKED: [ActionStatus.IN_PROGRESS, ActionStatus.CANCELLED],
  COMPLETED: [],
  CANCELLED: [],
});

/** What a contribution is. */
export const ContributionKind = defineEnum("ContributionKind", "What a contribution is.", {
  FUNDS: "Money for the action. Dana.",
  CAPITAL_INCENTIVE: "Capital given to those who work for themselves. Insentif modal.",
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

/** Where a contribution stands. */
export const ContributionStatus = defineEnum("ContributionStatus", "Where a contribution stands.", {
  PLEDGED: "Promised; goes to COMMITTED or WITHDRAWN.",
  COMMITTED: "Bound, as by a budget; goes to DELIVERED or WITHDRAWN.",
  DELIVERED: "Given; stays.",
  WITHDRAWN: "Taken back; stays, and counts in no total.",
});
export type ContributionStatus = MemberOf<typeof ContributionStatus>;

/** The drawn transitions of a contribution (domain, "Nouns"). */
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
    ACCOUNTABLE: "Oversees and answers for the plan (IATI 2).",
    EXTENDING: "Manages the budget and direction for the funder, or guides (IATI 3).",
    IMPLEMENTING: "Carries out the work (IATI 4).",
  },
);
export type ParticipantRole = MemberOf<typeof ParticipantRole>;
