import type { LiveTurn } from "../../live/index.js";
import type { Config } from "../../platform/config.js";
import { FairSlots, type SlotClient, unboundedWait } from "../../platform/fair-slots.js";
import { noteWait } from "../../platform/waits.js";
import {
  type Database,
  type PlannedAnswer,
  type PlanRunner,
  type PlanSession,
  type PlanSessionBounds,
  type Prepared,
  ReadSession,
} from "../../reading/index.js";
import type { Client } from "../port.js";

/** The part of the ORM's connections that reads may hold: the rest stays free for writes and their answers. */
const readsPart = 3 / 4;

/**
 * The connections that live groups may hold, in addition to those of `DATABASE_POOL_SIZE`: neither writes
 * nor other reads wait for them.
 */
export const liveConnectionsOf = (databasePoolSize: number): number =>
  Math.max(2, Math.floor((databasePoolSize * 3) / 8));

/** Opens snapshots for live groups, on a replica that has a position, or on the primary. */
export interface PlannedSnapshots {
  open(bounds: PlanSessionBounds, atLeast?: number): Promise<PlanSession>;
}

/** The connections for the answers to writes, in each of the two pools that may read them. */
export const answerConnectionsOf = (databasePoolSize: number): number =>
  databasePoolSize - Math.floor(databasePoolSize * readsPart);

/** The bounds of reading: how the connections are shared by client, and how long statements may run. */
export class ReadBounds {
  /** The connections for planned reads. */
  readonly plans: FairSlots;
  /** The ORM's connections for snapshots: of resolvers, pages and downloads. */
  readonly snapshots: FairSlots;
  /** Those for live groups: they wait as long as it takes, as the number of them has limits. */
  private readonly live: FairSlots;
  /** Those for the answers to writes, which are committed and must not be refused for others' reads. */
  private readonly answers: FairSlots;

  constructor(
    private readonly config: Pick<
      Config,
      "databasePoolSize" | "statementTimeoutMs" | "visitorStatementTimeoutMs"
    >,
  ) {
    const { databasePoolSize: connections } = config;
    this.plans = new FairSlots({ slots: connections, onWaited: noteWait });
    const answers = answerConnectionsOf(connections);
    this.snapshots = new FairSlots({ slots: connections - answers, onWaited: noteWait });
    this.answers = new FairSlots({ slots: answers, onWaited: noteWait });
    const live = liveConnectionsOf(connections);
    this.live = new FairSlots({ slots: live, perClient: live - 1, ...unboundedWait });
  }

  /**
   * The milliseconds that one statement of a client may run, and within which all statements of a document
   * must begin. Visitors have fewer: anybody can be one.
   */
  statementMs({ isVisitor }: SlotClient): number {
    const { statementTimeoutMs: all, visitorStatementTimeoutMs: visitors } = this.config;
    return isVisitor ? Math.min(all, visitors) : all;
  }

  /** Opens a snapshot for a client, once it has its turn; `hasWritten` for the answer to a write. */
  async openSession(database: Database, client: Client, hasWritten: boolean): Promise<ReadSession> {
    const slots = hasWritten ? this.answers : this.snapshots;
    const onClosed = await slots.take(client);
    const mostMs = this.statementMs(client);
    const statementMs = client.isVisitor ? mostMs : undefined;
    return ReadSession.open(database, { mostMs, statementMs, onClosed });
  }

  /** Opens a snapshot for the live groups that a client follows, once it has its turn. */
  async openLive(database: Database, client: SlotClient): Promise<ReadSession> {
    const onClosed = await this.live.take(client);
    return this.openLiveNow(database, client, onClosed);
  }

  /** A client's turn to open a snapshot for live groups. */
  async takeLive(
    { database, planned }: { database: Database; planned: PlannedSnapshots },
    client: SlotClient,
  ): Promise<LiveTurn> {
    const leave = await this.live.take(client);
    const statementMs = this.statementMs(client);
    return {
      leave,
      open: () => this.openLiveNow(database, client, leave),
      openPlanned: (atLeast) => planned.open({ statementMs, onClosed: leave }, atLeast),
    };
  }

  private openLiveNow(database: Database, client: SlotClient, onClosed: () => void) {
    const statementMs = client.isVisitor ? this.statementMs(client) : undefined;
    return ReadSession.open(database, { statementMs, onClosed });
  }

  /** Runs a plan that reads the payload of a write, once it has its turn. */
  runAnswer(runner: PlanRunner, plan: Prepared, client: Client): Promise<PlannedAnswer> {
    return this.answers.run(client, () => runner.run(plan, this.statementMs(client)));
  }

  /** Runs a plan for a client, once it has its turn. */
  runPlan(runner: PlanRunner, plan: Prepared, client: Client): Promise<PlannedAnswer> {
    return this.plans.run(client, () => runner.run(plan, this.statementMs(client)));
  }
}
