import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  shortOne,
  TestAssessment,
  unscored,
  words,
} from "../testkit/assessments/test-assessment.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { TestHub } from "../testkit/hub/index.js";
import { documentOf, refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let owner: Party;
let other: Party;
let writer: CheckedClient;
let plan: Written;

beforeAll(async () => {
  world = await World.start();
  owner = await world.organisation();
  other = await world.organisation();
  writer = await world.member(owner, "ASSESSOR");
  plan = await world.plan(await world.programme(other), other);
});
afterAll(() => world.stop());

const drafting = (more: Input = {}): Input => ({
  ...{ id: newId(), key: world.unique("angket"), ownerId: owner.id },
  ...shortOne(),
  ...more,
});

const draft = (more: Input = {}) => write(writer, "draftInstrument", drafting(more));

const step = (
  mutation: string,
  { id }: { id: string },
  expectedVersion: number,
  more: Input = {},
) => write(writer, mutation, { id, expectedVersion, ...more });

async function shown<T>(id: string, fields: string, client = writer): Promise<T | null> {
  const { node } = await client.data<{ node: T | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Instrument { ${fields} } } }`,
    { id } as never,
  );
  return node;
}

const at = (number: number, rest = "") => `input.sections.0.questions.${number}${rest}`;

const yesNo = question("q-0", { kind: "BOOLEAN", ...unscored });
const money = question("q-0", { kind: "MONEY", ...unscored });
const choices = (...scores: (number | null)[]) =>
  scores.map((score, number) => ({ key: `o-${number}`, text: words("o"), score }));
const choice = question("q-0", { kind: "CHOICE", options: choices(0, 100) });

/** Questionnaires that are not sound: their questions, and where the faults are. */
const unsound: [fault: string, questions: Input[], paths: string[]][] = [
  ["a key that is used twice", [question("q"), question("q")], [at(1, ".key")]],
  ["a range of nothing", [question("q", { minimum: 5, maximum: 5 })], [at(0, ".minimum")]],
  ["a range turned round", [question("q", { minimum: 6 })], [at(0, ".minimum")]],
  ["a scale of halves", [question("q", { minimum: 0.5 })], [at(0, ".minimum")]],
  ["a scale of 102 steps", [question("q", { minimum: 0, maximum: 101 })], [at(0, ".minimum")]],
  ["a share above all", [question("q", { kind: "PERCENT", maximum: 101 })], [at(0, ".minimum")]],
  ["a share below none", [question("q", { kind: "PERCENT", minimum: -1 })], [at(0, ".minimum")]],
  [
    "a range that no score can be worked out of",
    [question("q", { kind: "NUMBER", minimum: -1.7e308, maximum: 1.7e308 })],
    [at(0, ".minimum")],
  ],
  ["a range of words", [{ ...yesNo, minimum: 0 }], [at(0, ".minimum")]],
  ["money of sen", [{ ...money, minimum: 0.5, maximum: 9 }], [at(0, ".minimum")]],
  ["one option", [{ ...choice, options: choices(0) }], [at(0, ".options")]],
  ["no options", [{ ...choice, options: null }], [at(0, ".options")]],
  ["options of a scale", [question("q", { options: choices(0, 1) })], [at(0, ".options")]],
  [
    "an option that is there twice",
    [{ ...choice, options: [...choices(0), ...choices(1)] }],
    [at(0, ".options.1.key")],
  ],
  [
    "a scored option without a score",
    [{ ...choice, options: choices(0, null) }],
    [at(0, ".options.1.score")],
  ],
  ["words that are scored", [question("q", { kind: "TEXT" })], [at(0, ".dimension")]],
  ["a scored number of no range", [{ ...money, dimension: "A" }], [at(0, ".minimum")]],
  [
    "a scored number of half a range",
    [question("q", { kind: "NUMBER", minimum: 0 })],
    [at(0, ".minimum")],
  ],
  ["options turned round", [{ ...choice, reversed: true }], [at(0, ".reversed")]],
  ["what is not scored turned round", [{ ...yesNo, reversed: true }], [at(0, ".reversed")]],
  [
    "a condition on what comes later",
    [question("q", { condition: { question: "q-0", anyOf: ["true"] } }), yesNo],
    [at(0, ".condition.question")],
  ],
  [
    "a condition on itself",
    [question("q", { condition: { question: "q", minimum: 1 } })],
    [at(0, ".condition.question")],
  ],
  [
    "a condition of what cannot be chosen",
    [choice, question("q", { condition: { question: "q-0", anyOf: ["o-1", "o-2"] } })],
    [at(1, ".condition.anyOf")],
  ],
  [
    "a condition of neither yes nor no",
    [yesNo, question("q", { condition: { question: "q-0", anyOf: ["ya"] } })],
    [at(1, ".condition.anyOf")],
  ],
  [
    "a range of yes or no",
    [yesNo, question("q", { condition: { question: "q-0", minimum: 1 } })],
    [at(1, ".condition.anyOf")],
  ],
  [
    "a condition on words",
    [
      question("q-0", { kind: "TEXT", ...unscored }),
      question("q", { condition: { question: "q-0", anyOf: ["x"] } }),
    ],
    [at(1, ".condition.anyOf")],
  ],
  [
    "a number among options",
    [money, question("q", { condition: { question: "q-0", anyOf: ["1"] } })],
    [at(1, ".condition")],
  ],
  [
    "a condition of nothing",
    [money, question("q", { condition: { question: "q-0" } })],
    [at(1, ".condition")],
  ],
  [
    "a range that no number is in",
    [money, question("q", { condition: { question: "q-0", minimum: 2, maximum: 1 } })],
    [at(1, ".condition")],
  ],
  [
    "several at once",
    [question("q", { minimum: 9 }), question("q"), { ...choice, options: choices(null) }],
    [at(0, ".minimum"), at(1, ".key"), at(2, ".options"), at(2, ".options.0.score")],
  ],
];

describe("A questionnaire is sound", () => {
  it.each(unsound)("and refused with %s", async (_, questions, paths) => {
    const input = drafting(questionnaire(questions));
    const found = await world.unchangedBy(() => refused(writer, "draftInstrument", input));
    expect([found.code, found.paths.toSorted()]).toEqual(["BAD_USER_INPUT", paths.toSorted()]);
  });

  it("a question counts in a dimension that there is, and keys of dimensions and sections are single", async () => {
    const [dimension] = shortOne().dimensions as Input[];
    const section = (key: string, of: string) => ({
      ...{ key, title: words(key) },
      questions: [question(of, { dimension: of === "b" ? "B" : "A" })],
    });
    const input = drafting({
      dimensions: [dimension, dimension],
      sections: [section("s", "a"), section("s", "b")],
    });
    const found = await world.unchangedBy(() => refused(writer, "draftInstrument", input));
    expect(found.paths.sort()).toEqual([
      "input.dimensions.1.key",
      "input.sections.1.key",
      "input.sections.1.questions.0.dimension",
    ]);
  });

  it("has at most 500 questions in all", async () => {
    const sections = (last: number) =>
      [200, 200, last].map((count, number) => ({
        ...{ key: `s-${number}`, title: words("s") },
        questions: Array.from({ length: count }, (_, n) => question(`q-${number}-${n}`)),
      }));
    const found = await refused(writer, "draftInstrument", drafting({ sections: sections(101) }));
    expect(found.paths).toEqual(["input.sections"]);
    await draft({ sections: sections(100) });
  });

  it("keeps each text in both languages, and what is absent as it is meant", async () => {
    const { id } = await draft({
      title: { id: "Angket" },
      ...questionnaire([question("q", { text: { en: "Only English" } })]),
    });
    const found = await shown(
      id,
      `title titleText { id en missing } formula dimensions
      sections { questions { text { id en missing } kind required minimum maximum weight reversed options { key } condition { question } } }`,
    );
    expect(found).toEqual({
      ...{ title: "Angket", formula: "WEIGHTED_MEAN", dimensions: ["A"] },
      titleText: { id: "Angket (id)", en: "Angket", missing: [] },
      sections: [
        {
          questions: [
            {
              text: { id: "Only English", en: "Only English", missing: ["ID"] },
              ...{ kind: "SCALE", required: true, minimum: 1, maximum: 5, weight: 1 },
              ...{ reversed: false, options: [], condition: null },
            },
          ],
        },
      ],
    });
  });
});

describe("An instrument comes in editions", () => {
  it("of which one at a time is a draft, each later one with the next number", async () => {
    const key = world.unique("angket");
    const first = await draft({ key });
    const again = await world.unchangedBy(() =>
      refused(writer, "draftInstrument", drafting({ key })),
    );
    expect([again.code, again.paths]).toEqual(["CONFLICT", ["input.key"]]);
    await step("publishInstrument", first, 1);
    const second = await draft({ key });
    await step("publishInstrument", second, 1);
    await step("retireInstrument", first, 2);
    const third = await draft({ key });
    const editions = await Promise.all(
      [first, second, third].map(({ id }) => shown(id, "edition status")),
    );
    expect(editions).toEqual([
      { edition: 1, status: "RETIRED" },
      { edition: 2, status: "PUBLISHED" },
      { edition: 3, status: "DRAFT" },
    ]);
  });

  it("all of one owner", async () => {
    const key = world.unique("angket");
    await step("publishInstrument", await draft({ key }), 1);
    const stranger = await world.member(other, "ASSESSOR");
    const found = await refused(stranger, "draftInstrument", drafting({ key, ownerId: other.id }));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.key"]]);
    const taken = await refused(
      stranger,
      "draftInstrument",
      drafting({ key: "asset-pentagon", ownerId: other.id }),
    );
    expect(taken.paths).toEqual(["input.key"]);
  });

  it("two at once become one draft", async () => {
    const key = world.unique("angket");
    const tries = [1, 2, 3].map(() =>
      writer.ask(documentOf("draftInstrument"), { input: drafting({ key }) } as never),
    );
    const codes = (await Promise.all(tries)).map(
      ({ errors }) => errors?.[0]?.extensions.code ?? "done",
    );
    expect(codes.sort()).toEqual(["CONFLICT", "CONFLICT", "done"]);
  });

  it("the operator's have no owner, and the asset pentagon is one of them", async () => {
    const operator = await world.operator;
    const own = await write(operator, "draftInstrument", drafting({ ownerId: null }));
    await write(operator, "publishInstrument", { id: own.id, expectedVersion: 1 });
    interface Shown {
      instruments: {
        nodes: {
          key: string;
          owner: null;
          dimensions: string[];
          sections: { questions: { dimension: string | null }[] }[];
        }[];
      };
    }
    const { instruments } = await world
      .visitor()
      .data<Shown>(
        '{ instruments(where: { key: { eq: "asset-pentagon" } }) { nodes { key owner { key } dimensions sections { questions { dimension } } } } }',
      );
    const [pentagon] = instruments.nodes;
    expect(pentagon?.owner).toBeNull();
    expect(pentagon?.dimensions).toEqual(["HUMAN", "SOCIAL", "NATURAL", "PHYSICAL", "FINANCIAL"]);
    for (const dimension of pentagon?.dimensions ?? []) {
      const asked = pentagon?.sections.flatMap(({ questions }) => questions) ?? [];
      expect(asked.filter((one) => one.dimension === dimension).length).toBeGreaterThan(3);
    }
  });
});

/** As the domain says: draft, published, retired. */
const drawn: Record<string, string[]> = {
  DRAFT: ["PUBLISHED"],
  PUBLISHED: ["RETIRED"],
  RETIRED: [],
};
const verbs = { PUBLISHED: "publishInstrument", RETIRED: "retireInstrument" };

describe("The lifecycle of Instrument", () => {
  it.each(Object.keys(drawn))("allows and refuses from %s as it is drawn", async (from) => {
    for (const [to, verb] of Object.entries(verbs)) {
      const { id } = await draft();
      for (const state of Object.keys(drawn).slice(1, Object.keys(drawn).indexOf(from) + 1)) {
        await write(writer, verbs[state as "RETIRED"], { id, ...(await versionOf(id)) });
      }
      const input = { id, ...(await versionOf(id)) };
      if (drawn[from]?.includes(to)) {
        await write(writer, verb, input);
        expect(await shown(id, "status")).toEqual({ status: to });
      } else {
        const found = await world.unchangedBy(() => refused(writer, verb, input));
        expect(found.error.extensions).toMatchObject({
          ...{ code: "INVALID_TRANSITION", from, to, allowed: drawn[from] },
        });
      }
    }
  });

  const versionOf = async (id: string) => ({
    expectedVersion: (await world.seen("instrument", id)).version,
  });

  it("a draft is revised, what is absent stays, and is sound still", async () => {
    const made = await draft();
    await step("reviseInstrument", made, 1, { title: { id: "Baru" }, formula: "MINIMUM" });
    expect(await shown(made.id, "title formula dimensions")).toEqual({
      ...{ title: "Baru", formula: "MINIMUM", dimensions: ["A"] },
    });
    const input = { id: made.id, expectedVersion: 2, dimensions: [] };
    const found = await world.unchangedBy(() => refused(writer, "reviseInstrument", input));
    expect(found.paths).toEqual([at(0, ".dimension"), at(1, ".dimension")]);
  });

  it("what was published never changes, by the API or past it", async () => {
    const { id } = await publishedInstrument(world, owner);
    const input = { id, expectedVersion: 2, title: { id: "Lain" } };
    const found = await world.unchangedBy(() => refused(writer, "reviseInstrument", input));
    expect(found.error.extensions).toMatchObject({
      ...{ code: "INVALID_TRANSITION", from: "PUBLISHED", allowed: ["RETIRED"] },
    });
    for (const [change, code] of [
      ["update instrument set sections = '[]' where id = $1", "RB003"],
      ["update instrument set formula = 'MINIMUM' where id = $1", "RB003"],
      ["update instrument set status = 'DRAFT' where id = $1", "RB003"],
      ["update instrument set status = 'RETIRED', title = 'x' where id = $1", "RB003"],
      ["delete from instrument where id = $1", "RB003"],
      // What may be done, is done by use cases alone.
      ["update instrument set status = 'RETIRED' where id = $1", "RB001"],
    ] as const) {
      await expect(world.hub.sql.query(change, [id])).rejects.toMatchObject({ code });
    }
    await step("retireInstrument", { id }, 2);
    await expect(
      world.hub.sql.query("update instrument set status = 'PUBLISHED' where id = $1", [id]),
    ).rejects.toMatchObject({ code: "RB003" });
  });

  it("a draft is its owner's, what was published everybody's", async () => {
    const { id } = await draft();
    const outside = [world.visitor(), await world.member(other, "ADMIN"), await world.operator];
    for (const client of outside) expect(await shown(id, "id", client)).toBeNull();
    expect(await shown(id, "id", await world.member(owner, "VIEWER"))).toEqual({ id });
    await step("publishInstrument", { id }, 1);
    for (const client of outside) expect(await shown(id, "id", client)).toEqual({ id });
  });

  it("only what is published begins an assessment; one that is retired lets those go on", async () => {
    const made = await draft();
    const setting = { university: owner, owner: other, subject: { planId: plan.id } };
    const begin = () => TestAssessment.offered(world, { ...setting, instrument: made });
    await expect(begin()).rejects.toThrow("is not published");
    await step("publishInstrument", made, 1);
    const assessment = await begin();
    await step("retireInstrument", made, 2);
    await expect(begin()).rejects.toThrow("is not published");
    await (await assessment.submitted()).publish();
    expect(await assessment.shown("status")).toEqual({ status: "PUBLISHED" });
  });

  it("what comes with the hub is published by the next start, where one was cut short before", async () => {
    const { sql, database } = world.hub;
    // As it is after the draft was made and before it was published.
    await sql.query(`do $$ begin
      set local session_replication_role = replica;
      update instrument set status = 'DRAFT', version = 1 where key = 'asset-pentagon';
    end $$`);
    const node = await TestHub.start("regions", {}, database);
    await node.stop();
    const { rows } = await sql.query(
      "select status, version from instrument where key = 'asset-pentagon'",
    );
    expect(rows).toEqual([{ status: "PUBLISHED", version: 2 }]);
  });
});
