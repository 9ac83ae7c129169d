import Negotiator from "negotiator";
import type { Language } from "../../platform/errors.js";

/** The languages by their codes; old Java and Android clients send `in` for Indonesian. */
const languages = new Map<string, Language>([
  ["en", "en"],
  ["id", "id"],
  ["in", "id"],
]);
const codes = [...languages.keys()];

/**
 * The language of an answer to a request without `Accept-Language`: English, as the names of fields
 * and enum values are. Such a request mostly comes from a developer or a program; a portal for people
 * sends its readers' language.
 */
export const defaultLanguage: Language = "en";

/**
 * The language that an `Accept-Language` header prefers among the hub's two (RFC 9110, 12.5.4);
 * `defaultLanguage` where it accepts neither.
 */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return defaultLanguage;
  const code = new Negotiator({ headers: { "accept-language": header } }).language(codes);
  return languages.get(code ?? "") ?? defaultLanguage;
}
