import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { AssessmentWorld } from "../testkit/assessments/assessment-world.js";
import { TestAssessment } from "../testkit/assessments/test-assessment.js";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let assessing: AssessmentWorld;
let world: World;
let lead: Party;
let owner: Party;
let university: Party;
let stranger: Party;
let open: Written;
let shared: Written;
let writer: CheckedClient;

beforeAll(async () => {
  assessing = await AssessmentWorld.start();
  ({ world, lead, owner, university } = assessing);
  stranger = await world.organisation("NGO");
  open = await world.action(lead, (await assessing.planned()).plan);
  const { plan } = await assessing.planned({ visibility: "PARTICIPANTS" });
  shared = await world.action(lead, plan);
  writer = await world.member(lead, "VIEWER");
});
afterAll(() => world.stop());

const ask = <T>(client: CheckedClient, document: string, variables: object = {}) =>
  client.data<T>(document, variables as never);

const comment = (client: CheckedClient, input: Input) =>
  write(client, "addComment", { id: newId(), body: "Kapan mulai?", ...input });

const fields = `id body takenBackAt author { organisation { id } user { email } }
  replyTo { id } mentionedOrganisations { id } mentionedPersons { email }`;

/** What a client sees of a comment; null where it is absent. */
const seen = async (client: CheckedClient, id: string) =>
  (
    await ask<{ comment: Input | null }>(
      client,
      `query ($id: ID!) { comment(id: $id) { ${fields} } }`,
      { id },
    )
  ).comment;

const userOf = async (client: CheckedClient): Promise<string> =>
  (await ask<{ viewer: { user: { id: string } } }>(client, "{ viewer { user { id } } }")).viewer
    .user.id;

describe("A comment", () => {
  it("is written by every member who reads its subject, under its organisation's name", async () => {
    const { id } = await comment(writer, { actionId: open.id });
    const reply = await comment(await world.member(stranger, "CONTRIBUTOR"), { replyToId: id });
    const { action } = await ask<{ action: { comments: { nodes: Input[] } } }>(
      world.visitor(),
      `query ($id: ID!) { action(id: $id) { comments { nodes { ${fields} replies { nodes { id } } } } } }`,
      { id: open.id },
    );
    const [first, second] = action.comments.nodes;
    expect(first).toMatchObject({
      ...{ id, body: "Kapan mulai?", takenBackAt: null, replyTo: null },
      ...{ author: { organisation: { id: lead.id }, user: null } },
      replies: { nodes: [{ id: reply.id }] },
    });
    expect(second).toMatchObject({ id: reply.id, replyTo: { id } });
    expect(await seen(await world.member(lead, "ADMIN"), id)).toMatchObject({
      author: { user: { email: `viewer@${lead.key}.example` } },
    });
  });

  it("is not a reply to a reply, and about one thing", async () => {
    const { id } = await comment(writer, { actionId: open.id });
    const reply = await comment(writer, { replyToId: id });
    const nested = { body: "x", replyToId: reply.id };
    expect((await refused(writer, "addComment", nested)).paths).toEqual(["input.replyToId"]);
    for (const place of [{}, { actionId: open.id, replyToId: id }]) {
      const found = await refused(writer, "addComment", { body: "x", ...place });
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.actionId"]]);
    }
  });

  it("is seen with its subject, and absent without", async () => {
    const { id } = await comment(writer, { actionId: shared.id });
    const outsider = await world.member(stranger, "ADMIN");
    expect(await seen(writer, id)).toMatchObject({ body: "Kapan mulai?" });
    for (const client of [outsider, world.visitor()]) expect(await seen(client, id)).toBeNull();
    const found = await refused(outsider, "addComment", { body: "x", actionId: shared.id });
    expect([found.code, found.paths]).toEqual(["NOT_FOUND", ["input.actionId"]]);
    const replying = await refused(outsider, "addComment", { body: "x", replyToId: id });
    expect([replying.code, replying.paths]).toEqual(["NOT_FOUND", ["input.replyToId"]]);
  });

  it("is not written by a visitor, a key that reads, or somebody of no organisation", async () => {
    const input = { id: newId(), body: "x", actionId: open.id };
    const code = async (client: CheckedClient) => (await refused(client, "addComment", input)).code;
    expect([
      await code(world.visitor()),
      await code(await world.key(lead, "READ")),
      await code(await world.as("siapa@a.example")),
    ]).toEqual(["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN"]);
    const { id } = await comment(await world.key(lead, "CONTRIBUTE"), { actionId: open.id });
    expect(await seen(await world.member(lead, "ADMIN"), id)).toMatchObject({
      author: { organisation: { id: lead.id }, user: null },
    });
    const removal = { id, expectedVersion: 1 };
    expect((await refused(writer, "takeBackComment", removal)).code).toBe("FORBIDDEN");
    await write(await world.member(lead, "CONTRIBUTOR"), "takeBackComment", removal);
  });
});

describe("Taking a comment back", () => {
  it("leaves its place and its author, and its text nowhere that anybody reads", async () => {
    const body = "Nama Ibu Sri tertulis di sini";
    const mentions = [owner.id];
    const { id } = await comment(writer, { actionId: open.id, body, mentions });
    const other = await world.member(lead, "ADMIN");
    const removal = { id, expectedVersion: 1 };
    for (const client of [other, await world.member(owner, "COORDINATOR")]) {
      const found = await world.unchangedBy(() => refused(client, "takeBackComment", removal));
      expect(found.code).toBe("FORBIDDEN");
    }
    await write(writer, "takeBackComment", removal);
    expect(await seen(world.visitor(), id)).toMatchObject({
      ...{ id, body: null, takenBackAt: expect.any(String), mentionedOrganisations: [] },
      author: { organisation: { id: lead.id } },
    });
    const history = await ask<object>(
      writer,
      `query ($id: ID!) { changes(where: { entityId: { eq: $id } }) { nodes {
        operation fields { name before after } subject { ... on Comment { body } } } } }`,
      { id },
    );
    expect(JSON.stringify(history)).toContain("takeBackComment");
    expect(JSON.stringify(history)).not.toContain("Sri");
    const { rows } = await world.hub.sql.query(
      "select diff->'body'->>'after' as body from change where entity_id = $1 order by position",
      [id],
    );
    expect(rows[0].body).toBe(body);
    const again = await refused(writer, "takeBackComment", { id, expectedVersion: 2 });
    expect(again.error.extensions).toMatchObject({ code: "INVALID_TRANSITION" });
  });

  it("is all that ever changes it, also in the database", async () => {
    const { id } = await comment(writer, { actionId: open.id });
    const edit = world.hub.sql.query("update comment set body = 'lain' where id = $1", [id]);
    await expect(edit).rejects.toThrow();
  });
});

describe("Mentions", () => {
  it("are of organisations and persons who may read it; each finds what mentions them", async () => {
    const colleague = await world.member(lead, "COORDINATOR");
    const mentions = [owner.id, await userOf(colleague)];
    const { id } = await comment(writer, { actionId: shared.id, mentions });
    expect(await seen(colleague, id)).toMatchObject({
      mentionedOrganisations: [{ id: owner.id }],
      mentionedPersons: [{ email: `coordinator@${lead.key}.example` }],
    });
    const found = async (client: CheckedClient, where: object) =>
      (
        await ask<{ comments: { nodes: Written[] } }>(
          client,
          "query ($where: CommentFilter) { comments(where: $where) { nodes { id } } }",
          { where },
        )
      ).comments.nodes.map((one) => one.id);
    const ofOwner = { mentionedOrganisation: { id: { in: [owner.id] } } };
    expect(await found(await world.member(owner, "COORDINATOR"), ofOwner)).toContain(id);
    expect(await found(world.visitor(), ofOwner)).not.toContain(id);
    const ofColleague = { mentionedPerson: { id: { eq: mentions[1] } } };
    expect(await found(colleague, ofColleague)).toEqual([id]);
    // Who does not see the person does not find the comment by it.
    const coordinator = await world.member(owner, "COORDINATOR");
    expect(await found(coordinator, ofColleague)).toEqual([]);
    expect(await seen(coordinator, id)).toMatchObject({ mentionedPersons: [] });
  });

  it("of nobody else, and the refusal is the same for each", async () => {
    const hidden = await userOf(await world.member(stranger, "ADMIN"));
    const messages = new Set<string>();
    for (const one of [stranger.id, hidden, newId()]) {
      const input = { body: "x", actionId: shared.id, mentions: [owner.id, one] };
      const found = await world.unchangedBy(() => refused(writer, "addComment", input));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.mentions.1"]]);
      messages.add(found.error.message);
    }
    expect(messages.size).toBe(1);
    await comment(writer, { actionId: open.id, mentions: [stranger.id] });
  });
});

describe("Comments on outcomes and assessments", () => {
  it("are theirs, and in the stream of their plan or deliberation", async () => {
    const meeting = await TestDeliberation.inSession(world, lead, [lead, owner]);
    const { id: outcomeId } = await meeting.propose(lead);
    const { id } = await comment(writer, { outcomeId });
    const { outcome } = await ask<{ outcome: Input }>(
      writer,
      "query ($id: ID!) { outcome(id: $id) { comments { nodes { id } } } }",
      { id: outcomeId },
    );
    expect(outcome).toEqual({ comments: { nodes: [{ id }] } });
    const { rows } = await world.hub.sql.query(
      "select entity, plan_id is not null as plan, deliberation_id is not null as meeting from change where entity_id = any($1) order by position",
      [[id, (await comment(writer, { actionId: open.id })).id]],
    );
    expect(rows).toEqual([
      { entity: "Comment", plan: false, meeting: true },
      { entity: "Comment", plan: true, meeting: false },
    ]);
  });

  it("from before an assessment's publication stay with those who work on it", async () => {
    const assessment = await (
      await TestAssessment.offered(world, await assessing.planned())
    ).submitted();
    const assessor = await assessment.assessor;
    const early = await comment(assessor, { assessmentId: assessment.id, body: "Rahasia" });
    await assessment.publish();
    const late = await comment(writer, { assessmentId: assessment.id, body: "Terbuka" });
    const shown = (client: CheckedClient) => assessment.shown("comments { nodes { id } }", client);
    expect(await shown(world.visitor())).toEqual({ comments: { nodes: [{ id: late.id }] } });
    expect(await seen(await world.member(stranger, "ADMIN"), early.id)).toBeNull();
    expect(await shown(await world.member(university, "VIEWER"))).toEqual({
      comments: { nodes: [{ id: early.id }, { id: late.id }] },
    });
  });
});
