import { defineEnum, type MemberOf } from "../../reading/index.js";

/** The units of indicators. */
export const IndicatorUnit = defineEnum(
  "IndicatorUnit",
  "The unit of an indicator's figures. Satuan.",
  {
    PERCENT: "Per cent, 0 to 100. Persen.",
    PEOPLE: "People, in whole numbers. Orang.",
    HOUSEHOLDS: "Households, in whole numbers. Rumah tangga.",
    GROUPS: "Groups, for example of self-employed workers, in whole numbers. Kelompok.",
    RUPIAH: "Whole rupiah.",
    COUNT: "Any other count, in whole numbers. Jumlah.",
    INDEX: "An index without a unit. Indeks.",
  },
);
export type IndicatorUnit = MemberOf<typeof IndicatorUnit>;

/** The directions of indicators. */
export const IndicatorDirection = defineEnum(
  "IndicatorDirection",
  "The direction in which an indicator should move. Arah.",
  {
    INCREASE: "More is better. Meningkat.",
    DECREASE: "Less is better. Menurun.",
  },
);
export type IndicatorDirection = MemberOf<typeof IndicatorDirection>;

/** The aggregations of indicators. */
export const IndicatorAggregation = defineEnum(
  "IndicatorAggregation",
  "The way in which figures of parts make the figure of the whole. Agregasi.",
  {
    SUM: "The sum of the parts' values.",
    RATE: "100 times the sum of the parts' numerators over the sum of their denominators.",
    NONE: "None: the figures of parts say nothing about the whole.",
  },
);
export type IndicatorAggregation = MemberOf<typeof IndicatorAggregation>;
