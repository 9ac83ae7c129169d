import { badField, type HubError } from "../../platform/errors.js";
import { digitsOf } from "../regions/index.js";
import { isStopWord } from "./stop-words.js";

/** The bounds of what is searched for, in characters, and the letters from which a word may be unfinished. */
const length = { least: 2, most: 200, unfinished: 3 } as const;

/** A word or phrase that is searched for. */
export interface SearchTerm {
  words: string;
  isExcluded: boolean;
  /** True for the last word, which may be still in the making: it finds words that begin so. */
  isPrefix: boolean;
}

/** A text as it is searched for. */
export interface SearchWords {
  /** Alternatives, of which one must hold; the terms of each must all hold. None if all words are ignored. */
  alternatives: SearchTerm[][];
  /** The words as a name has them: in lower case, without what is excluded. */
  plain: string;
  /** The words that say nothing, as `dan`. */
  ignored: string[];
  /** The digits of a region's code; absent for any other text. */
  digits?: string;
}

const pieces = /(?<minus>-?)"(?<phrase>[^"]*)"?|(?<word>\S+)/gu;
const hasWord = /[\p{L}\p{N}]/u;
/** A code of the ministry, now or earlier, or of BPS: digits, with dots or without. */
const codes = /^\d{2}(?:\d{2}|\d{4,5}|\d{8})?$/;

const bare = (word: string): string => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

function checkText(text: string): void {
  const { length: count } = [...text];
  const { least, most } = length;
  if (count > most)
    throw badField("text", `must be at most ${most} characters`, `paling banyak ${most} karakter`);
  if (count < least)
    throw badField(
      "text",
      `must be at least ${least} characters`,
      `paling sedikit ${least} karakter`,
    );
  if (hasWord.test(text)) return;
  throw badField("text", "must contain a letter or a digit", "harus memuat huruf atau angka");
}

const onlyExcluded = (): HubError =>
  badField(
    "text",
    "must have a word to find beside those with a minus, on each side of `or`",
    "harus memuat kata yang dicari selain yang bertanda minus, di tiap sisi `or`",
  );

/** Reads terms one by one, as websearch_to_tsquery of Postgres does. */
class TermReader {
  readonly ignored: string[] = [];
  readonly plain: string[] = [];
  private readonly alternatives: SearchTerm[][] = [[]];

  constructor(private readonly text: string) {}

  read(): SearchTerm[][] {
    for (const { groups = {}, index, 0: piece } of this.text.matchAll(pieces)) {
      if (groups.phrase !== undefined) this.add(groups.phrase, groups.minus === "-");
      else if (/^or$/i.test(piece)) this.alternatives.push([]);
      else this.word(piece, index + piece.length === this.text.length);
    }
    const used = this.alternatives.filter((terms) => terms.length > 0);
    if (used.some((terms) => terms.every(({ isExcluded }) => isExcluded))) throw onlyExcluded();
    return used;
  }

  private word(piece: string, isLast: boolean): void {
    const word = bare(piece);
    const isExcluded = /^-[\p{L}\p{N}]/u.test(piece);
    if (isStopWord(word)) {
      this.ignored.push(word);
      if (!isExcluded) this.plain.push(word.toLowerCase());
      return;
    }
    const isPrefix = isLast && !isExcluded && word.length >= length.unfinished;
    this.add(word, isExcluded, isPrefix);
  }

  private add(words: string, isExcluded: boolean, isPrefix = false): void {
    if (!hasWord.test(words)) return;
    this.alternatives.at(-1)?.push({ words, isExcluded, isPrefix });
    if (!isExcluded) this.plain.push(words.toLowerCase());
  }
}

/**
 * A text as it is searched for: words that must all be there, `"phrases"`, `-excluded` ones and `or`. The last
 * word may be unfinished. BAD_USER_INPUT at `text` for one that is too short, too long, or has no word.
 */
export function readSearchText(text: string): SearchWords {
  const trimmed = text.trimStart();
  checkText(trimmed.trimEnd());
  const reader = new TermReader(trimmed);
  const alternatives = reader.read();
  const plain = reader.plain.join(" ");
  const digits = digitsOf(trimmed);
  const isCode = codes.test(digits);
  return { alternatives, plain, ignored: reader.ignored, ...(isCode ? { digits } : {}) };
}

/** The same words, of which one is enough, without those that are excluded; none where there is one only. */
export function someOf({ alternatives }: SearchWords): SearchTerm[][] {
  const wanted = alternatives.flat().filter(({ isExcluded }) => !isExcluded);
  const excluded = alternatives.flat().filter(({ isExcluded }) => isExcluded);
  return wanted.length > 1 ? wanted.map((term) => [term, ...excluded]) : [];
}
