import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { codeFor } from "../testkit/access/rights-table.js";
import { AssessmentWorld } from "../testkit/assessments/assessment-world.js";
import { beginning, type Setting, TestAssessment } from "../testkit/assessments/test-assessment.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { holdHead, untilBlocked } from "../testkit/postgres/sessions.js";
import { newId, type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let assessing: AssessmentWorld;
let world: World;
let university: Party;
let owner: Party;
let lead: Party;
let programme: Written;
let instrument: { id: string };

beforeAll(async () => {
  assessing = await AssessmentWorld.start();
  ({ world, university, owner, lead, programme, instrument } = assessing);
});
afterAll(() => world.stop());

describe("A university assesses what it does not take part in", () => {
  const refusal = (role: string) => ({
    ...{ code: "FORBIDDEN", reason: "NOT_INDEPENDENT", role },
  });

  /** It cannot offer one, nor be assigned one, nor have one recorded. */
  async function expectTied(setting: Setting, role: string): Promise<void> {
    const input = {
      ...{ instrumentId: setting.instrument.id, universityId: setting.university.id },
      ...{ round: "AD_HOC", ...setting.subject, sources: [{ publisher: "x" }] },
    };
    const assessor = await world.member(setting.university, "ASSESSOR");
    const coordinator = await world.member(owner, "COORDINATOR");
    for (const [client, mutation] of [
      [assessor, "offerAssessment"],
      [coordinator, "assignAssessment"],
      [coordinator, "recordAssessment"],
    ] as const) {
      const found = await world.unchangedBy(() => refused(client, mutation, input));
      expect(found.error.extensions).toMatchObject(refusal(role));
      expect(found.paths).toEqual(["input.universityId"]);
    }
  }

  it.each([
    ["FUNDING", false],
    ["IMPLEMENTING", false],
    ["ACCOUNTABLE", false],
    ["EXTENDING", true],
  ])("as one that is %s: may it? %s", async (role, may) => {
    const participants = [{ organisationId: university.id, role }];
    const setting = await assessing.planned({ participants });
    if (may) await (await (await TestAssessment.offered(world, setting)).submitted()).publish();
    else await expectTied(setting, role);
  });

  /** A plan that the university only extends, with an action. */
  async function extended() {
    const participants = [{ organisationId: university.id, role: "EXTENDING" }];
    const setting = await assessing.planned({ participants });
    return { ...setting, action: await world.action(lead, setting.plan) };
  }

  it.each([
    ["FUNDS", "FUNDING"],
    ["CAPITAL_INCENTIVE", "FUNDING"],
    ["EQUIPMENT", "CONTRIBUTING"],
    ["TRAINING", "CONTRIBUTING"],
    ["MENTORING", "CONTRIBUTING"],
    ["FINANCING_ACCESS", "CONTRIBUTING"],
    ["MARKET_ACCESS", "CONTRIBUTING"],
    ["VENUE", "CONTRIBUTING"],
    ["LABOUR", "CONTRIBUTING"],
  ])("nor as one that gave it %s: %s, unless it took it back", async (kind, role) => {
    const { action, ...setting } = await extended();
    const { id } = await world.pledge(university, action, { kind });
    await expectTied(setting, role);
    const contributor = await world.member(university, "CONTRIBUTOR");
    await write(contributor, "withdrawContribution", { id, expectedVersion: 1 });
    await TestAssessment.offered(world, setting);
  });

  it("but as one that gives it its expertise", async () => {
    const { action, ...setting } = await extended();
    await world.pledge(university, action, { kind: "EXPERTISE" });
    await TestAssessment.offered(world, setting);
  });

  it("and the refusal names no tie that its reader may not see", async () => {
    const { action, ...setting } = await extended();
    await world.pledge(university, action, { kind: "EQUIPMENT", visibility: "ORGANISATION" });
    const input = beginning(setting);
    const told = async (client: CheckedClient, mutation: string) =>
      (await refused(client, mutation, input)).error.extensions.role ?? "untold";
    expect([
      await told(await world.member(university, "ASSESSOR"), "offerAssessment"),
      await told(await world.member(owner, "COORDINATOR"), "assignAssessment"),
    ]).toEqual(["CONTRIBUTING", "untold"]);
  });

  it("nor what belongs to its own programme, which it would publish itself", async () => {
    const faculty = await world.organisation("UNIVERSITY", { parentId: university.id });
    const own = await world.programme(faculty);
    const plan = await world.plan(own, lead);
    const setting = { university, owner: faculty, instrument, subject: { planId: plan.id } };
    const input = beginning(setting);
    const assessor = await world.member(university, "ASSESSOR");
    const found = await refused(assessor, "offerAssessment", input);
    expect(found.error.extensions).toMatchObject(refusal("OWNER"));
  });

  it("nor what it gives to at the same moment: one of the two is first", async () => {
    const { action, ...setting } = await extended();
    const assessment = await (await TestAssessment.offered(world, setting)).submitted();
    await assessment.review();
    await assessment.step("acceptAssessment");
    const [url, publisher] = [world.hub.database.url, await assessment.coordinator];
    const seen = await assessment.seen();
    await world.member(university, "CONTRIBUTOR");
    // The pledge is written and waits for its commit; the publication checks the rule meanwhile.
    const held = await holdHead(url);
    const pledged = world.pledge(university, action, { kind: "EQUIPMENT" });
    await untilBlocked(url, 1);
    const published = codeFor(publisher, "publishAssessment", seen);
    await untilBlocked(url, 2);
    await held.release();
    await pledged;
    expect(await published).toBe("FORBIDDEN");
  });

  it("nor as one that leads it, or an action of it", async () => {
    const plan = await world.plan(programme, university);
    const setting = { university, owner, instrument };
    await expectTied({ ...setting, subject: { planId: plan.id } }, "LEAD");
    const other = await assessing.planned();
    await world.action(lead, other.plan, { leadId: university.id });
    await expectTied(other, "LEAD");
  });

  it("nor where a part of it does, or what it is a part of", async () => {
    const whole = await world.organisation();
    const institute = await world.organisation("UNIVERSITY", { parentId: whole.id });
    const sibling = await world.organisation("UNIVERSITY", { parentId: whole.id });
    for (const tied of [whole, institute]) {
      const participants = [{ organisationId: tied.id, role: "FUNDING" }];
      const setting = await assessing.planned({ participants });
      for (const one of [whole, institute, sibling]) {
        await expectTied({ ...setting, university: one }, "FUNDING");
      }
    }
  });

  it("nor where its foundation does, or another part of that", async () => {
    const foundation = await world.organisation("NGO");
    const own = await world.organisation("UNIVERSITY", { parentId: foundation.id });
    const clinic = await world.organisation("PRIVATE_SECTOR", { parentId: foundation.id });
    for (const tied of [foundation, clinic]) {
      const participants = [{ organisationId: tied.id, role: "IMPLEMENTING" }];
      const setting = await assessing.planned({ participants });
      await expectTied({ ...setting, university: own }, "IMPLEMENTING");
    }
  });

  it("a ministry above it ties no university", async () => {
    const ministry = await world.organisation("CENTRAL_GOVERNMENT");
    const own = await world.organisation("UNIVERSITY", { parentId: ministry.id });
    const participants = [{ organisationId: ministry.id, role: "FUNDING" }];
    await TestAssessment.offered(world, {
      ...(await assessing.planned({ participants })),
      university: own,
    });
  });

  it("nor an area where it takes part in a plan", async () => {
    const area = await write(await world.operator, "createArea", { name: "K", regions: ["36"] });
    const participants = [{ organisationId: university.id, role: "IMPLEMENTING" }];
    await world.plan(programme, lead, { areaId: area.id, participants });
    const subject = { areaId: area.id, programmeId: programme.id };
    await expectTied({ university, owner, instrument, subject }, "IMPLEMENTING");
  });

  it("is not lost by being named: only its own yes ties it", async () => {
    const { plan, ...setting } = await assessing.planned();
    const assessment = await TestAssessment.offered(world, setting);
    await assessment.scales({ "a-1": 3 });
    await assessment.step("declareInterests", { interests: "Tidak ada" });
    const coordinator = await world.member(lead, "COORDINATOR");
    const part = { planId: plan.id, organisationId: university.id, role: "FUNDING" };
    const invited = await write(coordinator, "addParticipant", part);
    const action = { planId: plan.id, title: "Kegiatan", stage: "MARKETING" };
    await write(coordinator, "addAction", { ...action, leadId: university.id });
    const handed = { id: plan.id, expectedVersion: 1, leadId: university.id };
    await write(coordinator, "updateActionPlan", handed);
    await assessment.step("submitAssessment");
    await assessment.review();
    await assessment.step("acceptAssessment");
    const own = await world.member(university, "COORDINATOR");
    await write(own, "acceptParticipation", { id: invited.id, expectedVersion: 1 });
    const found = await assessment.cannot("publishAssessment");
    expect(found.error.extensions).toMatchObject(refusal("FUNDING"));
  });

  it("nor an action of a plan that it came to lead or fund since", async () => {
    const { plan, ...setting } = await assessing.planned();
    const action = await world.action(lead, plan);
    const assessment = await TestAssessment.offered(world, setting);
    const part = { planId: plan.id, organisationId: university.id, role: "FUNDING" };
    await write(await world.joint(lead.id, university.id), "addParticipant", part);
    const input = { assessmentId: assessment.id, actionId: action.id, completion: "LIMITED" };
    const found = await refused(await assessment.assessor, "assessAction", input);
    expect(found.error.extensions).toMatchObject(refusal("FUNDING"));
  });

  it("nor what it joined since: the next step is refused, and goes on when it left", async () => {
    const { plan, ...setting } = await assessing.planned();
    const assessment = await TestAssessment.offered(world, setting);
    await assessment.scales({ "a-1": 3 });
    await assessment.step("declareInterests", { interests: "Tidak ada" });
    const part = { planId: plan.id, organisationId: university.id, role: "IMPLEMENTING" };
    const coordinator = await world.joint(lead.id, university.id);
    for (const mutation of [
      ...["submitAssessment", "beginReview", "reviewAssessment", "acceptAssessment"],
      "publishAssessment",
    ]) {
      const { id } = await write(coordinator, "addParticipant", { id: newId(), ...part });
      if (mutation === "reviewAssessment") {
        const verdict = { id: newId(), assessmentId: assessment.id, verdict: "ACCEPT" };
        const found = await refused(await assessment.coordinator, mutation, verdict);
        expect([found.paths, found.error.extensions]).toMatchObject([
          ["input.assessmentId"],
          refusal("IMPLEMENTING"),
        ]);
        // It can go back, to be withdrawn.
        await assessment.review("RETURN");
      } else {
        const found = await assessment.cannot(mutation);
        expect([found.paths, found.error.extensions]).toMatchObject([
          ["input.id"],
          refusal("IMPLEMENTING"),
        ]);
      }
      await write(coordinator, "removeParticipant", { id, expectedVersion: 1 });
      if (mutation === "reviewAssessment") await assessment.review("ACCEPT");
      else await assessment.step(mutation);
    }
    // What was published stays.
    await write(coordinator, "addParticipant", { id: newId(), ...part });
    const shown = await assessment.shown("status interests", world.visitor());
    expect(shown).toEqual({ status: "PUBLISHED", interests: "Tidak ada" });
    const correcting = { assessmentId: assessment.id };
    const again = await refused(await assessment.assessor, "correctAssessment", correcting);
    expect(again.error.extensions).toMatchObject(refusal("IMPLEMENTING"));
  });

  it("only universities assess", async () => {
    const ngo = await world.organisation("NGO");
    const coordinator = await world.member(owner, "COORDINATOR");
    const { subject } = await assessing.planned();
    const input = { instrumentId: instrument.id, universityId: ngo.id, round: "AD_HOC" };
    const found = await refused(coordinator, "assignAssessment", { ...input, ...subject });
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.universityId"]]);
  });
});

describe("What an assessment is about", () => {
  const begin = async (subject: Input) => {
    const assessor = await world.member(university, "ASSESSOR");
    const input = { instrumentId: instrument.id, universityId: university.id, round: "AD_HOC" };
    return { assessor, input: { ...input, ...subject } };
  };

  it("an area names its own programme, another only where it has a plan", async () => {
    const operator = await world.operator;
    const place = { name: "K", regions: ["36"], programmeId: programme.id };
    const area = await write(operator, "createArea", place);
    const second = await world.programme(lead);
    const { assessor, input } = await begin({ areaId: area.id });
    const { id } = await write(assessor, "offerAssessment", input);
    expect(
      await TestAssessment.of(world, { id }, await assessing.planned()).shown("programme { id }"),
    ).toEqual({
      programme: { id: programme.id },
    });
    const other = { ...input, programmeId: second.id };
    const found = await refused(assessor, "offerAssessment", other);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.programmeId"]]);
    const plan = await world.plan(second, lead, { areaId: area.id });
    expect((await refused(assessor, "offerAssessment", other)).code).toBe("BAD_USER_INPUT");
    const accepted = { id: plan.id, expectedVersion: 1 };
    await write(await world.member(owner, "COORDINATOR"), "acceptActionPlan", accepted);
    await write(assessor, "offerAssessment", other);
  });

  it("an area of no programme needs one to be named", async () => {
    const area = await write(await world.operator, "createArea", { name: "K", regions: ["36"] });
    const { assessor, input } = await begin({ areaId: area.id });
    const found = await refused(assessor, "offerAssessment", input);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.programmeId"]]);
    await write(assessor, "offerAssessment", { ...input, programmeId: programme.id });
  });

  it("a plan's programme is its own", async () => {
    const { plan } = await assessing.planned();
    const second = await world.programme(lead);
    const { assessor, input } = await begin({ planId: plan.id, programmeId: second.id });
    const found = await refused(assessor, "offerAssessment", input);
    expect(found.paths).toEqual(["input.programmeId"]);
    const named = { ...input, programmeId: programme.id.toUpperCase() };
    await write(assessor, "offerAssessment", named);
  });

  it("its actions are of the plan, or of the area's plans", async () => {
    const elsewhere = await world.action(lead, (await assessing.planned()).plan);
    const assessment = await assessing.offered();
    const input = { assessmentId: assessment.id, actionId: elsewhere.id, completion: "LIMITED" };
    const found = await refused(await assessment.assessor, "assessAction", input);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.actionId"]]);
  });

  it("of an action it says once how far it was carried out", async () => {
    const { plan, ...setting } = await assessing.planned();
    const action = await world.action(lead, plan);
    const assessment = await TestAssessment.offered(world, setting);
    const position = { actionId: action.id, completion: "LIMITED" };
    await assessment.add("assessAction", position);
    const again = { assessmentId: assessment.id, ...position };
    const found = await refused(await assessment.assessor, "assessAction", again);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.actionId"]]);
  });
});
