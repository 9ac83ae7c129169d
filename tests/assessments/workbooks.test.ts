import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  answersOf,
  firstAnswers,
  pathOf,
  WorkbookWorld,
} from "../testkit/assessments/workbook-world.js";
import { Spreadsheet, type Typed } from "../testkit/files/spreadsheet.js";
import { downloadFile, headOf } from "../testkit/files/transfers.js";
import { World } from "../testkit/world/world.js";

let workbooks: WorkbookWorld;
let world: World;

beforeAll(async () => {
  workbooks = await WorkbookWorld.start();
  ({ world } = workbooks);
});
afterAll(() => workbooks.stop());

describe("A workbook", () => {
  it.each(["en", "id"])("carries every kind of answer there and back, in %s", async (language) => {
    const assessment = await workbooks.offered();
    const { headers } = await downloadFile(workbooks.assessor, pathOf(assessment));
    expect(headers.get("content-disposition")).toContain(`${assessment.id}.xlsx`);
    await assessment.answer(...firstAnswers);
    const file = (
      await downloadFile(workbooks.assessor, pathOf(assessment, `?language=${language}`))
    ).content;
    const before = await headOf(world);
    expect((await workbooks.post(assessment, file)).body).toMatchObject({
      taken: 0,
      cleared: 0,
      faults: [],
    });
    const sheet = await Spreadsheet.open(file);
    expect((await workbooks.upload(assessment, sheet)).body).toMatchObject({
      taken: 0,
      cleared: 0,
    });
    expect(await headOf(world)).toBe(before);
    expect(sheet.shown("many")[2]).toMatch(language === "en" ? /: x; No$/ : /: x; Tidak$/);
    expect(sheet.names).toEqual(
      language === "en" ? ["People  who what", "Rest"] : ["Orang  1", "Lainnya"],
    );
    const typed: [string, Typed][] = [
      ...[
        ["scale", "5"],
        ["number", "1,5"],
        ["percent", 0],
        ["money", "1000000000000"],
      ],
      ...[
        ["choice", language === "en" ? "no" : "TIDAK"],
        ["many", "x;"],
        ["yes", false],
      ],
      ["text", "lain"],
    ] as [string, Typed][];
    for (const [key, value] of typed) sheet.type(key, value);
    sheet.type("yes", "dilihat", 4);
    const done = await workbooks.upload(assessment, sheet);
    expect(done.body).toMatchObject({ taken: 8, cleared: 0, rejected: null });
    expect(await answersOf(assessment)).toEqual([
      { question: "scale", scale: 5, note: "=catatan" },
      { question: "number", value: 1.5 },
      { question: "percent", percent: 0 },
      { question: "money", money: "1000000000000" },
      { question: "choice", choice: "y" },
      { question: "many", choices: ["x"] },
      { question: "yes", boolean: false, note: "dilihat" },
      { question: "text", text: "lain" },
    ]);
    // The same again, though it shows an older version, changes nothing.
    const after = await headOf(world);
    expect((await workbooks.upload(assessment, sheet)).body).toMatchObject({
      taken: 0,
      position: after,
    });
    sheet.type("text", null).type("scale", null).type("scale", null, 4);
    expect((await workbooks.upload(assessment, sheet)).status).toBe(409);
    const { version } = await world.seen("assessment", assessment.id);
    const cleared = await workbooks.upload(assessment, sheet, `?expectedVersion=${version}`);
    expect(cleared.body).toMatchObject({ taken: 0, cleared: 2 });
    expect((await answersOf(assessment)).map(({ question: key }) => key)).not.toContain("text");
  });

  it("with wrong cells is refused with all of them, or taken but for these, which come back", async () => {
    const assessment = await workbooks.offered();
    const sheet = await workbooks.download(assessment);
    sheet.type("scale", 9).type("number", { formula: "1+1", result: 2 });
    sheet.type("percent", new Date("2023-01-02T00:00:00Z")).type("money", 5).type("yes", "Yes");
    const before = await headOf(world);
    const reported = await workbooks.upload(assessment, sheet);
    expect([reported.status, reported.reason]).toEqual([400, "CELLS"]);
    expect(reported.paths).toEqual(
      ["scale", "number", "percent"].map((key) => sheet.answerOf(key)),
    );
    expect(reported.errors[0]?.message).toMatch(/from 1 to 5; .*holds a formula.*; .*holds a date/);
    expect(await headOf(world)).toBe(before);
    const valid = await workbooks.upload(assessment, sheet, "?mode=valid");
    expect(valid.body).toMatchObject({ taken: 2, cleared: 0 });
    expect(valid.body.faults.map(({ path }) => path)).toEqual(reported.paths);
    const rejected = await Spreadsheet.open(Buffer.from(valid.body.rejected ?? "", "base64"));
    expect(rejected.rows.map(([key, , , answer]) => [key, answer])).toEqual([
      ["scale", "9"],
      ["number", "1+1"],
      ["percent", "2023-01-02"],
    ]);
    expect(rejected.shown("scale")[5]).toMatch(/from 1 to 5/);
    expect((await workbooks.upload(assessment, rejected)).reason).toBe("CELLS");
    rejected.type("scale", 4).type("number", 2).type("percent", 12);
    expect((await workbooks.upload(assessment, rejected)).body).toMatchObject({
      taken: 3,
      rejected: null,
    });
    expect(await answersOf(assessment)).toHaveLength(5);
  });

  it("that is older than what it would change is a conflict, with the version that is", async () => {
    const assessment = await workbooks.offered();
    const sheet = (await workbooks.download(assessment)).type("scale", 2);
    const { version } = await assessment.answer({ question: "yes", boolean: true });
    const before = await headOf(world);
    const { status, code, errors } = await workbooks.upload(assessment, sheet);
    expect([status, code, errors[0]?.extensions.currentVersion]).toEqual([
      409,
      "CONFLICT",
      version,
    ]);
    expect(await headOf(world)).toBe(before);
    const newer = (await workbooks.download(assessment)).type("scale", 2);
    expect((await workbooks.upload(assessment, newer)).body).toMatchObject({
      taken: 1,
      cleared: 0,
    });
  });
});
