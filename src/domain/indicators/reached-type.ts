import { Field, Float, ObjectType } from "type-graphql";

/** How far a target is reached: what the achievement of a target and that of a group have in common. */
@ObjectType()
export abstract class Reached {
  @Field(() => Float, {
    nullable: true,
    description:
      "The share that is reached, 0 or more, with four decimals; 1 is all of it. INCREASE: actual over target (PermenPANRB 6/2022). DECREASE: `start` minus actual over `start` minus target. Null without a target or an actual figure, for an INCREASE to 0 or less, and for a DECREASE without a start above the target.",
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
    description: "True when shorter periods make the figure and some are missing.",
  })
  isPartial!: boolean;
}
