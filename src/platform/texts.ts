import type { Text } from "./errors.js";

// The characters that a text may contain. Every text that enters the hub is checked here: inputs of
// mutations, cells of tables and workbooks, names of files, parts of addresses.

/** The lines of a text: one (a name, title, key or place), or several (a note or description). */
export type Lines = "one" | "several";

const nul: Text = {
  en: "must not contain the NUL character (U+0000)",
  id: "tidak boleh memuat karakter NUL (U+0000)",
};
const surrogate: Text = {
  en: "must be well-formed Unicode: it contains a lone surrogate",
  id: "harus berupa Unicode yang utuh: ada surrogate tanpa pasangan",
};

/** The reason why neither Postgres nor JSON can carry a text: NUL characters and lone surrogates. */
export function unstorable(text: string): Text | undefined {
  if (text.includes("\u0000")) return nul;
  return text.isWellFormed() ? undefined : surrogate;
}

/** A rule of the characters of a text. */
export interface TextRule {
  /** What the rule refuses, as a name for programs. */
  name: string;
  /** Matches a text that breaks the rule. */
  pattern: RegExp;
  message: Text;
}

/**
 * Embeddings, overrides and isolates of the bidirectional algorithm (UAX #9). They show a text in
 * another order than it has, so that a reader agrees to something else ("Trojan Source",
 * CVE-2021-42574). The marks LRM, RLM and ALM are allowed, as UTS #55 allows them: they reorder
 * nothing but the neutral characters beside them, and Arabic names need them.
 */
const bidiControls: TextRule = {
  name: "bidiControls",
  pattern: /[\u202a-\u202e\u2066-\u2069]/,
  message: {
    en: "must not contain characters that change the direction of text (U+202A-U+202E, U+2066-U+2069)",
    id: "tidak boleh memuat karakter yang mengubah arah teks (U+202A-U+202E, U+2066-U+2069)",
  },
};

const otherThanOneLine: TextRule = {
  name: "oneLine",
  pattern: /[\p{Cc}\u2028\u2029]/u,
  message: {
    en: "must be one line without control characters, such as tabs and line breaks",
    id: "harus satu baris tanpa karakter kontrol, seperti tab dan pindah baris",
  },
};

/** Lines end by LF or CR LF. */
const otherThanLines: TextRule = {
  name: "lines",
  pattern: /[\p{Cc}--[\t\n\r]]|\r(?!\n)/v,
  message: {
    en: "must not contain control characters other than tabs and line breaks",
    id: "tidak boleh memuat karakter kontrol selain tab dan pindah baris",
  },
};

/** The rules of each kind of text. */
export const textRules: Readonly<Record<Lines, readonly TextRule[]>> = {
  one: [bidiControls, otherThanOneLine],
  several: [bidiControls, otherThanLines],
};

/** The reason why a text that people read is refused; undefined for a good one. */
export const textProblem = (text: string, lines: Lines): Text | undefined =>
  unstorable(text) ?? textRules[lines].find(({ pattern }) => pattern.test(text))?.message;
