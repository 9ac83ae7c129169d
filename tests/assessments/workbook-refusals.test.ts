import { once } from "node:events";
import { request } from "node:http";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { TestAssessment } from "../testkit/assessments/test-assessment.js";
import {
  answersOf,
  firstAnswers,
  pathOf,
  WorkbookWorld,
} from "../testkit/assessments/workbook-world.js";
import { Spreadsheet } from "../testkit/files/spreadsheet.js";
import { downloadFile, headOf, types, uploadFile } from "../testkit/files/transfers.js";
import { hollow, lying, parts, rightWorkbook, zip } from "../testkit/files/zip-packages.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { newId, World } from "../testkit/world/world.js";

let workbooks: WorkbookWorld;
let world: World;

beforeAll(async () => {
  workbooks = await WorkbookWorld.start();
  ({ world } = workbooks);
});
afterAll(() => workbooks.stop());

describe("What is no workbook of this assessment", () => {
  let assessment: TestAssessment;
  let before: number;
  beforeAll(async () => {
    assessment = await workbooks.offered();
  });
  beforeEach(async () => {
    before = await headOf(world);
  });
  afterEach(async () => {
    expect(await headOf(world)).toBe(before);
    // Spreadsheets add empty sheets, which have nothing to lose.
    const unchanged = (await workbooks.download(assessment)).add("Sheet2", []);
    const { body } = await workbooks.upload(assessment, unchanged);
    expect(body).toMatchObject({ taken: 0, cleared: 0 });
  });

  const broken: [string, (sheet: Spreadsheet) => Spreadsheet, string[]][] = [
    ["a missing sheet", (sheet) => sheet.drop("Rest"), ["Rest!A1"]],
    ["an unknown sheet", (sheet) => sheet.add("Mine"), ["Mine!A1"]],
    ["another name", (sheet) => sheet.rename("Rest", "Other"), ["Other!A1", "Rest!A1"]],
    ["a missing column", (sheet) => sheet.type("Key", "Jawab"), ["Rest!1"]],
    ["an unknown key", (sheet) => sheet.type("yes", "maybe", 0), ["Rest!A4"]],
    ["a key twice", (sheet) => sheet.type("yes", "text", 0), ["Rest!A5"]],
    ["a remark alone", (sheet) => sheet.type("yes", "why", 4), ["Rest!D4"]],
    ["a cell in no column", (sheet) => sheet.type("yes", "Yes", 6), ["Rest!G4"]],
  ];
  it.each(broken)("is refused for %s", async (what, breaks, paths) => {
    const sheet = await workbooks.download(assessment);
    if (what === "a missing column") sheet.sheet("Rest").rows[0]?.splice(3, 1, "Jawab");
    else breaks(sheet);
    const reported = await workbooks.upload(assessment, sheet);
    expect([reported.status, reported.reason, reported.paths.sort()]).toEqual([
      400,
      "CELLS",
      paths,
    ]);
  });

  it("is refused for another's, or one that is not the hub's", async () => {
    const other = await workbooks.offered();
    before = await headOf(world);
    const reported = await workbooks.upload(other, await workbooks.download(assessment));
    expect([reported.status, reported.reason]).toEqual([400, "OTHER_WORKBOOK"]);
    expect((await workbooks.post(assessment, await rightWorkbook())).reason).toBe("OTHER_WORKBOOK");
  });

  const row = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const bomb = () => zip(parts(row, { "xl/worksheets/sheet2.xml": hollow(40_000_000) }));
  const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
  const doctype = '<!DOCTYPE sst [<!ENTITY a "ha">]><sst><si><t>&a;</t></si></sst>';
  const harmful: [string, () => Promise<Buffer>, string][] = [
    ["macros", () => zip(parts(row, { "xl/vbaProject.bin": "x" })), "MACROS"],
    ["Excel's old form", async () => old, "OLD_EXCEL"],
    ["a CSV", async () => Buffer.from("key,answer\n"), "NOT_XLSX"],
    ["nothing", async () => Buffer.alloc(0), "NOT_XLSX"],
    ["a bomb", bomb, "INFLATES"],
    ["a bomb that lies", async () => lying(await bomb(), 4000), "INFLATES"],
    ["entities", () => zip(parts(row, { "xl/sharedStrings.xml": doctype })), "DOCTYPE"],
    ["a cut file", async () => (await rightWorkbook()).subarray(0, 900), "DAMAGED"],
  ];
  it.each(harmful)("is refused for %s", async (_, make, reason) => {
    const reported = await workbooks.post(assessment, await make());
    expect([reported.status, reported.code, reported.reason]).toEqual([
      400,
      "BAD_USER_INPUT",
      reason,
    ]);
  });

  it("is cut off where it is too large, as it comes", async () => {
    const chunk = Buffer.alloc(65_536, "x");
    let sent = 0;
    const source = Readable.from(
      (function* () {
        for (; sent < 200_000_000; sent += chunk.length) yield chunk;
      })(),
    );
    const headers = { ...workbooks.assessor.sent, "content-type": types.xlsx };
    const url = world.hub.url.replace("/graphql", pathOf(assessment));
    const asked = request(url, { method: "POST", headers });
    asked.on("error", () => undefined);
    source.pipe(asked);
    const [answer] = await once(asked, "response");
    expect(answer.statusCode).toBe(413);
    expect(sent).toBeLessThan(150_000_000);
    source.destroy();
    asked.destroy();
  });
});

describe("Who sends a workbook, and when", () => {
  it("is the university's assessors, while it is theirs to write", async () => {
    const assessment = await workbooks.offered();
    const file = await (await workbooks.download(assessment)).type("scale", 2).save();
    const { university, owner } = workbooks.setting;
    const statusOf = async (client: CheckedClient, id = assessment.id) =>
      (await workbooks.post({ id }, file, "", client)).status;
    const before = await headOf(world);
    expect(await statusOf(world.visitor())).toBe(401);
    expect(await statusOf(workbooks.assessor, newId())).toBe(404);
    expect(await statusOf(workbooks.assessor, "x")).toBe(404);
    expect(await headOf(world)).toBe(before);
    const hidden = await workbooks.post(
      assessment,
      file,
      "",
      await world.member(await world.organisation(), "ASSESSOR"),
    );
    const absent = await workbooks.post({ id: newId() }, file, "", await world.operator);
    expect([hidden.status, hidden.errors]).toEqual([404, absent.errors]);
    expect(await statusOf(await world.member(owner, "COORDINATOR"))).toBe(403);
    expect(await statusOf(await world.member(university, "VIEWER"))).toBe(403);
    expect((await downloadFile(world.visitor(), pathOf(assessment))).status).toBe(404);
    for (const query of ["?mode=some", "?expectedVersion=x", "?expectedVersion=-1"]) {
      expect((await workbooks.post(assessment, file, query)).status).toBe(400);
    }
    const csv = { "content-type": types.csv };
    expect(
      (await uploadFile(workbooks.assessor, ["POST", pathOf(assessment)], file, csv)).status,
    ).toBe(415);
    await assessment.answer(...firstAnswers);
    await assessment.submit();
    const late = await workbooks.post(assessment, file);
    expect([late.status, late.code]).toEqual([400, "INVALID_TRANSITION"]);
    await assessment.returned();
    const again = (await workbooks.download(assessment)).type("scale", 2);
    expect((await workbooks.upload(assessment, again)).body).toMatchObject({ taken: 1 });
    expect(await answersOf(assessment)).toHaveLength(firstAnswers.length);
  });
});
