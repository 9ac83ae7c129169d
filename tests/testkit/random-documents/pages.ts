import {
  type ArgumentNode,
  type GraphQLField,
  type GraphQLInputType,
  Kind,
  type ValueNode,
} from "graphql";
import { list, name, object, oneOf, text, whole } from "./ast-nodes.js";
import { listedBy } from "./cursors.js";
import type { FastCheckRandom } from "./fast-check-random.js";
import type { KnownOrder, Pools } from "./pools.js";
import type { ValueWriter } from "./values.js";
import type { VariableBook } from "./variables.js";

type Field = GraphQLField<unknown, unknown>;

export const argument = (called: string, value: ValueNode): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: name(called),
  value,
});

/** Cursors that the hub gave nobody. */
const broken = [
  "",
  "%%%",
  "bm90IGpzb24",
  "WyJpZCsiXQ",
  "e30",
  Buffer.from('["id+","not-a-uuid"]').toString("base64url"),
  Buffer.from('["id+",null]').toString("base64url"),
  Buffer.from('["position+","99999999999999999999"]').toString("base64url"),
];

/** The arguments of connections: filters, orders, pages, and cursors that belong to the order. */
export class PageWriter {
  constructor(
    private readonly chance: FastCheckRandom,
    private readonly pools: Pools,
    private readonly values: ValueWriter,
    private readonly variables: VariableBook,
  ) {}

  /** The arguments of a page that lies in `times` others, and how many rows it may give. */
  write(field: Field, times: number): { args: ArgumentNode[]; rows: number } {
    const noun = listedBy(field);
    const typeOf = (arg: string) =>
      field.args.find((one) => one.name === arg)?.type as GraphQLInputType;
    const args: ArgumentNode[] = [];
    if (this.chance.of(0.35))
      args.push(argument("where", this.values.write(typeOf("where"), noun)));
    args.push(...this.place(noun, typeOf("orderBy")));
    const { counts, rows } = this.count(typeOf("first"), times);
    return { args: [...args, ...counts], rows };
  }

  /** The order and the cursors. */
  private place(noun: string, orderType: GraphQLInputType): ArgumentNode[] {
    if (this.chance.of(0.6)) return [];
    if (this.chance.of(0.3)) return [argument("orderBy", this.values.write(orderType, noun))];
    const orders = this.pools.orders[noun] ?? [];
    if (orders.length === 0) return [];
    const order = this.chance.pick(orders);
    const among = this.chance.of(0.03) ? this.chance.pick(orders) : order;
    const sides = this.chance.weighted(
      [45, ["after"]],
      [40, ["before"]],
      [15, ["after", "before"]],
    );
    const cursors = this.chance.of(0.4)
      ? []
      : sides.map((side) => argument(side, text(this.cursor(among))));
    return order.orderBy.length === 0
      ? cursors
      : [argument("orderBy", this.order(order)), ...cursors];
  }

  private order({ orderBy }: KnownOrder): ValueNode {
    return list(
      orderBy.map(({ field, direction }) =>
        object([
          ["field", oneOf(field)],
          ...(direction ? [["direction", oneOf(direction)] as const] : []),
        ]),
      ),
    );
  }

  private cursor({ cursors }: KnownOrder): string {
    if (cursors.length === 0 || this.chance.of(0.02)) return this.chance.pick(broken);
    return this.chance.pick(cursors);
  }

  /** Seldom more rows than a few hundred in all, so that documents may be deep. */
  private count(type: GraphQLInputType, times: number): { counts: ArgumentNode[]; rows: number } {
    const { chance } = this;
    if (chance.of(times > 1 ? 0.05 : 0.3)) return { counts: [], rows: 50 };
    const few = times > 60 ? [1, 2] : times > 10 ? [1, 2, 3] : [1, 2, 3, 5, 10];
    const rows = chance.of(times > 1 ? 0.02 : 0.12)
      ? chance.weighted([30, 0], [30, 50], [34, 200], [3, 201], [3, -1])
      : chance.pick(few);
    const value = chance.of(0.15) ? this.variables.instead(type, () => whole(rows)) : whole(rows);
    const both = chance.of(0.004) ? [argument("first", whole(1))] : [];
    const side = both.length > 0 || chance.of(0.25) ? "last" : "first";
    return { counts: [...both, argument(side, value)], rows: Math.max(1, rows) };
  }
}
