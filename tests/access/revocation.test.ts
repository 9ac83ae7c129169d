import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CheckedClient, positionOf } from "../testkit/hub/checked-client.js";
import { TestHub, tokenFor } from "../testkit/hub/index.js";
import { type Input, refused, type Written, write } from "../testkit/mutations/documents.js";
import { tripsOf } from "../testkit/postgres/trips.js";
import { type Party, World } from "../testkit/world/world.js";

// Who asks is known by credential until the ledger says otherwise. A write looks again in its transaction.

let world: World;
let other: TestHub;
let lead: Party;
let plan: Written;
let admin: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  other = await TestHub.start("regions", {}, world.hub.database);
  lead = await world.organisation();
  plan = await world.plan(await world.programme(lead), lead);
  admin = await world.member(lead, "ADMIN");
});
afterAll(async () => {
  await other.stop();
  await world.stop();
});

const action = (): Input => ({ planId: plan.id, title: world.unique("a"), stage: "MARKETING" });

/** The same credential at both hubs. */
const at = (credential: string, url: string) =>
  new CheckedClient(url, { authorization: `Bearer ${credential}` });

const rolesOf = async (client: CheckedClient) => {
  const document = "{ viewer { memberships { roles } } }";
  const { viewer } = await client.data<{ viewer: { memberships: { roles: string[] }[] } }>(
    document,
  );
  return viewer.memberships.flatMap(({ roles }) => roles);
};

/** A coordinator whom both hubs know, and their membership. */
async function coordinator() {
  const email = `${world.unique("orang")}@${lead.key}.example`;
  const input = { organisationId: lead.id, email, role: "COORDINATOR" };
  const membership = await write(admin, "addMember", input);
  const token = await tokenFor(email);
  const [here, there] = [at(token, world.hub.url), at(token, other.url)];
  const seen = { "rembuk-position": String(await positionOf(world.visitor())) };
  for (const client of [here, there.with(seen)]) {
    expect(await rolesOf(client)).toEqual(["COORDINATOR"]);
    await write(client, "addAction", action());
  }
  return { membership, email, here, there };
}

describe("A role that was taken away", () => {
  it("is gone for the next request at the same node, read or write", async () => {
    const { membership, here } = await coordinator();
    const { id } = membership;
    await write(admin, "removeMember", { id, expectedVersion: 1 });
    expect(await rolesOf(here)).toEqual([]);
    expect((await refused(here, "addAction", action())).code).toBe("FORBIDDEN");
  });

  it("is gone for the next write at another node, and for a read that has seen its position", async () => {
    const { membership, there } = await coordinator();
    const { id } = membership;
    const { position } = await write(admin, "removeMember", { id, expectedVersion: 1 });
    expect((await refused(there, "addAction", action())).code).toBe("FORBIDDEN");
    const seen = there.with({ "rembuk-position": String(position) });
    expect(await rolesOf(seen)).toEqual([]);
  });

  it("gives no right to a write, whatever the node knows: the transaction looks again", async () => {
    const { membership, here } = await coordinator();
    const client = await world.hub.sql.connect();
    try {
      // Behind the ledger's back, so that no node hears of it.
      await client.query("begin; set local session_replication_role = replica");
      await client.query("delete from membership where id = $1", [membership.id]);
      await client.query("commit");
    } finally {
      client.release();
    }
    expect(await rolesOf(here)).toEqual(["COORDINATOR"]);
    expect((await refused(here, "addAction", action())).code).toBe("FORBIDDEN");
  });
});

describe("A role that was given", () => {
  it("holds for the next request of a person whom the node knew without it", async () => {
    const email = `${world.unique("orang")}@${lead.key}.example`;
    const client = at(await tokenFor(email), world.hub.url);
    expect(await rolesOf(client)).toEqual([]);
    const input = { organisationId: lead.id, email, role: "COORDINATOR" };
    await write(admin, "addMember", input);
    expect(await rolesOf(client)).toEqual(["COORDINATOR"]);
    const { id } = await write(client, "addAction", action());
    const { rows } = await world.hub.sql.query(
      "select actor like 'user:%' as person from change where entity_id = $1",
      [id],
    );
    expect(rows).toEqual([{ person: true }]);
  });
});

describe("An API key that was revoked", () => {
  it("is refused by the next request at the same node, and by the next write at another", async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const issued = { organisationId: lead.id, name: "k", scopes: ["COORDINATE"], expiresAt };
    const { id, payload } = await write(admin, "issueApiKey", issued);
    const [here, there] = [world.hub.url, other.url].map((url) => at(String(payload.secret), url));
    for (const client of [here, there]) await write(client as CheckedClient, "addAction", action());
    await write(admin, "revokeApiKey", { id, expectedVersion: 1 });
    for (const client of [there, here]) {
      const { code } = await refused(client as CheckedClient, "addAction", action());
      expect(code).toBe("UNAUTHENTICATED");
    }
  });
});

describe("A person whom the node knows", () => {
  it("is looked up by no statement of a query", async () => {
    const { here } = await coordinator();
    await rolesOf(here);
    const trips = await tripsOf(() => rolesOf(here));
    expect(trips.flat().filter((text) => text.includes("user_account u"))).toEqual([]);
  });
});
