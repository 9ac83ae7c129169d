import type { Language } from "../../platform/errors.js";

interface Range {
  language: Language;
  quality: number;
}

/** `in` is the code that old Java and Android clients send for Indonesian. */
const codes: Record<string, Language> = { id: "id", in: "id", en: "en" };

/**
 * The language of an answer to a request without `Accept-Language`: English, as the names of fields
 * and enum values are. Such a request mostly comes from a developer or a program; a portal for people
 * sends its readers' language.
 */
export const defaultLanguage: Language = "en";

function qualityOf(parameters: string[]): number {
  const weight = parameters.map((text) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/i.exec(text)?.[1]);
  return Math.min(Number(weight.find((text) => text !== undefined) ?? 1), 1);
}

function rangeOf(entry: string): Range | undefined {
  const [tag = "", ...parameters] = entry.split(";");
  const primary = tag.trim().toLowerCase().split("-")[0] ?? "";
  const language = Object.hasOwn(codes, primary) ? codes[primary] : undefined;
  return language && { language, quality: qualityOf(parameters) };
}

/**
 * The language that an `Accept-Language` header prefers among the hub's two (RFC 9110, 12.5.4):
 * the highest quality, the first of equals; `defaultLanguage` when neither is acceptable.
 */
export function languageOf(header: string | undefined): Language {
  let best: Range = { language: defaultLanguage, quality: 0 };
  for (const entry of (header ?? "").split(",")) {
    const range = rangeOf(entry);
    if (range && range.quality > best.quality) best = range;
  }
  return best.language;
}
