import { setTimeout as delay } from "node:timers/promises";
import { headStatement, type Tail } from "../../ledger/index.js";
import { NoAnswer, originSql, type Standby } from "../../platform/database/index.js";
import { FairSlots, type Release, type SlotClient } from "../../platform/fair-slots.js";
import type { Logger } from "../../platform/logger.js";
import { type Database, PlanRunner, PlanSessions } from "../../reading/index.js";
import { Lag } from "./lag.js";
import { WaitingReads } from "./waiting-reads.js";

/** The interval of checks, in milliseconds. */
const beatMs = 1_000;

/** The interval after a failed check, in milliseconds; each further one is twice as long, up to the longest. */
const againMs = 250;
const longestMs = 15_000;

/**
 * The state of a replica: `ready` for reads; `late`, behind for too long; `away`, without an answer;
 * `refused`, as it is no replica of the primary's history.
 */
export type ReplicaState = "starting" | "ready" | "late" | "away" | "refused";

/** Why a server is refused. */
export type RefusalReason = "promoted" | "foreign" | "diverged";

/** A replica as health and metrics show it. */
export interface ReplicaFigures {
  state: ReplicaState;
  reason?: RefusalReason;
  /** The last known position. */
  position: number;
}

/** A replica that is to be asked, with a connection for the client. */
export interface Taken {
  replica: Replica;
  release: Release;
}

/** What a check reads beside the facts of the server. */
interface Head {
  position: number;
  hash: string;
}

/** What the primary says of a replica's position. */
interface Counterpart {
  origin: string;
  head: number;
  retainedFrom: number;
  hash: string | null;
}

/** The parts of a replica. */
export interface ReplicaParts {
  /** Its number in the setting, from 1. */
  number: number;
  standby: Standby;
  /** The primary, outside of its pools. */
  primary: { read<T extends object>(text: string): Promise<T[]> };
  tail: Pick<Tail, "position" | "beyond" | "wake">;
  /** Compiles statements. */
  writer: Database;
  poolSize: number;
  lagMs: number;
  logger: Logger;
}

/** The end of a read whose replica has gone. */
class ReplicaGone extends NoAnswer {}

/**
 * A replica, checked every second: that it answers, is a standby of the primary's database, and has the
 * primary's ledger up to where it stands. It is only asked while all of that holds.
 */
export class Replica {
  readonly number: number;
  /** Runs plans on it. */
  readonly runner: PlanRunner;
  /** Opens snapshots for live groups on it. */
  readonly sessions: PlanSessions;
  private readonly slots: FairSlots;
  /** The number of reads that it answers now. */
  running = 0;
  private state: ReplicaState = "starting";
  private reason: RefusalReason | undefined;
  private position = 0;
  private readonly lag: Lag;
  private failures = 0;
  /** The reads that are under way. */
  private readonly reads = new Set<(error: Error) => void>();
  private readonly waiting = new WaitingReads({
    look: async () => {
      const [head] = await this.parts.standby.rows<Head>(headStatement);
      this.note(head?.position ?? 0);
    },
    lost: () => this.lost(),
  });
  private readonly stopping = new AbortController();
  private following: Promise<void> | undefined;

  constructor(private readonly parts: ReplicaParts) {
    const { number, standby, writer, poolSize, lagMs } = parts;
    this.number = number;
    this.runner = new PlanRunner(standby.pool);
    this.sessions = new PlanSessions(standby.livePool, writer);
    this.slots = new FairSlots({ slots: poolSize });
    this.lag = new Lag(lagMs);
  }

  start(): void {
    this.following = this.follow();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.leave("away");
    await this.parts.standby.close();
    await this.following;
  }

  get figures(): ReplicaFigures {
    const { state, reason, position } = this;
    return { state, position, ...(reason ? { reason } : {}) };
  }

  /** True while reads may go to it, once it has their position. */
  get isReady(): boolean {
    return this.state === "ready";
  }

  /** True if it is known to have this position. */
  has(position: number): boolean {
    return this.isReady && this.position >= position;
  }

  /** It with a connection for a client, where it has a position and the client may have one now. */
  takeNow(client: SlotClient, position: number): Taken | undefined {
    const release = this.has(position) ? this.slots.takeNow(client) : undefined;
    return release && { replica: this, release };
  }

  /** Resolves when it has a position, or is no longer ready, or `signal` aborts. */
  reached(position: number, signal: AbortSignal): Promise<void> {
    if (this.has(position) || !this.isReady || signal.aborted) return Promise.resolve();
    return this.waiting.until(position, signal);
  }

  /** Runs a read, which ends with an error as soon as the replica is gone. */
  read<T>(work: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.reads.add(reject);
    this.running += 1;
    const end = () => {
      this.reads.delete(reject);
      this.running -= 1;
    };
    work().then(resolve, reject).finally(end);
    return promise;
  }

  /** Takes note of a position that was read from it. */
  note(position: number): void {
    this.position = Math.max(this.position, position);
    this.waiting.reached(this.position);
  }

  /** Takes note that a connection to it was lost: it is asked again once a check has succeeded. */
  lost(): void {
    if (this.isReady) this.leave("away");
  }

  /** Checks it until it is stopped. */
  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.check();
      const failedMs = Math.min(againMs * 2 ** (this.failures - 1), longestMs);
      const ms = this.failures > 0 ? failedMs : beatMs;
      await delay(ms, undefined, { signal }).catch(() => undefined);
    }
  }

  private async check(): Promise<void> {
    let found: Awaited<ReturnType<typeof this.ask>>;
    try {
      found = await this.ask();
    } catch (error) {
      if (hasNoLedger(error)) this.leave("refused", "foreign");
      else this.leave("away", undefined, error);
      return;
    }
    const counterpart = await this.counterpartOf(found.position).catch(() => undefined);
    // Without the primary nothing is known, and nothing is sent to a replica either.
    if (!counterpart || this.stopping.signal.aborted) return;
    const reason = refusalOf(found, counterpart);
    if (reason) this.leave("refused", reason);
    else this.admit(found, counterpart.retainedFrom);
  }

  private ask() {
    return this.parts.standby.check<Head>("position::float8 as position, hash", "ledger_head");
  }

  /** What the primary says, once it has the position: a replica may have a commit a moment before. */
  private async counterpartOf(position: number): Promise<Counterpart | undefined> {
    const { primary, tail } = this.parts;
    if (tail.position < position) {
      tail.wake();
      await tail.beyond(position - 1, AbortSignal.timeout(beatMs));
    }
    const [counterpart] = await primary.read<Counterpart>(`select ${originSql} as origin,
      (select hash from change where position = ${Number(position)}) as hash,
      position::float8 as head, retained_from::float8 as "retainedFrom" from ledger_head`);
    return counterpart;
  }

  private admit({ run, position }: { run: string; position: number }, retainedFrom: number): void {
    const { standby, tail, logger, number } = this.parts;
    standby.open(run);
    this.failures = 0;
    this.position = position;
    this.note(position);
    this.lag.note(position, tail.position);
    // Before the horizon its history cannot be compared.
    const isLate = this.lag.isLate || (position > 0 && position < retainedFrom);
    const state = isLate ? "late" : "ready";
    if (state === this.state) return;
    if (isLate)
      logger.warn({ replica: number, position }, "a replica is behind; no read waits for it");
    else logger.info({ replica: number, position }, "a replica answers reads");
    this.become(state);
  }

  /** Sends no reads to it, and ends those under way: they are read again elsewhere. */
  private leave(state: "away" | "refused", reason?: RefusalReason, err?: unknown): void {
    const { standby, logger, number } = this.parts;
    this.failures += 1;
    const isNews = this.state !== state || this.reason !== reason;
    standby.drop("the replica is not asked any more");
    this.become(state, reason);
    for (const reject of [...this.reads]) reject(new ReplicaGone("the replica has gone"));
    if (!isNews || this.stopping.signal.aborted) return;
    if (reason)
      logger.error({ replica: number, reason }, "a server is no replica of this database");
    else logger.warn({ replica: number, err }, "a replica does not answer");
  }

  private become(state: ReplicaState, reason?: RefusalReason): void {
    this.state = state;
    this.reason = reason;
    if (state !== "ready") this.waiting.reached(Number.POSITIVE_INFINITY);
  }
}

/** True for the error of a database in which there is no ledger that may be read (SQLSTATE class 42). */
const hasNoLedger = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^42/.test(String(error.code));

/** Why a server's answers are not the primary's; undefined where they are. */
function refusalOf(
  { isStandby, origin, position, hash }: Head & { isStandby: boolean; origin: string },
  primary: Counterpart,
): RefusalReason | undefined {
  if (origin !== primary.origin) return "foreign";
  if (!isStandby) return "promoted";
  const isKnown = position > 0 && position >= primary.retainedFrom;
  return isKnown && hash !== primary.hash ? "diverged" : undefined;
}
