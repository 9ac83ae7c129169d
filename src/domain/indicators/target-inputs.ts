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
  @ValueField(() => PeriodScalar, { description: "The period; the target is due at its end." })
  period!: string;
  @ValueField(() => Float, { description: "The figure, in the indicator's unit." })
  value!: number;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({
  description: "A target of an indicator: in a region, in an area, or nationwide.",
})
export class SetTargetInput extends CreationOf(TargetFields) {
  @IdField({ description: "The indicator." })
  indicatorId!: string;
  @TextField({
    max: 13,
    presence: "nullable",
    description: "The code of its region.",
  })
  regionCode?: string | null;
  @IdField({ presence: "nullable", description: "Its area." })
  areaId?: string | null;
}

@InputType({ description: "Changes to a target. Absent fields stay as they are." })
export class UpdateTargetInput extends ChangeOf("The target.", TargetFields) {}
