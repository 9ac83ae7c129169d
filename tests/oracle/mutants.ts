import type { Mutant } from "./oracle.js";

/** The last part of a text that a pattern finds, replaced; the text itself where it finds none. */
const last = (text: string, pattern: RegExp, by: string): string => {
  const found = [...text.matchAll(pattern)].at(-1);
  return found ? text.slice(0, found.index) + by + text.slice(found.index + found[0].length) : text;
};

/**
 * Wrong answers, each as a fault of a plan would give it: the oracle must see every one. They are made
 * on the way from the second hub, in whatever way it has answered.
 */
export const mutants: Record<string, Mutant> = {
  // Everybody is shown what one organisation's administrator may see.
  "a row filter is dropped": { viewer: () => "admin@kemnaker.example" },
  "an absent value becomes an empty text": { text: (text) => last(text, /(?<=:)null/g, '""') },
  "a value becomes absent": { text: (text) => last(text, /(?<=:)"20[^"]*"/g, "null") },
  "a row is lost at the end of a list": { text: (text) => last(text, /,\{[^{}[\]]*\}(?=\])/g, "") },
  "two rows change places": {
    text: (text) => text.replace(/(\{[^{}[\]]*\}),(\{[^{}[\]]*\})/, "$2,$1"),
  },
  "a group counts a row more": {
    text: (text) => last(text, /(?<="(?:count|countDistinct)":)\d+/g, "1000000"),
  },
  "members are told in another order": {
    text: (text) => text.replace(/("\w+":(?:"[^"\\]*"|\d+)),("\w+":(?:"[^"\\]*"|\d+))/, "$2,$1"),
  },
  "a member is told twice": { text: (text) => text.replace(/"\w+":"[^"\\]*"(?=\})/, "$&,$&") },
  "a cost is another": { text: (text) => text.replace(/"cost":\d+/, '"cost":0') },
  "an error has lost its place": { text: (text) => text.replace(/,"path":\["[^\]]*\]/, "") },
};
