import { type GraphQLLeafType, getNullableType, isLeafType } from "graphql";
import { fieldOf } from "../model/dictionary.js";
import type { WrittenAt } from "../model/field.js";
import type { Row } from "../rows/session.js";
import { sql } from "../sql/fragments.js";
import type { Values } from "./arguments.js";
import { nameOf, Unplannable } from "./compiler.js";
import { Json } from "./json.js";
import type { Run } from "./run.js";

// What only code can compute is left open in the statement's text: between two marks stands what the
// code needs of the row. JSON text never holds the mark, as it escapes control characters.

const mark = "\u0001";

/** Makes a value of its row and its field's arguments. */
type Compute = (row: Row, args: Values) => unknown;

/** A value of the answer that code makes when Postgres has answered. */
export interface OpenValue {
  compute: Compute;
  type: GraphQLLeafType;
  arguments: (run: Run) => Values;
}

/** Leaves a value open that `compute` makes of the fields of its row that it `needs`. */
export function openValue(at: WrittenAt, needs: readonly string[], compute: Compute): Json {
  const { compiler, noun, asked } = at;
  const type = getNullableType(asked.definition.type);
  if (!isLeafType(type)) throw new Unplannable(nameOf(asked));
  const given = compiler.given(asked, () => "");
  const place = compiler.open.push({ compute, type, arguments: given.of }) - 1;
  const row = Json.object(needs.map((name) => [name, fieldOf(noun, name).written(at)]));
  const open = sql.lit(`${mark}${place}:`);
  return Json.of(sql`concat(${open}, ${row.text()}, ${sql.lit(mark)})`, false);
}

/** The answer with its open values made. */
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
