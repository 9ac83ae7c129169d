import {
  type ArgumentNode,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  type ValueNode,
} from "graphql";
import type { GraphqlClient } from "../hub/client.js";
import { schema } from "../hub/index.js";
import { list, object, oneOf, text, whole } from "./ast-nodes.js";
import type { FastCheckRandom } from "./fast-check-random.js";
import { argument } from "./pages.js";
import type { KnownGroups, ListOrder, Pools } from "./pools.js";
import type { VariableBook } from "./variables.js";

type Field = GraphQLField<unknown, unknown>;

/** Tells the field that shows a list in groups. */
export const isGroups = (field: Field): boolean => field.args.some(({ name }) => name === "by");

/** Tells the types of groups whose members depend on the dimensions that are asked. */
export const isOfGroups = (type: string): boolean => /Group(?:s|Edge|Key)?$/.test(type);

/** The field of a group's key that shows a dimension: `PLAN_PROGRAMME` is `planProgramme`. */
const keyOf = (dimension: string): string =>
  dimension.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

function membersOf(type: GraphQLInputType | undefined): string[] {
  const named = type && getNamedType(type);
  return isEnumType(named) ? named.getValues().map(({ name }) => name) : [];
}

const typeOf = (field: Field, name: string): GraphQLInputType =>
  field.args.find((one) => one.name === name)?.type as GraphQLInputType;

/** What groups can be ordered by, beside the dimensions that they are by. */
function measuresOf(field: Field): string[] {
  const order = getNamedType(typeOf(field, "orderBy"));
  const fields = isInputObjectType(order) ? order.getFields().field?.type : undefined;
  const dimensions = new Set(membersOf(typeOf(field, "by")));
  return membersOf(fields).filter((name) => !dimensions.has(name));
}

/** The arguments of groups: dimensions, orders, and cursors that belong to them. */
export class GroupsWriter {
  constructor(
    private readonly chance: FastCheckRandom,
    private readonly pools: Pools,
    private readonly variables: VariableBook,
  ) {}

  /** The arguments, and the fields of the key that are likely to have a value. */
  write(field: Field): { args: ArgumentNode[]; rows: number; keys: string[] } {
    const known = this.pools.groups[getNamedType(field.type).name] ?? [];
    const paged = known.length > 0 && this.chance.of(0.25) ? this.chance.pick(known) : undefined;
    const by = paged?.by ?? this.dimensions(field);
    const args: ArgumentNode[] = [];
    if (by.length > 0 || this.chance.of(0.2)) args.push(argument("by", this.listOf(field, by)));
    args.push(...(paged ? this.after(paged) : this.order(field, by)));
    const rows = this.chance.pick([1, 2, 3, 10]);
    if (this.chance.of(0.7)) args.push(argument("first", whole(this.limit(rows))));
    return { args, rows, keys: by.map(keyOf) };
  }

  private listOf(field: Field, by: readonly string[]): ValueNode {
    const value = list(by.map(oneOf));
    return this.chance.of(0.15) ? this.variables.instead(typeOf(field, "by"), () => value) : value;
  }

  private limit(rows: number): number {
    return this.chance.of(0.05) ? this.chance.pick([0, 200, 201, -1]) : rows;
  }

  /** Seldom one twice, or more than are allowed. */
  private dimensions(field: Field): string[] {
    const all = membersOf(typeOf(field, "by"));
    const by = this.chance.some(all, 0, this.chance.of(0.03) ? 6 : 3);
    return by.length > 0 && this.chance.of(0.02) ? [...by, by[0] as string] : by;
  }

  private order(field: Field, by: readonly string[]): ArgumentNode[] {
    if (this.chance.of(0.5)) return [];
    const among = this.chance.of(0.03) ? membersOf(typeOf(field, "by")) : by;
    const fields = this.chance.some([...among, ...measuresOf(field)], 1, 2);
    return [argument("orderBy", orderOf(fields.map((one) => this.directed(one))))];
  }

  private directed(field: string): ListOrder {
    const direction = this.chance.pick(["ASC", "DESC", undefined] as const);
    return direction ? { field, direction } : { field };
  }

  private after({ orderBy, cursors }: KnownGroups): ArgumentNode[] {
    const orders = orderBy.length > 0 ? [argument("orderBy", orderOf(orderBy))] : [];
    const cursor = this.chance.of(0.03) ? "WyJ4Il0" : this.chance.pick(cursors);
    return [...orders, argument("after", text(cursor))];
  }
}

const orderOf = (orders: readonly ListOrder[]): ValueNode =>
  list(
    orders.map(({ field, direction }) =>
      object([
        ["field", oneOf(field)],
        ...(direction ? [["direction", oneOf(direction)] as const] : []),
      ]),
    ),
  );

/** The most groups of one list of which cursors are gathered. */
const mostGathered = 6;

/** Some groups of a list: by some of its dimensions, in their own order or by a measure. */
function someOf(field: Field): Omit<KnownGroups, "cursors">[] {
  const measures = measuresOf(field);
  const dimensions = membersOf(typeOf(field, "by"));
  const step = Math.ceil(dimensions.length / mostGathered);
  const some = dimensions.filter((_, at) => at % step === 0);
  return some.map((dimension, at, all) => {
    const other = all[(at + 3) % all.length] ?? dimension;
    const by = at % 2 === 0 || other === dimension ? [dimension] : [dimension, other];
    const direction = at % 2 === 0 ? "DESC" : "ASC";
    const field = measures[at % measures.length] ?? dimension;
    return { by, orderBy: at % 3 === 0 ? [] : [{ field, direction }] };
  });
}

const written = ({ by, orderBy }: Omit<KnownGroups, "cursors">): string => {
  const orders = orderBy.map(
    ({ field, direction }) => `{ field: ${field}, direction: ${direction} }`,
  );
  const order = orders.length > 0 ? `, orderBy: [${orders.join(", ")}]` : "";
  return `by: [${by.join(", ")}]${order}`;
};

/** Asks the hub for cursors of the groups of every list at the root. */
export async function gatherGroups(client: GraphqlClient, pools: Pools): Promise<void> {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).map(async (root) => {
    const connection = getNamedType(root.type);
    const field =
      "getFields" in connection && !isInputObjectType(connection)
        ? (connection.getFields().groups as Field | undefined)
        : undefined;
    if (!field) return;
    const asked = someOf(field);
    const parts = asked.map(
      (one, at) => `a${at}: groups(${written(one)}, first: 5) { edges { cursor } }`,
    );
    const data = await client.data<Record<string, Record<string, { edges: { cursor: string }[] }>>>(
      `{ ${root.name} { ${parts.join(" ")} } }`,
    );
    pools.groups[getNamedType(field.type).name] = asked.flatMap((one, at) => {
      const cursors = data[root.name]?.[`a${at}`]?.edges.map(({ cursor }) => cursor) ?? [];
      return cursors.length > 0 ? [{ ...one, cursors }] : [];
    });
  });
  await Promise.all(lists);
}
