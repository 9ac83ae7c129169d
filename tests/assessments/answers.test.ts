import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  type Setting,
  shortOne,
  TestAssessment,
  unscored,
  words,
} from "../testkit/assessments/test-assessment.js";
import { documentOf, refused, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let setting: Omit<Setting, "instrument">;
let short: { id: string };

beforeAll(async () => {
  world = await World.start();
  const [university, owner, lead] = [
    await world.organisation(),
    await world.organisation(),
    await world.organisation(),
  ] as [Party, Party, Party];
  const plan = await world.plan(await world.programme(owner), lead);
  setting = { university, owner, subject: { planId: plan.id } };
  short = await publishedInstrument(world, university);
});
afterAll(() => world.stop());

/** A new assessment with a questionnaire of these questions. */
async function asked(questions: Input[], more: Input = {}): Promise<TestAssessment> {
  const content = questionnaire(questions, more);
  const instrument = await publishedInstrument(world, setting.university, content);
  return TestAssessment.offered(world, { ...setting, instrument });
}

const brief = () => TestAssessment.offered(world, { ...setting, instrument: short });

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

describe("Answers", () => {
  it("of each kind are kept as they are given, with the score that they have", async () => {
    const assessment = await asked(ofEachKind);
    await assessment.answer(
      { question: "scale", scale: 4, note: "catatan" },
      { question: "number", number: -5.5 },
      { question: "percent", percent: 55 },
      { question: "money", money: "1250" },
      { question: "choice", choice: "o-30" },
      { question: "choices", choices: ["o-20", "o-30"] },
      { question: "boolean", boolean: false },
      { question: "text", text: "Uraian 🐟" },
      { question: "free", number: 1e300 },
    );
    const found = await assessment.shown<{ answers: Input[] }>(
      "answers { question number scale value percent money choice choices boolean text note score }",
    );
    const none = {
      ...{ scale: null, value: null, percent: null, money: null, choice: null, choices: null },
      ...{ boolean: null, text: null, note: null, score: null },
    };
    expect(found?.answers).toEqual([
      { ...none, question: "scale", number: 1, scale: 4, note: "catatan", score: 40 },
      { ...none, question: "number", number: 2, value: -5.5, score: 22.5 },
      { ...none, question: "percent", number: 3, percent: 55, score: 50 },
      { ...none, question: "money", number: 4, money: "1250", score: 25 },
      { ...none, question: "choice", number: 5, choice: "o-30", score: 30 },
      { ...none, question: "choices", number: 6, choices: ["o-20", "o-30"], score: 50 },
      { ...none, question: "boolean", number: 7, boolean: false, score: 0 },
      { ...none, question: "text", number: 8, text: "Uraian 🐟" },
      { ...none, question: "free", number: 9, value: 1e300 },
    ]);
  });

  const faults: [question: string, given: Input, field: string][] = [
    ["scale", { scale: 11 }, "scale"],
    ["scale", { number: 5 }, "number"],
    ["number", { number: 10.01 }, "number"],
    ["percent", { percent: 9.99 }, "percent"],
    ["percent", { percent: 100.01 }, "percent"],
    ["money", { money: "999" }, "money"],
    ["money", { money: "2001" }, "money"],
    ["money", { money: "1500.5" }, "money"],
    ["choice", { choice: "o-31" }, "choice"],
    ["choice", { choices: ["o-30"] }, "choices"],
    ["choices", { choices: [] }, "choices"],
    ["choices", { choices: ["o-20", "o-20"] }, "choices"],
    ["choices", { choices: ["o-20", "x"] }, "choices"],
    ["boolean", { boolean: "true" }, "boolean"],
    ["boolean", { boolean: null }, "boolean"],
    ["text", { text: " " }, "text"],
    ["text", { text: "a".repeat(5001) }, "text"],
    ["least", { number: 2.99 }, "number"],
    ["most", { number: 3.01 }, "number"],
  ];

  it("are refused, all, where one of them is wrong, and each fault is reported at its field", async () => {
    const assessment = await asked(ofEachKind);
    for (const [key, given, field] of faults) {
      const answers = [
        { question: "free", number: 1 },
        { question: key, ...given },
      ];
      const found = await assessment.cannot("answerAssessment", { answers });
      expect(found.code).toBe("BAD_USER_INPUT");
      expect(found.paths).toContain(`input.answers.1.${field}`);
    }
    expect(await assessment.shown("version answers { id }")).toEqual({ version: 1, answers: [] });
  });

  it("report all faults at once", async () => {
    const assessment = await asked(ofEachKind);
    const answers = [
      { question: "scale", scale: 99 },
      { question: "z", scale: 1 },
      { question: "money", scale: 1 },
    ];
    const found = await assessment.cannot("answerAssessment", { answers, clear: ["y"] });
    expect(found.paths.sort()).toEqual([
      "input.answers.0.scale",
      "input.answers.1.question",
      "input.answers.2.money",
      "input.answers.2.scale",
      "input.clear.0",
    ]);
  });

  it("take the place of earlier ones, note and all, and can be taken away", async () => {
    const assessment = await brief();
    await assessment.answer({ question: "a-1", scale: 2, note: "lama" });
    await assessment.answer({ question: "a-1", scale: 5 }, { question: "a-2", scale: 1 });
    const fields = "completeness answers { question scale note } scores { value }";
    expect(await assessment.shown(fields)).toEqual({
      completeness: 100,
      answers: [
        { question: "a-1", scale: 5, note: null },
        { question: "a-2", scale: 1, note: null },
      ],
      scores: [{ value: 50 }],
    });
    await assessment.step("answerAssessment", { answers: [], clear: ["a-1"] });
    expect(await assessment.shown(fields)).toEqual({
      completeness: 0,
      answers: [{ question: "a-2", scale: 1, note: null }],
      scores: [{ value: 0 }],
    });
  });

  it("one that is given and taken away in one stays", async () => {
    const assessment = await brief();
    const answers = [{ question: "a-1", scale: 3 }];
    await assessment.step("answerAssessment", { answers, clear: ["a-1", "a-2"] });
    expect(await assessment.shown("answers { scale }")).toEqual({ answers: [{ scale: 3 }] });
  });

  it("change nothing where they say the same in another order or form", async () => {
    const assessment = await asked(ofEachKind);
    const note = "Désa";
    await assessment.answer({ question: "choices", choices: ["o-20", "o-30"], note });
    const again = { question: "choices", choices: ["o-30", "o-20"], note: note.normalize("NFD") };
    await assessment.answer(again);
    expect(await assessment.shown("answers { choices note }")).toEqual({
      answers: [{ choices: ["o-20", "o-30"], note }],
    });
  });

  it("one by one and in bulk come to the same", async () => {
    const given: Record<string, Input> = {
      scale: { scale: 7 },
      number: { number: 3.3 },
      percent: { percent: 77.7 },
      money: { money: "1333" },
      choice: { choice: "o-100" },
      choices: { choices: ["o-30", "o-70"] },
      boolean: { boolean: true },
      text: { text: "x" },
    };
    const all = Object.entries(given).map(([key, value]) => ({ question: key, ...value }));
    const [single, bulk] = [await asked(ofEachKind), await asked(ofEachKind)];
    for (const one of all.toReversed()) await single.answer(one);
    await bulk.answer(...all);
    const fields =
      "completeness missing { question reason } scores { dimension value } answers { question number scale value money choices score }";
    const found = await bulk.shown(fields);
    expect(found).toMatchObject({ completeness: 72, missing: [{}, {}, {}] });
    expect(await single.shown(fields)).toEqual(found);
  });

  it("are recorded in one transaction with what follows from them", async () => {
    const assessment = await brief();
    const { position } = await assessment.scales({ "a-1": 3, "a-2": 4 });
    const { rows } = await world.hub.sql.query(
      "select entity, kind from change where position > $1 order by position",
      [position - 3],
    );
    expect(rows.map(({ entity, kind }) => `${kind} ${entity}`).sort()).toEqual([
      "CREATED Answer",
      "CREATED Answer",
      "UPDATED Assessment",
    ]);
  });
});

describe("Several that write at once", () => {
  const codesOf = async (tries: Promise<{ errors?: { extensions: { code: string } }[] }>[]) =>
    (await Promise.all(tries)).map(({ errors }) => errors?.[0]?.extensions.code ?? "done").sort();

  const sending = async (assessment: TestAssessment, mutation: string, input: Input) =>
    (await assessment.whoDoes(mutation)).ask(documentOf(mutation), { input } as never);

  it("answers of the same version: one is taken, the others see a CONFLICT, none is lost", async () => {
    const assessment = await brief();
    const seen = await assessment.seen();
    const tries = [1, 2, 3, 4].map((scale) =>
      sending(assessment, "answerAssessment", {
        ...seen,
        answers: [{ question: scale % 2 ? "a-1" : "a-2", scale }],
      }),
    );
    expect(await codesOf(tries)).toEqual(["CONFLICT", "CONFLICT", "CONFLICT", "done"]);
    const found = await assessment.shown<{ version: number; answers: Input[] }>(
      "version answers { scale }",
    );
    expect([found?.version, found?.answers.length]).toEqual([2, 1]);
  });

  it("an answer and the handing in: what is handed in is what was seen", async () => {
    for (let round = 0; round < 4; round += 1) {
      const assessment = await brief();
      await assessment.scales({ "a-1": 1 });
      await assessment.step("declareInterests", { interests: "Tidak ada" });
      const seen = await assessment.seen();
      const answers = [{ question: "a-1", scale: 5 }];
      const codes = await codesOf([
        sending(assessment, "submitAssessment", seen),
        sending(assessment, "answerAssessment", { ...seen, answers }),
      ]);
      expect(codes).toEqual(["CONFLICT", "done"]);
      const found = await assessment.shown<{ status: string; answers: { scale: number }[] }>(
        "status answers { scale }",
      );
      const scale = found?.status === "SUBMITTED" ? 1 : 5;
      expect(found?.answers).toEqual([{ scale }]);
    }
  });

  it("a finding and the handing in: either it is in, or it is refused", async () => {
    for (let round = 0; round < 4; round += 1) {
      const assessment = await brief();
      await assessment.scales({ "a-1": 1 });
      await assessment.step("declareInterests", { interests: "Tidak ada" });
      const finding = { id: newId(), assessmentId: assessment.id, text: "Temuan" };
      const [submitted, added] = await Promise.all([
        sending(assessment, "submitAssessment", await assessment.seen()),
        sending(assessment, "addFinding", finding),
      ]);
      expect(submitted.errors).toBeUndefined();
      const found = await assessment.shown<{ findings: Input[] }>("findings { text }");
      expect(found?.findings).toHaveLength(added.errors ? 0 : 1);
      if (added.errors) expect(added.errors[0]?.extensions.code).toBe("INVALID_TRANSITION");
    }
  });

  it("two publications: one is done", async () => {
    const assessment = await (await brief()).submitted();
    await assessment.review();
    await assessment.step("acceptAssessment");
    const seen = await assessment.seen();
    const tries = [1, 2, 3].map(() => sending(assessment, "publishAssessment", seen));
    expect(await codesOf(tries)).toEqual(["CONFLICT", "CONFLICT", "done"]);
  });

  it("two of one subject and round: one begins", async () => {
    const instrument = await publishedInstrument(world, setting.university, shortOne());
    const assessor = await world.member(setting.university, "ASSESSOR");
    const input = { instrumentId: instrument.id, universityId: setting.university.id };
    const tries = [1, 2, 3].map(() =>
      assessor.ask(documentOf("offerAssessment"), {
        input: { ...input, ...setting.subject, round: "BASELINE" },
      } as never),
    );
    expect(await codesOf(tries)).toEqual(["BAD_USER_INPUT", "BAD_USER_INPUT", "done"]);
    const again = await refused(assessor, "offerAssessment", {
      ...{ ...input, ...setting.subject, round: "BASELINE" },
    });
    expect(again.paths).toEqual(["input.universityId"]);
    for (const round of ["MIDLINE", "AD_HOC", "AD_HOC"]) {
      await write(assessor, "offerAssessment", { ...input, ...setting.subject, round });
    }
  });
});
