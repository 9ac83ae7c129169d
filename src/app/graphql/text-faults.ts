import type { Fault, Text } from "../../platform/errors.js";

/** Faults that one answer names; whoever sends more is helped by the first hundred too. */
export const mostFaults = 100;

/** Levels of objects and lists in one value; each level costs stack wherever it is read. */
export const deepestValue = 32;

const nul: Text = {
  en: "must not contain the NUL character (U+0000)",
  id: "tidak boleh memuat karakter NUL (U+0000)",
};
const surrogate: Text = {
  en: "must be well-formed Unicode: it contains a lone surrogate",
  id: "harus berupa Unicode yang utuh: ada surrogate tanpa pasangan",
};
const deep: Text = {
  en: `must not be nested deeper than ${deepestValue} levels`,
  id: `tidak boleh bersarang lebih dari ${deepestValue} tingkat`,
};

/** What keeps a text out of Postgres and of JSON that others can read: NUL and lone surrogates. */
export function textProblem(text: string): Text | undefined {
  if (text.includes("\u0000")) return nul;
  return text.isWellFormed() ? undefined : surrogate;
}

/** A value's nesting, when it is deeper than any input of the hub's. */
export const depthProblem = (levels: number): Text | undefined =>
  levels > deepestValue ? deep : undefined;

/** Walks a JSON value; a path is text from the start, as most values have no fault to name. */
class TextReader {
  readonly faults: Fault[] = [];

  read(value: unknown, path: string, level: number): void {
    if (typeof value === "string") this.report(path, textProblem(value));
    else if (typeof value === "object" && value !== null) this.readInside(value, path, level);
  }

  private readInside(value: object, path: string, level: number): void {
    const tooDeep = depthProblem(level);
    this.report(path, tooDeep);
    if (tooDeep) return;
    for (const [key, inner] of Object.entries(value)) {
      const at = level === 0 ? key : `${path}.${key}`;
      this.report(at, textProblem(key));
      this.read(inner, at, level + 1);
    }
  }

  private report(path: string, message: Text | undefined): void {
    if (message && this.faults.length < mostFaults) this.faults.push({ path, message });
  }
}

/** The faults of every text inside a JSON value, keys too, and of its nesting. */
export function textFaults(value: unknown): Fault[] {
  const reader = new TextReader();
  reader.read(value, "", 0);
  return reader.faults;
}
