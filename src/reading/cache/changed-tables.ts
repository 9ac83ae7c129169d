import { setTimeout as delay } from "node:timers/promises";
import type { LedgerFeed, Stretch, Tail } from "../../ledger/index.js";
import type { Logger } from "../../platform/logger.js";
import { allNouns, type NounDefinition } from "../model/dictionary.js";
import type { Database } from "../rows/session.js";
import { sql } from "../sql/fragments.js";

/** The delay after a failure before the ledger is read again, in milliseconds. */
const againMs = 200;

/** The ledger's own table, into which every change goes. */
const ofEveryChange = ["change"];

/** The position of a table's last change, as far as the ledger was read. */
export interface TableState {
  changedAt: number;
}

/** The last change of a noun in a stretch of the ledger, and the hashes before and at its end. */
interface Last {
  entity: string;
  position: number;
  before: string | null;
  hash: string;
}

/** The tables whose rows a change of this entity may have changed; none for an unknown entity. */
export function tablesChangedWith(entity: string): string[] {
  const isChanged = ({ name, changedWith }: NounDefinition) =>
    name === entity || changedWith?.().name === entity;
  return allNouns()
    .filter(isChanged)
    .map(({ table }) => table);
}

/** The last change of each noun in a stretch. */
function lastsOf({ before, changes }: Stretch): Last[] {
  const hash = changes.at(-1)?.hash ?? before;
  const positions = new Map(changes.map(({ entity, position }) => [entity, position]));
  return [...positions].map(([entity, position]) => ({ entity, position, before, hash }));
}

/**
 * Follows the ledger and knows the position of each table's last change. A stretch of the ledger is read
 * whole before `position` moves on: an answer that was read at an earlier position, from tables without a
 * change since, is the answer at `position` too.
 */
export class ChangedTables {
  private readonly states = new Map<string, TableState>();
  /** Answers that were read before this position cannot be judged. */
  private from = 0;
  private covered = 0;
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
  ) {}

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

  /** The states of these tables, which keep up with the ledger. */
  statesOf(tables: readonly string[]): TableState[] {
    return tables.map((table) => {
      const state = this.states.get(table) ?? { changedAt: this.from };
      this.states.set(table, state);
      return state;
    });
  }

  /** Tells whether these tables have no change after `position`, as far as the ledger was read. */
  stillHolds(states: readonly TableState[], position: number): boolean {
    if (position < this.from) return false;
    for (const { changedAt } of states) if (changedAt > position) return false;
    return true;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    for (;;) {
      await this.tail.beyond(this.covered, signal);
      const head = this.tail.position;
      if (signal.aborted || head <= this.covered) return;
      try {
        const fed = await this.feed?.stretch(this.covered, head);
        this.note(fed ? lastsOf(fed) : await this.changesUpTo(head), head);
      } catch (error) {
        if (signal.aborted) return;
        this.logger.warn({ err: error }, "the ledger cannot be followed; trying again");
        await delay(againMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async changesUpTo(head: number): Promise<Last[]> {
    const last = sql<Last>`
      select entity, max(position)::float8 as position,
        (select hash from change where position = ${this.covered}) as before,
        (select hash from change where position = ${head}) as hash
      from change where position > ${this.covered} and position <= ${head} group by entity`;
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
    for (const { entity, position } of changes) {
      const tables = tablesChangedWith(entity);
      // A newer node wrote a noun that this one does not know: no table can be vouched for.
      if (tables.length === 0) this.from = Math.max(this.from, position);
      // Several entities may change one table, and they come in no order.
      for (const state of this.statesOf(tables)) {
        state.changedAt = Math.max(state.changedAt, position);
      }
    }
    for (const state of this.statesOf(ofEveryChange)) state.changedAt = head;
    this.covered = head;
  }
}
