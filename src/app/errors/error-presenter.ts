import {
  type ASTNode,
  GraphQLError,
  type GraphQLFormattedError,
  isValueNode,
  TokenKind,
} from "graphql";
import { notRetained } from "../../ledger/index.js";
import type { Config } from "../../platform/config.js";
import { cut } from "../../platform/cut.js";
import { badField, badUserInput, HubError, type Language } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import type { Logger } from "../../platform/logger.js";
import { currentFacts } from "../../platform/request-scope.js";
import { overTokens } from "../limits/index.js";
import type { Metrics } from "../metrics.js";
import { causesOf } from "./causes.js";
import { constraintFaults } from "./constraint-faults.js";
import { databaseRefusal } from "./database-errors.js";
import { indonesianOf } from "./protocol-texts.js";

/** Codes of graphql-js and Apollo that stay as they are, because client libraries check for them. */
const protocolCodes = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
];

/** Apollo's codes for a request that is wrong before its document is parsed. */
const requestCodes = ["BAD_REQUEST", "BAD_USER_INPUT", "OPERATION_RESOLUTION_FAILURE"];

/** The most characters of a message of graphql-js or Apollo, and the most locations of one error. */
const longestMessage = 1000;
const mostLocations = 10;

type Shown = Pick<GraphQLFormattedError, "message" | "extensions">;

/** The name of the argument that a value node belongs to: the name before the colon before it. */
function argumentNameOf({ loc }: ASTNode): string | undefined {
  let token = loc?.startToken.prev;
  while (token && token.kind !== TokenKind.NAME) token = token.prev;
  return token?.value;
}

/**
 * graphql-js's refusal of an argument's value at execution, as of a variable's null for a non-null
 * type. It is the only error of an execution that is located at a value.
 */
function argumentFault(error: unknown): HubError | undefined {
  if (!(error instanceof GraphQLError) || error.originalError) return undefined;
  // A fault of the document itself, as an undefined variable, is located at a value too.
  if (error.extensions.code !== undefined) return undefined;
  const [node] = error.nodes ?? [];
  const name = node && isValueNode(node) ? argumentNameOf(node) : undefined;
  if (name === undefined) return undefined;
  return badField(name, error.message, `Nilai untuk argumen "${name}" tidak dapat diterima.`);
}

/** The error as a HubError, where it is one that the requester can act on. */
function asHubError(causes: readonly unknown[], maxTokens: number): HubError | undefined {
  for (const cause of causes) {
    if (cause instanceof HubError) return cause;
    const own = overTokens(cause, maxTokens) ?? argumentFault(cause) ?? notRetained(cause);
    if (own) return own;
  }
  const outer = causes[0];
  const faults = outer instanceof GraphQLError ? constraintFaults(outer) : [];
  return faults.length > 0 ? badUserInput(faults) : undefined;
}

/** The refusals of graphql-js and Apollo for the request itself; their rare messages are English only. */
function protocolError(causes: readonly unknown[], language: Language): Shown | undefined {
  const [error] = causes;
  if (!(error instanceof GraphQLError)) return undefined;
  const code = String(error.extensions.code);
  const english = cut(error.message, longestMessage);
  const message = (language === "id" ? indonesianOf(english) : undefined) ?? english;
  if (protocolCodes.includes(code)) return { message, extensions: { code } };
  if (!requestCodes.includes(code)) return undefined;
  return { message, extensions: { code: "BAD_USER_INPUT" } };
}

/**
 * The form in which requesters see errors, the same over every transport. The hub's own errors are
 * shown in the requester's language with their codes and field paths. Every other error is logged with
 * an id, and the requester sees only that id.
 */
export class ErrorPresenter {
  constructor(
    private readonly logger: Logger,
    private readonly limits: Pick<Config["limits"], "tokens">,
    private readonly shownErrors: Metrics["shownErrors"],
  ) {}

  present(error: unknown, language: Language): GraphQLFormattedError {
    const shown = this.show(causesOf(error), language);
    const code = String(shown.extensions?.code);
    this.shownErrors.inc({ code });
    const facts = currentFacts();
    if (facts) facts.code ??= code;
    if (!(error instanceof GraphQLError)) return shown;
    const { locations, path } = error;
    const places = locations && { locations: locations.slice(0, mostLocations) };
    return { ...shown, ...places, ...(path && { path }) };
  }

  private show(causes: readonly unknown[], language: Language): Shown {
    const given = asHubError(causes, this.limits.tokens);
    const own = given ?? databaseRefusal(causes);
    if (own?.code === "UNAVAILABLE") {
      this.logger.warn({ err: causes[0] }, "an operation found the hub unavailable");
    } else if (own && !given) {
      this.logger.warn({ err: causes[0] }, "the database refused what the hub let through");
    }
    if (own) return { message: own.text[language], extensions: own.extensionsIn(language) };
    return protocolError(causes, language) ?? this.internal(causes, language);
  }

  private internal(causes: readonly unknown[], language: Language): Shown {
    const id = newId();
    this.logger.error({ err: causes[0], errorId: id }, "an operation failed unexpectedly");
    const message = {
      en: `The hub failed unexpectedly. Its operators can find the fault by the id ${id}.`,
      id: `Terjadi kesalahan tak terduga pada hub. Pengelola dapat menelusurinya dengan id ${id}.`,
    };
    return { message: message[language], extensions: { code: "INTERNAL_SERVER_ERROR", id } };
  }
}
