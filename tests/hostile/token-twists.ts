import type { FastCheckRandom } from "../testkit/random-documents/fast-check-random.js";
import { hostileText } from "./hostile-values.js";

const tokens = /"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|\.\.\.|[A-Za-z_]\w*|-?\d[\d.eE+-]*|[^\s]/g;

const strangers = [
  ...[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ":",
    "!",
    "$",
    "@",
    "&",
    "|",
    "=",
    "...",
    '"',
    '"""',
    "#",
    "\\",
  ],
  ...["null", "true", "on", "fragment F on Query { __typename }", "...F", "@skip(if: true)"],
  ...["@include(if: $v1)", "query", "mutation", "subscription", "extend", "type X { y: Int }"],
  ...["__schema { types { name } }", "__typename", '"\\u0000"', '"\\ud800"', "\u0000", "\ufeff"],
  ...["1e999", "-0", "99999999999999999999999999", "0.0000000000000000000000000000000001"],
  ...["where: {not: {}}", "first: 200", "first: -1", 'after: ""', 'id: "\\u0000"', "a: b: c"],
];

const isName = (token: string): boolean => /^[A-Za-z_]/.test(token);
const isNumber = (token: string): boolean => /^-?\d/.test(token);

const numbers = ["0", "-1", "201", "2147483648", "1e308", "0.5", "9007199254740993"];

/** Another token of the same class: a document that stays well-formed is read further. */
function alike(chance: FastCheckRandom, token: string, found: readonly string[]): string {
  if (isNumber(token)) return chance.pick(numbers);
  if (token.startsWith('"')) return JSON.stringify(hostileText(chance).slice(0, 400));
  return isName(token) ? chance.pick(found.filter(isName)) : token;
}

/** A document's text with a few of its tokens lost, doubled, swapped or replaced. */
export function twisted(chance: FastCheckRandom, text: string): string {
  const found = text.match(tokens) ?? [];
  const times = chance.weighted([50, 1], [30, 2], [15, 4], [5, 12]);
  const isMild = chance.of(0.6);
  for (let time = 0; time < times && found.length > 0; time += 1) {
    const at = chance.from(0, found.length - 1);
    const other = chance.from(0, found.length - 1);
    const one = found[at] as string;
    if (isMild) {
      found[at] = alike(chance, one, found);
      continue;
    }
    const way = chance.pick(["lose", "double", "swap", "replace", "insert", "many"]);
    if (way === "lose") found.splice(at, 1);
    else if (way === "double") found.splice(other, 0, one);
    else if (way === "swap") [found[at], found[other]] = [found[other] as string, one];
    else if (way === "replace") found[at] = chance.pick(strangers);
    else if (way === "insert") found.splice(at, 0, chance.pick(strangers));
    else found.splice(at, 0, ...Array.from({ length: chance.from(2, 200) }, () => one));
  }
  return found.join(" ");
}

/** Tokens in no order at all. */
export function jumble(chance: FastCheckRandom): string {
  return Array.from({ length: chance.from(1, 120) }, () => chance.pick(strangers)).join(" ");
}
