import type { IncomingHttpHeaders } from "node:http";
import type { Language } from "../../platform/errors.js";
import { languageOf } from "../http/accept-language.js";
import { credentialOf, headerOf } from "../http/requester.js";

type Params = Readonly<Record<string, unknown>> | undefined;

/** A text of `connection_init`'s payload, by its name in any case: people type these names into a page. */
function textOf(params: Params, ...names: string[]): string | undefined {
  for (const [name, value] of Object.entries(params ?? {})) {
    if (typeof value === "string" && names.includes(name.toLowerCase())) return value;
  }
  return undefined;
}

/**
 * The credential of a socket: `authorization` (`Bearer …`) or `apiKey` of `connection_init`'s
 * payload, as browsers cannot set headers; else the headers of the upgrade.
 */
export function credentialOfSocket(
  headers: IncomingHttpHeaders,
  params: Params,
): string | undefined {
  const own = credentialOf(textOf(params, "authorization"), textOf(params, "apikey", "x-api-key"));
  return own ?? credentialOf(headerOf(headers, "authorization"), headerOf(headers, "x-api-key"));
}

/** The language of a socket: `language` of `connection_init`'s payload, else the header's. */
export const languageOfSocket = (headers: IncomingHttpHeaders, params: Params): Language =>
  languageOf(textOf(params, "language", "accept-language") ?? headerOf(headers, "accept-language"));
