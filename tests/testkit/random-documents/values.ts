import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type ValueNode,
} from "graphql";
import { oddNumbers, oddTexts } from "../random/seeded-random.js";
import { decimal, list, nothing, object, oneOf, text, truth, whole } from "./ast-nodes.js";
import type { FastCheckRandom } from "./fast-check-random.js";
import type { Pools } from "./pools.js";
import type { VariableBook } from "./variables.js";

/** How often a value is not of its type at all. */
const malformed = 0.003;
/** How often a null stands where a value may be left out: most filters refuse it. */
const nulls = 0.003;

const pooledRegion = "Region.code";

/** An id that nothing has. */
export const absentId = "00000000-0000-4000-8000-000000000000";

/** Values of input types: real ones of the data, odd ones, and a few that are wrong. */
export class ValueWriter {
  constructor(
    private readonly chance: FastCheckRandom,
    private readonly pools: Pools,
    private readonly variables: VariableBook,
  ) {}

  /** A value or a variable; `pool` names the values that are real in this place. */
  write(type: GraphQLInputType, pool: string, depth = 0, constant = false): ValueNode {
    const share = depth === 0 ? 0.25 : 0.06;
    if (constant || !this.chance.of(share)) return this.literal(type, pool, depth, constant);
    return this.variables.instead(type, () => this.literal(type, pool, depth, true));
  }

  private literal(
    type: GraphQLInputType,
    pool: string,
    depth: number,
    constant: boolean,
  ): ValueNode {
    if (!isNonNullType(type) && this.chance.of(nulls)) return nothing;
    const bare = getNullableType(type);
    if (isListType(bare)) return this.several(bare.ofType, pool, depth, constant);
    if (isInputObjectType(bare)) return this.input(bare, pool, depth, constant);
    if (this.chance.of(malformed)) return this.wrong();
    if (isEnumType(bare)) return oneOf(this.chance.pick(bare.getValues()).name);
    return this.scalar(getNamedType(bare).name, pool);
  }

  private several(
    type: GraphQLInputType,
    pool: string,
    depth: number,
    constant: boolean,
  ): ValueNode {
    const count = this.chance.weighted([8, 0], [50, 1], [25, 2], [15, 3], [2, 12]);
    if (count === 1 && this.chance.of(0.15)) return this.literal(type, pool, depth, constant);
    const one = () => this.write(type, pool, depth + 1, constant);
    return list(Array.from({ length: count }, one));
  }

  private input(
    type: GraphQLInputObjectType,
    pool: string,
    depth: number,
    constant: boolean,
  ): ValueNode {
    if (type.name.endsWith("Order")) return this.order(type, pool, constant);
    return "and" in type.getFields()
      ? this.filter(type, depth, constant)
      : this.comparison(type, pool, constant);
  }

  private order(type: GraphQLInputObjectType, pool: string, constant: boolean): ValueNode {
    const { field, direction } = type.getFields();
    if (!field || !direction) throw new Error(`${type.name} is no order`);
    const entries: [string, ValueNode][] = [["field", this.write(field.type, pool, 1, constant)]];
    if (this.chance.of(0.7)) {
      entries.push(["direction", this.write(direction.type, pool, 1, constant)]);
    }
    return object(entries);
  }

  /** Conditions on a noun: seldom many, seldom none; the deeper, the fewer lead on. */
  private filter(type: GraphQLInputObjectType, depth: number, constant: boolean): ValueNode {
    const noun = type.name.replace(/Filter$/, "");
    const fields = Object.values(type.getFields());
    const leads = (one: (typeof fields)[number]) =>
      isInputObjectType(getNamedType(one.type)) &&
      "and" in (getNamedType(one.type) as GraphQLInputObjectType).getFields();
    const [deep, flat] = [fields.filter(leads), fields.filter((one) => !leads(one))];
    const count = this.chance.weighted([6, 0], [70, 1], [18, 2], [6, 3]);
    const among = Array.from({ length: count }, () =>
      this.chance.pick(depth < 3 && deep.length > 0 && this.chance.of(0.35) ? deep : flat),
    );
    return object(
      [...new Set(among)].map((field) => {
        const inner = isInputObjectType(getNamedType(field.type)) ? depth + 1 : depth + 3;
        return [field.name, this.write(field.type, this.poolOf(noun, field.name), inner, constant)];
      }),
    );
  }

  private poolOf(noun: string, field: string): string {
    if (field === "eq" || field === "in") return noun;
    return field === "within" ? pooledRegion : `${noun}.${field}`;
  }

  private comparison(type: GraphQLInputObjectType, pool: string, constant: boolean): ValueNode {
    const fields = Object.values(type.getFields());
    const mild = fields.filter(({ name }) =>
      ["not", "gte", "lte", "isNull", "contains"].includes(name),
    );
    const count = this.chance.weighted([3, 0], [85, 1], [12, 2]);
    const among = Array.from({ length: count }, () =>
      this.chance.pick(mild.length > 0 && this.chance.of(0.65) ? mild : fields),
    );
    return object(
      [...new Set(among)].map((field) => {
        const part = field.name === "contains" && this.chance.of(0.7);
        const value = part ? text(this.part(pool)) : this.write(field.type, pool, 4, constant);
        return [field.name, value];
      }),
    );
  }

  private real(pool: string): string | undefined {
    const { identities, values: columns, open } = this.pools;
    const [, noun] = /^open (.*)$/.exec(pool) ?? [];
    const values = (noun ? open[noun] : (identities[pool] ?? columns[pool])) ?? [];
    return values.length > 0 ? this.chance.pick(values) : undefined;
  }

  /** A piece of a real text, in whatever case. */
  private part(pool: string): string {
    const whole = this.real(pool) ?? "";
    const from = this.chance.from(0, Math.max(0, whole.length - 2));
    const piece = whole.slice(from, from + this.chance.from(1, 4));
    return this.chance.of(0.3) ? piece.toUpperCase() : piece;
  }

  private scalar(type: string, pool: string): ValueNode {
    const real = this.chance.of(0.8) ? this.real(pool) : undefined;
    if (real === undefined) return this.odd(type, pool);
    if (type === "Int" || type === "Position") return whole(Number(real));
    if (type === "Float") return decimal(Number(real));
    return type === "Boolean" ? truth(real === "true") : text(real);
  }

  private odd(type: string, pool: string): ValueNode {
    const { chance } = this;
    switch (type) {
      case "Boolean":
        return truth(chance.of(0.5));
      case "Int":
        return whole(chance.pick([0, 1, 2, 50, -1, -2147483648, 2147483647]));
      case "Position":
        return whole(chance.pick([0, 1, 17, 400, 9007199254740991]));
      case "Float":
        return decimal(chance.pick(oddNumbers));
      case "Money":
        return text(chance.pick(["0", "1", "150000000", "999999999999999999"]));
      case "Date":
        return text(chance.pick(["2024-01-01", "2024-02-29", "0001-01-01", "9999-12-31"]));
      case "DateTime":
        return text(
          chance.pick([
            "2024-06-30T23:59:59.999Z",
            "2025-01-01T07:00:00+07:00",
            "0001-01-02T00:00:00Z",
          ]),
        );
      case "Period":
        return text(chance.pick(["2023", "2024", "2024-S1", "2024-Q2", "2024-06"]));
      case "ID":
        return pool === pooledRegion
          ? text("36.02")
          : text(chance.of(0.9) ? absentId : absentId.replace("8000", "ABCD"));
      default:
        return text(chance.pick(oddTexts));
    }
  }

  /** Something that hardly any type takes. */
  private wrong(): ValueNode {
    return this.chance.pick([
      text("not-a-value"),
      text("99999999999999999999"),
      text("nul \u0000 byte"),
      whole(-1),
      decimal(1e300),
      decimal(0.5),
      truth(true),
      oneOf("NO_SUCH_VALUE"),
      list([]),
      object([]),
      nothing,
    ]);
  }
}
