import { badField } from "../../../platform/errors.js";
import { periodDates } from "../../../platform/period.js";
import { joinedTexts } from "../../../platform/tables/index.js";
import { Indicator, Measurement } from "../../indicators/index.js";
import { Area } from "../../programmes/index.js";
import { sourceCells } from "../rows/source-columns.js";
import { byKey, identifiedById, type TableSource } from "../rows/table-source.js";

interface ShownCount {
  by: string;
  value: string;
  count: number | null;
  words?: string | null;
}

/** Counts as `SEX FEMALE=12; SEX MALE=10`. A suppressed count is empty: `SEX MALE=`. Words of before the fixed lists stay. */
const countsText = (counts: readonly ShownCount[]): string =>
  joinedTexts(
    counts.map(({ by, value, count, words }) => `${by} ${words ?? value}=${count ?? ""}`),
  );

/** The measurements that a viewer may see. */
export const measurementSource: TableSource = {
  target: Measurement,
  fields: [
    ...["id", "version", "period", "value", "region", "numerator", "denominator", "isBaseline"],
    ...["disaggregation", "note", "sources"],
  ],
  references: { indicator: "key", area: "key", action: "id", organisation: "key" },
  cells: {
    indicator: ({ indicator }) => indicator as string,
    period: ({ period }) => period as string,
    value: ({ value }) => value as number,
    region: ({ region }) => region as string | null,
    area: ({ area }) => area as string | null,
    numerator: ({ numerator }) => numerator as number | null,
    denominator: ({ denominator }) => denominator as number | null,
    baseline: ({ isBaseline }) => (isBaseline ? "yes" : "no"),
    disaggregation: ({ disaggregation }) => countsText(disaggregation as ShownCount[]),
    action: ({ action }) => action as string | null,
    note: ({ note }) => note as string | null,
    ...sourceCells,
    organisation: ({ organisation }) => organisation as string | null,
    id: ({ id }) => id as string,
    version: ({ version }) => version as number,
  },
  identity: identifiedById,
  filters: {
    indicator: byKey(Indicator, (key) => ({ indicator: { eq: key } })),
    area: byKey(Area, (key) => ({ area: { eq: key } })),
    within: async (_, within) => ({ region: { within } }),
    period: async (_, period, name) => {
      if (periodDates(period)) return { period: { eq: period } };
      const id = "harus berupa periode seperti 2023, 2023-S1, 2023-Q2, atau 2023-06";
      throw badField(name, "must be a period as 2023, 2023-S1, 2023-Q2 or 2023-06", id);
    },
  },
};
