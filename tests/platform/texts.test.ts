import { describe, expect, it } from "@jest/globals";
import { textProblem } from "../../src/platform/texts.js";

/** The code points from `first` to `last` that a text of this kind must not contain. */
const refused = (lines: "one" | "several", first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .filter((code) => textProblem(`a${String.fromCodePoint(code)}b`, lines))
    .map((code) => code.toString(16));

const codes = (...ranges: [first: number, last: number][]): string[] =>
  ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => (first + at).toString(16)),
  );

describe("A text that people read", () => {
  it("has no control characters, and no line ends where it is of one line", () => {
    expect(refused("one", 0, 0xff)).toEqual(codes([0, 0x1f], [0x7f, 0x9f]));
    expect(refused("several", 0, 0xff)).toEqual(codes([0, 8], [0x0b, 0x1f], [0x7f, 0x9f]));
    expect(textProblem("a\r\nb", "several")).toBeUndefined();
    expect(textProblem("a\n\rb", "several")).toMatchObject({
      en: expect.stringContaining("control"),
    });
  });

  it("has no characters that show it in another order than it has", () => {
    const reordering = codes([0x202a, 0x202e], [0x2066, 0x2069]);
    expect(refused("several", 0x2000, 0x20ff)).toEqual(reordering);
    expect(refused("one", 0x2000, 0x20ff)).toEqual([
      ...codes([0x2028, 0x202e]),
      ...codes([0x2066, 0x2069]),
    ]);
  });

  it("is of any script, with the marks that scripts from right to left need", () => {
    const text = "Pèpès 🐟 漢 \u200fمجلس\u200e (a)\u061c नमस्\u200dते";
    expect(textProblem(text, "one")).toBeUndefined();
  });

  it("is well-formed Unicode", () => {
    expect(textProblem("\ud800", "several")?.en).toContain("lone surrogate");
    expect(textProblem("a\udc00b", "one")?.en).toContain("lone surrogate");
  });
});
