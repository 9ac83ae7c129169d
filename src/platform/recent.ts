/** A value and its size. */
export interface Held<V> {
  value: V;
  size: number;
}

/** Values in the order of their last use, as many as fit a bound of their sizes together. */
export class Recent<V> {
  private readonly values = new Map<string, Held<V>>();
  private held = 0;

  constructor(private readonly mostSize: number) {}

  /** The sizes of all values together. */
  get size(): number {
    return this.held;
  }

  /** How many values there are. */
  get count(): number {
    return this.values.size;
  }

  get(key: string): V | undefined {
    return this.values.get(key)?.value;
  }

  /** Holds the value as the one used last, and gives those that had to go for it. */
  use(key: string, value: V, size: number): V[] {
    this.take(key);
    this.values.set(key, { value, size });
    this.held += size;
    return this.shorten(this.mostSize, key);
  }

  /** Gives up what was used longest ago, but for one, until the rest fits a bound; gives what went. */
  shorten(mostSize: number, except?: string): V[] {
    const gone: V[] = [];
    for (const [oldest, { value }] of this.values) {
      if (this.held <= mostSize || oldest === except) break;
      this.take(oldest);
      gone.push(value);
    }
    return gone;
  }

  /** Gives up a value. */
  take(key: string): Held<V> | undefined {
    const item = this.values.get(key);
    this.values.delete(key);
    this.held -= item?.size ?? 0;
    return item;
  }
}
