import { Agent } from "node:http";
import fc from "fast-check";
import { type TestDatabase, TestHub, testDatabase, tokenFor } from "../testkit/hub/index.js";
import { mutationNames } from "../testkit/mutations/documents.js";
import { EveryMutation } from "../testkit/mutations/every-mutation.js";
import { readPools } from "../testkit/random-documents/pools.js";
import { World } from "../testkit/world/world.js";
import { HostileSockets, play } from "./frames.js";
import { faultsOf, send } from "./judge.js";
import { type GoodRequest, HostileRequests, type Material } from "./requests.js";
import { WatchedHub } from "./watched-hub.js";

/** Something that was wrong, with what shows it again. */
export interface Fault {
  /** `request 17` of the seed. */
  which: string;
  sort: string;
  what: string;
  sent: string;
}

/** Settings under which the siege meets the hub's other limits instead of its rates. */
const settings = { VISITOR_STATEMENT_TIMEOUT_MS: "3000", DATABASE_POOL_SIZE: "10" };

/** What the hub would take, on subjects of their own, with who may send it. */
async function goodRequests(hub: TestHub): Promise<GoodRequest[]> {
  const every = await EveryMutation.make(new World(hub));
  const good: GoodRequest[] = [];
  for (const mutation of mutationNames) {
    const client = await every.clientFor(mutation);
    good.push({ mutation, input: await every.of(mutation), headers: client.sent });
  }
  return good;
}

/** Real values, good requests and credentials, made through a hub of their own. */
async function materialOf(database: TestDatabase): Promise<Material> {
  const hub = await TestHub.start("sample", {}, database);
  try {
    const good = await goodRequests(hub);
    const emails = [
      "operator@rembuk.example",
      "coordinator@disnaker-lebak.example",
      "no@one.example",
    ];
    const tokens = await Promise.all(emails.map((email) => tokenFor(email)));
    const credentials = tokens.map((token) => `Bearer ${token}`);
    return { pools: await readPools(database.url), good, credentials };
  } finally {
    await hub.stop();
  }
}

/** A hub under hostile requests and sockets that one seed draws. */
export class Siege {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });
  readonly faults: Fault[] = [];
  /** The answers by their status. */
  readonly statuses = new Map<string, number>();

  private constructor(
    private readonly database: TestDatabase,
    readonly watched: WatchedHub,
    private readonly material: Material,
    private readonly seed: number,
  ) {}

  static async start(seed: number, env: Record<string, string> = {}): Promise<Siege> {
    const database = await testDatabase("sample");
    const material = await materialOf(database);
    const watched = await WatchedHub.start(database, { ...settings, ...env });
    const siege = new Siege(database, watched, material, seed);
    // What the first requests compile is no fault of theirs.
    await siege.requests(-200, 0);
    siege.faults.length = 0;
    siege.statuses.clear();
    watched.begin();
    return siege;
  }

  /** Sends the requests of these numbers, eight at once. */
  async requests(from: number, to: number): Promise<void> {
    const requests = new HostileRequests(this.material);
    await this.each(from, to, 8, async (number) => {
      const [sent] = fc.sample(requests, { seed: this.seedOf(number), numRuns: 1 });
      if (!sent) return;
      const answer = await send(this.agent, this.watched.hub.url, sent);
      const status = String(answer.status ?? answer.lost?.slice(0, 40));
      this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      const which = `request ${number}`;
      this.note(which, sent.sort, faultsOf(sent, answer), sent);
    });
  }

  /** Plays the sockets of these numbers, four at once; gives the number of their frames. */
  async sockets(from: number, to: number): Promise<number> {
    const sockets = new HostileSockets(this.material);
    let frames = 0;
    await this.each(from, to, 4, async (number) => {
      const [socket] = fc.sample(sockets, { seed: this.seedOf(number), numRuns: 1 });
      if (!socket) return;
      frames += socket.frames.length + 1;
      this.note(`socket ${number}`, "socket", await play(this.watched.hub.url, socket), socket);
    });
    return frames;
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    await this.watched.stop();
    await this.database.drop();
  }

  /** Far from the numbers of a neighbouring seed. */
  private seedOf(number: number): number {
    return (Math.imul(this.seed, 0x9e3779b1) + number) | 0;
  }

  private note(which: string, sort: string, whats: readonly string[], sent: unknown): void {
    for (const what of whats) this.faults.push({ which, sort, what, sent: JSON.stringify(sent) });
  }

  private async each(
    from: number,
    to: number,
    atOnce: number,
    work: (number: number) => Promise<void>,
  ): Promise<void> {
    let next = from;
    const one = async () => {
      while (next < to && this.watched.isRunning) {
        const number = next;
        next += 1;
        await work(number);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
  }
}
