import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  type Setting,
  TestAssessment,
} from "../testkit/assessments/test-assessment.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let world: World;
let owner: Party;
let lead: Party;
let university: Party;
let second: Party;
let programme: Written;
let instrument: { id: string; key: string };

beforeAll(async () => {
  world = await World.start();
  owner = await world.organisation();
  lead = await world.organisation();
  university = await world.organisation();
  second = await world.organisation();
  programme = await world.programme(owner);
  instrument = await publishedInstrument(world, owner);
});
afterAll(() => world.stop());

const settingOf = (plan: Written, by = university): Setting => ({
  ...{ university: by, owner, instrument, subject: { planId: plan.id } },
});

/** A plan and actions of it. */
async function planned(count = 1, more: object = {}) {
  const plan = await world.plan(programme, lead, { ...more });
  const actions: Written[] = [];
  for (let at = 0; at < count; at += 1) actions.push(await world.action(lead, plan));
  return { plan, actions, action: actions[0] as Written };
}

interface Compared {
  questionnaire: string;
  dimension: string;
  baseline: number | null;
  midline: number | null;
  endline: number | null;
  change: number | null;
  universities: number;
  baselineUniversities: number;
}

describe("The comparison of rounds", () => {
  const two = () => questionnaire([question("a"), question("b", { dimension: "B" })]);

  async function comparisonOf(noun: "area" | "actionPlan", id: string): Promise<Compared[]> {
    const found = await world.visitor().data<Record<string, { comparison: Compared[] }>>(
      `query ($id: ID!) { ${noun}(id: $id) { comparison { questionnaire dimension baseline midline endline
        change universities baselineUniversities midlineUniversities endlineUniversities } } }`,
      { id } as never,
    );
    return found[noun]?.comparison ?? [];
  }

  /** A published assessment with these scores on the scale. */
  async function scored(setting: Setting, round: string, a: number, b: number) {
    const assessment = await TestAssessment.offered(world, { ...setting, round });
    await assessment.scales({ a, b });
    await assessment.submit();
    return assessment.publish();
  }

  const newArea = async () => {
    const input = { name: "K", regions: ["36"], programmeId: programme.id };
    return write(await world.operator, "createArea", input);
  };

  it("is by dimension, of universities the mean, of areas side by side; AD_HOC is no round", async () => {
    const questions = await publishedInstrument(world, owner, two());
    const [one, other] = [await newArea(), await newArea()];
    const of = (area: Written, by: Party): Setting => ({
      ...{ university: by, owner, instrument: questions, subject: { areaId: area.id } },
    });
    await scored(of(one, university), "BASELINE", 1, 3);
    await scored(of(one, second), "BASELINE", 2, 3);
    await scored(of(one, university), "MIDLINE", 4, 3);
    await scored(of(one, university), "AD_HOC", 5, 5);
    await scored(of(other, second), "ENDLINE", 5, 1);
    const kept = await TestAssessment.offered(world, { ...of(one, second), round: "MIDLINE" });
    await kept.scales({ a: 1, b: 1 });
    const row = { questionnaire: questions.key, endline: null };
    const counts = { baselineUniversities: 2, midlineUniversities: 1, endlineUniversities: 0 };
    // The second one assessed the baseline alone: the change is from the first one's 0 to its 75.
    const both = { ...row, ...counts, universities: 1 };
    expect(await comparisonOf("area", one.id)).toEqual([
      { ...both, dimension: "A", baseline: 12.5, midline: 75, change: 75 },
      { ...both, dimension: "B", baseline: 50, midline: 50, change: 0 },
    ]);
    const none = { change: null, universities: 0, baselineUniversities: 0, midlineUniversities: 0 };
    const late = { ...row, ...none, baseline: null, midline: null, endlineUniversities: 1 };
    expect(await comparisonOf("area", other.id)).toEqual([
      { ...late, dimension: "A", endline: 100 },
      { ...late, dimension: "B", endline: 0 },
    ]);
    const { areas } = await world
      .visitor()
      .data<{ areas: { nodes: { comparison: object[] }[] } }>(
        "query ($ids: [ID!]!) { areas(where: { id: { in: $ids } }) { nodes { comparison { dimension } } } }",
        { ids: [one.id, other.id] } as never,
      );
    expect(areas.nodes.map(({ comparison }) => comparison.length)).toEqual([2, 2]);
  });

  it("counts a correction in its old one's place, and the latest round as the last", async () => {
    const { plan } = await planned();
    const questions = await publishedInstrument(world, owner, two());
    const setting = { ...settingOf(plan), instrument: questions };
    const first = await scored(setting, "BASELINE", 1, 1);
    await scored(setting, "MIDLINE", 2, 2);
    await scored(setting, "ENDLINE", 3, 3);
    const correction = await first.correct();
    await correction.scales({ a: 2 });
    await correction.submit();
    const a = { dimension: "A", midline: 25, endline: 50, universities: 1 };
    expect((await comparisonOf("actionPlan", plan.id))[0]).toMatchObject({
      ...{ ...a, baseline: 0, change: 50 },
    });
    await correction.publish();
    expect((await comparisonOf("actionPlan", plan.id))[0]).toMatchObject({
      ...{ ...a, baseline: 25, change: 25 },
    });
  });

  it("counts a university once, though it answered two editions in one round", async () => {
    const { plan } = await planned();
    const questions = await publishedInstrument(world, owner, two());
    const writer = await world.member(owner, "ASSESSOR");
    const input = { id: newId(), key: questions.key, ownerId: owner.id, ...two() };
    await write(writer, "draftInstrument", input);
    await write(writer, "publishInstrument", { id: input.id, expectedVersion: 1 });
    const setting = { ...settingOf(plan), instrument: questions };
    await scored(setting, "BASELINE", 1, 1);
    await scored({ ...setting, instrument: input }, "BASELINE", 2, 2);
    await scored({ ...setting, university: second }, "BASELINE", 5, 5);
    // The mean of the first one's 0 and 25, and of that and the second one's 100.
    expect((await comparisonOf("actionPlan", plan.id))[0]).toMatchObject({
      ...{ baseline: 56.25, baselineUniversities: 2, change: null, universities: 0 },
    });
  });

  describe("has a change over the universities that assessed both rounds (rule 15)", () => {
    async function setUp() {
      const { plan } = await planned();
      const questions = await publishedInstrument(world, owner, two());
      const by = (one: Party): Setting => ({ ...settingOf(plan, one), instrument: questions });
      const first = async () => (await comparisonOf("actionPlan", plan.id))[0];
      return { questions, by, first };
    }

    it("which is nothing for the same answers, though another assessed the first round too", async () => {
      const { by, first } = await setUp();
      await scored(by(university), "BASELINE", 4, 4);
      await scored(by(second), "BASELINE", 1, 1);
      await scored(by(university), "ENDLINE", 4, 4);
      expect(await first()).toMatchObject({
        ...{ baseline: 37.5, baselineUniversities: 2, endline: 75, endlineUniversities: 1 },
        ...{ change: 0, universities: 1 },
      });
    });

    it("and none when the latest round has other universities than the baseline", async () => {
      const { by, first } = await setUp();
      await scored(by(university), "BASELINE", 1, 1);
      await scored(by(university), "MIDLINE", 3, 3);
      expect(await first()).toMatchObject({ change: 50, universities: 1 });
      await scored(by(second), "ENDLINE", 5, 5);
      expect(await first()).toMatchObject({ endline: 100, change: null, universities: 0 });
    });

    it("and each with one edition: its questions may differ from another's", async () => {
      const { questions, by, first } = await setUp();
      const writer = await world.member(owner, "ASSESSOR");
      const edition = { id: newId(), key: questions.key, ownerId: owner.id, ...two() };
      await write(writer, "draftInstrument", edition);
      await write(writer, "publishInstrument", { id: edition.id, expectedVersion: 1 });
      await scored(by(university), "BASELINE", 1, 1);
      await scored({ ...by(university), instrument: edition }, "ENDLINE", 5, 5);
      expect(await first()).toMatchObject({ baseline: 0, endline: 100, change: null });
      await scored(by(second), "BASELINE", 2, 2);
      await scored(by(second), "ENDLINE", 3, 3);
      expect(await first()).toMatchObject({ change: 25, universities: 1 });
    });
  });
});
