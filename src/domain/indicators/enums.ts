import { defineEnum } from "../../reading/index.js";

/** What an indicator's figures count. */
export enum IndicatorUnit {
  PERCENT = "PERCENT",
  PEOPLE = "PEOPLE",
  HOUSEHOLDS = "HOUSEHOLDS",
  GROUPS = "GROUPS",
  RUPIAH = "RUPIAH",
  COUNT = "COUNT",
  INDEX = "INDEX",
}

defineEnum(IndicatorUnit, "IndicatorUnit", "What an indicator's figures count. Satuan.", {
  PERCENT: "Per cent, 0 to 100. Persen.",
  PEOPLE: "People. Orang.",
  HOUSEHOLDS: "Households. Rumah tangga.",
  GROUPS: "Groups, as of self-employed workers. Kelompok.",
  RUPIAH: "Rupiah.",
  COUNT: "Other things that are counted. Jumlah.",
  INDEX: "An index without a unit. Indeks.",
});

/** Which way an indicator is to go. */
export enum IndicatorDirection {
  INCREASE = "INCREASE",
  DECREASE = "DECREASE",
}

defineEnum(IndicatorDirection, "IndicatorDirection", "Which way an indicator is to go. Arah.", {
  INCREASE: "More is better. Meningkat.",
  DECREASE: "Less is better. Menurun.",
});

/** How figures of parts make that of the whole. */
export enum IndicatorAggregation {
  SUM = "SUM",
  RATE = "RATE",
  NONE = "NONE",
}

defineEnum(
  IndicatorAggregation,
  "IndicatorAggregation",
  "How an indicator's figures of parts make that of the whole. Agregasi.",
  {
    SUM: "The values of the parts add up.",
    RATE: "100 times the sum of the parts' numerators over the sum of their denominators.",
    NONE: "Nothing can be said of the whole from its parts.",
  },
);
