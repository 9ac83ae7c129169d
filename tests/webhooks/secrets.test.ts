import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { webhookFor, webhookOf } from "../testkit/webhooks/webhooks.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let world: World;
let party: Party;
let admin: CheckedClient;
const address = "https://portal.example/rembuk";

beforeAll(async () => {
  world = await World.start({ WEBHOOK_PER_ORGANISATION: "3" });
  party = await world.organisation();
  admin = await world.member(party, "ADMIN");
});
afterAll(() => world.stop());

/** Every row of the database as text, behind the name of its table. */
async function dump(): Promise<string> {
  const { sql } = world.hub;
  const tables = await sql.query(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql.query(`select row.*::text as text from "${name}" as row`);
    texts.push(name, ...rows.map(({ text }) => text));
  }
  return texts.join("\n");
}

describe("A webhook's secret", () => {
  it("is shown once, and stands in no line of the ledger", async () => {
    const id = newId();
    const input = { id, organisationId: party.id, name: "portal", address };
    const { payload, version } = await write(admin, "createWebhook", input);
    const secret = String(payload.secret);
    expect(secret).toMatch(/^whsec_/);
    expect((await write(admin, "createWebhook", input)).payload.secret).toBeNull();
    await write(admin, "updateWebhook", { id, expectedVersion: version, name: "lain" });
    const dumped = await dump();
    expect(dumped).not.toContain(secret.slice("whsec_".length));
    expect(dumped).toContain(id);
  });

  it("is encrypted wherever it is stored, so that a dump tells none", async () => {
    const { id, version, secret } = await webhookFor(world, party, address);
    const { payload } = await write(admin, "rotateWebhookSecret", { id, expectedVersion: version });
    const next = String(payload.secret);
    expect(next).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(next).not.toBe(secret);
    const dumped = await dump();
    expect(dumped).toContain("webhook_secret");
    for (const one of [secret, next]) {
      expect(dumped).not.toContain(one.slice("whsec_".length));
      const bytes = Buffer.from(one.slice("whsec_".length), "base64");
      expect(dumped).not.toContain(bytes.toString("hex"));
    }
  });
});

describe("Webhooks", () => {
  it("are seen by their organisation's administrators and the operator alone", async () => {
    const { id } = await webhookFor(world, party, address);
    const listed = (client: CheckedClient) =>
      client.data<{ organisation: { webhooks: { id: string }[] } }>(
        "query ($id: ID!) { organisation(id: $id) { webhooks { id } } }",
        { id: party.id },
      );
    for (const client of [admin, await world.operator]) {
      expect(await webhookOf(client, id)).toMatchObject({ id, deliveries: { nodes: [] } });
      const { organisation } = await listed(client);
      expect(organisation.webhooks.map((one) => one.id)).toContain(id);
    }
    const others = [
      await world.member(party, "COORDINATOR"),
      await world.member(await world.organisation(), "ADMIN"),
      await world.key(party, "COORDINATE"),
      world.visitor(),
    ];
    for (const client of others) {
      expect(await webhookOf(client, id)).toBeNull();
      expect((await listed(client)).organisation.webhooks).toEqual([]);
    }
  });

  it("are at most as many as the operator allows an organisation", async () => {
    const other = await world.organisation();
    const theirs = await world.member(other, "ADMIN");
    for (const _ of [1, 2, 3]) await webhookFor(world, other, address);
    const input = { organisationId: other.id, name: "portal", address };
    const { error } = await refused(theirs, "createWebhook", input);
    expect(error.message).toMatch(/has 3 webhooks already/);
  });
});
