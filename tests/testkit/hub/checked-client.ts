import assert from "node:assert/strict";
import type { TypedDocumentString } from "../../../schema/typed/graphql.js";
import { type Answer, GraphqlClient, type ShownError } from "./index.js";

/** The codes that an answer may carry; INTERNAL_SERVER_ERROR is never one of them. */
const codes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_USER_INPUT",
  "INVALID_TRANSITION",
  "CONFLICT",
  "CURSOR_EXPIRED",
  "RATE_LIMITED",
  "QUERY_TOO_COMPLEX",
  "UNAVAILABLE",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
];

/** What betrays the hub's inside: stacks, files, SQL, and the words of Postgres and of the ORM. */
const inside =
  /\bstack|node_modules|\/src\/|\/dist\/|\.[jt]s:\d|\bselect |\binsert into |\bupdate "|violates|duplicate key|invalid input syntax|syntax error at|out of range for type|relation "|pg_|mikro|kysely|TypeError|RangeError/i;

const textsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...textsOf(inner)]);
};

/** No answer is a fault of the hub's own, and none shows its inside. */
export function expectClean({ status, errors = [] }: Answer<unknown>): void {
  assert(status < 500, `the status ${status}`);
  for (const error of errors) {
    const { code } = error.extensions;
    assert(codes.includes(code), `an error with the code ${code}`);
    assert.deepEqual(
      textsOf(error).filter((text) => inside.test(text)),
      [],
    );
  }
}

/** A client each of whose answers is checked by `expectClean`. */
export class CheckedClient extends GraphqlClient {
  constructor(
    readonly address: string,
    readonly sent: Record<string, string> = {},
  ) {
    super(address, sent);
  }

  override with(headers: Record<string, string>): CheckedClient {
    return new CheckedClient(this.address, { ...this.sent, ...headers });
  }

  override async ask<R = Record<string, never>, V = Record<string, unknown>>(
    document: TypedDocumentString<R, V> | string,
    variables?: V,
    operationName?: string,
  ): Promise<Answer<R>> {
    const answer = await super.ask(document, variables, operationName);
    expectClean(answer);
    return answer;
  }
}

/** Where the ledger is: the position at which a query is read now. */
export async function positionOf(client: GraphqlClient): Promise<number> {
  const { extensions } = await client.ask("{ viewer { kind } }");
  if (extensions?.position === undefined) throw new Error("A query tells no position");
  return extensions.position;
}

/** A refusal as its code and the paths that it names. */
export interface Refusal {
  code: string;
  paths: string[];
  messages: string[];
  error: ShownError;
}

/** An error as its code, and the paths of the fields that it names. */
export function refusalOf(error: ShownError): Refusal {
  const { code, fields = [] } = error.extensions;
  const paths = fields.map((field) => field.path);
  const messages = fields.map(({ message }) => message);
  return { code, paths, messages, error };
}
