import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  type Setting,
  TestAssessment,
} from "../testkit/assessments/test-assessment.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let university: Party;
let owner: Party;
let lead: Party;
let programme: Written;
let instrument: { id: string };

beforeAll(async () => {
  world = await World.start();
  university = await world.organisation();
  owner = await world.organisation();
  lead = await world.organisation();
  programme = await world.programme(owner);
  instrument = await publishedInstrument(world, university);
});
afterAll(() => world.stop());

/** A plan of its own to assess. */
async function planned(more: Input = {}): Promise<Setting & { plan: Written }> {
  const plan = await world.plan(programme, lead, more);
  return { university, owner, instrument, subject: { planId: plan.id }, plan };
}

const offered = async () => TestAssessment.offered(world, await planned());

/** As the domain draws it: for each state, the states that can follow it. */
const drawn: Record<string, string[]> = {
  DRAFT: ["SUBMITTED", "WITHDRAWN"],
  SUBMITTED: ["IN_REVIEW"],
  IN_REVIEW: ["ACCEPTED", "RETURNED"],
  RETURNED: ["SUBMITTED", "WITHDRAWN"],
  ACCEPTED: ["PUBLISHED"],
  PUBLISHED: [],
  WITHDRAWN: [],
};

const steps: Record<string, [mutation: string, more: Input]> = {
  SUBMITTED: ["submitAssessment", {}],
  IN_REVIEW: ["beginReview", {}],
  RETURNED: ["returnAssessment", { reason: "Perbaiki" }],
  ACCEPTED: ["acceptAssessment", {}],
  PUBLISHED: ["publishAssessment", {}],
  WITHDRAWN: ["withdrawAssessment", { reason: "Tidak jadi" }],
};

/** One in a state, with all that its next steps need; in review with the verdict that is named. */
async function broughtTo(state: string, verdict = "ACCEPT"): Promise<TestAssessment> {
  const assessment = await offered();
  await assessment.scales({ "a-1": 3 });
  await assessment.step("declareInterests", { interests: "Tidak ada" });
  if (state === "DRAFT") return assessment;
  if (state === "WITHDRAWN") await assessment.step(...(steps.WITHDRAWN as [string, Input]));
  else await assessment.step("submitAssessment");
  if (["SUBMITTED", "WITHDRAWN"].includes(state)) return assessment;
  await assessment.review(state === "RETURNED" ? "RETURN" : verdict);
  for (const next of { IN_REVIEW: [], PUBLISHED: ["ACCEPTED", state] }[state] ?? [state]) {
    await assessment.step(...(steps[next] as [string, Input]));
  }
  return assessment;
}

const open = ["DRAFT", "RETURNED"];

describe("The lifecycle of Assessment", () => {
  it.each(Object.keys(drawn))("allows and refuses from %s as it is drawn", async (from) => {
    const waiting = await broughtTo(from);
    expect(await waiting.shown("status")).toEqual({ status: from });
    for (const [to, [mutation, more]] of Object.entries(steps)) {
      if (drawn[from]?.includes(to)) {
        const assessment = await broughtTo(from, to === "RETURNED" ? "RETURN" : "ACCEPT");
        await assessment.step(mutation, more);
        expect(await assessment.shown("status")).toEqual({ status: to });
      } else {
        const { paths, error } = await waiting.cannot(mutation, more);
        expect([paths, error.extensions]).toMatchObject([
          ["input.id"],
          { code: "INVALID_TRANSITION", from, to, allowed: drawn[from] },
        ]);
      }
    }
  });

  it.each(Object.keys(drawn).filter((state) => !open.includes(state)))(
    "while it is %s the university writes nothing in it",
    async (state) => {
      const plan = await planned();
      const action = await world.action(lead, plan.plan);
      const assessment = await TestAssessment.offered(world, plan);
      const parts = {
        Finding: await assessment.add("addFinding", { text: "Temuan" }),
        ActionFinding: await assessment.add("assessAction", {
          ...{ actionId: action.id, completion: "LIMITED" },
        }),
        Evidence: await assessment.add("addEvidence", { title: "x", address: "https://a.example" }),
      };
      if (state === "WITHDRAWN") await assessment.step("withdrawAssessment", { reason: "x" });
      else await assessment.submitted();
      if (state === "IN_REVIEW") await assessment.step("beginReview");
      if (["ACCEPTED", "PUBLISHED"].includes(state)) await assessment.review();
      if (["ACCEPTED", "PUBLISHED"].includes(state)) await assessment.step("acceptAssessment");
      if (state === "PUBLISHED") await assessment.step("publishAssessment");
      const first = ({ id }: Written) => ({ id, expectedVersion: 1 });
      const within = { id: newId(), assessmentId: assessment.id };
      const link = { title: "x", address: "https://a.example" };
      const attempts: [string, Input][] = [
        ["answerAssessment", { ...(await assessment.seen()), answers: [] }],
        ["declareInterests", { ...(await assessment.seen()), interests: "Lain" }],
        ["addFinding", { ...within, text: "Lain" }],
        ["updateFinding", { ...first(parts.Finding), text: "Lain" }],
        ["removeFinding", first(parts.Finding)],
        ["assessAction", { ...within, actionId: action.id, completion: "COMPLETE" }],
        ["updateActionFinding", { ...first(parts.ActionFinding), completion: "COMPLETE" }],
        ["removeActionFinding", first(parts.ActionFinding)],
        ["addEvidence", { ...within, ...link }],
        ["removeEvidence", first(parts.Evidence)],
      ];
      for (const [mutation, input] of attempts) {
        const assessor = await assessment.assessor;
        const found = await world.unchangedBy(() => refused(assessor, mutation, input));
        expect([mutation, found.error.extensions]).toMatchObject([
          mutation,
          { code: "INVALID_TRANSITION", from: state, allowed: drawn[state] },
        ]);
      }
    },
  );

  it("shows when it was handed in, how often, why it came back, and when it was published", async () => {
    const assessment = await (await offered()).submitted();
    await assessment.returned();
    await assessment.scales({ "a-2": 4 });
    await assessment.step("submitAssessment");
    await assessment.publish();
    const instant = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(
      await assessment.shown(
        "status submissions reason interests submittedAt publishedAt answeredAt reviewer { id } assigned recorded",
      ),
    ).toEqual({
      ...{ status: "PUBLISHED", submissions: 2, reason: "Perbaiki", interests: "Tidak ada" },
      ...{ submittedAt: instant, publishedAt: instant, answeredAt: instant },
      ...{ reviewer: { id: owner.id }, assigned: false, recorded: false },
    });
  });

  it("what was published never changes, not even past the API", async () => {
    const { plan, ...setting } = await planned();
    const action = await world.action(lead, plan);
    const assessment = await TestAssessment.offered(world, setting);
    await assessment.add("addFinding", { text: "Temuan" });
    await assessment.add("assessAction", { actionId: action.id, completion: "LIMITED" });
    await assessment.add("addEvidence", { title: "x", address: "https://a.example" });
    await (await assessment.submitted()).publish();
    const other = await offered();
    await other.scales({ "a-1": 1 });
    const parts = ["answer", "evidence", "finding", "action_finding"];
    const frozen = [
      `update assessment set scores = '[]' where id = '${assessment.id}'`,
      `update assessment set status = 'ACCEPTED' where id = '${assessment.id}'`,
      `delete from assessment where id = '${assessment.id}'`,
      `update answer set assessment_id = '${assessment.id}' where assessment_id = '${other.id}'`,
      ...parts.flatMap((part) => [
        `update ${part} set version = 9 where assessment_id = '${assessment.id}'`,
        `update ${part} set assessment_id = '${other.id}' where assessment_id = '${assessment.id}'`,
        `delete from ${part} where assessment_id = '${assessment.id}'`,
      ]),
    ];
    for (const statement of frozen) {
      await expect(world.hub.sql.query(statement)).rejects.toMatchObject({ code: "RB003" });
    }
    // What may change is changed by use cases alone, and what was said stays said.
    for (const statement of [
      `update answer set scale = 5 where assessment_id = '${other.id}'`,
      `update assessment set status = 'PUBLISHED' where id = '${other.id}'`,
      `update review set verdict = 'RETURN' where assessment_id = '${assessment.id}'`,
      `delete from review where assessment_id = '${assessment.id}'`,
    ]) {
      await expect(world.hub.sql.query(statement)).rejects.toMatchObject({ code: "RB001" });
    }
  });
});

describe("Reviews", () => {
  it("speak of questions, and of what was handed in at their time", async () => {
    const assessment = await (await offered()).submitted();
    const comments = [
      { question: "a-1", text: "Mengapa 3?" },
      { question: "a-1", text: "Bukti kurang" },
    ];
    await assessment.review("RETURN", undefined, { summary: null, comments });
    await assessment.step("returnAssessment", { reason: "Lihat ulasan" });
    await assessment.step("submitAssessment");
    await assessment.review();
    expect(
      await assessment.shown(
        "reviews { submission verdict summary organisation { id } comments { question text } }",
      ),
    ).toEqual({
      reviews: [
        {
          ...{ submission: 1, verdict: "RETURN", summary: null },
          ...{ organisation: { id: owner.id }, comments },
        },
        {
          ...{ submission: 2, verdict: "ACCEPT", summary: "Ulasan", comments: [] },
          organisation: { id: owner.id },
        },
      ],
    });
  });

  it("come before it is accepted or returned, and the last one counts", async () => {
    const assessment = await (await offered()).submitted();
    await assessment.step("beginReview");
    const decide = async () => [
      (await assessment.cannot("acceptAssessment")).error.extensions.reason,
      (await assessment.cannot("returnAssessment", { reason: "x" })).error.extensions.reason,
    ];
    expect(await decide()).toEqual(["REVIEW_NEEDED", "REVIEW_NEEDED"]);
    await assessment.review("RETURN");
    expect((await assessment.cannot("acceptAssessment")).error.extensions).toMatchObject({
      ...{ code: "INVALID_TRANSITION", from: "IN_REVIEW", to: "ACCEPTED" },
      reason: "REVIEW_NEEDED",
    });
    await assessment.review("ACCEPT");
    const refusal = await assessment.cannot("returnAssessment", { reason: "x" });
    expect(refusal.error.extensions.reason).toBe("REVIEW_NEEDED");
    await assessment.review("RETURN");
    await assessment.step("returnAssessment", { reason: "x" });
    // What was said of the first does not speak for the second.
    await assessment.step("submitAssessment");
    await assessment.step("beginReview");
    expect(await decide()).toEqual(["REVIEW_NEEDED", "REVIEW_NEEDED"]);
  });

  it("are given while it is in review alone", async () => {
    const assessment = await (await offered()).submitted();
    const input = { assessmentId: assessment.id, verdict: "ACCEPT" };
    const coordinator = await assessment.coordinator;
    // Before the review begins nobody is its reader.
    expect((await refused(coordinator, "reviewAssessment", input)).code).toBe("FORBIDDEN");
    await assessment.publish();
    const { error } = await refused(coordinator, "reviewAssessment", input);
    expect(error.extensions).toMatchObject({ code: "INVALID_TRANSITION", from: "PUBLISHED" });
  });

  const parentOf = async (parent: Party, sector = "UNIVERSITY") =>
    world.organisation(sector, { parentId: parent.id });

  it("come from another organisation than the university and its parts", async () => {
    const ministry = await world.organisation("CENTRAL_GOVERNMENT");
    const whole = await parentOf(ministry);
    const [institute, sibling] = [await parentOf(whole), await parentOf(whole)];
    const part = await parentOf(institute);
    const setting = { ...(await planned()), university: institute };
    const assessment = await (await TestAssessment.offered(world, setting)).submitted();
    for (const reviewer of [institute, part, whole, sibling, ministry]) {
      const found = await assessment.cannot("beginReview", { reviewerId: reviewer.id });
      expect([found.code, found.paths, found.error.extensions.reason]).toEqual([
        "FORBIDDEN",
        ["input.reviewerId"],
        "NOT_INDEPENDENT",
      ]);
    }
    const other = await parentOf(ministry);
    await assessment.step("beginReview", { reviewerId: other.id });
    await assessment.review("ACCEPT", other);
  });

  it("come from no person who is of the university too", async () => {
    const institute = await parentOf(university);
    const reviewer = await world.organisation();
    const operator = await world.operator;
    for (const [place, email] of [
      [university, "dosen@a.example"],
      [institute, "peneliti@a.example"],
    ] as const) {
      for (const organisation of [place, reviewer]) {
        const input = { organisationId: organisation.id, email, role: "ASSESSOR" };
        await write(operator, "addMember", input);
      }
      const assessment = await (await offered()).submitted();
      await assessment.step("beginReview", { reviewerId: reviewer.id });
      const input = { assessmentId: assessment.id, verdict: "ACCEPT" };
      const client = await world.as(email);
      const attempt = () => refused(client, "reviewAssessment", input);
      expect((await world.unchangedBy(attempt)).code).toBe("FORBIDDEN");
    }
  });
});

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
    ["ACCOUNTABLE", true],
    ["EXTENDING", true],
  ])("as one that is %s: may it? %s", async (role, may) => {
    const participants = [{ organisationId: university.id, role }];
    const setting = await planned({ participants });
    if (may) await (await (await TestAssessment.offered(world, setting)).submitted()).publish();
    else await expectTied(setting, role);
  });

  it("nor as one that leads it, or an action of it", async () => {
    const plan = await world.plan(programme, university);
    const setting = { university, owner, instrument };
    await expectTied({ ...setting, subject: { planId: plan.id } }, "LEAD");
    const other = await planned();
    await world.action(lead, other.plan, { leadId: university.id });
    await expectTied(other, "LEAD");
  });

  it("nor where a part of it does, or what it is a part of", async () => {
    const whole = await world.organisation();
    const institute = await world.organisation("UNIVERSITY", { parentId: whole.id });
    const sibling = await world.organisation("UNIVERSITY", { parentId: whole.id });
    for (const tied of [whole, institute]) {
      const participants = [{ organisationId: tied.id, role: "FUNDING" }];
      const setting = await planned({ participants });
      for (const one of [whole, institute, sibling]) {
        await expectTied({ ...setting, university: one }, "FUNDING");
      }
    }
  });

  it("a ministry above it ties no university", async () => {
    const ministry = await world.organisation("CENTRAL_GOVERNMENT");
    const own = await world.organisation("UNIVERSITY", { parentId: ministry.id });
    const participants = [{ organisationId: ministry.id, role: "FUNDING" }];
    await TestAssessment.offered(world, { ...(await planned({ participants })), university: own });
  });

  it("nor an area where it takes part in a plan", async () => {
    const area = await write(await world.operator, "createArea", { name: "K", regions: ["36"] });
    const participants = [{ organisationId: university.id, role: "IMPLEMENTING" }];
    await world.plan(programme, lead, { areaId: area.id, participants });
    const subject = { areaId: area.id, programmeId: programme.id };
    await expectTied({ university, owner, instrument, subject }, "IMPLEMENTING");
  });

  it("nor an action of a plan that it came to lead or fund since", async () => {
    const { plan, ...setting } = await planned();
    const action = await world.action(lead, plan);
    const assessment = await TestAssessment.offered(world, setting);
    const part = { planId: plan.id, organisationId: university.id, role: "FUNDING" };
    await write(await world.member(lead, "COORDINATOR"), "addParticipant", part);
    const input = { assessmentId: assessment.id, actionId: action.id, completion: "LIMITED" };
    const found = await refused(await assessment.assessor, "assessAction", input);
    expect(found.error.extensions).toMatchObject(refusal("FUNDING"));
  });

  it.each(["handed in", "published"])("nor what it joined before it is %s", async (when) => {
    const { plan, ...setting } = await planned();
    const assessment = await TestAssessment.offered(world, setting);
    await assessment.scales({ "a-1": 3 });
    await assessment.step("declareInterests", { interests: "Tidak ada" });
    if (when === "published") {
      await assessment.step("submitAssessment");
      await assessment.review();
      await assessment.step("acceptAssessment");
    }
    const part = { planId: plan.id, organisationId: university.id, role: "IMPLEMENTING" };
    const coordinator = await world.member(lead, "COORDINATOR");
    const { id } = await write(coordinator, "addParticipant", part);
    const mutation = when === "published" ? "publishAssessment" : "submitAssessment";
    const found = await assessment.cannot(mutation);
    expect([found.paths, found.error.extensions]).toMatchObject([
      ["input.id"],
      refusal("IMPLEMENTING"),
    ]);
    await write(coordinator, "removeParticipant", { id, expectedVersion: 1 });
    await assessment.step(mutation);
  });

  it("only universities assess", async () => {
    const ngo = await world.organisation("NGO");
    const coordinator = await world.member(owner, "COORDINATOR");
    const { subject } = await planned();
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
      await TestAssessment.of(world, { id }, await planned()).shown("programme { id }"),
    ).toEqual({
      programme: { id: programme.id },
    });
    const other = { ...input, programmeId: second.id };
    const found = await refused(assessor, "offerAssessment", other);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.programmeId"]]);
    await world.plan(second, lead, { areaId: area.id });
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
    const { plan } = await planned();
    const second = await world.programme(lead);
    const { assessor, input } = await begin({ planId: plan.id, programmeId: second.id });
    const found = await refused(assessor, "offerAssessment", input);
    expect(found.paths).toEqual(["input.programmeId"]);
    const named = { ...input, programmeId: programme.id.toUpperCase() };
    await write(assessor, "offerAssessment", named);
  });

  it("its actions are of the plan, or of the area's plans", async () => {
    const elsewhere = await world.action(lead, (await planned()).plan);
    const assessment = await offered();
    const input = { assessmentId: assessment.id, actionId: elsewhere.id, completion: "LIMITED" };
    const found = await refused(await assessment.assessor, "assessAction", input);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.actionId"]]);
  });

  it("of an action it says once how far it was carried out", async () => {
    const { plan, ...setting } = await planned();
    const action = await world.action(lead, plan);
    const assessment = await TestAssessment.offered(world, setting);
    const position = { actionId: action.id, completion: "LIMITED" };
    await assessment.add("assessAction", position);
    const again = { assessmentId: assessment.id, ...position };
    const found = await refused(await assessment.assessor, "assessAction", again);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.actionId"]]);
  });
});
