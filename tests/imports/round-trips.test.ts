import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  publishedInstrument,
  question,
  questionnaire,
  TestAssessment,
  unscored,
  words,
} from "../testkit/assessments/test-assessment.js";
import { rowsInHucre, rowsInPython, writtenByHucre } from "../testkit/files/other-readers.js";
import { downloadFile } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { ImportWorld } from "../testkit/imports/import-world.js";
import { write } from "../testkit/mutations/documents.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import type { World } from "../testkit/world/world.js";

// A table made by the hub goes back as it is, and every row is unchanged: whatever its texts hold, in the
// form of every locale, no matter who recorded its rows, and after another program wrote it.

let tables: ImportWorld;
let world: World;
/** A member of the organisation that recorded half of the rows, and of one that recorded the others. */
let keeper: CheckedClient;
let leader: CheckedClient;
let assessor: CheckedClient;

const inLine = [
  ";",
  "; ",
  "'",
  '"',
  '""',
  "=1+1",
  "+62",
  "-",
  "@a",
  ",",
  " ",
  "\u00a0",
  "🐟",
  "a",
  "＝",
];
const drawn = (pieces: readonly string[], end: string) =>
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
    .map((parts) => `${parts.join("")}${end}`);

/** Texts of one line and of several, each with something to read between blanks or before them. */
const draws = fc.sample(
  fc.record({
    line: fc.oneof(drawn(inLine, "x"), drawn(inLine, "x ")),
    note: fc.oneof(drawn([...inLine, "\n", "\r\n", "\t"], "x"), drawn(["x", "\n"], "y\n ")),
  }),
  { seed, numRuns: 14 },
);

const startsFormula = /^[=+\-@＝＋－＠\t\r\n]/;

beforeAll(async () => {
  tables = await ImportWorld.start();
  ({ world, keeper } = tables);
  leader = await world.member(tables.inputs.cast.lead, "CONTRIBUTOR");
  await measurements();
  await groups();
  await answers();
});
afterAll(() => tables.stop());

async function measurements(): Promise<void> {
  const { cast, programme } = tables.inputs;
  const indicator = await write(
    await world.joint(cast.owner.id, cast.programmeOwner.id),
    "createIndicator",
    {
      ...{ title: words("Kemiskinan"), unit: "PERCENT", direction: "DECREASE" },
      ...{ aggregation: "NONE", ownerId: cast.owner.id, programmeId: programme.id },
    },
  );
  for (const [at, { line, note }] of draws.entries()) {
    const figure = { period: `20${10 + at}`, regionCode: "36.02.27.2010", note };
    const sources = [{ publisher: line, note }, { publisher: "second" }];
    const more = { ...figure, sources };
    const by = at % 2 === 0 ? keeper : leader;
    // For others, a count of three is suppressed, and so is a value of three.
    const women = { by: "SEX", value: "women", count: 3 };
    const disaggregation = [women, { by: "AGE_BAND", value: "15-24", count: 3 }];
    const people = { indicatorId: tables.inputs.indicator.id, value: 3 + at, disaggregation };
    const share = { indicatorId: indicator.id, value: 1.234 + at };
    for (const figures of [people, share]) {
      const recorded = await write(by, "recordMeasurement", { ...figures, ...more });
      if (by === leader) await tables.inputs.accept(recorded);
    }
  }
}

async function groups(): Promise<void> {
  for (const [at, { line, note }] of draws.entries()) {
    const products = [{ name: line }, { name: `"${line}` }, { name: "Kopi" }];
    const more = { name: line, products, note, visibility: "PUBLIC" };
    const classification = { code: `1${at}`, version: line };
    const group = { ...more, classification };
    const { id } = await tables.inputs.do("registerEnterpriseGroup", group);
    const result = { groupId: id, period: "2023", revenue: "9007199254740993", note };
    await write(keeper, "recordGroupMeasurement", result);
  }
}

async function answers(): Promise<void> {
  const university = await world.organisation();
  const options = draws.map(({ line }, at) => ({
    key: `${line}${at} `,
    text: words(`${line} ${at}`),
  }));
  const asked = draws.map(({ line }, at) =>
    question(`${line}${at}`, { kind: "TEXT", ...unscored }),
  );
  const content = questionnaire([
    ...asked,
    question("many ", { kind: "MULTI_CHOICE", options, ...unscored }),
    question("number", { kind: "NUMBER", ...unscored }),
  ]);
  const instrument = await publishedInstrument(world, university, content);
  const { inputs } = tables;
  const subject = { areaId: inputs.area.id, programmeId: inputs.programme.id };
  const setting = { university, owner: inputs.cast.programmeOwner, instrument, subject };
  const assessment = await TestAssessment.offered(world, setting);
  await assessment.answer(
    ...draws.map(({ line, note }, at) => ({ question: `${line}${at}`, text: note, note })),
    { question: "many ", choices: options.map(({ key }) => key) },
    { question: "number", number: -1.234 },
  );
  assessor = await assessment.assessor;
}

const kinds = ["measurements", "enterprise-groups", "group-measurements", "answers"] as const;
type Kind = (typeof kinds)[number];

const forms = [
  { query: "", separator: "," },
  { query: "?locale=id-ID", separator: ";" },
] as const;
type Form = (typeof forms)[number];

async function tableAs(client: CheckedClient, kind: Kind, { query }: Form): Promise<Buffer> {
  const { status, content } = await downloadFile(client, `/tables/${kind}.csv${query}`);
  expect(status).toBe(200);
  return content;
}

const rowsOf: Record<Kind, number> = {
  measurements: 2 * draws.length,
  "enterprise-groups": draws.length,
  "group-measurements": draws.length,
  answers: draws.length + 2,
};

async function expectUnchanged(client: CheckedClient, kind: Kind, content: string | Buffer) {
  const { body } = await tables.send(kind.replace("-", "_"), content, { as: client });
  const rows = rowsOf[kind];
  expect(body).toMatchObject({ rows, unchanged: rows, taken: 0, refused: 0 });
}

describe.each(forms)("A table of the hub that is separated by $separator", (form) => {
  it.each(kinds)("goes back unchanged: %s", async (kind) => {
    const clients = kind === "answers" ? [assessor] : [keeper, leader, await world.operator];
    for (const client of clients) {
      await expectUnchanged(client, kind, await tableAs(client, kind, form));
    }
  });

  it.each(kinds)(
    "is read alike by other programs, and has no formula for them: %s",
    async (kind) => {
      const client = kind === "answers" ? assessor : keeper;
      const content = await tableAs(client, kind, form);
      const rows = rowsInHucre(content, form.separator);
      expect(rows).toHaveLength(rowsOf[kind] + 1);
      expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
      const numbers = /^-\d+([.,]\d+)?$/;
      expect(rows.flat().filter((cell) => startsFormula.test(cell) && !numbers.test(cell))).toEqual(
        [],
      );
      expect(rowsInPython(content, form.separator) ?? rows).toEqual(rows);
      // A program can change the separator and leave the decimals as they are.
      for (const separator of [",", ";", "\t"]) {
        await expectUnchanged(client, kind, writtenByHucre(rows, separator));
      }
    },
  );
});

describe("A table of wrong rows", () => {
  it.each(forms)(
    "is read alike by other programs, separated by $separator",
    async ({ separator }) => {
      const decade = separator === "," ? 1900 : 1930;
      // An apostrophe before a formula is the hub's own, in any table.
      const notes = draws.map(({ note }) => note.replace(/^[\s']+/, ""));
      const rows = notes.map((note, at) => [tables.indicator, `wrong-${decade + at}`, "7", note]);
      const header = ["indicator", "period", "value", "note"];
      const sent = writtenByHucre([header, ...rows], separator);
      const { body } = await tables.send("measurements&mode=valid", sent);
      expect(body).toMatchObject({ rows: rows.length, refused: rows.length });
      const { content } = await downloadFile(keeper, String(body.rejected));
      const read = rowsInHucre(content, separator);
      expect(read.map((row) => row.length)).toEqual([header, ...rows].map(() => 5));
      expect(read.flat().filter((cell) => startsFormula.test(cell))).toEqual([]);
      expect(rowsInPython(content, separator) ?? read).toEqual(read);
      const corrected = content.toString().replaceAll("wrong-", "");
      const again = await tables.send("measurements", corrected);
      expect(again.body).toMatchObject({ taken: rows.length });
      const { rows: stored } = await world.hub.sql.query(
        "select note from measurement where period::int between $1 and $2 order by period",
        [decade, decade + rows.length - 1],
      );
      expect(stored).toEqual(rows.map(([, , , note = ""]) => ({ note: note.trim() })));
    },
  );
});
