import { Field, Float, Int, ObjectType } from "type-graphql";
import { PeriodScalar } from "../../platform/scalars.js";
import { Loaded, LoadedList } from "../../reading/index.js";
import { Region } from "../regions/index.js";
import { Target } from "./target.js";
import { FigureContradiction } from "./totals.js";

/** What was achieved of a target. */
@ObjectType({
  description:
    "What was achieved of a target: the actual figure of its place and period, by the indicator's rules for reporters, periods and places. Capaian terhadap target.",
})
export class Achievement {
  @Loaded(() => Target, { description: "The target." })
  of!: string;
  @Field(() => Float, { description: "The figure that is wanted, in the indicator's unit." })
  target!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      "The figure that was measured; null without a measurement that counts, and when it is suppressed.",
  })
  actual!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "The share that is reached, 0 or more; 1 is all of it. INCREASE: actual over target (PermenPANRB 6/2022). DECREASE: `start` minus actual over `start` minus target. Null without an actual figure, for an INCREASE to 0 or less, and for a DECREASE without a start above the target.",
  })
  share!: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True when the actual figure is at least, for a DECREASE at most, the target.",
  })
  isReached!: boolean | null;
  @Field(() => Float, {
    nullable: true,
    description: "What is missing to the target, in the indicator's unit; 0 when it is reached.",
  })
  missing!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "Of a DECREASE, the figure that it starts from: the place's baseline, else its earliest before the period ends.",
  })
  start!: number | null;
  @Field(() => Boolean, {
    description: "True when the figure is a small number of people (rule 6).",
  })
  suppressed!: boolean;
  @Field(() => Int, { description: "The number of measurements that count." })
  measured!: number;
  @Field(() => [PeriodScalar], { description: "The periods of the measurements that count." })
  periods!: string[];
  @Field(() => Boolean, {
    description: "True when shorter periods make the figure and some are missing.",
  })
  isPartial!: boolean;
  @Field(() => [PeriodScalar], {
    description: "The quarters and months of the period that no figure covers.",
  })
  missingPeriods!: string[];
  @LoadedList(() => Region, {
    description:
      "The regions directly in the place that have no figure, where those of its parts make its own.",
  })
  missingPlaces!: string[];
  @Field(() => [FigureContradiction], { description: "What adds up to more than the figure." })
  contradictions!: FigureContradiction[];
}
