import {
  type ChangeOutline,
  epochEntity,
  type LedgerFeed,
  outlinesAfter,
  type Tail,
} from "../ledger/index.js";
import { allNouns, type Database, sql } from "../reading/index.js";

/** Number of changes that are held; a stream further back reads the ledger itself. */
const maxHeld = 1000;

/**
 * The outlines of the ledger's last changes. Each change is read once for all streams of the process:
 * it wakes only the streams that it may concern, and a stream checks its subscriber's access only
 * after somebody's access has changed.
 */
export class RecentChanges {
  /** Every change after `from` up to `upTo`, in order; positions have no gaps. */
  private readonly changes: ChangeOutline[] = [];
  /** The nouns whose changes may change what a viewer may see; a restored ledger has other roles. */
  private readonly accessNouns = allNouns()
    .filter(({ decidesAccess }) => decidesAccess)
    .map(({ name }) => name)
    .concat(epochEntity);
  private from: number;
  private upTo: number;
  /** The position of the last change of anybody's access. */
  private access = 0;
  private reading: Promise<void> | undefined;

  /** Starts at the tail's position: no stream can have started before. `feed`: the nodes' common reader. */
  constructor(
    private readonly database: Database,
    readonly tail: Tail,
    private readonly feed?: Pick<LedgerFeed, "outlines">,
  ) {
    this.from = tail.position;
    this.upTo = tail.position;
  }

  /** True if a change after a position, up to `head`, may concern a stream; true if that is unknown. */
  async mayConcern(
    concerns: ((change: ChangeOutline) => boolean) | undefined,
    after: number,
    head: number,
  ): Promise<boolean> {
    if (!concerns) return true;
    await this.reach(head);
    return this.held(after, head)?.some(concerns) ?? true;
  }

  /**
   * The changes after a position, up to the ledger's `head` at least; undefined where not all are held.
   * Reads nothing: the caller holds a connection, and must not wait for another.
   */
  held(position: number, head: number): readonly ChangeOutline[] | undefined {
    if (position < this.from || this.upTo < head) return undefined;
    return this.changes.slice(position - this.from);
  }

  /** The position of the last change of anybody's access, known up to `position`; 0 without one. */
  async accessChangedAt(position: number): Promise<number> {
    await this.reach(position);
    return this.access;
  }

  /** The position of the last change of anybody's access, as far as the changes are known. */
  get lastAccessChange(): number {
    return this.access;
  }

  /** The position up to which the changes are known. */
  get knownUpTo(): number {
    return this.upTo;
  }

  /** True where the changes up to a position are known. */
  hasReached(position: number): boolean {
    return this.upTo >= position;
  }

  /** Reads the changes up to a position. */
  async reach(position: number): Promise<void> {
    while (this.upTo < position) {
      this.reading ??= this.read(position).finally(() => {
        this.reading = undefined;
      });
      await this.reading;
    }
  }

  private async read(head: number): Promise<void> {
    if (head - this.upTo > maxHeld) await this.skipTo(head - maxHeld);
    const next = await (this.feed
      ? this.feed.outlines(this.upTo, head, maxHeld)
      : outlinesAfter(this.database, this.upTo, maxHeld));
    const last = next.at(-1);
    if (!last)
      throw new Error(`The ledger has no change after ${this.upTo}, but its head is later`);
    // Those between were archived: whose access they changed is not known.
    if ((next[0]?.position ?? 0) > this.upTo + 1) {
      this.changes.length = 0;
      this.access = (next[0]?.position ?? 0) - 1;
    }
    for (const { entity, position } of next) {
      if (this.accessNouns.includes(entity)) this.access = position;
    }
    this.changes.push(...next);
    this.changes.splice(0, this.changes.length - maxHeld);
    this.upTo = last.position;
    this.from = last.position - this.changes.length;
  }

  /** Skips changes that would not be held, as after a time without streams; notes access all the same. */
  private async skipTo(position: number): Promise<void> {
    const last = sql<{ access: number }>`
      select greatest(coalesce(max(position), ${this.access}), (select least(retained_from, ${position})
        from ledger_head where retained_from > ${this.upTo}))::float8 as access from change
      where position > ${this.upTo} and position <= ${position} and entity = any(${this.accessNouns}::text[])`;
    const { rows } = await last.execute(this.database);
    this.access = rows[0]?.access ?? this.access;
    this.changes.length = 0;
    this.from = position;
    this.upTo = position;
  }
}
