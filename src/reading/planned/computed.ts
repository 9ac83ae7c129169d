import { type GraphQLOutputType, getNullableType, isLeafType } from "graphql";
import { type ComputedField, fieldOf, type NounDefinition } from "../dictionary.js";
import { sql } from "../sql.js";
import type { Given, Values } from "./arguments.js";
import { type Asked, type Compiler, nameOf, Unplannable } from "./compiler.js";
import { Json } from "./json.js";
import type { Run } from "./run.js";

// What only code can compute is left open in the statement's text: between two marks stands what the
// code needs of the row. JSON text never holds the mark, as it escapes control characters.

const mark = "\u0001";

/** A value of the answer that code makes when Postgres has answered. */
export interface OpenValue {
  field: ComputedField;
  type: GraphQLOutputType;
  arguments: (run: Run) => Values;
}

/** Leaves a computed value open; `needed` writes a field of the row. */
export function openValue(
  compiler: Compiler,
  noun: NounDefinition,
  asked: Asked,
  field: ComputedField,
  needed: (name: string) => Json,
): Json {
  const type = getNullableType(asked.definition.type);
  if (!isLeafType(type)) throw new Unplannable(nameOf(asked));
  const given: Given = compiler.given(asked, () => "");
  const at = compiler.open.push({ field, type, arguments: given.of }) - 1;
  const needs = field.needs.map((name): [string, Json] => [name, needed(fieldOf(noun, name).name)]);
  const row = Json.object(needs).text();
  return Json.of(sql`concat(${sql.lit(`${mark}${at}:`)}, ${row}, ${sql.lit(mark)})`, false);
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
  const result = value.field.compute(JSON.parse(part.slice(end + 1)), value.arguments(run));
  return JSON.stringify(
    result === null || result === undefined ? null : value.type.serialize(result),
  );
}
