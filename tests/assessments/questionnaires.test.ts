import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  question,
  questionnaire,
  shortOne,
  unscored,
  words,
} from "../testkit/assessments/test-assessment.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let owner: Party;
let writer: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  owner = await world.organisation();
  writer = await world.member(owner, "ASSESSOR");
});
afterAll(() => world.stop());

const drafting = (more: Input = {}): Input => ({
  ...{ id: newId(), key: world.unique("angket"), ownerId: owner.id },
  ...shortOne(),
  ...more,
});

const draft = (more: Input = {}) => write(writer, "draftInstrument", drafting(more));

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
      title: { indonesian: "Angket" },
      ...questionnaire([question("q", { text: { english: "Only English" } })]),
    });
    const found = await shown(
      id,
      `title titleText { indonesian english missing } formula dimensions
      sections { questions { text { indonesian english missing text(language: ID) } kind required minimum maximum weight reversed options { key } condition { question } } }`,
    );
    expect(found).toEqual({
      ...{ title: "Angket", formula: "WEIGHTED_MEAN", dimensions: ["A"] },
      titleText: { indonesian: "Angket (id)", english: "Angket", missing: [] },
      sections: [
        {
          questions: [
            {
              text: {
                ...{ indonesian: "Only English", english: "Only English", missing: ["ID"] },
                text: "Only English",
              },
              ...{ kind: "SCALE", required: true, minimum: 1, maximum: 5, weight: 1 },
              ...{ reversed: false, options: [], condition: null },
            },
          ],
        },
      ],
    });
  });
});
