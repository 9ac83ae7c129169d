import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { RembukScene, viewers } from "../testkit/deliberations/visibility-scene.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";

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
/** The key that the hub gave it, which ends as its id does. */
const key = () => `rembuk-rahasia-${deliberation().slice(-8)}`;

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
        `query ($ids: [ID!]!, $key: String) {
          deliberations { ${page} }
          keyed: deliberations(where: { eq: $key }) { ${page} }
          titled: deliberations(where: { title: { contains: "kata-rahasia" } }) { ${page} }
          invited: deliberations(where: { invitation: { sector: { eq: UNIVERSITY } } }) { ${page} }
          acknowledged: deliberations(where: { minutes: { acknowledgement: {} } }) { ${page} }
          outcomes { ${page} }
          byId: outcomes(where: { in: $ids }) { ${page} }
          worded: outcomes(where: { text: { contains: "kata-rahasia" } }) { ${page} }
        }`,
        { ids: [outcome()], key: key() },
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
        `query ($d: ID!, $o: ID!, $key: String!) {
          byId: deliberation(id: $d) { id } byKey: deliberation(key: $key) { id }
          outcome(id: $o) { id } }`,
        { d: deliberation(), o: outcome(), key: key() },
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
