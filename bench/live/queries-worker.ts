import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { type Plan, retitleBySql } from "../load/retitle-by-sql.js";
import { cpuOf, residentOf, work } from "../processes.js";
import { LightSocket } from "./light-socket.js";
import type { QueriesOptions } from "./queries.js";

/** Live queries of plans, and writes to these. */
export interface QueriesJob extends Omit<QueriesOptions, "documents" | "plans"> {
  origin: string;
  pid: number;
  /** The database in which changes are committed. */
  url: string;
  documents: string[];
  plans: Plan[];
}

export interface QueriesResult {
  writes: number;
  latenciesMs: number[];
  hubCpuMs: number;
  residentMiB: number;
}

/** Sockets that are opened at once. */
const openedAtOnce = 50;
/** The words before the number of a write in a plan's title. */
const before = "Synthetic plan, write ";

/** Each live query on a socket of its own, and the answers that are still to come. */
class Queries {
  readonly latenciesMs: number[] = [];
  /** The times of the writes by their number. */
  private readonly written = new Map<number, number>();
  private readonly sockets: LightSocket[] = [];
  private readonly first = new Set<LightSocket>();
  private awaited = 0;
  private whole = Promise.withResolvers<void>();

  constructor(private readonly job: QueriesJob) {}

  /** Opens the sockets; resolves when each has its first answer. */
  async open(): Promise<void> {
    const { queries, origin, documents, plans } = this.job;
    this.awaited = queries;
    for (let begun = 0; begun < queries; begun += openedAtOnce) {
      const next = Array.from({ length: Math.min(queries - begun, openedAtOnce) }, (_, at) => {
        const query = documents[(begun + at) % documents.length] as string;
        const { id } = plans[(begun + at) % plans.length] as Plan;
        const socket: LightSocket = new LightSocket({ origin, query, variables: { id } }, (frame) =>
          this.note(socket, frame),
        );
        return socket;
      });
      this.sockets.push(...next);
      await Promise.all(next.map(({ ready }) => ready));
    }
    await this.whole.promise;
  }

  /** Notes a write whose commit is acknowledged, which all queries of its plan are to show. */
  wrote(number: number): void {
    this.written.set(number, performance.now());
  }

  /** Resolves when so many answers to writes have come. */
  async shown(count: number): Promise<void> {
    this.awaited = count - this.latenciesMs.length;
    if (this.awaited <= 0) return;
    this.whole = Promise.withResolvers();
    await this.whole.promise;
  }

  close(): void {
    for (const socket of this.sockets) socket.close();
  }

  private note(socket: LightSocket, frame: Buffer): void {
    if (!this.first.has(socket)) {
      this.first.add(socket);
      if (!frame.includes('"answer"')) throw new Error(`Not an answer: ${frame}`);
    } else {
      const at = frame.indexOf(before);
      if (at < 0) throw new Error(`Not the answer to a write: ${frame}`);
      const number = Number.parseInt(frame.toString("latin1", at + before.length), 10);
      // An answer may come before its commit is acknowledged here.
      const committed = this.written.get(number) ?? performance.now();
      this.latenciesMs.push(performance.now() - committed);
    }
    this.awaited -= 1;
    if (this.awaited === 0) this.whole.resolve();
  }
}

work<QueriesJob, QueriesResult>(async (job) => {
  const { plans, writesPerSecond, seconds, pid } = job;
  const database = new pg.Client({ connectionString: job.url });
  await database.connect();
  const queries = new Queries(job);
  await queries.open();
  const [began, cpuBefore] = [performance.now(), cpuOf(pid)];
  const writes = Math.min(writesPerSecond * seconds, plans.length);
  for (let number = 0; number < writes; number += 1) {
    await delay(Math.max(0, began + (1000 * number) / writesPerSecond - performance.now()));
    await retitleBySql(database, plans[number] as Plan, `${before}${number}`);
    queries.wrote(number);
  }
  await queries.shown(writes * (job.queries / plans.length));
  const hubCpuMs = (cpuOf(pid) - cpuBefore) / 1000 / writes;
  const residentMiB = residentOf(pid);
  queries.close();
  await database.end();
  return { writes, latenciesMs: queries.latenciesMs, hubCpuMs, residentMiB };
});
