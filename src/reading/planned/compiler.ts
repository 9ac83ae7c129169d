import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import type { AccessScope } from "../../access/index.js";
import { queryTooComplex } from "../../platform/errors.js";
import { Aliases } from "../lists/filter.js";
import { type ArgumentSource, Given, type Values, valuesOf } from "./arguments.js";
import { Json } from "./json.js";
import type { OpenValue } from "./open-values.js";

/** Thrown for what one statement cannot answer, with the field's name as `Minutes.html`, or `size`. */
export class Unplannable extends Error {
  constructor(readonly field: string) {
    super(`${field} cannot be planned`);
  }
}

/**
 * Objects that one statement may write. A portal's view has some 25; each `subject` and `node` writes one
 * for every noun, and a short document can spread many of them: its statement would take seconds to make,
 * and Postgres as long to plan.
 */
const mostObjects = 1000;

/** Conditions of all filters of a document together. */
const mostConditions = 2000;

/** One member of an object that a document asks for, however often it is written there. */
export interface Asked {
  parent: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  nodes: readonly FieldNode[];
}

/** Writes the value of one member. */
export type Writer = (asked: Asked) => Json;

/** The field's name as messages and counters have it. */
export const nameOf = ({ parent, definition }: Asked): string =>
  `${parent.name}.${definition.name}`;

/** The fragments of a document by name, as graphql-js takes them. */
export function fragmentsByName(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const found: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) found[definition.name.value] = definition;
  }
  return found;
}

/** What a plan is made of. */
export interface Source {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  /** The variables, coerced. */
  variables: Values;
  /** A scope to plan with, of the viewer's shape. */
  scope: AccessScope;
}

type Selected = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * What every part of the compiler works with: which fields are asked (found by graphql-js itself, so
 * that fragments, merging, `@skip` and `@include` mean what they mean to its executor), names for
 * tables, the arguments met so far, and the values left open for code.
 */
export class Compiler {
  readonly aliases = new Aliases();
  readonly met: ArgumentSource[] = [];
  readonly open: OpenValue[] = [];
  private conditions = 0;
  private objects = 0;

  constructor(private readonly source: Source) {}

  get scope(): AccessScope {
    return this.source.scope;
  }

  get schema(): GraphQLSchema {
    return this.source.schema;
  }

  /**
   * Notes the conditions of one filter more. Resolvers bound each filter; a statement holds them all, and
   * making it keeps everybody waiting: beyond some the resolvers answer, one filter after the other.
   */
  noteConditions(count: number): void {
    this.conditions += count;
    if (this.conditions > mostConditions) {
      throw queryTooComplex("conditions", this.conditions, mostConditions);
    }
  }

  /** The object that the operation itself selects. */
  root(write: Writer): Json {
    const { schema, operation, fragments, variables } = this.source;
    const type = schema.getQueryType() as GraphQLObjectType;
    const set = operation.selectionSet;
    return this.members(type, collectFields(schema, fragments, variables, type, set), write);
  }

  /** The object of `type` that `nodes` select. */
  object(type: GraphQLObjectType, nodes: readonly FieldNode[], write: Writer): Json {
    return this.members(type, this.selected(type, nodes), write);
  }

  /** The names of the fields that `nodes` select of `type`. */
  names(type: GraphQLObjectType, nodes: readonly FieldNode[]): ReadonlySet<string> {
    const all = [...this.selected(type, nodes).values()].flat();
    return new Set(all.map(({ name }) => name.value));
  }

  /** The nodes below `nodes` that select the field `name` of `type`. */
  below(type: GraphQLObjectType, nodes: readonly FieldNode[], name: string): FieldNode[] {
    return [...this.selected(type, nodes).values()].flat().filter((one) => one.name.value === name);
  }

  /** The arguments of a field; `shape` tells apart those for which the statement's text differs. */
  given({ definition, nodes }: Asked, shape: (values: Values) => string): Given {
    const source = { definition, node: nodes[0] as FieldNode, shape };
    this.met.push(source);
    return new Given(valuesOf(source, this.source.variables), this.met.length - 1);
  }

  private selected(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selected {
    const { schema, fragments, variables } = this.source;
    return collectSubfields(schema, fragments, variables, type, [...nodes]);
  }

  private members(type: GraphQLObjectType, selected: Selected, write: Writer): Json {
    this.objects += 1;
    if (this.objects > mostObjects) throw new Unplannable("size");
    const known = type.getFields();
    const members = [...selected].map(([key, nodes]): [string, Json] => {
      const name = nodes[0]?.name.value ?? "";
      if (name === "__typename") return [key, Json.known(type.name)];
      const definition = known[name];
      if (!definition) throw new Unplannable(`${type.name}.${name}`);
      const asked = { parent: type, definition, nodes };
      const value = write(asked);
      return [key, isNonNullType(definition.type) ? value.present(nameOf(asked)) : value];
    });
    return Json.object(members);
  }
}
