import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  type Setting,
  TestAssessment,
  unscored,
  words,
} from "../testkit/assessments/test-assessment.js";
import { type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let setting: Omit<Setting, "instrument">;

beforeAll(async () => {
  world = await World.start();
  const [university, owner, lead] = [
    await world.organisation(),
    await world.organisation(),
    await world.organisation(),
  ] as [Party, Party, Party];
  const plan = await world.plan(await world.programme(owner), lead);
  setting = { university, owner, subject: { planId: plan.id } };
});
afterAll(() => world.stop());

/** A new assessment with a questionnaire of these questions. */
async function asked(questions: Input[], more: Input = {}): Promise<TestAssessment> {
  const content = questionnaire(questions, more);
  const instrument = await publishedInstrument(world, setting.university, content);
  return TestAssessment.offered(world, { ...setting, instrument });
}

const options = (...scores: number[]) =>
  scores.map((score) => ({ key: `o-${score}`, text: words("o"), score }));

/** A question of each kind, with the ranges that they have. */
const ofEachKind = [
  question("scale", { minimum: 0, maximum: 10 }),
  question("number", { kind: "NUMBER", minimum: -10, maximum: 10 }),
  question("percent", { kind: "PERCENT", minimum: 10 }),
  question("money", { kind: "MONEY", minimum: 1000, maximum: 2000 }),
  question("choice", { kind: "CHOICE", options: options(0, 30, 100) }),
  question("choices", { kind: "MULTI_CHOICE", options: options(20, 30, 70) }),
  question("boolean", { kind: "BOOLEAN" }),
  question("text", { kind: "TEXT", ...unscored }),
  question("free", { kind: "NUMBER", ...unscored }),
  question("least", { kind: "NUMBER", minimum: 3, ...unscored }),
  question("most", { kind: "NUMBER", maximum: 3, ...unscored }),
];

describe("What is asked follows from what was answered", () => {
  const nested = [
    question("has", { kind: "BOOLEAN", ...unscored }),
    question("which", {
      kind: "MULTI_CHOICE",
      options: options(0, 50, 100),
      condition: { question: "has", anyOf: ["true"] },
    }),
    question("members", {
      ...{ kind: "NUMBER", ...unscored },
      condition: { question: "which", anyOf: ["o-50", "o-100"] },
    }),
    question("many", { condition: { question: "members", minimum: 20, maximum: 50 } }),
    question("extra", { required: false }),
  ];
  const fields = "completeness missing { question reason } scores { value }";
  const byCondition = (key: string) => ({ question: key, reason: "REQUIRED_BY_CONDITION" });

  it("however deep: a question whose ground is not asked is not asked either", async () => {
    const assessment = await asked(nested);
    const steps: [Input, Input][] = [
      [
        { question: "extra", scale: 3 },
        {
          completeness: 0,
          missing: [{ question: "has", reason: "REQUIRED" }],
          scores: [{ value: 50 }],
        },
      ],
      [
        { question: "has", boolean: true },
        { completeness: 50, missing: [byCondition("which")], scores: [{ value: 50 }] },
      ],
      [
        { question: "which", choices: ["o-0", "o-50"] },
        { completeness: 66, missing: [byCondition("members")], scores: [{ value: 50 }] },
      ],
      [
        { question: "members", number: 20 },
        { completeness: 75, missing: [byCondition("many")], scores: [{ value: 50 }] },
      ],
      [
        { question: "many", scale: 5 },
        { completeness: 100, missing: [], scores: [{ value: 66.67 }] },
      ],
      [
        { question: "members", number: 50.5 },
        { completeness: 100, missing: [], scores: [{ value: 50 }] },
      ],
      [
        { question: "members", number: 50 },
        { completeness: 100, missing: [], scores: [{ value: 66.67 }] },
      ],
      [
        { question: "which", choices: ["o-0"] },
        { completeness: 100, missing: [], scores: [{ value: 25 }] },
      ],
      [
        { question: "has", boolean: false },
        { completeness: 100, missing: [], scores: [{ value: 50 }] },
      ],
    ];
    for (const [given, follows] of steps) {
      await assessment.answer(given);
      expect(await assessment.shown(fields)).toEqual(follows);
    }
    // What was answered before stays, and counts no more.
    expect(await assessment.shown("answers { question score }")).toEqual({
      answers: [
        { question: "has", score: null },
        { question: "which", score: null },
        { question: "members", score: null },
        { question: "many", score: null },
        { question: "extra", score: 50 },
      ],
    });
    await assessment.submit();
  });

  it("an answer that is taken away takes with it what it asked", async () => {
    const assessment = await asked(nested);
    await assessment.answer({ question: "has", boolean: true });
    await assessment.step("answerAssessment", { answers: [], clear: ["has"] });
    expect(await assessment.shown(fields)).toEqual({
      ...{ completeness: 0, missing: [{ question: "has", reason: "REQUIRED" }] },
      scores: [{ value: null }],
    });
  });

  it("where nothing is required, nothing is missing", async () => {
    const assessment = await asked([question("q", { required: false })]);
    expect(await assessment.shown(fields)).toEqual({
      ...{ completeness: 100, missing: [], scores: [{ value: null }] },
    });
    await assessment.submit();
  });

  it("what is missing is reported when it is handed in, every question of it, and the interests", async () => {
    const assessment = await asked(ofEachKind.slice(0, 3));
    await assessment.answer({ question: "number", number: 1 });
    const found = await assessment.cannot("submitAssessment");
    expect([found.code, found.paths]).toEqual([
      "BAD_USER_INPUT",
      ["answers.scale", "answers.percent", "interests"],
    ]);
  });
});

describe("Scores by dimension", () => {
  // Scores of A: 25, 75 (turned round), 100; their weights 1, 2, 5. Of B: 100 alone; of C nothing.
  const weighed = [
    question("one"),
    question("two", { weight: 2, reversed: true }),
    question("three", { weight: 5, kind: "BOOLEAN" }),
    question("four", { dimension: "B", weight: 0.5 }),
    question("five", { dimension: "C", required: false }),
  ];
  const given = [
    { question: "one", scale: 2 },
    { question: "two", scale: 2 },
    { question: "three", boolean: true },
    { question: "four", scale: 5 },
  ];
  const expected: [formula: string, value: number][] = [
    // (1 * 25 + 2 * 75 + 5 * 100) / 8
    ["WEIGHTED_MEAN", 84.38],
    // (25 * 75² * 100⁵) to the power of 1/8: e to the power of 34.8798 / 8
    ["WEIGHTED_GEOMETRIC_MEAN", 78.25],
    ["MINIMUM", 25],
  ];

  it.each(expected)("are worked out by %s", async (formula, value) => {
    const assessment = await asked(weighed, { formula });
    await assessment.answer(...given);
    const scores = [
      { dimension: "A", value },
      { dimension: "B", value: 100 },
      { dimension: "C", value: null },
    ];
    expect(await assessment.shown("scores { dimension value }")).toEqual({ scores });
  });

  it("a score of 0 makes the geometric mean 0", async () => {
    const assessment = await asked(weighed, { formula: "WEIGHTED_GEOMETRIC_MEAN" });
    await assessment.answer({ question: "one", scale: 1 }, { question: "three", boolean: true });
    const found = await assessment.shown<{ scores: Input[] }>("scores { value }");
    expect(found?.scores[0]).toEqual({ value: 0 });
  });

  it("options together count for no more than 100, and yes turned round for nothing", async () => {
    const assessment = await asked([
      question("many", { kind: "MULTI_CHOICE", options: options(60, 70) }),
      question("no", { kind: "BOOLEAN", reversed: true, dimension: "B" }),
    ]);
    await assessment.answer(
      { question: "many", choices: ["o-60", "o-70"] },
      { question: "no", boolean: true },
    );
    expect(await assessment.shown("scores { value }")).toEqual({
      scores: [{ value: 100 }, { value: 0 }],
    });
  });
});
