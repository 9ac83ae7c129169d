import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { rowsInHucre } from "../testkit/files/other-readers.js";
import { downloadFile } from "../testkit/files/transfers.js";
import { figuresOf, ImportWorld } from "../testkit/imports/import-world.js";
import { write } from "../testkit/mutations/documents.js";

// The files of other programs, as they come: ends of rows, lines above the header, media types, locales.

let tables: ImportWorld;
let people: string;
let percent: string;

beforeAll(async () => {
  tables = await ImportWorld.start();
  people = tables.indicator;
  const { world, inputs } = tables;
  const owners = await world.joint(inputs.cast.owner.id, inputs.cast.programmeOwner.id);
  percent = world.unique("poverty");
  await write(owners, "createIndicator", {
    ...{ key: percent, title: { english: "Poverty" }, unit: "PERCENT", direction: "DECREASE" },
    ...{ aggregation: "NONE", ownerId: inputs.cast.owner.id, programmeId: inputs.programme.id },
  });
});
afterAll(() => tables.stop());

const storedValue = async (period: string): Promise<number | undefined> => {
  const text = "select value from measurement where period = $1";
  return (await tables.world.hub.sql.query(text, [period])).rows[0]?.value;
};

describe("A table of another program", () => {
  it("has all its rows, whatever ends them", async () => {
    const rows = (years: number[], end: string) =>
      years.map((year) => `${people},${year},36.02,12,a${end}`).join("");
    const header = "indicator,period,region,value,note\r\n";
    const mixed = `${header}${rows([1980, 1979, 1978], "\n")}`;
    expect(figuresOf(await tables.send("measurements", mixed))).toEqual([200, 3, 3, 0, 0]);
    const old = `${header.trim()}\r${rows([1977, 1976], "\r")}`;
    expect(figuresOf(await tables.send("measurements", old))).toEqual([200, 2, 2, 0, 0]);
  });

  it("may have lines above its header, and rows keep their addresses", async () => {
    const row = (year: string, value: string) => `${percent};${year};36.02;${value}\n`;
    const table = `sep=;\nindicator;period;region;value\n${row("2022", "6,61")}`;
    expect(figuresOf(await tables.send("measurements", table))).toEqual([200, 1, 1, 0, 0]);
    expect(await storedValue("2022")).toBe(6.61);
    const titled = `\uFEFFsep=;\r\nKemiskinan, 2021\r\n\r\n;;;\r\nindicator;period;region;value\r\n`;
    const wrong = await tables.refused("measurements", titled + row("2021", "6,6") + row("x", "7"));
    expect(wrong.paths).toEqual(["B7"]);
    expect((await tables.send("measurements", titled + row("2021", "6,6"))).status).toBe(200);
  });

  it.each([
    ["beyond the header", "value\n", "6,61"],
    ["below an empty heading", "value,,\n", "7,catatan penting,x"],
    ["in quotation marks", 'value,""\n', '7," x"'],
  ])("loses no cell %s: it is a fault", async (_, heading, cells) => {
    const table = `indicator,period,region,${heading}${percent},2024,36.02,${cells}\n`;
    const { paths, errors } = await tables.refused("measurements", table);
    expect(paths).toEqual(["E2"]);
    expect(JSON.stringify(errors)).toContain("E2: has no heading above it");
    expect(await storedValue("2024")).toBeUndefined();
  });

  it("may have empty cells without a heading", async () => {
    const table = `indicator,period,region,value,\n${percent},2018,36.02,7,,, ,\n`;
    expect(figuresOf(await tables.send("measurements", table))).toEqual([200, 1, 1, 0, 0]);
  });

  it("gets its cells without a heading back with the other faults", async () => {
    const table = `sep=;\nindicator;period;value;\n${percent};2017;6;61;x\n`;
    const { body } = await tables.send("measurements&mode=valid", table);
    expect(body).toMatchObject({ rows: 1, taken: 0, refused: 1 });
    const { content } = await downloadFile(tables.keeper, String(body.rejected));
    expect(rowsInHucre(content, ";")).toEqual([
      ["indicator", "period", "value", "", "error"],
      [percent, "2017", "6", "61", expect.stringMatching(/^D3: has no heading/), "x"],
    ]);
  });

  it("may be declared as browsers and programs do, but must be one", async () => {
    const declared = (type: string) => ({ more: { "content-type": type } });
    const table = `indicator,period,region,value\n${people},1970,36.02,12\n`;
    const statuses: number[] = [];
    for (const type of [
      ...["application/vnd.ms-excel", "text/csv; charset=utf-8", "text/plain", "application/csv"],
      ...["application/json", "application/octet-stream"],
    ]) {
      const { status } = await tables.send("measurements", table, declared(type));
      statuses.push(status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 415, 415]);
    for (const first of ["PK\x03\x04", "\xd0\xcf\x11\xe0"]) {
      const workbook = Buffer.from(`${first}${"\0".repeat(600)}`, "latin1");
      const excel = declared("application/vnd.ms-excel");
      const { status, reason } = await tables.send("measurements", workbook, excel);
      expect([status, reason]).toEqual([400, "ENCODING"]);
    }
  });
});

describe("A table for a locale", () => {
  const lines = async (query: string): Promise<string[]> => {
    const { content } = await downloadFile(tables.keeper, `/tables/${query}`);
    return content.toString().slice(1).split("\r\n");
  };

  it("has the separator and the decimals of its spreadsheets", async () => {
    const table = `indicator,period,region,value,note\n${percent},1960,36.02,6.5,"a;b, 1.5"\n`;
    await tables.send("measurements", table);
    const query = "measurements.csv?period=1960";
    const [english, indonesian] = [
      `${percent},1960,6.5,36.02,,,,no,,,"a;b, 1.5",`,
      `${percent};1960;6,5;36.02;;;;no;;;"a;b, 1.5";`,
    ];
    for (const locale of ["", "&locale=en", "&locale=EN-us"]) {
      expect((await lines(query + locale))[1]).toContain(english);
    }
    for (const locale of ["id-ID", "id", "ID-id"]) {
      expect((await lines(`${query}&locale=${locale}`))[1]).toContain(indonesian);
    }
    const [template] = await lines("measurements.csv?template&locale=id-ID");
    expect(template).toMatch(/^indicator;period;value;/);
  });

  it("is taken back with what was changed in it", async () => {
    const [header = "", row = ""] = await lines("measurements.csv?period=1960&locale=id-ID");
    const added = row.replace(";1960;6,5;", ";1961;6,75;").replace(/[^;]*;[^;]*$/, ";");
    const table = `${header}\r\n${row}\r\n${added}\r\n`;
    expect(figuresOf(await tables.send("measurements", table))).toEqual([200, 2, 1, 1, 0]);
    expect(await storedValue("1961")).toBe(6.75);
    // The form that the table says goes before that of its separator.
    const said = (numbers: string) => tables.send(`measurements&numbers=${numbers}`, table);
    expect(figuresOf(await said("ID"))).toEqual([200, 2, 0, 2, 0]);
    expect((await said("EN")).paths).toEqual(["C2", "C3"]);
    const changed = row.replace(";6,5;", ";6,7;");
    expect((await tables.refused("measurements", `${header}\r\n${changed}`)).paths).toEqual(["C2"]);
  });

  it("must be one that the hub knows, given once", async () => {
    for (const query of ["locale=fr", "locale=", "locale=id_ID", "locale=id&locale=en"]) {
      const at = tables.world.hub.url.replace("/graphql", `/tables/answers.csv?${query}`);
      const answer = await fetch(at);
      const { errors } = (await answer.json()) as { errors: { extensions: object }[] };
      expect([query, answer.status]).toEqual([query, 400]);
      expect(errors[0]?.extensions).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: "locale" }],
      });
    }
  });
});
