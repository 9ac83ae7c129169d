import type { Config } from "../../platform/config.js";
import { FairSlots } from "../../platform/fair-slots.js";
import {
  type Database,
  type PlannedAnswer,
  type PlanRunner,
  type Prepared,
  ReadSession,
} from "../../reading/index.js";
import type { Client } from "../port.js";

/** The part of the ORM's connections that reads may hold: the rest stays free for writes and their answers. */
const readsPart = 3 / 4;

/** The bounds of reading: how the connections are shared by client, and how long statements may run. */
export class ReadBounds {
  /** The connections for planned reads. */
  readonly plans: FairSlots;
  /** The ORM's connections for snapshots: of resolvers, pages and downloads. */
  readonly snapshots: FairSlots;
  /** Those for the answers to writes, which are committed and must not be refused for others' reads. */
  private readonly answers: FairSlots;

  constructor(
    private readonly config: Pick<
      Config,
      "databasePoolSize" | "statementTimeoutMs" | "visitorStatementTimeoutMs"
    >,
  ) {
    const { databasePoolSize: connections } = config;
    this.plans = new FairSlots({ slots: connections });
    const snapshots = Math.floor(connections * readsPart);
    this.snapshots = new FairSlots({ slots: snapshots });
    this.answers = new FairSlots({ slots: connections - snapshots });
  }

  /**
   * The milliseconds that one statement of a client may run, and within which all statements of a document
   * must begin. Visitors have fewer: anybody can be one.
   */
  statementMs({ isVisitor }: Client): number {
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

  /** Runs a plan for a client, once it has its turn. */
  runPlan(runner: PlanRunner, plan: Prepared, client: Client): Promise<PlannedAnswer> {
    return this.plans.run(client, () => runner.run(plan, this.statementMs(client)));
  }
}
