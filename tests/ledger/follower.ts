import type pg from "pg";

/** A reader with a cursor, like every live stream and export of the hub. */
export class Follower {
  readonly seen: number[] = [];
  private cursor: number;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly table: string,
    private readonly start: number,
  ) {
    this.cursor = start;
  }

  /** Reads the changes after the cursor. */
  async read(): Promise<void> {
    for (const position of await this.after(this.cursor)) {
      this.seen.push(position);
      this.cursor = position;
    }
  }

  /** The errors of the reader; none when it saw every position once, in order, without a gap. */
  async faults(): Promise<string[]> {
    const all = await this.after(this.start);
    const faults: string[] = [];
    for (const [at, position] of all.entries()) {
      const times = this.seen.filter((seen) => seen === position).length;
      if (times !== 1) faults.push(`${position} was seen ${times} times`);
      if (position !== this.start + 1 + at) faults.push(`there is a gap before ${position}`);
    }
    const inOrder = this.seen.every((seen, at) => at === 0 || seen > (this.seen[at - 1] ?? 0));
    if (!inOrder) faults.push("the order was another one");
    return faults;
  }

  private async after(position: number): Promise<number[]> {
    const { rows } = await this.client.query<{ position: string }>(
      `select position from ${this.table} where position > $1 order by position`,
      [position],
    );
    return rows.map((row) => Number(row.position));
  }
}
