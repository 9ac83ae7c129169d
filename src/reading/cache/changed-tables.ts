import { LRUCache } from "lru-cache";
import {
  type ChangeOutline,
  type LedgerFeed,
  outlineColumns,
  type Stretch,
  type Tail,
} from "../../ledger/index.js";
import type { Logger } from "../../platform/logger.js";
import { isPart, rebinds, tableOf, tablesOfChange, tagsOfChange } from "../model/tags.js";
import type { Database } from "../rows/session.js";
import { sql } from "../sql/fragments.js";
import { ledgerTable } from "../sql/past.js";

/** The largest number of tags of parts that are followed: some 20 MB. */
const usualParts = 100_000;
/** Changes that are read one by one; of more, only which tables they changed. */
const mostOutlines = 1000;

/** The time for which the ledger may have more than was read, where that is good enough, in milliseconds. */
const behindMs = 2_500;

/** The position of the last change of what a tag stands for, as far as the ledger was read. */
export interface TagState {
  changedAt: number;
  readonly isPart: boolean;
}

/** The hashes before and at the end of a stretch of the ledger. */
interface Ends {
  before: string | null;
  hash: string;
}

/** A change, or of a long stretch the last one of a noun, of which only the noun is known. */
type Last = Ends & (ChangeOutline | { entity: string; position: number });

/** The changes of a stretch, with its ends. */
function changesOf({ before, changes }: Stretch): Last[] {
  const hash = changes.at(-1)?.hash ?? before;
  return changes.map((change) => ({ ...change, before, hash }));
}

/**
 * Follows the ledger and knows the position of the last change of each table, and of the parts of tables that
 * answers were read from. A stretch of the ledger is read whole before `position` moves on: an answer that
 * was read at an earlier position, from what has no change since, is the answer at `position` too.
 */
export class ChangedTables {
  private readonly tables = new Map<string, TagState>();
  private readonly parts: LRUCache<string, TagState>;
  /** The position of the last change by which rows may have come into another part than before. */
  private reboundAt = 0;
  /** Answers that were read before this position cannot be judged. */
  private from = 0;
  private covered = 0;
  /** When `covered` last moved on. */
  private notedAt = Number.NEGATIVE_INFINITY;
  /** The hash of the change at `covered`; null before the first. */
  private hash: string | null = null;
  private readonly stopping = new AbortController();
  private following: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly tail: Tail,
    private readonly logger: Logger,
    /** The nodes' common reader; absent: each node reads for itself. */
    private readonly feed?: Pick<LedgerFeed, "stretch">,
    mostParts = usualParts,
  ) {
    this.parts = new LRUCache({
      // Not `max`, for which the places of all are made at once.
      maxSize: mostParts,
      sizeCalculation: () => 1,
      // Nobody follows it any more: what was read from it cannot be judged.
      dispose: (state) => {
        state.changedAt = Number.POSITIVE_INFINITY;
      },
    });
  }

  /** Begins where the tail is, which must have been started. */
  async start(): Promise<void> {
    const { position } = this.tail;
    const known = sql<{ hash: string }>`select hash from change where position = ${position}`;
    const { rows } = await known.execute(this.database);
    this.hash = rows[0]?.hash ?? null;
    this.from = position;
    this.covered = position;
    this.following = this.follow();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  /**
   * The position up to which the ledger was read; undefined while there is known to be more, as after a
   * commit of this process, and while the ledger cannot be read.
   */
  get position(): number | undefined {
    const { tail, covered } = this;
    return covered >= tail.position && tail.isCurrent ? covered : undefined;
  }

  /**
   * The position up to which the ledger was read, also while there is more to read; undefined where that has
   * not been read for a while. What this process has committed itself is known of each table at once, and of
   * what others have committed nothing is missing that is older than some seconds.
   */
  get knownTo(): number | undefined {
    const { tail, covered, notedAt } = this;
    const isReading = covered >= tail.position || performance.now() - notedAt < behindMs;
    return isReading && tail.isCurrent ? covered : undefined;
  }

  /** The position up to which the ledger was read, however long ago. */
  get readTo(): number {
    return this.covered;
  }

  /** Takes note of what this process has committed, before it is read. */
  readonly noteOwn = (position: number, lines: readonly { entity: string }[]): void => {
    for (const entity of new Set(lines.map((line) => line.entity))) {
      for (const name of tablesOfChange(entity)) {
        const state = this.table(name);
        state.changedAt = Math.max(state.changedAt, position);
      }
    }
  };

  /** The states of these tags, which keep up with the ledger. */
  statesOf(tags: readonly string[]): TagState[] {
    return tags.map((tag) => (isPart(tag) ? this.part(tag) : this.table(tag)));
  }

  /** Tells whether these tags have no change after `position`, as far as the ledger was read. */
  stillHolds(states: readonly TagState[], position: number): boolean {
    if (position < this.from) return false;
    for (const state of states) {
      if (state.changedAt > position || (state.isPart && this.reboundAt > position)) return false;
    }
    return true;
  }

  private table(name: string): TagState {
    const state = this.tables.get(name) ?? { changedAt: this.from, isPart: false };
    this.tables.set(name, state);
    return state;
  }

  /** Of a part that was not followed, no change is known: it was none after the last of its table. */
  private part(tag: string): TagState {
    const known = this.parts.get(tag);
    if (known) return known;
    const state = { changedAt: this.table(tableOf(tag)).changedAt, isPart: true };
    this.parts.set(tag, state);
    return state;
  }

  private follow(): Promise<void> {
    return this.tail.follow({
      known: () => this.covered,
      read: async (head) => {
        const fed = await this.feed?.stretch(this.covered, head);
        this.note(fed ? changesOf(fed) : await this.changesUpTo(head), head);
      },
      failed: (err) => this.logger.warn({ err }, "the ledger cannot be followed; trying again"),
      signal: this.stopping.signal,
    });
  }

  private async changesUpTo(head: number): Promise<Last[]> {
    const { covered } = this;
    const ends = sql`(select hash from change where position = ${covered}) as before,
      (select hash from change where position = ${head}) as hash`;
    const among = sql`from change where position > ${covered} and position <= ${head}`;
    const last =
      head - covered > mostOutlines
        ? sql<Last>`select entity, max(position)::float8 as position, ${ends} ${among} group by entity`
        : sql<Last>`select ${outlineColumns}, ${ends} ${among}`;
    const { rows } = await last.execute(this.database);
    if (!rows[0]?.hash)
      throw new Error(`The ledger has no change ${head}, though its head says so`);
    return rows;
  }

  private note(changes: readonly Last[], head: number): void {
    const [{ before, hash } = { before: null, hash: "" }] = changes;
    // The ledger has another past, as after a failover that lost its last commits.
    if (before !== this.hash) this.from = head + 1;
    this.hash = hash;
    for (const change of changes) {
      const tables = tablesOfChange(change.entity);
      // A newer node wrote a noun that this one does not know: no table can be vouched for.
      if (tables.length === 0) this.from = Math.max(this.from, change.position);
      for (const table of tables) this.noteChange(table, change);
    }
    this.table(ledgerTable).changedAt = head;
    this.covered = head;
    this.notedAt = performance.now();
  }

  /** Several entities may change one table, and they come in no order. */
  private noteChange(table: string, change: Last): void {
    const { position } = change;
    const isOutline = "entityId" in change;
    if (!isOutline || rebinds(change)) this.reboundAt = Math.max(this.reboundAt, position);
    const parts = isOutline ? tagsOfChange(table, change).map((tag) => this.parts.peek(tag)) : [];
    for (const state of [this.table(table), ...parts]) {
      if (state) state.changedAt = Math.max(state.changedAt, position);
    }
  }
}
