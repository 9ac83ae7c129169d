import {
  ViewChartKind as Chart,
  ViewDataset as Dataset,
  ViewKind as Kind,
} from "../../domain/views/index.js";
import { OrderDirection as Direction } from "../../reading/index.js";
import {
  both,
  indicatorParameter,
  inProgramme,
  inRegion,
  programmeParameter,
  regionParameter,
  type ShippedView,
} from "./parts.js";

/** The questions of those who coordinate programmes and plans. */
const ofPlans: readonly ShippedView[] = [
  {
    key: "who-does-what-where",
    titleText: both("Who does what where", "Siapa mengerjakan apa di mana"),
    descriptionText: both(
      "Actions and their money by the province and the organisation that leads them, along the chain from upstream to downstream. Cancelled actions are left out; money is given money, counted once.",
      "Kegiatan dan uangnya menurut provinsi dan lembaga yang memimpinnya, di sepanjang rantai hulu ke hilir. Kegiatan yang dibatalkan tidak dihitung; uang dihitung satu kali, di tempat asalnya.",
    ),
    kind: Kind.MATRIX,
    dataset: Dataset.ACTIONS,
    where: {
      status: { not: "CANCELLED" },
      plan: { ...inProgramme, ...inRegion },
    },
    parameters: [programmeParameter, regionParameter],
    matrixRows: ["PROVINCE", "LEADER"],
    matrixColumns: ["STAGE"],
    measures: ["count", "given"],
  },
  {
    key: "progress-of-plans-by-province",
    titleText: both("Progress of plans by province", "Kemajuan rencana aksi menurut provinsi"),
    descriptionText: both(
      "Plans by province and status, with their mean progress, their overdue actions and their money.",
      "Rencana aksi menurut provinsi dan status, beserta rata-rata kemajuan, kegiatan yang lewat tenggat, dan uangnya.",
    ),
    kind: Kind.GROUPS,
    dataset: Dataset.ACTION_PLANS,
    where: { ...inProgramme, ...inRegion },
    parameters: [programmeParameter, regionParameter],
    groupBy: ["PROVINCE", "STATUS"],
    measures: ["count", "meanProgress", "overdue", "given"],
    chart: { kind: Chart.MAP, x: "PROVINCE", y: ["meanProgress"] },
  },
  {
    key: "overdue-actions-by-lead",
    titleText: both("Overdue actions by lead", "Kegiatan lewat tenggat menurut penanggung jawab"),
    descriptionText: both(
      "Actions whose due date is past, by the organisation that leads them, the most first.",
      "Kegiatan yang tenggatnya sudah lewat, menurut lembaga yang memimpinnya, yang terbanyak lebih dahulu.",
    ),
    kind: Kind.GROUPS,
    dataset: Dataset.ACTIONS,
    where: { isOverdue: { eq: true }, plan: { ...inProgramme, ...inRegion } },
    parameters: [programmeParameter, regionParameter],
    groupBy: ["LEADER"],
    measures: ["count", "meanProgress"],
    orderBy: [{ field: "COUNT", direction: Direction.DESC }],
    chart: { kind: Chart.BAR, x: "LEADER", y: ["count"] },
  },
  {
    key: "participants-who-have-not-answered",
    titleText: both("Participants who have not answered", "Peserta yang belum menjawab"),
    descriptionText: both(
      "Plans in which an organisation that others named has not yet said yes or no.",
      "Rencana aksi yang memuat lembaga yang disebut pihak lain dan belum menyatakan setuju atau menolak.",
    ),
    kind: Kind.TABLE,
    dataset: Dataset.ACTION_PLANS,
    where: {
      or: [
        { leadStatus: { eq: "INVITED" } },
        { participant: { status: { eq: "INVITED" } } },
        { action: { leadStatus: { eq: "INVITED" } } },
      ],
      ...inProgramme,
    },
    parameters: [programmeParameter],
    columns: ["title", "programme.title", "lead.name", "leadStatus", "startsOn"],
    orderBy: [{ field: "STARTS_ON", direction: Direction.DESC }],
  },
];

/** The questions about money and support. */
const ofMoney: readonly ShippedView[] = [
  {
    key: "funds-by-sector-and-quarter",
    titleText: both("Funds by sector and quarter", "Dana menurut unsur dan triwulan"),
    descriptionText: both(
      "Payments by the sector of the organisation that gave them, in quarters.",
      "Realisasi pembayaran menurut unsur lembaga pemberinya, per triwulan.",
    ),
    kind: Kind.GROUPS,
    dataset: Dataset.PAYMENTS,
    where: { contribution: { plan: { ...inProgramme, ...inRegion } } },
    parameters: [programmeParameter, regionParameter],
    groupBy: ["PAID_ON_QUARTER", "ORGANISATION_SECTOR"],
    measures: ["paid", "count"],
    chart: {
      ...{ kind: Chart.BAR, x: "PAID_ON_QUARTER", y: ["paid"] },
      series: "ORGANISATION_SECTOR",
    },
  },
  {
    key: "contributions-not-delivered",
    titleText: both(
      "Contributions pledged but not delivered",
      "Kontribusi yang dijanjikan tetapi belum diserahkan",
    ),
    descriptionText: both(
      "Contributions that are pledged or committed, the largest amount first.",
      "Kontribusi yang dijanjikan atau disanggupi, jumlah terbesar lebih dahulu.",
    ),
    kind: Kind.TABLE,
    dataset: Dataset.CONTRIBUTIONS,
    where: {
      status: { in: ["PLEDGED", "COMMITTED"] },
      plan: { ...inProgramme, ...inRegion },
    },
    parameters: [programmeParameter, regionParameter],
    columns: [
      ...["organisation.name", "kind", "status", "amount", "quantity", "unit"],
      ...["action.title", "action.plan.title"],
    ],
    orderBy: [{ field: "AMOUNT", direction: Direction.DESC }],
  },
  {
    key: "actions-without-contribution",
    titleText: both("Actions without a contribution", "Kegiatan tanpa kontribusi"),
    descriptionText: both(
      "Open actions to which nobody contributes, along the chain from upstream to downstream.",
      "Kegiatan berjalan yang belum didukung siapa pun, di sepanjang rantai hulu ke hilir.",
    ),
    kind: Kind.TABLE,
    dataset: Dataset.ACTIONS,
    where: {
      hasContribution: { eq: false },
      status: { in: ["PLANNED", "IN_PROGRESS", "BLOCKED"] },
      plan: { ...inProgramme, ...inRegion },
    },
    parameters: [programmeParameter, regionParameter],
    columns: ["title", "stage", "status", "endsOn", "lead.name", "plan.title", "plan.lead.name"],
    orderBy: [{ field: "STAGE", direction: Direction.ASC }],
  },
];

/** The questions about meetings and what they agreed. */
const ofMeetings: readonly ShippedView[] = [
  {
    key: "outcomes-agreed-without-action",
    titleText: both(
      "Agreed without an action, by convener",
      "Disepakati tanpa kegiatan, menurut penyelenggara",
    ),
    descriptionText: both(
      "Outcomes that were agreed and became no action yet, by the organisation that convened the meeting.",
      "Hasil rembuk yang disepakati dan belum menjadi kegiatan, menurut lembaga penyelenggara rembuk.",
    ),
    kind: Kind.GROUPS,
    dataset: Dataset.OUTCOMES,
    where: {
      status: { eq: "AGREED" },
      ...{ hasAction: { eq: false }, isSuperseded: { eq: false } },
      ...inProgramme,
    },
    parameters: [programmeParameter],
    groupBy: ["CONVENER"],
    measures: ["count", "overdue"],
    orderBy: [{ field: "COUNT", direction: Direction.DESC }],
    chart: { kind: Chart.BAR, x: "CONVENER", y: ["count"] },
  },
  {
    key: "meetings-of-this-quarter",
    titleText: both("Meetings of this quarter", "Rembuk triwulan ini"),
    descriptionText: both(
      "Deliberations that begin in the current quarter.",
      "Rembuk yang dimulai pada triwulan berjalan.",
    ),
    kind: Kind.TABLE,
    dataset: Dataset.DELIBERATIONS,
    where: {
      heldFrom: { gte: { $date: "THIS_QUARTER_START" }, lte: { $date: "THIS_QUARTER_END" } },
      status: { not: "CANCELLED" },
      ...inProgramme,
    },
    parameters: [programmeParameter],
    columns: [
      "heldFrom",
      "heldTo",
      "title",
      "kind",
      "status",
      "convener.name",
      "place",
      "area.name",
    ],
    orderBy: [{ field: "HELD_FROM", direction: Direction.ASC }],
  },
];

/** The questions about figures, groups and assessments. */
const ofResults: readonly ShippedView[] = [
  {
    key: "target-and-actual-by-regency",
    titleText: both("Target and actual by regency", "Target dan capaian menurut kabupaten/kota"),
    descriptionText: both(
      "Accepted figures of each indicator by regency and period, beside their targets.",
      "Capaian tiap indikator yang diterima, menurut kabupaten/kota dan periode, di samping targetnya.",
    ),
    kind: Kind.GROUPS,
    dataset: Dataset.MEASUREMENTS,
    where: {
      status: { eq: "ACCEPTED" },
      indicator: { key: { eq: { $parameter: "indicator" } } },
      region: { within: { $parameter: "region" } },
    },
    parameters: [indicatorParameter, regionParameter],
    groupBy: ["INDICATOR", "REGENCY", "PERIOD"],
    measures: ["count", "achievement.target", "achievement.actual", "achievement.share"],
    chart: { kind: Chart.LINE, x: "PERIOD", y: ["achievement.actual"], series: "REGENCY" },
  },
  {
    key: "measurements-awaiting-acceptance",
    titleText: both("Measurements awaiting acceptance", "Capaian yang menunggu penerimaan"),
    descriptionText: both(
      "Figures that others proposed and that the indicator's owner has neither accepted nor refused, the oldest first.",
      "Angka yang diusulkan pihak lain dan belum diterima atau ditolak pemilik indikator, yang terlama lebih dahulu.",
    ),
    kind: Kind.TABLE,
    dataset: Dataset.MEASUREMENTS,
    where: { status: { eq: "PROPOSED" }, region: { within: { $parameter: "region" } } },
    parameters: [regionParameter],
    columns: [
      ...["indicator.title", "region.name", "area.name", "period", "value"],
      ...["organisation.name", "createdAt"],
    ],
    orderBy: [{ field: "CREATED_AT", direction: Direction.ASC }],
  },
  {
    key: "tkm-journey",
    titleText: both("Journey of TKM groups", "Perjalanan kelompok TKM"),
    descriptionText: both(
      "Groups of self-employed workers and their members by the step that they have reached.",
      "Kelompok Tenaga Kerja Mandiri dan anggotanya menurut tahap yang telah dicapai.",
    ),
    kind: Kind.GROUPS,
    dataset: Dataset.ENTERPRISE_GROUPS,
    where: { ...inRegion },
    parameters: [regionParameter],
    groupBy: ["JOURNEY"],
    measures: ["count", "people.members", "people.women", "people.men"],
    chart: { kind: Chart.BAR, x: "JOURNEY", y: ["people.members"] },
  },
  {
    key: "assessments-open",
    titleText: both(
      "Assessments that are due or open",
      "Asesmen yang jatuh tempo atau masih terbuka",
    ),
    descriptionText: both(
      "Assessments that are not published yet, the earliest due first.",
      "Asesmen yang belum terbit, tenggat terdekat lebih dahulu.",
    ),
    kind: Kind.TABLE,
    dataset: Dataset.ASSESSMENTS,
    where: {
      status: { in: ["DRAFT", "RETURNED", "SUBMITTED", "IN_REVIEW", "ACCEPTED"] },
      ...inProgramme,
    },
    parameters: [programmeParameter],
    columns: [
      ...["dueOn", "status", "round", "instrument.title", "university.name"],
      ...["area.name", "plan.title", "completeness"],
    ],
    orderBy: [{ field: "DUE_ON", direction: Direction.ASC }],
  },
];

/** The views that every hub has, in the order of their subjects. */
export const shippedViews: readonly ShippedView[] = [
  ...ofPlans,
  ...ofMoney,
  ...ofMeetings,
  ...ofResults,
];
