import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { canonicalBody } from "../../src/ledger/index.js";
import { TestHub, tokenFor } from "../testkit/hub/index.js";
import { write } from "../testkit/mutations/documents.js";
import { readPaths, untilCached } from "../testkit/reading/read-counts.js";
import { type Party, World } from "../testkit/world/world.js";

type Headers = Record<string, string>;

let world: World;
let lead: Party;
let other: Party;
let plan: { id: string; version: number };

beforeAll(async () => {
  world = await World.start();
  [lead, other] = [await world.organisation(), await world.organisation()];
  plan = await world.plan(await world.programme(lead), lead, { title: "Rencana" });
});
afterAll(() => world.stop());

const planTitle = "query ($id: ID!) { actionPlan(id: $id) { title } }";
const planBody = () => JSON.stringify({ query: planTitle, variables: { id: plan.id } });

const post = (body: string, headers: Headers = {}, url = world.hub.url): Promise<Response> =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });

const bearer = (credential: string): Headers => ({ authorization: `Bearer ${credential}` });

const pathOf = (ask: () => Promise<unknown>): Promise<string[]> => readPaths(world.hub, ask);

const warm = (ask: () => Promise<unknown>): Promise<void> => untilCached(world.hub, ask);

interface Shown {
  data: unknown;
  extensions: { position: number; cost: number };
}

const shown = async (response: Promise<Response>): Promise<Shown> =>
  (await (await response).json()) as Shown;

/** What is the same in every answer to a question: not its time, its id, its connection, and what is left of the rate. */
function lasting({ headers }: Response): [string, string][] {
  const own = ["date", "x-request-id", "ratelimit", "connection", "keep-alive"];
  return [...headers].filter(([name]) => !own.includes(name));
}

const rename = async (title: string) => {
  const coordinator = await world.member(lead, "COORDINATOR");
  const input = { id: plan.id, expectedVersion: plan.version, title };
  const written = await write(coordinator, "updateActionPlan", input);
  plan = written;
  return written;
};

describe("An answer that is given again", () => {
  it("is the same to the byte, with the same headers, by POST and by GET", async () => {
    const address = new URL(world.hub.url);
    address.search = new URLSearchParams({
      query: planTitle,
      variables: `{"id":"${plan.id}"}`,
    }) as never;
    const asks = [
      () => post(planBody()),
      () => fetch(address, { headers: { "apollo-require-preflight": "1" } }),
    ];
    for (const ask of asks) {
      const first = await ask();
      const text = await first.text();
      await warm(ask);
      const again = await ask();
      expect([again.status, lasting(again), await again.text()]).toEqual([
        200,
        lasting(first),
        text,
      ]);
      expect(again.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
    }
  });

  it("is given to HEAD too, with the same headers and no body", async () => {
    const address = new URL(world.hub.url);
    const variables = `{"id":"${plan.id}"}`;
    address.search = String(new URLSearchParams({ query: planTitle, variables }));
    const ask = (method: string) =>
      fetch(address, { method, headers: { accept: "application/graphql-response+json" } });
    await warm(() => ask("GET"));
    const got = await ask("GET");
    let head = got;
    expect(await pathOf(async () => (head = await ask("HEAD")))).toEqual(["cached"]);
    expect([head.status, await head.text(), lasting(head)]).toEqual([200, "", lasting(got)]);
  });

  it("is compressed for those who accept it", async () => {
    const list = JSON.stringify({ query: "{ regions { nodes { id name } } }" });
    await warm(() => post(list));
    const ask = async (encoding: string) => {
      const answer = await post(list, { "accept-encoding": encoding });
      return [answer.headers.get("content-encoding"), await answer.text()];
    };
    const [, text] = await ask("identity");
    for (const encoding of ["br", "gzip", "br"]) {
      expect(await pathOf(() => ask(encoding))).toEqual(["cached"]);
      expect(await ask(encoding)).toEqual([encoding, text]);
    }
  });

  it("is another for every header that decides over it, and none without its preflight", async () => {
    await warm(() => post(planBody()));
    const accept = "application/graphql-response+json";
    const [type] = [(await post(planBody(), { accept })).headers.get("content-type")];
    expect(type).toContain(accept);
    expect((await post(planBody(), { accept: "text/html" })).status).toBe(406);
    expect((await post(planBody(), { "content-type": "text/plain" })).status).toBe(415);
    expect((await post(planBody(), { "rembuk-position": "no" })).status).toBe(400);
    expect((await post(planBody(), bearer("nobody's"))).status).toBe(401);
  });

  it("shows what was just written, and stays as long as only other things are written", async () => {
    await warm(() => post(planBody()));
    const { position } = await rename("Lain");
    const after = await shown(post(planBody()));
    expect([after.data, after.extensions.position]).toEqual([
      { actionPlan: { title: "Lain" } },
      position,
    ]);
    await warm(() => post(planBody()));
    const { position: later } = await write(await world.operator, "createOrganisation", {
      key: world.unique("lain"),
      name: "Lain",
      sector: "NGO",
    });
    const named = () => shown(post(planBody(), { "rembuk-position": String(later) }));
    await warm(named);
    expect((await named()).extensions.position).toBe(later);
  });

  it("is the viewer's scope's, for those who share it", async () => {
    const people = ["satu", "dua"].map((name) => `${name}@lembaga.example`);
    for (const email of people) {
      const input = { organisationId: other.id, email, role: "VIEWER" };
      await write(await world.operator, "addMember", input);
    }
    const members = `{ organisation(id: "${other.id}") { memberships { totalCount } } }`;
    const [one = {}, two = {}] = await Promise.all(
      people.map(async (email) => bearer(await tokenFor(email))),
    );
    const body = JSON.stringify({ query: members });
    await warm(() => post(body, one));
    // Whom the other's token belongs to is found out by its first request.
    await post(body, two);
    expect(await pathOf(() => post(body, two))).toEqual(["cached"]);
    await warm(() => post(body));
    const [mine, theirs, nobodys] = await Promise.all(
      [one, two, {}].map((headers) => shown(post(body, headers))),
    );
    expect(mine?.data).toEqual(theirs?.data);
    expect(mine?.data).not.toEqual(nobodys?.data);
  });

  it("is never about the viewer themself", async () => {
    const ask = () => post(JSON.stringify({ query: "{ viewer { kind } }" }));
    for (let turn = 0; turn < 3; turn += 1) expect(await pathOf(ask)).toEqual(["planned"]);
  });

  it("is refused at once to a key that is revoked, and shown otherwise to who is a member no more", async () => {
    const admin = await world.member(lead, "ADMIN");
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const issued = await write(admin, "issueApiKey", {
      organisationId: lead.id,
      name: "sistem",
      scopes: ["READ"],
      expiresAt,
    });
    const key = bearer(String(issued.payload.secret));
    await warm(() => post(planBody(), key));
    await write(admin, "revokeApiKey", { id: issued.id, expectedVersion: issued.version });
    expect((await post(planBody(), key)).status).toBe(401);

    const email = "pergi@lembaga.example";
    const joined = await write(admin, "addMember", {
      organisationId: lead.id,
      email,
      role: "VIEWER",
    });
    const hidden = await world.plan(await world.programme(lead), lead, {
      visibility: "ORGANISATION",
    });
    const body = JSON.stringify({ query: planTitle, variables: { id: hidden.id } });
    const member = bearer(await tokenFor(email));
    const ask = () => post(body, member);
    await warm(ask);
    await write(admin, "removeMember", { id: joined.id, expectedVersion: joined.version });
    expect((await shown(ask())).data).toEqual({ actionPlan: null });
  });

  it("is let go when a node of a newer version writes what this one does not know", async () => {
    const append = async (entity: string): Promise<number> => {
      const line = {
        ...{ at: new Date().toISOString(), actor: "hub", operation: "test", entity },
        ...{ entityId: lead.id, kind: "UPDATED" as never, diff: {} },
      };
      const { rows } = await world.hub.sql.query<{ position: string }>(
        "select ledger_append($1) as position",
        [[canonicalBody(line)]],
      );
      return Number(rows[0]?.position);
    };
    const askAt = (position: number) => () =>
      post(planBody(), { "rembuk-position": String(position) });
    await warm(() => post(planBody()));
    const known = await append("Indicator");
    await post(JSON.stringify({ query: "{ regions { totalCount } }" }), {
      "rembuk-position": String(known),
    });
    await warm(askAt(known));
    const unknown = await append("Unheard");
    expect(await pathOf(askAt(unknown))).toEqual(["planned"]);
    await warm(askAt(unknown));
  });

  it("comes from no memory where the hub keeps none by its settings", async () => {
    const plain = await TestHub.start("regions", { RESPONSE_CACHE_BYTES: "0" }, world.hub.database);
    for (let turn = 0; turn < 4; turn += 1) {
      expect(await readPaths(plain, () => post(planBody(), {}, plain.url))).toEqual(["planned"]);
    }
    await plain.stop();
  });
});
