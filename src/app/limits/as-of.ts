import {
  DirectiveLocation,
  type DirectiveNode,
  GraphQLDirective,
  getArgumentValues,
  type OperationDefinitionNode,
} from "graphql";
import { PositionScalar } from "../../platform/scalars.js";

/** The directive by which a query is read as the ledger stood at an earlier position. */
export const asOfDirective = new GraphQLDirective({
  name: "asOf",
  description:
    "Reads the query as everything stood at a position of the ledger, where it may be seen now as well as then. Sebagaimana pada posisi itu.",
  locations: [DirectiveLocation.QUERY],
  args: {
    position: {
      type: PositionScalar,
      description:
        "The position, of an earlier answer or of a change; null or absent reads what stands now.",
    },
  },
});

/** The factor of a query's cost for a read as of an earlier position: rows are read as of then, and checked as of now. */
export const asOfCost = 3;

interface AskedOperation {
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

/** The position as of which a query asks to be read; undefined for one that reads what stands now. */
export function asOfPosition({ operation, variables }: AskedOperation): number | undefined {
  const isAsOf = ({ name }: DirectiveNode) => name.value === asOfDirective.name;
  const directive = operation.directives?.find(isAsOf);
  if (!directive) return undefined;
  const { position } = getArgumentValues(asOfDirective, directive, variables);
  return typeof position === "number" ? position : undefined;
}
