import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { type Input, refused, type Written, write } from "../testkit/mutations/documents.js";
import { Receiver, verify } from "../testkit/webhooks/receiver.js";
import {
  delivering,
  untilWebhook,
  type WebhookShape,
  webhookFor,
  webhookOf,
} from "../testkit/webhooks/webhooks.js";
import { type Party, World } from "../testkit/world/world.js";

let world: World;
let party: Party;
let admin: CheckedClient;
let receiver: Receiver;
const areas = { entity: { eq: "Area" } };

beforeAll(async () => {
  world = await World.start(delivering);
  party = await world.organisation();
  admin = await world.member(party, "ADMIN");
});
afterAll(() => world.stop());
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(async () => {
  const { rows } = await world.hub.sql.query("select id, version from webhook");
  for (const { id, version } of rows) {
    await write(admin, "removeWebhook", { id, expectedVersion: version });
  }
  await receiver.stop();
});

const webhook = (more: Input = {}) =>
  webhookFor(world, party, receiver.address, { where: areas, ...more });

/** Makes so many areas; gives the positions. */
async function changes(count: number): Promise<number[]> {
  const positions: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const input = { name: world.unique("Kawasan"), regions: ["36.02"] };
    positions.push((await write(await world.operator, "createArea", input)).position);
  }
  return positions;
}

const until = (id: string, isAsWanted: (seen: WebhookShape) => boolean) =>
  untilWebhook(admin, id, isAsWanted);

const change = (mutation: string, { id, version }: Pick<Written, "id" | "version">, more = {}) =>
  write(admin, mutation, { id, expectedVersion: version, ...more });

describe("a webhook", () => {
  it("gets each change that it follows once, in order and signed", async () => {
    const { id, secret } = await webhook();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const positions = await changes(5);
    await receiver.until((got) => got.length >= 5);
    expect(receiver.positions).toEqual(positions);
    for (const delivery of receiver.received) {
      expect(verify(secret, delivery)).toMatchObject({ type: "Area.created" });
      expect(delivery.id).toBe(`${id}.${delivery.position}`);
      expect(() => verify(secret, { ...delivery, text: `${delivery.text} ` })).toThrow();
    }
    const { deliveries, position } = await until(id, (seen) => seen.deliveries.nodes.length === 5);
    expect(position).toBe(positions.at(-1));
    expect(deliveries.nodes).toEqual(
      positions.toReversed().map((at) => ({
        ...{ messageId: `${id}.${at}`, position: at, status: "DELIVERED", attempts: 1 },
        ...{ statusCode: 204, error: null, nextAttemptAt: null },
      })),
    );
  });

  it("gets what `changes` shows a key of its organisation that reads, and no more", async () => {
    const { position } = await webhook();
    await changes(1);
    const [delivery] = await receiver.until((got) => got.length === 1);
    const key = await world.key(party, "READ");
    const shown = await key.data<{ node: { history: { nodes: object[] } } }>(
      `query ($id: ID!) { node(id: $id) { ... on Area { history(first: 1) { nodes {
        position at operation entity entityId kind user { id } organisation { id } programme { id }
        plan { id } deliberation { id } area { id } fields { name before after } hash
      } } } } }`,
      { id: delivery?.data.entityId ?? "" },
    );
    expect(delivery?.data).toEqual(shown.node.history.nodes[0]);
    expect(delivery).toMatchObject({ type: "Area.created", timestamp: expect.any(String) });
    expect(delivery?.position).toBeGreaterThan(position);
  });

  it("gets no change that its organisation may not see", async () => {
    const other = await world.organisation();
    const hidden = await webhookFor(world, other, receiver.address);
    const programme = await world.programme(party);
    const secret = await world.plan(programme, party, { visibility: "ORGANISATION" });
    const open = await world.plan(programme, party, { visibility: "PUBLIC" });
    await receiver.until((got) => got.some(({ data }) => data.entityId === open.id));
    const subjects = receiver.received.map(({ data }) => data.entityId);
    expect(subjects).not.toContain(secret.id);
    expect(JSON.stringify(receiver.received)).not.toContain(secret.id);
    const all = "select position::int from change where position > $1 and entity_id = $2";
    const { rows } = await world.hub.sql.query(all, [hidden.position, secret.id]);
    expect(rows).not.toEqual([]);
    const theirs = await world.member(other, "ADMIN");
    await write(theirs, "removeWebhook", { id: hidden.id, expectedVersion: 1 });
  });

  it("tries a failed delivery again with the same id, before those after it", async () => {
    const { id, secret } = await webhook();
    let failures = 0;
    receiver.answer = () => {
      failures += 1;
      return failures <= 3 ? 503 : 200;
    };
    const [first, second] = await changes(2);
    await receiver.until((got) => got.length >= 5);
    expect(receiver.positions).toEqual([first, first, first, first, second]);
    expect(new Set(receiver.received.slice(0, 4).map((one) => one.id)).size).toBe(1);
    for (const delivery of receiver.received) verify(secret, delivery);
    const { deliveries, failingSince } = await until(id, (seen) => seen.position === second);
    expect(deliveries.nodes.at(-1)).toMatchObject({ status: "DELIVERED", attempts: 4 });
    expect(failingSince).toBeNull();
  });

  it("says why a delivery failed, in the reader's language", async () => {
    const { id } = await webhook();
    receiver.answer = () => 302;
    receiver.headers = { location: receiver.address };
    const [position] = await changes(1);
    const { deliveries, failingSince } = await until(id, (seen) => seen.failingSince !== null);
    expect(failingSince).toEqual(expect.any(String));
    expect(deliveries.nodes[0]).toMatchObject({ position, status: "PENDING", statusCode: 302 });
    expect(deliveries.nodes[0]?.error).toMatch(/^The receiver answered 302, a redirect/);
    expect(receiver.received.every((one) => one.position === position)).toBe(true);
  });

  it("delivers nothing while it is paused, and all of it once it is resumed", async () => {
    const made = await webhook();
    const paused = await change("pauseWebhook", made);
    const positions = await changes(2);
    expect(await webhookOf(admin, made.id)).toMatchObject({
      ...{ status: "PAUSED", pauseReason: "REQUESTED", position: made.position - 1 },
    });
    expect(receiver.received).toEqual([]);
    const { error } = await refused(admin, "pauseWebhook", {
      ...{ id: made.id, expectedVersion: paused.version },
    });
    expect(error.extensions).toMatchObject({ code: "INVALID_TRANSITION" });
    await change("resumeWebhook", paused);
    await receiver.until((got) => got.length >= 2);
    expect(receiver.positions).toEqual(positions);
  });

  it("is resumed from an earlier and from a later position", async () => {
    const made = await webhook();
    const positions = await changes(3);
    await receiver.until((got) => got.length >= 3);
    const paused = await change("pauseWebhook", made);
    const resumed = await change("resumeWebhook", paused, { after: positions[0] });
    await receiver.until((got) => got.length >= 5);
    expect(receiver.positions.slice(3)).toEqual(positions.slice(1));
    const again = await change("pauseWebhook", resumed);
    const left = await changes(2);
    await change("resumeWebhook", again, { after: left[0] });
    await receiver.until((got) => got.length >= 6);
    expect(receiver.positions.slice(5)).toEqual([left[1]]);
  });

  it("sends a delivery once more on request, also while it is paused", async () => {
    const made = await webhook();
    const [first, second] = await changes(2);
    await until(made.id, (seen) => seen.position === second);
    const paused = await change("pauseWebhook", made);
    await write(admin, "redeliver", { id: paused.id, position: first });
    await receiver.until((got) => got.length >= 3);
    expect(receiver.positions).toEqual([first, second, first]);
    expect(receiver.received[2]?.id).toBe(receiver.received[0]?.id);
    const seen = await until(made.id, ({ deliveries: { nodes } }) => nodes[1]?.attempts === 2);
    expect(seen).toMatchObject({ status: "PAUSED", position: second });
  });

  it("is paused for good where its receiver is gone, and after it failed for long", async () => {
    const made = await webhook();
    receiver.answer = () => 410;
    const [position] = await changes(1);
    const gone = await until(made.id, ({ status }) => status === "PAUSED");
    expect(gone.pauseReason).toBe("GONE");
    expect(receiver.positions).toEqual([position]);
    receiver.answer = () => 500;
    await change("resumeWebhook", gone);
    await until(made.id, (seen) => seen.failingSince !== null);
    const longAgo = "update webhook_state set failing_since = failing_since - interval '72 hours'";
    await world.hub.sql.query(longAgo);
    const failing = await until(made.id, (seen) => seen.pauseReason === "FAILING");
    expect(failing.deliveries.nodes[0]).toMatchObject({ position, status: "PENDING" });
    receiver.answer = () => 204;
    await change("resumeWebhook", failing);
    await until(made.id, (seen) => seen.deliveries.nodes[0]?.status === "DELIVERED");
  });

  it("is paused visibly where the ledger no longer holds its next changes, and passes none over", async () => {
    const made = await webhook();
    const [kept] = await changes(1);
    await until(made.id, ({ position }) => position === kept);
    receiver.answer = () => 500;
    const [lost, last] = await changes(2);
    await until(made.id, ({ failingSince }) => failingSince !== null);
    // As retention does once it has dropped the changes up to there.
    const retain = (from: number) =>
      world.hub.sql.query("update ledger_head set retained_from = $1", [from]);
    await retain(Number(last));
    const paused = await until(made.id, ({ status }) => status === "PAUSED");
    receiver.answer = () => 204;
    expect(paused).toMatchObject({ pauseReason: "CURSOR_EXPIRED", position: kept });
    const { error } = await refused(admin, "resumeWebhook", {
      ...{ id: made.id, expectedVersion: paused.version },
    });
    expect(error.extensions).toMatchObject({ code: "CURSOR_EXPIRED", retainedFrom: last });
    const asked = await write(admin, "redeliver", { id: made.id, position: lost });
    const dropped = "The ledger no longer holds this change.";
    await until(made.id, ({ deliveries: { nodes } }) => nodes[0]?.error === dropped);
    const before = receiver.received.length;
    await change("resumeWebhook", asked, { after: last });
    const [next] = await changes(1);
    await receiver.until((got) => got.length > before);
    expect(receiver.positions.slice(before)).toEqual([next]);
    expect(receiver.positions).not.toContain(last);
    await retain(0);
  });

  it("goes on from what is left where the ledger was restored to before its position", async () => {
    const made = await webhook();
    const [kept] = await changes(1);
    await until(made.id, ({ position }) => position === kept);
    // As a node leaves it that has delivered what is lost.
    await world.hub.sql.query(
      "update webhook_state set position = position + 50, generation = generation + 1",
    );
    await world.hub.sql.query(
      "select ledger_new_epoch('RESTORED', position + 100) from ledger_head",
    );
    const [next] = await changes(1);
    await receiver.until((got) => got.length === 2);
    expect(receiver.positions).toEqual([kept, next]);
    const { status } = await until(made.id, ({ position }) => position === next);
    expect(status).toBe("ACTIVE");
  });

  it("follows a new address and filter from where it is", async () => {
    const made = await webhook();
    await changes(1);
    await receiver.until((got) => got.length === 1);
    const moved = await Receiver.start();
    const where = { entity: { eq: "Area" }, kind: { eq: "UPDATED" } };
    await change("updateWebhook", made, { address: moved.address, where });
    const area = await write(await world.operator, "createArea", {
      ...{ name: world.unique("Kawasan"), regions: ["36.02"] },
    });
    const renamed = { id: area.id, expectedVersion: 1, theme: "kopi" };
    const { position } = await write(await world.operator, "updateArea", renamed);
    await moved.until((got) => got.length === 1);
    expect(moved.positions).toEqual([position]);
    expect(receiver.received).toHaveLength(1);
    await moved.stop();
  });
});
