import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { allNouns, seenByAll } from "../../../src/reading/index.js";
import { schema } from "../../testkit/hub/index.js";
import type { SeededRandom } from "../../testkit/random/seeded-random.js";
import { orderFieldsOf } from "../../testkit/random-documents/cursors.js";
import type { Pools } from "../../testkit/random-documents/pools.js";
import { wordsOf } from "../../testkit/random-documents/searches.js";

// Selections that ask for everything by every way, from the schema: all fields of all rows, every order,
// and filters on all that a filter reaches, with values that hidden rows have.

type Field = GraphQLField<unknown, unknown>;

const isPaged = ({ args }: Field): boolean => args.some(({ name }) => name === "first");

/** The root's lists, by the noun that each shows. */
const lists = Object.values(schema.getQueryType()?.getFields() ?? {})
  .filter((field) => field.args.some(({ name }) => name === "orderBy"))
  .map((field) => ({ field, noun: getNamedType(field.type).name.replace(/Connection$/, "") }));

/** The nouns some of whose rows are hidden from somebody. */
const hideable = new Set(
  allNouns()
    .filter(({ visible }) => visible !== seenByAll)
    .map(({ name }) => name),
);

const draw = <T>(chance: SeededRandom, among: readonly T[]): T | undefined =>
  among.length > 0 ? chance.pick(among) : undefined;

/** Writes the probes of one run. */
export class Probes {
  constructor(
    private readonly chance: SeededRandom,
    private readonly pools: Pools,
  ) {}

  /** Each list with all fields of its rows, and with the rows that each of them leads to. */
  rows(): string[] {
    return [...this.lists(), ...this.byId()];
  }

  /** The same with so many fields of a row at a time, for readers that cannot take all at once. */
  parts(size: number): string[] {
    return [...this.lists(size), ...this.byId(size)];
  }

  /** Rows of the nouns of which there is no list, by their ids. */
  private byId(size?: number): string[] {
    return allNouns().flatMap(({ name, queries, idColumn }) => {
      if (queries.many || idColumn !== "id") return [];
      const known = (this.pools.ids[name] ?? []).slice(0, 20);
      const ids = known.length > 0 ? known : [nobody];
      return this.rowsOf(schema.getType(name) as GraphQLObjectType, 1, size).map(
        (row) => `nodes(ids: ${JSON.stringify(ids)}) { __typename ... on ${name} { ${row} } }`,
      );
    });
  }

  private lists(size?: number): string[] {
    return lists.flatMap(({ field, noun }) => {
      const type = schema.getType(noun) as GraphQLObjectType;
      return this.rowsOf(type, 2, size).map((row) => {
        const order = draw(this.chance, orderFieldsOf(noun));
        const page = order ? `first: 15, orderBy: [{ field: ${order} }]` : "first: 15";
        return `${field.name}(${page}) { totalCount nodes { ${row} } }`;
      });
    });
  }

  /** The fields of a row, all at once or so many at a time. */
  private rowsOf(
    type: GraphQLObjectType,
    depth: number,
    size = Number.POSITIVE_INFINITY,
  ): string[] {
    const fields = Object.values(type.getFields()).map((field) => this.selected(field, depth));
    const count = Math.ceil(fields.length / size);
    const groups = Array.from({ length: count || 1 }, (_, at) =>
      Number.isFinite(size) ? fields.slice(at * size, (at + 1) * size) : fields,
    );
    return groups.map((group) => `__typename ${group.join(" ")}`);
  }

  /** Each list in each order. */
  orders(): string[] {
    return lists.flatMap(({ field, noun }) =>
      orderFieldsOf(noun).flatMap((order) =>
        ["ASC", "DESC"].map(
          (direction) =>
            `${field.name}(first: 200, orderBy: [{ field: ${order}, direction: ${direction} }]) { nodes { __typename ${identityOf(noun)} } }`,
        ),
      ),
    );
  }

  /** Each list under each condition that its filter offers, through so many relations. */
  filters(depth: number): string[] {
    return lists.flatMap(({ field, noun }) =>
      this.conditions(noun, depth).map((where) => `${field.name}(where: ${where}) { totalCount }`),
    );
  }

  /** Searches for words of texts, of hidden rows too: hits, their order, highlights and counts. */
  searches(most: number): string[] {
    const texts = Object.entries(this.pools.values)
      .filter(([name]) => /\.(?:name|title|text|note|obstacle|body|recommendation)$/.test(name))
      .flatMap(([, values]) => values.flatMap(wordsOf));
    return Array.from({ length: most }, () => {
      const words = [
        this.chance.pick(texts),
        ...(this.chance.chance(0.3) ? [this.chance.pick(texts)] : []),
      ];
      const text = JSON.stringify(words.join(" ").slice(0, 100));
      return `search(text: ${text}) { totalCount isNear counts { type count isComplete }
        nodes { type rank title highlights { field segments { text isMatch } } node { __typename id } } }`;
    });
  }

  /** The fields of a row: values, and of other rows what identifies them, to a depth. */
  private rowOf(type: GraphQLObjectType, depth: number): string {
    const parts = Object.values(type.getFields()).map((field) => this.selected(field, depth));
    return `__typename ${parts.join(" ")}`;
  }

  private selected(field: Field, depth: number): string {
    const args = this.argumentsOf(field.args);
    const type = getNamedType(field.type);
    if (isLeafType(type)) return `${field.name}${args}`;
    // A view's result is that of its document: lists and groups, which are asked by themselves.
    if (type.name === "ViewResult") return "";
    if (isPaged(field)) {
      const noun = type.name.replace(/Connection$/, "");
      const inner = depth > 1 ? this.leavesOf(schema.getType(noun) as GraphQLObjectType) : "";
      const rows = `nodes { ${identityOf(noun)} ${inner} }`;
      const count = type.name.endsWith("Connection") ? "totalCount" : "";
      return `${field.name}(first: 5) { ${count} ${rows} }`;
    }
    if (isInterfaceType(type)) return `${field.name} { __typename id }`;
    if (!isObjectType(type)) return "";
    const isNoun = allNouns().some(({ name }) => name === type.name);
    return isNoun
      ? `${field.name} { ${identityOf(type.name)} }`
      : `${field.name}${args} { ${depth > 0 ? this.rowOf(type, depth - 1) : "__typename"} }`;
  }

  private leavesOf(type: GraphQLObjectType): string {
    return Object.values(type.getFields())
      .filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0)
      .map(({ name }) => name)
      .join(" ");
  }

  private argumentsOf(args: readonly GraphQLArgument[]): string {
    const needed = args.filter((one) => isNonNullType(one.type) && one.defaultValue === undefined);
    if (needed.length === 0) return "";
    return `(${needed.map((one) => `${one.name}: ${this.valueOf(one, "")}`).join(", ")})`;
  }

  /** A value of an argument or of a filter's input: one that some row has. */
  private valueOf({ name, type }: GraphQLArgument | GraphQLInputField, pool: string): string {
    const bare = getNullableType(type);
    const named = getNamedType(type);
    const value = isEnumType(named)
      ? this.chance.pick(named.getValues()).name
      : this.scalar(named.name, name === "period" ? "Measurement.period" : pool);
    return isListType(bare) ? `[${value}]` : value;
  }

  private scalar(type: string, pool: string): string {
    if (type === "Boolean") return String(this.chance.chance(0.5));
    const known = this.pools.values[pool] ?? this.pools.identities[pool] ?? [];
    // A derived value is made of values of other columns.
    const value = draw(this.chance, known) ?? draw(this.chance, this.madeOf(type));
    const numeric = ["Int", "Float", "Position"].includes(type);
    return numeric
      ? String(value ?? 0)
      : JSON.stringify(value ?? (isOfId(type, pool) ? nobody : defaultOf(type)));
  }

  /** Numbers that rows have, by the type of a filter's value. */
  private madeOf(type: string): readonly string[] {
    if (type === "Int") return this.pools.values["ProgressUpdate.progress"] ?? [];
    return type === "Money" ? (this.pools.values["Contribution.amount"] ?? []) : [];
  }

  /** The conditions on a noun's rows through exactly so many relations. */
  private conditions(noun: string, depth: number): string[] {
    const type = schema.getType(`${noun}Filter`) as GraphQLInputObjectType;
    return Object.values(type.getFields()).flatMap((field) => {
      const inner = getNamedType(field.type);
      if (["and", "or", "not"].includes(field.name)) return [];
      const led = relationOf(inner);
      if (depth > 0) {
        if (!led) return [];
        return this.conditions(led, depth - 1).map((where) => `{ ${field.name}: ${where} }`);
      }
      return led || !this.mayTell(noun, field) ? [] : [this.condition(noun, field)];
    });
  }

  /** Whether rows that are hidden could decide a condition: on their own values, or on derived ones. */
  private mayTell(noun: string, { name }: GraphQLInputField): boolean {
    const field = allNouns()
      .find((one) => one.name === noun)
      ?.fields.get(name);
    return hideable.has(noun) || field?.type === "derived";
  }

  private condition(noun: string, field: GraphQLInputField): string {
    const type = getNamedType(field.type);
    const pool = ["eq", "in"].includes(field.name) ? noun : `${noun}.${field.name}`;
    if (!isInputObjectType(type)) return `{ ${field.name}: ${this.valueOf(field, pool)} }`;
    const operators = Object.values(type.getFields());
    const known = this.pools.values[pool]?.length || isEnumType(getNamedType(operators[0]?.type));
    const telling = operators.filter(({ name }) => ["eq", "gte", "lte", "has"].includes(name));
    const operator =
      known && telling.length > 0 ? this.chance.pick(telling) : this.chance.pick(operators);
    return `{ ${field.name}: { ${operator.name}: ${this.valueOf(operator, pool)} } }`;
  }
}

/** An id that nothing has. */
const nobody = "0196b3e4-0000-7000-8000-000000000000";

/** True for an id, or what identifies a noun of which there is no row. */
const isOfId = (type: string, pool: string): boolean =>
  pool.endsWith(".id") || (type === "ID" && !pool.includes("."));

const defaults: Record<string, string> = {
  ID: "36.02",
  Date: "2024-06-30",
  DateTime: "2024-06-30T23:59:59.999Z",
  Period: "2024",
  Money: "1",
};

const defaultOf = (type: string): string => defaults[type] ?? "a";

/** The noun that a filter's input leads to, if it is a relation. */
const relationOf = (type: unknown): string | undefined =>
  isInputObjectType(type) && "and" in type.getFields()
    ? type.name.replace(/Filter$/, "")
    : undefined;

const identityOf = (noun: string): string => {
  const fields = (schema.getType(noun) as GraphQLObjectType).getFields();
  return ["id", "code", "position"].find((name) => name in fields) ?? "__typename";
};
