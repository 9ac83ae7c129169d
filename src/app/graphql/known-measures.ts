import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
} from "graphql";
import { LRUCache } from "lru-cache";
import { fragmentsOf, measureOperation, type OperationMeasure } from "../limits/index.js";
import { declaredVariables } from "./declared-variables.js";

type Variables = Readonly<Record<string, unknown>>;

/** The measures that are held: some megabytes. */
const mostMeasures = 10_000;
const longestOutline = 500;

/**
 * The measures of operations, each kept for all variables of the same outline: a measure follows from numbers,
 * enumerations, the members of inputs and the lengths of lists, and not from ids and texts.
 */
export class KnownMeasures {
  private readonly measures = new LRUCache<string, OperationMeasure>({ max: mostMeasures });
  private readonly numbers = new WeakMap<OperationDefinitionNode, number>();
  private last = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  /** The measure of a valid operation of a document, with its coerced variables. */
  of(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): OperationMeasure {
    const outline = this.outlineOf(operation, variables);
    if (outline.length > longestOutline) return this.measure(document, operation, variables);
    const key = `${this.numberOf(operation)} ${outline}`;
    const known = this.measures.get(key);
    if (known) return known;
    const measured = this.measure(document, operation, variables);
    this.measures.set(key, measured);
    return measured;
  }

  private measure(...[document, ...of]: Parameters<KnownMeasures["of"]>): OperationMeasure {
    return measureOperation(this.schema, fragmentsOf(document), ...of);
  }

  private outlineOf(operation: OperationDefinitionNode, variables: Variables): string {
    let outline = "";
    for (const { name, type, isScalar } of declaredVariables(this.schema, operation)) {
      const value = variables[name];
      const isText = isScalar && typeof value === "string";
      outline += isText ? `${value.length} characters,` : `${outlineOf(value, type)},`;
    }
    return outline;
  }

  private numberOf(operation: OperationDefinitionNode): number {
    const known = this.numbers.get(operation);
    if (known !== undefined) return known;
    this.last += 1;
    this.numbers.set(operation, this.last);
    return this.last;
  }
}

/** What a measure can read of a value. */
function outlineOf(value: unknown, type: GraphQLInputType): string {
  if (value === null || value === undefined) return String(value);
  const given = getNullableType(type);
  if (Array.isArray(value)) {
    const of = isListType(given) ? given.ofType : given;
    return isOutlined(of)
      ? `[${value.map((item) => outlineOf(item, of))}]`
      : `${value.length} items`;
  }
  if (isInputObjectType(given)) {
    const fields = given.getFields();
    const members = Object.entries(value).map(([name, member]) => {
      const field = fields[name];
      return field ? `${name}:${outlineOf(member, field.type)}` : name;
    });
    return `{${members}}`;
  }
  return typeof value === "string" && !isEnumType(given)
    ? `"${value.length}"`
    : JSON.stringify(value);
}

/** True for the items of a list that decide more than by their number. */
function isOutlined(type: GraphQLInputType): boolean {
  const of = getNullableType(type);
  return isListType(of) || isInputObjectType(of) || isEnumType(of);
}
