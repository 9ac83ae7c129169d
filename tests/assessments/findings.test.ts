import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  type Setting,
  TestAssessment,
} from "../testkit/assessments/test-assessment.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
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

interface Voices {
  reported: { completion: string; progress: number | null; at: string | null } | null;
  assessed: {
    completion: string;
    at: string;
    university: { id: string };
    finding: { id: string } | null;
  } | null;
  divergence: number | null;
  reply: string | null;
}

async function voicesOf({ id }: Written, client: CheckedClient = world.visitor()) {
  const { action } = await client.data<{ action: Voices }>(
    `query ($id: ID!) { action(id: $id) {
      reported { completion progress at } assessed { completion at university { id } finding { id } }
      divergence reply } }`,
    { id } as never,
  );
  return action;
}

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

/** What a university publishes of actions; gives the findings' ids. */
async function publishedFindings(setting: Setting, found: readonly [Written, string][]) {
  const assessment = await TestAssessment.offered(world, setting);
  const ids: string[] = [];
  for (const [action, completion] of found) {
    const input = { actionId: action.id, completion };
    ids.push((await assessment.add("assessAction", input)).id);
  }
  await (await assessment.submitted()).publish();
  return { assessment, ids };
}

const step = async (action: Written, ...statuses: string[]) => {
  const coordinator = await world.member(lead, "COORDINATOR");
  for (const status of statuses) {
    const { version } = await world.seen("action", action.id);
    const input = { id: action.id, expectedVersion: version, status };
    await write(coordinator, "changeActionStatus", input);
  }
};

describe("What an action's lead reports", () => {
  const thresholds: [number, string][] = [
    [0, "NOT_STARTED"],
    [1, "LIMITED"],
    [49, "LIMITED"],
    [50, "SUBSTANTIAL"],
    [99, "SUBSTANTIAL"],
    [100, "COMPLETE"],
  ];

  it.each(thresholds)("%i per cent is %s", async (progress, completion) => {
    const { action } = await planned();
    await world.report(lead, action, { progress });
    const { reported } = await voicesOf(action);
    expect(reported).toEqual({ completion, progress, at: expect.stringMatching(/Z$/) });
  });

  it("is nothing before it reports, and what it said last after", async () => {
    const { action } = await planned();
    expect((await voicesOf(action)).reported).toBeNull();
    await world.report(lead, action, { progress: 60 });
    await world.report(lead, action, { progress: 20 });
    expect((await voicesOf(action)).reported).toMatchObject({ completion: "LIMITED" });
  });

  it("is COMPLETE where the action is, whatever was reported", async () => {
    const { actions } = await planned(2);
    const [silent, reported] = actions as [Written, Written];
    await world.report(lead, reported, { progress: 30 });
    for (const action of actions) await step(action, "IN_PROGRESS", "COMPLETED");
    const complete = { completion: "COMPLETE", progress: null, at: null };
    expect((await voicesOf(silent)).reported).toEqual(complete);
    expect((await voicesOf(reported)).reported).toMatchObject({
      completion: "COMPLETE",
      progress: 30,
    });
  });

  it("is of its own lead, not of others who report, nor of the plan's where it has one", async () => {
    const participants = [{ organisationId: second.id, role: "IMPLEMENTING" }];
    const { plan, action } = await planned(1, { participants });
    await world.report(second, action, { progress: 90 });
    expect((await voicesOf(action)).reported).toBeNull();
    const led = await world.action(lead, plan, { leadId: second.id });
    await world.report(lead, led, { progress: 10 });
    expect((await voicesOf(led)).reported).toBeNull();
    await world.report(second, led, { progress: 90 });
    expect((await voicesOf(led)).reported).toMatchObject({ progress: 90 });
  });

  it("is what everybody may see who sees the action, to its own organisation too", async () => {
    const { plan, action } = await planned();
    await publishedFindings(settingOf(plan), [[action, "LIMITED"]]);
    await world.report(lead, action, { progress: 20 });
    await world.report(lead, action, { progress: 100, visibility: "ORGANISATION" });
    const own = await world.member(lead, "VIEWER");
    for (const client of [world.visitor(), own]) {
      const voices = await voicesOf(action, client);
      expect(voices).toMatchObject({ reported: { progress: 20 }, divergence: 0 });
      const { actions } = await client.data<{ actions: { totalCount: number } }>(
        "query ($id: ID!) { actions(where: { eq: $id, divergence: { gte: 1 } }) { totalCount } }",
        { id: action.id } as never,
      );
      expect(actions.totalCount).toBe(0);
    }
  });
});

describe("What a university found", () => {
  it("is shown with the divergence from what is reported, either way, and none where it is unclear", async () => {
    const { plan, actions } = await planned(6);
    const cases: [number | null, string, number | null][] = [
      [100, "NOT_STARTED", 3],
      [50, "LIMITED", 1],
      [30, "LIMITED", 0],
      [0, "COMPLETE", -3],
      [70, "UNCLEAR", null],
      [null, "LIMITED", null],
    ];
    const found = cases.map(([, completion], at) => [actions[at] as Written, completion] as const);
    const { ids } = await publishedFindings(
      settingOf(plan),
      found.map(([action, completion]) => [action, completion]),
    );
    for (const [at, [progress, completion, divergence]] of cases.entries()) {
      const action = actions[at] as Written;
      if (progress !== null) await world.report(lead, action, { progress });
      const voices = await voicesOf(action);
      expect(voices).toMatchObject({ assessed: { completion }, divergence, reply: null });
      expect(voices.assessed).toMatchObject({
        university: { id: university.id },
        finding: { id: ids[at] },
      });
    }
    const where = (divergence: object) => ({ plan: { eq: plan.id }, divergence });
    for (const [condition, indices] of [
      [{ gte: 1 }, [0, 1]],
      [{ lte: -1 }, [3]],
      [{ eq: 0 }, [2]],
      [{ isNull: true }, [4, 5]],
    ] as const) {
      const { actions: listed } = await world
        .visitor()
        .data<{ actions: { nodes: Written[] } }>(
          "query ($where: ActionFilter) { actions(where: $where, first: 50) { nodes { id } } }",
          { where: where(condition) } as never,
        );
      const expected = indices.map((at) => actions[at]?.id);
      expect(listed.nodes.map(({ id }) => id).sort()).toEqual(expected.sort());
    }
  });

  it("is what was published last, of several universities, and of corrections the newest", async () => {
    const { plan, action } = await planned();
    const first = await publishedFindings(settingOf(plan), [[action, "LIMITED"]]);
    const draft = await TestAssessment.offered(world, settingOf(plan, second));
    await draft.add("assessAction", { actionId: action.id, completion: "COMPLETE" });
    await draft.submitted();
    expect((await voicesOf(action, await draft.assessor)).assessed?.completion).toBe("LIMITED");
    await draft.publish();
    const assessed = (of: Party, completion: string) => ({
      assessed: { completion, university: { id: of.id } },
    });
    expect(await voicesOf(action)).toMatchObject(assessed(second, "COMPLETE"));
    const correction = await first.assessment.correct();
    await correction.submit();
    await correction.publish();
    expect(await voicesOf(action)).toMatchObject(assessed(university, "LIMITED"));
    const again = await draft.correct();
    const found = await again.shown<{ actionFindings: { id: string }[] }>("actionFindings { id }");
    const { id } = found?.actionFindings[0] ?? {};
    const change = { id, expectedVersion: 1, completion: "SUBSTANTIAL" };
    await write(await again.assessor, "updateActionFinding", change);
    await again.submit();
    expect(await voicesOf(action)).toMatchObject(assessed(university, "LIMITED"));
    await again.publish();
    expect(await voicesOf(action)).toMatchObject(assessed(second, "SUBSTANTIAL"));
  });
});

describe("The lead's reply", () => {
  it("stands beside what was published, the last one shown, none overwritten", async () => {
    const { plan, action } = await planned();
    const { assessment, ids } = await publishedFindings(settingOf(plan), [[action, "LIMITED"]]);
    const before = await assessment.shown("version actionFindings { version completion }");
    const coordinator = await world.member(lead, "COORDINATOR");
    for (const text of ["Kami tidak sependapat", "Bukti menyusul"]) {
      await write(coordinator, "replyToFinding", { id: newId(), findingId: ids[0], text });
    }
    expect((await voicesOf(action)).reply).toBe("Bukti menyusul");
    const { node } = await world
      .visitor()
      .data<{ node: object }>(
        "query ($id: ID!) { node(id: $id) { ... on ActionFinding { replies { text organisation { id } } } } }",
        { id: ids[0] } as never,
      );
    const organisation = { id: lead.id };
    expect(node).toEqual({
      replies: [
        { text: "Kami tidak sependapat", organisation },
        { text: "Bukti menyusul", organisation },
      ],
    });
    expect(await assessment.shown("version actionFindings { version completion }")).toEqual(before);
    // A correction does not silence the lead.
    const correction = await assessment.correct();
    await correction.submit();
    await correction.publish();
    expect((await voicesOf(action)).reply).toBe("Bukti menyusul");
    // What another university found later has had no reply yet.
    await publishedFindings(settingOf(plan, second), [[action, "COMPLETE"]]);
    expect((await voicesOf(action)).reply).toBeNull();
  });

  it("is to what is published: before, it is as if it were not there", async () => {
    const { plan, action } = await planned();
    const assessment = await TestAssessment.offered(world, settingOf(plan));
    const finding = { actionId: action.id, completion: "LIMITED" };
    const { id: findingId } = await assessment.add("assessAction", finding);
    const coordinator = await world.member(lead, "COORDINATOR");
    const attempt = (id: string) =>
      refused(coordinator, "replyToFinding", { findingId: id, text: "x" });
    expect(await attempt(findingId)).toEqual(await attempt(newId()));
    // So too where the lead owns the programme, and sees what is at work.
    const own = await world.programme(lead);
    const led = await world.plan(own, lead);
    const within = await world.action(lead, led);
    const other = await TestAssessment.offered(world, { ...settingOf(led), owner: lead });
    const seen = await other.add("assessAction", { actionId: within.id, completion: "LIMITED" });
    expect((await attempt(seen.id)).code).toBe("NOT_FOUND");
  });

  it("is by the action's own lead, where it has one", async () => {
    const { plan } = await planned();
    const action = await world.action(lead, plan, { leadId: second.id });
    const { ids } = await publishedFindings(settingOf(plan), [[action, "LIMITED"]]);
    const input = { findingId: ids[0], text: "Tanggapan" };
    const ofPlan = await world.member(lead, "COORDINATOR");
    expect((await refused(ofPlan, "replyToFinding", input)).code).toBe("FORBIDDEN");
    await write(await world.member(second, "COORDINATOR"), "replyToFinding", input);
  });
});
