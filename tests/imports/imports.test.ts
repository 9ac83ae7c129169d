import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  TestAssessment,
  unscored,
} from "../testkit/assessments/test-assessment.js";
import { headOf, types, uploadFile, verdictOf } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { tokenFor } from "../testkit/hub/index.js";
import { figuresOf, ImportWorld, measured } from "../testkit/imports/import-world.js";
import { IndicatorInputs } from "../testkit/indicators/indicator-inputs.js";
import { watch } from "../testkit/live/live-world.js";
import { hold, untilBlocked } from "../testkit/postgres/sessions.js";
import { connection } from "../testkit/protocol/raw-http.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let tables: ImportWorld;
let world: World;
let inputs: IndicatorInputs;
let partner: Party;
let keeper: CheckedClient;
let indicator: string;
let area: string;
let villages: string[];

beforeAll(async () => {
  tables = await ImportWorld.start();
  ({ world, inputs, partner, keeper, indicator, area } = tables);
  const { rows } = await world.hub.sql.query(
    "select code from region where level = 'VILLAGE' and code < '36' order by code limit 3000",
  );
  villages = rows.map(({ code }) => code);
});
afterAll(() => tables.stop());

const count = async (table: string) =>
  (await world.hub.sql.query(`select count(*)::int from ${table}`)).rows[0].count;

describe("A table of each kind", () => {
  it("of measurements is taken, and known when it comes again", async () => {
    const header = "Indicator;PERIOD;value;region;area;numerator;baseline;disaggregation;note;";
    const table = `\uFEFF${header}source publisher;source date
${tables.share};2001;12,5;36.02;;;ya;SEX women=3; SEX men=10;catatan;BPS;2001-07
${indicator};2001-Q2;7;;${area};4;no;;"dua
baris";;\n\n`.replace("SEX women=3; SEX men=10", '"SEX women=3; SEX men=10"');
    const before = await headOf(world);
    const first = await tables.send("measurements", table);
    expect(figuresOf(first)).toEqual([200, 2, 2, 0, 0]);
    // Two measurements and the import itself.
    expect(first.body).toMatchObject({ repeated: false, rejected: null, position: before + 3 });
    expect(figuresOf(await tables.send("MEASUREMENTS", table))).toEqual([200, 2, 0, 2, 0]);
    const { rows } = await world.hub.sql.query(
      "select value, is_baseline as base, disaggregation as counts, note, sources, organisation_id as by from measurement where period = '2001'",
    );
    expect(rows).toEqual([
      {
        ...{ value: 12.5, base: true, note: "catatan", by: partner.id },
        counts: [
          { by: "SEX", count: 3, value: "FEMALE" },
          { by: "SEX", count: 10, value: "MALE" },
        ],
        sources: [expect.objectContaining({ publisher: "BPS", date: "2001-07" })],
      },
    ]);
    expect((await tables.send("measurements", table.replace("12,5", "13"))).paths).toEqual(["C2"]);
  });

  it("of groups and of their results, which name them by their ids", async () => {
    const table = `name,area,members,village,journey,formed on,women,men,products,classification code,classification version,visibility,source publisher
Kopi Satu,${area},7,36.02.27.2010,selling,2020-01-31,4,3,Kopi; Gula,10761,KBLI 2020,public,Dinas\n`;
    expect(figuresOf(await tables.send("enterprise-groups".replace("-", "_"), table))).toEqual([
      ...[200, 1, 1, 0, 0],
    ]);
    expect(figuresOf(await tables.send("enterprise_groups", table))).toEqual([200, 1, 0, 1, 0]);
    // A table that says less of it says nothing else.
    const less = `name,area,village,members,women,men\nKopi Satu,${area},36.02.27.2010,7,4,3\n`;
    expect(figuresOf(await tables.send("enterprise_groups", less))).toEqual([200, 1, 0, 1, 0]);
    for (const [from, to] of [
      ["Kopi; Gula", "Kopi; Teh"],
      ["selling", "trained"],
      ["2020-01-31", "2020-02-01"],
      [",4,3,", ",3,4,"],
    ] as const) {
      const other = await tables.refused("enterprise_groups", table.replace(from, to));
      expect(other.paths).toEqual(["A2"]);
    }
    const { rows } = await world.hub.sql.query("select id from enterprise_group");
    const [{ id }] = rows;
    const results = `group,period,revenue,jobs,note\n${id},2023,9007199254740993,12,\n`;
    expect(figuresOf(await tables.send("group_measurements", results))).toEqual([200, 1, 1, 0, 0]);
    expect(figuresOf(await tables.send("group_measurements", results))).toEqual([200, 1, 0, 1, 0]);
    const other = await tables.refused("group_measurements", results.replace(",12,", ",13,"));
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
    expect(figuresOf(await tables.send("answers", table, { as }))).toEqual([200, 3, 3, 0, 0]);
    expect(figuresOf(await tables.send("answers", table, { as }))).toEqual([200, 3, 0, 3, 0]);
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
    const reported = await tables.refused("answers", faults, as);
    expect(reported.paths).toEqual(["C2", "C3", "B4", "C5", "B8", "A6", "A7"].sort(byRow));
    // Another university's is there, but not to be written in; a hidden one is as absent as none.
    const [absent, hidden] = await Promise.all(
      [newId(), one.id].map(
        async (id) =>
          (await tables.refused("answers", `assessment,question,answer\n${row(id, "a-1", "1")}`))
            .errors,
      ),
    );
    expect(hidden?.[0]?.message).toBe(absent?.[0]?.message);
    await one.step("withdrawAssessment", { reason: "Tidak jadi" });
    const faulty = table.replace(",4,", ",3,").replace("9007199254740993", "3");
    const closed = await tables.refused("answers", faulty, as);
    expect(closed.errors[0]?.extensions.faults).toBe(2);
    // What changes nothing is no change of a closed assessment.
    expect(figuresOf(await tables.send("answers", table, { as }))).toEqual([200, 3, 0, 3, 0]);
  });
});

/** Orders cells as a table is read. */
const byRow = (a: string, b: string) =>
  Number(a.replace(/\D/, "")) - Number(b.replace(/\D/, "")) || a.localeCompare(b);

describe("A table that is sent again", () => {
  const tableOf = (year: number, value = 1) =>
    `${measured}${[1, 2, 3].map((n) => `${indicator},${year}-0${n},${value},36.02\n`).join("")}`;

  it("is taken once, and its id is not for another", async () => {
    const [id, colleague] = [newId(), await world.member(partner, "COORDINATOR")];
    const first = await tables.send("measurements", tableOf(2020), { id });
    const before = await headOf(world);
    const again = await tables.send("measurements", tableOf(2020), { id: id.toUpperCase() });
    expect(again.body).toEqual({ ...first.body, repeated: true });
    const refused = [
      await tables.send("measurements", tableOf(2021), { id }),
      await tables.send("measurements&mode=valid", tableOf(2020), { id }),
      await tables.send("measurements", tableOf(2020), { id, as: colleague }),
    ];
    expect(refused.map(({ status, code }) => [status, code])).toEqual(
      Array(3).fill([409, "CONFLICT"]),
    );
    expect(await headOf(world)).toBe(before);
  });

  it("at once with its twins is taken once; a twin gets the same result, then or later", async () => {
    const [id, before] = [newId(), await headOf(world)];
    const take = () => tables.send("measurements", tableOf(2022), { id });
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
    const twins = await Promise.all([1, 2].map(() => tables.send("measurements", tableOf(2023))));
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
    const { body } = await tables.send("measurements", tableOf(2024), { id });
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
    const { body } = await tables.send("measurements", tableOf(2025), { id });
    expect(body).toMatchObject({ repeated: true, taken: 3 });
  });
});

describe("A table of 3,000 rows", () => {
  it("is one transaction, of whose progress its sender hears, and comes to watchers in order", async () => {
    await world.member(partner, "VIEWER");
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
    expect(progress[0]).toEqual({ step: "READING", rows: 1000, refused: 0 });
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
