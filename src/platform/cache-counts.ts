/** What a cache has done since the process began; each count costs an addition. */
export class CacheCounts {
  hits = 0;
  misses = 0;
  /** Entries that made room for others. */
  evictions = 0;

  /** Counts a look-up, and gives what it found. */
  found<V>(value: V | undefined): V | undefined {
    if (value === undefined) this.misses += 1;
    else this.hits += 1;
    return value;
  }

  /** Counts the end of an entry; `reason` is that of `lru-cache`. */
  readonly ended = (reason: string): void => {
    if (reason === "evict") this.evictions += 1;
  };
}

/** A cache as metrics show it. */
export interface CacheFigures {
  readonly counts: CacheCounts;
  /** The number of entries. */
  readonly count: number;
  /** The bytes, or the characters, of the entries; absent where they are not measured. */
  readonly bytes?: number;
}
