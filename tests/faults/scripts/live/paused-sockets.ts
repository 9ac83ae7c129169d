import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { LightSocket } from "../../../../bench/live/light-socket.js";
import { ChangeKind, canonicalBody } from "../../../../src/ledger/index.js";
import { organisationInput, write } from "../../../testkit/ledger/mutations.js";
import { differences } from "../../../testkit/live-faults/differences.js";
import { LastingHubs } from "../../../testkit/live-faults/lasting-hubs.js";
import { liveFault, type Play, positionsAfter } from "../../../testkit/live-faults/live-fault.js";
import type { LiveHub } from "../../../testkit/live-faults/live-hub.js";
import { Watchers } from "../../../testkit/live-faults/watchers.js";
import { inSession } from "../../../testkit/postgres/sessions.js";

interface Sizes {
  paused: number;
  readers: number;
  changes: number;
  /** Characters of each change: in all more than the kernel buffers for a socket. */
  characters: number;
  /** Single changes by which the readers' delays are measured, before and with the paused sockets. */
  measured: number;
  /** The most bytes that may be held for the paused sockets. */
  mostBytes: number;
}

const document = `subscription ($after: Position) {
  changes(after: $after) { position entityId fields { name after } }
}`;
/** Changes of one statement, which the readers get before the next. */
const batch = 100;
const pauseMs = 20;
/** Pages that a group may hold. */
const mostPages = 4;
/** How far above the delay of before the readers' may be: times that, and a difference that is noise. */
const tolerance = { times: 1.5, ms: 20 };
/** No client is closed for what it does not read, and none for a ping that it does not answer. */
const env = { LIVE_STALL_SECONDS: "3600", LIVE_PING_SECONDS: "3600" };

/** A client that reads nothing for a while. */
class Paused {
  readonly positions: number[] = [];
  private wait: { position: number; resolve(): void } | undefined;
  private readonly socket: LightSocket;

  constructor(origin: string, after: number) {
    const subscription = { origin, query: document, variables: { after } };
    this.socket = new LightSocket(subscription, (frame) => this.take(frame));
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.close();
  }

  reached(position: number): Promise<void> {
    return new Promise((resolve) => {
      this.wait = { position, resolve };
      this.check();
    });
  }

  private take(frame: Buffer): void {
    const [, position] = /"position":(\d+)/.exec(frame.toString("latin1", 0, 200)) ?? [];
    this.positions.push(Number(position));
    this.check();
  }

  private check(): void {
    if (this.wait && (this.positions.at(-1) ?? 0) >= this.wait.position) this.wait.resolve();
  }
}

/** Changes of an organisation that everybody sees, by SQL, as single mutations would take long. */
class Changes {
  last = 0;
  private readonly text: string;

  constructor(
    private readonly sql: pg.Client,
    private readonly entityId: string,
    characters: number,
  ) {
    this.text = "Pelatihan. ".repeat(characters / 11);
  }

  /** Appends so many at once. */
  async append(count: number): Promise<number> {
    const line = canonicalBody({
      at: new Date().toISOString(),
      ...{ actor: "hub", operation: "updateOrganisation", kind: ChangeKind.UPDATED },
      ...{ entity: "Organisation", entityId: this.entityId },
      diff: { description: { before: null, after: this.text } },
    });
    const lines = Array.from({ length: count }, () => line);
    const { rows } = await this.sql.query("select ledger_append($1::text[]) as position", [lines]);
    this.last = Number(rows[0].position);
    return this.last;
  }
}

/** Who reads, who is paused, and what they follow. */
class Scene {
  readonly readers: Watchers;
  readonly paused: Paused[];
  private readonly committed = new Map<number, number>();
  private delays: number[] = [];

  constructor(
    private readonly hub: LiveHub,
    private readonly changes: Changes,
    readonly start: number,
    sizes: Sizes,
  ) {
    const followed = { url: () => hub.url, document, variables: {} };
    this.readers = new Watchers(followed, start, sizes.readers, ({ position }) => {
      const at = this.committed.get(position);
      if (at !== undefined) this.delays.push(performance.now() - at);
    });
    this.paused = Array.from({ length: sizes.paused }, () => new Paused(hub.url, start));
  }

  async end(): Promise<void> {
    for (const one of this.paused) one.close();
    await this.readers.stop();
  }

  /** The readers' delay that one in a hundred exceeds, in milliseconds, over so many single changes. */
  async p99(count: number): Promise<number> {
    this.delays = [];
    for (let left = count; left > 0; left -= 1) {
      const began = performance.now();
      this.committed.set(await this.changes.append(1), performance.now());
      await delay(Math.max(0, pauseMs - (performance.now() - began)));
    }
    await this.readers.reached(this.changes.last);
    const sorted = this.delays.sort((one, other) => one - other);
    return sorted[Math.ceil(0.99 * sorted.length) - 1] ?? 0;
  }

  /** Appends so many changes, each batch once the readers have the last; gives the most that was held. */
  async fill(count: number): Promise<{ bytes: number; pages: number }> {
    const most = { bytes: 0, pages: 0 };
    for (let left = count, turn = 1; left > 0; left -= batch, turn += 1) {
      await this.readers.reached(await this.changes.append(Math.min(left, batch)));
      if (left > batch && turn % Math.ceil(count / batch / 10) !== 0) continue;
      const { bytes, pages } = await this.hub.held();
      most.bytes = Math.max(most.bytes, bytes);
      most.pages = Math.max(most.pages, pages);
    }
    return most;
  }
}

const residentOf = (pid: number): number =>
  1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
const shown = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MiB`;

async function filled(play: Play<Sizes>, hub: LiveHub, scene: Scene): Promise<string[]> {
  const { sizes, say, isTimed } = play;
  const before = isTimed ? await scene.p99(sizes.measured) : 0;
  for (const one of scene.paused) one.pause();
  const [held, resident] = [await hub.held(), residentOf(hub.process.pid)];
  const most = await scene.fill(sizes.changes);
  const grown = most.bytes - held.bytes;
  say(
    `${sizes.paused} paused, ${sizes.changes} changes: ${shown(grown)} more held, ${shown(residentOf(hub.process.pid) - resident)} more resident, ${most.pages} pages`,
  );
  const after = isTimed ? await scene.p99(sizes.measured) : 0;
  say(`p99 of the others ${before.toFixed(1)} ms before, ${after.toFixed(1)} ms with them`);
  const bound = tolerance.times * before + tolerance.ms;
  return [
    ...(grown <= sizes.mostBytes ? [] : [`${grown} bytes more are held`]),
    ...(most.pages <= mostPages ? [] : [`${most.pages} pages are held`]),
    ...(after <= bound ? [] : [`p99 of the others: ${after} ms, ${before} ms before`]),
  ];
}

/** Sockets are open and not read, while very many changes come; afterwards they are read, and miss nothing. */
export const pausedSockets = liveFault<Sizes>({
  name: "live-paused",
  holds:
    "holds little for sockets that are not read, and they miss nothing when they are read again",
  full: {
    paused: 50,
    readers: 50,
    changes: 100_000,
    characters: 550,
    measured: 500,
    mostBytes: 50e6,
  },
  short: { paused: 8, readers: 3, changes: 1_000, characters: 8_800, measured: 0, mostBytes: 20e6 },
  mutant: "a socket takes more although its client does not read",
  async play(play) {
    const { sizes, cleanup } = play;
    const hubs = await LastingHubs.of(play);
    const { databaseUrl } = hubs;
    const hub = await hubs.take(env);
    const created = await write(await hub.process.as(), "createOrganisation", organisationInput());
    return inSession(databaseUrl, async (sql) => {
      const changes = new Changes(sql, created.noun?.id ?? "", sizes.characters);
      const scene = new Scene(hub, changes, created.position, sizes);
      cleanup.defer(() => scene.end());
      const first = await changes.append(1);
      await Promise.all([scene.readers, ...scene.paused].map((one) => one.reached(first)));
      const complaints = await filled(play, hub, scene);
      for (const one of scene.paused) one.resume();
      await Promise.all(scene.paused.map((one) => one.reached(changes.last)));
      const expected = await positionsAfter(databaseUrl, scene.start);
      hubs.leave(hub, env);
      return [
        ...complaints,
        ...scene.readers.complaints(expected),
        ...scene.paused.flatMap((one, at) => differences(`paused ${at}`, one.positions, expected)),
      ];
    });
  },
});
