import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readXlsx } from "hucre/xlsx";
import { HubError } from "../../src/platform/errors.js";
import {
  CellFaults,
  defaultTableLimits,
  defaultWorkbookLimits,
  readCsv,
  readWorkbook,
  type Table,
  type TableLimits,
  valueFault,
  type WorkbookLimits,
  writeCsv,
  writeWorkbook,
} from "../../src/platform/tables/index.js";
import { hollow, lying, parts, rightWorkbook, zip } from "../testkit/files/zip-packages.js";

const columns = [
  { name: "code", needed: true },
  { name: "value", needed: true },
  { name: "note", needed: false },
];

/** Cuts bytes into pieces of `size`, so that a test does not depend on the ends of chunks. */
const pieces = (content: string | Buffer, size = 7): Readable => {
  const bytes = Buffer.from(content);
  const count = Math.ceil(bytes.length / size);
  return Readable.from(
    Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size)),
  );
};

const tableOf = (content: string | Buffer, limits: Partial<TableLimits> = {}): Promise<Table> =>
  readCsv(pieces(content), columns, { ...defaultTableLimits, ...limits });

async function rowsOf(content: string | Buffer, limits?: Partial<TableLimits>) {
  const table = await tableOf(content, limits);
  const rows = await all(table.rows);
  return rows.map((row) => [row.row, row.text("code"), row.text("value"), row.text("note")]);
}

/** The text of a stream, including its byte order mark. */
const whole = async (stream: Readable): Promise<string> => (await buffer(stream)).toString();

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}

/** The English message and the extensions of a refusal. */
async function refusalOf(work: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HubError)) throw error ?? new Error("nothing was refused");
  expect(error.code).toBe("BAD_USER_INPUT");
  expect(error.text.id).not.toBe(error.text.en);
  return { message: error.text.en, ...error.extensions };
}

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
    ["an empty first row", "\n\ncode,value\n", "EMPTY", "no table"],
    ["a quotation mark that is never closed", 'code,value\na,1\n"b,2\n', "FORM", "Row 3: a quot"],
    ["a stray quotation mark", 'code,value\na,1\n"b"x,2\n', "FORM", "Row 3: the quotation marks"],
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
    const told = error.extensionsIn("id") as { fields: { path: string; message: string }[] };
    expect(told).toMatchObject({ reason: "CELLS", rows: 1500, faults: 1500 });
    expect(told.fields).toHaveLength(1000);
    expect(told.fields[0]).toEqual({ path: "Human!D2", message: "salah" });
  });
});

describe("a workbook", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rembuk-workbooks-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function read(content: Buffer, limits: Partial<WorkbookLimits> = {}) {
    const path = join(folder, "workbook.xlsx");
    await writeFile(path, content);
    return readWorkbook(path, { ...defaultWorkbookLimits, ...limits });
  }

  it("is read cell by cell, with the types that it was written with", async () => {
    const date = new Date("2026-01-31T00:00:00Z");
    const content = await writeWorkbook([
      {
        name: "Human",
        widths: [60, 12],
        frozenRows: 1,
        isProtected: true,
        rows: [
          [
            { value: "Question", bold: true },
            { value: "Answer", bold: true },
          ],
          [{ value: "=1+1" }, { value: 4.25, open: true }],
          [{ value: true }, { value: date, format: "yyyy-mm-dd" }],
          [{ value: "" }, { open: true }],
        ],
      },
      { name: "_rembuk", widths: [], hidden: true, rows: [[{ value: "assessment" }]] },
    ]);
    const workbook = await read(content);
    expect([...workbook.keys()]).toEqual(["Human", "_rembuk"]);
    expect(workbook.get("Human")).toEqual({
      name: "Human",
      hidden: false,
      cells: new Map(
        Object.entries({
          A1: { kind: "text", value: "Question" },
          B1: { kind: "text", value: "Answer" },
          A2: { kind: "text", value: "=1+1" },
          B2: { kind: "number", value: 4.25 },
          A3: { kind: "boolean", value: true },
          B3: { kind: "date", value: "2026-01-31" },
        }),
      ),
    });
    expect(workbook.get("_rembuk")?.hidden).toBe(true);
  });

  it("has its rules, locks and frozen rows", async () => {
    const message = "Choose one.";
    const options = ['Yes, "often"', "No"];
    const rows = [
      [{ open: true, rule: { kind: "list", options, message } }],
      [{ open: true, rule: { kind: "decimal", min: 0.5, max: 100, message } }],
      [{ open: true, rule: { kind: "list", options, message } }],
      [{ open: true, rule: { kind: "length", max: 500, message } }],
    ] as const;
    const content = await writeWorkbook([
      { name: "Human", widths: [20], frozenRows: 2, isProtected: true, rows },
    ]);
    const { sheets } = await readXlsx(content, { readStyles: true });
    const [human, lists] = sheets;
    expect(human).toMatchObject({
      freezePane: { rows: 2 },
      protection: { sheet: true },
      dataValidations: [
        { type: "list", formula1: "_options!$A$1:$A$2", range: "A1", errorMessage: message },
        { type: "decimal", operator: "between", formula1: "0.5", formula2: "100", range: "A2" },
        { type: "list", formula1: "_options!$A$1:$A$2", range: "A3" },
        { type: "textLength", operator: "between", formula1: "0", formula2: "500", range: "A4" },
      ],
    });
    expect(human?.cells?.get("0,0")?.style?.protection).toEqual({ locked: false });
    expect(lists).toMatchObject({ veryHidden: true, rows: options.map((option) => [option]) });
  });

  it("reports formulas and errors with their cells", async () => {
    const sheet = `<sheetData><row r="5">
      <c r="D5"><f>1+1</f><v>2</v></c>
      <c r="E5"><f t="shared" ref="E5:E6" si="0">D5</f></c><c r="F5" t="e"><v>#N/A</v></c></row>
      <row r="6"><c r="E6"><f t="shared" si="0"/><v>7</v></c><c r="F6" t="inlineStr"><is><t>in</t></is></c>
      </row></sheetData><mergeCells count="1"><mergeCell ref="A1:C4"/></mergeCells>`;
    const cells = (await read(await zip(parts(sheet)))).get("Human")?.cells ?? new Map();
    const faults = [...cells].map(([cell, content]) => valueFault("Human", cell, content));
    const told = faults.map((fault) => fault && [fault.cell, fault.message.en]);
    const formula = "holds a formula; give its value";
    expect(told).toEqual([
      ["D5", formula],
      ["E5", formula],
      ["F5", "holds the error #N/A"],
      ["E6", formula],
      undefined,
    ]);
    expect(cells.get("F6")).toEqual({ kind: "text", value: "in" });
  });

  const row = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const bomb = () => zip(parts(row, { "xl/worksheets/sheet2.xml": hollow(40_000_000) }));
  const bad: [string, () => Promise<Buffer>, string][] = [
    ["a CSV with another name", async () => Buffer.from("code,value\n"), "NOT_XLSX"],
    ["an empty file", async () => Buffer.alloc(0), "NOT_XLSX"],
    [
      "Excel's old form",
      async () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
      "OLD_EXCEL",
    ],
    [
      "a password",
      async () =>
        Buffer.concat([
          Buffer.from("d0cf11e0a1b11ae1", "hex"),
          Buffer.from("EncryptedPackage", "utf16le"),
        ]),
      "ENCRYPTED",
    ],
    ["macros", () => zip(parts(row, { "xl/vbaProject.bin": "x" })), "MACROS"],
    [
      "macros by their type alone",
      () => {
        const right = parts(row);
        const types = String(right["[Content_Types].xml"]);
        const macro = types.replace(
          /application\/vnd\.openxml[^"]*sheet\.main\+xml/,
          "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        );
        return zip({ ...right, "[Content_Types].xml": macro });
      },
      "MACROS",
    ],
    ["an OpenDocument", () => zip({ mimetype: "application/vnd.oasis" }), "OTHER_FORMAT"],
    ["any zip", () => zip({ "a.txt": "a" }), "OTHER_FORMAT"],
    ["a zip bomb", bomb, "INFLATES"],
    ["a zip bomb that lies about its size", async () => lying(await bomb(), 4000), "INFLATES"],
    [
      "too many parts",
      () =>
        zip(parts(row, Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`x/${n}`, ""])))),
      "TOO_MANY_PARTS",
    ],
    [
      "entities",
      () =>
        zip(
          parts(row, {
            "xl/sharedStrings.xml":
              '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>',
          }),
        ),
      "DOCTYPE",
    ],
    [
      "XML in another encoding",
      () => zip(parts(row, { "xl/styles.xml": Buffer.from("\uFEFF<!DOCTYPE x><a/>", "utf16le") })),
      "DAMAGED",
    ],
    ["a cut file", async () => (await rightWorkbook()).subarray(0, 900), "DAMAGED"],
    [
      "what only begins as a workbook",
      async () => Buffer.concat([(await rightWorkbook()).subarray(0, 300), Buffer.alloc(3000)]),
      "DAMAGED",
    ],
    ["no sheets where they should be", () => zip({ ...parts(row), "_rels/.rels": "" }), "DAMAGED"],
  ];
  it.each(bad)("is refused for %s", async (_, make, reason) => {
    expect(await refusalOf(read(await make()))).toMatchObject({ reason });
    // The next workbook is read all the same.
    expect((await read(await rightWorkbook())).get("Human")?.cells.size).toBe(2);
  });

  it("is given up after the timeout when its parsing would never end", async () => {
    const wide = '<col min="1" max="16384" width="9"/>'.repeat(400_000);
    const endless = await zip(parts(`<cols>${wide}</cols>${row}`));
    const started = performance.now();
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 20);
    const limits = { timeoutMs: 1500 };
    expect(await refusalOf(read(endless, limits))).toMatchObject({ reason: "DAMAGED" });
    clearInterval(timer);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(ticks).toBeGreaterThan(20);
    expect((await read(await rightWorkbook())).get("Human")?.cells.size).toBe(2);
  });

  it("that expands from a few bytes to fill the memory is refused", async () => {
    const row = `<row>${"<c><v>1</v></c>".repeat(100)}</row>`;
    const content = await zip(parts(`<sheetData>${row.repeat(2001)}</sheetData>`));
    expect(content.length).toBeLessThan(100_000);
    const refusal = await refusalOf(read(content));
    expect(refusal).toMatchObject({ reason: "TOO_MANY_CELLS", limit: 200_000 });
  });

  it("has cells far outside of the limits, which are not read and take no memory", async () => {
    const far = '<sheetData><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>';
    expect((await read(await zip(parts(far)))).get("Human")?.cells.size).toBe(0);
    const stream = Readable.from([await rightWorkbook()]);
    expect((await read(await buffer(stream))).size).toBe(1);
  });
});
