import { setTimeout as delay } from "node:timers/promises";
import { EmbeddedPostgresError } from "./errors.js";
import type { Running } from "./launch.js";
import { endLeftovers } from "./leftovers.js";
import { Restarts } from "./restarts.js";
import type { Log } from "./setup.js";

/** What a supervisor needs for its Postgres. */
export interface Supervision {
  /** The data folder, by which the processes of this Postgres are known. */
  data: string;
  /** The file of its log, for messages. */
  logFile: string;
  /** Restarts within ten minutes, after which the supervisor gives up. */
  mostRestarts: number;
  logger: Log;
  /** Starts Postgres again on the same data and socket. */
  launchAgain(): Promise<Running>;
}

/**
 * The supervisor of a running Postgres: it starts Postgres again when it ends by itself, as when the
 * system kills it for its memory. Clients connect again at the same address. Too many
 * restarts show a fault that a restart does not repair: then it gives up.
 */
export class Supervisor {
  /** Resolves with the reason when it gives up. */
  readonly failed: Promise<EmbeddedPostgresError>;
  private readonly giveUp: (reason: EmbeddedPostgresError) => void;
  private readonly restarts: Restarts;
  private readonly stopping = new AbortController();
  private restarting: Promise<void> | undefined;

  constructor(
    private running: Running,
    private readonly supervision: Supervision,
  ) {
    const { promise, resolve } = Promise.withResolvers<EmbeddedPostgresError>();
    this.failed = promise;
    this.giveUp = resolve;
    this.restarts = new Restarts(supervision.mostRestarts);
    this.watch();
  }

  /** The process id of Postgres. */
  get pid(): number {
    return this.running.pid;
  }

  /** Stops Postgres, and starts it no more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.restarting;
    const { postgres } = this.running;
    postgres.stop();
    await postgres.exit.catch(() => undefined);
  }

  private watch(): void {
    const { postgres } = this.running;
    postgres.background();
    const ended = (code: number) => {
      if (!this.stopping.signal.aborted) this.restarting = this.restart(code);
    };
    postgres.exit.then(ended, () => ended(-1));
  }

  private async restart(code: number): Promise<void> {
    const { logger, data, launchAgain } = this.supervision;
    const { signal } = this.stopping;
    const { postgres, pid } = this.running;
    logger.warn({ postgresPid: pid, code }, "The embedded Postgres ended by itself; restarting it");
    // Only the shell between may have ended: then Postgres still runs, and nobody would stop it later.
    postgres.stop();
    let cause: unknown;
    for (;;) {
      const pauseMs = this.restarts.next();
      if (pauseMs === undefined) return this.giveUp(this.reason(cause));
      await endLeftovers(data, pid);
      await delay(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        this.running = await launchAgain();
        logger.warn({ postgresPid: this.pid }, "The embedded Postgres is ready again");
        return this.watch();
      } catch (error) {
        cause = error;
        logger.warn({ err: error }, "The embedded Postgres could not be restarted");
      }
    }
  }

  private reason(cause: unknown): EmbeddedPostgresError {
    const { mostRestarts, logFile } = this.supervision;
    const last = cause instanceof Error ? ` ${cause.message}` : ` Its log is ${logFile}.`;
    return new EmbeddedPostgresError(
      `The embedded Postgres ended again after ${mostRestarts} restarts within ten minutes.${last}`,
      { cause },
    );
  }
}
