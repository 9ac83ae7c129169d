import canonicalize from "canonicalize";
import type { DocumentNode } from "graphql";
import { badField, defaultLanguage, type Language } from "../../platform/errors.js";
import { isRecord } from "../graphql/documents/identifier.js";
import { untrustedPoll } from "../graphql/documents/refusals.js";
import type { ValidOperation } from "../graphql/operation-validator.js";
import type { Shared } from "../graphql/shared.js";
import { positionIn } from "../http/requester.js";

/** A subscription that is followed by requests, the same for all who follow it. */
export interface FollowedDocument {
  /** The parameters that name it, as every address of it has them: the key of its feed. */
  search: string;
  document: DocumentNode;
  operationName: string | undefined;
  valid: ValidOperation;
  language: Language;
}

/** A request for what a subscription has after a position, checked. */
export interface AskedPoll {
  followed: FollowedDocument;
  after: number;
  /** True where the answer is to wait until there is something. */
  isLive: boolean;
  /** Makes the address another one than that of an answer before, which a cache may hold. */
  cursor: number | undefined;
}

const places = ["after", "live", "cursor"] as const;
const names = new Set<string>([
  ...places,
  ...["documentId", "operationName", "variables", "language"],
]);

/** True for an address that asks for what follows a position. */
export const isPoll = (search: string): boolean =>
  /[?&](?:after|live|cursor)=/.test(search) &&
  places.some((name) => new URLSearchParams(search).has(name));

/** The language of an answer. It is in the address, as a cache does not read the headers of its clients. */
export const languageIn = (search: string): Language =>
  new URLSearchParams(search).get("language") === "id" ? "id" : defaultLanguage;

const unknownName = (name: string) =>
  badField(
    name,
    "is no parameter of a request that follows a document; they are documentId, operationName, variables, language, after, live and cursor",
    "bukan parameter permintaan yang mengikuti dokumen; parameternya documentId, operationName, variables, language, after, live, dan cursor",
  );

/** The parameters of an address. Others than the known ones would make copies of one answer in caches. */
function parametersOf(search: string): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    if (name === "query" || name === "extensions") throw untrustedPoll();
    if (!names.has(name)) throw unknownName(name);
    if (given.has(name))
      throw badField(name, "may be given once only", "hanya boleh diberikan sekali");
    given.set(name, value);
  }
  return given;
}

function oneOf<T extends string>(name: string, value: string | undefined, allowed: readonly T[]) {
  const found = allowed.find((each) => each === value);
  if (found !== undefined || value === undefined) return found;
  const list = allowed.join(", ");
  throw badField(name, `must be one of ${list}`, `harus salah satu dari ${list}`);
}

function positionOf(value: string | undefined): number {
  const position = positionIn(value ?? "");
  if (position !== undefined) return position;
  throw badField(
    "after",
    "must be the position after which the answer begins: a whole number, 0 or more",
    "harus berupa posisi sesudah mana jawaban dimulai: bilangan bulat, 0 atau lebih",
  );
}

function cursorOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,12}$/.test(value)) return Number(value);
  throw badField("cursor", "must be that of `next`", "harus sama dengan yang ada dalam `next`");
}

function variablesOf(text = "{}"): Record<string, unknown> {
  try {
    const variables: unknown = JSON.parse(text);
    if (isRecord(variables)) return variables;
  } catch {
    // Refused below, as other values are.
  }
  throw badField("variables", "must be an object of JSON", "harus berupa objek JSON");
}

const notFollowed = () =>
  badField(
    "documentId",
    "must be the id of a subscription; leave `after` out to read a query",
    "harus berupa id langganan (subscription); hilangkan `after` untuk membaca kueri",
  );

function followedBy(
  given: ReadonlyMap<string, string>,
  { documents, validator }: Pick<Shared, "documents" | "validator">,
): FollowedDocument {
  const language = oneOf("language", given.get("language"), ["en", "id"]) ?? defaultLanguage;
  const { hash, text } = documents.trustedBy(given.get("documentId"));
  const variables = variablesOf(given.get("variables"));
  const operationName = given.get("operationName") || undefined;
  const document = validator.parse(text);
  const valid = validator.validate(document, { operationName, variables });
  if ("errors" in valid) throw valid.errors[0];
  if (valid.operation.operation !== "subscription") throw notFollowed();
  const named = new URLSearchParams({
    documentId: `sha256:${hash}`,
    ...(operationName ? { operationName } : {}),
    variables: canonicalize(variables) ?? "{}",
    language,
  });
  return { search: `${named}`, document, operationName, valid, language };
}

/** What the address of a poll asks for. Throws the refusals of its parameters, by their names. */
export function pollAskedBy(
  search: string,
  shared: Pick<Shared, "documents" | "validator">,
): AskedPoll {
  const given = parametersOf(search);
  return {
    after: positionOf(given.get("after")),
    isLive: oneOf("live", given.get("live"), ["true", "false"]) === "true",
    cursor: cursorOf(given.get("cursor")),
    followed: followedBy(given, shared),
  };
}
