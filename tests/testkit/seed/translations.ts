import cases from "../../../src/seed/cases.json" with { type: "json" };

const { id, en }: Record<"id" | "en", Record<string, string>> = cases.translations;

/** A text of the cases as the hub shows it in Indonesian. */
export const inIndonesian = (text: string): string => id[text] ?? text;

/** A text of the cases as the hub shows it in English. */
export const inEnglish = (text: string): string => en[text] ?? text;

/** A text of the cases in both languages, where they translate it. */
export const inBoth = (text: string): { indonesian: string; english: string } | undefined =>
  Object.hasOwn(id, text) || Object.hasOwn(en, text)
    ? { indonesian: inIndonesian(text), english: inEnglish(text) }
    : undefined;
