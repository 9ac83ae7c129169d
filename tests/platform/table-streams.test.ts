import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "@jest/globals";
import {
  type CellKind,
  csvForms,
  csvOfRows,
  type TypedColumn,
  workbookOfRows,
} from "../../src/platform/tables/index.js";
import { rowsInHucre, rowsInPython } from "../testkit/files/other-readers.js";
import { Spreadsheet } from "../testkit/files/spreadsheet.js";

// Typed tables, written as their rows come.

const column = (kind: CellKind, isList = false): TypedColumn => ({
  heading: `${kind}${isList ? "s" : ""}`,
  kind,
  isList,
});

async function* batches(...rows: unknown[][]) {
  for (const row of rows) yield [row];
}

const csv = (columns: TypedColumn[], rows: unknown[][], language: "en" | "id" = "en") =>
  buffer(Readable.from(csvOfRows(columns, batches(...rows), csvForms[language])));

const workbook = async (columns: TypedColumn[], rows: unknown[][], limit?: number) => {
  const content = await buffer(workbookOfRows("rows", columns, batches(...rows), limit));
  return (await Spreadsheet.open(content)).sheet("rows");
};

/** Texts that a spreadsheet would run or change. */
const dangerous = ["=1+1", "+62", "-1", "@a", "\t=1", "\r=1", " =HYPERLINK(A1)", "＝1", "'=1"];
const harmless = ["a=b", "1-1", "", "'", "kopi; gula", 'a "b"', "dua\nbaris"];

describe("A typed CSV", () => {
  it("holds a text that a spreadsheet would take for a formula as a text", async () => {
    const content = await csv(
      [column("text")],
      [...dangerous, ...harmless].map((text) => [text]),
    );
    const [, ...cells] = rowsInHucre(content, ",").flat();
    expect(cells).toEqual([...dangerous.map((text) => `'${text}`), ...harmless]);
    const others = rowsInPython(content, ",");
    if (others) expect(others.map((row) => row[0] ?? "")).toEqual(["text", ...cells]);
  });

  it("holds numbers and money as numbers, negative ones too, with the decimal sign of its locale", async () => {
    const columns = [column("number"), column("whole"), column("money")];
    const rows = [
      [-1.5, -3, "-9007199254740993"],
      [1e-7, 0, "0"],
      [null, null, null],
    ];
    expect((await csv(columns, rows, "id")).toString()).toBe(
      "\uFEFFnumber;whole;money\r\n-1,5;-3;-9007199254740993\r\n0,0000001;0;0\r\n;;\r\n",
    );
  });

  it("holds lists, JSON, dates and instants as texts", async () => {
    const columns = [column("text", true), column("json"), column("date"), column("instant")];
    const row = [["A", "B; c"], { a: [1] }, "2026-11-30", "2026-11-30T01:02:03.004Z"];
    expect((await csv(columns, [row])).toString().split("\r\n")[1]).toBe(
      '"A; ""B; c""","{""a"":[1]}",2026-11-30,2026-11-30T01:02:03.004Z',
    );
  });
});

describe("A typed workbook", () => {
  it("holds a text that looks like a formula, an error or an escape as a text", async () => {
    const texts = [...dangerous, "#N/A", "_x000D_", "\u0001", "a".repeat(32_767)];
    const { rows } = await workbook(
      [column("text")],
      texts.map((text) => [text]),
    );
    expect(rows.slice(1).flat()).toEqual(texts);
  });

  it("cuts a text that is longer than a cell may be", async () => {
    const { rows } = await workbook([column("text")], [["a".repeat(40_000)]]);
    expect(rows[1]).toEqual([`${"a".repeat(32_766)}…`]);
  });

  it("holds numbers, dates and truth values as such, and money that has too many digits as a text", async () => {
    const columns = [
      ...[column("number"), column("money"), column("money"), column("boolean")],
      ...[column("date"), column("instant")],
    ];
    const row = [-1.5, "-250000", "9007199254740993", true, "2026-11-30", "2026-11-30T20:00:00Z"];
    const { rows } = await workbook(columns, [row]);
    expect(rows[1]).toEqual([
      ...[-1.5, -250_000, "9007199254740993", true],
      ...[new Date("2026-11-30T00:00:00Z"), new Date("2026-12-01T03:00:00Z")],
    ]);
  });

  it("is refused where it has more rows than a sheet", async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => [at]);
    expect((await workbook([column("whole")], rows(3), 4)).rows).toHaveLength(4);
    await expect(workbook([column("whole")], rows(4), 4)).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      extensions: { reason: "TOO_MANY_ROWS", limit: 3 },
      faults: [expect.objectContaining({ path: "format" })],
    });
  });
});
