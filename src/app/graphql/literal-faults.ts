import {
  type ASTNode,
  type ASTVisitor,
  GraphQLError,
  Kind,
  type ValidationContext,
  ValuesOfCorrectTypeRule,
} from "graphql";
import { badUserInput, type Fault } from "../../platform/errors.js";
import { mismatchFault } from "./mismatch.js";
import { depthProblem, mostFaults, textProblem } from "./text-faults.js";

type Ancestors = readonly (ASTNode | readonly ASTNode[])[];
type Path = (string | number)[];

/** Where a literal stands: its argument (or variable), then the fields and list places in it. */
function pathOf(node: ASTNode, ancestors: Ancestors): Path {
  const path: Path = [];
  const chain = [...ancestors, node];
  for (const [index, ancestor] of chain.entries()) {
    const below = chain[index + 1];
    if (below === undefined) break;
    if ("kind" in ancestor) path.push(...nameOf(ancestor));
    else if (isListOf(chain[index - 1])) path.push(ancestor.indexOf(below as ASTNode));
  }
  return path;
}

function nameOf(node: ASTNode): string[] {
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return [node.name.value];
  return node.kind === Kind.VARIABLE_DEFINITION ? [node.variable.name.value] : [];
}

const isListOf = (node: Ancestors[number] | undefined): boolean =>
  node !== undefined && "kind" in node && node.kind === Kind.LIST;

/**
 * graphql-js's ValuesOfCorrectTypeRule, told as the hub tells bad input: BAD_USER_INPUT with the
 * path of every literal that does not fit its type, or whose text cannot be kept, in one error.
 */
export function LiteralsFitRule(context: ValidationContext): ASTVisitor {
  const faults: Fault[] = [];
  const nodes: ASTNode[] = [];
  let place: { node: ASTNode; ancestors: Ancestors } | undefined;
  const report = (describe: (path: Path) => Fault) => {
    if (!place || faults.length >= mostFaults) return;
    faults.push(describe(pathOf(place.node, place.ancestors)));
    nodes.push(place.node);
  };
  const inner = ValuesOfCorrectTypeRule(
    Object.create(context, {
      reportError: {
        value: (error: GraphQLError) => report((path) => mismatchFault(error, path)),
      },
    }),
  ) as Record<string, ((node: ASTNode) => unknown) | undefined>;
  return {
    enter(node, _key, parent, _path, above) {
      const ancestors = parent ? [...above, parent] : above;
      place = { node, ancestors };
      const problem = problemOf(node, ancestors);
      if (problem) report((path) => ({ path: path.join("."), message: problem }));
      else return inner[node.kind]?.(node);
    },
    Document: {
      leave() {
        if (faults.length === 0) return;
        const originalError = badUserInput(faults);
        context.reportError(new GraphQLError(originalError.message, { nodes, originalError }));
      },
    },
  };
}

function problemOf(node: ASTNode, ancestors: Ancestors) {
  if (node.kind === Kind.STRING) return textProblem(node.value);
  if (node.kind !== Kind.OBJECT && node.kind !== Kind.LIST) return undefined;
  return depthProblem(pathOf(node, ancestors).length);
}
