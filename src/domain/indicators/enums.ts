import { defineEnum, type MemberOf } from "../../reading/index.js";

/** What an indicator's figures count. */
export const IndicatorUnit = defineEnum(
  "IndicatorUnit",
  "What an indicator's figures count. Satuan.",
  {
    PERCENT: "Per cent, 0 to 100. Persen.",
    PEOPLE: "People. Orang.",
    HOUSEHOLDS: "Households. Rumah tangga.",
    GROUPS: "Groups, as of self-employed workers. Kelompok.",
    RUPIAH: "Rupiah.",
    COUNT: "Other things that are counted. Jumlah.",
    INDEX: "An index without a unit. Indeks.",
  },
);
export type IndicatorUnit = MemberOf<typeof IndicatorUnit>;

/** Which way an indicator is to go. */
export const IndicatorDirection = defineEnum(
  "IndicatorDirection",
  "Which way an indicator is to go. Arah.",
  {
    INCREASE: "More is better. Meningkat.",
    DECREASE: "Less is better. Menurun.",
  },
);
export type IndicatorDirection = MemberOf<typeof IndicatorDirection>;

/** How figures of parts make that of the whole. */
export const IndicatorAggregation = defineEnum(
  "IndicatorAggregation",
  "How an indicator's figures of parts make that of the whole. Agregasi.",
  {
    SUM: "The values of the parts add up.",
    RATE: "100 times the sum of the parts' numerators over the sum of their denominators.",
    NONE: "Nothing can be said of the whole from its parts.",
  },
);
export type IndicatorAggregation = MemberOf<typeof IndicatorAggregation>;
