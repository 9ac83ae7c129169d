import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
} from "graphql";
import { schema } from "../testkit/hub/index.js";
import type { FastCheckRandom } from "../testkit/random-documents/fast-check-random.js";
import type { HostileDocument } from "./bombs.js";

type Field = GraphQLField<unknown, unknown>;

const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());

const composite = ({ type }: Field): GraphQLObjectType | undefined => {
  const named = getNamedType(type);
  return isObjectType(named) ? named : undefined;
};

/**
 * Valid documents that are as dear as the limits let them be: deep pages of large lists, with filters
 * that lead through every relation, many aliases, and counts.
 */
export class HeavyDocuments {
  private readonly variables: Record<string, unknown> = {};
  private readonly definitions: string[] = [];
  private left: number;
  private aliases = 0;
  /** Conditions that the document's filters may still have. */
  private conditions = 600;

  constructor(private readonly chance: FastCheckRandom) {
    this.left = chance.weighted([50, 6], [30, 20], [20, 59]);
  }

  write(): HostileDocument {
    const query = schema.getQueryType() as GraphQLObjectType;
    const roots = fieldsOf(query).filter(({ args }) => args.some(({ name }) => name === "where"));
    const times = this.chance.weighted([50, 1], [30, 3], [20, 30]);
    const root = this.chance.pick(roots);
    const parts = Array.from({ length: times }, () =>
      this.list(times > 3 || this.chance.of(0.5) ? root : this.chance.pick(roots), 1),
    );
    const header = this.definitions.length > 0 ? `(${this.definitions.join(" ")})` : "";
    return { query: `query${header} { ${parts.join(" ")} }`, variables: this.variables };
  }

  /** A list's page or count, with what lies below it. */
  private list(field: Field, depth: number): string {
    this.left -= 1;
    this.aliases += 1;
    const large = ["first: 200", "first: 50", "last: 200", "first: 1", ""];
    const page = this.chance.pick(depth < 5 || this.chance.of(0.1) ? large : ["first: 2"]);
    const where = field.args.find(({ name }) => name === "where");
    const given = [
      page,
      ...(where && this.chance.of(0.8) ? [`where: ${this.filterVariable(where.type)}`] : []),
      ...this.orders(field),
    ].filter(Boolean);
    const listed = composite(field)?.getFields().nodes;
    const type = listed && composite(listed);
    const body = this.chance.weighted(
      [5, "totalCount"],
      [type ? 10 : 0, "nodes"],
      [type ? 3 : 0, "both"],
    );
    const nodes = type && body !== "totalCount" ? `nodes ${this.object(type, depth + 1)}` : "";
    const count = body === "nodes" ? "" : "totalCount pageInfo { hasNextPage endCursor }";
    return `a${this.aliases}: ${field.name}${given.length > 0 ? `(${given.join(", ")})` : ""} { ${nodes} ${count} }`;
  }

  private orders({ args }: Field): string[] {
    const order = args.find(({ name }) => name === "orderBy");
    const type = order && getNamedType(order.type);
    const field = isInputObjectType(type) ? type.getFields().field : undefined;
    const names = field && getNamedType(field.type);
    if (!isEnumType(names) || this.chance.of(0.6)) return [];
    const chosen = this.chance.some(names.getValues(), 1, 5).map(({ name }) => `{field: ${name}}`);
    return [`orderBy: [${chosen.join(", ")}]`];
  }

  private object(type: GraphQLObjectType, depth: number): string {
    const plain = fieldsOf(type).filter(
      ({ type: of, args }) =>
        !isObjectType(getNamedType(of)) && !isInterfaceType(getNamedType(of)) && args.length === 0,
    );
    const deeper = fieldsOf(type).filter(
      (field) => composite(field) && !field.name.startsWith("_"),
    );
    const parts = this.chance.some(plain, 1, plain.length).map(({ name }) => name);
    const most = depth > 9 ? 0 : this.chance.from(0, 3);
    for (let at = 0; at < most && this.left > 0 && deeper.length > 0; at += 1) {
      parts.push(this.below(this.chance.pick(deeper), depth));
    }
    return `{ __typename ${parts.join(" ")} }`;
  }

  private below(field: Field, depth: number): string {
    if (field.args.some(({ name }) => name === "last")) return this.list(field, depth);
    if (field.args.length > 0) return "__typename";
    this.left -= 1;
    this.aliases += 1;
    const type = composite(field) as GraphQLObjectType;
    return `a${this.aliases}: ${field.name} ${this.object(type, depth + 1)}`;
  }

  private filterVariable(type: GraphQLInputType): string {
    const called = `w${this.definitions.length}`;
    this.definitions.push(`$${called}: ${type}`);
    const deepest = this.chance.weighted([50, 2], [30, 5], [20, 18]);
    this.variables[called] = this.filter(getNamedType(type) as GraphQLInputObjectType, deepest);
    return `$${called}`;
  }

  /** A filter that leads through relations, negations and alternatives until it compares. */
  private filter(type: GraphQLInputObjectType, levels: number): Record<string, unknown> {
    const fields = Object.values(type.getFields());
    const compared = fields.filter(({ type: of }) => !this.isFilter(getNamedType(of)));
    const related = fields.filter(
      ({ type: of, name }) =>
        this.isFilter(getNamedType(of)) && !["and", "or", "not"].includes(name),
    );
    this.conditions -= 1;
    if (levels <= 0 || related.length === 0 || this.conditions < 0)
      return this.comparison(this.chance.pick(compared));
    const way = this.chance.weighted([12, "relation"], [4, "not"], [3, "or"], [2, "and"]);
    if (way === "not") return { not: this.filter(type, levels - 1) };
    if (way === "relation") {
      const { name, type: of } = this.chance.pick(related);
      return { [name]: this.filter(getNamedType(of) as GraphQLInputObjectType, levels - 1) };
    }
    const count = this.chance.weighted([10, 2], [3, 8], [1, 60]);
    return { [way]: Array.from({ length: count }, () => this.filter(type, levels - 2)) };
  }

  private isFilter(type: unknown): boolean {
    return isInputObjectType(type) && "and" in type.getFields();
  }

  private comparison({ name, type }: { name: string; type: GraphQLInputType }) {
    const of = getNamedType(type);
    if (!isInputObjectType(of)) return { [name]: this.scalar(type) };
    const { name: operator, type: operand } = this.chance.pick(Object.values(of.getFields()));
    return { [name]: { [operator]: this.scalar(operand) } };
  }

  private scalar(type: GraphQLInputType): unknown {
    const of = getNamedType(type);
    const one = (): unknown => {
      if (isEnumType(of)) return this.chance.pick(of.getValues()).name;
      if (of.name === "Boolean") return this.chance.of(0.5);
      if (of.name === "Int" || of.name === "Float" || of.name === "Position") return 1;
      if (of.name === "Money") return "1";
      if (of.name === "Date") return "2024-06-30";
      if (of.name === "DateTime") return "2024-06-30T00:00:00Z";
      if (of.name === "Period") return "2024";
      return this.chance.pick(["a", "xK.I", "36", "an", "%", "e".repeat(200)]);
    };
    const isList = String(type).startsWith("[") || isListType(type);
    return isList ? Array.from({ length: this.chance.weighted([9, 2], [1, 400]) }, one) : one();
  }
}
