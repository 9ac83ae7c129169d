import { oddNumbers, oddTexts } from "../testkit/random/seeded-random.js";
import type { FastCheckRandom } from "../testkit/random-documents/fast-check-random.js";

// Values that break what parses, measures, stores or shows them carelessly.

const sqlTexts = ["'; drop table change; --", "$1", "\\", "%%%%", "\\'", "1 or 1=1", "{{7*7}}"];

const unicodeTexts = [
  "\u0000",
  "nul \u0000 inside",
  "\ud800",
  "\udfff\ud800",
  "\u202egpj.exe",
  "\u2066\u2069",
  "\ufeff\uffff\ufffe",
  "e".concat("\u0301".repeat(300)),
  "👩🏽‍🌾".repeat(200),
  "İ".repeat(500),
];

const numberTexts = [
  ...["1e400", "-0", "NaN", "Infinity", "0x10", "00", "9".repeat(400), "-9223372036854775809"],
  ...["1.", ".5", "1e-400", "1_000", "१२३", "999999999999999999999999.5"],
];

const dateTexts = [
  ...["2024-02-30", "0000-00-00", "9999-12-31T24:00:00Z", "2024-13-01", "+275760-09-13", "2024-Q5"],
  ...["2024-01-01T00:00:00+99:99", "294277-01-01", "4714-11-24 BC", "infinity", "today"],
];

const identities = [
  "00000000-0000-0000-0000-000000000000",
  "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
  "{00000000-0000-4000-8000-000000000000}",
  "36.02.27.2010.1",
  "..",
  "../../etc/passwd",
  "__proto__",
  "constructor",
];

/** Any text: odd, of another type, or long. */
export function hostileText(chance: FastCheckRandom): string {
  const sort = chance.weighted(
    [6, oddTexts],
    [4, sqlTexts],
    [6, unicodeTexts],
    [4, numberTexts],
    [4, dateTexts],
    [4, identities],
    [2, undefined],
  );
  if (sort) return chance.pick(sort);
  return chance.pick(["a", "\n", "é", "%_", "<", "🐟"]).repeat(chance.from(1, 40_000));
}

/** Any JSON value; seldom deep. */
export function hostileJson(chance: FastCheckRandom, depth = 0): unknown {
  const sort = chance.weighted(
    [10, "text"],
    [4, "number"],
    [3, "other"],
    [depth > 3 ? 0 : 3, "list"],
    [depth > 3 ? 0 : 3, "object"],
    [depth > 0 ? 0 : 1, "tower"],
  );
  if (sort === "text") return hostileText(chance);
  if (sort === "number") return chance.pick([...oddNumbers, 2 ** 53, -(2 ** 31) - 1, 0.1]);
  if (sort === "other") return chance.pick([null, true, false, [], {}, "", [null], [[]]]);
  if (sort === "tower") return tower(chance.from(10, 3000), chance.of(0.5));
  const parts = Array.from({ length: chance.from(0, 5) }, () => hostileJson(chance, depth + 1));
  if (sort === "list") return parts;
  return Object.fromEntries(parts.map((part) => [hostileText(chance).slice(0, 300), part]));
}

/** A list in a list in a list, or objects likewise. */
export function tower(levels: number, isList: boolean): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = isList ? [value] : { and: value };
  return value;
}
