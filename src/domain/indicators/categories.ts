import { Disaggregation } from "../common/index.js";
import type { StoredCount } from "./measurement.js";

// The parts of a disaggregation (rule 13 of the domain): a fixed list for each dimension, so that the parts
// of several reporters, places and periods add up. People write them in many words: the usual ones of both
// languages are understood, in mutations and tables alike.

/** The part under which words from before the fixed lists are kept; nobody records it anew. */
export const otherCategory = "OTHER";

/**
 * The parts of each dimension. Sex as BPS counts it; age in the bands of ten years of ILOSTAT
 * (AGE_10YRBANDS), which Sakernas can be tabulated by; disability by the questions of the Washington Group.
 */
export const categories: Readonly<Record<Disaggregation, readonly string[]>> = {
  [Disaggregation.SEX]: ["FEMALE", "MALE"],
  [Disaggregation.AGE_BAND]: ["0-14", "15-24", "25-34", "35-44", "45-54", "55-64", "65+"],
  [Disaggregation.DISABILITY]: ["WITH_DISABILITY", "WITHOUT_DISABILITY"],
};

/** Other words for a part, in lower case, with one blank for all signs between words. */
const words: Readonly<Record<string, readonly string[]>> = {
  FEMALE: [
    ...["f", "females", "woman", "women", "girl", "girls"],
    ...["p", "pr", "perempuan", "wanita", "w", "putri"],
  ],
  MALE: [
    ...["m", "males", "man", "men", "boy", "boys"],
    ...["l", "lk", "laki", "laki laki", "lelaki", "pria", "putra"],
  ],
  WITH_DISABILITY: [
    ...["with", "yes", "y", "true", "disabled", "disability", "with disabilities"],
    ...["person with disability", "persons with disabilities", "people with disabilities"],
    ...["ya", "ada", "dengan", "dengan disabilitas", "disabilitas", "difabel", "penyandang"],
    ...["penyandang disabilitas", "cacat", "penyandang cacat"],
  ],
  WITHOUT_DISABILITY: [
    ...["without", "no", "n", "false", "none", "not disabled", "non disabled", "no disability"],
    ...["without disabilities", "persons without disabilities", "people without disabilities"],
    ...["tidak", "tidak ada", "tanpa", "tanpa disabilitas", "non disabilitas", "nondisabilitas"],
    ...["bukan penyandang disabilitas", "bukan difabel", "non difabel"],
  ],
};

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+<>≥≤=]+/gu, " ")
    .trim();

const partOf = new Map(
  [Disaggregation.SEX, Disaggregation.DISABILITY].flatMap((by) =>
    categories[by].flatMap((part) =>
      [plain(part), ...(words[part] ?? [])].map((word) => [`${by} ${word}`, part] as const),
    ),
  ),
);

/** The words around the numbers of an age band. */
const aroundAges = /\b(?:usia|umur|aged?|years?|old|tahun|thn|th|kelompok)\b/g;

/** The form of a band of ages in its plain words: `15 24`, `15 to 24`, `65+`, `65 ke atas`, `< 15`. */
const agesForm =
  /^(?:(?<first>\d{1,2}) ?(?:s d|sd|sampai|sampai dengan|hingga|to|-)? ?(?<last>\d{1,2})|(?<from>(?:(?:>=|≥) ?)?(?<least>\d{1,2}) ?(?:\+|ke ?atas|atau lebih|and over|and above|or older|and older|plus)?)|(?:<|di ?bawah|kurang dari|under|below) ?(?<below>\d{1,2}))$/;

/** The age band that the words mean, as `15-24`, `65+`; undefined if they are none. */
function ageBand(value: string): string | undefined {
  const text = plain(value).replaceAll(aroundAges, " ").replaceAll(/ +/g, " ").trim();
  const { first, last, from, least, below } = agesForm.exec(text)?.groups ?? {};
  if (first && last) return `${Number(first)}-${Number(last)}`;
  if (below) return `0-${Number(below) - 1}`;
  // A number alone is an age, not a band.
  return from && least && from !== least ? `${Number(least)}+` : undefined;
}

/** The part of a dimension that the words mean; undefined for words that mean none. */
export function categoryOf(by: Disaggregation, value: string): string | undefined {
  const found =
    by === Disaggregation.AGE_BAND ? ageBand(value) : partOf.get(`${by} ${plain(value)}`);
  return found && categories[by].includes(found) ? found : undefined;
}

/**
 * Counts as they are stored: under the fixed names, in the key order of jsonb, because the ORM compares texts.
 * Words that mean no part stay, and the rules of figures refuse them.
 */
export const storedCounts = (counts: readonly StoredCount[]): StoredCount[] =>
  counts.map(({ by, count, value }) => ({
    by,
    count,
    value: categoryOf(by, value) ?? value.trim(),
  }));

/** True for a count of a part in the list, or of words from before the lists. */
export const isCategory = ({ by, value, words: before }: StoredCount): boolean =>
  categories[by].includes(value) || (value === otherCategory && before !== undefined);
