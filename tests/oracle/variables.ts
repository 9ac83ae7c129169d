import {
  type ConstValueNode,
  type GraphQLInputType,
  isNonNullType,
  Kind,
  type ValueNode,
  type VariableDefinitionNode,
  valueFromASTUntyped,
} from "graphql";
import type { Chance } from "./chance.js";
import { name, nothing, typeNode, variable } from "./nodes.js";

/** The variables of one document: their definitions, and what is sent for them. */
export class VariableBook {
  readonly definitions: VariableDefinitionNode[] = [];
  readonly given: Record<string, unknown> = {};
  private readonly byType = new Map<string, string[]>();

  constructor(private readonly chance: Chance) {}

  /** A variable in the place of a value of this type: given, by default, null or absent. */
  instead(type: GraphQLInputType, make: () => ValueNode): ValueNode {
    const { chance } = this;
    const known = this.byType.get(String(type));
    if (known && chance.of(0.15)) return variable(chance.pick(known));
    const called = `v${this.definitions.length + 1}`;
    const value = make();
    const fits = isNonNullType(type);
    const way = chance.weighted(
      [70, "given"],
      [12, "default"],
      [10, "both"],
      [fits ? 0 : 3, "null"],
      [fits ? 0 : 5, "absent"],
    );
    const usual = way === "default" ? value : way === "both" ? make() : undefined;
    this.define(called, type, usual);
    if (way === "given" || way === "both") this.given[called] = valueFromASTUntyped(value);
    if (way === "null") this.given[called] = null;
    this.byType.set(String(type), [...(known ?? []), called]);
    return variable(called);
  }

  private define(called: string, type: GraphQLInputType, usual: ValueNode | undefined): void {
    this.definitions.push({
      kind: Kind.VARIABLE_DEFINITION,
      variable: { kind: Kind.VARIABLE, name: name(called) },
      type: typeNode(type),
      ...(usual && usual !== nothing ? { defaultValue: usual as ConstValueNode } : {}),
    });
  }
}
