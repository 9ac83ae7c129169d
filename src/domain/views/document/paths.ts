import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { cut } from "../../../platform/cut.js";
import type { Text } from "../../../platform/errors.js";
import { ViewCellKind } from "../enums.js";
import { camel } from "./dataset.js";

/** A value that a document selects: its place in the answer, and what it is. */
export interface PathShape {
  /** The names in the answer, from the row, the key or the measures. */
  path: readonly string[];
  kind: ViewCellKind;
  isList: boolean;
  /** The name of its enumeration. */
  enumeration: string | undefined;
  /** The field of a referenced row that names it; it is in both languages where `isTranslated`. */
  display: string | undefined;
  /** True for a text in both languages. */
  isTranslated: boolean;
  /** What the document selects below each name, outermost first. */
  selections: readonly string[];
}

/** A path that the schema has, or the reason why it has not. */
export type Found = { shape: PathShape } | { problem: Text };

const problem = (en: string, id: string): { problem: Text } => ({ problem: { en, id } });

/** The kinds of cells by scalar. */
const scalarKinds: Readonly<Record<string, ViewCellKind>> = {
  String: ViewCellKind.TEXT,
  ID: ViewCellKind.TEXT,
  Int: ViewCellKind.NUMBER,
  Float: ViewCellKind.NUMBER,
  Position: ViewCellKind.NUMBER,
  Money: ViewCellKind.MONEY,
  Date: ViewCellKind.DATE,
  DateTime: ViewCellKind.INSTANT,
  Period: ViewCellKind.PERIOD,
  PartialDate: ViewCellKind.PERIOD,
  Week: ViewCellKind.PERIOD,
  Boolean: ViewCellKind.BOOLEAN,
};

const translated = "TranslatedText";

/** The fields by which rows are named, the best first. */
const naming = ["titleText", "nameText", "title", "name", "key", "email"];

const isTranslated = (field: GraphQLField<unknown, unknown> | undefined): boolean =>
  field !== undefined && getNamedType(field.type).name === translated;

/** The selection of a text in both languages. */
const bothLanguages = "{ indonesian english }";

function leafOf(type: GraphQLOutputType, path: readonly string[]): Found {
  const named = getNamedType(type);
  const isList = isListType(getNullableType(type));
  const shape = { path, isList, enumeration: undefined, display: undefined, isTranslated: false };
  if (isEnumType(named)) {
    const kind = ViewCellKind.ENUM;
    return { shape: { ...shape, kind, enumeration: named.name, selections: path } };
  }
  if (!isObjectType(named)) {
    const kind = scalarKinds[named.name];
    return kind
      ? { shape: { ...shape, kind, selections: path } }
      : problem(
          `"${path.at(-1)}" is a structure, which no cell shows`,
          `"${path.at(-1)}" berupa struktur, yang tidak dapat ditampilkan dalam sel`,
        );
  }
  return objectLeaf(named, { ...shape, selections: path });
}

/** A text in both languages, or another row. */
function objectLeaf(type: GraphQLObjectType, shape: Omit<PathShape, "kind">): Found {
  const { path } = shape;
  const name = path.at(-1) ?? "";
  if (shape.isList) return several(name);
  const selected = (below: string) => [...path.slice(0, -1), `${name} ${below}`];
  if (type.name === translated) {
    const kind = ViewCellKind.TEXT;
    return { shape: { ...shape, kind, isTranslated: true, selections: selected(bothLanguages) } };
  }
  const fields = type.getFields();
  if (fields.pageInfo) return several(name);
  if (!fields.id) {
    return problem(
      `"${name}" has fields: name one of them, as "${name}.${Object.keys(fields)[0]}"`,
      `"${name}" memiliki isian: sebutkan salah satunya, misalnya "${name}.${Object.keys(fields)[0]}"`,
    );
  }
  const display = naming.find((candidate) => fields[candidate]);
  const both = isTranslated(display ? fields[display] : undefined);
  const shown = display ? ` ${display}${both ? ` ${bothLanguages}` : ""}` : "";
  const selections = selected(`{ __typename id${shown} }`);
  const kind = ViewCellKind.REFERENCE;
  return { shape: { ...shape, kind, display, isTranslated: both, selections } };
}

/** The type of a view's result. */
const viewResult = "ViewResult";

/** The problem of a result as a column: a view of comments on itself would be executed without end. */
const ownResult = (name: string) =>
  problem(
    `"${name}" is the result of a view: ask the view itself`,
    `"${name}" adalah hasil tampilan: mintalah dari tampilannya sendiri`,
  );

const several = (name: string) =>
  problem(
    `"${name}" leads to several records; a column follows references to one`,
    `"${name}" menuju beberapa catatan; kolom hanya mengikuti rujukan ke satu catatan`,
  );

const unknown = (name: string, type: GraphQLObjectType) =>
  problem(
    `"${cut(name)}" is no field of ${type.name}`,
    `"${cut(name)}" bukan isian dari ${type.name}`,
  );

/** The type behind a field on the way of a path, or the reason why no column leads through it. */
function throughOf(type: GraphQLOutputType, name: string): GraphQLObjectType | { problem: Text } {
  const below = getNamedType(type);
  if (!isObjectType(below)) {
    return problem(`"${name}" has no fields`, `"${name}" tidak memiliki isian`);
  }
  if (below.name === viewResult) return ownResult(name);
  const isSeveral = isListType(getNullableType(type)) || below.getFields().pageInfo;
  return isSeveral ? several(name) : below;
}

/** The longest path, in names. */
const longestPath = 6;

/**
 * The value at a path of fields, as `plan.programme.title`. It follows objects and references to one row;
 * never lists, and no field that needs arguments.
 */
export function pathIn(type: GraphQLObjectType, text: string): Found {
  const names = text.split(".");
  if (names.length > longestPath) {
    return problem(
      `has at most ${longestPath} names`,
      `paling banyak terdiri atas ${longestPath} nama`,
    );
  }
  let at = type;
  for (const [place, name] of names.entries()) {
    const field = Object.hasOwn(at.getFields(), name) ? at.getFields()[name] : undefined;
    if (!field) return unknown(name, at);
    if (field.args.some(isRequiredArgument)) {
      return problem(`"${name}" needs arguments`, `"${name}" memerlukan argumen`);
    }
    if (place === names.length - 1) return leafOf(field.type, names);
    const below = throughOf(field.type, name);
    if (!isObjectType(below)) return below;
    at = below;
  }
  return unknown(text, type);
}

const distinct = "countDistinct";

/** The value of a measure, as `count`, `sum.weight`, `money.given.total` or `countDistinct.lead`. */
export function measureIn(
  type: GraphQLObjectType,
  dimensions: ReadonlySet<string>,
  text: string,
): Found {
  const [first, of, ...rest] = text.split(".");
  if (first !== distinct || !type.getFields()[distinct]) return pathIn(type, text);
  const dimension = [...dimensions].find((name) => of !== undefined && camel(name) === of);
  if (!dimension || rest.length > 0) {
    return problem(
      `"${cut(of ?? "")}" is no dimension of this dataset: name one as groups show it, like countDistinct.lead`,
      `"${cut(of ?? "")}" bukan dimensi dari himpunan data ini: sebutkan seperti pada kelompok, misalnya countDistinct.lead`,
    );
  }
  const alias = `${distinct}_${of}`;
  const shape: PathShape = {
    path: [alias],
    kind: ViewCellKind.NUMBER,
    isList: false,
    enumeration: undefined,
    display: undefined,
    isTranslated: false,
    selections: [`${alias}: ${distinct}(of: ${dimension})`],
  };
  return { shape };
}
