import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import {
  type Kind,
  maySee,
  Scene,
  type Thing,
  viewers,
} from "../testkit/plans/visibility-scene.js";

let scene: Scene;

beforeAll(async () => {
  scene = await Scene.make();
});
afterAll(() => scene.world.stop());

interface Found {
  id: string;
}
interface List {
  totalCount: number;
  nodes: Found[];
  edges: { node: Found }[];
}

/** The ids of a list, which must agree with its edges and its count. */
function idsOf(list: List): string[] {
  const found = list.nodes.map(({ id }) => id);
  expect(list.edges.map(({ node }) => node.id)).toEqual(found);
  expect(list.totalCount).toBe(found.length);
  return found;
}

const page = "totalCount nodes { id } edges { node { id } }";

/** A way of looking: which kinds of scene.things it can find, and the ids that it finds. */
type Way = [kinds: Kind[] | undefined, look: (requester: CheckedClient) => Promise<string[]>];

const ask = <T>(requester: CheckedClient, document: string, variables: object = {}) =>
  requester.data<T>(document, variables as never);

/** Root fields that each find one thing or nothing, all in one document. */
async function each(requester: CheckedClient, fields: readonly string[]): Promise<string[]> {
  const text = fields.map((field, at) => `f${at}: ${field}`).join(" ");
  const found = await ask<Record<string, Found | null>>(requester, `{ ${text} }`);
  return Object.values(found).flatMap((one) => one?.id ?? []);
}

const lists = ["actionPlans", "actions", "contributions"] as const;
const listed: Kind[] = ["ActionPlan", "Action", "Contribution"];

/** A filter that finds the thing by what it carries itself. */
const byMark = ({ kind, mark }: Thing): object => {
  if (kind === "Contribution") return { amount: { eq: mark } };
  if (kind === "ProgressUpdate") return { note: { contains: mark } };
  return kind === "Participant" ? { plan: { title: { eq: mark } } } : { title: { eq: mark } };
};

/** How a thing is reached by a filter on another noun: the list, and the filter's field. */
const around: Record<Kind, [list: string, type: string, wrap: (inner: object) => object][]> = {
  ActionPlan: [
    ["actionPlans", "ActionPlanFilter", (inner) => inner],
    ["actions", "ActionFilter", (inner) => ({ plan: inner })],
    ["contributions", "ContributionFilter", (inner) => ({ plan: inner })],
    ["contributions", "ContributionFilter", (inner) => ({ action: { plan: inner } })],
    ["changes", "ChangeFilter", (inner) => ({ plan: inner })],
  ],
  Action: [
    ["actions", "ActionFilter", (inner) => inner],
    ["actionPlans", "ActionPlanFilter", (inner) => ({ action: inner })],
  ],
  Milestone: [
    ["actions", "ActionFilter", (inner) => ({ milestone: inner })],
    ["actionPlans", "ActionPlanFilter", (inner) => ({ action: { milestone: inner } })],
  ],
  Participant: [["actionPlans", "ActionPlanFilter", (inner) => ({ participant: inner })]],
  Contribution: [
    ["contributions", "ContributionFilter", (inner) => inner],
    ["actions", "ActionFilter", (inner) => ({ contribution: inner })],
    ["actionPlans", "ActionPlanFilter", (inner) => ({ action: { contribution: inner } })],
    ["actions", "ActionFilter", (inner) => ({ or: [{ contribution: inner }] })],
    ["actions", "ActionFilter", (inner) => ({ not: { not: { contribution: inner } } })],
  ],
  ProgressUpdate: [
    ["actions", "ActionFilter", (inner) => ({ progressUpdate: inner })],
    ["actionPlans", "ActionPlanFilter", (inner) => ({ action: { progressUpdate: inner } })],
  ],
};

const ways: Record<string, Way> = {
  "in the root lists": [
    listed,
    async (requester) => {
      const text = lists.map((name) => `${name} { ${page} }`).join(" ");
      const found = await ask<Record<string, List>>(requester, `{ ${text} }`);
      return Object.values(found).flatMap(idsOf);
    },
  ],
  "in the root lists by every id": [
    listed,
    async (requester) => {
      const text = lists.map((name) => `${name}(where: { in: $ids }) { ${page} }`).join(" ");
      const found = await ask<Record<string, List>>(requester, `query ($ids: [ID!]!) { ${text} }`, {
        ids: scene.ids(),
      });
      return Object.values(found).flatMap(idsOf);
    },
  ],
  "one by one by id": [
    listed,
    async (requester) => {
      const among = scene.things.filter(({ kind }) => listed.includes(kind));
      const fields = among.map(({ kind, id }) => {
        const field = kind.charAt(0).toLowerCase() + kind.slice(1);
        return `${field}(id: "${id}") { id }`;
      });
      return each(requester, fields);
    },
  ],
  "by node": [
    undefined,
    (requester) =>
      each(
        requester,
        scene.ids().map((id) => `node(id: "${id}") { id }`),
      ),
  ],
  "by nodes": [
    undefined,
    async (requester) => {
      const document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
      const { nodes } = await ask<{ nodes: (Found | null)[] }>(requester, document, {
        ids: scene.ids(),
      });
      expect(nodes.length).toBe(scene.things.length);
      return nodes.flatMap((one) => one?.id ?? []);
    },
  ],
  "along the edges from plans": [
    undefined,
    async (requester) => {
      type Action = Found & { milestones: Found[]; contributions: List; progressUpdates: List };
      type Actions = Omit<List, "nodes"> & { nodes: Action[] };
      type Plan = Found & { participants: Found[]; actions: Actions };
      const { actionPlans } = await ask<{ actionPlans: { nodes: Plan[] } }>(
        requester,
        `{ actionPlans(first: 20) { nodes { id participants { id } actions(first: 20) { totalCount edges { node { id } }
          nodes { id milestones { id } contributions(first: 20) { ${page} } progressUpdates(first: 20) { ${page} } }
        } } } }`,
      );
      return actionPlans.nodes.flatMap((one) => [
        one.id,
        ...one.participants.map(({ id }) => id),
        ...idsOf(one.actions),
        ...one.actions.nodes.flatMap(({ milestones, contributions, progressUpdates }) => [
          ...milestones.map(({ id }) => id),
          ...idsOf(contributions),
          ...idsOf(progressUpdates),
        ]),
      ]);
    },
  ],
  "by the ledger's changes and their subjects": [
    undefined,
    async (requester) => {
      type Change = { entityId: string; subject: Found | null; plan: Found | null };
      const { changes } = await ask<{ changes: { totalCount: number; nodes: Change[] } }>(
        requester,
        `query ($ids: [ID!]!) { changes(first: 200, where: { entityId: { in: $ids }, kind: { eq: CREATED } }) {
          totalCount nodes { entityId subject { id } plan { id } } } }`,
        { ids: scene.ids() },
      );
      expect(changes.totalCount).toBe(changes.nodes.length);
      return changes.nodes.map(({ entityId, subject, plan: of }) => {
        expect(subject?.id).toBe(entityId);
        expect(scene.ids("ActionPlan")).toContain(of?.id);
        return entityId;
      });
    },
  ],
  "by a filter on what it says, and by filters that lead to it": [
    undefined,
    async (requester) => {
      const found = scene.things.map(async (one) => {
        const probes = around[one.kind];
        const types = probes.map(([, type], at) => `$w${at}: ${type}`).join(", ");
        const fields = probes.map(([list], at) => `f${at}: ${list}(where: $w${at}) { totalCount }`);
        const wheres = probes.map(([, , wrap], at) => [`w${at}`, wrap(byMark(one))]);
        const counts = await ask<Record<string, { totalCount: number }>>(
          requester,
          `query (${types}) { ${fields.join(" ")} }`,
          Object.fromEntries(wheres),
        );
        const [first, ...others] = Object.values(counts).map(({ totalCount }) => totalCount > 0);
        for (const other of others) expect([one.name, other]).toEqual([one.name, first]);
        return first ? [one.id] : [];
      });
      return (await Promise.all(found)).flat();
    },
  ],
};

describe.each(viewers)("What the %s may see", (viewer) => {
  it.each(Object.keys(ways))("%s", async (way) => {
    const [kinds, look] = ways[way] ?? [];
    const found = new Set(await look?.(scene.client(viewer)));
    const among = scene.things.filter(({ kind }) => !kinds || kinds.includes(kind));
    const names = (seen: (one: Thing) => boolean) => among.filter(seen).map(({ name }) => name);
    expect(names(({ id }) => found.has(id))).toEqual(names((one) => maySee(viewer, one)));
  });

  it("page by page, in the order of the amounts, with nothing of the hidden between", async () => {
    const given = scene.things.filter(({ kind }) => kind === "Contribution");
    const expected = given.filter((one) => maySee(viewer, one)).map(({ mark }) => mark);
    const found: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const document = `query ($after: String) { contributions(first: 1, after: $after, orderBy: [{ field: AMOUNT, direction: DESC }]) {
        totalCount nodes { amount } pageInfo { hasNextPage endCursor } } }`;
      type Page = {
        contributions: {
          totalCount: number;
          nodes: { amount: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      };
      const { contributions }: Page = await ask<Page>(scene.client(viewer), document, { after });
      expect(contributions.totalCount).toBe(expected.length);
      found.push(...contributions.nodes.map((one) => one.amount));
      more = contributions.pageInfo.hasNextPage;
      after = contributions.pageInfo.endCursor;
    }
    expect(found).toEqual(expected.toSorted((a, b) => b.length - a.length));
  });

  it("along a funding chain and a chain of corrections, which end at the hidden", async () => {
    const shown = (name: string) =>
      maySee(viewer, scene.thing(name)) ? { id: scene.thing(name).id } : null;
    const found = await ask<Record<string, unknown>>(
      scene.client(viewer),
      `query ($passed: ID!, $first: ID!, $correction: ID!) {
        passed: contribution(id: $passed) { fundedBy { id } }
        first: contribution(id: $first) { passedOnBy { ${page} } }
        correction: node(id: $correction) { ... on ProgressUpdate { corrects { id } } }
        byFunder: contributions(where: { fundedBy: { amount: { eq: "100" } } }) { totalCount }
      }`,
      {
        passed: scene.thing("passed on").id,
        first: scene.thing("public gift").id,
        correction: scene.thing("public correction").id,
      },
    );
    const children = shown("shared child") ? [shown("shared child")] : [];
    expect(found).toEqual({
      passed: { fundedBy: shown("own gift") },
      first: {
        passedOnBy: {
          totalCount: children.length,
          nodes: children,
          edges: children.map((node) => ({ node })),
        },
      },
      correction: { corrects: shown("own report") },
      byFunder: { totalCount: shown("own gift") ? 1 : 0 },
    });
  });

  it("in no id and no word of anything that they can read", async () => {
    const found = await ask<object>(
      scene.client(viewer),
      `{
        changes(first: 200) { nodes { entityId fields { name before after } } }
        actionPlans { nodes { id title history { nodes { entityId fields { before after } } } } }
        actions { nodes { id title history { nodes { fields { before after } } } } }
        contributions { nodes { id amount fundedBy { id } history { nodes { fields { before after } } } } }
      }`,
    );
    const text = JSON.stringify(found);
    const leaked = scene.things.filter(
      (one) => !maySee(viewer, one) && (text.includes(one.id) || text.includes(`"${one.mark}"`)),
    );
    expect(leaked.map(({ name }) => name)).toEqual([]);
  });
});
