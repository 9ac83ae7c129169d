import { credentialsOf, type SentCredentials } from "../../access/credentials.js";
import { type Language, unauthenticated } from "../../platform/errors.js";
import { languageOf } from "../http/accept-language.js";

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

/** The values of credentials in `connection_init`'s payload, beside and in its `headers`. */
function sentIn(params: Params): SentCredentials {
  const places = [params, ...headersOf(params)];
  return {
    authorization: places.flatMap((place) => valuesOf(place, "authorization")),
    apiKey: places.flatMap((place) => valuesOf(place, "apikey", "xapikey")),
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
  return typeof first === "string" ? languageOf(first) : undefined;
}
