import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  TestAssessment,
  unscored,
} from "../testkit/assessments/test-assessment.js";
import {
  downloadFile,
  type FileAnswer,
  headOf,
  types,
  uploadFile,
  verdictOf,
} from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { tokenFor } from "../testkit/hub/index.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { watch } from "../testkit/live/live-world.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { hold, untilBlocked } from "../testkit/postgres/sessions.js";
import { connection } from "../testkit/protocol/raw-http.js";
import { newId, type Party, World } from "../testkit/world/world.js";

interface Imported {
  id: string;
  position: number;
  repeated: boolean;
  rows: number;
  taken: number;
  unchanged: number;
  refused: number;
  rejected: string | null;
}

let world: World;
let inputs: IndicatorInputs;
let partner: Party;
let keeper: CheckedClient;
/** The keys of the indicator and of the area. */
let indicator: string;
let area: string;
let villages: string[];

beforeAll(async () => {
  world = await World.start();
  inputs = await IndicatorInputs.make(world, await indicatorCast(world));
  ({ partner } = inputs.cast);
  keeper = await world.member(partner, "CONTRIBUTOR");
  const { sql } = world.hub;
  const keyOf = async (table: string, { id }: Written) =>
    (await sql.query(`select key from ${table} where id = $1`, [id])).rows[0].key;
  indicator = await keyOf("indicator", inputs.indicator);
  area = await keyOf("area", inputs.area);
  const { rows } = await sql.query(
    "select code from region where level = 'VILLAGE' and code < '36' order by code limit 3000",
  );
  villages = rows.map(({ code }) => code);
});
afterAll(() => world.stop());

/** Sends a table; `query` begins with its kind. */
const sendTable = (
  query: string,
  content: string | Buffer,
  { as = keeper, id = newId(), more = {} as Record<string, string> } = {},
): Promise<FileAnswer<Imported>> =>
  uploadFile(as, ["PUT", `/imports/${id}?kind=${query}`], content, {
    "content-type": types.csv,
    ...more,
  });

/** Sends a table of which nothing is taken, and expects that nothing was. */
async function refusedTable(query: string, content: string | Buffer, as?: CheckedClient) {
  const before = await headOf(world);
  const reported = await sendTable(query, content, as ? { as } : {});
  expect(await headOf(world)).toBe(before);
  return reported;
}

const figuresOf = ({ status, body }: FileAnswer<Imported>) => {
  const { rows, taken, unchanged, refused } = body;
  return [status, rows, taken, unchanged, refused];
};

const measured = "indicator,period,value,region\n";
const grouped = "name,area,members,women,men\n";
const count = async (table: string) =>
  (await world.hub.sql.query(`select count(*)::int from ${table}`)).rows[0].count;

describe("A table of each kind", () => {
  it("of measurements is taken, and known when it comes again", async () => {
    const header = "Indicator;PERIOD;value;region;area;numerator;baseline;disaggregation;note;";
    const table = `\uFEFF${header}source publisher;source date
${indicator};2001;12,5;36.02;;;ya;SEX women=3; SEX men=10;catatan;BPS;2001-07
${indicator};2001-Q2;7;;${area};4;no;;"dua
baris";;\n\n`.replace("SEX women=3; SEX men=10", '"SEX women=3; SEX men=10"');
    const before = await headOf(world);
    const first = await sendTable("measurements", table);
    expect(figuresOf(first)).toEqual([200, 2, 2, 0, 0]);
    // Two measurements and the import itself.
    expect(first.body).toMatchObject({ repeated: false, rejected: null, position: before + 3 });
    expect(figuresOf(await sendTable("MEASUREMENTS", table))).toEqual([200, 2, 0, 2, 0]);
    const { rows } = await world.hub.sql.query(
      "select value, is_baseline as base, disaggregation as counts, note, sources, organisation_id as by from measurement where period = '2001'",
    );
    expect(rows).toEqual([
      {
        ...{ value: 12.5, base: true, note: "catatan", by: partner.id },
        counts: [
          { by: "SEX", count: 3, value: "women" },
          { by: "SEX", count: 10, value: "men" },
        ],
        sources: [expect.objectContaining({ publisher: "BPS", date: "2001-07" })],
      },
    ]);
    expect((await sendTable("measurements", table.replace("12,5", "13"))).paths).toEqual(["C2"]);
  });

  it("of groups and of their results, which name them by their ids", async () => {
    const table = `name,area,members,village,journey,formed on,women,men,products,classification code,classification version,visibility,source publisher
Kopi Satu,${area},7,36.02.27.2010,selling,2020-01-31,4,3,Kopi; Gula,10761,KBLI 2020,public,Dinas\n`;
    expect(figuresOf(await sendTable("enterprise-groups".replace("-", "_"), table))).toEqual([
      ...[200, 1, 1, 0, 0],
    ]);
    expect(figuresOf(await sendTable("enterprise_groups", table))).toEqual([200, 1, 0, 1, 0]);
    // A table that says less of it says nothing else.
    const less = `name,area,village,members,women,men\nKopi Satu,${area},36.02.27.2010,7,4,3\n`;
    expect(figuresOf(await sendTable("enterprise_groups", less))).toEqual([200, 1, 0, 1, 0]);
    for (const [from, to] of [
      ["Kopi; Gula", "Kopi; Teh"],
      ["selling", "trained"],
      ["2020-01-31", "2020-02-01"],
      [",4,3,", ",3,4,"],
    ] as const) {
      const other = await refusedTable("enterprise_groups", table.replace(from, to));
      expect(other.paths).toEqual(["A2"]);
    }
    const { rows } = await world.hub.sql.query("select id from enterprise_group");
    const [{ id }] = rows;
    const results = `group,period,revenue,jobs,note\n${id},2023,9007199254740993,12,\n`;
    expect(figuresOf(await sendTable("group_measurements", results))).toEqual([200, 1, 1, 0, 0]);
    expect(figuresOf(await sendTable("group_measurements", results))).toEqual([200, 1, 0, 1, 0]);
    const other = await refusedTable("group_measurements", results.replace(",12,", ",13,"));
    expect(other.paths).toEqual(["B2"]);
  });

  it("of answers, by those who assess", async () => {
    const university = await world.organisation();
    const content = questionnaire([
      question("a-1"),
      question("a-2", { kind: "MONEY", ...unscored }),
      question("a-3", { kind: "TEXT", ...unscored }),
    ]);
    const instrument = await publishedInstrument(world, university, content);
    const subject = { areaId: inputs.area.id, programmeId: inputs.programme.id };
    const setting = { university, owner: inputs.cast.programmeOwner, instrument, subject };
    const [one, two] = [
      await TestAssessment.offered(world, setting),
      await TestAssessment.offered(world, setting),
    ];
    const as = await one.assessor;
    const row = (...cells: string[]) => `${cells.join(",")}\n`;
    const table = `assessment,question,answer,note\n${row(one.id, "a-1", "4", "wawancara")}${row(
      ...[one.id, "a-2", "9007199254740993", ""],
    )}${row(two.id.toUpperCase(), "a-3", '"=1+1, kata"', "")}`;
    expect(figuresOf(await sendTable("answers", table, { as }))).toEqual([200, 3, 3, 0, 0]);
    expect(figuresOf(await sendTable("answers", table, { as }))).toEqual([200, 3, 0, 3, 0]);
    expect(await one.shown("version scores { value } answers { question scale money }")).toEqual({
      ...{ version: 2, scores: [{ value: 75 }] },
      answers: [
        { question: "a-1", scale: 4, money: null },
        { question: "a-2", scale: null, money: "9007199254740993" },
      ],
    });
    const faults = `assessment,question,answer\n${row(one.id, "a-1", "5")}${row(
      ...[two.id, "a-1", "9"],
    )}${row(two.id, "b-1", "1")}${row(two.id, "a-2", "1.5")}${row(newId(), "a-1", "1")}${row(
      ...["x", "a-1", "1"],
    )}${row(two.id, "a-1", "1")}`;
    const reported = await refusedTable("answers", faults, as);
    expect(reported.paths).toEqual(["C2", "C3", "B4", "C5", "B8", "A6", "A7"].sort(byRow));
    // Another university's is there, but not to be written in; a hidden one is as absent as none.
    const [absent, hidden] = await Promise.all(
      [newId(), one.id].map(
        async (id) =>
          (await refusedTable("answers", `assessment,question,answer\n${row(id, "a-1", "1")}`))
            .errors,
      ),
    );
    expect(hidden?.[0]?.message).toBe(absent?.[0]?.message);
    await one.step("withdrawAssessment", { reason: "Tidak jadi" });
    const closed = await refusedTable("answers", table, as);
    expect(closed.errors[0]?.extensions.faults).toBe(2);
  });
});

/** Orders cells as a table is read. */
const byRow = (a: string, b: string) =>
  Number(a.replace(/\D/, "")) - Number(b.replace(/\D/, "")) || a.localeCompare(b);

describe("A wrong cell is reported by its address", () => {
  const wrong: [kind: string, header: string, rows: string[], paths: string[]][] = [
    [
      "measurements",
      "indicator,period,value,region,area,disaggregation,action,baseline,numerator",
      [
        "I,2002,1.000.5,36.02,,,,,",
        "I,04/07/2002,1,36.02,,,,,",
        "I,2001,,36.02,,,,,",
        "none,2002,1,99.99,none,,,maybe,",
        "I,2002,1,36.02,A,,,,",
        "I,2006,-1,36.02,,SEX women=many,,,",
        "I,2003,1,36.02,,SEX women=1; sex Women=2,,,",
        `I,2003,1,36.03,,,${newId()},,x`,
        "I,2004,1,36.02,,,,,",
        "I,2004,2,36.02,,,,,",
        "I,2005,1e3,36.02,,,,,",
      ],
      [
        ...["C2", "B3", "C4", "H5", "A5", "E5", "D5", "C7", "F7", "E6", "F8"],
        ...["I9", "G9", "B11", "C12"],
      ],
    ],
    [
      "enterprise_groups",
      "name,area,members,village,journey,formed on,women,men,classification code,source address",
      [
        ",A,5,,,,,,,",
        "X,none,5,,,,,,,",
        "X,A,0,,,,,,,",
        "Y,A,5,36.01.01.2001,,,,,,",
        "Y,A,5,36.02,,,,,,",
        "Z,A,5,,rich,31/01/2020,1.5,,10761,ftp://x",
        "W,A,5,,,,3,3,,",
      ],
      ["A2", "B3", "C4", "D5", "D6", "E7", "F7", "G7", "I7", "J7", "7", "C8"],
    ],
    [
      "group_measurements",
      "group,period,revenue,jobs,source date",
      ["x,2002,1,1,", `${newId()},2002,1,1,`, ",2002,1.5,1.5,kemarin"],
      ["A2", "A3", "A4", "C4", "D4", "E4", "4"],
    ],
  ];

  it.each(wrong)("in %s", async (kind, header, rows, paths) => {
    const named = rows.map((row) =>
      row.replace(/^I,/, `${indicator},`).replace(",A,", `,${area},`),
    );
    const reported = await refusedTable(kind, `${header}\n${named.join("\n")}\n`);
    expect([reported.status, reported.reason]).toEqual([400, "CELLS"]);
    expect([...reported.paths].sort(byRow)).toEqual([...paths].sort(byRow));
    const { fields = [] } = reported.errors[0]?.extensions ?? {};
    for (const { message } of fields) expect(message.length).toBeGreaterThan(5);
  });
});

describe("A table is refused whole", () => {
  const rows = () => `${measured}${indicator},1999,1,36.02\n`;
  it.each([
    ["UTF-16", () => Buffer.from(`\uFEFF${rows()}`, "utf16le"), "ENCODING"],
    ["Latin-1", () => Buffer.from(`${rows()}Caf\xe9,2000,1,36\n`, "latin1"), "ENCODING"],
    ["NUL", () => `${rows()}a\0,2000,1,36\n`, "ENCODING"],
    ["a workbook", () => Buffer.from("PK\u0003\u0004\0\0\0\0"), "ENCODING"],
    ["a missing column", () => rows().replace("value", "note"), "COLUMNS"],
    ["an unknown column", () => rows().replace("region", "wilayah"), "COLUMNS"],
    ["a column twice", () => rows().replace("region", "Value "), "COLUMNS"],
    ["broken quotes", () => `${rows()}"a,2000,1,36\n`, "FORM"],
    ["nothing", () => "", "EMPTY"],
    ["a long cell", () => `${rows()}${"x".repeat(10_001)},2000,1,36\n`, "TOO_LONG"],
  ])("for %s", async (_, content, reason) => {
    const reported = await refusedTable("measurements", content());
    expect([reported.status, reported.code, reported.reason]).toEqual([
      400,
      "BAD_USER_INPUT",
      reason,
    ]);
  });

  it("for its address or its sender, before it comes", async () => {
    const [viewer, outsider] = [await world.member(partner, "VIEWER"), await world.organisation()];
    const other = await world.member(outsider, "CONTRIBUTOR");
    const refusals = [
      sendTable("measurements", rows(), { as: world.visitor() }),
      sendTable("measurements", rows(), { as: viewer }),
      sendTable(`measurements&organisation=${partner.id}`, rows(), { as: other }),
      sendTable("nothings", rows()),
      sendTable("measurements&mode=some", rows()),
      sendTable("measurements&organisation=x", rows()),
      sendTable("measurements%00", rows()),
      sendTable("measurements", rows(), { id: "no-id" }),
      sendTable("measurements", rows(), { more: { "content-type": types.xlsx } }),
    ];
    const statuses = (await Promise.all(refusals)).map(({ status }) => status);
    expect(statuses).toEqual([401, 403, 403, 400, 400, 400, 400, 404, 415]);
    const { status } = await downloadFile(keeper, `/imports/${newId()}/rejected.csv`);
    expect(status).toBe(404);
  });
});

describe("Only what is right, where so asked", () => {
  it("the rest comes back in the same form, is corrected and sent again", async () => {
    const header = "error;note;indicator;period;value;region\n";
    const table = `${header}alt;"a; ""b""";${indicator};2010;1,5;36.02
;;${indicator};2010;satu;36.03\n;=1+1;${indicator};tahun;2;36.04\n`;
    const { body, status } = await sendTable("measurements&mode=valid", table);
    expect([status, body.taken, body.refused]).toEqual([200, 1, 2]);
    const { content } = await downloadFile(keeper, String(body.rejected));
    const lines = content.toString().split("\r\n");
    expect(lines[0]).toBe("\uFEFFnote;indicator;period;value;region;error");
    expect(lines[1]).toMatch(new RegExp(`^;${indicator};2010;satu;36\\.03;"?E3: must be a number`));
    expect(lines[2]).toMatch(new RegExp(`^'=1\\+1;${indicator};tahun;2;36\\.04;"?D4: must be`));
    for (const client of [world.visitor(), await world.member(inputs.cast.other, "ADMIN")]) {
      expect((await downloadFile(client, String(body.rejected))).status).toBe(404);
    }
    const corrected = content.toString().replace("satu", "1").replace("tahun", "2011");
    expect(figuresOf(await sendTable("measurements", corrected))).toEqual([200, 2, 2, 0, 0]);
    const { rows } = await world.hub.sql.query(
      "select note from measurement where period = '2011'",
    );
    expect(rows).toEqual([{ note: "=1+1" }]);
  });

  it("rows of which the sender has no right are among the rest", async () => {
    const stranger = await world.organisation();
    const foreign = await write(await world.member(stranger, "COORDINATOR"), "createIndicator", {
      ...{ title: { en: "Foreign" }, unit: "PEOPLE", direction: "INCREASE", aggregation: "SUM" },
      ownerId: stranger.id,
    });
    const { rows } = await world.hub.sql.query("select key from indicator where id = $1", [
      foreign.id,
    ]);
    const table = `${measured}${rows[0].key},2012,1,36.02\n${indicator},2012,1,36.02\n`;
    expect((await refusedTable("measurements", table)).paths).toEqual(["A2"]);
    const { body } = await sendTable("measurements&mode=valid", table);
    expect([body.taken, body.refused]).toEqual([1, 1]);
    // A group is registered by those who take part in a plan of its area, and recorded by them.
    const outsider = await world.member(stranger, "CONTRIBUTOR");
    const groups = `${grouped}Asing,${area},5,,\n`;
    expect((await refusedTable("enterprise_groups", groups, outsider)).reason).toBe("CELLS");
  });
});

describe("A table that is sent again", () => {
  const tableOf = (year: number, value = 1) =>
    `${measured}${[1, 2, 3].map((n) => `${indicator},${year}-0${n},${value},36.02\n`).join("")}`;

  it("is taken once, and its id is not for another", async () => {
    const [id, colleague] = [newId(), await world.member(partner, "COORDINATOR")];
    const first = await sendTable("measurements", tableOf(2020), { id });
    const before = await headOf(world);
    const again = await sendTable("measurements", tableOf(2020), { id: id.toUpperCase() });
    expect(again.body).toEqual({ ...first.body, repeated: true });
    const refused = [
      await sendTable("measurements", tableOf(2021), { id }),
      await sendTable("measurements&mode=valid", tableOf(2020), { id }),
      await sendTable("measurements", tableOf(2020), { id, as: colleague }),
    ];
    expect(refused.map(({ status, code }) => [status, code])).toEqual(
      Array(3).fill([409, "CONFLICT"]),
    );
    expect(await headOf(world)).toBe(before);
  });

  it("at once with its twins is taken once; a twin gets the same result, then or later", async () => {
    const [id, before] = [newId(), await headOf(world)];
    const take = () => sendTable("measurements", tableOf(2022), { id });
    const twins = await Promise.all([1, 2, 3].map(take));
    const busy = twins.filter(({ status }) => status === 503);
    expect(busy.map(({ code }) => code)).toEqual(busy.map(() => "UNAVAILABLE"));
    const reported = [...twins.filter(({ status }) => status === 200), await take()];
    expect(reported.map(({ body }) => body.taken)).toEqual(reported.map(() => 3));
    expect(reported.filter(({ body }) => !body.repeated)).toHaveLength(1);
    expect(await headOf(world)).toBe(before + 4);
  });

  it("at once under several ids is taken once, by row", async () => {
    const before = await headOf(world);
    const twins = await Promise.all([1, 2].map(() => sendTable("measurements", tableOf(2023))));
    const taken = twins.map(({ body }) => body.taken).sort();
    expect([...taken, await headOf(world)]).toEqual([0, 3, before + 5]);
  });

  it("is new where its client went away in its midst", async () => {
    const id = newId();
    const { authorization } = keeper.sent;
    const socket = await connection(world.hub);
    const head = `PUT /imports/${id}?kind=measurements HTTP/1.1\r\nHost: hub\r\nContent-Type: text/csv\r\nAuthorization: ${authorization}\r\nContent-Length: 100000\r\n\r\n`;
    await new Promise((done) => socket.write(head + tableOf(2024), done));
    socket.destroy();
    const { body } = await sendTable("measurements", tableOf(2024), { id });
    expect(body).toMatchObject({ repeated: false, taken: 3 });
  });

  it("was taken where its client went away after it had come", async () => {
    const { url } = world.hub.database;
    const [id, lock] = [newId(), await hold(url, "lock table measurement in exclusive mode")];
    const controller = new AbortController();
    const path = `/imports/${id}?kind=measurements`;
    const headers = { "content-type": types.csv };
    const gone = uploadFile(keeper, ["PUT", path], tableOf(2025), headers, controller.signal);
    await untilBlocked(url, 1);
    controller.abort();
    await expect(gone).rejects.toThrow();
    await lock.release();
    const arrived = "select 1 from table_import where id = $1";
    while ((await world.hub.sql.query(arrived, [id])).rows.length === 0);
    const { body } = await sendTable("measurements", tableOf(2025), { id });
    expect(body).toMatchObject({ repeated: true, taken: 3 });
  });
});

describe("Small counts (rule 6)", () => {
  it("that came in a table are kept from outsiders like all others", async () => {
    const table = `indicator,period,value,region,disaggregation\n${indicator},2030,9,36.02,SEX women=3; SEX men=6\n`;
    await sendTable("measurements", table);
    const shownTo = async (client: CheckedClient) => {
      const { measurements } = await client.data<{ measurements: { nodes: object[] } }>(
        `{ measurements(where: { period: { eq: "2030" } }) { nodes { disaggregation { value count } } } }`,
      );
      return measurements.nodes;
    };
    const cells = (women: number | null) => [
      {
        disaggregation: [
          { value: "women", count: women },
          { value: "men", count: 6 },
        ],
      },
    ];
    expect(await shownTo(world.visitor())).toEqual(cells(null));
    expect(await shownTo(keeper)).toEqual(cells(3));
  });
});

describe("A table of 3,000 rows", () => {
  it("is one transaction, of whose progress its sender hears, and comes to watchers in order", async () => {
    const [before, rows] = [await headOf(world), await count("measurement")];
    const token = await tokenFor(`viewer@${partner.key}.example`);
    const watching = watch(world.hub.socket(token), { after: before });
    const table = measured + villages.map((code) => `${indicator},2040,1,${code}\n`).join("");
    const response = await fetch(
      world.hub.url.replace("/graphql", `/imports/${newId()}?kind=measurements`),
      {
        method: "PUT",
        headers: { ...keeper.sent, "content-type": types.csv, accept: "application/x-ndjson" },
        body: table,
      },
    );
    const lines = (await response.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const progress = lines.slice(0, -1).map((line) => line.progress);
    expect(progress[0]).toEqual({ step: "READING", rows: 250, refused: 0 });
    expect(progress.at(-1)).toEqual({ step: "RECORDING", rows: 3000, refused: 0 });
    const { result } = lines.at(-1);
    expect(result).toMatchObject({ taken: 3000, position: before + 3001 });
    const changes = await watching.upTo(result.position);
    expect(changes.map(({ position }) => position)).toEqual(
      Array.from({ length: 3001 }, (_, n) => before + 1 + n),
    );
    await watching.stop();
    expect(await count("measurement")).toBe(rows + 3000);
    expect(await verdictOf(world)).toMatchObject({ whole: true, position: result.position });
  });
});
