import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { WebSocket } from "ws";
import { partyOfEachSector, TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { metricBecomes, StreamStatements } from "../testkit/live/measures.js";
import { type Written } from "../testkit/mutations/documents.js";
import { socketUrl } from "../testkit/protocol/tiny-hub.js";
import { type Party, World } from "../testkit/world/world.js";

/** The subscription of all watchers. */
const watched = {
  field: "deliberationChanged",
  document: `subscription Watch($id: ID!, $after: Position) {
    deliberationChanged(id: $id, after: $after) {
      position
      change { kind operation entity entityId fields { name before after } }
      deliberation {
        id status quorum { met sectorsMissing } invitations { isPresent organisation { name } }
        outcomes { nodes { id number text status tally { agree object } quorum { met } } }
      }
    }
  }`,
};
const count = 1000;
const openedAtOnce = 100;
const operations = "rembuk_socket_operations";

/** Counts the conversions of payloads to JSON. */
class Texts {
  made = 0;
  private readonly stringify = JSON.stringify;

  constructor() {
    JSON.stringify = ((value: { data?: object; payload?: { data?: object } }, ...more: []) => {
      const data = value?.data ?? value?.payload?.data;
      if (data && watched.field in data) this.made += 1;
      return this.stringify(value, ...more);
    }) as typeof JSON.stringify;
  }

  stop(): void {
    JSON.stringify = this.stringify;
  }
}

/** The watchers, each with its own socket and id. */
class Audience {
  readonly sockets: WebSocket[] = [];
  /** The positions that each watcher has received, in order. */
  readonly seen: number[][] = [];
  /** The first frame of each position, and the watchers that got a different one. */
  readonly payloads = new Map<number, string>();
  readonly differing: string[] = [];
  private awaited = { position: 0, left: 0, resolve: () => {} };

  constructor(private readonly count: number) {}

  async enter(hub: World["hub"], variables: object): Promise<void> {
    while (this.sockets.length < this.count) {
      const opening = Array.from({ length: openedAtOnce }, () => this.open(hub, variables));
      await Promise.all(opening);
    }
  }

  /** Resolves when so many watchers have the frame of a position. */
  got(position: number, by = this.count): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const left = by - this.seen.filter((seen) => seen.includes(position)).length;
    this.awaited = { position, left, resolve };
    if (left === 0) resolve();
    return promise;
  }

  leave(): void {
    for (const socket of this.sockets) socket.terminate();
  }

  private async open(hub: World["hub"], variables: object): Promise<void> {
    const socket = new WebSocket(socketUrl(hub), "graphql-transport-ws");
    const own: number[] = [];
    const id = `watcher ${this.sockets.push(socket)}`;
    this.seen.push(own);
    await once(socket, "open");
    socket.send(JSON.stringify({ type: "connection_init" }));
    await once(socket, "message");
    socket.on("message", (text) => this.take(id, own, String(text)));
    const payload = { query: watched.document, variables };
    socket.send(JSON.stringify({ id, type: "subscribe", payload }));
  }

  private take(id: string, own: number[], text: string): void {
    const start = `{"id":"${id}","type":"next","payload":`;
    if (!text.startsWith(start)) return;
    const payload = text.slice(start.length, -1);
    const position = Number(/"position":(\d+)/.exec(payload)?.[1]);
    const first = this.payloads.get(position) ?? payload;
    this.payloads.set(position, first);
    if (payload !== first) this.differing.push(id);
    own.push(position);
    if (position === this.awaited.position) this.awaited.left -= 1;
    if (this.awaited.left === 0) this.awaited.resolve();
  }
}

describe("A thousand watchers of one rembuk, each on its own socket", () => {
  const audience = new Audience(count);
  const late = new Audience(openedAtOnce);
  const changes: number[] = [];
  let world: World;
  let rembuk: TestDeliberation;
  let guest: Party;
  let other: Party;
  let outcome: Written;
  /** The position of the last change. */
  let position: number;
  beforeAll(async () => {
    world = await World.start();
    const parties = await partyOfEachSector(world);
    [guest, other] = parties as [Party, Party];
    rembuk = await TestDeliberation.inSession(world, guest, parties);
    const text = "Pelatihan – berbasis kompetensi, semua pihak. ".repeat(100);
    outcome = await rembuk.propose(guest, { text });
    position = outcome.position;
    await audience.enter(world.hub, { id: rembuk.id, after: position });
    await metricBecomes(world.hub, operations, count);
  });
  afterAll(async () => {
    audience.leave();
    late.leave();
    await world.stop();
  });

  /** The guest leaves, or returns the next time. */
  async function write(): Promise<void> {
    const leaves = changes.length % 2 === 0;
    ({ position } = await (leaves ? rembuk.leave(guest) : rembuk.arrive(guest)));
    changes.push(position);
  }

  /** Makes one change; resolves when so many watchers have it. */
  async function change(by = count): Promise<void> {
    await write();
    await audience.got(position, by);
  }

  /** Checks that every watcher has exactly these, in this order. */
  function expectAll({ seen }: Audience, positions: readonly number[]): void {
    expect(new Set(seen.map(String))).toEqual(new Set([String(positions)]));
  }

  it("get each change once and in order, from one execution and one text", async () => {
    const statements = new StreamStatements();
    const texts = new Texts();
    await change();
    for (let time = 0; time < 4; time += 1) {
      texts.made = 0;
      expect(await statements.during(change)).toEqual({ looks: 1, payloads: 1 });
      expect(texts.made).toBe(1);
    }
    texts.stop();
    statements.stop();
    expectAll(audience, changes);
    expect(audience.differing).toEqual([]);
    const last = JSON.parse(audience.payloads.get(position) ?? "");
    const { deliberation } = last.data[watched.field];
    expect(deliberation).toMatchObject({
      id: rembuk.id,
      quorum: { met: changes.length % 2 === 0 },
    });
  });

  it("still share after changes that do not concern them", async () => {
    const statements = new StreamStatements();
    for (let time = 0; time < 2; time += 1) {
      await TestDeliberation.convened(world, other, [guest]);
      expect(await statements.during(change)).toEqual({ looks: 1, payloads: 1 });
    }
    statements.stop();
    expectAll(audience, changes);
  });

  it("are joined by others during changes, and nobody misses one", async () => {
    const known = changes.length;
    const entered = late.enter(world.hub, { id: rembuk.id, after: position });
    for (let time = 0; time < 10; time += 1) await write();
    await entered;
    await Promise.all([audience.got(position), late.got(position)]);
    expectAll(audience, changes);
    expectAll(late, changes.slice(known));
    late.leave();
    await metricBecomes(world.hub, operations, count);
  });

  it("are not delayed by one that does not read, and that one misses nothing", async () => {
    const [stalled] = audience.sockets as [WebSocket];
    stalled.pause();
    // Nine megabytes are queued before the changes: more than the kernel buffers.
    const copies = Array.from({ length: 60 }, (_, at) => `copy${at}: text`);
    const payload = { query: `{ outcome(id: "${outcome.id}") { ${copies.join(" ")} } }` };
    for (let id = 0; id < 30; id += 1) {
      stalled.send(JSON.stringify({ id: `large ${id}`, type: "subscribe", payload }));
    }
    for (let time = 0; time < 3; time += 1) await change(count - 1);
    expect(audience.seen[0]).toEqual(changes.slice(0, -3));
    const metrics = await fetch(world.hub.metricsUrl);
    const running = new RegExp(`^${operations} (\\d+)$`, "m").exec(await metrics.text())?.[1];
    // Not all of its answers have left the hub.
    expect(Number(running)).toBeGreaterThan(count);
    stalled.resume();
    await audience.got(position);
    expectAll(audience, changes);
  });
});
