/** Room that a value takes beside its bytes: the entry, its keys' heads, its place in the order. */
const overheadBytes = 300;

/** What came once may take this part of the room, so that it never drives out what is asked again. */
const newcomersPart = 0.25;

/** A value may take this part of the room at most. */
const largestPart = 0.1;

interface Item<V> {
  value: V;
  bytes: number;
}

/** Values in the order of their last use. */
class Row<V> {
  private readonly items = new Map<string, Item<V>>();
  bytes = 0;

  get count(): number {
    return this.items.size;
  }

  get(key: string): Item<V> | undefined {
    return this.items.get(key);
  }

  put(key: string, item: Item<V>): void {
    this.items.set(key, item);
    this.bytes += item.bytes;
  }

  take(key: string): Item<V> | undefined {
    const item = this.items.get(key);
    if (!item) return undefined;
    this.items.delete(key);
    this.bytes -= item.bytes;
    return item;
  }

  /** The key of what was used longest ago. */
  oldest(): string | undefined {
    return this.items.keys().next().value;
  }
}

/**
 * Values within a bound of bytes. What was used longest ago goes first, and of what came only once less
 * is held: documents that nobody asks again do not push out those that everybody does.
 */
export class Shelf<V> {
  private readonly newcomers = new Row<V>();
  private readonly regulars = new Row<V>();

  constructor(private readonly mostBytes: number) {}

  /** What is held: keys, values and what they need. */
  get bytes(): number {
    return this.newcomers.bytes + this.regulars.bytes;
  }

  /** How many values are held. */
  get count(): number {
    return this.newcomers.count + this.regulars.count;
  }

  get(key: string): V | undefined {
    return (this.regulars.get(key) ?? this.newcomers.get(key))?.value;
  }

  /** Notes that what is held was used. */
  used(key: string): void {
    const item = this.regulars.take(key) ?? this.newcomers.take(key);
    if (item) this.regulars.put(key, item);
    this.shorten();
  }

  put(key: string, value: V, valueBytes: number): void {
    const isRegular = this.drop(key);
    const bytes = key.length + valueBytes + overheadBytes;
    if (bytes > this.mostBytes * largestPart) return;
    (isRegular ? this.regulars : this.newcomers).put(key, { value, bytes });
    this.shorten();
  }

  /** Drops a value; tells whether it had been asked again. */
  drop(key: string): boolean {
    this.newcomers.take(key);
    return this.regulars.take(key) !== undefined;
  }

  private shorten(): void {
    const { newcomers, regulars, mostBytes } = this;
    while (newcomers.bytes > mostBytes * newcomersPart) this.dropOldest(newcomers);
    while (this.bytes > mostBytes) this.dropOldest(regulars);
  }

  private dropOldest(row: Row<V>): void {
    const key = row.oldest();
    if (key !== undefined) row.take(key);
  }
}
