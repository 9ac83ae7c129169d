import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { AssessmentWorld } from "../testkit/assessments/assessment-world.js";
import { TestAssessment } from "../testkit/assessments/test-assessment.js";
import { refused, type Written } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let assessing: AssessmentWorld;
let world: World;
let owner: Party;
let lead: Party;

beforeAll(async () => {
  assessing = await AssessmentWorld.start();
  ({ world, owner, lead } = assessing);
});
afterAll(() => world.stop());

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
  const assessment = await assessing.offered();
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
      const plan = await assessing.planned();
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
    const assessment = await (await assessing.offered()).submitted();
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
    const { plan, ...setting } = await assessing.planned();
    const action = await world.action(lead, plan);
    const assessment = await TestAssessment.offered(world, setting);
    await assessment.add("addFinding", { text: "Temuan" });
    await assessment.add("assessAction", { actionId: action.id, completion: "LIMITED" });
    await assessment.add("addEvidence", { title: "x", address: "https://a.example" });
    await (await assessment.submitted()).publish();
    const other = await assessing.offered();
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
