import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { downloadFile } from "../testkit/files/transfers.js";
import { figuresOf, ImportWorld } from "../testkit/imports/import-world.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { newId } from "../testkit/world/world.js";

// The values of tables: what a cell can mean, and that a table takes no value that a mutation refuses.

let tables: ImportWorld;
beforeAll(async () => {
  tables = await ImportWorld.start();
});
afterAll(() => tables.stop());

/** The faults of a table of which nothing is taken, as `path: message`. */
async function faultsOf(query: string, content: string): Promise<string[]> {
  const { status, errors } = await tables.refused(query, content);
  expect(status).toBe(400);
  const { fields = [] } = errors[0]?.extensions ?? {};
  return fields.map(({ path, message }) => `${path}: ${message}`);
}

const stored = async (period: string): Promise<unknown[]> => {
  const { rows } = await tables.world.hub.sql.query(
    "select value, region_id from measurement where period = $1",
    [period],
  );
  return rows.map(({ value, region_id }) => [value, region_id]);
};

describe("A number with a separator of thousands", () => {
  const people = () => `indicator,period,region,value
${tables.indicator},1924,36.02,12.500\n${tables.indicator},1923,36.02,"1,200"\n`;

  it("that can be read in two ways is refused with both readings", async () => {
    const rest =
      "write one of them in this form; or say how the table writes numbers (numbers=ID or numbers=EN)";
    expect(await faultsOf("measurements", people())).toEqual([
      `D2: can be read as 12500 or as 12.5: ${rest}`,
      `D3: can be read as 1200 or as 1.2: ${rest}`,
    ]);
  });

  it("has one reading where the table says how it writes numbers", async () => {
    expect(await faultsOf("measurements&numbers=ID", people())).toEqual([
      "D3: must be a whole number, because its unit is PEOPLE",
    ]);
    const { body } = await tables.send("measurements&mode=valid&numbers=id", people());
    expect([body.taken, body.refused, await stored("1924")]).toEqual([1, 1, [[12500, "36.02"]]]);
    const english = people()
      .replaceAll("192", "192")
      .replace("1924", "1922")
      .replace("1923", "1921");
    expect(await faultsOf("measurements&numbers=EN", english)).toEqual([
      "D2: must be a whole number, because its unit is PEOPLE",
    ]);
    await tables.send("measurements&mode=valid&numbers=EN", english);
    expect(await stored("1921")).toEqual([[1200, "36.02"]]);
  });

  it("is refused for members, jobs, money and parts alike", async () => {
    const group = (members: string) =>
      `name,area,members,women,men,village,products\nSeribu,${tables.area},${members},,,36.02.27.2010,Kopi\n`;
    const [fault] = await faultsOf("enterprise_groups", group("1.000"));
    expect(fault).toMatch(/^C2: can be read as 1000 or as 1:/);
    const taken = await tables.send("enterprise_groups&numbers=ID", group("1.000"));
    expect(figuresOf(taken)).toEqual([200, 1, 1, 0, 0]);
    const { rows } = await tables.world.hub.sql.query(
      "select id, members from enterprise_group where name = 'Seribu'",
    );
    expect(rows).toMatchObject([{ members: 1000 }]);
    const results = `group,period,revenue,jobs\n${rows[0].id},2001,1.500.000,"1,000"\n${rows[0].id},2002,1.000,1.0\n`;
    const faults = await faultsOf("group_measurements", results);
    expect(faults.map((one) => one.slice(0, 30))).toEqual([
      "C2: must be without separators",
      "D2: can be read as 1000 or as ",
      "C3: can be read as 1000 or as ",
      "D3: must be a whole number, in",
    ]);
    const parts = `indicator,period,value,disaggregation\n${tables.indicator},1920,5000,SEX women=1.000; SEX men=2\n`;
    expect((await faultsOf("measurements", parts))[0]).toMatch(/^D2: can be read as 1000/);
    const read = await tables.send("measurements&numbers=ID", parts);
    expect(figuresOf(read)).toEqual([200, 1, 1, 0, 0]);
  });

  it("is a decimal where it has one reading", async () => {
    const table = `indicator,period,region,value\n${tables.share},1930,36.02,"6,61"\n${tables.share},1931,36.02,0.615\n`;
    expect(figuresOf(await tables.send("measurements", table))).toEqual([200, 2, 2, 0, 0]);
    expect([await stored("1930"), await stored("1931")]).toEqual([
      [[6.61, "36.02"]],
      [[0.615, "36.02"]],
    ]);
  });

  it.each([
    ["en", ",6.6150,36.02,"],
    ["id-ID", ";6,6150;36.02;"],
  ])(
    "is written with one reading, so that a table made by the hub can be changed and sent, in %s",
    async (locale, written) => {
      const period = locale === "en" ? "1933" : "1934";
      const { id: indicatorId } = tables.percent;
      const figure = { period, value: 6.615, regionCode: "36.02" };
      await write(tables.keeper, "recordMeasurement", { indicatorId, ...figure });
      const path = `/tables/measurements.csv?indicator=${tables.share}&period=${period}&locale=${locale}`;
      const made = (await downloadFile(tables.keeper, path)).content.toString();
      expect(made).toContain(written);
      const back = await tables.send("measurements", made);
      expect(figuresOf(back)).toEqual([200, 1, 0, 1, 0]);
      const other = made.replace("36.02", "36.03").replace(/[^,;]*([,;])1(\r\n)$/, "$1$2");
      expect(figuresOf(await tables.send("measurements", other))).toEqual([200, 1, 1, 0, 0]);
      expect(await stored(period)).toContainEqual([6.615, "36.03"]);
    },
  );

  it("is another request under the same id with another form", async () => {
    const id = newId();
    const table = `indicator,period,value\n${tables.indicator},1932,2.000\n`;
    const first = await tables.send("measurements&numbers=ID", table, { id });
    expect(first.status).toBe(200);
    expect((await tables.send("measurements&numbers=ID", table, { id })).body.repeated).toBe(true);
    expect((await tables.send("measurements", table, { id })).status).toBe(409);
    const wrong = await tables.send("measurements&numbers=US", table);
    expect([wrong.status, wrong.paths]).toEqual([400, ["numbers"]]);
  });
});

describe("A cell that a program has changed", () => {
  const wrongCode = expect.stringMatching(/^C[2-5]: must be a region's code as 36\.02/);

  it("is a number, a code or a period without the apostrophe that marks a text", async () => {
    const table = `indicator,period,region,value\n${tables.indicator},'1870,'36.02,'7\n`;
    expect(figuresOf(await tables.send("measurements", table))).toEqual([200, 1, 1, 0, 0]);
    expect(await stored("1870")).toEqual([[7, "36.02"]]);
    const empty = `indicator,period,region,value\n${tables.indicator},1871,36.02,'\n`;
    expect(await faultsOf("measurements", empty)).toEqual(["D2: is needed"]);
    const group = `name,area,members,village,village name\nKopi,${tables.area},4,'36.02.27.2010,Cibungur\n`;
    expect(await faultsOf("enterprise_groups", group)).toContainEqual(
      expect.stringMatching(/^D2: 36\.02\.27\.2010 is Cibarani, not Cibungur/),
    );
  });

  it("is no code where it lost digits or dots, and the fault says what a code is", async () => {
    const codes = ["36.1", "3.60E+09", "3602272010.0", '"36,02"'];
    const rows = codes.map((code) => `${tables.indicator},1872,${code},7\n`).join("");
    expect(await faultsOf("measurements", `indicator,period,region,value\n${rows}`)).toEqual(
      codes.map(() => wrongCode),
    );
  });

  it("is refused where the hub would lose digits before its point", async () => {
    const lost = ["90071992547409931", "123456789012345678.5"];
    const rows = lost.map((number, at) => `${tables.share},187${at},36.02,5,${number}\n`).join("");
    const header = "indicator,period,region,value,numerator\n";
    const loses = "has more digits than the hub keeps: write it with 15 at most";
    const faults = await faultsOf("measurements", header + rows);
    expect(faults).toEqual(expect.arrayContaining([`E2: ${loses}`, `E3: ${loses}`]));
    const kept = `${header}${tables.share},1875,36.02,5,90071992547409920\n`;
    expect(figuresOf(await tables.send("measurements", kept))).toEqual([200, 1, 1, 0, 0]);
  });

  it("holds no more counts than its semicolons separate", async () => {
    const table = (parts: string) =>
      `indicator,period,region,value,disaggregation\n${tables.indicator},1874,36.02,7,"${parts}"\n`;
    const form =
      "E2: must have the form: SEX women=12; AGE_BAND 15-24=3, with a semicolon between counts";
    for (const parts of [
      "women=3; SEX men=4",
      "SEX women=3; AGE_BAND=4",
      "SEX women=3, SEX men=4",
      "SEX women=3, men=4",
      "SEX women=3 SEX men=4",
      "SEX women=3 / men=4",
    ]) {
      expect(await faultsOf("measurements", table(parts))).toEqual([form]);
    }
    const one = await tables.send(
      "measurements",
      table("AGE_BAND >=65 tahun=3; AGE_BAND < 15 tahun=4"),
    );
    expect(figuresOf(one)).toEqual([200, 1, 1, 0, 0]);
  });
});

describe("The dimension of a count", () => {
  it("is the one before it where it names none", async () => {
    const table = `indicator,period,region,value,disaggregation
${tables.indicator},1873,36.02,10,sex women=6; men=4; AGE_BAND 15-24=3; 25-34=7\n`;
    expect(figuresOf(await tables.send("measurements", table))).toEqual([200, 1, 1, 0, 0]);
    const { rows } = await tables.world.hub.sql.query(
      "select disaggregation from measurement where period = '1873'",
    );
    expect(rows[0].disaggregation).toEqual([
      { by: "SEX", value: "FEMALE", count: 6 },
      { by: "SEX", value: "MALE", count: 4 },
      { by: "AGE_BAND", value: "15-24", count: 3 },
      { by: "AGE_BAND", value: "25-34", count: 7 },
    ]);
  });
});

describe("A region in a table", () => {
  it("is known by its code without dots", async () => {
    const table = `indicator,period,region,value\n${tables.indicator},1940,3602272010,5\n${tables.indicator},1940,92.01,5\n`;
    expect(await faultsOf("measurements", table)).toEqual([expect.stringMatching(/^C3: /)]);
    const { body } = await tables.send("measurements&mode=valid", table);
    expect([body.taken, await stored("1940")]).toEqual([1, [[5, "36.02.27.2010"]]]);
    const input = { period: "1940", value: 5, regionCode: "360227" };
    const measured = { indicatorId: tables.inputs.indicator.id, ...input };
    await write(tables.keeper, "recordMeasurement", measured);
    expect(await stored("1940")).toContainEqual([5, "36.02.27"]);
  });

  it("is refused where its name is another one, as the codes of BPS differ", async () => {
    const row = (code: string, name: string) =>
      `indicator,period,region,region_name,value\n${tables.indicator},1941,${code},${name},5\n`;
    expect(await faultsOf("measurements", row("11.01", "Kabupaten Simeulue"))).toEqual([
      "C2: 11.01 is Kabupaten Aceh Selatan, not Kabupaten Simeulue (Kabupaten Simeulue = 11.09); codes are those of the Ministry of Home Affairs, not of BPS",
    ]);
    const right = await tables.send("measurements", row("11.09", "SIMEULUE"));
    expect(figuresOf(right)).toEqual([200, 1, 1, 0, 0]);
    const group = `name,area,members,village,village name\nDesa,${tables.area},5,3602272010,Bukan Cibarani\n`;
    expect(await faultsOf("enterprise_groups", group)).toEqual([
      "D2: 36.02.27.2010 is Cibarani, not Bukan Cibarani",
    ]);
    const known = await tables.send("enterprise_groups", group.replace("Bukan ", ""));
    expect(figuresOf(known)).toEqual([200, 1, 1, 0, 0]);
  });
});

describe("The parts of a whole", () => {
  it("are not more than it, in a table, a mutation or a correction", async () => {
    const row = (parts: string) =>
      `indicator,period,region,value,disaggregation\n${tables.indicator},1950,36.02,10,${parts}\n`;
    expect(await faultsOf("measurements", row("SEX women=38; men=3"))).toEqual([
      "E2: has more by SEX, 41, than the whole, 10",
    ]);
    expect(await faultsOf("measurements", row("SEX women=8; SEX men=3"))).toEqual([
      "E2: has more by SEX, 11, than the whole, 10",
    ]);
    // Each dimension is of the same whole.
    const both = await tables.send("measurements", row("SEX women=10; AGE_BAND 15-24=10"));
    expect(figuresOf(both)).toEqual([200, 1, 1, 0, 0]);
    const counts = (women: number, men: number) => [
      { by: "SEX", value: "women", count: women },
      { by: "SEX", value: "men", count: men },
    ];
    const input = {
      ...{ indicatorId: tables.inputs.indicator.id, period: "1951", value: 10 },
      disaggregation: counts(8, 2),
    };
    const { id } = await write(tables.keeper, "recordMeasurement", input);
    const more = { ...input, period: "1952", disaggregation: counts(8, 3) };
    const corrected = { id, expectedVersion: 1 };
    const refusals = [
      await refused(tables.keeper, "recordMeasurement", more),
      await refused(tables.keeper, "correctMeasurement", { ...corrected, value: 9 }),
      await refused(tables.keeper, "correctMeasurement", {
        ...corrected,
        disaggregation: counts(9, 2),
      }),
    ];
    for (const { code, paths } of refusals) {
      expect([code, paths]).toEqual(["BAD_USER_INPUT", ["input.disaggregation"]]);
    }
  });

  it("are parts of the number that a share is about, where it is known", async () => {
    const row = (numerator: string) =>
      `indicator,period,value,numerator,disaggregation\n${tables.share},1953,12.5,${numerator},SEX women=60\n`;
    expect(await faultsOf("measurements", row("50"))).toEqual([
      "E2: has more by SEX, 60, than the whole, 50",
    ]);
    expect(figuresOf(await tables.send("measurements", row("")))).toEqual([200, 1, 1, 0, 0]);
  });
});
