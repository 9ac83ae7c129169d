import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { developmentIssuer } from "../../src/access/development-issuer.js";
import { CheckedClient, positionOf, refusalOf } from "../testkit/hub/checked-client.js";
import { testFolder, tokenFor } from "../testkit/hub/index.js";
import { documentOf, refused, type Written, write } from "../testkit/mutations/documents.js";
import { connection, post, rest } from "../testkit/protocol/raw-http.js";
import { type Party, World } from "../testkit/world/world.js";

let world: World;
let lead: Party;
let plan: Written;
let admin: CheckedClient;
let email: string;

beforeAll(async () => {
  world = await World.start();
  lead = await world.organisation();
  plan = await world.plan(await world.programme(lead), lead);
  admin = await world.member(lead, "ADMIN");
  email = `coordinator@${lead.key}.example`;
});
afterAll(() => world.stop());

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** A key of the lead, and what may be done with its record. */
async function issue(scopes: string[], expiresAt = inMinutes(60)) {
  const input = { organisationId: lead.id, name: "sistem", scopes, expiresAt };
  const { id, payload } = await write(admin, "issueApiKey", input);
  return { id, secret: String(payload.secret) };
}

/** A signed token with another content. */
async function altered(): Promise<string> {
  const [head, body = "", signature] = (await tokenFor(email)).split(".");
  const claims = JSON.parse(Buffer.from(body, "base64url").toString());
  return [head, base64({ ...claims, rembuk_operator: true }), signature].join(".");
}

/** A token as good as any, but signed by a stranger. */
async function foreign(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rembuk-foreign-"));
  try {
    return await (await developmentIssuer(folder)).sign({ email, operator: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function unsigned(): Promise<string> {
  const [, body = ""] = (await tokenFor(email)).split(".");
  return `${base64({ alg: "none", typ: "JWT" })}.${body}.`;
}

async function revoked(): Promise<string> {
  const { id, secret } = await issue(["COORDINATE"]);
  await write(admin, "revokeApiKey", { id, expectedVersion: 1 });
  return secret;
}

const swapped = (secret: string) => `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`;

const bad: Record<string, () => Promise<string>> = {
  "an expired token": () => tokenFor(email, -60),
  "a token for another audience": async () =>
    (await developmentIssuer(testFolder())).sign({ email, audience: "elsewhere" }),
  "a token whose content was altered": altered,
  "a token of another issuer": foreign,
  "a token that nobody signed": unsigned,
  "a word": async () => "rahasia",
  "three words": async () => "a.b.c",
  "a text of 8 kB": async () => "a".repeat(8000),
  "a revoked API key": revoked,
  "a mistyped API key": async () => swapped((await issue(["READ"])).secret),
  "an API key of another hub": async () =>
    "rbk_000000000000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaAAAAAA",
  "the public beginning of an API key": async () => (await issue(["READ"])).secret.slice(0, 16),
};

describe("A credential that is not good", () => {
  it.each(Object.keys(bad))("%s is UNAUTHENTICATED, to read and to write", async (what) => {
    const client = world.bearer((await bad[what]?.()) ?? "");
    const before = await positionOf(world.visitor());
    const input = { planId: plan.id, title: "Kegiatan", stage: "MARKETING" };
    const read = await client.ask("{ actionPlans { totalCount } }");
    const written = await client.ask(documentOf("addAction"), { input } as never);
    for (const { status, data, errors } of [read, written]) {
      expect([status, data ?? null]).toEqual([401, null]);
      expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: "UNAUTHENTICATED" }]);
    }
    const indonesian = await client.with({ "accept-language": "id" }).ask("{ viewer { kind } }");
    expect(indonesian.errors?.[0]?.message).not.toBe(read.errors?.[0]?.message);
    expect(await positionOf(world.visitor())).toBe(before);
  });

  it("that is no bearer's is UNAUTHENTICATED, not a visitor's", async () => {
    for (const authorization of ["Basic YTpi", "Bearer", await tokenFor(email)]) {
      const client = new CheckedClient(world.hub.url, { authorization });
      const { status, errors } = await client.ask("{ viewer { kind } }");
      expect([status, errors?.[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
    }
  });

  it("an API key works until it expires, and not after", async () => {
    const { secret } = await issue(["READ"], new Date(Date.now() + 1500).toISOString());
    const client = world.bearer(secret);
    const first = await client.ask<{ viewer: { kind: string } }>("{ viewer { kind } }");
    expect(first.data?.viewer.kind).toBe("KEY");
    let { status } = first;
    for (const end = Date.now() + 10_000; status === 200 && Date.now() < end; ) {
      ({ status } = await client.ask("{ viewer { kind } }"));
    }
    expect(status).toBe(401);
  });
});

describe("A request with headers of credentials", () => {
  const document = "{ viewer { kind } }";
  /** The status of a query, asked so often that the response cache could answer it. */
  const status = async (headers: Record<string, string>) => {
    const { status, errors } = await new CheckedClient(world.hub.url, headers).ask(document);
    expect(errors?.[0]?.extensions.code).toBe(status === 401 ? "UNAUTHENTICATED" : undefined);
    return status;
  };
  beforeAll(async () => {
    for (let time = 0; time < 3; time += 1) await world.visitor().data(document);
  });

  it.each<[string, Record<string, string>]>([
    ["an empty key", { "x-api-key": "" }],
    ["a key of blanks", { "x-api-key": "  " }],
    ["an empty Authorization", { authorization: "" }],
    ["a scheme alone", { authorization: "Bearer " }],
    ["another scheme", { authorization: "Basic YTpi" }],
  ])("with %s makes nobody a visitor, at any address", async (_, headers) => {
    expect(await status(headers)).toBe(401);
    const good = `Bearer ${await tokenFor(email)}`;
    expect(await status({ authorization: good, ...headers })).toBe(401);
    for (const path of ["minutes/none", "tables/areas.csv", "graphql?query=%7B__typename%7D"]) {
      const address = world.hub.url.replace("graphql", path);
      expect((await fetch(address, { headers })).status).toBe(401);
    }
  });

  it.each(["Authorization", "X-API-Key"])("refuses several of %s", async (name) => {
    const { secret } = await issue(["READ"]);
    const value = name === "X-API-Key" ? secret : `Bearer ${secret}`;
    const body = JSON.stringify({ query: document });
    const lines = (...values: string[]) => values.map((one) => `${name}: ${one}\r\n`).join("");
    const answer = async (headers: string) => {
      const socket = await connection(world.hub);
      socket.write(post(body, `${headers}Connection: close\r\n`));
      return rest(socket);
    };
    expect(await answer(lines(value, value))).toMatch(/^HTTP\/1.1 200 .*"KEY"/s);
    for (const second of ["", "Basic YTpi", `${value}x`]) {
      expect(await answer(lines(value, second))).toMatch(/^HTTP\/1.1 401 /);
      expect(await answer(lines(second, value))).toMatch(/^HTTP\/1.1 401 /);
    }
  });

  it("both must hold, and the viewer is that of Authorization with no rights by the key", async () => {
    const { id, secret } = await issue(["COORDINATE"], inMinutes(5));
    const elsewhere = "nobody@elsewhere.example";
    const authorization = `Bearer ${await tokenFor(elsewhere)}`;
    const client = new CheckedClient(world.hub.url, { authorization, "x-api-key": secret });
    const { viewer } = await client.data<Shown>(viewerDocument);
    expect(viewer).toMatchObject({ kind: "USER", email: elsewhere, memberships: [], apiKey: null });
    // The earlier end of the two, that of the key, as a token lasts for 12 hours.
    expect(Date.parse(String(viewer.expiresAt))).toBeLessThanOrEqual(Date.parse(inMinutes(5)));
    const both = (token: string, key: string) =>
      status({ authorization: `Bearer ${token}`, "x-api-key": key });
    expect(await both(await tokenFor(email), swapped(secret))).toBe(401);
    expect(await both(await tokenFor(email, -60), secret)).toBe(401);
    expect(await both(secret, secret)).toBe(200);
    const asked = new CheckedClient(world.hub.url, {
      authorization: `Bearer ${await tokenFor(email)}`,
      "x-api-key": secret,
    });
    for (let time = 0; time < 3; time += 1) await asked.data(document);
    await write(admin, "revokeApiKey", { id, expectedVersion: 1 });
    expect((await asked.ask(document)).status).toBe(401);
  });
});

const viewerDocument = `{ viewer {
  kind email operator expiresAt user { email } apiKey { id }
  memberships { organisation { id } roles }
} }`;

interface Shown {
  viewer: Record<string, unknown>;
}

describe("The viewer", () => {
  it("without a credential is a visitor", async () => {
    const { viewer } = await world.visitor().data<Shown>(viewerDocument);
    expect(viewer).toEqual({
      kind: "VISITOR",
      email: null,
      operator: false,
      expiresAt: null,
      user: null,
      apiKey: null,
      memberships: [],
    });
  });

  it("with a token is the person of its address, with the roles that they hold now", async () => {
    const client = await world.member(lead, "COORDINATOR");
    const { viewer } = await client.data<Shown>(viewerDocument);
    expect(viewer).toMatchObject({
      kind: "USER",
      email,
      operator: false,
      user: { email },
      apiKey: null,
      memberships: [{ organisation: { id: lead.id }, roles: ["COORDINATOR"] }],
    });
    await write(admin, "addMember", { organisationId: lead.id, email, role: "VIEWER" });
    const later = await client.data<Shown>(viewerDocument);
    expect(later.viewer.memberships).toEqual([
      { organisation: { id: lead.id }, roles: ["COORDINATOR", "VIEWER"] },
    ]);
  });

  it("with a token whose address nobody added may read what is public and write nothing", async () => {
    const stranger = await world.as("nobody@elsewhere.example");
    const { viewer } = await stranger.data<Shown>(viewerDocument);
    expect(viewer).toMatchObject({ kind: "USER", user: null, memberships: [] });
    const input = { planId: plan.id, title: "Kegiatan", stage: "MARKETING" };
    const found = await world.unchangedBy(() => refused(stranger, "addAction", input));
    expect(found.code).toBe("FORBIDDEN");
  });

  it("finds the person whatever the case of the address", async () => {
    const client = world.bearer(await tokenFor(email.toUpperCase()));
    const { viewer } = await client.data<Shown>(viewerDocument);
    expect(viewer).toMatchObject({ user: { email } });
  });

  it("with an API key acts for its organisation, as its scopes allow", async () => {
    const { secret } = await issue(["READ", "CONTRIBUTE", "COORDINATE", "ASSESS"]);
    const { viewer } = await world.bearer(secret).data<Shown>(viewerDocument);
    expect(viewer).toMatchObject({
      kind: "KEY",
      email: null,
      operator: false,
      user: null,
      memberships: [
        {
          organisation: { id: lead.id },
          roles: ["ASSESSOR", "CONTRIBUTOR", "COORDINATOR", "VIEWER"],
        },
      ],
    });
  });

  it("whose last role is taken away may write no more, at once", async () => {
    const address = "sebentar@a.example";
    const input = { organisationId: lead.id, email: address, role: "COORDINATOR" };
    const { id } = await write(admin, "addMember", input);
    const client = await world.as(address);
    const action = { planId: plan.id, title: "Kegiatan", stage: "MARKETING" };
    await write(client, "addAction", action);
    await write(admin, "removeMember", { id, expectedVersion: 1 });
    const found = await world.unchangedBy(() => refused(client, "addAction", action));
    expect(found.code).toBe("FORBIDDEN");
  });
});

describe("An API key", () => {
  it("is shown once, and neither read nor shown by the ledger afterwards", async () => {
    const { id, secret } = await issue(["READ"]);
    const document = `query ($id: ID!) {
      node(id: $id) { ... on ApiKey { name prefix scopes isActive expiresAt revokedAt organisation { id } } }
      changes(where: { entityId: { eq: $id } }) { nodes { fields { name before after } } }
    }`;
    const shown = await admin.ask(document, { id } as never);
    expect(shown.errors).toBeUndefined();
    expect(shown.data).toMatchObject({ node: { scopes: ["READ"], isActive: true } });
    const text = JSON.stringify(shown.data);
    expect(text).toContain(secret.slice(4, 16));
    expect(text).not.toContain(secret.slice(17));
    const { rows } = await world.hub.sql.query("select hash from api_key where id = $1", [id]);
    expect(text).not.toContain(rows[0].hash);
  });

  it("records in the ledger for which organisation it wrote, and of no person", async () => {
    const client = await world.key(lead, "COORDINATE");
    const input = { planId: plan.id, title: "Kegiatan", stage: "MARKETING" };
    const { position } = await write(client, "addAction", input);
    const { changes } = await admin.data<{ changes: { nodes: unknown[] } }>(
      "query ($at: Position!) { changes(where: { eq: $at }) { nodes { operation organisation { id } user { id } } } }",
      { at: position } as never,
    );
    expect(changes.nodes).toEqual([
      { operation: "addAction", organisation: { id: lead.id }, user: null },
    ]);
  });

  it("is revoked once", async () => {
    const { id } = await issue(["READ"]);
    await write(admin, "revokeApiKey", { id, expectedVersion: 1 });
    const again = { id, expectedVersion: 2 };
    const found = await world.unchangedBy(() => refused(admin, "revokeApiKey", again));
    expect(found.code).toBe("INVALID_TRANSITION");
    expect(found.error.extensions).toMatchObject({ from: "REVOKED", allowed: [] });
  });

  it("to assess is for universities only", async () => {
    const company = await world.organisation("PRIVATE_SECTOR");
    const input = {
      organisationId: company.id,
      name: "k",
      scopes: ["READ", "ASSESS"],
      expiresAt: inMinutes(5),
    };
    const client = await world.member(company, "ADMIN");
    const found = await world.unchangedBy(() => refused(client, "issueApiKey", input));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.scopes"]]);
  });

  it("cannot be read from a token's refusal", async () => {
    const secret = swapped((await issue(["READ"])).secret);
    const error = await world.bearer(secret).error("{ viewer { kind } }");
    expect(JSON.stringify(refusalOf(error))).not.toContain(secret.slice(17, 40));
  });
});
