import type { Where } from "../model/arguments.js";
import { type Condition, type NounDefinition, seenByAll } from "../model/dictionary.js";

// What filters say of identifiers alone.

/** Reads the text of a condition on an identifier. */
export const checkedBy =
  (condition: Condition, path: string) =>
  (text: unknown): unknown => {
    condition.check(String(text), path);
    return text;
  };

/** Tells a filter that a row's id alone answers, on a noun that everybody sees whole. */
export function usesIdsOnly(noun: NounDefinition, where: Where): boolean {
  if (noun.visible !== seenByAll) return false;
  return Object.entries(where).every(([name, value]) => {
    if (name in noun.conditions || value === null || value === undefined) return true;
    if (name === "and" || name === "or") {
      return (value as Where[]).every((one) => usesIdsOnly(noun, one));
    }
    if (name === "not") return usesIdsOnly(noun, value as Where);
    return (name === "eq" || name === "in") && noun.filterBy === "id";
  });
}
