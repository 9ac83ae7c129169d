import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLInt,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import {
  DateScalar,
  InstantScalar,
  JsonScalar,
  MoneyScalar,
  PositionScalar,
} from "../../platform/scalars.js";
import { nounNamed } from "../model/dictionary.js";

// The columns of a table of a noun's rows: values of the row, and of rows to which it leads one by one.

/** The kind of a column's values, on which their form in a table depends. */
export type ColumnValue =
  | "text"
  | "whole"
  | "number"
  | "money"
  | "boolean"
  | "date"
  | "instant"
  | "json";

/** A column of a table: a leaf field of the row, or of a row or object that single fields lead to. */
export interface TableColumnPath {
  /** The names of the fields, joined by points: `plan.programme.title`. */
  path: string;
  names: readonly string[];
  value: ColumnValue;
  /** True where the value is a list of such values. */
  isList: boolean;
}

/** The most fields of a path: a document may be 15 levels deep. */
const longestPath = 8;

/** The kinds of values by the names of their scalars: a schema made of its text has scalars of its own. */
const values = new Map<string, ColumnValue>([
  [GraphQLInt.name, "whole"],
  [PositionScalar.name, "whole"],
  [GraphQLFloat.name, "number"],
  [GraphQLBoolean.name, "boolean"],
  [MoneyScalar.name, "money"],
  [DateScalar.name, "date"],
  [InstantScalar.name, "instant"],
  [JsonScalar.name, "json"],
]);

type Field = ReturnType<GraphQLObjectType["getFields"]>[string];

/** The column of a path; undefined where the type has no such column. */
export function columnAt(type: GraphQLObjectType, path: string): TableColumnPath | undefined {
  const names = path.split(".");
  if (names.length > longestPath) return undefined;
  let owner: GraphQLNamedType = type;
  let field: Field | undefined;
  for (const [at, name] of names.entries()) {
    if (!isObjectType(owner)) return undefined;
    field = ownField(owner, name);
    if (!field) return undefined;
    const isLast = at === names.length - 1;
    if (!isLast && isListType(getNullableType(field.type))) return undefined;
    owner = getNamedType(field.type);
  }
  return field && isLeafType(owner) ? columnOf(field, names) : undefined;
}

/** The field, if it can be selected by its name alone. */
function ownField(type: GraphQLObjectType, name: string): Field | undefined {
  const fields = type.getFields();
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field?.args.some(isRequiredArgument) ? undefined : field;
}

function columnOf({ type }: Field, names: readonly string[]): TableColumnPath {
  const value = values.get(getNamedType(type).name) ?? "text";
  return { path: names.join("."), names, value, isList: isListType(getNullableType(type)) };
}

/** The fields by which a row that another leads to is recognised. */
const identifying = ["key", "code", "title", "name"];

/**
 * The columns of a noun's rows where none are named: its own values, in the order of the schema, and the
 * key, the title and the id of each row that it leads to. Values that take arguments, are objects or are
 * executed for each row are left out.
 */
export const defaultColumns = (type: GraphQLObjectType): TableColumnPath[] =>
  Object.values(type.getFields()).flatMap((field) => {
    if (field.args.length > 0 || isExecuted(type, field)) return [];
    const named = getNamedType(field.type);
    if (isLeafType(named))
      return named.name === JsonScalar.name ? [] : [columnOf(field, [field.name])];
    const isOne = isObjectType(named) && !isListType(getNullableType(field.type));
    return isOne && isNoun(named) ? referenceColumns(field, named) : [];
  });

/** True for a field whose value no statement gives. */
const isExecuted = ({ name: noun }: GraphQLObjectType, { name }: Field): boolean =>
  nounNamed(noun)?.fields.get(name)?.type === "executed";

const isNoun = (type: GraphQLObjectType): boolean =>
  type.getInterfaces().some(({ name }) => name === "Node");

function referenceColumns({ name }: Field, type: GraphQLObjectType): TableColumnPath[] {
  const fields = type.getFields();
  return [...identifying, "id"].flatMap((one) => {
    const field = fields[one];
    const isPlain = field && field.args.length === 0 && isLeafType(getNamedType(field.type));
    return isPlain ? [columnOf(field, [name, one])] : [];
  });
}

interface Selection {
  [name: string]: Selection;
}

/** The selection of the columns in a document, as `id plan { title }`. */
export function selectionOf(columns: readonly TableColumnPath[]): string {
  const selected: Selection = Object.create(null);
  for (const { names } of columns) {
    let at = selected;
    for (const name of names) {
      at[name] ??= Object.create(null) as Selection;
      at = at[name];
    }
  }
  return printed(selected);
}

const printed = (selection: Selection): string =>
  Object.entries(selection)
    .map(([name, below]) => {
      const inner = printed(below);
      return inner === "" ? name : `${name} { ${inner} }`;
    })
    .join(" ");

/** The value of a column in a row as the document gives it; null where it leads to nothing. */
export function valueIn(row: unknown, { names }: TableColumnPath): unknown {
  let value = row;
  for (const name of names) {
    if (value === null || value === undefined) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return value ?? null;
}
