import { Field, Float, Int, ObjectType } from "type-graphql";
import { PeriodScalar } from "../../platform/scalars.js";
import { Loaded } from "../../reading/index.js";
import { Area } from "../programmes/index.js";
import { Region } from "../regions/index.js";
import { Measurement } from "./measurement.js";

/** Where an indicator began. */
@ObjectType({
  description:
    "The figure that an indicator's others are compared with: the measurement marked as baseline, else the earliest of the widest place. Data dasar (baseline).",
})
export class Baseline {
  @Field(() => PeriodScalar, { description: "The period that it is of." })
  period!: string;
  @Field(() => Float, { description: "The figure, in the indicator's unit." })
  value!: number;
  @Loaded(() => Region, {
    nullable: true,
    description: "The region that it is of, if it is of one.",
  })
  region!: string | null;
  @Loaded(() => Area, { nullable: true, description: "The area that it is of, if it is of one." })
  area!: string | null;
  @Loaded(() => Measurement, { description: "The measurement." })
  measurement!: string;
}

/** What the measurements of a place and its parts come to. */
@ObjectType()
abstract class PlaceTotal {
  @Field(() => PeriodScalar, { description: "The period." })
  period!: string;
  @Field(() => Float, {
    nullable: true,
    description:
      "The figure, in the indicator's unit: the place's own, else its parts' together. Null for a RATE of which a part lacks its numerator or denominator.",
  })
  value!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "The sum of the numerators; null where a counted measurement has none.",
  })
  numerator!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "The sum of the denominators; null where a counted measurement has none.",
  })
  denominator!: number | null;
  @Field(() => Int, { description: "How many measurements count." })
  measured!: number;
}

/** A region's figure. */
@ObjectType({
  description: "A region's figure of a period: its own, else that of the parts that are measured.",
})
export class RegionTotal extends PlaceTotal {
  @Loaded(() => Region, { description: "The region." })
  region!: string;
}

/** An area's figure. */
@ObjectType({
  description: "An area's figure of a period: its own, else that of its regions that are measured.",
})
export class AreaTotal extends PlaceTotal {
  @Loaded(() => Area, { description: "The area." })
  area!: string;
}
