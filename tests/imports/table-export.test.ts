import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  TestAssessment,
  unscored,
} from "../testkit/assessments/test-assessment.js";
import { downloadFile, headOf, types, uploadFile } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { write } from "../testkit/mutations/documents.js";
import { hold, untilBlocked } from "../testkit/postgres/sessions.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let world: World;
let inputs: IndicatorInputs;
let partner: Party;
let keeper: CheckedClient;
let indicator: string;
let area: string;

beforeAll(async () => {
  world = await World.start({ LIMIT_EXPORTS: "1" });
  const cast = await indicatorCast(world);
  const owned = { ...cast, owner: cast.partner };
  inputs = await IndicatorInputs.make(world, owned, { unit: "INDEX" });
  ({ partner } = inputs.cast);
  keeper = await world.member(partner, "CONTRIBUTOR");
  const found = await keeper.data<{ indicators: Keyed; areas: Keyed }>(
    "{ indicators { nodes { id key } } areas { nodes { id key } } }",
  );
  indicator = keyOf(found.indicators, inputs.indicator);
  area = keyOf(found.areas, inputs.area);
});
afterAll(() => world.stop());

interface Keyed {
  nodes: { id: string; key: string }[];
}
const keyOf = ({ nodes }: Keyed, { id }: { id: string }): string =>
  nodes.find((node) => node.id === id)?.key ?? "";

/** The lines of a table as somebody sees it, its header first. */
async function tableOf(path: string, client: CheckedClient = world.visitor()): Promise<string[]> {
  const { status, content } = await downloadFile(client, `/tables/${path}`);
  expect(status).toBe(200);
  const text = content.toString();
  expect(text.startsWith("\uFEFF")).toBe(true);
  return text.slice(1).split("\r\n").slice(0, -1);
}

const sendBack = (kind: string, content: string | Buffer, client = keeper) =>
  uploadFile(client, ["PUT", `/imports/${newId()}?kind=${kind}`], content, {
    "content-type": types.csv,
  });

/** A table that was downloaded and is sent as it is changes nothing, and leaves its own trace. */
async function expectUnchanged(path: string, kind: string, rows: number, client = keeper) {
  const { content } = await downloadFile(client, `/tables/${path}`);
  const before = await headOf(world);
  const { body } = await sendBack(kind, content, client);
  expect(body).toMatchObject({ rows, unchanged: rows, taken: 0, refused: 0 });
  expect(await headOf(world)).toBe(before + 1);
}

const figures = [
  { period: "2001", value: 1 / 3, numerator: 1e-9, denominator: 1e18, note: '\'=a; "b", c' },
  { period: "2001-Q3", value: 123456789.125, regionCode: "36.02", note: "=1+1" },
  { period: "2002-12", value: 0, areaId: "", isBaseline: true, note: "dua\nbaris" },
];

describe("A table that is downloaded", () => {
  it("of measurements, is in the columns in which it is taken, and can be sent again", async () => {
    const sources = [
      { publisher: "BPS", date: "2001-07", note: "n", address: "https://a.example" },
    ];
    const counts = [
      { by: "SEX", value: "women", count: 12 },
      { by: "AGE_BAND", value: "15-24", count: 3 },
    ];
    for (const { areaId, ...figure } of figures) {
      await write(keeper, "recordMeasurement", {
        ...{ indicatorId: inputs.indicator.id, ...figure, sources },
        disaggregation: figure.numerator === undefined ? counts : [],
        ...(areaId === undefined ? {} : { areaId: inputs.area.id }),
      });
    }
    await write(keeper, "recordMeasurement", {
      ...{ indicatorId: inputs.indicator.id, period: "2003", value: 5, actionId: inputs.action.id },
    });
    const { headers, content } = await downloadFile(keeper, "/tables/measurements.csv");
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": "attachment; filename=measurements.csv",
      "content-length": String(content.length),
      "cache-control": "private, no-store",
    });
    const [header = "", first = "", ...rest] = await tableOf("measurements.csv", keeper);
    expect(header).toBe(
      "indicator,period,value,region,area,numerator,denominator,baseline,disaggregation,action,note,source publisher,source date,source note,source address,organisation,id,version",
    );
    const { rows } = await world.hub.sql.query(
      "select id from measurement where period = '2001-Q3'",
    );
    expect(first).toBe(
      `${indicator},2001-Q3,123456789.125,36.02,,,,no,SEX FEMALE=12; AGE_BAND 15-24=3,,'=1+1,BPS,2001-07,n,https://a.example,${partner.key},${rows[0].id},1`,
    );
    expect(rest[0]).toContain(",0.3333333333333333,,,0.000000001,1000000000000000000,no,");
    await expectUnchanged("measurements.csv", "measurements", 4);
  });

  it("of groups and their results, is as the viewer sees them", async () => {
    const small = { name: "Kecil", members: 7, women: 4, men: 3, visibility: "PUBLIC" };
    const classification = { code: "10761", version: "KBLI 2020" };
    const more = { products: [{ name: "Kopi" }, { name: "Gula aren" }], formedOn: "2020-01-31" };
    const { id } = await inputs.do("registerEnterpriseGroup", {
      ...small,
      ...more,
      classification,
    });
    await inputs.do("registerEnterpriseGroup", { name: "Tertutup", visibility: "ORGANISATION" });
    const result = { groupId: id, period: "2023", revenue: "9007199254740993", jobs: null };
    await write(keeper, "recordGroupMeasurement", result);
    const path = `enterprise-groups.csv?area=${area}`;
    const row = (women: string, men: string) =>
      `Kecil,${area},7,36.02.27.2010,FORMED,2020-01-31,${women},${men},Kopi; Gula aren,10761,KBLI 2020,,PUBLIC,,,,,${partner.key},${id},1`;
    expect((await tableOf(path)).slice(1)).toEqual([row("", "")]);
    const own = await tableOf(path, keeper);
    expect(own[1]).toBe(row("4", "3"));
    expect(own).toHaveLength(3);
    await expectUnchanged(path, "enterprise_groups", 2);
    const results = await tableOf(`group-measurements.csv?area=${area}`, keeper);
    expect(results[0]).toMatch(
      /^group,period,revenue,jobs,note,source publisher,.*,organisation,id,version$/,
    );
    expect(results[1]).toMatch(new RegExp(`^${id},2023,9007199254740993,,,`));
    await expectUnchanged("group-measurements.csv", "group_measurements", 1);
  });

  it("of answers, takes those of one assessment or of all that are seen", async () => {
    const university = await world.organisation();
    const choice = [
      { key: "x", text: { english: "Ex; y", indonesian: "X" } },
      { key: "y", text: { english: "Why", indonesian: "Y" } },
    ];
    const content = questionnaire([
      question("scale"),
      question("number", { kind: "NUMBER", ...unscored }),
      question("money", { kind: "MONEY", ...unscored }),
      question("choice", { kind: "CHOICE", options: choice, ...unscored }),
      question("many", { kind: "MULTI_CHOICE", options: choice, ...unscored }),
      question("yes", { kind: "BOOLEAN", ...unscored }),
      question("text", { kind: "TEXT", ...unscored }),
    ]);
    const instrument = await publishedInstrument(world, university, content);
    const subject = { areaId: inputs.area.id, programmeId: inputs.programme.id };
    const setting = { university, owner: inputs.cast.programmeOwner, instrument, subject };
    const [one, two] = [
      await TestAssessment.offered(world, setting),
      await TestAssessment.offered(world, setting),
    ];
    await one.answer(
      { question: "scale", scale: 3, note: "n" },
      { question: "number", number: -1.5e-7 },
      { question: "money", money: "9007199254740993" },
      { question: "choice", choice: "x" },
      { question: "many", choices: ["y", "x"] },
      { question: "yes", boolean: false },
      { question: "text", text: "-a\r\n'b" },
    );
    await two.scales({ scale: 1 });
    const assessor = await one.assessor;
    const path = `answers.csv?assessment=${one.id.toUpperCase()}`;
    const { content: bytes } = await downloadFile(assessor, `/tables/${path}`);
    const row = (...cells: string[]) => `${one.id},${cells.join(",")},1\r\n`;
    expect(bytes.toString()).toBe(
      [
        "\uFEFFassessment,question,answer,note,version\r\n",
        row("scale", "3", "n"),
        row("number", "-0.00000015", ""),
        row("money", "9007199254740993", ""),
        row("choice", "x", ""),
        row("many", "y; x", ""),
        row("yes", "no", ""),
        row("text", "\"'-a\r\n'b\"", ""),
      ].join(""),
    );
    expect(await tableOf("answers.csv", assessor)).toHaveLength(9 + 1);
    await expectUnchanged(path, "answers", 7, assessor);
    expect((await downloadFile(keeper, `/tables/${path}`)).status).toBe(404);
    expect(await tableOf("answers.csv", keeper)).toHaveLength(1);
  });

  it("may be empty, for those who want to fill it", async () => {
    const header = async (path: string) => (await tableOf(path)).join();
    expect(await header("measurements.csv?template")).toBe(
      "indicator,period,value,region,area,numerator,denominator,baseline,disaggregation,action,note,source publisher,source date,source note,source address",
    );
    expect(await header("enterprise-groups.csv?template=")).toMatch(
      /^name,area,members,.*address$/,
    );
    expect(await header("group-measurements.csv?template")).toMatch(/^group,period,.*address$/);
    expect(await header("answers.csv?template")).toBe("assessment,question,answer,note");
  });
});

describe("What is asked of a table", () => {
  it("narrows it", async () => {
    const lengthOf = async (query: string) =>
      (await tableOf(`measurements.csv?${query}`)).filter((line) => line.startsWith(indicator))
        .length;
    expect(await lengthOf(`indicator=${indicator}`)).toBe(4);
    expect(await lengthOf(`indicator=${indicator}&period=2001`)).toBe(1);
    expect([await lengthOf("within=36"), await lengthOf("within=36.02.27")]).toEqual([1, 0]);
    expect(await lengthOf(`area=${area}`)).toBe(1);
  });

  it("is refused where it is nothing, or not there", async () => {
    const statusOf = async (path: string, client = world.visitor()) =>
      (await downloadFile(client, `/tables/${path}`)).status;
    const statuses = await Promise.all(
      [
        ...["indicator=none", "area=none", "area=%00", "area=", "areas=x", "__proto__=x"],
        ...["period=kemarin", "within=x", `area=${area}&area=${area}`, "template&areas=x"],
      ].map((query) => statusOf(`measurements.csv?${query}`)),
    );
    expect(statuses).toEqual([404, 404, 400, 400, 400, 400, 400, 400, 400, 400]);
    expect(await statusOf("answers.csv?assessment=x")).toBe(400);
    expect(await statusOf(`answers.csv?assessment=${newId()}`)).toBe(404);
    expect([await statusOf("nothings.csv"), await statusOf("measurements")]).toEqual([404, 404]);
  });
});

describe("A downloaded table that was changed", () => {
  it("is no one else's, and its ids stay with their rows", async () => {
    const lead = await world.member(inputs.cast.lead, "COORDINATOR");
    const [header = "", first = ""] = await tableOf(`measurements.csv?period=2003`, keeper);
    const tried = async (line: string, client = keeper) => {
      const { status, paths } = await sendBack("measurements", `${header}\n${line}\n`, client);
      return [status, ...paths];
    };
    expect(await tried(first, lead)).toEqual([200]);
    expect(await tried(first.replace(",5,", ",6,"), lead)).toEqual([400, "P2"]);
    expect(await tried(first.replace(",2003,", ",2004,"))).toEqual([400, "Q2"]);
    expect(await tried(first.replace(",5,", ",6,"))).toEqual([400, "C2"]);
    expect(await tried(first.replace(/[^,]*,1$/, newId()))).toEqual([400, "Q2"]);
    expect(await tried(first.replace(",2003,", ",2004,").replace(/[^,]*,1$/, ""))).toEqual([200]);
    const suppressed = (await tableOf("measurements.csv?period=2001-Q3"))[1] ?? "";
    expect(suppressed).toContain("AGE_BAND 15-24=,");
    expect(await tried(suppressed)).toEqual([400, "I2"]);
    const groups = await tableOf("enterprise-groups.csv", keeper);
    const renamed = groups.map((line) => line.replace("Kecil", "Besar"));
    const { paths } = await sendBack("enterprise_groups", renamed.join("\n"));
    expect(paths).toEqual(["S2"]);
  });
});

describe("The making of a table", () => {
  it("is for one at a time here, and given up when its client leaves", async () => {
    const { url } = world.hub.database;
    const lock = await hold(url, "lock table measurement in access exclusive mode");
    const at = world.hub.url.replace("/graphql", "/tables/measurements.csv");
    const controller = new AbortController();
    const gone = fetch(at, { signal: controller.signal });
    await untilBlocked(url, 1);
    const refused = await fetch(at);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
    expect((await fetch(at, { method: "HEAD" })).status).toBe(200);
    controller.abort();
    await expect(gone).rejects.toThrow();
    await lock.release();
    let status = 503;
    while (status === 503) ({ status } = await fetch(at));
    expect(status).toBe(200);
    const open =
      "select 1 from pg_stat_activity where datname = current_database() and state like 'idle in%'";
    while ((await world.hub.sql.query(open)).rows.length > 0);
  });

  it("of many rows is of one moment", async () => {
    const { rows } = await world.hub.sql.query(
      "select code from region where level = 'VILLAGE' order by code limit 1200",
    );
    const lines = rows.map(({ code }) => `${indicator},2040,1,${code}`);
    await sendBack("measurements", ["indicator,period,value,region", ...lines].join("\n"));
    const table = await tableOf("measurements.csv?period=2040");
    expect(table).toHaveLength(1201);
    const codes = table.slice(1).map((line) => line.split(",")[3]);
    expect(new Set(codes).size).toBe(1200);
  });
});
