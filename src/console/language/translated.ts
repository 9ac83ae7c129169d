import { type Language, useLanguage } from "./language.js";

/** A text of the hub that may have both languages. */
export interface Translated {
  indonesian: string | null;
  english: string | null;
}

/** A text of the hub in a language, else in the other. */
export const inLanguage = ({ indonesian, english }: Translated, language: Language): string =>
  (language === "id" ? (indonesian ?? english) : (english ?? indonesian)) ?? "";

/** The function that gives a text of the hub in the reader's language; an empty one for none. */
export function useTranslated(): (text: Translated | null | undefined) => string {
  const language = useLanguage();
  return (text) => (text ? inLanguage(text, language) : "");
}
