import { describe, expect, it } from "@jest/globals";
import { CellFaults, readCsv, writeCsv } from "../../src/platform/tables/index.js";
import { all, columns, pieces, rowsOf, tableOf, whole } from "../testkit/files/csv-tables.js";
import { refusalOf } from "../testkit/files/table-refusals.js";

describe("a CSV", () => {
  it("is read by its header, in any order and case, with either separator", async () => {
    const expected = [
      [2, "a", "1", "x, y"],
      [3, "b", "2", ""],
    ];
    expect(await rowsOf('Value,CODE,note\n1,a,"x, y"\n2,b\n')).toEqual(expected);
    expect(await rowsOf('\uFEFFcode;value;note\r\na;1;"x, y"\r\n b ;2;\r\n')).toEqual(expected);
    expect(await rowsOf("code\tvalue\tnote\na\t1\tx, y\nb\t2\t")).toEqual(expected);
  });

  it("counts rows like a spreadsheet, also with empty rows and cells of several lines", async () => {
    const content = 'code,value,note\na,1,"two\nlines"\n,,\n\nb,2,é\n';
    expect(await rowsOf(content)).toEqual([
      [2, "a", "1", "two\nlines"],
      [5, "b", "2", "é"],
    ]);
  });

  it("names the cell of a fault by its place in the file", async () => {
    const { rows } = await tableOf("note,value,code\n,x,a\n");
    const [row] = await all(rows);
    expect(row?.fault("value", "is no number", "bukan angka")).toEqual({
      cell: "B2",
      message: { en: "is no number", id: "bukan angka" },
    });
  });

  it("refuses wrong columns, and names them all", async () => {
    expect(await refusalOf(tableOf("code,Amount,code\n"))).toEqual({
      code: "BAD_USER_INPUT",
      reason: "COLUMNS",
      message:
        'The header lacks "value". The header has unknown "Amount". The header has twice "code".',
      missing: ["value"],
      unknown: ["Amount"],
      twice: ["code"],
    });
  });

  it.each([
    ["of UTF-16", Buffer.from("\uFEFFcode,value\na,1\n", "utf16le"), "Line 1: the text is UTF-16"],
    [
      "of UTF-16 without a mark",
      Buffer.from("code,value\na,1\n", "utf16le"),
      "Line 1: the text is",
    ],
    [
      "of Latin-1",
      Buffer.from("code,value\na,1\nb,caf\xe9\n", "latin1"),
      "Line 3: the text is not UTF-8",
    ],
    ["with a NUL", Buffer.from("code,value\na,\0\n"), "Line 2: there is a NUL"],
  ])("refuses a text %s, and names the line", async (_, content, message) => {
    const refusal = await refusalOf(rowsOf(content));
    expect(refusal).toMatchObject({
      reason: "ENCODING",
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ["nothing", "", "EMPTY", "no table"],
    ["empty rows alone", "\n\n,,\r\n", "EMPTY", "no table"],
    ["a quotation mark that is never closed", 'code,value\na,1\n"b,2\n', "FORM", "Row 3: a quot"],
    [
      "a stray quotation mark",
      'code,value\na,1\n"b"x,2\n',
      "FORM",
      "Row 3: a cell has quotation marks in the wrong place",
    ],
    ["too many rows", "code,value\na,1\nb,2\nc,3\n", "TOO_MANY_ROWS", "more than 2 rows"],
    ["a cell too long", `code,value\na,${"1".repeat(41)}\n`, "TOO_LONG", "B2: the cell"],
    ["a line without an end", `code,value\n${"1".repeat(200)}`, "TOO_LONG", "Line 2 is longer"],
  ])("refuses %s", async (_, content, reason, message) => {
    const refusal = await refusalOf(rowsOf(content, { rows: 2, cellLength: 40, rowLength: 100 }));
    expect(refusal).toMatchObject({ reason, message: expect.stringContaining(message) });
  });

  it("closes its source when the reader stops early or refuses it", async () => {
    const source = pieces(`code,value\n${"a,1\n".repeat(50_000)}`, 1000);
    const { rows } = await readCsv(source, columns);
    for await (const row of rows) if (row.row > 3) break;
    expect(source.destroyed).toBe(true);
    const refused = pieces(`kode,value\n${"a,1\n".repeat(50_000)}`, 1000);
    await refusalOf(readCsv(refused, columns));
    expect(refused.destroyed).toBe(true);
  });

  it("is read as it was written, and has no formula for a spreadsheet", async () => {
    const texts = [
      "=1+1",
      "+62",
      "-x",
      "@a",
      "\tb",
      'say "no", or;',
      "two\nlines",
      "'plain",
      "é",
      "'=x",
      "''-",
    ];
    const written = await whole(
      writeCsv(
        ["code", "value"],
        texts.map((t) => [t, -5.5]),
      ),
    );
    expect(written.startsWith("\uFEFFcode,value\r\n'=1+1,-5.5\r\n'+62,-5.5\r\n")).toBe(true);
    expect(written).toContain('"say ""no"", or;",-5.5\r\n');
    const { rows } = await tableOf(written);
    const cells = (await all(rows)).map((row) => row.cells);
    expect(cells).toEqual(texts.map((t) => [t, "-5.5"]));
  });

  it("is written row by row, with the given separator and values", async () => {
    async function* endless() {
      yield [-1.5e-7, 1e18, 1.25e21, 1 / 3];
      for (let n = 0; ; n += 1) yield [n, true, null, undefined];
    }
    const stream = writeCsv(["a"], endless(), { separator: ";", mark: false });
    stream.setEncoding("utf8");
    let begun = "";
    for await (const chunk of stream) {
      begun += chunk;
      if (begun.length > 10_000) break;
    }
    expect(
      begun.startsWith(
        "a\r\n-0.00000015;1000000000000000000;1250000000000000000000;0.3333333333333333\r\n0;true;;\r\n1;true;;\r\n",
      ),
    ).toBe(true);
  });
});

describe("faults of cells", () => {
  it("are listed up to the thousandth, and all are counted", () => {
    const faults = new CellFaults();
    for (let row = 2; row < 1502; row += 1) {
      faults.add({ sheet: "Human", cell: `D${row}`, message: { en: "is bad", id: "salah" } });
    }
    const error = faults.error({ rows: 1500 });
    expect(error.text.en).toBe(
      "Human!D2: is bad; Human!D3: is bad; Human!D4: is bad; and 1497 more",
    );
    const shown = error.extensionsIn("id") as { fields: { path: string; message: string }[] };
    expect(shown).toMatchObject({ reason: "CELLS", rows: 1500, faults: 1500 });
    expect(shown.fields).toHaveLength(1000);
    expect(shown.fields[0]).toEqual({ path: "Human!D2", message: "salah" });
  });
});
