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
