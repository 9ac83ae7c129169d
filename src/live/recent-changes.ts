import type { Tail } from "../ledger/index.js";
import { allNouns, type Database, sql } from "../reading/index.js";

/** As much of a change as tells which streams it may be the business of. */
export interface Line {
  position: number;
  entity: string;
  /** The plan that the subject belongs to. */
  plan: string | null;
  /** The deliberation that the subject belongs to. */
  deliberation: string | null;
}

/** How many lines are remembered; a stream further back looks for itself. */
const linesKept = 1000;

/**
 * What the ledger told lately: each of its lines is read once for all the streams of the process, so
 * that a change wakes no stream which it does not concern, and none asks again and again who its
 * subscriber is.
 */
export class RecentChanges {
  /** Every line after `from` up to `upTo`, in order; positions have no gaps. */
  private readonly lines: Line[] = [];
  /** The nouns whose changes may change what a viewer may see. */
  private readonly accessNouns = allNouns()
    .filter(({ decidesAccess }) => decidesAccess)
    .map(({ name }) => name);
  private from: number;
  private upTo: number;
  private access = 0;
  private reading: Promise<void> | undefined;

  /** Begins where the tail is: no stream has begun before. */
  constructor(
    private readonly database: Database,
    readonly tail: Tail,
  ) {
    this.from = tail.position;
    this.upTo = tail.position;
  }

  /** Whether a change up to `head` may be the business of who `concerns`; so where it cannot be told. */
  async mayConcern(
    concerns: ((line: Line) => boolean) | undefined,
    after: number,
    head: number,
  ): Promise<boolean> {
    if (!concerns) return true;
    await this.reach(head);
    return this.held(after, head)?.some(concerns) ?? true;
  }

  /**
   * The lines after a position, to the ledger's `head` at least; undefined where not all are held.
   * Reads nothing: whoever holds a connection must not wait for another.
   */
  held(position: number, head: number): readonly Line[] | undefined {
    if (position < this.from || this.upTo < head) return undefined;
    return this.lines.slice(position - this.from);
  }

  /** Where anybody's access changed last, up to `position` at least; 0 when nobody's did. */
  async accessChangedAt(position: number): Promise<number> {
    await this.reach(position);
    return this.access;
  }

  private async reach(position: number): Promise<void> {
    while (this.upTo < position) {
      this.reading ??= this.read(position).finally(() => {
        this.reading = undefined;
      });
      await this.reading;
    }
  }

  private async read(head: number): Promise<void> {
    if (head - this.upTo > linesKept) await this.skipTo(head - linesKept);
    const next = sql<Line>`
      select position::float8 as position, entity, plan_id as plan, deliberation_id as deliberation
      from change where position > ${this.upTo} order by position limit ${linesKept}`;
    const { rows } = await next.execute(this.database);
    const last = rows.at(-1);
    if (!last)
      throw new Error(`The ledger has nothing after ${this.upTo}, though its head says so`);
    for (const { entity, position } of rows) {
      if (this.accessNouns.includes(entity)) this.access = position;
    }
    this.lines.push(...rows);
    this.lines.splice(0, this.lines.length - linesKept);
    this.upTo = last.position;
    this.from = last.position - this.lines.length;
  }

  /** Passes by lines that would not be kept, which gather while nobody subscribes, but for access. */
  private async skipTo(position: number): Promise<void> {
    const last = sql<{ access: number }>`
      select coalesce(max(position), ${this.access})::float8 as access from change
      where position > ${this.upTo} and position <= ${position} and entity = any(${this.accessNouns}::text[])`;
    const { rows } = await last.execute(this.database);
    this.access = rows[0]?.access ?? this.access;
    this.lines.length = 0;
    this.from = position;
    this.upTo = position;
  }
}
