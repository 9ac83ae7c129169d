import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  TestAssessment,
} from "../testkit/assessments/test-assessment.js";
import { downloadFile, headOf, types, uploadFile } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { grouped, ImportWorld, measured } from "../testkit/imports/import-world.js";
import { newId, World } from "../testkit/world/world.js";

// `check=true`: everything is said, nothing is taken.

let tables: ImportWorld;
let world: World;
let assessment: TestAssessment;
let assessor: CheckedClient;

beforeAll(async () => {
  tables = await ImportWorld.start();
  world = tables.world;
  const university = await world.organisation();
  const content = questionnaire([question("a-1"), question("a-2")]);
  const instrument = await publishedInstrument(world, university, content);
  const { area, cast, programme } = tables.inputs;
  const subject = { areaId: area.id, programmeId: programme.id };
  const setting = { university, owner: cast.programmeOwner, instrument, subject };
  assessment = await TestAssessment.offered(world, setting);
  assessor = await assessment.assessor;
});
afterAll(() => tables.stop());

/** What the database holds: the number of rows of each table, and the ledger's position. */
async function held(): Promise<unknown> {
  const names = ["measurement", "enterprise_group", "answer", "table_import", "change"];
  const counts = names.map((name) => `(select count(*)::int from ${name}) as ${name}`);
  const { rows } = await world.hub.sql.query(`select ${counts.join(", ")}`);
  return [rows[0], await headOf(world)];
}

describe("A dry run takes nothing, and says what would happen", () => {
  const { sent, wrong } = { sent: "I,2040,1,36.02\n", wrong: "I,2041,satu,36.03\n" };
  const table = (rows: string) => `${measured}${rows.replaceAll("I,", `${tables.indicator},`)}`;

  it.each([
    ["ALL", sent, { rows: 1, taken: 1, refused: 0, faultCount: 0, faults: [] }],
    ["ALL", sent + wrong, { rows: 2, taken: 0, refused: 1, faultCount: 1 }],
    ["VALID", sent + wrong, { rows: 2, taken: 1, refused: 1, faultCount: 1 }],
  ])("in mode %s", async (mode, rows, expected) => {
    const before = await held();
    const id = newId();
    const { status, body } = await tables.send(
      `measurements&mode=${mode}&check=true`,
      table(rows),
      { id },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ checked: true, ...expected });
    expect(body).toMatchObject({ changes: [{ row: 2, change: "NEW" }] });
    if (expected.faultCount) {
      const message = expect.stringMatching(/^must be a number/);
      expect(body).toMatchObject({ faults: [{ path: "C3", message }] });
    }
    expect(body).not.toHaveProperty("id");
    expect(await held()).toEqual(before);
  });

  it("and the id stays free, for any table", async () => {
    const id = newId();
    await tables.send("measurements&check=true", table(sent), { id });
    const other = table("I,2042,1,36.02\n");
    const { status, body } = await tables.send("measurements", other, { id });
    expect([status, body.taken, body.repeated]).toEqual([200, 1, false]);
    const again = await tables.send("measurements&check=true", other, { id });
    expect(again.body).toMatchObject({ checked: true, taken: 0, unchanged: 1 });
  });

  it("of groups, their results and answers", async () => {
    const group = `${grouped}Kelompok Coba,${tables.area},5,,\n`;
    const made = await tables.send("enterprise_groups", group.replace("Coba", "Nyata"));
    expect(made.body.taken).toBe(1);
    const { rows } = await world.hub.sql.query(
      "select id from enterprise_group where name = 'Kelompok Nyata'",
    );
    const before = await held();
    const answers = `assessment,question,answer\n${assessment.id},a-1,4\n${assessment.id},a-2,9\n`;
    const tried: [string, string, CheckedClient, object][] = [
      ["enterprise_groups", group, tables.keeper, { taken: 1 }],
      [
        "group_measurements",
        `group,period,jobs\n${rows[0].id},2040,9\n`,
        tables.keeper,
        { taken: 1 },
      ],
      ["answers", answers, assessor, { taken: 0, refused: 1, faults: [{ path: "C3" }] }],
      ["answers&mode=VALID", answers, assessor, { taken: 1, refused: 1 }],
    ];
    for (const [query, content, as, expected] of tried) {
      const { status, body } = await tables.send(`${query}&check=true`, content, { as });
      expect([query, status, body]).toMatchObject([query, 200, { checked: true, ...expected }]);
    }
    expect(await held()).toEqual(before);
  });

  it("of an assessment's workbook", async () => {
    await assessment.answer({ question: "a-1", scale: 3 });
    const path = `/assessments/${assessment.id}/workbook.xlsx`;
    const { content } = await downloadFile(assessor, path);
    await assessment.answer({ question: "a-1", scale: 4 });
    const before = await held();
    const send = (query: string) =>
      uploadFile(assessor, ["POST", `${path}?${query}`], content, { "content-type": types.xlsx });
    const { version } = (await assessment.shown("version")) as { version: number };
    const checked = await send(`check=true&expectedVersion=${version}`);
    expect([checked.status, checked.body]).toMatchObject([
      200,
      { checked: true, taken: 1, answers: ["a-1"], cleared: 0, faults: [] },
    ]);
    // What would be refused is refused: the workbook is older than the answer.
    expect((await send("check=true")).status).toBe(409);
    expect(await held()).toEqual(before);
  });

  it("refuses what cannot be read, and a word that is no yes or no", async () => {
    expect((await tables.refused("measurements&check=true", "x,y\n1,2\n")).reason).toBe("COLUMNS");
    expect((await tables.refused("measurements&check=maybe", table(sent))).paths).toEqual([
      "check",
    ]);
  });
});
