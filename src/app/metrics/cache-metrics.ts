import type { Registry } from "prom-client";
import type { CacheFigures } from "../../platform/cache-counts.js";
import { showCounts, showGauges } from "./shown.js";

type FigureOf = (cache: CacheFigures) => number | undefined;

/** The metrics of the hub's caches, by their names. */
export class CacheMetrics {
  private readonly caches = new Map<string, CacheFigures>();

  constructor(registry: Registry) {
    const of = (name: string, help: string) => ({ name: `rembuk_cache_${name}`, help, registry });
    const hits = of("hits_total", "Look-ups that found an entry that still held, by cache");
    showCounts(
      hits,
      this.by((one) => one.counts.hits),
    );
    const misses = of("misses_total", "Look-ups that found none, by cache");
    showCounts(
      misses,
      this.by((one) => one.counts.misses),
    );
    const evictions = of("evictions_total", "Entries that made room for others, by cache");
    showCounts(
      evictions,
      this.by((one) => one.counts.evictions),
    );
    const entries = of("entries", "Entries that are held, by cache");
    showGauges(
      entries,
      this.by((one) => one.count),
    );
    const bytes = of("bytes", "Bytes that are held, by cache; of documents and plans, characters");
    showGauges(
      bytes,
      this.by((one) => one.bytes),
    );
  }

  /** Shows a cache from now on. */
  show(caches: Record<string, CacheFigures>): void {
    for (const [name, cache] of Object.entries(caches)) this.caches.set(name, cache);
  }

  private by(figureOf: FigureOf) {
    const { caches } = this;
    const figures = function* () {
      for (const [name, cache] of caches) {
        const figure = figureOf(cache);
        if (figure !== undefined) yield [name, figure] as const;
      }
    };
    return { label: "cache", figures };
  }
}
