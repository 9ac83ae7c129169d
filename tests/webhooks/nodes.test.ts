import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { HubProcess } from "../testkit/hub/hub-process.js";
import { TestHub, testFolder } from "../testkit/hub/index.js";
import { write } from "../testkit/mutations/documents.js";
import { Receiver, verify } from "../testkit/webhooks/receiver.js";
import { delivering, untilWebhook, webhookFor } from "../testkit/webhooks/webhooks.js";
import { type Party, World } from "../testkit/world/world.js";

// Several nodes on one database: each webhook is delivered by one of them at a time.

let world: World;
let party: Party;
let receiver: Receiver;
const where = { entity: { eq: "Area" } };

beforeAll(async () => {
  world = await World.start({ ...delivering, WEBHOOK_JOBS: "0" });
  party = await world.organisation();
});
afterAll(() => world.stop());
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

const started: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of started.splice(0)) await stop();
});

/** Another node that delivers; the world's own does not. */
async function node(): Promise<TestHub> {
  const hub = await TestHub.start("regions", delivering, world.hub.database);
  started.push(() => hub.stop());
  return hub;
}

async function areas(count: number): Promise<number[]> {
  const positions: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const input = { name: world.unique("Kawasan"), regions: ["36.02"] };
    positions.push((await write(await world.operator, "createArea", input)).position);
  }
  return positions;
}

describe("Two nodes", () => {
  it("deliver each change once and in order, and one goes on where the other stopped", async () => {
    const { id } = await webhookFor(world, party, receiver.address, { where });
    const [first] = [await node(), await node()];
    const positions = await areas(4);
    await receiver.until((got) => got.length >= 4);
    expect(receiver.positions).toEqual(positions);
    const admin = await world.member(party, "ADMIN");
    await untilWebhook(admin, id, (seen) => seen.position === positions.at(-1));
    started.shift();
    await first.stop();
    const more = await areas(3);
    await receiver.until((got) => got.length >= 7);
    expect(receiver.positions).toEqual([...positions, ...more]);
    await write(admin, "removeWebhook", { id, expectedVersion: 1 });
  });
});

describe("A node that is killed between a delivery and its record", () => {
  it("loses none: the next sends that one again with the same id, and then the others", async () => {
    const { secret } = await webhookFor(world, party, receiver.address, { where });
    const folder = join(testFolder(), `webhooks_${randomUUID()}`);
    const env = { ...delivering, DATABASE_URL: world.hub.database.url };
    const doomed = await HubProcess.start(folder, env);
    const killed = Promise.withResolvers<void>();
    receiver.answer = async () => {
      receiver.answer = () => 204;
      await doomed.kill();
      killed.resolve();
      return 204;
    };
    const positions = await areas(3);
    await killed.promise;
    await node();
    await receiver.until((got) => got.length >= 4);
    expect(receiver.positions).toEqual([positions[0], ...positions]);
    const [before, after] = receiver.received;
    expect(after?.id).toBe(before?.id);
    for (const delivery of receiver.received) verify(secret, delivery);
  });
});
