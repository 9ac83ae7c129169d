import { credentialsOf, type SentCredentials } from "../../access/credentials.js";
import { type Language, unauthenticated } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import { currentRequest } from "../../platform/request-scope.js";
import type { TraceHeaders } from "../../platform/tracing/tracing.js";
import { statedLanguageOf } from "../http/accept-language.js";
import type { Requester } from "../port.js";
import type { SocketState } from "./socket-state.js";

type Params = Readonly<Record<string, unknown>> | undefined;

/** A name of `connection_init`'s payload without its case and its marks: people type it into a page. */
const plain = (name: string): string => name.toLowerCase().replace(/[-_]/g, "");

const valuesOf = (params: Params, ...names: string[]): unknown[] =>
  Object.entries(params ?? {}).flatMap(([name, value]) =>
    names.includes(plain(name)) ? [value] : [],
  );

/** The objects `headers` of the payload, in which some clients send what would be headers over HTTP. */
function headersOf(params: Params): Params[] {
  return valuesOf(params, "headers").map((headers) => {
    if (headers === null) return undefined;
    if (typeof headers === "object" && !Array.isArray(headers)) return headers as Params;
    throw unauthenticated({
      en: "`headers` of connection_init must be an object of names and texts.",
      id: "`headers` pada connection_init harus berupa objek berisi nama dan teks.",
    });
  });
}

/** The names under which clients send a token, mostly without its scheme, as Apollo's guide does. */
const tokenNames = ["authtoken", "accesstoken", "bearertoken", "token", "jwt"];

/** The names of credentials that the hub does not take. */
const foreignNames = ["auth", "authentication", "bearer", "credential", "credentials", "idtoken"];

const keyNames = ["apikey", "xapikey"];
const credentialNames = new Set(["authorization", ...tokenNames, ...keyNames, ...foreignNames]);

/** The depth to which the payload is searched for credentials; clients send them in one or two objects. */
const deepestPlace = 4;

/** True for an object that has a credential under any name, or that holds such an object. */
function holdsCredential(value: unknown, depth = 1): boolean {
  if (value === null || typeof value !== "object" || depth > deepestPlace) return false;
  return Object.entries(value).some(
    ([name, each]) => credentialNames.has(plain(name)) || holdsCredential(each, depth + 1),
  );
}

/** True where the payload has a credential under a name, or in a place, that is not taken. */
function hasForeign(places: Params[]): boolean {
  const isForeign = ([name, value]: [string, unknown], place: number) =>
    foreignNames.includes(plain(name)) ||
    // The payload's own `headers` is a place of its own.
    (!(place === 0 && plain(name) === "headers") && holdsCredential(value));
  return places.some((params, place) =>
    Object.entries(params ?? {}).some((entry) => isForeign(entry, place)),
  );
}

/** A token as the value of `authorization`. */
const withScheme = (token: unknown): unknown =>
  typeof token === "string" && /^(?!bearer\s)\s*\S/i.test(token) ? `Bearer ${token.trim()}` : token;

/**
 * The values of credentials in `connection_init`'s payload, beside and in its `headers`. Throws for a
 * credential under a name, or in a place, that is not taken: its client did not mean to be a visitor.
 */
function sentIn(params: Params): SentCredentials {
  const places = [params, ...headersOf(params)];
  const all = (...names: string[]) => places.flatMap((place) => valuesOf(place, ...names));
  if (hasForeign(places)) {
    throw unauthenticated({
      en: "Send your credential in connection_init as `authorization` (Bearer and a token) or `apiKey`.",
      id: "Kirim kredensial pada connection_init sebagai `authorization` (Bearer dan token) atau `apiKey`.",
    });
  }
  return {
    authorization: [...all("authorization"), ...all(...tokenNames).map(withScheme)],
    apiKey: all(...keyNames),
  };
}

/**
 * The credentials of a socket: those of `connection_init`'s payload, as browsers cannot set headers, and
 * those of the upgrade's headers. As over HTTP, all must hold and the first decides.
 */
export const credentialsOfSocket = (upgrade: SentCredentials, params: Params): string[] => [
  ...new Set([...credentialsOf(sentIn(params)), ...credentialsOf(upgrade)]),
];

/** The language that `connection_init`'s payload asks for. */
export function languageOfSocket(params: Params): Language | undefined {
  const [first] = valuesOf(params, "language", "acceptlanguage");
  return typeof first === "string" ? statedLanguageOf(first) : undefined;
}

/** The trace that `connection_init`'s payload names, beside or in its `headers`; undefined where it names none. */
export function traceOfSocket(params: Params): TraceHeaders | undefined {
  const places = [params, ...headersOf(params)];
  return places.find((place) => place?.traceparent !== undefined);
}

/** The requester of a message on a socket, who has seen a position. */
export function requesterOnSocket(
  { address, credentials, language }: SocketState,
  atLeast?: number,
): Requester {
  const requestId = currentRequest()?.requestId ?? newId();
  return { address, credentials, language, requestId, atLeast };
}
