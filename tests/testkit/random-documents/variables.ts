import {
  type ConstValueNode,
  type GraphQLInputType,
  isNonNullType,
  Kind,
  type ValueNode,
  type VariableDefinitionNode,
  valueFromASTUntyped,
} from "graphql";
import { name, nothing, typeNode, variable } from "./ast-nodes.js";
import type { FastCheckRandom } from "./fast-check-random.js";
import type { Variables } from "./prune.js";

/** How a variable's value comes about, when the document is asked once more too. */
interface Drawn {
  called: string;
  mayBeNull: boolean;
  isNeeded: boolean;
  make: () => ValueNode;
}

/** The variables of one document: their definitions, and what is sent for them. */
export class VariableBook {
  readonly definitions: VariableDefinitionNode[] = [];
  private readonly drawn: Drawn[] = [];
  private readonly byType = new Map<string, string[]>();

  constructor(private readonly chance: FastCheckRandom) {}

  /** A variable in the place of a value of this type, whose values `make` draws. */
  instead(type: GraphQLInputType, make: () => ValueNode): ValueNode {
    const { chance } = this;
    const known = this.byType.get(String(type));
    if (known && chance.of(0.15)) return variable(chance.pick(known));
    const called = `v${this.definitions.length + 1}`;
    const usual = chance.of(0.22) ? make() : undefined;
    const hasUsual = usual !== undefined && usual !== nothing;
    this.define(called, type, hasUsual ? usual : undefined);
    const mayBeNull = !isNonNullType(type);
    this.drawn.push({ called, mayBeNull, isNeeded: !mayBeNull && !hasUsual, make });
    this.byType.set(String(type), [...(known ?? []), called]);
    return variable(called);
  }

  /** Values for one request: given, left to their defaults, null or absent. */
  turn(): Variables {
    const { chance } = this;
    const given = this.drawn.flatMap(({ called, mayBeNull, isNeeded, make }) => {
      if (mayBeNull && chance.of(0.03)) return [[called, null]];
      if (!isNeeded && chance.of(0.15)) return [];
      return [[called, valueFromASTUntyped(make())]];
    });
    return Object.fromEntries(given);
  }

  private define(called: string, type: GraphQLInputType, usual: ValueNode | undefined): void {
    this.definitions.push({
      kind: Kind.VARIABLE_DEFINITION,
      variable: { kind: Kind.VARIABLE, name: name(called) },
      type: typeNode(type),
      ...(usual ? { defaultValue: usual as ConstValueNode } : {}),
    });
  }
}
