import { setTimeout as delay } from "node:timers/promises";
import { TestHub } from "../hub/index.js";
import { write } from "../mutations/documents.js";
import { randomFrom } from "../random/random.js";
import { type Party, World } from "../world/world.js";
import { type Received, Receiver, verify } from "./receiver.js";
import { Trap } from "./trap.js";
import { delivering, webhookFor } from "./webhooks.js";

/** The name of the machine that the operator lists; by its number it stays forbidden. */
const listed = "localhost";
const settings = { ...delivering, WEBHOOK_PRIVATE_HOSTS: listed };
const where = { entity: { eq: "Area" } };

/** The most failures of the receiver in a round: the hub waits longer after each. */
const mostFailures = 6;

/** What a receiver got, and what it answered: 0 for a node that was gone before the answer. */
interface Reception {
  position: number;
  status: number;
}

/**
 * Changes that are delivered to a receiver that answers at random, by one node and then by another, after the
 * first was ended within a delivery. The trial says what was not as it is promised.
 */
export class Trial {
  private readonly draw: () => number;
  /** The failures that a round has left: a faulty hub that begins anew after each ends all the same. */
  private failuresLeft = 0;

  private constructor(
    private readonly world: World,
    private readonly party: Party,
    seed: number,
  ) {
    this.draw = randomFrom(seed);
  }

  static async start(seed: number): Promise<Trial> {
    const world = await World.start({ ...settings, WEBHOOK_JOBS: "0" });
    return new Trial(world, await world.organisation(), seed);
  }

  stop(): Promise<void> {
    return this.world.stop();
  }

  /** The faults of one round; `begin` is called before the first node starts, and what it gives at the end. */
  async play(begin: () => () => void): Promise<string[]> {
    await using used = new AsyncDisposableStack();
    const [receiver, trap] = [await Receiver.start(), await Trap.set()];
    used.defer(() => receiver.stop());
    used.defer(() => trap.close());
    used.defer(() => this.removeAll());
    const address = receiver.address.replace("127.0.0.1", listed);
    receiver.headers = { location: trap.address.replace("https", "http") };
    const secrets = await this.webhookWithTwoSecrets(address);
    const forbidden = await this.forbidden(trap);
    used.defer(begin());
    const faults: string[] = [];
    const log = this.answerAtRandom(receiver, secrets, faults);
    const expected = await this.areas(6);
    await this.endWithin(receiver, log, Number(expected[3]));
    expected.push(...(await this.areas(3)));
    const node = await this.node();
    used.defer(() => node.stop());
    await until(() => log.some(({ position }) => position === expected.at(-1)));
    // What comes last is taken at once, also of a faulty hub: the round ends in any case.
    this.failuresLeft = 0;
    expected.push(...(await this.areas(1)));
    await until(() =>
      log.some(({ position, status }) => position === expected.at(-1) && isTaken(status)),
    );
    faults.push(...wrongIn(log, expected));
    await until(async () => trap.hits > 0 || (await this.hasFailed(forbidden)));
    if (trap.hits > 0) faults.push("a host that is forbidden was called");
    if (await this.goesOnBeyondTheHorizon(receiver))
      faults.push("dropped changes were passed over");
    return faults;
  }

  private async node(): Promise<TestHub> {
    return await TestHub.start("regions", settings, this.world.hub.database);
  }

  private async areas(count: number): Promise<number[]> {
    const positions: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const input = { name: this.world.unique("Kawasan"), regions: ["36.02"] };
      positions.push((await write(await this.world.operator, "createArea", input)).position);
    }
    return positions;
  }

  private async webhookWithTwoSecrets(address: string): Promise<string[]> {
    const { id, secret } = await webhookFor(this.world, this.party, address, { where });
    const admin = await this.world.member(this.party, "ADMIN");
    const { payload } = await write(admin, "rotateWebhookSecret", { id, expectedVersion: 1 });
    return [secret, String(payload.secret)];
  }

  /** A webhook whose address became forbidden after it was made, as where the operator lists its host no more. */
  private async forbidden(trap: Trap): Promise<string> {
    const { id } = await webhookFor(this.world, this.party, "https://portal.example/", { where });
    await this.behindTheGuards("update webhook set address = $1 where id = $2", [trap.address, id]);
    return id;
  }

  private async behindTheGuards(statement: string, values: unknown[]): Promise<void> {
    const client = await this.world.hub.sql.connect();
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(statement, values);
    await client.query("commit");
    client.release();
  }

  private async hasFailed(webhook: string): Promise<boolean> {
    const failed = "select 1 from webhook_state where webhook_id = $1 and failures > 0";
    return (await this.world.hub.sql.query(failed, [webhook])).rows.length > 0;
  }

  /** Has the receiver take most deliveries, fail at some and redirect others; gives the log of all. */
  private answerAtRandom(receiver: Receiver, secrets: string[], faults: string[]): Reception[] {
    const log: Reception[] = [];
    this.failuresLeft = mostFailures;
    receiver.answer = (delivery) => {
      if (!secrets.every((secret) => isSigned(secret, delivery))) faults.push("not signed by both");
      const drawn = this.failuresLeft > 0 ? this.draw() : 0;
      const status = drawn < 0.6 ? 204 : drawn < 0.85 ? 500 : 302;
      if (!isTaken(status)) this.failuresLeft -= 1;
      log.push({ position: delivery.position, status });
      return status;
    };
    return log;
  }

  /** Starts a node, and ends it while the receiver has the delivery of a position that it has not answered. */
  private async endWithin(receiver: Receiver, log: Reception[], at: number): Promise<void> {
    const { answer } = receiver;
    const held = Promise.withResolvers<void>();
    let isHeld = false;
    receiver.answer = (delivery) => {
      isHeld ||= delivery.position === at;
      if (!isHeld) return answer(delivery);
      log.push({ position: delivery.position, status: 0 });
      held.resolve();
      return "never";
    };
    const node = await this.node();
    await held.promise;
    await node.stop();
    receiver.answer = answer;
  }

  /** True where a change is delivered after others that the ledger has dropped. */
  private async goesOnBeyondTheHorizon(receiver: Receiver): Promise<boolean> {
    const retain = (from: number) =>
      this.world.hub.sql.query("update ledger_head set retained_from = $1", [from]);
    let further = 0;
    const came = Promise.withResolvers<void>();
    const dropped = Promise.withResolvers<void>();
    receiver.answer = async () => {
      further += 1;
      came.resolve();
      await dropped.promise;
      return further === 1 ? 500 : 204;
    };
    const [position] = await this.areas(1);
    await came.promise;
    await retain(Number(position));
    dropped.resolve();
    await this.areas(1);
    const paused = "select 1 from webhook where pause_reason = 'CURSOR_EXPIRED'";
    const isPaused = async () => (await this.world.hub.sql.query(paused)).rows.length > 0;
    await until(async () => further > 1 || (await isPaused()));
    await retain(0);
    return further > 1;
  }

  private async removeAll(): Promise<void> {
    const admin = await this.world.member(this.party, "ADMIN");
    const { rows } = await this.world.hub.sql.query("select id, version from webhook");
    for (const { id, version } of rows) {
      await write(admin, "removeWebhook", { id, expectedVersion: version });
    }
  }
}

const isTaken = (status: number): boolean => status >= 200 && status < 300;

function isSigned(secret: string, delivery: Received): boolean {
  try {
    verify(secret, delivery);
    return true;
  } catch {
    return false;
  }
}

/** What a log shows of changes that were lost, doubled or out of order. */
function wrongIn(log: readonly Reception[], expected: readonly number[]): string[] {
  const faults: string[] = [];
  let next = 0;
  for (const { position, status } of log) {
    const at = expected.indexOf(position);
    if (at < next) faults.push(`${position} came again after it was taken`);
    else if (at > next) faults.push(`${position} came before ${expected[next]} was taken`);
    if (at >= next && isTaken(status)) next = at + 1;
  }
  const taken = new Set(
    log.filter(({ status }) => isTaken(status)).map(({ position }) => position),
  );
  const lost = expected.filter((position) => !taken.has(position));
  return [...faults, ...lost.map((position) => `${position} is lost`)];
}

/** Waits until something is so that nothing tells of. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(10);
}
