import { describe, expect, it } from "@jest/globals";
import { readSearchText, someOf } from "../../src/domain/search/search-text.js";
import { isStopWord } from "../../src/domain/search/stop-words.js";
import { HubError } from "../../src/platform/errors.js";

/** The terms as `websearch_to_tsquery` would write them, `*` after an unfinished word. */
const written = (text: string): string =>
  readSearchText(text)
    .alternatives.map((terms) =>
      terms
        .map(
          ({ words, isExcluded, isPrefix }) =>
            `${isExcluded ? "!" : ""}${words}${isPrefix ? "*" : ""}`,
        )
        .join(" & "),
    )
    .join(" | ");

const faultOf = (text: string): string => {
  try {
    readSearchText(text);
  } catch (error) {
    if (error instanceof HubError) return error.message;
  }
  return "";
};

describe("What is searched for", () => {
  it.each([
    ["pelatihan kopi", "pelatihan & kopi*"],
    ["pelatihan kopi ", "pelatihan & kopi"],
    ["pelatihan ko", "pelatihan & ko"],
    ['"pelatihan kopi" lebak', "pelatihan kopi & lebak*"],
    ['kopi -"kopi susu" -teh', "kopi & !kopi susu & !teh"],
    ["kopi or teh", "kopi | teh*"],
    ["or kopi OR", "kopi"],
    ["pelatihan dan kopi", "pelatihan & kopi*"],
    ["the training of women", "training & women*"],
    ["self-employed", "self-employed*"],
    ["(kopi) & !teh:*", "kopi & teh*"],
    ["50% kopi_susu", "50 & kopi_susu*"],
    ["'; drop table action; --", "drop & table & action"],
    ['unfinished "phrase here', "unfinished & phrase here"],
    ["dan yang", ""],
  ])("%s is read as %s", (text, terms) => {
    expect(written(text)).toBe(terms);
  });

  it("says which words are ignored", () => {
    expect(readSearchText("pelatihan dan the kopi").ignored).toEqual(["dan", "the"]);
  });

  it("is enough in one of several words, without those that are excluded", () => {
    const words = (text: string) =>
      someOf(readSearchText(text)).map((terms) => terms.map(({ words }) => words));
    expect(words("pelatihan kopi -teh")).toEqual([
      ["pelatihan", "teh"],
      ["kopi", "teh"],
    ]);
    expect(words("kopi")).toEqual([]);
  });

  it.each([
    ["36.02", "3602"],
    ["36", "36"],
    ["3602272010", "3602272010"],
    ["3602011", "3602011"],
  ])("may be the code of a region: %s", (text, digits) => {
    expect(readSearchText(text).digits).toBe(digits);
  });

  it.each(["360", "lebak 36", "36022720101"])("is no code of a region: %s", (text) => {
    expect(readSearchText(text).digits).toBeUndefined();
  });

  it.each([
    ["", "at least 2 characters"],
    ["   a  ", "at least 2 characters"],
    ["x".repeat(201), "at most 200 characters"],
    ["kopi ".repeat(200_000), "at most 200 characters"],
    ["%_'\"", "must contain a letter or a digit"],
    ["-kopi", "must have a word to find"],
    ["kopi or -teh", "must have a word to find"],
  ])("is refused where nothing can be found by it: %s", (text, fault) => {
    expect(faultOf(text)).toContain(fault);
  });

  it("counts characters as people do", () => {
    expect(faultOf(`${"🙂".repeat(101)} kopi`)).toBe("");
  });

  it("ignores no word with a meaning", () => {
    for (const word of ["kopi", "desa", "usaha", "kerja", "modal"])
      expect(isStopWord(word)).toBe(false);
  });
});
