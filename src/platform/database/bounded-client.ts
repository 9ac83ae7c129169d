import type { Socket } from "node:net";
import pg from "pg";
import type { StatementWatch } from "./statement-watch.js";

/** The silence after which the system asks the other side whether it is still there, in milliseconds. */
const keepAliveDelayMs = 5_000;

/** The time for a goodbye on a connection that is closed, in milliseconds. */
const goodbyeMs = 1_000;

/**
 * The error of a wait on Postgres that ended at the hub's own deadline. It has the system's code for the
 * same event, so that it is treated as a lost connection.
 */
export class NoAnswer extends Error {
  readonly code = "ETIMEDOUT";

  constructor(reason: string) {
    super(`Connection terminated: ${reason}`);
    this.name = "NoAnswer";
  }
}

/** True for an error after which a connection is of no use: one that is not of Postgres' own words, or its last. */
export const isLostConnection = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || error.severity === "FATAL";

/** The deadlines of connections. */
export interface Bounds {
  /** For opening a connection, in milliseconds. */
  connectMs: number;
  /** For the answer to a statement, in milliseconds; undefined: without one. */
  statementMs(): number | undefined;
  /** Called when a deadline has passed without an answer. */
  onNoAnswer(): void;
  /** Told of each statement; absent where none is of interest. */
  readonly statements?: Pick<StatementWatch, "sent">;
}

type Method = (...given: unknown[]) => unknown;

/** The parts of the driver's client that its types leave out. */
interface Wire {
  connection: { stream: Socket };
}

/**
 * A connection on which every wait ends. Postgres has time-outs of its own, but they do not help when
 * its answer is lost on the way: a statement without an answer at the deadline closes the connection,
 * so that no later statement waits behind it.
 */
export class BoundedClient extends pg.Client {
  /** Runs at the deadline, or before: a statement that is answered leaves it to the next. */
  private timer: NodeJS.Timeout | undefined;
  private firesAt = Number.POSITIVE_INFINITY;
  private deadline = Number.POSITIVE_INFINITY;
  private deadlineMs = 0;
  private waits = false;
  /** True while what is sent waits for the end of the present turn. */
  private gathers = false;
  /** The deadline of the next statement, where it has its own. */
  private nextMs: number | undefined;

  constructor(
    config: pg.ClientConfig,
    private readonly bounds: Bounds,
  ) {
    super({
      ...config,
      connectionTimeoutMillis: bounds.connectMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveDelayMs,
      // What is asked before an answer has come is sent at once. Each statement is still a message of its own.
      pipeline: true,
    });
    // The casts: the driver's own methods, with all their forms.
    this.query = ((...given: unknown[]) => {
      this.await(this.nextMs ?? bounds.statementMs());
      this.gather();
      const running = (super.query as Method).apply(this, given);
      bounds.statements?.sent(given[0], running);
      return running;
    }) as typeof this.query;
    this.end = ((...given: unknown[]) => {
      this.limitGoodbye();
      return (super.end as Method).apply(this, given);
    }) as typeof this.end;
    this.on("drain", () => {
      this.waits = false;
    });
    this.once("end", () => {
      this.waits = false;
      this.clearTimer();
    });
    // An error event without a listener would end the process. Statements and pools get the error too.
    this.on("error", () => undefined);
  }

  /** True while a statement has no answer. */
  get isWaiting(): boolean {
    return this.waits;
  }

  /** The number of bytes that have come from Postgres. */
  get bytesRead(): number {
    return this.stream.bytesRead;
  }

  /** The server's process of this connection. */
  get backend(): number | null {
    return (this as unknown as { processID: number | null }).processID;
  }

  /** Runs one statement with a deadline of its own. */
  async within(ms: number, text: string): Promise<void> {
    this.nextMs = ms;
    const answer = this.query(text);
    this.nextMs = undefined;
    await answer;
  }

  /** Closes the connection at once; what waits on it fails with this reason. */
  drop(reason: string): void {
    this.stream.destroy(new NoAnswer(reason));
  }

  /** Destroys the socket if the goodbye has no effect in time: a dead connection never answers it. */
  private limitGoodbye(): void {
    const timer = setTimeout(() => this.stream.destroy(), goodbyeMs).unref();
    this.once("end", () => clearTimeout(timer));
  }

  private get stream(): Socket {
    return (this as unknown as Wire).connection.stream;
  }

  /** Holds what is sent until all that is ready to run has run: statements that go together are one write. */
  private gather(): void {
    if (this.gathers) return;
    this.gathers = true;
    const { stream } = this;
    stream.cork();
    process.nextTick(() => {
      this.gathers = false;
      stream.uncork();
    });
  }

  private await(ms: number | undefined): void {
    this.waits = true;
    this.deadline = ms === undefined ? Number.POSITIVE_INFINITY : performance.now() + ms;
    if (ms === undefined) return;
    this.deadlineMs = ms;
    if (this.deadline < this.firesAt) this.setTimer(ms);
  }

  private setTimer(ms: number): void {
    clearTimeout(this.timer);
    this.firesAt = performance.now() + ms;
    this.timer = setTimeout(() => this.check(), ms);
  }

  private clearTimer(): void {
    clearTimeout(this.timer);
    this.firesAt = Number.POSITIVE_INFINITY;
  }

  /** Ends the wait at its deadline. */
  private check(): void {
    this.firesAt = Number.POSITIVE_INFINITY;
    if (!this.waits || this.deadline === Number.POSITIVE_INFINITY) return;
    const left = this.deadline - performance.now();
    if (left > 0) this.setTimer(Math.ceil(left));
    else this.expire(this.deadlineMs);
  }

  /** Ends the wait. An answer may be here unread, as when the process itself stood still: it counts. */
  private expire(ms: number): void {
    const { deadline } = this;
    setImmediate(() => {
      if (!this.waits || this.deadline !== deadline) return;
      this.drop(`Postgres has not answered within ${ms} ms`);
      this.bounds.onNoAnswer();
    });
  }
}
