import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient, expectClean, refusalOf } from "../testkit/hub/checked-client.js";
import type { ShownError } from "../testkit/hub/index.js";
import { tokenFor } from "../testkit/hub/test-hub.js";
import { newId, World } from "../testkit/world/world.js";

// Postgres has no NUL in a text. Wherever one enters, it is refused or finds nothing.

let world: World;
let operator: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator;
});
afterAll(() => world.stop());

/** The status of an address, and the paths that its error names. */
async function answerOf(path: string): Promise<[status: number, ...paths: string[]]> {
  const address = world.hub.url.replace("/graphql", path);
  const { status, headers, json } = await fetch(address, { headers: operator.sent }).then(
    async (response) => ({
      status: response.status,
      headers: response.headers,
      json: (await response.json()) as { errors: ShownError[] },
    }),
  );
  expectClean({ status, headers, errors: json.errors });
  const paths = json.errors.flatMap(({ extensions }) => extensions.fields ?? []);
  return [status, ...paths.map(({ path }) => path)];
}

/** A cursor of the regions by name with another name in it. */
async function cursorWith(name: string): Promise<string> {
  const { regions } = await operator.data<{ regions: { pageInfo: { endCursor: string } } }>(
    "{ regions(orderBy: [{ field: NAME }], first: 1) { pageInfo { endCursor } } }",
  );
  const { endCursor } = regions.pageInfo;
  const [order, , ...rest] = JSON.parse(Buffer.from(endCursor, "base64url").toString());
  return Buffer.from(JSON.stringify([order, name, ...rest])).toString("base64url");
}

describe("A NUL", () => {
  it.each([
    "/%00",
    "/minutes/%00",
    "/minutes/a%00b",
    "/minutes/%00?language=id",
    "/files/%00",
    "/imports/%00/rejected.csv",
    "/assessments/%00/workbook.xlsx",
    "/tables/%00",
    "/graphql/%00",
  ])("in the path %s finds nothing", async (path) => {
    expect(await answerOf(path)).toEqual([404]);
  });

  it.each([
    ["/minutes/a?language=%00", "language"],
    ["/tables/measurements.csv?indicator=%00", "indicator"],
    ["/tables/measurements.csv?a%00b=1", "ab"],
    [`/assessments/${newId()}/workbook.xlsx?language=%00`, "language"],
  ])("in the query of %s is refused at its place", async (path, name) => {
    expect(await answerOf(path)).toEqual([400, name]);
  });

  it.each([
    ["a lone surrogate", "\ud800"],
    ["a NUL", "\u0000"],
  ])("as %s is refused in a cursor, an id, a key, a filter and a name", async (_, nul) => {
    const after = await cursorWith(nul);
    const order = "orderBy: [{ field: NAME }]";
    const asked: [document: string, variables: Record<string, unknown>, path: string][] = [
      [
        `query ($v: String) { regions(${order}, after: $v) { nodes { code } } }`,
        { v: after },
        "after",
      ],
      ["query ($v: ID!) { node(id: $v) { id } }", { v: nul }, "v"],
      ["query ($v: [ID!]!) { nodes(ids: $v) { id } }", { v: [newId(), nul] }, "v.1"],
      ["query ($v: String) { area(key: $v) { id } }", { v: nul }, "v"],
      [
        "query ($v: AreaFilter) { areas(where: $v) { totalCount } }",
        { v: { name: { contains: nul } } },
        "v.name.contains",
      ],
    ];
    for (const [document, variables, path] of asked) {
      const { code, paths } = refusalOf(await operator.error(document, variables));
      expect([document, code, paths]).toEqual([document, "BAD_USER_INPUT", [path]]);
    }
  });

  it("in a document, an operation's name or the body is refused", async () => {
    const named = await operator.ask("query A { viewer { kind } }", {}, "\u0000");
    expect(named.status).toBe(400);
    const literal = await operator.error('{ area(key: "\u0000") { id } }');
    expect(refusalOf(literal).paths).toEqual(["key"]);
    const response = await fetch(world.hub.url, {
      method: "POST",
      headers: { ...operator.sent, "content-type": "application/json" },
      body: '\u0000{"query":"{viewer{kind}}"}',
    });
    expect(response.status).toBe(400);
  });

  it("in a credential of a socket is a wrong credential", async () => {
    const socket = world.hub.socket(`${await tokenFor("a@b.example")}\u0000`);
    const closed = new Promise((resolve, reject) => {
      socket.subscribe(
        { query: "{ viewer { kind } }" },
        { next: reject, error: resolve, complete: () => reject(new Error("it was answered")) },
      );
    });
    expect({ code: ((await closed) as { code: number }).code }).toEqual({ code: 4403 });
  });
});
