import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { projectFolder } from "../../src/app/store.js";
import cases from "../../src/seed/cases.json" with { type: "json" };
import { sampleId } from "../../src/seed/records.js";
import { TestHub } from "../testkit/hub/index.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { newId, World } from "../testkit/world/world.js";

type Row = Record<string, unknown>;
interface List<T> {
  totalCount: number;
  nodes: T[];
}

interface ShownArea {
  area: {
    name: string;
    assessments: List<Row & { id: string }>;
    indicators: List<Row & { key: string; measurements: List<Row & { sources: Row[] }> }>;
    enterpriseGroups: List<Row & { name: string }>;
  };
}

interface Voices {
  actionPlan: { actions: List<Row & { title: string }> };
}

interface Answered {
  answerAssessment: {
    position: number;
    assessment: {
      id: string;
      status: string;
      version: number;
      completeness: number;
      missing: { question: string; reason: string }[];
    };
  };
}

const area = "kasepuhan-lebak";
const title = "Training services matched to need";

const named = <T extends { key: string }>(list: readonly T[], key: string): T => {
  const found = list.find((one) => one.key === key);
  if (!found) throw new Error(`The cases have no ${key}`);
  return found;
};

describe("the acceptance document of the universities on the sample data", () => {
  let hub: TestHub;
  let world: World;
  let document: string;

  beforeAll(async () => {
    const file = join(projectFolder(), "tests", "acceptance", "04-universities.graphql");
    document = await readFile(file, "utf8");
    hub = await TestHub.start("sample");
    world = new World(hub);
  });
  afterAll(() => hub.stop());

  const seenByVisitor = async (): Promise<ShownArea["area"]> =>
    (await hub.visitor.data<ShownArea>(document, { area }, "AreaAssessments")).area;

  it("gives a visitor what a university found in an area, as in its sources", async () => {
    const [facts] = cases.assessments;
    const instrument = named(cases.instruments, "asset-pentagon");
    const { name, assessments } = await seenByVisitor();
    expect(name).toBe(named(cases.areas, area).name);
    expect(assessments.nodes).toEqual([
      {
        ...{ id: expect.any(String), round: "BASELINE", status: "PUBLISHED" },
        university: { name: named(cases.organisations, "ipb").name },
        instrument: {
          ...{ key: "asset-pentagon", title: instrument.title, version: expect.any(Number) },
          dimensions: instrument.dimensions,
        },
        scores: instrument.dimensions.map((dimension) => ({ dimension, value: null })),
        findings: [{ text: facts?.finding, recommendation: null, actions: [] }],
        interests: null,
        agreement: null,
      },
    ]);
  });

  it("gives the area's indicators and groups beside it, as the cases hold them", async () => {
    const { indicators, enterpriseGroups } = await seenByVisitor();
    const facts = named(cases.indicators, "people-working-in-tkm");
    const [series] = facts.series;
    const shown = indicators.nodes.find(({ key }) => key === facts.key);
    expect(shown).toMatchObject({
      ...{ title: facts.title, unit: facts.unit, direction: facts.direction },
      measurements: {
        nodes: [{ period: series?.period, value: series?.value, sources: [expect.anything()] }],
      },
    });
    const groups = cases.enterpriseGroups.filter((group) => group.area === area);
    expect(enterpriseGroups.totalCount).toBe(groups.length);
    expect(enterpriseGroups.nodes.map(({ name }) => name).sort()).toEqual(
      groups.map(({ name }) => name).sort(),
    );
  });

  it("lets a university answer, and shows what it found beside what the lead reports", async () => {
    const planId = sampleId("plan", "kasepuhan-plan");
    const actionId = sampleId("action", `kasepuhan-plan/${title}`);
    const programme = named(cases.programmes, "pkk-kawasan");
    const owner = await world.as(`coordinator@${programme.owner}.example`);
    const assessor = await world.as("assessor@ipb.example");
    const lead = await world.as("coordinator@disnaker-lebak.example");
    const { instruments } = await assessor.data<{
      instruments: List<{ id: string; sections: { questions: { key: string; kind: string }[] }[] }>;
    }>(
      '{ instruments(where: { eq: "asset-pentagon" }) { nodes { id sections { questions { key kind } } } } }',
    );
    const [instrument] = instruments.nodes;
    const id = newId();
    await write(owner, "assignAssessment", {
      ...{ id, planId, instrumentId: instrument?.id, round: "MIDLINE" },
      universityId: sampleId("organisation", "ipb"),
    });

    const answer = async (answers: Row[]) => {
      const { version } = await world.seen("assessment", id);
      const input = { id, expectedVersion: version, answers };
      const data = await assessor.data<Answered>(document, { input } as never, "Answer");
      return data.answerAssessment;
    };
    const first = await answer([{ question: "human-1", scale: 4, note: "Survei 2024" }]);
    expect(first).toEqual({
      position: expect.any(Number),
      assessment: {
        ...{ id, status: "DRAFT", version: 2, completeness: 4 },
        missing: expect.arrayContaining([{ question: "human-2", reason: "REQUIRED" }]),
      },
    });
    const loans = await answer([{ question: "financial-4", boolean: true }]);
    const byCondition = { question: "financial-5", reason: "REQUIRED_BY_CONDITION" };
    expect(loans.assessment.missing).toContainEqual(byCondition);
    const questions = instrument?.sections.flatMap((section) => section.questions) ?? [];
    const rest = questions.flatMap(({ key, kind }): Row[] => {
      if (kind === "SCALE") return [{ question: key, scale: 3 }];
      return kind === "PERCENT" ? [{ question: key, percent: 50 }] : [];
    });
    expect((await answer(rest)).assessment).toMatchObject({ completeness: 100, missing: [] });

    const { id: findingId } = await write(assessor, "assessAction", {
      ...{ id: newId(), assessmentId: id, actionId, completion: "LIMITED" },
    });
    const step = async (client: typeof owner, mutation: string, more: Row = {}) => {
      const { version } = await world.seen("assessment", id);
      return write(client, mutation, { id, expectedVersion: version, ...more });
    };
    await step(assessor, "declareInterests", { interests: "IPB mendampingi rencana ini" });
    await step(assessor, "submitAssessment");
    await step(owner, "beginReview");
    await write(owner, "reviewAssessment", { assessmentId: id, verdict: "ACCEPT" });
    await step(owner, "acceptAssessment");
    const { position } = await step(owner, "publishAssessment");
    const { version } = await world.seen("action", actionId);
    const report = { actionId, expectedVersion: version, progress: 100 };
    await write(lead, "reportProgress", report);
    const reply: Written = await write(lead, "replyToFinding", {
      findingId,
      text: "Sudah selesai",
    });
    expect(reply.position).toBeGreaterThan(position);

    const { actionPlan } = await hub.visitor.data<Voices>(document, { plan: planId }, "TwoVoices");
    const at = expect.stringMatching(/Z$/);
    expect(actionPlan.actions.nodes.find((action) => action.title === title)).toEqual({
      title,
      reported: { completion: "COMPLETE", progress: 100, at },
      assessed: { completion: "LIMITED", at, university: { name: expect.stringContaining("IPB") } },
      divergence: 2,
      reply: "Sudah selesai",
    });
    const silent = { reported: null, assessed: null, divergence: null, reply: null };
    const others = actionPlan.actions.nodes.filter((action) => action.title !== title);
    expect(others.length).toBeGreaterThan(2);
    for (const action of others) expect(action).toEqual({ title: action.title, ...silent });
    const found = (await seenByVisitor()).assessments.nodes.find((one) => one.id === id);
    expect(found).toMatchObject({ round: "MIDLINE", interests: "IPB mendampingi rencana ini" });
  });
});
