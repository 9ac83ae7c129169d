import { Matches, MaxLength } from "class-validator";
import { InputType } from "type-graphql";
import { JsonScalar } from "../../platform/scalars.js";
import { OrderDirection } from "../../reading/index.js";
import {
  ChangeOf,
  CreationInput,
  CreationOf,
  IdField,
  InputField,
  InputsField,
  IntField,
  KeyField,
  TextField,
  TextsField,
  TranslatedTextInput,
  ValueField,
} from "../common/index.js";
import { ViewAudience, ViewChartKind, ViewDataset, ViewKind, ViewParameterType } from "./enums.js";

const nameForm = {
  context: {
    text: {
      en: "must consist of letters, digits and underscores, a letter first, as `region`",
      id: "harus terdiri atas huruf, angka, dan garis bawah, diawali huruf, seperti `region`",
    },
  },
};

@InputType({ description: "A parameter of a view." })
export class ViewParameterInput {
  @ValueField(() => String, {
    description: "Its name, as `region`; not `locale`, which addresses of files have.",
  })
  @MaxLength(40)
  @Matches(/^[A-Za-z]\w*$/, nameForm)
  name!: string;
  @ValueField(() => ViewParameterType, { description: "The type of its values." })
  type!: ViewParameterType;
  @ValueField(() => JsonScalar, {
    presence: "nullable",
    description: "The value where a request gives none; of a DATE also a relative one, as `TODAY`.",
  })
  default?: unknown;
  @ValueField(() => Boolean, {
    presence: "defaulted",
    initial: false,
    description:
      "True where a result needs a value; false if absent. Without a value of an optional one, its conditions are dropped.",
  })
  required?: boolean | null;
  @InputField(() => TranslatedTextInput, { description: "Its title." })
  titleText!: TranslatedTextInput;
  @TextField({
    max: 80,
    presence: "nullable",
    description: "Of an ENUM: the enumeration of its values, as `ActionStatus`.",
  })
  enumeration?: string | null;
}

@InputType({ description: "One order of a view's rows or groups." })
export class ViewSortInput {
  @TextField({
    max: 80,
    description: "A member of the list's order enumeration, as `STARTS_ON`; of groups, of theirs.",
  })
  field!: string;
  @ValueField(() => OrderDirection, {
    presence: "defaulted",
    initial: "ASC",
    description: "In which direction; ASC if absent.",
  })
  direction?: OrderDirection | null;
}

@InputType({ description: "The chart of a view." })
export class ViewChartInput {
  @ValueField(() => ViewChartKind, { description: "Its kind." })
  kind!: ViewChartKind;
  @TextField({
    max: 120,
    presence: "nullable",
    description: "A column or dimension of the view along which it is drawn.",
  })
  x?: string | null;
  @TextsField({
    max: 10,
    length: 120,
    description: "The view's measures, or columns of numbers, that it shows.",
  })
  y!: string[];
  @TextField({
    max: 120,
    presence: "nullable",
    description: "A column or dimension of the view that divides it into series.",
  })
  series?: string | null;
}

const names = (max: number, description: string): PropertyDecorator =>
  TextsField({ max, length: 120, presence: "defaulted", initial: [], description });

/** The fields of a view that its author sets. */
class ViewFields {
  @InputField(() => TranslatedTextInput, { description: "The title." })
  titleText!: TranslatedTextInput;
  @InputField(() => ViewTextInput, {
    presence: "nullable",
    description: "What it answers, and how to read it.",
  })
  descriptionText?: ViewTextInput | null;
  @ValueField(() => ViewKind, { description: "The form of its result." })
  kind!: ViewKind;
  @ValueField(() => ViewDataset, { description: "The list that it is of." })
  dataset!: ViewDataset;
  @ValueField(() => JsonScalar, {
    presence: "nullable",
    description:
      'The filter, as the list takes it in `where`; all rows if absent. `{"$parameter": "region"}` stands in the place of a value, `{"$date": "THIS_QUARTER"}` in that of a date or of its whole comparison.',
  })
  where?: unknown;
  @InputsField(() => ViewParameterInput, {
    max: 20,
    presence: "defaulted",
    initial: [],
    description: "Its parameters; none if absent. Each is used in `where`.",
  })
  parameters?: ViewParameterInput[] | null;
  @names(60, "Of a TABLE: its columns, as `title` or `plan.programme.title`.")
  columns?: string[] | null;
  @names(10, "Of GROUPS: at most 5 dimensions, as `LEAD_SECTOR`.")
  groupBy?: string[] | null;
  @names(10, "Of a MATRIX: the dimensions of its rows.")
  matrixRows?: string[] | null;
  @names(10, "Of a MATRIX: the dimensions of its columns; with those of the rows at most 5.")
  matrixColumns?: string[] | null;
  @names(20, "Of GROUPS and a MATRIX: measures, as `count`, `sum.weight` or `money.given.total`.")
  measures?: string[] | null;
  @InputsField(() => ViewSortInput, {
    max: 5,
    presence: "defaulted",
    initial: [],
    description: "The orders of its rows or groups, the weightiest first.",
  })
  orderBy?: ViewSortInput[] | null;
  @IntField({
    min: 1,
    max: 200,
    presence: "defaulted",
    initial: 50,
    description: "The rows or groups of a page, where none are asked for; 50 if absent.",
  })
  pageSize?: number | null;
  @InputField(() => ViewChartInput, {
    presence: "nullable",
    description: "The chart that portals draw of it.",
  })
  chart?: ViewChartInput | null;
}

@InputType({ description: "A longer text in one or both languages." })
export class ViewTextInput {
  @TextField({ max: 2000, lines: "several", presence: "nullable", description: "In Indonesian." })
  indonesian?: string | null;
  @TextField({ max: 2000, lines: "several", presence: "nullable", description: "In English." })
  english?: string | null;
}

@InputType({ description: "A new view. It is private until it is shared." })
export class SaveViewInput extends CreationOf(ViewFields) {
  @KeyField({ presence: "nullable", description: "A stable key; made from the title if absent." })
  key?: string | null;
  @IdField({
    presence: "defaulted",
    description:
      "The organisation that it belongs to. Needed only if you are a member of several and the hub would choose another one.",
  })
  organisationId?: string | null;
}

@InputType({ description: "The fields of a view to change; absent fields stay." })
export class UpdateViewInput extends ChangeOf("The view.", ViewFields) {}

@InputType({ description: "The new audience of a view." })
export class ShareViewInput extends ChangeOf("The view.") {
  @ValueField(() => ViewAudience, { description: "Who sees it from now on." })
  audience!: ViewAudience;
  @IdField({
    presence: "nullable",
    description: "For PARTICIPANTS: the plan whose participants see it; absent for others.",
  })
  planId?: string | null;
}

@InputType({ description: "A new star on a view." })
export class StarViewInput extends CreationInput {
  @IdField({ description: "The view." })
  viewId!: string;
}
