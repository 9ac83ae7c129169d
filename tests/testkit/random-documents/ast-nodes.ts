import {
  type DirectiveNode,
  type GraphQLInputType,
  Kind,
  type NameNode,
  type ObjectFieldNode,
  parseType,
  type TypeNode,
  type ValueNode,
} from "graphql";

// Nodes of documents, written as short as they can be.

export const name = (value: string): NameNode => ({ kind: Kind.NAME, value });

export const text = (value: string): ValueNode => ({ kind: Kind.STRING, value });

export const whole = (value: number): ValueNode => ({ kind: Kind.INT, value: String(value) });

export const decimal = (value: number): ValueNode => ({
  kind: Number.isInteger(value) && Math.abs(value) < 1e21 ? Kind.INT : Kind.FLOAT,
  value:
    Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value),
});

export const truth = (value: boolean): ValueNode => ({ kind: Kind.BOOLEAN, value });

export const nothing: ValueNode = { kind: Kind.NULL };

export const oneOf = (value: string): ValueNode => ({ kind: Kind.ENUM, value });

export const list = (values: readonly ValueNode[]): ValueNode => ({ kind: Kind.LIST, values });

export const variable = (called: string): ValueNode => ({
  kind: Kind.VARIABLE,
  name: name(called),
});

export const object = (entries: readonly (readonly [string, ValueNode])[]): ValueNode => ({
  kind: Kind.OBJECT,
  fields: entries.map(
    ([key, value]): ObjectFieldNode => ({ kind: Kind.OBJECT_FIELD, name: name(key), value }),
  ),
});

export const typeNode = (type: GraphQLInputType): TypeNode => parseType(String(type));

export const directive = (called: string, value: ValueNode): DirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: name(called),
  arguments: [{ kind: Kind.ARGUMENT, name: name("if"), value }],
});
