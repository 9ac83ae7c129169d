import type pg from "pg";
import type { Logger } from "../logger.js";
import { BoundedClient, isLostConnection, NoAnswer } from "./bounded-client.js";
import { Connections } from "./connections.js";
import { openReadPool } from "./read-pool.js";

/** Deadline for opening the connection of the checks, in milliseconds. */
const connectMs = 3_000;

/** Deadline for the answer to a check, in milliseconds. */
const answerMs = 1_500;

/** SQL that names a database of a cluster, the same on its primary and on all standbys. */
export const originSql = `(select system_identifier::text from pg_control_system()) || ' ' ||
  (select oid::text from pg_database where datname = current_database())`;

/** SQL that names the run of a server: it differs after each restart. */
const runSql = "pg_postmaster_start_time()::text";

/** What a check of a standby finds. */
export interface StandbyFacts {
  isStandby: boolean;
  origin: string;
  run: string;
}

/** The options of a standby. */
export interface StandbyOptions {
  url: string;
  statementTimeoutMs: number;
  poolSize: number;
  livePoolSize: number;
  logger: Logger;
}

/**
 * The connections to a standby: one for checks, and a pool for reads, whose connections are all to the run
 * of the server that was checked. A server that was restarted is another one until it is checked again.
 */
export class Standby {
  /** The connections for reads. */
  readonly pool: pg.Pool;
  /** Those for payloads that are read for many subscribers. */
  readonly livePool: pg.Pool;
  readonly connections: Connections;
  private client: BoundedClient | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  /** The run of the server that reads may go to. */
  private run: string | undefined;
  private isClosed = false;

  constructor({ url, statementTimeoutMs, poolSize, livePoolSize, logger }: StandbyOptions) {
    this.connections = new Connections({ url, statementTimeoutMs, logger });
    const open = (name: string, size: number) =>
      openReadPool({
        ...{ connections: this.connections, name, poolSize: size, logger },
        onConnect: (client) => this.checkRun(client),
      });
    this.pool = open("read", poolSize);
    this.livePool = open("live", livePoolSize);
  }

  /** The facts, beside the columns of `columns from source`. Rejects when there is no answer in time. */
  async check<T>(columns: string, source: string): Promise<StandbyFacts & T> {
    const facts = `pg_is_in_recovery() as "isStandby", ${originSql} as origin, ${runSql} as run`;
    const [row] = await this.rows<StandbyFacts & T>(`select ${facts}, ${columns} from ${source}`);
    if (!row) throw new Error("The standby gives no row for a check");
    return row;
  }

  /** The rows of one short statement on the connection of the checks, after those before it. */
  rows<T>(text: string): Promise<T[]> {
    const turn = this.turn.then(() => this.ask<T>(text));
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  /** Lets reads go to this run of the server. */
  open(run: string): void {
    this.run = run;
  }

  /** Closes every connection at once; reads that wait on one fail. */
  drop(reason: string): void {
    this.run = undefined;
    this.client?.drop(reason);
    this.client = undefined;
    this.connections.drop(reason);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.drop("the hub stops");
    await this.turn;
    await Promise.all([this.pool.end(), this.livePool.end()]);
  }

  private async ask<T>(text: string): Promise<T[]> {
    const client = this.client ?? (await this.connect());
    try {
      const { rows } = await client.query(text);
      return rows;
    } catch (error) {
      if (isLostConnection(error)) {
        client.drop("a check failed");
        this.client = undefined;
      }
      throw error;
    }
  }

  private async connect(): Promise<BoundedClient> {
    if (this.isClosed) throw new NoAnswer("the hub stops");
    const config = this.connections.config("rembuk-watch", { work_mem: "64kB" });
    const client = new BoundedClient(config, {
      ...{ connectMs, statementMs: () => answerMs },
      onNoAnswer: () => undefined,
    });
    try {
      await client.connect();
    } catch (error) {
      client.drop("it could not be opened");
      throw error;
    }
    // The standby may have been closed meanwhile.
    if (this.isClosed) client.drop("the hub stops");
    else this.client = client;
    return client;
  }

  private async checkRun(client: pg.ClientBase): Promise<void> {
    const { rows } = await client.query<{ run: string }>(`select ${runSql} as run`);
    if (!this.run || rows[0]?.run !== this.run) throw new NoAnswer("the standby was not checked");
  }
}
