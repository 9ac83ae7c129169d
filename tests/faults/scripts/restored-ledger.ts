import { setTimeout as delay } from "node:timers/promises";
import { verifyLedger } from "../../../src/ledger/index.js";
import { areFed, untilStates } from "../../testkit/faults/feed-states.js";
import { hasNats, NatsServer, noNats } from "../../testkit/faults/nats-server.js";
import { TestHub, testDatabase } from "../../testkit/hub/index.js";
import { organisationInput, write } from "../../testkit/ledger/mutations.js";
import { olderCopy } from "../../testkit/ledger/restored.js";
import { type Refusal, watch } from "../../testkit/live/live-world.js";
import { inSession, openLedger } from "../../testkit/postgres/sessions.js";
import { onServer } from "../../testkit/postgres/templates.js";
import { TestPrimary } from "../../testkit/replicas/replicated.js";
import type { Fault, Surroundings } from "./fault.js";

/** How a database is put back to an earlier state, and how the hub learns of it. */
const ways = {
  "under a running hub": () => fromCopy(),
  "under two nodes with NATS": () => withNats(),
  "and a new hub": () => fromCopy(true),
  "by a standby that is behind": () => fromStandby(),
};

/** The changes that are kept and lost, and the clients that come back. */
const [changes, clients] = [40, 60];

/** A client that has seen the ledger up to a position, which is all that it knows. */
interface Outcome {
  position: number;
  /** The code and the reason of its refusal; the positions that it was given where it was not refused. */
  refusal?: Refusal;
  given?: number[];
}

const makeChanges = async (hub: TestHub, count: number): Promise<number> => {
  const operator = await hub.operator;
  let last = 0;
  for (let at = 0; at < count; at += 1)
    last = (await write(operator, "createOrganisation", organisationInput())).position;
  return last;
};

/** Resumes after a position, up to a known last one. */
async function resume(hub: TestHub, position: number, last: number): Promise<Outcome> {
  const client = hub.socket();
  const stream = watch(client, { after: position });
  try {
    const first = await stream.next();
    const rest = first.position < last ? await stream.upTo(last) : [];
    return { position, given: [first, ...rest].map((each) => each.position) };
  } catch (error) {
    // What is no payload has ended the stream: it is asked for again.
    const refusal = await watch(client, { after: position }).refusal();
    return { position, refusal: { ...refusal, message: String(error) } };
  } finally {
    await client.dispose();
  }
}

/** A database that was put back, with a hub on it. */
interface Restored {
  hub: TestHub;
  /** The node that is written to. */
  writer: TestHub;
  /** The last position that was not lost, and the last that was. */
  common: number;
  lost: number;
  noticedMs: number;
  end(): Promise<void>;
}

const headOf = (url: string): Promise<number> =>
  inSession(url, async (client) => {
    const { rows } = await client.query("select position::float8 from ledger_head");
    return rows[0].position;
  });

async function verified(url: string): Promise<{ whole: boolean }> {
  const { orm, close } = await openLedger(url);
  return await verifyLedger(orm.em.fork()).finally(close);
}

/** Waits until the hub answers at a position beyond what was lost. */
async function noticed(hub: TestHub, lost: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await hub.visitor.ask("{ viewer { kind } }").catch(() => undefined);
    if ((answer?.extensions?.position ?? 0) > lost) return performance.now() - began;
    await delay(20);
  }
}

async function fromCopy(isStopped = false): Promise<Restored> {
  const database = await testDatabase("sample");
  const start = () => TestHub.start("sample", {}, database);
  let hub = await start();
  const copy = await olderCopy(database.url, "sample");
  const common = await headOf(database.url);
  const lost = await makeChanges(hub, changes);
  if (isStopped) await hub.stop();
  await copy.restore();
  if (isStopped) {
    // By the operator's command, after a restore of files.
    await onServer(database.url, "select ledger_new_epoch('OPERATOR')");
    hub = await start();
  }
  const noticedMs = await noticed(hub, lost);
  const end = async () => {
    await hub.stop();
    await database.drop();
  };
  return { hub, writer: hub, common, lost, noticedMs, end };
}

/** The same where one node reads the ledger and feeds the other, before and after. */
async function withNats(): Promise<Restored> {
  const [database, nats] = [await testDatabase("sample"), await NatsServer.start()];
  const start = () => TestHub.start("sample", { NATS_URL: nats.url }, database);
  const nodes = [await start(), await start()] as const;
  const areFedNow = () =>
    untilStates(
      nodes.map(({ url }) => url),
      areFed,
    );
  await areFedNow();
  const copy = await olderCopy(database.url, "sample");
  const common = await headOf(database.url);
  const lost = await makeChanges(nodes[0], changes);
  await noticed(nodes[1], lost - 1);
  await copy.restore();
  const times = await Promise.all(nodes.map((node) => noticed(node, lost)));
  await areFedNow();
  const end = async () => {
    await areFedNow();
    await Promise.all(nodes.map((node) => node.stop()));
    await nats.kill();
    await database.drop();
  };
  return { hub: nodes[1], writer: nodes[0], common, lost, noticedMs: Math.max(...times), end };
}

async function fromStandby(): Promise<Restored> {
  const primary = await TestPrimary.start();
  const first = await TestHub.start("sample", { REMBUK_SAMPLE: "on" }, primary.database);
  const standby = await primary.addReplica();
  const common = await makeChanges(first, changes);
  while ((await headOf(standby.url)) < common) await delay(20);
  // What it never received is lost.
  await standby.stop();
  const lost = await makeChanges(first, changes);
  await first.stop();
  await primary.halt();
  await standby.restart();
  await standby.sql("select pg_promote()");
  const database = { url: standby.url, drop: async () => undefined };
  const hub = await TestHub.start("sample", {}, database);
  const end = async () => {
    await hub.stop();
    await primary.stop();
  };
  return { hub, writer: hub, common, lost, noticedMs: await noticed(hub, lost), end };
}

/** What is wrong with how clients were answered that came back. */
function faultsOf(
  outcomes: readonly Outcome[],
  common: number,
  lines: readonly number[],
): string[] {
  return outcomes.flatMap(({ position, refusal, given }) => {
    if (position > common)
      return refusal?.reason === "LEDGER_RESTORED" && refusal.retainedFrom === common
        ? []
        : [
            `a client at ${position}, of what is lost, was ${given ? "resumed" : "refused otherwise"}`,
          ];
    const expected = lines.filter((line) => line > position);
    return JSON.stringify(given) === JSON.stringify(expected)
      ? []
      : [`a client at ${position} was given ${given?.length ?? 0} of ${expected.length} changes`];
  });
}

async function play(way: keyof typeof ways, { random, say }: Surroundings): Promise<string[]> {
  const { hub, writer, common, lost, noticedMs, end } = await ways[way]();
  // As many as were lost, and more: without epochs every position would be there again.
  const last = await makeChanges(writer, 2 * changes);
  const from = Math.max(0, common - changes);
  const everything = await resume(hub, from, last);
  const lines = everything.given ?? [];
  const outcomes: Outcome[] = [];
  for (let client = 0; client < clients; client += 1) {
    const position = from + Math.floor(random() * (lost - from + 1));
    outcomes.push(await resume(hub, position, last));
  }
  const faults = faultsOf(outcomes, common, lines);
  const told = outcomes.filter(({ refusal }) => refusal?.reason === "LEDGER_RESTORED").length;
  say(
    `${way}: ${lost - common} positions lost; ${clients} clients came back, ${told} were told of ${
      outcomes.filter(({ position }) => position > common).length
    } ahead, ${outcomes.length - told} resumed, ${faults.length} wrong; noticed within ${Math.round(noticedMs)} ms`,
  );
  const { whole } = await verified(hub.database.url);
  await end();
  return whole ? faults : [...faults, `the chain is not whole: ${way}`];
}

/**
 * An older copy of the database is put in its place, in each of the ways, and the ledger grows past what was lost.
 * Then clients come back that know nothing but a number: those who have seen what is lost must be told, and the
 * others must have every change once.
 */
export const restoredLedger: Fault = {
  name: "restored-ledger",
  needsServer: true,
  async run(surroundings) {
    const complaints: string[] = [];
    for (const way of Object.keys(ways) as (keyof typeof ways)[]) {
      if (way === "under two nodes with NATS" && !hasNats) surroundings.say(noNats);
      else complaints.push(...(await play(way, surroundings)));
    }
    return complaints;
  },
};
