import { Field, ObjectType } from "type-graphql";
import { JsonScalar } from "../../platform/scalars.js";
import { type StoredText, TranslatedText } from "../common/index.js";
import { ViewChartKind, ViewParameterType } from "./enums.js";

// The parts of a view as its columns hold them. Their members stand in the key order of jsonb.

/** A parameter of a view. */
@ObjectType({
  description:
    'A parameter of a view: `{"$parameter": "<name>"}` stands in the place of its value in `where`.',
})
export class ViewParameter {
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => ViewParameterType, { description: "The type of its values." })
  type!: ViewParameterType;
  @Field(() => JsonScalar, {
    nullable: true,
    description: "The value where a request gives none; null without one.",
  })
  default!: unknown;
  @Field(() => Boolean, {
    description:
      "True where a result needs a value. Without a value of an optional one, its conditions are dropped.",
  })
  required!: boolean;
  @Field(() => TranslatedText, { description: "Its title in both languages." })
  titleText!: StoredText;
  @Field(() => String, {
    nullable: true,
    description: "The enumeration of its values, as `ActionStatus`; null for other types.",
  })
  enumeration!: string | null;
}

/** One order of a view's rows or groups. */
@ObjectType({ description: "One order of a view's rows or groups." })
export class ViewSort {
  @Field(() => String, { description: "The member of the list's order enumeration." })
  field!: string;
  @Field(() => String, { description: "`ASC` or `DESC`." })
  direction!: string;
}

/** The chart of a view. */
@ObjectType({ description: "The chart that a portal draws of a view." })
export class ViewChart {
  @Field(() => String, {
    nullable: true,
    description:
      "The column or dimension along the chart: of the bars, the line's points, the map.",
  })
  x!: string | null;
  @Field(() => [String], { description: "The measures or columns that it shows." })
  y!: string[];
  @Field(() => ViewChartKind, { description: "Its kind." })
  kind!: ViewChartKind;
  @Field(() => String, {
    nullable: true,
    description: "The dimension that divides it into series; null for one series.",
  })
  series!: string | null;
}

/** A part of a view that does not fit. */
@ObjectType({
  description: "A part of a view that does not fit the schema, as when a field was removed.",
})
export class ViewFault {
  @Field(() => String, { description: "The part, as `where.plan.status` or `columns.2`." })
  path!: string;
  @Field(() => TranslatedText, { description: "The fault in both languages." })
  message!: TranslatedText;
}
