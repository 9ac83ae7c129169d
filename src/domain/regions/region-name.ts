// Names of regions as files write them. The codes of BPS differ from those of the Ministry of Home Affairs
// (11.01 is Simeulue at BPS, and Aceh Selatan at the ministry), so that a name beside a code tells a wrong one.

/** The words for a region's kind, each by its usual short forms. */
const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["kabupaten", /^(?:kabupaten|kab)\b\.?\s*(?:(?:administrasi|adm)\b\.?)?/],
  ["kota", /^(?:kota|kotamadya)\b\.?\s*(?:(?:administrasi|adm)\b\.?)?/],
  ["provinsi", /^(?:provinsi|propinsi|prov)\b\.?/],
  ["kecamatan", /^(?:kecamatan|kec|distrik)\b\.?/],
  ["desa", /^(?:desa|kelurahan|kel|gampong|nagari)\b\.?/],
];

const shortForms: readonly (readonly [short: RegExp, long: string])[] = [
  [/^di\.?\s+(?=yogyakarta)/, "daerah istimewa "],
  [/^dki\.?\s+/, "daerah khusus ibukota "],
  [/^kep\.?\s+/, "kepulauan "],
];

/** The kind that a name begins with, if it does, and its letters and digits. */
function partsOf(name: string): { kind: string | undefined; letters: string } {
  const text = name.trim().toLowerCase();
  const [kind, pattern] = kinds.find(([, one]) => one.test(text)) ?? [];
  const bare = (pattern ? text.replace(pattern, "") : text).trim();
  const long = shortForms.reduce((found, [short, full]) => found.replace(short, full), bare);
  return { kind, letters: long.replaceAll(/[^\p{L}\p{N}]/gu, "") };
}

/**
 * True if a text names the region of this official name: `SIMEULUE` and `Kab. Simeulue` name Kabupaten
 * Simeulue. A kind must agree where both have one, because Bogor is a regency and a city.
 */
export function namesRegion(text: string, official: string): boolean {
  const [given, known] = [partsOf(text), partsOf(official)];
  const isSameKind = !given.kind || !known.kind || given.kind === known.kind;
  // A village may be called Kota, or Kabupaten, itself.
  const whole = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return whole(text) === whole(official) || (isSameKind && given.letters === known.letters);
}

/** The number of single letters to change, add or remove that make one text of another; `most + 1` above. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1;
      const [above = 0, left = 0, before = 0] = [last[at], next[at - 1], last[at - 1]];
      next.push(Math.min(above + 1, left + 1, before + same));
    }
    last = next;
  }
  return last[other.length] ?? most + 1;
}

/**
 * True if a text is an official name with typing faults: one letter in a name of five letters or more, two in
 * one of nine or more. A kind that both have must agree.
 */
export function isNearName(text: string, official: string): boolean {
  const [given, known] = [partsOf(text), partsOf(official)];
  if (given.kind && known.kind && given.kind !== known.kind) return false;
  const { length } = known.letters;
  const most = length >= 9 ? 2 : length >= 5 ? 1 : 0;
  return distance(given.letters, known.letters, most) <= most;
}
