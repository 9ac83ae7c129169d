import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { joinedTexts, textsIn, writeCsv } from "../../src/platform/tables/index.js";
import { all, rowsOf, tableOf, whole } from "../testkit/files/csv-tables.js";
import { refusalOf } from "../testkit/files/table-refusals.js";

// The forms in which programs write a CSV: ends of rows, titles, separators, and cells of any text.

const rows = [
  [2, "a", "1", ""],
  [3, "b", "2", ""],
  [4, "c", "3", ""],
];

describe("the rows of a CSV", () => {
  it.each([
    ["CRLF after the header, then LF", "code,value\r\na,1\nb,2\nc,3\n"],
    ["LF after the header, then CRLF", "code,value\na,1\r\nb,2\r\nc,3"],
    ["CR alone", "code,value\ra,1\rb,2\rc,3\r"],
    ["CR after the header, then LF", "code,value\ra,1\nb,2\nc,3\n"],
    ["all three", "code,value\na,1\r\nb,2\rc,3\r\n"],
  ])("end with %s", async (_, content) => {
    expect(await rowsOf(content)).toEqual(rows);
  });

  it("are the same however the bytes arrive, with line breaks in quoted cells as they are", async () => {
    const end = fc.constantFrom("\r\n", "\n", "\r");
    const cell = fc.constantFrom('"x\r\ny"', '"x\ny"', '"x\ry"', "x", "🐟");
    const line = fc.tuple(fc.constantFrom("a", "b"), cell, end);
    const lines = fc.array(line, { minLength: 1, maxLength: 8 });
    const given = fc.record({ first: end, lines, size: fc.integer({ min: 1, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(given, async ({ first, lines, size }) => {
        const body = lines.map(([code, value, ending]) => `${code},${value}${ending}`).join("");
        const table = await tableOf(`code,value${first}${body}`, {}, size);
        const read = (await all(table.rows)).map(({ cells }) => cells);
        expect(read).toEqual(lines.map(([code, value]) => [code, value.replaceAll('"', "")]));
      }),
      { numRuns: 200 },
    );
  });

  it("are counted in every refusal, whatever ends them", async () => {
    const latin = Buffer.from("code,value\ra,1\r\nb,2\nc,caf\xe9\r", "latin1");
    expect(await refusalOf(rowsOf(latin))).toMatchObject({ reason: "ENCODING", line: 4 });
    const long = `code,value\ra,1\r${"x".repeat(200)}`;
    const refusal = await refusalOf(rowsOf(long, { rowLength: 100 }));
    expect(refusal).toMatchObject({ reason: "TOO_LONG", line: 3 });
    const open = 'code,value\ra,1\r"b,2\r';
    expect(await refusalOf(rowsOf(open))).toMatchObject({ reason: "FORM", row: 3 });
    const many = "code,value\r".concat("a,1\r".repeat(5));
    expect(await refusalOf(rowsOf(many, { rows: 4 }))).toMatchObject({ reason: "TOO_MANY_ROWS" });
  });

  it("may have long cells of wide characters", async () => {
    const note = "🐟".repeat(4999);
    for (const before of ["", "a"]) {
      const [row] = await rowsOf(`code,value,note\n${before},1,${note}\n`);
      expect(row?.[3]).toBe(note);
    }
  });
});

describe("the header of a CSV", () => {
  const read = [[4, "a", "6,61", ""]];

  it.each([
    ["below a title", "Kemiskinan, per kabupaten; 2024\r\n\r\ncode;value\r\na;6,61\r\n"],
    ["below a title in quotes", '"Kemiskinan\nper kabupaten";;\n;;\ncode;value;note\na;6,61;\n'],
    ["below a line sep=;", "sep=;\n\ncode;value\na;6,61\n"],
    ["below a quoted line sep=;", '"sep=;"\n\ncode;value\na;6,61\n'],
    ["below a byte order mark and sep=;", "\uFEFFsep=;\r\n\r\ncode;value\r\na;6,61"],
    ["below sep=; and a byte order mark", "sep=;\r\n\r\n\uFEFFcode;value\r\na;6,61"],
    ["below a wrong sep=,", "sep=,\n\ncode;value\na;6,61\n"],
    ["below empty rows", '\n\ncode,value\na,"6,61"\n'],
    ["below rows of separators", ',,\n,,\nCode ,VALUE,\na,"6,61",\n'],
    ["below a sep= with a tab", "sep=\t\n\ncode\tvalue\na\t6,61\n"],
  ])("is found %s, and rows keep their numbers", async (_, content) => {
    expect(await rowsOf(content)).toEqual(read);
  });

  it("is among the first 20 rows", async () => {
    const below = (titles: number) => `${"Judul\n".repeat(titles)}code,value\na,1\n`;
    expect(await rowsOf(below(19))).toEqual([[21, "a", "1", ""]]);
    expect(await refusalOf(rowsOf(below(20)))).toMatchObject({
      reason: "COLUMNS",
      missing: ["code", "value"],
    });
  });

  it("that lacks a column is the row that names the most", async () => {
    expect(await refusalOf(rowsOf("Judul\n\ncode,nilai\na,1\n"))).toMatchObject({
      reason: "COLUMNS",
      missing: ["value"],
      unknown: ["nilai"],
    });
  });

  it("does not count among the rows that a table may have", async () => {
    const table = `Judul\n\ncode,value\n${"a,1\n".repeat(3)}`;
    expect(await rowsOf(table, { rows: 3 })).toHaveLength(3);
    expect(await refusalOf(rowsOf(`${table}a,1\n`, { rows: 3 }))).toMatchObject({
      reason: "TOO_MANY_ROWS",
    });
  });
});

describe("a cell without a heading", () => {
  const strayIn = async (content: string) =>
    (await all((await tableOf(content)).rows)).map((row) => row.strayFault()?.cell);

  it.each([
    ["beyond the header", "code,value\na,6,61\nb,1\n", ["C2", undefined]],
    ["below an empty heading", "code,value,,note\na,7,x,\nb,7,,x\n", ["C2", undefined]],
    ["below a title", "Judul\ncode;value\na;1;;x\n", ["D3"]],
    [
      "that is empty",
      'code,value,,\na,1,,\nb,2,, ,\nc,3,"",,\n',
      [undefined, undefined, undefined],
    ],
  ])("is a fault %s", async (_, content, cells) => {
    expect(await strayIn(content)).toEqual(cells);
  });
});

describe("a cell of any text", () => {
  it("is read as it was written, in every form", async () => {
    const piece = fc.constantFrom(
      "=1+1",
      "-",
      "'",
      '"',
      ";",
      ",",
      "\t",
      "\r",
      "\n",
      " ",
      "a",
      "＝",
    );
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => `${pieces.join("")}.`);
    const form = fc.constantFrom({}, { separator: ";", decimal: "," } as const);
    await fc.assert(
      fc.asyncProperty(fc.array(text), form, async (texts, options) => {
        const cells = texts.map((one) => [one, 1.5, one]);
        const written = await whole(writeCsv(["code", "value", "note"], cells, options));
        const { rows } = await tableOf(written);
        const number = "decimal" in options ? "1,5" : "1.5";
        expect((await all(rows)).map((row) => row.cells)).toEqual(
          texts.map((one) => [one, number, one]),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("texts in one cell", () => {
  it.each([
    ["Kopi; Gula aren;Teh ;", ["Kopi", "Gula aren", "Teh"]],
    ['Kopi "Asli"; "Gula; aren"; " Teh "', ['Kopi "Asli"', "Gula; aren", " Teh "]],
    ['"Asli" Kopi; "Teh; "', ['"Asli" Kopi', "Teh; "]],
    ['"a ""b"""; "', ['a "b"', '"']],
    [' ; ;; "" ', []],
  ])("are separated: %s", (content, texts) => {
    expect([...textsIn(content)]).toEqual(texts);
  });

  it("are read as they were written", () => {
    const piece = fc.constantFrom(";", '"', " ", "a", "b; ", "'", "=");
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => `${pieces.join("")}x`);
    const texts = fc.array(
      fc.oneof(
        text,
        text.map((one) => `${one} `),
      ),
    );
    fc.assert(
      fc.property(texts, (given) => expect([...textsIn(joinedTexts(given))]).toEqual(given)),
    );
  });
});

describe("a workbook with the name of a CSV", () => {
  it.each([
    ["xlsx", "PK\x03\x04"],
    ["xls", "\xd0\xcf\x11\xe0"],
  ])("is refused as what it is: %s", async (_, first) => {
    const bytes = Buffer.from(`${first}\n\0\n`, "latin1");
    for (const size of [1, 3, 7]) {
      const refusal = await refusalOf(tableOf(bytes, {}, size));
      expect(refusal).toMatchObject({
        reason: "ENCODING",
        message: 'Line 1: the file is a workbook, not a CSV. Save the file as "CSV UTF-8".',
      });
    }
  });
});
