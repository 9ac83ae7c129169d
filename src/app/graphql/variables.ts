import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  valueFromAST,
} from "graphql";
import type { Fault, Text } from "../../platform/errors.js";
import { declaredVariables } from "./declared-variables.js";
import { InputChecker } from "./input-checker.js";
import { jsonView } from "./input-view.js";
import { textFaults } from "./json-texts.js";
import { tooLongLists } from "./list-lengths.js";

/** An operation's variables, coerced to their types, and all their faults. */
export interface CoercedVariables {
  values: Record<string, unknown>;
  faults: Fault[];
}

const missing = (type: GraphQLInputType): Text => ({
  en: `Variable of required type "${type}" was not provided.`,
  id: `Variabel wajib bertipe "${type}" tidak diberikan.`,
});

/**
 * Coerces the variables that a client gave for a validated operation. Paths of faults begin with the
 * variable's name: `input.milestones.0.dueOn`.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
  hideSuggestions: boolean,
): CoercedVariables {
  const faults = textFaults(given);
  if (faults.length > 0) return { values: {}, faults };
  const values: Record<string, unknown> = {};
  const checker = new InputChecker(jsonView, hideSuggestions);
  for (const { name, type, definition } of declaredVariables(schema, operation)) {
    if (Object.hasOwn(given, name)) values[name] = coerced(checker, name, given[name], type);
    else if (definition.defaultValue) values[name] = valueFromAST(definition.defaultValue, type);
    else if (isNonNullType(type)) checker.report(undefined, [name], missing(type));
  }
  return { values, faults: checker.faults };
}

/** A variable's value as its type reads it; its faults go to the checker. */
function coerced(
  checker: InputChecker<unknown>,
  name: string,
  value: unknown,
  type: GraphQLInputType,
): unknown {
  try {
    // Ends at the first fault: graphql-js makes a message of each, however many there are.
    const refuse = (_path: unknown, _value: unknown, error: GraphQLError) => {
      throw error;
    };
    const read = coerceInputValue(value, type, refuse, true);
    for (const { path, message } of tooLongLists(read, type, [name]))
      checker.report(undefined, [path], message);
    return read;
  } catch (refusal) {
    checker.check(value, type, [name]);
    // graphql-js and the checker have the same rules. Should they ever differ, nothing must run.
    if (checker.faults.length === 0) throw refusal;
    return undefined;
  }
}
