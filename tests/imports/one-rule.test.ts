import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  TestAssessment,
  unscored,
} from "../testkit/assessments/test-assessment.js";
import { ImportWorld } from "../testkit/imports/import-world.js";
import { type Input, refused } from "../testkit/mutations/documents.js";
import { newId } from "../testkit/world/world.js";

// Every field that both a table and a mutation take: the same bad values are given to both, and both refuse.

let tables: ImportWorld;
beforeAll(async () => {
  tables = await ImportWorld.start();
});
afterAll(() => tables.stop());

/** A bad value: the column with the cell's text, and the field with its place in the mutation's input. */
type Bad = readonly [column: string, cell: string, input: Input, field: string];

const source = (column: string, field: string, values: readonly string[]): Bad[] =>
  values.map((value) => [
    `source ${column}`,
    value,
    { sources: [{ publisher: "BPS", [field]: value }] },
    `sources.0.${field}`,
  ]);

const sources: Bad[] = [
  ...source("date", "date", [
    ...["2021-13", "2021-00", "2020-02-31", "2021-02-29", "0000", "0000-01-01", "2021-1"],
    ...["21-01-2020", "kemarin", "2021-06-00"],
  ]),
  ...source("address", "address", [
    ...["http://a", "https://??", "ftp://bps.go.id", "bps.go.id", "mailto:a@bps.go.id"],
    ...["https://", "https://a b.go.id", "javascript:alert(1)", `https://a.id/${"x".repeat(2000)}`],
    "orang@bps.go.id",
  ]),
  ...source("publisher", "publisher", ["x".repeat(201), "a\u202eb", "a\u0007b"]),
  ...source("note", "note", ["x".repeat(2001), "a\u202eb", "a\u0007b"]),
];

const field = (column: string, name: string, values: readonly unknown[]): Bad[] =>
  values.map((value) => [column, String(value), { [name]: value }, name]);

const counts = (...given: [by: string, value: string, count: number][]): Bad => [
  "disaggregation",
  given.map(([by, value, count]) => `${by} ${value}=${count}`).join("; "),
  { disaggregation: given.map(([by, value, count]) => ({ by, value, count })) },
  "disaggregation",
];

const measured: Bad[] = [
  ...field("period", "period", ["2023-S3", "2023-13", "0000", "2023-06-01", "23"]),
  ...field("value", "value", [-1, 1.5, 0.5, 1e19, 1e-10]),
  ...field("numerator", "numerator", [-1, 1e19]),
  ...field("denominator", "denominator", [-1, 0]),
  ...field("note", "note", ["x".repeat(2001), "a\u202eb", "a\u0007b"]),
  counts(["SEX", "women", -1]),
  counts(["SEX", "women", 1.5]),
  counts(["SEX", "women", 2 ** 31]),
  counts(["SEX", " ", 3]),
  counts(["SEX", "x".repeat(51), 3]),
  counts(["HEIGHT", "tall", 3]),
  counts(["SEX", "women", 3], ["SEX", "Women", 3]),
  counts(["SEX", "women", 8], ["SEX", "men", 3]),
  counts(...Array.from({ length: 51 }, (_, at): [string, string, number] => ["SEX", `${at}`, 0])),
  ["region", "99.99", { regionCode: "99.99" }, "regionCode"],
  ["region", "3602011", { regionCode: "3602011" }, "regionCode"],
  ...sources,
];

const grouped: Bad[] = [
  ...field("name", "name", ["x".repeat(201), "a\tb", "a\u202eb"]),
  ...field("members", "members", [0, -1, 1.5, 1001]),
  ...field("women", "women", [-1, 1.5, 1001]),
  ...field("men", "men", [-1, 1.5, 1001]),
  ["women", "17", { women: 17 }, "members"],
  ...field("formed on", "formedOn", ["2020-02-31", "2020-13-01", "2020-01", "31/01/2020"]),
  ...field("village", "villageCode", ["36.02", "33.25.01.2001", "99.99.99.9999"]),
  ["products", "x".repeat(201), { products: [{ name: "x".repeat(201) }] }, "products.0.name"],
  [
    "products",
    Array.from({ length: 51 }, (_, at) => at).join(";"),
    { products: Array.from({ length: 51 }, (_, at) => ({ name: String(at) })) },
    "products",
  ],
  ["journey", "RICH", { journey: "RICH" }, "journey"],
  ["visibility", "SECRET", { visibility: "SECRET" }, "visibility"],
  ["classification code", "x".repeat(21), classified("x".repeat(21)), "classification.code"],
  ["classification code", "10\u202e761", classified("10\u202e761"), "classification.code"],
  ...field("note", "note", ["x".repeat(2001), "a\u0007b"]),
  ...sources,
];

function classified(code: string): Input {
  return { classification: { code, version: "KBLI 2020" } };
}

const results: Bad[] = [
  ...field("period", "period", ["2023-S3", "0000"]),
  ...field("revenue", "revenue", ["-1", "1.5", "01", "9".repeat(19), "satu"]),
  ...field("jobs", "jobs", [-1, 1.5, 1_000_001]),
  ...field("note", "note", ["x".repeat(2001), "a\u202eb"]),
  ...sources,
];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe("What a mutation refuses, a table refuses too", () => {
  /** Sends a table with a bad value in each row, and the mutation with each of them. */
  async function expectBoth(
    kind: string,
    mutation: string,
    bad: readonly Bad[],
    good: (at: number) => { row: Record<string, string>; input: Input },
  ): Promise<void> {
    const rows = bad.map(
      ([column, cell], at): Record<string, string> => ({
        ...good(at).row,
        ...(column.startsWith("source ") ? { "source publisher": "BPS" } : {}),
        ...(column === "classification code" ? { "classification version": "KBLI 2020" } : {}),
        [column]: cell,
      }),
    );
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const lines = rows.map((row) => columns.map((name) => quoted(row[name] ?? "")).join(","));
    const answer = await tables.refused(kind, [columns.join(","), ...lines].join("\n"));
    const refusedRows = new Set(answer.paths.map((path) => Number(path.replace(/\D/g, ""))));
    const taken = bad.filter((_, at) => !refusedRows.has(at + 2));
    expect({ kind, taken: taken.map(([column, cell]) => [column, cell.slice(0, 40)]) }).toEqual({
      kind,
      taken: [],
    });
    for (const [at, [, cell, input, name]] of bad.entries()) {
      const { paths } = await refused(tables.keeper, mutation, { ...good(at).input, ...input });
      const own = paths.filter((path) => `${path}.`.startsWith(`input.${name}`));
      expect({ cell: cell.slice(0, 40), name, paths: own.length > 0 ? [] : paths }).toEqual({
        ...{ cell: cell.slice(0, 40), name, paths: [] },
      });
    }
  }

  it("in a measurement", () =>
    expectBoth("measurements", "recordMeasurement", measured, (at) => {
      const period = String(1000 + at);
      return {
        row: { indicator: tables.indicator, period, region: "36.02", value: "10" },
        input: {
          ...{ indicatorId: tables.inputs.indicator.id, period, regionCode: "36.02", value: 10 },
        },
      };
    }));

  it("in a group", () =>
    expectBoth("enterprise_groups", "registerEnterpriseGroup", grouped, (at) => {
      const name = `Kelompok ${at}`;
      return {
        row: { name, area: tables.area, members: "16", village: "36.02.27.2010" },
        input: {
          ...{ name, areaId: tables.inputs.area.id, members: 16, villageCode: "36.02.27.2010" },
        },
      };
    }));

  it("in a group's results", async () => {
    const { id } = await tables.inputs.do("registerEnterpriseGroup");
    await expectBoth("group_measurements", "recordGroupMeasurement", results, (at) => {
      const period = String(1000 + at);
      return {
        row: { group: id, period, revenue: "5", jobs: "5" },
        input: { groupId: id, period, revenue: "5", jobs: 5, id: newId() },
      };
    });
  });
});

describe("An answer in a table", () => {
  const options = ["a", "b"].map((key) => ({ key, text: { english: key, indonesian: key } }));
  const asked = (key: string, kind: string, more = {}) =>
    question(key, { kind, ...unscored, ...more });
  /** The question, what a table's cell says, and the answer of the mutation. */
  const bad: readonly (readonly [key: string, cell: string, answer: Input])[] = [
    ...[0, 6, 2.5].map((scale) => ["scale", String(scale), { scale }] as const),
    ...[-11, 11].map((number) => ["number", String(number), { number }] as const),
    ...[-1, 100.5].map((percent) => ["percent", String(percent), { percent }] as const),
    ...["-1", "1.5", "01", "9".repeat(19)].map((money) => ["money", money, { money }] as const),
    ["choice", "c", { choice: "c" }],
    ["many", "a; c", { choices: ["a", "c"] }],
    ["many", "a; a", { choices: ["a", "a"] }],
    ...["x".repeat(5001), "a\u202eb", "a\u0007b"].map((text) => ["text", text, { text }] as const),
    ["nothing", "1", { number: 1 }],
  ];

  it("is refused where the mutation refuses it", async () => {
    const { world } = tables;
    const [university, owner] = [await world.organisation(), await world.organisation()];
    const content = questionnaire([
      question("scale"),
      asked("number", "NUMBER", { minimum: -10, maximum: 10 }),
      asked("percent", "PERCENT"),
      asked("money", "MONEY"),
      asked("choice", "CHOICE", { options }),
      asked("many", "MULTI_CHOICE", { options }),
      asked("text", "TEXT"),
    ]);
    const instrument = await publishedInstrument(world, university, content);
    const subject = { areaId: tables.inputs.area.id, programmeId: tables.inputs.programme.id };
    const setting = { university, owner, instrument, subject };
    const assessment = await TestAssessment.offered(world, setting);
    const assessor = await world.member(university, "ASSESSOR");
    const { version } = await world.seen("assessment", assessment.id);
    for (const [key, cell, answer] of bad) {
      const table = `assessment,question,answer\n${assessment.id},${key},${quoted(cell)}\n`;
      const reported = await tables.refused("answers", table, assessor);
      const given = { id: assessment.id, expectedVersion: version };
      const answers = [{ question: key, ...answer }];
      const { code } = await refused(assessor, "answerAssessment", { ...given, answers });
      expect([cell.slice(0, 20), reported.status, reported.reason, code]).toEqual([
        ...[cell.slice(0, 20), 400, "CELLS", "BAD_USER_INPUT"],
      ]);
    }
  });

  it("is read with the table's form of numbers", async () => {
    const { world } = tables;
    const university = await world.organisation();
    const content = questionnaire([asked("number", "NUMBER"), asked("money", "MONEY")]);
    const instrument = await publishedInstrument(world, university, content);
    const subject = { areaId: tables.inputs.area.id, programmeId: tables.inputs.programme.id };
    const setting = { university, owner: university, instrument, subject };
    const assessment = await TestAssessment.offered(world, setting);
    const assessor = await world.member(university, "ASSESSOR");
    const table = `assessment,question,answer\n${assessment.id},number,12.500\n${assessment.id},money,1.500.000\n`;
    const { errors, paths } = await tables.refused("answers", table, assessor);
    expect(paths).toEqual(["C2", "C3"]);
    expect(errors[0]?.message).toMatch(/12500 or as 12\.5: .*numbers=ID.*as 1500000; or say/s);
    const { body } = await tables.send("answers&numbers=ID", table, { as: assessor });
    expect(body.taken).toBe(2);
    const { rows } = await world.hub.sql.query(
      "select value, money from answer where assessment_id = $1 order by number",
      [assessment.id],
    );
    expect(rows).toMatchObject([{ value: 12500 }, { money: "1500000" }]);
  });
});
