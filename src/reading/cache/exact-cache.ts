import { isAhead } from "../../platform/at-time.js";
import type { CacheCounts } from "../../platform/cache-counts.js";
import type { ChangedTables, TagState } from "./changed-tables.js";
import { SegmentedLru } from "./segmented-lru.js";

/** No value that ends by itself holds longer than a day: in milliseconds. */
const dayMs = 86_400_000;

/** The basis of a value that was read. */
export interface Basis {
  /** The tags of what was read: tables, or parts of them. */
  tags: readonly string[];
  /** The ledger's position in the snapshot of the read, or one before it. */
  position: number;
  /** The end of its validity if nothing changes, in milliseconds since 1970. */
  until: number;
}

/** A cached value, and the position as of which it holds. */
export interface Cached<V> {
  value: V;
  position: number;
}

interface Entry<V> {
  value: V;
  states: readonly TagState[];
  position: number;
  until: number;
}

/**
 * Caches values for as long as the ledger has no change of what they were read from: a value
 * that is found is the one that would be read at the position that comes with it. Nothing is found while
 * the ledger's head is not known.
 */
export class ExactCache<V> {
  private readonly lru: SegmentedLru<Entry<V>>;

  constructor(
    private readonly changed: ChangedTables,
    mostBytes: number,
  ) {
    this.lru = new SegmentedLru(mostBytes);
  }

  get counts(): CacheCounts {
    return this.lru.counts;
  }

  /** The bytes that are held. */
  get bytes(): number {
    return this.lru.bytes;
  }

  /** The number of values that are held. */
  get count(): number {
    return this.lru.count;
  }

  /** The value of a key, where it holds at `atLeast` or later. */
  find(key: string, atLeast = 0): Cached<V> | undefined {
    return this.counts.found(this.holding(key, atLeast));
  }

  private holding(key: string, atLeast: number): Cached<V> | undefined {
    const known = this.changed.position;
    if (known === undefined) return undefined;
    const entry = this.lru.get(key);
    if (!entry) return undefined;
    if (!isAhead(entry.until, dayMs) || !this.changed.stillHolds(entry.states, entry.position)) {
      return undefined;
    }
    const position = Math.max(entry.position, known);
    if (position < atLeast) return undefined;
    this.lru.used(key);
    return { value: entry.value, position };
  }

  /** The value of a key as it was at exactly this position: it was read before, and nothing has changed since. */
  at(key: string, position: number): V | undefined {
    return this.counts.found(this.holdingAt(key, position));
  }

  private holdingAt(key: string, position: number): V | undefined {
    const { changed, lru } = this;
    const known = changed.position;
    const entry = lru.get(key);
    if (!entry || known === undefined || known < position || entry.position > position)
      return undefined;
    if (!isAhead(entry.until, dayMs) || !changed.stillHolds(entry.states, entry.position))
      return undefined;
    lru.used(key);
    return entry.value;
  }

  /** Stores a value, unless something of its basis has changed since. */
  store(key: string, value: V, bytes: number, { tags, position, until }: Basis): void {
    const states = this.changed.statesOf(tags);
    if (!isAhead(until, dayMs) || !this.changed.stillHolds(states, position)) return;
    this.lru.put(key, { value, states, position, until }, bytes);
  }
}
