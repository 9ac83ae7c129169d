import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { write } from "../testkit/mutations/documents.js";
import { type Received, Receiver, verify } from "../testkit/webhooks/receiver.js";
import { delivering, untilWebhook, webhookFor } from "../testkit/webhooks/webhooks.js";
import { type Party, World } from "../testkit/world/world.js";

let world: World;
let party: Party;
let admin: CheckedClient;
let receiver: Receiver;

beforeAll(async () => {
  world = await World.start(delivering);
  party = await world.organisation();
  admin = await world.member(party, "ADMIN");
});
afterAll(() => world.stop());
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

const webhook = () =>
  webhookFor(world, party, receiver.address, { where: { entity: { eq: "Area" } } });

/** The delivery of a new change. */
async function delivered(): Promise<Received> {
  const input = { name: world.unique("Kawasan"), regions: ["36.02"] };
  const { position } = await write(await world.operator, "createArea", input);
  const isIt = (one: Received) => one.position === position;
  const found = (await receiver.until((got) => got.some(isIt))).find(isIt);
  if (!found) throw new Error(`No delivery of ${position}`);
  return found;
}

/** Gives a webhook a new secret. */
async function rotated({ id, version }: { id: string; version: number }) {
  const done = await write(admin, "rotateWebhookSecret", { id, expectedVersion: version });
  return { ...done, id, secret: String(done.payload.secret) };
}

const signatures = ({ headers }: Received) => String(headers["webhook-signature"]).split(" ");

describe("A webhook whose secret is replaced", () => {
  it("is signed by both for a day, so that a receiver with either verifies", async () => {
    const made = await webhook();
    expect(signatures(await delivered())).toHaveLength(1);
    const next = await rotated(made);
    const both = await delivered();
    expect(signatures(both)).toHaveLength(2);
    for (const secret of [made.secret, next.secret]) verify(secret, both);
    const until =
      "select extract(epoch from until - now())::float8 as s from webhook_secret where until is not null";
    const { rows } = await world.hub.sql.query(until);
    expect(rows[0].s).toBeGreaterThan(86_400 - 600);
    expect(rows[0].s).toBeLessThanOrEqual(86_400);
  });

  it("is signed by the new one alone once the day is over", async () => {
    const made = await webhook();
    const next = await rotated(made);
    await world.hub.sql.query("update webhook_secret set until = now() where until is not null");
    const paused = await write(admin, "pauseWebhook", {
      ...{ id: next.id, expectedVersion: next.version },
    });
    await write(admin, "resumeWebhook", { id: next.id, expectedVersion: paused.version });
    const alone = await delivered();
    expect(signatures(alone)).toHaveLength(1);
    verify(next.secret, alone);
    expect(() => verify(made.secret, alone)).toThrow();
  });

  it("keeps the secret that the receiver has, also where the answer with a new one was lost", async () => {
    const made = await webhook();
    const lost = await rotated(made);
    const next = await rotated(lost);
    const got = await delivered();
    for (const secret of [made.secret, lost.secret, next.secret]) verify(secret, got);
  });

  it("has at most four secrets that sign, the newest", async () => {
    const made = await webhook();
    const all: Awaited<ReturnType<typeof rotated>>[] = [];
    for (let turn = 0; turn < 4; turn += 1) all.push(await rotated(all.at(-1) ?? made));
    const got = await delivered();
    expect(signatures(got)).toHaveLength(4);
    for (const { secret } of all) verify(secret, got);
    expect(() => verify(made.secret, got)).toThrow();
  });

  it("goes on where it was, and tries at once what failed before", async () => {
    const made = await webhook();
    const [before] = [await delivered()];
    receiver.answer = () => 401;
    const failing = await delivered();
    await world.hub.sql.query(
      "update webhook_state set next_attempt_at = now() + interval '1 hour' where webhook_id = $1",
      [made.id],
    );
    receiver.answer = () => 204;
    const next = await rotated(made);
    const seen = await untilWebhook(
      admin,
      made.id,
      // It may have passed over later changes that are not its own.
      ({ position }) => Number(position) >= failing.position,
    );
    expect(seen.status).toBe("ACTIVE");
    const last = receiver.received.at(-1);
    expect(last?.id).toBe(failing.id);
    if (last) verify(next.secret, last);
    expect(receiver.positions.filter((position) => position === before.position)).toHaveLength(1);
  });
});
