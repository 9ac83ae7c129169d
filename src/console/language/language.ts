import { IntlMessageFormat } from "intl-messageformat";
import { createContext, use } from "react";

/** The console's languages; Indonesian first. */
export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];

/** A text in each language, in the message format of ICU: `{count, plural, other {# aksi}}`. */
export type Text = Readonly<Record<Language, string>>;
export type Values = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;

const stored = "rembuk.language";

export const firstLanguage = (): Language => (localStorage.getItem(stored) === "en" ? "en" : "id");

export function keepLanguage(language: Language): void {
  localStorage.setItem(stored, language);
  document.documentElement.lang = language;
}

export const LanguageContext = createContext<{
  language: Language;
  choose: (language: Language) => void;
}>({ language: "id", choose: () => undefined });

export const useLanguage = (): Language => use(LanguageContext).language;

const compiled = new Map<string, IntlMessageFormat>();

/** A text in a language, with its values put in. */
export function format(text: Text, language: Language, values?: Values): string {
  const message = text[language];
  if (!values && !message.includes("{")) return message;
  const key = `${language}\n${message}`;
  const known = compiled.get(key) ?? new IntlMessageFormat(message, language);
  compiled.set(key, known);
  return String(known.format(values));
}

/** The function that gives a component's texts in the reader's language: `t(texts.title, { count })`. */
export function useText(): (text: Text, values?: Values) => string {
  const language = useLanguage();
  return (text, values) => format(text, language, values);
}
