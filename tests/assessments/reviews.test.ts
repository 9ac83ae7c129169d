import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { AssessmentWorld } from "../testkit/assessments/assessment-world.js";
import { TestAssessment } from "../testkit/assessments/test-assessment.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

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
