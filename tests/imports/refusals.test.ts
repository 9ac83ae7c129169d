import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { downloadFile, headOf, types } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { figuresOf, grouped, ImportWorld, measured } from "../testkit/imports/import-world.js";
import { IndicatorInputs } from "../testkit/indicators/indicator-inputs.js";
import { write } from "../testkit/mutations/documents.js";
import { connection, rest } from "../testkit/protocol/raw-http.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let tables: ImportWorld;
let world: World;
let inputs: IndicatorInputs;
let partner: Party;
let keeper: CheckedClient;
let indicator: string;
let area: string;

beforeAll(async () => {
  tables = await ImportWorld.start();
  ({ world, inputs, partner, keeper, indicator, area } = tables);
});
afterAll(() => tables.stop());

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
    const reported = await tables.refused(kind, `${header}\n${named.join("\n")}\n`);
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
    ["a long cell", () => `${rows()}${"x".repeat(32_768)},2000,1,36\n`, "TOO_LONG"],
  ])("for %s", async (_, content, reason) => {
    const reported = await tables.refused("measurements", content());
    expect([reported.status, reported.code, reported.reason]).toEqual([
      400,
      "BAD_USER_INPUT",
      reason,
    ]);
  });

  it.each<[name: string, last: string, reason: string]>([
    ["a row too many", "I,2000,1,36\n".repeat(100_001), "TOO_MANY_ROWS"],
    ["a cell that is too long", `${"x".repeat(32_768)},2000,1,36\n`, "TOO_LONG"],
  ])("at %s, while the rest of it is still to come", async (_, last, reason) => {
    const head = await headOf(world);
    const socket = await connection(world.hub);
    const { authorization } = keeper.sent as Record<string, string>;
    socket.write(
      `PUT /imports/${newId()}?kind=measurements HTTP/1.1\r\nHost: hub\r\nauthorization: ${authorization}\r\ncontent-type: text/csv\r\ncontent-length: 60000000\r\n\r\n${measured}${last}${"I,2000,1,36\n".repeat(30)}`,
    );
    const answer = await rest(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain(`"reason":"${reason}"`);
    expect(await headOf(world)).toBe(head);
  });

  it("for its address or its sender, before it comes", async () => {
    const [viewer, outsider] = [await world.member(partner, "VIEWER"), await world.organisation()];
    const other = await world.member(outsider, "CONTRIBUTOR");
    const refusals = [
      tables.send("measurements", rows(), { as: world.visitor() }),
      tables.send("measurements", rows(), { as: viewer }),
      tables.send(`measurements&organisation=${partner.id}`, rows(), { as: other }),
      tables.send("nothings", rows()),
      tables.send("measurements&mode=some", rows()),
      tables.send("measurements&organisation=x", rows()),
      tables.send("measurements%00", rows()),
      tables.send("measurements", rows(), { id: "no-id" }),
      tables.send("measurements", rows(), { more: { "content-type": types.xlsx } }),
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
    const table = `${header}alt;"a; ""b""";${tables.share};2010;1,5;36.02
;;${indicator};2010;satu;36.03\n;=1+1;${indicator};tahun;2;36.04\n`;
    const { body, status } = await tables.send("measurements&mode=valid", table);
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
    expect(figuresOf(await tables.send("measurements", corrected))).toEqual([200, 2, 2, 0, 0]);
    const { rows } = await world.hub.sql.query(
      "select note from measurement where period = '2011'",
    );
    expect(rows).toEqual([{ note: "=1+1" }]);
  });

  it("rows of which the sender has no right are among the rest", async () => {
    const stranger = await world.organisation();
    const foreign = await write(await world.member(stranger, "COORDINATOR"), "createIndicator", {
      ...{
        title: { english: "Foreign" },
        unit: "PEOPLE",
        direction: "INCREASE",
        aggregation: "SUM",
      },
      ownerId: stranger.id,
    });
    const { rows } = await world.hub.sql.query("select key from indicator where id = $1", [
      foreign.id,
    ]);
    const table = `${measured}${rows[0].key},2012,1,36.02\n${indicator},2012,1,36.02\n`;
    expect((await tables.refused("measurements", table)).paths).toEqual(["A2"]);
    const { body } = await tables.send("measurements&mode=valid", table);
    expect([body.taken, body.refused]).toEqual([1, 1]);
    // A group is registered by those who take part in a plan of its area, and recorded by them.
    const outsider = await world.member(stranger, "CONTRIBUTOR");
    const groups = `${grouped}Asing,${area},5,,\n`;
    expect((await tables.refused("enterprise_groups", groups, outsider)).reason).toBe("CELLS");
  });
});

describe("Small counts (rule 6)", () => {
  it("that came in a table are kept from outsiders like all others", async () => {
    const table = `indicator,period,value,region,disaggregation\n${indicator},2030,9,36.02,SEX women=3; SEX men=6\n`;
    await tables.send("measurements", table);
    const shownTo = async (client: CheckedClient) => {
      const { measurements } = await client.data<{ measurements: { nodes: object[] } }>(
        `{ measurements(where: { period: { eq: "2030" } }) { nodes { disaggregation { value count } } } }`,
      );
      return measurements.nodes;
    };
    const cells = (women: number | null, men: number | null) => [
      {
        disaggregation: [
          { value: "FEMALE", count: women },
          { value: "MALE", count: men },
        ],
      },
    ];
    expect(await shownTo(world.visitor())).toEqual(cells(null, null));
    expect(await shownTo(keeper)).toEqual(cells(3, 6));
  });
});
