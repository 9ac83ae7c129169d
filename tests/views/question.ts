import {
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { SeededRandom } from "../testkit/random/seeded-random.js";

/** A drawn view: its input, and the parts of the document that a person would write for it. */
export interface Question {
  input: Record<string, unknown>;
  list: string;
  /** The name of the filter's input type, and the filter with its values. */
  filterType: string;
  where: Record<string, unknown>;
  parameters: Record<string, unknown>;
  /** The places of the cells, in a row or in a group. */
  cells: readonly Path[];
  orderBy: readonly Order[];
  /** The dimensions; undefined for a table. */
  by: readonly string[] | undefined;
}

interface Order {
  field: string;
  direction: string;
}

const camel = (name: string) =>
  name.toLowerCase().replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const isList = (type: GraphQLOutputType): boolean =>
  isNonNullType(type) ? isList(type.ofType) : isListType(type);

/** What is selected of a value: nothing of a leaf, what names a record, both languages of a text. */
function selectionOf(type: GraphQLOutputType, isNoun: (name: string) => boolean) {
  const named = getNamedType(type);
  if (isLeafType(named)) return named.name === "JSON" || isList(type) ? undefined : "";
  if (isList(type)) return undefined;
  if (named.name === "TranslatedText") return "{ indonesian english }";
  return isObjectType(named) && isNoun(named.name) ? "{ __typename id }" : undefined;
}

interface Path {
  path: readonly string[];
  selection: string;
}

/** The paths of a type that a view may show, along references or objects to this depth. */
function pathsIn(
  type: GraphQLObjectType,
  isNoun: (name: string) => boolean,
  depth: number,
  into: (name: string) => boolean,
): Path[] {
  return Object.values(type.getFields()).flatMap((field) => {
    if (field.args.length > 0 || field.name === "id") return [];
    const named = getNamedType(field.type);
    const selection = selectionOf(field.type, isNoun);
    const own = selection === undefined ? [] : [{ path: [field.name], selection }];
    const isEdge = isObjectType(named) && !isList(field.type) && into(named.name);
    const below = depth > 0 && isEdge ? pathsIn(named, isNoun, depth - 1, into) : [];
    return [
      ...own,
      ...below.map(({ path, selection: last }) => ({
        path: [field.name, ...path],
        selection: last,
      })),
    ];
  });
}

/** The members of an enumeration that an argument takes. */
const membersOf = (type: GraphQLInputType | undefined): string[] => {
  const named = type && getNamedType(type);
  return isEnumType(named) ? named.getValues().map(({ name }) => name) : [];
};

const orderFields = (type: GraphQLInputType | undefined): string[] => {
  const named = type && getNamedType(type);
  return isInputObjectType(named) ? membersOf(named.getFields().field?.type) : [];
};

/** Draws views of the lists of a schema. */
export class Questions {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly draw: SeededRandom,
    private readonly datasets: readonly string[],
  ) {}

  next(): Question {
    const dataset = this.draw.pick(this.datasets);
    const list = camel(dataset);
    const field = this.schema.getQueryType()?.getFields()[list];
    const connection = getNamedType(field?.type as GraphQLOutputType) as GraphQLObjectType;
    const filter = field?.args.find(({ name }) => name === "where")?.type;
    if (!filter) throw new Error(`${list} has no filter`);
    const filterType = getNamedType(filter).name;
    const { stored, where, declared, parameters } = this.filter(getNamedType(filter));
    const base = {
      titleText: { indonesian: list, english: list },
      dataset,
      pageSize: 200,
      ...(Object.keys(stored).length > 0 ? { where: stored } : {}),
      parameters: declared,
    };
    const shown = this.draw.chance(0.5)
      ? this.rows(connection, orderFields(field?.args.find((one) => one.name === "orderBy")?.type))
      : this.groups(connection);
    const input = { ...base, ...shown.input };
    return { ...shown, input, list, filterType, where, parameters };
  }

  private some<T>(among: readonly T[], least: number, most: number): T[] {
    const left = [...among];
    const count = Math.min(left.length, least + this.draw.below(most - least + 1));
    return Array.from({ length: count }, () => left.splice(this.draw.below(left.length), 1)).flat();
  }

  private readonly isNoun = (name: string) =>
    this.schema.getType(name) !== undefined &&
    (this.schema.getType(name) as GraphQLObjectType)
      .getInterfaces?.()
      .some(({ name: one }) => one === "Node");

  private orders(fields: readonly string[], most: number): Order[] {
    return this.some(fields, 0, most).map((field) => ({
      field,
      direction: this.draw.pick(["ASC", "DESC"]),
    }));
  }

  private rows(connection: GraphQLObjectType, orderable: readonly string[]) {
    const row = getNamedType(
      connection.getFields().nodes?.type as GraphQLOutputType,
    ) as GraphQLObjectType;
    const cells = this.some(pathsIn(row, this.isNoun, 1, this.isNoun), 1, 5);
    const orderBy = this.orders(orderable, 2);
    const columns = cells.map(({ path }) => path.join("."));
    return { input: { kind: "TABLE", columns, orderBy }, cells, orderBy, by: undefined };
  }

  private groups(connection: GraphQLObjectType) {
    const groups = connection.getFields().groups;
    const group = getNamedType(groups?.type as GraphQLOutputType) as GraphQLObjectType;
    const node = getNamedType(
      group.getFields().nodes?.type as GraphQLOutputType,
    ) as GraphQLObjectType;
    const { key, measures } = node.getFields();
    const below = (field: typeof key) =>
      getNamedType(field?.type as GraphQLOutputType) as GraphQLObjectType;
    const by = this.some(membersOf(groups?.args.find(({ name }) => name === "by")?.type), 1, 3);
    const keyTypes = below(key).getFields();
    const ofKey = by.map((name) => {
      const selection = selectionOf(keyTypes[camel(name)]?.type as GraphQLOutputType, this.isNoun);
      return { path: ["key", camel(name)], selection: selection ?? "{ __typename }" };
    });
    const isObject = (name: string) => !this.isNoun(name);
    const all = pathsIn(below(measures), this.isNoun, 2, isObject);
    const chosen = this.some(all, 1, 4);
    const orderable = orderFields(groups?.args.find(({ name }) => name === "orderBy")?.type);
    const orderBy = this.orders(
      orderable.filter((name) => by.includes(name) || name === "COUNT"),
      2,
    );
    const ofMeasures = chosen.map(({ path, selection }) => ({
      path: ["measures", ...path],
      selection,
    }));
    const isMatrix = by.length > 1 && this.draw.chance(0.4);
    const dimensions = isMatrix
      ? { kind: "MATRIX", matrixRows: by.slice(0, 1), matrixColumns: by.slice(1) }
      : { kind: "GROUPS", groupBy: by, orderBy };
    const input = {
      ...dimensions,
      columns: [],
      measures: chosen.map(({ path }) => path.join(".")),
    };
    return { input, cells: [...ofKey, ...ofMeasures], orderBy: isMatrix ? [] : orderBy, by };
  }

  /** Conditions on enumerations, some of them by a parameter. */
  private filter(type: GraphQLInputType) {
    const stored: Record<string, unknown> = {};
    const where: Record<string, unknown> = {};
    const declared: object[] = [];
    const parameters: Record<string, unknown> = {};
    const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
    const enumerations = fields.flatMap(({ name, type: condition }) => {
      const named = getNamedType(condition);
      const eq = isInputObjectType(named) ? named.getFields().eq : undefined;
      const members = membersOf(eq?.type);
      const enumeration = eq && getNamedType(eq.type).name;
      return members.length > 1 ? [{ name, members, enumeration }] : [];
    });
    for (const { name, members, enumeration } of this.some(enumerations, 0, 2)) {
      const value = this.draw.pick(members);
      if (this.draw.chance(0.5)) {
        where[name] = { not: value };
        stored[name] = where[name];
        continue;
      }
      const titleText = { indonesian: name, english: name };
      declared.push({ name, type: "ENUM", enumeration, titleText });
      parameters[name] = value;
      where[name] = { eq: value };
      stored[name] = { eq: { $parameter: name } };
    }
    return { stored, where, declared, parameters };
  }
}

/** A tree of selections, as fields stand in a document. */
interface Tree {
  fields: Map<string, Tree>;
  leaf: string;
}

const emptyTree = (): Tree => ({ fields: new Map(), leaf: "" });

function textOf({ fields, leaf }: Tree): string {
  const inner = [...fields].map(([name, below]) => `${name} ${textOf(below)}`).join(" ");
  const own = leaf.replace(/[{}]/g, "").trim();
  return own || inner ? `{ ${own} ${inner} }` : "";
}

/** The selection of all cells of a row. */
function selected(cells: readonly Path[]): string {
  const root = emptyTree();
  for (const { path, selection } of cells) {
    let at = root;
    for (const name of path) {
      const below = at.fields.get(name) ?? emptyTree();
      at.fields.set(name, below);
      at = below;
    }
    at.leaf = selection;
  }
  return textOf(root);
}

/** The document that a person would write for the question. */
export function writtenDocument({ list, filterType, cells, orderBy, by }: Question): string {
  const orders = orderBy.map(
    ({ field, direction }) => `{field: ${field}, direction: ${direction}}`,
  );
  const order = orders.length > 0 ? `, orderBy: [${orders.join(", ")}]` : "";
  const nodes = `nodes ${selected(cells)} totalCount`;
  const below = by
    ? `(where: $w) { groups(by: [${by.join(", ")}], first: 200${order}) { ${nodes} } }`
    : `(where: $w, first: 200${order}) { ${nodes} }`;
  return `query ($w: ${filterType}) { ${list}${below} }`;
}
