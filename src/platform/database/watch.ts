import type pg from "pg";
import type { Logger } from "../logger.js";
import { BoundedClient, isLostConnection, NoAnswer } from "./bounded-client.js";
import type { Connections } from "./connections.js";

/** The longest time without an answer of the database after which it counts as away, in milliseconds. */
export const longestSilenceMs = 5_000;

/** Interval at which Postgres is asked whether it answers, in milliseconds. */
const beatMs = 1_000;

/** Deadline for the answer to a statement of the watch, in milliseconds. */
const answerMs = 1_500;

/** Deadline for opening its connection, in milliseconds. */
const connectMs = 3_000;

/** The name of its session in Postgres. */
const name = "rembuk-watch";

/** The driver's error of a connection that could not be opened in time; it has no code. */
const isOverdueConnect = (error: unknown): boolean =>
  error instanceof Error && error.message === "timeout expired";

/**
 * The process's own connection to the database, apart from all pools: it asks every second whether
 * Postgres answers, reads what must be known at once, and listens. A connection that gives no answer is
 * replaced at once, and the connections of the pools are suspect then.
 */
export class DatabaseWatch {
  private client: BoundedClient | undefined;
  /** The connection that is being opened. */
  private opening: BoundedClient | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private askedAt = Number.NEGATIVE_INFINITY;
  private answeredAt = Number.NEGATIVE_INFINITY;
  private isAway = false;
  /** When Postgres last gave no answer, in milliseconds since 1970. */
  failedAt: number | undefined;
  private isStopped = false;
  private timer: NodeJS.Timeout | undefined;
  private listening: { channel: string; wake: () => void } | undefined;

  private constructor(
    private readonly connections: Connections,
    private readonly logger: Logger,
  ) {}

  /** Connects and begins; rejects when Postgres cannot be reached. */
  static async open(connections: Connections, logger: Logger): Promise<DatabaseWatch> {
    const watch = new DatabaseWatch(connections, logger);
    await watch.read("select 1");
    connections.activeBackends = () => watch.activeBackends();
    watch.timer = setInterval(() => watch.beat(), beatMs);
    return watch;
  }

  /** Milliseconds since Postgres answered last. */
  get silentMs(): number {
    return performance.now() - this.answeredAt;
  }

  /** Calls `wake` at each notification, and when some may have been lost. */
  async listen(channel: string, wake: () => void): Promise<void> {
    this.listening = { channel, wake };
    await this.read(`listen ${channel}`);
  }

  async unlisten(channel: string): Promise<void> {
    this.listening = undefined;
    await this.read(`unlisten ${channel}`);
  }

  /** The rows of one short statement. A connection that failed is replaced once before this rejects. */
  read<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
    const turn = this.turn.then(() => this.attempt<T>(text));
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    this.opening?.drop("the hub stops");
    await this.client?.end();
    await this.turn;
  }

  private beat(): void {
    if (performance.now() - this.askedAt < 0.9 * beatMs) return;
    this.read("select 1").catch(() => undefined);
  }

  private async attempt<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
    const known = this.client;
    try {
      return await this.ask<T>(known ?? (await this.connect()), text);
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      this.failed(error);
      if (!known || this.isStopped) throw error;
    }
    return this.ask<T>(await this.connect(), text);
  }

  private async ask<T extends pg.QueryResultRow>(client: BoundedClient, text: string) {
    this.askedAt = performance.now();
    const { rows } = await client.query<T>(text);
    this.answered();
    return rows;
  }

  private async connect(): Promise<BoundedClient> {
    if (this.isStopped) throw new NoAnswer("the hub stops");
    this.askedAt = performance.now();
    const config = this.connections.config(name, { work_mem: "64kB" });
    const client = new BoundedClient(config, {
      connectMs,
      statementMs: () => answerMs,
      onNoAnswer: () => this.connections.suspect(),
    });
    client.once("end", () => {
      if (this.client === client) this.client = undefined;
    });
    client.on("notification", () => this.listening?.wake());
    this.opening = client;
    try {
      await client.connect();
      const { channel, wake } = this.listening ?? {};
      if (channel) await client.query(`listen ${channel}`);
      this.client = client;
      this.connections.isSilent = false;
      wake?.();
      return client;
    } catch (error) {
      client.drop("it could not be opened");
      if (isOverdueConnect(error)) {
        this.connections.isSilent = true;
        this.connections.suspect();
      }
      throw error;
    } finally {
      this.opening = undefined;
    }
  }

  private answered(): void {
    this.answeredAt = performance.now();
    if (this.isAway) this.logger.info("the database answers again");
    this.isAway = false;
  }

  private failed(error: unknown): void {
    if (this.isStopped) return;
    this.failedAt = Date.now();
    const isNews = !this.isAway && this.silentMs !== Number.POSITIVE_INFINITY;
    if (isNews) this.logger.warn({ err: error }, "the database does not answer");
    this.isAway = true;
  }

  private async activeBackends(): Promise<ReadonlySet<number> | undefined> {
    if (this.isAway || this.silentMs > answerMs + beatMs) return undefined;
    const rows = await this.read<{ pid: number }>(
      "select pid from pg_stat_activity where state = 'active'",
    ).catch(() => undefined);
    return rows && new Set(rows.map(({ pid }) => pid));
  }
}
