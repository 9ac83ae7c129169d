import { Visibility } from "../../domain/common/index.js";
import { type ActionStage, ActionStatus, ContributionKind } from "../../domain/plans/index.js";

/** Days before (negative) or after the day of making. */
type Days = number;

/** A contribution to an action: the giver by its part in the plan, and how far it came. */
export interface Gift {
  from: "ministry" | "province" | "company" | "foundation" | "university" | "group";
  kind: ContributionKind;
  /** Millions of rupiah at most; absent for a gift of things. */
  most?: number;
  /** The unit of things, of which there are 5 to 54. */
  unit?: string;
  steps: readonly ("commit" | "deliver" | "withdraw")[];
  /** The payments of a gift in rupiah, each a share of it in per cent. It is delivered at 100 in all. */
  payments?: readonly { on: Days; share: number }[];
  /** What who gave the gift before answers, if a quarter of this one is money of that; absent if none is. */
  passes?: "nothing yet" | "confirm" | "refuse";
  /** Its audience; everybody if absent. */
  visibility?: Visibility;
}

/** A report of an action's lead. */
export interface ReportFacts {
  progress: number;
  obstacle?: boolean;
  /** True if it corrects the report before it. */
  corrects?: boolean;
  /** Its audience; everybody if absent. */
  visibility?: Visibility;
}

/** The course of an action: its dates, its steps, and what happened on it. */
export interface Course {
  from: Days;
  to: Days;
  /** The statuses after IN_PROGRESS, which its reports follow; absent for an action that never began. */
  after?: readonly ActionStatus[];
  /** The statuses of an action that never began. */
  instead?: readonly ActionStatus[];
  milestones: readonly { due: Days; done?: Days }[];
  reports: readonly ReportFacts[];
  gifts: readonly Gift[];
}

const { FUNDS, CAPITAL_INCENTIVE, EQUIPMENT, TRAINING, MENTORING } = ContributionKind;
const { FINANCING_ACCESS, MARKET_ACCESS, EXPERTISE, VENUE, LABOUR } = ContributionKind;
const { BLOCKED, CANCELLED, COMPLETED } = ActionStatus;
const delivered = ["commit", "deliver"] as const;
const atOnce = [{ on: -70, share: 100 }];
const inTwo = [
  { on: -180, share: 60 },
  { on: -75, share: 40 },
];

/** The courses of actions: each status, on time and overdue, with money promised, bound, paid and withdrawn. */
export const courses = {
  completed: {
    ...{ from: -330, to: -40, after: [COMPLETED] },
    milestones: [
      { due: -200, done: -210 },
      { due: -60, done: -45 },
    ],
    reports: [{ progress: 45 }, { progress: 100 }],
    gifts: [
      { from: "ministry", kind: FUNDS, most: 900, steps: ["commit"], payments: inTwo },
      {
        ...{ from: "province", kind: FUNDS, most: 300, steps: ["commit"], payments: atOnce },
        passes: "confirm",
      },
      { from: "company", kind: EQUIPMENT, unit: "set", steps: delivered },
    ],
  },
  running: {
    ...{ from: -120, to: 110, after: [] },
    milestones: [{ due: -50, done: -62 }, { due: 12 }, { due: 95 }],
    reports: [{ progress: 20 }, { progress: 70 }, { progress: 55, corrects: true }],
    gifts: [
      {
        ...{ from: "ministry", kind: CAPITAL_INCENTIVE, most: 600, steps: ["commit"] },
        payments: [{ on: -30, share: 40 }],
      },
      { from: "company", kind: CAPITAL_INCENTIVE, most: 100, steps: [], passes: "nothing yet" },
      { from: "company", kind: TRAINING, unit: "hari", steps: delivered },
      { from: "university", kind: EXPERTISE, unit: "hari", steps: ["commit"] },
    ],
  },
  late: {
    ...{ from: -210, to: -12, after: [] },
    milestones: [{ due: -100, done: -85 }, { due: -20 }],
    reports: [
      { progress: 20, visibility: Visibility.ORGANISATION },
      { progress: 30, visibility: Visibility.PARTICIPANTS },
      { progress: 60, obstacle: true },
    ],
    gifts: [
      { from: "province", kind: FUNDS, most: 400, steps: ["commit"] },
      { from: "ministry", kind: FUNDS, most: 700, steps: [], passes: "refuse" },
      {
        from: "foundation",
        kind: MENTORING,
        unit: "hari",
        steps: [],
        visibility: Visibility.PARTICIPANTS,
      },
      {
        from: "foundation",
        kind: FINANCING_ACCESS,
        most: 200,
        steps: [],
        visibility: Visibility.ORGANISATION,
      },
    ],
  },
  blocked: {
    ...{ from: -95, to: 60, after: [BLOCKED] },
    milestones: [{ due: -30 }, { due: 45 }],
    reports: [{ progress: 15, obstacle: true }],
    gifts: [
      { from: "company", kind: MARKET_ACCESS, unit: "toko", steps: ["withdraw"] },
      { from: "group", kind: VENUE, unit: "tempat", steps: delivered },
      { from: "group", kind: LABOUR, unit: "orang-hari", steps: ["commit"] },
    ],
  },
  planned: {
    ...{ from: 25, to: 200, instead: [] },
    milestones: [{ due: 90 }],
    reports: [],
    gifts: [],
  },
  cancelled: {
    ...{ from: -150, to: -30, instead: [CANCELLED] },
    milestones: [{ due: -90 }],
    reports: [],
    gifts: [{ from: "province", kind: FUNDS, most: 100, steps: ["commit", "withdraw"] }],
  },
} satisfies Record<string, Course>;

/** The titles of actions, by their stage. */
export const titles: Record<ActionStage, string> = {
  POTENTIAL_MAPPING: "Pemetaan potensi desa",
  PARTNERSHIP_AND_INSTITUTIONS: "Kemitraan dengan pembeli",
  COMPETENCY_TRAINING: "Pelatihan pengolahan hasil",
  ENTREPRENEURSHIP_TRAINING: "Pelatihan kewirausahaan",
  CAPITAL_AND_EQUIPMENT: "Modal dan alat kerja",
  FINANCING_ACCESS: "Akses kredit usaha",
  LABOUR_INTENSIVE_WORKS: "Padat karya jalan produksi",
  PRODUCTIVITY: "Peningkatan mutu produk",
  MARKETING: "Pemasaran bersama",
  PLACEMENT: "Penempatan tenaga kerja",
  SOCIAL_PROTECTION: "Jaminan sosial pekerja",
};
