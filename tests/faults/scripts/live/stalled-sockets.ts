import { setTimeout as delay } from "node:timers/promises";
import { LightSocket } from "../../../../bench/live/light-socket.js";
import { ChangeKind, canonicalBody } from "../../../../src/ledger/index.js";
import { organisationInput, write } from "../../../testkit/ledger/mutations.js";
import { LastingHubs } from "../../../testkit/live-faults/lasting-hubs.js";
import { liveFault, type Play } from "../../../testkit/live-faults/live-fault.js";
import { inSession } from "../../../testkit/postgres/sessions.js";
import { kernelSockets, tcpPages } from "../../../testkit/protocol/kernel-sockets.js";

interface Sizes {
  /** Sockets that are never read again; half as many are, while the hub waits for the answer to its close. */
  stalled: number;
  changes: number;
  /** Characters of each change: in all more than the kernel buffers for a socket. */
  characters: number;
}

const document = `subscription ($after: Position) {
  changes(after: $after) { position fields { name after } }
}`;
const batch = 100;
/** The page of the kernel's memory, in bytes. */
const pageBytes = 4096;
/** After so long without reading the hub closes a socket. */
const stallSeconds = 3;
/** Between two looks at what the kernel holds. */
const lookMs = 100;
/** How long the hub may take until no stalled socket is open, in milliseconds. */
const longestMs = 30_000;
/** How long nothing more may come to the kernel until the hub is taken to wait for it. */
const quietLooks = 10;
const env = { LIVE_STALL_SECONDS: String(stallSeconds), LIVE_PING_SECONDS: "3600" };
const shown = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MiB`;

/** A client that stops reading, and the code that it sees in the end. */
class Stalled {
  readonly ended = Promise.withResolvers<number>();
  private readonly socket: LightSocket;
  private readonly began = Promise.withResolvers<void>();

  constructor(origin: string, after: number) {
    const subscription = { origin, query: document, variables: { after } };
    const seen = () => this.began.resolve();
    this.socket = new LightSocket(subscription, seen, (code) => this.ended.resolve(code));
    this.socket.ready.catch(() => undefined);
  }

  async stall(): Promise<void> {
    await this.began.promise;
    this.socket.pause();
  }

  readAgain(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.close();
  }
}

/** Appends so many changes of an organisation that everybody sees. */
async function fill({ sizes }: Play<Sizes>, databaseUrl: string, entityId: string): Promise<void> {
  const line = canonicalBody({
    at: new Date().toISOString(),
    ...{ actor: "hub", operation: "updateOrganisation", kind: ChangeKind.UPDATED },
    ...{ entity: "Organisation", entityId },
    diff: { description: { before: null, after: "Pelatihan. ".repeat(sizes.characters / 11) } },
  });
  const lines = Array.from({ length: batch }, () => line);
  await inSession(databaseUrl, async (sql) => {
    for (let left = sizes.changes; left > 0; left -= batch) {
      await sql.query("select ledger_append($1::text[])", [lines]);
    }
  });
}

/** Resolves when the hub has no more than so many open sockets on its port, or after a time. */
async function fewOpen(port: number, most: number): Promise<void> {
  const until = performance.now() + longestMs;
  while (kernelSockets(port, "open").sockets > most && performance.now() < until) {
    await delay(lookMs);
  }
}

/** What the kernel holds of a port once the hub can give it no more. */
async function fullKernel(port: number): Promise<number> {
  let bytes = 0;
  for (let same = 0; same < quietLooks; same += 1) {
    await delay(lookMs);
    const { unreadBytes } = kernelSockets(port, "open");
    if (unreadBytes !== bytes) same = 0;
    bytes = unreadBytes;
  }
  return bytes;
}

/** Sockets are never read again, others when the hub has begun to close them. */
export const stalledSockets = liveFault<Sizes>({
  name: "live-stalled",
  holds:
    "ends sockets that are not read so that nothing of them is left, and says why where they are read",
  full: { stalled: 50, changes: 2_000, characters: 8_800 },
  short: { stalled: 6, changes: 2_000, characters: 8_800 },
  mutant: "a connection that is to be reset is only ended",
  async play(play) {
    const { sizes, say, cleanup } = play;
    const hubs = await LastingHubs.of(play);
    const hub = await hubs.take(env);
    const port = Number(new URL(hub.url).port);
    const created = await write(await hub.process.as(), "createOrganisation", organisationInput());
    const after = created.position - 1;
    const sockets = (count: number) =>
      Array.from({ length: count }, () => new Stalled(hub.url, after));
    const [never, late] = [sockets(sizes.stalled), sockets(sizes.stalled / 2)];
    const all = [...never, ...late];
    cleanup.defer(() => {
      for (const one of all) one.close();
    });
    await Promise.all(all.map((one) => one.stall()));
    const pages = tcpPages();
    const others = kernelSockets(port, "open").sockets - all.length;
    const filled = performance.now();
    await fill(play, hubs.databaseUrl, created.noun?.id ?? "");
    const held = await fullKernel(port);
    // The last byte came that long before, and half a second more is left to the hub.
    await delay((stallSeconds + 0.5) * 1000 - quietLooks * lookMs);
    for (const one of late) one.readAgain();
    const notClosed = delay(longestMs, 0, { ref: false });
    const codes = await Promise.all(
      late.map(({ ended }) => Promise.race([ended.promise, notClosed])),
    );
    await fewOpen(port, others);
    const left = kernelSockets(port, "ended");
    say(
      `${all.length} stalled: ${shown(held)} unread in the kernel while they were open; ` +
        `${left.sockets} in FIN-WAIT-1 with ${shown(left.unreadBytes)} after ${((performance.now() - filled) / 1000).toFixed(0)} s, ` +
        `${shown((tcpPages() - pages) * pageBytes)} of TCP memory more than before`,
    );
    const told = codes.filter((code) => code === 4413).length;
    say(`${told} of ${late.length} that read again saw 4413`);
    return [
      ...(left.sockets === 0 ? [] : [`${left.sockets} sockets are left in FIN-WAIT-1`]),
      ...(told === late.length ? [] : [`${late.length - told} did not see why: ${codes}`]),
    ];
  },
});
