import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  type Setting,
  shortOne,
  TestAssessment,
} from "../testkit/assessments/test-assessment.js";
import { type Written } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let owner: Party;
let lead: Party;
let programme: Written;
let universities: Party[];

beforeAll(async () => {
  world = await World.start();
  owner = await world.organisation();
  lead = await world.organisation();
  programme = await world.programme(owner);
  universities = [];
  for (let at = 0; at < 4; at += 1) universities.push(await world.organisation());
});
afterAll(() => world.stop());

const university = (at: number): Party => universities[at] as Party;

/** Krippendorff's alpha by its definition: every pair of values, within units and among all. */
function alphaOf(units: readonly (readonly number[])[]): number {
  const pairable = units.filter((unit) => unit.length > 1);
  const all = pairable.flat();
  const apart = (values: readonly number[]): number => {
    let sum = 0;
    for (const [at, one] of values.entries()) {
      for (const [other, two] of values.entries()) if (at !== other) sum += (one - two) ** 2;
    }
    return sum;
  };
  const within = pairable.reduce((sum, unit) => sum + apart(unit) / (unit.length - 1), 0);
  const observed = within / all.length;
  const expected = apart(all) / (all.length * (all.length - 1));
  return 1 - observed / expected;
}

// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania, 2011,
// https://repository.upenn.edu/asc_papers/43: A, binary data of two observers without missing data;
// C, the reliability data of four observers with missing data, by the interval metric (section D).
const binary = ["0100000010", "1110010000"];
const fourObservers = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];

const unitsOf = (observers: readonly string[]): number[][] =>
  Array.from(observers[0] ?? "", (_, unit) =>
    observers.flatMap((values) => (values[unit] === "." ? [] : [Number(values[unit])])),
  );

async function settingOf(content: Input, round = "BASELINE"): Promise<Omit<Setting, "university">> {
  const plan = await world.plan(programme, lead);
  const instrument = await publishedInstrument(world, owner, content);
  return { owner, instrument, round, subject: { planId: plan.id } };
}

/** Each observer is a university that hands in its values, one a question. */
async function observed(observers: readonly string[], kind: "BOOLEAN" | "SCALE") {
  const count = observers[0]?.length ?? 0;
  const questions = Array.from({ length: count }, (_, at) =>
    question(`u-${at}`, { kind, required: false }),
  );
  const setting = await settingOf(questionnaire(questions));
  const made: TestAssessment[] = [];
  for (const [at, values] of observers.entries()) {
    const assessment = await TestAssessment.offered(world, {
      ...setting,
      university: university(at),
    });
    const answers = [...values].flatMap((value, unit) => {
      if (value === ".") return [];
      const given = kind === "SCALE" ? { scale: Number(value) } : { boolean: value === "1" };
      return [{ question: `u-${unit}`, ...given }];
    });
    await assessment.answer(...answers);
    await assessment.submit();
    made.push(assessment);
  }
  return made;
}

interface Agreement {
  agreement: { alpha: number | null; units: number; assessments: { id: string }[] } | null;
}

/** As the programme's coordinator sees it, who sees all that was handed in. */
async function agreementOf(assessment: TestAssessment, client = assessment.coordinator) {
  const fields = "agreement { alpha units assessments { id } }";
  return (await assessment.shown<Agreement>(fields, await client))?.agreement;
}

const first = (made: readonly TestAssessment[]): TestAssessment => made[0] as TestAssessment;
const ids = (made: readonly TestAssessment[]) => made.map(({ id }) => ({ id }));

describe("Krippendorff's alpha", () => {
  it("is that of the published example of two observers and yes or no: 0.095", async () => {
    const made = await observed(binary, "BOOLEAN");
    const found = await agreementOf(first(made));
    expect(found).toEqual({ alpha: expect.any(Number), units: 10, assessments: ids(made) });
    expect(found?.alpha?.toFixed(3)).toBe("0.095");
    expect(found?.alpha).toBeCloseTo(alphaOf(unitsOf(binary)), 6);
  });

  it("is that of the published example of four observers who leave out some: 0.849", async () => {
    const made = await observed(fourObservers, "SCALE");
    const found = await agreementOf(first(made));
    // The last question was answered by one alone, and counts for nothing.
    expect(found).toEqual({ alpha: expect.any(Number), units: 11, assessments: ids(made) });
    expect(found?.alpha?.toFixed(3)).toBe("0.849");
    expect(found?.alpha).toBeCloseTo(alphaOf(unitsOf(fourObservers)), 6);
  });

  it("is 1 where all agree, less than 0 where they disagree as if by rule", async () => {
    expect(await agreementOf(first(await observed(["1234", "1234"], "SCALE")))).toMatchObject({
      alpha: 1,
    });
    const opposed = ["1515", "5151"];
    const found = await agreementOf(first(await observed(opposed, "SCALE")));
    expect(found?.alpha).toBeCloseTo(alphaOf(unitsOf(opposed)), 6);
    expect(found?.alpha).toBeLessThan(-0.5);
  });

  it("is none where all values are the same, or no question was answered by two", async () => {
    const same = await agreementOf(first(await observed(["333", "333"], "SCALE")));
    expect(same).toMatchObject({ alpha: null, units: 3 });
    const apart = await agreementOf(first(await observed(["12..", "..34"], "SCALE")));
    expect(apart).toMatchObject({ alpha: null, units: 0 });
  });

  it("is of scores, so that a question turned round and one of a wider range count as they mean", async () => {
    const setting = await settingOf(
      questionnaire([
        question("a", { reversed: true }),
        question("b", { minimum: 0, maximum: 100 }),
        question("words", { kind: "TEXT", dimension: null, required: false }),
      ]),
    );
    const made: TestAssessment[] = [];
    for (const [at, values] of [
      { a: 2, b: 50 },
      { a: 1, b: 80 },
    ].entries()) {
      const assessment = await TestAssessment.offered(world, {
        ...setting,
        university: university(at),
      });
      await assessment.scales(values);
      await assessment.answer({ question: "words", text: `kata ${at}` });
      await assessment.submit();
      made.push(assessment);
    }
    const found = await agreementOf(first(made));
    const scores = [
      [75, 100],
      [50, 80],
    ];
    expect(found?.units).toBe(2);
    expect(found?.alpha).toBeCloseTo(alphaOf(scores), 6);
  });
});

describe("Who is compared", () => {
  const pair = async (setting: Omit<Setting, "university">, values = [1, 2]) => {
    const made: TestAssessment[] = [];
    for (const [at, value] of values.entries()) {
      const assessment = await TestAssessment.offered(world, {
        ...setting,
        university: university(at),
      });
      made.push(await assessment.submitted({ "a-1": value, "a-2": 5 }));
    }
    return made as [TestAssessment, TestAssessment];
  };

  it("nobody where one alone has handed in, of one instrument, subject and round", async () => {
    const setting = await settingOf(shortOne());
    const one = await TestAssessment.offered(world, { ...setting, university: university(0) });
    const other = await TestAssessment.offered(world, { ...setting, university: university(1) });
    await one.submitted();
    expect(await agreementOf(one)).toBeNull();
    const plan = await world.plan(programme, lead);
    for (const more of [
      { round: "MIDLINE" },
      { subject: { planId: plan.id } },
      { instrument: await publishedInstrument(world, owner) },
    ]) {
      const apart = { ...setting, ...more, university: university(1) };
      await (await TestAssessment.offered(world, apart)).submitted();
    }
    expect(await agreementOf(one)).toBeNull();
    await other.submitted();
    expect((await agreementOf(one))?.assessments).toEqual(ids([one, other]));
  });

  it("not who was returned, until it hands in again", async () => {
    const [one, other] = await pair(await settingOf(shortOne()));
    await other.returned();
    expect(await agreementOf(one)).toBeNull();
    await other.step("submitAssessment");
    expect(await agreementOf(one)).not.toBeNull();
  });

  it("for each viewer those that it may see", async () => {
    const [one, other] = await pair(await settingOf(shortOne()));
    expect(await agreementOf(one, one.assessor)).toBeNull();
    await other.publish();
    expect((await agreementOf(one, one.assessor))?.assessments).toEqual(ids([one, other]));
    const visitor = Promise.resolve(world.visitor());
    expect(await agreementOf(other, visitor)).toBeNull();
    await one.publish();
    expect((await agreementOf(other, visitor))?.assessments).toEqual(ids([one, other]));
  });

  it("of what was corrected the correction, once it is published", async () => {
    const [one, other] = await pair(await settingOf(shortOne()), [1, 4]);
    await one.publish();
    await other.publish();
    const visitor = Promise.resolve(world.visitor());
    const before = await agreementOf(one, visitor);
    expect(before?.alpha).toBeCloseTo(
      alphaOf([
        [0, 75],
        [100, 100],
      ]),
      6,
    );
    const correction = await other.correct();
    await correction.scales({ "a-1": 1 });
    await correction.submit();
    expect(await agreementOf(one, visitor)).toEqual(before);
    await correction.publish();
    expect(await agreementOf(one, visitor)).toEqual({
      ...{ alpha: 1, units: 2, assessments: ids([one, correction]) },
    });
    expect((await agreementOf(correction, visitor))?.alpha).toBe(1);
  });
});
