import { createPatch, type Operation } from "rfc6902";

/** The longest answers that are compared member by member, in characters: some milliseconds. */
const mostCharacters = 65_536;
/**
 * The most pairs of elements that are compared to find the shortest way from list to list: some ten
 * milliseconds. A page of 200 rows has 40,000.
 */
const mostPairs = 100_000;
/** The most places that are named. */
const mostPaths = 1000;

/** How an answer differs from another. */
export interface Difference {
  /** The JSON pointers of what differs; the empty one, which is the whole, where they are not told apart. */
  paths: readonly string[];
  /** The operations of RFC 6902 that make the one of the other; undefined where they are not known. */
  patch: readonly Operation[] | undefined;
}

const whole: Difference = { paths: [""], patch: undefined };

/** How an answer differs from the one before, both as JSON texts. */
export function difference(before: string, after: string): Difference {
  if (Math.max(before.length, after.length) > mostCharacters) return whole;
  const [one, other]: unknown[] = [JSON.parse(before), JSON.parse(after)];
  if (listsIn(one).longest * listsIn(other).elements > mostPairs) return whole;
  const patch = createPatch(one, other);
  const paths = [...new Set(patch.map(({ path }) => path))];
  return { paths: paths.length > mostPaths ? whole.paths : paths, patch };
}

/** The length of the longest list in a value, and the elements of all. */
function listsIn(value: unknown): { longest: number; elements: number } {
  const total = { longest: 0, elements: 0 };
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const parts = Object.values(next);
    open.push(...parts);
    if (!Array.isArray(next)) continue;
    total.longest = Math.max(total.longest, parts.length);
    total.elements += parts.length;
  }
  return total;
}
