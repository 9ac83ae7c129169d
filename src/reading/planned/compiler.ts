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
import type { Arguments } from "../model/arguments.js";
import type { NounDefinition } from "../model/dictionary.js";
import { Json } from "../sql/json.js";
import type { Past } from "../sql/past.js";
import { type RowRef, Statement } from "../sql/statement.js";
import { ArgumentSource, PlannedArguments } from "./arguments.js";
import type { ExecutedValue, OpenValue } from "./run.js";

/** Thrown where one statement cannot give the answer: with the field's name as `Minutes.html`, or `size`. */
export class Unplannable extends Error {
  constructor(
    readonly field: string,
    /** True where other arguments of the same document may make a plan. */
    readonly dependsOnArguments = false,
  ) {
    super(`${field} cannot be planned`);
  }
}

/**
 * The most objects that one statement writes. A portal's view has some 25; each `subject` and `node`
 * writes one for every noun, so a short document can have very many: its statement would take seconds to
 * make, and Postgres as long to plan.
 */
const mostObjects = 1000;

/**
 * The most tables of a statement, row filters and conditions included: making it blocks other requests, and
 * Postgres takes 100 to 200 kB for each. A portal's view reads some 100. As of an earlier position each
 * row filter reads what stood and what stands.
 */
const mostTables = { now: 650, past: 1000 };

/** One member of an object that a document selects, with all the nodes that select it. */
export interface SelectedField {
  parent: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  nodes: readonly FieldNode[];
}

/** Writes the value of one member. */
export type Writer = (selected: SelectedField) => Json;

/** Writes the value of one field of a noun's row. */
export type FieldWriter = (
  compiler: Compiler,
  noun: NounDefinition,
  row: RowRef,
  selected: SelectedField,
) => Json;

/** The field's name as messages and counters show it, as `Minutes.html`. */
export const nameOf = ({ parent, definition }: SelectedField): string =>
  `${parent.name}.${definition.name}`;

/** The fragments of a document by name, as graphql-js takes them. */
export function fragmentsByName(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const found: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) found[definition.name.value] = definition;
  }
  return found;
}

/** The parts that a plan is made of. */
export interface Source {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  /** The variables, coerced. */
  variables: Arguments;
  /** A scope to plan with, of the viewer's shape. */
  scope: AccessScope;
  /** Set where all tables are read as they stood. */
  past?: Past | undefined;
  /** The nouns that lines of the ledger are expected to be of; undefined where they may be of any. */
  subjects?: ReadonlySet<string> | undefined;
}

type Selected = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * The state that all parts of the compiler share: the selected fields (collected by graphql-js itself, so
 * that fragments, merging, `@skip` and `@include` mean what they mean to its executor), the statement in
 * the making, the fields with arguments so far, and the values left open for code.
 */
export class Compiler {
  readonly statement: Statement;
  /** The fields with arguments, in the order in which a run gives their values. */
  readonly sources: ArgumentSource[] = [];
  readonly open: OpenValue[] = [];
  readonly executed: ExecutedValue[] = [];
  private objects = 0;
  private eventRow: RowRef | undefined;

  constructor(
    private readonly source: Source,
    private readonly writeField: FieldWriter,
  ) {
    this.statement = new Statement(source.past, { subjects: source.subjects });
  }

  get scope(): AccessScope {
    return this.source.scope;
  }

  /** The row that says which event of a subscription is shown, and to whom; the statement has it in FROM. */
  get event(): RowRef {
    this.eventRow ??= this.statement.madeRow();
    return this.eventRow;
  }

  get schema(): GraphQLSchema {
    return this.source.schema;
  }

  /** The document's fragments by name. */
  get fragments(): Source["fragments"] {
    return this.source.fragments;
  }

  get variables(): Arguments {
    return this.source.variables;
  }

  /** The object that the operation itself selects. */
  root(write: Writer): Json {
    const { schema, operation, fragments, variables } = this.source;
    const type = schema.getRootType(operation.operation) as GraphQLObjectType;
    const set = operation.selectionSet;
    const made = this.members(type, collectFields(schema, fragments, variables, type, set), write);
    this.checkSize();
    return made;
  }

  /** The object of `type` that `nodes` select. */
  object(type: GraphQLObjectType, nodes: readonly FieldNode[], write: Writer): Json {
    return this.members(type, this.selected(type, nodes), write);
  }

  /** A row of a noun as the object that `nodes` select. */
  rowObject(
    noun: NounDefinition,
    row: RowRef,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
  ): Json {
    return this.object(type, nodes, (selected) => this.writeField(this, noun, row, selected));
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
  arguments(
    { definition, nodes }: SelectedField,
    shape: (values: Arguments) => string,
  ): PlannedArguments {
    const source = new ArgumentSource(definition, nodes[0] as FieldNode, shape);
    const at = this.sources.push(source) - 1;
    return new PlannedArguments(source.values(this.source.variables), at);
  }

  /** A document that is too large for one statement is left to the resolvers, which make many. */
  private checkSize(): void {
    if (this.objects > mostObjects) throw new Unplannable("size");
    const most = mostTables[this.source.past ? "past" : "now"];
    if (this.statement.size > most) throw new Unplannable("size", true);
  }

  private selected(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selected {
    const { schema, fragments, variables } = this.source;
    return collectSubfields(schema, fragments, variables, type, [...nodes]);
  }

  private members(type: GraphQLObjectType, selected: Selected, write: Writer): Json {
    this.objects += 1;
    this.checkSize();
    const known = type.getFields();
    const members = [...selected].map(([key, nodes]): [string, Json] => {
      const name = nodes[0]?.name.value ?? "";
      if (name === "__typename") return [key, Json.known(type.name)];
      const definition = known[name];
      if (!definition) throw new Unplannable(`${type.name}.${name}`);
      const selectedField = { parent: type, definition, nodes };
      const value = write(selectedField);
      return [key, isNonNullType(definition.type) ? value.present(nameOf(selectedField)) : value];
    });
    return Json.object(members);
  }
}
