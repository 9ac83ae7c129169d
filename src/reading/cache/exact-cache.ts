import type { ChangedTables, TableState } from "./changed-tables.js";
import { SegmentedLru } from "./segmented-lru.js";

/** What something that was read rests on. */
export interface Basis {
  /** The tables that were read. */
  tables: readonly string[];
  /** The ledger's position in the snapshot of the read, or one before it. */
  position: number;
  /** Until when it holds if nothing changes, in milliseconds since 1970. */
  until: number;
}

/** What was kept, and the position as of which it holds. */
export interface Kept<V> {
  value: V;
  position: number;
}

interface Entry<V> {
  value: V;
  states: readonly TableState[];
  position: number;
  until: number;
}

/**
 * Keeps what was read for as long as the ledger tells of no change to the tables that it was read from:
 * what is found is what would be read at the position that comes with it. Nothing is found while that
 * cannot be told.
 */
export class ExactCache<V> {
  private readonly lru: SegmentedLru<Entry<V>>;

  constructor(
    private readonly changed: ChangedTables,
    mostBytes: number,
  ) {
    this.lru = new SegmentedLru(mostBytes);
  }

  /** Bytes that are held. */
  get bytes(): number {
    return this.lru.bytes;
  }

  /** How many values are held. */
  get count(): number {
    return this.lru.count;
  }

  /** What was kept by this key, where it holds at `atLeast` or later. */
  find(key: string, atLeast = 0): Kept<V> | undefined {
    const known = this.changed.position;
    if (known === undefined) return undefined;
    const entry = this.lru.get(key);
    if (!entry) return undefined;
    if (entry.until <= Date.now() || !this.changed.stillHolds(entry.states, entry.position)) {
      return undefined;
    }
    const position = Math.max(entry.position, known);
    if (position < atLeast) return undefined;
    this.lru.used(key);
    return { value: entry.value, position };
  }

  /** Keeps what was read, unless what it rests on has changed since. */
  keep(key: string, value: V, bytes: number, { tables, position, until }: Basis): void {
    const states = this.changed.statesOf(tables);
    if (until <= Date.now() || !this.changed.stillHolds(states, position)) return;
    this.lru.put(key, { value, states, position, until }, bytes);
  }
}
