import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  type Setting,
  shortOne,
  TestAssessment,
} from "../testkit/assessments/test-assessment.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

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
// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania, 2011,
// https://repository.upenn.edu/asc_papers/43: A, binary data of two observers without missing data;
// C, the reliability data of four observers with missing data, by the interval metric (section D).

async function settingOf(content: Input, round = "BASELINE"): Promise<Omit<Setting, "university">> {
  const plan = await world.plan(programme, lead);
  const instrument = await publishedInstrument(world, owner, content);
  return { owner, instrument, round, subject: { planId: plan.id } };
}

describe("A correction", () => {
  it("begins with all that the old one says, names it, and leaves it as it is", async () => {
    const plan = await world.plan(programme, lead);
    const action = await world.action(lead, plan);
    const instrument = await publishedInstrument(world, owner);
    const setting = { owner, instrument, subject: { planId: plan.id }, round: "ENDLINE" };
    const old = await TestAssessment.offered(world, { ...setting, university: university(0) });
    await old.add("addFinding", { text: "Temuan", actionIds: [action.id] });
    await old.add("assessAction", { actionId: action.id, completion: "LIMITED", note: "x" });
    const link = { title: "Foto", address: "https://a.example", question: "a-1" };
    await old.add("addEvidence", link);
    await (await old.submitted()).publish();
    const fields = `round scores { value } completeness answers { question scale score }
      findings { text recommendation actions { id } } actionFindings { action { id } completion note }
      evidence { title address question }`;
    const before = await old.shown(`version ${fields}`);
    const correction = await old.correct();
    const { version: _, ...words } = before as Input;
    expect(
      await correction.shown(`${fields} status corrects { id } interests submissions publishedAt`),
    ).toEqual({
      ...{ ...words, status: "DRAFT", corrects: { id: old.id } },
      ...{ interests: null, submissions: 0, publishedAt: null },
    });
    const again = { id: newId(), assessmentId: old.id };
    const found = await refused(await old.assessor, "correctAssessment", again);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.assessmentId"]]);
    expect(await old.shown("isCorrected")).toEqual({ isCorrected: false });
    await correction.scales({ "a-1": 5 });
    await correction.submit();
    await correction.publish();
    expect(await old.shown(`version ${fields}`)).toEqual(before);
    expect(await old.shown("isCorrected corrections { nodes { id } }", world.visitor())).toEqual({
      ...{ isCorrected: true, corrections: { nodes: [{ id: correction.id }] } },
    });
    await correction.correct();
  });

  it("is of what was published; what is at work is changed itself", async () => {
    const setting = { ...(await settingOf(shortOne())), university: university(0) };
    const assessment = await (await TestAssessment.offered(world, setting)).submitted();
    const input = { id: newId(), assessmentId: assessment.id };
    const found = await refused(await assessment.assessor, "correctAssessment", input);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.assessmentId"]]);
  });

  it("that was withdrawn makes room for another", async () => {
    const setting = { ...(await settingOf(shortOne())), university: university(0) };
    const old = await (await (await TestAssessment.offered(world, setting)).submitted()).publish();
    await (await old.correct()).step("withdrawAssessment", { reason: "x" });
    await old.correct();
  });
});

describe("An assessment that was made without the hub", () => {
  it("takes no id for a finding that something else has, or that it names twice", async () => {
    const { instrument, subject } = await settingOf(shortOne());
    const coordinator = await world.member(owner, "COORDINATOR");
    const input = {
      ...{ instrumentId: instrument.id, universityId: university(0).id, round: "AD_HOC" },
      ...{ ...subject, sources: [{ publisher: "Antara" }] },
    };
    const id = newId();
    const finding = { id: id.toUpperCase(), text: "Temuan" };
    const tries: [object[], object, string][] = [
      [[{ text: "x" }, { id: programme.id, text: "x" }], {}, "input.findings.1.id"],
      [[finding, { id, text: "x" }], {}, "input.findings.1.id"],
      [[finding], { id }, "input.findings.0.id"],
    ];
    for (const [findings, more, path] of tries) {
      const attempt = () =>
        refused(coordinator, "recordAssessment", { ...input, ...more, findings });
      const found = await world.unchangedBy(attempt);
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", [path]]);
    }
    await write(coordinator, "recordAssessment", { ...input, findings: [finding] });
    const again = await refused(coordinator, "recordAssessment", { ...input, findings: [finding] });
    expect(again.paths).toEqual(["input.findings.0.id"]);
  });

  it("is recorded as published, with what its sources say and no more", async () => {
    const setting = { ...(await settingOf(shortOne())), university: university(0) };
    const coordinator = await world.member(owner, "COORDINATOR");
    const { id } = await write(coordinator, "recordAssessment", {
      ...{ instrumentId: setting.instrument.id, universityId: university(0).id },
      ...{ ...setting.subject, round: "BASELINE", sources: [{ publisher: "Antara" }] },
      scores: [{ dimension: "A", value: 62.5 }],
      findings: [{ text: "Temuan", recommendation: "Saran" }],
    });
    const assessment = TestAssessment.of(world, { id }, setting);
    expect(
      await assessment.shown(
        "status recorded assigned interests completeness missing { question } scores { dimension value } answers { id } findings { text recommendation } sources { publisher } publishedAt",
        world.visitor(),
      ),
    ).toEqual({
      ...{ status: "PUBLISHED", recorded: true, assigned: false, interests: null },
      ...{ completeness: 0, missing: [], scores: [{ dimension: "A", value: 62.5 }], answers: [] },
      ...{ findings: [{ text: "Temuan", recommendation: "Saran" }] },
      ...{ sources: [{ publisher: "Antara" }], publishedAt: expect.any(String) },
    });
    // It is the university's one of this subject and round, and is corrected like any other.
    await expect(TestAssessment.offered(world, setting)).rejects.toThrow("input.universityId");
    const correction = await assessment.correct();
    await correction.submitted();
    await correction.publish();
  });
});
