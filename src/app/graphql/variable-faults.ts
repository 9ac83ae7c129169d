import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from "graphql";
import type { Fault } from "../../platform/errors.js";
import { mismatchFault } from "./mismatch.js";
import { mostFaults, textFaults } from "./text-faults.js";

/** An operation's variables as their types make them, and everything that is wrong with them. */
export interface VariableReading {
  values: Record<string, unknown>;
  faults: Fault[];
}

const inputTypeOf = (schema: GraphQLSchema, node: VariableDefinitionNode) => {
  const type = typeFromAST(schema, node.type);
  return isInputType(type) ? type : undefined;
};

const missing = (path: string, type: GraphQLInputType): Fault => ({
  path,
  message: {
    en: `Variable of required type "${type}" was not provided.`,
    id: `Variabel wajib bertipe "${type}" tidak diberikan.`,
  },
});

/**
 * Reads the variables that a client gave for an operation which has been validated. graphql-js
 * would do the same at execution, but tells a fault's path only in its message. Paths begin with
 * the variable's name: `input.milestones.0.dueOn`.
 */
export function readVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
  hideSuggestions: boolean,
): VariableReading {
  const faults = textFaults(given);
  if (faults.length > 0) return { values: {}, faults };
  const values: Record<string, unknown> = {};
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = inputTypeOf(schema, definition);
    if (!type) continue;
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined) {
      if (definition.defaultValue) values[name] = valueFromAST(definition.defaultValue, type);
      else if (isNonNullType(type)) faults.push(missing(name, type));
      continue;
    }
    const report = (path: readonly (string | number)[], _: unknown, error: Error) => {
      if (faults.length < mostFaults) faults.push(mismatchFault(error, [name, ...path]));
    };
    values[name] = coerceInputValue(value, type, report, hideSuggestions);
  }
  return { values, faults };
}
