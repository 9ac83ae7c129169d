import { Field, Float, Int, ObjectType } from "type-graphql";
import { PeriodScalar } from "../../platform/scalars.js";
import { Loaded } from "../../reading/index.js";
import { DisaggregatedCount } from "../common/index.js";
import { Area } from "../programmes/index.js";
import { Region } from "../regions/index.js";
import { FigureParts } from "./enums.js";
import { Measurement } from "./measurement.js";

/** The baseline of an indicator. */
@ObjectType({
  description:
    "The figure with which an indicator's others are compared: the measurement marked as baseline, else the earliest of the widest place. Data dasar (baseline).",
})
export class Baseline {
  @Field(() => PeriodScalar, { description: "The period." })
  period!: string;
  @Field(() => Float, {
    nullable: true,
    description:
      "The figure, in the indicator's unit; null when it is a small number of people (rule 6).",
  })
  value!: number | null;
  @Loaded(() => Region, {
    nullable: true,
    description: "Its region, if it has one.",
  })
  region!: string | null;
  @Loaded(() => Area, { nullable: true, description: "Its area, if it has one." })
  area!: string | null;
  @Loaded(() => Measurement, { description: "The measurement." })
  measurement!: string;
}

/** What contradicts the figure of a place. */
@ObjectType({
  description:
    "What adds up to more than the figure of a place: its shorter periods, or the places in it (rule 13).",
})
export class FigureContradiction {
  @Field(() => FigureParts, { description: "The parts that add up to more." })
  by!: FigureParts;
  @Field(() => Float, { description: "Their sum, in the indicator's unit." })
  value!: number;
}

/** The combined measurements of a place and its parts. */
@ObjectType()
abstract class PlaceTotal {
  @Field(() => PeriodScalar, { description: "The period." })
  period!: string;
  @Field(() => Float, {
    nullable: true,
    description:
      "The figure, in the indicator's unit: the place's own of the period, else that of its shorter periods, else that of its parts. Null for a RATE if a part lacks its numerator or denominator, and when it is suppressed.",
  })
  value!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "The sum of the numerators; null if a counted measurement has none.",
  })
  numerator!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "The sum of the denominators; null if a counted measurement has none.",
  })
  denominator!: number | null;
  @Field(() => Boolean, {
    description:
      "True when the figure is a number of people from 1 to 4 below the regency: only the indicator's owner and its programme's coordinators see it (rule 6).",
  })
  suppressed!: boolean;
  @Field(() => Int, { description: "The number of measurements that count." })
  measured!: number;
  @Field(() => [PeriodScalar], {
    description: "The periods of the measurements that count: the period asked, else shorter ones.",
  })
  periods!: string[];
  @Field(() => Boolean, {
    description:
      "True when shorter periods make the figure and some are missing; where the last one counts, when the end of the period is missing.",
  })
  isPartial!: boolean;
  @Field(() => [FigureContradiction], {
    description:
      "What adds up to more than the figure, where the place is measured itself and the indicator's aggregation, or its rule for periods, is SUM.",
  })
  contradictions!: FigureContradiction[];
  @Field(() => [DisaggregatedCount], {
    description:
      "The sums of the counts that are known, by the dimensions asked in `by`. A sum with a suppressed count in it is suppressed (rule 6). Empty for a mean of several periods.",
  })
  disaggregation!: DisaggregatedCount[];
}

/** A region's figure. */
@ObjectType({
  description: "A region's figure in a period: its own, else that of its measured parts.",
})
export class RegionTotal extends PlaceTotal {
  @Loaded(() => Region, { description: "The region." })
  region!: string;
}

/** An area's figure. */
@ObjectType({
  description: "An area's figure in a period: its own, else that of its measured regions.",
})
export class AreaTotal extends PlaceTotal {
  @Loaded(() => Area, { description: "The area." })
  area!: string;
}
