import {
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  PostgresDialect,
  PostgresDriver,
  type QueryResult,
  type RawBuilder,
  type TransactionSettings,
} from "kysely";
import { LRUCache } from "lru-cache";
import type pg from "pg";
import { PreparedRuns, type Repeated } from "./prepared-runs.js";

/** The most characters of statements whose runs are counted: some thousand statements of the hub's own. */
const mostCounted = 4_000_000;

/**
 * Postgres plans a prepared statement once, for all values, until the transaction ends. Else it plans many anew
 * each time: to find an action and to see that it is visible took twelve times as long to plan as to run.
 */
const onePlan = "set local plan_cache_mode = force_generic_plan";

/** Lets Postgres plan for the values again, in a transaction whose statements are of many rows. */
export const plansForValues = "set local plan_cache_mode = auto";

/** The commands that change rows, whose number the driver is asked for. */
const writing: ReadonlySet<string> = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

/**
 * True for one statement that can be prepared. One that gives all columns of a table cannot be: Postgres
 * refuses it once a migration, by another node, has added one.
 */
const isPreparable = (text: string, values: readonly unknown[]): boolean =>
  (values.length > 0 ||
    (/^\s*(select|insert|update|delete|with)\b/i.test(text) && !text.includes(";"))) &&
  !text.includes(".*");

/** The statements of the hub, by their texts, each with the name under which connections prepare it. */
class StatementNames {
  private last = 0;
  private readonly known = new LRUCache<string, Repeated>({
    maxSize: mostCounted,
    sizeCalculation: ({ sql }) => sql.length,
  });

  of(sql: string): Repeated {
    const known = this.known.get(sql);
    if (known) return known;
    this.last += 1;
    const made = { name: `orm_${this.last}`, sql, runs: 0 };
    this.known.set(sql, made);
    return made;
  }
}

/**
 * A connection that can send a statement ahead of the next. In a transaction that writes, it prepares those
 * that repeat; those of reads are many, and have plans of their own (`PlanRunner`).
 */
class StatementConnection implements DatabaseConnection {
  private isWriting = false;
  /** The answers to what was sent ahead. */
  private ahead: Promise<unknown>[] = [];

  constructor(
    readonly client: pg.PoolClient,
    private readonly runs: PreparedRuns,
    private readonly names: StatementNames,
  ) {}

  /**
   * The result of a statement. It fails with the error of what was sent ahead of it, where that failed: this
   * is why it failed too.
   */
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const ahead = this.ahead;
    this.ahead = [];
    const answer = this.send(sql, parameters);
    // Not to be reported as unhandled while an earlier answer is waited for.
    answer.catch(() => undefined);
    for (const earlier of ahead) await earlier;
    const { command, rowCount, rows } = await answer;
    return {
      ...(writing.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}),
      rows: (rows as R[] | undefined) ?? [],
    };
  }

  /** Begins a transaction, together with its first statement. */
  begin({ isolationLevel, accessMode }: TransactionSettings): void {
    const level = isolationLevel ? ` isolation level ${isolationLevel}` : "";
    const mode = accessMode ? ` ${accessMode}` : "";
    this.isWriting = accessMode !== "read only";
    const plans = this.isWriting ? `; ${onePlan}` : "";
    void this.sendAhead(CompiledQuery.raw(`begin${level}${mode}${plans}`));
  }

  /** Sends a statement without waiting for its answer: the next one fails where it has failed, with `errorOf` it. */
  sendAhead(
    { sql, parameters }: CompiledQuery,
    errorOf: (error: Error) => Error = (error) => error,
  ): Promise<unknown> {
    const answer = this.send(sql, parameters).catch((error) => {
      throw errorOf(error);
    });
    answer.catch(() => undefined);
    this.ahead.push(answer);
    return answer;
  }

  // biome-ignore lint/correctness/useYield: an interface of Kysely that the hub does not use.
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error("Rows are read by cursors of Postgres (ReadSession.inParts)");
  }

  /** Lets the errors of what was sent ahead be: the transaction is given up anyway. */
  forgetAhead(): void {
    this.ahead = [];
  }

  release(): void {
    this.forgetAhead();
    this.isWriting = false;
    this.client.release();
  }

  private async send(sql: string, parameters: readonly unknown[]): Promise<pg.QueryResult> {
    const values = [...parameters];
    const isPrepared = this.isWriting && isPreparable(sql, parameters);
    if (!isPrepared) return this.client.query(sql, values);
    return this.runs.send(this.client, this.names.of(sql), values);
  }
}

/** The connections of a pool whose statements are prepared, and whose `begin` costs no round trip. */
class StatementDriver extends PostgresDriver {
  private readonly runs = new PreparedRuns(undefined, Number.POSITIVE_INFINITY);
  private readonly names = new StatementNames();
  private readonly connections = new WeakMap<pg.PoolClient, StatementConnection>();

  constructor(private readonly pool: pg.Pool) {
    super({ pool });
  }

  override async acquireConnection(): Promise<StatementConnection> {
    const client = await this.pool.connect();
    const known = this.connections.get(client);
    if (known) return known;
    const made = new StatementConnection(client, this.runs, this.names);
    this.connections.set(client, made);
    return made;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    (connection as StatementConnection).begin(settings);
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A rollback that fails would leave the connection with nobody.
    (connection as StatementConnection).forgetAhead();
    await super.rollbackTransaction(connection);
  }

  override async releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as StatementConnection).release();
  }
}

/** The dialect of Postgres over such connections. */
export class StatementDialect extends PostgresDialect {
  constructor(private readonly pool: pg.Pool) {
    super({ pool });
  }

  override createDriver(): StatementDriver {
    return new StatementDriver(this.pool);
  }
}

/**
 * Sends a statement in a transaction, together with the next one: it costs no round trip. The next one fails
 * with its error, where it fails, or with what `errorOf` makes of it. Resolves once it was sent, with the promise
 * of its rows.
 */
export async function sendAhead<R>(
  transaction: Kysely<Record<string, never>>,
  statement: RawBuilder<R> | CompiledQuery<R>,
  errorOf?: (error: Error) => Error,
): Promise<{ rows: Promise<R[]> }> {
  const compiled = "compile" in statement ? statement.compile(transaction) : statement;
  return transaction.getExecutor().provideConnection(async (connection) => {
    const answer = (connection as StatementConnection).sendAhead(compiled, errorOf);
    const rows = answer.then((result) => (result as pg.QueryResult).rows as R[]);
    rows.catch(() => undefined);
    return { rows };
  });
}

/** The driver's client that a transaction runs on, for what no statement of Kysely's can do, as COPY. */
export function clientOf(transaction: Kysely<Record<string, never>>): Promise<pg.PoolClient> {
  return transaction
    .getExecutor()
    .provideConnection(async (connection) => (connection as StatementConnection).client);
}
