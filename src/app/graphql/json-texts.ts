import { cut } from "../../platform/cut.js";
import type { Fault, Text } from "../../platform/errors.js";
import { unstorable } from "../../platform/texts.js";
import { maxFaults } from "../errors/input-texts.js";

/** The deepest nesting of objects and lists in one value; each level costs stack wherever it is read. */
const maxDepth = 32;

const tooDeep: Text = {
  en: `must not be nested deeper than ${maxDepth} levels`,
  id: `tidak boleh bersarang lebih dari ${maxDepth} tingkat`,
};

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

  check(value: unknown, path: string, level: number): void {
    if (typeof value === "string") this.report(path, unstorable(value));
    else if (typeof value === "object" && value !== null) this.checkInside(value, path, level);
  }

  private checkInside(value: object, path: string, level: number): void {
    const problem = depthProblem(level);
    this.report(path, problem);
    if (problem) return;
    for (const [key, inner] of Object.entries(value)) {
      const isLong = key.length > longestKey;
      const name = isLong ? cut(key) : key;
      const at = level === 0 ? name : `${path}.${name}`;
      this.report(at, isLong ? tooLongKey : unstorable(key));
      this.check(inner, at, level + 1);
    }
  }

  private report(path: string, message: Text | undefined): void {
    if (message && this.faults.length < maxFaults) this.faults.push({ path, message });
  }
}

/** The faults of the texts in named JSON values, keys included, and of the values' nesting. */
export function textFaults(values: Readonly<Record<string, unknown>>): Fault[] {
  const checker = new TextChecker();
  checker.check(values, "", 0);
  return checker.faults;
}
