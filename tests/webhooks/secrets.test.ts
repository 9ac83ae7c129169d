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

describe("A webhook's secret", () => {
  it("is shown once, and stands in no line of the ledger", async () => {
    const id = newId();
    const input = { id, organisationId: party.id, name: "portal", address };
    const { payload, version } = await write(admin, "createWebhook", input);
    const secret = String(payload.secret);
    expect(secret).toMatch(/^whsec_/);
    expect((await write(admin, "createWebhook", input)).payload.secret).toBeNull();
    await write(admin, "updateWebhook", { id, expectedVersion: version, name: "lain" });
    const dumped = await world.hub.sql.query(
      `select (select json_agg(change) from change)::text || (select json_agg(webhook) from webhook)::text as text`,
    );
    expect(dumped.rows[0].text).not.toContain(secret.slice("whsec_".length));
    expect(dumped.rows[0].text).toContain(id);
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
