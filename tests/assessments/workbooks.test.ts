import { once } from "node:events";
import { request } from "node:http";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  type Setting,
  TestAssessment,
  unscored,
  words,
} from "../testkit/assessments/test-assessment.js";
import { Spreadsheet, type Typed } from "../testkit/files/spreadsheet.js";
import { downloadFile, headOf, types, uploadFile } from "../testkit/files/transfers.js";
import { hollow, lying, parts, rightWorkbook, zip } from "../testkit/files/zip-packages.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { newId, World } from "../testkit/world/world.js";

interface Taken {
  taken: number;
  cleared: number;
  position: number;
  faults: { path: string; message: string }[];
  rejected: string | null;
}

const options = [
  { key: "x", text: { en: "Yes; often", id: "Ya; sering" } },
  { key: "y", text: { en: "No", id: "Tidak" } },
];
const plain = (key: string, kind: string, more = {}) =>
  question(key, { kind, ...unscored, ...more });
const section = (key: string, title: { en: string; id: string }, questions: object[]) => ({
  ...{ key, title, questions },
});
const content = questionnaire([], {
  dimensions: [{ key: "A", title: words("A") }],
  sections: [
    section("people", { en: "People: who/what?", id: "Orang [1]" }, [
      question("scale"),
      plain("number", "NUMBER", { minimum: -10, maximum: 10 }),
      plain("percent", "PERCENT"),
      plain("money", "MONEY"),
    ]),
    section("rest", { en: "Rest", id: "Lainnya" }, [
      plain("choice", "CHOICE", { options }),
      plain("many", "MULTI_CHOICE", { options }),
      plain("yes", "BOOLEAN"),
      plain("text", "TEXT"),
    ]),
  ],
});

const first = [
  { question: "scale", scale: 3, note: "=catatan" },
  { question: "number", number: -0.5 },
  { question: "percent", percent: 33.3 },
  { question: "money", money: "9007199254740993" },
  { question: "choice", choice: "x" },
  { question: "many", choices: ["y", "x"] },
  { question: "yes", boolean: true },
  { question: "text", text: "=1+1\ndua" },
];

let world: World;
let setting: Setting;
let assessor: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  const [university, owner] = [await world.organisation(), await world.organisation()];
  assessor = await world.member(university, "ASSESSOR");
  const lead = await world.organisation();
  const plan = await world.plan(await world.programme(owner), lead);
  const instrument = await publishedInstrument(world, university, content);
  setting = { university, owner, instrument, subject: { planId: plan.id } };
});
afterAll(() => world.stop());

const offered = () => TestAssessment.offered(world, setting);
const pathOf = ({ id }: { id: string }, query = "") => `/assessments/${id}/workbook.xlsx${query}`;

async function download(assessment: TestAssessment, language = "en"): Promise<Spreadsheet> {
  const path = pathOf(assessment, `?language=${language}`);
  const { status, content: file } = await downloadFile(assessor, path);
  expect(status).toBe(200);
  return Spreadsheet.open(file);
}

const post = (assessment: { id: string }, file: Buffer, query = "", client = assessor) =>
  uploadFile<Taken>(client, ["POST", pathOf(assessment, query)], file, {
    "content-type": types.xlsx,
  });

const upload = async (assessment: TestAssessment, sheet: Spreadsheet, query = "") =>
  post(assessment, await sheet.save(), query);

const answersOf = async (assessment: TestAssessment) => {
  const fields = "question scale value percent money choice choices boolean text note";
  const shown = await assessment.shown<{ answers: Record<string, unknown>[] }>(
    `answers { ${fields} }`,
  );
  return (shown?.answers ?? []).map((answer) =>
    Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null)),
  );
};

describe("A workbook", () => {
  it.each(["en", "id"])("carries every kind of answer there and back, in %s", async (language) => {
    const assessment = await offered();
    const { headers } = await downloadFile(assessor, pathOf(assessment));
    expect(headers.get("content-disposition")).toContain(`${assessment.id}.xlsx`);
    await assessment.answer(...first);
    const file = (await downloadFile(assessor, pathOf(assessment, `?language=${language}`)))
      .content;
    const before = await headOf(world);
    expect((await post(assessment, file)).body).toMatchObject({ taken: 0, cleared: 0, faults: [] });
    const sheet = await Spreadsheet.open(file);
    expect((await upload(assessment, sheet)).body).toMatchObject({ taken: 0, cleared: 0 });
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
    const done = await upload(assessment, sheet);
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
    expect((await upload(assessment, sheet)).body).toMatchObject({ taken: 0, position: after });
    sheet.type("text", null).type("scale", null).type("scale", null, 4);
    expect((await upload(assessment, sheet)).status).toBe(409);
    const { version } = await world.seen("assessment", assessment.id);
    const cleared = await upload(assessment, sheet, `?expectedVersion=${version}`);
    expect(cleared.body).toMatchObject({ taken: 0, cleared: 2 });
    expect((await answersOf(assessment)).map(({ question: key }) => key)).not.toContain("text");
  });

  it("with wrong cells is refused with all of them, or taken but for these, which come back", async () => {
    const assessment = await offered();
    const sheet = await download(assessment);
    sheet.type("scale", 9).type("number", { formula: "1+1", result: 2 });
    sheet.type("percent", new Date("2023-01-02T00:00:00Z")).type("money", 5).type("yes", "Yes");
    const before = await headOf(world);
    const reported = await upload(assessment, sheet);
    expect([reported.status, reported.reason]).toEqual([400, "CELLS"]);
    expect(reported.paths).toEqual(
      ["scale", "number", "percent"].map((key) => sheet.answerOf(key)),
    );
    expect(reported.errors[0]?.message).toMatch(/from 1 to 5; .*holds a formula.*; .*holds a date/);
    expect(await headOf(world)).toBe(before);
    const valid = await upload(assessment, sheet, "?mode=valid");
    expect(valid.body).toMatchObject({ taken: 2, cleared: 0 });
    expect(valid.body.faults.map(({ path }) => path)).toEqual(reported.paths);
    const rejected = await Spreadsheet.open(Buffer.from(valid.body.rejected ?? "", "base64"));
    expect(rejected.rows.map(([key, , , answer]) => [key, answer])).toEqual([
      ["scale", "9"],
      ["number", "1+1"],
      ["percent", "2023-01-02"],
    ]);
    expect(rejected.shown("scale")[5]).toMatch(/from 1 to 5/);
    expect((await upload(assessment, rejected)).reason).toBe("CELLS");
    rejected.type("scale", 4).type("number", 2).type("percent", 12);
    expect((await upload(assessment, rejected)).body).toMatchObject({ taken: 3, rejected: null });
    expect(await answersOf(assessment)).toHaveLength(5);
  });

  it("that is older than what it would change is a conflict, with the version that is", async () => {
    const assessment = await offered();
    const sheet = (await download(assessment)).type("scale", 2);
    const { version } = await assessment.answer({ question: "yes", boolean: true });
    const before = await headOf(world);
    const { status, code, errors } = await upload(assessment, sheet);
    expect([status, code, errors[0]?.extensions.currentVersion]).toEqual([
      409,
      "CONFLICT",
      version,
    ]);
    expect(await headOf(world)).toBe(before);
    const newer = (await download(assessment)).type("scale", 2);
    expect((await upload(assessment, newer)).body).toMatchObject({ taken: 1, cleared: 0 });
  });
});

describe("What is no workbook of this assessment", () => {
  let assessment: TestAssessment;
  let before: number;
  beforeAll(async () => {
    assessment = await offered();
  });
  beforeEach(async () => {
    before = await headOf(world);
  });
  afterEach(async () => {
    expect(await headOf(world)).toBe(before);
    const { body } = await upload(assessment, await download(assessment));
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
  ];
  it.each(broken)("is refused for %s", async (what, breaks, paths) => {
    const sheet = await download(assessment);
    if (what === "a missing column") sheet.sheet("Rest").rows[0]?.splice(3, 1, "Jawab");
    else breaks(sheet);
    const reported = await upload(assessment, sheet);
    expect([reported.status, reported.reason, reported.paths.sort()]).toEqual([
      400,
      "CELLS",
      paths,
    ]);
  });

  it("is refused for another's, or one that is not the hub's", async () => {
    const other = await offered();
    before = await headOf(world);
    const reported = await upload(other, await download(assessment));
    expect([reported.status, reported.reason]).toEqual([400, "OTHER_WORKBOOK"]);
    expect((await post(assessment, await rightWorkbook())).reason).toBe("OTHER_WORKBOOK");
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
    const reported = await post(assessment, await make());
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
    const headers = { ...assessor.sent, "content-type": types.xlsx };
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
    const assessment = await offered();
    const file = await (await download(assessment)).type("scale", 2).save();
    const { university, owner } = setting;
    const statusOf = async (client: CheckedClient, id = assessment.id) =>
      (await post({ id }, file, "", client)).status;
    const before = await headOf(world);
    expect(await statusOf(world.visitor())).toBe(401);
    expect(await statusOf(assessor, newId())).toBe(404);
    expect(await statusOf(assessor, "x")).toBe(404);
    expect(await headOf(world)).toBe(before);
    const hidden = await post(
      assessment,
      file,
      "",
      await world.member(await world.organisation(), "ASSESSOR"),
    );
    const absent = await post({ id: newId() }, file, "", await world.operator);
    expect([hidden.status, hidden.errors]).toEqual([404, absent.errors]);
    expect(await statusOf(await world.member(owner, "COORDINATOR"))).toBe(403);
    expect(await statusOf(await world.member(university, "VIEWER"))).toBe(403);
    expect((await downloadFile(world.visitor(), pathOf(assessment))).status).toBe(404);
    for (const query of ["?mode=some", "?expectedVersion=x", "?expectedVersion=-1"]) {
      expect((await post(assessment, file, query)).status).toBe(400);
    }
    const csv = { "content-type": types.csv };
    expect((await uploadFile(assessor, ["POST", pathOf(assessment)], file, csv)).status).toBe(415);
    await assessment.answer(...first);
    await assessment.submit();
    const late = await post(assessment, file);
    expect([late.status, late.code]).toEqual([400, "INVALID_TRANSITION"]);
    await assessment.returned();
    const again = (await download(assessment)).type("scale", 2);
    expect((await upload(assessment, again)).body).toMatchObject({ taken: 1 });
    expect(await answersOf(assessment)).toHaveLength(first.length);
  });
});
