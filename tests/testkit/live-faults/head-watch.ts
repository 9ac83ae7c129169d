import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

/** The time in milliseconds since 1970, to parts of one, as other processes have it too. */
export const now = (): number => performance.timeOrigin + performance.now();

/** The pause between two looks at the head, in milliseconds: a commit is noted so much later. */
const pauseMs = 3;

/** Notes when each position was committed, as a session of its own sees the ledger's head. */
export class HeadWatch implements AsyncDisposable {
  /** The times at which the head was seen to have moved, and where it stood then. */
  private readonly seen: { at: number; head: number }[] = [];
  private isStopped = false;
  private readonly running: Promise<void>;

  private constructor(private readonly session: pg.Client) {
    this.running = this.run();
  }

  static async start(databaseUrl: string): Promise<HeadWatch> {
    const session = new pg.Client({ connectionString: databaseUrl });
    await session.connect();
    return new HeadWatch(session);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isStopped = true;
    await this.running;
    await this.session.end();
  }

  /**
   * The milliseconds from the commit of each change to when it came. `cameAt` has the times of the positions after
   * one, in order; 0 for one that did not come.
   */
  lags(cameAt: Float64Array, after: number): number[] {
    const lags: number[] = [];
    let next = 0;
    for (const [index, at] of cameAt.entries()) {
      while ((this.seen[next]?.head ?? Number.POSITIVE_INFINITY) < after + 1 + index) next += 1;
      const committed = this.seen[next]?.at;
      if (at > 0 && committed !== undefined) lags.push(at - committed);
    }
    return lags;
  }

  private async run(): Promise<void> {
    const statement = {
      name: "head",
      text: "select position::float8 as position from ledger_head",
    };
    while (!this.isStopped) {
      const { rows } = await this.session.query<{ position: number }>(statement);
      const head = rows[0]?.position ?? 0;
      if (head > (this.seen.at(-1)?.head ?? 0)) this.seen.push({ at: now(), head });
      await delay(pauseMs);
    }
  }
}
