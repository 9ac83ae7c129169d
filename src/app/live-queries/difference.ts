import { createPatch, type Operation } from "rfc6902";

/** The longest answers that are compared member by member, in characters: some milliseconds. */
const mostCharacters = 65_536;
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
  const patch = createPatch(JSON.parse(before), JSON.parse(after));
  const paths = [...new Set(patch.map(({ path }) => path))];
  return { paths: paths.length > mostPaths ? whole.paths : paths, patch };
}
