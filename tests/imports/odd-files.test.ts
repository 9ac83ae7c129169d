import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { xlsxType } from "../../src/platform/tables/index.js";
import {
  publishedInstrument,
  question,
  questionnaire,
  type Setting,
  TestAssessment,
  unscored,
} from "../testkit/assessments/test-assessment.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

// What files may say that no portal would, and what must come of it: an answer or a fault at its place,
// never a fault of the hub's own.

let world: World;
let university: Party;
let owner: Party;
let lead: Party;
let programme: Written;
let area: { id: string; key: string };

beforeAll(async () => {
  world = await World.start();
  university = await world.organisation();
  owner = await world.organisation("CENTRAL_GOVERNMENT");
  lead = await world.organisation("NGO");
  programme = await world.programme(owner);
  area = await newArea();
  await world.activePlan(programme, lead, { areaId: area.id });
});

afterAll(() => world.stop());

async function newArea(): Promise<{ id: string; key: string }> {
  const key = world.unique("area");
  const input = { key, name: key, regions: ["36"], programmeId: programme.id };
  return { id: (await write(await world.operator, "createArea", input)).id, key };
}

/** An assessment with a questionnaire of these questions. */
async function asking(questions: Record<string, unknown>[], more = {}): Promise<TestAssessment> {
  const content = questionnaire(questions, more);
  const instrument = await publishedInstrument(world, university, content);
  const setting: Setting = { university, owner, instrument, subject: { areaId: area.id } };
  return TestAssessment.offered(world, setting);
}

async function send(
  client: CheckedClient,
  method: string,
  path: string,
  mediaType: string,
  body: string | Buffer,
) {
  const headers = { ...client.sent, "content-type": mediaType };
  const answer = await fetch(new URL(path, world.hub.url), {
    method,
    headers,
    body: body as never,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const sendTable = (client: CheckedClient, sender: Party, kind: string, lines: string[]) =>
  send(
    client,
    "PUT",
    `/imports/${newId()}?kind=${kind}&organisation=${sender.id}`,
    "text/csv",
    lines.join("\n"),
  );

const answersTable = async ({ id, assessor }: TestAssessment, key: string, answer: string) =>
  sendTable(await assessor, university, "ANSWERS", [
    "assessment,question,answer",
    `${id},${key},${answer}`,
  ]);

async function download({ id, assessor }: TestAssessment): Promise<Buffer> {
  const { sent } = await assessor;
  const address = new URL(`/assessments/${id}/workbook.xlsx?language=en`, world.hub.url);
  const answer = await fetch(address, { headers: sent });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const same = (text: string) => ({ english: text, indonesian: text });

describe("Answers", () => {
  it("are numbers, however many digits a table writes", async () => {
    const assessment = await asking([question("n", { kind: "NUMBER", ...unscored })]);
    const { status, body } = await answersTable(assessment, "n", "9".repeat(400));
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain("C2: is too large a number");
    const { rows } = await world.hub.sql.query("select 1 from answer where assessment_id = $1", [
      assessment.id,
    ]);
    expect(rows).toEqual([]);
  });

  it("on a scale are GraphQL's whole numbers, so that every step can be answered", async () => {
    const assessor = await world.member(university, "ASSESSOR");
    const content = questionnaire([question("s", { minimum: 3e9, maximum: 3e9 + 4 })]);
    const input = { key: world.unique("angket"), ownerId: university.id, ...content };
    const refusal = await refused(assessor, "draftInstrument", input);
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT" });
    expect(JSON.stringify(refusal)).toContain("input.sections.0.questions.0.minimum");
  });

  it("come back from workbooks and tables as they went, where one option's key is another's text", async () => {
    const texts = ["0", "1", "2"];
    const options = texts.map((text, at) => ({ key: `${at + 1}`, text: same(text) }));
    const assessment = await asking([question("c", { kind: "CHOICE", options, ...unscored })]);
    await assessment.answer({ question: "c", choice: "2" });
    const workbook = await download(assessment);
    const path = `/assessments/${assessment.id}/workbook.xlsx`;
    const { body } = await send(await assessment.assessor, "POST", path, xlsxType, workbook);
    expect(body).toMatchObject({ taken: 0, cleared: 0, faults: [] });
    const table = await answersTable(assessment, "c", "2");
    expect(table.body).toMatchObject({ taken: 0, unchanged: 1 });
  });

  it("have a sheet for each section, whatever the sections are called", async () => {
    const titles = ["X", "X 3", "X", "_options", "_rembuk", "History", "x 3"];
    const sections = titles.map((title, at) => ({
      key: `s-${at}`,
      title: same(title),
      questions: [question(`q-${at}`, { required: false, kind: "BOOLEAN" })],
    }));
    const assessment = await asking([question("q")], { sections });
    await assessment.answer({ question: "q-2", boolean: true });
    const path = `/assessments/${assessment.id}/workbook.xlsx`;
    const workbook = await download(assessment);
    const { body } = await send(await assessment.assessor, "POST", path, xlsxType, workbook);
    expect(body).toMatchObject({ taken: 0, cleared: 0, faults: [] });
  });
});

describe("Uploads to an assessment", () => {
  it.each([
    ["a NUL", "%00"],
    ["an override of the text's direction", "%E2%80%AE"],
    ["a line's end", "%0A"],
  ])("name no file, title or question with %s", async (_, character) => {
    const assessment = await asking([question("q")]);
    for (const name of ["name", "title", "question"]) {
      const path = `/assessments/${assessment.id}/evidence?${name}=a${character}b`;
      const client = await assessment.assessor;
      const { status, body } = await send(client, "POST", path, "application/pdf", "%PDF-1.7");
      expect([name, status]).toEqual([name, 400]);
      expect(JSON.stringify(body)).toContain(`"path":"${name}"`);
    }
  });

  it("answer a question in words without characters that reorder them", async () => {
    const assessment = await asking([question("t", { kind: "TEXT", ...unscored })]);
    const answered = await answersTable(assessment, "t", "a\u202eb");
    expect(JSON.stringify(answered.body)).toContain("C2: must not contain characters that change");
    expect((await answersTable(assessment, "t", '"a\nb"')).body).toMatchObject({ taken: 1 });
  });

  it("are refused before they come to those who see it and may not answer", async () => {
    const assessment = await asking([question("q")]);
    await (await assessment.submitted({ q: 3 })).publish();
    const stranger = await world.member(lead, "VIEWER");
    const path = `/assessments/${assessment.id}/workbook.xlsx`;
    const { status, body } = await send(stranger, "POST", path, xlsxType, "no workbook");
    expect(status).toBe(403);
    expect(JSON.stringify(body)).toContain("FORBIDDEN");
  });
});

describe("A table of groups", () => {
  const names = Array.from({ length: 20 }, (_, at) => `Kelompok ${at}`);
  const table = (header: string, cells: (name: string) => string) => [header, ...names.map(cells)];

  it("is taken once, though its sender sends it twice at once under two ids", async () => {
    const contributor = await world.member(lead, "CONTRIBUTOR");
    const lines = table("name,area,members", (name) => `${name},${area.key},5`);
    const both = await Promise.all(
      [1, 2].map(() => sendTable(contributor, lead, "ENTERPRISE_GROUPS", lines)),
    );
    const figures = both.map(({ body: { taken, unchanged } }) => [taken, unchanged]);
    expect(figures).toEqual(
      expect.arrayContaining([
        [20, 0],
        [0, 20],
      ]),
    );
    const { rows } = await world.hub.sql.query("select name from enterprise_group");
    expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it.each([
    ["products", "Kopi"],
    ["note", "Baru"],
    ["formed on", "2024-01-02"],
    ["visibility", "ORGANISATION"],
    ["women", "2"],
  ])("calls no row unchanged that has other %s", async (column, cell) => {
    const contributor = await world.member(lead, "CONTRIBUTOR");
    const lines = table(`name,area,members,${column}`, (name) => `${name},${area.key},5,${cell}`);
    const { body } = await sendTable(contributor, lead, "ENTERPRISE_GROUPS", lines);
    expect(JSON.stringify(body)).toContain("is already registered with other facts");
  });

  it.each([
    ["name", "a\u202eb,{area},5,Kopi"],
    ["name", '"a\nb",{area},5,Kopi'],
    ["products", 'Baru,{area},5,"Kopi\nTeh"'],
  ])("has no control characters in its %s, nor such that reorder it", async (column, line) => {
    const contributor = await world.member(lead, "CONTRIBUTOR");
    const lines = ["name,area,members,products", line.replace("{area}", area.key)];
    const { status, body } = await sendTable(contributor, lead, "ENTERPRISE_GROUPS", lines);
    const cell = column === "name" ? "A2" : "D2";
    expect([status, JSON.stringify(body).includes(`"path":"${cell}","message":"must `)]).toEqual([
      400,
      true,
    ]);
  });

  it.each([
    ["50 products", "a;".repeat(51)],
    ["200 characters a product", "k".repeat(201)],
  ])("takes no more than the API does: %s", async (_, products) => {
    const contributor = await world.member(lead, "CONTRIBUTOR");
    const lines = ["name,area,members,products", `Baru,${area.key},5,${products}`];
    const { body } = await sendTable(contributor, lead, "ENTERPRISE_GROUPS", lines);
    expect(JSON.stringify(body)).toContain("D2: must be at most 50 products");
  });
});
