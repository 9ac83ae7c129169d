import { Float, InputType } from "type-graphql";
import { PeriodScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationOf,
  IdField,
  type SourceInput,
  SourcesField,
  TextField,
  ValueField,
} from "../common/index.js";

class TargetFields {
  @ValueField(() => PeriodScalar, { description: "The period by whose end it is to be reached." })
  period!: string;
  @ValueField(() => Float, { description: "The figure, in the indicator's unit." })
  value!: number;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({
  description: "What an indicator is to reach: in a region, in an area, or nationwide.",
})
export class SetTargetInput extends CreationOf(TargetFields) {
  @IdField({ description: "The indicator." })
  indicatorId!: string;
  @TextField({
    max: 13,
    presence: "nullable",
    description: "The code of the region that it is for.",
  })
  regionCode?: string | null;
  @IdField({ presence: "nullable", description: "The area that it is for." })
  areaId?: string | null;
}

@InputType({ description: "Changes of a target; absent fields stay." })
export class UpdateTargetInput extends ChangeOf("The target.", TargetFields) {}
