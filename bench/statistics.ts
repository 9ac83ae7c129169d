/** A percentile of values, by its share (0 to 1); NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The median, which one disturbed round does not change. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Rounds to three significant digits: more than measurements reproduce. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
