import type fc from "fast-check";

/** Draws from fast-check's own randomness, so that a seed and a path repeat them. */
export class FastCheckRandom {
  constructor(private readonly random: fc.Random) {}

  /** Whether something that happens in `share` of the cases happens. */
  of(share: number): boolean {
    return this.random.nextDouble() < share;
  }

  /** A whole number from `least` to `most`. */
  from(least: number, most: number): number {
    return most <= least ? least : this.random.nextInt(least, most);
  }

  pick<T>(among: readonly T[]): T {
    if (among.length === 0) throw new Error("There is nothing to pick from");
    return among[this.from(0, among.length - 1)] as T;
  }

  /** One of these, as often as its weight says. */
  weighted<T>(...among: readonly (readonly [weight: number, value: T])[]): T {
    const total = among.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.random.nextDouble() * total;
    for (const [weight, value] of among) {
      left -= weight;
      if (left < 0) return value;
    }
    return (among[0] as readonly [number, T])[1];
  }

  /** Different ones of these, in their order. */
  some<T>(among: readonly T[], least: number, most: number): T[] {
    const taken = new Set<T>();
    const count = Math.min(among.length, this.from(least, most));
    while (taken.size < count) taken.add(this.pick(among));
    return among.filter((one) => taken.has(one));
  }
}
