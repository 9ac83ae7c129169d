import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
  validate,
} from "graphql";
import type { Config } from "../../platform/config.js";
import { badField, badUserInput, queryTooComplex } from "../../platform/errors.js";
import { costOf, fragmentsOf, overShape } from "../limits/index.js";
import { DocumentCache } from "./document-cache.js";
import { LiteralsFitRule } from "./literal-faults.js";
import { readVariables } from "./variable-faults.js";

/** What a client sends over either transport, once it is known to have the right form. */
export interface OperationRequest {
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** An operation that may be executed. */
export interface Admitted {
  operation: OperationDefinitionNode;
  /** Its variables as their types read them, with their defaults. */
  variables: Readonly<Record<string, unknown>>;
  cost: number;
}

/** Why an operation may not be executed. */
export interface Refused {
  errors: readonly GraphQLError[];
}

const otherRules = specifiedRules.filter((rule) => rule !== ValuesOfCorrectTypeRule);

/**
 * Decides whether an operation may run, the same way for every transport: is the document within
 * the limits of its shape, is it valid, do its variables fit, is it within the limit of its cost.
 * Shape comes before validation, whose work can grow with the square of a document. What depends on
 * the document alone is decided once for each parsed document.
 */
export class Admission {
  /** What was parsed lately, by either transport. */
  readonly documents = new DocumentCache();
  private readonly decided = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  private readonly rules: ValidationRule[];
  private readonly hideSuggestions: boolean;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly config: Pick<Config, "limits" | "introspection">,
  ) {
    this.hideSuggestions = !config.introspection;
    this.rules = [...otherRules, LiteralsFitRule];
    if (!config.introspection) this.rules.push(NoSchemaIntrospectionCustomRule);
  }

  /** The document of a text; throws GRAPHQL_PARSE_FAILED, also above the limit of tokens. */
  parse(source: string): DocumentNode {
    const known = this.documents.find(source);
    if (known) return known;
    try {
      const document = parse(source, { maxTokens: this.config.limits.tokens });
      this.documents.keep(source, document);
      return document;
    } catch (error) {
      throw error instanceof GraphQLError ? withCode(error, "GRAPHQL_PARSE_FAILED") : error;
    }
  }

  admit(document: DocumentNode, request: OperationRequest): Admitted | Refused {
    const errors = this.documentErrors(document);
    if (errors.length > 0) return { errors };
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return { errors: [unknownOperation(request.operationName)] };
    const given = request.variables ?? {};
    const { values, faults } = readVariables(this.schema, operation, given, this.hideSuggestions);
    if (faults.length > 0) return { errors: [badUserInput(faults)] };
    const cost = costOf(this.schema, fragmentsOf(document), operation, values);
    const limit = this.config.limits.cost;
    if (cost > limit) return { errors: [queryTooComplex("cost", cost, limit)] };
    return { operation, variables: values, cost };
  }

  private documentErrors(document: DocumentNode): readonly GraphQLError[] {
    const known = this.decided.get(document);
    if (known) return known;
    const over = overShape(document, this.config.limits);
    const errors = over ? [over] : this.validationErrors(document);
    this.decided.set(document, errors);
    return errors;
  }

  private validationErrors(document: DocumentNode): GraphQLError[] {
    const { hideSuggestions } = this;
    return validate(this.schema, document, this.rules, { hideSuggestions }).map((error) =>
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
        `the document has no operation named "${name.slice(0, 100)}"`,
        `dokumen tidak memuat operasi bernama "${name.slice(0, 100)}"`,
      )
    : badField(
        "operationName",
        "name the operation to run: the document does not have exactly one",
        "sebutkan operasi yang dijalankan: dokumen tidak memuat tepat satu",
      );
