import type pg from "pg";
import type { Held } from "../../ledger/index.js";
import { PreparedRuns, type Repeated } from "../../platform/database/index.js";
import type { Row } from "../model/row.js";
import type { Sql } from "../sql/fragments.js";
import type { StatementWriter } from "./plan.js";

/** What one snapshot may take, and whom to tell of its end. */
export interface PlanSessionBounds {
  /** The milliseconds that one statement may run. */
  statementMs: number;
  /** Called when it holds no connection any more, also when it could not be opened. */
  onClosed(): void;
}

/** Opens snapshots on the connections of a pool, which keep the statements that run again prepared. */
export class PlanSessions {
  private readonly runs = new PreparedRuns();

  constructor(
    private readonly pool: pg.Pool,
    private readonly writer: StatementWriter,
  ) {}

  async open(bounds: PlanSessionBounds): Promise<PlanSession> {
    const { pool, runs, writer } = this;
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      await runs.limitTime(client, bounds.statementMs);
      // One message: what several statements give comes as a list, which the driver's types do not know.
      const given: unknown = await client.query(begin);
      const head = (given as pg.QueryResult<HeadRow>[])[1]?.rows[0];
      return new PlanSession({ runs, writer, onClosed: bounds.onClosed }, client, {
        position: Number(head?.position),
        held: { retainedFrom: Number(head?.retained_from), forks: head?.forks ?? [] },
        isOnStandby: head?.is_standby === true,
      });
    } catch (error) {
      if (client) runs.release(client, error);
      bounds.onClosed();
      throw error;
    }
  }
}

const begin = `begin isolation level repeatable read read only;
  select position::text, retained_from::text, forks, pg_is_in_recovery() as is_standby from ledger_head`;

interface HeadRow {
  position: string;
  retained_from: string;
  forks: Held["forks"];
  is_standby: boolean;
}

interface PlanSessionParts {
  runs: PreparedRuns;
  writer: StatementWriter;
  onClosed(): void;
}

/** One read-only snapshot whose statements are prepared, and the ledger's position in it. */
export class PlanSession {
  /** The ledger's head in this snapshot. */
  readonly position: number;
  /** What the ledger holds in it. */
  readonly held: Held;
  /** True where it is of a replica, which may end it. */
  readonly isOnStandby: boolean;
  private failure: unknown;
  private isClosed = false;

  constructor(
    private readonly parts: PlanSessionParts,
    private readonly client: pg.PoolClient,
    facts: Pick<PlanSession, "position" | "held" | "isOnStandby">,
  ) {
    this.position = facts.position;
    this.held = facts.held;
    this.isOnStandby = facts.isOnStandby;
  }

  /** The rows of a statement that runs once. */
  rows<T extends object = Row>(statement: Sql): Promise<T[]> {
    const { sql, parameters } = statement.compile(this.parts.writer);
    return this.run({ name: "", sql, runs: 0 }, [...parameters]);
  }

  /** The rows of a statement that may run again. A failed statement ends the snapshot. */
  async run<T extends object>(statement: Repeated, values: unknown[]): Promise<T[]> {
    if (this.failure) throw this.failure;
    try {
      return await this.parts.runs.run<T>(this.client, statement, values);
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  /** Gives the connection back; further calls do nothing. What was read is right also where that is lost. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    const { runs, onClosed } = this.parts;
    const lost: unknown = await this.client.query("rollback").then(
      () => undefined,
      (error: unknown) => error,
    );
    runs.release(this.client, lost);
    onClosed();
  }
}
