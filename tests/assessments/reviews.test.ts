import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { AssessmentWorld } from "../testkit/assessments/assessment-world.js";
import { TestAssessment } from "../testkit/assessments/test-assessment.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let assessing: AssessmentWorld;
let world: World;
let university: Party;
let owner: Party;

beforeAll(async () => {
  assessing = await AssessmentWorld.start();
  ({ world, university, owner } = assessing);
});
afterAll(() => world.stop());

describe("Reviews", () => {
  it("speak of questions, and of what was handed in at their time", async () => {
    const assessment = await (await assessing.offered()).submitted();
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
    const assessment = await (await assessing.offered()).submitted();
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
    const assessment = await (await assessing.offered()).submitted();
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
    const setting = { ...(await assessing.planned()), university: institute };
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
      const assessment = await (await assessing.offered()).submitted();
      await assessment.step("beginReview", { reviewerId: reviewer.id });
      const input = { assessmentId: assessment.id, verdict: "ACCEPT" };
      const client = await world.as(email);
      const attempt = () => refused(client, "reviewAssessment", input);
      expect((await world.unchangedBy(attempt)).code).toBe("FORBIDDEN");
    }
  });
});

describe("The persons of an assessment (rule 4)", () => {
  let people = 0;

  /** A new person with roles in organisations. */
  async function person(...roles: (readonly [Party, string])[]) {
    people += 1;
    const email = `orang-${people}@rembuk.example`;
    const memberships: Written[] = [];
    for (const [organisation, role] of roles) {
      const input = { organisationId: organisation.id, email, role };
      memberships.push(await write(await world.operator, "addMember", input));
    }
    return { email, memberships, client: await world.as(email) };
  }

  const notIndependent = { code: "FORBIDDEN", reason: "NOT_INDEPENDENT" };

  /** Each step from its submission to its publication is refused to the person, and done by another. */
  async function expectOutside(assessment: TestAssessment, client: CheckedClient): Promise<void> {
    const steps = ["beginReview", "reviewAssessment", "acceptAssessment", "publishAssessment"];
    for (const mutation of steps) {
      const isReview = mutation === "reviewAssessment";
      const input = isReview
        ? { id: newId(), assessmentId: assessment.id, verdict: "ACCEPT" }
        : await assessment.seen();
      const found = await world.unchangedBy(() => refused(client, mutation, input));
      expect([mutation, found.error.extensions]).toMatchObject([mutation, notIndependent]);
      if (isReview) await assessment.review();
      else await assessment.step(mutation);
    }
  }

  it("who are of the university and of the owner neither review, accept nor publish", async () => {
    const institute = await world.organisation("UNIVERSITY", { parentId: university.id });
    const { client } = await person([institute, "VIEWER"], [owner, "COORDINATOR"]);
    await expectOutside(await (await assessing.offered()).submitted(), client);
    const { subject, instrument } = await assessing.planned();
    const input = {
      ...{ instrumentId: instrument.id, universityId: university.id, round: "AD_HOC" },
      ...{ ...subject, sources: [{ publisher: "x" }] },
    };
    const found = await refused(client, "recordAssessment", input);
    expect(found.error.extensions).toMatchObject(notIndependent);
  });

  it.each([
    [
      "answered",
      async (one: CheckedClient, assessment: TestAssessment) => {
        const answers = [{ question: "a-1", scale: 2 }];
        await write(one, "answerAssessment", { ...(await assessment.seen()), answers });
      },
    ],
    [
      "gave evidence that was removed",
      async (one: CheckedClient, assessment: TestAssessment) => {
        const input = {
          assessmentId: assessment.id,
          title: "Foto",
          address: "https://a.example/1",
        };
        const { id } = await write(one, "addEvidence", input);
        await write(await assessment.assessor, "removeEvidence", { id, expectedVersion: 1 });
      },
    ],
    [
      "wrote a finding",
      async (one: CheckedClient, assessment: TestAssessment) => {
        await write(one, "addFinding", { assessmentId: assessment.id, text: "Ditemukan" });
      },
    ],
  ])("who %s for it do so neither, though they left the university", async (_, work) => {
    const { email, memberships, client } = await person([university, "ASSESSOR"]);
    const assessment = await assessing.offered();
    await work(client, assessment);
    await assessment.submitted();
    const operator = await world.operator;
    const [{ id } = { id: "" }] = memberships;
    await write(operator, "removeMember", { id, expectedVersion: 1 });
    await write(operator, "addMember", { organisationId: owner.id, email, role: "COORDINATOR" });
    await expectOutside(assessment, client);
    // They may do so for another assessment of the same university.
    const other = await (await assessing.offered()).submitted();
    await write(client, "beginReview", await other.seen());
  });
});
