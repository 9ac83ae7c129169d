import { describe, expect, it } from "@jest/globals";
import {
  type NumberForm,
  readNumber,
  readWhole,
  withOneReading,
} from "../../src/platform/tables/number-text.js";

const refusedAs = /^(?:can be read as|must be)/;

/** The number that is read, or the start of the refusal. */
function reading(text: string, form?: NumberForm, read = readNumber): string {
  const { number, fault } = read(text, form);
  if (fault) expect(fault.id).not.toBe(fault.en);
  return number ?? fault?.en ?? "";
}

describe("A number in a cell", () => {
  const two = (whole: string, decimal: string) => `can be read as ${whole} or as ${decimal}`;
  const grouped = (number: string) => `must be without separators of thousands, as ${number}`;
  const none = "must be a number";
  it.each<[text: string, plain: string, ID: string, EN: string]>([
    ["0", "0", "0", "0"],
    ["-12", "-12", "-12", "-12"],
    ["1234567", "1234567", "1234567", "1234567"],
    ["6.61", "6.61", none, "6.61"],
    ["6,61", "6.61", "6.61", none],
    ["0,5", "0.5", "0.5", none],
    ["0.615", "0.615", none, "0.615"],
    ["0,615", "0.615", "0.615", none],
    ["12,5", "12.5", "12.5", none],
    ["1.0000", "1.0000", none, "1.0000"],
    ["1234.567", "1234.567", none, "1234.567"],
    ["1234,567", "1234.567", "1234.567", none],
    ["1.000", two("1000", "1"), "1000", "1.000"],
    ["12.500", two("12500", "12.5"), "12500", "12.500"],
    ["1,200", two("1200", "1.2"), "1.200", "1200"],
    ["1,234", two("1234", "1.2340"), "1.234", "1234"],
    ["-6.615", two("-6615", "-6.6150"), "-6615", "-6.615"],
    ["100.000", two("100000", "100"), "100000", "100.000"],
    ["1.234.567", grouped("1234567"), "1234567", none],
    ["1,234,567.5", grouped("1234567.5"), none, "1234567.5"],
    ["12.500,5", grouped("12500.5"), "12500.5", none],
    ["0.500.000", none, none, none],
    ["1.2.3", none, none, none],
    ["1.0000.000", none, none, none],
    ["1e3", none, none, none],
    ["1 000", none, none, none],
    ["+5", none, none, none],
    ["5 %", none, none, none],
    ["Rp 5", none, none, none],
    [".5", none, none, none],
    ["5,", none, none, none],
    ["", none, none, none],
  ])("%j is %s; with numbers=ID %s, with numbers=EN %s", (text, plain, id, en) => {
    const readings = [reading(text), reading(text, "ID"), reading(text, "EN")];
    const expected = [plain, id, en].map((one) =>
      refusedAs.test(one)
        ? expect.stringMatching(new RegExp(`^${one.replaceAll(".", "\\.")}`))
        : one,
    );
    expect(readings).toEqual(expected);
  });

  it.each<[text: string, plain: string | undefined, ID: string | undefined]>([
    ["12", "12", "12"],
    ["-3", "-3", "-3"],
    ["1.000", undefined, "1000"],
    ["1,000", undefined, undefined],
    ["12.0", undefined, undefined],
    ["12,0", undefined, undefined],
    ["1.5", undefined, undefined],
    ["1.500.000", undefined, "1500000"],
    ["1.500.000,00", undefined, undefined],
  ])("%j as a whole number takes digits only: %s, with numbers=ID %s", (text, plain, id) => {
    expect([readWhole(text).number, readWhole(text, "ID").number]).toEqual([plain, id]);
  });

  it.each([
    ["18,500,000.00", "18500000"],
    ["1.500,50", "1500.50"],
    ["1,000,000", "1000000"],
  ])("%j is proposed as %s, which columns of whole numbers take too", (text, proposed) => {
    const fault = `must be without separators of thousands, as ${proposed}`;
    expect([readNumber(text).fault?.en, readWhole(text).fault?.en]).toEqual([fault, fault]);
  });

  it("is written so that it has one reading for every reader", () => {
    for (const [number, written] of [
      ["1.234", "1.2340"],
      ["-12.5", "-12.5"],
      ["0.615", "0.615"],
      ["1234.567", "1234.567"],
      ["12500", "12500"],
    ] as const) {
      expect(withOneReading(number)).toBe(written);
      expect(Number(readNumber(written).number)).toBe(Number(number));
      expect(Number(readNumber(written.replace(".", ",")).number)).toBe(Number(number));
    }
  });
});
