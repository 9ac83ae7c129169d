import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readXlsx } from "hucre/xlsx";
import type { TestAssessment } from "../testkit/assessments/test-assessment.js";
import { answersOf, pathOf, WorkbookWorld } from "../testkit/assessments/workbook-world.js";
import { Spreadsheet } from "../testkit/files/spreadsheet.js";
import { downloadFile } from "../testkit/files/transfers.js";
import { rewritten } from "../testkit/files/zip-packages.js";

let workbooks: WorkbookWorld;
beforeAll(async () => {
  workbooks = await WorkbookWorld.start();
});
afterAll(() => workbooks.stop());

/** Sends a workbook in which somebody typed into one answer; gives the answer, or the fault's message. */
async function sent(
  assessment: TestAssessment,
  key: string,
  type: (sheet: Spreadsheet) => unknown,
  change: (xml: string) => string = (xml) => xml,
): Promise<unknown> {
  const sheet = await workbooks.download(assessment);
  type(sheet);
  const file = await rewritten(await sheet.save(), change);
  const { status, errors, paths } = await workbooks.post(assessment, file);
  if (status !== 200) {
    expect([status, paths]).toEqual([400, [sheet.answerOf(key)]]);
    return errors[0]?.extensions.fields?.[0]?.message;
  }
  const found = (await answersOf(assessment)).find(({ question }) => question === key);
  const { question: _, ...value } = found ?? {};
  return Object.values(value)[0];
}

describe("A percentage in a workbook", () => {
  const typed = async (value: string | number, numFmt?: string) => {
    const assessment = await workbooks.offered();
    return sent(assessment, "percent", (sheet) => {
      sheet.type("percent", value);
      if (numFmt) sheet.format("percent", numFmt);
    });
  };

  it.each<[value: string | number, format: string | undefined, percent: number]>([
    [0.615, "0.0%", 61.5],
    [0.615, "0%", 61.5],
    [0.0083, "0.00%", 0.83],
    [0.07, "0%", 7],
    [1, "0%", 100],
    [0, "0%", 0],
    [0.5, '0.0%;[Red]-0.0%;"-"', 50],
    [61.5, undefined, 61.5],
    [61.5, '0.0"%"', 61.5],
    [61.5, "0.0\\%", 61.5],
    [0, undefined, 0],
    ["61,5 %", "@", 61.5],
    ["61.5%", "@", 61.5],
    ["0,83", "@", 0.83],
    ["0.615", "@", 0.615],
    ["5", "@", 5],
  ])("of %j with the format %s is %d per cent", async (value, format, percent) => {
    expect(await typed(value, format)).toBe(percent);
  });

  it.each<[value: string | number, format: string | undefined, message: RegExp]>([
    [0.615, undefined, /^can be 0\.615 or 61\.5 per cent: write it with its sign/],
    [0.615, "0.00", /^can be 0\.615 or 61\.5 per cent/],
    [0.5, '0.0"%"', /^can be 0\.5 or 50 per cent/],
    ["12.345", "@", /^can be read as 12345 or as 12\.3450: write one of them in this form$/],
    [61.5, "0%", /^must be from 0 to 100/],
    ["615", "@", /^must be from 0 to 100/],
    ["61,5 persen", "@", /^does not fit/],
  ])("of %j with the format %s is refused", async (value, format, message) => {
    expect(await typed(value, format)).toMatch(message);
  });

  it("is refused where the question asks for another number", async () => {
    const assessment = await workbooks.offered();
    for (const key of ["number", "scale", "money"]) {
      const type = (sheet: Spreadsheet) => sheet.type(key, 1).format(key, "0%");
      expect(await sent(assessment, key, type)).toMatch(/^holds a percentage; it takes: /);
    }
    const note = (sheet: Spreadsheet) => sheet.type("text", 0.25).format("text", "0%");
    expect(await sent(assessment, "text", note)).toBe("25%");
  });

  it("comes back as it was, when its workbook is returned for a fault", async () => {
    const assessment = await workbooks.offered();
    const sheet = (await workbooks.download(assessment)).type("percent", 0.615);
    sheet.type("scale", 9).type("text", 3602272010123456);
    const { body } = await workbooks.upload(assessment, sheet, "?mode=valid");
    expect(body.faults).toHaveLength(3);
    const rejected = await Spreadsheet.open(Buffer.from(body.rejected ?? "", "base64"));
    // Sent again as it is, it has the same faults.
    const again = await workbooks.upload(assessment, rejected);
    expect(again.paths.map((path) => path.replace(/.*!/, ""))).toEqual(["D2", "D3", "D2"]);
  });
});

describe("The cells of a workbook", () => {
  it("keep what is typed: words, choices and percentages are cells of text", async () => {
    const assessment = await workbooks.offered();
    await assessment.answer({ question: "percent", percent: 12.345, note: "x" });
    const { content } = await downloadFile(workbooks.assessor, pathOf(assessment, "?language=id"));
    const { sheets } = await readXlsx(content, { readStyles: true });
    const [people, rest] = sheets;
    const formats = (sheet: typeof people, column: number) =>
      Array.from({ length: 4 }, (_, at) => sheet?.cells?.get(`${at + 1},${column}`)?.style?.numFmt);
    expect(formats(people, 3)).toEqual(["0", undefined, "@", "#,##0"]);
    expect(formats(rest, 3)).toEqual(["@", "@", "@", "@"]);
    expect([...formats(people, 4), ...formats(rest, 4)]).toEqual(Array(8).fill("@"));
    expect(people?.rows[3]?.[3]).toBe("12,3450");
    const rule = people?.dataValidations?.find(({ range }) => range === "D4");
    expect(rule).toMatchObject({ type: "custom", errorStyle: "stop" });
    expect(rule?.formula1).toMatch(/^ABS\(MIN\(IFERROR\(VALUE\(.*\)-50\)<=50$/);
    expect(rule?.formula1?.length).toBeLessThan(255);
    expect((await workbooks.post(assessment, content)).body).toMatchObject({ taken: 0 });
  });

  it("with a number of more than 15 digits are refused where a text is wanted", async () => {
    const assessment = await workbooks.offered();
    const nik = "3602272010123456";
    const long = (sheet: Spreadsheet) => sheet.type("text", Number(nik));
    expect(await sent(assessment, "text", long)).toMatch(/^holds a number of more than 15 digits/);
    expect(await sent(assessment, "text", (sheet) => sheet.type("text", nik))).toBe(nik);
    expect(await sent(assessment, "text", (sheet) => sheet.type("text", 360227201012345))).toBe(
      "360227201012345",
    );
    const money = (sheet: Spreadsheet) => sheet.type("money", 1e15);
    expect(await sent(assessment, "money", money)).toMatch(/write sums of more than 15 digits/);
    const sheet = (await workbooks.download(assessment)).type("text", nik).type("text", 1e15, 4);
    expect((await workbooks.upload(assessment, sheet)).paths).toEqual(["Rest!E5"]);
  });

  it.each([
    "_x0041_",
    "_x005F_x0041_",
    "a_x000D_b_x0_",
    "_x0041\uFFFE",
    "\uFFFE dan \uFFFF",
    "#N/A",
    "#VALUE!",
    "baris\r\ndua \u{1F600}_x0041",
    "=1+1",
  ])("keep the text %j", async (text) => {
    const assessment = await workbooks.offered();
    await assessment.answer({ question: "text", text, note: text });
    const { content } = await downloadFile(workbooks.assessor, pathOf(assessment));
    expect((await workbooks.post(assessment, content)).body).toMatchObject({
      taken: 0,
      cleared: 0,
    });
    // XML has neither of these characters, and spreadsheets call a file with them damaged.
    await rewritten(content, (xml) => {
      expect(xml).not.toMatch(/[\uFFFE\uFFFF]|[^\P{Cc}\t\r\n]/u);
      return xml;
    });
  });
});

describe("Characters that no text may have", () => {
  const mark = "TANDA";
  const keys = ["scale", "number", "percent", "money", "choice", "many", "yes", "text"];
  it.each([
    ["_x0000_", "must not contain the NUL character"],
    ["&#0;", "must not contain the NUL character"],
    ["_xD800_", "must be well-formed Unicode"],
    ["&#xD800;", "must be well-formed Unicode"],
    ["_xDC00_", "must be well-formed Unicode"],
    ["_x0007_", "must not contain control characters"],
    ["_x202E_", "must not contain characters that change the direction"],
  ])("are a fault of their cell: %s", async (bad, message) => {
    const assessment = await workbooks.offered();
    const sheet = await workbooks.download(assessment);
    for (const [at, key] of keys.entries()) {
      // Half of them are answers, the others remarks.
      if (at % 2 === 0) sheet.type(key, mark);
      else sheet.type(key, 1).type(key, mark, 4);
    }
    const file = await rewritten(await sheet.save(), (xml) => xml.replaceAll(mark, `a${bad}b`));
    for (const mode of ["all", "valid"]) {
      const { status, errors, body } = await workbooks.post(assessment, file, `?mode=${mode}`);
      const faults = mode === "all" ? (errors[0]?.extensions.fields ?? []) : body.faults;
      expect(status).toBe(mode === "all" ? 400 : 200);
      expect(faults.map(({ path }) => path.replace(/.*!/, ""))).toEqual([
        ...["D2", "E3", "D4", "E5", "D2", "E3", "D4", "E5"],
      ]);
      for (const fault of faults) expect(fault.message).toMatch(new RegExp(`^${message}`));
    }
  });

  const places: [string, (sheet: Spreadsheet) => unknown, string[]][] = [
    ["a key", (sheet) => sheet.type("yes", mark, 0), ["Rest!A4"]],
    ["a header", (sheet) => sheet.sheet("Rest").rows[0]?.splice(3, 1, mark), ["Rest!1"]],
    ["the hub's own marks", (sheet) => sheet.sheet("_rembuk").rows[1]?.splice(1, 1, mark), []],
    ["the name of a section", (sheet) => sheet.sheet("_rembuk").rows[5]?.splice(2, 1, mark), []],
    ["the name of a sheet", (sheet) => sheet.rename("Rest", mark), []],
  ];
  it.each(places)("refuse a workbook for %s", async (_, type, paths) => {
    const assessment = await workbooks.offered();
    for (const bad of ["&#0;", "&#xD800;"]) {
      const sheet = await workbooks.download(assessment);
      type(sheet);
      const file = await rewritten(await sheet.save(), (xml) => xml.replaceAll(mark, `a${bad}b`));
      const answer = await workbooks.post(assessment, file);
      expect([answer.status, answer.paths]).toEqual([400, paths]);
      expect(JSON.stringify(answer.body)).not.toMatch(/\\u0000|\\ud800/);
    }
  });
});
