import { type ASTVisitor, GraphQLError, type ValidationContext, type ValueNode } from "graphql";
import { badUserInput } from "../../platform/errors.js";
import { InputChecker } from "./input-checker.js";
import { literalView } from "./input-view.js";

/**
 * The validation rule for literals, in place of graphql-js's ValuesOfCorrectTypeRule: one
 * BAD_USER_INPUT with the path of every literal that does not fit its type, or whose text cannot be
 * stored. Paths begin with the name of the argument, or of the variable whose default it is.
 */
export function LiteralsRule(context: ValidationContext): ASTVisitor {
  const checker = new InputChecker(literalView, context.hideSuggestions);
  const check = (name: string, value: ValueNode) => {
    checker.check(value, context.getInputType() ?? undefined, [name]);
  };
  return {
    Argument({ name, value }) {
      check(name.value, value);
    },
    VariableDefinition({ variable, defaultValue }) {
      if (defaultValue) check(variable.name.value, defaultValue);
    },
    Document: {
      leave() {
        const { faults, values: nodes } = checker;
        if (faults.length === 0) return;
        const originalError = badUserInput(faults);
        context.reportError(new GraphQLError(originalError.message, { nodes, originalError }));
      },
    },
  };
}
