import type { Language } from "./errors.js";

/** The locales that a file can be written for, each with the language of its forms. */
const locales: Readonly<Record<string, Language>> = {
  en: "en",
  "en-GB": "en",
  "en-US": "en",
  id: "id",
  "id-ID": "id",
};

/** The names of the locales. */
export const localeNames: readonly string[] = Object.keys(locales);

/** The language of a locale, named in either case; undefined for another one. */
export function languageOfLocale(name: string): Language | undefined {
  const lower = name.toLowerCase();
  return Object.entries(locales).find(([locale]) => locale.toLowerCase() === lower)?.[1];
}
