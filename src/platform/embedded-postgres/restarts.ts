/** The time in which restarts are counted, in milliseconds. */
const windowMs = 600_000;

/** The pause before the second restart in a row, in milliseconds; it doubles with each further one. */
const firstPauseMs = 100;

/** The longest pause, in milliseconds: Postgres serves again within seconds each time. */
const longestPauseMs = 2_000;

/** A Postgres that has run for so long did not end because of its start, in milliseconds. */
const steadyMs = 60_000;

/** The count of the restarts of a Postgres, and the pauses before them. */
export class Restarts {
  private readonly began: number[] = [];

  constructor(readonly most: number) {}

  /** Notes a restart; gives the pause before it in milliseconds, undefined when there were too many. */
  next(now = performance.now()): number | undefined {
    while ((this.began[0] ?? now) < now - windowMs) this.began.shift();
    if (this.began.length >= this.most) return undefined;
    const inARow = this.began.filter((at) => at > now - steadyMs).length;
    this.began.push(now);
    return inARow === 0 ? 0 : Math.min(firstPauseMs * 2 ** (inARow - 1), longestPauseMs);
  }
}
