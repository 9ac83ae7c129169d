import { cut } from "../../platform/cut.js";
import type { Fault, Text } from "../../platform/errors.js";
import { unstorable } from "../../platform/texts.js";
import { maxFaults } from "../errors/input-texts.js";
import { maxDepth, maxValues, tooDeep, tooMany } from "../limits/index.js";

/** The longest name in an object: messages quote it, and it is compared with the names of a type. */
const longestKey = 256;

const tooLongKey: Text = {
  en: `a name has at most ${longestKey} characters`,
  id: `nama paling banyak ${longestKey} karakter`,
};

/** The reason why a value is refused whose objects and lists are nested in so many levels. */
export const depthProblem = (levels: number): Text | undefined =>
  levels > maxDepth ? tooDeep : undefined;

/** Walks a JSON value. The path is a text from the start, as most values have no fault. */
class TextChecker {
  readonly faults: Fault[] = [];
  private values = 0;

  check(value: unknown, path: string, level: number): void {
    this.values += 1;
    if (typeof value === "string") this.report(path, unstorable(value));
    else if (typeof value === "object" && value !== null) this.checkInside(value, path, level);
  }

  private checkInside(value: object, path: string, level: number): void {
    const problem = depthProblem(level);
    this.report(path, problem);
    if (problem) return;
    // Not its entries: a list of a megabyte would become as many pairs.
    for (const key in value) {
      if (this.values > maxValues) return;
      const isLong = key.length > longestKey;
      const name = isLong ? cut(key) : key;
      const at = level === 0 ? name : `${path}.${name}`;
      this.report(at, isLong ? tooLongKey : unstorable(key));
      this.check((value as Record<string, unknown>)[key], at, level + 1);
      if (level === 0 && this.values > maxValues) this.report(at, tooMany);
    }
  }

  private report(path: string, message: Text | undefined): void {
    if (message && this.faults.length < maxFaults) this.faults.push({ path, message });
  }
}

/** The faults of the texts in named JSON values, keys included, of the values' nesting and number. */
export function textFaults(values: Readonly<Record<string, unknown>>): Fault[] {
  const checker = new TextChecker();
  checker.check(values, "", 0);
  return checker.faults;
}
