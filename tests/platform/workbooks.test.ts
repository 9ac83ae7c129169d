import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readXlsx } from "hucre/xlsx";
import {
  defaultWorkbookLimits,
  readWorkbook,
  valueFault,
  type WorkbookLimits,
  writeWorkbook,
} from "../../src/platform/tables/index.js";
import { refusalOf } from "../testkit/files/table-refusals.js";
import { hollow, lying, parts, rightWorkbook, zip } from "../testkit/files/zip-packages.js";

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
    const found = faults.map((fault) => fault && [fault.cell, fault.message.en]);
    const formula = "holds a formula; give its value";
    expect(found).toEqual([
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
    expect(refusal).toMatchObject({ reason: "TOO_MANY_CELLS", limit: 20_000 });
  });

  it("has cells far outside of the limits, which are not read and take no memory", async () => {
    const far = '<sheetData><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>';
    expect((await read(await zip(parts(far)))).get("Human")?.cells.size).toBe(0);
    const stream = Readable.from([await rightWorkbook()]);
    expect((await read(await buffer(stream))).size).toBe(1);
  });
});
