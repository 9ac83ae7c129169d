import { LRUCache } from "lru-cache";
import type pg from "pg";
import { isLostConnection } from "./bounded-client.js";
import { type Columns, PreparedQuery } from "./prepared-query.js";
import { rowTapOf } from "./row-tap.js";
import { runToTap } from "./rows-query.js";

/** A statement that may run again. */
export interface Repeated {
  /** The name under which a connection prepares it. */
  readonly name: string;
  readonly sql: string;
  /** The number of runs so far; it is prepared by name from its second run on. */
  runs: number;
  /** True where each run is planned anew. */
  readonly isPast?: boolean;
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
  /** What columns each has, once Postgres has said so. */
  columns: Map<string, Columns>;
  /** Names that were evicted and that Postgres still holds. */
  evicted: string[];
}

/**
 * Runs statements on the connections of a pool. One that runs again is prepared by name, once a connection;
 * a connection deallocates the statements that it used longest ago.
 */
export class PreparedRuns {
  private readonly prepared = new WeakMap<pg.PoolClient, PreparedStatements>();
  /** The characters that each connection has planned. */
  private readonly planned = new WeakMap<pg.PoolClient, number>();
  /** The statement timeout of each connection, where it is not the pool's own. */
  private readonly timeouts = new WeakMap<pg.PoolClient, number>();

  constructor(
    private readonly mostCharacters = usualCharacters,
    private readonly lifetime = mostPlanned,
  ) {}

  /** Runs a statement; the rows are objects. */
  async run<R extends object>(client: pg.PoolClient, statement: Repeated, values: unknown[]) {
    const { rows } = await this.send<R>(client, statement, values);
    return rows;
  }

  /** Sends a statement at once, after those before it; resolves with its result. */
  send<R extends object>(
    client: pg.PoolClient,
    statement: Repeated,
    values: unknown[],
  ): Promise<pg.QueryResult<R>> {
    const { name, sql: text } = statement;
    if (!this.isPrepared(client, statement)) {
      return client.query<R>(text, values);
    }
    const { columns } = this.statementsOf(client);
    return client.query(new PreparedQuery<R>(name, text, values, client, columns)).finished;
  }

  /**
   * Runs a statement; `read` is given the rows as Postgres sends them, or undefined where they have more than
   * `most` bytes together.
   */
  async runToMessages<R>(
    client: pg.PoolClient,
    statement: Repeated,
    values: unknown[],
    { most, read }: { most: number; read(messages: Buffer | undefined): R },
  ): Promise<R> {
    const tap = rowTapOf(client);
    tap.open(most);
    const query = this.queryOf(client, statement, values);
    try {
      await runToTap(client, query);
      return read(tap.close());
    } finally {
      tap.close();
    }
  }

  private queryOf(client: pg.PoolClient, statement: Repeated, values: unknown[]): pg.QueryConfig {
    const { name, sql: text } = statement;
    return { ...(this.isPrepared(client, statement) ? { name } : {}), text, values };
  }

  /** Counts a run; true where the connection has the statement prepared, or now prepares it. */
  private isPrepared(client: pg.PoolClient, statement: Repeated): boolean {
    statement.runs += 1;
    const { name, sql, runs, isPast } = statement;
    // How many rows have later lines follows from the position: Postgres plans for each one.
    const isPrepared = runs > 1 && !isPast && sql.length <= this.mostCharacters;
    if (isPrepared && this.statementsOf(client).names.get(name)) return true;
    this.planned.set(client, (this.planned.get(client) ?? 0) + sql.length);
    if (isPrepared) this.makeRoom(client, statement);
    return isPrepared;
  }

  /** Sets the connection's statement timeout: one more round trip, when the last statement had another. */
  async limitTime(client: pg.PoolClient, ms: number): Promise<void> {
    if (this.timeouts.get(client) === ms) return;
    await client.query(`set statement_timeout = ${ms}`);
    this.timeouts.set(client, ms);
  }

  /** Gives a connection back; one that was lost, or has planned enough, is closed. */
  release(client: pg.PoolClient, failure?: unknown): void {
    const isSpent = (this.planned.get(client) ?? 0) > this.lifetime;
    const isLost = failure !== undefined && isLostConnection(failure);
    client.release(isLost || isSpent);
  }

  /** Takes a statement among those that the connection has prepared, and deallocates those that no longer fit. */
  private makeRoom(client: pg.PoolClient, { name, sql }: Repeated): void {
    const { names, columns, evicted } = this.statementsOf(client);
    names.set(name, true, { size: sql.length });
    const { parsedStatements } = (client as unknown as Preparing).connection;
    for (const gone of evicted.splice(0)) {
      const text = parsedStatements[gone];
      if (text === undefined) continue;
      delete parsedStatements[gone];
      columns.delete(gone);
      // In a transaction that has failed Postgres refuses it, and still holds the statement.
      client.query(`deallocate ${gone}`).catch(() => {
        parsedStatements[gone] = text;
        evicted.push(gone);
      });
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
    const statements = { names, columns: new Map<string, Columns>(), evicted };
    this.prepared.set(client, statements);
    return statements;
  }
}
