import { Recent } from "../../platform/recent.js";

/** Room that a value takes beside its bytes: the entry, its place in the order. */
const overheadBytes = 300;

/** Of the room, the part that what came once has in any case: more, while nobody else needs it. */
const newcomersPart = 0.25;

/** A value may take this part of the room at most. */
const largestPart = 0.1;

/**
 * Values within a bound of bytes. What was used longest ago goes first, and what came only once before
 * all others: documents that nobody asks again do not push out those that everybody does.
 */
export class SegmentedLru<V> {
  private readonly newcomers: Recent<V>;
  private readonly regulars: Recent<V>;

  constructor(private readonly mostBytes: number) {
    this.newcomers = new Recent(mostBytes);
    this.regulars = new Recent(mostBytes);
  }

  /** What is held: keys, values and what they need. */
  get bytes(): number {
    return this.newcomers.size + this.regulars.size;
  }

  /** How many values are held. */
  get count(): number {
    return this.newcomers.count + this.regulars.count;
  }

  get(key: string): V | undefined {
    return this.regulars.get(key) ?? this.newcomers.get(key);
  }

  /** Notes that what is held was used. */
  used(key: string): void {
    const held = this.regulars.take(key) ?? this.newcomers.take(key);
    if (held) this.regulars.use(key, held.value, held.size);
    this.shorten();
  }

  /** Holds a value in the place of an earlier one by the same key. */
  put(key: string, value: V, valueBytes: number): void {
    const isRegular = this.regulars.take(key) !== undefined;
    this.newcomers.take(key);
    const bytes = key.length + valueBytes + overheadBytes;
    if (bytes > this.mostBytes * largestPart) return;
    (isRegular ? this.regulars : this.newcomers).use(key, value, bytes);
    this.shorten();
  }

  private shorten(): void {
    const { newcomers, regulars, mostBytes } = this;
    newcomers.shorten(Math.max(mostBytes * newcomersPart, mostBytes - regulars.size));
    regulars.shorten(mostBytes - newcomers.size);
  }
}
