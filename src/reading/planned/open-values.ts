import { getNullableType, isLeafType } from "graphql";
import type { ComputeInCode } from "../model/sites.js";
import { sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import { type Compiler, nameOf, type SelectedField, Unplannable } from "./compiler.js";
import type { OpenValue, Run } from "./run.js";

// A value that only code can compute is left open in the statement's text: between two marks stand the
// fields of the row that the code needs. JSON text never holds the mark, as it escapes control characters.

const mark = "\u0001";

/** Leaves a value open that `compute` makes from `row`, the JSON of the fields that it needs. */
export function openValue(
  compiler: Compiler,
  selected: SelectedField,
  row: Json,
  compute: ComputeInCode,
): Json {
  const type = getNullableType(selected.definition.type);
  if (!isLeafType(type)) throw new Unplannable(nameOf(selected));
  const given = compiler.arguments(selected, () => "");
  const place = compiler.open.push({ compute, type, arguments: given.of }) - 1;
  const open = sql.lit(`${mark}${place}:`);
  return Json.of(sql`concat(${open}, ${row.text()}, ${sql.lit(mark)})`, false);
}

/** The answer with its open values computed. */
export function fillOpen(data: string, open: readonly OpenValue[], run: Run): string {
  if (open.length === 0) return data;
  const parts = data.split(mark);
  return parts.map((part, at) => (at % 2 === 0 ? part : made(part, open, run))).join("");
}

function made(part: string, open: readonly OpenValue[], run: Run): string {
  const end = part.indexOf(":");
  const value = open[Number(part.slice(0, end))];
  if (!value || !isLeafType(value.type))
    throw new Error("A plan left a value open that it does not know");
  const result = value.compute(JSON.parse(part.slice(end + 1)), value.arguments(run));
  return JSON.stringify(
    result === null || result === undefined ? null : value.type.serialize(result),
  );
}
