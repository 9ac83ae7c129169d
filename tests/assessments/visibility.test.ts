import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  type Setting,
  TestAssessment,
} from "../testkit/assessments/test-assessment.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { tokenFor } from "../testkit/hub/index.js";
import { documents, watch } from "../testkit/live/live-world.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

// An assessment at work is seen by the university, the programme's coordinators and the reviewing
// organisation; one that was published by those who see its subject. What one may not see looks absent.

/** Who looks, and whether they may see what is at work. */
const viewers: Record<string, boolean> = {
  "a visitor": false,
  "another university's admin": false,
  "the operator": false,
  "the lead's coordinator": false,
  "a participant's viewer": false,
  "the owner's viewer": false,
  "the owner's coordinator": true,
  "the reviewer's viewer": true,
  "the university's viewer": true,
};

let world: World;
const parties: Record<string, Party> = {};
const clients: Record<string, CheckedClient> = {};
let programme: Written;
let area: Written;
let open: { plan: Written; action: Written };
let shared: { plan: Written; action: Written };
let instrument: { id: string; key: string };
/** In review, with all that it can have. */
let working: TestAssessment;
/** All that hangs on it, by type. */
let hidden: { kind: string; id: string }[];

const party = (name: string): Party => parties[name] as Party;
const client = (name: string): CheckedClient => clients[name] as CheckedClient;

beforeAll(async () => {
  world = await World.start();
  for (const name of ["university", "another", "owner", "reviewer", "lead", "participant"]) {
    parties[name] = await world.organisation();
  }
  Object.assign(clients, {
    "a visitor": world.visitor(),
    "another university's admin": await world.member(party("another"), "ADMIN"),
    "the operator": await world.operator,
    "the lead's coordinator": await world.member(party("lead"), "COORDINATOR"),
    "a participant's viewer": await world.member(party("participant"), "VIEWER"),
    "the owner's viewer": await world.member(party("owner"), "VIEWER"),
    "the owner's coordinator": await world.member(party("owner"), "COORDINATOR"),
    "the reviewer's viewer": await world.member(party("reviewer"), "VIEWER"),
    "the university's viewer": await world.member(party("university"), "VIEWER"),
  });
  programme = await world.programme(party("owner"));
  const place = { key: "kawasan", name: "K", regions: ["36"], programmeId: programme.id };
  area = await write(client("the owner's coordinator"), "createArea", place);
  instrument = await publishedInstrument(world, party("university"));
  open = await planned({ visibility: "PUBLIC" });
  shared = await planned({ visibility: "PARTICIPANTS" });
  working = await made(open, "rahasia");
  await working.step("beginReview", { reviewerId: party("reviewer").id });
  await working.review("RETURN", party("reviewer"), { summary: "ulasan-rahasia" });
  hidden = await subjectsOf(working);
});
afterAll(() => world.stop());

/** A plan of the area in which the university has a part that leaves it independent. */
async function planned(more: object) {
  const participants = ["university", "participant"].map((name) => ({
    ...{ organisationId: party(name).id, role: "EXTENDING" },
  }));
  const plan = await world.plan(programme, party("lead"), {
    ...{ participants, areaId: area.id, ...more },
  });
  return { plan, action: await world.action(party("lead"), plan) };
}

const settingOf = (subject: Setting["subject"]): Setting => ({
  ...{ university: party("university"), owner: party("owner"), instrument, subject },
});

/** An assessment of a plan with something of everything, handed in; `mark` is in each text of it. */
async function made({ plan, action }: typeof open, mark: string): Promise<TestAssessment> {
  const assessment = await TestAssessment.offered(world, settingOf({ planId: plan.id }));
  await assessment.add("addFinding", { text: `temuan-${mark}`, actionIds: [action.id] });
  await assessment.add("assessAction", {
    ...{ actionId: action.id, completion: "LIMITED", note: `catatan-${mark}` },
  });
  await assessment.add("addEvidence", { title: `bukti-${mark}`, address: "https://a.example" });
  await assessment.answer({ question: "a-1", scale: 3, note: `jawaban-${mark}` });
  await assessment.submit();
  return assessment;
}

/** Of an assessment and all that was ever written in it, the types and ids. */
async function subjectsOf({ id }: TestAssessment) {
  const { rows } = await world.hub.sql.query<{ kind: string; id: string }>(
    `select distinct entity as kind, entity_id as id from change
     where entity_id = $1 or diff->'assessment'->>'after' = $1::text
       or diff->'assessment'->>'before' = $1::text order by 1, 2`,
    [id],
  );
  return rows;
}

const ask = <T>(requester: CheckedClient, document: string, variables: object = {}) =>
  requester.data<T>(document, variables as never);

interface List {
  totalCount: number;
  nodes: { id: string }[];
}

/** Whether each of these lists has something in it: all must say the same. */
async function counted(requester: CheckedClient, lists: readonly string[]): Promise<boolean> {
  const text = lists.map((list, at) => `f${at}: ${list} { totalCount }`).join(" ");
  const found = await ask<Record<string, { totalCount: number }>>(requester, `{ ${text} }`);
  const counts = Object.values(found).map(({ totalCount }) => totalCount);
  expect(counts).toEqual(counts.map(() => counts[0]));
  return counts[0] === 1;
}

describe.each(Object.keys(viewers))("What %s may see of an assessment at work", (viewer) => {
  const sees = viewers[viewer] ?? false;

  it("by id, and by the ids of all that hangs on it", async () => {
    const ids = hidden.map(({ id }) => id);
    const single = ids.map((id, at) => `n${at}: node(id: "${id}") { id }`).join(" ");
    const { nodes, one, ...found } = await ask<Record<string, { id: string } | null>>(
      client(viewer),
      `query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } one: assessment(id: $id) { id } ${single} }`,
      { ids, id: working.id },
    );
    const all = Object.values(found).map((node) => node?.id ?? null);
    expect(nodes).toEqual(sees ? ids.map((id) => ({ id })) : ids.map(() => null));
    expect([one, all]).toEqual(sees ? [{ id: working.id }, ids] : [null, ids.map(() => null)]);
  });

  it("in lists and totals, along edges, by filters", async () => {
    const id = `{ eq: "${working.id}" }`;
    const within = "{ answer: { score: { gte: 0 } }, status: { eq: IN_REVIEW } }";
    const seen = await counted(client(viewer), [
      `assessments(where: { id: ${id} })`,
      `assessments(where: ${within})`,
      'assessments(where: { finding: { text: { contains: "rahasia" } } })',
      `assessments(where: { actionFinding: { completion: { eq: LIMITED } }, id: ${id} })`,
      `areas(where: { assessment: { id: ${id} } })`,
      `actionPlans(where: { assessment: ${within} })`,
      'actions(where: { finding: { text: { eq: "temuan-rahasia" } } })',
      `changes(where: { entityId: { eq: "${working.id}" }, kind: { eq: CREATED } })`,
    ]);
    expect(seen).toBe(sees);
    const found = await ask<Record<string, Record<string, List>>>(
      client(viewer),
      `query ($plan: ID!, $area: ID!, $action: ID!, $key: String!) {
        actionPlan(id: $plan) { assessments { totalCount nodes { id } } }
        area(id: $area) { assessments { totalCount nodes { id } } }
        instruments(where: { key: { eq: $key } }) { nodes { assessments { totalCount nodes { id } } } }
        action(id: $action) { findings { text } assessed { completion } divergence }
      }`,
      { plan: open.plan.id, area: area.id, action: open.action.id, key: instrument.key },
    );
    const { action, instruments, ...edges } = found;
    const of = (instruments as unknown as { nodes: Record<string, List>[] }).nodes[0];
    const list = { totalCount: Number(sees), nodes: sees ? [{ id: working.id }] : [] };
    for (const edge of [...Object.values(edges), of]) expect(edge?.assessments).toEqual(list);
    expect(action).toEqual({
      ...{ findings: sees ? [{ text: "temuan-rahasia" }] : [], assessed: null, divergence: null },
    });
  });

  it("in no id and no word of the ledger", async () => {
    const found = await ask<object>(
      client(viewer),
      `{ changes(last: 200) { nodes { entityId subject { id } fields { name before after } } }
        actions { nodes { id findings { text } history { nodes { fields { before after } } } } }
        assessments { nodes { id history { nodes { fields { before after } } } } } }`,
    );
    const text = JSON.stringify(found);
    const words = ["temuan-rahasia", "catatan-rahasia", "bukti-rahasia", "jawaban-rahasia"];
    const marks = [...words, "ulasan-rahasia", ...hidden.map(({ id }) => id)];
    expect(marks.filter((mark) => text.includes(mark))).toEqual(sees ? marks : []);
  });
});

describe("Its errors are those of an absent one", () => {
  const version = { expectedVersion: 99 };
  const attempts: [mutation: string, kind: string, input: (id: string) => object][] = [
    ["answerAssessment", "Assessment", (id) => ({ id, ...version, answers: [] })],
    ["submitAssessment", "Assessment", (id) => ({ id, ...version })],
    ["publishAssessment", "Assessment", (id) => ({ id, ...version })],
    ["withdrawAssessment", "Assessment", (id) => ({ id, ...version, reason: "x" })],
    ["reviewAssessment", "Assessment", (assessmentId) => ({ assessmentId, verdict: "ACCEPT" })],
    ["correctAssessment", "Assessment", (assessmentId) => ({ assessmentId })],
    ["addFinding", "Assessment", (assessmentId) => ({ assessmentId, text: "x" })],
    ["updateFinding", "Finding", (id) => ({ id, ...version, text: "x" })],
    ["removeFinding", "Finding", (id) => ({ id, ...version })],
    ["removeActionFinding", "ActionFinding", (id) => ({ id, ...version })],
    ["removeEvidence", "Evidence", (id) => ({ id, ...version })],
    ["replyToFinding", "ActionFinding", (findingId) => ({ findingId, text: "x" })],
  ];

  it.each(attempts)("%s of its %s", async (mutation, kind, input) => {
    const id = hidden.find((one) => one.kind === kind)?.id ?? "";
    const attempt = (of: string) =>
      refused(client("another university's admin"), mutation, { ...input(of) });
    const found = await world.unchangedBy(() => attempt(id));
    expect(found.code).toBe("NOT_FOUND");
    expect(found).toEqual(await attempt(newId()));
  });
});

const shownTo = async (
  assessment: TestAssessment,
  fields: string,
  names = Object.keys(viewers),
) => {
  const found: Record<string, unknown> = {};
  for (const name of names) found[name] = await assessment.shown(fields, client(name));
  return found;
};

describe("Independence", () => {
  it.each([
    ["PUBLIC", { reason: "NOT_INDEPENDENT", role: "FUNDING" }],
    ["PARTICIPANTS", { reason: "NOT_INDEPENDENT" }],
  ])(
    "shows a part in a %s plan what the requester may see of the plan",
    async (visibility, reported) => {
      const [other, funder] = [await world.organisation(), await world.organisation()];
      const place = { key: world.unique("tempat"), name: "T", regions: ["36"] };
      const { id: areaId } = await write(await world.operator, "createArea", place);
      const participants = [{ organisationId: funder.id, role: "FUNDING" }];
      await world.plan(programme, party("lead"), { participants, areaId, visibility });
      const own = await world.programme(other);
      await world.plan(own, other, { areaId });
      const refusal = await refused(await world.member(other, "COORDINATOR"), "assignAssessment", {
        ...{ instrumentId: instrument.id, universityId: funder.id, round: "AD_HOC" },
        ...{ areaId, programmeId: own.id },
      });
      const { code, fields, ...details } = refusal.error.extensions;
      expect([code, details]).toEqual(["FORBIDDEN", reported]);
      expect(JSON.stringify(refusal).includes("funds it")).toBe(visibility === "PUBLIC");
      expect(fields).toHaveLength(1);
    },
  );
});

describe("A published assessment", () => {
  it("is everybody's, but its reviews, which stay with those at work on it", async () => {
    const assessment = await (await made(open, "terbuka")).publish();
    const found = await shownTo(
      assessment,
      "status answers { note } findings { text } reviews { summary }",
    );
    for (const [viewer, shown] of Object.entries(found)) {
      // Here the owner is the reviewing organisation.
      const works = /owner|the university/.test(viewer);
      expect([viewer, shown]).toEqual([
        viewer,
        {
          ...{ status: "PUBLISHED", answers: [{ note: "jawaban-terbuka" }] },
          findings: [{ text: "temuan-terbuka" }],
          reviews: works ? [{ summary: "Ulasan" }] : [],
        },
      ]);
    }
    const changes = (name: string) =>
      ask<{ changes: List }>(
        client(name),
        '{ changes(where: { entity: { eq: "Review" } }) { totalCount nodes { position } } }',
      );
    expect((await changes("a visitor")).changes.totalCount).toBe(0);
  });

  it("of a plan is seen by those who see the plan, now", async () => {
    const { plan, action } = await planned({ visibility: "PARTICIPANTS" });
    const assessment = await (await made({ plan, action }, "rencana")).publish();
    const sees = async () =>
      Object.entries(await shownTo(assessment, "id")).flatMap(([name, shown]) =>
        shown ? [name] : [],
      );
    const inside = Object.keys(viewers).filter((name) =>
      /lead|participant|owner|the uni/.test(name),
    );
    expect(await sees()).toEqual(inside);
    const counts = async () => {
      const document = `query ($id: ID!) { changes(where: { plan: { id: { eq: $id } }, entity: { in: ["Assessment", "Answer", "Finding"] } }) { totalCount } }`;
      const { changes } = await ask<{ changes: List }>(client("a visitor"), document, {
        id: plan.id,
      });
      return changes.totalCount;
    };
    expect(await counts()).toBe(0);
    const show = { ...(await world.seen("action_plan", plan.id)), visibility: "PUBLIC" };
    const { version: expectedVersion, ...more } = show;
    const input = { id: plan.id, expectedVersion, ...more };
    await write(client("the lead's coordinator"), "updateActionPlan", input);
    expect(await sees()).toEqual(Object.keys(viewers));
    expect(await counts()).toBeGreaterThan(5);
  });

  it("at work shows its reviewer nothing of where a plan is that it may not see", async () => {
    const assessment = await made(shared, "tempat");
    await assessment.step("beginReview", { reviewerId: party("reviewer").id });
    const lists = `area(id: "${area.id}") { assessments(where: { id: { eq: "${assessment.id}" } }) { totalCount } }
      areas(where: { assessment: { id: { eq: "${assessment.id}" } } }) { totalCount }`;
    const asked = `{ assessment(id: "${assessment.id}") { plan { id } } ${lists} }`;
    expect(await ask(client("the reviewer's viewer"), asked)).toEqual({
      assessment: { plan: null },
      area: { assessments: { totalCount: 0 } },
      areas: { totalCount: 0 },
    });
    expect(await ask(client("the university's viewer"), asked)).toEqual({
      assessment: { plan: { id: shared.plan.id } },
      area: { assessments: { totalCount: 1 } },
      areas: { totalCount: 1 },
    });
  });

  it("of an area shows hidden plans' actions to those alone who see them", async () => {
    const subject = { areaId: area.id };
    const assessment = await TestAssessment.offered(world, settingOf(subject));
    const actionIds = [shared.action.id, open.action.id];
    const finding = await assessment.add("addFinding", { text: "Keduanya", actionIds });
    for (const actionId of actionIds) {
      await assessment.add("assessAction", { actionId, completion: "LIMITED" });
    }
    await (await assessment.submitted()).publish();
    const reported = async (name: string) => {
      const shown = await assessment.shown<{
        findings: { actions: { id: string }[] }[];
        actionFindings: { action: { id: string } }[];
      }>("findings { actions { id } } actionFindings { action { id } }", client(name));
      const { changes } = await ask<{
        changes: { nodes: { fields: { name: string; after: string[] }[] }[] };
      }>(
        client(name),
        "query ($id: ID!) { changes(where: { entityId: { eq: $id }, kind: { eq: CREATED } }) { nodes { fields { name before after } } } }",
        { id: finding.id },
      );
      const [line] = changes.nodes;
      return [
        shown?.findings[0]?.actions.map(({ id }) => id),
        shown?.actionFindings.map(({ action }) => action.id).sort(),
        line?.fields.find(({ name: field }) => field === "actions")?.after,
      ];
    };
    for (const name of Object.keys(viewers)) {
      const inside = /lead|participant|owner's c|the uni/.test(name);
      const ids = inside ? actionIds : [open.action.id];
      expect([name, ...(await reported(name))]).toEqual([name, ids, ids.toSorted(), ids]);
    }
  });
});

describe("What was taken away", () => {
  const changesOf = async (name: string, id: string) => {
    const { changes } = await ask<{ changes: { nodes: { kind: string }[] } }>(
      client(name),
      "query ($id: ID!) { changes(where: { entityId: { eq: $id } }) { nodes { kind } } }",
      { id },
    );
    return changes.nodes.map(({ kind }) => kind);
  };

  it("before the publication is shown to the university and the programme's coordinators alone", async () => {
    const assessment = await TestAssessment.offered(world, settingOf({ planId: open.plan.id }));
    const { id } = await assessment.add("addFinding", { text: "salah" });
    const { id: other } = await assessment.add("assessAction", {
      ...{ actionId: open.action.id, completion: "UNCLEAR" },
    });
    const assessor = await assessment.assessor;
    await write(assessor, "removeFinding", { id, expectedVersion: 1 });
    await write(assessor, "removeActionFinding", { id: other, expectedVersion: 1 });
    await (await assessment.submitted()).publish();
    for (const name of Object.keys(viewers)) {
      const works = /owner's c|the uni/.test(name);
      for (const gone of [id, other]) {
        expect([name, await changesOf(name, gone)]).toEqual([
          name,
          works ? ["CREATED", "DELETED"] : [],
        ]);
      }
    }
  });

  it("of a plan that the university sees no more is not shown to it", async () => {
    const { plan, action } = await planned({ visibility: "PARTICIPANTS" });
    const assessment = await TestAssessment.offered(world, settingOf({ areaId: area.id }));
    const { id } = await assessment.add("assessAction", {
      ...{ actionId: action.id, completion: "UNCLEAR" },
    });
    const assessor = await assessment.assessor;
    await write(assessor, "removeActionFinding", { id, expectedVersion: 1 });
    expect(await changesOf("the university's viewer", id)).toEqual(["CREATED", "DELETED"]);
    const { rows } = await world.hub.sql.query<{ id: string }>(
      "select id from participant where plan_id = $1 and organisation_id = $2",
      [plan.id, party("university").id],
    );
    const part = { id: rows[0]?.id, expectedVersion: 1 };
    await write(client("the lead's coordinator"), "removeParticipant", part);
    expect(await changesOf("the university's viewer", id)).toEqual([]);
    expect(await changesOf("the owner's coordinator", id)).toEqual(["CREATED", "DELETED"]);
  });
});

describe("The streams", () => {
  const socketOf = async (name?: string, role = "viewer") =>
    world.hub.socket(name ? await tokenFor(`${role}@${party(name).key}.example`) : undefined);

  const sentinel = async (): Promise<number> => {
    const key = world.unique("penanda");
    const input = { key, name: key, sector: "NGO" };
    return (await write(await world.operator, "createOrganisation", input)).position;
  };

  it("show what is at work to those at work on it, and of the publication to all", async () => {
    const { plan, action } = await planned({});
    const after = await sentinel();
    const streams = {
      visitor: watch(await socketOf(), { after }, documents.changes),
      lead: watch(await socketOf("lead", "coordinator"), { after }, documents.changes),
      university: watch(await socketOf("university"), { after }, documents.changes),
    };
    const ofPlan = watch(await socketOf(), { id: plan.id, after }, documents.plan);
    const assessment = await made({ plan, action }, "siaran");
    const last = await sentinel();
    const reported = async (
      stream: { upTo(position: number): Promise<{ position: number }[]> },
      to: number,
    ) => (await stream.upTo(to)).slice(0, -1).map(({ position }) => position);
    const own = Array.from({ length: last - after - 1 }, (_, at) => after + 1 + at);
    expect([
      await reported(streams.visitor, last),
      await reported(streams.lead, last),
      await reported(streams.university, last),
    ]).toEqual([[], [], own]);
    await assessment.publish();
    const { position } = await world.report(party("lead"), action, { progress: 5 });
    const seen = await streams.visitor.upTo(position);
    const operations = seen.map(({ operation, entity }) => `${operation} ${entity}`);
    expect(operations).toContain("publishAssessment Assessment");
    expect(operations.filter((one) => one.endsWith(" Review"))).toEqual([]);
    const first = await ofPlan.next();
    expect((first as unknown as { change: { entity: string } }).change.entity).toBe("Assessment");
    for (const stream of [...Object.values(streams), ofPlan]) await stream.stop();
  });
});
