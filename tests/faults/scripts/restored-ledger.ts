import { setTimeout as delay } from "node:timers/promises";
import { TestHub, testDatabase } from "../../testkit/hub/index.js";
import { organisationInput, write } from "../../testkit/ledger/mutations.js";
import { olderCopy } from "../../testkit/ledger/restored.js";
import { type Refusal, watch } from "../../testkit/live/live-world.js";
import { inSession } from "../../testkit/postgres/sessions.js";
import { onServer } from "../../testkit/postgres/templates.js";
import { TestPrimary } from "../../testkit/replicas/replicated.js";
import type { Fault, Surroundings } from "./fault.js";

/** How a database is put back to an earlier state, and how the hub learns of it. */
const ways = ["under a running hub", "and a new hub", "by a standby that is behind"] as const;
type Way = (typeof ways)[number];

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

/** Waits until the hub answers at a position beyond what was lost. */
async function noticed(hub: TestHub, lost: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await hub.visitor.ask("{ viewer { kind } }").catch(() => undefined);
    if ((answer?.extensions?.position ?? 0) > lost) return performance.now() - began;
    await delay(20);
  }
}

async function fromCopy(way: Way): Promise<Restored> {
  const database = await testDatabase("sample");
  const start = () => TestHub.start("sample", {}, database);
  let hub = await start();
  const copy = await olderCopy(database.url, "sample");
  const common = await headOf(database.url);
  const lost = await makeChanges(hub, changes);
  const isStopped = way === "and a new hub";
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
  return { hub, common, lost, noticedMs, end };
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
  return { hub, common, lost, noticedMs: await noticed(hub, lost), end };
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

async function play(way: Way, { random, say }: Surroundings): Promise<string[]> {
  const restored = await (way === "by a standby that is behind" ? fromStandby() : fromCopy(way));
  const { hub, common, lost, noticedMs, end } = restored;
  // As many as were lost, and more: without epochs every position would be there again.
  const last = await makeChanges(hub, 2 * changes);
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
  await end();
  return faults;
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
    for (const way of ways) complaints.push(...(await play(way, surroundings)));
    return complaints;
  },
};
