interface Held<V> {
  value: V;
  size: number;
}

/** Values in the order of their last use, as many as fit a bound of their sizes together. */
export class Recent<V> {
  private readonly values = new Map<string, Held<V>>();
  private size = 0;

  constructor(private readonly mostSize: number) {}

  get(key: string): V | undefined {
    return this.values.get(key)?.value;
  }

  /** Holds the value as the one used last, and gives those that had to go for it. */
  use(key: string, value: V, size: number): V[] {
    this.drop(key);
    this.values.set(key, { value, size });
    this.size += size;
    const gone: V[] = [];
    for (const [oldest, held] of this.values) {
      if (this.size <= this.mostSize || oldest === key) break;
      this.drop(oldest);
      gone.push(held.value);
    }
    return gone;
  }

  private drop(key: string): void {
    this.size -= this.values.get(key)?.size ?? 0;
    this.values.delete(key);
  }
}
