import { defineEnum } from "../../reading/index.js";
import { lifecycle } from "../common/index.js";

/** The chain from upstream to downstream (hulu ke hilir). */
export enum ActionStage {
  POTENTIAL_MAPPING = "POTENTIAL_MAPPING",
  PARTNERSHIP_AND_INSTITUTIONS = "PARTNERSHIP_AND_INSTITUTIONS",
  COMPETENCY_TRAINING = "COMPETENCY_TRAINING",
  ENTREPRENEURSHIP_TRAINING = "ENTREPRENEURSHIP_TRAINING",
  CAPITAL_AND_EQUIPMENT = "CAPITAL_AND_EQUIPMENT",
  FINANCING_ACCESS = "FINANCING_ACCESS",
  LABOUR_INTENSIVE_WORKS = "LABOUR_INTENSIVE_WORKS",
  PRODUCTIVITY = "PRODUCTIVITY",
  MARKETING = "MARKETING",
  PLACEMENT = "PLACEMENT",
  SOCIAL_PROTECTION = "SOCIAL_PROTECTION",
}

defineEnum(
  ActionStage,
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

/** Where a plan stands. */
export enum ActionPlanStatus {
  DRAFT = "DRAFT",
  PROPOSED = "PROPOSED",
  ACTIVE = "ACTIVE",
  SUSPENDED = "SUSPENDED",
  COMPLETED = "COMPLETED",
  CANCELLED = "CANCELLED",
}

defineEnum(ActionPlanStatus, "ActionPlanStatus", "Where a plan stands.", {
  DRAFT: "Being written; goes to PROPOSED or CANCELLED.",
  PROPOSED: "Put to the participants; goes to ACTIVE or CANCELLED.",
  ACTIVE: "Under way; goes to COMPLETED, SUSPENDED or CANCELLED.",
  SUSPENDED: "Resting; goes to ACTIVE or CANCELLED.",
  COMPLETED: "Done; stays.",
  CANCELLED: "Given up; stays.",
});

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
export enum ActionStatus {
  PLANNED = "PLANNED",
  IN_PROGRESS = "IN_PROGRESS",
  BLOCKED = "BLOCKED",
  COMPLETED = "COMPLETED",
  CANCELLED = "CANCELLED",
}

defineEnum(
  ActionStatus,
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

/** The drawn transitions of an action (domain, "Lifecycles"). */
export const actionLifecycle = lifecycle<ActionStatus>("Action", {
  PLANNED: [ActionStatus.IN_PROGRESS, ActionStatus.CANCELLED],
  IN_PROGRESS: [ActionStatus.COMPLETED, ActionStatus.BLOCKED, ActionStatus.CANCELLED],
  BLOCKED: [ActionStatus.IN_PROGRESS, ActionStatus.CANCELLED],
  COMPLETED: [],
  CANCELLED: [],
});

/** What a contribution is. */
export enum ContributionKind {
  FUNDS = "FUNDS",
  CAPITAL_INCENTIVE = "CAPITAL_INCENTIVE",
  EQUIPMENT = "EQUIPMENT",
  TRAINING = "TRAINING",
  MENTORING = "MENTORING",
  FINANCING_ACCESS = "FINANCING_ACCESS",
  MARKET_ACCESS = "MARKET_ACCESS",
  EXPERTISE = "EXPERTISE",
  VENUE = "VENUE",
  LABOUR = "LABOUR",
}

defineEnum(ContributionKind, "ContributionKind", "What a contribution is.", {
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

/** Where a contribution stands. */
export enum ContributionStatus {
  PLEDGED = "PLEDGED",
  COMMITTED = "COMMITTED",
  DELIVERED = "DELIVERED",
  WITHDRAWN = "WITHDRAWN",
}

defineEnum(ContributionStatus, "ContributionStatus", "Where a contribution stands.", {
  PLEDGED: "Promised; goes to COMMITTED or WITHDRAWN.",
  COMMITTED: "Bound, as by a budget; goes to DELIVERED or WITHDRAWN.",
  DELIVERED: "Given; stays.",
  WITHDRAWN: "Taken back; stays, and counts in no total.",
});

/** The drawn transitions of a contribution (domain, "Nouns"). */
export const contributionLifecycle = lifecycle<ContributionStatus>("Contribution", {
  PLEDGED: [ContributionStatus.COMMITTED, ContributionStatus.WITHDRAWN],
  COMMITTED: [ContributionStatus.DELIVERED, ContributionStatus.WITHDRAWN],
  DELIVERED: [],
  WITHDRAWN: [],
});

/** The role of an organisation in a plan (IATI OrganisationRole). */
export enum ParticipantRole {
  FUNDING = "FUNDING",
  ACCOUNTABLE = "ACCOUNTABLE",
  EXTENDING = "EXTENDING",
  IMPLEMENTING = "IMPLEMENTING",
}

defineEnum(
  ParticipantRole,
  "ParticipantRole",
  "The role of an organisation in a plan (IATI codelist OrganisationRole).",
  {
    FUNDING: "Provides funds (IATI 1).",
    ACCOUNTABLE: "Oversees and answers for the plan (IATI 2).",
    EXTENDING: "Manages the budget and direction for the funder, or guides (IATI 3).",
    IMPLEMENTING: "Carries out the work (IATI 4).",
  },
);
