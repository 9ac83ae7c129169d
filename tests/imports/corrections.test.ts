import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  TestAssessment,
} from "../testkit/assessments/test-assessment.js";
import { downloadFile, headOf, verdictOf } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { ImportWorld, measured } from "../testkit/imports/import-world.js";
import { documentOf, write } from "../testkit/mutations/documents.js";
import { World } from "../testkit/world/world.js";

// The mode CORRECT: a downloaded table is corrected and sent back in one go (rule 14 of the domain).

let tables: ImportWorld;
let world: World;
let keeper: CheckedClient;

beforeAll(async () => {
  tables = await ImportWorld.start();
  ({ world, keeper } = tables);
});
afterAll(() => tables.stop());

const download = async (path: string, as = keeper) =>
  (await downloadFile(as, `/tables/${path}`)).content.toString().replace("\uFEFF", "");

const correct = (kind: string, table: string, as = keeper) =>
  tables.send(`${kind}&mode=CORRECT&organisation=${tables.partner.id}`, table, { as });

/** The values of the measurements of a period, by region. */
const valuesOf = async (period: string): Promise<Record<string, number>> => {
  const { rows } = await world.hub.sql.query(
    "select region_id, value from measurement where period = $1 order by region_id",
    [period],
  );
  return Object.fromEntries(rows.map(({ region_id, value }) => [region_id, value]));
};

describe("A downloaded table is corrected and sent back", () => {
  it("400 cells in one go, each with its line in the ledger", async () => {
    const { rows: villages } = await world.hub.sql.query(
      "select code from region where level = 'VILLAGE' order by code limit 400",
    );
    const lines = villages.map(({ code }) => `${tables.indicator},2050,7,${code}\n`);
    expect((await tables.send("measurements", measured + lines.join(""))).body.taken).toBe(400);
    const table = await download(`measurements.csv?indicator=${tables.indicator}&period=2050`);
    const before = await headOf(world);
    const { status, body } = await correct(
      "measurements",
      table.replaceAll(",2050,7,", ",2050,9,"),
    );
    expect([status, body]).toMatchObject([200, { taken: 400, unchanged: 0, leftAlone: 0 }]);
    expect(await headOf(world)).toBe(before + 401);
    const { rows } = await world.hub.sql.query(
      `select diff, kind, operation, count(*)::int from change where position > $1 and entity = 'Measurement' group by 1, 2, 3`,
      [before],
    );
    expect(rows).toEqual([
      {
        ...{ kind: "UPDATED", operation: "importTable", count: 400 },
        diff: { value: { before: 7, after: 9 } },
      },
    ]);
  });

  it("others' rows and those that changed meanwhile are left alone, and told", async () => {
    const { cast, indicator } = tables.inputs;
    const owner = await world.member(cast.programmeOwner, "CONTRIBUTOR");
    const foreign = { indicatorId: indicator.id, period: "2051", value: 3, regionCode: "36.03" };
    await write(owner, "recordMeasurement", foreign);
    const mine = ["36.01", "36.02", "36.04"].map((code) => `${tables.indicator},2051,5,${code}\n`);
    await tables.send("measurements", measured + mine.join(""));
    const table = await download(`measurements.csv?indicator=${tables.indicator}&period=2051`);
    const { rows } = await world.hub.sql.query(
      "select id from measurement where period = '2051' and region_id = '36.04'",
    );
    const change = { id: rows[0].id, expectedVersion: 1, value: 50 };
    await write(keeper, "correctMeasurement", change);
    const corrected = table.replace(/,2051,5,/g, ",2051,6,").replace(/,2051,3,/, ",2051,4,");
    const added = `${corrected}${tables.indicator},2051,1,36.71${",".repeat(14)}\n`;
    const { status, body } = await correct("measurements", added);
    const line = (code: string) =>
      added.split("\r\n").findIndex((text) => text.includes(`,${code},`)) + 1;
    expect([status, body]).toMatchObject([
      200,
      { rows: 5, taken: 2, unchanged: 0, refused: 0, leftAlone: 3 },
    ]);
    expect((body as unknown as { leftAloneRows: object[] }).leftAloneRows).toEqual(
      [
        { row: line("36.03"), reason: "OTHERS", message: expect.stringMatching(/another org/) },
        { row: line("36.04"), reason: "CHANGED", message: expect.stringMatching(/was changed/) },
        { row: 6, reason: "NOT_FOUND", message: expect.stringMatching(/nothing is created/) },
      ].sort((a, b) => a.row - b.row),
    );
    expect(await valuesOf("2051")).toEqual({ "36.01": 6, "36.02": 6, "36.03": 3, "36.04": 50 });
    // The import shows it later too.
    const { imports } = await keeper.data<{ imports: { nodes: object[] } }>(
      `{ imports(first: 1, orderBy: [{ field: CREATED_AT, direction: DESC }]) { nodes { mode leftAlone leftAloneRows { reason } } } }`,
    );
    expect(imports.nodes).toMatchObject([{ mode: "CORRECT", leftAlone: 3 }]);
    // The same table once more finds its own corrections, and says so.
    expect((await correct("measurements", added)).body).toMatchObject({ taken: 0, unchanged: 2 });
  });

  it("by its natural key, where it names no ids; and only what differs changes", async () => {
    const columns = "indicator,period,value,region,note,source publisher\n";
    const first = `${tables.indicator},2052,5,36.02,catatan,BPS\n`;
    await tables.send("measurements", columns + first);
    const table = `${measured}${tables.indicator},2052,8,3602\n`;
    expect((await correct("measurements", table)).body).toMatchObject({ taken: 1 });
    const { rows } = await world.hub.sql.query(
      "select value, note, version, sources from measurement where period = '2052'",
    );
    expect(rows).toEqual([
      {
        value: 8,
        note: "catatan",
        version: 2,
        sources: [expect.objectContaining({ publisher: "BPS" })],
      },
    ]);
    // The same value in another spelling is no correction.
    const again = `${measured}${tables.indicator},2052,8.0,36.02\n`;
    expect((await correct("measurements", again)).body).toMatchObject({ taken: 0, unchanged: 1 });
    const cleared = `indicator,period,value,region,note\n${tables.indicator},2052,8,36.02,\n`;
    expect((await correct("measurements", cleared)).body).toMatchObject({ taken: 1 });
    expect(await valuesOf("2052")).toEqual({ "36.02": 8 });
  });

  it("all or nothing where a cell is wrong, and what a row is about stays", async () => {
    const lines = ["36.01", "36.02"].map((code) => `${tables.indicator},2053,5,${code}\n`);
    await tables.send("measurements", measured + lines.join(""));
    const table = await download(`measurements.csv?indicator=${tables.indicator}&period=2053`);
    const wrong = table
      .replace(",2053,5,36.01,", ",2053,6,36.01,")
      .replace(",2053,5,36.02,", ",2053,-1,36.02,");
    const reported = await tables.refused("measurements&mode=CORRECT", wrong);
    expect([reported.reason, reported.paths]).toEqual(["CELLS", ["C3"]]);
    const moved = table.replace(",36.02,", ",36.03,");
    expect((await tables.refused("measurements&mode=CORRECT", moved)).paths).toEqual(["D3"]);
    const twice = `${table}${table.split("\r\n")[1]}\r\n`;
    const same = twice.replaceAll(",2053,5,", ",2053,7,");
    expect((await tables.refused("measurements&mode=CORRECT", same)).paths).toEqual(
      ["indicator"].map(() => "Q4"),
    );
    const clash = table.replace(",2053,5,36.02,", ",2052,5,36.02,");
    expect((await tables.refused("measurements&mode=CORRECT", clash)).paths).toEqual(["B3"]);
    const checked = await tables.send(
      "measurements&mode=CORRECT&check=true",
      table.replace(",2053,5,36.01,", ",2053,6,36.01,"),
    );
    expect(checked.body).toMatchObject({
      ...{ checked: true, taken: 1, unchanged: 1 },
      changes: [{ row: 2, change: "CORRECTED", cells: { value: { before: "5", after: "6" } } }],
    });
    expect(await valuesOf("2053")).toEqual({ "36.01": 5, "36.02": 5 });
  });
});

describe("Every kind of table is corrected", () => {
  it("groups and their results", async () => {
    const group = `name,area,members,village,journey,formed on,women,men,products,classification code,classification version,visibility,source publisher
Kopi Dua,${tables.area},7,36.02.27.2010,FORMED,2020-01-31,4,3,Kopi; Gula,10761,KBLI 2020,public,Dinas\n`;
    await tables.send("enterprise_groups", group);
    const table = await download(`enterprise-groups.csv?area=${tables.area}`);
    const corrected = table
      .replace(
        ",7,36.02.27.2010,FORMED,2020-01-31,4,3,Kopi; Gula,",
        ",8,36.02.27.2010,TRAINED,2020-02-01,4,4,Kopi,",
      )
      .replace("KBLI 2020", "KBLI 2025");
    expect((await correct("enterprise_groups", corrected)).body).toMatchObject({ taken: 1 });
    const { rows } = await world.hub.sql.query(
      `select id, name, members, women, men, journey, formed_on::text, products, classification, version
       from enterprise_group where name = 'Kopi Dua'`,
    );
    const { id, ...facts } = rows[0];
    expect(facts).toEqual({
      ...{ name: "Kopi Dua", members: 8, women: 4, men: 4, journey: "TRAINED" },
      ...{ formed_on: "2020-02-01", products: [{ name: "Kopi" }], version: 2 },
      classification: { code: "10761", version: "KBLI 2025" },
    });
    const more = corrected.replace(",8,36.02", ",9,36.02");
    expect((await tables.send("enterprise_groups&mode=CORRECT", more)).body).toMatchObject({
      ...{ taken: 0, leftAlone: 1, leftAloneRows: [{ row: 2, reason: "CHANGED" }] },
    });
    const byKey = `name,area,members,village,women,men\nKopi Dua,${tables.area},9,36.02.27.2010,4,4\n`;
    const sum = await tables.refused("enterprise_groups&mode=CORRECT", byKey);
    expect(sum.paths).toEqual(["C2"]);
    const results = `group,period,revenue,jobs\n${id},2050,1000,5\n`;
    await tables.send("group_measurements", results);
    const shown = await download(`group-measurements.csv?area=${tables.area}`);
    const answer = await correct(
      "group_measurements",
      shown.replace(",2050,1000,5,", ",2050,2000,6,"),
    );
    expect(answer.body).toMatchObject({ taken: 1, leftAlone: 0 });
    const again = results.replace(",1000,5", ",3000,6");
    expect((await correct("group_measurements", again)).body).toMatchObject({ taken: 1 });
    const measured = await world.hub.sql.query(
      "select revenue, jobs, version from group_measurement",
    );
    expect(measured.rows).toEqual([{ revenue: "3000", jobs: 6, version: 3 }]);
  });

  it("answers, while their assessment is open", async () => {
    const university = await world.organisation();
    const content = questionnaire([question("a-1"), question("a-2")]);
    const instrument = await publishedInstrument(world, university, content);
    const { area, cast, programme } = tables.inputs;
    const subject = { areaId: area.id, programmeId: programme.id };
    const setting = { university, owner: cast.programmeOwner, instrument, subject };
    const assessment = await TestAssessment.offered(world, setting);
    const as = await assessment.assessor;
    await assessment.answer({ question: "a-1", scale: 3, note: "lama" });
    const table = await download(`answers.csv?assessment=${assessment.id}`, as);
    expect(table).toBe(
      `assessment,question,answer,note,version\r\n${assessment.id},a-1,3,lama,1\r\n`,
    );
    const more = `${table.replace(",3,lama", ",5,baru")}${assessment.id},a-2,1,,\r\n`;
    const send = (content: string) => tables.send("answers&mode=CORRECT", content, { as });
    expect((await send(more)).body).toMatchObject({
      ...{ rows: 2, taken: 1, leftAlone: 1, leftAloneRows: [{ row: 3, reason: "NOT_FOUND" }] },
    });
    expect(await assessment.shown("answers { question scale note }")).toEqual({
      answers: [{ question: "a-1", scale: 5, note: "baru" }],
    });
    expect((await send(table.replace(",3,lama", ",2,lama"))).body).toMatchObject({
      ...{ taken: 0, leftAloneRows: [{ row: 2, reason: "CHANGED" }] },
    });
    // A column that the table lacks stays as it is.
    const short = `assessment,question,answer\n${assessment.id},a-1,1\n`;
    expect((await send(short)).body).toMatchObject({ taken: 1 });
    expect(await assessment.shown("answers { scale note }")).toEqual({
      answers: [{ scale: 1, note: "baru" }],
    });
  });
});

describe("A whole import is taken back", () => {
  /** Takes an import back; the error that it gets. */
  async function undo(id: string, as = keeper, expectedVersion = 1) {
    const input = { id, expectedVersion, reason: "Berkas keliru" };
    const { errors } = await as.ask(documentOf("undoImport"), { input });
    return { error: errors?.[0]?.extensions as Record<string, unknown> | undefined };
  }
  const sent = async (kind: string, table: string, as = keeper): Promise<string> => {
    const { status, body } = await tables.send(kind, table, { as });
    expect([status, body.refused]).toEqual([200, 0]);
    return body.id;
  };
  const lines = (period: string, value: number) =>
    ["36.01", "36.02"].map((code) => `${tables.indicator},${period},${value},${code}\n`).join("");

  it("of measurements, which are retracted with the reason, once", async () => {
    const id = await sent("measurements", measured + lines("2060", 5));
    const before = await headOf(world);
    expect((await undo(id)).error).toBeUndefined();
    expect(await headOf(world)).toBe(before + 3);
    const { rows } = await world.hub.sql.query(
      "select status, reason, version from measurement where period = '2060'",
    );
    expect(rows).toEqual(
      [1, 2].map(() => ({ status: "RETRACTED", reason: "Berkas keliru", version: 2 })),
    );
    expect((await undo(id, keeper, 2)).error).toMatchObject({
      code: "INVALID_TRANSITION",
      reason: "UNDONE",
    });
    // The place is measured anew, by the right table.
    await sent("measurements", measured + lines("2060", 6));
    const stranger = await world.member(tables.inputs.cast.other, "ADMIN");
    expect((await undo(id, stranger)).error).toMatchObject({ code: "NOT_FOUND" });
    expect((await verdictOf(world)).whole).toBe(true);
  });

  it("of corrections, whose fields get their earlier values where nobody changed them since", async () => {
    await sent("measurements", measured + lines("2061", 5));
    const table = await download(`measurements.csv?indicator=${tables.indicator}&period=2061`);
    const id = await sent("measurements&mode=CORRECT", table.replaceAll(",2061,5,", ",2061,9,"));
    const { rows } = await world.hub.sql.query(
      "select id, version from measurement where period = '2061' order by region_id",
    );
    const [first] = rows;
    const note = { id: first.id, expectedVersion: first.version, note: "lain" };
    await write(keeper, "correctMeasurement", note);
    expect((await undo(id)).error).toBeUndefined();
    expect(await valuesOf("2061")).toEqual({ "36.01": 5, "36.02": 5 });
    const again = await download(`measurements.csv?indicator=${tables.indicator}&period=2061`);
    const second = await sent(
      "measurements&mode=CORRECT",
      again.replaceAll(",2061,5,", ",2061,7,"),
    );
    const value = { id: first.id, expectedVersion: first.version + 3, value: 8 };
    await write(keeper, "correctMeasurement", value);
    expect((await undo(second)).error).toMatchObject({
      ...{ code: "INVALID_TRANSITION", reason: "BUILT_ON", count: 1 },
      builtOn: [{ entity: "Measurement", id: first.id, by: "LATER_CORRECTION" }],
    });
    expect(await valuesOf("2061")).toEqual({ "36.01": 8, "36.02": 7 });
  });

  it("of groups and results, in the order in which they stand on each other", async () => {
    const groups = await sent(
      "enterprise_groups",
      `name,area,members\nKopi Tiga,${tables.area},5\n`,
    );
    const { rows } = await world.hub.sql.query(
      "select id from enterprise_group where name = 'Kopi Tiga'",
    );
    const results = await sent("group_measurements", `group,period,jobs\n${rows[0].id},2060,5\n`);
    expect((await undo(groups)).error).toMatchObject({
      builtOn: [{ entity: "EnterpriseGroup", id: rows[0].id, by: "RESULTS_OR_SUPPORT" }],
    });
    expect((await undo(results)).error).toBeUndefined();
    expect((await undo(groups)).error).toBeUndefined();
    const left = await world.hub.sql.query(
      "select 1 from enterprise_group where name = 'Kopi Tiga'",
    );
    expect(left.rows).toEqual([]);
    // Its history stays with those who recorded it.
    const { changes } = await keeper.data<{ changes: { nodes: object[] } }>(
      `{ changes(last: 3, where: { operation: { eq: "undoImport" }, kind: { eq: DELETED } }) { nodes { entity } } }`,
    );
    expect(changes.nodes).toContainEqual({ entity: "EnterpriseGroup" });
    expect((await verdictOf(world)).whole).toBe(true);
  });
});
