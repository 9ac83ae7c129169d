import { useLanguage } from "./language.js";

/** A text of the hub that may have both languages. */
export interface Translated {
  indonesian: string | null;
  english: string | null;
}

/** The function that gives a text of the hub in the reader's language, else in the other. */
export function useTranslated(): (text: Translated | null | undefined) => string {
  const language = useLanguage();
  return (text) => {
    const { indonesian, english } = text ?? { indonesian: null, english: null };
    return (language === "id" ? (indonesian ?? english) : (english ?? indonesian)) ?? "";
  };
}
