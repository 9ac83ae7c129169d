import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import type { GraphqlClient } from "../hub/client.js";
import { schema } from "../hub/index.js";
import type { KnownOrder, ListOrder, Pools } from "./pools.js";

type Field = GraphQLField<unknown, unknown>;

const isConnection = (field: Field): boolean => field.args.some(({ name }) => name === "orderBy");

/** The name of the noun that a connection lists. */
export const listedBy = (field: Field): string =>
  getNamedType(field.type).name.replace(/Connection$/, "");

/** Where a noun's list can be asked: at the root, or below a noun of which the root has a list. */
function waysTo(): Map<string, { root: Field; below?: Field }> {
  const ways = new Map<string, { root: Field; below?: Field }>();
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(isConnection);
  for (const root of roots) ways.set(listedBy(root), { root });
  for (const root of roots) {
    const type = schema.getType(listedBy(root)) as GraphQLObjectType;
    for (const below of Object.values(type.getFields()).filter(isConnection)) {
      if (!ways.has(listedBy(below))) ways.set(listedBy(below), { root, below });
    }
  }
  return ways;
}

/** What a noun's lists can be ordered by. */
export function orderFieldsOf(noun: string): string[] {
  const order = schema.getType(`${noun}Order`);
  const field = isInputObjectType(order) ? order.getFields().field : undefined;
  const type = field && getNamedType(field.type);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

/** A handful of orders: none, each field once in one direction, and some of two fields. */
function ordersOf(noun: string): ListOrder[][] {
  const fields = orderFieldsOf(noun);
  const direction = (at: number) => (at % 2 === 0 ? "DESC" : "ASC");
  const single = fields.map((field, at): ListOrder[] => [{ field, direction: direction(at) }]);
  const pairs = fields.flatMap((field, at): ListOrder[][] => {
    const other = fields[(at + 1) % fields.length];
    if (!other || other === field || at > 2) return [];
    return [
      [
        { field, direction: direction(at + 1) },
        { field: other, direction: direction(at) },
      ],
    ];
  });
  return [[], ...single, ...pairs];
}

const written = (orders: readonly ListOrder[]): string =>
  orders.length === 0
    ? ""
    : `, orderBy: [${orders.map(({ field, direction }) => `{ field: ${field}, direction: ${direction} }`).join(", ")}]`;

/** Every cursor in an answer, wherever it stands. */
function cursorsIn(value: unknown): string[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "cursor" ? [String(inner)] : cursorsIn(inner),
  );
}

/** Asks the hub for cursors of every noun's lists in several orders. */
export async function gatherCursors(
  clients: readonly GraphqlClient[],
  pools: Pools,
): Promise<void> {
  for (const [noun, { root, below }] of waysTo()) {
    const orders: KnownOrder[] = [];
    for (const orderBy of ordersOf(noun)) {
      const page = `(first: ${below ? 3 : 25}${written(orderBy)}) { edges { cursor } }`;
      const inner = below ? `(first: 40) { nodes { ${below.name}${page} } }` : page;
      const answers = await Promise.all(
        clients.map((client) => client.data(`{ ${root.name}${inner} }`)),
      );
      orders.push({ orderBy, cursors: [...new Set(answers.flatMap(cursorsIn))] });
    }
    pools.orders[noun] = orders;
  }
}

/** Asks the hub which of the ids the client sees. */
export async function gatherOpenIds(client: GraphqlClient, pools: Pools): Promise<void> {
  for (const [noun, ids] of Object.entries(pools.ids).filter(([name]) => isNode(name))) {
    const data = await client.data<{ nodes: ({ id: string } | null)[] }>(
      "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
      { ids } as never,
    );
    pools.open[noun] = data.nodes.flatMap((node) => node?.id ?? []);
  }
}

/** Whether the type is an object of the schema that is a noun with an id. */
export const isNode = (name: string): boolean => {
  const type = schema.getType(name);
  return isObjectType(type) && type.getInterfaces().some((one) => one.name === "Node");
};
