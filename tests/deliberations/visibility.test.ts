import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { documents, type Watch, watch } from "../testkit/live/live-world.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party } from "../testkit/world/world.js";
import { type Hidden, RembukScene, viewers } from "./visibility-scene.js";

let scene: RembukScene;

beforeAll(async () => {
  scene = await RembukScene.make();
});
afterAll(() => scene.world.stop());

const ask = <T>(requester: CheckedClient, document: string, variables: object = {}) =>
  requester.data<T>(document, variables as never);

interface List {
  totalCount: number;
  nodes: { id: string }[];
  edges: { node: { id: string } }[];
}

const page = "totalCount nodes { id } edges { node { id } }";

/** The ids of a list, which must agree with its edges and its count. */
function idsOf(list: List): string[] {
  const found = list.nodes.map(({ id }) => id);
  expect(list.edges.map(({ node }) => node.id)).toEqual(found);
  expect(list.totalCount).toBe(found.length);
  return found;
}

type Look = (requester: CheckedClient) => Promise<string[]>;

const hiddenIds = () => scene.hidden.map(({ id }) => id);
const deliberation = () => scene.id("hidden deliberation");
const outcome = () => scene.id("hidden outcome");
const other = () => scene.id("other hidden outcome");

/** Of lists by their fields' names, whether each holds anything: all must say the same. */
async function counted(requester: CheckedClient, fields: readonly string[]): Promise<boolean> {
  const text = fields.map((field, at) => `f${at}: ${field} { totalCount }`).join(" ");
  const found = await ask<Record<string, { totalCount: number }>>(requester, `{ ${text} }`);
  const counts = Object.values(found).map(({ totalCount }, at) => [fields[at], totalCount]);
  const [first] = counts;
  expect(counts).toEqual(fields.map((field) => [field, first?.[1]]));
  return first?.[1] === 1;
}

/** Ways of looking, each with the ids that one who may see everything finds by it. */
const ways: Record<string, [all: () => string[], look: Look]> = {
  "in the lists of deliberations and outcomes, and their totals": [
    () => [
      ...Array(5).fill(deliberation()),
      ...Array(3).fill(outcome()),
      ...Array(2).fill(other()),
    ],
    async (requester) => {
      const found = await ask<Record<string, List>>(
        requester,
        `query ($ids: [ID!]!) {
          deliberations { ${page} }
          keyed: deliberations(where: { eq: "rembuk-rahasia" }) { ${page} }
          titled: deliberations(where: { title: { contains: "kata-rahasia" } }) { ${page} }
          invited: deliberations(where: { invitation: { sector: { eq: UNIVERSITY } } }) { ${page} }
          acknowledged: deliberations(where: { minutes: { acknowledgement: {} } }) { ${page} }
          outcomes { ${page} }
          byId: outcomes(where: { in: $ids }) { ${page} }
          worded: outcomes(where: { text: { contains: "kata-rahasia" } }) { ${page} }
        }`,
        { ids: [outcome()] },
      );
      const among = Object.values(found).flatMap(idsOf);
      return among.filter((id) => hiddenIds().includes(id));
    },
  ],
  "one by one, by id and by key": [
    () => [deliberation(), deliberation(), outcome()],
    async (requester) => {
      const found = await ask<Record<string, { id: string } | null>>(
        requester,
        `query ($d: ID!, $o: ID!) {
          byId: deliberation(id: $d) { id } byKey: deliberation(key: "rembuk-rahasia") { id }
          outcome(id: $o) { id } }`,
        { d: deliberation(), o: outcome() },
      );
      return Object.values(found).flatMap((one) => one?.id ?? []);
    },
  ],
  "by node and by nodes, whatever hangs on it": [
    () => [...hiddenIds(), ...hiddenIds()],
    async (requester) => {
      const each = hiddenIds().map((id, at) => `n${at}: node(id: "${id}") { id }`);
      const { nodes, ...single } = await ask<Record<string, { id: string } | null>>(
        requester,
        `query ($ids: [ID!]!) { nodes(ids: $ids) { id } ${each.join(" ")} }`,
        { ids: hiddenIds() },
      );
      const found = [...Object.values(single), ...(nodes as unknown as { id: string }[])];
      return found.flatMap((one) => one?.id ?? []);
    },
  ],
  "along the edges of what is public": [
    () => [outcome(), deliberation(), deliberation(), outcome(), outcome()],
    async (requester) => {
      interface Edges {
        action: { outcomes: { id: string }[] };
        programme: { deliberations: List };
        area: { deliberations: List };
        later: { supersedes: { id: string } | null };
        earlier: { supersededBy: List };
      }
      const { action, programme, area, later, earlier } = await ask<Edges>(
        requester,
        `query ($action: ID!, $programme: ID!, $area: ID!, $later: ID!, $earlier: ID!) {
          action(id: $action) { outcomes { id } }
          programme(id: $programme) { deliberations { ${page} } }
          area(id: $area) { deliberations { ${page} } }
          later: outcome(id: $later) { supersedes { id } }
          earlier: outcome(id: $earlier) { supersededBy { ${page} } }
        }`,
        {
          action: scene.id("action"),
          programme: scene.id("programme"),
          area: scene.id("area"),
          later: scene.id("later outcome"),
          earlier: scene.id("earlier outcome"),
        },
      );
      return [
        ...action.outcomes.map(({ id }) => id),
        ...idsOf(programme.deliberations),
        ...idsOf(area.deliberations),
        ...(later.supersedes ? [later.supersedes.id] : []),
        ...idsOf(earlier.supersededBy),
      ];
    },
  ],
  "by filters that lead to it, and what follows from it": [
    () => [outcome()],
    async (requester) => {
      const text = `id: { eq: "${outcome()}" }, text: { eq: "kata-rahasia-hasil" }`;
      const title = 'title: { eq: "kata-rahasia-judul" }';
      const seen = await counted(requester, [
        `areas(where: { deliberation: { ${title} } })`,
        `programmes(where: { deliberation: { ${title} } })`,
        `programmes(where: { deliberation: { outcome: { ${text} } } })`,
        `actions(where: { outcome: { ${text} } })`,
        `actions(where: { outcome: { deliberation: { ${title} } } })`,
        `outcomes(where: { supersedes: { ${text} } })`,
        `outcomes(where: { supersedes: { id: { eq: "${outcome()}" } } })`,
        `outcomes(where: { eq: "${scene.id("earlier outcome")}", isSuperseded: { eq: true } })`,
        `deliberations(where: { outcome: { supersedes: { ${text} } } })`,
      ]);
      return seen ? [outcome()] : [];
    },
  ],
  "in the ledger, by its changes and their subjects": [
    () => hiddenIds(),
    async (requester) => {
      type Change = { entityId: string; subject: { id: string }; deliberation: { id: string } };
      const { changes } = await ask<{ changes: { totalCount: number; nodes: Change[] } }>(
        requester,
        `query ($ids: [ID!]!) { changes(first: 200, where: { entityId: { in: $ids }, kind: { eq: CREATED } }) {
          totalCount nodes { entityId subject { id } deliberation { id } } } }`,
        { ids: hiddenIds() },
      );
      expect(changes.totalCount).toBe(changes.nodes.length);
      for (const { entityId, subject, deliberation: of } of changes.nodes) {
        expect([subject.id, of.id]).toEqual([entityId, deliberation()]);
      }
      return changes.nodes.map(({ entityId }) => entityId);
    },
  ],
};

describe.each(Object.keys(viewers))("What %s may see of a rembuk among others", (viewer) => {
  const sees = viewers[viewer] ?? false;

  it.each(Object.keys(ways))("%s", async (way) => {
    const [all, look] = ways[way] ?? [];
    const found = (await look?.(scene.client(viewer))) ?? [];
    expect(found.toSorted()).toEqual(sees ? all?.().toSorted() : []);
  });

  it("in no id and no word of anything that they can read", async () => {
    const found = await ask<object>(
      scene.client(viewer),
      `{
        changes(first: 200, where: { position: { gte: 1 } }) {
          nodes { entityId deliberation { id } fields { name before after } } }
        last: changes(last: 200) { nodes { entityId deliberation { id } fields { name before after } } }
        outcomes { nodes { id text isSuperseded supersedes { id text } deliberation { id title }
          adoptions { id } actions { id } versions { text } } }
        actions { nodes { id outcomes { id text } history { nodes { fields { before after } } } } }
        deliberations { nodes { id title invitations { delegates } history { nodes { fields { before after } } } } }
      }`,
    );
    const text = JSON.stringify(found);
    const marks = [...hiddenIds(), ...scene.words];
    const reported = marks.filter((mark) => text.includes(mark));
    if (sees) expect(reported).toEqual(expect.arrayContaining(scene.words));
    else expect(reported).toEqual([]);
  });

  it("in the ledger's word of an outcome that takes a hidden one's place", async () => {
    const { changes } = await ask<{ changes: { nodes: { fields: Record<string, unknown>[] }[] } }>(
      scene.client(viewer),
      `query ($id: ID!) { changes(where: { entityId: { eq: $id }, kind: { eq: CREATED } }) {
        nodes { fields { name before after } } } }`,
      { id: scene.id("later outcome") },
    );
    const field = changes.nodes[0]?.fields.find(({ name }) => name === "supersedes");
    expect(field).toMatchObject({ before: null, after: sees ? outcome() : null });
  });

  it("of actions that an open outcome became, only those of plans that they may see", async () => {
    const found = await ask<Record<string, unknown>>(
      scene.client(viewer),
      `query ($id: ID!) {
        outcome(id: $id) { status hasAction actions { id } adoptions { action { id } } }
        outcomes(where: { eq: $id, hasAction: { eq: true } }) { totalCount }
        followed: outcomes(where: { eq: $id, status: { eq: FOLLOWED_UP } }) { totalCount }
        adoptions: changes(where: { entity: { eq: "Adoption" }, kind: { eq: CREATED },
          deliberation: { outcome: { id: { eq: $id } } } }) { totalCount }
      }`,
      { id: scene.id("later outcome") },
    );
    // The plan is seen by its lead alone, which is the convener.
    const convenes = viewer === "the convener's viewer";
    const action = { id: scene.id("own action") };
    expect(found).toEqual({
      outcome: {
        status: convenes ? "FOLLOWED_UP" : "AGREED",
        hasAction: convenes,
        actions: convenes ? [action] : [],
        adoptions: convenes ? [{ action }] : [],
      },
      outcomes: { totalCount: Number(convenes) },
      followed: { totalCount: Number(convenes) },
      adoptions: { totalCount: Number(convenes) },
    });
  });
});

describe("What an open rembuk's record shows of a hidden one", () => {
  it("is not the text of the outcome whose place it takes", async () => {
    const { deliberation: later } = await ask<{
      deliberation: { minutes: { document: string; html: string } };
    }>(
      scene.client("a visitor"),
      "query ($id: ID!) { deliberation(id: $id) { minutes { document html } } }",
      { id: scene.id("later deliberation") },
    );
    const { document, html } = later.minutes;
    expect(scene.words.filter((word) => document.includes(word) || html.includes(word))).toEqual(
      [],
    );
  });

  it("is shown where everybody may see it", async () => {
    const { deliberation: hidden } = await ask<{ deliberation: { minutes: { document: string } } }>(
      scene.client("the convener's viewer"),
      "query ($id: ID!) { deliberation(id: $id) { minutes { document } } }",
      { id: deliberation() },
    );
    const [first] = JSON.parse(hidden.minutes.document).outcomes;
    expect(first.supersedes).toMatchObject({ id: scene.id("earlier outcome"), text: "Usul" });
  });

  it("is no document in the ledger's word of the minutes, for any viewer", async () => {
    for (const viewer of Object.keys(viewers)) {
      const { changes } = await ask<{ changes: { nodes: { fields: { name: string }[] }[] } }>(
        scene.client(viewer),
        `{ changes(where: { entity: { eq: "Minutes" } }) { nodes { fields { name before after } } } }`,
      );
      const names = changes.nodes.map(({ fields }) => fields.map(({ name }) => name));
      expect(names).toHaveLength(viewers[viewer] ? 3 : 2);
      for (const reported of names)
        expect(reported).toEqual(["closedAt", "deliberation", "sha256", "sources"]);
    }
  });
});

describe("A hidden rembuk's errors are those of an absent one", () => {
  type Input = Record<string, unknown>;
  const version = { expectedVersion: 99 };
  const attempts: [mutation: string, of: Hidden["kind"], input: (id: string) => Input][] = [
    ["updateDeliberation", "Deliberation", (id) => ({ id, ...version, place: "x" })],
    ["closeDeliberation", "Deliberation", (id) => ({ id, ...version })],
    ["inviteOrganisation", "Deliberation", (deliberationId) => ({ deliberationId })],
    ["proposeOutcome", "Deliberation", (deliberationId) => ({ deliberationId, text: "x" })],
    ["withdrawInvitation", "Invitation", (id) => ({ id, ...version })],
    ["nameDelegates", "Invitation", (id) => ({ id, ...version, delegates: [] })],
    ["recordArrival", "Invitation", (id) => ({ id, ...version })],
    ["amendOutcome", "Outcome", (id) => ({ id, ...version, text: "x", reason: "x" })],
    ["agreeOutcome", "Outcome", (id) => ({ id, ...version })],
    ["rejectOutcome", "Outcome", (id) => ({ id, ...version, reason: "x" })],
    ["takePosition", "Outcome", (outcomeId) => ({ outcomeId, textVersion: 1, stance: "AGREE" })],
    ["changePosition", "OutcomePosition", (id) => ({ id, ...version, stance: "AGREE" })],
    ["acknowledgeMinutes", "Minutes", (minutesId) => ({ minutesId, sha256: "x" })],
    ["adoptOutcome", "Outcome", (outcomeId) => ({ outcomeId, actionId: scene.id("action") })],
    ["removeAdoption", "Adoption", (id) => ({ id, ...version })],
  ];
  const named = ["inviteOrganisation", "proposeOutcome", "takePosition", "acknowledgeMinutes"];

  it.each(attempts)("%s of its %s", async (mutation, kind, input) => {
    const requester = scene.client("an uninvited organisation's admin");
    const own = named.includes(mutation) ? { organisationId: scene.stranger.id } : {};
    const attempt = (id: string) => refused(requester, mutation, { ...input(id), ...own });
    const id = scene.hidden.find((one) => one.kind === kind)?.id ?? "";
    const found = await scene.world.unchangedBy(() => attempt(id));
    expect(found.code).toBe("NOT_FOUND");
    expect(found).toEqual(await attempt(newId()));
  });

  it("an outcome that a new one would take the place of", async () => {
    const { world, stranger } = scene;
    const own = await TestDeliberation.inSession(world, stranger, [stranger]);
    const coordinator = await world.member(stranger, "COORDINATOR");
    const base = { deliberationId: own.id, organisationId: stranger.id, text: "x" };
    const attempt = (supersedesId: string) =>
      refused(coordinator, "proposeOutcome", { ...base, supersedesId });
    const found = await attempt(outcome());
    expect([found.code, found.paths]).toEqual(["NOT_FOUND", ["input.supersedesId"]]);
    expect(found).toEqual(await attempt(newId()));
  });
});

describe("A stale step on an outcome that takes a hidden one's place", () => {
  it("has its state shown without what the requester may not see", async () => {
    const { world, stranger, invited } = scene;
    const own = await TestDeliberation.inSession(world, stranger, [stranger, invited], {
      heldFrom: "2026-12-24",
    });
    const proposed = await own.propose(invited, { supersedesId: other() });
    const input = { id: proposed.id, expectedVersion: 99 };
    const { code, error } = await refused(await own.chair, "agreeOutcome", input);
    expect(code).toBe("CONFLICT");
    expect(error.extensions.current).toMatchObject({ supersedes: null });
  });
});

const followed = `subscription ($id: ID!, $after: Position) {
  deliberationChanged(id: $id, after: $after) {
    position change { entity operation }
    deliberation { status outcomes { nodes { status actions { id } } } }
  }
}`;

interface Followed {
  position: number;
  change: { entity: string; operation: string };
  deliberation: { status: string; outcomes: { nodes: { status: string; actions: object[] }[] } };
}

/** The positions of what comes before the sentinel, which all see. */
async function before(stream: Watch<{ position: number }>, sentinel: number) {
  const positions = (await stream.upTo(sentinel)).map(({ position }) => position);
  expect(positions.pop()).toBe(sentinel);
  return positions;
}

describe("The streams", () => {
  const all = async (party: Party | undefined, after: number, role?: string) =>
    watch<{ position: number }>(await scene.socket(party, role), { after }, documents.changes);
  const one = async (party: Party | undefined, id: string, after: number) =>
    watch<Followed>(await scene.socket(party), { id, after }, followed);

  it("show nothing of a rembuk among participants to who is none of them", async () => {
    const after = await scene.sentinel();
    const { stranger, invited } = scene;
    const streams = [
      await all(undefined, after),
      await all(stranger, after, "admin"),
      await all(invited, after),
    ];
    const deliberation = await scene.open({ visibility: "PARTICIPANTS" });
    const outcome = await scene.agreed(deliberation);
    const adoption = await scene.adopt(outcome, { id: scene.id("action") });
    await deliberation.step("closeDeliberation");
    const last = await scene.sentinel();
    const [seen, outside, inside] = await Promise.all(
      streams.map((stream) => before(stream, last)),
    );
    expect([seen, outside]).toEqual([[], []]);
    expect(inside).toEqual(Array.from({ length: last - after - 1 }, (_, at) => after + 1 + at));
    expect(adoption).toBeDefined();
    for (const client of [undefined, stranger]) {
      const refusal = await (await one(client, deliberation.id, after)).refusal();
      expect(refusal).toMatchObject({ code: "NOT_FOUND", fields: [{ path: "id" }] });
    }
    for (const stream of streams) await stream.stop();
  });

  it("show an organisation no more when its invitation is withdrawn, until it is invited again", async () => {
    const { world, convener, stranger } = scene;
    const parties = [convener, scene.invited, stranger];
    await world.member(stranger, "VIEWER");
    const deliberation = await TestDeliberation.convened(world, convener, parties, {
      visibility: "PARTICIPANTS",
    });
    const after = await scene.sentinel();
    const [everything, its] = [
      await all(stranger, after),
      await one(stranger, deliberation.id, after),
    ];
    const inside = await one(convener, deliberation.id, after);
    const scheduled = await deliberation.step("scheduleDeliberation");
    expect((await its.next()).position).toBe(scheduled.position);
    const chair = await deliberation.chair;
    const invited = await deliberation.invitation(stranger);
    const withdrawn = await write(chair, "withdrawInvitation", invited);
    expect((await inside.upTo(withdrawn.position)).at(-1)?.change).toEqual({
      entity: "Invitation",
      operation: "withdrawInvitation",
    });
    await deliberation.step("openDeliberation");
    expect(await before(everything, await scene.sentinel())).toEqual([scheduled.position]);
    const refusal = await (await one(stranger, deliberation.id, after)).refusal();
    expect(refusal).toMatchObject({ code: "NOT_FOUND" });
    const invitation = { deliberationId: deliberation.id, organisationId: stranger.id };
    const again = await write(chair, "inviteOrganisation", invitation);
    expect((await its.next()).position).toBe(again.position);
    await Promise.all([everything.stop(), its.stop(), inside.stop()]);
  });

  it("stop showing a visitor when a rembuk is closed to participants, until it is open again", async () => {
    const deliberation = await scene.open({});
    const after = await scene.sentinel();
    const [everything, its] = [
      await all(undefined, after),
      await one(undefined, deliberation.id, after),
    ];
    const show = async (visibility: string) => {
      const input = { ...(await deliberation.seen("deliberation", deliberation.id)), visibility };
      return write(await deliberation.chair, "updateDeliberation", input);
    };
    const proposed = await deliberation.propose(scene.convener);
    expect((await its.upTo(proposed.position)).at(-1)?.deliberation.outcomes.nodes).toHaveLength(1);
    await show("PARTICIPANTS");
    await deliberation.position(scene.invited, proposed);
    const last = await scene.sentinel();
    expect(await before(everything, last)).toEqual([proposed.position - 1, proposed.position]);
    const refusal = await (await one(undefined, deliberation.id, after)).refusal();
    expect(refusal).toMatchObject({ code: "NOT_FOUND" });
    const open = await show("PUBLIC");
    expect((await its.next()).position).toBe(open.position);
    await Promise.all([everything.stop(), its.stop()]);
  });

  it("show a visitor nothing of what an open rembuk's outcome became in a hidden plan", async () => {
    const { world, convener } = scene;
    const deliberation = await scene.open({});
    const outcome = await scene.agreed(deliberation);
    const after = await scene.sentinel();
    const [outside, inside] = [
      await one(undefined, deliberation.id, after),
      await one(convener, deliberation.id, after),
    ];
    const action = { id: scene.id("own action") };
    await scene.adopt(outcome, action);
    const chair = await deliberation.chair;
    const steps: Written[] = [];
    for (const status of ["IN_PROGRESS", "COMPLETED"]) {
      const { version } = await world.seen("action", action.id);
      const input = { ...action, expectedVersion: version, status };
      steps.push(await write(chair, "changeActionStatus", input));
    }
    const left = await deliberation.leave(scene.invited);
    const seen = await outside.upTo(left.position);
    expect(seen.map(({ position }) => position)).toEqual([left.position]);
    const plain = { status: "AGREED", actions: [] };
    expect(seen[0]?.deliberation.outcomes.nodes).toEqual([plain]);
    const reported = await inside.upTo(left.position);
    expect(reported.map(({ change }) => change)).toEqual([
      { entity: "Adoption", operation: "adoptOutcome" },
      { entity: "Action", operation: "changeActionStatus" },
      { entity: "Action", operation: "changeActionStatus" },
      { entity: "Invitation", operation: "recordDeparture" },
    ]);
    expect(reported.slice(1, 3).map(({ position }) => position)).toEqual(
      steps.map(({ position }) => position),
    );
    const fulfilled = { status: "FULFILLED", actions: [action] };
    expect(reported.at(-1)?.deliberation.outcomes.nodes).toEqual([fulfilled]);
    await Promise.all([outside.stop(), inside.stop()]);
  });
});
