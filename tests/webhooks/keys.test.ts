import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { newSealingKey, Sealing } from "../../src/platform/sealing.js";
import { HubProcess } from "../testkit/hub/hub-process.js";
import { TestHub, testFolder } from "../testkit/hub/index.js";
import { write } from "../testkit/mutations/documents.js";
import { ownerSettings } from "../testkit/postgres/sessions.js";
import { Receiver, verify } from "../testkit/webhooks/receiver.js";
import { delivering, webhookFor } from "../testkit/webhooks/webhooks.js";
import { type Party, World } from "../testkit/world/world.js";

// The keys that encrypt the secrets of webhooks, over starts of hubs on one database.

let world: World;
let party: Party;
let receiver: Receiver;
const [first, second] = [newSealingKey(), newSealingKey()];
const where = { entity: { eq: "Area" } };

beforeAll(async () => {
  world = await World.start({ ...delivering, WEBHOOK_JOBS: "0", WEBHOOK_KEYS: first });
  party = await world.organisation();
});
afterAll(() => world.stop());
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(async () => {
  await receiver.stop();
  await world.hub.sql.query("delete from webhook_secret");
});

/** Works beside a node that delivers, with these settings; gives what it logged. */
async function withNode(env: Record<string, string>, work: () => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(testFolder(), "webhook-keys-"));
  // One of them migrates anew.
  const settings = { ...delivering, ...ownerSettings(world.hub.database.url), ...env };
  const node = await HubProcess.start(folder, settings);
  try {
    await work();
  } finally {
    await node.stop();
  }
  return node.output.join("\n");
}

const change = async () => {
  const input = { name: world.unique("Kawasan"), regions: ["36.02"] };
  return (await write(await world.operator, "createArea", input)).position;
};

/** Makes a change; it must come, signed by this secret. */
async function expectSigned(secret: string): Promise<void> {
  const position = await change();
  const got = await receiver.until((all) => all.some((one) => one.position === position));
  for (const delivery of got.filter((one) => one.position === position)) verify(secret, delivery);
}

const keyIds = async () => {
  const { rows } = await world.hub.sql.query(
    "select distinct split_part(sealed, '.', 1) as id from webhook_secret",
  );
  return rows.map(({ id }) => id);
};

const idOf = (key: string) => new Sealing([key]).current;

describe("The keys of webhooks' secrets", () => {
  it("are replaced: a start with the new one first encrypts all by it, and the old one can go", async () => {
    const { secret } = await webhookFor(world, party, receiver.address, { where });
    expect(await keyIds()).toEqual([idOf(first)]);
    await withNode({ WEBHOOK_KEYS: `${second},${first}` }, () => expectSigned(secret));
    expect(await keyIds()).toEqual([idOf(second)]);
    await withNode({ WEBHOOK_KEYS: second }, () => expectSigned(secret));
  });

  it("that a node lacks leave the webhook to nodes that have them, and nothing is lost or signed wrongly", async () => {
    const { secret } = await webhookFor(world, party, receiver.address, { where });
    const other = await webhookFor(world, party, receiver.address, { where, name: "kedua" });
    const lost = new Sealing([newSealingKey()]).seal(other.secret, other.id);
    const set = "update webhook_secret set sealed = $2 where webhook_id = $1";
    await world.hub.sql.query(set, [other.id, lost]);
    const logged = await withNode({ WEBHOOK_KEYS: first }, async () => {
      await expectSigned(secret);
      expect(receiver.received.map(({ id }) => id)).toEqual([
        expect.not.stringContaining(other.id),
      ]);
      // Its administrator gives it a new secret: it goes on where it stood.
      const admin = await world.member(party, "ADMIN");
      const given = { id: other.id, expectedVersion: 1 };
      const { payload } = await write(admin, "rotateWebhookSecret", given);
      const [late] = (
        await receiver.until((all) => all.some(({ id }) => id.startsWith(other.id)))
      ).filter(({ id }) => id.startsWith(other.id));
      expect(late?.position).toBe(receiver.received[0]?.position);
      if (late) verify(String(payload.secret), late);
    });
    expect(logged).toMatch(/encrypted by keys that this node does not have/);
    expect(logged).not.toContain(secret);
  });

  it("encrypt the secrets of the time before there were keys, which sign as before", async () => {
    const { id } = await webhookFor(world, party, receiver.address, { where });
    const plain = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
    // The tables as they were.
    await world.hub.sql.query(`
      alter table webhook_state add column secret text;
      update webhook_state set secret = '${plain}' where webhook_id = '${id}';
      delete from webhook_state where secret is null;
      alter table webhook_state alter column secret set not null;
      drop table webhook_secret;
      alter table webhook drop column secret_changed_at;
      delete from schema_migration where name like '%_webhook_secrets'`);
    await withNode({ WEBHOOK_KEYS: first }, () => expectSigned(plain));
    const { rows } = await world.hub.sql.query("select sealed from webhook_secret");
    expect(rows.map(({ sealed }) => sealed)).toEqual([expect.stringMatching(`^${idOf(first)}\\.`)]);
  });

  // The last: its nodes run in this process, whose use cases encrypt by the key of the newest hub.
  it("are made in the data folder without the setting, once, for its owner's eyes", async () => {
    const folder = mkdtempSync(join(testFolder(), "webhook-keys-"));
    const file = join(folder, "webhook-key");
    const settings = { ...delivering, WEBHOOK_KEYS: "", REMBUK_DATA: folder };
    const begin = async () => {
      const node = await TestHub.start("regions", settings, world.hub.database);
      await node.stop();
    };
    await begin();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const made = readFileSync(file, "utf8");
    await begin();
    expect(readFileSync(file, "utf8")).toBe(made);
    writeFileSync(file, "hush");
    await expect(begin()).rejects.toThrow(
      `${file} holds no key of 32 bytes in Base64. Restore it, or set WEBHOOK_KEYS.`,
    );
  });
});
