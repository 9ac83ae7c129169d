import type { Text } from "../../platform/errors.js";

/** The number of faults that one answer lists at most. */
export const maxFaults = 100;

const nul: Text = {
  en: "must not contain the NUL character (U+0000)",
  id: "tidak boleh memuat karakter NUL (U+0000)",
};
const surrogate: Text = {
  en: "must be well-formed Unicode: it contains a lone surrogate",
  id: "harus berupa Unicode yang utuh: ada surrogate tanpa pasangan",
};

/** The reason why neither Postgres nor JSON can carry a text: NUL characters and lone surrogates. */
export function textProblem(text: string): Text | undefined {
  if (text.includes("\u0000")) return nul;
  return text.isWellFormed() ? undefined : surrogate;
}

const isText = (value: unknown): value is Text =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Partial<Text>).en === "string" &&
  typeof (value as Partial<Text>).id === "string";

/** The text in both languages that an error carries, as the errors of the hub's own scalars do. */
export function bilingualTextOf(error: unknown): Text | undefined {
  if (typeof error !== "object" || error === null || !("text" in error)) return undefined;
  return isText(error.text) ? error.text : undefined;
}
