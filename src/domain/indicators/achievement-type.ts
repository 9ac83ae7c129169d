import { Field, Float, Int, ObjectType } from "type-graphql";
import { PeriodScalar } from "../../platform/scalars.js";
import { Loaded, LoadedList } from "../../reading/index.js";
import { Region } from "../regions/index.js";
import { Reached } from "./reached-type.js";
import { Target } from "./target.js";
import { FigureContradiction } from "./totals.js";

/** What was achieved of a target. */
@ObjectType({
  description:
    "What was achieved of a target: the actual figure of its place and period, by the indicator's rules for reporters, periods and places. Capaian terhadap target.",
})
export class Achievement extends Reached {
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
  @Field(() => Boolean, {
    description: "True when the figure is a small number of people (rule 6).",
  })
  suppressed!: boolean;
  @Field(() => Int, { description: "The number of measurements that count." })
  measured!: number;
  @Field(() => [PeriodScalar], { description: "The periods of the measurements that count." })
  periods!: string[];
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
