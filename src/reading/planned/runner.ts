import { LRUCache } from "lru-cache";
import pg from "pg";
import type { Plan, Prepared } from "./plan.js";

/** An answer as Postgres wrote it. */
export interface PlannedAnswer {
  /** The ledger's position in the answer's own snapshot. */
  position: number;
  /** The answer's `data`, as JSON text. */
  data: string;
}

/**
 * The most characters of prepared statements that a connection holds. Postgres holds their plans, of 90
 * to 120 bytes a character: some 20 MB a connection.
 */
const usualCharacters = 200_000;

/**
 * The most characters that a connection plans before it is given up: what Postgres has once taken for its
 * plans stays with the connection, and the driver cannot ask how much that is.
 */
const mostPlanned = 1_000_000;

/** The driver's own list of what a connection has prepared; it has no call to take one off. */
interface Preparing {
  connection: { parsedStatements: Record<string, string> };
}

/** The statements that a connection has prepared, by name. */
interface PreparedStatements {
  names: LRUCache<string, true>;
  /** Names that were evicted and that Postgres still holds. */
  evicted: string[];
}

/**
 * Runs plans, each in one message to Postgres and one back. A plan that runs again is prepared by name,
 * once a connection; a connection deallocates the statements that it used longest ago.
 */
export class PlanRunner {
  private readonly prepared = new WeakMap<pg.PoolClient, PreparedStatements>();
  /** The characters that each connection has planned. */
  private readonly planned = new WeakMap<pg.PoolClient, number>();
  /** The statement timeout of each connection, where it is not the pool's own. */
  private readonly timeouts = new WeakMap<pg.PoolClient, number>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly mostCharacters = usualCharacters,
    private readonly lifetime = mostPlanned,
  ) {}

  /** Runs a plan, which may take Postgres `statementMs`. */
  async run({ plan, values, finish }: Prepared, statementMs: number): Promise<PlannedAnswer> {
    const { position, data } = await this.read(plan, values, statementMs);
    // With the connection given back: code works on, and may fail, without it.
    return { position, data: finish(data) };
  }

  private async read(plan: Plan, values: unknown[], statementMs: number): Promise<PlannedAnswer> {
    plan.runs += 1;
    // How many rows have later lines follows from the position: Postgres plans for each one.
    const isPrepared = plan.runs > 1 && !plan.isPast && plan.sql.length <= this.mostCharacters;
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await this.limitTime(client, statementMs);
      this.notePlanned(client, plan, isPrepared);
      if (isPrepared) await this.makeRoom(client, plan);
      const { rows } = await client.query<[position: string, data: string]>({
        ...(isPrepared ? { name: plan.name } : {}),
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
      client.release(isConnectionLost(failure) || this.isSpent(client));
    }
  }

  /** Sets the connection's statement timeout: one more round trip, when the last statement had another. */
  private async limitTime(client: pg.PoolClient, ms: number): Promise<void> {
    if (this.timeouts.get(client) === ms) return;
    await client.query(`set statement_timeout = ${ms}`);
    this.timeouts.set(client, ms);
  }

  /** Counts a statement that the connection plans anew. */
  private notePlanned(client: pg.PoolClient, { name, sql }: Plan, isPrepared: boolean): void {
    if (isPrepared && this.statementsOf(client).names.has(name)) return;
    this.planned.set(client, (this.planned.get(client) ?? 0) + sql.length);
  }

  private isSpent(client: pg.PoolClient): boolean {
    return (this.planned.get(client) ?? 0) > this.lifetime;
  }

  /** Marks the statement as used by the connection, and deallocates those that no longer fit. */
  private async makeRoom(client: pg.PoolClient, { name, sql }: Plan): Promise<void> {
    const { names, evicted } = this.statementsOf(client);
    names.set(name, true, { size: sql.length });
    const { parsedStatements } = (client as unknown as Preparing).connection;
    for (let gone = evicted.pop(); gone !== undefined; gone = evicted.pop()) {
      if (!(gone in parsedStatements)) continue;
      delete parsedStatements[gone];
      await client.query(`deallocate ${gone}`);
    }
  }

  private statementsOf(client: pg.PoolClient): PreparedStatements {
    const known = this.prepared.get(client);
    if (known) return known;
    const evicted: string[] = [];
    const names = new LRUCache<string, true>({
      maxSize: this.mostCharacters,
      dispose: (_, name) => evicted.push(name),
    });
    const statements = { names, evicted };
    this.prepared.set(client, statements);
    return statements;
  }
}

/** An error of Postgres leaves the connection whole; any other error means that the connection failed. */
const isConnectionLost = (error: Error | undefined): boolean =>
  error !== undefined && !(error instanceof pg.DatabaseError);
