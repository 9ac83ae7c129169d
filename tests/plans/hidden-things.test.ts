import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { allNouns, isReference, nounOf, seenByAll } from "../../src/reading/index.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { type Kind, Scene } from "../testkit/plans/visibility-scene.js";
import { newId } from "../testkit/world/world.js";

let scene: Scene;

beforeAll(async () => {
  scene = await Scene.make();
});
afterAll(() => scene.world.stop());

const ask = <T>(requester: CheckedClient, document: string, variables: object = {}) =>
  requester.data<T>(document, variables as never);

describe("Totals count what the viewer may see", () => {
  // public gift 1, shared gift 10, own gift 100, passed on 1000 (1 of the own gift), own help 10000, shared
  // child 100000 (1 of the public gift).
  const totals = { visitor: "1001", operator: "1001", lead: "101010", partner: "111109" };

  it.each(Object.entries(totals))("for the %s: %s rupiah", async (viewer, expected) => {
    const found = await ask<Record<string, unknown>>(
      scene.client(viewer),
      `query ($plan: ID!, $quiet: ID!, $total: Money!) {
        actionPlan(id: $plan) { amountPledged }
        action(id: $quiet) { hasContribution amountPledged }
        actionPlans(where: { eq: $plan, amountPledged: { eq: $total } }) { totalCount }
        actions(where: { eq: $quiet, hasContribution: { eq: true } }) { totalCount }
      }`,
      {
        plan: scene.thing("public plan").id,
        quiet: scene.thing("quiet action").id,
        total: expected,
      },
    );
    const helps = viewer === "partner";
    expect(found).toEqual({
      actionPlan: { amountPledged: expected },
      action: { hasContribution: helps, amountPledged: helps ? "10000" : "0" },
      actionPlans: { totalCount: 1 },
      actions: { totalCount: Number(helps) },
    });
  });
});

describe("A hidden thing's errors are those of an absent one", () => {
  const attempts: [string, (ids: Record<Kind, string>) => [string, object]][] = [
    ["a plan", ({ ActionPlan: id }) => ["updateActionPlan", { id, expectedVersion: 1 }]],
    [
      "a plan's new action",
      ({ ActionPlan: planId }) => ["addAction", { planId, title: "t", stage: "MARKETING" }],
    ],
    [
      "an action",
      ({ Action: id }) => ["changeActionStatus", { id, expectedVersion: 1, status: "BLOCKED" }],
    ],
    [
      "an action's report",
      ({ Action: actionId }) => ["reportProgress", { actionId, expectedVersion: 9, progress: 1 }],
    ],
    [
      "an action's pledge",
      ({ Action: actionId }) => ["pledgeContribution", { actionId, kind: "FUNDS" }],
    ],
    ["a milestone", ({ Milestone: id }) => ["completeMilestone", { id, expectedVersion: 9 }]],
    ["a participant", ({ Participant: id }) => ["removeParticipant", { id, expectedVersion: 9 }]],
    [
      "a contribution",
      ({ Contribution: id }) => ["deliverContribution", { id, expectedVersion: 1 }],
    ],
  ];
  const kinds: Kind[] = ["ActionPlan", "Action", "Milestone", "Participant", "Contribution"];
  const known = () =>
    Object.fromEntries(
      scene.things
        .filter(({ row }) => /in own|own plan/.test(row))
        .map(({ kind, id }) => [kind, id]),
    ) as Record<Kind, string>;

  it.each(attempts)("%s", async (_, make) => {
    const nobody = Object.fromEntries(kinds.map((kind) => [kind, newId()]));
    const [mutation, hidden] = make(known());
    const [, absent] = make(nobody as Record<Kind, string>);
    const requester = scene.client("unrelated");
    const found = await scene.world.unchangedBy(() => refused(requester, mutation, { ...hidden }));
    expect(found.code).toBe("NOT_FOUND");
    expect(found).toEqual(await refused(requester, mutation, { ...absent }));
  });

  it("what a contribution passes on, and what a report corrects", async () => {
    const requester = await scene.world.member(scene.lead, "COORDINATOR");
    const actionId = scene.thing("action of public plan").id;
    const { version } = await scene.world.seen("action", actionId);
    const pledge = { actionId, kind: "FUNDS", amount: "1" };
    const link = {
      contributionId: (await scene.world.pledge(scene.lead, { id: actionId })).id,
      amount: "1",
    };
    const statement = { actionId, expectedVersion: version, progress: 1 };
    const pairs = [
      ["pledgeContribution", pledge, "fundedById", "own gift"],
      ["addFunding", link, "sourceId", "own gift"],
      ["reportProgress", statement, "correctsId", "own report"],
    ] as const;
    for (const [mutation, input, field, name] of pairs) {
      const hidden = await refused(requester, mutation, {
        ...input,
        [field]: scene.thing(name).id,
      });
      expect([hidden.code, hidden.paths]).toEqual(["NOT_FOUND", [`input.${field}`]]);
      expect(hidden).toEqual(await refused(requester, mutation, { ...input, [field]: newId() }));
    }
  });

  it("an id that a hidden thing has is taken, and no more is said", async () => {
    const requester = await scene.world.member(scene.partner, "COORDINATOR");
    const input = { actionId: scene.thing("action of public plan").id, kind: "FUNDS", amount: "1" };
    const hidden = await refused(requester, "pledgeContribution", {
      ...input,
      id: scene.thing("own plan").id,
    });
    const shown = await refused(requester, "pledgeContribution", {
      ...input,
      id: scene.thing("public plan").id,
    });
    expect([hidden.code, hidden.paths]).toEqual(["CONFLICT", ["input.id"]]);
    expect(hidden).toEqual(shown);
  });
});

describe("Visibility is decided now, not then", () => {
  it("a plan that closes takes its past with it, and a participant who leaves sees it no more", async () => {
    const programme = await scene.world.programme(scene.lead);
    const participants = [{ organisationId: scene.partner.id, role: "FUNDING" }];
    const made = await scene.world.plan(programme, scene.lead, { participants });
    const given = await scene.world.pledge(
      scene.partner,
      await scene.world.action(scene.lead, made),
    );
    const coordinator = await scene.world.member(scene.lead, "COORDINATOR");
    const seenBy = async (viewer: string) => {
      const found = await ask<{ node: object | null; changes: { totalCount: number } }>(
        scene.client(viewer),
        `query ($plan: ID!, $gift: ID!) {
          node(id: $gift) { id } changes(where: { plan: { id: { eq: $plan } } }) { totalCount } }`,
        { plan: made.id, gift: given.id },
      );
      return [found.node !== null, found.changes.totalCount];
    };
    expect(await seenBy("visitor")).toEqual([true, 4]);
    const close = { id: made.id, expectedVersion: 1, visibility: "PARTICIPANTS" };
    await write(coordinator, "updateActionPlan", close);
    expect([await seenBy("visitor"), await seenBy("partner")]).toEqual([
      [false, 0],
      [true, 5],
    ]);
    const { rows: parts } = await scene.world.hub.sql.query<{ id: string }>(
      "select id from participant where plan_id = $1",
      [made.id],
    );
    await write(coordinator, "removeParticipant", { id: parts[0]?.id, expectedVersion: 1 });
    expect([await seenBy("partner"), await seenBy("lead")]).toEqual([
      [false, 0],
      [true, 6],
    ]);
  });
});

/** References to what everybody sees who sees the row itself, as its own row filter asks for it. */
const implied = {
  Participant: ["plan"],
  Action: ["plan"],
  Milestone: ["action", "plan"],
  Contribution: ["action", "plan"],
  Payment: ["contribution", "reverses"],
  ProgressUpdate: ["action", "plan"],
  Deliberation: ["minutes"],
  Invitation: ["deliberation"],
  Outcome: ["deliberation"],
  OutcomeVersion: ["outcome", "deliberation"],
  OutcomePosition: ["outcome", "deliberation"],
  Minutes: ["deliberation"],
  Acknowledgement: ["minutes", "deliberation"],
  Adoption: ["outcome", "deliberation", "action", "plan"],
  Assessment: ["instrument"],
  Answer: ["assessment"],
  Evidence: ["assessment"],
  Finding: ["assessment"],
  ActionFinding: ["assessment", "action", "plan"],
  FindingReply: ["finding", "action"],
  Review: ["assessment"],
  // An indicator that is hidden has neither targets nor measurements.
  Target: ["indicator"],
  Measurement: ["indicator"],
  GroupMeasurement: ["group"],
  WebhookDelivery: ["webhook"],
  // A comment is hidden with its subject.
  Comment: ["action", "outcome", "assessment", "view"],
};

describe("A change's fields", () => {
  it("hide each id that may be of something hidden: who adds a reference says which kind it is", () => {
    const found = allNouns()
      .filter(({ name }) => name !== "Change")
      .flatMap(({ name, fields }) =>
        [...fields.values()]
          .filter(isReference)
          .filter(({ type }) => type === "reference")
          .filter(({ target }) => nounOf(target()).visible !== seenByAll)
          .map((field) => `${name}.${field.name}`),
      );
    const reported = Object.entries(implied).flatMap(([noun, names]) =>
      names.map((name) => `${noun}.${name}`),
    );
    const hidden = allNouns().flatMap(({ name, fields }) =>
      [...fields.values()]
        .filter((field) => isReference(field) && field.type === "reference" && field.mayBeHidden)
        .map((field) => `${name}.${field.name}`),
    );
    expect(found.sort()).toEqual([...reported, ...hidden].sort());
  });
});
