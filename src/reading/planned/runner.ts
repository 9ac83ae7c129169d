import type pg from "pg";
import type { Plan, Prepared } from "./plan.js";
import { PreparedRuns } from "./prepared-runs.js";

/** An answer as Postgres wrote it. */
export interface PlannedAnswer {
  /** The ledger's position in the answer's own snapshot. */
  position: number;
  /** The answer's `data`, as JSON text. */
  data: string;
}

/** Runs plans, each in one message to Postgres and one back. */
export class PlanRunner {
  private readonly runs: PreparedRuns;

  constructor(
    private readonly pool: pg.Pool,
    mostCharacters?: number,
    lifetime?: number,
  ) {
    this.runs = new PreparedRuns(mostCharacters, lifetime);
  }

  /** Runs a plan, which may take Postgres `statementMs`. */
  async run({ plan, values, finish }: Prepared, statementMs: number): Promise<PlannedAnswer> {
    const { position, data } = await this.read(plan, values, statementMs);
    // With the connection given back: code works on, and may fail, without it.
    return { position, data: finish(data) };
  }

  private async read(plan: Plan, values: unknown[], statementMs: number): Promise<PlannedAnswer> {
    const client = await this.pool.connect();
    let failure: unknown;
    try {
      await this.runs.limitTime(client, statementMs);
      const rows = await this.runs.runToLists<[string, string]>(client, plan, values);
      const [position = "0", data = "null"] = rows[0] ?? [];
      return { position: Number(position), data };
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      this.runs.release(client, failure);
    }
  }
}
