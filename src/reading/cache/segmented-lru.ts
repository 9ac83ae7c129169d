import { LRUCache } from "lru-cache";
import { CacheCounts } from "../../platform/cache-counts.js";

/** Bytes that an entry takes beside its value: its key's slots and its place in the order. */
const overheadBytes = 300;

/** The share of the room that newcomers have in any case; they use more while regulars need less. */
const newcomersPart = 0.25;

/** The largest share of the room that one value may take. */
const largestPart = 0.1;

/**
 * A cache bounded by bytes, in two segments. A value that is used again moves from the newcomers to the
 * regulars. The least recently used value is evicted first, and newcomers before regulars: documents
 * that are requested once do not evict those that are requested often.
 */
export class SegmentedLru<V extends {}> {
  // A key is in one of the two segments at most.
  readonly counts = new CacheCounts();
  private readonly newcomers: LRUCache<string, V>;
  private readonly regulars: LRUCache<string, V>;

  constructor(private readonly maxBytes: number) {
    const maxSize = Math.max(1, Math.floor(maxBytes));
    const { ended } = this.counts;
    const options = {
      maxSize,
      maxEntrySize: Math.floor(maxSize * largestPart),
      dispose: (_: V, __: string, reason: string) => ended(reason),
    };
    this.newcomers = new LRUCache(options);
    this.regulars = new LRUCache(options);
  }

  /** The bytes of all keys and values, with their overhead. */
  get bytes(): number {
    return this.newcomers.calculatedSize + this.regulars.calculatedSize;
  }

  /** The number of values. */
  get count(): number {
    return this.newcomers.size + this.regulars.size;
  }

  /** The value of a key. It does not count as used: see `used`. */
  get(key: string): V | undefined {
    return this.regulars.peek(key) ?? this.newcomers.peek(key);
  }

  /** Marks the value of a key as used just now. */
  used(key: string): void {
    if (this.regulars.get(key) !== undefined) return;
    const entry = this.newcomers.info(key);
    if (!entry) return;
    this.newcomers.delete(key);
    this.regulars.set(key, entry.value, { size: entry.size });
    this.evict();
  }

  /** Stores a value in the place of an earlier one of the same key; drops both if it is too large. */
  put(key: string, value: V, valueBytes: number): void {
    const segment = this.regulars.has(key) ? this.regulars : this.newcomers;
    segment.set(key, value, { size: key.length + valueBytes + overheadBytes });
    this.evict();
  }

  private evict(): void {
    const { newcomers, regulars, maxBytes } = this;
    const newcomersRoom = Math.max(maxBytes * newcomersPart, maxBytes - regulars.calculatedSize);
    while (newcomers.calculatedSize > newcomersRoom) newcomers.pop();
    while (regulars.calculatedSize > maxBytes - newcomers.calculatedSize) regulars.pop();
  }
}
