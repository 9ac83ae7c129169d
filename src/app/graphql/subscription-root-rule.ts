import {
  type ASTVisitor,
  type DirectiveNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  SingleFieldSubscriptionsRule,
  type ValidationContext,
} from "graphql";

const conditional = (directive: DirectiveNode): boolean =>
  directive.name.value === "skip" || directive.name.value === "include";

/** The `@skip` and `@include` of a subscription's root, also of the fragments that it spreads. */
function rootConditions(context: ValidationContext, root: SelectionSetNode): DirectiveNode[] {
  const seen = new Set<string>();
  const conditionsIn = ({ selections }: SelectionSetNode): DirectiveNode[] =>
    selections.flatMap((selection) => {
      const own = (selection.directives ?? []).filter(conditional);
      if (selection.kind === Kind.FIELD) return own;
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return [...own, ...conditionsIn(selection.selectionSet)];
      const { value: name } = selection.name;
      const fragment = seen.has(name) ? undefined : context.getFragment(name);
      seen.add(name);
      return fragment ? [...own, ...conditionsIn(fragment.selectionSet)] : own;
    });
  return conditionsIn(root);
}

/**
 * The validation rule for a subscription's root, in place of graphql-js's SingleFieldSubscriptionsRule:
 * one field, and no `@skip` or `@include`. A subscription must have a field whatever the variables are
 * (GraphQL specification, 5.2.4.1). graphql-js's rule evaluates both directives without the
 * variables: it throws for those that need one, and so it fails a document whose other operations are valid.
 */
export function SubscriptionRootRule(context: ValidationContext): ASTVisitor {
  // The cast: graphql-js's rule is this one function, which its type does not say.
  const singleField = SingleFieldSubscriptionsRule(context) as {
    OperationDefinition(node: OperationDefinitionNode): void;
  };
  return {
    OperationDefinition(node) {
      if (node.operation !== "subscription") return;
      const conditions = rootConditions(context, node.selectionSet);
      if (conditions.length === 0) singleField.OperationDefinition(node);
      for (const directive of conditions) {
        const message = `"@${directive.name.value}" must not stand at the root of a subscription: put it on a field below.`;
        context.reportError(new GraphQLError(message, { nodes: directive }));
      }
    },
  };
}
