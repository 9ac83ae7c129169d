import { defineEnum, type MemberOf } from "../../reading/index.js";

/** The forms of a view's result. */
export const ViewKind = defineEnum("ViewKind", "The form of a view's result.", {
  TABLE: "Rows of the dataset, with columns. Tabel.",
  GROUPS: "Groups of rows, with measures. Kelompok.",
  MATRIX:
    "Groups in rows and columns, as who does what where: measures of each pair, and totals. Matriks.",
});
export type ViewKind = MemberOf<typeof ViewKind>;

/** The lists that a view can be of. Each is a root list of the API; its member is that list's name. */
export const ViewDataset = defineEnum("ViewDataset", "The list that a view is of.", {
  REGIONS: "`regions`. Wilayah.",
  AREAS: "`areas`. Kawasan.",
  ORGANISATIONS: "`organisations`. Lembaga.",
  PROGRAMMES: "`programmes`. Program.",
  ACTION_PLANS: "`actionPlans`. Rencana aksi.",
  ACTIONS: "`actions`. Kegiatan.",
  CONTRIBUTIONS: "`contributions`. Kontribusi.",
  FUNDINGS: "`fundings`. Penerusan dana.",
  PAYMENTS: "`payments`. Realisasi.",
  PROGRESS_UPDATES: "`progressUpdates`. Laporan kemajuan.",
  DELIBERATIONS: "`deliberations`. Rembuk.",
  OUTCOMES: "`outcomes`. Hasil rembuk.",
  INDICATORS: "`indicators`. Indikator.",
  MEASUREMENTS: "`measurements`. Capaian.",
  ENTERPRISE_GROUPS: "`enterpriseGroups`. TKM.",
  INSTRUMENTS: "`instruments`. Instrumen asesmen.",
  ASSESSMENTS: "`assessments`. Asesmen.",
  COMMENTS: "`comments`. Tanggapan.",
  IMPORTS: "`imports`. Impor tabel.",
});
export type ViewDataset = MemberOf<typeof ViewDataset>;

/** The audiences of a view, each wider than the one before. */
export const ViewAudience = defineEnum(
  "ViewAudience",
  "The audience of a view; it looks absent to everybody else. Sharing a view shares the question, never what its author sees: everybody gets the result of their own rights.",
  {
    PRIVATE: "Its author: the person, or the API key.",
    ORGANISATION: "Members of its organisation.",
    PARTICIPANTS: "They, and everybody who is involved in its plan.",
    PUBLIC: "Everybody, visitors too.",
  },
);
export type ViewAudience = MemberOf<typeof ViewAudience>;

/** The types of a view's parameters. */
export const ViewParameterType = defineEnum("ViewParameterType", "The type of a parameter.", {
  REGION: "A region's code, as `36.02`.",
  AREA: "The key of an area.",
  ORGANISATION: "The key of an organisation.",
  PROGRAMME: "The key of a programme.",
  PLAN: "The key of an action plan.",
  INDICATOR: "The key of an indicator.",
  ID: "The id (UUID) of any other record.",
  YEAR: "A year, as `2024`. In the place of a date it is its first or its last day.",
  PERIOD: "A period, as `2024-Q3`.",
  DATE: "A date, as `2024-07-03`, or a relative one, as `TODAY`.",
  TEXT: "A text.",
  NUMBER: "A number.",
  MONEY: "Whole rupiah, as `1500000`.",
  BOOLEAN: "True or false.",
  ENUM: "A member of the enumeration that `enumeration` names.",
});
export type ViewParameterType = MemberOf<typeof ViewParameterType>;

/** The kinds of cells of a result. */
export const ViewCellKind = defineEnum("ViewCellKind", "What the cells of a column hold.", {
  TEXT: "A text, in `text`; a list of texts is joined by commas.",
  NUMBER: "A number, in `number`.",
  MONEY: "Whole rupiah, in `money`.",
  DATE: "A calendar date, in `date`.",
  INSTANT: "An instant, in `instant`.",
  PERIOD: "A year, half-year, quarter, month or week (`2023-W27`), in `text`.",
  BOOLEAN: "True or false, in `boolean`.",
  ENUM: "A member of an enumeration: its `code`, and its name in both languages in `label`.",
  REFERENCE: "Another record, in `reference`; its name is in `text`.",
});
export type ViewCellKind = MemberOf<typeof ViewCellKind>;

/** The kinds of charts that portals draw of a view. */
export const ViewChartKind = defineEnum("ViewChartKind", "The kind of a chart.", {
  BAR: "Bars. Diagram batang.",
  LINE: "A line. Diagram garis.",
  AREA: "A filled line. Diagram area.",
  PIE: "Parts of a whole. Diagram lingkaran.",
  MAP: "A map of regions. Peta.",
  NUMBER: "One figure. Angka.",
});
export type ViewChartKind = MemberOf<typeof ViewChartKind>;
