import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

// Who sees the people and the keys of "ours". A person is a member of ours and of theirs: those of
// theirs see the person, but not that they belong to ours.
const table = `
  thing                    | visitor | stranger | theirs | ours | ours' admin | ours' key | operator
  a membership of ours     | -       | -        | -      | yes  | yes         | yes       | yes
  the shared person's membership of ours   | - | - | -   | yes  | yes         | yes       | yes
  the shared person's membership of theirs | - | - | yes | -    | -           | -         | yes
  a person of ours         | -       | -        | -      | yes  | yes         | yes       | yes
  the shared person        | -       | -        | yes    | yes  | yes         | yes       | yes
  a key of ours            | -       | -        | -      | -    | yes         | -         | -
`;

const [head = [], ...rows] = table
  .trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()));
const viewers = head.slice(1);
const names = rows.map(([name]) => name ?? "");
const maySee = (viewer: string, thing: string): boolean =>
  rows.find(([name]) => name === thing)?.[head.indexOf(viewer)] === "yes";

let world: World;
let ours: Party;
let theirs: Party;
let clients: Record<string, CheckedClient>;
let shared: string;
let plan: Written;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await World.start();
  [ours, theirs] = [await world.organisation(), await world.organisation()];
  const operator = await world.operator;
  const admin = await world.member(ours, "ADMIN");
  const add = async (organisation: Party, email: string) =>
    (await write(operator, "addMember", { organisationId: organisation.id, email, role: "VIEWER" }))
      .id;
  shared = "bersama@a.example";
  ids["a membership of ours"] = await add(ours, "kita@a.example");
  ids["the shared person's membership of ours"] = await add(ours, shared);
  ids["the shared person's membership of theirs"] = await add(theirs, shared);
  const personOf = async (email: string) => {
    const { rows: found } = await world.hub.sql.query<{ id: string }>(
      "select id from user_account where email = $1",
      [email],
    );
    return found[0]?.id ?? "";
  };
  ids["a person of ours"] = await personOf("kita@a.example");
  ids["the shared person"] = await personOf(shared);
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const input = { organisationId: ours.id, name: "k", scopes: ["READ"], expiresAt };
  ids["a key of ours"] = (await write(admin, "issueApiKey", input)).id;
  plan = await world.plan(await world.programme(ours), ours);
  clients = {
    visitor: world.visitor(),
    stranger: await world.as("nobody@elsewhere.example"),
    theirs: await world.member(theirs, "ADMIN"),
    ours: await world.member(ours, "VIEWER"),
    "ours' admin": admin,
    "ours' key": await world.key(ours, "COORDINATE"),
    operator,
  };
});
afterAll(() => world.stop());

const ask = async <T>(viewer: string, document: string, variables: object = {}): Promise<T> => {
  const client = clients[viewer];
  if (!client) throw new Error(`There is no ${viewer}`);
  return client.data<T>(document, variables as never);
};

interface List {
  totalCount: number;
  nodes: { id: string }[];
}
const list = "totalCount nodes { id }";

/** What of `found` the list shows, and that its count says no more than it shows. */
function shownIn({ totalCount, nodes }: List): string[] {
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }) => id);
}

describe.each(viewers)("Of people and keys the %s sees what they may", (viewer) => {
  const expected = () => names.filter((name) => maySee(viewer, name));
  const known = (found: readonly (string | undefined)[]) =>
    names.filter((name) => found.includes(ids[name]));

  it("by node and by nodes", async () => {
    const all = names.map((name) => ids[name]);
    const { nodes } = await ask<{ nodes: ({ id: string } | null)[] }>(
      viewer,
      "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
      { ids: all },
    );
    expect(known(nodes.map((node) => node?.id))).toEqual(expected());
    for (const name of names) {
      const document = "query ($id: ID!) { node(id: $id) { id } }";
      const { node } = await ask<{ node: unknown }>(viewer, document, { id: ids[name] });
      expect([name, node !== null]).toEqual([name, maySee(viewer, name)]);
    }
  });

  it("from the organisations", async () => {
    const found = await ask<{ organisations: { nodes: { memberships: List; apiKeys: List }[] } }>(
      viewer,
      `{ organisations { nodes { memberships { ${list} } apiKeys { ${list} } } } }`,
    );
    const seen = found.organisations.nodes.flatMap(({ memberships, apiKeys }) => [
      ...shownIn(memberships),
      ...shownIn(apiKeys),
    ]);
    expect(known(seen)).toEqual(expected().filter((name) => /membership|key/.test(name)));
  });

  it("from the person, of whom only the memberships that they may see are shown", async () => {
    const { node } = await ask<{ node: { email: string; memberships: List } | null }>(
      viewer,
      `query ($id: ID!) { node(id: $id) { ... on User { email memberships { ${list} } } } }`,
      { id: ids["the shared person"] },
    );
    expect(node?.email).toBe(maySee(viewer, "the shared person") ? shared : undefined);
    const seen = node ? shownIn(node.memberships) : [];
    expect(known(seen)).toEqual(expected().filter((name) => /shared person's/.test(name)));
  });

  it("from the ledger", async () => {
    const { changes } = await ask<{
      changes: { totalCount: number; nodes: { entityId: string }[] };
    }>(
      viewer,
      "query ($ids: [ID!]!) { changes(where: { entityId: { in: $ids } }) { totalCount nodes { entityId } } }",
      { ids: Object.values(ids) },
    );
    expect(changes.totalCount).toBe(changes.nodes.length);
    expect(known(changes.nodes.map(({ entityId }) => entityId))).toEqual(expected());
  });

  it("and finds nothing by what they do not see", async () => {
    const probes = [
      ["a person of ours", { user: { email: { eq: `coordinator@${ours.key}.example` } } }],
      ["a person of ours", { user: { email: { contains: ours.key } } }],
    ] as const;
    for (const [name, where] of probes) {
      const { changes } = await ask<{ changes: { totalCount: number } }>(
        viewer,
        "query ($where: ChangeFilter) { changes(where: $where) { totalCount } }",
        { where: { ...where, entityId: { eq: plan.id } } },
      );
      expect(changes.totalCount).toBe(maySee(viewer, name) ? 1 : 0);
    }
  });

  it("and the organisation of a public change, but its person only where they see them", async () => {
    const { changes } = await ask<{
      changes: { nodes: { user: unknown; organisation: unknown }[] };
    }>(
      viewer,
      "query ($id: ID!) { changes(where: { entityId: { eq: $id } }) { nodes { user { email } organisation { id } } } }",
      { id: plan.id },
    );
    const email = `coordinator@${ours.key}.example`;
    const user = maySee(viewer, "a person of ours") ? { email } : null;
    expect(changes.nodes).toEqual([{ user, organisation: { id: ours.id } }]);
  });
});

describe("A member who was removed", () => {
  it("is gone from lists, and stays in the ledger for those who saw the membership", async () => {
    const operator = await world.operator;
    const email = "pergi@a.example";
    const input = { organisationId: ours.id, email, role: "VIEWER" };
    const { id } = await write(operator, "addMember", input);
    await write(operator, "removeMember", { id, expectedVersion: 1 });
    const document = `query ($id: ID!, $organisation: ID!) {
      node(id: $id) { id }
      organisation(id: $organisation) { memberships(where: { id: { eq: $id } }) { totalCount } }
      changes(where: { entityId: { eq: $id } }) { nodes { kind } }
    }`;
    const kinds = async (viewer: string) => {
      const found = await ask<{
        node: unknown;
        organisation: { memberships: { totalCount: number } };
        changes: { nodes: { kind: string }[] };
      }>(viewer, document, { id, organisation: ours.id });
      expect([found.node, found.organisation.memberships.totalCount]).toEqual([null, 0]);
      return found.changes.nodes.map(({ kind }) => kind);
    };
    for (const viewer of ["visitor", "stranger", "theirs"]) expect(await kinds(viewer)).toEqual([]);
    for (const viewer of ["ours", "ours' key", "operator"]) {
      expect(await kinds(viewer)).toEqual(["CREATED", "DELETED"]);
    }
  });
});
