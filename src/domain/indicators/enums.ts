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

/** The rules for figures of several organisations. */
export const IndicatorReporters = defineEnum(
  "IndicatorReporters",
  "The way in which several organisations' figures of one place and period make one (rule 13). Beberapa pelapor.",
  {
    SUM: "Their sum: each counted others, for example its own trainees. Of a RATE, the sums of numerators and denominators.",
    OFFICIAL:
      "The figure of the indicator's owner, else the one that was accepted last: each measured the same.",
  },
);
export type IndicatorReporters = MemberOf<typeof IndicatorReporters>;

/** The rules for figures of several periods. */
export const IndicatorPeriods = defineEnum(
  "IndicatorPeriods",
  "The way in which the figures of months, quarters and half-years make that of a longer period without one of its own (rule 13). Beberapa periode.",
  {
    SUM: "Their sum, for what happens in a period, as people trained. Of a RATE, the sums of numerators and denominators.",
    LAST: "The last of them, for what is so at a time, as people employed or a rate.",
    AVERAGE: "Their mean, by the number of months.",
  },
);
export type IndicatorPeriods = MemberOf<typeof IndicatorPeriods>;

/** The states of a measurement. */
export const MeasurementStatus = defineEnum(
  "MeasurementStatus",
  "The state of a measurement. Only accepted ones count, and only they are seen by everybody. Status capaian.",
  {
    PROPOSED: "Recorded by others than the indicator's owner, without its answer yet. Diusulkan.",
    ACCEPTED: "Accepted by the indicator's owner, or recorded by it. Diterima.",
    REFUSED: "Refused by the indicator's owner, with a reason. Ditolak.",
    RETRACTED: "Taken back, with a reason; final. Ditarik.",
  },
);
export type MeasurementStatus = MemberOf<typeof MeasurementStatus>;

/** The parts of a figure. */
export const FigureParts = defineEnum(
  "FigureParts",
  "The parts that make up a figure of a place in a period.",
  {
    PERIODS: "The shorter periods in it. Periode yang lebih pendek.",
    PLACES: "The regions in the place. Wilayah di dalamnya.",
  },
);
export type FigureParts = MemberOf<typeof FigureParts>;
