import { Field, Float, Int, ObjectType } from "type-graphql";
import { DateScalar, InstantScalar, MoneyScalar, PositionScalar } from "../../platform/scalars.js";
import { Node, NodeReference, PageInfo } from "../../reading/index.js";
import { TranslatedText } from "../common/index.js";
import { ViewCellKind } from "./enums.js";
import type { ViewText } from "./words/texts.js";

/** A column of a view's result. */
@ObjectType({
  description: "A column of a view's result: a field, a dimension or a measure. Kolom.",
})
export class ViewColumn {
  @Field(() => String, {
    description: "Its path, as the view names it; of a dimension the key's field.",
  })
  key!: string;
  @Field(() => TranslatedText, { description: "Its heading in both languages." })
  heading!: ViewText;
  @Field(() => ViewCellKind, { description: "What its cells hold." })
  kind!: ViewCellKind;
  @Field(() => Boolean, {
    description: "True for a measure, which the totals have; false for a field or a dimension.",
  })
  isMeasure!: boolean;
}

/** A cell of a view's result. */
@ObjectType({
  description:
    "A cell: its value is in the field that its kind names; all are null where `isNull`. Sel.",
})
export class ViewCell {
  @Field(() => ViewCellKind, { description: "What it holds." })
  kind!: ViewCellKind;
  @Field(() => Boolean, {
    description:
      "True where there is no value: the field is empty, its record is hidden, or the group is that of rows without one.",
  })
  isNull!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      "The value as a text in the language of the request, for every kind but numbers and money.",
  })
  text!: string | null;
  @Field(() => TranslatedText, {
    nullable: true,
    description: "The same in both languages, where it has both: an enumeration's member, a title.",
  })
  label!: ViewText | null;
  @Field(() => [String], { description: "The members of an ENUM, as the API names them." })
  codes!: readonly string[];
  @Field(() => Float, { nullable: true, description: "A NUMBER." })
  number!: number | null;
  @Field(() => MoneyScalar, { nullable: true, description: "Whole rupiah." })
  money!: string | null;
  @Field(() => DateScalar, { nullable: true, description: "A DATE." })
  date!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: "An INSTANT." })
  instant!: string | null;
  @Field(() => Boolean, { nullable: true, description: "A BOOLEAN." })
  boolean!: boolean | null;
  @NodeReference(() => Node, { entity: "entity", id: "id" }, "The record of a REFERENCE.")
  reference!: readonly [entity: string, id: string] | null;
}

/** A row of a view's result. */
@ObjectType({ description: "A row of a table, or a group. Baris." })
export class ViewRow {
  @Field(() => [ViewCell], { description: "Its cells, in the order of the columns." })
  cells!: ViewCell[];
  @NodeReference(
    () => Node,
    { entity: "entity", id: "id" },
    "The record of a table's row; null for a group.",
  )
  record!: readonly [entity: string, id: string] | null;
}

/** A row or a column of a matrix. */
@ObjectType({ description: "A row or a column of a matrix. Baris atau kolom matriks." })
export class ViewMatrixLine {
  @Field(() => [ViewCell], { description: "Its dimensions." })
  cells!: ViewCell[];
  @Field(() => [ViewCell], { description: "Its totals: the view's measures over all of it." })
  totals!: ViewCell[];
}

/** A cell of a matrix. */
@ObjectType({ description: "A cell of a matrix with at least one row of the dataset." })
export class ViewMatrixCell {
  @Field(() => Int, { description: "The place of its row in `rows`, from 0." })
  row!: number;
  @Field(() => Int, { description: "The place of its column in `columns`, from 0." })
  column!: number;
  @Field(() => [ViewCell], { description: "The view's measures." })
  cells!: ViewCell[];
}

/** A matrix. */
@ObjectType({
  description:
    "A matrix, as who does what where. Cells without any row of the dataset are left out. Matriks.",
})
export class ViewMatrix {
  @Field(() => [ViewMatrixLine], { description: "Its rows: the first 200." })
  rows!: ViewMatrixLine[];
  @Field(() => [ViewMatrixLine], { description: "Its columns: the first 200." })
  columns!: ViewMatrixLine[];
  @Field(() => [ViewMatrixCell], {
    description: "The cells of this page that lie in `rows` and `columns`.",
  })
  cells!: ViewMatrixCell[];
  @Field(() => Int, { description: "How many rows there are in all." })
  rowCount!: number;
  @Field(() => Int, { description: "How many columns there are in all." })
  columnCount!: number;
  @Field(() => Boolean, {
    description:
      "True where there are more rows or columns than `rows` and `columns` hold. The result's `rows`, its totals and the view's file have all cells.",
  })
  isCut!: boolean;
}

/** The result of a view. */
@ObjectType({ description: "The result of a view, as the viewer may see it. Hasil tampilan." })
export class ViewResult {
  @Field(() => [ViewColumn], { description: "The columns of its rows." })
  columns!: ViewColumn[];
  @Field(() => [ViewRow], {
    description: "The rows or groups of this page; of a matrix its cells.",
  })
  rows!: ViewRow[];
  @Field(() => [ViewCell], {
    nullable: true,
    description: "The measures over all rows, not only this page; null for a table.",
  })
  totals!: ViewCell[] | null;
  @Field(() => ViewMatrix, { nullable: true, description: "The matrix; null for other kinds." })
  matrix!: ViewMatrix | null;
  @Field(() => PageInfo, { description: "Where this page lies." })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: "How many rows, groups or cells there are in all." })
  totalCount!: number;
  @Field(() => PositionScalar, { description: "The position of the ledger at which it was read." })
  position!: number;
}
