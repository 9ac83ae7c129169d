import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getArgumentValues,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  type ValueNode,
  type VariableNode,
  valueFromAST,
  visit,
} from "graphql";
import type { Arguments } from "../model/arguments.js";

// The arguments of a field as graphql-js reads them, with what does not depend on variables read once.

/** Reads a value; undefined where graphql-js must, as for a variable that is absent or null. */
type Read = (variables: Arguments) => unknown;

/** True where a node of the document holds a variable. */
export function usesVariables(node: ArgumentNode | ValueNode): boolean {
  const variables: VariableNode[] = [];
  const note = (variable: VariableNode) => {
    variables.push(variable);
  };
  visit(node, { [Kind.VARIABLE]: note });
  return variables.length > 0;
}

/** Reads the arguments of a field. */
export function argumentReader(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Arguments) => Arguments {
  const slowly = (variables: Arguments) => getArgumentValues(definition, node, variables);
  const given = new Map(node.arguments?.map(({ name, value }) => [name.value, value]));
  const reads = definition.args.flatMap(({ name, type, defaultValue }): [string, Read | null][] => {
    const value = given.get(name);
    if (value) return [[name, readerOf(value, type)]];
    return defaultValue === undefined ? [] : [[name, () => defaultValue]];
  });
  return objectReader(reads, slowly) ?? slowly;
}

/** Reads the members of an object; `otherwise` where one of them is for graphql-js. */
function objectReader<T>(
  reads: readonly [string, Read | null][],
  otherwise: (variables: Arguments) => T,
): ((variables: Arguments) => Arguments | T) | undefined {
  const all = reads.flatMap(([name, read]): [string, Read][] => (read ? [[name, read]] : []));
  if (all.length < reads.length) return undefined;
  return (variables) => {
    const values: Record<string, unknown> = {};
    for (const [name, read] of all) {
      const value = read(variables);
      if (value === undefined) return otherwise(variables);
      values[name] = value;
    }
    return values;
  };
}

/** The reader of a valid value; null where graphql-js must read it. */
function readerOf(node: ValueNode, type: GraphQLInputType): Read | null {
  if (node.kind === Kind.VARIABLE) {
    const { value: name } = node.name;
    return (variables) =>
      Object.hasOwn(variables, name) ? (variables[name] ?? undefined) : undefined;
  }
  if (!usesVariables(node)) {
    const value = valueFromAST(node, type);
    return value === undefined ? null : () => value;
  }
  const given = getNullableType(type);
  if (node.kind === Kind.LIST && isListType(given)) return listReader(node.values, given.ofType);
  if (node.kind !== Kind.OBJECT || !isInputObjectType(given) || given.isOneOf) return null;
  const members = new Map(node.fields.map(({ name, value }) => [name.value, value]));
  const reads = Object.values(given.getFields()).flatMap((field): [string, Read | null][] => {
    const value = members.get(field.name);
    if (value) return [[field.name, readerOf(value, field.type)]];
    return field.defaultValue === undefined ? [] : [[field.name, () => field.defaultValue]];
  });
  return objectReader(reads, () => undefined) ?? null;
}

function listReader(nodes: readonly ValueNode[], type: GraphQLInputType): Read | null {
  const reads = nodes.flatMap((node) => readerOf(node, type) ?? []);
  if (reads.length < nodes.length) return null;
  return (variables) => {
    const values = reads.map((read) => read(variables));
    return values.includes(undefined) ? undefined : values;
  };
}
