import Negotiator from "negotiator";
import { defaultLanguage, type Language } from "../../platform/errors.js";
import { remembered } from "./remembered.js";

/** The languages by their codes; old Java and Android clients send `in` for Indonesian. */
const languages = new Map<string, Language>([
  ["en", "en"],
  ["id", "id"],
  ["in", "id"],
]);
const codes = [...languages.keys()];

/** The language that a header prefers among the hub's two (RFC 9110, 12.5.4); undefined where it accepts neither. */
const preferredIn = remembered((header): Language | undefined => {
  const code = new Negotiator({ headers: { "accept-language": header } }).language(codes);
  return languages.get(code ?? "");
});

/** The language of an answer to a request with this `Accept-Language` header. */
export const languageOf = (header: string | undefined): Language =>
  (header === undefined ? undefined : preferredIn(header)) ?? defaultLanguage;

/**
 * The language that an `Accept-Language` header names; undefined where it names neither. The wildcard, which
 * programs send by themselves, names none.
 */
export const statedLanguageOf = (header: string | undefined): Language | undefined =>
  header === undefined ? undefined : statedIn(header);

const statedIn = remembered((header) =>
  preferredIn(
    header
      .split(",")
      .filter((range) => !range.trim().startsWith("*"))
      .join(","),
  ),
);
