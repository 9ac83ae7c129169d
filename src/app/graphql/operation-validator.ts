import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  OverlappingFieldsCanBeMergedRule,
  parse,
  SingleFieldSubscriptionsRule,
  specifiedRules,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
  validate,
} from "graphql";
import { textHash } from "../../ledger/index.js";
import type { Config } from "../../platform/config.js";
import { cut } from "../../platform/cut.js";
import { badField, badUserInput } from "../../platform/errors.js";
import { currentFacts } from "../../platform/request-scope.js";
import { overLength, overMeasure, overMergedBreadth, overShape } from "../limits/index.js";
import { DocumentCache } from "./document-cache.js";
import { KnownMeasures } from "./known-measures.js";
import { LiteralsRule } from "./literals-rule.js";
import { SubscriptionRootRule } from "./subscription-root-rule.js";
import { coerceVariables } from "./variables.js";

/** A client's request for an operation over either transport, once its form has been checked. */
export interface OperationRequest {
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** An operation that may be executed. */
export interface ValidOperation {
  operation: OperationDefinitionNode;
  /** Its variables, coerced to their types, with their defaults. */
  variables: Readonly<Record<string, unknown>>;
  cost: number;
}

/** The reasons why an operation may not be executed. */
export interface InvalidOperation {
  errors: readonly GraphQLError[];
}

/** The most errors of one document that are looked for and shown. */
const mostErrors = 10;

/** The rule that compares fields with each other, for documents that pass all other rules. */
const comparingRule = OverlappingFieldsCanBeMergedRule;
const replacedRules: readonly ValidationRule[] = [
  ValuesOfCorrectTypeRule,
  SingleFieldSubscriptionsRule,
  comparingRule,
];
const otherRules = specifiedRules.filter((rule) => !replacedRules.includes(rule));

/** Parsed documents, and what is wrong with each by the same schema, limits and rules. */
class KnownDocuments {
  readonly parsed = new DocumentCache();
  readonly measures: KnownMeasures;
  /** The errors of a document by all checks that depend on it alone. */
  readonly errors = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  /** Those of validation, which a document of the manifest passes whatever its shape. */
  readonly invalid = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  constructor(schema: GraphQLSchema) {
    this.measures = new KnownMeasures(schema);
  }
}

/** The documents that this process knows. */
const knownBy = new WeakMap<GraphQLSchema, Map<string, KnownDocuments>>();

/**
 * The known documents of a schema and a configuration. The validators of a process share them: a hub has
 * one for requests, one for its own queries and one for exports, and the tests start several hundred hubs.
 */
function knownDocuments(
  schema: GraphQLSchema,
  { limits, introspection }: Pick<Config, "limits" | "introspection">,
): KnownDocuments {
  const ofSchema = knownBy.get(schema) ?? new Map<string, KnownDocuments>();
  knownBy.set(schema, ofSchema);
  const key = JSON.stringify([limits, introspection]);
  const known = ofSchema.get(key) ?? new KnownDocuments(schema);
  ofSchema.set(key, known);
  return known;
}

/**
 * The checks of an operation before it runs, the same for every transport: the limits of the
 * document's shape, validity, the types of its variables, the limit of its cost. The shape comes
 * before validation, whose work can grow with the square of a document. Errors that depend on the
 * document alone are remembered for each parsed document.
 */
export class OperationValidator {
  private readonly known: KnownDocuments;
  private readonly rules: ValidationRule[];
  private readonly hideSuggestions: boolean;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly config: Pick<Config, "limits" | "introspection">,
  ) {
    this.known = knownDocuments(schema, config);
    this.hideSuggestions = !config.introspection;
    this.rules = [...otherRules, LiteralsRule, SubscriptionRootRule];
    if (!config.introspection) this.rules.push(NoSchemaIntrospectionCustomRule);
  }

  /** Recently parsed documents of both transports. */
  get documents(): DocumentCache {
    return this.known.parsed;
  }

  /** Throws QUERY_TOO_COMPLEX for a document's text above the limit: no work is spent on it. */
  checkLength(source: unknown): void {
    const over = overLength(source, this.config.limits);
    if (over) throw over;
  }

  /** The document of a text; throws GRAPHQL_PARSE_FAILED, also above the limit of tokens. */
  parse(source: string): DocumentNode {
    this.checkLength(source);
    const hash = textHash(source);
    const known = this.documents.find(hash);
    if (known) return known;
    try {
      const document = parse(source, { maxTokens: this.config.limits.tokens });
      this.documents.add(hash, document);
      return document;
    } catch (error) {
      throw error instanceof GraphQLError ? withCode(error, "GRAPHQL_PARSE_FAILED") : error;
    }
  }

  /** Keeps a document of the manifest parsed; gives the reason why it is not valid, if it is not. */
  keep(hash: string, source: string): string | undefined {
    try {
      const document = this.parse(source);
      this.documents.keep(hash, document);
      return this.validationErrors(document)[0]?.message;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Tells whether a text is a document that could be run, its variables aside. */
  isValid(source: string): boolean {
    try {
      return this.documentErrors(this.parse(source)).length === 0;
    } catch {
      return false;
    }
  }

  validate(document: DocumentNode, request: OperationRequest): ValidOperation | InvalidOperation {
    const errors = this.documentErrors(document);
    if (errors.length > 0) return { errors };
    const operation = getOperationAST(document, request.operationName);
    this.tell(document, operation);
    if (!operation) return { errors: [unknownOperation(request.operationName)] };
    const given = request.variables ?? {};
    const { values, faults } = coerceVariables(this.schema, operation, given, this.hideSuggestions);
    if (faults.length > 0) return { errors: [badUserInput(faults)] };
    const measure = this.known.measures.of(document, operation, values);
    const over = overMeasure(measure, this.config.limits);
    if (over) return { errors: [over] };
    return { operation, variables: values, cost: measure.cost };
  }

  /** Tells the log which operation a request is for: the first that is checked, as others are within it. */
  private tell(
    document: DocumentNode,
    operation: OperationDefinitionNode | null | undefined,
  ): void {
    const facts = currentFacts();
    if (!facts || facts.document !== undefined) return;
    facts.document = this.documents.hashOf(document);
    facts.type = operation?.operation;
    facts.name = operation?.name?.value;
  }

  private documentErrors(document: DocumentNode): readonly GraphQLError[] {
    const known = this.known.errors.get(document);
    if (known) return known;
    const over = overShape(document, this.config.limits);
    const errors = over ? [over] : this.validationErrors(document);
    this.known.errors.set(document, errors);
    return errors;
  }

  /**
   * The errors of validation. Fields are compared with each other last, in a document without unused
   * fragments and cycles, of which the widest set is known: the work grows with the square of a set.
   */
  private validationErrors(document: DocumentNode): readonly GraphQLError[] {
    const known = this.known.invalid.get(document);
    if (known) return known;
    const errors = this.foundErrors(document);
    this.known.invalid.set(document, errors);
    return errors;
  }

  private foundErrors(document: DocumentNode): GraphQLError[] {
    const errors = this.errorsBy(this.rules, document);
    if (errors.length > 0) return errors;
    const over = overMergedBreadth(document);
    return over ? [over] : this.errorsBy([comparingRule], document);
  }

  private errorsBy(rules: readonly ValidationRule[], document: DocumentNode): GraphQLError[] {
    const { hideSuggestions } = this;
    const options = { hideSuggestions, maxErrors: mostErrors };
    // Past the most errors graphql-js adds one that says so.
    const errors = validate(this.schema, document, rules, options).slice(0, mostErrors);
    return errors.map((error) =>
      error.originalError ? error : withCode(error, "GRAPHQL_VALIDATION_FAILED"),
    );
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { nodes, source, positions, message } = error;
  const extensions = { ...error.extensions, code };
  return new GraphQLError(message, { nodes, source, positions, extensions });
}

const unknownOperation = (name: string | null | undefined) =>
  name
    ? badField(
        "operationName",
        `the document has no operation named "${cut(name)}"`,
        `dokumen tidak memuat operasi bernama "${cut(name)}"`,
      )
    : badField(
        "operationName",
        "name the operation to run: the document does not have exactly one",
        "sebutkan operasi yang dijalankan: dokumen tidak memuat tepat satu",
      );
