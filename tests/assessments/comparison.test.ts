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
}

describe("The comparison of rounds", () => {
  const two = () => questionnaire([question("a"), question("b", { dimension: "B" })]);

  async function comparisonOf(noun: "area" | "actionPlan", id: string): Promise<Compared[]> {
    const found = await world.visitor().data<Record<string, { comparison: Compared[] }>>(
      `query ($id: ID!) { ${noun}(id: $id) { comparison {
        questionnaire dimension baseline midline endline change universities } } }`,
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
    expect(await comparisonOf("area", one.id)).toEqual([
      { ...row, dimension: "A", baseline: 12.5, midline: 75, change: 62.5, universities: 2 },
      { ...row, dimension: "B", baseline: 50, midline: 50, change: 0, universities: 2 },
    ]);
    const late = { ...row, baseline: null, midline: null, change: null, universities: 1 };
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
      ...{ baseline: 56.25, universities: 2 },
    });
  });
});
