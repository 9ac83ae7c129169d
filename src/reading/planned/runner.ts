import pg from "pg";
import { Recent } from "../../platform/recent.js";
import type { Plan, Prepared } from "./plan.js";

/** An answer as Postgres wrote it. */
export interface PlannedAnswer {
  /** The ledger's position in the answer's own snapshot. */
  position: number;
  /** The answer's `data`, as JSON text. */
  data: string;
}

/**
 * Characters of prepared statements that a connection holds. Postgres keeps their plans, of 90 to 120
 * bytes a character: some 20 MB a connection.
 */
const usualCharacters = 200_000;

/** The driver's own list of what a connection has prepared; it has no call to take one off. */
interface Preparing {
  connection: { parsedStatements: Record<string, string> };
}

/**
 * Runs plans, each in one message to Postgres and one back. What is run again is prepared by name, once
 * a connection; a connection gives up those that it used longest ago.
 */
export class PlanRunner {
  private readonly prepared = new WeakMap<pg.PoolClient, Recent<string>>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly mostCharacters = usualCharacters,
  ) {}

  async run({ plan, values, finish }: Prepared): Promise<PlannedAnswer> {
    const { position, data } = await this.read(plan, values);
    // With the connection given back: code works on, and may fail, without it.
    return { position, data: finish(data) };
  }

  private async read(plan: Plan, values: unknown[]): Promise<PlannedAnswer> {
    plan.runs += 1;
    const isRepeated = plan.runs > 1;
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      if (isRepeated) await this.makeRoom(client, plan);
      const { rows } = await client.query<[position: string, data: string]>({
        ...(isRepeated ? { name: plan.name } : {}),
        text: plan.sql,
        values,
        rowMode: "array",
      });
      const [position = "0", data = "null"] = rows[0] ?? [];
      return { position: Number(position), data };
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      client.release(isConnectionLost(failure));
    }
  }

  /** Notes that the connection uses the statement, and lets go of those that have no room beside it. */
  private async makeRoom(client: pg.PoolClient, { name, sql }: Plan): Promise<void> {
    const held = this.prepared.get(client) ?? new Recent<string>(this.mostCharacters);
    this.prepared.set(client, held);
    const { parsedStatements } = (client as unknown as Preparing).connection;
    for (const gone of held.use(name, name, sql.length)) {
      if (!(gone in parsedStatements)) continue;
      delete parsedStatements[gone];
      await client.query(`deallocate ${gone}`);
    }
  }
}

/** What Postgres itself answers leaves the connection whole; whatever else fails is the connection. */
const isConnectionLost = (error: Error | undefined): boolean =>
  error !== undefined && !(error instanceof pg.DatabaseError);
